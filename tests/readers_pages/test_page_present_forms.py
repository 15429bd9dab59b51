"""How the known sites write today: paths with the server's own, samples in a language's own literals, bare names."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Reference, Schema
from generator.readers.pages.notation import values
from generator.readers.pages.notation.urls import split_server, template
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


def test_a_sample_call_may_send_json_in_a_delete() -> None:
    call = """```shell\ncurl --request DELETE --url "/api/v4/cups" --data '{"lid": "blue"}'\n```\n"""
    operation = gitlab(f"{ATTRIBUTES}| `lid` | string | yes | Its lid. |\n\n{call}", "DELETE /cups")
    assert operation.parameters == ()
    assert operation.body and [content.media_type for content in operation.body.contents] == ["application/json"]


def test_a_sample_call_alone_does_not_move_what_the_site_sends_in_the_body() -> None:
    call = "```shell\ncurl --request PUT --url 'https://gitlab.example.com/api/v4/projects/5/cups?lid[]=blue'\n```\n"
    rows = f"{ATTRIBUTES}| `id` | integer | yes | The project. |\n| `lid` | array of strings | yes | Its lids. |\n"
    operation = one(f"# Cups API\n\n## Do it\n\nChange it.\n\n{rows}\n{call}", "gitlab")
    assert [(entry.place, entry.name) for entry in operation.parameters] == [("path", "id"), ("form", "lid")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('[\n  {"id": 1, "tags": ["a", "]"]},\n  {\n    ...\n  }\n', [{"id": 1, "tags": ["a", "]"]}, {}]),
        ('{"id": 1, "lid": {"colour": "blue"}', {"id": 1, "lid": {"colour": "blue"}}),
        ('{"id": 1, "lid": "blue"', None),
        ('{"id": 1}]', None),
    ],
)
def test_a_sample_may_lack_its_last_brackets(text: str, value: Json) -> None:
    assert values.parsed_json(text) == value


def test_a_sample_may_be_told_by_what_it_includes() -> None:
    shown = 'This example response includes:\n\n- A cup with a `lid`.\n\n```json\n{"lid": "blue"}\n```\n'
    operation = gitlab(f'Example response:\n\n```json\n{{"lid": null}}\n```\n\n### With a lid\n\nSee how.\n\n{shown}')
    assert [example.value for example in operation.responses[0].contents[0].examples] == [
        {"lid": None},
        {"lid": "blue"},
    ]


@pytest.mark.parametrize(
    ("sentence", "methods"),
    [
        ("If a shelf is private, requests to that shelf returns a `404 Not Found` status code.", ["GET", "PUT"]),
        ("If it is private, requests to the private shelf return a `404 Not Found` status code.", ["GET", "PUT"]),
        ("If a shelf is private, a `GET` request on that shelf results in a `404` status code.", ["GET"]),
        ("A request that has no token is told so with `404`.", []),
    ],
)
def test_a_page_says_how_all_its_requests_may_be_answered(sentence: str, methods: list[str]) -> None:
    routes = "".join(f"## {way} it\n\n```plaintext\n{way} /cups\n```\n\n" for way in ("GET", "PUT"))
    draft, _ = read(f"# Cups API\n\nAll of them.\n\n{sentence}\n\n{routes}", "gitlab")
    told = {operation.method: operation.responses for operation in draft.operations}
    assert [method for method, responses in told.items() if "404" in {one.status for one in responses}] == methods
    said = [one.description.value for responses in told.values() for one in responses if one.description]
    assert said == [sentence] * len(methods)


def test_what_an_operation_says_of_a_status_is_not_said_again() -> None:
    page = "# Cups API\n\nRequests to that shelf return a `404` error.\n\n## Do it\n\n```plaintext\nGET /cups\n```\n\n"
    operation = one(f"{page}Returns:\n\n- `404 Not Found` if there is none\n", "gitlab")
    assert [(one.status, one.description.value) for one in operation.responses if one.description] == [
        ("404", "Not Found if there is none")
    ]


@pytest.mark.parametrize(
    ("sentence", "media"),
    [
        ("Gets the cups. Response is a CSV file with the header `lid`.", "text/csv"),
        ("Returns a PNG image of the cup.", "image/png"),
        ("Accepts a CSV file of cups.", None),
    ],
)
def test_a_file_is_returned(sentence: str, media: str | None) -> None:
    responses = discord(sentence).responses
    assert [(one.status, [content.media_type for content in one.contents]) for one in responses] == (
        [("200", [media])] if media else []
    )


def test_numbers_that_are_no_statuses_are_the_values_of_a_type() -> None:
    rows = "| Code | Name | Description |\n|---|---|---|\n| 0 | UNSAID | none |\n| 1 | DONE | whole |\n"
    draft, _ = read(
        f'# Cups Resource\n\n## Do it\n<Route method="GET">/cups</Route>\n\n###### Status Codes\n\n{rows}', "discord"
    )
    [codes_of_it] = draft.schemas.values()
    assert isinstance(codes_of_it.schema, Schema)
    assert (codes_of_it.name, codes_of_it.schema.enum, codes_of_it.schema.enum_names) == (
        "Status Codes",
        (0, 1),
        ("UNSAID", "DONE"),
    )
    assert draft.operations[0].responses == ()


def test_a_row_may_stand_for_all_other_fields() -> None:
    rows = "| Field | Type | Description |\n|---|---|---|\n| lid | string | its lid |\n| \\* | integer | sizes |\n"
    operation = discord(f"Change it.\n\n### JSON Params\n\n{rows}", '<Route method="PUT">/cups</Route>')
    assert operation.body
    schema = operation.body.contents[0].schema
    assert isinstance(schema, Schema) and [*schema.properties] == ["lid"]
    assert isinstance(schema.additional_properties, Schema) and schema.additional_properties.types == ("integer",)


def test_a_status_stands_before_the_name_of_an_error() -> None:
    operation = discord(
        "Returns nothing.\n\n<Info>\nCups unknown to us will return a 404 UNKNOWN_CUP error.\n</Info>\n"
    )
    assert [response.status for response in operation.responses] == ["2XX", "404"]


def test_a_label_alone_is_a_link_where_its_target_is_given() -> None:
    said = "Make it with [`Client::make`] or [this][x], not [`this`].\n\n"
    noted = "<Info>\nSee [`Client::make`] in `a[Client]`.\n</Info>\n\n"
    ends = "{/* made */}\n[`Client::make`]: https://tea.example/client#make\n[x]: https://tea.example/x\n"
    operation = discord(f"{said}{noted}```\n[`Client::make`]\n```\n\n{ends}")
    assert operation.description
    assert (
        operation.description.value
        == "Make it with `Client::make` or this, not [`this`].\n\nSee `Client::make` in `a[Client]`."
    )


@pytest.mark.parametrize(
    ("comment", "left"),
    [("{/* made */}", ""), ("{/* made\n\nby hand\n*/}", ""), ("{/* open", "\n\n{/* open And so on.")],
)
def test_a_comment_is_no_prose(comment: str, left: str) -> None:
    operation = discord(f"Makes it.\n\n{comment}\nAnd so on.\n")
    assert operation.description
    assert operation.description.value == (f"Makes it.{left}" if left else "Makes it.\n\nAnd so on.")


@pytest.mark.parametrize(
    ("type_", "words", "enum", "default"),
    [
        ("string", "Limit by visibility `public`, `internal`, or `private`.", ("public", "internal", "private"), None),
        ("string", "'Return `opened`, `closed`, or `all` cups.'", ("opened", "closed", "all"), None),
        ("string", "Return the `lid` and the `rim` of a cup.", (), None),
        ("array of strings", "Which. Default is `[title]`.", (), ["title"]),
        ("array of strings", "Which. Default is `[title, lid]`.", (), ["title", "lid"]),
    ],
)
def test_values_in_the_words_of_today(type_: str, words: str, enum: tuple[str, ...], default: Json) -> None:
    [entry] = gitlab(f"{ATTRIBUTES}| `show` | {type_} | no | {words} |\n", "GET /cups").parameters
    assert (entry.enum.value if entry.enum else ()) == enum
    assert (entry.default.value if entry.default else None) == default


def test_a_second_table_of_an_answer_says_what_stands_inside() -> None:
    head = "| Attribute | Type | Description |\n|---|---|---|\n"
    rows = f"{head}| `url` | string | Where. |\n| `lids[]` | array | All. |\n\n"
    inner = "| `lids[]` attribute | Type | Description |\n|---|---|---|\n| `made_at` | date | When. |\n"
    said = "If successful, returns [`200`](x.md) and the following\nresponse attributes:\n\n"
    [answer] = gitlab(f"{said}{rows}{inner}", "GET /cups").responses
    schema = answer.contents[0].schema
    assert isinstance(schema, Schema) and [*schema.properties] == ["url", "lids"]
    lids = schema.properties["lids"]
    assert isinstance(lids, Schema) and isinstance(lids.items, Schema) and [*lids.items.properties] == ["made_at"]


def test_a_sentence_above_a_sample_says_which_error_it_is_of() -> None:
    rows = f"{ATTRIBUTES}| `lid` | string | yes | Its lid. |\n\n"
    said = "Returns it with `201 Created`. If it fails, a `400 Bad Request` is returned with a message:\n\n"
    shown = '```json\n{"id": 1}\n```\n\n' + said + '```json\n{"message": "no lid"}\n```\n'
    answers = gitlab(f"{rows}{shown}").responses
    assert [
        (one.status, [shown.value for content in one.contents for shown in content.examples]) for one in answers
    ] == [
        ("201", [{"id": 1}]),
        ("400", [{"message": "no lid"}]),
    ]


def test_a_page_may_say_which_scope_a_token_needs() -> None:
    said = "For use with a token,\nuse one with `read_cups` scope.\n\n"
    scopes = one(f"# Cups API\n\n{said}## Do it\n\n```plaintext\nGET /cups\n```\n", "gitlab").scopes
    assert scopes and scopes.value == ("read_cups",)


def test_the_list_of_something_is_a_list() -> None:
    page = "# Cups API\n\n## Do it\n\nGet the list of cups.\n\n```plaintext\nGET /cups\n```\n"
    [answer] = one(page, "gitlab").responses
    assert [getattr(content.schema, "types", ()) for content in answer.contents] == [("array",)]


def test_who_offers_a_page_is_no_prose() -> None:
    offered = "DETAILS:\n**Tier:** Free, Premium\n**Offering:** GitLab.com\n\n"
    draft, _ = read(
        f"# Cups API\n\n{offered}All cups.\n\n## Do it\n\n{offered}Does it.\n\n```plaintext\nGET /cups\n```\n", "gitlab"
    )
    assert draft.description and draft.description.value == "All cups."
    [operation] = draft.operations
    assert operation.description and operation.description.value == "Does it."
