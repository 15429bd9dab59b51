"""Pages of the known sites as scrapers leave them: rules of tables as the only signs, heads glued to what is above."""

from __future__ import annotations

import pytest

from generator.draft import Draft, Schema
from tests.readers_pages.page_helpers import codes, one, read

SCRAPED = """\
Cups API
DETAILS:
Tier: Free, Premium
Status: Experiment
Use this API to fill cups.
Permissions and roles
Users with a kitchen may fill cups.
Fill a cup
Fills a cup to its rim.
PUT /api/v4/cups/:id/fill
Supported attributes:
| Attribute | Type | Required | Description |
|---|---|---|---|
id | integer | yes | The ID of the cup. |
drink | string | no | What to fill it with. |
Example request:
curl --request PUT --header "PRIVATE-TOKEN: <your_access_token>" \\
--url "https://gitlab.example.com/api/v4/cups/1/fill"
Example response:
{
"id": 1,
"drink": "tea"
}
Can return the following status codes:
- 200 OK: The cup is full.
- 404 Not Found: There is no such cup.
Empty a cup
Empties a cup.
DELETE /api/v4/cups/:id
| Attribute | Type | Required | Description |
|---|---|---|---|
id | integer | yes | The ID of the cup. |
"""
ENTITY = """\
Kettle
Attributes

id

Description: What it is called by.
Type: String
Version history:
1.0.0 - added

uses

Description: What for.
Type: Array of String
Version history:
1.0.0 - added

Example
{
"id": "k1"
}
Version history:
"""


def facts(draft: Draft) -> list[tuple[str, ...]]:
    """What is told of each operation."""
    return [
        (
            operation.method,
            operation.path,
            operation.action.value if operation.action else "",
            *(f"{parameter.place} {parameter.name}" for parameter in operation.parameters),
            *(response.status for response in operation.responses),
        )
        for operation in draft.operations
    ]


EXPECTED = [
    ("PUT", "/cups/{id}/fill", "Fill a cup", "path id", "form drink", "200", "404"),
    ("DELETE", "/cups/{id}", "Empty a cup", "path id"),
]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(SCRAPED, id="as it is"),
        pytest.param(SCRAPED.replace("\n| Attr", "| Attr"), id="heads behind what is above"),
        pytest.param(SCRAPED.replace('fill"\n', 'fill"'), id="labels behind calls"),
        pytest.param(SCRAPED.replace("id | integer", "id |\ninteger"), id="first cells on lines of their own"),
    ],
)
def test_text_with_rules_of_tables_as_its_only_signs(page: str) -> None:
    draft, report = read(page, "gitlab")
    assert facts(draft) == EXPECTED
    assert codes(report) == []


def test_a_page_with_signs_inside_its_lines_is_markdown() -> None:
    page = "Fill a cup\n\n`PUT /cups/:id`\n\n| Attribute | Type |\n|---|---|\n| `id` | integer |\n"
    draft, _ = read(page, "gitlab")
    assert draft.operations == ()


def test_the_title_above_a_table_of_values_names_their_type() -> None:
    page = (
        "Cups Resource\nCup Flags\n| Flag | Value | Description |\n|---|---|---|\nHOT | 1 << 0 | mind it |\n"
        "COLD | 1 << 3 | too late |\nGet Cup\nGET /cups/{cup.id}\nReturns a cup object.\n"
    )
    draft, _ = read(page, "discord")
    [flags] = draft.schemas.values()
    assert flags.name == "Cup Flags"
    assert isinstance(flags.schema, Schema)
    values = flags.schema.any_of[0]
    assert isinstance(values, Schema)
    assert values.enum == (1, 8)


def test_names_that_bear_the_signs_of_notes_and_rows_that_end_like_a_title() -> None:
    page = (
        "Cups Resource\n\nMake Cup\n\nPOST /cups\n\nThis endpoint supports the X-Kitchen-Reason header.\n\n"
        "JSON Params\n\n"
        "Field\tType\tDescription\nname\tstring\tits name\ncup_metadata? *\tobject\tthe cup metadata\n"
        "size\tinteger\tits size\n"
    )
    draft, _ = read(page, "discord")
    [made] = draft.operations
    assert made.body
    schema = made.body.contents[0].schema
    assert isinstance(schema, Schema)
    assert [*schema.properties] == ["name", "cup_metadata", "size"]
    assert [parameter.name for parameter in made.parameters] == ["X-Kitchen-Reason"]


@pytest.mark.parametrize("page", [ENTITY, ENTITY.replace("\n\n", "\n")], ids=["apart", "together"])
def test_names_of_fields_on_lines_of_their_own(page: str) -> None:
    draft, _ = read(page, "mastodon")
    [kettle] = draft.schemas.values()
    assert isinstance(kettle.schema, Schema)
    assert [*kettle.schema.properties] == ["id", "uses"]
    uses = kettle.schema.properties["uses"]
    assert isinstance(uses, Schema)
    assert uses.types == ("array",)


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["apart", "together"])
def test_what_is_said_of_fields_ends_where_the_answer_begins(gap: str) -> None:
    lines = (
        *("cups API methods", "Fill a cup", "POST /api/v1/cups/:id/fill HTTP/1.1", "Returns: Cup\nOAuth: User token"),
        *("Path parameters", ":id", "required String. The ID of the cup.", "Form data parameters", "drink"),
        *("String. What to fill it with.", "Response", "200: OK", '{\n"id": "1"\n}', "401: Unauthorized", "No."),
        *(
            "Empty a cup",
            "DELETE /api/v1/cups/:id HTTP/1.1",
            "Returns: Empty\nOAuth: User token",
            "Response",
            "200: OK",
        ),
    )
    draft, _ = read(gap.join(lines) + "\n", "mastodon")
    fill, empty = draft.operations
    assert [(entry.place, entry.name) for entry in fill.parameters] == [("path", "id"), ("form", "drink")]
    assert [response.status for response in fill.responses] == ["200", "401"]
    assert (empty.method, empty.path) == ("DELETE", "/api/v1/cups/{id}")


def test_a_route_and_links_in_a_page_that_a_browser_saved() -> None:
    page = (
        "<html><body><main><h1>Cups Resource</h1><h2>Make Cup</h2><div><span>POST</span> <span>/shelves/{shelf.id}/cups"
        '</span></div><p>Returns a <a href="/developers/docs/resources/cup#cup-object">cup</a> object.</p>'
        "<h6>JSON Params</h6><table><tr><th>Field</th><th>Type</th></tr><tr><td>id?</td><td>snowflake</td></tr></table>"
        "</main></body></html>"
    )
    draft, report = read(page)
    [made] = draft.operations
    assert (made.method, made.path) == ("POST", "/shelves/{shelf_id}/cups")
    assert made.body and made.responses[0].contents
    assert [finding.message for finding in report if finding.code == "page-profile"] == ["profile discord: recognised"]


def test_a_damaged_head_without_names_gives_no_rows() -> None:
    page = (
        "Kettles Actions\n\nGet\n\nMethod And Url\n\nGET https://api.losant.com/kitchens/KITCHEN_ID/kettles\n\n"
        "Request Path Components\n\nDescriptionExample\n00000TCHEN_IDID of the kitchen575ec8687ae143cd83dc4a97\n"
    )
    made = one(page, "losant")
    assert [entry.name for entry in made.parameters] == ["kitchenId"]
