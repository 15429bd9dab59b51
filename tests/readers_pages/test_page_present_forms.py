"""How the known sites write today: paths with the server's own, samples in a language's own literals, bare names."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Reference, Schema
from generator.readers.pages.facts import values
from generator.readers.pages.facts.urls import split_server, template
from generator.source import Json
from tests.readers_pages.page_helpers import one, read

ATTRIBUTES = "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"


def gitlab(below: str, route: str = "POST /cups") -> Operation:
    return one(f"# Cups API\n\n## Do it\n\n```plaintext\n{route}\n```\n\n{below}", "gitlab")


def discord(below: str, route: str = '<Route method="GET">/cups</Route>') -> Operation:
    return one(f"# Cups Resource\n\n## Do it\n{route}\n\n{below}", "discord")


def mastodon(below: str, returns: str = "Empty") -> Operation:
    page = "---\ntitle: cups API methods\n---\n\n## Do it {#do}\n\n```http\nPOST /api/v1/cups HTTP/1.1\n```\n\n"
    return one(f"{page}**Returns:** {returns}\\\n**OAuth:** User token\n\n{below}", "mastodon")


@pytest.mark.parametrize(
    ("route", "path"),
    [
        ("GET /api/v4/cups/:id", "/cups/{id}"),
        ("GET /cups/:id", "/cups/{id}"),
        ("GET /api/v4cups", "/api/v4cups"),
        ("GET /shelves/api/v4/cups", "/shelves/api/v4/cups"),
    ],
)
def test_a_path_may_begin_with_that_of_the_server(route: str, path: str) -> None:
    assert gitlab("All of it.", route).path == path


def test_a_server_is_taken_off_once() -> None:
    assert split_server("https://tea.example/v1/v1/cups", "https://tea.example/v1/") == (
        "https://tea.example/v1",
        "/v1/cups",
    )
    assert split_server("/v1/v1/cups", "https://tea.example/v1/") == ("", "/v1/cups")
    assert split_server("/cups", "https://tea.example") == ("", "/cups")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{id: 5, lid: nil}", {"id": 5, "lid": None}),
        ("[{ name: 'tall', tags: [undefined, True] }]", [{"name": "tall", "tags": [None, True]}]),
        ('{url: "http://a: b", "full": False, // all of it\n}', {"url": "http://a: b", "full": False}),
        ('{"said": "nil: True"}', {"said": "nil: True"}),
        ("{ cup { lid } }", None),
        ("{name}", None),
        ("{cup: lid}", None),
    ],
)
def test_a_sample_in_the_literals_of_another_language(text: str, value: Json) -> None:
    assert values.parsed_json(text) == value


def test_numbers_in_a_column_of_types_are_values() -> None:
    rows = "| Name | Type | Description |\n|---|---|---|\n| CHINA | 1 | thin |\n| CLAY | `1 << 2` | thick |\n"
    draft, _ = read(f"# Cups\n\n### Cup Object\n\n###### Cup Kinds\n\n{rows}", "discord")
    [kinds] = draft.schemas.values()
    assert isinstance(kinds.schema, Schema)
    assert (kinds.name, kinds.schema.enum, kinds.schema.enum_names) == ("Cup Kinds", (1, 4), ("CHINA", "CLAY"))
    rows = rows.replace("| 1 |", "| string |")
    draft, _ = read(f"# Cups\n\n### Cup Object\n\n###### Cup Structure\n\n{rows}", "discord")
    [cup] = draft.schemas.values()
    assert isinstance(cup.schema, Schema)
    assert [*cup.schema.properties] == ["CHINA", "CLAY"]


@pytest.mark.parametrize(
    "words",
    [
        "Returns array of [cup](/docs/resources/cup#cup-object) objects.",
        "Gives the first cups, returning an array of [cup](/docs/resources/cup#cup-object) objects on success.",
    ],
)
def test_a_list_that_is_returned_in_other_words(words: str) -> None:
    [answer] = discord(words).responses
    schema = answer.contents[0].schema
    assert isinstance(schema, Schema)
    assert (schema.types, isinstance(schema.items, Reference)) == (("array",), True)


def test_a_type_that_differs_by_case_and_a_default_in_brackets() -> None:
    made = discord(
        "###### JSON Params\n\n| Field | Type | Description |\n|---|---|---|\n"
        "| size? | integer for `TALL` cups, double for `WIDE` cups | its size |\n"
        "| full? | boolean | whether it is full (False by default) |\n",
        '<Route method="POST">/cups</Route>',
    )
    assert made.body
    schema = made.body.contents[0].schema
    assert isinstance(schema, Schema)
    size, full = schema.properties.values()
    assert isinstance(size, Schema)
    assert isinstance(full, Schema)
    assert (size.types, full.default) == (("integer", "number"), False)


def test_a_single_key_that_is_returned_and_its_values() -> None:
    made = mastodon("", "Hash with a single `state` key with a value of String (Enumerable, oneOf `hot`, or `cold`)")
    schema = made.responses[0].contents[0].schema
    assert isinstance(schema, Schema)
    state = schema.properties["state"]
    assert isinstance(state, Schema)
    assert (state.types, state.enum) == (("string",), ("hot", "cold"))


def test_values_between_which_one_is_to_choose() -> None:
    form = "##### Form data parameters\n\nunit\n: String (Enumerable oneOf). Specify whether to use `cup` or `pot`.\n"
    [unit] = mastodon(form).parameters
    assert unit.enum
    assert unit.enum.value == ("cup", "pot")


@pytest.mark.parametrize(
    ("words", "enum"),
    [
        (
            "Specify if it is `hot`, `cold` (left too long), `iced` on demand, or some `other` way.",
            "hot cold iced other",
        ),
        ("Specify whether it is `full`, or `empty` of tea, or `broken`.", ""),
        ("Specify if it leaks. Then `cold` is set, or `hot`.", ""),
    ],
)
def test_values_with_words_between_them(words: str, enum: str) -> None:
    [state] = mastodon(f"##### Form data parameters\n\nstate\n: String. {words}\n").parameters
    assert " ".join(map(str, state.enum.value if state.enum else ())) == enum


def test_a_type_that_belongs_to_one_that_belongs_to_another() -> None:
    heading = "## {0} attributes {{#{0}}}\n\n### `id` {{#{0}-id}}\n\n**Type:** String\\\n\n"
    names = ["Cup::Lid", "Cup::Lid::Knob"]
    page = "---\ntitle: Cup\n---\n\n## Attributes\n\n### `id` {#id}\n\n**Type:** String\\\n\n"
    draft, _ = read(page + "".join(map(heading.format, names)), "mastodon")
    assert [named.name for named in draft.schemas.values()] == ["Cup", *names]


def test_a_type_whose_fields_stand_behind_its_sample() -> None:
    field = "### `{}`\n\n**Description:** One.\\\n**Type:** {}\\\n**Version history:**\\\n1.0.0 - added\n\n"
    sample = '### Example\n\n```json\n{"cups": []}\n```\n\n'
    page = (
        "---\ntitle: Cup\n---\n\n## Attributes\n\n"
        + field.format("id", "String")
        + "## CupShelf entity {#CupShelf}\n\nCups.\n\n"
        + sample
        + field.format("cups", 'Array of [Cup]({{< relref "entities/Cup" >}})')
    )
    draft, _ = read(page, "mastodon")
    cup, shelf = draft.schemas.values()
    assert isinstance(cup.schema, Schema)
    assert isinstance(shelf.schema, Schema)
    assert (cup.name, [*cup.schema.properties]) == ("Cup", ["id"])
    assert (shelf.name, [*shelf.schema.properties]) == ("CupShelf", ["cups"])
    assert (len(cup.schema.examples), len(shelf.schema.examples)) == (0, 1)


def test_samples_under_labels_with_a_status() -> None:
    made = gitlab(
        'Success response (HTTP 201):\n\n```json\n{"id": 1}\n```\n\nExample error response (HTTP 422):\n\n'
        '```json\n{"message": "full"}\n```\n\nError response - user is no cook (HTTP 403):\n\n'
        '```json\n{"message": "no"}\n```\n'
    )
    assert [(answer.status, len(answer.contents[0].examples)) for answer in made.responses] == [
        ("201", 1),
        ("403", 1),
        ("422", 1),
    ]


def test_a_list_of_objects_and_values_that_are_set() -> None:
    made = gitlab(
        f"{ATTRIBUTES}| `lids` | array of objects | no | All lids. |\n"
        "| `state` | string | yes | Set to `hot` to heat it, or `cold` to cool it. |\n"
    )
    lids, state = made.parameters
    assert isinstance(lids.schema, Schema)
    assert isinstance(lids.schema.items, Schema)
    assert lids.schema.items.types == ("object",)
    assert state.enum
    assert state.enum.value == ("hot", "cold")


def test_labels_of_scopes_and_of_versions_in_other_words() -> None:
    page = (
        "---\ntitle: cups API methods\n---\n\n## Do it {#do}\n\n```http\nGET /api/v1/cups HTTP/1.1\n```\n\n"
        "**Returns:** Array of String\\\n**OAuth level:** App token + `read` or `follow`\\\n"
        "**Version:**\\\n1.0.0 - added\\\n2.0.0 - both `min_id` and `max_id` can be sent\n"
    )
    made = one(page, "mastodon")
    assert made.scopes
    assert made.scopes.value == ("read", "follow")


def test_capitals_in_braces_are_a_placeholder_already() -> None:
    naming = {"upper case": "camel"}
    assert template("/pots/{POT_ID}/cups/CUP_ID", "", ["upper case"], naming).path == "/pots/{POT_ID}/cups/{cupId}"
    assert template("/pots/{POT_ID}", "", ["braces", "upper case"], naming).path == "/pots/{POT_ID}"
