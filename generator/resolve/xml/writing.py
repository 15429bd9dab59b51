"""A JSON value -> XML, indented for people.

In: the value, the shape of the body, how it is written. Out: text. What cannot be a name in XML is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from generator import model
from generator.encoders.xml import attribute, cdata, is_name, text
from generator.model import Shape, TypeId
from generator.records import dataclass
from generator.resolve.examples import fitting
from generator.resolve.xml.carried import WELL_KNOWN, core, meant
from generator.source import Json

_NOTHING = model.Xml()
_PREFIXES = tuple(f"n{number}" for number in range(1, 1000))

Scope = Mapping[str, str]
"""The namespaces that are bound where an element stands, by prefix; "" is the default namespace."""


def text_of(types: Mapping[TypeId, model.Type], value: Json, shape: Shape, xml: model.Xml) -> str:
    """The body as XML."""
    root = _Writer(types).root(xml, value, shape)
    return "\n".join(_lines(root, 0)) + "\n"


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Element] = field(default_factory=list)
    text: str = ""


class _Writer:
    def __init__(self, types: Mapping[TypeId, model.Type]) -> None:
        self._types = types

    def root(self, xml: model.Xml, value: Json, shape: Shape) -> _Element:
        """The outermost element; a value without one of its own is that of its first property."""
        if xml.node == "none":
            around = _Element("")
            self._fill(around, xml, xml.name, value, self._meant(shape, value), {})
            return around.children[0] if around.children else _Element(xml.name)
        return self.element(xml, xml.name, value, shape, {})

    def element(self, xml: model.Xml, name: str, value: Json, shape: Shape, scope: Scope) -> _Element:
        made = _Element("")
        inner = dict(scope)
        made.tag = _tag(replace(xml, name=xml.name or name), inner, made.attributes)
        self._fill(made, xml, name, value, self._meant(shape, value), inner)
        return made

    def _fill(self, made: _Element, xml: model.Xml, name: str, value: Json, shape: Shape, scope: Scope) -> None:
        """Put a value into an element."""
        if value is None:
            made.attributes |= {"xmlns:xsi": WELL_KNOWN["xsi"], "xsi:nil": "true"}
        elif isinstance(value, dict):
            entry = self._types[shape.id] if isinstance(shape, model.Named) else None
            fields = {field.name: field for field in entry.fields} if isinstance(entry, model.Object) else {}
            for key, item in value.items():
                described = fields.get(key)
                inner = shape.values if isinstance(shape, model.Map) else model.Anything()
                how, inside = (described.xml, described.shape) if described else (None, inner)
                self._member(made, how or _NOTHING, key, item, inside, scope)
        elif isinstance(value, list):
            items = xml.items or _NOTHING
            inside = shape.items if isinstance(shape, model.Array) else model.Anything()
            for item in value:
                made.children.append(self.element(items, items.name or xml.name or name, item, inside, scope))
        else:
            made.text += text(_spelt(value))

    def _member(self, made: _Element, xml: model.Xml, name: str, value: Json, shape: Shape, scope: Scope) -> None:
        """Put a property into the element of its object."""
        xml = meant(name, xml)
        inside = self._meant(shape, value)
        if not is_name(xml.name):
            return
        if xml.node == "attribute" and not isinstance(value, dict):
            if value is not None:
                key = _tag(xml, dict(scope), made.attributes, is_attribute=True)
                made.attributes[key] = _words(value)
        elif xml.node in ("text", "cdata") and not isinstance(value, dict):
            made.text += (cdata if xml.node == "cdata" else text)(_words(value))
        elif isinstance(value, list) and xml.node != "element":
            items = xml.items or _NOTHING
            of = inside.items if isinstance(inside, model.Array) else model.Anything()
            made.children += [self.element(items, items.name or xml.name, item, of, scope) for item in value]
        elif isinstance(value, dict) and xml.node == "none":
            self._fill(made, xml, xml.name, value, inside, scope)
        else:
            made.children.append(self.element(xml, xml.name, value, shape, scope))

    def _meant(self, shape: Shape, value: Json) -> Shape:
        """What the value is of: of several variants the first that it fits."""
        found = core(self._types, shape)
        if not isinstance(found, model.Union):
            return found
        fitting_ones = (variant for variant in found.variants if fitting.fits(self._types, value, variant))
        return core(self._types, next(fitting_ones, model.Anything()))


def _tag(xml: model.Xml, scope: dict[str, str], attributes: dict[str, str], *, is_attribute: bool = False) -> str:
    """The name with its prefix; a namespace that is not bound there is declared."""
    prefix, namespace = xml.prefix, xml.namespace or WELL_KNOWN.get(xml.prefix, "")
    if is_attribute and namespace and not prefix:  # which, without one, an attribute has none of
        bound = {**scope, **{key.removeprefix("xmlns:"): uri for key, uri in attributes.items()}}
        prefix = next(word for word in _PREFIXES if bound.get(word, namespace) == namespace)
    if namespace and prefix != "xml" and scope.get(prefix) != namespace:
        attributes[f"xmlns:{prefix}" if prefix else "xmlns"] = namespace
        scope[prefix] = namespace
    return f"{prefix}:{xml.name}" if prefix and (prefix in scope or prefix == "xml") else xml.name


def _lines(element: _Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    opening = element.tag + "".join(f" {key}={attribute(value)}" for key, value in element.attributes.items())
    if element.children:
        yield f"{indent}<{opening}>{element.text}"
        for child in element.children:
            yield from _lines(child, depth + 1)
        yield f"{indent}</{element.tag}>"
    else:
        yield f"{indent}<{opening}>{element.text}</{element.tag}>" if element.text else f"{indent}<{opening}/>"


def _words(value: Json) -> str:
    return " ".join(map(_spelt, value)) if isinstance(value, list) else _spelt(value)


def _spelt(value: Json) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)
