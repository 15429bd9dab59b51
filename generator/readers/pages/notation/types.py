"""The words for a type -> a schema: `array of snowflakes`, `?string`, `[user](…) object`, `integer/string`.

In: words, the links in them, and the profile's words for types. Out: a `Schema`, a `Reference` to a type called by
name, or None where the words are no type. Types are also inferred from example values, and then marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.diagnostics import Origin
from generator.draft import Reference, Schema
from generator.readers.pages.blocks import Span, Text
from generator.readers.pages.patterns import any_in, first_match, possible
from generator.readers.pages.profile import Profile, TypeWord
from generator.source import Json

SchemaLike = Schema | Reference

_ENUM = re.compile(r"enum\s*<(.+)>\Z", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?\Z")
_REPEATED = re.compile(r"\A(.+) \1(?= |\Z)")
"""A section's name before that of its type: `cup order cup order resource`."""
_MAX_DEPTH = 6
_MAX_EXAMPLE_DEPTH = 24
_PLAIN_TYPES: Mapping[type, str] = {
    type(None): "",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
}


def read(text: Text, profile: Profile) -> SchemaLike | None:
    """The type that a cell or a phrase names; None where it is no type that the profile knows."""
    words = text.plain.replace("\n", " ").strip().rstrip("*†‡ ").strip()
    return _read(words, text.links, profile, text.origin, 0) if words else None


def told(text: Text, profile: Profile) -> Schema | None:
    """The type that words somewhere in a description tell; None where none do."""
    for rule in profile.described_types:
        if rule.pattern.search(text.plain):
            return _of_word(rule, profile, text.origin, 0)
    return None


def is_bare_list(schema: SchemaLike | None) -> bool:
    """Whether a type is a list, and nothing says of what."""
    if not isinstance(schema, Schema) or schema.types != ("array",):
        return False
    return schema.items is None or is_bare_list(schema.items)


def nullable(schema: SchemaLike) -> SchemaLike:
    """The same type, or null."""
    if isinstance(schema, Schema) and any("null" in part.types for part in schema.any_of if isinstance(part, Schema)):
        return schema
    if isinstance(schema, Reference):
        return Schema(origin=schema.origin, any_of=(schema, Schema(origin=schema.origin, types=("null",))))
    if schema.any_of and not schema.types:
        return replace(schema, any_of=(*schema.any_of, Schema(origin=schema.origin, types=("null",))))
    return replace(schema, types=(*schema.types, "null")) if schema.types and "null" not in schema.types else schema


def is_inferred(schema: SchemaLike) -> bool:
    """Whether a type was made from values instead of words."""
    return isinstance(schema, Schema) and schema.inferred


def is_word(value: str) -> bool:
    """Whether a value can be nothing but text."""
    return not (_INTEGER.match(value) or _NUMBER.match(value) or value in ("true", "false"))


def inferred(values: Sequence[Json], origin: Origin) -> Schema | None:
    """The type that all of these texts could have; None where there are none."""
    texts = [value for value in values if isinstance(value, str)]
    if not texts:
        return None
    if all(text in ("true", "false") for text in texts):
        kind = "boolean"
    elif all(_INTEGER.match(text) for text in texts):
        kind = "integer"
    elif all(_INTEGER.match(text) or _NUMBER.match(text) for text in texts):
        kind = "number"
    else:
        kind = "string"
    return Schema(origin=origin, types=(kind,), inferred=True)


def of_value(value: Json, origin: Origin) -> Schema:
    """The schema of an example value, marked as inferred; null and what lies very deep stay open."""
    plain = {
        kind: Schema(origin=origin, types=(kind,) if kind else (), inferred=True)
        for kind in ("", "boolean", "integer", "number", "string")
    }
    return _of_value(value, plain, origin, 0)


def _of_value(value: Json, plain: Mapping[str, Schema], origin: Origin, depth: int) -> Schema:
    if depth > _MAX_EXAMPLE_DEPTH:
        return plain[""]
    if isinstance(value, list):
        items = _merged([_of_value(entry, plain, origin, depth + 1) for entry in value[:50]], origin)
        return Schema(origin=origin, types=("array",), items=items, inferred=True)
    if isinstance(value, dict):
        properties = {key: _of_value(entry, plain, origin, depth + 1) for key, entry in value.items()}
        return Schema(origin=origin, types=("object",), properties=properties, inferred=True)
    return plain[_PLAIN_TYPES[type(value)]]


def _merged(schemas: Sequence[Schema], origin: Origin) -> Schema | None:
    """One schema that allows what each of these does."""
    if not schemas:
        return None
    if all(schema is schemas[0] for schema in schemas):
        return schemas[0]
    kinds = list(dict.fromkeys(kind for schema in schemas for kind in schema.types))
    if "integer" in kinds and "number" in kinds:
        kinds.remove("integer")
    if any(not schema.types for schema in schemas):
        kinds = [*kinds, "null"] if kinds else []
    members: dict[str, list[Schema]] = {}
    for schema in schemas:
        for name, member in schema.properties.items():
            if isinstance(member, Schema):
                members.setdefault(name, []).append(member)
    properties = {name: merged for name, entries in members.items() if (merged := _merged(entries, origin))}
    items = _merged([schema.items for schema in schemas if isinstance(schema.items, Schema)], origin)
    return Schema(origin=origin, types=tuple(kinds), properties=properties, items=items, inferred=True)


def _read(words: str, links: Sequence[Span], profile: Profile, origin: Origin, depth: int) -> SchemaLike | None:
    if depth > _MAX_DEPTH or not words:
        return None
    if linked := _linked(words, links, profile):
        return Reference(origin=origin, name=linked)
    for pattern in possible(profile.nullable, words):
        if "type" in pattern.holes and (found := pattern.match(words)):
            inner = _read(found["type"].strip(), links, profile, origin, depth + 1)
            return nullable(inner) if inner else None
    for pattern in possible(profile.type_formats, words):
        if (found := pattern.match(words)) and (rule := _word(found["type"], profile)):
            return replace(_of_word(rule, profile, origin, depth), format=found["format"].lower())
    if found := first_match(profile.type_lists, words):
        items = _read(found["type"].strip(), links, profile, origin, depth + 1)
        return Schema(origin=origin, types=("array",), items=items)
    if found := first_match(profile.type_maps, words):
        value = _read((found.groupdict().get("type") or "").strip(), links, profile, origin, depth + 1)
        return Schema(origin=origin, types=("object",), additional_properties=value)
    if rule := _word(words, profile):
        return _of_word(rule, profile, origin, depth)
    if union := _union(words, links, profile, origin, depth):
        return union
    named = _reference(words, links, profile, origin)
    if named:
        return named
    if listed := _ENUM.match(words):
        return _read(listed[1], links, profile, origin, depth + 1)
    bare = _ASIDE.sub(" ", words).strip().rstrip("?")
    return _read(bare, links, profile, origin, depth + 1) if bare != words else None


def called(link: Span, profile: Profile, phrase: str = "") -> str:
    """The name of the type that a link leads to: its words, or that in its target where one is short for the other.

    `DM channel` that leads to `#channel-object` is a `channel`; `action` that leads to `#rule-action-object` is a
    `rule action`. The words may go on behind the link, in the phrase that begins with it: `[DM](#dm-channel) channels`.
    """
    words = link.text.replace("`", "").strip()
    bare, names = without_object(words, profile), _targets(link.target, profile)
    for name in names:
        if len(name) > len(bare) and phrase.casefold().startswith(name.casefold()):
            return name
    for name in names:
        if words.casefold() != name.casefold() and _singular(words) == _singular(name):
            return name
        short, long = sorted((_singular(bare), _singular(name)), key=len)
        if short and (long.endswith(" " + short) or _is_shortened(short, long)):
            return name
    return bare


def _singular(words: str) -> str:
    return words.casefold().removesuffix("s")


def _is_shortened(words: str, name: str) -> bool:
    """Whether words are a name without some of its own: `cup resource` of `cup order resource`."""
    said, named = words.split(), name.split()
    rest = iter(named)
    return 1 < len(said) < len(named) and said[-1] == named[-1] and all(word in rest for word in said)


@lru_cache(maxsize=20_000)
def _targets(target: str, profile: Profile) -> tuple[str, ...]:
    """The names of types that the target of a link has in it."""
    patterns = (pattern for pattern in profile.type_links if "name" in pattern.holes)
    names = (found["name"].replace("-", " ").strip() for pattern in patterns if (found := pattern.search(target)))
    return tuple(_REPEATED.sub(r"\1", name) for name in names)


def _linked(words: str, links: Sequence[Span], profile: Profile) -> str:
    """The words, where they are a link to a page or section that describes a type; else ""."""
    for link in links:
        if link.text.replace("`", "").strip() == words and any_in(profile.type_links, link.target):
            return without_object(called(link, profile), profile)
    return ""


@lru_cache(maxsize=20_000)
def without_object(words: str, profile: Profile) -> str:
    """`allowed mention` of `allowed mention object`: the name in words that call a type."""
    found = first_match(profile.type_references, words)
    return found["name"].strip() if found else words


@lru_cache(maxsize=20_000)
def _word(words: str, profile: Profile) -> TypeWord | None:
    """The profile's word for a type that these words are."""
    return next((rule for rule in profile.types if rule.pattern.match(words)), None)


def _of_word(rule: TypeWord, profile: Profile, origin: Origin, depth: int) -> Schema:
    blank: Sequence[Span] = ()
    items = _read(rule.items, blank, profile, origin, depth + 1) if rule.items else None
    return Schema(origin=origin, types=rule.types, format=rule.format, items=items, content_encoding=rule.content)


def _union(words: str, links: Sequence[Span], profile: Profile, origin: Origin, depth: int) -> SchemaLike | None:
    for parts in _alternatives(words, profile):
        if len(parts) < 2 or not all(parts):
            continue
        read_parts = [_read(part, links, profile, origin, depth + 1) for part in parts]
        known = [part for part in read_parts if part is not None]
        if len(known) == len(parts):
            return any_of(known, origin)
    return None


def _alternatives(words: str, profile: Profile) -> Iterator[list[str]]:
    """The ways to part words at the signs between alternatives; commas go with a last `or`."""
    for sign in profile.type_unions:
        yield [part.strip() for part in words.split(sign)]
        if sign.strip().isalpha() and sign in words and "," in words:
            yield [part.strip() for part in words.replace(sign, ", ").split(",") if part.strip()]


def any_of(schemas: Iterable[SchemaLike], origin: Origin) -> SchemaLike:
    """One schema for any of these; plain types share one list, as `type: [integer, string]`."""
    schemas = (
        list(dict.fromkeys(schemas)) if all(isinstance(schema, Reference) for schema in schemas) else list(schemas)
    )
    if len(schemas) == 1:
        return schemas[0]
    plain = [s for s in schemas if isinstance(s, Schema) and s == Schema(origin=s.origin, types=s.types) and s.types]
    if len(plain) == len(schemas):
        return Schema(origin=origin, types=tuple(dict.fromkeys(kind for s in plain for kind in s.types)))
    return Schema(origin=origin, any_of=tuple(schemas))


def _name_linked(name: str, phrase: str, links: Sequence[Span], profile: Profile) -> str:
    """The name that a link in the words gives: all of them, or their end, as in `thread-specific [channel](…)`.

    The link may have more words of the phrase that the name begins: `[tea request](…) objects`.
    """
    lowered, phrase = name.casefold(), phrase.casefold()
    for link in links:
        words = without_object(link.text.replace("`", "").strip(), profile).casefold()
        longer = words.startswith(lowered + " ") and (phrase + " ").startswith(words + " ")
        if words and (lowered == words or lowered.endswith(" " + words) or longer):
            return called(link, profile)
    return name


def _reference(words: str, links: Sequence[Span], profile: Profile, origin: Origin) -> Reference | None:
    """A type called by name: a link, or words that the profile says name one."""
    lowered = words.casefold()
    linked_whole = any(link.text.replace("`", "").strip().casefold() == lowered for link in links)
    if found := first_match(profile.type_references, words):
        name = found["name"].strip()
        return Reference(origin=origin, name=_name_linked(name, words[found.start("name") :], links, profile))
    return Reference(origin=origin, name=words) if linked_whole else None
