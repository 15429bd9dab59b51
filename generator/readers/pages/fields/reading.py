"""Tables, definition lists and bullet lists of fields -> `Field`: one record for a parameter or a property.

In: a block, and the profile's words for columns. Out: fields with all their columns, which `parameters` and `schemas`
turn into draft records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.draft import Claim, Schema
from generator.readers.pages import inline
from generator.readers.pages.blocks import Block, Definitions, Items, Span, Table, Text
from generator.readers.pages.fields import entries
from generator.readers.pages.fields.cells import field, says_required
from generator.readers.pages.fields.columns import describes, named_place, parent, roles, with_presence
from generator.readers.pages.fields.names import ANY, NAME
from generator.readers.pages.fields.record import Field, unsaid
from generator.readers.pages.notation import types, values
from generator.readers.pages.patterns import Pattern, any_in, first_match
from generator.readers.pages.profile import Profile

_CODE_NAME = re.compile(r"`([A-Za-z_$][\w.\[\]$-]*)(?:=[^`]*)?`\s+(\S.*)", re.DOTALL)
"""An entry that begins with a name as code, and goes on as a sentence does: `` `size=<cm>` to get the tall ones ``."""
_BETWEEN_NAMES = re.compile(r"(?:[\s,/|]|or)*\Z")


def read(block: Block, profile: Profile, *, announced: bool = False) -> tuple[Field, ...]:
    """The fields that a table, a definition list or a bullet list describes; () where it describes none.

    Args:
        block: Any block.
        profile: The words of the site.
        announced: A heading or a sentence says that the list is one of fields, so that its entries may say less.
    """
    match block:
        case Table():
            return tuple(_of_table(block, profile))
        case Definitions():
            return tuple(_of_definitions(block, profile))
        case Items():
            return tuple(_of_items(block, profile, announced=announced))
        case _:
            return ()


def read_all(blocks: Iterable[Block], profile: Profile, *, announced: bool = False) -> tuple[Field, ...]:
    """The fields that blocks describe. A list right after a field may give its accepted values, an entry each."""
    found: list[Field] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Items) and isinstance(before, Definitions) and found and _lists_values(block, profile):
            found[-1] = _with_values(found[-1], block, profile)
        else:
            found.extend(read(block, profile, announced=announced))
        before = block
    return tuple(found)


def _lists_values(block: Items, profile: Profile) -> bool:
    return all(first_match(profile.enum_lines, entry.marked) for entry in block.entries)


def _with_values(entry: Field, block: Items, profile: Profile) -> Field:
    """The field with the values of a list; the schema of an array's entries has them, else the field itself too."""
    schema = values.with_values(entry.schema, [line.marked for line in block.entries], profile.enum_lines)
    said = schema.enum if isinstance(schema, Schema) and "array" not in schema.types else None
    return replace(entry, schema=schema, enum=entry.enum or (Claim(said, block.origin) if said else None))


def _of_table(table: Table, profile: Profile) -> Iterator[Field]:
    columns = with_presence(table, roles(table.columns, profile), profile)
    if "name" not in columns or len(columns) < 2:
        return
    within = parent(table.columns, profile)
    here = named_place(table.columns, columns)
    more = [index for index, column in enumerate(table.columns) if not columns[index] and describes(column, profile)]
    found: list[Field] = []
    for row in table.rows:
        cells = {role: cell for role, cell in zip(columns, row, strict=False) if role and cell.marked.strip()}
        notes = [row[index] for index in more if index < len(row) and row[index].marked.strip()]
        if notes:
            cells["description"] = _together([*([cells["description"]] if "description" in cells else []), *notes])
        if "name" in cells:
            for name in _names(cells["name"]):
                told = entries.read(name, profile, whole=True) or {"name": name}
                entry = field({**told, **cells, "name": told["name"]}, profile)
                if entry and here and not entry.place:
                    entry = replace(entry, place=here)
                if entry and within:
                    entry = replace(entry, name=f"{within}.{entry.name}")
                if entry and (entry.name != ANY or entry.schema):
                    found.append(entry)
    marked = "required" not in columns and any(entry.required and not entry.required.value for entry in found)
    marked = marked and any(any_in(profile.optional_notes, cell.plain) for row in table.rows for cell in row)
    yield from (unsaid(entry, True) if marked else entry for entry in found)


def _together(cells: Sequence[Text]) -> Text:
    """Several cells that describe the same field as one."""
    spans = [span for cell in cells for span in (Span("text", " "), *cell.spans)]
    return inline.from_spans(spans[1:], cells[0].origin)


def _names(cell: Text) -> tuple[Text, ...]:
    """The names in a cell: several where it holds code spans with nothing but signs or `or` between them."""
    codes = cell.codes
    between = "".join(span.text for span in cell.spans if span.kind != "code").strip()
    if len(codes) < 2 or not _BETWEEN_NAMES.match(between):
        return (cell,)
    return tuple(Text(cell.origin, code, f"`{code}`", (Span("code", code),)) for code in codes)


def _of_definitions(block: Definitions, profile: Profile) -> Iterator[Field]:
    for term, definition in block.entries:
        told = entries.read(term, profile, whole=True) or {"name": term}
        entry = field({**told, "description": definition}, profile)
        if entry:
            yield entry


def _of_items(block: Items, profile: Profile, *, announced: bool) -> Iterator[Field]:
    """The fields of a list; those of an entry's own list stand inside its field."""
    patterns = (*(profile.inner_entries if announced else ()), *profile.entries)
    outer = [text for text, depth in zip(block.entries, block.depths, strict=True) if not depth]
    all_named = announced and all(_CODE_NAME.match(text.marked) for text in outer)
    above: list[str] = []
    for text, depth in zip(block.entries, block.depths, strict=True):
        del above[depth:]
        text = _with_code_name(text) if announced else text
        entry = _of_item(text, patterns, profile, announced=announced) if len(above) == depth else None
        if entry is None and all_named and not depth and (found := _CODE_NAME.match(text.marked)):
            entry = field({"name": _part(text, f"`{found[1]}`"), "description": _part(text, found[2])}, profile)
        if entry:
            above.append(f"{above[-1]}.{entry.name}" if above else entry.name)
            yield replace(entry, name=above[-1])


def _with_code_name(text: Text) -> Text:
    """The entry with its first word as code, where that is in bold and may be a name: **limit** – how many."""
    first = text.spans[0] if text.spans else None
    if first is None or first.kind != "strong" or not NAME.fullmatch(first.text):
        return text
    return inline.from_spans([replace(first, kind="code"), *text.spans[1:]], text.origin)


def _of_item(text: Text, patterns: Sequence[Pattern], profile: Profile, *, announced: bool) -> Field | None:
    marked = entries.read(text, profile) if announced else None
    for pattern in patterns:
        if found := pattern.match(text.marked):
            holes = {hole: value for hole, value in found.groupdict().items() if value}
            if "required" in holes and not says_required(holes["required"], profile):
                continue
            cells = {hole: _part(text, value) for hole, value in holes.items()}
            if "required" not in holes and "type" in cells and types.read(cells["type"], profile) is None:
                continue
            if marked and not ("type" in cells or "required" in cells):
                break
            return field(cells, profile) if "name" in cells else None
    return field(marked, profile) if marked else None


def _part(text: Text, marked: str) -> Text:
    """A part of a text, given as it stands marked; links in the part are kept."""
    part = inline.read(marked.replace("\\", "\\\\"), text.origin)
    links = tuple(link for link in text.links if link.text in marked)
    return replace(part, spans=(*part.spans, *(Span("link", link.text, link.target) for link in links)))
