"""Why a JSON value does not fit a shape, in words for a message.

In: a value that `fitting.fits` refuses. Out: where in it the first thing is wrong, and what (`size.width` is "big", not
an integer). Only called for what was refused, so that nothing here must be fast.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final, assert_never

from generator import model
from generator.model import Shape, TypeId
from generator.resolve.examples.fitting import MAX_DEPTH, fits
from generator.source import Json

WIDTH: Final = 40
"""How much of a value is shown."""


def why(types: Mapping[TypeId, model.Type], value: Json, shape: Shape) -> str:
    """What is wrong, and where in the value; "" where it fits."""
    return _why(types, value, shape, "", 0)


def why_no_default(types: Mapping[TypeId, model.Type], value: Json, shape: Shape) -> str:
    """What is wrong with a default: like `why`, and it must be exactly of its format."""
    return why(types, value, shape) or f"it is {_shown(value)}, not exactly of its format"


def _why(types: Mapping[TypeId, model.Type], value: Json, shape: Shape, way: str, depth: int) -> str:
    if fits(types, value, shape):
        return ""
    if depth > MAX_DEPTH:
        return f"{_place(way)} is nested too deep"
    match shape:
        case model.Named(id=name):
            entry = types.get(name)
            if isinstance(entry, model.Alias):
                return _why(types, value, entry.shape, way, depth + 1)
            if entry is not None and isinstance(value, dict):
                return _why_not_object(types, value, entry, way, depth)
        case model.Array() if isinstance(value, list):
            for index, item in enumerate(value):
                if found := _why(types, item, shape.items, f"{way}[{index}]", depth + 1):
                    return found
            bounds = _bounds(shape.min_items, shape.max_items)
            return f"{_place(way)} has {len(value)} entries" + (f", not {bounds}" if bounds else ", some twice")
        case model.Map() if isinstance(value, dict):
            for key, item in value.items():
                if found := _why(types, item, shape.values, _below(way, key), depth + 1):
                    return found
            bounds = _bounds(shape.min_properties, shape.max_properties)
            return f"{_place(way)} has {len(value)} properties, not {bounds}"
        case model.Union():
            told = [variant for variant in shape.variants if not isinstance(variant, model.Null)]
            if len(told) == 1:
                return _why(types, value, told[0], way, depth + 1)
        case _:
            pass
    return f"{_place(way)} is {_shown(value)}, not {_wanted(shape)}"


def _why_not_object(
    types: Mapping[TypeId, model.Type], value: dict[str, Json], entry: model.Object, way: str, depth: int
) -> str:
    missing = [field.name for field in entry.fields if field.required and field.name not in value]
    if missing:
        return f"{_place(_below(way, missing[0]))} is missing"
    shapes = {field.name: field.shape for field in entry.fields}
    for name, item in value.items():
        shape = shapes.get(name, entry.additional)
        if shape is not None and (found := _why(types, item, shape, _below(way, name), depth + 1)):
            return found
    return f"{_place(way)} is not as described"


def _wanted(shape: Shape) -> str:
    """The shape with what bounds it."""
    match shape:
        case model.Anything():
            return "anything"
        case model.Never():
            return "a value at all"
        case model.Null():
            return "null"
        case model.Boolean():
            return "a boolean"
        case model.Binary():
            return "a text"
        case model.Text():
            return _wanted_text(shape)
        case model.Number():
            return _wanted_number(shape)
        case model.Enum(values=values):
            return "one of " + _cut(", ".join(json.dumps(entry.value, ensure_ascii=False) for entry in values))
        case model.Array():
            return "a list"
        case model.Tuple(items=items):
            return f"a list whose first {len(items)} entries are as described"
        case model.Map():
            return "an object"
        case model.Union():
            return "any of its variants"
        case model.Named(id=name):
            return f"a {name.rpartition('/')[2]}"
    assert_never(shape)


def _wanted_text(shape: model.Text) -> str:
    if shape.pattern and shape.pattern_holds:
        return f"a text that matches {_cut(shape.pattern)}"
    bounds = _bounds(shape.min_length, shape.max_length)
    return (
        "a text" + (f" of format {shape.format}" if shape.format else "") + (f" of length {bounds}" if bounds else "")
    )


def _wanted_number(shape: model.Number) -> str:
    named = "an integer" if shape.integer else "a number"
    least = shape.minimum if shape.minimum is not None else shape.exclusive_minimum
    most = shape.maximum if shape.maximum is not None else shape.exclusive_maximum
    bounds = _bounds(least, most)
    step = f", a multiple of {shape.multiple_of}" if shape.multiple_of is not None else ""
    return named + (f" of {bounds}" if bounds else "") + step


def _bounds(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f"{least} to {most}"
    return f"at least {least}" if least is not None else f"at most {most}" if most is not None else ""


def _below(way: str, name: str) -> str:
    return f"{way}.{name}" if way else name


def _place(way: str) -> str:
    return f"`{_cut(way)}`" if way else "it"


def _shown(value: Json) -> str:
    return _cut(json.dumps(value, ensure_ascii=False))


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
