"""Drafts by hand: schemas written as dictionaries of keywords, and the types that come of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import draft, model
from generator.diagnostics import Origin, Report
from generator.model import Shape, TypeId
from generator.resolve.examples import Examples
from generator.resolve.types import TypeBuilder

PLACE = Origin("api.yaml", "/components/schemas")


def ref(name: str, **siblings: Any) -> draft.Reference:
    """A reference to a named schema."""
    beside = schema(**siblings) if siblings else None
    return draft.Reference(origin=PLACE.child("ref", name), name=name, target=name, siblings=beside)


def called(name: str) -> draft.Reference:
    """A reference as a page gives it: by its words only."""
    return draft.Reference(origin=Origin("page.md", line=3), name=name)


def schema(types: str | tuple[str, ...] = (), **keywords: Any) -> draft.Schema:
    """A schema; types and keywords as `draft.Schema` has them."""
    types = (types,) if isinstance(types, str) else types
    origin = keywords.pop("origin", PLACE)
    return draft.Schema(origin=origin, types=types, **keywords)


def record(required: tuple[str, ...] = (), /, **properties: draft.Schema | draft.Reference) -> draft.Schema:
    """An object with these properties."""
    return schema("object", properties=properties, required=required)


def tells(property_name: str, **mapping: str) -> draft.Discriminator:
    """A discriminator, with a mapping from values to schemas."""
    return draft.Discriminator(
        origin=PLACE, property_name=property_name, mapping={value: ref(name) for value, name in mapping.items()}
    )


class Api:
    """Named schemas, built; `shape` may be asked for before `types` are."""

    def __init__(self, named: Mapping[str, draft.Schema | draft.Reference] | None = None, hidden: tuple[str, ...] = ()):
        entries = {
            key: draft.NamedSchema(name=key.rpartition("#")[2], schema=entry, public=key not in hidden)
            for key, entry in (named or {}).items()
        }
        self.report = Report()
        self.builder = TypeBuilder(entries, self.report)
        self._types: Mapping[TypeId, model.Type] | None = None

    @property
    def types(self) -> dict[str, model.Type]:
        """All types by name."""
        if self._types is None:
            self._types = Examples(self.builder.finish()).exemplified()
        return {str(name): entry for name, entry in self._types.items()}

    def shape(
        self, entry: draft.Schema | draft.Reference | None, name: str = "things get response", request: bool = False
    ) -> Shape:
        """The shape of a schema of an operation."""
        return self.builder.shape(entry, name=name, request=request)

    def record(self, name: str) -> model.Object:
        """The object of that name."""
        entry = self.types[name]
        assert isinstance(entry, model.Object), entry
        return entry

    def alias(self, name: str) -> Shape:
        """The shape of the alias of that name."""
        entry = self.types[name]
        assert isinstance(entry, model.Alias), entry
        return entry.shape

    def fields(self, name: str) -> dict[str, model.Field]:
        """The fields of an object."""
        return {field.name: field for field in self.record(name).fields}

    @property
    def codes(self) -> list[str]:
        """The codes of the findings."""
        _ = self.types
        return [finding.code for finding in self.report]


def named(name: str) -> model.Named:
    """The shape that names a type."""
    return model.Named(id=TypeId(name))


def union(*shapes: Shape) -> model.Union:
    """A union."""
    return model.Union(variants=shapes)


def values(shape: Shape) -> list[object]:
    """The values of an enum."""
    assert isinstance(shape, model.Enum), shape
    return [entry.value for entry in shape.values]


TEXT, NULL, NUMBER, INTEGER = model.Text(), model.Null(), model.Number(), model.Number(integer=True)
