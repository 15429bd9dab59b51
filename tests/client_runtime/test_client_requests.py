"""Bodies, credentials and URLs of requests."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pytest


def prepared(operation: dict[str, Any], arguments: dict[str, Any], **options: Any) -> Any:
    from sdk._runtime.operation import Operation
    from sdk._runtime.requests import prepare

    record: Operation[Any] = Operation(**{"method": "POST", "path": "/things", **operation})
    base_url = options.get("base_url", "https://api.example.com/v1/")
    return prepare(record, arguments, base_url, options.get("credentials", {}))  # type: ignore[arg-type]


def test_what_is_not_given_is_not_sent() -> None:
    from sdk._runtime.not_given import NOT_GIVEN
    from sdk._runtime.styles import Styled

    request = prepared(
        {"path": "/a/{id}"},
        {
            "path": {"id": 7},
            "query": {"a": NOT_GIVEN, "b": None, "c": Styled(NOT_GIVEN, "deepObject")},
            "headers": {"X-A": NOT_GIVEN},
            "body": NOT_GIVEN,
        },
    )
    assert request.url == "https://api.example.com/v1/a/7?b="
    assert request.headers == {"Accept": "application/json"}
    assert request.content is None


def test_a_model_sends_what_was_set_under_the_apis_names() -> None:
    from pydantic import Field
    from sdk._runtime.model import ApiModel

    class Part(ApiModel):
        at: str | None = None

    class Thing(ApiModel):
        full_name: str | None = Field(default=None, validation_alias="fullName", serialization_alias="fullName")
        note: str | None = None
        other: str | None = None
        parts: list[Part] | None = None

    request = prepared({}, {"body": Thing(full_name="é", note=None, parts=[Part()])})
    assert json.loads(request.content) == {"fullName": "é", "note": None, "parts": [{}]}
    assert request.headers["Content-Type"] == "application/json"


def test_forms() -> None:
    from sdk._runtime.operation import Part

    body = {"a": "x y&", "list": [1, 2], "flat": [1, 2], "deep": {"b": True}, "gone": None}
    parts = {"flat": Part(explode=False), "deep": Part(style="deepObject")}
    request = prepared({"content_type": "application/x-www-form-urlencoded", "parts": parts}, {"body": body})
    assert request.content == b"a=x%20y%26&list=1&list=2&flat=1,2&deep[b]=true"


def test_a_property_that_has_one_value_is_sent_though_nobody_set_it() -> None:
    from sdk._runtime.model import ApiModel, TaggedModel

    class Message(TaggedModel):
        role: Literal["system"] = "system"
        content: str
        name: str | None = None

    class Talk(ApiModel):
        messages: list[Message]

    talk = Talk(messages=[Message(content="x"), Message.model_validate({"content": "y"}), Message(content="z")])
    request = prepared({}, {"body": talk})
    assert json.loads(request.content) == {"messages": [{"role": "system", "content": text} for text in "xyz"]}


def test_multipart() -> None:
    from sdk._runtime.operation import Part

    body = {"file": b"\x00", "files": [b"1", b"2"], "n": 5, "meta": {"a": 1}, "note": "x"}
    parts = {"file": Part(content_type="image/png")}
    request = prepared({"content_type": "multipart/form-data", "parts": parts}, {"body": body})
    assert request.files == [
        ("file", ("file", b"\x00", "image/png")),
        ("files", ("files", b"1", "application/octet-stream")),
        ("files", ("files", b"2", "application/octet-stream")),
        ("n", (None, b"5", None)),
        ("meta", (None, b'{"a":1}', "application/json")),
        ("note", (None, b"x", None)),
    ]


def test_a_part_that_is_no_file_has_the_first_of_its_media_types() -> None:
    from sdk._runtime.operation import Part

    body = {"rows": "a,b", "meta": {"a": 1}, "note": "x"}
    parts = {
        "rows": Part(content_type="text/*, text/csv, text/plain"),
        "meta": Part(content_type="application/json, text/plain"),
        "note": Part(content_type="*/*"),
    }
    request = prepared({"content_type": "multipart/form-data", "parts": parts}, {"body": body})
    assert request.files == [
        ("rows", (None, b"a,b", "text/csv")),
        ("meta", (None, b'{"a":1}', "application/json")),
        ("note", (None, b"x", None)),
    ]


def test_a_file_is_given_as_bytes_as_an_open_file_as_a_path_or_with_its_name(tmp_path: Path) -> None:
    from sdk._runtime.operation import Part

    place = tmp_path / "photo.png"
    place.write_bytes(b"png")
    parts = {"photo": Part(content_type="image/*"), "text": Part(content_type="text/csv, text/plain")}
    with place.open("rb") as opened:
        body = {
            "photo": [opened, place, ("a.jpg", b"1"), (None, b"2"), ("a", place, "image/webp", {"X-A": "b"})],
            "text": [("b.txt", b"3"), b"4"],
        }
        request = prepared({"content_type": "multipart/form-data", "parts": parts}, {"body": body})
        with request.opened:
            sent = [(name, part[0], _content(part[1]), *part[2:]) for name, part in request.files]
    assert sent == [
        ("photo", "photo.png", b"png", "image/png"),
        ("photo", "photo.png", b"png", "image/png"),
        ("photo", "a.jpg", b"1", "image/jpeg"),
        ("photo", "photo", b"2", "application/octet-stream"),
        ("photo", "a", b"png", "image/webp", {"X-A": "b"}),
        ("text", "b.txt", b"3", "text/plain"),
        ("text", "text", b"4", "text/csv"),
    ]
    assert all(part[1].closed for _, part in request.files if hasattr(part[1], "closed"))


def _content(given: Any) -> Any:
    return given if isinstance(given, bytes) else given.read()


def test_files_stand_in_models_as_they_are_given(tmp_path: Path) -> None:
    from sdk._runtime.files import FileTypes
    from sdk._runtime.model import ApiModel

    class Upload(ApiModel):
        file: FileTypes
        more: list[FileTypes] | None = None
        note: str | None = None

    place = tmp_path / "a.bin"
    body = Upload(file=("x.txt", b"1"), more=[place, b"2"], note=None)
    place.write_bytes(b"3")
    request = prepared({"content_type": "multipart/form-data"}, {"body": body})
    with request.opened:
        names = [(name, part[0]) for name, part in request.files]
    assert names == [("file", "x.txt"), ("more", "a.bin"), ("more", "more")]


def test_the_path_of_a_file_as_a_text_is_refused_and_not_sent_in_its_place() -> None:
    from sdk._runtime.files import FileTypes
    from sdk._runtime.model import ApiModel
    from sdk._runtime.reading import read

    class Upload(ApiModel):
        file: FileTypes
        more: list[FileTypes | str] | None = None

    with pytest.raises(ValueError, match="a text is no file"):
        Upload(file="photo.png")  # type: ignore[arg-type]
    assert Upload(file=b"x", more=["file-123", b"y"]).more == ["file-123", b"y"]
    assert read(Upload, {"file": "said by a server"}).file == "said by a server"


def test_a_whole_body_can_be_a_file(tmp_path: Path) -> None:
    place = tmp_path / "a.bin"
    place.write_bytes(b"123")
    for body in (b"123", place, BytesIO(b"123")):
        assert prepared({"content_type": "application/octet-stream"}, {"body": body}).content == b"123"


def test_multipart_of_another_kind_has_its_own_media_type() -> None:
    request = prepared({"content_type": "multipart/related"}, {"body": {"meta": {"a": 1}}})
    assert request.multipart == "multipart/related"


def test_a_list_that_is_not_exploded_is_one_part() -> None:
    from sdk._runtime.operation import Part

    parts = {"ids": Part(explode=False), "tags": Part(style="pipeDelimited", explode=False)}
    body = {"ids": [1, 2], "tags": ["a", "b"]}
    request = prepared({"content_type": "multipart/form-data", "parts": parts}, {"body": body})
    assert request.files == [("ids", (None, b"1,2", None)), ("tags", (None, b"a|b", None))]


@pytest.mark.parametrize(
    ("media_type", "body", "expected"),
    [
        ("text/plain", "é", "é".encode()),
        ("application/octet-stream", b"\xff", b"\xff"),
        ("application/json", "text", b'"text"'),
        ("application/merge-patch+json", {"a": None}, b'{"a":null}'),
        ("application/x-ndjson", [{"a": 1}, {"a": 2}], b'{"a":1}\n{"a":2}\n'),
        ("application/xml", "<a/>", b"<a/>"),
        ("application/x-www-form-urlencoded", "a=1&b", b"a=1&b"),
    ],
)
def test_other_bodies(media_type: str, body: object, expected: bytes) -> None:
    request = prepared({"content_type": media_type}, {"body": body})
    assert request.content == expected
    assert request.headers["Content-Type"] == media_type


def test_credentials_go_only_where_they_are_asked_for() -> None:
    from sdk._runtime.auth import http_basic, http_token, named_key

    credentials = {
        "token": http_token("Bearer", lambda: "s3cret"),
        "basic": http_basic("me", "pw"),
        "header": named_key("header", "X-Key", "k1"),
        "query": named_key("query", "key", "k 2"),
        "cookie": named_key("cookie", "sid", "k3"),
        "absent": http_token("Bearer", None),
    }

    def headers(*security: tuple[str, ...]) -> Any:
        return prepared({"security": security}, {}, credentials=credentials)

    assert headers().headers == {"Accept": "application/json"}
    assert headers(("token",)).headers["Authorization"] == "Bearer s3cret"
    assert headers(("absent",), ("basic",)).headers["Authorization"] == "Basic bWU6cHc="
    several = headers(("header", "query", "cookie"))
    assert several.headers["X-Key"] == "k1"
    assert several.headers["Cookie"] == "sid=k3"
    assert several.url.endswith("?key=k%202")
    assert several.secrets == {"x-key", "cookie"}
    assert "s3cret" not in repr(credentials["token"]) and "k1" not in repr(credentials["header"])


def test_literal_text_of_a_path_is_encoded_once() -> None:
    request = prepared({"path": "/a b/{id}/c%20d:act"}, {"path": {"id": "é"}})
    assert request.url == "https://api.example.com/v1/a%20b/%C3%A9/c%20d:act"


def test_the_type_of_a_body_tells_its_media_type() -> None:
    from sdk._runtime.files import FileContent
    from sdk._runtime.model import ApiModel

    class Thing(ApiModel):
        id: int

    class Upload(ApiModel):
        file: bytes

    record = {
        "content_type": "application/json",
        "bodies": {
            "application/json": Thing,
            "text/csv": str,
            "multipart/form-data": Upload,
            "application/zip": FileContent,
            "application/x-ndjson": list[Thing],
        },
    }

    def sent(body: object, **more: Any) -> Any:
        request = prepared(record, {"body": body, **more})
        return request.multipart or request.headers["Content-Type"]

    assert sent(Thing(id=1)) == "application/json"
    assert sent("a,b") == "text/csv"
    assert sent(Upload(file=b"x")) == "multipart/form-data"
    assert sent(BytesIO(b"x")) == "application/zip"
    assert sent([Thing(id=1)]) == "application/x-ndjson"
    assert sent({"id": 1}) == "application/json"
    assert sent("a,b", content_type="application/json") == "application/json"
