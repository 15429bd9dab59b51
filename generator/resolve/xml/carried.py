"""Whether values of a shape can be written in XML and read again.

In: a shape and the types it names. Out: the reason why not, or None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import model
from generator.encoders.xml import is_name
from generator.model import Shape, TypeId
from generator.resolve import shapes

TEXT = "it is text"
"""The reason that is no loss: the schema says no more than that the body is text."""


def why_not(types: Mapping[TypeId, model.Type], shape: Shape) -> str | None:
    """Why a body of that shape is passed on as its text; None where its values can be carried."""
    for core in _cores(types, shape):
        match core:
            case model.Text() | model.Binary():
                return TEXT
            case model.Anything() | model.Map() | model.Tuple() | model.Never() | model.Null():
                return "its elements are not described one by one"
            case _:
                continue
    return _unsuitable(types, shape)


def reached(types: Mapping[TypeId, model.Type], shape: Shape) -> dict[TypeId, None]:
    """The named types that a shape is made of, directly or not."""
    found: dict[TypeId, None] = {}
    todo = list(shapes.named_in(shape))
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = None
            todo += [other for part in shapes.shapes_of(types[name]) for other in shapes.named_in(part)]
    return found


def core(types: Mapping[TypeId, model.Type], shape: Shape) -> Shape:
    """What a shape is when aliases are followed and null is left aside."""
    seen: set[TypeId] = set()
    while True:
        shape = shapes.without_null(shape)
        entry = types.get(shape.id) if isinstance(shape, model.Named) and shape.id not in seen else None
        if not isinstance(entry, model.Alias):
            return shape
        seen.add(entry.id)
        shape = entry.shape


def _cores(types: Mapping[TypeId, model.Type], shape: Shape) -> Iterator[Shape]:
    found = core(types, shape)
    for part in found.variants if isinstance(found, model.Union) else (found,):
        yield core(types, part)


def _unsuitable(types: Mapping[TypeId, model.Type], shape: Shape) -> str | None:
    """What in the types has no place in XML."""
    for name in reached(types, shape):
        entry = types[name]
        for field in entry.fields if isinstance(entry, model.Object) else ():
            if not is_name((field.xml and field.xml.name) or field.name):
                return f"{field.name!r} cannot be a name in XML"
    return None
