"""Where the words of a type at the head of some text end: `array of cup objectsUp to ten`, `integer or string The id`.

In: text that may begin with a type, and the profile's words for types. Out: the lengths at which one may end. Only
words that the profile knows count, and names between them and the words that close a reference (`cup object`); what
else may be a type cannot be told from what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.readers.pages.profile import Profile

_LONGEST = 60
_MOST_WORDS = 8
_MOST_DEPTH = 4
_GOES_ON = re.compile(r"\s|[/|,<>\[\](]")
"""What no description begins with that is glued to its type."""
_GOES_ON_APART = re.compile(r"(?:of|or|and|for|with keys|[/|,<>\[].*)(?:\s|\Z)")
"""What no description begins with: the type before it is longer than is known."""
_SEAMED = re.compile(r"[A-Z]?[a-z]+[0-9]*(?=[A-Z]|\Z)")
_HEAD = re.compile(r"(?:[\w ]|\\.)+")
_NAME = re.compile(r"[A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,3}\Z")
_NO_NAME = frozenset(
    (
        *("a", "an", "the", "this", "that", "of", "for", "to", "in", "on", "by", "with", "from", "and", "or", "if"),
        *("is", "are", "was", "which", "whether", "when", "object", "objects", "array", "list", "map", "null"),
    )
)
"""Words that stand in no name of a type."""


def glued(words: str, profile: Profile, *, called: bool) -> list[int]:
    """The lengths of the types that `words` may begin with, where a description follows without a sign between.

    Args:
        words: What stands behind a name.
        profile: The words of the site.
        called: Whether a type may be called by its name; that is told from what stands before it only where that is
            known.
    """
    lowered = words[:_LONGEST].casefold()
    ends = {len(word) for word in _literals(profile) if lowered.startswith(word)}
    if found := _SEAMED.match(words):
        ends |= {found.end()} if _is_type(found[0], profile, False, 0) else set()
    if called or lowered.startswith(_lists(profile)) or (ends and any(sign in lowered for sign in _signs(profile))):
        ends |= {end for end in range(1, len(lowered) + 1) if _is_type(words[:end], profile, called, 0)}
    return sorted(end for end in ends if not _GOES_ON.match(words[end : end + 1]))


def apart(words: Sequence[str], profile: Profile) -> int:
    """How many of the words are the type that they begin with; 0 where none is known, or where it goes on."""
    for end in range(min(len(words), _MOST_WORDS), 0, -1):
        if _is_type(" ".join(words[:end]), profile, True, 0):
            return 0 if _GOES_ON_APART.match(" ".join(words[end : end + 2])) else end
    return 0


def ends_with_type(line: str, profile: Profile) -> bool:
    """Whether a line is one word that ends with a type of the site, as `limitinteger` and `limit?integer` do."""
    word = line.casefold()
    return " " not in word and any(word.endswith(kind) and len(word) > len(kind) > 2 for kind in _literals(profile))


@lru_cache(maxsize=20_000)
def _is_type(words: str, profile: Profile, called: bool, depth: int) -> bool:
    """Whether all of the words are a type.

    Args:
        words: The words.
        profile: The words of the site.
        called: Whether they may call it by its name.
        depth: How many types these words stand in.
    """
    if depth > _MOST_DEPTH or not words or words != words.strip():
        return False
    if " ".join(words.casefold().split()) in _literals(profile):
        return True
    if words.isalnum() and any(rule.pattern.match(words) for rule in profile.types):
        return True
    for pattern in profile.type_lists:
        if (found := pattern.match(words)) and (inner := found["type"].strip()) and inner != words:
            singular = inner.removesuffix("s")
            return _is_type(inner, profile, True, depth + 1) or _is_type(singular, profile, False, depth + 1)
    for pattern in profile.nullable:
        if "type" in pattern.holes and (found := pattern.match(words)) and found["type"] != words:
            return _is_type(found["type"].strip(), profile, called, depth + 1)
    for sign in profile.type_unions:
        if sign in words and all(_is_type(part, profile, called, depth + 1) for part in words.split(sign)):
            return True
    return called and _is_called(words, profile)


def _is_called(words: str, profile: Profile) -> bool:
    """Whether the words are a name, and those that the profile has behind one."""
    for pattern in profile.type_references:
        found = pattern.match(words)
        if found and found.end("name") < len(words):
            name = found["name"].strip()
            parts = name.casefold().split(" ")
            known = _is_type(parts[0], profile, False, 0) if len(parts) > 1 else False
            return bool(_NAME.match(name)) and not known and not _NO_NAME.intersection(parts)
    return False


@lru_cache
def _literals(profile: Profile) -> frozenset[str]:
    return frozenset(word for rule in profile.types for word in rule.words)


@lru_cache
def _lists(profile: Profile) -> tuple[str, ...]:
    """What lists and types that may be null begin with, where that is no type."""
    heads = (_HEAD.match(pattern.source) for pattern in (*profile.type_lists, *profile.nullable))
    return tuple(dict.fromkeys(found[0].replace("\\", "").casefold() for found in heads if found))


@lru_cache
def _signs(profile: Profile) -> tuple[str, ...]:
    """What joins types, or stands behind that of an item."""
    return (*profile.type_unions, "[]")
