"""Pages in API Blueprint: headings with methods and paths, list entries with parameters, messages and types."""

from __future__ import annotations

import pytest

from generator.draft import Draft, Operation, Reference, Schema
from tests.readers_pages.page_helpers import codes, one, read

PAGE = """FORMAT: 1A
HOST: https://pots.example/v1/

# Pots API
All about pots.

# Group Pots
Everything that holds tea.

## Pot [/pots/{pot_id}{?with_lid}]
One pot.

+ Parameters
    + pot_id: `7` (number, required) - The pot

+ Attributes (Vessel)
    + id: 7 (number, required)

+ Model (application/hal+json)

    The pot and its links.

    + Headers

            X-Left: 3

    + Body

            {"id": 7}

### Get a pot [GET]
Gives one pot.

+ Parameters
    + with_lid (boolean, optional) - Whether to show the lid

        It is heavy.

        + Default: `true`

+ Request
    + Headers

            Authorization: Bearer abc
            X-Trace: 9

+ Response 200

    [Pot][]

+ Response 404 (application/json)

        {"error": "gone"}

### Change a pot [PATCH]
+ Request Name only (application/json)
    + Attributes
        + name (string, required) - Its name
        + finish: `matt` (enum[string], optional)
            + Members
                + `matt`
                + `glossy` - It shines
        + parts (array[Part], nullable)
        + size (object)
            + height: 12 (number)

    + Body

            {"name": "Brown Betty"}

+ Request (text/plain)

        Brown Betty

+ Response 204

## Fill all pots [POST /pots/fill]
#### What it does

Fills them.

+ Response 202
    + Attributes (array[Pot])

# Data Structures

## Vessel (object)
+ made: `2020-01-01` (string) - When
+ Include Marked

## Marked
+ mark (string)

## Part (enum)
+ lid
+ spout
"""


@pytest.fixture(scope="module")
def draft() -> Draft:
    made, report = read(PAGE)
    assert codes(report) == []
    return made


def operation(draft: Draft, action: str) -> Operation:
    return next(entry for entry in draft.operations if entry.action and entry.action.value == action)


def schema(found: Schema | Reference | None) -> Schema:
    assert isinstance(found, Schema)
    return found


def test_groups_resources_and_actions(draft: Draft) -> None:
    assert [(entry.method, entry.path) for entry in draft.operations] == [
        ("GET", "/pots/{pot_id}"),
        ("PATCH", "/pots/{pot_id}"),
        ("POST", "/pots/fill"),
    ]
    assert {entry.resource.value for entry in draft.operations if entry.resource} == {"Pots"}
    assert [(tag.name, tag.description) for tag in draft.tags] == [("Pots", "Everything that holds tea.")]
    assert [server.url for server in draft.servers] == ["https://pots.example/v1"]
    assert draft.title and draft.title.value == "Pots API"
    filled = operation(draft, "Fill all pots")
    assert filled.description and filled.description.value == "Fills them."


def test_parameters_of_resource_and_action(draft: Draft) -> None:
    made = operation(draft, "Get a pot").parameters
    said = [(p.name, p.place, p.required and p.required.value, p.default and p.default.value) for p in made]
    assert said == [
        ("pot_id", "path", True, None),
        ("with_lid", "query", False, True),
        ("X-Trace", "header", None, None),
    ]
    assert [example.value for example in made[0].examples] == [7]
    assert made[1].description and made[1].description.value == "Whether to show the lid It is heavy."
    assert [p.name for p in operation(draft, "Change a pot").parameters] == ["pot_id"]


def test_a_model_stands_for_an_answer(draft: Draft) -> None:
    ok, missing = operation(draft, "Get a pot").responses
    assert (ok.status, ok.contents[0].media_type, ok.contents[0].examples[0].value) == (
        "200",
        "application/hal+json",
        {"id": 7},
    )
    assert [header.name for header in ok.headers] == ["X-Left"]
    assert (missing.status, missing.contents[0].examples[0].value) == ("404", {"error": "gone"})


def test_bodies_of_several_media_types(draft: Draft) -> None:
    body = operation(draft, "Change a pot").body
    assert body and body.required and body.required.value
    by_media = {content.media_type: content for content in body.contents}
    assert by_media["text/plain"].examples[0].value == "Brown Betty"
    content = by_media["application/json"]
    assert content.examples[0].value == {"name": "Brown Betty"}
    made = schema(content.schema)
    assert (list(made.properties), made.required) == (["name", "finish", "parts", "size"], ("name",))
    assert schema(made.properties["finish"]).enum == ("matt", "glossy")
    assert schema(made.properties["finish"]).enum_descriptions == ("", "It shines")
    parts = schema(made.properties["parts"])
    assert parts.types == ("array", "null")
    assert isinstance(parts.items, Reference)
    assert parts.items.name == "Part"
    assert schema(schema(made.properties["size"]).properties["height"]).examples == (12,)


def test_types_of_the_page(draft: Draft) -> None:
    named = {entry.name: entry.schema for entry in draft.schemas.values()}
    assert list(named) == ["Pot", "Vessel", "Marked", "Part"]
    pot = schema(named["Pot"])
    assert [part.name for part in pot.all_of if isinstance(part, Reference)] == ["Vessel"]
    assert (list(pot.properties), pot.required) == (["id"], ("id",))
    assert [part.name for part in schema(named["Vessel"]).all_of if isinstance(part, Reference)] == ["Marked"]
    assert schema(named["Part"]).enum == ("lid", "spout")
    answer = schema(operation(draft, "Fill all pots").responses[0].contents[0].schema)
    assert isinstance(answer.items, Reference)
    assert answer.items.name == "Pot"


def test_credentials_shown_in_a_request(draft: Draft) -> None:
    security = operation(draft, "Get a pot").security
    assert security and security.value[0][0].scheme == "BearerAuth"
    assert [(scheme.kind, scheme.scheme) for scheme in draft.security_schemes] == [("http", "bearer")]
    assert operation(draft, "Change a pot").security is None


def test_the_older_notation() -> None:
    made = one(
        "# Cups [/cups?{since}]\n\n## List [GET]\n+ Parameters\n"
        "    + since (optional, string, `today`) ... From when on\n"
        "    + limit = `20` (optional, number) ... How many\n\n+ Response 200\n\n    [1]\n"
    )
    assert made.path == "/cups"
    since, limit = made.parameters
    assert [example.value for example in since.examples] == ["today"]
    assert since.description and since.description.value == "From when on"
    assert limit.default and limit.default.value == 20
    assert made.responses[0].contents[0].examples[0].value == [1]


def test_an_action_alone() -> None:
    made = one("# GET /cups/{id}\n+ Response 200 (text/plain)\n\n        Tea!\n")
    assert (made.method, made.path, made.action) == ("GET", "/cups/{id}", None)
    assert made.responses[0].contents[0].media_type == "text/plain"


def test_a_schema_printed_below_a_message() -> None:
    made = one(
        "# Make [POST /cups]\n+ Request (application/json)\n    + Schema\n\n"
        '            {"type": "object", "properties": {"size": {"type": "integer"}}, "required": ["size"]}\n\n'
        "+ Response 201\n"
    )
    assert made.body and made.body.required
    assert schema(made.body.contents[0].schema).required == ("size",)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("# Cups [GET]\n+ Response 200\n", "page-route-unread"),
        ("# Cups [GET /cups]\n+ Response fine\n\n+ Response 200\n", "page-route-unread"),
        ("# Cups [GET /cups]\n+ Response 200\n\n    [Cup][]\n", "page-example-unread"),
        ('# Cups [GET /cups]\n+ Response 200 (application/json)\n\n        {"a\n', "page-example-unread"),
        ("# Cups [GET /cups]\n+ Parameters\n    + size (number)\n\n+ Response 200\n", "page-parameter-unplaced"),
    ],
)
def test_what_cannot_be_read_is_a_finding(page: str, code: str) -> None:
    _, report = read(page)
    assert codes(report) == [code]


def test_other_pages_are_no_blueprints() -> None:
    draft, _ = read(
        "# Cups API\n\n## List [GET /cups] now\n\n```plaintext\nGET /cups\n```\n\n- Response 200\n", "gitlab"
    )
    assert [made.path for made in draft.operations] == ["/cups"]
