"""The client against hostile servers and hostile values."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest

from .test_client_requests import prepared
from .test_client_transport import answers, call, operation, status

httpx2 = pytest.importorskip("httpx2")


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "\x00", "a\x7f", ["a", "b\r\nc"], {"k": "v\n"}])
def test_a_header_is_one_line(value: object) -> None:
    with pytest.raises(ValueError, match="header"):
        prepared({}, {"headers": {"X-A": value}})


@pytest.mark.parametrize("place", ["header", "cookie"])
def test_a_credential_is_one_line(place: Any) -> None:
    from sdk._runtime.auth import http_token, named_key

    credentials = {"key": named_key(place, "k", "a\r\nX-Evil: 1"), "token": http_token("Bearer", lambda: "a\nb")}
    for name in credentials:
        with pytest.raises(ValueError, match="header"):
            prepared({"security": ((name,),)}, {}, credentials=credentials)


def test_cookies_hold_no_other_cookies() -> None:
    request = prepared({}, {"cookies": {"a": "1; admin=1\r\nX: y"}})
    assert request.headers["Cookie"].count(";") == 0
    assert "\n" not in request.headers["Cookie"]


def test_a_path_and_a_query_stay_themselves() -> None:
    request = prepared({"path": "/x/{id}"}, {"path": {"id": "a/b?c#d%2f\r\n"}, "query": {"q": "a&b=c#d\r\n"}})
    url = httpx2.URL(request.url)
    assert url.raw_path == b"/v1/x/a%2Fb%3Fc%23d%252f%0D%0A?q=a%26b%3Dc%23d%0D%0A"


def test_names_of_downloads_make_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ('"../../evil.py"', '"/tmp/evil.py"', "evil.py", "utf-8''..%2f..%2fevil.py"):
        headers = {"Content-Disposition": f"attachment; filename={name}", "Content-Type": "application/octet-stream"}
        assert call(answers(status(200, content=b"x", headers=headers)), operation(returns={"200": bytes})) == b"x"
    assert not list(tmp_path.rglob("*"))


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/y",
        "//evil.example/y",
        "http://api.example.com/y",
        "https://api.example.com:444/y",
        "https://api.example.com@evil.example/y",
        "https://API.EXAMPLE.COM.evil.example/y",
        "file:///etc/passwd",
        "ftp://api.example.com/y",
        "\\\\evil.example/y",
        "https://[::ffff:127.0.0.1]/y",
        "https://",
        "https://[",
        "\x00",
    ],
)
def test_credentials_stay_with_their_host(location: str) -> None:
    from sdk._runtime.auth import http_token, named_key
    from sdk.errors import SdkError

    leaked: list[str] = []

    def handler(request: Any) -> Any:
        if request.url.path == "/x":
            return httpx2.Response(302, headers={"Location": location})
        if (request.url.scheme, request.url.host, request.url.port) != ("https", "api.example.com", None):
            leaked.extend(name for name, value in request.headers.items() if "s3cr3t" in value)
        return httpx2.Response(200, json={})

    credentials = {
        "token": http_token("Bearer", "s3cr3t"),
        "key": named_key("header", "X-Key", "s3cr3t"),
        "cookie": named_key("cookie", "sid", "s3cr3t"),
    }
    record = operation(security=(("token", "key", "cookie"),))
    with contextlib.suppress(SdkError):
        assert call(handler, record, settings={"credentials": credentials}) == {}
    assert not leaked


def test_a_huge_error_has_a_short_message() -> None:
    from sdk.errors import ApiError

    with pytest.raises(ApiError) as raised:
        call(answers(status(400, content=b"x" * 5_000_000)), operation())
    assert len(str(raised.value)) < 2_000
    assert "\x1b" not in str(raised.value)


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b"9" * 6_000,
        b'{"a": 1e999}',
        b'"\\ud800"',
        b"\xff\xfe",
        b"\x1b[31m",
        b"",
        json.dumps({str(number): number for number in range(50_000)}).encode(),
    ],
)
@pytest.mark.parametrize("code", [200, 400, 500])
def test_odd_bodies_are_answers_or_errors_of_the_client(content: bytes, code: int) -> None:
    from sdk.errors import SdkError

    for headers in ({"Content-Type": "application/json"}, {"Content-Type": "application/json; charset=nonsense"}, {}):
        for kind in (dict[str, int], Any, list[Any]):
            record = operation(returns={"200": kind}, errors={"400": kind})
            try:
                call(
                    answers(*[status(code, content=content, headers=headers)] * 3), record, settings={"max_retries": 0}
                )
            except SdkError as error:
                assert "\x1b" not in str(error)
