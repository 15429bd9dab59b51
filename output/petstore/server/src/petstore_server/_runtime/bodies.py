"""Reads the body of a request: picks the content by its media type, makes plain Python of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from .operation import Body, Content, Syntax
from .parameters import ABSENT, Pairs, unfold
from .problems import Problem


def media_type(header: str) -> str:
    """The media type of a `Content-Type`, without its parameters."""
    return header.partition(";")[0].strip().lower()


def choose(contents: Sequence[Content], given: str) -> Content | None:
    """The content that a media type belongs to: of that type, of its range, or as good as that."""
    for content in contents:
        if media_type(content.media_type) == given:
            return content
    for content in contents:
        if _covers(media_type(content.media_type), given):
            return content
    for content in contents:
        if content.kind == "json" and (given.endswith("+json") or given == "application/json"):
            return content
    return None


def takes(body: Body | None, given: str) -> bool:
    """Whether a body of that media type is documented; without one, whether it may be missing."""
    if body is None or not given:
        return not given and (body is None or not body.required)
    return choose(body.contents, given) is not None


async def read(body: Body, request: Request) -> tuple[Content, object]:
    """The body's content and its value, not yet checked; `ABSENT` where there is no body.

    Raises:
        Problem: 415 for a media type that is not documented, 400 for bytes that are not of it.
    """
    given = media_type(request.headers.get("content-type", ""))
    content = choose(body.contents, given) if given else body.contents[0]
    try:
        raw = await request.body()
        if content is not None and content.kind == "multipart" and given:
            return content, await _multipart(content, request)
    except ClientDisconnect as error:
        raise Problem(400, "The connection was closed before the body was complete.") from error
    if not raw and (content is None or content.kind not in ("text", "binary")):
        fallback = content or body.contents[0]
        no_fields = fallback.kind in ("form", "multipart") and (given or body.required)
        return fallback, {} if no_fields else ABSENT
    if content is None:
        known = ", ".join(content.media_type for content in body.contents)
        raise Problem(
            415, f"The body is {given}; this operation takes {known}.", headers={"Accept": known}
        )
    if content.kind == "multipart":
        raise Problem(415, "A multipart body needs a Content-Type with its boundary.")
    if not raw and not body.required and not given:
        return content, ABSENT
    return content, _decoded(content, raw)


def _decoded(content: Content, raw: bytes) -> object:
    """The body as its kind has it; JSON stays bytes, for pydantic to parse."""
    match content.kind:
        case "json" | "binary":
            return raw
        case "form":
            return _shaped(content, unfold(Pairs(_text(raw)).items(), _bracketed(content)))
        case "xml" if content.xml is not None:
            return _in_xml(content, content.xml, raw)
        case "json-lines" | "json-seq":
            mark = "\x1e" if content.kind == "json-seq" else "\n"
            return [_line(line) for line in _text(raw).split(mark) if line.strip()]
        case _:
            return _text(raw)


async def _multipart(content: Content, request: Request) -> object:
    try:
        form = await MultiPartParser(request.headers, request.stream()).parse()
    except MultiPartException as error:
        raise Problem(400, f"The body is not {content.media_type}: {error.message}") from error
    except KeyError as error:  # a part without a name, or a Content-Type without a boundary
        raise Problem(400, f"The body is not {content.media_type}: it has no {error}") from error
    found: dict[str, list[object]] = {}
    for name, part in form.multi_items():
        value = await part.read() if isinstance(part, UploadFile) else part
        found.setdefault(name, []).append(value)
    if content.type is bytes:
        return _lone_file(found)
    plain = {
        name: [value for value in values if isinstance(value, str)]
        for name, values in found.items()
    }
    whole = _bracketed(content)
    files = {
        name if name in whole else name.removesuffix("[]"): values
        for name, values in found.items()
        if len(values) != len(plain[name])
    }
    texts = {
        name: values
        for name, values in plain.items()
        if name not in files and name.removesuffix("[]") not in files
    }
    fields = unfold(texts.items(), whole)
    merged: dict[str, object] = {**fields}
    for name, values in files.items():
        merged[name] = values[0] if len(values) == 1 and name not in content.arrays else values
    return _shaped(content, merged)


def _lone_file(parts: Mapping[str, list[object]]) -> bytes:
    """The file that is all of a body, whatever its part is called."""
    value = next((value for values in parts.values() for value in values), b"")
    return value if isinstance(value, bytes) else str(value).encode()


def _bracketed(content: Content) -> set[str]:
    """The names of the form's properties that have brackets themselves, such as `choices[]`."""
    fields = getattr(content.type, "model_fields", {}).values()
    return {field.alias for field in fields if field.alias and "[" in field.alias}


def _shaped(content: Content, form: Mapping[str, object]) -> dict[str, object]:
    """The form's fields, with lists where a list is meant and JSON parsed where it is meant."""
    shaped: dict[str, object] = {}
    for name, inner in content.spread.items():
        found = {key: form[key] for key in inner if key in form}
        if (found or not inner) and name not in form:
            shaped[name] = found
    for name, value in form.items():
        if name in content.objects:
            value = [_parsed(item) for item in value] if isinstance(value, list) else _parsed(value)
        if name in content.arrays and not isinstance(value, list):
            sign = content.delimiters.get(name)
            value = value.split(sign) if sign and isinstance(value, str) else [value]
        elif isinstance(value, list) and name not in content.arrays and value:
            value = value[-1]
        shaped[name] = value
    return shaped


def _parsed(value: object) -> object:
    if isinstance(value, str | bytes) and value[:1] in ("{", "[", b"{", b"["):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value


def _in_xml(content: Content, xml: Syntax, raw: bytes) -> object:
    try:
        return xml.read(Any if content.type is None else content.type, raw)
    except ValueError as error:
        raise Problem(400, f"The body cannot be read: {error}") from error


def _line(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem(400, f"A line of the body is not JSON: {error}") from error


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise Problem(400, "The body is not UTF-8 text.") from error


def _covers(template: str, given: str) -> bool:
    if template == "*/*":
        return True
    return template.endswith("/*") and given.startswith(template[:-1])
