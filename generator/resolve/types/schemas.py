"""All named schemas of all drafts: finding one by reference or by its words, and looking at one as if it were inline.

In: `draft.NamedSchema`s by key. Out: a key for each reference, flat schemas (references followed, `allOf` merged), and
the findings about what no type can carry. It knows nothing of types, names in the model, or operations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Final

from generator import draft
from generator.diagnostics import Origin, Report
from generator.records import dataclass, replaced
from generator.resolve import words
from generator.resolve.types import merge_all_of
from generator.source import MISSING, Json, Missing

SchemaOrReference = draft.Schema | draft.Reference

MAX_DEPTH: Final = 50
"""How many `allOf` and `$ref` steps are followed before a schema counts as endless."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What is said about a value rather than of its shape: by the schema in place, else by the type it refers to."""

    description: str = ""
    title: str = ""
    default: Json | Missing = MISSING
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False


@dataclass(frozen=True, slots=True)
class SolePart:
    """The one part of an `allOf` (or of a `$ref` with siblings) that says anything about the shape."""

    part: SchemaOrReference
    nullable: bool


class Schemas:
    """The named schemas, and the ways to look at them."""

    def __init__(self, named: Mapping[str, draft.NamedSchema], report: Report) -> None:
        self.named: Final = named
        self._report = report
        self._flat: dict[str, draft.Schema | None] = {}
        self._flat_inline: dict[int, tuple[draft.Schema, draft.Schema]] = {}
        self._active: dict[str, None] = {}
        self._by_words = _index(named, words.key)
        self._by_loose_words = _index(named, words.loose_key)
        self._unknown: dict[str, None] = {}
        self._remarks: dict[tuple[str, str], dict[Origin, None]] = defaultdict(dict)
        self._undeclared: dict[str, dict[Origin, str]] = defaultdict(dict)
        self._children: dict[str, list[str]] = defaultdict(list)
        self._parents: dict[str, tuple[str, ...]] = {}
        for key, entry in named.items():
            self._parents[key] = tuple(self._parents_of(entry.schema))
            for parent in self._parents[key]:
                self._children[parent].append(key)

    def key(self, reference: draft.Reference) -> str | None:
        """The key of the schema referred to: its target, else the one schema of that name; None where none is."""
        if reference.target is not None:
            return reference.target if reference.target in self.named else None
        asked = words.split(reference.name)
        for index, key in ((self._by_words, words.key(asked)), (self._by_loose_words, words.loose_key(asked))):
            if len(found := index.get(key, [])) == 1:
                return found[0]
        if reference.name not in self._unknown:
            self._unknown[reference.name] = None
            self._report.info(
                "schema-unknown", f"no source describes {reference.name!r}; any value is accepted", at=reference.origin
            )
        return None

    def descendants(self, key: str) -> tuple[str, ...]:
        """The schemas that extend this one by `allOf`, directly or not, nearest first."""
        found: dict[str, None] = {}
        layer = [key]
        while layer:
            layer = [child for parent in layer for child in self._children.get(parent, ()) if child not in found]
            found.update(dict.fromkeys(layer))
        found.pop(key, None)
        return tuple(found)

    def extends(self, key: str, ancestor: str) -> bool:
        """Whether a schema extends another by `allOf`, directly or not."""
        seen: set[str] = set()
        steps = [key]
        while steps:
            for parent in self._parents.get(steps.pop(), ()):
                if parent == ancestor:
                    return True
                if parent not in seen:
                    seen.add(parent)
                    steps.append(parent)
        return False

    def flat(self, schema: SchemaOrReference) -> draft.Schema | None:
        """The schema with references followed and `allOf` merged; None where a reference leads nowhere, or round."""
        if isinstance(schema, draft.Reference):
            key = self.key(schema)
            target = None if key is None else self.flat_named(key)
            if target is None or schema.siblings is None:
                return target
            if schema.siblings.description:
                target = replaced(target, description="")  # what stands beside the reference is said instead
            return self._merged((target, schema.siblings), schema.siblings.origin)
        if not schema.all_of:
            return schema
        if id(schema) not in self._flat_inline:
            self._flat_inline[id(schema)] = (schema, self._merged_all_of(schema))
        return self._flat_inline[id(schema)][1]

    def flat_named(self, key: str) -> draft.Schema | None:
        """`flat` of the schema with that key."""
        if key in self._flat:
            return self._flat[key]
        if key in self._active:
            return None
        if len(self._active) > MAX_DEPTH:
            at = self.named[key].schema.origin
            message = f"more than {MAX_DEPTH} schemas lead on to each other; the rest is left out"
            self._report.warning("too-deep", message, at=at)
            return None
        self._active[key] = None
        flat = self.flat(self.named[key].schema)
        del self._active[key]
        self._flat[key] = flat
        return flat

    def sole_part(self, schema: draft.Schema) -> SolePart | None:
        """The one part of the `allOf` that shapes the value, where the rest only describes it; else None."""
        parts = [part for part in schema.all_of if isinstance(part, draft.Reference) or not says_nothing(part)]
        if len(parts) != 1 or constrains(schema) or schema.one_of or schema.any_of or schema.discriminator:
            return None
        types = tuple(name for name in schema.types if name != "null")
        if types:
            flat = self.flat(parts[0])
            if flat is None or set(kinds(flat)) - set(types):
                return None
        return SolePart(parts[0], nullable="null" in schema.types)

    def is_other(self, schema: SchemaOrReference) -> bool:
        """Whether a schema is but another name for the one that it refers to."""
        while isinstance(schema, draft.Schema):
            sole = self.sole_part(schema) if schema.all_of else None
            if sole is None:
                return False
            schema = sole.part
        return True

    def notes(self, schema: SchemaOrReference) -> Notes | draft.Schema:
        """What the schema in place says about its value; a default and the like may also stand where `$ref` leads."""
        if isinstance(schema, draft.Schema) and not schema.all_of:
            return schema
        flat = self.flat(schema)
        description = _own_description(schema)
        if flat is None:
            own = schema.siblings if isinstance(schema, draft.Reference) else schema
            return Notes() if own is None else _notes(own, description, own.title)
        own = schema.siblings if isinstance(schema, draft.Reference) else schema
        return _notes(flat, description, own.title if own is not None else "")

    def remark(self, schema: draft.Schema) -> None:
        """Note the keywords of a schema that no type carries; `report_remarks` says it once a keyword and document."""
        for keyword in schema.not_carried:
            self.remark_keyword(keyword, schema.origin)

    def remark_keyword(self, keyword: str, origin: Origin) -> None:
        """Note one keyword of the schema at that place."""
        self._remarks[origin.document, keyword].setdefault(origin.child(keyword))

    def remark_undeclared(self, schema: draft.Schema) -> None:
        """Note the names in `required` that are not among the properties."""
        names = [name for name in schema.required if name not in schema.properties]
        if names:
            self._undeclared[schema.origin.document].setdefault(schema.origin.child("required"), names[0])

    def report_remarks(self) -> None:
        """Report what was noted, in the order in which it was met."""
        for (_, keyword), places in self._remarks.items():
            first, *more = places
            message = (
                f"`{keyword}` ({_times(len(places))}) cannot be expressed by a type, which accepts more than it does"
            )
            self._report.info("schema-not-carried", message, at=first, also=tuple(more[:3]))
        for undeclared in self._undeclared.values():
            first, *more = undeclared
            message = f"`required` names {undeclared[first]!r}, which is no property; it is ignored"
            count = f" (such names stand {_times(len(undeclared))})" if more else ""
            self._report.info("required-undeclared", message + count, at=first, also=tuple(more[:3]))
        self._remarks.clear()
        self._undeclared.clear()

    def _parents_of(self, schema: SchemaOrReference) -> Iterator[str]:
        if isinstance(schema, draft.Schema):
            for part in schema.all_of:
                if isinstance(part, draft.Reference) and (key := self.key(part)) is not None:
                    yield key

    def _merged_all_of(self, schema: draft.Schema) -> draft.Schema:
        parts = [part for part in map(self._part, schema.all_of) if part is not None]
        own = replaced(schema, all_of=())
        self.remark(own)
        merged = self._merged((*parts, own), schema.origin)
        sole = self.sole_part(schema)
        part = None if sole is None else self.flat(sole.part)
        return merged if part is None else merge_all_of.with_notes_of(part, under=merged)

    def _part(self, part: SchemaOrReference) -> draft.Schema | None:
        """A part of an `allOf`. One that is a type of its own gives its shape, but not the prose about that type."""
        flat = self.flat(part)
        if isinstance(part, draft.Schema):
            return flat
        if flat is None:
            if part.target in self._active:
                self._report.warning(
                    "all-of-cycle", f"{part.name} extends itself; that part is ignored", at=part.origin
                )
            return None
        key = self.key(part)
        if (flat.one_of or flat.any_of) and key is not None and self._lists_heirs(flat, key):
            flat = replaced(flat, one_of=(), any_of=())
        if flat.discriminator and not (flat.one_of or flat.any_of):
            flat = replaced(flat, discriminator=None)
        return merge_all_of.without_notes(flat)

    def _lists_heirs(self, flat: draft.Schema, key: str) -> bool:
        """Whether a schema names, as its variants, schemas that extend it: then the variants are no part of an heir."""
        variants = (self.key(entry) for entry in (*flat.one_of, *flat.any_of) if isinstance(entry, draft.Reference))
        return any(variant is not None and (variant == key or self.extends(variant, key)) for variant in variants)

    def _merged(self, parts: Iterable[draft.Schema], origin: Origin) -> draft.Schema:
        merged = draft.Schema(origin=origin)
        conflicts: list[str] = []
        for part in parts:
            merged = merge_all_of.merge(merged, part, conflicts)
        for keyword in conflicts:
            self._report.warning(
                "all-of-conflict", f"the parts contradict each other in `{keyword}`; the last one counts", at=origin
            )
        return merged


def says_nothing(schema: draft.Schema) -> bool:
    """Whether a schema only describes, and puts no bound on the value."""
    return not (schema.never or schema.types or schema.all_of or schema.any_of or schema.one_of) and not constrains(
        schema
    )


def constrains(schema: draft.Schema) -> bool:
    """Whether a schema bounds the value in other ways than by `type` and by combining other schemas."""
    return schema.const is not MISSING or any(_PLAIN_FACTS(schema)) or _NUMERIC_FACTS(schema) != _NO_NUMBERS


def only_requires(schema: draft.Schema) -> bool:
    """Whether a schema only demands presence (`anyOf: [{required: [a]}, …]`), or what types cannot carry at all."""
    if not (schema.required or schema.not_carried) or schema.types not in ((), ("object",)):
        return False
    if schema.never or schema.all_of or schema.any_of or schema.one_of:
        return False
    bare = replaced(
        schema, required=(), types=(), not_carried=(), properties={}, min_properties=None, max_properties=None
    )
    named = all(isinstance(entry, draft.Schema) and says_nothing(entry) for entry in schema.properties.values())
    return named and says_nothing(bare)


def kinds(schema: draft.Schema) -> tuple[str, ...]:
    """The JSON types a flat schema allows, null aside; where it does not say, what its keywords speak of; else ()."""
    if schema.types in _PLAIN_TYPES:
        return schema.types
    if schema.types:
        return tuple(dict.fromkeys(_SPELLINGS.get(name.lower(), name) for name in schema.types if name != "null"))
    if schema.enum is not None or schema.const is not MISSING:
        return ()
    if schema.properties or schema.additional_properties is not None or schema.pattern_properties or schema.required:
        return ("object",)
    if schema.items is not None or schema.prefix_items or schema.min_items is not None or schema.max_items is not None:
        return ("array",)
    if schema.format in _NUMBER_FORMATS:
        return (_NUMBER_FORMATS[schema.format],)
    if schema.pattern or schema.format or schema.min_length is not None or schema.max_length is not None:
        return ("string",)
    if schema.content_encoding or schema.content_media_type:
        return ("string",)
    if _NUMBER_FACTS(schema) != _NO_NUMBERS[:5]:
        return ("number",)
    return ("object",) if schema.min_properties is not None or schema.max_properties is not None else ()


def is_record(schema: draft.Schema) -> bool:
    """Whether a flat schema is an object with known properties and nothing else (null aside)."""
    combined = schema.one_of or schema.any_of or schema.never or schema.enum or schema.const is not MISSING
    return bool(schema.properties) and not combined and kinds(schema) == ("object",)


def _index(named: Mapping[str, draft.NamedSchema], key_of: Callable[[words.Words], str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for key, entry in named.items():
        index[key_of(words.split(entry.name))].append(key)
    return dict(index)


def _notes(schema: draft.Schema, description: str, title: str) -> Notes:
    return Notes(
        title=title,
        description=description,
        default=schema.default,
        examples=schema.examples,
        deprecated=schema.deprecated,
        read_only=schema.read_only,
        write_only=schema.write_only,
    )


def _own_description(schema: SchemaOrReference) -> str:
    """The description in place: beside the `$ref`, or in the last part of `allOf` that is no type of its own."""
    if isinstance(schema, draft.Reference):
        return schema.siblings.description if schema.siblings else ""
    if schema.description:
        return schema.description
    parts = (part.description for part in reversed(schema.all_of) if isinstance(part, draft.Schema))
    return next(filter(None, parts), "")


def _times(count: int) -> str:
    return "once" if count == 1 else f"in {count} places"


_PLAIN_CONSTRAINTS = (
    "format", "properties", "required", "pattern_properties", "prefix_items", "pattern", "unique_items",
    "content_media_type", "content_encoding",
)  # fmt: skip
_NUMERIC_CONSTRAINTS = (
    "enum", "additional_properties", "items", "minimum", "maximum", "exclusive_minimum", "exclusive_maximum",
    "multiple_of", "min_length", "max_length", "min_items", "max_items", "min_properties", "max_properties",
)  # fmt: skip
_PLAIN_TYPES = frozenset((name,) for name in ("string", "number", "integer", "boolean", "array", "object"))
_PLAIN_FACTS = attrgetter(*_PLAIN_CONSTRAINTS)
_NUMERIC_FACTS = attrgetter(*_NUMERIC_CONSTRAINTS)
_NUMBER_FACTS = attrgetter("minimum", "maximum", "exclusive_minimum", "exclusive_maximum", "multiple_of")
_NO_NUMBERS = (None,) * len(_NUMERIC_CONSTRAINTS)
_NUMBER_FORMATS = {
    **dict.fromkeys(("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"), "integer"),
    **dict.fromkeys(("float", "double", "decimal"), "number"),
}
_SPELLINGS = {
    **dict.fromkeys(("int", "integer", "long", "int32", "int64"), "integer"),
    **dict.fromkeys(("number", "float", "double", "decimal"), "number"),
    **dict.fromkeys(("bool", "boolean"), "boolean"),
    **dict.fromkeys(
        ("str", "string", "text", "date", "datetime", "date-time", "uuid", "uri", "url", "email"), "string"
    ),
    **dict.fromkeys(("object", "dict", "map", "hash"), "object"),
    **dict.fromkeys(("array", "list"), "array"),
    **dict.fromkeys(("file", "binary"), "file"),
}
"""How the types of JSON Schema are spelt on pages; what is not listed counts as any value."""
