"""What pages still show of collapsed schemas, held against the schemas from elsewhere.

In: the outlines of pages, the catalogue of schemas. Out: findings only. An outline is evidence, never a claim: it can
contradict a schema (another number of properties, an example with a value that fits none of them), but it adds nothing
to one. Where a schema leaves things open (no properties, further ones of a given type, variants, a reference that
leads nowhere), an outline cannot contradict it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator import draft
from generator.diagnostics import Report, Severity
from generator.resolve import formats
from generator.resolve.weaving import meaning
from generator.resolve.weaving.catalogue import Catalogue
from generator.resolve.weaving.schemas import says_nothing
from generator.resolve.weaving.traced import Look, Part, saying
from generator.source import MISSING, Json


class Outlines:
    """Compares the outlines of all pages with schemas."""

    def __init__(self, drafts: Sequence[draft.Draft], catalogue: Catalogue, look: Look, report: Report) -> None:
        self._catalogue = catalogue
        self._look = look
        self._report = report
        self._say = saying(report)
        self._by_key = dict(_by_key(drafts))

    def check_names(self) -> None:
        """Compare each outline with the schema that other sources give the same name."""
        for key, outline in self._by_key.items():
            known = self._catalogue.moved.get(key)
            if known is not None:
                reference = draft.Reference(origin=outline.origin, name=outline.name, target=known)
                with self._report.about(outline.name):
                    self._check(outline, reference, outline.name)

    def check_place(self, claim: Part, page: Part, called: str) -> None:
        """Compare the outline of a page's type, if there is one, with the document's schema in the same place.

        Args:
            claim: The document's schema.
            page: The page's, its references led on.
            called: What findings call the place.
        """
        if isinstance(page, draft.Schema) and page.items is not None:
            seen = self._look(claim)
            if seen is not None and seen.items is not None:
                self.check_place(seen.items, page.items, f"{called}: items")
        elif isinstance(page, draft.Reference) and page.target in self._by_key:
            outline = self._by_key[page.target]
            self._check(outline, claim, f"{called} ({outline.name})")

    def _check(self, outline: draft.Outline, part: Part, called: str) -> None:
        schema = self._look(part)
        if schema is None or schema.inferred or says_nothing(schema) or schema.one_of or schema.any_of:
            return
        if self._types_differ(outline, schema, called):
            return
        if schema.properties and self._is_whole(part):
            self._compare_numbers(outline, schema, called)
            self._compare_members(outline, schema, called)
        if schema.items is not None and "object" not in schema.types:
            self._compare_entries(outline, schema, called)

    def _types_differ(self, outline: draft.Outline, schema: draft.Schema, called: str) -> bool:
        """Report, once, that the page shows another type; objects may be told by their properties alone."""
        types = schema.types or (("object",) if schema.properties else ())
        if not outline.types or not types or set(outline.types) & set(types):
            return False
        message = f"{called}: the document says {' or '.join(types)}, the page {' or '.join(outline.types)}"
        self._say(Severity.ERROR, "type-differs", message, schema.origin, outline.origin)
        return True

    def _compare_numbers(self, outline: draft.Outline, schema: draft.Schema, called: str) -> None:
        """The number of properties; a document may have one schema where a page has one for each direction."""
        shown = outline.properties
        if shown is not None and shown not in self._sizes(schema, schema.properties):
            known = _counted(len(schema.properties), "property", "properties")
            self._say(
                Severity.WARNING if shown > len(schema.properties) else Severity.INFO,
                "property-count-differs",
                f"{called}: the document has {known}, the page shows {shown}",
                schema.origin,
                outline.origin,
            )
        if outline.closed and _is_open(schema):
            message = f"{called}: the document allows further properties, the page does not"
            at = schema.origin.child("additionalProperties")
            self._say(Severity.INFO, "property-count-differs", message, at, outline.origin)

    def _compare_members(self, outline: draft.Outline, schema: draft.Schema, called: str) -> None:
        """The example of an object: how many members it has, and whether each value can be that of a property."""
        members = outline.example_members
        if members is None:
            return
        needed, most = min(self._sizes(schema, schema.required)), len(schema.properties)
        if members < needed:
            said = f"requires {_counted(needed, 'property', 'properties')}, the page's example has {members}"
            self._misfit(outline, schema, called, said)
        further = max(0, members - most)
        if _is_open(schema):
            return
        if further:
            said = f"has {_counted(most, 'property', 'properties')}, the page's example has {members}"
            severity = Severity.INFO if schema.additional_properties is None else Severity.WARNING
            self._misfit(outline, schema, called, said, severity)
        parts = [self._look(part) for part in schema.properties.values()]
        left = _unplaced(outline.example_values, parts)
        if len(left) > further:
            value = meaning.shown(left[0])
            self._misfit(outline, schema, called, f"has no property left that {value} in the page's example could be")

    def _compare_entries(self, outline: draft.Outline, schema: draft.Schema, called: str) -> None:
        """The example of a list: how many entries it has, and whether each can be one."""
        entries = outline.example_members
        if entries is not None and schema.min_items is not None and entries < schema.min_items:
            self._misfit(
                outline, schema, called, f"asks for {schema.min_items} entries, the page's example has {entries}"
            )
        if entries is not None and schema.max_items is not None and entries > schema.max_items:
            said = f"allows {schema.max_items} entries, the page's example has {entries}"
            self._misfit(outline, schema, called, said)
        items = self._look(schema.items)
        for value in outline.example_values:
            if not _may_be(value, items):
                said = f"has entries of another kind than {meaning.shown(value)} in the page's example"
                self._misfit(outline, schema, called, said)
                return

    def _misfit(
        self,
        outline: draft.Outline,
        schema: draft.Schema,
        called: str,
        said: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        message = f"{called}: the document's schema {said}"
        self._say(severity, "example-misfit", message, schema.origin, outline.origin)

    def _sizes(self, schema: draft.Schema, names: Iterable[str]) -> set[int]:
        """How many properties of these names there are: all of them, those of a response, those of a request."""
        parts = [self._look(schema.properties.get(name)) for name in names]
        read_only = sum(part is not None and part.read_only for part in parts)
        write_only = sum(part is not None and part.write_only for part in parts)
        return {len(parts), len(parts) - read_only, len(parts) - write_only}

    def _is_whole(self, part: Part) -> bool:
        """Whether all that the schema extends is known, so that its properties can be counted."""
        stack, seen = [part], set[str]()
        while stack:
            current = stack.pop()
            if isinstance(current, draft.Schema):
                stack.extend(current.all_of)
                continue
            if self._look(current) is None:
                return False
            named = self._catalogue.named.get(current.target or "")
            if named is not None and current.target not in seen:
                seen.add(current.target or "")
                stack.append(named.schema)
        return True


def _by_key(drafts: Sequence[draft.Draft]) -> Iterator[tuple[str, draft.Outline]]:
    """The outlines by the key of the schema that each is of."""
    for source in drafts:
        outlines = {outline.name: outline for outline in source.outlines}
        for key, entry in source.schemas.items():
            if entry.name in outlines:
                yield key, outlines[entry.name]


def _is_open(schema: draft.Schema) -> bool:
    """Whether the schema says that there may be further properties (leaving it unsaid is no statement)."""
    further = schema.additional_properties
    said = further is not None and not (isinstance(further, draft.Schema) and further.never)
    return said or bool(schema.pattern_properties)


def _unplaced(values: Sequence[Json], parts: Sequence[draft.Schema | None]) -> list[Json]:
    """The values that find no part of their own, however the values are given to the parts (Kuhn's matching)."""
    fitting = [[index for index, part in enumerate(parts) if _may_be(value, part)] for value in values]
    owner: dict[int, int] = {}

    def place(value: int, tried: set[int]) -> bool:
        for index in fitting[value]:
            if index not in tried:
                tried.add(index)
                if index not in owner or place(owner[index], tried):
                    owner[index] = value
                    return True
        return False

    return [value for number, value in enumerate(values) if not place(number, set())]


def _may_be(value: Json, schema: draft.Schema | None) -> bool:
    """Whether a plain value can be valid for a schema, by its type, enum and format; anything else stays open."""
    if schema is None or schema.one_of or schema.any_of:
        return True
    if schema.never or (schema.types and meaning.typed(value, schema.types) is not value):
        return False
    if schema.const is not MISSING and not meaning.same(value, schema.const):
        return False
    if schema.enum is not None and not any(meaning.same(value, allowed) for allowed in schema.enum):
        return False
    return not isinstance(value, str) or formats.fits(value, schema.format)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
