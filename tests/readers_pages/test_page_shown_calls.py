"""What sample calls show of a body, and what stands beside samples: fields, statuses, lists of routes."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Reference, Schema
from tests.readers_pages.page_helpers import one, read

ROWS = "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"
ROW = "| `name` | string | no | The name. |\n"


def operation(below: str, route: str = "POST /cups") -> Operation:
    return one(f"# Cups API\n\n## Do it\n\n```plaintext\n{route}\n```\n\n{below}", "gitlab")


def bodies(made: Operation) -> dict[str, list[object]]:
    contents = made.body.contents if made.body else ()
    return {content.media_type: [shown.value for shown in content.examples] for content in contents}


def answers(made: Operation) -> dict[str, list[object]]:
    return {
        answer.status: [shown.value for content in answer.contents for shown in content.examples]
        for answer in made.responses
    }


@pytest.mark.parametrize(
    "held",
    ['$(cat << \'JSON\'\n{\n  "name": "a"\n}\nJSON\n)', '\'{"name": "a"}\''],
    ids=["document", "quoted"],
)
def test_a_shell_variable_holds_what_is_sent(held: str) -> None:
    call = f'DATA={held}\ncurl --request POST --data "$DATA" "https://cups.example/cups"'
    parts = "curl --request POST --form name=a --form 'text=</a/file' https://cups.example/cups"
    made = operation(f"{ROWS}{ROW}\n```shell\n{call}\n```\n\nAs a form:\n\n```shell\n{parts}\n```\n")
    assert bodies(made) == {"application/json": [{"name": "a"}]}


def test_what_the_shell_puts_in_for_a_command_is_no_sample() -> None:
    call = """curl --request POST --data '{"name": "'"$(cat name.txt)"'"}' https://cups.example/cups"""
    plain = """curl --request POST --data '{"name": "a"}' https://cups.example/cups"""
    made = operation(f"{ROWS}{ROW}\n```shell\n{plain}\n```\n\nOr:\n\n```shell\n{call}\n```\n")
    assert bodies(made) == {"application/json": [{"name": "a"}]}


def test_json_is_sent_where_a_call_says_so_and_shows_marks_for_values() -> None:
    call = """curl --request POST -H "Content-Type: application/json" --data '{"name": <a_name>}' https://cups.example/cups"""
    assert bodies(operation(f"{ROWS}{ROW}\n```shell\n{call}\n```\n")) == {"application/json": []}


def test_a_call_that_does_not_say_its_method_is_of_any_that_sends() -> None:
    call = """curl --data '{"name": "a"}' https://cups.example/cups/1"""
    made = operation(f"{ROWS}{ROW}\n```shell\n{call}\n```\n", "PUT /cups/:id")
    assert bodies(made) == {"application/json": [{"name": "a"}]}


def test_each_call_of_an_operation_is_a_sample_of_its_body() -> None:
    calls = "".join(
        f'### With {name}\n\n```shell\ncurl --request POST --data \'{{"name": "{name}"}}\' https://cups.example/cups\n```\n\n'
        f'The following example response includes:\n\n- The name.\n\n```json\n{{"name": "{name}"}}\n```\n\n'
        for name in ("a", "b", "a")
    )
    made = operation(f"{ROWS}{ROW}\n{calls}")
    assert bodies(made) == {"application/json": [{"name": "a"}, {"name": "b"}]}
    assert answers(made) == {"201": [{"name": "a"}, {"name": "b"}, {"name": "a"}]}


def test_a_field_whose_type_is_open_and_that_holds_others_is_the_list_that_a_sample_shows() -> None:
    rows = "| `lids` | JSON | no | Lids. |\n| `lids:size` | integer | no | Size. |\n"
    call = """curl --request POST --data '{"lids": [{"size": 1}]}' https://cups.example/cups"""
    made = operation(f"{ROWS}{rows}\n```shell\n{call}\n```\n")
    assert made.body
    schema = made.body.contents[0].schema
    assert isinstance(schema, Schema)
    lids = schema.properties["lids"]
    assert isinstance(lids, Schema)
    assert lids.types == ("array",)
    assert isinstance(lids.items, Schema)
    assert list(lids.items.properties) == ["size"]


def test_a_table_of_what_the_sample_above_it_shows_describes_the_answer() -> None:
    sample = 'Example response:\n\n```json\n{"full": true, "name": "a"}\n```\n\n'
    call = '```shell\ncurl --request PUT "https://cups.example/cups/1"\n```\n\n'
    table = "| Attribute | Type | Description |\n| --- | --- | --- |\n| `full` | boolean | Whether it is. |\n"
    made = operation(f"{call}{sample}Returns:\n\n- `202 Accepted` if it went well.\n\n{table}", "PUT /cups/:id")
    assert made.body is None
    (answer,) = made.responses
    schema = answer.contents[0].schema
    assert not isinstance(schema, Reference)
    assert schema
    assert list(schema.properties) == ["full"]


def test_sentences_tell_the_statuses_of_the_samples_below_them() -> None:
    below = '### Response\n\nIn case of success status code is 202.\n\n```json\n{"a": 1}\n```\n\n'
    below += 'When it is full, the status code is 422\n\n```json\n{"b": 1}\n```\n'
    assert answers(operation(below)) == {"202": [{"a": 1}], "422": [{"b": 1}]}


def test_a_sample_says_its_own_status_in_many_words() -> None:
    below = 'Example responses:\n\n```json\n{"message": "204 Cup destroyed"}\n```\n\n'
    below += '```json\n{"message": "400 The cup is still in use by somebody who drinks from it"}\n```\n'
    assert list(answers(operation(below, "DELETE /cups/:id"))) == ["204", "400"]


def test_the_name_of_a_state_in_a_list_does_not_say_that_nothing_is_returned() -> None:
    below = 'The state is one of:\n\n- `none`\n- `full`\n\n```json\n{"state": "full"}\n```\n'
    assert answers(operation(below, "GET /cups/:id")) == {"200": [{"state": "full"}]}


def test_an_overview_of_routes_above_all_headings_makes_no_operations_of_those_below() -> None:
    overview = "---\ntitle: Cups API\n---\n\nWith pages:\n\n```plaintext\nGET /cups\nGET /pots\nGET /lids\n```\n\n"
    sections = "".join(
        f"## List {name}\n\nAll {name}.\n\n```plaintext\nGET /{name}\nGET /{name}?full=1\n```\n\n"
        for name in ("cups", "pots")
    )
    draft, _ = read(overview + sections, "gitlab")
    described = {made.path: made.action.value for made in draft.operations if made.action}
    assert described == {"/cups": "List cups", "/pots": "List pots", "/lids": "Cups API"}
    assert len(draft.operations) == 3


def test_what_is_said_below_a_heading_of_several_operations_is_said_of_each() -> None:
    words = "The Pots API was [deprecated](x.md) in 17.0.\nThese requests require the owner role.\n"
    words += "If pots are not enabled, a `403 Forbidden` status code is returned.\n"
    page = "# Cups API\n\nAbout.\n\n## List cups\n\n```plaintext\nGET /cups\n```\n\n## Pots\n\n" + words
    page += "\n### List pots\n\n```plaintext\nGET /pots\n```\n\n### Get a pot\n\n```plaintext\nGET /pots/:id\n```\n"
    cups, pots, pot = read(page, "gitlab")[0].operations
    assert not cups.deprecated
    assert not cups.responses
    for made in (pots, pot):
        assert made.deprecated
        assert [answer.status for answer in made.responses] == ["403"]
        assert made.description
        assert "owner role" in made.description.value


def test_a_page_says_what_such_a_request_returns() -> None:
    words = "Without a role, this request returns a `403 Forbidden` status code."
    page = f"# Cups API\n\n{words}\n\n## List\n\n```plaintext\nGET /cups\n```\n"
    assert [answer.status for answer in one(page, "gitlab").responses] == ["403"]


def test_json_right_below_a_call_is_what_it_gives_among_others() -> None:
    calls = "```shell\ncurl https://cups.example/cups/1\n```\n\n"
    below = f'{calls}Example response:\n\n```json\n{{"a": 1}}\n```\n\n### Another\n\n{calls}```json\n{{"a": 2}}\n```\n'
    assert answers(operation(below, "GET /cups/:id")) == {"200": [{"a": 1}, {"a": 2}]}


def test_what_is_answered_while_there_is_nothing_to_give_is_not_what_is_shown() -> None:
    below = 'If it is not ready, the response is `202 Accepted`.\n\nExample response:\n\n```json\n{"a": 1}\n```\n'
    assert answers(operation(below, "GET /cups/:id")) == {"200": [{"a": 1}], "202": []}
    assert answers(operation(below, "POST /cups")) == {"202": [{"a": 1}]}


def test_a_table_below_a_sentence_about_the_success_describes_the_answer() -> None:
    sent = f"Supported attributes:\n\n{ROWS}{ROW}\n"
    told = "If successful, returns [`200 OK`](x.md). If `view` is short, only some of them:\n\n"
    table = "| Attribute | Type | Description |\n| --- | --- | --- |\n| `size` | integer | If `null`, it has none. |\n"
    made = operation(
        f"{sent}{told}{table}\nOther possible responses:\n\n- `401 Unauthorized` if not.\n", "GET /cups/:id"
    )
    assert [entry.name for entry in made.parameters] == ["id", "name"]
    assert [answer.status for answer in made.responses] == ["200", "401"]
    schema = made.responses[0].contents[0].schema
    assert isinstance(schema, Schema)
    size = schema.properties["size"]
    assert isinstance(size, Schema)
    assert size.types == ("integer", "null")


def test_marks_of_lists_are_none_where_the_column_of_types_says_which_are_lists() -> None:
    rows = "".join(
        f"| `{name}` | {kind} | Of it. |\n"
        for name, kind in (
            ("lids[]", "array"),
            ("lids.size", "integer"),
            ("maker[]", "object"),
            ("maker.id", "integer"),
        )
    )
    told = "If successful, returns [`200 OK`](x.md) and the following response attributes:\n\n"
    made = operation(f"{told}| Attribute | Type | Description |\n| --- | --- | --- |\n{rows}", "GET /cups/:id")
    schema = made.responses[0].contents[0].schema
    assert isinstance(schema, Schema)
    kinds = {name: part.types for name, part in schema.properties.items() if isinstance(part, Schema)}
    assert kinds == {"lids": ("array",), "maker": ("object",)}


def test_a_quote_that_is_never_closed_hides_no_option() -> None:
    call = 'curl --request POST "https://cups.example/cups\n     --header "PRIVATE-TOKEN: a"\n     --data @cup.json'
    below = f"{ROWS}{ROW}\nExample request:\n\n```shell\n{call}\n```\n\n"
    below += '`@cup.json` looks like:\n\n```json\n{"name": "a"}\n```\n\n'
    made = operation(f'{below}Example response:\n\n```json\n{{"id": 1}}\n```\n')
    assert bodies(made) == {"application/json": [{"name": "a"}]}
    assert answers(made) == {"201": [{"id": 1}]}


def test_text_that_is_shown_as_the_answer_is_its_content() -> None:
    made = operation("Example response:\n\n```plaintext\nName,Size\nbig,3\n```\n", "GET /cups.csv")
    assert {content.media_type for answer in made.responses for content in answer.contents} == {"text/plain"}


def test_what_others_answer_is_none_of_its_answers() -> None:
    below = "This differs from the pots API, which returns `404 Not Found`.\n"
    assert list(answers(operation(below, "DELETE /cups/:id"))) == []
    assert list(answers(operation("It returns a 200 code.\n", "DELETE /cups/:id"))) == ["200"]


def test_a_call_with_the_wrong_method_is_of_the_only_operation_there() -> None:
    call = """curl --request POST --data '{"name": "a"}' https://cups.example/cups/1"""
    made = operation(f"{ROWS}{ROW}\n```shell\n{call}\n```\n", "PUT /cups/:id")
    assert bodies(made) == {"application/json": [{"name": "a"}]}


def test_all_that_is_sent_with_a_file_is_part_of_the_form() -> None:
    call = "curl --request POST --form 'content=@a.zip' --form 'version=1.3' https://cups.example/cups"
    made = operation(f"{ROWS}{ROW}\n```shell\n{call}\n```\n")
    assert [entry.name for entry in made.parameters] == ["name", "content", "version"]
    assert list(bodies(made)) == ["multipart/form-data"]
    without = operation(f"{ROWS}{ROW}\n```shell\n{call.replace('@', '')}\n```\n")
    assert [entry.name for entry in without.parameters] == ["name"]


def test_an_answer_in_html() -> None:
    made = operation("Example response:\n\n```html\n<html></html>\n```\n", "GET /cups.html")
    assert [content.media_type for answer in made.responses for content in answer.contents] == ["text/html"]


def test_a_step_is_one_placeholder_with_its_hyphens() -> None:
    assert operation("", "GET /cups/:cup-name/:cup-size/file").path == "/cups/{cup-name}/{cup-size}/file"
    assert operation("", "GET /cups/:name-:size").path == "/cups/{name}-{size}"
    assert operation("", "GET /cups/:name$:hash").path == "/cups/{name}${hash}"


def test_what_a_section_tells_of_pages_is_of_its_lists() -> None:
    page = "# Cups API\n\nAbout.\n\n## List cups\n\nTakes pagination parameters `page` and `per_page`.\n\n"
    page += "### As a guest\n\n```plaintext\nGET /cups\n```\n\n### As an owner\n\n```plaintext\nPOST /cups\n```\n"
    guest, owner = read(page, "gitlab")[0].operations
    assert [entry.name for entry in guest.parameters] == ["page", "per_page"]
    assert not owner.parameters


def test_what_a_page_tells_of_pages_is_of_the_lists_in_its_sections_too() -> None:
    page = "# Cups API\n\nTakes pagination parameters `page` and `per_page`.\n\n## List cups\n\nOf some.\n\n"
    page += "### As a guest\n\n```plaintext\nGET /cups\n```\n\n### As an owner\n\n```plaintext\nGET /own_cups\n```\n"
    for made in read(page, "gitlab")[0].operations:
        assert [entry.name for entry in made.parameters] == ["page", "per_page"]


def test_an_example_in_a_url_is_of_the_type_that_it_shows() -> None:
    (flag,) = operation("", "GET /cups?full=true").parameters
    assert [shown.value for shown in flag.examples] == [True]


def test_sentences_between_samples_say_of_which_status_they_are() -> None:
    below = 'Returns `201 Created`.\n\nExample response:\n\n```json\n{"a": 1}\n```\n\n'
    below += "In the event of a failed fill, it says why:\n\n"
    below += '```json\n{"message": "full"}\n```\n\nWhen it is tried, the API responds with `200 OK`:\n\n'
    below += '```json\n{"tried": true}\n```\n'
    assert answers(operation(below)) == {"201": [{"a": 1}], "200": [{"tried": True}], "4XX": [{"message": "full"}]}


def test_two_tables_of_one_answer_are_read_together() -> None:
    head = "If successful, returns [`200 OK`](x.md) and the following response attributes:\n\n"
    head += "| Attribute | Type | Description |\n"
    tables = "".join(
        f"{head}| --- | --- | --- |\n| `id` | integer | Of it. |\n| `{name}` | string | Of it. |\n\n"
        for name in ("a", "b")
    )
    made = operation(tables, "GET /cups/:id")
    schema = made.responses[0].contents[0].schema
    assert isinstance(schema, Schema)
    assert list(schema.properties) == ["id", "a", "b"]


def test_a_gap_below_the_head_of_a_table_leaves_it_a_table() -> None:
    made = operation(f"{ROWS.replace('| --- |', '| -- -|', 1)}{ROW}")
    assert [entry.name for entry in made.parameters] == ["name"]


def test_a_route_may_hold_options_and_stand_among_comments() -> None:
    routes = 'PUT --form "full=true" /cups/:id\n\n# --or--\n\nPUT --form "full=false" /cups/:id'
    draft, _ = read(f"# Cups API\n\n## Fill\n\n```plaintext\n{routes}\n```\n", "gitlab")
    assert [(made.method, made.path) for made in draft.operations] == [("PUT", "/cups/{id}")]


def test_what_is_described_counts_more_than_a_list_of_names() -> None:
    names = "At least one of the following parameters is required:\n\n- `name`\n- `size`\n\n"
    made = {entry.name: entry for entry in operation(f"{names}{ROWS}{ROW}").parameters}
    assert made["name"].description
    assert made["name"].schema


def test_what_is_said_below_the_first_heading_is_of_its_operations_alone() -> None:
    page = "---\ntitle: Cups API\n---\n\nAbout.\n\n## Pots\n\nThese requests require the owner role.\n\n"
    page += (
        "### List pots\n\n```plaintext\nGET /pots\n```\n\n## Cups\n\n### List cups\n\n```plaintext\nGET /cups\n```\n"
    )
    pots, cups = read(page, "gitlab")[0].operations
    assert pots.description
    assert not cups.description


def test_a_heading_inside_an_operation_that_shows_other_calls_first_is_none_of_its_own() -> None:
    calls = "#### Fill a large one\n\n```shell\ncurl https://cups.example/sizes\n```\n\n"
    calls += "```shell\ncurl --request POST --form name=a https://cups.example/cups\n```\n\n"
    table = f"Supported attributes for large cups only:\n\n{ROWS}| `depth` | integer | no | How deep. |\n"
    page = f"# Cups API\n\n### Fill\n\n```plaintext\nPOST /cups\n```\n\n{ROWS}{ROW}\n{calls}{table}"
    made = one(page, "gitlab")
    assert [entry.name for entry in made.parameters] == ["name", "depth"]


def test_a_comment_with_brackets_in_it_ends_no_list() -> None:
    sample = '[\n  {"a": 1},\n\n  // [...]\n\n  {"a": 2}\n]'
    made = operation(f"Example response:\n\n```json\n{sample}\n```\n", "GET /cups")
    assert answers(made) == {"200": [[{"a": 1}, {"a": 2}]]}


def test_each_sample_without_words_is_an_answer_where_nothing_can_be_sent() -> None:
    samples = '```json\n{"id": 1}\n```\n\n```json\n{"id": 2}\n```\n'
    assert answers(operation(samples, "GET /cups/:id")) == {"200": [{"id": 1}, {"id": 2}]}


def test_a_list_whose_commas_are_missing_is_a_sample() -> None:
    sample = 'Example response:\n\n```json\n{\n  "names": [\n    "a"\n    "b",\n    "c"\n  ]\n}\n```\n'
    assert answers(operation(sample, "GET /cups/:id")) == {"200": [{"names": ["a", "b", "c"]}]}


def test_a_note_says_what_all_operations_of_a_page_return() -> None:
    above = "# Cups API\n\n- Cups are closed at night.\n  These endpoints all return `404 Not Found`.\n\n"
    made = one(above + "## Do it\n\n```plaintext\nGET /cups\n```\n", "gitlab")
    assert "404" in [answer.status for answer in made.responses]


def test_a_table_of_all_that_a_sample_below_shows_describes_the_answer() -> None:
    table = "Supported attributes:\n\n| Attribute | Type | Description |\n| --- | --- | --- |\n"
    table += "".join(f"| `{name}` | number | How many. |\n" for name in ("cups", "pots", "pans"))
    sample = 'Example response:\n\n```json\n{"cups": 1, "pots": 2, "pans": 3}\n```\n'
    made = operation(f"{table}\n{sample}", "GET /counts")
    assert not made.parameters
    schema = made.responses[0].contents[0].schema
    assert isinstance(schema, Schema)
    assert list(schema.properties) == ["cups", "pots", "pans"]
    sought = operation(f"{table}\n{sample}".replace('"cups": 1, ', ""), "GET /counts")
    assert [entry.name for entry in sought.parameters] == ["cups", "pots", "pans"]
