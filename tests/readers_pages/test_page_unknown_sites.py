"""Sites without a profile: marks in any order, placeholders of every style, samples that are no operations."""

from __future__ import annotations

import pytest

from generator.draft import Body, Operation, Schema
from generator.readers.pages.notation import curl
from generator.readers.pages.notation.urls import template
from scripts.accuracy import type_of
from tests.readers_pages.page_helpers import codes, one, read

STYLES = ("braces", "colon", "angles", "parentheses", "brackets")


def routes(text: str, name: str = "page.md") -> list[str]:
    draft, _ = read(text, "generic", name)
    return [f"{operation.method} {operation.path}" for operation in draft.operations]


def sent(operation: Operation) -> dict[str, tuple[str, str | None, bool]]:
    """Name -> place, type, and whether it is needed; the fields of a JSON body stand in `json`."""
    found = {
        entry.name: (entry.place, type_of(entry.schema), bool(entry.required and entry.required.value))
        for entry in operation.parameters
    }
    return {**found, **{name: ("json", kind, needed) for name, (kind, needed) in fields(operation.body).items()}}


def fields(body: Body | None) -> dict[str, tuple[str | None, bool]]:
    schemas = [content.schema for content in (body.contents if body else ()) if content.media_type.endswith("json")]
    return {
        name: (type_of(part), name in schema.required)
        for schema in schemas
        if isinstance(schema, Schema)
        for name, part in schema.properties.items()
    }


# -- marks beside a name


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("size - `required` `int` How tall it is.", ("integer", True, "How tall it is.")),
        ("`size` - *integer*, **required**. How tall it is.", ("integer", True, "How tall it is.")),
        ("`size` `(int: <required>)`- How tall it is.", ("integer", True, "How tall it is.")),
        ("`size` (optional, integer): How tall it is.", ("integer", False, "How tall it is.")),
        ("**size** [integer] (required) How tall it is.", ("integer", True, "How tall it is.")),
        ("size {integer} required - How tall it is.", ("integer", True, "How tall it is.")),
        ("`size` (integer, required, in cm): How tall it is.", ("integer", True, "in cm How tall it is.")),
        ("`size` number of cups", None),
        ("Note - there are more", None),
    ],
)
def test_marks_behind_a_name_in_any_order(entry: str, told: tuple[str, bool, str] | None) -> None:
    operation = one(f"# Cups\n\n## List cups\n\n`GET /cups`\n\n### Parameters\n\n* {entry}\n", "generic")
    if told is None:
        assert not any(type_of(entry.schema) for entry in operation.parameters)
        return
    [size] = operation.parameters
    said = (
        type_of(size.schema),
        bool(size.required and size.required.value),
        size.description and size.description.value,
    )
    assert (size.name, said) == ("size", told)


def test_a_default_behind_a_type() -> None:
    page = "# Cups\n\n## List cups\n\n`GET /cups`\n\n### Parameters\n\n- `size` `(int: 12)` - How tall.\n"
    [size] = one(page, "generic").parameters
    assert size.default is not None
    assert (type_of(size.schema), size.default.value) == ("integer", 12)


def test_marks_in_the_cells_for_a_name_and_for_a_type() -> None:
    rows = "| size required | How tall | int |\n| lid | Whether | bool (required) |\n| tag | Any | list of strings |\n"
    table = f"| Name | Description | Type |\n|---|---|---|\n{rows}"
    operation = one(f"# Cups\n\n## List cups\n\n`GET /cups`\n\n### Parameters\n\n{table}", "generic")
    assert sent(operation) == {
        "size": ("query", "integer", True),
        "lid": ("query", "boolean", True),
        "tag": ("query", "array<string>", False),
    }


@pytest.mark.parametrize(
    ("title", "place"),
    [("Form parameters", "form"), ("Query string parameter", "query"), ("Header parameter", "header")],
)
def test_the_title_of_the_names_says_where_they_are_sent(title: str, place: str) -> None:
    table = f"| {title} | Description |\n|---|---|\n| `size` | How tall |\n"
    assert sent(one(f"# Cups\n\n## Make a cup\n\n`POST /cups`\n\n{table}", "generic"))["size"][0] == place


# -- placeholders


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/cups/(id)/lid", "/cups/{id}/lid"),
        ("/cups/(id or name)", "/cups/{id_or_name}"),
        ("/cups/<int:id>", "/cups/{id}"),
        ("/cups/(string:slug)/", "/cups/{slug}/"),
        ("/cups/{id:int}", "/cups/{id}"),
        ("/cups/[id]", "/cups/{id}"),
        ("/cups/<cup id>", "/cups/{cup_id}"),
        ("/cups(.:format)", "/cups"),
    ],
)
def test_placeholders_of_frameworks(url: str, path: str) -> None:
    assert template(url, "", STYLES, {}).path == path
    assert routes(f"# Cups\n\n## Get a cup\n\n`GET {url}`\n\nOne of them.\n") == [f"GET {path}"]


def test_a_placeholder_may_tell_its_type() -> None:
    operation = one("# Cups\n\n## Get a cup\n\n`GET /cups/<int:id>/(string:part)`\n\nOne of them.\n", "generic")
    assert sent(operation) == {"id": ("path", "integer", True), "part": ("path", "string", True)}


# -- what is an operation


def test_an_example_request_is_no_operation_beside_the_one_that_is_told() -> None:
    call = "**Example request**:\n\n    POST /v1.2/cups/tall/fill?tea=green HTTP/1.1\n"
    told = "# Cups\n\n### Fill a cup\n\n`POST /cups/(name)/fill`\n\nFills it.\n\n"
    assert routes(told + call) == ["POST /cups/{name}/fill"]
    assert routes("# Cups\n\n### List cups\n\n**Example request**:\n\n    GET /cups\n") == ["GET /cups"]


def test_a_heading_of_any_words_right_above_a_route_names_an_operation() -> None:
    page = "# Tea\n\n## Query\n`POST /query`\n\n#### Request Body\n* tea - `required` `string` Which\n\n"
    assert routes(f"{page}## Authentication\n`POST /login`\n") == ["POST /query", "POST /login"]


def test_several_paths_in_a_cell_and_a_column_of_media_types() -> None:
    table = (
        "| Method | Path | Produces |\n|---|---|---|\n| `POST` | `/cups/:id` <br /> `/cups` | `application/json` |\n"
    )
    draft, _ = read(f"# Cups API\n\n## Make a cup\n\nMakes one.\n\n{table}\n", "generic")
    assert [operation.path for operation in draft.operations] == ["/cups/{id}", "/cups"]
    assert {operation.action.value for operation in draft.operations if operation.action} == {"Make a cup"}


def test_markdown_whose_tables_are_html() -> None:
    rows = "<tr><td>size</td><td>How tall</td><td>int</td></tr>\n" * 12
    table = f'<table class="t">\n<tr><th>Name</th><th>Description</th><th>Type</th></tr>\n{rows}</table>\n'
    page = f"## Tea\n\n### GET /cups\n\nAll of them.\n\n#### Request Parameters\n\n{table}\n### DELETE /cups\n\nNone.\n"
    assert routes(page) == ["GET /cups", "DELETE /cups"]


@pytest.mark.parametrize("option", ["-c jar.txt", "--connect-timeout 5", "--cacert ca.pem", "-w '%{http_code}'"])
def test_the_value_of_an_option_is_no_url(option: str) -> None:
    call = curl.read(f"curl {option} https://tea.example/cups")
    assert call and (call.method, call.url) == ("GET", "https://tea.example/cups")


def test_a_file_that_is_uploaded_is_put() -> None:
    call = curl.read("curl -T cup.png https://tea.example/cups/1")
    assert call and (call.method, call.url) == ("PUT", "https://tea.example/cups/1")


# -- answers


def test_lines_that_begin_with_a_status_as_code() -> None:
    page = (
        "# Cups\n\n### POST /cups\n\nMakes one.\n\n__Response__\n\nNothing is sent back.\n\n"
        "`201 (CREATED)`: It is made.<br/>\n`400 (BAD REQUEST)`: It is too tall.\n\n"
        "```\nany\n```\n\n`409`: There is one.\n"
    )
    draft, report = read(page, "generic")
    [operation] = draft.operations
    told = {answer.status: answer.description and answer.description.value for answer in operation.responses}
    assert told == {"201": "It is made.", "400": "It is too tall.", "409": "There is one."}
    assert operation.description and operation.description.value == "Makes one."
    assert codes(report) == []


def test_what_stands_below_the_heading_of_an_answer_is_of_it() -> None:
    page = (
        "# Cups\n\n## Make a cup\n\n`POST /cups`\n\n### Body\n\n* `size` (integer): How tall\n\n"
        "### Responses\n\n#### 201\n\n##### Headers\n\n* `Location` (string): Where\n\n"
        "##### Body\n\n* `id` (integer): Its number\n"
    )
    operation = one(page, "generic")
    assert sent(operation) == {"size": ("json", "integer", False)}
    [answer] = operation.responses
    [content] = answer.contents
    assert isinstance(content.schema, Schema)
    assert (answer.status, [*content.schema.properties]) == ("201", ["id"])


# -- operations told line by line


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Route: `/cups/:id`\n\n```curl\ncurl -X DELETE https://tea.example/cups/1\n```\n", ["DELETE /cups/{id}"]),
        ("Route: `/cups/:id`\n`/cups/:id?lid=:lid`\n\nIt is a `PUT` call.\n", ["PUT /cups/{id}"]),
        ("URL: /cups\n\nMethods: POST, PUT\n", ["POST /cups", "PUT /cups"]),
        ("Route: `/cups`\n\nIt is `GET` or `POST`.\n", []),
        ("URL: /cups\n\nMakes one.\n", []),
    ],
)
def test_a_url_behind_a_label_and_its_method_elsewhere(lines: str, found: list[str]) -> None:
    page = f"# Tea\n\n## Cups\n\n{lines}\n"
    assert routes(page) == found
    assert routes(f"{page}\n## Pots\n\n`GET /pots`\n\nAll of them.\n") == [*found, "GET /pots"]


def test_a_table_with_a_label_in_each_row() -> None:
    cells = {
        "Description": "This `PUT` method fills it.",
        "URL": "`http://[tea-server]:[tea-port]/api/cups/[cup]`",
        "Success code": "200",
        "Fail code": " 500 ",
        "Sample JSON input": '<pre>\n{\n  "tea": "green"\n}\n</pre>',
    }
    rows = "".join(f"<tr><td>{label}</td><td>{said}</td></tr>\n" for label, said in cells.items())
    operation = one(f"# Tea\n\n## Fill a cup\n\n<table>\n{rows}</table>\n\n<br/>\n", "generic")
    assert (operation.method, operation.path) == ("PUT", "/api/cups/{cup}")
    assert [answer.status for answer in operation.responses] == ["200", "500"]
    assert operation.body and operation.body.contents[0].examples[0].value == {"tea": "green"}
    assert operation.description and operation.description.value == "This `PUT` method fills it."


# -- fields line by line in scraped text


def test_fields_whose_marks_tell_where_the_next_begins() -> None:
    page = (
        "Make a cup\nPOST\n/cups\n/cups\nBody Params application/json\nsize\ninteger\nrequired\n<= 12\n"
        'lid\nboolean\noptional\nExample\n{\n"size": 1\n}\nResponses\n🟢200OK\napplication/json\nBody\nid\ninteger\n'
        "required\nname\nstring\noptional\n"
    )
    operation = one(page, "generic")
    assert sent(operation) == {"size": ("json", "integer", True), "lid": ("json", "boolean", False)}
    [answer] = operation.responses
    assert isinstance(answer.contents[0].schema, Schema)
    assert (answer.status, [*answer.contents[0].schema.properties]) == ("200", ["id", "name"])


def test_fields_with_marks_and_no_types() -> None:
    field = "{}\n{}\n\n{}\n\nValidations:\n\n  • Must be {}\n\n"
    told = field.format("size", "optional", "How tall it is", "a Integer")
    told += field.format("lid[kind]", "required", "Which one", "a String")
    told += field.format("tags", "optional , nil allowed", "All of them", "an array of any type")
    page = f"GET /cups\nList all cups\n\nParams\n\nParam name Description\n{told}GET /cups/:id\nShow a cup\n"
    draft, _ = read(page, "generic", "page.txt")
    assert sent(draft.operations[0]) == {
        "size": ("query", "integer", False),
        "lid[kind]": ("query", "string", True),
        "tags": ("query", "array|null", False),
    }
    [size, *_] = draft.operations[0].parameters
    assert size.description and size.description.value.startswith("How tall it is")
    assert draft.operations[1].path == "/cups/{id}"


def test_a_name_and_its_type_with_a_sign_between() -> None:
    page = "Make a cup\n\nPOST\n/cups\n\nRequest Body\n\nsize*integer\ntags?array<string>\n\nResponse\n"
    operation = one(page, "generic")
    assert sent(operation) == {"size": ("json", "integer", True), "tags": ("json", "array<string>", False)}


def test_marks_that_are_glued_to_the_next_name() -> None:
    page = (
        "Cups\nGET\n/\ncups\n/\n{id}\nHeaders\nX-Tea\nstring\nrequiredWhich one\nPath Parameters\nid\nstring\n"
        "requiredResponse\n200 - application/json\nsize\ninteger\nrequiredlid\nstring | null\noptionalThe lid\n"
    )
    operation = one(page, "generic")
    assert sent(operation) == {"id": ("path", "string", True), "X-Tea": ("header", "string", True)}
    [answer] = operation.responses
    schema = answer.contents[0].schema
    assert isinstance(schema, Schema)
    told = {name: (type_of(part), name in schema.required) for name, part in schema.properties.items()}
    assert told == {"size": ("integer", True), "lid": ("string|null", False)}


def test_a_mark_between_a_name_and_its_type() -> None:
    page = "GET /cups/{id}\n\nPath Parameters\nid\nrequired\nintegerThe number.\n\n"
    page += "Responses\n200\nOK\nobject\nExample\n{}\n"
    operation = one(page, "generic")
    assert sent(operation) == {"id": ("path", "integer", True)}
    assert [answer.status for answer in operation.responses] == ["200"]
    assert operation.body is None


# -- words


@pytest.mark.parametrize(
    "announced",
    [
        "You can pass the following optional GET parameters:",
        "The supported query parameters are:",
        "These are the available parameters:",
    ],
)
def test_a_sentence_announces_parameters(announced: str) -> None:
    entries = "- `size=<cm>` to get the tall ones.\n- `lid` to get those with one.\n"
    operation = one(f"# Cups\n\n#### GET /cups\n\nAll of them.\n\n{announced}\n\n{entries}", "generic")
    assert {name: place for name, (place, *_) in sent(operation).items()} == {"size": "query", "lid": "query"}


def test_a_sample_below_a_sentence_that_says_that_it_is_sent() -> None:
    sample = '```json\n{"size": 1}\n```\n\n'
    page = (
        f"# Cups\n\n## POST /cups\n\nTo make one, post the JSON below.\n\n{sample}Status codes:\n* 201 Created - made\n"
    )
    operation = one(page, "generic")
    assert operation.body and operation.body.contents[0].examples[0].value == {"size": 1}
    assert [(answer.status, answer.contents) for answer in operation.responses] == [("201", ())]


def test_paths_without_a_slash_and_several_ways_to_call_the_same() -> None:
    page = (
        "# Get a cup\n\nGets one.\n\n## Path and HTTP methods\n\nAll of it:\n\n```\nGET <shelf>/_cup/<_id>\n"
        "HEAD <shelf>/_cup/<_id>\n```\n\nThe lid only:\n\n```\nGET <shelf>/_lid/<_id>\n```\n\n"
        "## Query parameters\n\nParameter | Type\n:--- | :---\nsize | Integer\n\n"
        "## Example request\n\n```json\nGET shelf-1/_cup/0?size=1\n```\n"
    )
    draft, _ = read(page, "generic")
    assert [f"{entry.method} {entry.path}" for entry in draft.operations] == [
        "GET /{shelf}/_cup/{_id}",
        "HEAD /{shelf}/_cup/{_id}",
        "GET /{shelf}/_lid/{_id}",
    ]
    assert all("size" in sent(entry) for entry in draft.operations)


def test_signs_in_front_of_a_title_mean_nothing() -> None:
    page = "# Cups\n\n## Make a cup\n\n`POST /cups`\n\n### 📦 Form parameters\n\n* `size` (integer): How tall\n\n"
    page += "### ✅ 201\n\nMade.\n"
    operation = one(page, "generic")
    assert sent(operation) == {"size": ("form", "integer", False)}
    assert [answer.status for answer in operation.responses] == ["201"]


# -- text in which things stand where the reader of HTML would not have them


def test_operations_whose_request_stands_below_what_is_said_of_them() -> None:
    page = (
        "Cups\nList all cups\nAuthorizations\nResponses\n200\nAll of them\napplication/json\n403\nForbidden\n"
        'application/json\nget\nGET /cups HTTP/1.1\nHost: tea.example\nAccept: */*\n[\n{\n"id": 1\n}\n]\n'
        "Make a cup\nAuthorizations\nBody\nsizeinteger · min: 1Required\ntagsstring[]Optional\nResponses\n201\n"
        "Made\napplication/json\npost\nPOST /cups HTTP/1.1\nHost: tea.example\nContent-Type: application/json\n"
        '{\n"size": 1\n}\n{\n"id": 1\n}\n'
    )
    draft, _ = read(page, "generic", "page.txt")
    get, post = draft.operations
    assert (get.path, get.body, [answer.status for answer in get.responses]) == ("/cups", None, ["200", "403"])
    assert sent(post) == {"size": ("json", "integer", True), "tags": ("json", "array<string>", False)}
    assert [answer.status for answer in post.responses] == ["201"]


def test_a_sample_tells_which_fields_stand_inside_others() -> None:
    page = (
        "GET /cups\n\nResponses\n200\nBody\ncode\nstring\nrequired\nOK or not\ncup\nobject\nrequired\nThe cup\n"
        'id\ninteger\nrequired\nIts number\nExample\n{\n"code": "ok",\n"cup": {\n"id": 1\n}\n}\n'
    )
    [answer] = one(page, "generic").responses
    schema = answer.contents[0].schema
    assert isinstance(schema, Schema)
    assert [*schema.properties] == ["code", "cup"]
    cup = schema.properties["cup"]
    assert isinstance(cup, Schema) and [*cup.properties] == ["id"]


def test_names_and_types_on_one_line() -> None:
    page = (
        "Change a cup\n\nPATCH\n/cups/:id\n\nPath Parameters\n\n    id stringrequired\n\nHeader Parameters\n\n"
        "    X-Tea string\n    Example: green\n    X-Pot integer\n\nBody\n\n    object\n\nResponses\n\nOK\n"
    )
    operation = one(page, "generic")
    assert sent(operation) == {
        "id": ("path", "string", True),
        "X-Tea": ("header", "string", False),
        "X-Pot": ("header", "integer", False),
    }


@pytest.mark.parametrize("server", ["{URL}", "{{baseUrl}}", "<your host>", "{ api_server }"])
def test_what_stands_for_the_server_is_no_placeholder(server: str) -> None:
    page = f"patch: cups.update\n\nChanges it.\n\nHTTP request\n\nPATCH {server}/api/cups/{{id}}\n\nRequest body\n"
    operation = one(page, "generic")
    assert (operation.method, operation.path) == ("PATCH", "/api/cups/{id}")


def test_labels_on_the_last_line_of_a_paragraph_and_below_each_answer() -> None:
    page = (
        'Change a cup.\nMETHOD: PUT\nURL: /cups/{id}\nHEADERS:\n"X-Tea": "green"\nBODY:\n{\n"size": 1\n}\n'
        'Response\nSTATUS: 200 (Ok)\nBODY:\n{\n"id": 1\n}\nErrors\nSTATUS: 404 (NotFound)\nBODY:\n'
        '{\n"error": true\n}\n'
    )
    operation = one(page, "generic")
    assert operation.body and [example.value for example in operation.body.contents[0].examples] == [{"size": 1}]
    assert {
        answer.status: [example.value for content in answer.contents for example in content.examples]
        for answer in operation.responses
    } == {
        "200": [{"id": 1}],
        "404": [{"error": True}],
    }


def test_a_method_in_small_letters_and_a_url_without_a_scheme() -> None:
    titles = "Field\nType\nDescription\n"
    page = (
        f"Cups | Make a cup\nMakes one.\npost\n//tea.example.com/cups\nPermission:\nnone\nRequest Body\n{titles}"
        f"size\nrequired\nNumber\nHow tall\nSuccess 200\n{titles}id\nrequired\nNumber\nIts number.\n"
        f"Cups | Get a cup\nGets one.\nget\n//tea.example.com/cups/:id\n"
        f"Parameter\n{titles}id\nrequired\nNumber\nWhich\n"
    )
    draft, _ = read(page, "generic", "page.txt")
    assert [(entry.method, entry.path) for entry in draft.operations] == [("POST", "/cups"), ("GET", "/cups/{id}")]
    assert [server.url for server in draft.servers] == ["https://tea.example.com"]
    assert sent(draft.operations[0]) == {"size": ("json", "number", True)}
    assert sent(draft.operations[1]) == {"id": ("path", "number", True)}
    assert [answer.status for answer in draft.operations[0].responses] == ["200"]


def test_lines_that_are_a_list_of_operations() -> None:
    rows = "/cups/make POST Make a cup. Admin\n/cups/get GET Get a cup.\n/cups/find GET Find cups.\n"
    page = f"Cups Controller\n\nSummary of Endpoints\n\nEndpoint Method Description\n{rows}\nMake a Cup\n\nOf clay.\n"
    draft, _ = read(page, "generic", "page.txt")
    assert [(entry.method, entry.path, entry.action and entry.action.value) for entry in draft.operations] == [
        ("POST", "/cups/make", "Make a cup. Admin"),
        ("GET", "/cups/get", "Get a cup."),
        ("GET", "/cups/find", "Find cups."),
    ]
    assert all("clay" not in (entry.description.value if entry.description else "") for entry in draft.operations)


def test_an_error_response_of_the_usual_template() -> None:
    page = (
        "# Cups\n\n## Make a cup\n\n**URL** : `/cups/`\n\n**Method** : `POST`\n\n#### Success Response\n\n"
        "**Code** : `201 CREATED`\n\n#### Error Response\n\n**Condition** : Too tall.\n\n"
        "**Code** : `400 BAD REQUEST`\n"
    )
    assert [answer.status for answer in one(page, "generic").responses] == ["201", "400"]
