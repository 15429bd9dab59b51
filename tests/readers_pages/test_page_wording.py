"""What sentences, lists and second tables say of parameters, answers and credentials."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Parameter, Reference, Schema
from tests.readers_pages.page_helpers import codes, one, read

TABLE = "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"


def operation(below: str, route: str = "POST /cups") -> Operation:
    return one(f"# Cups API\n\n## Do it\n\n```plaintext\n{route}\n```\n\n{below}", "gitlab")


def parameter(words: str, name: str = "size", kind: str = "string") -> Parameter:
    made = operation(f"{TABLE}| `{name}` | {kind} | no | {words} |\n").parameters
    assert len(made) == 1
    return made[0]


def test_text_is_no_default_that_a_sentence_counts_and_a_list_has_one_of_one_entry() -> None:
    assert parameter("Since when. Default is 3 months ago.").default is None
    kept = parameter("How many. Default is 3.", kind="integer").default
    assert kept and kept.value == 3
    listed = parameter("Which tiers. Default is `production`.", kind="array of strings").default
    assert listed and listed.value == ["production"]


def test_words_are_not_all_that_a_number_or_text_may_be() -> None:
    made = parameter("`true` or `false` to enable/disable, or an integer for percentage", kind="integer or string")
    assert made.enum is None
    assert isinstance(made.schema, Schema)
    assert made.schema.enum is None


@pytest.mark.parametrize("profile", ["gitlab", "generic"])
@pytest.mark.parametrize(
    ("title", "above", "deprecated"),
    [
        ("Cups API", "This feature was [deprecated](x.md) in version 7.", True),
        ("Cups API", "> **Warning:** All endpoints on this page are deprecated and will go.", True),
        ("Cups API (deprecated)", "About cups.", True),
        ("Cups API", "The `lid` attribute is deprecated.", False),
        ("Cups API", "The API v3 was deprecated in favour of v4.", False),
    ],
)
def test_a_page_says_above_its_operations_that_all_are_deprecated(
    profile: str, title: str, above: str, deprecated: bool
) -> None:
    made = one(f"# {title}\n\n{above}\n\n## List cups\n\nAll of them.\n\n```plaintext\nGET /cups\n```\n", profile)
    assert bool(made.deprecated) is deprecated


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Return only `full` or `empty` cups", ("full", "empty")),
        ("The order, either `up` (default) for rising or `down` for falling sizes.", ("up", "down")),
        ("What becomes of it (fill\\|empty)", ("fill", "empty")),
        ("It is named (see the page on cups)", None),
        ("Return `all` cups or just those that are `full` or `empty`", ("all", "full", "empty")),
        ("One of `small` (default), `large`, or `huge`.", ("small", "large", "huge")),
        ("Sorted by `age`, `size`, `name` fields. Default is `age`", ("age", "size", "name")),
        ("Only `small` and `large` sizes allowed.", ("small", "large")),
        ("Only the `small` ones", None),
        ("A picture in `.png` or `.ico` format", None),
        ("Its key; only `A-Z`, `a-z` and `_` are allowed.", None),
        ("The kind. Available kinds are: `cup` (default), `pot`, and `mug`.", ("cup", "pot", "mug")),
        ("The supported kinds are `cup` (gone in version 3) and `pot`.", ("cup", "pot")),
        ("What to do with it, `fill`, `drink`, `wash`", ("fill", "drink", "wash")),
        ("Its name, for example, `a`, `b`, `c`", None),
        ("Its kind: `a`, `b`, `c`. Defaults to `a`.", ("a", "b", "c")),
        ("The kind (only `cup` is supported).", ("cup",)),
    ],
)
def test_accepted_values(words: str, values: tuple[str, ...] | None) -> None:
    enum = parameter(words).enum
    assert (enum.value if enum else None) == values


@pytest.mark.parametrize(
    ("words", "default"),
    [
        ("One of `small` (default), or `large`.", "small"),
        ("The finish (defaults to plain)", "plain"),
        ("The finish. This is matt by default.", "matt"),
        ("The finish. This is disabled by default.", None),
        ("The zone, defaults to UTC if not provided.", "UTC"),
        ("The time (defaults to current time in UTC)", None),
        ("The owner (defaults to none)", None),
        ("Defaults to never", None),
    ],
)
def test_defaults(words: str, default: str | None) -> None:
    said = parameter(words).default
    assert (said.value if said else None) == default


@pytest.mark.parametrize(
    ("words", "deprecated"),
    [
        ("Deprecated: use `weight`.", True),
        ("The size. Deprecated in 3.0.", True),
        ("The size. `size` is deprecated in favour of `weight`.", True),
        ("All of them. `none` (Deprecated) means no cup.", False),
        ("The weight. `mass` is deprecated in favour of it.", False),
    ],
)
def test_a_parameter_that_is_deprecated(words: str, deprecated: bool) -> None:
    assert bool(parameter(words).deprecated) is deprecated


def test_a_second_table_for_the_entries_of_a_list() -> None:
    made = operation(
        f"{TABLE}| `steps[]` | array | yes | What to do |\n| `note` | string | no | Why |\n\n"
        "| `steps[]` attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"
        "| `verb` | string | yes | `pour` or `wash` |\n| `amount` | integer | no | How much |\n"
    )
    assert [entry.name for entry in made.parameters] == ["steps[]", "note"]
    steps = made.parameters[0].schema
    assert isinstance(steps, Schema)
    assert isinstance(steps.items, Schema)
    assert steps.items.required == ("verb",)
    verb = steps.items.properties["verb"]
    assert isinstance(verb, Schema)
    assert verb.enum == ("pour", "wash")


def test_a_list_that_explains_values_is_no_list_of_parameters() -> None:
    made = operation(f"{TABLE}| `size` | string | no | The size |\n\nThe sizes:\n\n- `small` (Default): A small one.\n")
    assert [entry.name for entry in made.parameters] == ["size"]


def test_statuses_in_a_list_and_in_sentences() -> None:
    made = operation(
        "If successful, returns:\n\n- [`200`](codes.md) if it is full.\n- [`403`](codes.md) if it is not yours.\n\n"
        "Additionally, returns a [`404`](codes.md) if there is none. 500 cups are the most.\n"
    )
    assert [response.status for response in made.responses] == ["200", "403", "404"]
    assert made.responses[0].description
    assert made.responses[0].description.value == "if it is full."


def test_a_table_of_the_fields_in_a_list_of_answers() -> None:
    made = operation(
        "Response:\n\nThe response is a list of cups with these fields:\n\n| Attribute | Type | Description |\n"
        "| --- | --- | --- |\n| `id` | integer | Which |\n| `pot` | object or null | Its pot |\n"
        '| `pot.name` | string | Its name |\n\nExample response:\n\n```json\n[{"id": 1}]\n```\n',
        "GET /cups",
    )
    assert made.parameters == ()
    (answer,) = made.responses
    listed = answer.contents[0].schema
    assert isinstance(listed, Schema)
    assert isinstance(listed.items, Schema)
    assert list(listed.items.properties) == ["id", "pot"]
    pot = listed.items.properties["pot"]
    assert isinstance(pot, Schema)
    assert pot.types == ("object", "null")
    assert list(pot.properties) == ["name"]


def test_a_path_without_its_leading_slash() -> None:
    assert operation("", "POST cups/wash").path == "/cups/wash"


def mastodon(labels: str, below: str = "") -> Operation:
    return one(
        f"---\ntitle: cups API methods\n---\n\n## Pour {{#pour}}\n\n```http\nPOST /api/v1/cups HTTP/1.1\n```\n\n"
        f"{labels}\n\n{below}",
        "mastodon",
    )


def test_scopes_of_which_all_are_needed() -> None:
    made = mastodon("**OAuth:** User token + `read:cups` + `write:cups`")
    assert made.scopes is None
    assert made.security
    assert [[entry.scopes for entry in way] for way in made.security.value] == [[("read:cups", "write:cups")]]


def test_scopes_of_which_one_is_enough() -> None:
    made = mastodon("**OAuth:** User token + `cups` or `read:cups`")
    assert made.scopes and made.scopes.value == ("cups", "read:cups")


def test_events_that_are_only_named() -> None:
    made = mastodon(
        "**Returns:** `full`, `empty`\\\n**OAuth:** Public",
        '#### Events\n\n```text\nevent: empty\ndata: {"id": 1}\n```\n',
    )
    (answer,) = made.responses
    assert [(event.name, event.schema is not None) for event in answer.events] == [("empty", True), ("full", False)]


def test_values_in_a_list_below_a_definition() -> None:
    made = mastodon(
        "",
        "##### Form data parameters\n\nkeys[]\n: {{<required>}} Array of String. What to count:\n- `cups` = All cups\n"
        "- `pots` = All pots\n\nkind\n: String. Any of these:\n\n- `a` = One\n- `b` = Two\n\nuntil\n: String. When.\n",
    )
    assert [entry.name for entry in made.parameters] == ["keys[]", "kind", "until"]
    keys, kind, _ = made.parameters
    assert isinstance(keys.schema, Schema)
    assert isinstance(keys.schema.items, Schema)
    assert keys.schema.items.enum == ("cups", "pots")
    assert kind.enum and kind.enum.value == ("a", "b")


def test_a_list_of_values_announced_by_a_sentence() -> None:
    page = (
        "# Cups API\n\n## Sizes\n\nAvailable sizes for the `size` parameter are:\n\n- `small`\n- `large`: Large.\n\n"
        f"## List cups\n\n```plaintext\nGET /cups\n```\n\n{TABLE}| `size` | string | no | The size |\n"
        "| `age` | integer | no | The age |\n\nThe `age` is a number. The following values are valid:\n\n"
        "- New (`1`)\n- Old (`2`)\n"
    )
    size, age = one(page, "gitlab").parameters
    assert size.enum and size.enum.value == ("small", "large")
    assert age.enum and age.enum.value == (1, 2)


def test_a_list_that_is_no_list_of_values() -> None:
    made = operation(
        f"{TABLE}| `size` | string | no | The size |\n\nThe `size` is valid for:\n\n- Cups in a `pot`\n- Pots\n"
    )
    assert made.parameters[0].enum is None


@pytest.mark.parametrize(
    ("words", "scopes"),
    [
        ("Scope `read_cups` or `api` is required.", ("read_cups", "api")),
        ("You need a token with the `api` scope.", ("api",)),
        ("The `scope` of the cup is `all`.", None),
        ("Lists all scopes configured for a cup.", None),
        ("Cup scopes define who drinks, in state `empty` or `full`.", None),
        ("One of the scopes cups.read or cups.*.", ("cups.read", "cups.*")),
    ],
)
def test_scopes_in_sentences(words: str, scopes: tuple[str, ...] | None) -> None:
    said = operation(words).scopes
    assert (said.value if said else None) == scopes


def test_fields_of_a_form_that_the_page_describes_inside_others() -> None:
    made = operation(
        f"{TABLE}| `steps` | array of step JSON objects | no | What to do |\n| `steps:verb` | string | yes | How |\n"
        "| `steps:more` | JSON | no | What else |\n| `steps:more:deep` | string | no | Deeper |\n"
        "| `pot[size]` | integer | no | Its size |\n| `a:b` | string | no | A name |\n"
    )
    assert [entry.name for entry in made.parameters] == ["steps", "pot[size]", "a:b"]
    steps = made.parameters[0].schema
    assert isinstance(steps, Schema)
    assert isinstance(steps.items, Schema)
    assert list(steps.items.properties) == ["verb", "more"]
    more = steps.items.properties["more"]
    assert isinstance(more, Schema)
    assert (more.types, more.properties) == ((), {})


def test_sample_calls_of_an_operation_that_is_known() -> None:
    page = (
        f"# Cups API\n\n## Get\n\n```plaintext\nGET /pots/:id/cups/:cup/log\n```\n\n"
        f"{TABLE}| `id` | integer | yes | Pot |\n\n"
        "### A part of it\n\n```shell\ncurl https://gitlab.example.com/api/v4/pots/5/cups/a%2Fb/log?from=1\n```\n\n"
        "```json\n{}\n```\n\n### Only its headers\n\n"
        "```shell\ncurl --head https://gitlab.example.com/api/v4/pots/5/cups/a%2Fb/log\n```\n\n"
        "```plaintext\nHTTP/1.1 200 OK\n...\nX-Cup-Size: 3\nDate: today\n```\n"
    )
    draft, report = read(page, "gitlab")
    said = [(entry.method, entry.path, [r.status for r in entry.responses]) for entry in draft.operations]
    assert said == [
        ("GET", "/pots/{id}/cups/{cup}/log", ["200"]),
        ("HEAD", "/pots/{id}/cups/{cup}/log", ["200"]),
    ]
    (answer,) = draft.operations[1].responses
    assert [(header.name, header.examples[0].value) for header in answer.headers] == [("X-Cup-Size", "3")]
    assert codes(report) == []


def test_values_in_the_lines_of_a_definition() -> None:
    made = mastodon(
        "",
        "##### Form data parameters\n\nkind\n: String (Enumerable, oneOf). How, `x` or `y`.\\\n"
        "`a` = One way.\\\n`b` = Another.\n",
    )
    assert made.parameters[0].enum and made.parameters[0].enum.value == ("a", "b")


def test_what_is_returned_instead() -> None:
    made = mastodon(
        '**Returns:** [Cup]({{< relref "entities/cup" >}}). When `pot` is given, [Pot]({{< relref "entities/pot" >}})'
        " is returned instead.\\\n**OAuth:** Public",
        "##### 200: OK\n\n```json\n{}\n```\n",
    )
    returned = made.responses[0].contents[0].schema
    assert isinstance(returned, Schema)
    assert [entry.name for entry in returned.any_of if isinstance(entry, Reference)] == ["Cup", "Pot"]


def test_a_page_about_a_type_is_recognised() -> None:
    page = (
        "---\ntitle: Cup\n---\n\n## Attributes\n\n### `pot` {#pot}\n\n**Description:** Its pot.\\\n"
        '**Type:** [Pot]({{< relref "/entities/Pot" >}})\\\n**Version history:**\\\n1.0.0 - added\n'
    )
    draft, report = read(page)
    assert [entry.name for entry in draft.schemas.values()] == ["Cup"]
    assert [finding.message for finding in report] == ["profile mastodon: recognised"]


def test_a_sample_without_words_below_a_sample_call() -> None:
    call = "```shell\ncurl --request POST https://gitlab.example.com/api/v4/cups\n```\n\n"
    made = operation(f'{call}```json\n{{"id": 1}}\n```\n\nLarge cups have more:\n\n```json\n{{"size": 3}}\n```\n')
    (answer,) = made.responses
    assert (answer.status, [example.value for example in answer.contents[0].examples]) == ("201", [{"id": 1}])
    assert operation('```json\n{"id": 1}\n```\n').responses == ()


def test_a_sample_that_shows_its_status() -> None:
    made = operation('Example response:\n\n```json\n{"message": "202 Accepted"}\n```\n')
    assert [response.status for response in made.responses] == ["202"]
    made = operation('Example response:\n\n```json\n{"message": "202 cups"}\n```\n')
    assert [response.status for response in made.responses] == ["201"]


def test_definitions_of_the_fields_of_an_answer() -> None:
    fields = "##### 200: OK\n\nEach has:\n\nweek\n: String (UNIX time). When.\n\ncups\n: Integer. How many.\n\n"
    made = mastodon("**Returns:** Array of Hash\\\n**OAuth:** Public", fields + '```json\n[{"week": "1"}]\n```\n')
    listed = made.responses[0].contents[0].schema
    assert isinstance(listed, Schema)
    assert isinstance(listed.items, Schema)
    assert listed.items.required == ("week", "cups")
    errors = "##### 422: Bad\n\nYou may see:\n\nERR_COLD\n: When it is cold\n\n```json\n{}\n```\n"
    refused = mastodon("**OAuth:** Public", errors).responses[0].contents[0].schema
    assert isinstance(refused, Schema) and refused.inferred


def test_null_among_the_values() -> None:
    made = parameter('Which. Valid values: `"small"`, `"large"`, or `null`.')
    assert isinstance(made.schema, Schema)
    assert (made.schema.types, made.schema.enum) == (("string", "null"), ("small", "large", None))
    assert made.enum and made.enum.value == ("small", "large")


def test_a_sample_without_words_where_nothing_can_be_sent() -> None:
    assert operation('```json\n{"id": 1}\n```\n', "GET /cups").responses[0].status == "200"


def test_a_sample_of_a_list_that_leaves_something_out() -> None:
    made = operation('Example response:\n\n```json\n["a",...,"b"]\n```\n', "GET /cups")
    assert made.responses[0].contents[0].examples[0].value == ["a", "b"]


@pytest.mark.parametrize(
    ("words", "default"),
    [("Washed - true or false (default)", False), ("Washed, true (default) or false", True), ("true or false", None)],
)
def test_a_flag_that_only_its_description_tells(words: str, default: bool | None) -> None:
    head = "| Attribute | Required | Description |\n| --- | --- | --- |\n"
    (washed,) = operation(f"{head}| `washed` | no | {words} |\n").parameters
    assert isinstance(washed.schema, Schema)
    assert washed.schema.types == ("boolean",)
    assert (washed.default.value if washed.default else None) is default


def test_an_answer_with_content_has_no_status_without() -> None:
    made = operation('Example response:\n\n```json\n{"id": 1}\n```\n', "DELETE /cups")
    assert [response.status for response in made.responses] == ["200"]


def test_a_sample_below_a_list_of_parameters() -> None:
    made = operation('Parameters:\n\n- `id` (required) - Which\n\n```json\n{"id": 1}\n```\n', "GET /cups/:id")
    assert made.responses[0].contents[0].examples[0].value == {"id": 1}
    made = operation('Parameters:\n\n- `size` (required) - How\n\n```json\n{"id": 1}\n```\n')
    assert [response.status for response in made.responses] == ["201"]
    page = '# Cups API\n\n## Make\n\n`POST /cups`\n\n- `size` (required) - How\n\n```json\n{"size": 1}\n```\n'
    assert one(page, "generic").responses == ()


def test_values_of_one_or_several() -> None:
    scope = parameter(
        "Either one of or an array of the following: `new`, `old`, or `worn`.", kind="string or array of strings"
    )
    assert isinstance(scope.schema, Schema)
    one_value, several = scope.schema.any_of
    assert isinstance(one_value, Schema) and one_value.enum == ("new", "old", "worn")
    assert isinstance(several, Schema) and isinstance(several.items, Schema) and several.items.enum == one_value.enum
    assert scope.enum is None


def test_sample_calls_with_different_credentials() -> None:
    calls = (
        '```shell\ncurl --header "Authorization: Bearer x" "$API/cups"\ncurl --header "JOB-TOKEN: x" "$API/cups"\n```\n'
    )
    security = operation(calls, "GET /cups").security
    assert security and [[entry.scheme for entry in way] for way in security.value] == [["BearerAuth"], ["JobToken"]]


def test_what_is_returned_inside_an_object() -> None:
    made = mastodon(
        '**Returns:** Hash with a single key of `cup` with value of [Cup]({{< relref "entities/cup" >}})',
        '##### 200: OK\n\n```json\n{"cup": {}}\n```\n',
    )
    returned = made.responses[0].contents[0].schema
    assert isinstance(returned, Schema)
    cup = returned.properties["cup"]
    assert isinstance(cup, Reference)
    assert (cup.name, returned.required) == ("Cup", ("cup",))


def test_a_note_that_says_so_twice() -> None:
    made = operation("Pours.\n\nNOTE: **Note:**\nOnly when it is hot.\n\nSlowly.\n")
    assert made.description and made.description.value == "Pours.\n\nSlowly."


def test_a_table_below_a_note_is_not_the_notes() -> None:
    made = one(
        "# Cups API\n\n## Do it\n\nNOTE: **Note:**\nOnly when it is hot.\n\n```plaintext\nPOST /cups\n```\n\n"
        f"{TABLE}| `size` | string | yes | The size. |\n",
        "gitlab",
    )
    assert [entry.name for entry in made.parameters] == ["size"]


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("It returns 200 if it was washed, and 404 if there is none.", ["200", "404"]),
        ("It returns 201 if it worked, 400 for wrong sizes.", ["201", "400"]),
        ("Returns 100 cups, or 200 of them.", []),
        ("If it is not yours - you'll get a `401`. If it is full, you get `405` and a word.", ["401", "405"]),
    ],
)
def test_bare_statuses_in_sentences(words: str, statuses: list[str]) -> None:
    assert [response.status for response in operation(f"{words}\n").responses] == statuses


def test_a_placeholder_with_a_slip_of_the_pen() -> None:
    table = f"{TABLE}| `kettle_id` | integer | yes | Which |\n| `size` | string | yes | How |\n"
    draft, report = read(f"# Kettles API\n\n## Wash\n\n```\nPUT /kettles/:kettles_id\n```\n\n{table}", "gitlab")
    said = [(entry.place, entry.name, entry.schema is not None) for entry in draft.operations[0].parameters]
    assert said == [("path", "kettles_id", True), ("form", "size", True)]
    assert codes(report) == ["page-parameter-unplaced"]


def test_cases_below_an_answer() -> None:
    made = mastodon(
        "**OAuth:** Public",
        '##### 200: OK\n\n###### A cup\n\n```json\n{"id": 1}\n```\n\n###### A pot\n\n```json\n{"id": 2}\n```\n\n'
        "##### 404: Not found\n\n```json\n{}\n```\n",
    )
    found, missing = made.responses
    assert [example.value for example in found.contents[0].examples] == [{"id": 1}, {"id": 2}]
    assert missing.status == "404"


@pytest.mark.parametrize(
    ("kind", "words", "default"),
    [
        ("array", "Cups. If `kind` is left out, it defaults to `plain`.", None),
        ("integer", "How many. Defaults to `all`.", None),
        ("integer", "How many. Defaults to `3`.", 3),
        ("array", "Which. Defaults to `[]`.", []),
    ],
)
def test_a_default_that_its_type_cannot_have(kind: str, words: str, default: object) -> None:
    said = parameter(words, kind=kind).default
    assert (said.value if said else None) == default


def test_credentials_that_are_not_needed() -> None:
    call = '```shell\ncurl --header "PRIVATE-TOKEN: x" "$API/cups"\n```\n'
    security = operation(
        f"If it is public, authentication (`--header x`) is not required.\n\n{call}", "GET /cups"
    ).security
    assert security and [[entry.scheme for entry in way] for way in security.value] == [[], ["PrivateToken"]]


def test_parameters_that_only_a_sentence_names() -> None:
    made = operation(
        f"Takes the [paging](x.md) words. Uses pagination parameters `page` and `per_page`.\n\n{TABLE}"
        "| `page` | integer | no | Which one. |\n",
        "GET /cups",
    )
    assert [(entry.name, entry.place) for entry in made.parameters] == [("page", "query"), ("per_page", "query")]
    assert isinstance(made.parameters[0].schema, Schema)
    assert made.parameters[0].schema.types == ("integer",)


def test_accepted_values_in_a_table_that_a_sentence_announces() -> None:
    made = operation(
        f"{TABLE}| `sort` | string | no | See below. |\n\n"
        "The supported values for the `sort` attribute are:\n\n"
        "| Value | Meaning |\n|---|---|\n| `size_asc` | Size, up |\n| `size_desc` | Size, down |\n",
        "GET /cups",
    )
    assert [entry.name for entry in made.parameters] == ["sort"]
    schema = made.parameters[0].schema
    assert isinstance(schema, Schema)
    assert schema.enum == ("size_asc", "size_desc")


def test_true_and_false_are_no_accepted_values_of_a_boolean() -> None:
    schema = parameter("The lid; can be set to `true` or `false`", "lid", "boolean").schema
    assert isinstance(schema, Schema)
    assert (schema.types, schema.enum) == (("boolean",), None)


def test_a_placeholder_in_a_sample_form_is_no_file() -> None:
    made = operation(
        f"{TABLE}| `token` | string | yes | The token. |\n| `picture` | string | no | The picture. |\n\n"
        '```shell\ncurl --form "token=<your_token>" --form "picture=<cup.png" "https://gitlab.example.com/api/v4/cups"\n```\n'
    )
    formats = [entry.schema.format for entry in made.parameters if isinstance(entry.schema, Schema)]
    assert formats == ["", "binary"]


@pytest.mark.parametrize(
    ("route", "option", "place"),
    [
        ("DELETE /cups", "--data 'size=2'", "form"),
        ("DELETE /cups", "", "query"),
        ("GET /cups", "--data 'size=2'", "query"),
    ],
)
def test_what_sample_calls_send_stands_in_the_body(route: str, option: str, place: str) -> None:
    method = route.partition(" ")[0]
    made = operation(
        f"{TABLE}| `size` | integer | no | The size. |\n\nExamples:\n\n- Small ones:\n\n"
        f'  ```shell\n  curl --request {method} {option} "https://gitlab.example.com/api/v4/cups"\n  ```\n',
        route,
    )
    assert [entry.place for entry in made.parameters] == [place]


def test_a_heading_that_goes_on_from_the_one_above() -> None:
    draft, _ = read(
        "# Cups API\n\n## List the cups\n\n### Within a shelf\n\n```plaintext\nGET /shelves/:id/cups\n```\n\n"
        "### All cups\n\n```plaintext\nGET /cups\n```\n",
        "gitlab",
    )
    assert [made.action.value for made in draft.operations if made.action] == [
        "List the cups within a shelf",
        "All cups",
    ]


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("Returns a list of cup objects.", ["200"]),
        ("Makes tea. Gets a paginated list of cups.", ["200"]),
        ("Removes a list of cups.", []),
        ("Returns a list of cups. Returns `202 Accepted` when it is long.", ["202"]),
    ],
)
def test_a_list_that_is_told_in_words_alone(words: str, statuses: list[str]) -> None:
    answers = operation(f"{words}\n", "GET /cups").responses
    assert [answer.status for answer in answers] == statuses
    told = [content.schema for answer in answers for content in answer.contents]
    assert [schema.types for schema in told if isinstance(schema, Schema)] == (
        [("array",)] if statuses == ["200"] else []
    )


def test_codes_from_nought_on_are_no_statuses() -> None:
    made = operation(
        "Asks.\n\n### Status codes\n\n| Code | Description |\n|---|---|\n| 0 | The default. |\n| 1 | Made. |\n",
        "GET /cups",
    )
    assert made.responses == ()


def test_a_list_of_what_is_called_in_the_plural_and_values_with_words_between() -> None:
    made = one(
        "# cups API methods\n\n## Do {#do}\n\n```http\nPOST /api/v1/cups HTTP/1.1\n```\n\n"
        "**Returns:** Array of Statuses\\\n**OAuth:** Public\n\n##### Form data parameters\n\n"
        "why\n: String. Whether for `spam`, `violation` of rules, or some `other` reason. Defaults to `other`.\n\n"
        "##### 200: OK\n\n```json\n[]\n```\n",
        "mastodon",
    )
    assert [entry.enum and entry.enum.value for entry in made.parameters] == [("spam", "violation", "other")]
    listed = made.responses[0].contents[0].schema
    assert isinstance(listed, Schema)
    assert isinstance(listed.items, Reference)
    assert listed.items.name == "Status"


@pytest.mark.parametrize(
    ("words", "kind", "example"),
    [
        ("The name. For example, `blue`. Stars allowed.", "string", "blue"),
        ("The date, for example: `2021-03-01`", "string", "2021-03-01"),
        ("How many (e.g. `12`).", "integer", 12),
        ("Example: `a/b`. Default is `c`.", "string", "a/b"),
        ("For example `a`, or several.", "array of strings", ["a"]),
        ("For example, `a` matches `ab`.", "string", None),
        ("Write it as usual, for example, `large`.", "integer", None),
        ("One of `up`, `down`. For example, `sideways`.", "string", None),
    ],
)
def test_a_description_gives_an_example_of_the_type(words: str, kind: str, example: object) -> None:
    shown = parameter(words, kind=kind).examples
    assert [each.value for each in shown] == ([] if example is None else [example])


def test_the_example_of_a_step_of_the_path_is_what_is_put_into_the_url() -> None:
    row = f"{TABLE}| `path` | string | yes | Encoded. For example: `lib%2Fcup%2Erb`. |\n"
    (made,) = operation(row, "GET /cups/:path").parameters
    assert [shown.value for shown in made.examples] == ["lib/cup.rb"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Set to `up` to lift it, `down` to lower it, or `off` to stop it", ("up", "down", "off")),
        ("State of a cup. Set `fill` to fill it and `drain` to drain it", ("fill", "drain")),
        ("Its state event (fill or drain)", ("fill", "drain")),
        ("State event of a cup. To fill the cup, use `fill`, and to drain it, use `drain`.", ("fill", "drain")),
        ("The kind of cup (`big`, `small`, `tiny`), defaults to `big`", ("big", "small", "tiny")),
        ("The kind of lid: `flat`, `round` or `none`. Defaults to `flat`.", ("flat", "round", "none")),
        ("Fields to order by, allowed values are `size` only", ("size",)),
        ("One of: `a`, `b`, or `c`. Other possible values are the deprecated `d` and `e`.", ("a", "b", "c", "d", "e")),
        ("What to search. Values include `a`, `b`, and `c`. Additional scopes are `d`, `e`, and `f`.", ()),
        ("Name of the lid. For a new one, also provide either `start` or `copy`.", ()),
        ("How large (exactly one of `size` or `depth` must be set).", ()),
        (
            "Sorted by `id`, `name`, `similarity` <sup>1</sup>, `age` or `use`.",
            ("id", "name", "similarity", "age", "use"),
        ),
        ("Limit to cups with `public`, `internal`, or `private` use.", ("public", "internal", "private")),
    ],
)
def test_which_values_a_description_closes_the_list_of(words: str, values: tuple[str, ...]) -> None:
    enum = parameter(words).enum
    assert (enum.value if enum else ()) == values


@pytest.mark.parametrize("words", ["What went wrong. `null` if nothing did.", "Its name, or `null` to take it away."])
def test_what_is_null_in_some_cases_may_be_null(words: str) -> None:
    made = parameter(words)
    assert isinstance(made.schema, Schema)
    assert made.schema.types == ("string", "null")


def test_a_list_of_objects_in_other_words() -> None:
    made = parameter("What it holds.", kind="object array")
    assert isinstance(made.schema, Schema)
    assert isinstance(made.schema.items, Schema)
    assert (made.schema.types, made.schema.items.types) == (("array",), ("object",))


def test_an_entry_that_is_an_object_has_no_list_of_values() -> None:
    words = "Who may fill it, with each described by a hash. One of `user_id`, `group_id` or `level`."
    made = parameter(words, kind="array")
    assert made.enum is None
    assert isinstance(made.schema, Schema)
    assert isinstance(made.schema.items, Schema)
    assert made.schema.items.types == ("object",)
    assert made.schema.items.enum is None


@pytest.mark.parametrize(("cell", "required"), [("**{check-circle}** Yes", True), ("**{dotted-circle}** No", False)])
def test_a_sign_before_yes_and_no(cell: str, required: bool) -> None:
    (made,) = operation(f"{TABLE}| `size` | integer | {cell} | The size. |\n").parameters
    assert made.required
    assert made.required.value is required


def test_a_value_that_is_the_default_in_some_cases_is_none() -> None:
    words = "All cups (defaults to `false` for guests, `true` for owners)"
    assert parameter(words, kind="boolean").default is None
    kept = parameter("Try only. Defaults to `true` for safety.", kind="boolean").default
    assert kept
    assert kept.value is True


def test_a_field_that_is_needed_in_some_cases_may_be_left_out() -> None:
    rows = "".join(
        f"{name}\n: {{{{<required>}}}} String. {words}\n\n"
        for name, words in (
            ("text", "If `lids` is given, this becomes optional."),
            ("lids", "If provided, no text."),
            ("cup", "A."),
        )
    )
    page = "# cups\n\n## Post {#post}\n\n```http\nPOST /api/v1/cups HTTP/1.1\n```\n\n"
    page += f"#### Request\n\n##### Form data parameters\n\n{rows}"
    needed = {entry.name: entry.required.value for entry in one(page, "mastodon").parameters if entry.required}
    assert needed == {"text": False, "lids": False, "cup": True}
