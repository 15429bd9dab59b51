"""What sites have above the titles of their pages: the way to the page, and words of their menus.

In: a line of a page. Out: whether it is one of those, and so neither a title nor the name of an operation. It knows no
site and no profile.
"""

from __future__ import annotations

import re

_STEP = re.compile(r"\s+[>/|]\s+|\s*[»›→]\s*")
_OF_MENU = re.compile(
    r"(?:(?:the|home|docs?|documentation|apis?|rest|http|reference|developers?|guides?|menu|blog|pricing|portal|"
    r"endpoints|sign in|log in|ctrl ?\+? ?k|⌘ ?k|search(?: docs| the docs|\.{3}|…))(?![\w-])[ .…]*)+\Z",
    re.IGNORECASE,
)
"""Words of which no title of a page is made alone."""


def is_furniture(words: str) -> bool:
    """Whether a line is furniture of the site: steps with signs between them, an entry of a list, words of a menu."""
    parts = [part.strip() for part in _STEP.split(words.strip())]
    return len(parts) > 1 or words[:1] in "-*•[" or all(map(is_menu, parts))


def is_menu(words: str) -> bool:
    """Whether a line is nothing but words of a menu."""
    return _OF_MENU.match(words) is not None
