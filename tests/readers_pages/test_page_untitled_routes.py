"""Sections that give several routes, each with what is said of it, as files of notes on an API have them."""

from __future__ import annotations

import pytest

from generator.draft import Operation
from tests.readers_pages.page_helpers import codes, read

BELOW = """# Mug API

## Mugs

{0}GET /mugs{0}

Lists the mugs.

{0}POST /mugs{0}

Makes a mug.

- `name` (string, required): What it is called

{0}DELETE /mugs/:id{0}

Breaks a mug.
"""
ABOVE = """# Mug API

## Mugs

All mugs

```
GET /mugs
```

One more mug

```
POST /mugs
```

```json
{"name": "blue"}
```
"""


def _said(operation: Operation) -> tuple[str, str, str]:
    described = operation.description.value if operation.description else ""
    return operation.method, operation.path, described


@pytest.mark.parametrize("sign", ["`", "**", ""])
def test_each_route_has_what_stands_below_it(sign: str) -> None:
    draft, report = read(BELOW.format(sign))
    assert [_said(operation) for operation in draft.operations] == [
        ("GET", "/mugs", "Lists the mugs."),
        ("POST", "/mugs", "Makes a mug."),
        ("DELETE", "/mugs/{id}", "Breaks a mug."),
    ]
    assert [operation.body is not None for operation in draft.operations] == [False, True, False]
    assert codes(report) == ["page-body-assumed"]


def test_titles_may_stand_above_their_routes() -> None:
    draft, report = read(ABOVE)
    titles = [operation.summary.value if operation.summary else "" for operation in draft.operations]
    assert titles == ["All mugs", "One more mug"]
    assert codes(report) == ["page-example-unread"]


def test_routes_that_stand_together_are_told_together() -> None:
    draft, _ = read("# Mugs\n\n## Change a mug\n\n`PUT /mugs/:id`\n\nor\n\n`PATCH /mugs/:id`\n\nIt is changed.\n")
    titles = [operation.summary and operation.summary.value for operation in draft.operations]
    assert titles == ["Change a mug", "Change a mug"]


def test_a_call_of_a_route_is_no_further_one() -> None:
    page = "# Mugs\n\n## Show a mug\n\n`GET /mugs/:id`\n\nShows it. So does this:\n\n`GET /mugs/7`\n\nIt is blue.\n"
    draft, _ = read(page)
    assert [operation.summary and operation.summary.value for operation in draft.operations][:1] == ["Show a mug"]


SCRAPED = """Mugs API

Endpoints

GET /v1/mugs

Purpose: List mugs

Filter them by colour.

POST /v1/mugs

Purpose: Make a mug

It is made of clay.
"""


def test_a_labelled_line_below_a_route_is_no_title_of_the_next_one() -> None:
    draft, _ = read(SCRAPED, name="page.txt")
    assert [_said(operation) for operation in draft.operations] == [
        ("GET", "/v1/mugs", "Purpose: List mugs\n\nFilter them by colour."),
        ("POST", "/v1/mugs", "Purpose: Make a mug\n\nIt is made of clay."),
    ]


ANSWERED = """List mugs
GET
https://api.example.com/v2/mugs
Headers
Authorization
string
Your key
HTTP/1.1 200 OK
Content-Type: application/hal+json
{
"mugs": [{"id": 7}],
"count": 5
}
Example
curl -X GET https://api.example.com/v2/mugs \\
-H "Authorization: Bearer abc"
Response
HTTP/1.1 200 OK
"""


def test_a_whole_answer_in_text_is_an_answer_wherever_it_stands() -> None:
    draft, _ = read(ANSWERED, name="page.txt")
    (operation,) = draft.operations
    assert operation.body is None
    (response,) = operation.responses
    assert response.status == "200"
    assert response.contents[0].examples[0].value == {"mugs": [{"id": 7}], "count": 5}


def test_lines_of_names_with_their_types_are_not_dropped_in_silence() -> None:
    page = "List mugs\n\nGET\n/v1/mugs\n\nQuery parameters\n\nlimitinteger\nRange0 <= value\ncolourstring\n\nResponse\n"
    draft, report = read(page, name="page.txt")
    assert [operation.path for operation in draft.operations] == ["/v1/mugs"]
    assert codes(report) == ["page-row-undecided"]
