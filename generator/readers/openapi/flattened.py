"""Tells an OpenAPI document that lost its indentation; `reindent`, which rebuilds it, is imported only where it did."""

from __future__ import annotations

import re


def looks_flattened(text: str) -> bool:
    """True for an OpenAPI document in YAML whose lines all begin in the first column, though they cannot."""
    text = text.removeprefix("\ufeff")
    version = VERSION.search(text)
    if not version or not _INFO.search(text) or not _INSIDE_INFO.search(text):
        return False
    lines = [line for line in text[version.start() :].splitlines() if line.strip()]
    indented = sum(1 for line in lines if line[0] in " \t")
    return indented <= len(lines) * 0.02


VERSION = re.compile(r"^(?:openapi|swagger)[ \t]*:[ \t]*['\"]?([0-9])", re.MULTILINE)
"""The line that begins an OpenAPI document."""
_INFO = re.compile(r"^info[ \t]*:[ \t]*\r?$", re.MULTILINE)
_INSIDE_INFO = re.compile(r"^(?:title|version|description)[ \t]*:", re.MULTILINE)
