"""Tables, definition lists and bullet lists of fields -> `Field`: one record for a parameter or a property.

In: a block, and the profile's words for columns, required, default, enum. Out: fields with all their columns, which
`parameters` and `schemas` turn into draft records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote

from generator.diagnostics import Origin
from generator.draft import Claim, Example, Parameter, Place, Reference, Schema
from generator.readers.pages import inline
from generator.readers.pages.blocks import Block, Definitions, Items, Span, Table, Text
from generator.readers.pages.facts import entries, types, values
from generator.readers.pages.patterns import Pattern, Vocabulary, any_in, first_match, possible
from generator.readers.pages.profile import Profile
from generator.records import dataclass
from generator.source import Json

ANY = "*"
"""In the place of a name: the values of all fields that have no name of their own."""
_NOTE_MARKS = re.compile(r"(?:\s*(?:\\?\*+|[†‡¹²³]|(?<=\s)\\?\[[0-9]{1,2}\\?\]))+\s*\Z")
_NAME = re.compile(r"[^\s`|]{1,120}\Z")
_SENTENCE = re.compile(r"""[^\s"'“\[{(\d-]\S*\s+\S*[A-Za-z]""")
"""Words that are no value: several of them, without quotes around them."""
_ASIDE = re.compile(r"\s+\([^()]*\)\s*\Z")
_CODE_NAME = re.compile(r"`([A-Za-z_$][\w.\[\]$-]*)(?:=[^`]*)?`\s+(\S.*)", re.DOTALL)
"""An entry that begins with a name as code, and goes on as a sentence does: `` `size=<cm>` to get the tall ones ``."""
_BETWEEN_NAMES = re.compile(r"(?:[\s,/|]|or)*\Z")
_LEADS = (re.compile(r"(?s)\s*(.+?)(?:\.(?=\s|\Z)|\Z)\s*"), re.compile(r"(?s)\s*([^.]+?),\s+"))
_PLACE_OF_NAMES = re.compile(
    r"(body|header|path|query(?: string)?|form|cookie)"
    r"(?:\Z|[ -](?:param(?:eter)?|field|argument|arg|attribute|key|name)s?\Z)",
    re.IGNORECASE,
)
"""The title of a column of names that says where these are sent."""
_UNPLACED = ("query", "path", "form", "cookie")
"""Titles that say so only with a word such as *parameter* behind them."""
_COUNTED = re.compile(r"\b(\d+)\s+(?:second|minute|hour|day|week|month|year)s?\b")
_WHICH = re.compile(r"\b(?:exactly|at least) one of\b|\bmust be (?:set|sent|given|provided|specified)\b")
"""Words around the names of parameters of which some are to be sent."""
_PLAIN = (("string",), ("integer",), ("number",))
PLACE_WORDS: dict[str, Place] = {
    "path": "path",
    "url": "path",
    "query": "query",
    "querystring": "query",
    "query string": "query",
    "header": "header",
    "cookie": "cookie",
    "form": "form",
    "formdata": "form",
    "body": "form",
}
"""What a page calls the place of a field -> the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A parameter or property as a page describes it; what is not said is None or empty."""

    origin: Origin
    name: str
    place: str = ""
    schema: Schema | Reference | None = None
    required: Claim[bool] | None = None
    description: Claim[str] | None = None
    default: Claim[Json] | None = None
    enum: Claim[tuple[Json, ...]] | None = None
    example: Claim[Json] | None = None
    deprecated: Claim[bool] | None = None


def roles(columns: Sequence[Text], profile: Profile) -> tuple[str, ...]:
    """What each column is about, as `profile.COLUMN_ROLES` calls it; "" where the profile does not know it."""
    return _roles(tuple(column.plain.strip() for column in columns), profile)


@lru_cache(maxsize=20_000)
def _roles(titles: tuple[str, ...], profile: Profile) -> tuple[str, ...]:
    meant = [role(title, profile) or "" for title in titles]
    called = {title.casefold(): index for index, title in reversed([*enumerate(titles)])}
    return tuple(
        word if word == "ignore" or index == called.get(word, meant.index(word)) else ""
        for index, word in enumerate(meant)
    )


@lru_cache(maxsize=20_000)
def role(title: str, profile: Profile) -> str | None:
    """What a column of that title is about; None where the profile does not know it."""
    return _vocabulary(profile).find(title)[0] or None


@lru_cache
def _vocabulary(profile: Profile) -> Vocabulary:
    return Vocabulary(profile.columns)


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


def with_enum(entry: Field, enum: Claim[tuple[Json, ...]] | None) -> Field:
    """The field with these accepted values, where it says none itself and is not of a type that has none."""
    schema = entry.schema
    if enum is None or entry.enum or not isinstance(schema, Schema) or "object" in schema.types:
        return entry
    known = schema.items if "array" in schema.types else schema
    if isinstance(known, Reference) or (known is not None and (known.enum or "boolean" in known.types)):
        return entry
    return _typed(replace(entry, enum=enum))


def parent(columns: Sequence[Text], profile: Profile) -> str:
    """The field of which a table describes the entries, where its name column says so; else ""."""
    for column in columns:
        if found := first_match(_naming_parents(profile), column.plain.strip()):
            return _bare(found["parent"].strip())
    return ""


@lru_cache
def _naming_parents(profile: Profile) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern in profile.columns.get("name", ()) if "parent" in pattern.holes)


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


def parameter(entry: Field, place: Place) -> Parameter:
    """The field as a parameter at that place; one in the path is required whatever the page says."""
    required = Claim(True, entry.origin) if place == "path" else entry.required
    shown = entry.example.value if entry.example else None
    if place == "path" and isinstance(shown, str):
        shown = unquote(shown)  # as it is before it is put into the URL
    examples = (Example(origin=entry.example.origin, value=shown),) if entry.example else ()
    return Parameter(
        origin=entry.origin,
        name=entry.name,
        place=place,
        required=required,
        description=entry.description,
        schema=entry.schema,
        default=entry.default,
        enum=entry.enum,
        examples=examples,
        deprecated=entry.deprecated,
    )


def of_parameter(parameter: Parameter) -> Field:
    """The field that a parameter was made of."""
    shown = next(iter(parameter.examples), None)
    return Field(
        origin=parameter.origin,
        name=parameter.name,
        schema=parameter.schema,
        required=parameter.required,
        description=parameter.description,
        default=parameter.default,
        enum=parameter.enum,
        example=Claim(shown.value, shown.origin) if shown else None,
        deprecated=parameter.deprecated,
    )


def property_schema(entry: Field) -> Schema | Reference:
    """The field as a property of an object."""
    schema = entry.schema or Schema(origin=entry.origin)
    description = entry.description.value if entry.description else ""
    deprecated = bool(entry.deprecated and entry.deprecated.value)
    if isinstance(schema, Reference):
        said = Schema(origin=entry.origin, description=description, deprecated=deprecated)
        return replace(schema, siblings=said) if description or deprecated else schema
    return replace(
        schema,
        description=description,
        examples=(entry.example.value,) if entry.example else (),
        deprecated=deprecated,
    )


def _with_presence(table: Table, columns: tuple[str, ...], profile: Profile) -> tuple[str, ...]:
    """The roles, where a column called as one of statuses or types may say in each row whether a value is required."""
    if "name" not in columns or "required" in columns:
        return columns
    says = (*profile.required_yes, *profile.required_no)
    for at in (columns.index(word) for word in ("status", "type") if word in columns):
        if table.rows and all(len(row) > at and first_match(says, row[at].plain.strip()) for row in table.rows):
            others = (index for index in range(len(columns)) if index != at and not columns[index])
            typed = next((i for i in others if role(table.columns[i].plain.strip(), profile) == "type"), None)
            return tuple("required" if i == at else "type" if i == typed else word for i, word in enumerate(columns))
    return columns


def _of_table(table: Table, profile: Profile) -> Iterator[Field]:
    columns = _with_presence(table, roles(table.columns, profile), profile)
    if "name" not in columns or len(columns) < 2:
        return
    within = parent(table.columns, profile)
    here = named_place(table.columns, columns)
    more = [index for index, column in enumerate(table.columns) if not columns[index] and _describes(column, profile)]
    found: list[Field] = []
    for row in table.rows:
        cells = {role: cell for role, cell in zip(columns, row, strict=False) if role and cell.marked.strip()}
        notes = [row[index] for index in more if index < len(row) and row[index].marked.strip()]
        if notes:
            cells["description"] = _together([*([cells["description"]] if "description" in cells else []), *notes])
        if "name" in cells:
            for name in _names(cells["name"]):
                told = entries.read(name, profile, whole=True) or {"name": name}
                entry = _field({**told, **cells, "name": told["name"]}, profile)
                if entry and here and not entry.place:
                    entry = replace(entry, place=here)
                if entry and within:
                    entry = replace(entry, name=f"{within}.{entry.name}")
                if entry and (entry.name != ANY or entry.schema):
                    found.append(entry)
    marked = "required" not in columns and any(entry.required and not entry.required.value for entry in found)
    marked = marked and any(any_in(profile.optional_notes, cell.plain) for row in table.rows for cell in row)
    yield from (unsaid(entry, True) if marked else entry for entry in found)


def named_place(titles: Sequence[Text], columns: Sequence[str]) -> str:
    """Where the fields of a table are sent, where the title of its column of names says so: *Form parameters*."""
    title = next((title.plain.strip() for word, title in zip(columns, titles, strict=True) if word == "name"), "")
    found = _PLACE_OF_NAMES.match(title) if "place" not in columns else None
    return found[1].casefold() if found and title.casefold() not in _UNPLACED else ""


def _describes(column: Text, profile: Profile) -> bool:
    return role(column.plain.strip(), profile) == "description"


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
        entry = _field({**told, "description": definition}, profile)
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
            entry = _field({"name": _part(text, f"`{found[1]}`"), "description": _part(text, found[2])}, profile)
        if entry:
            above.append(f"{above[-1]}.{entry.name}" if above else entry.name)
            yield replace(entry, name=above[-1])


def _with_code_name(text: Text) -> Text:
    """The entry with its first word as code, where that is in bold and may be a name: **limit** – how many."""
    first = text.spans[0] if text.spans else None
    if first is None or first.kind != "strong" or not _NAME.fullmatch(first.text):
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
            return _field(cells, profile) if "name" in cells else None
    return _field(marked, profile) if marked else None


def says_required(words: str, profile: Profile) -> bool:
    """Whether these words are all that a cell says of whether a field is required."""
    return first_match((*profile.required_yes, *profile.required_no), words) is not None


def _part(text: Text, marked: str) -> Text:
    """A part of a text, given as it stands marked; links in the part are kept."""
    part = inline.read(marked.replace("\\", "\\\\"), text.origin)
    links = tuple(link for link in text.links if link.text in marked)
    return replace(part, spans=(*part.spans, *(Span("link", link.text, link.target) for link in links)))


def _field(cells: Mapping[str, Text], profile: Profile) -> Field | None:
    name, optional = _name(cells["name"], profile)
    name = _ASIDE.sub("", name)
    if not _NAME.match(name) or (_is_nothing(cells["name"], profile) and "`" not in cells["name"].marked):
        return None
    origin = cells["name"].origin
    leads = _LEADS if profile.type_leads and "type" not in cells else ()
    description, lead_type, marked_required = _description(cells.get("description"), leads, profile)
    optional = optional or ("description" in cells and any_in(profile.optional_notes, cells["description"].plain))
    schema = types.read(cells["type"], profile) if "type" in cells else lead_type
    if "description" in cells and (schema is None if "type" not in cells else types.is_bare_list(schema)):
        schema = types.told(cells["description"], profile) or schema
    required = said_required(cells.get("required"), profile)
    has_default = "default" in cells and bool(cells["default"].plain.strip())
    marked_required = marked_required or any(first_match(profile.required_marks, mark) for mark in cells["name"].marks)
    if required is None and "type" in cells and (said := entries.presence(cells["type"], profile)):
        required = Claim(first_match(profile.required_yes, said) is not None, cells["type"].origin)
    if required is None and (marked_required or optional or has_default):
        required = Claim(marked_required, origin)
    if required and description and any_in(profile.optional_cases, description.value):
        required = Claim(False, required.origin)
    texts = [cell for role, cell in cells.items() if role in ("description", "type", "required")]
    enum = _enum(cells, profile)
    if enum and name in enum.value and any(_WHICH.search(cell.plain) for cell in cells.values()):
        enum = None
    default = _default(cells.get("default"), texts, enum.value if enum else (), profile)
    example = _example(cells.get("example"), name, profile)
    if example is None and "description" in cells:
        example = _told_example(cells["description"], schema, enum, profile)
    if schema is None:
        shown = [*(enum.value if enum else ()), *(c.value for c in (default, example) if c)]
        schema = types.inferred(shown, origin)
    if schema and any(any_in(_said_nullable(profile), cell.marked) for cell in texts):
        schema = types.nullable(schema)
    if default and "default" not in cells and not _may_default(default.value, texts, schema):
        default = None
    said_of = [cell.marked for role, cell in cells.items() if role != "name" or len(cell.plain.split()) > 1]
    deprecated = any(says_deprecated(words, name, profile) for words in said_of)
    return _typed(
        Field(
            origin=origin,
            name=name,
            place=cells["place"].plain.strip().casefold() if "place" in cells else "",
            schema=schema,
            required=required,
            description=description,
            default=default,
            enum=enum,
            example=example,
            deprecated=Claim(True, origin) if deprecated else None,
        )
    )


def _may_default(value: Json, texts: Sequence[Text], schema: Schema | Reference | None) -> bool:
    """Whether a sentence's value can be the default of that type; text is none that a sentence counts: `3 days ago`."""
    counted = (
        isinstance(schema, Schema)
        and "string" in schema.types
        and any(found[1] == value for text in texts for found in _COUNTED.finditer(text.marked))
    )
    return values.fits(value, schema) and not counted


def says_deprecated(words: str, name: str, profile: Profile) -> bool:
    """Whether a cell calls its field deprecated, and not a value or another field."""
    return any(
        (found.groupdict().get("name") or name) == name
        for pattern in possible(profile.deprecated_fields, words)
        for found in pattern.regex.finditer(words)
    )


@lru_cache
def _said_nullable(profile: Profile) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern in profile.nullable if not pattern.holes)


def _name(cell: Text, profile: Profile) -> tuple[str, bool]:
    """The name, and whether its spelling marks it as optional."""
    words = (cell.codes[0] if len(cell.codes) == 1 and cell.marked.strip().startswith("`") else cell.plain).strip()
    words = ANY if words == ANY else without_note_marks(words)
    for pattern in profile.optional_names:
        if found := pattern.match(words):
            return _bare(_NOTE_MARKS.sub("", found["name"])), True
    return _bare(words), False


def without_asides(words: str) -> str:
    """Without what stands behind a name in brackets, as in `lid (optional)`, and the marks of footnotes."""
    return _ASIDE.sub("", without_note_marks(words)).strip()


def without_note_marks(words: str) -> str:
    """Without the marks at its end that point to a footnote."""
    return _NOTE_MARKS.sub("", words).strip()


def _bare(name: str) -> str:
    """Without the colon that some sites put before a path parameter's name, or the braces around it."""
    name = name.strip().lstrip(":")
    return name[1:-1] if len(name) > 2 and name[0] == "{" and name[-1] == "}" else name


def _description(
    cell: Text | None, leads: Sequence[re.Pattern[str]], profile: Profile
) -> tuple[Claim[str] | None, Schema | Reference | None, bool]:
    """The description without what stands before it: a mark for required, a type in one of these forms."""
    if cell is None or _is_nothing(cell, profile):
        return None, None, False
    marked_required = any(first_match(profile.required_marks, mark) for mark in cell.marks)
    words, schema = cell.marked.strip(), None
    for pattern in possible(profile.required_marks, words):
        found = pattern.search(words)
        if found and found.start() == 0 and not marked_required:
            words, marked_required = words[found.end() :].lstrip(" .:,-").strip(), True
    for pattern in possible(profile.optional_notes, words):
        words = pattern.regex.sub(" ", words).strip()
    for lead in leads:
        found = lead.match(words)
        if found and len(found[1]) < 80:
            schema = types.read(replace(cell, plain=found[1].replace("`", ""), marked=found[1]), profile)
            if schema is not None:
                words = words[found.end() :].strip()
                break
    return (Claim(words, cell.origin) if words else None), schema, marked_required


def said_required(cell: Text | None, profile: Profile) -> Claim[bool] | None:
    """What the column says; a condition (`yes if …`) means that the value may be left out."""
    if cell is None:
        return None
    words = cell.plain.strip()
    if first_match(profile.required_yes, words):
        return Claim(True, cell.origin)
    return Claim(False, cell.origin) if words else None


def _default(
    cell: Text | None, texts: Sequence[Text], accepted: Sequence[Json], profile: Profile
) -> Claim[Json] | None:
    if cell is not None and _is_nothing(cell, profile):
        return None
    if cell is not None:
        words = cell.codes[0] if len(cell.codes) == 1 else cell.plain.strip()
        if _SENTENCE.match(words) and not cell.codes:
            return None
        words = words.strip("\"'")
        return Claim(words, cell.origin) if words else None
    for text in texts:
        value = values.found_value(text.marked, profile.default, profile.no_bare_value, accepted)
        if value is not None:
            return Claim(value, text.origin)
    return None


def _is_nothing(cell: Text, profile: Profile) -> bool:
    """True for a cell whose words say that there is no value."""
    return first_match(profile.no_value, cell.plain) is not None


def _example(cell: Text | None, name: str, profile: Profile) -> Claim[Json] | None:
    if cell is None or _is_nothing(cell, profile) or any(link.text == cell.marked.strip() for link in cell.links):
        return None
    words = (cell.codes[0] if len(cell.codes) == 1 and cell.marked.startswith("`") else cell.plain).strip()
    for pattern in profile.example:
        found = pattern.match(words)
        if found and found.groupdict().get("name", name) == name:
            words = found["value"].strip()
            break
    return Claim(words, cell.origin) if words else None


def _told_example(
    text: Text, schema: Schema | Reference | None, enum: Claim[tuple[Json, ...]] | None, profile: Profile
) -> Claim[Json] | None:
    """The value that a sentence gives as an example, where it can be one of the type: not of part of a value."""
    for pattern in possible(profile.told_examples, text.marked):
        if found := pattern.search(text.marked):
            value = found["value"].strip()
            if value and values.fits(value, schema) and (enum is None or value in enum.value):
                return Claim(value, text.origin)
    return None


def _enum(cells: Mapping[str, Text], profile: Profile) -> Claim[tuple[Json, ...]] | None:
    if "enum" in cells:
        said = values.listed(cells["enum"].marked)
        return Claim(said, cells["enum"].origin) if said else None
    lines = cells["description"].marked.split("\n") if "description" in cells else []
    told = [found["value"] for line in lines[1:] if (found := first_match(profile.enum_lines, line))]
    if len(told) > 1:
        return Claim(tuple(told), cells["description"].origin)
    for role in ("description", "type"):
        if role in cells and (said := values.found_enum(cells[role], profile.enum)):
            return Claim(said, cells[role].origin)
    return None


def _typed(entry: Field) -> Field:
    """Default, example and enum as values of the field's type, and repeated in its schema."""
    schema = entry.schema
    if not isinstance(schema, Schema) or not (entry.default or entry.example or entry.enum):
        return entry
    default = _as_typed(entry.default, schema)
    example = _as_typed(entry.example, schema)
    said = entry.enum if entry.enum and _may_have(schema, entry.enum.value) else None
    if said and "null" in said.value and len(said.value) > 1 and schema.types in _PLAIN:
        said = Claim(tuple(value for value in said.value if value != "null"), said.origin)
        schema = replace(schema, types=(*schema.types, "null"))
    enum: Claim[tuple[Json, ...]] | None = None
    if said:
        schema = _limited(schema, said.value)
        whole = None if "array" in schema.types else schema.enum
        enum = Claim(tuple(value for value in whole if value is not None), said.origin) if whole else None
    if default:
        schema = replace(schema, default=default.value)
    return replace(entry, schema=schema, default=default, example=example, enum=enum)


def _may_have(schema: Schema, said: Sequence[Json]) -> bool:
    """Whether a type may have accepted values: not an object or a list of them, nor a boolean, whose values are known.

    Words are not all that a type has which may be a number as well.
    """
    flags = schema.types == ("boolean",) and {str(value).casefold() for value in said} == {"true", "false"}
    numbers = "string" in schema.types and not {"integer", "number"}.isdisjoint(schema.types)
    words = any(isinstance(value, str) and (types.is_word(value) or value in ("true", "false")) for value in said)
    of_objects = isinstance(schema.items, Schema) and "object" in schema.items.types
    return not flags and "object" not in schema.types and not of_objects and not (numbers and words)


def _limited(schema: Schema, said: tuple[Json, ...]) -> Schema:
    """The schema with these accepted values: an array's are those of its entries, a union's those of all its parts."""
    if schema.any_of:
        return replace(schema, any_of=tuple(_limited(p, said) if isinstance(p, Schema) else p for p in schema.any_of))
    if "array" in schema.types:
        items = schema.items
        if items is None and all(isinstance(value, str) and types.is_word(value) for value in said):
            items = Schema(origin=schema.origin, types=("string",))
        return replace(schema, items=_limited(items, said)) if isinstance(items, Schema) else schema
    typed = tuple(values.typed(value, schema) if isinstance(value, str) else value for value in said)
    null = (None,) if "null" in schema.types and None not in typed else ()
    return replace(schema, enum=(*typed, *null))


def _as_typed(claim: Claim[Json] | None, schema: Schema) -> Claim[Json] | None:
    """The value as one of the type; behind it there may be an aside, as in `86400 (24 hours)`."""
    if claim is None or not isinstance(claim.value, str):
        return claim
    if claim.value == "null" and "null" not in schema.types:
        return None
    value = values.typed(claim.value, schema)
    if isinstance(value, str) and "string" not in schema.types and (aside := _ASIDE.search(value)):
        value = values.typed(value[: aside.start()], schema)
        value = claim.value if isinstance(value, str) else value
    return Claim(value, claim.origin)


def unsaid(entry: Field, required: bool | None) -> Field:
    """The field, with what the site means where it does not say whether it is required."""
    if entry.required is not None or required is None:
        return entry
    return replace(entry, required=Claim(required, entry.origin))
