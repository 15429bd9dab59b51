"""Values that fit: default, example and accepted values as values of the field's type, and in its schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.draft import Claim, Reference, Schema
from generator.readers.pages.fields.names import ASIDE
from generator.readers.pages.fields.record import Field
from generator.readers.pages.notation import types, values
from generator.source import Json

_PLAIN = (("string",), ("integer",), ("number",))


def with_enum(entry: Field, enum: Claim[tuple[Json, ...]] | None) -> Field:
    """The field with these accepted values, where it says none itself and is not of a type that has none."""
    schema = entry.schema
    if enum is None or entry.enum or not isinstance(schema, Schema) or "object" in schema.types:
        return entry
    known = schema.items if "array" in schema.types else schema
    if isinstance(known, Reference) or (known is not None and (known.enum or "boolean" in known.types)):
        return entry
    return fitted(replace(entry, enum=enum))


def fitted(entry: Field) -> Field:
    """Default, example and enum as values of the field's type, and repeated in its schema."""
    schema = entry.schema
    if not isinstance(schema, Schema) or not (entry.default or entry.example or entry.enum):
        return entry
    default = _as_typed(entry.default, schema)
    example = _as_typed(entry.example, schema)
    said = entry.enum if entry.enum and _may_have(schema, entry.enum.value) else None
    if said and "null" in said.value and len(said.value) > 1 and schema.types in _PLAIN:
        said = Claim(tuple(value for value in said.value if value != "null"), said.origin)
        schema = replace(schema, types=(*schema.types, "null"))
    enum: Claim[tuple[Json, ...]] | None = None
    if said:
        schema = _limited(schema, said.value)
        whole = None if "array" in schema.types else schema.enum
        enum = Claim(tuple(value for value in whole if value is not None), said.origin) if whole else None
    if default:
        schema = replace(schema, default=default.value)
    return replace(entry, schema=schema, default=default, example=example, enum=enum)


def _may_have(schema: Schema, said: Sequence[Json]) -> bool:
    """Whether a type may have accepted values: not an object or a list of them, nor a boolean, whose values are known.

    Words are not all that a type has which may be a number as well.
    """
    flags = schema.types == ("boolean",) and {str(value).casefold() for value in said} == {"true", "false"}
    numbers = "string" in schema.types and not {"integer", "number"}.isdisjoint(schema.types)
    words = any(isinstance(value, str) and (types.is_word(value) or value in ("true", "false")) for value in said)
    of_objects = isinstance(schema.items, Schema) and "object" in schema.items.types
    return not flags and "object" not in schema.types and not of_objects and not (numbers and words)


def _limited(schema: Schema, said: tuple[Json, ...]) -> Schema:
    """The schema with these accepted values: an array's are those of its entries, a union's those of all its parts."""
    if schema.any_of:
        return replace(schema, any_of=tuple(_limited(p, said) if isinstance(p, Schema) else p for p in schema.any_of))
    if "array" in schema.types:
        items = schema.items
        if items is None and all(isinstance(value, str) and types.is_word(value) for value in said):
            items = Schema(origin=schema.origin, types=("string",))
        return replace(schema, items=_limited(items, said)) if isinstance(items, Schema) else schema
    typed = tuple(values.typed(value, schema) if isinstance(value, str) else value for value in said)
    null = (None,) if "null" in schema.types and None not in typed else ()
    return replace(schema, enum=(*typed, *null))


def _as_typed(claim: Claim[Json] | None, schema: Schema) -> Claim[Json] | None:
    """The value as one of the type; behind it there may be an aside, as in `86400 (24 hours)`."""
    if claim is None or not isinstance(claim.value, str):
        return claim
    if claim.value == "null" and "null" not in schema.types:
        return None
    value = values.typed(claim.value, schema)
    if isinstance(value, str) and "string" not in schema.types and (aside := ASIDE.search(value)):
        value = values.typed(value[: aside.start()], schema)
        value = claim.value if isinstance(value, str) else value
    return Claim(value, claim.origin)
