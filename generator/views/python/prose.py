"""Docstrings from the API's words.

In: descriptions as the sources give them (CommonMark, sometimes HTML). Out: plain text for a docstring, still to be
encoded (`| pydoc`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def paragraphs(*parts: str, deprecated: bool = False) -> str:
    """The parts as paragraphs; those that say nothing, or the same again, are left out."""
    kept: list[str] = []
    for part in ("Deprecated." if deprecated else "", *parts):
        text = _plain(part)
        if text and not any(text.rstrip(".") == other.rstrip(".") for other in kept):
            kept.append(text)
    return "\n\n".join(kept)


def first_sentence(text: str) -> str:
    """The first sentence of a description, on one line."""
    line = " ".join(_plain(text).split("\n\n", 1)[0].split())
    match = re.match(r"(.+?[.!?])(?=\s+[A-Z(`])", line)
    return match[1] if match else line


def section(title: str, entries: Iterable[tuple[str, str]]) -> str:
    """A section of a docstring in Google's style: `Args:` and an indented entry for each name that has something said of
    it; "" where there is none."""
    lines = [_entry(name, text) for name, text in entries]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _entry(name: str, text: str) -> str:
    plain = _plain(text).split("\n")
    first, rest = plain[0], plain[1:]
    head = f"    {name}: {first}" if name else f"    {first}"
    return "\n".join([head, *(f"        {line}" if line.strip() else "" for line in rest)]).rstrip(": ")


_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|em|strong|code|ul|ol|li|a|h[1-6]|table|t[rdh]|tbody|thead|pre)\b[^<>]*>", re.IGNORECASE
)


def _plain(text: str) -> str:
    """The text without HTML tags and without the spaces that surround it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if "<" in text:
        text = re.sub(r"<(?:br|/p|/li|/div)\b[^<>]*>\s*", "\n", text, flags=re.IGNORECASE)
        text = re.sub(r"<li\b[^<>]*>\s*", "- ", text, flags=re.IGNORECASE)
        text = _TAG.sub("", text).strip()
    return re.sub(r"\n\s*\n+", "\n\n", text)
