"""Schemas into shapes and named types.

In: the named schemas of all drafts, and the schemas of operations one by one. Out: `model.Shape`s, and at the end all
`model.Type`s. Every named schema has a type of its own; an object without a name is called by its place. The words of
that place come from the caller: nothing here knows of operations.

How keywords become shapes: `schemas` follows references and merges `allOf`; `unions` finds what tells variants apart;
`directions` makes the request and the response type of an object with read-only or write-only properties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator import draft, model
from generator.diagnostics import Report
from generator.model import Shape, TypeId
from generator.records import dataclass, replaced
from generator.resolve import about, shapes, words
from generator.resolve.types import choices, scalars, unions, xml
from generator.resolve.types.cycles import without_endless_aliases
from generator.resolve.types.directions import Direction, Directions
from generator.resolve.types.names import TypeNames, inline_name, meant
from generator.resolve.types.schemas import SchemaOrReference, Schemas, is_record, kinds
from generator.resolve.types.settling import settled
from generator.source import MISSING, Json, Missing

_BOOLEAN: Final = model.Boolean()

MAX_DEPTH: Final = 40
"""How deeply inline schemas may nest before the rest counts as any value."""

MAX_NESTED_CHOICES: Final = 8
"""How many choices by one property may stand in each other."""
MAX_MERGES_INSIDE: Final = 5
MAX_DEEP_MERGES: Final = 3000
"""How deeply schemas are merged inside merged ones, and how often that is done below the second level: schemas that
extend themselves inside themselves could ask for any number."""

MAX_ALIKE: Final = 20
"""With how many inline objects of the same name another one is compared, to be one type with it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an inline schema stands: the names on the way to it, its direction if there is but one, how deep it is.

    `details` are words of which each tells the first of the names apart from others that are called the same.
    """

    names: tuple[str, ...]
    only: Direction | None = None
    depth: int = 0
    merges: int = 0
    details: tuple[str, ...] = ()

    def inside(self, *more: str) -> _Place:
        return _Place((*self.names, *more), self.only, self.depth + 1, self.merges, self.details)

    def other_names(self) -> Iterator[str]:
        """What the schema is called where its name is taken."""
        first, *rest = self.names
        for detail in (*self.details, *([" ".join(self.details)] if len(self.details) > 1 else [])):
            yield inline_name((f"{first} {detail}", *rest))
        yield inline_name((*self.names, "object"))


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
        self._same_name: dict[str, list[TypeId]] = {}
        self._new: dict[TypeId, None] = {}
        self._pending: dict[str, None] = {}
        self._built: set[str] = set()
        self._narrowing = unions.Narrowing()
        self._deep_merges = 0
        self._members: set[str] = set()
        self._referenced_places = self._places_of_records(schemas)
        self._families = self._with_families()
        self._pending.update(dict.fromkeys(sorted(key for key, entry in schemas.items() if entry.public)))
        self._build_pending()

    def shape(
        self, schema: SchemaOrReference | None, *, name: str, request: bool, details: tuple[str, ...] = ()
    ) -> Shape:
        """The shape of a schema; `name` are the words for an object that has no name, `request` the way it travels.
        Where something else has that name, one of the `details` stands behind it."""
        if schema is None:
            return model.Anything()
        direction: Direction = "request" if request else "response"
        shape = self._shape(schema, _Place((name,), direction, details=details))
        self._build_pending()
        return self._directions.turn(shape, direction)

    def look(self, schema: SchemaOrReference | None) -> draft.Schema | None:
        """The schema with references followed and `allOf` merged; None where a reference leads nowhere."""
        return None if schema is None else self._schemas.flat(schema)

    def xml(self, schema: SchemaOrReference | None) -> model.Xml | None:
        """How a value of the schema is written in XML, what its type says included; None where nothing is said."""
        return xml.of(self._schemas, schema)

    def finish(self) -> Mapping[TypeId, model.Type]:
        """All public types and those that shapes name, sorted by name; reports what no type could carry."""
        types = self._narrowing.applied(self._types)
        types = without_endless_aliases(types, self._report)
        public = [self._ids[key] for key, entry in self._schemas.named.items() if entry.public]
        types = self._directions.emit(types, public)
        self._schemas.report_remarks()
        return settled({name: types[name] for name in sorted(types)}, self._report)

    # -- named schemas

    def _named(self, key: str) -> Shape:
        """The type of a named schema. One that may be null is named for what it is otherwise; null stands beside it."""
        entry = self._schemas.named[key]
        if not entry.public and isinstance(entry.schema, draft.Schema) and scalars.is_scalar(entry.schema):
            return self._plain(entry.schema, _Place((self._ids[key],)))
        if key not in self._built:
            self._pending.setdefault(key)
        named = model.Named(id=self._families.get(key) or self._ids[key])
        flat = self._schemas.flat_named(key)
        lifted = flat is not None and "null" in flat.types and is_record(flat)
        return shapes.union((named, model.Null())) if lifted else named

    def _places_of_records(self, schemas: Mapping[str, draft.NamedSchema]) -> frozenset[str]:
        """The objects that have no name but that of their place, by which references know them."""
        private = (
            key for key, entry in schemas.items() if not entry.public and not self._schemas.is_other(entry.schema)
        )
        flat = ((key, self._schemas.flat_named(key)) for key in private)
        return frozenset(key for key, schema in flat if schema is not None and is_record(schema))

    def _build_pending(self) -> None:
        while self._pending:
            batch = [key for key in self._pending if key not in self._built]
            self._pending.clear()
            for key in batch:
                self._built.add(key)
                self._build(key, self._ids[key])
        private: dict[TypeId, Direction] = {}
        for name in self._new:
            if (direction := self._inline.get(name)) is not None:
                private[name] = direction
        self._directions.learn(self._types, self._new, private)
        self._new.clear()

    def _build(self, key: str, name: TypeId) -> None:
        schema = self._schemas.named[key].schema
        if (target := meant(self._schemas.named, key)) != key and self._ids[target] == name:
            self._named(target)
            return
        docs = about.external_docs(self._schemas.named[key].external_docs)
        place = _Place((name,))
        flat = self._schemas.flat_named(key)
        whole = key in self._members or not self._schemas.is_other(schema)
        if flat is not None and is_record(flat) and whole:
            self._schemas.remark(flat)
            made = self._object(flat, name, place)
            self._add(replace(made, external_docs=docs) if docs else made)
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
                more_examples=note.examples[1:],
                xml=self.xml(schema),
                external_docs=docs,
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
        if flat is None:
            return model.Anything()
        if not self._may_merge(place):
            self._report.warning("too-deep", "it extends itself inside itself; any value is accepted", at=schema.origin)
            return model.Anything()
        return self._plain(flat, replace(place, merges=place.merges + 1))

    def _may_merge(self, place: _Place) -> bool:
        """Whether one more merged schema may be made there; counts those far inside."""
        self._deep_merges += place.merges > 1
        return place.merges < MAX_MERGES_INSIDE and self._deep_merges <= MAX_DEEP_MERGES

    def _referenced(self, reference: draft.Reference, place: _Place) -> Shape:
        key = self._schemas.key(reference)
        if reference.siblings is not None:
            bare = replace(reference, siblings=None)
            types = reference.siblings.types
            own = replaced(reference.siblings, types=tuple(name for name in types if name != "null"))
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
        if scalars.lists_items(schema):
            schema = scalars.with_enum_on_items(schema, self._report)
        if schema.enum is not None or schema.const is not MISSING:
            if listed := scalars.listed(schema, self._report):
                return shapes.union((*listed, *null))
            self._schemas.remark_keyword("enum" if schema.const is MISSING else "const", schema.origin)
        allowed = kinds(schema)
        if not allowed:
            return model.Null() if null else model.Anything()
        if len(allowed) == 1:
            shape = self._kind(allowed[0], schema, place)
            return shapes.union((shape, *null)) if null else shape
        return shapes.union((*(self._kind(kind, schema, place.inside(kind)) for kind in allowed), *null))

    def _kind(self, kind: str, schema: draft.Schema, place: _Place) -> Shape:
        """The shape of one JSON type, with the keywords that speak of it."""
        match kind:
            case "string":
                return scalars.text(schema, self._report)
            case "integer" | "number":
                return scalars.number(schema, integer=kind == "integer")
            case "boolean":
                return _BOOLEAN
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

    # -- arrays and objects

    def _array(self, schema: draft.Schema, place: _Place) -> Shape:
        if not schema.prefix_items:
            items: Shape = model.Anything()
            if schema.items is not None:
                items = self._shape(schema.items, place.inside("item"))
            return model.Array(
                items=items,
                min_items=scalars.count(schema.min_items),
                max_items=scalars.count(schema.max_items),
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
            min_items=scalars.count(schema.min_items),
        )

    def _named_or_map(self, schema: draft.Schema, place: _Place) -> Shape:
        """An object with known properties is a type of its own; one with free keys only is a map."""
        if schema.properties:
            return model.Named(id=self._inline_object(schema, place))
        values = self._additional(schema, place)
        return model.Map(
            values=model.Anything() if values is None else values,
            min_properties=scalars.count(schema.min_properties),
            max_properties=scalars.count(schema.max_properties),
        )

    def _inline_object(self, schema: draft.Schema, place: _Place) -> TypeId:
        """An object without a name. Where the same one already has the name of that place, both are one type; so it is
        where a reference leads to that very place."""
        key = f"{schema.origin.document}#{schema.origin.pointer}"
        if key in self._referenced_places and self._schemas.flat_named(key) == schema:
            self._pending.setdefault(key)
            return self._ids[key]
        name = inline_name(place.names)
        entry = self._object(schema, TypeId(name), place)
        alike = self._same_name.setdefault(name.casefold(), [])
        for known in alike[:MAX_ALIKE]:
            if self._inline[known] == place.only and _alike(self._types[known], entry):
                return known
        taken = self._names.either(name, *place.other_names(), origin=schema.origin)
        alike.append(taken)
        self._inline[taken] = place.only
        self._add(entry if taken == name else replace(entry, id=taken))
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
                self._field(key, entry, key in required, place.inside(key)) for key, entry in schema.properties.items()
            ),
            additional=self._additional(schema, place),
            title=schema.title,
            description=schema.description,
            deprecated=schema.deprecated,
            example=_first(schema.examples),
            more_examples=schema.examples[1:],
            xml=self.xml(schema),
            origins=(schema.origin,),
        )

    def _field(self, name: str, schema: SchemaOrReference, required: bool, place: _Place) -> model.Field:
        notes = self._schemas.notes(schema)
        return model.Field(
            name=name,
            shape=self._shape(schema, place),
            required=required,
            summary=notes.title if notes.title and not _says_the_same(notes.title, name) else "",
            description=notes.description,
            default=notes.default,
            example=_first(notes.examples),
            more_examples=notes.examples[1:],
            deprecated=notes.deprecated,
            read_only=notes.read_only,
            write_only=notes.write_only,
            xml=self.xml(schema),
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
        beside = choices.beside(schema)
        variants = choices.of(schema, self._schemas)
        if not variants:
            return shapes.union((self._plain(beside or draft.Schema(origin=schema.origin), place), *null))
        nested = self._opened(schema.discriminator, variants) if schema.discriminator and beside is None else None
        if nested is not None:
            discriminator, leaves = nested
            each = [self._variant(choice, None, place, number) for number, choice in enumerate(leaves, start=1)]
            joined = shapes.union((*each, *null))
            told = self._told(discriminator, leaves, each, joined) if isinstance(joined, model.Union) else ""
            if isinstance(told, model.Union):
                return told
        each = [self._variant(choice, beside, place, number) for number, choice in enumerate(variants, start=1)]
        if beside is not None and all(isinstance(shape, model.Never) for shape in each):
            message = "none of the variants is of the type that stands beside them; the variants count"
            self._report.warning("all-of-conflict", message, at=schema.origin.child("type"))
            each = [self._variant(choice, None, place, number) for number, choice in enumerate(variants, start=1)]
        joined = shapes.union((*each, *null))
        if schema.discriminator is None or not isinstance(joined, model.Union):
            return joined
        return self._discriminated(schema.discriminator, variants, each, joined)

    def _variant(self, choice: SchemaOrReference, beside: draft.Schema | None, place: _Place, number: int) -> Shape:
        """One variant, with what stands beside the choice, unless the variant has that already."""
        inside = place.inside(choices.name(choice, number))
        flat = self._schemas.flat(choice)
        if beside is None or flat is None:
            return choices.described(self._shape(choice, inside), choice)
        if not choices.compatible(beside, flat):
            return model.Never()
        both = draft.Schema(origin=choice.origin, all_of=(beside, choice))
        whole = choices.covers(choice, flat, beside)
        return choices.described(self._shape(choice if whole else both, inside), choice)

    def _opened(
        self, discriminator: draft.Discriminator, variants: tuple[SchemaOrReference, ...]
    ) -> tuple[draft.Discriminator, tuple[SchemaOrReference, ...]] | None:
        """The variants with those that are choices by the same property in place of the choice; None without such."""
        mapping = dict(discriminator.mapping)
        found = [leaf for choice in variants for leaf in self._leaves(choice, discriminator, mapping, 0)]
        leaves = {self._schemas.key(leaf) if isinstance(leaf, draft.Reference) else id(leaf): leaf for leaf in found}
        if tuple(found) == variants:
            return None
        return replace(discriminator, mapping=mapping), tuple(leaves.values())

    def _leaves(
        self,
        choice: SchemaOrReference,
        discriminator: draft.Discriminator,
        mapping: dict[str, draft.Reference],
        depth: int,
    ) -> tuple[SchemaOrReference, ...]:
        is_open = isinstance(choice, draft.Reference) and depth < MAX_NESTED_CHOICES
        flat = self._schemas.flat(choice) if is_open else None
        inner = flat.discriminator if flat is not None else None
        if flat is None or inner is None or inner.property_name != discriminator.property_name:
            return (choice,)
        options = choices.of(flat, self._schemas)
        if not options or choices.beside(flat) is not None or "null" in flat.types:
            return (choice,)
        for value, target in inner.mapping.items():
            mapping.setdefault(value, target)
        return tuple(leaf for option in options for leaf in self._leaves(option, discriminator, mapping, depth + 1))

    def _discriminated(
        self,
        discriminator: draft.Discriminator,
        options: tuple[SchemaOrReference, ...],
        each: list[Shape],
        joined: model.Union,
    ) -> Shape:
        """The union with what tells its variants apart, where something does; else the reason why not is reported."""
        told = self._told(discriminator, options, each, joined)
        if isinstance(told, str):
            self._unusable(discriminator, told)
            return joined
        return told

    def _told(
        self,
        discriminator: draft.Discriminator,
        options: tuple[SchemaOrReference, ...],
        each: list[Shape],
        joined: model.Union,
    ) -> model.Union | str:
        """The union with its discriminator, or the reason why there is none."""
        variants = []
        for choice, option in zip(options, each, strict=True):
            shape = shapes.without_null(option)
            flat = self._schemas.flat(choice)
            key = self._schemas.key(choice) if isinstance(choice, draft.Reference) else None
            if isinstance(shape, model.Never):
                continue
            if not isinstance(shape, model.Named) or flat is None or not is_record(flat) or key in self._families:
                return "a variant is not an object with known properties"
            name = shape.id if key is None else self._schemas.named[key].name
            variants.append(unions.Variant(id=shape.id, name=name, key=key, flat=flat))
        outcome = unions.telling(self._schemas, discriminator, variants)
        if isinstance(outcome, str):
            return outcome
        self._narrowing.narrow(outcome, [variant.id for variant in variants])
        mapping = outcome.mapping([variant.id for variant in variants])
        return replace(joined, discriminator=model.Discriminator(property_name=outcome.property_name, mapping=mapping))

    def _unusable(self, discriminator: draft.Discriminator, reason: str) -> None:
        self._report.info(
            "discriminator-unusable",
            f"`{discriminator.property_name}` does not tell the variants apart ({reason}); each is tried",
            at=discriminator.origin,
        )

    def _with_families(self) -> dict[str, TypeId]:
        """For each parent with a discriminator, the union of its heirs (`Pet` gives `AnyPet`)."""
        found = unions.families(self._schemas, self._ids, self._unusable)
        ids: dict[str, TypeId] = {}
        for family in found:
            parent = self._schemas.named[family.parent]
            members = [self._ids[key] for key in family.members]
            mapping = family.telling.mapping(members)
            told = model.Discriminator(property_name=family.telling.property_name, mapping=mapping)
            joined = shapes.union((model.Named(id=name) for name in members), told)
            if not isinstance(joined, model.Union):
                continue
            self._narrowing.narrow(family.telling, members)
            name = f"Any{self._ids[family.parent]}"
            ids[family.parent] = self._names.either(name, f"{name}Kind", origin=parent.schema.origin)
            self._members.update(family.members)
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


def _first(examples: tuple[Json, ...]) -> Json | Missing:
    return examples[0] if examples else MISSING


def _says_the_same(title: str, name: str) -> bool:
    """Whether a title is but the name as people write it, as tools make it."""
    return words.loose_key(words.split(title)) == words.loose_key(words.split(name))


def _alike(one: model.Type, other: model.Type) -> bool:
    """Whether two objects have the same fields, prose and places aside."""
    if not isinstance(one, model.Object) or not isinstance(other, model.Object) or len(one.fields) != len(other.fields):
        return False
    facts = ("name", "shape", "required", "read_only", "write_only", "default", "xml")
    return one.additional == other.additional and all(
        getattr(first, fact) == getattr(second, fact)
        for first, second in zip(one.fields, other.fields, strict=True)
        for fact in facts
    )
