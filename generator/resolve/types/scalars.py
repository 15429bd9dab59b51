"""Schemas of single values: text, numbers and listed values.

In: a flat `draft.Schema`. Out: shapes, and findings about values and patterns that cannot be meant as they stand. It
knows nothing of references, objects or names.
"""

from __future__ import annotations

import functools
import json
import re
from typing import Final, cast

from generator import draft, model
from generator.diagnostics import Report
from generator.model import Shape
from generator.records import replaced
from generator.resolve import formats, shapes
from generator.resolve.examples import patterns
from generator.resolve.examples import values as examples
from generator.resolve.types.schemas import kinds
from generator.source import MISSING, Json


def text(schema: draft.Schema, report: Report) -> Shape:
    """The shape of a string: text, or bytes where it is not encoded as text."""
    unencoded = schema.content_media_type == "application/octet-stream" and not schema.content_encoding
    if schema.format in ("binary", "file") or (unencoded and not schema.format):
        return model.Binary()
    least, most = count(schema.min_length), count(schema.max_length)
    pattern, holds = _pattern(schema, least, most, report) if schema.pattern else ("", True)
    return _TEXT(
        format=schema.format or ("byte" if schema.content_encoding in ("base64", "base64url") else ""),
        pattern=pattern,
        pattern_holds=holds,
        min_length=least,
        max_length=most,
    )


def _pattern(schema: draft.Schema, least: int | None, most: int | None, report: Report) -> tuple[str, bool]:
    """The pattern, and whether values can be asked to match it."""
    pattern = schema.pattern
    place = schema.origin.child("pattern")
    if (literal := _LITERAL.fullmatch(pattern)) is not None:
        if "i" in literal[2]:
            told = "no pattern can say that case does not matter (the flag `i`); it is shown and not asked for"
            report.warning("pattern-impossible", told, at=place)
            return pattern, False
        report.info("pattern-delimiters", "the slashes around the pattern are not part of it", at=place)
        pattern = literal[1]
    if patterns.is_impossible(pattern):
        what = "no text"
    elif patterns.is_impossible(pattern, least or 0, most):
        what = "no text of the lengths that are allowed"
    elif not _allows(pattern, schema.format):
        what = f"no {schema.format}"
    else:
        return pattern, True
    report.warning(
        "pattern-impossible", f"{what} can match {_printed(pattern)}; it is shown and not asked for", at=place
    )
    return pattern, False


def _allows(pattern: str, format: str) -> bool:
    """Whether texts of a format can match, as far as can be seen; asked of the formats that have a type in Python."""
    if format not in ("date", "date-time"):
        return True
    return formats.fits(examples.text(model.Text(format=format, pattern=pattern)), format)


def number(schema: draft.Schema, *, integer: bool) -> Shape:
    """The shape of a number."""
    return _NUMBER(
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
    return replaced(schema, enum=None, enum_names=(), items=items)


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


_TEXT: Final = functools.lru_cache(maxsize=4096, typed=True)(model.Text)
_NUMBER: Final = functools.lru_cache(maxsize=4096, typed=True)(model.Number)
"""One object for the same shape, wherever it stands: what is made of it can be kept with it."""

_LITERAL: Final = re.compile(r"/(\^.*\$)/([a-z]*)", re.DOTALL)
"""A pattern with the delimiters of a literal around its anchors; so written, nothing could match it."""
