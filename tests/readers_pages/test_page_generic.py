"""What the words that most sites share make of pages of sites that nobody has written a profile for."""

from __future__ import annotations

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
