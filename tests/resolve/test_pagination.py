"""How lists are walked, recognised from shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Paging, Rename, load
from generator.model import Pagination
from generator.source import Library
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


def test_the_project_file_says_how_pages_follow(tmp_path: Path) -> None:
    (tmp_path / "specloom.yaml").write_text(
        "name: tea\nopenapi: []\noperations:\n"
        "  GET /teas: {pagination: {kind: cursor, parameter: after, items: data.rows, last: meta.id, more: has_more}}\n"
    )
    (rename,) = load(tmp_path / "specloom.yaml", Library(tmp_path)).renames
    assert rename.paging == Paging(
        kind="cursor", parameter="after", items=("data", "rows"), last=("meta", "id"), more=("has_more",)
    )


ITEMS = "{type: array, items: {type: object, properties: {id: {type: string}, name: {type: string}}}}"


def test_the_last_item_says_where_to_go_on() -> None:
    body = f"{{type: object, properties: {{data: {ITEMS}, has_more: {{type: boolean}}}}}}"
    found = walked(query("limit") + ", " + query("starting_after", "ending_before", kind="string"), body)
    assert found is not None
    assert (found.kind, found.parameter, found.size_parameter) == ("cursor", "starting_after", "limit")
    assert (found.items_path, found.next_path, found.last_path, found.more_path) == (
        ("data",),
        (),
        ("id",),
        ("has_more",),
    )


def test_an_after_without_a_word_of_more_is_a_filter() -> None:
    body = f"{{type: object, properties: {{data: {ITEMS}}}}}"
    assert walked(query("after", kind="string"), body) is None


def test_connections_with_edges() -> None:
    info = "{type: object, properties: {hasNextPage: {type: boolean}, endCursor: {type: string}}}"
    body = f"{{type: object, properties: {{edges: {ITEMS}, facets: {ROWS}, pageInfo: {info}}}}}"
    found = walked(query("after", kind="string") + ", " + query("first"), body)
    assert found is not None
    assert (found.kind, found.parameter, found.size_parameter) == ("cursor", "after", "first")
    assert (found.items_path, found.next_path, found.more_path) == (
        ("edges",),
        ("pageInfo", "endCursor"),
        ("pageInfo", "hasNextPage"),
    )


@pytest.mark.parametrize("name", ["teas", "anything"])
def test_a_list_beside_others_is_known_by_the_path_or_by_its_objects(name: str) -> None:
    beside = f"unreachable: {ROWS}, notes: {ROWS}"
    body = f"{{type: object, properties: {{{beside}, {name}: {ITEMS}, nextPageToken: {{type: string}}}}}}"
    found = walked(query("pageSize") + ", " + query("pageToken", kind="string"), body)
    assert found is not None
    assert (found.items_path, found.next_path) == ((name,), ("nextPageToken",))


def test_lists_of_errors_are_no_answer() -> None:
    body = f"{{type: object, properties: {{errors: {ITEMS}, nextPageToken: {{type: string}}}}}}"
    assert walked(query("pageToken", kind="string"), body) is None


def test_a_url_is_no_token() -> None:
    links = "{type: object, properties: {next: {type: string}}}"
    body = f"{{type: object, properties: {{data: {ITEMS}, links: {links}}}}}"
    found = walked(query("page[cursor]", kind="string"), body)
    assert found is not None
    assert (found.kind, found.next_path) == ("link", ("links", "next"))
    following = "{type: string, description: The URL of the next page}"
    said = f"{{type: object, properties: {{data: {ITEMS}, next: {following}}}}}"
    assert (found := walked(query("cursor", kind="string"), said)) is not None
    assert found.kind == "link"


@pytest.mark.parametrize(("parameter", "found"), [("position", "cursor"), ("token", "cursor"), ("token2", None)])
def test_a_token_goes_back_under_its_own_name(parameter: str, found: str | None) -> None:
    field = "position" if parameter == "position" else "nextPageToken"
    body = f"{{type: object, properties: {{items: {ITEMS}, {field}: {{type: string}}}}}}"
    paging = walked(query(parameter, kind="string"), body)
    assert (paging and paging.kind) == found


def test_an_offset_that_is_a_token_counts_nothing() -> None:
    body = f"{{type: object, properties: {{data: {ITEMS}}}}}"
    described = "{name: offset, in: query, description: An offset token, schema: {type: string}}"
    assert walked(described + ", " + query("limit"), body) is None


def test_a_total_makes_up_for_the_size() -> None:
    body = f"{{type: object, properties: {{data: {ITEMS}, total: {{type: integer}}}}}}"
    assert (found := walked(query("offset"), body)) is not None
    assert (found.kind, found.total_path) == ("offset", ("total",))


def test_a_list_inside_one_thing_is_no_page() -> None:
    found = resolved(
        """
paths:
  /teas/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: page, in: query, schema: {type: integer}}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: object, properties: {leaves: {type: array, items: {type: string}}}}
"""
    )
    assert found.api.operations[0].pagination is None
