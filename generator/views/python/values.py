"""A JSON value as the Python expression that builds it from the API's types.

In: a value and its shape. Out: `Code`, such as `models.Group(name="x", created_at=datetime.datetime(...))`, that type
checks wherever the shape's annotation is asked for. A value that does not fit its shape still gives an expression that
type checks (`cast`, `model_construct`): examples are not always right, and a sample must not stop a build.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import assert_never

from generator import model
from generator.encoders.python import Code, literal
from generator.source import Json
from generator.views.python.models import field_names
from generator.views.python.types import Types

_DEEPEST = 40


class Values:
    """Writes the expressions for one API and one kind of file (`types` says how that file reaches the types)."""

    def __init__(self, api: model.Api, types: Types) -> None:
        self._api = api
        self._types = types
        self._names = field_names(api)

    def expression(self, value: Json, shape: model.Shape, depth: int = 0) -> Code:
        """The expression that builds the value."""
        if depth > _DEEPEST or not fits(value, shape, self._api):
            return self._nearly(value, shape, depth)
        match shape:
            case model.Named():
                return self._named(value, self._api.types[shape.id], depth)
            case model.Text() if isinstance(value, str):
                return _text(value, shape)
            case model.Binary():
                return Code(literal(str(value).encode("utf-8", "replace")))
            case model.Array() if isinstance(value, list):
                return _sequence("[", (self.expression(item, shape.items, depth + 1) for item in value), "]")
            case model.Tuple() if isinstance(value, list):
                return self._tuple(value, shape, depth)
            case model.Map() if isinstance(value, dict):
                return _mapping({key: self.expression(entry, shape.values, depth + 1) for key, entry in value.items()})
            case model.Union():
                return self.expression(value, self._variant(value, shape), depth + 1)
            case _:
                return Code(literal(value))

    def _named(self, value: Json, entry: model.Type, depth: int) -> Code:
        match entry:
            case model.Alias():
                return self.expression(value, entry.shape, depth + 1)
            case model.Object():
                assert isinstance(value, dict)
                known = {field.name for field in entry.fields}
                if value.keys() - known:
                    return self._validated(value, entry)
                return self._built(value, entry, self._types.named(entry.id), depth)
        assert_never(entry)

    def _built(self, value: Mapping[str, Json], entry: model.Object, builder: Code, depth: int) -> Code:
        """A call with a keyword for each property."""
        names = self._names[entry.id]
        shapes = {field.name: field.shape for field in entry.fields}
        parts = {
            names[key]: self.expression(item, shapes[key], depth + 1) for key, item in value.items() if key in names
        }
        keywords = [Code(f"{name}={part}", part.imports) for name, part in parts.items()]
        return _sequence(f"{builder}(", keywords, ")", builder.imports)

    def _validated(self, value: Json, entry: model.Object) -> Code:
        """Properties beyond the known ones cannot be keywords that a type checker accepts."""
        name = self._types.named(entry.id)
        return Code(f"{name}.model_validate({literal(value)})", name.imports)

    def _tuple(self, value: list[Json], shape: model.Tuple, depth: int) -> Code:
        shapes = [*shape.items, *[shape.rest or model.Anything()] * (len(value) - len(shape.items))]
        items = [self.expression(item, part, depth + 1) for item, part in zip(value, shapes, strict=False)]
        if self._types.annotation(shape).text.startswith("tuple["):
            return _sequence("(", items, ",)" if len(items) == 1 else ")")
        return _sequence("[", items, "]")

    def _variant(self, value: Json, shape: model.Union) -> model.Shape:
        told = shape.discriminator
        if told is not None and isinstance(value, dict):
            type_id = told.mapping.get(str(value.get(told.property_name)))
            for variant in shape.variants:
                if isinstance(variant, model.Named) and variant.id == type_id:
                    return variant
        fitting = [variant for variant in shape.variants if fits(value, variant, self._api)]
        return max(fitting, key=lambda variant: self._known(value, variant), default=shape.variants[0])

    def _known(self, value: Json, shape: model.Shape) -> int:
        """How many of an object's properties a variant knows; pydantic chooses by the same measure."""
        entry = self._api.types.get(shape.id) if isinstance(shape, model.Named) else None
        if not isinstance(entry, model.Object) or not isinstance(value, dict):
            return 0
        return len(value.keys() & {field.name for field in entry.fields})

    def _nearly(self, value: Json, shape: model.Shape, depth: int) -> Code:
        """An expression of the right type for a value that does not fit."""
        entry = self._api.types.get(shape.id) if isinstance(shape, model.Named) else None
        if depth <= _DEEPEST and isinstance(entry, model.Object) and isinstance(value, dict):
            name = self._types.named(entry.id)
            return self._built(value, entry, Code(f"{name}.model_construct", name.imports), depth)
        if depth <= _DEEPEST and isinstance(shape, model.Array) and isinstance(value, list):
            return _sequence("[", (self.expression(item, shape.items, depth + 1) for item in value), "]")
        if depth <= _DEEPEST and isinstance(entry, model.Alias):
            return self.expression(value, entry.shape, depth + 1)
        annotation = self._types.annotation(shape)
        imports = annotation.imports | {("typing", "cast")}
        return Code(f"cast({literal(str(annotation))}, {literal(value)})", imports)


def fits(value: Json, shape: model.Shape, api: model.Api, depth: int = 0) -> bool:
    """True where the value is of the shape, bounds and patterns aside."""
    if depth > _DEEPEST:
        return True
    match shape:
        case model.Named():
            return _fits_named(value, api.types[shape.id], api, depth)
        case model.Text():
            return isinstance(value, str) and _parses(value, shape)
        case model.Binary():
            return isinstance(value, str)
        case model.Number():
            if isinstance(value, bool) or not isinstance(value, int | float):
                return False
            return not shape.integer or isinstance(value, int)
        case model.Boolean():
            return isinstance(value, bool)
        case model.Null() | model.Never():
            return value is None
        case model.Anything():
            return True
        case model.Enum():
            return any(entry.value == value and type(entry.value) is type(value) for entry in shape.values)
        case model.Array():
            return isinstance(value, list) and all(fits(item, shape.items, api, depth + 1) for item in value)
        case model.Tuple():
            return isinstance(value, list) and _fits_tuple(value, shape, api, depth)
        case model.Map():
            return isinstance(value, dict) and all(fits(item, shape.values, api, depth + 1) for item in value.values())
        case model.Union():
            return any(fits(value, variant, api, depth + 1) for variant in shape.variants)
    assert_never(shape)


def _fits_named(value: Json, entry: model.Type, api: model.Api, depth: int) -> bool:
    if isinstance(entry, model.Alias):
        return fits(value, entry.shape, api, depth + 1)
    if not isinstance(value, dict):
        return False
    extra: model.Shape = model.Anything() if entry.additional is None else entry.additional
    known = {field.name: field for field in entry.fields}
    if any(field.required and field.name not in value for field in entry.fields):
        return False
    return all(fits(item, known[key].shape if key in known else extra, api, depth + 1) for key, item in value.items())


def _fits_tuple(value: list[Json], shape: model.Tuple, api: model.Api, depth: int) -> bool:
    if len(value) < (shape.min_items or 0) or (shape.rest is None and len(value) > len(shape.items)):
        return False
    shapes = [*shape.items, *[shape.rest or model.Anything()] * (len(value) - len(shape.items))]
    return all(fits(item, part, api, depth + 1) for item, part in zip(value, shapes, strict=False))


def _text(value: str, shape: model.Text) -> Code:
    if shape.format == "date-time":
        return Code(f"datetime.datetime.fromisoformat({literal(value)})", [("datetime", "")])
    if shape.format == "date":
        return Code(f"datetime.date.fromisoformat({literal(value)})", [("datetime", "")])
    return Code(literal(value))


def _parses(value: str, shape: model.Text) -> bool:
    try:
        if shape.format == "date-time":
            datetime.datetime.fromisoformat(value)
        elif shape.format == "date":
            datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _sequence(left: str, parts: Iterable[Code], right: str, imports: Iterable[tuple[str, str]] = ()) -> Code:
    listed = list(parts)
    text = ", ".join(part.text for part in listed)
    return Code(f"{left}{text}{right}", frozenset(imports).union(*(part.imports for part in listed)))


def _mapping(parts: Mapping[str, Code]) -> Code:
    return _sequence("{", (Code(f"{literal(key)}: {part}", part.imports) for key, part in parts.items()), "}")
