"""JSON Schema of every version -> `draft.Schema`, in the shape of 2020-12.

In: a schema's value and place. Out: a `Schema` or a `Reference`. Lifted on the way: 2.0 and 3.0's `nullable`, boolean
`exclusiveMinimum`, `example`, `type: file`, `items` as a list, a discriminator that is only a name. What is written
wrongly but plainly meant (a type `int`, a bound in quotes) is taken as meant, with a finding.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from generator.diagnostics import Origin
from generator.draft import Discriminator, NamedSchema, Reference, Schema
from generator.readers.openapi.dialect import Dialect
from generator.readers.openapi.members import as_flag, as_text, escaped, texts
from generator.readers.openapi.notes import Notes
from generator.readers.openapi.references import References, words_of
from generator.source import MISSING, Json, Missing, Node

MAX_DEPTH = 64
"""Schemas inside schemas. Real documents stay below 30."""

_TYPES = {name: (name,) for name in ("string", "number", "integer", "boolean", "array", "object", "null")}
_MEANT_TYPES: dict[str, tuple[tuple[str, ...], str]] = {
    **dict.fromkeys(("str", "text", "char", "guid", "password", "timestamp"), (("string",), "")),
    **{name: (("string",), name) for name in ("date", "date-time", "uuid", "email", "uri", "byte", "binary", "time")},
    "datetime": (("string",), "date-time"),
    "url": (("string",), "uri"),
    "file": (("string",), "binary"),
    **dict.fromkeys(("int", "int32", "long", "int64", "short", "bigint"), (("integer",), "")),
    **dict.fromkeys(("float", "double", "decimal", "numeric", "num"), (("number",), "")),
    "bool": (("boolean",), ""),
    **dict.fromkeys(("list", "arr", "set", "tuple"), (("array",), "")),
    **dict.fromkeys(("dict", "map", "json", "hash", "obj", "struct"), (("object",), "")),
    **dict.fromkeys(("none", "nil", "void"), (("null",), "")),
    **dict.fromkeys(("any", "mixed", "*", "", "undefined", "unknown"), ((), "")),
}
_NULL = ("null",)
_ANNOTATIONS = ("title", "description", "deprecated", "read_only", "write_only", "default", "examples")
_ANNOTATION_KEYS = frozenset(
    "title description deprecated readOnly writeOnly default example examples nullable x-nullable".split()
)
_NOT_CARRIED = frozenset(
    "not if then else unevaluatedProperties unevaluatedItems contains minContains maxContains dependentSchemas"
    " dependentRequired dependencies propertyNames contentSchema $dynamicRef $recursiveRef".split()
)

_Reader = Callable[["Schemas", dict[str, Any], str, Json, Origin, int], None]


class Schemas:
    """Reads schemas, and keeps those that have a key of their own in `named`."""

    def __init__(self, references: References, dialect: Dialect, notes: Notes) -> None:
        self.named: dict[str, NamedSchema] = {}
        self._references = references
        self._dialect = dialect
        self._notes = notes
        self._waiting: dict[str, Origin] = {}

    def read(self, node: Node) -> Schema | Reference | None:
        """The schema at a place; None where there is nothing."""
        return self._read(node.value, node.origin, 0) if node.present else None

    def read_part(self, value: dict[str, Json], origin: Origin) -> Schema | Reference:
        """A schema made of some members of the map at a place, as 2.0 spells a parameter's schema."""
        return self._read(value, origin, 0)

    def read_components(self, holder: Node) -> None:
        """Read a map of reusable schemas; each is named and public."""
        for name, node in holder.items():
            if not name.startswith("x-") or isinstance(node.value, dict):
                schema = self._read(node.value, node.origin, 0)
                self.named[key_of(node.origin)] = NamedSchema(name=name, schema=schema)

    def read_referenced(self) -> None:
        """Read what references lead to, until every target that exists is in `named`."""
        while self._waiting:
            key, place = self._waiting.popitem()
            if key not in self.named and self._references.exists(place):
                node = self._references.node(place)
                schema = self._read(node.value, place, 0)
                self.named[key] = NamedSchema(name=words_of(place), schema=schema, public=False)

    def refer(self, reference: str, at: Origin) -> Reference:
        """A reference to a schema, whose target will be read in its turn."""
        place = self._references.place(reference, at, "schema")
        key = key_of(place)
        if key not in self.named:
            self._waiting.setdefault(key, place)
        return Reference(origin=at, name=words_of(place), target=key)

    # -- one schema

    def _read(self, value: Json | Missing, origin: Origin, depth: int) -> Schema | Reference:
        if not isinstance(value, dict):
            return self._oddity(value, origin)
        if depth > MAX_DEPTH:
            self._notes.warning("too-deep", f"schemas are nested more than {MAX_DEPTH} deep; read as anything", origin)
            return Schema(origin=origin)
        reference = value.get("$ref")
        if isinstance(reference, str):
            return self._reference(reference, value, origin, depth)
        facts: dict[str, Any] = {}
        for key, part in value.items():
            reader = _READERS.get(key)
            if reader is not None:
                reader(self, facts, key, part, origin, depth)
        _lift(facts, value, origin, self._notes)
        return Schema(origin=origin, **facts)

    def _oddity(self, value: Json | Missing, origin: Origin) -> Schema:
        """A schema that is no map: `true`, `false`, or a mistake."""
        if isinstance(value, bool):
            return Schema(origin=origin, never=not value)
        if isinstance(value, str) and value.lower() in _TYPES:
            self._notes.warning("read-as-meant", f"a schema is a map; {value!r} is read as its type", origin)
            return Schema(origin=origin, types=_TYPES[value.lower()])
        if value is not None:
            self._notes.warning("read-as-meant", "a schema is a map; anything else is read as any value", origin)
        return Schema(origin=origin)

    def _reference(self, reference: str, value: dict[str, Json], origin: Origin, depth: int) -> Schema | Reference:
        target = self.refer(reference, origin)
        if len(value) == 1:
            return target
        rest = {key: part for key, part in value.items() if key in _READERS or key in ("nullable", "x-nullable")}
        if not self._dialect.siblings_count:
            ignored = [key for key in rest if key not in _ANNOTATION_KEYS and not key.startswith("x-")]
            for key in ignored:
                message = f"`{key}` stands beside a `$ref`, where OpenAPI {self._dialect.generation} ignores it"
                self._notes.info("ref-siblings", message, origin)
                del rest[key]
        nullable = _is_nullable(rest)
        rest = {key: part for key, part in rest.items() if key not in ("nullable", "x-nullable")}
        siblings = self._read(rest, origin, depth + 1) if rest else None
        if not isinstance(siblings, Schema):
            siblings = None
        if not nullable:
            return Reference(origin=origin, name=target.name, target=target.target, siblings=siblings)
        shown = {name: getattr(siblings, name) for name in _ANNOTATIONS} if siblings else {}
        return Schema(origin=origin, any_of=(target, Schema(origin=origin, types=_NULL)), **shown)


def key_of(place: Origin) -> str:
    """The key of a schema in `Draft.schemas`."""
    return f"{place.document}#{place.pointer}"


def plain_value(value: Json, types: tuple[str, ...], notes: Notes, origin: Origin) -> Json:
    """A value that was written as the wrong scalar (`"100"` for an integer, `10` for a string), as it was meant."""
    meant = _meant(value, types)
    if meant is not value:
        message = "a value is not of the type that its schema says; read as that type"
        notes.info("read-as-meant", message, origin)
    return meant


def _meant(value: Json, types: tuple[str, ...]) -> Json:
    wanted = [name for name in types if name != "null"]
    if len(wanted) != 1 or value is None:
        return value
    if wanted[0] == "string" and isinstance(value, bool | int | float):
        return as_text(value)
    if not isinstance(value, str):
        return value
    if wanted[0] == "boolean" and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if wanted[0] in ("integer", "number"):
        number = _number(value)
        if number is not None and (wanted[0] == "number" or number == int(number)):
            return number
    return value


# -- one function a kind of keyword; each puts what it reads into `facts`, the arguments of `Schema`


def _put_text(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    facts[_NAMES.get(key, key)] = as_text(part)


def _put_flag(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    facts[_NAMES.get(key, key)] = as_flag(part)


def _put_value(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    facts[key] = part


def _put_count(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    number = reader.bound(key, part, origin)
    if number is not None and number >= 0 and number == int(number):
        facts[_NAMES[key]] = int(number)


def _put_bound(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    if isinstance(part, bool):
        return  # draft 4's exclusiveMinimum, which says how to read `minimum`: see `_lift`
    number = reader.bound(key, part, origin)
    if number is not None:
        facts[_NAMES.get(key, key)] = number


def _put_type(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    if isinstance(part, str) and part in _TYPES:
        facts["types"] = _TYPES[part]
        return
    reader.odd_type(facts, part, origin)


def _put_enum(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    if isinstance(part, list):
        facts["enum"] = tuple(part)
    elif part is not None:
        facts["enum"] = (part,)


def _put_schema(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    if part is not None:
        facts[_NAMES.get(key, key)] = reader.inner(part, origin, key, depth)


def _put_items(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    if not isinstance(part, list):
        _put_schema(reader, facts, key, part, origin, depth)
    elif len(part) == 1:
        facts["items"] = reader.inner_entry(part[0], origin, key, 0, depth)
    else:
        _put_schemas(reader, facts, "items", part, origin, depth)
        facts["prefix_items"] = facts.pop("items", ())


def _put_schemas(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    if isinstance(part, list):
        read = tuple(reader.inner_entry(entry, origin, key, index, depth) for index, entry in enumerate(part))
        facts[_NAMES.get(key, key)] = read
    elif isinstance(part, dict):
        facts[_NAMES.get(key, key)] = (reader.inner(part, origin, key, depth),)


def _put_map(reader: Schemas, facts: dict[str, Any], key: str, part: Json, origin: Origin, depth: int) -> None:
    if isinstance(part, dict):
        facts[_NAMES.get(key, key)] = reader.inner_map(part, origin, key, depth)
