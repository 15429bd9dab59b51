"""Schemas on a page: structure tables, JSON Schemas printed as text, collapsed trees -> named schemas.

In: fields, or the parts of a page that belong to no operation. Out: `Schema` records, named schemas by key, and
outlines of those whose tree was collapsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from generator.diagnostics import Origin
from generator.draft import NamedSchema, Outline, Reference, Schema
from generator.readers.pages import fields, outlines
from generator.readers.pages.blocks import Code, Items, Paragraph, Table
from generator.readers.pages.facts import headings
from generator.readers.pages.fields import Field, nesting
from generator.readers.pages.notation import json_schema, types, values
from generator.readers.pages.patterns import any_in
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import FIELD, Part
from generator.records import dataclass
from generator.source import Json

_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")
_BIT = re.compile(r"(?:0x[0-9A-Fa-f]+\s*)?\(?([0-9]{1,3})\s*<<\s*([0-9]{1,2})\)?\Z")
_QUOTED = re.compile(r"""["'](.*)["']\Z""")
_SMALL = re.compile(r"\s*[1-9][0-9]?\s*\Z")
_WORD = re.compile(r"[^\s|`]{1,80}\Z")
_OF_ITEMS = "[]."
_EXAMPLE_KINDS = ("request example", "response example")
"""Kinds of samples in an operation, which below a schema are samples of that."""
_SCHEMA_KINDS = ("schema", "schema fields", "schema example")


@dataclass(slots=True)
class _Named:
    """A named schema while it is being read."""

    name: str
    origin: Origin
    title: str = ""
    description: str = ""
    schema: Schema | Reference | None = None
    examples: list[Json] = field(default_factory=list)
    outline: Outline | None = None
    fields: list[Field] = field(default_factory=list)
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about, in the words of its title and its head."""

    name: str
    description: str = ""


def object_of(entries: Sequence[Field], origin: Origin, profile: Profile, *, sent: bool = False) -> Schema:
    """The object whose properties the fields are, or the list of these where the names of all say so: `[].name`.

    What is not said to be optional is as the site means it.

    Args:
        entries: The fields; the names of some may say that they stand inside others.
        origin: The place of the object.
        profile: The words of the site.
        sent: The object is the body of a request.
    """
    if entries and all(entry.name.startswith(_OF_ITEMS) for entry in entries):
        inner = [replace(entry, name=entry.name.removeprefix(_OF_ITEMS)) for entry in entries]
        return Schema(origin=origin, types=("array",), items=object_of(inner, origin, profile, sent=sent))
    unsaid = profile.required_unsaid.get("json")
    unsaid = unsaid if sent else profile.required_unsaid.get("schema", unsaid)
    said = nesting.outermost(fields.unsaid(entry, unsaid) for entry in entries if entry.name != fields.ANY)
    others = next((fields.property_schema(entry) for entry in entries if entry.name == fields.ANY), None)
    return Schema(
        origin=origin,
        types=("object",),
        additional_properties=others,
        properties={entry.name: fields.property_schema(entry) for entry in said},
        required=tuple(dict.fromkeys(entry.name for entry in said if entry.required and entry.required.value)),
    )


def read(
    parts: Sequence[Part], document: str, subject: Subject, profile: Profile
) -> tuple[dict[str, NamedSchema], tuple[Outline, ...]]:
    """The named schemas by key, and the outlines.

    Args:
        parts: What belongs to no operation.
        document: The page's name.
        subject: What the page is about: the type whose fields stand under headings without a name of their own.
        profile: The words of the site.
    """
    sectioned = [(group, entry) for group in _in_sections(parts) if (entry := _sectioned(group, profile))]
    taken = {id(part) for group, _ in sectioned for part in group}
    found = [entry for _, entry in sectioned]
    found += _read([part for part in parts if id(part) not in taken], subject, profile)
    named = {
        f"{document}#{entry.name}": NamedSchema(name=entry.name, schema=_schema(entry, profile)) for entry in found
    }
    return named, tuple(entry.outline for entry in found if entry.outline)


def _in_sections(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """Below a heading such as *Schemas*: each type's heading with what stands beneath it."""
    section, base = 0, 0
    group: list[Part] = []
    for part in parts:
        if part.level and (part.level < max(section, base) or part.kind == "schemas"):
            yield from (tuple(group) for _ in group[:1])
            group, base = [], 0
            section = part.level if part.kind == "schemas" else 0
        elif section and part.level and (not base or part.level <= base):
            yield from (tuple(group) for _ in group[:1])
            base, group = part.level, [part]
        elif group:
            group.append(part)
    yield from (tuple(group) for _ in group[:1])


def _sectioned(group: Sequence[Part], profile: Profile) -> _Named | None:
    """The type that a heading below one of types is about; None where nothing beneath it describes one."""
    if any(part.kind in _SCHEMA_KINDS for part in group):
        return None
    head = group[0]
    name = types.without_object(head.title, profile)
    named = _Named(name=name, origin=head.origin, description=_description(head))
    for block in (block for part in group for block in part.blocks):
        if isinstance(block, Code):
            _take_code(named, block, is_example=False)
        elif isinstance(block, Table) and named.schema is None and _fields_in(block, profile):
            named.schema = _fields_in(block, profile)
    named.schema = named.schema or values_of(head, profile)
    return named if named.schema or named.examples else None


def _fields_in(table: Table, profile: Profile) -> Schema | None:
    """The object that a table describes field by field."""
    if not {"name", "type"} <= {*fields.roles(table.columns, profile)}:
        return None
    read_fields = fields.read(table, profile)
    return object_of(read_fields, table.origin, profile) if read_fields else None


def _read(parts: Sequence[Part], subject: Subject, profile: Profile) -> Iterator[_Named]:
    current: _Named | None = None
    samples: list[Part] = []
    inside: Subject | None = None
    announced: dict[str, str] = {}
    linked = _linked(parts, profile)
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if current and part.kind == FIELD:
            current.fields.append(headings.read(_under(parts, index), profile, optional=current.optional))
            continue
        if current and part.heading is None:
            continue
        if current and _belongs(part, current):
            _take(current, part, profile)
            current.optional = any_in(profile.all_optional, part.title)
            continue
        if current and part.kind in _EXAMPLE_KINDS and (current.schema or current.outline):
            _take(current, replace(part, kind="schema example"), profile)
            continue
        if current is None and part.kind == "schema example" and not part.hole("name"):
            samples.append(part)
        headed = _next_described(parts, index) == FIELD
        about = inside or subject
        if part.kind == "schema fields" and not part.hole("name") and headed and about.name:
            current = _Named(name=about.name, origin=part.origin, description=about.description)
            current.optional = any_in(profile.all_optional, part.title)
            for sample in (*samples, part):
                _take(current, sample, profile)
            samples.clear()
            inside = None
            yield current
            continue
        if _is_name(part, following) and not (part.kind == "schema fields" and part.hole("name")):
            current = _Named(name=part.title, origin=part.origin, description=_description(part))
            yield current
        elif part.kind == "schema fields" and part.hole("name"):
            name, description = part.hole("name").strip(), _description(part)
            if not headed and not any(isinstance(block, Table) for block in part.blocks):
                announced[name.casefold()] = description
                inside = Subject(name, description)
                current = None
                continue
            if inside and _same_words(inside.name, name):
                name = inside.name
            said = announced.get(name.casefold()) or description
            current = _Named(name=name, origin=part.origin, title=part.title, description=said)
            _take(current, part, profile)
            yield current
        elif part.kind not in _SCHEMA_KINDS and part.title:
            current = None
            if schema := _told_by_its_table(part, linked, profile):
                yield _Named(name=part.title, origin=part.origin, description=_description(part), schema=schema)


def _next_described(parts: Sequence[Part], index: int) -> str:
    """The kind of the part after this one, samples passed over; "" where none comes."""
    return next((part.kind for part in parts[index + 1 :] if part.kind != "schema example"), "")


def _told_by_its_table(part: Part, linked: frozenset[str], profile: Profile) -> Schema | None:
    """The type under a heading that the profile does not know: one of values, or one that the site calls so."""
    if part.kind:
        return None
    is_type = profile.types_anywhere or part.title.casefold() in linked
    return values_of(part, profile) or (_fields_of(part, profile) if is_type else None)


def _linked(parts: Sequence[Part], profile: Profile) -> frozenset[str]:
    """The words of links in tables that lead to a type, in lower case: headings of these words describe types."""
    cells = (
        cell
        for part in parts
        for block in part.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    )
    links = (link for cell in cells for link in cell.links if any_in(profile.type_links, link.target))
    return frozenset(link.text.replace("`", "").strip().casefold() for link in links)


def _fields_of(part: Part, profile: Profile) -> Schema | None:
    """The object that the table of a part describes field by field."""
    return next(
        (found for block in part.blocks if isinstance(block, Table) and (found := _fields_in(block, profile))), None
    )


def _under(parts: Sequence[Part], start: int) -> Sequence[Part]:
    """The part at `start` and those after it that have no heading of their own."""
    end = next((index for index in range(start + 1, len(parts)) if parts[index].heading is not None), len(parts))
    return parts[start:end]


def values_of(part: Part, profile: Profile) -> Schema | None:
    """The type that has the values in the table of a part; None where it has no such table."""
    for block in part.blocks:
        if not isinstance(block, Table):
            continue
        roles = fields.roles(block.columns, profile)
        at = _value_column(block, roles)
        if at is None:
            return None
        rows = [row for row in block.rows if len(row) == len(roles) and row[at].plain.strip()]
        values_said = _values_of([fields.without_note_marks(row[at].plain) for row in rows])
        if not values_said:
            return None
        said, named = "description" in roles, _name_column(roles)
        found = Schema(
            origin=block.origin,
            types=("integer" if isinstance(values_said[0], int) else "string",),
            enum=values_said,
            enum_names=tuple(fields.without_note_marks(row[named].plain) for row in rows) if named is not None else (),
            enum_descriptions=tuple(row[roles.index("description")].marked for row in rows) if said else (),
        )
        bits = all(_BIT.match(fields.without_note_marks(row[at].plain)) for row in rows)
        return _with_sums(found) if bits else found
    return None


def _value_column(table: Table, roles: Sequence[str]) -> int | None:
    """The column of values; one of types or codes that has nothing but numbers is one, if these are no statuses."""
    if "value" in roles:
        return roles.index("value")
    at = next((roles.index(role) for role in ("type", "status") if role in roles), None)
    if at is None or not table.rows:
        return None
    cells = [row[at].plain.strip() for row in table.rows if len(row) > at]
    if roles[at] == "status" and not has_small(table, at):
        return None
    return at if all(_number(cell) is not None for cell in cells) else None


def has_small(table: Table, at: int) -> bool:
    """Whether a column has numbers of one or two digits: no statuses of HTTP, but values of something else."""
    return any(_SMALL.match(row[at].plain) for row in table.rows if len(row) > at)


def tells_values(part: Part, profile: Profile) -> bool:
    """Whether a part under a heading such as *Status Codes* lists values of something else."""
    tables = [block for block in part.blocks if isinstance(block, Table)]
    of_status = [(table, fields.roles(table.columns, profile)) for table in tables]
    return part.kind == "responses" and any(
        "status" in roles and has_small(table, roles.index("status")) for table, roles in of_status
    )


def _with_sums(bits: Schema) -> Schema:
    """Bits are added up: the type has other values than those of its table."""
    return Schema(origin=bits.origin, any_of=(bits, Schema(origin=bits.origin, types=("integer",))))


def _values_of(cells: Sequence[str]) -> tuple[int, ...] | tuple[str, ...]:
    """The values in a column: numbers, bits (`1 << 3`), or words; () where a cell is neither."""
    numbers = [_number(cell) for cell in cells]
    known = tuple(number for number in numbers if number is not None)
    if len(known) == len(cells):
        return known
    if known or not all(_WORD.match(cell) for cell in cells):
        return ()
    quoted = [found[1] for cell in cells if (found := _QUOTED.match(cell))]
    return tuple(quoted if len(quoted) == len(cells) else cells)


def _number(cell: str) -> int | None:
    if found := _BIT.match(cell):
        return int(found[1]) << int(found[2])
    return int(cell) if _INTEGER.match(cell) else None


def _name_column(roles: Sequence[str]) -> int | None:
    """The column that names the values: the first that holds neither them nor what is said of them."""
    return next((index for index, role in enumerate(roles) if role in ("name", "type", "event", "")), None)


def _is_name(part: Part, following: Part | None) -> bool:
    """True for a heading right above that of its schema: `Error` above `Schema` or `Error Schema`."""
    if following is None or not part.title or following.kind not in ("schema", "schema example"):
        return False
    if part.kind in _SCHEMA_KINDS and part.title == following.title:
        return False
    named = following.hole("name").strip()
    return named in ("", part.title)


def _same_words(name: str, other: str) -> bool:
    """Whether two headings name one type: `Invite Object Metadata` below `Invite Metadata Object`."""
    said, again = ({*words.casefold().split()} - {"object"} for words in (name, other))
    return said == again


def _belongs(part: Part, entry: _Named) -> bool:
    """True for a part about this schema: it is called by its name, or by the words of its heading."""
    known = ("", entry.name.casefold(), entry.title.casefold())
    return part.kind in _SCHEMA_KINDS and part.hole("name").strip().casefold() in known


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


def _schema(entry: _Named, profile: Profile) -> Schema | Reference:
    """The schema as far as the page gives it; a name with an outline alone is a type of which no more is known."""
    schema = entry.schema
    if schema is None and entry.fields:
        schema = object_of(entry.fields, entry.origin, profile)
    if isinstance(schema, Reference):
        return schema
    if schema is None and entry.examples:
        schema = types.of_value(entry.examples[0], entry.origin)
    if schema is None:
        shown = entry.outline.types if entry.outline else ()
        schema = Schema(origin=entry.origin, types=shown, inferred=True)
    examples = schema.examples or tuple(entry.examples)
    return replace(schema, description=schema.description or entry.description, examples=examples)
