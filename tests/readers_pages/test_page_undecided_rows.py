"""Rows whose cells nothing parts, or only a space: what is sure of them is read, and a finding tells the rest."""

from __future__ import annotations

import pytest

from generator.draft import Draft, Reference, Schema
from tests.readers_pages.page_helpers import codes, one, read

TOGETHER = """\
Cups API
Use this API to fill cups.
Fill a cup
Fills a cup to its rim.
plaintext
PUT /shelves/:id/cups/:cup_id
Supported attributes:
AttributeTypeRequiredDescription
idinteger or stringyesThe ID or path of the shelf.
cup_idinteger/stringyesThe ID of the cup.
drinksarray of stringsnoWhat to fill it with.
lid_kindstringyes (if it has a lid)Which lid.
If successful, returns 200 OK and the following
response attributes:
AttributeTypeDescription
fulldatetimeWhen it was full.
spilled_drinksstring arrayWhat went beside it.
Example request:
shell
curl --request PUT "https://gitlab.example.com/api/v4/shelves/1/cups/2"
Empty a cup
Empties a cup.
plaintext
DELETE /cups/:cup_id
AttributeTypeRequiredDescription
cup_idintegeryesThe ID of the cup.
"""
RESOURCE = """\
Cups Resource
Cup Object
Cup Structure
FieldTypeDescription
idsnowflakeid of the cup
potpot objectthe pot it was filled from
shelfshelf objectwhere it stands
namestringwhat it is called
Cup Kinds
{kinds}
Make Cup
POST/shelves/{{shelf.id}}/cups
Makes a cup. Returns a cup object.
JSON Params
{sent}
Delete Cup
DELETE/cups/{{cup.id}}
Deletes a cup. Returns a 204 empty response on success.
"""
KINDS = "NameValueDescription\nPLAIN0A plain one\nHANDLED1One with a handle"
SENT = "FieldTypeDescription\nnamestringwhat to call it\nflagsarray of flag objectsUp to 10 of them"


def properties(schema: object) -> dict[str, str]:
    """Name -> the words for its type."""
    assert isinstance(schema, Schema)
    return {name: worded(part) for name, part in schema.properties.items()}


def worded(schema: object) -> str:
    """A type in a word or two."""
    if isinstance(schema, Reference):
        return schema.name
    assert isinstance(schema, Schema)
    inner = f" of {worded(schema.items)}" if schema.items else ""
    return "/".join(schema.types) + inner


def resource(kinds: str = KINDS, sent: str = SENT) -> str:
    return RESOURCE.format(kinds=kinds, sent=sent)


def sent_by(draft: Draft) -> dict[str, str]:
    body = draft.operations[0].body
    return properties(body.contents[0].schema) if body and body.contents else {}


def test_types_of_several_words_end_where_the_profile_knows_them() -> None:
    draft, report = read(TOGETHER, "gitlab")
    fill, empty = draft.operations
    said = {entry.name: (entry.place, worded(entry.schema)) for entry in fill.parameters}
    assert said == {
        "id": ("path", "integer/string"),
        "cup_id": ("path", "integer/string"),
        "drinks": ("form", "array of string"),
        "lid_kind": ("form", "string"),
    }
    lid = fill.parameters[-1]
    assert lid.required is None or not lid.required.value
    assert lid.description is not None
    assert lid.description.value == "Which lid."
    assert properties(fill.responses[0].contents[0].schema) == {
        "full": "string",
        "spilled_drinks": "array of string",
    }
    assert [entry.name for entry in empty.parameters] == ["cup_id"]
    assert codes(report) == []


def test_a_table_without_blank_lines_around_it_ends_where_no_row_begins() -> None:
    draft, _ = read(resource(), "discord")
    made, gone = draft.operations
    assert (made.method, made.path, gone.method, gone.path) == (
        *("POST", "/shelves/{shelf_id}/cups"),
        *("DELETE", "/cups/{cup_id}"),
    )
    assert [entry.action and entry.action.value for entry in (made, gone)] == ["Make Cup", "Delete Cup"]
    assert sent_by(draft) == {"name": "string", "flags": "array of flag"}


def test_tables_outside_the_operations_are_parted_too() -> None:
    draft, _ = read(resource(), "discord")
    cup, kinds = draft.schemas.values()
    assert properties(cup.schema) == {"id": "string", "pot": "pot", "shelf": "shelf", "name": "string"}
    assert isinstance(kinds.schema, Schema)
    assert (kinds.schema.enum, kinds.schema.enum_names) == ((0, 1), ("PLAIN", "HANDLED"))


@pytest.mark.parametrize(
    "kinds",
    [
        pytest.param("NameValueDescription\nTIER_11Cheap\nTIER_22Dear", id="digits at the end of names"),
        pytest.param("NameValueDescription\nTIER11Cheap\nTIER22Dear", id="names that are told apart by digits only"),
        pytest.param("NameTypeDescription\nTIER11Cheap\nTIER22Dear", id="values that are called types"),
        pytest.param("NameValueDescription\nPLAIN0A plain one\nCracked cups1No good", id="one row in other words"),
    ],
)
def test_values_are_read_all_or_not_at_all(kinds: str) -> None:
    draft, report = read(resource(kinds).replace("\nMake Cup", "\n\nMake Cup").replace("\nName", "\n\nName"), "discord")
    assert [named.name for named in draft.schemas.values()] == ["Cup"]
    assert codes(report) == ["page-row-undecided"]


def test_a_mark_between_a_name_and_a_type_that_may_belong_to_either() -> None:
    table = "FieldTypeDescription\nnamestringwhat to call it\nsize?integerhow big it is"
    draft, report = read(resource(sent=table), "discord")
    assert sent_by(draft) == {"name": "string"}
    assert codes(report) == ["page-row-undecided"]


def test_such_a_mark_says_nothing_of_a_parameter_that_is_optional_anyway() -> None:
    page = resource(sent="").replace("POST/", "GET/").replace("JSON Params\n", "Query String Params\n" + SENT)
    draft, report = read(page.replace("namestringwhat to", "size?integerwhat to"), "discord")
    size, _ = draft.operations[0].parameters[-2:]
    assert (size.name, worded(size.schema)) == ("size", "integer")
    assert codes(report) == []


def test_a_table_of_which_nothing_is_known_leaves_one_finding() -> None:
    draft, report = read(resource(sent="FieldTypeDescription\n\nx").replace("\n\nx", "\nsize?integera\nlid?stringb"))
    assert sent_by(draft) == {}
    [finding] = [finding for finding in report if finding.code == "page-row-undecided"]
    assert "2 rows" in finding.message


def test_a_column_of_which_nothing_is_known_behind_the_others() -> None:
    table = "FieldTypeDescriptionValid Cups\nsizeintegerhow big it is, 1 by defaultall\nlidstringits lidMUG"
    for page in (
        table,
        "Field Type Description Valid Cups\nsize integer how big it is, 1 by default all\nlid string its lid MUG",
    ):
        draft, report = read(resource(sent=page), "discord")
        assert sent_by(draft) == {"size": "integer", "lid": "string"}
        assert set(codes(report)) == {"page-row-undecided"}


def test_a_type_does_not_begin_in_the_middle_of_a_word() -> None:
    draft, report = read(resource("NameTypeDescription\nMAIN_POINT4The main one\nSIDE5The side"), "discord")
    _, kinds = draft.schemas.values()
    assert isinstance(kinds.schema, Schema)
    assert kinds.schema.enum == (4, 5)
    assert codes(report) == []


SPACED = """\
Cups Resource

Cup Object

Cup Structure

Field Type
id snowflake
pots array of pot objects

Make Cup

POST
/shelves/{shelf.id}/cups

Makes a cup. Returns a cup object.

JSON Params

Field Type Description
name? string or null what to call it
cup_metadata? * cup metadata object said of the cup
flags array of flag objects Up to 10 of them
kinds array of cup kind Kinds to make
"""


def test_cells_joined_by_a_space_with_types_of_several_words() -> None:
    draft, report = read(SPACED, "discord")
    [made] = draft.operations
    assert (made.method, made.path, made.action and made.action.value) == (
        "POST",
        "/shelves/{shelf_id}/cups",
        "Make Cup",
    )
    assert sent_by(draft) == {
        "name": "string/null",
        "cup_metadata": "cup metadata",
        "flags": "array of flag",
        "kinds": "",
    }
    [cup] = draft.schemas.values()
    assert properties(cup.schema) == {"id": "string", "pots": "array of pot"}
    assert codes(report) == ["page-row-undecided"]


def test_a_page_whose_only_sign_is_a_table_that_lost_its_own_is_text() -> None:
    page = "Pots\n\nGet a pot\n\nGET /pots/{id}\n\nNameTypeDescription\nidintegerWhich pot\n"
    [parameter] = one(page, "generic").parameters
    assert (parameter.name, worded(parameter.schema)) == ("id", "integer")


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["together", "apart"])
def test_a_second_table_below_a_title_and_a_sentence_tells_of_something_else(gap: str) -> None:
    head, row = "AttributeTypeRequiredDescription", "recipestringyesWhat to brew, see below."
    lines = (
        *("Tea API", "Brew tea", "Brews a pot of tea.", "POST /pots", "Supported attributes:", f"{head}\n{row}"),
        *("Recipe options", "The recipe may have these options in it:", f"{head.replace('Attribute', 'Option')}"),
    )
    page = gap.join(lines) + "\nleavesintegernoHow many leaves.\n"
    if gap == "\n":
        page = page.replace("Recipe options", "Recipes are short.\nRecipe options")
    draft, _ = read(page, "gitlab")
    [brew] = draft.operations
    assert [entry.name for entry in brew.parameters] == ["recipe"]
