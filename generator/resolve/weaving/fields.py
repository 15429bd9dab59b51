"""What pages tell of the fields of named types -> drift, and prose for these types.

A document says a body once, as a named type, perhaps composed of others; pages say it again at each operation, field by
field, or list all fields of a type. In: a document's type and a page's table for it. Out: findings where they disagree,
and the types with what the tables add: descriptions, defaults and values where the document has none, fields that only
a page has. Of several tables that speak of one field, the first counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator import draft
from generator.diagnostics import Report
from generator.resolve.weaving.precedence import Precedence
from generator.resolve.weaving.schemas import woven
from generator.resolve.weaving.traced import Look, Part

_MAX_HOPS = 20
"""How many names and parts may lead on to each other on the way to a field."""


class Fields:
    """Compares the tables of operations with named types, and collects what they tell."""

    def __init__(self, look: Look, precedence: Precedence, report: Report) -> None:
        self._look = look
        self._precedence = precedence
        self._report = report
        self._told: dict[str, dict[str, Part]] = {}

    def tell(self, claim: Part, page: Part, called: str, *, request: bool | None = None) -> None:
        """Compare a document's type with a page's table in the same place, and keep what the table says of the type.

        Args:
            called: What findings call the place.
            request: Whether it is sent; what is only sent, or only received, is missing rightly in the other direction.
                None where the table speaks of the type as such, and may mean one direction.
        """
        seen = self._look(claim)
        if seen is None or not isinstance(page, draft.Schema) or page.inferred:
            return
        if seen.items is not None and page.items is not None:
            self.tell(seen.items, page.items, called, request=request)
        elif seen.properties and page.properties:
            shown = self._shown(seen, page, request=request)
            is_open = seen.additional_properties is not None
            fields = {key: part for key, part in page.properties.items() if key in seen.properties or not is_open}
            woven(shown, replace(page, properties=fields), called, self._precedence, self._report)
            if isinstance(claim, draft.Reference) and claim.target is not None:
                told = self._told.setdefault(claim.target, {})
                for key, part in fields.items():
                    told.setdefault(key, part)

    def _shown(self, seen: draft.Schema, page: draft.Schema, *, request: bool | None) -> draft.Schema:
        """The document's type with its fields as if they were inline, and only those that this direction has."""
        inline = {key: self._look(part) or part for key, part in seen.properties.items()}

        def may_miss(part: Part) -> bool:
            if not isinstance(part, draft.Schema):
                return False
            return (part.read_only and request is not False) or (part.write_only and request is not True)

        here = {key: part for key, part in inline.items() if key in page.properties or not may_miss(part)}
        return replace(seen, properties=here)

    def added_to(self, named: Mapping[str, draft.NamedSchema]) -> dict[str, draft.NamedSchema]:
        """The named types with what the tables told of them."""
        types = dict(named)
        for key, told in self._told.items():
            left = self._add(types, key, told, 0)
            self._extend(types, key, left)
        return types

    def _add(
        self, types: dict[str, draft.NamedSchema], key: str, told: Mapping[str, Part], hops: int
    ) -> Mapping[str, Part]:
        """Tell a type of its own fields, and the types that it consists of of theirs; returns what none of them has."""
        entry = types.get(key)
        if entry is None or hops > _MAX_HOPS:
            return told
        schema, left = self._with(types, entry.schema, told, hops)
        types[key] = replace(types[key], schema=schema)
        return left

    def _with(
        self, types: dict[str, draft.NamedSchema], part: Part, told: Mapping[str, Part], hops: int
    ) -> tuple[Part, Mapping[str, Part]]:
        if isinstance(part, draft.Reference):
            return part, self._add(types, part.target, told, hops + 1) if part.target else told
        own = {key: value for key, value in told.items() if key in part.properties}
        left: Mapping[str, Part] = {key: value for key, value in told.items() if key not in own}
        members = []
        for member in part.all_of:
            member, left = self._with(types, member, left, hops + 1)
            members.append(member)
        table = draft.Schema(origin=part.origin, properties=own)
        joined = woven(part, table, "", self._precedence, Report()) if own else part  # told of already, by `tell`
        return replace(joined, all_of=tuple(members)), left

    def _extend(self, types: dict[str, draft.NamedSchema], key: str, fields: Mapping[str, Part]) -> None:
        """Add fields to a type that is an object of fields, or consists of some."""
        schema = types[key].schema if fields and key in types else None
        if isinstance(schema, draft.Schema) and (schema.properties or schema.all_of):
            types[key] = replace(types[key], schema=replace(schema, properties={**schema.properties, **fields}))
