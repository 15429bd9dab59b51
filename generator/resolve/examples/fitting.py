"""Whether a JSON value fits a shape, and reading one as it where it nearly does (`"10"` for 10).

In: values, shapes, the types they name. Out: yes or no, or the value as the shape wants it. It is lenient where a
source usually is: further properties are welcome, and a format is only checked where programs give it a type of its
own, or where validators commonly look at it (`email`).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Final, assert_never

from generator import model
from generator.model import Shape, TypeId
from generator.resolve import formats
from generator.resolve.examples import patterns
from generator.source import MISSING, Json, Missing

MAX_DEPTH: Final = 80


def fits(types: Mapping[TypeId, model.Type], value: Json, shape: Shape, depth: int = 0) -> bool:
    """Whether the value is valid for the shape."""
    if depth > MAX_DEPTH:
        return False
    match shape:
        case model.Text():
            return isinstance(value, str) and _fits_text(value, shape)
        case model.Number():
            return _is_number(value) and _fits_number(value, shape)
        case model.Boolean():
            return isinstance(value, bool)
        case model.Null():
            return value is None
        case model.Anything():
            return True
        case model.Never():
            return False
        case model.Binary():
            return isinstance(value, str)
        case model.Enum(values=values):
            return any(same(value, entry.value) for entry in values)
        case model.Array():
            return _fits_array(types, value, shape, depth)
        case model.Tuple():
            return _fits_tuple(types, value, shape, depth)
        case model.Map():
            return (
                isinstance(value, dict)
                and _within(len(value), shape.min_properties, shape.max_properties)
                and all(fits(types, entry, shape.values, depth + 1) for entry in value.values())
            )
        case model.Union():
            return _fits_union(types, value, shape, depth)
        case model.Named(id=name):
            entry = types.get(name)
            if isinstance(entry, model.Alias):
                return fits(types, value, entry.shape, depth + 1)
            return entry is not None and _fits_object(types, value, entry, depth)
    assert_never(shape)


def same(one: Json, other: Json) -> bool:
    """Equality of JSON scalars: true is not 1, 1.0 is."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def read(types: Mapping[TypeId, model.Type], value: Json, shape: Shape) -> Json | Missing:
    """The value where it fits; else what it becomes when it is read as the shape; `MISSING` where nothing fits."""
    if fits(types, value, shape):
        return value
    for reading in _READINGS:
        found = reading(value)
        if found is not MISSING and fits(types, found, shape):
            return found
    if isinstance(value, dict | list):
        found = _read_inside(types, value, shape, 0)
        if fits(types, found, shape):
            return found
    return MISSING


def _read_inside(types: Mapping[TypeId, model.Type], value: Json, shape: Shape, depth: int) -> Json:
    """The value with the scalars inside it read as what stands there, where they fit then: a `postal_code: 78652`."""
    if depth > MAX_DEPTH:
        return value
    match shape:
        case model.Named(id=name):
            entry = types.get(name)
            if isinstance(entry, model.Alias):
                return _read_inside(types, value, entry.shape, depth + 1)
            if entry is None or not isinstance(value, dict):
                return value
            fields = {field.name: field.shape for field in entry.fields}
            rest = entry.additional or model.Anything()
            return {key: _read_inside(types, part, fields.get(key, rest), depth + 1) for key, part in value.items()}
        case model.Array(items=items) if isinstance(value, list):
            return [_read_inside(types, part, items, depth + 1) for part in value]
        case model.Map(values=values) if isinstance(value, dict):
            return {key: _read_inside(types, part, values, depth + 1) for key, part in value.items()}
        case model.Union(variants=(only, model.Null())) if value is not None:
            return _read_inside(types, value, only, depth + 1)
        case model.Text() | model.Number() | model.Boolean() | model.Enum() if not fits(types, value, shape):
            read_as = (found for reading in _SCALAR_READINGS if (found := reading(value)) is not MISSING)
            return next((found for found in read_as if fits(types, found, shape)), value)
        case _:
            return value


def read_default(types: Mapping[TypeId, model.Type], value: Json, shape: Shape) -> Json | Missing:
    """`read`, but for what validators refuse as a default and people often write as an example."""
    found = read(types, value, shape)
    return found if not isinstance(found, str) or _is_exact(types, found, shape) else MISSING


def _is_exact(types: Mapping[TypeId, model.Type], value: str, shape: Shape) -> bool:
    """Whether a text that fits is exactly of the format that it fits."""
    for _ in range(MAX_DEPTH):
        if isinstance(shape, model.Union):
            return any(fits(types, value, one) and _is_exact(types, value, one) for one in shape.variants)
        entry = types.get(shape.id) if isinstance(shape, model.Named) else None
        if not isinstance(entry, model.Alias):
            break
        shape = entry.shape
    return not isinstance(shape, model.Text) or formats.is_exact(value, shape.format)


def _fits_text(value: str, shape: model.Text) -> bool:
    if not _within(len(value), shape.min_length, shape.max_length):
        return False
    if not formats.fits(value, shape.format):
        return False
    return not shape.pattern or not shape.pattern_holds or patterns.matches(shape.pattern, value) is not False


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _fits_number(value: Json, shape: model.Number) -> bool:
    assert isinstance(value, int | float)
    if shape.integer and isinstance(value, float) and not value.is_integer():
        return False
    if not _within(value, shape.minimum, shape.maximum) or not _within(value, *_RANGES.get(shape.format, _ANY)):
        return False
    if shape.exclusive_minimum is not None and value <= shape.exclusive_minimum:
        return False
    if shape.exclusive_maximum is not None and value >= shape.exclusive_maximum:
        return False
    return shape.multiple_of is None or _is_multiple(value, shape.multiple_of)


def _is_multiple(value: int | float, step: int | float) -> bool:
    """Whether a number is a multiple of another, within the precision of floating point."""
    if isinstance(value, int) and isinstance(step, int):
        return value % step == 0
    try:
        ratio = value / step
    except (OverflowError, ZeroDivisionError):
        return True
    return math.isinf(ratio) or abs(ratio - round(ratio)) < 1e-9 * max(1.0, abs(ratio))


def _within(value: int | float, least: int | float | None, most: int | float | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _fits_array(types: Mapping[TypeId, model.Type], value: Json, shape: model.Array, depth: int) -> bool:
    if not isinstance(value, list) or not _within(len(value), shape.min_items, shape.max_items):
        return False
    if shape.unique and len({json.dumps(entry, sort_keys=True) for entry in value}) < len(value):
        return False
    return all(fits(types, entry, shape.items, depth + 1) for entry in value)


def _fits_tuple(types: Mapping[TypeId, model.Type], value: Json, shape: model.Tuple, depth: int) -> bool:
    if not isinstance(value, list) or len(value) < (shape.min_items or 0):
        return False
    rest = value[len(shape.items) :]
    if rest and (shape.rest is None or not all(fits(types, entry, shape.rest, depth + 1) for entry in rest)):
        return False
    return all(fits(types, entry, item, depth + 1) for entry, item in zip(value, shape.items, strict=False))


def _fits_union(types: Mapping[TypeId, model.Type], value: Json, shape: model.Union, depth: int) -> bool:
    if shape.discriminator is not None and isinstance(value, dict):
        told = value.get(shape.discriminator.property_name)
        variant = shape.discriminator.mapping.get(told) if isinstance(told, str) else None
        if variant is not None:
            return fits(types, value, model.Named(id=variant), depth + 1)
    return any(fits(types, value, variant, depth + 1) for variant in shape.variants)


def _fits_object(types: Mapping[TypeId, model.Type], value: Json, entry: model.Object, depth: int) -> bool:
    if not isinstance(value, dict):
        return False
    known = set()
    for field in entry.fields:
        known.add(field.name)
        if field.name not in value:
            if field.required:
                return False
        elif not fits(types, value[field.name], field.shape, depth + 1):
            return False
    further = entry.additional
    if further is None or isinstance(further, model.Never | model.Anything):
        return True
    return all(fits(types, part, further, depth + 1) for name, part in value.items() if name not in known)


def _as_number(value: Json) -> Json | Missing:
    """`"10"` -> 10, `"1.5"` -> 1.5."""
    if not isinstance(value, str) or len(value) > 40 or not _NUMBER.fullmatch(value.strip()):
        return MISSING
    number = float(value)
    return int(value) if _INTEGER.fullmatch(value.strip()) else number if math.isfinite(number) else MISSING


def _as_text(value: Json) -> Json | Missing:
    """0 -> `"0"`, true -> `"true"`."""
    return json.dumps(value) if isinstance(value, bool | int | float) else MISSING


def _as_boolean(value: Json) -> Json | Missing:
    """`"true"` -> true; numbers are left alone."""
    return {"true": True, "false": False}.get(value.strip().lower(), MISSING) if isinstance(value, str) else MISSING


def _as_json(value: Json) -> Json | Missing:
    """A text that holds an object or a list."""
    if not isinstance(value, str) or value.strip()[:1] not in ("{", "["):
        return MISSING
    try:
        parsed: Json = json.loads(value)
    except (ValueError, RecursionError):
        return MISSING
    return parsed


def _as_list(value: Json) -> Json | Missing:
    """A single value where a list is asked for."""
    return MISSING if isinstance(value, list) else [value]


def _as_list_of_words(value: Json) -> Json | Missing:
    """`"a,b"` -> [a, b], as it would stand in a URL."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) and value else MISSING


def _as_object(value: Json) -> Json | Missing:
    """An example given as the only entry of a list."""
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) else MISSING


def _stripped(value: Json) -> Json | Missing:
    return value.strip() if isinstance(value, str) else MISSING


_READINGS: Final[tuple[Callable[[Json], Json | Missing], ...]] = (
    _as_number, _as_boolean, _as_text, _as_json, _stripped, _as_list_of_words, _as_list, _as_object,
)  # fmt: skip
_SCALAR_READINGS: Final = (_as_number, _as_boolean, _as_text)
_ANY: Final = (None, None)
_RANGES: Final = {f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (32, 64)}
"""The formats of numbers that validators look at (OpenAPI 3.1 §4.4)."""
_INTEGER: Final = re.compile(r"[-+]?\d+")
_NUMBER: Final = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
