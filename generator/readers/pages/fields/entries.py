"""The name of a field and the marks behind it, in whatever brackets and order a page writes them.

In: an entry of a list, a term or a cell: `limit` (integer, optional) - How many; *limit* - `required` `int` How many.
Out: the cells that a row of a table would have: the name, its type, place and default, whether it is required, and the
rest as its description. What is no mark that the profile knows belongs to the description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.draft import Schema
from generator.readers.pages import inline
from generator.readers.pages.blocks import Text, plain_text
from generator.readers.pages.notation import types
from generator.readers.pages.patterns import first_match
from generator.readers.pages.profile import Profile

_NAME = re.compile(
    r"\s*(?:`(?P<code>:?[\w.$\[\]{}-]{1,120}):?`|(?P<word>[A-Za-z_$][\w.$\[\]-]*))(?=[\s:,(\[{<*]|\Z)\*?"
)
_BRACKETED = re.compile(
    r"\s*[-–—:,|]?\s*(?:`\(([^`]*)\)`|`([^`]*)`|\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}|<([^<>]*)>)"
)
"""A mark in brackets or as code."""
_BARE = re.compile(
    r"\s*(?P<sign>[-–—:,|]?)\s*(?P<word>[A-Za-z][\w\[\]<>-]*(?: (?:of|or) \w+)?)"
    r"(?=\s*(?:[-–—,.:;|]\s|[,.:;]?\s*\Z|[(`\[]))"
)
"""A mark without brackets: a word or two with a sign behind them, or nothing more."""
_SIGNS = re.compile(r"\s*(?:[-–—:,.|]\s*)?")
_PARTS = re.compile(r"\s*[,;|]\s*")
_BRACKETS = re.compile(r"\s*[()\[\]]\s*")
_APART = re.compile(r"[(,;|]")
_TYPED_VALUE = re.compile(r"([\w\[\] ]+):\s*(.*)", re.DOTALL)
_DEFAULT = re.compile(r"(?:default|defaults to)\b(?: value)?(?: is)?[ :=]*(\S.*)", re.IGNORECASE | re.DOTALL)
_PLACE = re.compile(
    r"(?:in )?(?:the )?(path|query|header|cookie|body|form)(?: (?:param|parameter|string))?", re.IGNORECASE
)
_SHORT = ("x", "y", "n", "is", "yes", "no", "si", "sí", "sim", "true", "false")
"""Words that say something in a column of their own, and nothing beside a name."""


def read(text: Text, profile: Profile, *, whole: bool = False) -> Mapping[str, Text] | None:
    """The cells that an entry amounts to; None where no mark stands behind its name.

    Args:
        text: The entry.
        profile: The words of the site.
        whole: Nothing but a name and marks will do.
    """
    marked = text.marked
    named = _NAME.match(marked)
    if not named or named.end() == len(marked):
        return None
    found: dict[str, str] = {}
    at = named.end()
    while (mark := _mark(marked, at, found, text, profile)) is not None:
        at = mark
    rest = marked[_SIGNS.match(marked, at).end() :].strip()  # type: ignore[union-attr] # it matches nothing at least
    if not found or (whole and rest):
        return None
    said = " ".join(words for words in (found.pop("more", ""), rest) if words)
    cells = {role: plain_text(words, text.origin) for role, words in found.items()}
    name = named["code"] or named["word"]
    cells["name"] = inline.read(f"`{name}`" if named["code"] else name, text.origin)
    if said:
        cells["description"] = inline.read(said.replace("\\", "\\\\"), text.origin)
    return cells


def presence(cell: Text | None, profile: Profile) -> str:
    """The mark in a cell for a type that says whether a value is needed: *string (required)*; "" where it has none."""
    words = _PARTS.split(_BRACKETS.sub(",", cell.plain)) if cell and _APART.search(cell.plain) else []
    return next((word for word in words if _is_presence(word, profile)), "")


def _mark(marked: str, at: int, found: dict[str, str], text: Text, profile: Profile) -> int | None:
    """Take the mark that stands here; returns where it ends, None where what stands here is no mark."""
    if bracketed := _BRACKETED.match(marked, at):
        words = next((group for group in bracketed.groups() if group is not None), "")
        facts = list(_facts(words, text, profile))
        known = [role for role, _ in facts if role != "more"]
        if not known or any(role in found for role in known):
            return None
        for role, value in facts:
            found[role] = f"{found[role]}, {value}" if role in found else value
        return bracketed.end()
    bare = _BARE.match(marked, at)
    if not bare:
        return None
    facts = list(_facts(bare["word"], text, profile))
    if len(facts) != 1 or facts[0][0] not in ("type", "required") or facts[0][0] in found:
        return None
    found[facts[0][0]] = facts[0][1]
    return bare.end()


def _facts(words: str, text: Text, profile: Profile) -> Iterator[tuple[str, str]]:
    """What the words of a mark say, each as the column it would stand in; `more` for what is no fact."""
    typed = _TYPED_VALUE.fullmatch(words.strip())
    if typed and _is_type(typed[1], text, profile):
        yield "type", typed[1].strip()
        value = typed[2].strip()
        inner = value[1:-1].strip() if value[:1] == "<" and value[-1:] == ">" else value
        yield ("required", inner) if _is_presence(inner, profile) else ("default", value)
        return
    for part in filter(None, _PARTS.split(words.strip())):
        if _is_presence(part, profile):
            yield "required", part
        elif found := _DEFAULT.fullmatch(part):
            yield "default", found[1].strip("`")
        elif place := _PLACE.fullmatch(part):
            yield "place", place[1]
        elif _is_type(part, text, profile):
            yield "type", part
        else:
            yield "more", part


def _is_presence(words: str, profile: Profile) -> bool:
    says = (*profile.required_yes, *profile.required_no)
    return words.casefold() not in _SHORT and words[:1].isalnum() and first_match(says, words) is not None


def _is_type(words: str, text: Text, profile: Profile) -> bool:
    return isinstance(types.read(plain_text(words, text.origin), profile), Schema)
