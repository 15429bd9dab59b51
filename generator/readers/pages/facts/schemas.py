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
_BIT = re.compile(r"(?:0x[0-9A-Fa-f]+\s*)?\(?([0-9]{1,3})\s*<<\s*([0-9]{1,2})\)?\Z")
_WORD = re.compile(r"[^\s|`]{1,80}\Z")
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
            if part.kind == "" and (enum := values_of(part, profile)):
                yield _Named(name=part.title, origin=part.origin, description=_description(part), schema=enum)


def values_of(part: Part, profile: Profile) -> Schema | None:
    """The type that has the values in the table of a part; None where it has no such table."""
    for block in part.blocks:
        if not isinstance(block, Table):
            continue
        roles = fields.roles(block.columns, profile)
        if "value" not in roles:
            return None
        at = roles.index("value")
        rows = [row for row in block.rows if len(row) == len(roles) and row[at].plain.strip()]
        values_said = _values_of([fields.without_note_marks(row[at].plain) for row in rows])
        if not values_said:
            return None
        said = "description" in roles
        return Schema(
            origin=block.origin,
            types=("integer" if isinstance(values_said[0], int) else "string",),
            enum=values_said,
            enum_names=tuple(fields.without_note_marks(row[_name_column(roles)].plain) for row in rows),
            enum_descriptions=tuple(row[roles.index("description")].marked for row in rows) if said else (),
        )
    return None


def _values_of(cells: Sequence[str]) -> tuple[int, ...] | tuple[str, ...]:
    """The values in a column: numbers, bits (`1 << 3`), or words; () where a cell is neither."""
    numbers = [_number(cell) for cell in cells]
    known = tuple(number for number in numbers if number is not None)
    if len(known) == len(cells):
        return known
    return tuple(cells) if not known and all(_WORD.match(cell) for cell in cells) else ()


def _number(cell: str) -> int | None:
    if found := _BIT.match(cell):
        return int(found[1]) << int(found[2])
    return int(cell) if _INTEGER.match(cell) else None


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
