"""Whether values of a shape can be written in XML and read again.

In: a shape and the types it names. Out: the reason why not, or None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator import model
from generator.encoders.xml import is_name
from generator.model import Shape, TypeId
from generator.resolve import shapes

WELL_KNOWN = {
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""The namespaces of prefixes that always mean the same."""

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
    return next((_unnamable(field) for field in _unnamed(types, shape) if field.required), None)


def left_out(types: Mapping[TypeId, model.Type], shape: Shape) -> list[tuple[model.Field, str]]:
    """The properties that XML has no place for, though the rest can be carried, and why."""
    return [(field, _unnamable(field)) for field in _unnamed(types, shape)]


def meant(name: str, xml: model.Xml | None) -> model.Xml:
    """How a property is written, its name included.

    Where nothing is said, `@id` is an attribute, `#text` is text, as most tools that make JSON of XML have it, and of
    `atom:link` only the name counts: each body settles anew which prefix stands for a namespace.
    """
    xml = xml or model.Xml()
    if xml.name:
        return xml
    if not xml.node and name == "#text":
        return replace(xml, name="text", node="text")
    node = "attribute" if name.startswith("@") and not xml.node else xml.node
    prefix, _, rest = name.removeprefix("@").rpartition(":")
    bare = rest if is_name(prefix) and prefix != "xmlns" else name.removeprefix("@")
    return replace(xml, name=bare, prefix=prefix if prefix in WELL_KNOWN else xml.prefix, node=node)


def reached(types: Mapping[TypeId, model.Type], shape: Shape) -> dict[TypeId, None]:
    """The named types that a shape is made of, directly or not."""
    found: dict[TypeId, None] = {}
    todo = list(shapes.named_in(shape))
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = None
            todo += shapes.used_by(types[name])
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


def _unnamed(types: Mapping[TypeId, model.Type], shape: Shape) -> Iterator[model.Field]:
    """The properties inside a shape whose names XML does not allow."""
    for name in reached(types, shape):
        entry = types[name]
        for field in entry.fields if isinstance(entry, model.Object) else ():
            if not is_name(meant(field.name, field.xml).name):
                yield field


def _unnamable(field: model.Field) -> str:
    return f"{field.name!r} cannot be a name in XML"
