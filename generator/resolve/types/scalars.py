"""Schemas of single values: text, numbers and listed values.

In: a flat `draft.Schema`. Out: shapes, and findings about values and patterns that cannot be meant as they stand. It
knows nothing of references, objects or names.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Final, cast

from generator import draft, model
from generator.diagnostics import Report
from generator.model import Shape
from generator.resolve import shapes
from generator.resolve.types.schemas import kinds
from generator.source import MISSING, Json


def text(schema: draft.Schema, report: Report) -> Shape:
    """The shape of a string: text, or bytes where it is not encoded as text."""
    unencoded = schema.content_media_type == "application/octet-stream" and not schema.content_encoding
    if schema.format in ("binary", "file") or (unencoded and not schema.format):
        return model.Binary()
    pattern = schema.pattern
    if (literal := _LITERAL.fullmatch(pattern)) is not None:
        place = schema.origin.child("pattern")
        report.info("pattern-delimiters", "the slashes around the pattern are not part of it", at=place)
        pattern = literal[1]
    return model.Text(
        format=schema.format or ("byte" if schema.content_encoding in ("base64", "base64url") else ""),
        pattern=pattern,
        min_length=count(schema.min_length),
        max_length=count(schema.max_length),
    )


def number(schema: draft.Schema, *, integer: bool) -> Shape:
    """The shape of a number."""
    return model.Number(
        integer=integer,
        format=schema.format,
        minimum=schema.minimum,
        maximum=schema.maximum,
        exclusive_minimum=schema.exclusive_minimum,
        exclusive_maximum=schema.exclusive_maximum,
        multiple_of=schema.multiple_of if schema.multiple_of and schema.multiple_of > 0 else None,
    )


def count(value: int | None) -> int | None:
    """A bound on a length; a negative one says nothing."""
    return value if value is not None and value >= 0 else None


def is_scalar(schema: draft.Schema) -> bool:
    """Whether a schema only allows single values, and is not put together from others."""
    combined = schema.all_of or schema.any_of or schema.one_of
    return not combined and set(kinds(schema)) <= {"string", "number", "integer", "boolean"}


def listed(schema: draft.Schema, report: Report) -> list[Shape]:
    """What `enum` or `const` allows: an enum, null, or both; nothing where it says what no type can carry."""
    values = _values(schema)
    if not values or not all(value is None or isinstance(value, str | int | float) for value in values):
        return []
    allowed = kinds(schema)
    strange = [value for value in values if value is not None and allowed and not _is_kind(value, allowed)]
    if strange:
        message = f"{_printed(strange[0])} is not of type {' or '.join(allowed)}; it is kept as it stands"
        report.warning("enum-type", message, at=schema.origin.child("enum"))
    entries = [
        model.EnumValue(
            value=cast("str | int | float | bool", value),
            name=_at(schema.enum_names, index),
            description=_at(schema.enum_descriptions, index),
        )
        for index, value in enumerate(values)
        if value is not None
    ]
    found: list[Shape] = [shapes.enum(entries)] if entries else []
    if {repr(entry.value) for entry in entries} == {"True", "False"}:
        found = [model.Boolean()]
    return found + ([model.Null()] if None in values else [])


def lists_items(schema: draft.Schema) -> bool:
    """Whether an array has an `enum` that can only be meant for its items."""
    if not schema.enum or schema.prefix_items or kinds(schema) != ("array",):
        return False
    return all(isinstance(value, str | int | float) for value in schema.enum)


def with_enum_on_items(schema: draft.Schema, report: Report) -> draft.Schema:
    """The array with its `enum` where it belongs."""
    place = schema.origin.child("enum")
    report.warning("enum-type", "the values are no arrays; they are taken for the items", at=place)
    allowed = draft.Schema(origin=schema.origin, enum=schema.enum, enum_names=schema.enum_names)
    parts = (allowed,) if schema.items is None else (schema.items, allowed)
    items = draft.Schema(origin=schema.origin, all_of=parts)
    return replace(schema, enum=None, enum_names=(), items=items)


def _values(schema: draft.Schema) -> tuple[Json, ...]:
    """The values of `const`, else of `enum`."""
    return (schema.enum or ()) if schema.const is MISSING else (schema.const,)


def _is_kind(value: Json, allowed: tuple[str, ...]) -> bool:
    match value:
        case bool():
            return "boolean" in allowed
        case str():
            return "string" in allowed or "file" in allowed
        case int():
            return "integer" in allowed or "number" in allowed
        case float():
            return "number" in allowed or ("integer" in allowed and value.is_integer())
        case _:
            return True


def _at(texts: tuple[str, ...], index: int) -> str:
    return texts[index] if index < len(texts) else ""


def _printed(value: Json) -> str:
    printed = json.dumps(value, ensure_ascii=False)
    return printed if len(printed) <= 40 else printed[:37] + "..."


_LITERAL: Final = re.compile(r"/(\^.*\$)/[a-z]*", re.DOTALL)
"""A pattern with the delimiters of a literal around its anchors; so written, nothing could match it."""
