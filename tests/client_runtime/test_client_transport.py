"""Sending, repeating, redirects, errors and streams, over a transport in memory."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest

httpx2 = pytest.importorskip("httpx2")


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """No test waits; how long it would have waited is kept."""
    import sdk._runtime.transport as transport

    kept: list[float] = []

    async def sleep(seconds: float) -> None:
        kept.append(seconds)

    monkeypatch.setattr(transport.time, "sleep", kept.append)
    monkeypatch.setattr(transport.asyncio, "sleep", sleep)
    return kept


def operation(**options: Any) -> Any:
    from sdk._runtime.operation import Operation

    return Operation(**{"method": "GET", "path": "/x", "returns": {"200": dict[str, int]}, **options})


def call(
    handler: Callable[[Any], Any], record: Any, *, settings: dict[str, Any] | None = None, **arguments: Any
) -> Any:
    """The call's result, the same from the sync and the async transport."""
    from sdk._runtime.transport import AsyncTransport, Settings, Transport

    options = Settings(**{"base_url": "https://api.example.com", **(settings or {})})

    def outcome(work: Callable[[], Any]) -> Any:
        try:
            return work()
        except Exception as error:
            return error

    async def asynchronously() -> Any:
        client = httpx2.AsyncClient(transport=httpx2.MockTransport(handler))
        return await AsyncTransport(options, client).call(record, **arguments)

    client = httpx2.Client(transport=httpx2.MockTransport(handler))
    first = outcome(lambda: Transport(options, client).call(record, **arguments))
    second = outcome(lambda: asyncio.run(asynchronously()))
    assert type(first) is type(second) and str(first) == str(second)
    if isinstance(first, Exception):
        raise first
    return first


def answers(*responses: Any) -> Callable[[Any], Any]:
    """A server that answers so, in turn, and again for the second client."""
    turn: Iterator[Any] = iter([*responses, *responses])

    def handler(_: Any) -> Any:
        response = next(turn)
        if isinstance(response, Exception):
            raise response
        return response() if callable(response) else response

    return handler


def status(code: int, **options: Any) -> Callable[[], Any]:
    return lambda: httpx2.Response(code, **options)


def test_an_answer_is_typed() -> None:
    assert call(answers(status(200, json={"a": 1})), operation()) == {"a": 1}


def test_repeats_what_may_be_repeated(pauses: list[float]) -> None:
    handler = answers(status(503), httpx2.ConnectError("refused"), status(200, json={}))
    assert call(handler, operation()) == {}
    assert len(pauses) == 4 and pauses[0] <= 0.5 and pauses[1] <= 1


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_does_not_repeat_what_may_have_been_done(method: str, pauses: list[float]) -> None:
    from sdk.errors import ApiConnectionError, ServerError

    with pytest.raises(ServerError):
        call(answers(status(500)), operation(method=method))
    with pytest.raises(ApiConnectionError):
        call(answers(httpx2.ReadError("broken")), operation(method=method))
    assert not pauses


def test_a_refused_post_is_repeated_when_the_server_says_when(pauses: list[float]) -> None:
    handler = answers(status(429, headers={"Retry-After": "3"}), status(200, json={}))
    assert call(handler, operation(method="POST")) == {}
    assert pauses == [3.0, 3.0]


@pytest.mark.parametrize("value", ["3600", "Fri, 31 Dec 2999 23:59:59 GMT"])
def test_a_long_wait_is_not_waited_for(value: str, pauses: list[float]) -> None:
    from sdk.errors import RateLimitError

    with pytest.raises(RateLimitError):
        call(answers(status(429, headers={"Retry-After": value})), operation())
    assert not pauses


@pytest.mark.parametrize("value", ["soon", "-1", "1e400", "²", "Fri, 31 Dec 1999 23:59:59 -0000"])
def test_odd_retry_after(value: str) -> None:
    from sdk._runtime.retries import retry_after

    waited = retry_after(httpx2.Response(503, headers=[(b"Retry-After", value.encode())]))
    assert waited is None or waited == 0


def test_gives_up(pauses: list[float]) -> None:
    from sdk.errors import ServerError

    with pytest.raises(ServerError):
        call(answers(*[status(502)] * 3), operation(), settings={"max_retries": 2})
    assert len(pauses) == 4


def test_timeouts_are_their_own_error() -> None:
    from sdk.errors import ApiTimeoutError

    with pytest.raises(ApiTimeoutError) as caught:
        call(answers(httpx2.ReadTimeout("slow")), operation(), settings={"max_retries": 0})
    assert caught.value.request.url.path == "/x"
    assert isinstance(caught.value.__cause__, httpx2.ReadTimeout)


def test_errors_carry_the_documented_body() -> None:
    from sdk._runtime.model import ApiModel
    from sdk.errors import NotFoundError

    class Problem(ApiModel):
        message: str

    record = operation(errors={"404": Problem})
    with pytest.raises(NotFoundError, match="404") as caught:
        call(answers(status(404, json={"message": "gone"}, headers={"X-A": "1"})), record)
    error = caught.value
    assert isinstance(error.body, Problem) and error.body.message == "gone"
    assert (error.status, error.headers["x-a"], error.request.method) == (404, "1", "GET")


@pytest.mark.parametrize(
    ("response", "body"),
    [
        ({"json": {"a": 1}}, {"a": 1}),
        ({"content": b"<html>"}, "<html>"),
        ({"content": b""}, None),
        ({"content": b"\xff\xfe", "headers": {"Content-Type": "application/json"}}, "\ufffd\ufffd"),
    ],
)
def test_errors_without_documentation(response: dict[str, Any], body: object) -> None:
    from sdk.errors import ApiError

    with pytest.raises(ApiError) as caught:
        call(answers(status(418, **response)), operation())
    assert caught.value.body == body


@pytest.mark.parametrize(
    ("answered", "name"),
    [(401, "AuthenticationError"), (422, "UnprocessableEntityError"), (599, "ServerError"), (302, "ApiError")],
)
def test_each_status_has_its_class(answered: int, name: str) -> None:
    import sdk.errors

    with pytest.raises(getattr(sdk.errors, name)):
        call(answers(status(answered)), operation(method="POST"))


def test_an_undocumented_success_is_read_as_the_documented_one_unless_strict() -> None:
    from sdk.errors import ResponseValidationError

    assert call(answers(status(201, json={"a": 1})), operation()) == {"a": 1}
    with pytest.raises(ResponseValidationError):
        call(answers(status(201, json={"a": 1})), operation(), settings={"strict": True})


def test_redirects_do_not_carry_credentials_away() -> None:
    from sdk._runtime.auth import named_key

    seen: list[tuple[str, str | None]] = []

    def handler(request: Any) -> Any:
        seen.append((request.url.host, request.headers.get("X-Key")))
        if request.url.path == "/x":
            return httpx2.Response(302, headers={"Location": "/y"})
        if request.url.path == "/y":
            return httpx2.Response(302, headers={"Location": "https://elsewhere.example.com/z"})
        return httpx2.Response(200, json={})

    settings = {"credentials": {"key": named_key("header", "X-Key", "secret")}}
    assert call(handler, operation(security=(("key",),)), settings=settings) == {}
    assert seen[:3] == [("api.example.com", "secret"), ("api.example.com", "secret"), ("elsewhere.example.com", None)]


@pytest.mark.parametrize(("answered", "followed"), [(302, True), (303, True), (307, False)])
def test_a_redirect_is_followed_where_that_only_reads(answered: int, followed: bool) -> None:
    from sdk.errors import ApiError

    seen: list[str] = []

    def handler(request: Any) -> Any:
        seen.append(request.method)
        moved = httpx2.Response(answered, headers={"Location": "/y"})
        return moved if request.url.path == "/x" else httpx2.Response(200, json={})

    if followed:
        assert call(handler, operation(method="DELETE")) == {}
    else:
        with pytest.raises(ApiError):
            call(handler, operation(method="DELETE"))
    assert ("GET" in seen) is followed


def test_redirects_end() -> None:
    from sdk.errors import ApiError

    with pytest.raises(ApiError):
        call(lambda _: httpx2.Response(302, headers={"Location": "/x"}), operation())


def test_an_operations_own_server_unless_the_user_named_one() -> None:
    hosts: list[str] = []

    def handler(request: Any) -> Any:
        hosts.append(request.url.host)
        return httpx2.Response(200, json={})

    record = operation(base_url="https://files.example.com")
    call(handler, record)
    call(handler, record, settings={"own_base_url": True})
    assert hosts == ["files.example.com"] * 2 + ["api.example.com"] * 2


@pytest.mark.parametrize(
    ("kind", "response", "expected"),
    [
        (bytes, {"content": b"\x89PNG", "headers": {"Content-Type": "image/png"}}, b"\x89PNG"),
        (str, {"content": "é".encode(), "headers": {"Content-Type": "text/plain; charset=utf-8"}}, "é"),
        (str, {"json": "quoted"}, "quoted"),
        (None, {"content": b"ignored"}, None),
        (dict[str, int], {"content": b'{"a": 1}', "headers": {"Content-Type": "text/plain"}}, {"a": 1}),
        (dict[str, int], {"content": b""}, None),
        (dict[str, int] | str, {"content": b"a,b", "headers": {"Content-Type": "text/csv"}}, "a,b"),
        (dict[str, int] | str, {"json": {"a": 1}}, {"a": 1}),
        (Any, {"content": b"<p>", "headers": {"Content-Type": "text/html"}}, "<p>"),
        (Any, {"content": b"\xff", "headers": {"Content-Type": "image/png"}}, b"\xff"),
        (Any, {"content": b"[1]", "headers": {"Content-Type": "text/plain"}}, [1]),
        (dict[str, int] | bytes, {"content": b"\x00", "headers": {"Content-Type": "application/zip"}}, b"\x00"),
        (bytes | str, {"content": b"{a", "headers": {"Content-Type": "application/json"}}, b"{a"),
    ],
)
def test_bodies_by_media_type(kind: Any, response: dict[str, Any], expected: object) -> None:
    assert call(answers(status(200, **response)), operation(returns={"200": kind})) == expected


def test_no_json_is_an_error_of_its_own_that_says_what_came() -> None:
    from sdk.errors import ResponseValidationError

    page = status(200, content=b"<html>", headers={"Content-Type": "text/html\x1b[2J; charset=utf-8"})
    with pytest.raises(ResponseValidationError) as caught:
        call(answers(page), operation(path="/a b"), query={"key": "secret"})
    assert str(caught.value).startswith("GET /a%20b: the answer (200, text/html [2J; charset=utf-8) cannot be read: ")


def test_an_error_says_what_was_asked_for_but_no_secrets() -> None:
    from sdk.errors import ApiError

    with pytest.raises(ApiError) as caught:
        call(answers(status(404, json={"a": 1})), operation(path="/a b"), query={"key": "secret"})
    assert str(caught.value) == 'GET /a%20b: 404 Not Found: {"a":1}'


@pytest.mark.parametrize("answer", [status(404, json={"message": "gone"}), status(200, content=b"?"), "broken"])
def test_errors_pass_between_processes(answer: Any) -> None:
    from sdk.errors import SdkError

    outcome = answers(httpx2.ConnectError("broken") if answer == "broken" else answer)
    with pytest.raises(SdkError) as caught:
        call(outcome, operation(method="POST"), body={"a": 1})
    error = caught.value
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error) and again.args == error.args
    assert again.request.url == error.request.url
    assert getattr(again, "body", None) == getattr(error, "body", None)
    assert getattr(again, "status", None) == getattr(error, "status", None)


@pytest.mark.parametrize("url", ["", "api.example.com/v1", "127.0.0.1:80", "ftp://api.example.com"])
def test_a_base_url_without_a_scheme_is_refused_before_the_first_call(url: str) -> None:
    from sdk._runtime.transport import Settings

    with pytest.raises(ValueError, match="http"):
        Settings(base_url=url)


def test_multipart_boundaries_differ_and_bodies_arrive() -> None:
    bodies: list[bytes] = []

    def handler(request: Any) -> Any:
        bodies.append(request.read())
        return httpx2.Response(200, json={})

    record = operation(method="POST", content_type="multipart/form-data")
    call(handler, record, body={"file": b"+++", "a": "x"})
    assert bodies[0] != bodies[1]
    assert b'name="file"; filename="file"' in bodies[0] and b"+++" in bodies[0]


SSE = '\ufeffevent: add\ndata: {"n":\r\ndata: 1}\nid: 7\n\n: note\n\nevent: odd\rdata: hi é\r\r\ndata: [DONE]\n\n'


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_server_sent_events(size: int) -> None:
    from sdk._runtime.streams import Event, EventDecoder

    raw = SSE.encode()
    decoder = EventDecoder({"add": dict[str, int]})
    events = [event for at in range(0, len(raw), size) for event in decoder.pieces(raw[at : at + size])]
    events += decoder.rest()
    assert events == [Event({"n": 1}, "add", "7"), Event("hi é", "odd", "7")]


def test_streams_close_and_raise() -> None:
    from sdk._runtime.transport import AsyncTransport, Settings, Transport
    from sdk.errors import NotFoundError

    def handler(request: Any) -> Any:
        if request.url.path == "/none":
            return httpx2.Response(404, json={})
        return httpx2.Response(200, content=b'{"a":1}\n\x1e{"a":2}\n', headers={"Content-Type": "application/x-ndjson"})

    settings = Settings(base_url="https://api.example.com")
    record = operation(events={"": dict[str, int]})
    transport = Transport(settings, httpx2.Client(transport=httpx2.MockTransport(handler)))
    with transport.stream(record) as stream:
        assert list(stream) == [{"a": 1}, {"a": 2}]
    assert stream.response.is_closed
    with pytest.raises(NotFoundError):
        transport.stream(operation(path="/none"))

    async def asynchronously() -> list[Any]:
        client = httpx2.AsyncClient(transport=httpx2.MockTransport(handler))
        async with await AsyncTransport(settings, client).stream(record) as pieces:
            return [piece async for piece in pieces]

    assert asyncio.run(asynchronously()) == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_json_sequence_holds_values_over_several_lines(size: int) -> None:
    from sdk._runtime.streams import SequenceDecoder

    content = b'\x1e{"a":\n 1}\n\x1e\x1e"b"\n\x1e[\n]\n'
    decoder = SequenceDecoder(object)
    chunks = [content[start : start + size] for start in range(0, len(content), size)]
    assert [*(piece for chunk in chunks for piece in decoder.pieces(chunk)), *decoder.rest()] == [{"a": 1}, "b", []]


def test_some_calls_have_other_settings_over_the_same_connections() -> None:
    from sdk._runtime.transport import Settings, Transport

    seen: list[Any] = []

    def answer(request: Any) -> Any:
        seen.append(request)
        return httpx2.Response(200, json={})

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    usual = Transport(Settings(base_url="https://api.example.com"), http)
    settings = usual.settings.changed(timeout=3, max_retries=0, headers={"accept": "text/x", "X-A": "1"})
    other = usual.changed(settings.changed(timeout=4, max_retries=None, headers={"x-b": "2"}))
    usual.call(operation())
    other.call(operation())
    other.close()
    usual.call(operation())
    first, second, third = ({key: request.headers.get(key) for key in ("Accept", "X-A", "X-B")} for request in seen)
    assert first == third == {"Accept": "application/json", "X-A": None, "X-B": None}
    assert second == {"Accept": "text/x", "X-A": "1", "X-B": "2"}
    assert seen[1].extensions["timeout"]["read"] == 4
    assert other.settings.max_retries == 0


def test_a_header_of_ones_own_is_one_line() -> None:
    with pytest.raises(ValueError, match="line breaks"):
        call(lambda _: httpx2.Response(200, json={}), operation(), settings={"more_headers": {"X-A": "1\r\nX-B: 2"}})
