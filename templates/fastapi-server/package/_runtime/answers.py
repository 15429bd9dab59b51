"""Turns what a handler returns, an example, or a problem into a response."""

from __future__ import annotations

import copy
import json
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from fastapi import Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, TypeAdapter
from pydantic_core import to_json

from .bodies import media_type
from .operation import Answer, Content, Operation
from .problems import Problem

T = TypeVar("T")

_STREAMS = ("sse", "json-lines", "json-seq")

JsonValue = Any
"""A JSON value from the files of examples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerEvent(Generic[T]):
    """One server-sent event; `data` that is no text is sent as JSON."""

    data: T
    event: str = ""
    id: str = ""
    retry: int | None = None


class Examples:
    """The documented answers of every operation: one JSON file a resource, read when needed.

    Args:
        package: The package that has the folder `examples`.
    """

    def __init__(self, package: str) -> None:
        self._folder = resources.files(package) / "examples"
        self._loaded: dict[str, Mapping[str, JsonValue]] = {}

    def of(self, operation: Operation, answer: Answer) -> Mapping[str, JsonValue]:
        """What is on file for an answer: examples by media type and name, and `headers`."""
        resource, _, action = operation.name.rpartition(".")
        found: Mapping[str, JsonValue] = self._load(resource).get(action, {}).get(answer.status, {})
        return found

    def _load(self, resource: str) -> Mapping[str, JsonValue]:
        if resource not in self._loaded:
            text = (self._folder / f"{resource}.json").read_text("utf-8")
            self._loaded[resource] = json.loads(text)
        return self._loaded[resource]


def from_value(operation: Operation, value: object, accept: str) -> Response:
    """The response for what a handler returned."""
    if isinstance(value, Response):
        return value
    contents = operation.answer.contents if operation.answer else ()
    content = negotiated(contents, accept)
    if isinstance(value, AsyncIterator):
        content = next((entry for entry in contents if entry.kind in _STREAMS), content)
        kind = content.kind if content else "json-lines"
        media = content.media_type if content else "application/x-ndjson"
        pieces = (_piece(kind, item) async for item in value)
        return StreamingResponse(pieces, operation.success, media_type=media)
    if content is None or _bodiless(operation.success):
        return Response(status_code=operation.success)
    return Response(_dumped(content, value), operation.success, media_type=_concrete(content))


def from_example(
    operation: Operation, examples: Examples, accept: str, status: int | None = None, name: str = ""
) -> Response:
    """The response that is documented.

    Raises:
        Problem: There is no such response or example.
    """
    code = operation.success if status is None else status
    answer = operation.answer_for(code)
    if answer is None:
        if status is None:
            return Response(status_code=code)
        raise Problem(400, f"This operation does not document a response with status {code}.")
    on_file = examples.of(operation, answer)
    content = negotiated(answer.contents, accept)
    headers = {key: str(value) for key, value in on_file.get("headers", {}).items()}
    if content is None or _bodiless(code):
        return Response(status_code=code, headers=headers)
    named: Mapping[str, JsonValue] = on_file.get(content.media_type, {})
    if name and name not in named:
        raise Problem(
            400, f"There is no example {name!r}; there are: {', '.join(named) or 'none'}."
        )
    value = named[name] if name else next(iter(named.values()), None)
    headers["Content-Type"] = _typed(_concrete(content))
    return Response(_example_bytes(content, value), code, headers)


def from_problem(problem: Problem, operation: Operation | None, examples: Examples) -> Response:
    """The response for a problem: in the shape that is documented for it, else in RFC 9457's."""
    found = _documented(operation, problem.status) if operation else None
    if operation is None or found is None:
        return Response(
            to_json(problem.details),
            problem.status,
            problem.headers,
            media_type="application/problem+json",
        )
    answer, content = found
    status = 400 if (problem.status, answer.status) == (422, "400") else problem.status
    named: Mapping[str, JsonValue] = examples.of(operation, answer).get(content.media_type, {})
    body: JsonValue = copy.deepcopy(next(iter(named.values()), {}))
    _fill(body, answer.message, problem.detail)
    _fill(body, answer.code, status)
    return Response(to_json(body), status, problem.headers, media_type=_concrete(content))


def negotiated(contents: Sequence[Content], accept: str) -> Content | None:
    """The content that `Accept` (RFC 9110, 12.5.1) likes best; the first where it likes none."""
    if len(contents) < 2 or not accept:
        return contents[0] if contents else None
    wishes = [_wish(part) for part in accept.split(",")]
    return max(contents, key=lambda content: _quality(media_type(content.media_type), wishes))


def _documented(operation: Operation, status: int) -> tuple[Answer, Content] | None:
    """The answer whose shape suits an error: its own, its range's, the default, a bad request's."""
    by_status = {answer.status: answer for answer in operation.answers}
    wanted = (
        [str(status), "400", "4XX", "default"] if status == 422 else [str(status), "4XX", "default"]
    )
    if status in (400, 401, 415):
        wanted += ["422", "400"]
    for key in wanted:
        for content in by_status[key].contents if key in by_status else ():
            if content.kind == "json":
                return by_status[key], content
    return None


def _fill(body: JsonValue, way: Iterable[str], value: object) -> None:
    *steps, last = [*way] or [""]
    for step in steps:
        body = body.get(step) if isinstance(body, dict) else None
    if last and isinstance(body, dict):
        body[last] = value


def _dumped(content: Content, value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    if content.kind == "json":
        return _json_bytes(content, value)
    if isinstance(value, str):
        return value.encode()
    if content.xml is not None:
        return b"" if value is None else content.xml.write(value)
    if content.kind == "form":
        plain = json.loads(_json_bytes(content, value))
        return (
            urlencode(plain, doseq=True).encode()
            if isinstance(plain, dict)
            else str(plain).encode()
        )
    if content.kind in _STREAMS and isinstance(value, Iterable):
        return b"".join(_piece(content.kind, item) for item in value)
    return b"" if value is None else _json_bytes(content, value)


def _json_bytes(content: Content, value: object) -> bytes:
    if isinstance(value, BaseModel):
        return value.model_dump_json(by_alias=True, exclude_unset=True, warnings=False).encode()
    return _adapter(content).dump_json(value, by_alias=True, exclude_unset=True, warnings=False)


_ADAPTERS: dict[int, tuple[Content, TypeAdapter[Any]]] = {}


def _adapter(content: Content) -> TypeAdapter[Any]:
    """A content's type is not always hashable, the content itself lives as long as the server."""
    if id(content) not in _ADAPTERS:
        _ADAPTERS[id(content)] = (
            content,
            TypeAdapter(Any if content.type is None else content.type),
        )
    return _ADAPTERS[id(content)][1]


def _piece(kind: str, item: object) -> bytes:
    """One piece of a stream as it stands on the wire."""
    if kind == "sse":
        event = item if isinstance(item, ServerEvent) else ServerEvent(data=item)
        data = event.data if isinstance(event.data, str) else _compact(event.data)
        lines = [f"event: {_one_line(event.event)}"] if event.event else []
        lines += [f"id: {_one_line(event.id)}"] if event.id else []
        lines += [f"retry: {event.retry}"] if event.retry is not None else []
        lines += [f"data: {line}" for line in data.splitlines() or [""]]
        return ("\n".join(lines) + "\n\n").encode()
    if isinstance(item, bytes):
        return item
    if isinstance(item, str) and kind not in _STREAMS:
        return item.encode()
    return (("\x1e" if kind == "json-seq" else "") + _compact(item) + "\n").encode()


def _compact(value: object) -> str:
    if isinstance(value, BaseModel):
        return value.model_dump_json(by_alias=True, exclude_unset=True, warnings=False)
    return to_json(value, by_alias=True).decode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _example_bytes(content: Content, value: JsonValue) -> bytes:
    if content.kind == "json":
        return to_json(value)
    if content.kind == "sse" and isinstance(value, list):
        return b"".join(
            _piece("sse", ServerEvent(data=entry.get("data"), event=entry.get("event", "")))
            for entry in value
        )
    if content.kind in ("json-lines", "json-seq") and isinstance(value, list):
        return b"".join(_piece(content.kind, item) for item in value)
    if content.kind == "form" and isinstance(value, dict):
        return urlencode(value, doseq=True).encode()
    if value is None:
        return b""
    return value.encode() if isinstance(value, str) else to_json(value)


def _bodiless(status: int) -> bool:
    return status < 200 or status in (204, 205, 304)


def _concrete(content: Content) -> str:
    """The media type to send; a range names none, so its kind does."""
    if "*" not in content.media_type:
        return content.media_type
    return {"json": "application/json", "text": "text/plain"}.get(
        content.kind, "application/octet-stream"
    )


def _typed(media: str) -> str:
    return (
        f"{media}; charset=utf-8" if media.startswith("text/") and "charset" not in media else media
    )


def _wish(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return name.lower(), float(parameter[2:])
            except ValueError:
                return name.lower(), 0.0
    return name.lower(), 1.0


def _quality(given: str, wishes: Iterable[tuple[str, float]]) -> float:
    """The quality of the most exact wish that covers a media type."""
    best = (0, 0.0)
    for name, quality in wishes:
        if name == given:
            best = max(best, (3, quality))
        elif name.endswith("/*") and given.startswith(name[:-1]):
            best = max(best, (2, quality))
        elif name == "*/*":
            best = max(best, (1, quality))
    return best[1]
