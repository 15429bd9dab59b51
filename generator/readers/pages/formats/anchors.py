"""Text in which headings end with the sign of their permalink -> the same text without these signs.

In: the text of a page. Out: the text; every line keeps its place. Themes put such a sign behind each heading, and
scraping keeps it. It is taken off where titles that the site's profile knows have it.
"""

from __future__ import annotations

import re

from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of

_SIGNED = re.compile(r"(?m)^([A-Z0-9][^\n]{0,78}?)[ ]?[#¶§\N{LINK SYMBOL}\N{ZERO WIDTH SPACE}]+[ \r]*$")
_SIGN = re.compile(r"[#¶§\N{LINK SYMBOL}\N{ZERO WIDTH SPACE}][ \r]*\n")
_ENOUGH = 2


def stripped(text: str, profile: Profile) -> str:
    """The text with no such sign behind its headings."""
    if not _SIGN.search(text):
        return text
    known = sum(1 for found in _SIGNED.finditer(text) if kind_of(found[1], profile)[0])
    return _SIGNED.sub(r"\1", text) if known >= _ENOUGH else text
