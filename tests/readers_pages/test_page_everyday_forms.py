"""Forms of the large pages that a user tries first: steps of many parts, rows without a head, lists with samples."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Response, Schema
from tests.readers_pages.page_helpers import codes, one, read

HEAD = "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"


def operation(below: str, route: str = "GET /cups") -> Operation:
    return one(f"# Cups API\n\n## Do it\n\n```plaintext\n{route}\n```\n\n{below}", "gitlab")


def answers(made: Operation) -> dict[str, Response]:
    return {answer.status: answer for answer in made.responses}


def test_a_star_before_a_step_makes_it_a_placeholder() -> None:
    made = operation(f"{HEAD}| `way` | string | yes | Which. |\n", "GET /cups/:id/files/*way?lid=on")
    assert made.path == "/cups/{id}/files/{way}"
    assert [entry.place for entry in made.parameters if entry.name == "way"] == ["path"]
    assert operation("", "GET /cups/**/all*").path == "/cups/**/all*"


def test_a_table_of_possible_status_codes() -> None:
    made = operation(
        "Possible response status codes:\n\n| Status | Description |\n| --- | --- |\n"
        "| 200 | Serves it. |\n| 404 | None. |\n"
    )
    said = {status: answer.description.value for status, answer in answers(made).items() if answer.description}
    assert said == {"200": "Serves it.", "404": "None."}


@pytest.mark.parametrize(
    ("sample", "kind"),
    [('[{"id": 1}]', "array"), ('{"id": 1}', "object"), (None, "array")],
    ids=["list", "one", "none"],
)
def test_fields_of_the_entries_of_the_whole_answer(sample: str | None, kind: str) -> None:
    shown = f"Example response:\n\n```json\n{sample}\n```\n" if sample else ""
    made = operation(
        "If successful, returns `200 OK` and the following\nresponse attributes:\n\n"
        "| Attribute | Type | Description |\n| --- | --- | --- |\n| `[].id` | integer | Id. |\n"
        f"| `[]._links` | object | Links. |\n| `[]._links.self` | string | Itself. |\n\n{shown}"
    )
    schema = answers(made)["200"].contents[0].schema
    assert isinstance(schema, Schema)
    assert schema.types == (kind,)
    entry = schema.items if kind == "array" else schema
    assert isinstance(entry, Schema)
    assert [*entry.properties] == ["id", "_links"]
    assert isinstance(entry.properties["_links"], Schema)
    assert [*entry.properties["_links"].properties] == ["self"]


def test_a_status_with_a_colon_is_that_of_the_sample() -> None:
    shown = 'Example response:\n\n```json\n{"id": 1}\n```\n\n'
    made = operation(f"{shown}If successful, returns `200: OK`.\n", "POST /cups")
    assert [(answer.status, len(answer.contents)) for answer in made.responses] == [("200", 1)]
    assert [answer.status for answer in operation("If successful, returns `204: No Content`.\n").responses] == ["204"]


def test_samples_in_a_list_are_of_the_statuses_that_it_says() -> None:
    made = operation(
        "Example responses:\n\n- When all is well (`200` HTTP status code):\n\n"
        '  ```json\n  {"status": "good"}\n  ```\n\n- When nothing is (`404` and `422` HTTP status codes):\n\n'
        '```json\n{"message": "bad"}\n```\n'
    )
    shown = {status: [one.value for one in answer.contents[0].examples] for status, answer in answers(made).items()}
    bad = [{"message": "bad"}]
    assert shown == {"200": [{"status": "good"}], "404": bad, "422": bad}


def test_only_the_entry_that_announces_it_has_a_sample() -> None:
    made = operation(
        "Returns either:\n\n- The cup with status `201 Created` on success.\n"
        "- A `400 Bad Request` error that says why:\n\n"
        '  ```json\n  {"message": "no"}\n  ```\n\nExample response:\n\n```json\n{"id": 1}\n```\n',
        "POST /cups",
    )
    shown = {status: [one.value for one in answer.contents[0].examples] for status, answer in answers(made).items()}
    assert shown == {"201": [{"id": 1}], "400": [{"message": "no"}]}


def test_rows_without_a_head_have_that_of_the_table_before() -> None:
    draft, _ = read(
        f"# Cups API\n\n## List cups\n\n```plaintext\nGET /cups\n```\n\n{HEAD}| `lid` | boolean | no | A lid. |\n\n"
        "## Make a cup\n\n```plaintext\nPOST /cups\n```\n\n| `size` | integer | yes | The size. |\n"
        "| `ink` | string | no | The ink. |\n\nReturns `201`.\n\n## Other\n\n| a | b |\n| c | d |\n",
        "gitlab",
    )
    _, made = draft.operations
    assert [(entry.name, bool(entry.required and entry.required.value)) for entry in made.parameters] == [
        ("size", True),
        ("ink", False),
    ]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Accepts: `0` (no lid), `any`, `late`.", ("0", "any", "late")),
        ("With a given lid value (`None`, `Any`, and `Old`). `None` lists all.", ("None", "Any", "Old")),
        ("Returns all cups (`all`) or just those that are `full`, `dry`, or `odd`.", ("all", "full", "dry", "odd")),
        ("The event of the cup _(`fill` or `empty`)_", ("fill", "empty")),
        ("Needed. If either `ink` or `lid` are defined, those take priority.", None),
        ("Parted by an escaped space, either `+` or `%20`, in any order.", None),
    ],
)
def test_values_in_everyday_sentences(words: str, values: tuple[str, ...] | None) -> None:
    (entry,) = operation(f"{HEAD}| `state` | string | no | {words} |\n").parameters
    assert (entry.enum.value if entry.enum else None) == values


def test_what_is_used_if_a_field_is_left_out_is_its_default() -> None:
    (entry,) = operation(f"{HEAD}| `ink` | string | no | The ink. If omitted `blue` is used. |\n").parameters
    assert entry.default
    assert entry.default.value == "blue"


def test_what_something_does_if_it_is_true_is_a_flag() -> None:
    head = "| Attribute | Required | Description |\n| --- | --- | --- |\n"
    lid, ink = operation(
        f"{head}| `lid` | No | If `true`, with a lid. |\n| `ink` | No | Odd, if `true`. |\n"
    ).parameters
    assert isinstance(lid.schema, Schema)
    assert lid.schema.types == ("boolean",)
    assert ink.schema is None


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("Who filled it, or `null`.", ("string", "null")),
        ("The label. Returns `null` until filled.", ("string", "null")),
        ("Do not send `null`.", ("string",)),
    ],
)
def test_an_answer_that_may_be_null(words: str, types: tuple[str, ...]) -> None:
    made = operation(
        "If successful, returns `200 OK` and the following response attributes:\n\n"
        f"| Attribute | Type | Description |\n| --- | --- | --- |\n| `ink` | string | {words} |\n"
    )
    schema = answers(made)["200"].contents[0].schema
    assert isinstance(schema, Schema)
    assert isinstance(schema.properties["ink"], Schema)
    assert schema.properties["ink"].types == types


def test_headers_with_credentials_that_sentences_name_are_ways() -> None:
    call = '```shell\ncurl --header "PRIVATE-TOKEN: <token>" "https://gitlab.example.com/api/v4/cups"\n```\n\n'
    other = "Use:\n\n- The `JOB-TOKEN` header with the given token.\n"
    refused = "You cannot use the `JOB-TOKEN` header here.\n"
    above = "Accepts either:\n\n- A token in the `PRIVATE-TOKEN` header.\n- A job's in the `JOB-TOKEN` header.\n\n"
    both = one(f"# Cups API\n\n{above}## List\n\n```plaintext\nGET /cups\n```\n\n{call}", "gitlab")
    ways = [
        [requirement.scheme for way in made.security.value for requirement in way] if made.security else None
        for made in (operation(call + other), operation(call + refused), both)
    ]
    assert ways == [["PrivateToken", "JobToken"], ["PrivateToken"], ["PrivateToken", "JobToken"]]


def test_a_heading_that_says_as_whom() -> None:
    made = one("# Cups API\n\n## Get a cup\n\n### As a guest\n\n```plaintext\nGET /cups\n```\n", "gitlab")
    assert made.action
    assert made.action.value == "Get a cup as a guest"


def test_fields_parted_by_colons_stand_inside_others() -> None:
    call = (
        '```shell\ncurl --request POST --header "Content-Type: application/json" --data \'{"lid": {"inks": []}}\' '
        '"https://gitlab.example.com/api/v4/cups"\n```\n'
    )
    rows = "| `lid:inks` | array of hash | no | Inks. |\n| `lid:inks:name` | string | no | Its name. |\n"
    made = operation(f"{HEAD}{rows}| `a:b` | string | no | Alone. |\n\n{call}", "POST /cups")
    assert made.body
    schema = made.body.contents[0].schema
    assert isinstance(schema, Schema)
    assert [*schema.properties] == ["lid", "a:b"]
    lid = schema.properties["lid"]
    assert isinstance(lid, Schema)
    inks = lid.properties["inks"]
    assert isinstance(inks, Schema)
    assert isinstance(inks.items, Schema)
    assert [*inks.items.properties] == ["name"]


def test_a_sample_that_is_a_status_is_no_content() -> None:
    made = operation("Example response:\n\n```json\n200\n```\n", "POST /cups")
    assert [(answer.status, answer.contents) for answer in made.responses] == [("200", ())]


def test_fields_of_an_answer_under_a_condition_are_not_sent() -> None:
    made = operation(
        "If successful, returns [`200 OK`](x.md) and the following\nresponse attributes when you use a lid:\n\n"
        "| Attribute | Type | Description |\n| --- | --- | --- |\n| `[].id` | integer | Id. |\n"
    )
    assert made.parameters == ()
    schema = answers(made)["200"].contents[0].schema
    assert isinstance(schema, Schema)
    assert schema.types == ("array",)


def test_samples_below_what_the_response_contains() -> None:
    made = operation(
        "It returns these:\n\n| HTTP status | Reason |\n| --- | --- |\n| `202` | Queued. |\n\n"
        "If it is queued, the response contains:\n\n```json\n"
        '{"open": true}\n```\n\nAfterwards, the response includes\nthe following:\n\n```json\n{"open": false}\n```\n',
        "PUT /cups",
    )
    (content,) = answers(made)["202"].contents
    assert [example.value for example in content.examples] == [{"open": True}, {"open": False}]


def test_a_status_with_the_name_of_the_protocol() -> None:
    made = operation("If it is full, the endpoint returns the\nstatus code `HTTP 304 Not Modified`.\n", "POST /cups")
    assert "304" in answers(made)


def test_values_in_the_section_that_a_link_with_code_leads_to() -> None:
    made = operation(
        f"{HEAD}| `ink` | string | no | See [Options for `ink`](#options-for-ink). |\n\n### Options for `ink`\n\n"
        "Says which ink.\n\n| Value | Description |\n| --- | --- |\n| `blue` | Blue. |\n| `red` | Red, not `blue`. |\n"
    )
    (entry,) = made.parameters
    assert entry.enum
    assert entry.enum.value == ("blue", "red")


def test_text_in_a_sample_that_goes_on_in_further_lines() -> None:
    made = operation('Example response:\n\n```json\n{"ink": "Blue,\n    and red", "id": 1}\n```\n')
    (content,) = answers(made)["200"].contents
    assert [example.value for example in content.examples] == [{"ink": "Blue,\n    and red", "id": 1}]


def test_what_a_head_is_sent_is_what_the_get_there_takes() -> None:
    rows = "| `id` | integer | yes | The cup. |\n| `ink` | string | yes | Ink. |\n| `lid` | boolean | no | Lid. |\n"
    call = '```shell\ncurl --head "https://gitlab.example.com/api/v4/cups/5?ink=blue&size=3"\n```\n'
    draft, _ = read(
        f"# Cups API\n\n## Get a cup\n\n```plaintext\nGET /cups/:id\n```\n\n{HEAD}{rows}\n"
        f"### Get its metadata only\n\n```plaintext\nHEAD /cups/:id\n```\n\n{call}",
        "gitlab",
    )
    got, head = draft.operations
    assert head.method == "HEAD"
    assert head.parameters[:2] == got.parameters[:2]
    (size,) = head.parameters[2:]
    assert (size.name, size.required) == ("size", None)


def test_a_way_that_a_page_names_for_all_of_them_stands_beside_that_of_the_site() -> None:
    def ways(sentence: str, header: str) -> list[str] | None:
        call = f'```shell\ncurl --header "{header}" "https://gitlab.example.com/api/v4/cups"\n```\n'
        made = one(f"# Cups API\n\n{sentence}\n\n## List\n\n```plaintext\nGET /cups\n```\n\n{call}", "gitlab")
        return [requirement.scheme for way in made.security.value for requirement in way] if made.security else None

    for_all = "To authenticate with these endpoints from a job, pass the token as the `JOB-TOKEN` header."
    assert ways(for_all, "PRIVATE-TOKEN: <token>") == ["PrivateToken", "JobToken"]
    assert ways(for_all, "X-Ink: blue") == ["PrivateToken", "JobToken"]
    assert ways(for_all, "Authorization: Bearer <token>") == ["BearerAuth"]
    assert ways("Jobs have the `JOB-TOKEN` header.", "PRIVATE-TOKEN: <token>") == ["PrivateToken"]


def test_a_server_of_either_protocol() -> None:
    made = operation("", "DELETE http(s)://${CUP_HOST}/v2/${CUP_NAME}/lids?ink=${INK}")
    assert made.path == "/v2/{CUP_NAME}/lids"
    assert [(entry.place, entry.name, entry.examples) for entry in made.parameters] == [
        ("path", "CUP_NAME", ()),
        ("query", "ink", ()),
    ]


def test_statuses_in_a_row_of_conditions() -> None:
    made = operation("It returns `201` if the cup was made, `400` for wrong parameters.\n", "POST /cups")
    assert sorted(answers(made)) == ["201", "400"]


def test_text_is_returned() -> None:
    made = operation("Returns the raw cup label as plain text.\n")
    assert [content.media_type for content in answers(made)["200"].contents] == ["text/plain"]


def test_another_server_does_not_stand_in_for_that_of_the_site() -> None:
    page = "# Cups API\n\n## List\n\n```plaintext\nGET /cups\n```\n\n## Sign in\n\n```plaintext\nGET {0}/sign\n```\n"
    other, _ = read(page.replace("{0}", "https://cups.example"), "gitlab")
    unsaid, _ = read(page.replace("{0}", "http(s)://${CUP_HOST}"), "gitlab")
    for draft in (other, unsaid):
        assert [server.url for server in draft.servers] == ["https://gitlab.example.com/api/v4"]
    assert [[server.url for server in made.servers] for made in other.operations] == [[], ["https://cups.example"]]
    assert not any(made.servers for made in unsaid.operations)


@pytest.mark.parametrize(
    ("called", "told"),
    [
        (["/shelves/cups/1"], ["GET /cups/{id}: its sample calls go to /shelves/cups/{id}"]),
        (["/cups/1"], []),
        (["/shelves/cups/1", "/cups/1"], []),
    ],
    ids=["further steps", "none", "both"],
)
def test_steps_that_only_the_sample_calls_have_are_a_finding(called: list[str], told: list[str]) -> None:
    calls = "\n".join(f"curl https://gitlab.example.com/api/v4{path}" for path in called)
    draft, report = read(f"## Get it\n\n```plaintext\nGET /cups/:id\n```\n\n```shell\n{calls}\n```\n", "gitlab")
    assert [made.path for made in draft.operations] == ["/cups/{id}"]
    assert [finding.message for finding in report if finding.code == "page-path-undecided"] == told


def test_a_call_of_another_route_of_the_section_says_nothing_of_the_first() -> None:
    routes = "GET /cups\nGET /shelves/:shelf/cups"
    call = "curl https://gitlab.example.com/api/v4/shelves/3/cups"
    draft, report = read(f"## Get them\n\n```plaintext\n{routes}\n```\n\n```shell\n{call}\n```\n", "gitlab")
    assert [made.path for made in draft.operations] == ["/cups", "/shelves/{shelf}/cups"]
    assert "page-path-undecided" not in codes(report)


@pytest.mark.parametrize("end", ["[.format]", "(.:format)", "[/:page]"])
def test_what_may_stand_at_the_end_of_a_path_is_left_off_with_a_finding(end: str) -> None:
    draft, report = read(f"# Cups API\n\n## Do it\n\n```plaintext\nGET /cups/:id/file{end}\n```\n", "gitlab")
    (made,) = draft.operations
    assert made.path == "/cups/{id}/file"
    assert [entry.name for entry in made.parameters] == ["id"]
    assert any(repr(end) in finding.message for finding in report if finding.code == "page-path-undecided")
