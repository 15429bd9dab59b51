"""Lists that come in pages, walked over a transport in memory, by the sync and the async client alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

httpx2 = pytest.importorskip("httpx2")

Handler = Callable[[Any], Any]


def walk(
    handler: Handler, paging: dict[str, Any], *, settings: dict[str, Any] | None = None, **query: Any
) -> list[Any]:
    """All items, the same from both clients."""
    from sdk._runtime.operation import Operation
    from sdk._runtime.paging import Paging
    from sdk._runtime.transport import AsyncTransport, Settings, Transport

    options = Settings(**{"base_url": "https://api.example.com/v1", **(settings or {})})
    record: Any = Operation(method="GET", path="/things", returns={"200": Any}, security=(("key",),))
    how = Paging(**paging)
    client = httpx2.Client(transport=httpx2.MockTransport(handler))
    first = [*Transport(options, client).pages(record, how, query=query)]

    async def asynchronously() -> list[Any]:
        client = httpx2.AsyncClient(transport=httpx2.MockTransport(handler))
        return [item async for item in AsyncTransport(options, client).pages(record, how, query=query)]

    assert asyncio.run(asynchronously()) == first
    return first


def numbers(request: Any, key: str, default: int = 0) -> int:
    return int(request.url.params.get(key, default))


PAGES = [[1, 2], [3, 4], [5]]


def by_page(request: Any) -> Any:
    place = numbers(request, "page")
    return httpx2.Response(200, json={"items": PAGES[place] if place < len(PAGES) else []})


def test_pages_are_counted_until_one_is_empty() -> None:
    assert walk(by_page, {"kind": "page", "items": ("items",), "parameter": "page"}) == [1, 2, 3, 4, 5]


def test_a_walk_begins_where_its_caller_says() -> None:
    assert walk(by_page, {"kind": "page", "items": ("items",), "parameter": "page"}, page=1) == [3, 4, 5]


def test_a_total_spares_the_request_for_an_empty_page() -> None:
    asked: list[int] = []

    def handler(request: Any) -> Any:
        asked.append(numbers(request, "page", 1))
        return httpx2.Response(200, json={"meta": {"total": 5}, "items": PAGES[asked[-1] - 1]})

    paging = {"kind": "page", "items": ("items",), "parameter": "page", "first": 1, "total": ("meta", "total")}
    assert walk(handler, paging) == [1, 2, 3, 4, 5]
    assert asked == [1, 2, 3] * 2


def test_items_are_skipped() -> None:
    everything = list(range(7))

    def handler(request: Any) -> Any:
        start = numbers(request, "offset")
        return httpx2.Response(200, json=everything[start : start + 3])

    assert walk(handler, {"kind": "offset", "parameter": "offset"}) == everything
    assert walk(handler, {"kind": "offset", "parameter": "offset"}, offset=5) == [5, 6]


def test_an_offset_counts_towards_the_total() -> None:
    asked: list[int] = []

    def handler(request: Any) -> Any:
        asked.append(numbers(request, "offset"))
        return httpx2.Response(200, json={"data": [asked[-1]], "total": 6})

    paging = {"kind": "offset", "items": ("data",), "parameter": "offset", "total": ("total",)}
    assert walk(handler, paging, offset=4) == [4, 5]
    assert asked == [4, 5] * 2


def test_a_cursor_is_handed_back() -> None:
    following = {"": "b", "b": "c", "c": None}

    def handler(request: Any) -> Any:
        cursor = request.url.params.get("cursor", "")
        return httpx2.Response(200, json={"data": [cursor], "meta": {"next": following[cursor]}})

    paging = {"kind": "cursor", "items": ("data",), "parameter": "cursor", "next": ("meta", "next")}
    assert walk(handler, paging) == ["", "b", "c"]


def test_the_last_item_says_where_to_go_on() -> None:
    asked: list[str] = []

    def handler(request: Any) -> Any:
        asked.append(request.url.params.get("starting_after", ""))
        start = int(asked[-1] or 0)
        data = [{"meta": {"id": str(start + step)}} for step in (1, 2)]
        return httpx2.Response(200, json={"data": data, "has_more": start < 2})

    paging = {"kind": "cursor", "items": ("data",), "parameter": "starting_after", "last": ("meta", "id")}
    assert [item["meta"]["id"] for item in walk(handler, {**paging, "more": ("has_more",)})] == ["1", "2", "3", "4"]
    assert asked == ["", "2"] * 2


def test_without_items_there_is_no_last_one() -> None:
    def handler(request: Any) -> Any:
        return httpx2.Response(200, json={"data": [1, {"id": 7}] if "after" not in request.url.params else []})

    paging = {"kind": "cursor", "items": ("data",), "parameter": "after", "last": ("id",)}
    assert walk(handler, paging) == [1, {"id": 7}]


@pytest.mark.parametrize("kind", ["page", "offset", "cursor", "link"])
def test_a_walk_ends_where_the_answer_says_that_there_is_no_more(kind: str) -> None:
    def handler(request: Any) -> Any:
        number = numbers(request, "page")
        answer = {"data": [number], "info": {"more": number < 1}, "next": f"?page={number + 1}"}
        return httpx2.Response(200, json={**answer, "token": number + 1})

    paging = {"kind": kind, "items": ("data",), "parameter": "page", "more": ("info", "more")}
    paging["next"] = ("next",) if kind == "link" else ("token",)
    assert walk(handler, paging) == [0, 1]


def test_a_link_in_the_answer_is_followed() -> None:
    def handler(request: Any) -> Any:
        more = {"next": "/v1/things?after=2"} if "after" not in request.url.params else {}
        return httpx2.Response(200, json={"data": [str(request.url)], **more})

    assert walk(handler, {"kind": "link", "items": ("data",), "next": ("next",)}) == [
        "https://api.example.com/v1/things",
        "https://api.example.com/v1/things?after=2",
    ]


def test_a_link_header_is_followed() -> None:
    def handler(request: Any) -> Any:
        first = "page" not in request.url.params
        headers = {"Link": '<https://api.example.com/v1/things?page=2>; rel="next", </x>; rel="last"'} if first else {}
        return httpx2.Response(200, json=[1 if first else 2], headers=headers)

    assert walk(handler, {"kind": "link"}) == [1, 2]


def test_a_link_elsewhere_does_not_get_the_credentials() -> None:
    from sdk._runtime.auth import Credential

    seen: list[tuple[str, str]] = []

    def handler(request: Any) -> Any:
        seen.append((request.url.host, request.headers.get("X-Key", "")))
        return httpx2.Response(200, json={"data": [1], "next": "https://evil.example/v1/things?page=2"})

    credentials = {"key": Credential("header", "X-Key", lambda: "secret")}
    walk(handler, {"kind": "link", "items": ("data",), "next": ("next",)}, settings={"credentials": credentials})
    assert seen == [("api.example.com", "secret")] * 4


def test_a_credential_in_the_query_is_kept_on_the_way() -> None:
    from sdk._runtime.auth import Credential

    seen: list[str] = []

    def handler(request: Any) -> Any:
        seen.append(str(request.url.query, "ascii"))
        more = {"next": "?page=2"} if len(seen) % 2 else {}
        return httpx2.Response(200, json={"data": [1], **more})

    credentials = {"key": Credential("query", "key", lambda: "secret")}
    walk(handler, {"kind": "link", "items": ("data",), "next": ("next",)}, settings={"credentials": credentials})
    assert seen == ["key=secret", "page=2&key=secret"] * 2


@pytest.mark.parametrize("kind", ["page", "offset", "cursor", "link"])
def test_an_api_that_always_says_the_same_does_not_keep_its_client_for_ever(kind: str) -> None:
    def handler(_: Any) -> Any:
        return httpx2.Response(200, json={"data": [1, 2], "next": "/v1/things?page=2"})

    paging = {"kind": kind, "items": ("data",), "parameter": "page", "next": ("next",)}
    assert walk(handler, paging) == [1, 2, 1, 2]


def test_an_answer_without_the_list_has_no_items() -> None:
    assert walk(lambda _: httpx2.Response(200, json={"data": {"a": 1}}), {"kind": "page", "items": ("data", "x")}) == []


def test_a_failure_on_the_way_is_an_error() -> None:
    from sdk.errors import NotFoundError

    def handler(request: Any) -> Any:
        page = numbers(request, "page")
        return httpx2.Response(200, json=[page]) if page == 0 else httpx2.Response(404)

    with pytest.raises(NotFoundError):
        walk(handler, {"kind": "page", "parameter": "page"})
