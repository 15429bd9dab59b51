"""The generated server against hostile requests: it refuses them, it does not break."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from generator.config import Target

from .runs import made

pytest.importorskip("httpx2")
testclient = pytest.importorskip("fastapi.testclient")

SCHEMA = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "pattern": "^(a+)+$"},
        "count": {"type": "integer"},
        "size": {"type": "number"},
        "when": {"type": "string", "format": "date-time"},
        "self": {"$ref": "#/components/schemas/X"},
        "any": {},
        "list": {"type": "array", "items": {"type": "integer"}, "uniqueItems": True},
    },
}
KINDS = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "application/octet-stream",
)


def _document() -> str:
    parameters = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "n", "in": "query", "schema": {"type": "number"}},
        {"name": "when", "in": "query", "schema": {"type": "string", "format": "date-time"}},
        {"name": "list", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "deep", "in": "query", "style": "deepObject", "schema": {"$ref": "#/components/schemas/X"}},
        {
            "name": "json",
            "in": "query",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}},
        },
        {"name": "X-H", "in": "header", "schema": {"type": "integer"}},
        {"name": "c", "in": "cookie", "schema": {"type": "integer"}},
    ]
    answer = {
        "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}}
    }
    paths: dict[str, Any] = {
        "/things/{id}": {"get": {"operationId": "get", "parameters": parameters, "responses": answer}}
    }
    for number, kind in enumerate(KINDS):
        schema = {"type": "string"} if kind in KINDS[3:] else {"$ref": "#/components/schemas/X"}
        body = {"required": True, "content": {kind: {"schema": schema}}}
        paths[f"/body{number}"] = {"post": {"operationId": f"send{number}", "requestBody": body, "responses": answer}}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Hostile", "version": "1"},
            "paths": paths,
            "components": {"schemas": {"X": SCHEMA}},
        }
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("server")
    target = Target(name="fastapi-server", package="hostile_requests_server")
    for file in made(folder, "o.json", _document(), targets=(target,)).files:
        place = folder / "out" / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
    sys.path.insert(0, str(folder / "out" / "server" / "src"))
    app = importlib.import_module("hostile_requests_server").create_app()
    yield testclient.TestClient(app, raise_server_exceptions=False)
    sys.path.pop(0)


BODIES: dict[str, bytes] = {
    "nothing": b"",
    "deep-lists": b"[" * 200_000,
    "deep-closed": b'{"name":"a","any":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "deep-objects": b'{"self":' * 20_000 + b'{"name":"a"}' + b"}" * 20_000,
    "deep-allowed": b'{"name":"a","self":' * 150 + b'{"name":"a"}' + b"}" * 150,
    "huge-integer": b'{"name":"a","count":' + b"9" * 6_000 + b"}",
    "huge-exponent": b'{"name":"a","size":1e99999,"count":1e400}',
    "nan": b'{"name":"a","size":NaN,"count":Infinity}',
    "surrogate": b'{"name":"\\ud800"}',
    "any-surrogate": b'{"name":"a","any":"\\ud800"}',
    "any-nan": b'{"name":"a","any":[NaN, 1e999]}',
    "wrong-type": b'{"name":"\\ud800","count":"\\udfff"}',
    "nul": b'{"name":"\\u0000"}',
    "latin": b'{"name":"\xe9"}',
    "utf-16": '{"name":"a"}'.encode("utf-16"),
    "bom": b'\xef\xbb\xbf{"name":"a"}',
    "half": b'{"name":',
    "many-keys": json.dumps({"name": "a", **{f"k{number}": 1 for number in range(20_000)}}).encode(),
    "repeated-keys": b"{" + b'"name":"a",' * 10_000 + b'"name":"a"}',
    "slow-pattern": b'{"name":"' + b"a" * 60 + b'!"}',
    "odd-date": b'{"name":"a","when":"99999999999999999999"}',
    "list-of-odd": b'{"name":"a","list":[{}, [], {"a": 1}, 1, 1]}',
    "form": b"name=%ff%fe&count=%00&" + b"a=1&" * 3_000,
    "form-brackets": b"self" + b"[a]" * 3_000 + b"=1",
    "bytes": bytes(range(256)) * 10,
}
TYPES = (
    *KINDS,
    "application/json; charset=utf-16",
    "application/json; charset=nonsense",
    "application/json; charset=\xff",
    "multipart/form-data; boundary=" + "x" * 300,
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded; charset=nonsense",
    "nonsense",
    "",
)


@pytest.mark.parametrize("body", BODIES)
def test_bodies(client: Any, body: str) -> None:
    for number in range(len(KINDS)):
        for kind in TYPES:
            headers = {"Content-Type": kind.encode("latin-1")} if kind else {}
            answer = client.post(f"/body{number}", content=BODIES[body], headers=headers)
            assert answer.status_code < 500, (KINDS[number], kind, answer.text[:500])


MULTIPART = [
    b"--x\r\n\r\n\r\n--x--",
    b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\na\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="name"; filename="../../x"\r\n\r\na\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="name"\r\n'
    b"Content-Type: text/plain; charset=nonsense\r\n\r\n\xff\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="count"\r\n\r\n' + b"9" * 6_000 + b"\r\n--x--\r\n",
    b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n",
    b"--x\r\n" + b"A: b\r\n" * 2_000 + b"\r\na\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n' * 2_000 + b"--x--\r\n",
    b"--x",
    b"",
]


@pytest.mark.parametrize("body", MULTIPART)
def test_multipart(client: Any, body: bytes) -> None:
    answer = client.post("/body2", content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code < 500, answer.text[:500]


QUERIES = [
    "n=" + "9" * 6_000,
    "n=1e99999&n=NaN&n=Infinity",
    "n=%ff%fe",
    "n=%00",
    "n=%ED%A0%80",
    "n=%",
    "list=" + "1," * 20_000,
    "&".join(["list=1"] * 5_000),
    "list=" + "9" * 6_000,
    "when=99999-99-99T99:99:99Z",
    "when=" + "1" * 5_000,
    "deep" + "[self]" * 2_000 + "=1",
    "deep[name]=a&deep[name][x]=1",
    "deep[=1&deep]=2&deep[]=3",
    "deep[count]=" + "9" * 6_000,
    "json=" + "[" * 50_000,
    "json=%7B%22name%22%3A%22%5Cud800%22%7D",
    "json=NaN",
    "json=" + "9" * 6_000,
    "=&=&==&&&",
    "n=１２３",
]


@pytest.mark.parametrize("query", QUERIES)
def test_queries(client: Any, query: str) -> None:
    answer = client.get(f"/things/1?{query}")
    assert answer.status_code < 500, answer.text[:500]


@pytest.mark.parametrize(
    "path",
    [
        "/things/" + "9" * 6_000,
        "/things/%ff",
        "/things/%00",
        "/things/../../x",
        "/things/%2e%2e",
        "/things/1e5",
        "/%",
        "//x",
    ],
)
def test_paths(client: Any, path: str) -> None:
    assert client.get(path).status_code < 500


@pytest.mark.parametrize(
    "headers",
    [
        {"X-H": b"\xff\xfe"},
        {"X-H": b"9" * 6_000},
        {"Cookie": b"c=\xff; c=" + b"9" * 6_000},
        {"Cookie": b";;;=;c"},
        {"Prefer": b"status=\xff; code=99999, example=../x"},
        {"Prefer": b"status=999"},
        {"Prefer": b"status=" + b"9" * 6_000},
        {"Prefer": b"code=-1; delay=1e99"},
        {"Accept": b"\xff, */*;q=x;q=NaN"},
        {"Accept": b"text/*;q=" + b"9" * 6_000},
        {"Authorization": b"Basic \xff"},
        {"Authorization": b"Basic " + b"=" * 999},
    ],
)
def test_headers(client: Any, headers: dict[str, bytes]) -> None:
    answer = client.get("/things/1", headers=headers)
    assert answer.status_code < 500, answer.text[:500]
