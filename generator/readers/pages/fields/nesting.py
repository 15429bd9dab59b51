"""Fields whose names say where they stand inside others: `user.name`, `user:name`, `tags[].id`, `limits[posts][max]`.

In: fields in the order of the page. Out: the outermost ones, with those inside them as properties of their schemas. A
field that is only named as the place of others is an object, or an array of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.draft import Claim, Reference, Schema
from generator.readers.pages import fields
from generator.readers.pages.fields.record import Field
from generator.source import Json

_ITEM = "[]"
_WHOLE = re.compile(r"[^.\[\]]+(?:\.[^.\[\]]+|\[[^\[\]]*(?:\[\])?\])*\Z")
_STEP = re.compile(r"(?:\A|\.)([^.\[\]]+)|\[([^\[\]]*)(?:\[\])?\]")

_DOTTED = re.compile(r"\w+(?:\.\w+)+\Z")
_COLONS = re.compile(r"\w+(?::\w+)+\Z")
_PARTED = re.compile(r"[^.:\[\]]+(?:\[\])?[.:][^\[\]]+\Z")

_Placed = tuple[tuple[str, ...], Field]
"""A field, and the steps that lead to it."""


def outermost(entries: Iterable[Field]) -> tuple[Field, ...]:
    """The fields that stand in no other, each with what stands inside it.

    A single name such as `files[n]`, without a field `files` and without others inside it, stands as it is; one with
    dots alone says what it stands in.
    """
    placed = [
        (steps(entry.name.replace(":", ".") if _COLONS.match(entry.name) else entry.name), entry) for entry in entries
    ]
    used = Counter(way[0] for way, _ in placed)
    marked = [entry for way, entry in placed if way[1:] == (_ITEM,)]
    types_count = any(isinstance(entry.schema, Schema) and "array" in entry.schema.types for entry in marked)
    return _members([(_way_out(way, entry, used, types_count=types_count), entry) for way, entry in placed])


def _way_out(way: tuple[str, ...], entry: Field, used: Counter[str], *, types_count: bool) -> tuple[str, ...]:
    """The steps to a field; `author[]` is no list where its type is another, and types say which of such names are."""
    if way[1:] == (_ITEM,) and types_count and isinstance(entry.schema, Schema) and "object" in entry.schema.types:
        return way[:1]
    return way if used[way[0]] > 1 or way[1:] == (_ITEM,) or _DOTTED.match(entry.name) else (entry.name,)


def folded(entries: Sequence[Field], *, in_objects: bool = False) -> list[Field | None]:
    """The fields of a form, each with those that the page describes as `field.inner` or `field:inner`.

    In the places of these is None. Names such as `field[inner]` are what a form sends, and stay.

    Args:
        entries: The fields.
        in_objects: Only what is said to be an object holds others, as in a query: `a.b` may be a name like any other.
    """
    known = {entry.name.removesuffix(_ITEM) for entry in entries if not in_objects or _is_object(entry)}
    inside: dict[str, list[_Placed]] = {}
    inner: list[bool] = []
    for entry in entries:
        way = steps(entry.name.replace(":", "."))
        inner.append(way[0] in known and bool(_PARTED.match(entry.name)))
        if inner[-1]:
            inside.setdefault(way[0], []).append((way[1:], entry))
    return [
        None if is_inner else _filled(entry, inside.get(entry.name.removesuffix(_ITEM), ()))
        for entry, is_inner in zip(entries, inner, strict=True)
    ]


def as_shown(entries: Sequence[Field], samples: Sequence[Json]) -> list[Field]:
    """The fields; one that holds others is a list where the page leaves its type open and a sample shows a list."""
    ways = [_way(entry.name) for entry in entries]
    holding = {way[:-1] for way in ways}
    return [
        _as_shown(entry, way, samples) if way in holding else entry for entry, way in zip(entries, ways, strict=True)
    ]


def _as_shown(entry: Field, way: Sequence[str], samples: Sequence[Json]) -> Field:
    if not isinstance(entry.schema, Schema) or entry.schema.types or entry.schema.any_of:
        return entry
    is_list = any(isinstance(_shown_at(way, sample), list) for sample in samples)
    return replace(entry, schema=replace(entry.schema, types=("array",))) if is_list else entry


def _way(name: str) -> tuple[str, ...]:
    """The names that lead to a field: those of `tags[].id` and of `tags:id` are `tags` and `id`."""
    return tuple(step for step in steps(name.replace(":", ".") if _COLONS.match(name) else name) if step != _ITEM)


def _shown_at(way: Sequence[str], value: Json) -> Json:
    """What a sample shows there, in the first entry of each list on the way; None where it shows nothing."""
    for step in way:
        value = next(iter(value), None) if isinstance(value, list) else value
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _is_object(entry: Field) -> bool:
    return isinstance(entry.schema, Schema) and "object" in entry.schema.types


def below_shown(entries: Sequence[Field], sample: Json) -> list[Field]:
    """The fields, those that a sample shows inside the object described before them with their way there.

    Text that was scraped from a page of boxes has lost how far in its fields stood.
    """
    placed: list[Field] = []
    outer = ""
    inside: Json = None
    for entry in entries:
        if not isinstance(sample, dict) or entry.name in sample:
            outer, value = entry.name, sample.get(entry.name) if isinstance(sample, dict) else None
            inside = value[0] if isinstance(value, list) and value else value
            outer = f"{outer}[]" if isinstance(value, list) else outer
        elif isinstance(inside, dict) and entry.name in inside:
            entry = replace(entry, name=f"{outer}.{entry.name}")
        placed.append(entry)
    return placed


def filled(entry: Field, members: Sequence[Field]) -> Field:
    """The field with those that the page describes elsewhere as standing inside it."""
    return _filled(entry, [(steps(member.name), member) for member in members])


def _filled(entry: Field, inside: Sequence[_Placed]) -> Field:
    return replace(entry, schema=_holding(entry, entry.schema, inside)) if inside else entry


def steps(name: str) -> tuple[str, ...]:
    """`a.b[].c` as `a`, `b`, `[]`, `c`; `a[b.c][d[]]` as `a`, `b.c`, `d`; any other name as it stands."""
    if not _WHOLE.match(name):
        return (name,)
    return tuple(found[1] or found[2] or _ITEM for found in _STEP.finditer(name))


def _members(placed: Sequence[_Placed]) -> tuple[Field, ...]:
    own: dict[str, Field] = {}
    inside: dict[str, list[_Placed]] = {}
    for (first, *rest), entry in placed:
        inner = inside.setdefault(first, [])
        if rest == [_ITEM]:
            own.setdefault(first, replace(entry, schema=_listed(entry)))
        elif rest:
            inner.append((tuple(rest), entry))
        else:
            own.setdefault(first, entry)
    return tuple(_member(name, own.get(name), inner) for name, inner in inside.items())


def _listed(entry: Field) -> Schema | Reference | None:
    """The type of `a[]`: that of the list, also where the page gives the type of its entries."""
    schema = entry.schema
    if schema is None or (isinstance(schema, Schema) and (not schema.types or "array" in schema.types)):
        return schema
    return Schema(origin=entry.origin, types=("array",), items=schema)


def _member(name: str, own: Field | None, inside: Sequence[_Placed]) -> Field:
    if own is None:
        first = inside[0][1]
        needed = any(entry.required and entry.required.value for _, entry in inside)
        own = Field(origin=first.origin, name=name, required=Claim(needed, first.origin))
    if not inside:
        return replace(own, name=name)
    return replace(own, name=name, schema=_holding(own, own.schema, inside))


def _holding(own: Field, schema: Schema | Reference | None, inside: Sequence[_Placed]) -> Schema | Reference:
    """The schema with the fields inside it; one of another or any type, or called by name, stays as it is."""
    if isinstance(schema, Reference):
        return schema
    listed = schema is not None and "array" in schema.types
    if listed or all(way[0] == _ITEM for way, _ in inside):
        array = schema if schema is not None and listed else Schema(origin=own.origin, types=("array",))
        entries = [(way[1:] if way[0] == _ITEM else way, entry) for way, entry in inside]
        items = _holding(own, array.items, [(way, entry) for way, entry in entries if way])
        return replace(array, items=items, inferred=False)
    if schema is not None and "object" not in schema.types and not schema.inferred:
        return schema
    members = _members(inside)
    base = schema or Schema(origin=own.origin)
    return replace(
        base,
        types=base.types or ("object",),
        properties={entry.name: fields.property_schema(entry) for entry in members},
        required=tuple(entry.name for entry in members if entry.required and entry.required.value),
        inferred=False,
    )
