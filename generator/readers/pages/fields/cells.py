"""Cells, by what each is about -> one field.

In: the cells of a row, a definition or an entry, and the profile's words for required, default, enum. Out: a `Field`
with all that they say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.draft import Claim, Reference, Schema
from generator.readers.pages.blocks import Text
from generator.readers.pages.fields import entries, names
from generator.readers.pages.fields.fitting import fitted
from generator.readers.pages.fields.record import Field
from generator.readers.pages.notation import types, values
from generator.readers.pages.patterns import Pattern, any_in, first_match, possible
from generator.readers.pages.profile import Profile
from generator.source import Json

_SENTENCE = re.compile(r"""[^\s"'“\[{(\d-]\S*\s+\S*[A-Za-z]""")
"""Words that are no value: several of them, without quotes around them."""
_LEADS = (re.compile(r"(?s)\s*(.+?)(?:\.(?=\s|\Z)|\Z)\s*"), re.compile(r"(?s)\s*([^.]+?),\s+"))
_COUNTED = re.compile(r"\b(\d+)\s+(?:second|minute|hour|day|week|month|year)s?\b")
_WHICH = re.compile(r"\b(?:exactly|at least) one of\b|\bmust be (?:set|sent|given|provided|specified)\b")
"""Words around the names of parameters of which some are to be sent."""


def says_required(words: str, profile: Profile) -> bool:
    """Whether these words are all that a cell says of whether a field is required."""
    return first_match((*profile.required_yes, *profile.required_no), words) is not None


def field(cells: Mapping[str, Text], profile: Profile) -> Field | None:
    """The field of which these cells speak, by what each is about; None where `name` holds no name."""
    name, optional = names.of_cell(cells["name"], profile)
    name = names.ASIDE.sub("", name)
    if not names.NAME.match(name) or (_is_nothing(cells["name"], profile) and "`" not in cells["name"].marked):
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
    return fitted(
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
