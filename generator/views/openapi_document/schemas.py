"""Shapes and named types -> JSON Schema 2020-12, as OpenAPI 3.1 holds it.

In: the model's types. Out: trees of plain values. Each is written so that reading it gives the same shape again: what
a `$ref` would bring along from its target (an example, a deprecation) and the model does not say, is kept out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, assert_never

from generator import model
from generator.model import Shape, TypeId
from generator.records import dataclass
from generator.source import MISSING, Json, Missing

Tree = dict[str, Any]
Part = Tree | bool
"""A schema: a map, or `false`."""


def external_docs(docs: model.ExternalDocs | None) -> Tree:
    """An external documentation object (3.1 §4.8.11); empty where there is none."""
    if docs is None:
        return {}
    return {"url": docs.url} | ({"description": docs.description} if docs.description else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What is said of a value beside its shape; examples only where the source gives them."""

    title: str = ""
    description: str = ""
    default: Json | Missing = MISSING
    example: Json | Missing = MISSING
    more_examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False


class Schemas:
    """Writes schemas; the types of the API are its components."""

    def __init__(self, types: Mapping[TypeId, model.Type]) -> None:
        self._types = types
        self.keys = component_keys(types)

    def components(self) -> Tree:
        """All named types by their component keys."""
        return {self.keys[name]: self._component(entry) for name, entry in self._types.items()}

    def _component(self, entry: model.Type) -> Part:
        written = self._type(entry)
        more: Tree = {}
        if entry.external_docs:
            more["externalDocs"] = external_docs(entry.external_docs)
        if self.keys[entry.id] != entry.id:
            more["x-specloom-name"] = str(entry.id)
        if not more:
            return written
        return {**(written if isinstance(written, dict) else {"anyOf": [written]}), **more}

    def noted(self, shape: Shape, notes: Notes) -> Part:
        """The schema of a shape with what is said beside it."""
        base = self.plain(shape)
        example = notes.example
        if isinstance(shape, model.Named):
            target = self._types[shape.id]
            if target.example_given and (example, notes.more_examples) == (target.example, target.more_examples):
                example = MISSING
            elif _brings_more(target, notes, bare=False):
                base = {"anyOf": [base]}
        before, after = _before(notes), _after(notes, example)
        if isinstance(base, bool):
            if not before and not after:
                return base
            base = {"anyOf": [base]}
        return {**before, **base, **after} if before or after else base

    def plain(self, shape: Shape) -> Part:
        """The schema of a shape."""
        match shape:
            case model.Named(id=name):
                return {"$ref": f"#/components/schemas/{self.keys[name]}"}
            case model.Text():
                return {"type": "string"} | _text(shape)
            case model.Binary():
                return {"type": "string", "format": "binary"}
            case model.Number():
                return {"type": "integer" if shape.integer else "number"} | _number(shape)
            case model.Boolean():
                return {"type": "boolean"}
            case model.Null():
                return {"type": "null"}
            case model.Anything():
                return {}
            case model.Never():
                return False
            case model.Enum(values=values):
                return _enum(values)
            case model.Array():
                return self._array(shape)
            case model.Tuple():
                return self._tuple(shape)
            case model.Map():
                return self._map(shape)
            case model.Union():
                return self._union(shape)
        assert_never(shape)

    def _array(self, shape: model.Array) -> Tree:
        items = {} if isinstance(shape.items, model.Anything) else {"items": self.plain(shape.items)}
        bounds = _said(minItems=shape.min_items, maxItems=shape.max_items, uniqueItems=shape.unique or None)
        return {"type": "array", **items, **bounds}

    def _tuple(self, shape: model.Tuple) -> Tree:
        rest: Tree = {}
        if not isinstance(shape.rest, model.Anything):
            rest = {"items": shape.rest is not None and self.plain(shape.rest)}
        bounds = _said(minItems=shape.min_items)
        return {"type": "array", "prefixItems": [self.plain(entry) for entry in shape.items], **rest, **bounds}

    def _map(self, shape: model.Map) -> Tree:
        free = isinstance(shape.values, model.Anything)
        values = {} if free else {"additionalProperties": self.plain(shape.values)}
        bounds = _said(minProperties=shape.min_properties, maxProperties=shape.max_properties)
        return {"type": "object", **values, **bounds}

    def _union(self, shape: model.Union) -> Tree:
        first, *rest = shape.variants
        if rest == [model.Null()]:
            nullable = self._nullable(first)
            if nullable is not None:
                return nullable
        variants = [self.plain(variant) for variant in shape.variants]
        if shape.discriminator is None:
            return {"anyOf": variants}
        mapping = {
            value: f"#/components/schemas/{self.keys[name]}" for value, name in shape.discriminator.mapping.items()
        }
        told = {"propertyName": shape.discriminator.property_name, "mapping": mapping}
        return {"oneOf": variants, "discriminator": told}

    def _nullable(self, shape: Shape) -> Tree | None:
        """A shape that has a `type` of its own, or null; None for any other shape."""
        if isinstance(shape, model.Enum):
            return _enum(shape.values, null=True)
        base = self.plain(shape)
        if isinstance(base, dict) and isinstance(base.get("type"), str):
            return {**base, "type": [base["type"], "null"]}
        return None

    # -- named types

    def _type(self, entry: model.Type) -> Part:
        notes = Notes(
            title=entry.title,
            description=entry.description,
            deprecated=entry.deprecated,
            example=entry.example if entry.example_given else MISSING,
            more_examples=entry.more_examples,
        )
        if isinstance(entry, model.Object):
            return self._in_xml(self._object(entry, notes), model.Anything(), entry.xml)
        if isinstance(entry.shape, model.Named) and _brings_more(self._types[entry.shape.id], notes, bare=True):
            return self._in_xml(_around({"anyOf": [self.plain(entry.shape)]}, notes), entry.shape, entry.xml)
        return self._in_xml(self.noted(entry.shape, notes), entry.shape, entry.xml)

    def _object(self, entry: model.Object, notes: Notes) -> Tree:
        required = [field.name for field in entry.fields if field.required]
        shape: Tree = {"type": "object"}
        if required:
            shape["required"] = required
        shape["properties"] = {field.name: self._field(field) for field in entry.fields}
        if entry.additional is not None:
            free = isinstance(entry.additional, model.Anything)
            shape["additionalProperties"] = free or self.plain(entry.additional)
        return _around(shape, notes)

    def _field(self, field: model.Field) -> Part:
        notes = Notes(
            title=field.summary,
            description=field.description,
            default=field.default,
            example=field.example,
            more_examples=field.more_examples,
            deprecated=field.deprecated,
            read_only=field.read_only,
            write_only=field.write_only,
        )
        return self._in_xml(self.noted(field.shape, notes), field.shape, field.xml)

    # -- XML

    def whole(self, shape: Shape, xml: model.Xml | None) -> Part:
        """The schema of a body, with what is said of it as XML: a named type gives its name to the element."""
        return self._in_xml(self.plain(shape), shape, xml, is_whole=True)

    def _in_xml(self, written: Part, shape: Shape, xml: model.Xml | None, *, is_whole: bool = False) -> Part:
        """The schema with its XML object (3.1 §4.8.26), where that says more than the type that is named there."""
        if xml is None or isinstance(written, bool):
            return written
        known = self._known_xml(shape, is_whole=is_whole)
        said, inherited = _xml(xml), _xml(known)
        if said != inherited and said:
            written = {**written, "xml": said}
        listed = shape.variants[0] if isinstance(shape, model.Union) else shape
        if isinstance(listed, model.Array) and xml.items is not None:
            items = self._in_xml(written.get("items", {}), listed.items, xml.items, is_whole=is_whole)
            written = {**written, "items": items} if items else written
        return written

    def _known_xml(self, shape: Shape, *, is_whole: bool) -> model.Xml:
        """What the type says that is named there."""
        if isinstance(shape, model.Union) and shape.variants[1:] == (model.Null(),):
            shape = shape.variants[0]
        if not isinstance(shape, model.Named):
            return model.Xml()
        known = self._types[shape.id].xml or model.Xml()
        return replace(known, name=known.name or self.keys[shape.id]) if is_whole else known


def _xml(xml: model.Xml) -> Tree:
    """An XML object, the items of a list aside; kinds of node that 3.1 has no word for as the extension for them."""
    said = _said(name=xml.name, namespace=xml.namespace, prefix=xml.prefix)
    match xml.node:
        case "attribute":
            said["attribute"] = True
        case "element":
            said["wrapped"] = True
        case "text" | "cdata" | "none":
            said["x-oai-nodeType"] = xml.node
        case "":
            pass
        case _:
            assert_never(xml.node)
    return said


def component_keys(names: Collection[str]) -> dict[Any, str]:
    """A key for each name, with only the signs that OpenAPI allows there (3.1 §4.8.7); most names are their own key."""
    taken = {name for name in names if _KEY.fullmatch(name)}
    keys: dict[Any, str] = {}
    for name in names:
        if name not in taken:
            base = "".join(sign if _KEY.fullmatch(sign) else f"u{ord(sign):04X}" for sign in name) or "unnamed"
            key, number = base, 2
            while key in taken:
                key, number = f"{base}_{number}", number + 1
            taken.add(key)
            keys[name] = key
        else:
            keys[name] = name
    return keys


_KEY = re.compile(r"[A-Za-z0-9._-]+")


def _brings_more(target: model.Type, notes: Notes, *, bare: bool) -> bool:
    """Whether a `$ref` to the type would say more of the value than `notes` do; titles only count of a bare type."""
    prose = (target.title and not notes.title) or (target.description and not notes.description)
    given = target.example_given and notes.example is MISSING
    return bool((target.deprecated and not notes.deprecated) or given or (bare and prose))


def _around(shape: Tree, notes: Notes) -> Tree:
    return {**_before(notes), **shape, **_after(notes, notes.example)}


def _before(notes: Notes) -> Tree:
    """What is said before the shape."""
    said: Tree = {}
    if notes.title:
        said["title"] = notes.title
    if notes.description:
        said["description"] = notes.description
    return said


def _after(notes: Notes, example: Json | Missing) -> Tree:
    """What is said behind the shape."""
    said: Tree = {}
    if notes.deprecated:
        said["deprecated"] = True
    if notes.read_only:
        said["readOnly"] = True
    if notes.write_only:
        said["writeOnly"] = True
    if example is not MISSING:
        said["examples"] = [example, *notes.more_examples]
    if notes.default is not MISSING:
        said["default"] = notes.default
    return said


def _text(shape: model.Text) -> Tree:
    return _said(format=shape.format, pattern=shape.pattern, minLength=shape.min_length, maxLength=shape.max_length)


def _number(shape: model.Number) -> Tree:
    return _said(
        format=shape.format,
        minimum=shape.minimum,
        maximum=shape.maximum,
        exclusiveMinimum=shape.exclusive_minimum,
        exclusiveMaximum=shape.exclusive_maximum,
        multipleOf=shape.multiple_of,
    )


def _enum(values: tuple[model.EnumValue, ...], *, null: bool = False) -> Tree:
    """The values with their JSON types; names and prose as the extensions that most tools know for them."""
    kinds = {_KINDS[type(entry.value)]: None for entry in values}
    if "number" in kinds:
        kinds.pop("integer", None)
    types = [*kinds, *(["null"] if null else [])]
    pad = [""] if null else []
    named = any(entry.name for entry in values)
    prose = any(entry.description for entry in values)
    listed: Tree = {"type": types[0] if len(types) == 1 else types}
    if len(values) == 1 and not (null or named or prose):
        return {**listed, "const": values[0].value}
    listed["enum"] = [*(entry.value for entry in values), *([None] if null else [])]
    if named:
        listed["x-enum-varnames"] = [*(entry.name for entry in values), *pad]
    if prose:
        listed["x-enum-descriptions"] = [*(entry.description for entry in values), *pad]
    return listed


_KINDS = {str: "string", bool: "boolean", int: "integer", float: "number"}


def _said(**facts: Any) -> Tree:
    """The keywords that say something: neither empty text, nor None, nor absent."""
    return {key: value for key, value in facts.items() if value is not None and value is not MISSING and value != ""}
