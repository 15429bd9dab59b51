"""Small tools for model shapes: joining them to a union, walking the types they name, renaming those.

In and out: `model` shapes and types. They know nothing of drafts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from generator import model
from generator.model import Shape, TypeId


def union(shapes: Iterable[Shape], discriminator: model.Discriminator | None = None) -> Shape:
    """Any of the shapes: unions flattened, equal ones once, enums joined, null last; a single one is itself.

    What no value fits is left out; without any variant nothing is valid.
    """
    shapes = tuple(shapes)
    if len(shapes) == 1:
        return shapes[0]
    flat: dict[str, Shape] = {}
    enums: dict[str, str] = {}
    for shape in _flattened(shapes):
        if isinstance(shape, model.Never):
            continue
        if isinstance(shape, model.Enum):
            family = type(shape.values[0].value).__name__
            if family in enums and isinstance(known := flat[enums[family]], model.Enum):
                flat[enums[family]] = enum((*known.values, *shape.values))
                continue
            enums[family] = repr(shape)
        flat.setdefault(repr(shape), shape)
    null = flat.pop(repr(_NULL), None)
    variants = tuple(flat.values()) if null is None else (*flat.values(), null)
    if len(variants) < 2:
        return variants[0] if variants else model.Never()
    return model.Union(variants=variants, discriminator=discriminator)


def enum(values: Iterable[model.EnumValue]) -> model.Enum:
    """An enum in which each JSON value stands once; the first name and description given for it count."""
    found: dict[tuple[bool, str | int | float], model.EnumValue] = {}
    for value in values:
        key = (isinstance(value.value, bool), value.value)
        known = found.setdefault(key, value)
        if value.name and not known.name:
            found[key] = value
    return model.Enum(values=tuple(found.values()))


def nullable(shape: Shape) -> bool:
    """Whether null stands among the variants."""
    return isinstance(shape, model.Null) or (
        isinstance(shape, model.Union) and isinstance(shape.variants[-1], model.Null)
    )


def without_null(shape: Shape) -> Shape:
    """What a shape is when it is not null."""
    if isinstance(shape, model.Null):
        return model.Never()
    return union(shape.variants[:-1]) if isinstance(shape, model.Union) and nullable(shape) else shape


def inner(shape: Shape) -> tuple[Shape, ...]:
    """The shapes directly inside a shape."""
    if type(shape) in _LEAVES:
        return ()
    match shape:
        case model.Array(items=items):
            return (items,)
        case model.Tuple(items=items, rest=rest):
            return items if rest is None else (*items, rest)
        case model.Map(values=values):
            return (values,)
        case model.Union(variants=variants):
            return variants
        case (
            model.Text() | model.Binary() | model.Number() | model.Boolean() | model.Null()
            | model.Anything() | model.Never() | model.Enum() | model.Named()
        ):  # fmt: skip
            return ()
    assert_never(shape)


def named_in(shape: Shape) -> Sequence[TypeId]:
    """The types that a shape names, in order."""
    if isinstance(shape, model.Named):
        return (shape.id,)
    return () if type(shape) in _LEAVES else [name for part in inner(shape) for name in named_in(part)]


def shapes_of(entry: model.Type) -> tuple[Shape, ...]:
    """The shapes that a type is made of."""
    if isinstance(entry, model.Alias):
        return (entry.shape,)
    fields = tuple(field.shape for field in entry.fields)
    return fields if entry.additional is None else (*fields, entry.additional)


def used_by(entry: model.Type) -> list[TypeId]:
    """The types that a type names, in order."""
    return [name for shape in shapes_of(entry) for name in named_in(shape)]


def renamed(shape: Shape, rename: Callable[[TypeId], TypeId]) -> Shape:
    """The same shape with other names for the types; the very same object where no name changes."""
    match shape:
        case model.Named(id=name):
            return shape if (other := rename(name)) == name else model.Named(id=other)
        case model.Array(items=items):
            return shape if (new := renamed(items, rename)) is items else replace(shape, items=new)
        case model.Map(values=values):
            return shape if (new := renamed(values, rename)) is values else replace(shape, values=new)
        case model.Tuple(items=items, rest=rest):
            tail = None if rest is None else renamed(rest, rename)
            return replace(shape, items=tuple(renamed(item, rename) for item in items), rest=tail)
        case model.Union(variants=variants, discriminator=discriminator):
            if all(rename(name) == name for name in named_in(shape)):
                return shape
            if discriminator is not None:
                mapping = {value: rename(name) for value, name in discriminator.mapping.items()}
                discriminator = replace(discriminator, mapping=mapping)
            return replace(
                shape, variants=tuple(renamed(variant, rename) for variant in variants), discriminator=discriminator
            )
        case _:
            return shape


def _flattened(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, model.Union):
            yield from shape.variants
        else:
            yield shape


_LEAVES = frozenset((model.Text, model.Named, model.Number, model.Boolean, model.Enum, model.Null))
"""The most frequent shapes with nothing inside."""

_NULL = model.Null()
