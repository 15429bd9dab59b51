"""What a page says outside its tables: in sample calls, in lists that are announced, above all operations."""

from __future__ import annotations

import pytest

from generator.draft import Schema
from generator.readers.pages.notation import values
from generator.source import Json
from tests.readers_pages.page_helpers import codes, one, read

TABLE = "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"
SITE = "https://gitlab.example.com/api/v4"


def curl(options: str, path: str = "/cups") -> str:
    return f'```shell\ncurl {options} --header "PRIVATE-TOKEN: x" "{SITE}{path}"\n```\n\n'


def test_an_operation_without_any_heading_has_the_pages_title() -> None:
    text = f"Wash every cup.\n\n```plaintext\nDELETE /cups/:stain\n```\n\n{TABLE}| `stain` | string | yes | Which. |\n"
    washed = one(f"---\ntitle: Washing API\n---\n\n{text}", "gitlab")
    assert washed.action and washed.action.value == "Washing API"
    assert [entry.place for entry in washed.parameters] == ["path"]
    bare = one(text, "gitlab")
    assert (bare.method, bare.path, bare.action) == ("DELETE", "/cups/{stain}", None)


def test_a_form_that_stands_only_in_a_sample() -> None:
    made = one(
        f"# Cups API\n\n## Upload\n\n```plaintext\nPOST /cups/:id\n```\n\n{TABLE}| `id` | integer | yes | Which. |\n\n"
        + curl(
            "--request POST --form 'picture=@/cup.png' --form 'size=7' --form 'owner=<name>' --form 'private_token=x'"
        ),
        "gitlab",
    )
    formed = {entry.name: entry for entry in made.parameters if entry.place == "form"}
    assert list(formed) == ["picture", "size", "owner"]
    kinds = [(s.types, s.format, s.inferred) for e in formed.values() if isinstance(s := e.schema, Schema)]
    assert kinds == [(("string",), "binary", False), (("integer",), "", True)]
    assert made.body and [content.media_type for content in made.body.contents] == ["multipart/form-data"]


def test_a_described_form_is_not_added_to() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}| `size` | integer | yes | How big. |\n\n"
        + curl("--request POST --data 'size=7&colour=red'"),
        "gitlab",
    )
    assert [entry.name for entry in made.parameters] == ["size"]


def test_json_that_only_a_sample_sends() -> None:
    made = one(
        "# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n" + curl("""--request POST --data '{"size": 7}'"""),
        "gitlab",
    )
    assert made.parameters == ()
    assert made.body and [content.media_type for content in made.body.contents] == ["application/json"]
    assert made.body.contents[0].examples[0].value == {"size": 7}


def test_fields_inside_others_in_lists_of_their_own() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}"
        "| `lid` | hash | yes | See below. |\n| `stains` | array | no | See below. |\n\n"
        "### Of the lid\n\nThe `lid` attribute accepts these:\n\n"
        "- `colour` - The colour. Required.\n- `weight` - How heavy. Optional.\n\n"
        "### Of the stains\n\nThe `stains` attribute takes a list of elements with these attributes:\n\n"
        "- `kind` - What it is. This can be either `tea` or `coffee`.\n\n"
        + curl("--request POST --data '{}'")
        + "```json\n{}\n```\n",
        "gitlab",
    )
    assert made.body
    whole = made.body.contents[0].schema
    assert isinstance(whole, Schema)
    lid, stains = whole.properties["lid"], whole.properties["stains"]
    assert isinstance(lid, Schema)
    assert (list(lid.properties), lid.required) == (["colour", "weight"], ("colour",))
    assert isinstance(stains, Schema)
    assert isinstance(stains.items, Schema)
    kind = stains.items.properties["kind"]
    assert isinstance(kind, Schema)
    assert kind.enum == ("tea", "coffee")
    assert made.responses[0].contents[0].examples


def test_a_body_is_json_where_the_sample_call_sends_that() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}"
        "| `sizes` | integer array | yes | How big. |\n\n" + curl("--request POST --data '{\"sizes\": [1]}'"),
        "gitlab",
    )
    assert made.body
    [content] = made.body.contents
    assert (content.media_type, made.parameters) == ("application/json", ())
    assert [example.value for example in content.examples] == [{"sizes": [1]}]
    assert isinstance(content.schema, Schema)
    assert (list(content.schema.properties), content.schema.required) == (["sizes"], ("sizes",))


def test_a_sample_of_described_fields_below_a_call_is_what_it_gives() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}| `size` | integer | yes | How big. |\n\n"
        + curl("--request POST --form size=7")
        + '```json\n{"size": 7}\n```\n',
        "gitlab",
    )
    assert made.body
    assert [content.media_type for content in made.body.contents] == ["multipart/form-data"]
    assert [len(answer.contents[0].examples) for answer in made.responses] == [1]


def test_what_a_shell_passes_to_a_sample_call_is_its_data() -> None:
    call = (
        curl("", "/cups")
        .replace('"https', '--data @- "https')
        .replace("```\n\n", '<< EOF\n{\n  "size": 7\n}\nEOF\n```\n\n')
    )
    assert "EOF" in call
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}"
        f"| `size` | integer | yes | How big. |\n\n{call}",
        "gitlab",
    )
    assert made.body
    assert [(c.media_type, [e.value for e in c.examples]) for c in made.body.contents] == [
        ("application/json", [{"size": 7}])
    ]


def test_fields_in_a_section_that_a_description_leads_to() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}"
        "| `all_stains` | array | no | What is on it. See [Of stains](#of-stains) for what they have. |\n\n"
        "### Of stains\n\nA list of elements with the following attributes:\n\n"
        "- `kind` - What it is.\n- `age` - How old it is.\n",
        "gitlab",
    )
    stains = made.parameters[0].schema
    assert isinstance(stains, Schema)
    assert isinstance(stains.items, Schema)
    assert list(stains.items.properties) == ["kind", "age"]


def test_accepted_values_in_a_section_that_a_description_leads_to() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}"
        "| `kind` | string | yes | What it is. See [kinds of cups](#kinds-of-cups) for a list of accepted values. |\n"
        "| `other` | string | yes | Something. See [kinds of cups](#kinds-of-cups). |\n\n"
        "### Kinds of cups\n\n| Kind | Meaning |\n|---|---|\n| `mug` | Big. |\n| `thimble` | Small. |\n",
        "gitlab",
    )
    assert [entry.enum and entry.enum.value for entry in made.parameters] == [("mug", "thimble"), None]


def test_keys_that_a_sentence_says_are_available_for_an_object() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}"
        "| `lid` | object | no | What covers it. |\n\n"
        "The following keys are available for `lid`:\n\n- `knob`, for lifting it.\n- `hole`, for steam.\n",
        "gitlab",
    )
    lid = made.parameters[0].schema
    assert isinstance(lid, Schema)
    assert list(lid.properties) == ["knob", "hole"]


def test_of_several_successes_the_usual_one_has_the_sample() -> None:
    made = one(
        "# Cups API\n\n## Get\n\n```plaintext\nGET /cups\n```\n\nThe status code is `202 Accepted` when the cup is "
        "being made, and `200 OK` when it is ready.\n\nExample response:\n\n```json\n{}\n```\n",
        "gitlab",
    )
    assert [(answer.status, len(answer.contents)) for answer in made.responses] == [("200", 1), ("202", 0)]


def test_fields_of_a_form_are_a_query_where_nothing_is_sent() -> None:
    made = one(
        "# cups API methods\n\n## List cups {#list}\n\n```http\nGET /api/v1/cups HTTP/1.1\n```\n\n"
        "**Returns:** Array of Cup\\\n**OAuth:** Public\n\n##### Form data parameters\n\nlimit\n: String. How many.\n\n"
        '##### 200: OK\n\n```javascript\nLink: <https://cups.example/2>; rel="next"\n\n[{"id": 1}]\n```\n',
        "mastodon",
    )
    assert [(entry.place, entry.name) for entry in made.parameters] == [("query", "limit")]
    assert made.body is None
    [answer] = made.responses
    assert [header.name for header in answer.headers] == ["Link"]
    assert answer.contents[0].examples[0].value == [{"id": 1}]


def test_entries_of_an_inner_list_stand_inside_the_outer_ones() -> None:
    made = one(
        "# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\nParameters:\n\n"
        "- `lid` (required) - The lid\n  - `colour` (required) - Its colour\n  - Some more words\n"
        "- `size` (optional) - How big\n",
        "gitlab",
    )
    assert [entry.name for entry in made.parameters] == ["lid", "size"]
    lid = made.parameters[0].schema
    assert isinstance(lid, Schema)
    assert list(lid.properties) == ["colour"]


def test_an_operation_of_which_only_a_sample_is_shown() -> None:
    draft, _ = read(
        "# Cups API\n\n## List cups\n\n```plaintext\nGET /kitchens/:id/cups\n```\n\n"
        "## Wash all cups\n\n" + curl("--request POST", "/kitchens/5/cups/wash") + "### Twice\n\n"
        "Call it again:\n\n" + curl("--request POST", "/kitchens/5/cups/wash?again=true"),
        "gitlab",
    )
    assert [(made.method, made.path) for made in draft.operations] == [
        ("GET", "/kitchens/{id}/cups"),
        ("POST", "/kitchens/{id}/cups/wash"),
    ]


def test_a_page_of_samples() -> None:
    def part(name: str, path: str) -> str:
        return f"## {name}\n\n{curl('', path)}```json\n[]\n```\n\n"

    draft, report = read("# Cups\n\n" + part("List", "/cups") + part("Count", "/cups/count"), "gitlab")
    assert [made.path for made in draft.operations] == ["/cups", "/cups/count"]
    assert codes(report) == []


def test_what_the_page_says_of_all_its_operations() -> None:
    draft, _ = read(
        "# Cups API\n\nGET requests do not require authentication. "
        "All others are accessible only to administrators.\n\n"
        "## List\n\n```plaintext\nGET /cups\n```\n\n## Wash\n\n```plaintext\nPOST /cups\n```\n",
        "gitlab",
    )
    listed, washed = draft.operations
    assert listed.security and listed.security.value == ((),)
    assert listed.description is None
    assert washed.security and washed.security.value[0][0].scheme == "PrivateToken"
    assert washed.description and washed.description.value == "All others are accessible only to administrators."


def test_statuses_in_a_list_of_sentences() -> None:
    made = one(
        "# Cups API\n\n## Break it\n\n```plaintext\nDELETE /cups/:id\n```\n\n"
        "- Returns `204` and nothing else.\n- Returns `409` if it is in use.\n",
        "gitlab",
    )
    assert [answer.status for answer in made.responses] == ["204", "409"]


def test_several_statuses_in_an_entry_below_a_heading() -> None:
    made = one(
        "# Cups API\n\n## Break it\n\n```plaintext\nDELETE /cups/:id\n```\n\n### Responses\n\n"
        "- `204: No Content` if it broke.\n"
        "- `400 Bad Request` or `404 Not Found` if it did not.\n",
        "gitlab",
    )
    assert [answer.status for answer in made.responses] == ["204", "400", "404"]


def test_a_second_sample_of_an_answer() -> None:
    made = one(
        "# Cups API\n\n## Get it\n\n```plaintext\nGET /cups/:id\n```\n\nExample responses:\n\n"
        "When it is full:\n\n```json\n{}\n```\n\nWhen it is empty:\n\n```json\n{}\n```\n",
        "gitlab",
    )
    assert len(made.responses[0].contents[0].examples) == 2


def test_a_sample_shown_for_a_known_operation_makes_no_other() -> None:
    draft, _ = read(
        "# Cups API\n\n## Get\n\n```plaintext\nGET /kitchens/:id/cups/:name\n```\n\n## The names\n\nFor example:\n\n"
        + curl("", "/kitchens/5/cups/BLUE_CUP?size=1"),
        "gitlab",
    )
    assert [made.path for made in draft.operations] == ["/kitchens/{id}/cups/{name}"]


def test_a_route_that_begins_with_a_placeholder() -> None:
    made = one("# Cups API\n\n## Get\n\n```plaintext\nGET <prefix>/:cup/log\n```\n", "gitlab")
    assert (made.path, [entry.name for entry in made.parameters]) == ("/{prefix}/{cup}/log", ["prefix", "cup"])


def test_a_name_that_the_route_has_behind_its_question_mark() -> None:
    made = one(
        f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups?size=<size>\n```\n\n{TABLE}"
        "| `size` | integer | yes | How big. |\n| `name` | string | no | Its name. |\n",
        "gitlab",
    )
    assert [(entry.name, entry.place) for entry in made.parameters] == [("size", "query"), ("name", "form")]


def test_the_last_sentence_of_a_paragraph_announces_fields_of_the_answer() -> None:
    made = one(
        "# Cups API\n\n## Wash\n\n```plaintext\nPUT /cups\n```\n\nWashes all of them. If successful, returns `202`. "
        "It includes the following response attributes:\n\n"
        "| Attribute | Type | Description |\n| --- | --- | --- |\n| `count` | integer | How many. |\n",
        "gitlab",
    )
    (answer,) = made.responses
    assert (answer.status, made.parameters) == ("202", ())
    assert isinstance(answer.contents[0].schema, Schema)
    assert list(answer.contents[0].schema.properties) == ["count"]


def test_a_sample_of_an_error() -> None:
    made = one(
        "# Cups API\n\n## Get\n\n```plaintext\nGET /cups/:id\n```\n\n### Errors\n\nIt broke.\n\nStatus code: `410`\n\n"
        'Example response:\n\n```json\n{"message": "gone"}\n```\n',
        "gitlab",
    )
    assert [(answer.status, len(answer.contents)) for answer in made.responses] == [("410", 1)]


def test_a_command_whose_lines_begin_with_options() -> None:
    text = f"```shell\ncurl --request PUT\n  --header 'JOB-TOKEN: x'\n  {SITE}/cups\n```\n"
    made = one(f"# Cups API\n\n## Fill\n\n```plaintext\nPUT /cups\n```\n\n{text}", "gitlab")
    assert made.security and made.security.value[0][0].scheme == "JobToken"


def test_many_samples_and_labels_make_no_scraped_text_of_markdown() -> None:
    cup = "## Get {0}\n\n```\nGET /cups/{0}\n```\n\nParameters:\n\nExample response:\n\n```json\n{{}}\n```\n\n"
    draft, _ = read("# Cups API\n\n" + "".join(cup.format(number) for number in range(9)), "gitlab")
    assert [made.action.value for made in draft.operations if made.action] == [f"Get {number}" for number in range(9)]


def test_a_sample_without_some_commas() -> None:
    made = one(
        '# Cups API\n\n## Get\n\n```plaintext\nGET /cups\n```\n\n```json\n{\n  "a": {"b": "c"}\n  "d": "e: \\"f\\""\n'
        '  "g": 1\n  "h": [\n1\n]\n  "i": null\n}\n```\n',
        "gitlab",
    )
    assert made.responses[0].contents[0].examples[0].value == {
        "a": {"b": "c"},
        "d": 'e: "f"',
        "g": 1,
        "h": [1],
        "i": None,
    }


def test_an_id_that_the_path_names_more_fully() -> None:
    draft, report = read(
        "# Cups API\n\n## Fill\n\n```plaintext\nPATCH /cups/:cups_id/tea\n```\n\n"
        f"{TABLE}| `id` | integer | yes | Which. |\n",
        "gitlab",
    )
    (entry,) = draft.operations[0].parameters
    assert (entry.name, entry.place) == ("cups_id", "path")
    assert isinstance(entry.schema, Schema)
    assert entry.schema.types == ("integer",)
    assert codes(report) == ["page-parameter-unplaced"]


def test_a_name_with_dots_says_where_it_stands() -> None:
    made = one(
        "# Cups API\n\n## Get\n\n```plaintext\nGET /cups\n```\n\nIf successful, returns `200` and the following "
        "response attributes:\n\n| Attribute | Type | Description |\n| --- | --- | --- |\n"
        "| `owner.id` | integer | Whose. |\n",
        "gitlab",
    )
    answer = made.responses[0].contents[0].schema
    assert isinstance(answer, Schema)
    owner = answer.properties["owner"]
    assert isinstance(owner, Schema)
    assert list(owner.properties) == ["id"]


def test_a_header_of_credentials_with_another_sign_in_its_name() -> None:
    made = one(
        "# Cups API\n\n## Get\n\n```plaintext\nGET /cups\n```\n\n"
        f"```\ncurl -H 'PRIVATE_TOKEN: x' \"{SITE}/cups\"\n```\n",
        "gitlab",
    )
    assert made.security and made.security.value[0][0].scheme == "PrivateToken"


def test_a_section_without_a_route_may_show_calls_of_several_operations() -> None:
    calls = (
        """--request POST --data '{"lid": "blue"}' "{}/cups\"""",
        """--request POST --data '{"lids": 2}' "{}/cups/all\"""",
        '--request PUT --data "lid=red" "{}/cups/:id"',
        '--request PUT "{}/cups/7/lid"',
        '"{}/plates"',
    )
    shown = "".join(f"```shell\ncurl {call.replace('{}', SITE)}\n```\n\n" for call in calls)
    draft, _ = read(f"# Cups API\n\n## Make\n\n{TABLE}| `lid` | string | no | Its lid. |\n\n{shown}", "gitlab")
    bodies = {
        f"{made.method} {made.path}": [
            (content.media_type, [example.value for example in content.examples])
            for content in (made.body.contents if made.body else ())
        ]
        for made in draft.operations
    }
    assert bodies == {
        "POST /cups": [("application/json", [{"lid": "blue"}])],
        "POST /cups/all": [("application/json", [{"lids": 2}])],
        "PUT /cups/{id}": [("application/x-www-form-urlencoded", [])],
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{\n  "id": 1,\n  "lid": {\n    "size": 2,\n...\n', {"id": 1, "lid": {"size": 2}}),
        ('  "id": 1,\n  "lid": {}\n...', {"id": 1, "lid": {}}),
        ('"id": 1', None),
        ('"a text"', "a text"),
    ],
)
def test_a_sample_may_be_cut(text: str, value: Json) -> None:
    assert values.parsed_json(text) == value


def test_a_sample_may_be_of_a_file() -> None:
    made = one(
        "# Cups API\n\n## Export\n\n```plaintext\nGET /cups\n```\n\nExample response:\n\n```yaml\n- lid: blue\n```\n",
        "gitlab",
    )
    [answer] = made.responses
    assert [(content.media_type, [one.value for one in content.examples]) for content in answer.contents] == [
        ("application/yaml", ["- lid: blue\n"])
    ]


def test_the_scope_of_another_token_is_none_of_the_operation() -> None:
    page = "# Cups API\n\n## Make\n\nPut it in as `name:token`, where `token` is a token with the `tea` scope.\n\n"
    assert one(f"{page}```plaintext\nPOST /cups\n```\n", "gitlab").scopes is None


def test_what_is_used_where_nothing_is_given_is_the_default() -> None:
    row = "| `lid` | string | no | Its lid. If not specified, uses `blue`. |\n"
    made = one(f"# Cups API\n\n## Make\n\n```plaintext\nPOST /cups\n```\n\n{TABLE}{row}", "gitlab")
    [lid] = made.parameters
    assert lid.default and lid.default.value == "blue"
