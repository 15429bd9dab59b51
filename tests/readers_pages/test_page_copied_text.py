"""Text as a browser copies it from a page: cells parted by tabs, lists without bullets, words without any marks."""

from __future__ import annotations

import pytest

from generator.draft import Reference, Schema
from tests.readers_pages.page_helpers import one, read

HEAD = "Attribute\tType\tRequired\tDescription\n"
SITE = "https://gitlab.example.com/api/v4"


def test_a_page_without_any_title_that_its_profile_knows() -> None:
    draft, _ = read(
        f"Cups API\n\nTier: Free, Premium\nOffering: All\n\nMake a cup\n\nMakes one.\n\nPOST /cups/:id\n\n{HEAD}"
        "id\tinteger\tyes\tWhich.\nsize\tinteger\tno\tHow big.\n\n"
        f'curl --header "PRIVATE-TOKEN: x" "{SITE}/cups/7" --form "size=7"\n\n{{\n  "id": 7,\n  ...\n}}\n\n'
        "Break a cup\n\nBreaks one.\n\nDELETE /cups/:id\n\n" + HEAD + "id\tinteger\tyes\tWhich.\n",
        "gitlab",
    )
    made, broken = draft.operations
    assert [(entry.action and entry.action.value, entry.path) for entry in (made, broken)] == [
        ("Make a cup", "/cups/{id}"),
        ("Break a cup", "/cups/{id}"),
    ]
    assert [(entry.place, entry.name) for entry in made.parameters] == [("path", "id"), ("form", "size")]
    [answer] = made.responses
    assert answer.contents[0].examples[0].value == {"id": 7}


def test_fields_with_their_names_on_lines_above_them_and_labels_in_lines() -> None:
    made = one(
        "cups API methods\n\nMake a cup\n\nPOST /api/v1/cups HTTP/1.1\n\nMakes one.\n\n"
        "Returns: Array of Status\nOAuth: User token + write:cups\nVersion history:\n1.0.0 - added\n\n"
        "Request\n\nForm data parameters\n\nname\nrequired String. What it is called.\nurl\nString. Where it is.\n\n"
        "Response\n\n200: OK\n\n[]\n",
        "mastodon",
    )
    assert [(entry.place, entry.name) for entry in made.parameters] == [("form", "name"), ("form", "url")]
    assert [bool(entry.required and entry.required.value) for entry in made.parameters] == [True, False]
    assert made.parameters[1].description and made.parameters[1].description.value == "Where it is."
    assert made.scopes and made.scopes.value == ("write:cups",)
    listed = made.responses[0].contents[0].schema
    assert isinstance(listed, Schema)
    assert listed.items is not None and not isinstance(listed.items, Schema)
    assert listed.items.name == "Status"


def test_statuses_a_line_each_and_in_sentences() -> None:
    made = one(
        "Cups API\n\nWash a cup\n\nIf it is broken, this request returns a 403 Forbidden status code.\n\n"
        f"PUT /cups/:id\n\n{HEAD}id\tinteger\tyes\tWhich.\n\nExample response:\n\n{{}}\n\n"
        "Returns the following status codes:\n\n200 OK: it is clean.\n404 Not Found: there is none.\n",
        "gitlab",
    )
    assert [(answer.status, len(answer.contents)) for answer in made.responses] == [("200", 1), ("403", 0), ("404", 0)]


def test_lines_that_a_shell_passes_to_a_call_belong_to_it() -> None:
    made = one(
        f"Cups API\n\nMake a cup\n\nPOST /cups\n\n{HEAD}size\tinteger\tyes\tHow big.\n\n"
        f'curl "{SITE}/cups" \\\n  --header "PRIVATE-TOKEN: x" \\\n  --data @- << EOF\n{{\n  "size": 7\n}}\nEOF\n\n'
        'Example response:\n\n{\n  "id": 1\n}\n',
        "gitlab",
    )
    assert made.body
    [content] = made.body.contents
    assert [example.value for example in content.examples] == [{"size": 7}]
    assert [example.value for example in made.responses[0].contents[0].examples] == [{"id": 1}]


CUPS = "Get a cup\n\nGives one cup.\n\nEndpoint\n\n{route}\n\nParameters\n\n{table}\n"
ROWS = (
    ("Parameter name", "Type", "Required", "Description"),
    ("id", "integer", "Yes", "Which cup it is"),
    ("in_colour", "string", "No", "How it is painted"),
)
FRAMED = "| Name | Type | Required | Default | Description |\n|---|---|---|---|---|\n"


def said(text: str) -> list[tuple[str, str, object, object, object]]:
    """What the parameters of the one operation of a page are."""
    return [
        (
            entry.place,
            entry.name,
            entry.required and entry.required.value,
            entry.schema.types if isinstance(entry.schema, Schema) else None,
            entry.description and entry.description.value,
        )
        for entry in one(text, "generic").parameters
    ]


WHOLE = [
    ("path", "id", True, ("integer",), "Which cup it is"),
    ("query", "in_colour", False, ("string",), "How it is painted"),
]


@pytest.mark.parametrize(
    "table",
    [
        "\n".join(" ".join(row) for row in ROWS),
        " ".join(" ".join(row) for row in ROWS),
        "\n".join("".join(row) for row in ROWS),
        "\n".join(cell for row in ROWS for cell in row),
        "\n\n".join(cell for row in ROWS for cell in row),
        FRAMED + "\n".join(f"| {' | '.join(row)} |" for row in ROWS[1:]),
    ],
    ids=["spaced", "one line", "glued", "a cell a line", "a cell a paragraph", "dropped cells"],
)
def test_a_table_that_lost_its_signs_without_a_profile_of_the_site(table: str) -> None:
    assert said(CUPS.format(route="GET /cups/{id}", table=table)) == WHOLE


def test_a_method_glued_to_its_path_and_a_name_to_its_mark() -> None:
    table = "NameTypeDescription\nidrequiredintegerWhich cup it is"
    assert said(CUPS.format(route="GET/cups/{id}", table=table)) == WHOLE[:1]


def test_a_name_in_one_word_is_not_taken_apart() -> None:
    page = CUPS.format(route="GET /cups/{id}", table="").replace(
        "Parameters", "Responses\n\nStatusTypeDescription\n200CupShapeThe cup."
    )
    [answer] = one(page, "generic").responses
    told = [content.schema.name for content in answer.contents if isinstance(content.schema, Reference)]
    assert told in (["CupShape"], [])
    assert answer.description is None or answer.description.value == "The cup."


def test_a_sentence_glued_to_its_route() -> None:
    draft, _ = read(
        "Cup Resource\nEndpoints\nList Cups\nGET/shelves/{shelf.id}/cupsReturns a list of cup objects for the shelf.\n"
        "Get Cup\nGET/shelves/{shelf.id}/cups/{cup.id}Returns a cup object for the given shelf and cup IDs.\n",
        "discord",
    )
    assert [(entry.path, entry.action and entry.action.value) for entry in draft.operations] == [
        ("/shelves/{shelf_id}/cups", "List Cups"),
        ("/shelves/{shelf_id}/cups/{cup_id}", "Get Cup"),
    ]
    [answer] = draft.operations[1].responses
    told = answer.contents[0].schema
    assert isinstance(told, Reference)
    assert told.name == "cup"


def test_a_sample_right_below_a_table_and_a_title_right_below_its_chapters() -> None:
    made = one(
        "Cups API\n\nAll about cups.\n\nCups of a shelf\n\nList cups\n\nIntroduced in 9.1.\n\n"
        "You can list the cups with this endpoint:\n\nGET /cups\n\nParameters:\n\n"
        'Attribute Type Required Description\nsize integer no How big\n{\n  "size": 7\n}\n',
        "gitlab",
    )
    assert made.action
    assert made.action.value == "List cups"
    assert [entry.name for entry in made.parameters] == ["size"]
    assert made.responses[0].contents[0].examples[0].value == {"size": 7}


BOXES = """cups

Show a cup
GET
https://mastodon.example/api/v1/cups/:id
Shows one of them.
Returns: Cup
OAuth: User token + read:cups
Version history:
2.1.0 - added
Path Parameters
{head}:id
string
Which of
them.
Headers
{head}Authorization
string
Bearer <user token>
Paint a cup
POST
https://mastodon.example/api/v1/cups
Paints one. Returns: Cup OAuth: User token + write:cups Version history: 2.1.0 - added
Request Body
{head}colour
string
One of red, green, or blue. Defaults to red.
{{
"id": "7",
"colour": "red"
}}
"""


@pytest.mark.parametrize("head", ["", "Name\nType\nDescription\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_name_a_type_and_what_is_said_on_lines_of_their_own(head: str, gap: str) -> None:
    page = BOXES.format(head=head)
    if gap != "\n":
        page = page.replace("string\n", "string\n\n").replace("\nstring", "\n\nstring")
    draft, _ = read(page, "mastodon")
    shown, painted = draft.operations
    assert [
        (entry.action and entry.action.value, entry.scopes and entry.scopes.value) for entry in (shown, painted)
    ] == [
        ("Show a cup", ("read:cups",)),
        ("Paint a cup", ("write:cups",)),
    ]
    [which] = shown.parameters
    assert which.description
    assert (which.name, which.description.value) == ("id", "Which of them.")
    [colour] = painted.parameters
    assert colour.enum
    assert colour.default
    assert (colour.place, colour.enum.value, colour.default.value) == ("form", ("red", "green", "blue"), "red")
    [content] = painted.responses[0].contents
    assert isinstance(content.schema, Reference)
    assert (content.schema.name, content.examples[0].value) == ("Cup", {"id": "7", "colour": "red"})


def test_a_sample_without_words_where_the_site_shows_answers() -> None:
    made = one(
        "# Cups API\n\n## Paint a cup\n\n```plaintext\nPOST /cups\n```\n\nParameters:\n\n"
        "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n| `size` | string | yes | Which |\n"
        '\n```json\n{"size": "XL"}\n```\n',
        "gitlab",
    )
    assert [(entry.place, entry.name) for entry in made.parameters] == [("form", "size")]
    assert made.responses[0].contents[0].examples[0].value == {"size": "XL"}


@pytest.mark.parametrize("above", ["Docs\n", "Home > API\n", "Docs\n\nAPI Reference\n\n", "Ctrl K\nMenu\n", "- Home\n"])
@pytest.mark.parametrize(
    ("page", "profile", "resource", "action"),
    [
        ("Cup Resource\nGet Cup\nGET\n/cups/{cup.id}\nReturns a cup object.\n", "discord", "Cup", "Get Cup"),
        ("Cups API\n\nGet a cup\n\nGET /cups/:id\n", "gitlab", "Cups", "Get a cup"),
        ("GET /cups/{id}\nReturns a cup.\n\nPath Parameters\nName | Type |\n---|---|\nid | string |\n", "", None, None),
    ],
)
def test_what_a_site_has_above_a_title(
    above: str, page: str, profile: str, resource: str | None, action: str | None
) -> None:
    made = one(above + page, profile)
    assert (made.resource and made.resource.value) == resource
    assert (made.action and made.action.value) == action


def test_an_operation_without_any_title_is_one_of_its_own() -> None:
    table = "Attribute | Type | Required | Description |\n---|---|---|---|\nid |\ninteger | yes | Which one |\n"
    draft, _ = read(
        f"Cups API\nShow a cup\nShows one.\nGET /cups/:id\n{table}"
        f'Example response:\n{{\n"id": 7\n}}\nBreaks one.\nDELETE /cups/:id\n{table}',
        "gitlab",
    )
    assert [(entry.method, entry.action and entry.action.value) for entry in draft.operations] == [
        ("GET", "Show a cup"),
        ("DELETE", None),
    ]


def test_a_page_from_a_tool_that_shows_sources() -> None:
    source = (
        "# Cups API\n\n## Show a cup\n\nShows\none.\n\n```plaintext\nGET /cups/:id\n```\n\n"
        "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n| `id` | integer | yes | Which |\n\n"
        'Example response:\n\n```json\n{\n"id": 7\n}\n```\n'
    )
    shown = "".join(f"\n|\n|\n{line}" if line else "\n|\n|" for line in source.split("\n"))
    whole, viewed = one(source, "gitlab"), one(f"23 lines\n1.1 KiB\nMarkdown{shown}\n|\n", "gitlab")
    assert viewed.action == whole.action
    assert viewed.parameters == whole.parameters
    assert viewed.description == whole.description
    assert [content.examples for answer in viewed.responses for content in answer.contents] == [
        content.examples for answer in whole.responses for content in answer.contents
    ]


def test_routes_above_what_is_said_of_them() -> None:
    page = (
        "Cups API\nEndpoints\nGET /cups\nPurpose: List cups\nLists all of them.\nAuthentication: Bearer token.\n"
        "POST /cups\nPurpose: Make a cup\nMakes one.\nAuthentication: Bearer token.\n"
    )
    draft, _ = read(page, "generic")
    assert [
        (entry.method, entry.description and "Lists all" in entry.description.value) for entry in draft.operations
    ] == [
        ("GET", True),
        ("POST", False),
    ]


def test_a_sentence_glued_to_a_path_below_its_method() -> None:
    page = "List cups\nGET\n/v1/cupsGet all the cups there are\nQuery Parameters\nsize\ninteger\nHow big\n"
    made = one(page + "GET /v1/cups\ncurl https://cups.example/v1/cups\n", "generic")
    assert made.action
    assert (made.path, made.action.value, [entry.name for entry in made.parameters]) == (
        "/v1/cups",
        "List cups",
        ["size"],
    )


def test_titles_glued_to_sentences_and_above_what_is_said_of_values() -> None:
    draft, _ = read(
        "Cup Object\nUsed to drink.Cup Structure\n| Field | Type | Description |\n|---|---|---|\n"
        "| id | snowflake | the id of the cup |\n| type | integer | the type of the cup |\nCup Types\n"
        "These do not include glasses. See there.\n| Value | Name | Description |\n|---|---|---|\n"
        "| 1 | Small | A small one |\n| 2 | Tall | A tall one |\nGet Cup\nGET/cups/{cup.id}\nReturns a cup object.\n",
        "discord",
    )
    cup, kinds = draft.schemas.values()
    assert isinstance(cup.schema, Schema)
    assert isinstance(kinds.schema, Schema)
    assert (cup.name, list(cup.schema.properties)) == ("Cup", ["id", "type"])
    assert (kinds.name, kinds.schema.enum, kinds.schema.enum_names) == ("Cup Types", (1, 2), ("Small", "Tall"))


def test_scopes_and_types_that_words_go_on_from() -> None:
    made = one(
        "cups API methods\n\nMake a cup\n\nPOST /api/v1/cups HTTP/1.1\n\nMakes one.\n\n"
        "Returns: Cup. When it is late, nothing comes back.\nOAuth: User token + write:cups for tall cups\n"
        "Version history:\n1.0.0 - added\n\nRequest\n\nForm data parameters\n\n"
        "size\nString. Enumerable oneOf small, tall.\n\n"
        "Response\n\n200: OK\n\n{}\n",
        "mastodon",
    )
    assert made.scopes
    assert made.scopes.value == ("write:cups",)
    assert isinstance(made.responses[0].contents[0].schema, Reference)
    assert made.responses[0].contents[0].schema.name == "Cup"
    assert made.parameters[0].enum
    assert made.parameters[0].enum.value == ("small", "tall")


def test_entries_with_a_name_a_type_and_marks_and_answers_as_entries() -> None:
    made = one(
        "Get a cup\n\nGET /cups/{id}\n\nPath parameters\n\n  • id string Required\n\n"
        "    Which one it is.\n\n    It is short.\n\n"
        "Query parameters\n\n  • size integer\n\n    How big.\n\n"
        "Responses\n\n  • 200 application/json\n\n    The cup.\n\n"
        "    • name string\n\n      What it is called.\n\n    • made string(date-time) Required\n\n      When.\n\n"
        "  • 404 application/json\n\n    There is none.\n\n    • message string Required\n\n      Why.\n",
        "generic",
    )
    assert [(entry.place, entry.name, entry.description and entry.description.value) for entry in made.parameters] == [
        ("path", "id", "Which one it is. It is short."),
        ("query", "size", "How big."),
    ]
    told = {answer.status: answer.contents[0].schema for answer in made.responses}
    cup, problem = told["200"], told["404"]
    assert isinstance(cup, Schema)
    assert isinstance(problem, Schema)
    assert (list(cup.properties), cup.required) == (["name", "made"], ("made",))
    assert (list(problem.properties), problem.required) == (["message"], ("message",))


def test_fields_that_a_colon_sets_off_where_no_section_is_left() -> None:
    draft, _ = read(
        "GET /api/v1/cups/:id HTTP/1.1\nShows one.\nReturns: Cup\\\nOAuth: User token + read:cups\n\\\n"
        "Version history:\\\n2.1.0 - added\n:id : {{}} String. Which one.\n"
        "Authorization\n: {{}} Provide this header with Bearer <user token>\n"
        'to be let in.\nIt is yours\n{\n"id": "7"\n}\nPOST /api/v1/cups HTTP/1.1\nMakes one.\nReturns: Cup\\\n'
        "OAuth: User token + write:cups\nVersion history:\n2.1.0 - added\n"
        "size\n: String. One of small\n, tall\n, or wide\n. Defaults to tall\n.\n",
        "mastodon",
    )
    shown, made = draft.operations
    assert [(entry.place, entry.name) for entry in shown.parameters] == [("path", "id")]
    assert [operation.scopes and operation.scopes.value for operation in draft.operations] == [
        ("read:cups",),
        ("write:cups",),
    ]
    [size] = made.parameters
    assert size.enum
    assert size.default
    assert (size.place, size.name, size.enum.value, size.default.value) == (
        *("form", "size"),
        ("small", "tall", "wide"),
        "tall",
    )
