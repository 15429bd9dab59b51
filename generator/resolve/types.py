"""Schemas into shapes and named types.

In: the named schemas of all drafts, and the schemas of operations one by one. Out: `model.Shape`s, and at the end all
`model.Type`s. Every named schema has a type of its own; an object without a name is called by its place. The words of
that place come from the caller: nothing here knows of operations.

How keywords become shapes: `schemas` follows references and merges `allOf`; `unions` finds what tells variants apart;
`directions` makes the request and the response type of an object with read-only or write-only properties.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

from generator import draft, model
from generator.diagnostics import Report
from generator.model import Shape, TypeId
from generator.resolve import schemas as schemas_module
from generator.resolve import merge_all_of, shapes, unions, words
from generator.resolve.directions import Direction, Directions
from generator.resolve.schemas import SchemaOrReference, Schemas, kinds
from generator.resolve.settling import settled
from generator.resolve.type_names import TypeNames, inline_name
from generator.source import MISSING, Json, Missing

MAX_DEPTH: Final = 60
"""How deeply inline schemas may nest before the rest counts as any value."""

_LITERAL: Final = re.compile(r"/(\^.*\$)/[a-z]*", re.DOTALL)
"""A pattern with the delimiters of a literal around its anchors; so written, nothing could match it."""

MAX_PRODUCT: Final = 16
"""How many pairs `oneOf` beside `anyOf` may give."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an inline schema stands: the names on the way to it, the direction if there is but one, and how deep it is."""

    names: tuple[str, ...]
    only: Direction | None = None
    depth: int = 0

    def inside(self, *more: str) -> _Place:
        return _Place((*self.names, *more), self.only, self.depth + 1)


class TypeBuilder:
    """Makes the types of an API. Ask for the shapes of all operations, then `finish`."""

    def __init__(self, schemas: Mapping[str, draft.NamedSchema], report: Report) -> None:
        self._report = report
        self._schemas = Schemas(schemas, report)
        self._names = TypeNames(report)
        self._ids = self._names.for_schemas(schemas)
        self._directions = Directions(self._names)
        self._types: dict[TypeId, model.Type] = {}
        self._inline: dict[TypeId, Direction | None] = {}
        self._new: dict[TypeId, None] = {}
        self._pending: dict[str, None] = {}
        self._built: set[str] = set()
        self._narrowed: dict[tuple[TypeId, str], dict[str, None]] = {}
        self._families = self._with_families()
        self._pending.update(dict.fromkeys(key for key, entry in schemas.items() if entry.public))
        self._build_pending()

    def shape(self, schema: SchemaOrReference | None, *, name: str, request: bool) -> Shape:
        """The shape of a schema; `name` are the words for an object that has no name, `request` the way it travels."""
        if schema is None:
            return model.Anything()
        direction: Direction = "request" if request else "response"
        shape = self._shape(schema, _Place((name,), direction))
        self._build_pending()
        return self._directions.turn(shape, direction)

    def look(self, schema: SchemaOrReference | None) -> draft.Schema | None:
        """The schema with references followed and `allOf` merged; None where a reference leads nowhere."""
        return None if schema is None else self._schemas.flat(schema)

    def finish(self) -> Mapping[TypeId, model.Type]:
        """All public types and those that shapes name, sorted by name; reports what no type could carry."""
        types = self._with_narrowed_fields()
        types = _without_endless_aliases(types, self._report)
        public = [self._ids[key] for key, entry in self._schemas.named.items() if entry.public]
        public += [family for family in self._families.values()]
        types = self._directions.emit(types, public)
        self._schemas.report_remarks()
        return settled({name: types[name] for name in sorted(types)}, self._report)

    # -- named schemas

    def _named(self, key: str) -> Shape:
        """The type of a named schema. One that may be null is named for what it is otherwise; null stands beside it."""
        entry = self._schemas.named[key]
        if not entry.public and isinstance(entry.schema, draft.Schema) and _is_scalar(entry.schema):
            return self._plain(entry.schema, _Place((self._ids[key],)))
        if key not in self._built:
            self._pending.setdefault(key)
        named = model.Named(id=self._families.get(key) or self._ids[key])
        flat = self._schemas.flat_named(key)
        lifted = flat is not None and "null" in flat.types and schemas_module.is_record(flat)
        return shapes.union((named, model.Null())) if lifted else named

    def _build_pending(self) -> None:
        while self._pending:
            batch = [key for key in self._pending if key not in self._built]
            self._pending.clear()
            for key in batch:
                self._built.add(key)
                self._build(key, self._ids[key])
        private = {name: direction for name in self._new if (direction := self._inline.get(name)) is not None}
        self._directions.learn(self._types, self._new, private)
        self._new.clear()

    def _build(self, key: str, name: TypeId) -> None:
        schema = self._schemas.named[key].schema
        place = _Place((name,))
        flat = self._schemas.flat_named(key)
        if flat is not None and schemas_module.is_record(flat) and not self._schemas.is_other(schema):
            self._schemas.remark(flat)
            self._add(self._object(flat, name, place))
            return
        note = flat or draft.Schema(origin=schema.origin)
        self._add(
            model.Alias(
                id=name,
                shape=self._shape(schema, place),
                title=note.title,
                description=note.description,
                deprecated=note.deprecated,
                example=_first(note.examples),
                origins=(schema.origin,),
            )
        )

    def _add(self, entry: model.Type) -> None:
        self._types[entry.id] = entry
        self._new[entry.id] = None

    # -- any schema

    def _shape(self, schema: SchemaOrReference, place: _Place) -> Shape:
        if place.depth > MAX_DEPTH:
            self._report.warning("too-deep", "nested too deeply; any value is accepted", at=schema.origin)
            return model.Anything()
        if isinstance(schema, draft.Reference):
            return self._referenced(schema, place)
        if not schema.all_of:
            return self._plain(schema, place)
        if (sole := self._schemas.sole_part(schema)) is not None:
            self._schemas.remark(schema)
            shape = self._shape(sole.part, place.inside())
            return shapes.union((shape, model.Null())) if sole.nullable else shape
        flat = self._schemas.flat(schema)
        return model.Anything() if flat is None else self._plain(flat, place)

    def _referenced(self, reference: draft.Reference, place: _Place) -> Shape:
        key = self._schemas.key(reference)
        if reference.siblings is not None:
            bare = replace(reference, siblings=None)
            types = reference.siblings.types
            own = replace(reference.siblings, types=tuple(name for name in types if name != "null"))
            shape = self._shape(draft.Schema(origin=reference.origin, all_of=(bare, own)), place.inside())
            return shapes.union((shape, model.Null())) if "null" in types else shape
        return model.Anything() if key is None else self._named(key)

    def _plain(self, schema: draft.Schema, place: _Place) -> Shape:
        """The shape of a schema without `allOf`."""
        self._schemas.remark(schema)
        if schema.never:
            return model.Never()
        if schema.one_of or schema.any_of:
            return self._union(schema, place)
        null = (model.Null(),) if "null" in schema.types else ()
        if schema.enum and _lists_items(schema):
            schema = self._with_enum_on_items(schema)
        if schema.const is not MISSING or schema.enum is not None:
            if (listed := self._enum(schema)) is not None:
                return shapes.union((*listed, *null))
        allowed = kinds(schema)
        if not allowed:
            return model.Null() if null else model.Anything()
        each = [self._kind(kind, schema, place if len(allowed) == 1 else place.inside(kind)) for kind in allowed]
        return shapes.union((*each, *null))

    def _kind(self, kind: str, schema: draft.Schema, place: _Place) -> Shape:
        """The shape of one JSON type, with the keywords that speak of it."""
        match kind:
            case "string":
                return self._text(schema)
            case "integer" | "number":
                return _number(schema, kind)
            case "boolean":
                return model.Boolean()
            case "array":
                return self._array(schema, place)
            case "object":
                return self._named_or_map(schema, place)
            case "file":
                return model.Binary()
            case "any":
                return model.Anything()
        self._report.warning(
            "type-unknown", f"{kind!r} is no type; any value is accepted", at=schema.origin.child("type")
        )
        return model.Anything()

    def _text(self, schema: draft.Schema) -> Shape:
        unencoded = schema.content_media_type == "application/octet-stream" and not schema.content_encoding
        if schema.format in ("binary", "file") or (unencoded and not schema.format):
            return model.Binary()
        pattern = schema.pattern
        if (literal := _LITERAL.fullmatch(pattern)) is not None:
            self._report.info(
                "pattern-delimiters", "the slashes around the pattern are not part of it", at=schema.origin.child("pattern")
            )
            pattern = literal[1]
        return model.Text(
            format=schema.format or ("byte" if schema.content_encoding in ("base64", "base64url") else ""),
            pattern=pattern,
            min_length=_count(schema.min_length),
            max_length=_count(schema.max_length),
        )

    # -- enums

    def _enum(self, schema: draft.Schema) -> list[Shape] | None:
        """The listed values: an enum, null, or both; None where the list says nothing that a type can carry."""
        values = schema.enum if schema.const is MISSING else (schema.const,)
        assert values is not None
        if not values or not all(value is None or isinstance(value, str | int | float) for value in values):
            self._schemas.remark_keyword("const" if schema.const is not MISSING else "enum", schema.origin)
            return None
        allowed = kinds(schema)
        strange = [value for value in values if value is not None and allowed and not _is_kind(value, allowed)]
        if strange:
            self._report.warning(
                "enum-type", f"{_printed(strange[0])} is not of type {' or '.join(allowed)}; it is kept as it stands",
                at=schema.origin.child("enum"),
            )  # fmt: skip
        names, prose = schema.enum_names, schema.enum_descriptions
        entries = [
            model.EnumValue(
                value=cast("str | int | float | bool", value),
                name=names[index] if index < len(names) else schema.title if schema.const is not MISSING else "",
                description=prose[index]
                if index < len(prose)
                else schema.description
                if schema.const is not MISSING
                else "",
            )
            for index, value in enumerate(values)
            if value is not None
        ]
        found: list[Shape] = [shapes.enum(entries)] if entries else []
        if found and {repr(entry.value) for entry in entries} == {"True", "False"}:
            found = [model.Boolean()]
        return found + ([model.Null()] if None in values else [])

    def _with_enum_on_items(self, schema: draft.Schema) -> draft.Schema:
        """An array whose `enum` lists scalars means its items."""
        place = schema.origin.child("enum")
        self._report.warning("enum-type", "the values are no arrays; they are taken for the items", at=place)
        listed = draft.Schema(origin=schema.origin, enum=schema.enum, enum_names=schema.enum_names)
        parts = (listed,) if schema.items is None else (schema.items, listed)
        items = draft.Schema(origin=schema.origin, all_of=parts)
        return replace(schema, enum=None, enum_names=(), items=items)

    # -- arrays and objects

    def _array(self, schema: draft.Schema, place: _Place) -> Shape:
        if not schema.prefix_items:
            items: Shape = model.Anything()
            if schema.items is not None:
                items = self._shape(schema.items, place.inside("item"))
            return model.Array(
                items=items,
                min_items=_count(schema.min_items),
                max_items=_count(schema.max_items),
                unique=schema.unique_items,
            )
        rest: Shape | None = model.Anything()
        if schema.items is not None:
            rest = self._shape(schema.items, place.inside("item"))
        if isinstance(rest, model.Never) or (
            schema.max_items is not None and schema.max_items <= len(schema.prefix_items)
        ):
            rest = None
        return model.Tuple(
            items=tuple(
                self._shape(entry, place.inside("item", str(number)))
                for number, entry in enumerate(schema.prefix_items, start=1)
            ),
            rest=rest,
            min_items=_count(schema.min_items),
        )

    def _named_or_map(self, schema: draft.Schema, place: _Place) -> Shape:
        """An object with known properties is a type of its own; one with free keys only is a map."""
        if schema.properties:
            return model.Named(id=self._inline_object(schema, place))
        values = self._additional(schema, place)
        return model.Map(
            values=model.Anything() if values is None else values,
            min_properties=_count(schema.min_properties),
            max_properties=_count(schema.max_properties),
        )

    def _inline_object(self, schema: draft.Schema, place: _Place) -> TypeId:
        """An object without a name. Where the same one already has the name of that place, both are one type."""
        name = inline_name(place.names)
        entry = self._object(schema, TypeId(name), place)
        number = 1
        while not self._names.free(candidate := name if number == 1 else f"{name}{number}"):
            known = next((taken for taken in (TypeId(candidate),) if taken in self._inline), None)
            if known is not None and self._inline[known] == place.only and _alike(self._types[known], entry):
                return known
            number += 1
        taken = self._names.numbered(name, schema.origin) if number > 1 else self._names.take(name)
        self._inline[taken] = place.only
        self._add(replace(entry, id=taken))
        return taken

    def _object(self, schema: draft.Schema, name: TypeId, place: _Place) -> model.Object:
        self._schemas.remark_undeclared(schema)
        required = frozenset(schema.required)
        for keyword, bound in (("minProperties", schema.min_properties), ("maxProperties", schema.max_properties)):
            if bound:
                self._schemas.remark_keyword(keyword, schema.origin)
        return model.Object(
            id=name,
            fields=tuple(
                self._field(key, entry, key in required, place.inside(key))
                for key, entry in schema.properties.items()
            ),
            additional=self._additional(schema, place),
            title=schema.title,
            description=schema.description,
            deprecated=schema.deprecated,
            example=_first(schema.examples),
            origins=(schema.origin,),
        )

    def _field(self, name: str, schema: SchemaOrReference, required: bool, place: _Place) -> model.Field:
        notes = self._schemas.notes(schema)
        return model.Field(
            name=name,
            shape=self._shape(schema, place),
            required=required,
            description=notes.description,
            default=notes.default,
            example=_first(notes.examples),
            deprecated=notes.deprecated,
            read_only=notes.read_only,
            write_only=notes.write_only,
            origins=(schema.origin,),
        )

    def _additional(self, schema: draft.Schema, place: _Place) -> Shape | None:
        """What further properties may be; None where nothing is said."""
        allowed = [self._shape(entry, place.inside("value")) for entry in schema.pattern_properties.values()]
        if schema.additional_properties is not None:
            allowed.append(self._shape(schema.additional_properties, place.inside("value")))
        return shapes.union(allowed) if allowed else None

    # -- unions

    def _union(self, schema: draft.Schema, place: _Place) -> Shape:
        """`oneOf` and `anyOf`; what stands beside them holds for every variant."""
        null = (model.Null(),) if "null" in schema.types else ()
        beside = _beside(schema)
        choices = self._choices(schema)
        if not choices:
            return shapes.union((self._plain(beside or draft.Schema(origin=schema.origin), place), *null))
        each = [self._variant(choice, beside, place, number) for number, choice in enumerate(choices, start=1)]
        if beside is not None and all(isinstance(shape, model.Never) for shape in each):
            message = "none of the variants is of the type that stands beside them; the variants count"
            self._report.warning("all-of-conflict", message, at=schema.origin.child("type"))
            each = [self._variant(choice, None, place, number) for number, choice in enumerate(choices, start=1)]
        joined = shapes.union((*each, *null))
        if schema.discriminator is None or not isinstance(joined, model.Union):
            return joined
        return self._discriminated(schema.discriminator, choices, each, joined)

    def _choices(self, schema: draft.Schema) -> tuple[SchemaOrReference, ...]:
        """The variants that say something of the shape. Two choices at once give their pairs, where those are few."""
        first, second = (self._saying(schema, keyword) for keyword in ("oneOf", "anyOf"))
        if not first or not second:
            return first or second
        if len(first) * len(second) > MAX_PRODUCT:
            self._schemas.remark_keyword("anyOf", schema.origin)
            return first
        return tuple(draft.Schema(origin=one.origin, all_of=(one, other)) for one in first for other in second)

    def _saying(self, schema: draft.Schema, keyword: str) -> tuple[SchemaOrReference, ...]:
        variants = schema.one_of if keyword == "oneOf" else schema.any_of
        if any(isinstance(variant, draft.Schema) and schemas_module.only_requires(variant) for variant in variants):
            self._schemas.remark_keyword(keyword, schema.origin)
            rest = [
                entry
                for entry in variants
                if isinstance(entry, draft.Reference) or not schemas_module.only_requires(entry)
            ]
            return (*rest, draft.Schema(origin=schema.origin)) if rest else ()
        return variants

    def _variant(self, choice: SchemaOrReference, beside: draft.Schema | None, place: _Place, number: int) -> Shape:
        """One variant, with what stands beside the choice, unless the variant has that already."""
        inside = place.inside(_variant_name(choice, number))
        flat = None if beside is None else self._schemas.flat(choice)
        if beside is None or flat is None:
            return self._shape(choice, inside)
        if not schemas_module.compatible(beside, flat):
            return model.Never()
        if schemas_module.constrains(beside):
            covered = isinstance(choice, draft.Reference) and _covers(flat, beside)
        else:
            covered = isinstance(choice, draft.Reference) or bool(kinds(flat))
        return self._shape(choice if covered else draft.Schema(origin=choice.origin, all_of=(beside, choice)), inside)

    def _discriminated(
        self,
        discriminator: draft.Discriminator,
        choices: tuple[SchemaOrReference, ...],
        each: list[Shape],
        joined: model.Union,
    ) -> Shape:
        variants = []
        for choice, shape in zip(choices, each):
            flat = self._schemas.flat(choice)
            key = self._schemas.key(choice) if isinstance(choice, draft.Reference) else None
            if isinstance(shape, model.Null):
                continue
            if not isinstance(shape, model.Named) or flat is None or flat.one_of or flat.any_of:
                self._unusable(discriminator, "a variant is not an object with known properties")
                return joined
            name = shape.id if key is None else self._schemas.named[key].name
            variants.append(unions.Variant(id=shape.id, name=name, key=key, flat=flat))
        outcome = unions.telling(self._schemas, discriminator, variants)
        if isinstance(outcome, str):
            self._unusable(discriminator, outcome)
            return joined
        self._narrow(outcome, [variant.id for variant in variants])
        mapping = outcome.mapping(variants)
        return replace(joined, discriminator=model.Discriminator(property_name=outcome.property_name, mapping=mapping))

    def _unusable(self, discriminator: draft.Discriminator, reason: str) -> None:
        self._report.info(
            "discriminator-unusable",
            f"`{discriminator.property_name}` does not tell the variants apart ({reason}); each is tried",
            at=discriminator.origin,
        )

    def _with_families(self) -> dict[str, TypeId]:
        """For each parent with a discriminator, the union of its heirs (`Pet` gives `AnyPet`)."""
        found = unions.families(
            self._schemas, self._ids, lambda schema, reason: self._unusable(cast("draft.Discriminator", schema.discriminator), reason)
        )  # fmt: skip
        ids: dict[str, TypeId] = {}
        for family in found:
            parent = self._schemas.named[family.parent]
            members = [self._ids[key] for key in family.members]
            mapping = {value: name for name, values in zip(members, family.telling.values) for value in values}
            told = model.Discriminator(property_name=family.telling.property_name, mapping=mapping)
            joined = shapes.union((model.Named(id=name) for name in members), told)
            if not isinstance(joined, model.Union):
                continue
            self._narrow(family.telling, members)
            ids[family.parent] = self._names.numbered(f"Any{self._ids[family.parent]}", parent.schema.origin)
            self._pending.update(dict.fromkeys(family.members))
            self._add(
                model.Alias(
                    id=ids[family.parent],
                    shape=joined,
                    description=f"Any kind of {parent.name}.",
                    origins=(parent.schema.origin,),
                )
            )
        return ids

    def _narrow(self, told: unions.Telling, names: list[TypeId]) -> None:
        for name, values in zip(names, told.values):
            self._narrowed.setdefault((name, told.property_name), {}).update(dict.fromkeys(values))

    def _with_narrowed_fields(self) -> dict[TypeId, model.Type]:
        """The types, in which the property of a discriminator has only the values that stand for the type."""
        types = dict(self._types)
        for (name, property_name), values in self._narrowed.items():
            entry = types[name]
            if isinstance(entry, model.Object):
                fields = tuple(
                    _narrowed(field, tuple(values)) if field.name == property_name else field for field in entry.fields
                )
                types[name] = replace(entry, fields=fields)
        return types


# -- single shapes


def _number(schema: draft.Schema, kind: str) -> Shape:
    return model.Number(
        integer=kind == "integer",
        format=schema.format,
        minimum=schema.minimum,
        maximum=schema.maximum,
        exclusive_minimum=schema.exclusive_minimum,
        exclusive_maximum=schema.exclusive_maximum,
        multiple_of=schema.multiple_of if schema.multiple_of and schema.multiple_of > 0 else None,
    )


def _count(value: int | None) -> int | None:
    """A bound on a length; a negative one says nothing."""
    return value if value is not None and value >= 0 else None


def _is_scalar(schema: draft.Schema) -> bool:
    return not (schema.all_of or schema.any_of or schema.one_of) and set(kinds(schema)) <= {
        "string", "number", "integer", "boolean",
    }  # fmt: skip


def _lists_items(schema: draft.Schema) -> bool:
    """Whether an array has an `enum` that can only be meant for its items."""
    scalars = all(isinstance(value, str | int | float) for value in schema.enum or ())
    return scalars and kinds(schema) == ("array",) and not schema.prefix_items


def _is_kind(value: Json, allowed: tuple[str, ...]) -> bool:
    match value:
        case bool():
            return "boolean" in allowed
        case str():
            return "string" in allowed or "file" in allowed
        case int():
            return "integer" in allowed or "number" in allowed
        case float():
            return "number" in allowed or ("integer" in allowed and value.is_integer())
        case _:
            return True


def _printed(value: Json) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _first(examples: tuple[Json, ...]) -> Json | Missing:
    return examples[0] if examples else MISSING


def _variant_name(choice: SchemaOrReference, number: int) -> str:
    """What tells a variant from the others: its name, its title where that is short, else its number."""
    if isinstance(choice, draft.Reference):
        return choice.name
    return choice.title if 0 < len(words.split(choice.title)) <= 5 else f"variant {number}"


def _beside(schema: draft.Schema) -> draft.Schema | None:
    """What stands beside `oneOf` and `anyOf` and holds for every variant; None where that is nothing."""
    types = tuple(name for name in schema.types if name != "null")
    if not types and not schemas_module.constrains(schema):
        return None
    bare = replace(schema, one_of=(), any_of=(), discriminator=None, types=types, not_carried=(), default=MISSING)
    return merge_all_of.without_notes(bare)


def _covers(flat: draft.Schema, beside: draft.Schema) -> bool:
    """Whether a schema already has all that stands beside the choice it belongs to."""
    bare = replace(beside, properties={}, required=(), types=())
    return (
        set(beside.properties) <= set(flat.properties)
        and set(beside.required) <= set(flat.required)
        and not schemas_module.constrains(bare)
    )


def _alike(one: model.Type, other: model.Type) -> bool:
    """Whether two objects have the same fields, prose and places aside."""
    if not isinstance(one, model.Object) or not isinstance(other, model.Object) or len(one.fields) != len(other.fields):
        return False
    facts = ("name", "shape", "required", "read_only", "write_only", "default")
    return one.additional == other.additional and all(
        getattr(first, fact) == getattr(second, fact)
        for first, second in zip(one.fields, other.fields)
        for fact in facts
    )


def _narrowed(field: model.Field, values: tuple[str, ...]) -> model.Field:
    """The field limited to these values; names and prose of an enum that it had are kept."""
    known = {}
    if isinstance(field.shape, model.Enum):
        known = {entry.value: entry for entry in field.shape.values}
    entries = tuple(known.get(value) or model.EnumValue(value=value) for value in values)
    return replace(field, shape=model.Enum(values=entries))


# -- aliases


def _without_endless_aliases(types: dict[TypeId, model.Type], report: Report) -> dict[TypeId, model.Type]:
    """The types without aliases that, followed through, come back to themselves: such a value has no shape."""
    done: set[TypeId] = set()
    for start in sorted(types):
        path: dict[TypeId, None] = {}
        stack: list[tuple[TypeId, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                done.add(name)
                path.pop(name)
                continue
            if name in done:
                continue
            path[name] = None
            stack.append((name, True))
            entry = types[name]
            if not isinstance(entry, model.Alias):
                continue
            direct = _direct(entry.shape)
            back = {other for other in direct if other in path}
            if back:
                entry = replace(entry, shape=_cut(entry.shape, back))
                types[name] = entry
                report.warning("type-cycle", f"{name} is described by itself alone", at=entry.origins[0])
            stack.extend((other, False) for other in reversed(direct) if other not in back)
    return types


def _direct(shape: Shape) -> tuple[TypeId, ...]:
    """The types that a shape is, or may be, itself; not those inside a list or map."""
    parts = shape.variants if isinstance(shape, model.Union) else (shape,)
    return tuple(part.id for part in parts if isinstance(part, model.Named))


def _cut(shape: Shape, names: set[TypeId]) -> Shape:
    if not isinstance(shape, model.Union):
        return model.Anything()
    kept = [part for part in shape.variants if not (isinstance(part, model.Named) and part.id in names)]
    rest = shapes.union(kept)
    return model.Anything() if isinstance(rest, model.Never) else rest
