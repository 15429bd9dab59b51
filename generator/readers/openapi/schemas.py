"""JSON Schema of every version -> `draft.Schema`, in the shape of 2020-12.

In: a schema's value and place. Out: a `Schema` or a `Reference`. Lifted on the way: 2.0 and 3.0's `nullable`, boolean
`exclusiveMinimum`, `example`, `type: file`, `items` as a list, a discriminator that is only a name. What is written
wrongly but plainly meant (a type `int`, a bound in quotes) is taken as meant, with a finding.
"""

from __future__ import annotations

import math
import re
from typing import Any, Literal, assert_never

from generator.diagnostics import Origin, pointer_step
from generator.draft import Discriminator, NamedSchema, Reference, Schema
from generator.readers.openapi.dialect import Dialect
from generator.readers.openapi.lifting import (
    ANNOTATIONS,
    MEANT_TYPES,
    NULL,
    TYPES,
    as_type,
    examples_of,
    is_nullable,
    lift_nullable,
    looks_like_schema,
    number_in,
    required_names,
    whole,
    words_for,
)
from generator.readers.openapi.members import as_flag, as_text, external_docs, text
from generator.readers.openapi.notes import Notes
from generator.readers.openapi.references import References, context_of, words_of
from generator.readers.openapi.xml_objects import xml_of
from generator.source import MISSING, Json, Missing, Node

MAX_DEPTH = 64
"""Schemas inside schemas. Real documents stay below 30."""
MAX_SCHEMAS = 400_000
"""Schemas of one run, each place counted; the largest real document has 85,000. YAML aliases can make millions."""

OWN_NAME = "x-specloom-name"
"""The name of a schema whose key cannot be that name, for it has signs that no key may have (3.1 §4.8.7)."""

_ANNOTATION_KEYS = frozenset(
    [
        "title",
        "description",
        "deprecated",
        "readOnly",
        "writeOnly",
        "default",
        "example",
        "examples",
        "nullable",
        "x-nullable",
        "xml",
    ]
)
_NOT_CARRIED = frozenset(
    [
        "not",
        "if",
        "then",
        "else",
        "unevaluatedProperties",
        "unevaluatedItems",
        "contains",
        "minContains",
        "maxContains",
        "dependentSchemas",
        "dependentRequired",
        "dependencies",
        "propertyNames",
        "contentSchema",
        "$dynamicRef",
        "$recursiveRef",
    ]
)

_Form = Literal[
    "text", "flag", "types", "bound", "count", "values", "names", "map", "schema", "schemas", "discriminator", "xml"
]
"""What the value of a keyword looks like."""


class Schemas:
    """Reads schemas, and keeps those that have a key of their own in `named`."""

    def __init__(self, references: References, dialect: Dialect, notes: Notes) -> None:
        self.named: dict[str, NamedSchema] = {}
        self._references = references
        self._dialect = dialect
        self._notes = notes
        self._waiting: dict[str, Origin] = {}
        self._called: dict[Origin, tuple[str, str]] = {}
        self._stands_for: dict[Origin, Origin] = {}
        self._count = 0

    def read(self, node: Node) -> Schema | Reference | None:
        """The schema at a place; None where there is nothing."""
        return self._read(node.value, node.origin, 0) if node.present else None

    def read_components(self, holder: Node) -> None:
        """Read a map of reusable schemas; each is named and public."""
        nodes = {
            name: node
            for name, node in holder.items()
            if isinstance(node.value, dict | bool) or not name.startswith("x-")
        }
        for name, node in nodes.items():
            self._lend_name(name, node)
        for name, node in nodes.items():
            standing = self._references.node(self._stands_for.get(node.origin, node.origin))
            self.named[key_of(standing.origin)] = NamedSchema(
                name=text(standing, OWN_NAME) or name,
                schema=self._read(standing.value, standing.origin, 0),
                external_docs=external_docs(standing),
            )

    def _lend_name(self, name: str, node: Node) -> None:
        """Let a schema of another file that is listed among the reusable ones be that one, under its name."""
        reference = node.value.get("$ref") if isinstance(node.value, dict) and len(node.value) == 1 else None
        if not isinstance(reference, str) or reference.startswith("#"):
            return
        place = self._references.place(reference, node.origin, "schema")
        target = self._references.node(place).value
        is_other = place.document != self._references.main and place not in self._stands_for.values()
        if is_other and isinstance(target, dict) and "$ref" not in target:
            self._stands_for[node.origin] = place
            self._called[place] = (key_of(place), text(self._references.node(place), OWN_NAME) or name)

    def read_referenced(self) -> None:
        """Read what references lead to, until every target that exists is in `named`."""
        while self._waiting:
            batch, self._waiting = self._waiting, {}
            for key, place in batch.items():
                if key not in self.named and self._references.exists(place):
                    node = self._references.node(place)
                    self.named[key] = NamedSchema(
                        name=words_of(place),
                        schema=self._read(node.value, place, 0),
                        public=False,
                        context=context_of(place, self._references.main),
                        external_docs=external_docs(node),
                    )

    def refer(self, reference: str, at: Origin, siblings: Schema | None = None) -> Reference:
        """A reference to a schema, whose target will be read in its turn."""
        place = self._references.place(reference, at, "schema")
        place = self._stands_for.get(place, place)
        called = self._called.get(place)
        if called is None:
            own = text(self._references.node(place), OWN_NAME)
            called = self._called[place] = (key_of(place), own or words_of(place))
            self._waiting[called[0]] = place
        return Reference(origin=at, name=called[1], target=called[0], siblings=siblings)

    # -- one schema

    def _read(self, value: Json | Missing, origin: Origin, depth: int) -> Schema | Reference:
        if not isinstance(value, dict):
            return self._oddity(value, origin)
        if depth > MAX_DEPTH:
            self._notes.warning("too-deep", f"schemas are nested more than {MAX_DEPTH} deep; read as anything", origin)
            return Schema(origin=origin)
        self._count += 1
        if self._count > MAX_SCHEMAS:
            self._notes.warning("too-large", f"more than {MAX_SCHEMAS} schemas; the rest is read as anything", origin)
            return Schema(origin=origin)
        reference = value.get("$ref")
        if isinstance(reference, str):
            return self._reference(reference, value, origin, depth)
        dynamic = value.get("$dynamicRef")
        if isinstance(dynamic, str) and self._references.is_static(dynamic):
            rest = {key: part for key, part in value.items() if key != "$dynamicRef"}
            return self._reference(dynamic, {"$ref": dynamic, **rest}, origin, depth)
        facts: dict[str, Any] = {}
        for key, part in value.items():
            entry = _FACTS.get(key)
            if entry is not None:
                fact = self._fact(entry[1], part, origin, key, depth)
                if fact is not None:
                    facts[entry[0]] = fact
        if value.get("type") not in _SCALARS or not _LIFTED_OF_SCALARS.isdisjoint(value):
            self._lift(facts, value, origin, depth)
        if not _OF_ONE_KIND.isdisjoint(facts):
            self._check_kinds(facts, origin)
        return Schema(origin=origin, **facts)

    def _check_kinds(self, facts: dict[str, Any], origin: Origin) -> None:
        """Prose about what stands inside is prose about the whole; keywords about other kinds of values say nothing."""
        self._lift_from_variants(facts)
        for field, kind, word in (("items", "array", "item"), ("additional_properties", "object", "value")):
            inner = facts.get(field)
            prose = _prose_in_place(inner) if kind in facts.get("types", (kind,)) else ""
            if prose and prose != facts.get("description") and not facts.get("properties"):
                facts["description"] = f"{facts.get('description', '')}\n\nEach {word}: {prose}".strip()
            if isinstance(inner, Schema) and inner.default is not MISSING and _is_without_type(inner):
                message = f"`default` says nothing of {word}s, which are there or are not"
                self._notes.info("keyword-idle", message, inner.origin.child("default"))
        types: tuple[str, ...] = facts.get("types", ())
        for kind, fields in _KINDS_OF.items() if types else ():
            idle = [] if kind in types or (kind == "number" and "integer" in types) else fields & facts.keys()
            for field in sorted(idle):
                keyword = re.sub(r"_(\w)", lambda match: match[1].upper(), field)
                message = f"`{keyword}` says nothing of a value of the type {' or '.join(types)}"
                self._notes.info("keyword-idle", message, origin.child(keyword))

    def _lift_from_variants(self, facts: dict[str, Any]) -> None:
        """What variants say that have no type of their own to hold it, is said of the choice."""
        variants = [entry for name in ("one_of", "any_of") for entry in facts.get(name, ())]
        inside = [entry for entry in variants if isinstance(entry, Schema) and _is_without_type(entry)]
        prose = list(dict.fromkeys(told for told in map(_prose_of, inside) if told))
        if prose:
            first, *more = prose
            told = [f"Either: {first}", *(f"Or: {entry}" for entry in more)] if more else prose
            own = [facts["description"]] if facts.get("description") else []
            facts["description"] = "\n\n".join(dict.fromkeys((*own, *told)))
        examples = tuple(value for entry in inside for value in entry.examples)
        if examples and "examples" not in facts:
            facts["examples"] = examples
        defaults = [entry for entry in inside if entry.default is not MISSING]
        if defaults and "default" not in facts:
            facts["default"] = defaults[0].default

    def _oddity(self, value: Json | Missing, origin: Origin) -> Schema:
        """A schema that is no map: `true`, `false`, or a mistake."""
        if isinstance(value, bool):
            return Schema(origin=origin, never=not value)
        if isinstance(value, str) and value.lower() in TYPES:
            self._notes.warning("read-as-meant", "a schema is a map; a lone word is read as its type", origin)
            return Schema(origin=origin, types=TYPES[value.lower()])
        self._notes.warning("read-as-meant", "a schema is a map; what is none is read as any value", origin)
        return Schema(origin=origin)

    def _reference(self, reference: str, value: dict[str, Json], origin: Origin, depth: int) -> Schema | Reference:
        if len(value) == 1:
            return self.refer(reference, origin)
        rest = {key: part for key, part in value.items() if key != "$ref" and key in _KNOWN}
        if not self._dialect.siblings_count:
            for key in [key for key in rest if key not in _ANNOTATION_KEYS and not key.startswith("x-")]:
                message = f"`{key}` stands beside a `$ref`, where OpenAPI {self._dialect.generation} ignores it"
                self._notes.info("ref-siblings", message, origin)
                del rest[key]
        nullable = is_nullable(rest)
        rest = {key: part for key, part in rest.items() if key not in _NULLABLE}
        siblings = self._read(rest, origin, depth + 1) if rest else None
        if not nullable or isinstance(siblings, Reference):
            return self.refer(reference, origin, siblings if isinstance(siblings, Schema) else None)
        shown = {name: getattr(siblings, name) for name in ANNOTATIONS} if siblings else {}
        return Schema(origin=origin, any_of=(self.refer(reference, origin), Schema(origin=origin, types=NULL)), **shown)

    # -- keywords: what each says, None where it says nothing

    def _fact(self, form: _Form, part: Json, origin: Origin, key: str, depth: int) -> Any:
        """The value of a keyword, as the field of `Schema` holds it; None where it says nothing."""
        match form:
            case "text":
                return part if isinstance(part, str) else as_text(part) or None
            case "types":
                return TYPES[part] if isinstance(part, str) and part in TYPES else self._types(part, origin.child(key))
            case "map":
                return self._map(part, origin, key, depth)
            case "schema":
                return self._schema(part, origin, key, depth)
            case "schemas":
                return self._schemas(part, origin, key, depth)
            case "values":
                return tuple(part) if isinstance(part, list) else self._lone_value(part, origin.child(key))
            case "names":
                return required_names(part)
            case "flag":
                return as_flag(part) or None
            case "bound":
                return self._bound(part, origin, key)
            case "count":
                return whole(self._bound(part, origin, key))
            case "discriminator":
                return self._discriminator(part, origin.child(key))
            case "xml":
                return xml_of(part, origin.child(key), self._notes)
        assert_never(form)

    def _bound(self, part: Json, origin: Origin, key: str) -> int | float | None:
        if isinstance(part, bool) or part is None:
            return None  # draft 4's exclusiveMinimum, which only says how to read `minimum`: see `_lift`
        if isinstance(part, int | float):
            return part if isinstance(part, int) or math.isfinite(part) else None
        number = number_in(part) if isinstance(part, str) else None
        if number is None:
            self._notes.warning("read-as-meant", f"`{key}` is not a number; left out", origin.child(key))
        else:
            self._notes.info("read-as-meant", f"`{key}` is a number in quotes; read as the number", origin.child(key))
        return number

    def _types(self, part: Json, place: Origin) -> tuple[str, ...] | None:
        if part is None:
            return NULL
        words = re.split(r"\s*[|,]\s*", part) if isinstance(part, str) else part if isinstance(part, list) else ()
        types = [name for word in words for name in self._type(word, place)]
        if isinstance(part, dict):
            self._notes.warning("type-unknown", "`type` is a map, not the name of a type; left out", place)
        return tuple(dict.fromkeys(types))

    def _type(self, word: Json, place: Origin) -> tuple[str, ...]:
        if word is None:
            return NULL
        if not isinstance(word, str) or word in TYPES:
            return TYPES.get(as_text(word), ())
        known, form = (TYPES[word.lower()], "") if word.lower() in TYPES else MEANT_TYPES.get(word.lower(), (None, ""))
        if known is None:
            self._notes.warning("type-unknown", f"there is no type {word!r}; read as any value", place)
            return ()
        if not (word == "file" and self._dialect.is_swagger):
            meant = f"{known[0]} of the format {form}" if known and form else known[0] if known else "any value"
            self._notes.warning("type-unknown", f"there is no type {word!r}; read as {meant}", place)
        return known

    def _lone_value(self, part: Json, place: Origin) -> tuple[Json, ...] | None:
        if isinstance(part, dict) or part is None:
            return None
        self._notes.info("read-as-meant", "`enum` is a list; a lone value is read as a list of one", place)
        return (part,)

    def _schema(self, part: Json, origin: Origin, key: str, depth: int) -> Schema | Reference | None:
        if isinstance(part, list):  # draft 4's tuple, where it is not several
            part = part[0] if len(part) == 1 else None
            return None if part is None else self._read(part, origin.child(key, 0), depth + 1)
        return None if part is None else self._read(part, origin.child(key), depth + 1)

    def _schemas(self, part: Json, origin: Origin, key: str, depth: int) -> tuple[Schema | Reference, ...] | None:
        if isinstance(part, dict):
            self._notes.info("read-as-meant", f"`{key}` is a list; a lone schema is read as one", origin.child(key))
            return (self._read(part, origin.child(key), depth + 1),)
        if not isinstance(part, list):
            return None
        base = f"{origin.pointer}/{key}/"
        document = origin.document
        return tuple([self._read(entry, Origin(document, f"{base}{at}"), depth + 1) for at, entry in enumerate(part)])

    def _map(self, part: Json, origin: Origin, key: str, depth: int) -> dict[str, Schema | Reference] | None:
        if isinstance(part, list):
            part = self._listed(part, origin.child(key))
        if not isinstance(part, dict):
            return None
        base = f"{origin.pointer}/{key}/"
        document = origin.document
        return {
            name: self._read(entry, Origin(document, base + pointer_step(name)), depth + 1)
            for name, entry in part.items()
        }

    def _listed(self, part: list[Json], place: Origin) -> Json:
        """Properties written as a list of one-entry maps or of maps with a `name`."""
        self._notes.warning("read-as-meant", "`properties` is a map of schemas, not a list; read as that map", place)
        found: dict[str, Json] = {}
        for entry in part:
            if isinstance(entry, dict) and isinstance(entry.get("name"), str):
                found[as_text(entry["name"])] = entry
            elif isinstance(entry, dict):
                found.update(entry)
        return found

    def _discriminator(self, part: Json, place: Origin) -> Discriminator | None:
        if isinstance(part, str):
            return Discriminator(origin=place, property_name=part)
        if not isinstance(part, dict) or not isinstance(part.get("propertyName"), str):
            self._notes.warning("read-as-meant", "the discriminator does not name a property; left out", place)
            return None
        mapping = part.get("mapping")
        targets = mapping.items() if isinstance(mapping, dict) else ()
        read = {
            value: self._mapped(target, place.child("mapping", value)) for value, target in targets if as_text(target)
        }
        default = part.get("defaultMapping")
        return Discriminator(
            origin=place,
            property_name=as_text(part["propertyName"]),
            mapping=read,
            default=self._mapped(default, place.child("defaultMapping")) if as_text(default) else None,
        )

    def _mapped(self, target: Json, place: Origin) -> Reference:
        """A mapping's target: a reference, or the bare name of a schema (3.1 §4.8.25.3)."""
        word = as_text(target)
        if "/" not in word and "#" not in word:
            named = f"{self._dialect.container('schema')}/{pointer_step(word)}"
            if self._references.node(Origin(place.document, named)).present or "." not in word:
                return self.refer("#" + named, place)
        return self.refer(word, place)

    # -- what older versions spell in another way, and what needs more than one keyword

    def _lift(self, facts: dict[str, Any], value: dict[str, Json], origin: Origin, depth: int) -> None:
        types = facts.get("types", ())
        if "type" in value:
            self._lift_format(facts, value["type"])
        if "properties" in facts:
            self._lift_required(facts, value["properties"], origin)
        elif types == TYPES["object"] and value.keys() - _SAID_OF_OBJECTS:
            self._lift_properties(facts, value, origin, depth)
        for keyword, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if value.get(keyword) is True and bound in facts:
                facts["exclusive_" + bound] = facts.pop(bound)
        if isinstance(value.get("items"), list):
            self._lift_tuple(facts, value, origin, depth)
        if "default" in value:
            facts["default"] = self._plain(value["default"], types, origin, "default")
        if "const" in value:
            facts["const"] = self._plain(value["const"], types, origin, "const")
        if "enum" in facts:
            facts["enum"] = tuple([self._plain(entry, types, origin, "enum") for entry in facts["enum"]])
            self._name_values(facts, value, origin)
        examples = (*examples_of(value, "example"), *examples_of(value, "examples"))
        if examples:
            facts["examples"] = examples
        not_carried = tuple([key for key in value if key in _NOT_CARRIED])
        if not_carried:
            facts["not_carried"] = not_carried
        if is_nullable(value):
            lift_nullable(facts, origin)

    def _plain(self, value: Json, types: tuple[str, ...], origin: Origin, key: str) -> Json:
        """A scalar written as another type than its schema's (`"100"` for an integer, `10` for a string), as meant."""
        meant = as_type(value, types)
        if meant is not value:
            message = "a value is not of the type that its schema names; read as that type"
            self._notes.info("read-as-meant", message, origin.child(key))
        return meant

    def _lift_format(self, facts: dict[str, Any], word: Json) -> None:
        if isinstance(word, str) and word not in TYPES and not facts.get("format"):
            form = MEANT_TYPES.get(word.lower(), ((), ""))[1]
            if form:
                facts["format"] = form

    def _lift_required(self, facts: dict[str, Any], properties: Json, origin: Origin) -> None:
        """Draft 3's `required: true` inside the property."""
        entries = properties.items() if isinstance(properties, dict) else ()
        names = [name for name, part in entries if isinstance(part, dict) and part.get("required") is True]
        if names:
            message = "`required: true` stands in a property; read as the `required` list of the object"
            self._notes.info("read-as-meant", message, origin.child("properties", names[0]))
            facts["required"] = tuple(dict.fromkeys((*facts.get("required", ()), *names)))

    def _lift_properties(self, facts: dict[str, Any], value: dict[str, Json], origin: Origin, depth: int) -> None:
        """Properties that stand in an object's schema itself, where `properties:` was forgotten."""
        strange = {
            key: part
            for key, part in value.items()
            if key not in _KNOWN and not key.startswith("x-") and isinstance(part, dict) and looks_like_schema(part)
        }
        if strange and not _FREE_OBJECTS & value.keys():
            message = "schemas stand in an object's schema itself; read as its `properties`"
            self._notes.warning("read-as-meant", message, origin.child(next(iter(strange))))
            read = {name: self._read(part, origin.child(name), depth + 1) for name, part in strange.items()}
            facts["properties"] = read

    def _lift_tuple(self, facts: dict[str, Any], value: dict[str, Json], origin: Origin, depth: int) -> None:
        """Draft 4's `items: [A, B]` with `additionalItems`."""
        items = value["items"]
        if isinstance(items, list) and len(items) > 1:
            facts["prefix_items"] = self._schemas(items, origin, "items", depth)
            rest = value.get("additionalItems")
            if isinstance(rest, dict | bool):
                facts["items"] = self._read(rest, origin.child("additionalItems"), depth + 1)

    def _name_values(self, facts: dict[str, Any], value: dict[str, Json], origin: Origin) -> None:
        """Names and descriptions of enum values, by the extensions that are in use for them."""
        enum: tuple[Json, ...] = facts["enum"]
        keys = [as_text(entry) for entry in enum]
        for extension, (name_key, prose_key) in _VALUE_EXTENSIONS.items():
            said = value.get(extension)
            if isinstance(said, dict) and extension == "x-ms-enum":
                said = said.get("values")
            if said is None:
                continue
            for field, inner in (("enum_names", name_key), ("enum_descriptions", prose_key)):
                words = words_for(said, keys, inner)
                if inner and any(words) and field not in facts:
                    facts[field] = words
        if isinstance(value.get("x-enum-varnames"), list) and "enum_names" not in facts:
            message = "`x-enum-varnames` has another length than `enum`; left out"
            self._notes.warning("enum-names", message, origin)


def _prose_in_place(inner: Schema | Reference | None) -> str:
    """What is said of values that have no type of their own to hold it, or of a type where it is put to use."""
    if isinstance(inner, Reference):
        return inner.siblings.description if inner.siblings else ""
    return _prose_of(inner) if inner is not None and _is_without_type(inner) else ""


def _prose_of(schema: Schema) -> str:
    """The description of a schema; its title where it has none, unless that only names the type."""
    title = "" if schema.title.lower() in TYPES or schema.title.lower() in MEANT_TYPES else schema.title
    return schema.description or title


def _is_without_type(schema: Schema) -> bool:
    """Whether no type, and no value of an enum, will hold the prose of a schema in place."""
    is_value = schema.const is not MISSING or (schema.enum is not None and len(schema.enum) == 1)
    is_use = len(schema.all_of) == 1 and isinstance(schema.all_of[0], Reference)
    return not (schema.properties or (schema.all_of and not is_use) or is_value)


_KINDS_OF = {
    "object": frozenset(
        ("properties", "additional_properties", "pattern_properties", "min_properties", "max_properties")
    ),
    "array": frozenset(("items", "prefix_items", "min_items", "max_items", "unique_items")),
    "string": frozenset(("pattern", "min_length", "max_length")),
    "number": frozenset(("minimum", "maximum", "exclusive_minimum", "exclusive_maximum", "multiple_of")),
}
"""For each kind of values, the keywords that speak of no other (2020-12 validation §6)."""
_OF_ONE_KIND = frozenset(("one_of", "any_of", *(field for fields in _KINDS_OF.values() for field in fields)))
"""The keywords that are looked at again when all are read."""


def key_of(place: Origin) -> str:
    """The key of a schema in `Draft.schemas`."""
    return f"{place.document}#{place.pointer}"


_FACTS: dict[str, tuple[str, _Form]] = {
    "type": ("types", "types"),
    "title": ("title", "text"),
    "description": ("description", "text"),
    "format": ("format", "text"),
    "pattern": ("pattern", "text"),
    "contentMediaType": ("content_media_type", "text"),
    "contentEncoding": ("content_encoding", "text"),
    "deprecated": ("deprecated", "flag"),
    "x-deprecated": ("deprecated", "flag"),
    "x-ms-discriminator-value": ("discriminator_value", "text"),
    "readOnly": ("read_only", "flag"),
    "writeOnly": ("write_only", "flag"),
    "uniqueItems": ("unique_items", "flag"),
    "minimum": ("minimum", "bound"),
    "maximum": ("maximum", "bound"),
    "exclusiveMinimum": ("exclusive_minimum", "bound"),
    "exclusiveMaximum": ("exclusive_maximum", "bound"),
    "multipleOf": ("multiple_of", "bound"),
    "minLength": ("min_length", "count"),
    "maxLength": ("max_length", "count"),
    "minItems": ("min_items", "count"),
    "maxItems": ("max_items", "count"),
    "minProperties": ("min_properties", "count"),
    "maxProperties": ("max_properties", "count"),
    "enum": ("enum", "values"),
    "required": ("required", "names"),
    "properties": ("properties", "map"),
    "patternProperties": ("pattern_properties", "map"),
    "additionalProperties": ("additional_properties", "schema"),
    "items": ("items", "schema"),
    "prefixItems": ("prefix_items", "schemas"),
    "allOf": ("all_of", "schemas"),
    "anyOf": ("any_of", "schemas"),
    "oneOf": ("one_of", "schemas"),
    "discriminator": ("discriminator", "discriminator"),
    "xml": ("xml", "xml"),
}
_VALUE_EXTENSIONS: dict[str, tuple[str, str]] = {
    "x-enum-varnames": ("name", ""),
    "x-enumNames": ("name", ""),
    "x-enum-names": ("name", ""),
    "x-ms-enum": ("name", "description"),
    "x-fern-enum": ("name", "description"),
    "x-speakeasy-enums": ("name", ""),
    "x-enum-descriptions": ("", "description"),
    "x-enumDescriptions": ("", "description"),
}
_NULLABLE = frozenset(("nullable", "x-nullable"))
_LIFTED = _NOT_CARRIED | _NULLABLE | {"type", "properties", "items", "default", "const", "enum", "example", "examples"}
_SCALARS = ("string", "integer", "boolean", "number")
_LIFTED_OF_SCALARS = (_LIFTED - {"type"}) | {"exclusiveMinimum", "exclusiveMaximum"}
"""What there may be to lift in a schema of a single value, as most are."""
_KNOWN = _LIFTED | _FACTS.keys() | _VALUE_EXTENSIONS.keys()
_SAID_OF_OBJECTS = _KNOWN | {"externalDocs"}
_FREE_OBJECTS = frozenset(("additionalProperties", "patternProperties", "allOf", "anyOf", "oneOf"))
