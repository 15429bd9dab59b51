"""Schemas on a page: structure tables, JSON Schemas printed as text, collapsed trees -> named schemas.

In: fields, or the parts of a page that belong to no operation. Out: `Schema` records, named schemas by key, and
outlines of those whose tree was collapsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import Origin
from generator.draft import NamedSchema, Outline, Reference, Schema
from generator.readers.pages import outlines
from generator.readers.pages.blocks import Code, Items, Paragraph, Table
from generator.readers.pages.facts import fields, json_schema, types, values
from generator.readers.pages.facts.fields import Field
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import Part
from generator.source import Json

_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")
_SCHEMA_KINDS = ("schema", "schema fields", "schema example")


@dataclass(slots=True)
class _Named:
    """A named schema while it is being read."""

    name: str
    origin: Origin
    description: str = ""
    schema: Schema | Reference | None = None
    examples: list[Json] = field(default_factory=list)
    outline: Outline | None = None


def object_of(entries: Sequence[Field], origin: Origin, profile: Profile) -> Schema:
    """The object whose properties the fields are; what is not said to be optional is as the site means it."""
    said = [fields.unsaid(entry, profile.required_unsaid.get("json")) for entry in entries]
    return Schema(
        origin=origin,
        types=("object",),
        properties={entry.name: fields.property_schema(entry) for entry in said},
        required=tuple(dict.fromkeys(entry.name for entry in said if entry.required and entry.required.value)),
    )


def read(parts: Sequence[Part], document: str, profile: Profile) -> tuple[dict[str, NamedSchema], tuple[Outline, ...]]:
    """The named schemas by key, and the outlines."""
    found = list(_read(parts, profile))
    named = {f"{document}#{entry.name}": NamedSchema(name=entry.name, schema=_schema(entry)) for entry in found}
    return named, tuple(entry.outline for entry in found if entry.outline)


def _read(parts: Sequence[Part], profile: Profile) -> Iterator[_Named]:
    current: _Named | None = None
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if current and _belongs(part, current.name):
            _take(current, part, profile)
            continue
        if _is_name(part, following):
            current = _Named(name=part.title, origin=part.origin, description=_description(part))
            yield current
        elif part.kind == "schema fields" and part.hole("name"):
            current = _Named(name=part.hole("name").strip(), origin=part.origin)
            _take(current, part, profile)
            yield current
        elif part.kind not in _SCHEMA_KINDS and part.title:
            current = None
            if part.kind == "" and (enum := _values(part, profile)):
                yield enum


def _values(part: Part, profile: Profile) -> _Named | None:
    """A table of values under a heading: the type that has them."""
    for block in part.blocks:
        if not isinstance(block, Table):
            continue
        roles = fields.roles(block.columns, profile)
        if "value" not in roles:
            return None
        at = roles.index("value")
        cells = [row[at].plain.strip() for row in block.rows if len(row) > at]
        if not cells or not all(_INTEGER.match(cell) for cell in cells):
            return None
        said = "description" in roles
        schema = Schema(
            origin=block.origin,
            types=("integer",),
            enum=tuple(int(cell) for cell in cells),
            enum_names=tuple(row[_name_column(roles)].plain.strip() for row in block.rows if len(row) > at),
            enum_descriptions=tuple(row[roles.index("description")].marked for row in block.rows) if said else (),
        )
        return _Named(name=part.title, origin=part.origin, description=_description(part), schema=schema)
    return None


def _name_column(roles: Sequence[str]) -> int:
    """The column that names the values: the first that holds neither them nor their description."""
    return next((index for index, role in enumerate(roles) if role not in ("value", "description")), 0)


def _is_name(part: Part, following: Part | None) -> bool:
    """True for a heading right above that of its schema: `Error` above `Schema` or `Error Schema`."""
    if following is None or not part.title or following.kind not in ("schema", "schema example"):
        return False
    named = following.hole("name").strip()
    return named in ("", part.title)


def _belongs(part: Part, name: str) -> bool:
    """True for a part about the schema of that name."""
    return part.kind in _SCHEMA_KINDS and part.hole("name").strip().casefold() in ("", name.casefold())


def _description(part: Part) -> str:
    return "\n\n".join(block.text.marked for block in part.blocks if isinstance(block, Paragraph))


def _take(entry: _Named, part: Part, profile: Profile) -> None:
    for block in part.blocks:
        match block:
            case Code():
                _take_code(entry, block, is_example=part.kind == "schema example")
            case Table() if part.kind != "schema example" and entry.schema is None:
                read_fields = fields.read(block, profile)
                if read_fields:
                    entry.schema = object_of(read_fields, block.origin, profile)
            case Items() if outlines.is_tree(block):
                outline = entry.outline or outlines.started(entry.name, entry.origin)
                add = outlines.of_example if part.kind == "schema example" else outlines.of_schema
                entry.outline = add(outline, block)
            case _:
                pass


def _take_code(entry: _Named, code: Code, *, is_example: bool) -> None:
    value = values.parsed_json(code.text)
    if value is None:
        return
    if is_example or not json_schema.looks_like_schema(value):
        entry.examples.append(value)
    elif entry.schema is None:
        entry.schema = json_schema.read(value, code.origin)


def _schema(entry: _Named) -> Schema | Reference:
    """The schema as far as the page gives it; a name with an outline alone is a type of which no more is known."""
    schema = entry.schema
    if isinstance(schema, Reference):
        return schema
    if schema is None and entry.examples:
        schema = types.of_value(entry.examples[0], entry.origin)
    if schema is None:
        shown = entry.outline.types if entry.outline else ()
        schema = Schema(origin=entry.origin, types=shown, inferred=True)
    examples = schema.examples or tuple(entry.examples)
    return replace(schema, description=schema.description or entry.description, examples=examples)
