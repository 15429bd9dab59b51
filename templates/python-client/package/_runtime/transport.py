"""Sends requests and hands back typed answers: one class that waits, and one for `async`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar, Unpack

import httpx2

from ..errors import ApiConnectionError, ApiTimeoutError
from . import auth, responses, retries
from .not_given import NOT_GIVEN, NotGiven
from .operation import Operation
from .paging import AsyncPager, Pager, Paging
from .requests import Arguments, Prepared, prepare
from .streams import AsyncStream, Decoder, EventDecoder, JsonDecoder, SequenceDecoder, Stream

T = TypeVar("T")

DEFAULT_TIMEOUT = 60.0
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a client calls its API.

    Attributes:
        base_url: Where the API is.
        own_base_url: The user named it: operations with a server of their own are sent there too.
        strict: Refuse answers that are not as documented.
        headers: Those of an HTTP client of our own.
        more_headers: Sent with every request, over those of the call.
    """

    base_url: str
    own_base_url: bool = False
    credentials: auth.Credentials = field(default_factory=dict)
    timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN
    max_retries: int = 2
    strict: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    more_headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse at once what no request could be sent to.

        Raises:
            ValueError: The base URL has no scheme.
        """
        if not self.base_url.lower().startswith(("http://", "https://")):
            raise ValueError(f"base_url must begin with http:// or https://: {self.base_url!r}")

    def changed(
        self,
        *,
        timeout: float | httpx2.Timeout | NotGiven | None,
        max_retries: int | None,
        headers: Mapping[str, str] | None,
    ) -> Settings:
        """The settings with others in their place where these are given."""
        return replace(
            self,
            timeout=self.timeout if timeout is NOT_GIVEN else timeout,
            max_retries=self.max_retries if max_retries is None else max_retries,
            more_headers={**self.more_headers, **(headers or {})},
        )

    def prepare(self, operation: Operation[Any], arguments: Arguments, link: str = "") -> Prepared:
        """The request of a call, or of the page that a link leads to."""
        base_url = (
            self.base_url if self.own_base_url or not operation.base_url else operation.base_url
        )
        return prepare(operation, arguments, base_url, self.credentials, link, self.more_headers)

    @property
    def client_options(self) -> dict[str, Any]:
        """The options of an HTTP client of our own."""
        timeout = DEFAULT_TIMEOUT if self.timeout is NOT_GIVEN else self.timeout
        return {"headers": self.headers, "timeout": timeout}


class Transport:
    """Sends requests and waits."""

    def __init__(self, settings: Settings, http_client: httpx2.Client | None = None) -> None:
        self.settings = settings
        self._owned = http_client is None
        self._http = http_client or httpx2.Client(**settings.client_options)

    def changed(self, settings: Settings) -> Transport:
        """Another one with these settings, over the same connections."""
        return Transport(settings, self._http)

    def call(self, operation: Operation[T], **arguments: Unpack[Arguments]) -> T:
        """Call an operation."""
        result, _ = self.fetch(operation, arguments)
        return result

    def pages(
        self, operation: Operation[T], paging: Paging, **arguments: Unpack[Arguments]
    ) -> Pager[Any, T]:
        """All items of a list; nothing is called before the first is asked for."""
        return Pager(partial(self.fetch, operation), paging, arguments)

    def fetch(
        self, operation: Operation[T], arguments: Arguments, link: str = ""
    ) -> tuple[T, httpx2.Response]:
        """Call an operation, or follow the API's own link to its next page."""
        prepared = self.settings.prepare(operation, arguments, link)
        response = self._send(prepared, stream=False)
        return responses.result(operation, response, strict=self.settings.strict), response

    def stream(self, operation: Operation[T], **arguments: Unpack[Arguments]) -> Stream[T]:
        """Call an operation that answers piece by piece."""
        response = self._send(self.settings.prepare(operation, arguments), stream=True)
        if not response.is_success:
            response.read()
            raise responses.error(operation, response)
        return Stream(response, _decoder(operation, response))

    def close(self) -> None:
        """Close the connections, unless the HTTP client is the user's own."""
        if self._owned:
            self._http.close()

    def _send(self, prepared: Prepared, *, stream: bool) -> httpx2.Response:
        with prepared.opened:
            return self._send_until_done(prepared, stream=stream)

    def _send_until_done(self, prepared: Prepared, *, stream: bool) -> httpx2.Response:
        request = _request(self._http, prepared, self.settings.timeout)
        attempt = 0
        while True:
            outcome: httpx2.Response | ApiConnectionError
            try:
                outcome = self._follow(request, prepared, stream=stream)
            except httpx2.TransportError as problem:
                outcome = _connection_error(problem, request)
            pause = retries.pause(prepared.method, outcome, attempt, self.settings.max_retries)
            if pause is None:
                return _settled(outcome)
            if not isinstance(outcome, ApiConnectionError):
                outcome.close()
            time.sleep(pause)
            attempt += 1

    def _follow(
        self, request: httpx2.Request, prepared: Prepared, *, stream: bool
    ) -> httpx2.Response:
        response = self._http.send(request, stream=stream, follow_redirects=False)
        for _ in range(_MOST_REDIRECTS):
            following = _redirected(response, prepared)
            if following is None:
                break
            response.close()
            response = self._http.send(following, stream=stream, follow_redirects=False)
        return response


class AsyncTransport:
    """Sends requests and lets others work meanwhile."""

    def __init__(self, settings: Settings, http_client: httpx2.AsyncClient | None = None) -> None:
        self.settings = settings
        self._owned = http_client is None
        self._http = http_client or httpx2.AsyncClient(**settings.client_options)

    def changed(self, settings: Settings) -> AsyncTransport:
        """Another one with these settings, over the same connections."""
        return AsyncTransport(settings, self._http)

    async def call(self, operation: Operation[T], **arguments: Unpack[Arguments]) -> T:
        """Call an operation."""
        result, _ = await self.fetch(operation, arguments)
        return result

    def pages(
        self, operation: Operation[T], paging: Paging, **arguments: Unpack[Arguments]
    ) -> AsyncPager[Any, T]:
        """All items of a list; nothing is called before the first is asked for."""
        return AsyncPager(partial(self.fetch, operation), paging, arguments)

    async def fetch(
        self, operation: Operation[T], arguments: Arguments, link: str = ""
    ) -> tuple[T, httpx2.Response]:
        """Call an operation, or follow the API's own link to its next page."""
        prepared = self.settings.prepare(operation, arguments, link)
        response = await self._send(prepared, stream=False)
        return responses.result(operation, response, strict=self.settings.strict), response

    async def stream(
        self, operation: Operation[T], **arguments: Unpack[Arguments]
    ) -> AsyncStream[T]:
        """Call an operation that answers piece by piece."""
        response = await self._send(self.settings.prepare(operation, arguments), stream=True)
        if not response.is_success:
            await response.aread()
            raise responses.error(operation, response)
        return AsyncStream(response, _decoder(operation, response))

    async def close(self) -> None:
        """Close the connections, unless the HTTP client is the user's own."""
        if self._owned:
            await self._http.aclose()

    async def _send(self, prepared: Prepared, *, stream: bool) -> httpx2.Response:
        with prepared.opened:
            return await self._send_until_done(prepared, stream=stream)

    async def _send_until_done(self, prepared: Prepared, *, stream: bool) -> httpx2.Response:
        request = _request(self._http, prepared, self.settings.timeout)
        attempt = 0
        while True:
            outcome: httpx2.Response | ApiConnectionError
            try:
                outcome = await self._follow(request, prepared, stream=stream)
            except httpx2.TransportError as problem:
                outcome = _connection_error(problem, request)
            pause = retries.pause(prepared.method, outcome, attempt, self.settings.max_retries)
            if pause is None:
                return _settled(outcome)
            if not isinstance(outcome, ApiConnectionError):
                await outcome.aclose()
            await asyncio.sleep(pause)
            attempt += 1

    async def _follow(
        self, request: httpx2.Request, prepared: Prepared, *, stream: bool
    ) -> httpx2.Response:
        response = await self._http.send(request, stream=stream, follow_redirects=False)
        for _ in range(_MOST_REDIRECTS):
            following = _redirected(response, prepared)
            if following is None:
                break
            await response.aclose()
            response = await self._http.send(following, stream=stream, follow_redirects=False)
        return response


def _request(
    http: httpx2.Client | httpx2.AsyncClient,
    prepared: Prepared,
    timeout: float | httpx2.Timeout | NotGiven | None,
) -> httpx2.Request:
    request = http.build_request(
        prepared.method,
        prepared.url,
        headers=prepared.headers,
        content=prepared.content,
        files=prepared.files or None,
        timeout=httpx2.USE_CLIENT_DEFAULT if isinstance(timeout, NotGiven) else timeout,
    )
    if prepared.multipart and "*" not in prepared.multipart:  # httpx2 writes only forms
        written = request.headers["Content-Type"]
        form = "multipart/form-data"
        request.headers["Content-Type"] = written.replace(form, prepared.multipart, 1)
    return request


def _redirected(response: httpx2.Response, prepared: Prepared) -> httpx2.Request | None:
    """The request that a redirect asks for, where that one only reads (RFC 9110, section 15.4).

    Credentials are not carried to another host.
    """
    following = response.next_request
    if following is None or following.method not in ("GET", "HEAD"):
        return None
    before, after = response.request.url, following.url
    if (before.scheme, before.host, before.port) != (after.scheme, after.host, after.port):
        for name in prepared.secrets:
            following.headers.pop(name, None)
    return following


def _connection_error(
    problem: httpx2.TransportError, request: httpx2.Request
) -> ApiConnectionError:
    kind = ApiTimeoutError if isinstance(problem, httpx2.TimeoutException) else ApiConnectionError
    error = kind(
        f"{request.method} {request.url.host}: {problem or type(problem).__name__}", request=request
    )
    error.__cause__ = problem
    return error


def _settled(outcome: httpx2.Response | ApiConnectionError) -> httpx2.Response:
    if isinstance(outcome, ApiConnectionError):
        raise outcome
    return outcome


def _decoder(operation: Operation[Any], response: httpx2.Response) -> Decoder:
    """The reader for the media type that the answer has."""
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type == "text/event-stream":
        return EventDecoder(operation.events)
    kind = operation.events.get("", Any)
    return SequenceDecoder(kind) if media_type.endswith("json-seq") else JsonDecoder(kind)
