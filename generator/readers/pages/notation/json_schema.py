"""A JSON Schema printed on a page -> `draft.Schema`.

In: the parsed value and the place of the code block; all parts of the schema stand at that place. Out: the schema,
lifted to 2020-12 (draft 4's boolean bounds, `definitions`, `items` as a list). A `$ref` that leads out of the schema
becomes a reference by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from generator.diagnostics import Origin
from generator.draft import Reference, Schema
from generator.records import dataclass
from generator.source import Json

_MAX_DEPTH = 64
_MOST_TAKEN = 500
_TEXTS = {
    "title": "title",
    "description": "description",
    "format": "format",
    "pattern": "pattern",
    "contentMediaType": "content_media_type",
    "contentEncoding": "content_encoding",
}
_FLAGS = {
    "deprecated": "deprecated",
    "readOnly": "read_only",
    "writeOnly": "write_only",
    "uniqueItems": "unique_items",
}
_NUMBERS = {"minimum": "minimum", "maximum": "maximum", "multipleOf": "multiple_of"}
_COUNTS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
}
_MAPS = {"properties": "properties", "patternProperties": "pattern_properties"}
_LISTS = {"allOf": "all_of", "anyOf": "any_of", "oneOf": "one_of", "prefixItems": "prefix_items"}
_NOT_CARRIED = ("not", "if", "then", "else", "contains", "dependencies", "propertyNames", "unevaluatedProperties")


def looks_like_schema(value: Json) -> bool:
    """True for an object that says it is a JSON Schema, or is plainly made like one."""
    if not isinstance(value, dict):
        return False
    if isinstance(value.get("$schema"), str):
        return True
    return isinstance(value.get("properties"), dict) and value.get("type") == "object"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reader is: how deep, and which of the schema's own definitions it is inside of."""

    origin: Origin
    definitions: Mapping[str, Json]
    depth: int = 0
    within: frozenset[str] = frozenset()
    taken: list[str] = field(default_factory=list)
    """The definitions that have been put in place so far, shared by all places: a few could be thousands in the end."""

    def below(self) -> _Place:
        return _Place(self.origin, self.definitions, self.depth + 1, self.within, self.taken)


def read(value: Json, origin: Origin) -> Schema | Reference:
    """The schema that a JSON value describes; what is no schema is one that allows anything.

    What a `$ref` finds among the schema's own definitions stands in its place, unless it refers to itself.
    """
    return _read(value, _Place(origin, _definitions(value)))


def _definitions(value: Json) -> dict[str, Json]:
    """What the schema defines for itself, by the pointer to it (draft 4: `definitions`; 2020-12 §8.2.4: `$defs`)."""
    found: dict[str, Json] = {}
    for keyword in ("definitions", "$defs"):
        members = value.get(keyword) if isinstance(value, dict) else None
        if isinstance(members, dict):
            found.update({f"#/{keyword}/{name}": member for name, member in members.items()})
    return found


def _read(value: Json, at: _Place) -> Schema | Reference:
    if value is False:
        return Schema(origin=at.origin, never=True)
    if not isinstance(value, dict) or at.depth > _MAX_DEPTH:
        return Schema(origin=at.origin)
    reference = value.get("$ref")
    if isinstance(reference, str):
        fresh = reference in at.definitions and reference not in at.within
        if fresh and len(at.taken) < _MOST_TAKEN:
            at.taken.append(reference)
            return _read(at.definitions[reference], replace(at.below(), within=at.within | {reference}))
        name = reference.rstrip("/").rpartition("/")[2].lstrip("#") or reference
        return Reference(origin=at.origin, name=name)
    facts: dict[str, Any] = {"types": _types(value.get("type"))}
    for keyword, name in _TEXTS.items():
        if isinstance(value.get(keyword), str):
            facts[name] = value[keyword]
    for keyword, name in _FLAGS.items():
        if value.get(keyword) is True:
            facts[name] = True
    for keyword, name in _COUNTS.items():
        count = value.get(keyword)
        if isinstance(count, int) and not isinstance(count, bool) and count >= 0:
            facts[name] = count
    _bounds(value, facts)
    _values(value, facts)
    _parts(value, facts, at.below())
    facts["not_carried"] = tuple(keyword for keyword in _NOT_CARRIED if keyword in value)
    return Schema(origin=at.origin, **facts)


def _types(value: Json) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(entry for entry in entries if isinstance(entry, str)))


def _bounds(value: Mapping[str, Json], facts: dict[str, Any]) -> None:
    for keyword, name in _NUMBERS.items():
        if _is_number(value.get(keyword)):
            facts[name] = value[keyword]
    for keyword, plain, name in (
        ("exclusiveMinimum", "minimum", "exclusive_minimum"),
        ("exclusiveMaximum", "maximum", "exclusive_maximum"),
    ):
        if value.get(keyword) is True and plain in facts:
            facts[name] = facts.pop(plain)
        elif _is_number(value.get(keyword)):
            facts[name] = value[keyword]


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _values(value: Mapping[str, Json], facts: dict[str, Any]) -> None:
    if isinstance(enum := value.get("enum"), list):
        facts["enum"] = tuple(enum)
    if isinstance(examples := value.get("examples"), list):
        facts["examples"] = tuple(examples)
    elif "example" in value:
        facts["examples"] = (value["example"],)
    if isinstance(required := value.get("required"), list):
        facts["required"] = tuple(name for name in required if isinstance(name, str))
    for keyword in ("const", "default"):
        if keyword in value:
            facts[keyword] = value[keyword]


def _parts(value: Mapping[str, Json], facts: dict[str, Any], at: _Place) -> None:
    for keyword, name in _MAPS.items():
        if isinstance(members := value.get(keyword), dict):
            facts[name] = {key: _read(member, at) for key, member in members.items()}
    for keyword, name in _LISTS.items():
        if isinstance(entries := value.get(keyword), list):
            facts[name] = tuple(_read(entry, at) for entry in entries)
    items = value.get("items")
    if isinstance(items, list):
        facts["prefix_items"] = tuple(_read(entry, at) for entry in items)
    elif items is not None:
        facts["items"] = _read(items, at)
    if "additionalProperties" in value:
        facts["additional_properties"] = _read(value["additionalProperties"], at)
