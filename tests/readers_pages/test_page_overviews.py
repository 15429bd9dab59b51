"""Operations told in sentences, tables and overviews of sites that no profile knows."""

from __future__ import annotations

from generator.draft import Schema
from tests.readers_pages.page_helpers import codes, read

TABLED = """# Mugs

## Show a mug

| Method | Path |
| :----- | :--- | ----- |
| `GET` | `/mugs/:name` | `200` |

### Parameters

- `name` `(string: <required>)` – Which.
- `depth` `(int: 3)` – How deep to look.
  It may be less.
- `parts` `(map<string|string>: nil)` – Of what.

  - `lid` `(bool: false)` - With the lid.

### Sample Request

```shell
$ curl http://127.0.0.1:80/v1/mugs/blue
```

## Change a mug

| Method | Path |
| :----- | :--- |
| `PUT` | `/mugs/:name` |

### Parameters

- `depth` `(int: <required>)` – How deep.

### Sample Payload

```json
{"depth": 3}
```
"""


def test_routes_in_tables_and_entries_with_types_in_brackets() -> None:
    draft, report = read(TABLED)
    shown, changed = draft.operations
    assert codes(report) == []
    assert [server.url for server in draft.servers] == ["http://127.0.0.1:80/v1"]
    said = [
        (p.name, p.place, bool(p.required and p.required.value), p.default and p.default.value)
        for p in shown.parameters
    ]
    assert said == [("name", "path", True, None), ("depth", "query", False, 3), ("parts", "query", False, None)]
    parts = shown.parameters[2].schema
    assert isinstance(parts, Schema)
    assert list(parts.properties) == ["lid"]
    assert changed.body and [content.media_type for content in changed.body.contents] == ["application/json"]
    body = changed.body.contents[0]
    assert isinstance(body.schema, Schema)
    assert (body.schema.required, body.examples[0].value) == (("depth",), {"depth": 3})


PROSE = """Mugs
====

Get mugs
--------

* `GET /racks/1/mugs.json` will return all mugs of a shelf.

###### Example JSON Response

``` json
[]
```

Make a mug
----------

* `POST /racks/1/mugs.json` makes a mug.

_Optional parameters_:

* `depth` - how deep it is.

###### Copy as cURL

``` shell
curl -H "Authorization: Basic abc" -d '{"depth":3}' https://mugs.example/$ACCOUNT/racks/1/mugs.json
```
"""


def test_routes_in_sentences_with_numbers_for_parameters() -> None:
    draft, report = read(PROSE)
    listed, made = draft.operations
    assert (listed.method, listed.path) == ("GET", "/racks/{rack_id}/mugs.json")
    assert listed.action and listed.action.value == "Get mugs"
    assert listed.responses[0].contents[0].examples[0].value == []
    assert made.body
    schema = made.body.contents[0].schema
    assert isinstance(schema, Schema)
    assert (list(schema.properties), schema.required) == (["depth"], ())
    assert made.security
    assert [scheme.scheme for scheme in draft.security_schemes] == ["basic"]
    assert draft.servers == ()
    assert codes(report) == ["page-path-undecided", "page-path-undecided"]


SENT = """# Mugs API

## Make a mug

`POST /api/mugs`

**Required JSON Body Fields**

- `depth`: how deep it is.

**Example Request**:

```http
POST /api/mugs HTTP/1.1
Content-Type: application/json
Authorization: Bearer abc

{"depth": 3}
```

**Example Response**:

```http
HTTP/1.1 201
Content-Type: application/json
{"id": 1}
```

## Find mugs

`GET /api/mugs?from=1&depth=3`

URL query parameters:

- `from`: number. Optional - default is `0`. Where to begin.
- `depth=<int | float>`: How deep.

```json
$ curl http://mugs.example/api/mugs
[{"id": 1}]
```
"""


def test_calls_and_answers_as_they_are_sent() -> None:
    draft, report = read(SENT)
    made, found = draft.operations
    assert codes(report) == []
    assert made.security and made.security.value[0][0].scheme == "BearerAuth"
    assert made.body and isinstance(made.body.contents[0].schema, Schema)
    assert made.body.contents[0].schema.required == ("depth",)
    assert [(answer.status, answer.contents[0].examples[0].value) for answer in made.responses] == [("201", {"id": 1})]
    first, second = found.parameters
    assert (first.name, first.required and first.required.value, first.default and first.default.value) == (
        "from",
        False,
        0,
    )
    assert (second.name, second.description and second.description.value) == ("depth", "How deep.")
    assert [answer.contents[0].examples[0].value for answer in found.responses] == [[{"id": 1}]]


LINE_BY_LINE = """# Mugs

## Break a mug

| HTTP method    | POST                                 |
| -------------- | ------------------------------------ |
| URL            | https://mugs.example/v2/mugs/{mugId} |
| Authentication | Bearer                               |

## Wash a mug

| | |
|---|---|
| Endpoint: | `/v2/mugs/{mugId}/wash` |
| Method:   | `PUT` |

## Sizes

| Word   | Meaning |
|--------|---------|
| Method | GET     |
| Small  | /small  |
"""


def test_a_table_that_tells_of_one_operation_line_by_line() -> None:
    page, report = read(LINE_BY_LINE)
    assert [(entry.method, entry.path, entry.action and entry.action.value) for entry in page.operations] == [
        ("POST", "/v2/mugs/{mugId}", "Break a mug"),
        ("PUT", "/v2/mugs/{mugId}/wash", "Wash a mug"),
    ]
    assert codes(report) == []
