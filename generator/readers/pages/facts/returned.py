"""What words say is returned -> a type: sentences such as `Returns a list of cup objects`, names in cells.

In: a text, and the words of the site. Out: the schema, or a reference by the name of the type; None where it says
nothing of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Origin
from generator.draft import Reference, Schema
from generator.readers.pages.blocks import Text
from generator.readers.pages.notation import types, values
from generator.readers.pages.patterns import Pattern, any_in, possible
from generator.readers.pages.profile import Profile

_MEDIA_TYPES = {
    "csv": "text/csv",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "plain text": "text/plain",
    "png": "image/png",
    "svg": "image/svg+xml",
    "zip": "application/zip",
}
_MOST_WORDS_BEFORE = 3
_MOST_WORDS_OF_NAME = 4
_TYPE_NAME = re.compile(r"[A-Z]\w*(?:::[A-Z]\w*)*\Z")
_OF = " of "
"""In a phrase, sets it off from a single thing: `a set of cups`."""
_NEGATED = re.compile(r"(?:\bnot|n't|n’t|\bnever|\bcannot)\s+\Z")
_NEXT_WORD = re.compile(r" \w+")
_STATUS = re.compile(r"\s*[1-5](?:[0-9]{2}|XX)\b", re.IGNORECASE)
"""What begins a phrase that is about an answer, and names no type."""


def returned_type(text: Text, profile: Profile) -> Schema | Reference | None:
    """The type that a sentence says is returned; one of several where it says what is returned instead."""
    schema = _returned_type(text, profile)
    if schema is None:
        return None
    matches = [found for pattern in possible(profile.returns_also, text.plain) if (found := pattern.search(text.plain))]
    others = [other for found in matches if (other := _phrase_type(found["type"], text, profile)) is not None]
    return types.any_of([schema, *others], text.origin) if others else schema


def called_by_name(text: Text, known: Mapping[str, str], profile: Profile) -> Schema | Reference | None:
    """The type of the page's own that a sentence calls by its bare name, or a list of it.

    Args:
        text: The sentence.
        known: The names of the page's types, by what they are in small letters.
        profile: The words of the site.
    """
    for _, found in _said(profile.returns_list, text.plain):
        if name := _name_in(found["type"], known):
            items = Reference(origin=text.origin, name=name)
            return Schema(origin=text.origin, types=("array",), items=items)
    for _, found in _said(profile.returns, text.plain):
        if name := _name_in(found["type"], known):
            return Reference(origin=text.origin, name=name)
    return None


def called_whole(text: Text, profile: Profile) -> Schema | Reference | None:
    """The type, or the list of it, where a name is all that is said: `Cup`, `Array of Cup`."""
    words = text.plain.strip().partition(". ")[0].rstrip(".")
    for pattern in profile.type_lists:
        found = pattern.match(words)
        if found and _TYPE_NAME.match(found["type"]):
            items = Reference(origin=text.origin, name=found["type"])
            return Schema(origin=text.origin, types=("array",), items=items)
    return Reference(origin=text.origin, name=words) if _TYPE_NAME.match(words) else None


def named_type(cell: Text, profile: Profile) -> Schema | Reference | None:
    """The type in a cell: one the profile has words for, else a type called by its name."""
    words = cell.plain.strip()
    if not words or any(pattern.match(words) for pattern in profile.returns_nothing):
        return None
    schema = types.read(cell, profile)
    return schema or Reference(origin=cell.origin, name=words)


def made_type(text: Text, profile: Profile) -> tuple[Schema | Reference, Origin] | None:
    """The type of which a sentence says that one is made or changed, and the sentence's place."""
    for _, found in _said(profile.returns_made, text.plain):
        schema = _phrase_type(found["type"], text, profile) if _OF not in found["type"] else None
        if isinstance(schema, Reference):
            return schema, text.origin
    return None


def says_nothing(text: Text, profile: Profile) -> bool:
    """Whether a sentence is one that says that nothing is returned."""
    sentences = [sentence.strip(" .") for sentence in text.plain.split(". ")]
    patterns = possible(profile.returns_nothing, text.plain)
    return any(pattern.match(sentence) for pattern in patterns for sentence in sentences)


def media_type(text: Text, profile: Profile) -> str:
    """The media type of the file that a sentence says is returned; "" where it says nothing of the kind."""
    for _, found in _said(profile.returns_file, text.plain):
        if media := _MEDIA_TYPES.get(found["format"].casefold()):
            return media
    return ""


def _returned_type(text: Text, profile: Profile) -> Schema | Reference | None:
    for _, found in _said(profile.returns_wrapped, text.marked):
        items = _phrase_type(found["type"], text, profile)
        listed = Schema(origin=text.origin, types=("array",), items=items)
        key = found["key"].strip()
        return Schema(origin=text.origin, types=("object",), properties={key: listed}, required=(key,))
    for pattern, found in _said(profile.returns_keyed, text.marked):
        said = found["type"] if "type" in pattern.holes else ""
        member = _phrase_type(said, text, profile) or Schema(origin=text.origin)
        if isinstance(member, Schema) and (enum := values.found_enum(replace(text, marked=said), profile.enum)):
            member = replace(member, enum=tuple(values.typed(value, member) for value in enum))
        key = found["key"].strip()
        return Schema(origin=text.origin, types=("object",), properties={key: member}, required=(key,))
    for _, found in _said(profile.returns_list, text.plain):
        items = _phrase_type(found["type"], text, profile)
        if items is not None:
            return Schema(origin=text.origin, types=("array",), items=items)
    for _, found in _said(profile.returns_named, text.marked):
        return Reference(origin=text.origin, name=found["type"].replace("`", "").strip())
    for _, found in _said(profile.returns, text.plain):
        schema = _phrase_type(found["type"], text, profile) or _with_next_word(found, text, profile)
        if schema is not None:
            return schema
    return None


def _with_next_word(found: re.Match[str], text: Text, profile: Profile) -> Reference | None:
    """The type that a phrase calls together with the word behind it: `cup` in `a cup object for the given id`."""
    following = _NEXT_WORD.match(found.string, found.end("type"))
    if following is None or len(found["type"].split()) > _MOST_WORDS_OF_NAME:
        return None
    schema = _phrase_type(found["type"] + following[0], text, profile)
    return schema if isinstance(schema, Reference) else None


def _phrase_type(words: str, text: Text, profile: Profile) -> Schema | Reference | None:
    """The type that a phrase names: the words as a type, else the first link in them."""
    if _STATUS.match(words):
        return None
    phrase = replace(text, plain=words.strip().rstrip(".").strip(), marked=words)
    for link in text.links:  # `[user](…) for a given id`
        name = link.text.replace("`", "").strip()
        after = phrase.plain.removeprefix(name + " ")
        if not name or after == phrase.plain or after.startswith(tuple(sign.lstrip() for sign in profile.type_unions)):
            continue
        if any_in(profile.type_links, link.target):
            return Reference(origin=text.origin, name=types.called(link, profile, phrase.plain))
    schema = types.read(phrase, profile)
    if schema is not None:
        return schema
    for link in text.links:
        name = link.text.replace("`", "").strip()
        before, found, _ = words.strip().partition(name)
        _, _, after = words.rpartition(name)
        if name and found and (len(before.split()) < _MOST_WORDS_BEFORE or not after.strip()):
            return Reference(origin=text.origin, name=types.called(link, profile))
    return None


def _name_in(phrase: str, known: Mapping[str, str]) -> str | None:
    """The page's own type that a phrase is about: `serialized cup` and `cups` are a `Cup`."""
    words = phrase.partition(",")[0].strip(" .").casefold()
    for candidate in (words, words.partition(" ")[2]):
        name = known.get(candidate) or known.get(candidate.removesuffix("s"))
        if name:
            return name
    return None


def _said(patterns: Sequence[Pattern], words: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """What sentences say, without what they say is not so."""
    for pattern in possible(patterns, words):
        found = pattern.regex.search(words)
        if found and not _NEGATED.search(words[: found.start()]):
            yield pattern, found
