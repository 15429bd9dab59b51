"""An XML example -> the value that it stands for.

In: the text, the shape of the body, how it is written. Out: a JSON value (not yet held against the shape), or `MISSING`
where the text is no XML. What no field describes is left out.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator import model
from generator.model import Shape, TypeId
from generator.resolve import shapes
from generator.resolve.xml.carried import core, meant
from generator.resolve.xml.tree import Node, parsed
from generator.source import MISSING, Json, Missing

_NOTHING = model.Xml()


def value_of(types: Mapping[TypeId, model.Type], text: str, shape: Shape, xml: model.Xml) -> Json | Missing:
    """The value of a body."""
    try:
        root = parsed(text)
    except ValueError:
        return MISSING
    if xml.node == "none":
        root = Node(name="", attributes={}, children=[root])
    return _Reader(types).value(root, shape, xml)


class _Reader:
    def __init__(self, types: Mapping[TypeId, model.Type]) -> None:
        self._types = types

    def value(self, node: Node, shape: Shape, xml: model.Xml) -> Json:
        if node.attributes.get("nil") == "true":
            return None
        match core(self._types, shape):
            case model.Named(id=name):
                entry = self._types[name]
                return self._object(node, entry) if isinstance(entry, model.Object) else None
            case model.Array(items=items):
                return [self.value(child, items, xml.items or _NOTHING) for child in node.children]
            case model.Union(variants=variants):
                return self.value(node, max(variants, key=lambda variant: self._known(node, variant)), xml)
            case model.Map(values=values):
                return {child.name: self.value(child, values, _NOTHING) for child in node.children}
            case model.Anything() | model.Tuple():
                return _free(node)
            case known:
                empty = not node.text.strip() and shapes.nullable(shape) and not isinstance(known, model.Text)
                return None if empty else _scalar(node.text, known)

    def _object(self, node: Node, entry: model.Object) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for field in entry.fields:
            value = self._field(node, field)
            if value is not MISSING:
                found[field.name] = value
        return found

    def _field(self, node: Node, field: model.Field) -> Json | Missing:
        xml = meant(field.name, field.xml)
        inside = core(self._types, field.shape)
        is_plain = not isinstance(inside, model.Named | model.Map)
        if xml.node == "attribute" and is_plain:
            return _scalar(node.attributes[xml.name], inside) if xml.name in node.attributes else MISSING
        if xml.node in ("text", "cdata") and is_plain:
            return _scalar(node.text, inside) if node.text.strip() or field.required else MISSING
        if isinstance(inside, model.Array) and xml.node != "element":
            items = xml.items or _NOTHING
            wanted = items.name or xml.name
            listed = [self.value(child, inside.items, items) for child in node.children if child.name == wanted]
            return listed or ([] if field.required else MISSING)
        if xml.node == "none":
            return self.value(node, field.shape, xml)
        return next((self.value(child, field.shape, xml) for child in node.children if child.name == xml.name), MISSING)

    def _known(self, node: Node, variant: Shape) -> int:
        """How many of a variant's fields stand in an element."""
        inside = core(self._types, variant)
        entry = self._types[inside.id] if isinstance(inside, model.Named) else None
        if not isinstance(entry, model.Object):
            return 0
        names = {child.name for child in node.children} | node.attributes.keys()
        return len(names & {meant(field.name, field.xml).name for field in entry.fields})


def _scalar(text: str, shape: Shape) -> Json:
    """The text as what the shape wants, where it is that."""
    plain = text.strip()
    if isinstance(shape, model.Array):
        return [_scalar(word, shape.items) for word in plain.split()]
    if isinstance(shape, model.Boolean):
        return {"true": True, "1": True, "false": False, "0": False}.get(plain, text)
    if isinstance(shape, model.Enum):
        return next((entry.value for entry in shape.values if _spelt(entry.value) == plain), text)
    if isinstance(shape, model.Number):
        try:
            return int(plain) if shape.integer else float(plain)
        except ValueError:
            return text
    return text


def _spelt(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _free(node: Node) -> Json:
    """An element that nothing describes."""
    if not node.children:
        return node.text
    found: dict[str, Json] = {}
    for name in dict.fromkeys(child.name for child in node.children):
        listed = [_free(child) for child in node.children if child.name == name]
        found[name] = listed if len(listed) > 1 else listed[0]
    return found
