"""Text that lists operations one below the other: chapters, calls as they are sent, and rows without sentences."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Schema
from generator.readers.pages.formats.plain import upended
from generator.readers.pages.formats.plain.lines import Lines
from generator.readers.pages.profile import builtin
from tests.readers_pages.page_helpers import one, read

ROW = "| Name | Type | Description |\n|---|---|---|\n"


def said(page: str) -> list[tuple[str, str | None]]:
    draft, _ = read(page, "generic")
    return [
        (f"{entry.method} {entry.path}", entry.action.value if entry.action else None) for entry in draft.operations
    ]


def parameters(made: Operation) -> dict[str, tuple[str, bool | None, tuple[str, ...]]]:
    return {
        entry.name: (
            entry.place,
            entry.required.value if entry.required else None,
            entry.schema.types if isinstance(entry.schema, Schema) else (),
        )
        for entry in made.parameters
    }


@pytest.mark.parametrize("chapter", ["Cups", "Events", "Authentication"])
def test_the_title_of_a_chapter_is_no_name_of_its_first_operation(chapter: str) -> None:
    page = f"Tea API\n\nKettles\n\nGet Kettle\n\nGET /kettles/{{id}}\n\n{chapter}\n\nList {chapter}\n\nGET /cups\n"
    assert said(page) == [("GET /kettles/{id}", "Get Kettle"), ("GET /cups", f"List {chapter}")]
    draft, _ = read(page, "generic")
    assert not draft.operations[0].responses


def test_what_is_said_of_an_operation_is_no_title() -> None:
    page = "Tea API\n\nExport\n\nRequest an export of all the cups\n\nPOST /cups/export\n"
    assert said(page) == [("POST /cups/export", "Export")]


def test_a_route_that_is_said_once_more_below_its_operation() -> None:
    page = (
        "Tea API\n\nGet cup\n\nGET /cups/{id}\n\nResponses\n\n200\n\nThe cup\n\nGET /cups/{id}\n\n"
        "Drop cup\n\nDELETE /cups/{id}\n\nResponses\n\n204\n\nIt is gone\n\nDELETE /cups/{id}\n"
    )
    draft, _ = read(page, "generic")
    assert [
        (entry.method, entry.action and entry.action.value, [answer.status for answer in entry.responses])
        for entry in draft.operations
    ] == [("GET", "Get cup", ["200"]), ("DELETE", "Drop cup", ["204"])]


def test_calls_as_they_are_sent() -> None:
    page = (
        "Tea API\n\nMake cup\n\nPOST /cups\nContent-Type: application/x-www-form-urlencoded\n\nsize=3&lid=none\n\n"
        'Make lid\n\nPOST /lids\nContent-Type: application/json\n\n{"size": 3}\n\nList cups\n\nGET /cups?limit=3\n'
    )
    draft, _ = read(page, "generic")
    cup, lid, cups = draft.operations
    assert cup.body
    assert lid.body
    assert [content.media_type for content in cup.body.contents] == ["application/x-www-form-urlencoded"]
    assert [*parameters(cup)] == ["size", "lid"]
    assert [example.value for content in lid.body.contents for example in content.examples] == [{"size": 3}]
    assert [*parameters(cups)] == ["limit"]


def test_the_request_of_an_example_is_no_operation() -> None:
    page = (
        "Cups API\n\nGreet a cup\n\nGET /api/v1/cups\n\nGreets it.\n\nParameters\n\n"
        f'{ROW}| name | string | Which. |\n\nExample\n\nRequest\n\nGET /cups?name=a\n\nResponse\n\n{{"said": "hi"}}\n'
    )
    made = one(page, "generic")
    assert made.path == "/api/v1/cups"
    assert [len(content.examples) for answer in made.responses for content in answer.contents] == [1]


def test_rows_of_words_that_are_all_known() -> None:
    page = (
        "Tea API\n\nList cups\n\nGET /shelves/{id}/cups\n\nParameters\n\nName In Required Type Description\n"
        "id path required string\nsize query optional array\n\nHow tall.\n\nResponses\n\n204\n\nNone.\n"
    )
    assert parameters(one(page, "generic")) == {
        "id": ("path", True, ("string",)),
        "size": ("query", False, ("array",)),
    }


@pytest.mark.parametrize("media", ["application/json", "application/x-www-form-urlencoded"])
def test_rows_without_sentences_below_what_is_sent(media: str) -> None:
    page = (
        f"Tea API\n\nMake cup\n\nPOST /cups\n\nMakes one.\n\nRequest Body\n\nrequired\n{media}\n"
        "Property Type Required\nsize array optional\nlid string required\n"
    )
    made = one(page, "generic")
    assert made.body
    [content] = made.body.contents
    assert content.media_type == media
    if "form" in media:
        assert parameters(made) == {"size": ("form", False, ("array",)), "lid": ("form", True, ("string",))}
    else:
        assert isinstance(content.schema, Schema)
        assert (list(content.schema.properties), content.schema.required) == (["size", "lid"], ("lid",))


def test_the_cells_of_a_row_on_lines_of_their_own() -> None:
    page = (
        f"Cups API\nList cups\nGET /cups\nLists all of them.\nParameters\n{ROW}"
        "sort |\nstring |\nCan be either size\nor age.\n|\nlid (optional) |\nboolean | With lids. |\n"
        "rim |\nstring |\nWhich. |\nResponse\nStatus: 204 No Content\n"
    )
    made = parameters(one(page, "generic"))
    assert {name: types for name, (_, _, types) in made.items()} == {
        "sort": ("string",),
        "lid": ("boolean",),
        "rim": ("string",),
    }


def test_what_a_link_to_a_heading_says() -> None:
    page = (
        "Cups API\nGet a cup\nSection titled “Get a cup”Gets one by its id.\nGET /cups/{id}\n"
        "Path Parameters\nSection titled “Path Parameters”| Parameter | Type | Required | Description |\n"
        "|---|---|---|---|\nid | string | Yes | Which |\nExample Response\n"
        'Section titled “Example Response”{ "id": "a" }Status Codes\nSection titled “Status Codes”'
        "| Code | Description |\n|---|---|\n200 OK | The cup |\n404 Not Found | No cup |\n"
    )
    made = one(page, "generic")
    assert made.action
    assert made.action.value == "Get a cup"
    assert parameters(made) == {"id": ("path", True, ("string",))}
    assert [(answer.status, len(answer.contents)) for answer in made.responses] == [("200", 1), ("404", 0)]


def test_the_rows_of_a_glued_overview_are_no_routes() -> None:
    page = (
        "Tea API\n\nEndpoints\n\nMethodPathPermissionDescription\nGET/cups/selfUserGet your own cup\n"
        "DELETE/cups/{id}AdminDrop a cup\n\nGet your own cup\n\nGET /cups/self\nReturns the cup.\n"
    )
    assert said(page) == [("GET /cups/self", "Get your own cup")]


def test_labels_right_above_tables() -> None:
    page = (
        "Cups API\n\nMake Cup\n\nEndpoint: /cups\nMethod: POST\nDescription: Make a cup\nRequest data:\n"
        "Field Type Required\nsize string Yes\nlid boolean No\nResponse data:\nField Type\nid string\nage integer\n"
    )
    made = one(page, "generic")
    assert made.body
    sent, given = made.body.contents[0].schema, made.responses[0].contents[0].schema
    assert isinstance(sent, Schema)
    assert isinstance(given, Schema)
    assert not made.parameters
    assert (list(sent.properties), sent.required, list(given.properties)) == (["size", "lid"], ("size",), ["id", "age"])


@pytest.mark.parametrize(
    "table",
    [
        "| Name | In | Type | Required | Description |\n|---|---|---|---|---|\n"
        "| id | path | string | true | Which. |\n| dry | query | boolean | false | Only try. |\n",
        "Name In Type Required Description\nid path string true Which.\ndry query boolean false Only try.\n",
    ],
)
def test_rows_below_a_sample_of_the_body_that_are_sent_elsewhere(table: str) -> None:
    page = (
        "# Cups API\n\n## Change cup\n\n```\nPUT /cups/{id}\n```\n\n### Body\n\n"
        f'```json\n{{"size": 3}}\n```\n\n{table}'
    )
    text = page.replace("```json\n", "").replace("```\n", "").replace("#", "").replace("\n ", "\n")
    made = one(page if table[0] == "|" else text.strip() + "\n", "generic")
    assert {name: place for name, (place, _, _) in parameters(made).items()} == {"id": "path", "dry": "query"}
    assert made.body
    assert [len(content.examples) for content in made.body.contents] == [1]


@pytest.mark.parametrize("sign", ["- ", "  • "])
def test_entries_with_what_is_said_beside_their_names(sign: str) -> None:
    head = ("# ", "## ", "### ") if sign == "- " else ("", "", "")
    page = (
        f"{head[0]}Tea API\n\n{head[1]}Make a cup\n\nPOST /cups/{{id}}\n\nMakes one.\n\n{head[2]}Path Parameters\n\n"
        f"{sign}id: Which shelf.\n\n{head[2]}Query Parameters\n\n{sign}dry (optional): Only try.\n"
        f"{sign}limit (integer, required): How many.\n\n{head[2]}Response\n\n{sign}Status: 201 Created\n{sign}Body:\n\n"
        + ('```json\n{"id": 3}\n```\n' if sign == "- " else '{\n"id": 3\n}\n')
    )
    made = one(page, "generic")
    assert parameters(made) == {
        "id": ("path", True, ()),
        "dry": ("query", False, ()),
        "limit": ("query", True, ("integer",)),
    }
    assert [(answer.status, len(answer.contents)) for answer in made.responses] == [("201", 1)]


def test_routes_without_titles_and_tables_with_a_cell_a_line() -> None:
    page = (
        "GET /cups/:id\nReturns a cup by its id.\nName\nVisibility\nType\nAllowed Values\ninclude\noptional\nstring\n"
        "lids, rims\nCode\nDescription\n200\nThe request was successful.\n404\nThe cup was not found.\n"
        "POST /cups\nMakes a cup.\nField\nVisibility\nType\nDescription\nsize\nrequired\nstring\nHow tall.\n"
        "lid\noptional\nboolean\nWith a lid.\n"
    )
    draft, _ = read(page, "generic")
    shown, made = draft.operations
    assert [answer.status for answer in shown.responses] == ["200", "404"]
    assert parameters(shown)["include"] == ("query", False, ("string",))
    assert made.body
    schema = made.body.contents[0].schema
    assert isinstance(schema, Schema)
    assert (list(schema.properties), schema.required) == (["size", "lid"], ("size",))
    assert not made.responses


SAID_ABOVE = """Cups
Authorizations
AuthorizationstringRequired
Bearer authentication header of the form Bearer <token>.
Body
ownerstring · emailRequired
Whose cup it is
sizesstring[]Optional
Responses
201
Successful Response
application/json
422
Validation Error
application/json
post
/cupsAuthorizations
AuthorizationstringRequired
Bearer authentication header of the form Bearer <token>.
Responses
200Success
application/json
idintegerRequired
madestring · date-timeOptional
get
/cups/{id}

Last updated
"""


def test_routes_below_what_is_said_of_them() -> None:
    draft, _ = read(SAID_ABOVE, "generic")
    made, shown = draft.operations
    assert [(entry.method, entry.path) for entry in draft.operations] == [("POST", "/cups"), ("GET", "/cups/{id}")]
    assert made.body
    sent, given = made.body.contents[0].schema, shown.responses[0].contents[0].schema
    assert isinstance(sent, Schema)
    assert isinstance(given, Schema)
    owner, sizes = sent.properties.values()
    assert isinstance(owner, Schema)
    assert isinstance(sizes, Schema)
    assert (sent.required, owner.format, sizes.types) == (("owner",), "email", ("array",))
    assert owner.description
    assert (given.required, list(given.properties)) == (("id",), ["id", "made"])
    assert [
        (answer.status, answer.description and answer.description.value, [c.media_type for c in answer.contents])
        for answer in made.responses
    ] == [("201", "Successful Response", ["application/json"]), ("422", "Validation Error", ["application/json"])]
    assert all(entry.security for entry in draft.operations)


@pytest.mark.parametrize(
    ("words", "instead"),
    [("Last updated", "Responses\n200\nSuccess"), ("Cups\n", "GET /cups\n"), ("/cups", "cups")],
)
def test_routes_elsewhere_stay_where_they_are(words: str, instead: str) -> None:
    profile = builtin("generic")
    kept, turned = (Lines(text, "x", profile) for text in (SAID_ABOVE.replace(words, instead), SAID_ABOVE))
    assert upended.turned(kept) == kept.all
    assert upended.turned(turned) != turned.all
