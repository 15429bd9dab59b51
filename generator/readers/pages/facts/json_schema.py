"""A JSON Schema printed on a page -> `draft.Schema`.

In: the parsed value and the place of the code block; all parts of the schema stand at that place. Out: the schema,
lifted to 2020-12 (draft 4's boolean bounds, `definitions`, `items` as a list). A `$ref` becomes a reference by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.diagnostics import Origin
from generator.draft import Reference, Schema
from generator.source import Json

_MAX_DEPTH = 64
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


def read(value: Json, origin: Origin, depth: int = 0) -> Schema | Reference:
    """The schema that a JSON value describes; what is no schema is one that allows anything."""
    if value is False:
        return Schema(origin=origin, never=True)
    if not isinstance(value, dict) or depth > _MAX_DEPTH:
        return Schema(origin=origin)
    reference = value.get("$ref")
    if isinstance(reference, str):
        name = reference.rstrip("/").rpartition("/")[2].lstrip("#") or reference
        return Reference(origin=origin, name=name)
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
    _parts(value, facts, origin, depth)
    facts["not_carried"] = tuple(keyword for keyword in _NOT_CARRIED if keyword in value)
    return Schema(origin=origin, **facts)


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


def _parts(value: Mapping[str, Json], facts: dict[str, Any], origin: Origin, depth: int) -> None:
    for keyword, name in _MAPS.items():
        if isinstance(members := value.get(keyword), dict):
            facts[name] = {key: read(member, origin, depth + 1) for key, member in members.items()}
    for keyword, name in _LISTS.items():
        if isinstance(entries := value.get(keyword), list):
            facts[name] = tuple(read(entry, origin, depth + 1) for entry in entries)
    items = value.get("items")
    if isinstance(items, list):
        facts["prefix_items"] = tuple(read(entry, origin, depth + 1) for entry in items)
    elif items is not None:
        facts["items"] = read(items, origin, depth + 1)
    if "additionalProperties" in value:
        facts["additional_properties"] = read(value["additionalProperties"], origin, depth + 1)
