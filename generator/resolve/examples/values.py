"""An example value for every shape: the source's own where it is valid, else one made from the shape.

In: the types of an API. Out: JSON values, the same for the same types, small enough to read. Objects show their
optional fields too while there is room, level by level; below that only what is required, in an order in which nothing
contains itself. It knows nothing of drafts beyond the examples that come from them.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, assert_never

from generator import draft, model
from generator.diagnostics import Report
from generator.model import Shape, TypeId
from generator.resolve import shapes
from generator.resolve.examples import fitting, misfits, patterns
from generator.source import MISSING, Json, Missing

ROOM: Final = (160, 60, 20)
"""How many values a type's example may hold with its optional fields, by how deep it stands."""

MAX_VALUES: Final = 4000
"""No example is larger, even where that leaves out what is required."""

_Sized = tuple[Json | Missing, int]
"""A value and how many values it holds."""

_NOTHING: Final[_Sized] = (MISSING, 0)


def named(examples: Sequence[model.Example]) -> tuple[model.Example, ...]:
    """The examples, each with a name of its own where there are several."""
    if len(examples) < 2:
        return tuple(examples)
    found: dict[str, model.Example] = {}
    for example in examples:
        base = example.name or "example"
        name, number = base, 2
        while name in found:
            name, number = f"{base}{number}", number + 1
        found[name] = example if name == example.name else replace(example, name=name)
    return tuple(found.values())


class Examples:
    """Makes examples. Every `example` in the types is taken to be valid (`settling` sees to that)."""

    def __init__(self, types: Mapping[TypeId, model.Type], report: Report | None = None) -> None:
        self._types = types
        self._report = report
        self._order = _finite(types)
        self._made: dict[tuple[TypeId, int], _Sized] = {}
        for name in self._order:  # the smallest ones first, so that no chain of types is followed to its end at once
            self._named(name, len(ROOM), len(self._order))

    @property
    def types(self) -> Mapping[TypeId, model.Type]:
        """The types that the examples are made for."""
        return self._types

    def exemplified(self) -> Mapping[TypeId, model.Type]:
        """The types, each with an example: one is made where it has none of its own."""
        return {
            name: replace(entry, example=self.make(model.Named(id=name)), example_given=False)
            if entry.example is MISSING
            else entry
            for name, entry in self._types.items()
        }

    def mismatch(self, example: draft.Example, value: Json | Missing, shape: Shape) -> None:
        """Say that an example is left out; `value` is what it was read as, if it could be read at all."""
        if self._report is not None:
            reason = "it cannot be read" if value is MISSING else misfits.why(self._types, value, shape)
            self._report.info("example-mismatch", f"the example is left out: {reason}", at=example.origin)

    def make(self, shape: Shape, level: int = 0) -> Json:
        """An example of the shape; null where no value is valid, or only an endless one. A higher level is smaller."""
        found, _ = self._make(shape, level, len(self._order))
        return None if found is MISSING else found

    def fits(self, value: Json, shape: Shape) -> bool:
        """Whether the value is valid for the shape; further properties are welcome."""
        return fitting.fits(self._types, value, shape)

    def read(self, value: Json, shape: Shape) -> Json | Missing:
        """The value as the shape wants it (`"10"` as 10); `MISSING` where it cannot be read so."""
        return fitting.read(self._types, value, shape)

    def read_default(self, value: Json, shape: Shape) -> Json | Missing:
        """The default as the shape wants it; `MISSING` where it is not valid."""
        return fitting.read_default(self._types, value, shape)

    def why_no_default(self, value: Json, shape: Shape) -> str:
        """What is wrong with a default that is not valid, in words."""
        return misfits.why_no_default(self._types, value, shape)

    def example_of(
        self, shape: Shape, given: Iterable[draft.Example], default: Json | Missing = MISSING
    ) -> tuple[model.Example, ...]:
        """The given examples that are valid; where there is none, the default if that shows something, else one that is
        made."""
        found = []
        for example in given:
            value = self.read(example.value, shape)
            if value is MISSING:
                self.mismatch(example, example.value, shape)
                continue
            found.append(
                model.Example(value=value, name=example.name, summary=example.summary, description=example.description)
            )
        if found:
            return named(found)
        value = _telling(default)
        return (model.Example(value=self.make(shape) if value is MISSING else value, given=False),)

    def _make(self, shape: Shape, level: int, before: int) -> _Sized:
        """The example of a shape. At the last level, only types that come `before` in the order of making are used."""
        match shape:
            case model.Text():
                return text(shape), 1
            case model.Binary():
                return "binary", 1
            case model.Number():
                return number(shape), 1
            case model.Boolean():
                return True, 1
            case model.Null():
                return None, 1
            case model.Anything():
                return "value", 1
            case model.Never():
                return _NOTHING
            case model.Enum(values=values):
                return (values[0].value, 1) if values else _NOTHING
            case model.Array():
                return self._list(shape, level, before)
            case model.Tuple():
                return self._tuple(shape, level, before)
            case model.Map():
                return self._map(shape, level, before)
            case model.Union():
                return self._union(shape, level, before)
            case model.Named(id=name):
                return self._named(name, level, before)
        assert_never(shape)

    def _named(self, name: TypeId, level: int, before: int) -> _Sized:
        order = self._order.get(name)
        if order is None or (level >= len(ROOM) and order >= before):
            return _NOTHING
        level = min(level, len(ROOM))
        if (name, level) not in self._made:
            entry = self._types[name]
            found = _given(entry.example, ROOM[min(level, len(ROOM) - 1)])
            if found is None and isinstance(entry, model.Alias):
                found = self._make(entry.shape, level + 1, order)
            elif found is None:
                assert isinstance(entry, model.Object)
                found = self._object(entry, level, order)
            self._made[name, level] = found
        return self._made[name, level]

    # -- objects

    def _object(self, entry: model.Object, level: int, order: int) -> _Sized:
        """The required fields, and of the optional ones what there is room for; plain ones go before nested ones."""
        room = ROOM[level] if level < len(ROOM) else 0
        parts: dict[str, _Sized] = {}
        for field in entry.fields:
            if field.required:
                parts[field.name] = self._field(field, level, order, room)
                room -= parts[field.name][1]
        optional = [field for field in entry.fields if room > 0 and not (field.required or field.deprecated)]
        for field in sorted(optional, key=lambda field: _is_nested(field.shape)):
            if room <= 0:
                break
            part = self._field(field, level, order, room)
            if part[0] is not MISSING and part[1] <= room:
                parts[field.name] = part
                room -= part[1]
        size = 1 + sum(part[1] for part in parts.values())
        if size > MAX_VALUES:
            return {}, 1
        values = ((field.name, parts[field.name][0]) for field in entry.fields if field.name in parts)
        return {name: value for name, value in values if value is not MISSING}, size

    def _field(self, field: model.Field, level: int, order: int, room: int) -> _Sized:
        example = _telling(field.default) if field.example is MISSING else field.example
        given = _given(example, max(room, ROOM[-1]))
        if given is not None:
            return given
        found = self._make(field.shape, level + 1, order)
        if found[1] > room and level < len(ROOM):
            least = self._make(field.shape, len(ROOM), order)
            return least if least[0] is not MISSING else found
        return found

    # -- lists, maps, unions

    def _list(self, shape: model.Array, level: int, before: int) -> _Sized:
        least = shape.min_items or 0
        if shape.max_items == 0 or (level >= len(ROOM) and not least):
            return [], 1
        item, size = self._make(shape.items, level, before)
        if item is MISSING:
            return ([], 1) if not least else _NOTHING
        count = min(max(least, 1), MAX_VALUES // max(size, 1))
        items = [item] * count
        if shape.unique and count > 1:
            items = _distinct(shape.items, item, count)
        return items, 1 + size * count

    def _tuple(self, shape: model.Tuple, level: int, before: int) -> _Sized:
        items: list[Json] = []
        total = 1
        for part in shape.items:
            item, size = self._make(part, level, before)
            if item is MISSING or total + size > MAX_VALUES:
                break
            items.append(item)
            total += size
        while len(items) < min(shape.min_items or 0, MAX_VALUES) and shape.rest is not None:
            item, size = self._make(shape.rest, level, before)
            if item is MISSING or total + size > MAX_VALUES:
                break
            items.append(item)
            total += size
        return items, total

    def _map(self, shape: model.Map, level: int, before: int) -> _Sized:
        least = shape.min_properties or 0
        if not least and (shape.max_properties == 0 or level >= len(ROOM) or isinstance(shape.values, model.Anything)):
            return {}, 1
        value, size = self._make(shape.values, level, before)
        if value is MISSING:
            return ({}, 1) if not least else _NOTHING
        count = min(max(least, 1), MAX_VALUES // max(size, 1))
        return {"key" if index == 0 else f"key{index + 1}": value for index in range(count)}, 1 + size * count

    def _union(self, shape: model.Union, level: int, before: int) -> _Sized:
        for variant in shape.variants:
            value, size = self._make(variant, level, before)
            if value is not MISSING:
                return _told(shape, variant, value), size
        return _NOTHING


def text(shape: model.Text) -> str:
    """A text of that format, pattern and length, as far as one can be found."""
    plain = _FORMATS.get(shape.format, "string")
    if not shape.pattern and shape.min_length is None and shape.max_length is None:
        return plain
    pattern = shape.pattern if shape.pattern_holds else ""
    least, most = shape.min_length or 0, shape.max_length
    in_bounds = least <= len(plain) and (most is None or len(plain) <= most)
    if in_bounds and (not pattern or patterns.matches(pattern, plain)):
        return plain
    if pattern and (found := patterns.sample(pattern, least, most)) is not None:
        return found
    least = min(least, 100_000)
    padded = (plain + plain[-1] * (least - len(plain))) if len(plain) < least else plain
    return padded if most is None else padded[: max(most, 0)]


def number(shape: model.Number) -> int | float:
    """A number within the bounds: 1 (or 1.5) where that is allowed, else the one nearest to a bound."""
    step = shape.multiple_of
    low = _tightest(max, shape.minimum, shape.exclusive_minimum)
    high = _tightest(min, shape.maximum, shape.exclusive_maximum)
    nudge = step or (1 if shape.integer else _gap(low, high))
    candidates: list[int | float] = [1, 10, 0] if shape.integer else [1.5, 1.0, 0]
    if step is not None:
        candidates = [step, 0]
    if low is not None:
        candidates += [low, low + nudge, _above(low, nudge)]
    if high is not None:
        candidates += [high, high - nudge, -_above(-high, nudge)]
    for candidate in candidates:
        if not math.isfinite(candidate):
            continue
        value = int(candidate) if shape.integer else candidate
        if fitting.fits({}, value, shape):
            return value
    return 1 if shape.integer else 1.5


def _tightest(choose: Callable[[list[float | int]], float | int], *bounds: float | int | None) -> float | int | None:
    given = [bound for bound in bounds if bound is not None]
    return choose(given) if given else None


def _gap(low: float | int | None, high: float | int | None) -> float:
    """A step that stays within the bounds."""
    return 0.5 if low is None or high is None or low == high or high - low >= 1 else (high - low) / 2


def _above(value: int | float, step: int | float) -> int | float:
    """The least multiple of the step that is not less than the value."""
    if isinstance(value, int) and isinstance(step, int):
        return -(-value // step) * step
    ratio = value / step
    return math.ceil(ratio) * step if math.isfinite(ratio) else value


def _distinct(shape: Shape, item: Json, count: int) -> list[Json]:
    """Several different items, where that is easily done."""
    if isinstance(shape, model.Enum):
        return [value.value for value in shape.values[:count]]
    if isinstance(item, str) and isinstance(shape, model.Text) and not shape.pattern and not shape.format:
        return [item, *(f"{item}{number}" for number in range(2, count + 1))]
    if isinstance(item, int | float) and not isinstance(item, bool):
        step = shape.multiple_of or 1 if isinstance(shape, model.Number) else 1
        return [item + step * number for number in range(count)]
    return [item] * count


def _told(shape: model.Union, variant: Shape, value: Json) -> Json:
    """The value with the discriminator's value for its variant."""
    if shape.discriminator is None or not isinstance(variant, model.Named) or not isinstance(value, dict):
        return value
    told = [word for word, name in shape.discriminator.mapping.items() if name == variant.id]
    property_name = shape.discriminator.property_name
    return value if not told or value.get(property_name) in told else {**value, property_name: told[0]}


def _telling(default: Json | Missing) -> Json | Missing:
    """A default that shows what values look like: null and what is empty do not."""
    return MISSING if default in (None, "", [], {}) else default


def _given(value: Json | Missing, room: int) -> _Sized | None:
    """A given value and its size, where it is not too large for its place."""
    if value is MISSING:
        return None
    size = _size(value, room)
    return (value, size) if size <= room else None


def _size(value: Json, limit: int) -> int:
    """How many values a value holds; counting ends beyond the limit."""
    count = 0
    stack = [value]
    while stack and count <= limit:
        current = stack.pop()
        count += 1
        if isinstance(current, dict):
            stack.extend(current.values())
        elif isinstance(current, list):
            stack.extend(current)
    return count


def _is_nested(shape: Shape) -> bool:
    return bool(shapes.named_in(shape))


def _finite(types: Mapping[TypeId, model.Type]) -> dict[TypeId, int]:
    """The types that have a finite value, numbered in an order in which each can be made from earlier ones."""
    order: dict[TypeId, int] = {}
    waiting: dict[TypeId, list[TypeId]] = defaultdict(list)
    todo = deque(types)
    while todo:
        name = todo.popleft()
        if name in order:
            continue
        missing = _missing(types[name], order)
        if missing is None:
            order[name] = len(order)
            todo.extend(waiting.pop(name, ()))
        else:
            for other in missing:
                waiting[other].append(name)
    return order


def _missing(entry: model.Type, order: Mapping[TypeId, int]) -> list[TypeId] | None:
    """The types of which a value is needed first; None where all that is needed is there."""
    needed = [entry.shape] if isinstance(entry, model.Alias) else [part.shape for part in entry.fields if part.required]
    missing: list[TypeId] = []
    for shape in needed:
        if not _ready(shape, order):
            missing += shapes.named_in(shape)
    return None if not missing and all(_ready(shape, order) for shape in needed) else missing


def _ready(shape: Shape, order: Mapping[TypeId, int]) -> bool:
    match shape:
        case model.Named(id=name):
            return name in order
        case model.Union(variants=variants):
            return any(_ready(variant, order) for variant in variants)
        case model.Array(items=items, min_items=least):
            return not least or _ready(items, order)
        case model.Map(values=values, min_properties=least):
            return not least or _ready(values, order)
        case _:
            return True


_FORMATS: Final = {
    "date-time": "2024-01-15T09:30:00Z", "date": "2024-01-15", "time": "09:30:00Z", "duration": "P1D",
    "uuid": "123e4567-e89b-12d3-a456-426614174000", "email": "user@example.com", "idn-email": "user@example.com",
    "hostname": "example.com", "idn-hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1",
    "ip": "192.0.2.1", "cidr": "192.0.2.0/24", "mac": "00:00:5e:00:53:01",
    "uri": "https://example.com/", "url": "https://example.com/", "iri": "https://example.com/",
    "uri-reference": "/path", "iri-reference": "/path", "uri-template": "https://example.com/{id}",
    "json-pointer": "/a/b", "relative-json-pointer": "1/a", "regex": "^a+$", "byte": "c3RyaW5n",
    "password": "secret-password", "phone": "+12025550123", "decimal": "1.5", "int32": "1", "int64": "1",
    "float": "1.5", "double": "1.5", "json": "{}",
}  # fmt: skip
