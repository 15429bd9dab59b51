"""Lists that come in pages: all their items, fetched as they are needed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

import httpx2
from pydantic import BaseModel

from .requests import Arguments
from .styles import Styled

Item = TypeVar("Item")
Page = TypeVar("Page")


@dataclass(frozen=True, slots=True)
class Paging:
    """How to get from a page to the next; names are the API's own.

    Attributes:
        kind: `page` counts pages and `offset` items, `cursor` hands back a token of the page
            before, `link` follows a URL in the answer, or in its `Link` header (RFC 8288).
        items: The keys that lead to the list of items in an answer.
        parameter: The query parameter that says which page.
        first: The number of the first page or item.
        next: The keys that lead to the next token or URL.
        last: The keys that lead from the last item to the next token, where `next` does not.
        more: The keys that lead to what is false on the last page.
        total: The keys that lead to the number of all items.
    """

    kind: Literal["page", "offset", "cursor", "link"]
    items: tuple[str, ...] = ()
    parameter: str = ""
    first: int = 0
    next: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    total: tuple[str, ...] = ()


class Pager(Generic[Item, Page]):
    """The items of all pages: `for item in pager`.

    Args:
        fetch: Gets a page for arguments, or for the URL that the page before gives.
    """

    def __init__(
        self,
        fetch: Callable[[Arguments, str], tuple[Page, httpx2.Response]],
        paging: Paging,
        arguments: Arguments,
    ) -> None:
        self._fetch = fetch
        self._paging = paging
        self._arguments = arguments

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self.items(page)

    def items(self, page: Page) -> Sequence[Item]:
        """The items of one of the answers."""
        return items_of(page, self._paging)

    def pages(self) -> Iterator[Page]:
        """The answers themselves, one a page."""
        walk = Walk(self._paging, self._arguments)
        while True:
            page, response = self._fetch(walk.arguments, walk.url)
            yield page
            if not walk.goes_on(page, response):
                return


class AsyncPager(Generic[Item, Page]):
    """The items of all pages: `async for item in pager`.

    Args:
        fetch: Gets a page for arguments, or for the URL that the page before gives.
    """

    def __init__(
        self,
        fetch: Callable[[Arguments, str], Awaitable[tuple[Page, httpx2.Response]]],
        paging: Paging,
        arguments: Arguments,
    ) -> None:
        self._fetch = fetch
        self._paging = paging
        self._arguments = arguments

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in self.items(page):
                yield item

    def items(self, page: Page) -> Sequence[Item]:
        """The items of one of the answers."""
        return items_of(page, self._paging)

    async def pages(self) -> AsyncIterator[Page]:
        """The answers themselves, one a page."""
        walk = Walk(self._paging, self._arguments)
        while True:
            page, response = await self._fetch(walk.arguments, walk.url)
            yield page
            if not walk.goes_on(page, response):
                return


class Walk:
    """Where a walk through pages stands; knows no connections, so that both pagers share it.

    Attributes:
        arguments: Those of the next call.
        url: Where the next page is, if the API said so; else "".
    """

    def __init__(self, paging: Paging, arguments: Arguments) -> None:
        self.arguments = arguments
        self.url = ""
        self._paging = paging
        self._seen = 0
        self._last: Sequence[Any] = ()
        self._visited: set[str] = set()

    def goes_on(self, page: object, response: httpx2.Response) -> bool:
        """Whether there is another page after this one; makes ready for it.

        An API that ignores which page it is asked for must not keep its client busy for ever: the
        walk ends where a page is the same as the one before, or a token or URL comes again.
        """
        if self._paging.more and _at(page, self._paging.more) is False:
            return False
        if self._paging.kind in ("cursor", "link"):
            return self._follow(page, response)
        return self._count(page)

    def _follow(self, page: object, response: httpx2.Response) -> bool:
        """Go where the answer says."""
        following = self._following(page, response)
        target = "" if following in (None, False) else str(following)
        if not target or target in self._visited:
            return False
        self._visited.add(target)
        if self._paging.kind == "cursor":
            self._ask_for(following)
        else:
            self.url = str(response.url.join(target))
        return True

    def _following(self, page: object, response: httpx2.Response) -> Any:
        """The token or URL of the next page, as far as the answer has one."""
        if self._paging.last:
            found = items_of(page, self._paging)
            return _at(found[-1], self._paging.last) if found else None
        return _at(page, self._paging.next) if self._paging.next else _linked(response)

    def _count(self, page: object) -> bool:
        """Go to the next page, or to the item after the last."""
        found, number = items_of(page, self._paging), self._number()
        self._seen += len(found)
        total = _at(page, self._paging.total) if self._paging.total else None
        reached = self._seen if self._paging.kind == "page" else number + len(found)
        if not found or found == self._last or (isinstance(total, int) and reached >= total):
            return False
        self._last = found
        self._ask_for(number + (1 if self._paging.kind == "page" else len(found)))
        return True

    def _number(self) -> int:
        """The number of the page or item that was asked for."""
        given = self.arguments.get("query", {}).get(self._paging.parameter)
        given = given.value if isinstance(given, Styled) else given
        return int(given) if isinstance(given, int | str) and given != "" else self._paging.first

    def _ask_for(self, value: object) -> None:
        query = {**self.arguments.get("query", {}), self._paging.parameter: value}
        following = self.arguments.copy()
        following["query"] = query
        self.arguments = following


def items_of(page: object, paging: Paging) -> Sequence[Any]:
    """The items of a page."""
    found = _at(page, paging.items)
    return found if isinstance(found, list | tuple) else ()


def _at(value: object, keys: tuple[str, ...]) -> Any:
    """What the API's keys lead to, None where they lead nowhere."""
    for key in keys:
        if isinstance(value, BaseModel):
            value = _property(value, key)
        elif isinstance(value, Mapping):
            value = value.get(key)
        else:
            return None
    return value


def _property(model: BaseModel, key: str) -> object:
    for name, field in type(model).model_fields.items():
        if (field.serialization_alias or name) == key:
            return getattr(model, name)
    return (model.model_extra or {}).get(key)


def _linked(response: httpx2.Response) -> str | None:
    """The target of the `Link` header with the relation `next`."""
    return response.links.get("next", {}).get("url")
