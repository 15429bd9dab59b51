"""What the words that most sites share make of pages of sites that nobody has written a profile for."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Parameter, Response, Schema
from tests.readers_pages.page_helpers import codes, one, read


def statuses(operation: Operation) -> dict[str, int]:
    """Status -> number of samples."""
    return {answer.status: sum(len(content.examples) for content in answer.contents) for answer in operation.responses}


def types(parameters: tuple[Parameter, ...]) -> dict[str, tuple[str, ...]]:
    """Name -> types."""
    return {entry.name: entry.schema.types if isinstance(entry.schema, Schema) else () for entry in parameters}


LABELS = """# Mugs API

### 3. Fill Mug

Fills it.

**Endpoint:** `POST /mugs/{mug_id}/fill`

**Authentication:** Required (Bearer token)

**Request Body:**
```json
{"amount": 2}
```

**Response:** `201 Created`
```json
{"full": true}
```

**400 Bad Request - Too much:**
```json
{"error": "too much"}
```

#### Error Response (404 Not Found)

```json
{"error": "no mug"}
```
"""


def test_bold_words_and_headings_announce_parts() -> None:
    operation = one(LABELS)
    assert (operation.method, operation.path) == ("POST", "/mugs/{mug_id}/fill")
    assert operation.action and operation.action.value == "Fill Mug"
    assert operation.security
    assert operation.body
    assert [example.value for example in operation.body.contents[0].examples] == [{"amount": 2}]
    assert statuses(operation) == {"201": 1, "400": 1, "404": 1}
    assert operation.responses[1].description and operation.responses[1].description.value == "Bad Request"


ENTRIES = """# Mugs API

## List mugs

- **Endpoint:** `GET /mugs`
- Quick.

## `DELETE /mugs/{id}` (new)

- `204 No Content` on success.

## Break mugs

### Query parameters

| Name | Type |
|------|------|
| hard | boolean |
"""


def test_routes_in_lists_and_headings_and_what_has_none() -> None:
    draft, report = read(ENTRIES)
    listed, deleted = draft.operations
    assert (listed.method, listed.path) == ("GET", "/mugs")
    assert (deleted.method, deleted.path, deleted.action) == ("DELETE", "/mugs/{id}", None)
    assert statuses(deleted) == {"204": 0}
    assert codes(report) == ["page-section-unplaced"]


SAVED = """<!doctype html><html><body><h1>Info</h1><p>Words.</p><h1>Mugs</h1><h2>Show a mug</h2>
<blockquote><p>Example response (200):</p></blockquote><pre><code class="language-json">{"id": 4}</code></pre>
<blockquote><p>Example response (404):</p></blockquote><pre><code class="language-json">{"gone": true}</code></pre>
<h3>HTTP Request</h3><p><code>GET api/mugs/{id}</code></p>
<h4>Query Parameters</h4><table><thead><tr><th>Parameter</th><th>Status</th><th>Description</th></tr></thead>
<tbody><tr><td><code>size</code></td><td>required</td><td>How big.</td></tr></tbody></table></body></html>"""


def test_chapters_paths_without_a_slash_and_statuses_that_are_none() -> None:
    operation = one(SAVED)
    assert operation.path == "/api/mugs/{id}"
    assert operation.resource and operation.resource.value == "Mugs"
    assert statuses(operation) == {"200": 1, "404": 1}
    size = operation.parameters[-1]
    assert size.name == "size"
    assert size.required and size.required.value is True


TABS = """# Mugs API

## See a mug

`GET` `https://api.mugs.example/v1/mugs/{mug-id}`

{% tabs %}
{% tab title="200: OK " %}
```json
{"id": 1}
```
{% endtab %}
{% tab title="404: Not Found " %}
```json
{"message": "none"}
```
{% endtab %}
{% endtabs %}
"""


def test_tabs_announce_answers() -> None:
    draft, _ = read(TABS)
    (operation,) = draft.operations
    assert draft.servers[0].url == "https://api.mugs.example"
    assert statuses(operation) == {"200": 1, "404": 1}


SCRAPED = """Mug Actions

Show Mug

Shows a mug

GET /mugs/{id}

Path Parameters

ParameterTypeRequiredDescription
idnumericYesUnique number of the mug

Query Parameters

ParameterTypeRequiredDescription
limitintegerNoMost mugs to return
sizemugsizeNoHow big

Status Codes

CodeDescription
200 OKMug found
299 OddMug odd
"""


def test_glued_rows_with_types() -> None:
    draft, report = read(SCRAPED)
    (operation,) = draft.operations
    assert types(operation.parameters) == {"id": ("number",), "limit": ("integer",)}
    limit = operation.parameters[1]
    assert limit.required and limit.required.value is False
    assert limit.description and limit.description.value == "Most mugs to return"

    def said(answer: Response) -> str:
        return answer.description.value if answer.description else ""

    assert [said(answer) for answer in operation.responses] == ["Mug found", "OddMug odd"]
    assert codes(report) == ["page-row-undecided"]


ROUTE_TABLES = """# Kettles (API)

## Read Kettle

This endpoint retrieves the kettle of that name.

| Method | Path             |
| :----- | :--------------- |
| `GET`  | `/kitchen/:name` |

### Parameters

- `name` `(string: <required>)` – Specifies the name, as part of the URL.
- `verbose` `(bool: false)` – Whether more is told.

### Sample Request

```shell-session
$ curl \\
    --header "X-Kitchen-Token: ..." \\
    https://127.0.0.1:8200/v1/kitchen/blue
```

### Sample Response

```json
{"litres": 2}
```

## Make Kettle

| Method | Path             |
| :----- | :--------------- |
| `POST` | `/kitchen/:name` |

### Parameters

- `name` `(string: <required>)` – Specifies the name, as part of the URL.
- `litres` `(int: 1)` – How much it holds.
- `owner` `(string: <required>)` – Whose it is.
- `shape` – Which form it has.

### Sample Payload

```json
{"litres": 2, "owner": "ann", "shape": "round"}
```

## List Kettles

| Method | Path       |
| :----- | :--------- |
| `LIST` | `/kitchen` |
"""


def test_routes_in_tables() -> None:
    draft, report = read(ROUTE_TABLES)
    assert codes(report) == []
    assert [(entry.method, entry.path) for entry in draft.operations] == [
        ("GET", "/kitchen/{name}"),
        ("POST", "/kitchen/{name}"),
        ("LIST", "/kitchen"),
    ]
    assert [server.url for server in draft.servers] == ["https://127.0.0.1:8200/v1"]
    get, post, _ = draft.operations
    assert types(get.parameters) == {"name": ("string",), "verbose": ("boolean",)}
    assert get.parameters[1].default and get.parameters[1].default.value is False
    assert statuses(get) == {"2XX": 1}
    assert types(post.parameters) == {"name": ("string",)}
    assert post.body and [content.media_type for content in post.body.contents] == ["application/json"]
    schema = post.body.contents[0].schema
    assert isinstance(schema, Schema)
    assert list(schema.properties) == ["litres", "owner", "shape"]
    assert schema.required == ("owner",)
    shape = schema.properties["shape"]
    assert isinstance(shape, Schema) and shape.types == ("string",) and shape.inferred
    assert statuses(post) == {}


MESSAGES = """# Notes resources

## Find Notes

`GET /api/notes?from=1506676478816&tags=a&limit=100`

**Example Request**:

```http
GET /api/notes?from=1506676478816&tags=a&limit=100 HTTP/1.1
Host: notes.example.com
Accept: application/json
```

Query Parameters:

- `from`: epoch datetime in milliseconds. Optional.
- `limit`: number. Optional - default is 100. Max limit for results returned.

**Example Response**:

```http
HTTP/1.1 200
Content-Type: application/json
X-Total: 3
[
    {"id": 1124}
]
```

## Create Note

`POST /api/notes`

**Example Request**:

```http
POST /api/notes HTTP/1.1
Content-Type: application/json

{
  "boardId": 468,
  "text": "Words"
}
```

JSON Body schema:

- **boardId** – Optional. The board it belongs to.
- **text** – The text of the note.

Status Codes:

- **200** – Created
- **400** – Not understood
"""


def test_whole_requests_and_answers_and_lists_with_bold_names() -> None:
    draft, report = read(MESSAGES)
    assert codes(report) == []
    find, create = draft.operations
    assert [server.url for server in draft.servers] == ["https://notes.example.com"]
    assert types(find.parameters) == {"from": ("integer",), "limit": ("number",), "tags": ("string",)}
    since, limit, _ = find.parameters
    assert since.description and since.description.value.startswith("epoch datetime")
    assert since.examples[0].value == 1506676478816
    assert limit.default and limit.default.value == 100
    (answer,) = find.responses
    assert answer.contents[0].examples[0].value == [{"id": 1124}]
    assert [header.name for header in answer.headers] == ["X-Total"]
    assert create.description is None
    assert create.body and create.body.contents[0].examples[0].value == {"boardId": 468, "text": "Words"}
    schema = create.body.contents[0].schema
    assert isinstance(schema, Schema)
    board = schema.properties["boardId"]
    assert isinstance(board, Schema)
    assert (board.types, board.description) == (("integer",), "The board it belongs to.")
    assert statuses(create) == {"200": 0, "400": 0}


LISTED = """# Cups API

What can be done with cups:

| Endpoint               | Method | Description        |
| ---------------------- | ------ | ------------------ |
| `/cups`                | GET    | List all cups      |
| `/cups/{id}`           | DELETE | Throw a cup away   |

## Saucers

| Request               | What it does     |
| --------------------- | ---------------- |
| `GET /saucers`        | unread: no word for a column of routes |

| Endpoint          | Description      |
| ----------------- | ---------------- |
| `POST /saucers`   | Put out a saucer |
"""


def test_a_page_whose_operations_stand_in_tables_alone() -> None:
    draft, _ = read(LISTED)
    assert [
        (entry.method, entry.path, entry.action and entry.action.value, entry.description and entry.description.value)
        for entry in draft.operations
    ] == [
        ("GET", "/cups", "List all cups", "List all cups"),
        ("DELETE", "/cups/{id}", "Throw a cup away", "Throw a cup away"),
        ("POST", "/saucers", "Put out a saucer", "Put out a saucer"),
    ]


def test_a_list_of_operations_is_no_more_than_that_where_they_are_described() -> None:
    draft, _ = read(LISTED + "\n## List cups\n\n`GET /cups`\n\nAll of them.\n")
    assert [(entry.method, entry.path) for entry in draft.operations] == [("GET", "/cups")]


SITE = """# Payments API

Base URL: `https://api.pay.example/v2`

All requests need an API key in the header `X-Pay-Key`.

## Create a payment

```
POST https://api.pay.example/v2/payments
```

## List payments

`GET /payments`

| Query param | Type | Default | Description |
|-------------|------|---------|-------------|
| `limit`     | int  | 20      | How many    |

## Refund

**POST** `/payments/:id/refund`

Body:

- `amount` (integer, optional) - how much
- `reason` (string) - why
"""


def test_the_page_says_where_the_api_is_and_who_may_call_it() -> None:
    draft, report = read(SITE)
    assert codes(report) == []
    assert [server.url for server in draft.servers] == ["https://api.pay.example/v2"]
    assert [entry.path for entry in draft.operations] == ["/payments", "/payments", "/payments/{id}/refund"]
    (scheme,) = draft.security_schemes
    assert (scheme.kind, scheme.place, scheme.parameter) == ("apiKey", "header", "X-Pay-Key")
    assert all(entry.security for entry in draft.operations)
    assert types(draft.operations[1].parameters) == {"limit": ("integer",)}
    refund = draft.operations[2]
    assert refund.description is None
    assert refund.body and [content.media_type for content in refund.body.contents] == ["application/json"]


@pytest.mark.parametrize(
    ("header", "kind", "scheme", "parameter"),
    [
        ("Authorization: Basic YTpi", "http", "basic", ""),
        ("Authorization: Bearer abc", "http", "bearer", ""),
        ("Authorization: abc", "apiKey", "", "Authorization"),
        ("X-Cup-Token: abc", "apiKey", "", "X-Cup-Token"),
        ("X-Request-Id: abc", "", "", ""),
    ],
)
def test_sample_calls_show_who_may_call(header: str, kind: str, scheme: str, parameter: str) -> None:
    draft, _ = read(f"# Cups\n\n## Get\n\n`GET /cups`\n\n```sh\ncurl -H '{header}' https://cups.example/cups\n```\n")
    found = [(entry.kind, entry.scheme, entry.parameter) for entry in draft.security_schemes]
    assert found == ([(kind, scheme, parameter)] if kind else [])


def test_other_words_about_headers_and_urls_say_nothing_of_the_site() -> None:
    draft, _ = read(
        "# Cups\n\nThe header `Accept` says what is wanted.\n\nSee https://docs.example\n\n## Get\n\n`GET /cups`\n"
    )
    assert draft.servers == ()
    assert draft.security_schemes == ()


def test_what_is_called_a_form_is_one_whatever_the_samples_are() -> None:
    made = one(
        "# Cups\n\n## Make\n\n`POST /cups`\n\n### Form data parameters\n\n"
        "| Name | Type |\n| --- | --- |\n| size | integer |\n\n"
        '### Example request\n\n```json\n{"size": 2}\n```\n'
    )
    assert types(made.parameters) == {"size": ("integer",)}
    assert made.parameters[0].place == "form"
