"""How lists are walked, recognised from shapes."""

from __future__ import annotations

import pytest

from generator.config import Paging, Rename
from generator.model import Pagination
from tests.resolve.sources import resolved


def walked(parameters: str, body: str, headers: str = "") -> Pagination | None:
    found = resolved(
        f"""
paths:
  /teas:
    get:
      parameters: [{parameters}]
      responses:
        '200': {{description: ok, {headers} content: {{application/json: {{schema: {body}}}}}}}
"""
    )
    return found.api.operations[0].pagination


def query(*names: str, kind: str = "integer", more: str = "") -> str:
    return ", ".join(f"{{name: '{name}', in: query, schema: {{type: {kind}{more}}}}}" for name in names)


ROWS = "{type: array, items: {type: string}}"
LIST = f"{{type: object, properties: {{items: {ROWS}, totalCount: {{type: integer}}}}}}"


def test_pages() -> None:
    found = walked(query("page", "perPage", more=", default: 0"), LIST)
    assert found is not None
    assert (found.kind, found.parameter, found.size_parameter, found.first) == ("page", "page", "perPage", 0)
    assert (found.items_path, found.total_path) == (("items",), ("totalCount",))


def test_pages_are_counted_from_one_unless_the_document_says_otherwise() -> None:
    found = walked(query("page[number]", "page[size]"), ROWS)
    assert found is not None
    assert (found.first, found.items_path, found.parameter, found.size_parameter) == (
        1,
        (),
        "page[number]",
        "page[size]",
    )


def test_offsets() -> None:
    found = walked(query("offset", "limit"), f"{{type: object, properties: {{data: {ROWS}}}}}")
    assert found is not None
    assert (found.kind, found.parameter, found.size_parameter) == ("offset", "offset", "limit")


@pytest.mark.parametrize("field", ["next_cursor", "nextPageToken", "cursor"])
def test_cursors(field: str) -> None:
    body = f"{{type: object, properties: {{results: {ROWS}, {field}: {{type: string}}}}}}"
    found = walked(query("cursor", kind="string"), body)
    assert found is not None
    assert (found.kind, found.parameter, found.next_path) == ("cursor", "cursor", (field,))


def test_a_cursor_in_an_envelope() -> None:
    meta = "{type: object, properties: {next_cursor: {type: [string, 'null']}}}"
    found = walked(
        query("cursor", kind="string"), f"{{type: object, properties: {{teas: {ROWS}, response_metadata: {meta}}}}}"
    )
    assert found is not None
    assert (found.next_path, found.items_path) == (("response_metadata", "next_cursor"), ("teas",))


def test_links() -> None:
    fields = f"items: {ROWS}, next: {{type: string, format: uri}}, total: {{type: integer}}"
    body = f"{{type: object, properties: {{{fields}}}}}"
    found = walked(query("offset", "limit"), body)
    assert found is not None
    assert (found.kind, found.next_path) == ("link", ("next",))
    header = walked("", ROWS, "headers: {Link: {schema: {type: string}}},")
    assert header is not None
    assert (header.kind, header.next_path) == ("link", ())


@pytest.mark.parametrize(
    ("parameters", "body"),
    [
        (query("page"), "{type: object, properties: {name: {type: string}}}"),  # nothing to walk
        (query("start", "end"), ROWS),  # a range of dates, no size
        (query("cursor", kind="string"), ROWS),  # nowhere does the next cursor stand
        (query("limit"), ROWS),
    ],
)
def test_a_name_alone_does_not_suffice(parameters: str, body: str) -> None:
    assert walked(parameters, body) is None


def test_the_user_has_the_last_word() -> None:
    text = f"""
paths:
  /teas:
    get: {{responses: {{'200': {{description: ok, content: {{application/json: {{schema: {LIST}}}}}}}}}}}
"""
    paging = Paging(kind="offset", items=("items",), parameter="skip", size_parameter="take")
    found = resolved(text, renames=[Rename(method="GET", path="/teas", paging=paging)])
    walk = found.api.operations[0].pagination
    assert walk is not None
    assert (walk.kind, walk.parameter, walk.items_path) == ("offset", "skip", ("items",))
    wrong = Rename(method="GET", path="/teas", paging=Paging(kind="page", items=("rows",)))
    assert "pagination-mismatch" in resolved(text, renames=[wrong]).codes()
    off = Rename(method="GET", path="/teas", paging=Paging(kind="none"))
    assert resolved(text, renames=[off]).api.operations[0].pagination is None
