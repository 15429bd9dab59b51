"""`allOf` as one schema: the conjunction of two flat schemas, keyword by keyword (JSON Schema 2020-12 §10.2.1.1).

In: two flat `draft.Schema`s. Out: one that accepts what both accept, as far as keywords can say it, and the keywords in
which they contradict each other. Where a property stands in both, the conjunction is left as an `allOf` of the two, to
be merged when it is looked at. It knows nothing of named schemas.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from generator import draft
from generator.diagnostics import Origin
from generator.records import replaced
from generator.source import MISSING, Json


def merge(first: draft.Schema, second: draft.Schema, conflicts: list[str]) -> draft.Schema:
    """Both at once. Where only one can be kept, the second counts; a contradiction adds its keyword to `conflicts`.
    Descriptions are kept both."""
    changes: dict[str, Any] = {}
    said = vars(second)
    if len(vars(first)) == 1 and not second.inferred:  # it says where it stands and no more
        return replaced(second, origin=first.origin)
    for name in _LAST:
        if value := said.get(name):
            changes[name] = value
            if name in _SINGLE and getattr(first, name) not in ("", value):
                changes["not_carried"] = (*first.not_carried, *second.not_carried, "allOf")
    if "description" in changes:
        changes["description"] = _told(first.description, second.description)
    for name, choose in _BOUNDS.items():
        if (value := said.get(name)) is not None:
            other = getattr(first, name)
            changes[name] = value if other is None else choose(other, value)
    changes |= _values(first, second, conflicts) | _object(first, second) | _combined(first, second)
    for name in ("never", "read_only", "write_only", "deprecated", "unique_items"):
        if said.get(name):
            changes[name] = True
    if second.xml is not None:
        changes["xml"] = xml_over(first.xml, second.xml)
    if not second.inferred and first.inferred:
        changes["inferred"] = False
    if second.not_carried and "not_carried" not in changes:
        changes["not_carried"] = (*first.not_carried, *second.not_carried)
    return replaced(first, **changes) if changes else first


def without_notes(schema: draft.Schema) -> draft.Schema:
    """The schema without prose, examples and default: they speak of the named type it came from."""
    if not any(getattr(schema, name) for name in _NOTES) and schema.default is MISSING and schema.xml is None:
        return schema
    return replaced(schema, default=MISSING, xml=None, **_EMPTY_NOTES)


def with_notes_of(part: draft.Schema, *, under: draft.Schema) -> draft.Schema:
    """The schema with prose, examples and default of a part where it has none itself."""
    changes: dict[str, Any] = {name: getattr(part, name) for name in _NOTES if not getattr(under, name)}
    if under.default is MISSING:
        changes["default"] = part.default
    if part.xml is not None:
        changes["xml"] = part.xml if under.xml is None else xml_over(part.xml, under.xml)
    return replaced(under, **changes)


def xml_over(under: draft.Xml | None, over: draft.Xml) -> draft.Xml:
    """Both at once; what `over` says counts."""
    if under is None:
        return over
    return draft.Xml(
        name=over.name or under.name,
        namespace=over.namespace or under.namespace,
        prefix=over.prefix or under.prefix,
        node=over.node or under.node,
    )


def _told(first: str, second: str) -> str:
    """Both descriptions, but for one that the other holds."""
    if second in first:
        return first
    return second if first in second else f"{first}\n\n{second}"


def _values(first: draft.Schema, second: draft.Schema, conflicts: list[str]) -> dict[str, Any]:
    """`type`, `enum`, `const` and `default`."""
    changes: dict[str, Any] = {}
    if second.types:
        changes["types"] = _types(first.types, second.types)
        if not changes["types"]:
            changes["types"] = second.types
            conflicts.append("type")
    if second.enum is not None:
        both = second.enum if first.enum is None else tuple(value for value in second.enum if _among(value, first.enum))
        changes["enum"] = both or second.enum
        if second.enum and not both:
            conflicts.append("enum")
        changes["enum_names"], changes["enum_descriptions"] = second.enum_names, second.enum_descriptions
        if both != second.enum:
            changes["enum_names"] = changes["enum_descriptions"] = ()
    if second.const is not MISSING:
        changes["const"] = second.const
        if first.const is not MISSING and not _same(first.const, second.const):
            conflicts.append("const")
    if second.default is not MISSING:
        changes["default"] = second.default
    return changes


def _object(first: draft.Schema, second: draft.Schema) -> dict[str, Any]:
    """`properties`, `required`, `additionalProperties`, `patternProperties`."""
    changes: dict[str, Any] = {}
    for name in ("properties", "pattern_properties"):
        ours, theirs = getattr(first, name), getattr(second, name)
        if theirs:
            changes[name] = (
                {**ours, **{key: _both(ours.get(key), value) for key, value in theirs.items()}} if ours else theirs
            )
    if second.required:
        changes["required"] = tuple(dict.fromkeys((*first.required, *second.required)))
    if second.additional_properties is not None:
        changes["additional_properties"] = _both(first.additional_properties, second.additional_properties)
    return changes


def _combined(first: draft.Schema, second: draft.Schema) -> dict[str, Any]:
    """`items`, `prefixItems`, `oneOf`, `anyOf`. A second choice is kept beside the first where there is room for it."""
    changes: dict[str, Any] = {}
    if second.items is not None:
        changes["items"] = _both(first.items, second.items)
    if second.prefix_items:
        longer, shorter = sorted((first.prefix_items, second.prefix_items), key=len, reverse=True)
        changes["prefix_items"] = tuple(
            _both(entry, shorter[index] if index < len(shorter) else None) for index, entry in enumerate(longer)
        )
    choices = [choice for choice in (first.one_of, first.any_of, second.one_of, second.any_of) if choice]
    if second.one_of or second.any_of:
        changes["one_of"] = choices[0]
        changes["any_of"] = choices[1] if len(choices) > 1 else ()
        if len(choices) > 2:
            changes["not_carried"] = (*first.not_carried, *second.not_carried, "allOf")
    if second.discriminator:
        changes["discriminator"] = second.discriminator
    return changes


def _both(
    ours: draft.Schema | draft.Reference | None, theirs: draft.Schema | draft.Reference | None
) -> draft.Schema | draft.Reference:
    """The conjunction of two schemas, merged later; the second's place."""
    if theirs is None or ours is None or ours is theirs or ours == theirs:
        one = theirs if theirs is not None else ours
        assert one is not None
        return one
    if isinstance(ours, draft.Schema) and isinstance(theirs, draft.Schema) and theirs.description:
        ours = replaced(ours, description="")  # said anew of the same property
    for one, other in ((ours, theirs), (theirs, ours)):
        if isinstance(one, draft.Schema) and one.never:
            return one
        if isinstance(one, draft.Schema) and _KEYWORDS(one) == _NO_KEYWORDS:
            return other
    return draft.Schema(origin=theirs.origin, all_of=(ours, theirs))


def _types(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The types both allow; an integer is a number."""
    if not first:
        return second
    common = tuple(name for name in second if name in first or (name == "integer" and "number" in first))
    if "number" in second and "integer" in first and "number" not in first:
        common = (*common, "integer")
    return tuple(dict.fromkeys(common))


def _among(value: Json, values: tuple[Json, ...]) -> bool:
    return any(_same(value, other) for other in values)


def _same(one: Json, other: Json) -> bool:
    """Equality of JSON values: true is not 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


_KEYWORDS: Final = attrgetter(*(field.name for field in fields(draft.Schema) if field.name != "origin"))
_NO_KEYWORDS: Final = _KEYWORDS(draft.Schema(origin=Origin("")))
_LAST: Final = (
    "title", "description", "format", "examples", "pattern", "content_media_type", "content_encoding",
    "discriminator_value",
)  # fmt: skip
_SINGLE: Final = ("pattern", "format")
_BOUNDS: Final[dict[str, Callable[..., Any]]] = {
    "minimum": max, "maximum": min, "exclusive_minimum": max, "exclusive_maximum": min, "min_length": max,
    "max_length": min, "min_items": max, "max_items": min, "min_properties": max, "max_properties": min,
    "multiple_of": max,
}  # fmt: skip
_NOTES: Final = ("title", "description", "examples", "deprecated", "discriminator_value")
_EMPTY_NOTES: Final[dict[str, Any]] = {
    "title": "", "description": "", "examples": (), "deprecated": False, "discriminator_value": "",
}  # fmt: skip
