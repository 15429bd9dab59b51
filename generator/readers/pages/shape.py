"""Which reader a page needs: Markdown's, HTML's, reStructuredText's or that of plain text. Its text decides alone."""

from __future__ import annotations

import re
from typing import Literal

from generator.readers.pages.formats import restructured
from generator.readers.pages.formats.plain import heads
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of

Shape = Literal["markdown", "html", "text", "restructured"]

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(r"</(?:p|div|td|li|h[1-6]|dd|section|pre)\s*>", re.IGNORECASE)
_HTML_TITLE = re.compile(r"<(?:p|h[1-6])\b[^<>]*>", re.IGNORECASE)
"""What every page of HTML has outside of its tables."""
_MARKDOWN_TITLE = re.compile(r"(?m)^#{1,6}[ \t]+\S")
_MARKDOWN_HEADING = re.compile(
    r"\n(?: {0,3}(?:#{1,6}[ \t]+\S|```|~~~)|\|?[ \t]*:?-{3,}:?[ \t]*\|.*-[ \t]*\|?[ \t]*$)", re.MULTILINE
)
"""A heading, a fence or the rule of a table, behind the end of the line before: a search leaps from one to the next."""
_HEADING_OR_FENCE = re.compile(r"\n {0,3}(?:#{1,6}[ \t]+\S|```|~~~)")
_SPANS = re.compile(r"`[^`\n]+`|\]\([^)\s]|\*\*[^*\n]+\*\*")
"""Signs of Markdown inside a line, of which scraped text keeps none."""
_TABBED_ROWS = re.compile(r"(?m)^[^\t\n]+(?:\t[^\t\n]+)+\n[^\t\n]+(?:\t[^\t\n]+)+$")
"""Rows of a table, as a browser copies them."""
_METHODS = "|".join(METHODS)
_BARE_ROUTE = re.compile(rf"\n(?:(?:{_METHODS})[ \t\n]*(?:/|https?://)\S|/\S+ (?:{_METHODS}) \S)")
"""A method and a path as a line, or two, of their own; or a line that begins with a path and its method."""
_FRONT_MATTER = re.compile(r"\ufeff?\s*---[ \t]*\r?\n")
_LONGEST_TITLE = 60


def shape_of(text: str, profile: Profile) -> Shape:
    """The shape of a page, with the words of its site to tell a bare heading from a sentence."""
    if _HTML_START.match(text):
        return "html"
    if restructured.is_restructured(text):
        return "restructured"
    signs = sum(1 for _ in _MARKDOWN_HEADING.finditer(f"\n{text}"))
    tags = sum(1 for _ in _HTML_TAG.finditer(text))
    if tags > 3 and tags > 2 * signs and not _frames_tables(text):
        return "html"
    if _FRONT_MATTER.match(text):
        return "markdown"
    if signs and not _HEADING_OR_FENCE.search(f"\n{text}") and not _SPANS.search(text):
        return "text"  # of all its signs, only the rules below the heads of tables are left
    is_text = _has_more_titles(text, signs, profile)
    is_text = is_text or (not signs and (_opens_sections(text, profile) or _has_damaged_table(text, profile)))
    is_text = is_text or (not signs and not _SPANS.search(text) and _BARE_ROUTE.search(f"\n{text}") is not None)
    return "text" if is_text else "markdown"


def _frames_tables(text: str) -> bool:
    """Whether the headings are Markdown's, and only what stands below them is HTML."""
    return _HTML_TITLE.search(text) is None and len(_MARKDOWN_TITLE.findall(text)) > 1


def _has_more_titles(text: str, signs: int, profile: Profile) -> bool:
    """Whether more lines than there are signs of Markdown are nothing but a title the profile knows."""
    lines = (line.strip() for line in text.splitlines() if len(line) <= _LONGEST_TITLE)
    words = [line for line in lines if line and line[0].isalpha()]
    if len(words) <= signs:
        return False
    if not signs and _TABBED_ROWS.search(text):
        return True
    return sum(1 for line in words if kind_of(line, profile)[0]) > signs


def _has_damaged_table(text: str, profile: Profile) -> bool:
    """Whether a line is the head of a table whose cells nothing parts, or nothing but a space."""
    lines = (line for line in text.splitlines() if len(line) <= _LONGEST_TITLE and line[:1].isupper())
    return any(len(heads.glued(line, profile) or heads.spaced(line, profile)[0]) > 2 for line in lines)


def _opens_sections(text: str, profile: Profile) -> bool:
    """Whether a line opens a section whose title is missing."""
    openings = [pattern for patterns in profile.openings.values() for pattern in patterns]
    return any(pattern.regex.match(line.strip()) for pattern in openings for line in text.splitlines())
