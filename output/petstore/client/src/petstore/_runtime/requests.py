"""Arguments -> a request."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypedDict
from urllib.parse import quote, urlsplit, urlunsplit

import pydantic
from pydantic import BaseModel, TypeAdapter

from . import auth, files, styles
from .not_given import NOT_GIVEN, NotGiven
from .operation import Operation, Part

FormFile: TypeAlias = tuple[str, files.SentFile]
"""A part of a multipart body, and its name."""

_NO_HEADERS: Mapping[str, str] = {}
_DELIMITERS: Mapping[str, str] = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_PATH_SIGNS = "/:@!$&'()*+,;=%"
"""What may stand in the literal text of a path (RFC 3986, section 3.3)."""


class Arguments(TypedDict, total=False):
    """The arguments of a call, by their names on the wire.

    Attributes:
        querystring: The query as a whole, where an operation takes it so.
        content_type: The body's media type, where an operation takes several and the body's type
            does not tell.
    """

    path: Mapping[str, object]
    query: Mapping[str, object]
    querystring: object
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object
    content_type: str | NotGiven


@dataclass(frozen=True, slots=True)
class Prepared:
    """A request that any HTTP client can send; either `content` or `files`, or neither.

    Attributes:
        secrets: The names of the headers that hold credentials.
        multipart: The media type of `files`.
        opened: The files that were opened for it; to be closed when it is sent.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    files: list[FormFile] = field(default_factory=list)
    secrets: frozenset[str] = frozenset()
    multipart: str = ""
    opened: ExitStack = field(default_factory=ExitStack)


def prepare(
    operation: Operation[Any],
    arguments: Arguments,
    base_url: str,
    credentials: auth.Credentials,
    link: str = "",
    more_headers: Mapping[str, str] = _NO_HEADERS,
) -> Prepared:
    """Write the request.

    Args:
        link: A URL that the API gave for it. Only its path and query count: wherever it leads,
            credentials are sent to no other server.
        more_headers: Sent over those of the call.

    Raises:
        ValueError: An argument cannot stand in the URL's path or in a header.
    """
    headers = {"Accept": operation.accept}
    query = [] if link else list(_query(arguments))
    cookies = [
        pair
        for name, value in _given(arguments.get("cookies", {}))
        for pair in styles.cookie_pairs(name, value)
    ]
    secrets = _sign(auth.chosen(operation.security, credentials), headers, query, cookies)
    headers |= {
        name: styles.header_value(value) for name, value in _given(arguments.get("headers", {}))
    }
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    if link:
        url = _linked(base_url, link)
    else:
        url = base_url.rstrip("/") + _path(operation.path, arguments.get("path", {}))
    with ExitStack() as opened:  # closes them, should anything fail here
        content, parts = _body(operation, arguments, headers, opened)
        headers = _over(headers, more_headers)
        _check(headers)
        return Prepared(
            method=operation.method,
            url=_with_query(url, query),
            headers=headers,
            content=content,
            files=parts,
            secrets=secrets,
            multipart=_essence(_content_type(operation, arguments)) if parts else "",
            opened=opened.pop_all(),
        )


def _over(headers: dict[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Both; of two headers of one name the second, however it is spelt (RFC 9110, section 5.1)."""
    names = {name.lower() for name in more}
    return {name: value for name, value in headers.items() if name.lower() not in names} | {**more}


def _check(headers: Mapping[str, str]) -> None:
    """A header is one line (RFC 9110, section 5.5): with a line break in it, it would be two."""
    for name, value in headers.items():
        if _CONTROL.search(value) or _CONTROL.search(name):
            raise ValueError(f"the header {name!r} cannot hold line breaks or control characters")


def _given(arguments: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in arguments.items():
        if (value.value if isinstance(value, styles.Styled) else value) is not NOT_GIVEN:
            yield name, value


def _path(template: str, arguments: Mapping[str, object]) -> str:
    """The path with its arguments, all of it encoded."""
    pieces = re.split(r"\{([^{}]*)\}", template)
    for place in range(1, len(pieces), 2):
        pieces[place] = styles.path_segment(pieces[place], arguments[pieces[place]])
    pieces[::2] = [quote(piece, safe=_PATH_SIGNS) for piece in pieces[::2]]
    return "".join(pieces)


def _linked(base_url: str, link: str) -> str:
    """The link's path and query on the API's own server."""
    server, target = urlsplit(base_url), urlsplit(link)
    return urlunsplit((server.scheme, server.netloc, target.path, target.query, ""))


def _with_query(url: str, pairs: list[str]) -> str:
    """The URL with these pairs, but for those that it has."""
    given = {pair.partition("=")[0] for pair in urlsplit(url).query.split("&")}
    missing = [pair for pair in pairs if pair.partition("=")[0] not in given]
    return f"{url}{'&' if '?' in url else '?'}{'&'.join(missing)}" if missing else url


def _query(arguments: Arguments) -> Iterator[str]:
    whole = {"": arguments.get("querystring", NOT_GIVEN)}
    for _, value in _given(whole):
        yield from styles.query_string(value)
    for name, value in _given(arguments.get("query", {})):
        yield from styles.query_pairs(name, value)


def _sign(
    credentials: tuple[auth.Credential, ...],
    headers: dict[str, str],
    query: list[str],
    cookies: list[str],
) -> frozenset[str]:
    """Write the credentials where they belong; the names of the headers that hold them."""
    secrets = set()
    for credential in credentials:
        match credential.place:
            case "header":
                headers[credential.name] = credential.value()
                secrets.add(credential.name.lower())
            case "query":
                query += styles.query_pairs(credential.name, credential.value())
            case "cookie":
                cookies.append(f"{credential.name}={credential.value()}")
                secrets.add("cookie")
    return frozenset(secrets)


def _body(
    operation: Operation[Any], arguments: Arguments, headers: dict[str, str], opened: ExitStack
) -> tuple[bytes | None, list[FormFile]]:
    """The body in its media type, whose name goes to the headers."""
    body = arguments.get("body", NOT_GIVEN)
    if body is NOT_GIVEN:
        return None, []
    media_type = _content_type(operation, arguments)
    main = _essence(media_type)
    if main.startswith("multipart/"):
        parts = list(_parts(body, operation.parts, opened))
        return (None, parts) if parts else (b"", [])
    headers.setdefault("Content-Type", media_type)
    if files.is_file(body) and not isinstance(body, tuple):
        return files.content_of(body), []
    if main == "application/x-www-form-urlencoded" and not isinstance(body, str):
        return "&".join(_form(body, operation.parts)).encode(), []
    if isinstance(body, str) and not is_json(main):
        return body.encode(), []
    if operation.xml is not None and is_xml(main):
        return operation.xml.write(body), []
    if is_json_stream(main) and isinstance(body, list):
        mark = b"\x1e" if main.endswith("json-seq") else b""
        return b"".join(mark + _dump(item) + b"\n" for item in body), []
    return _dump(body), []


def _content_type(operation: Operation[Any], arguments: Arguments) -> str:
    """The body's media type: the one that is asked for, else the first that goes with its type."""
    asked = arguments.get("content_type", NOT_GIVEN)
    if not isinstance(asked, NotGiven):
        return asked
    body = arguments.get("body")
    fitting = (name for name, kind in operation.bodies.items() if _goes_with(kind, body))
    return next(fitting, operation.content_type)


def _goes_with(kind: Any, body: object) -> bool:
    if kind is files.FileContent:
        return files.is_file(body)
    try:
        TypeAdapter(kind).validate_python(body, strict=True)
    except (pydantic.ValidationError, pydantic.PydanticUserError):
        return False
    return True


def _essence(media_type: str) -> str:
    """The media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """True for `application/json`, every `+json`, and a few older names."""
    return media_type.endswith(("/json", "+json", "/x-json", "/text-json"))


def is_xml(media_type: str) -> bool:
    """True for `application/xml`, `text/xml` and every `+xml`."""
    return media_type.endswith(("/xml", "+xml"))


def is_json_stream(media_type: str) -> bool:
    """True for media types that hold one JSON value after the other: a line each, or RFC 7464."""
    subtype = media_type.rpartition("/")[2].removeprefix("x-")
    return subtype.endswith("json-seq") or subtype in (
        "ndjson",
        "jsonl",
        "jsonlines",
        "json-lines",
        "json-stream",
        "stream+json",
    )


def _dump(value: object) -> bytes:
    return json.dumps(
        styles.jsonable(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def _form(body: object, parts: Mapping[str, Part]) -> Iterator[str]:
    fields = styles.jsonable(body)
    for name, value in fields.items() if isinstance(fields, dict) else ():
        if value is not None:
            part = parts.get(name, Part())
            style = "json" if is_json(part.content_type) else part.style
            yield from styles.query_pairs(name, styles.Styled(value, style, part.explode))


def _parts(body: object, parts: Mapping[str, Part], opened: ExitStack) -> Iterator[FormFile]:
    """The parts of a multipart body: files, objects as JSON, anything else as text.

    The items of a list are parts of their own, unless they are documented to stand in one.
    """
    for name, value in _properties(body).items():
        part = parts.get(name, Part())
        if files.is_file(value):
            yield name, files.sent(name, value, part.content_type, opened)
        elif not isinstance(value, list | tuple):
            yield from _part(name, value, part, opened)
        elif part.explode or part.content_type or part.style not in _DELIMITERS:
            for item in value:
                yield from _part(name, item, part, opened)
        else:
            joined = _DELIMITERS[part.style].join(map(styles.text, value))
            yield from _part(name, joined, part, opened)


def _part(name: str, value: object, part: Part, opened: ExitStack) -> Iterator[FormFile]:
    if files.is_file(value):
        yield name, files.sent(name, value, part.content_type, opened)
    elif isinstance(value, Mapping | BaseModel) or is_json(part.content_type):
        yield name, (None, _dump(value), files.first_of(part.content_type) or "application/json")
    elif value is not None:
        yield name, (None, styles.text(value).encode(), files.first_of(part.content_type) or None)


def _properties(body: object) -> Mapping[str, Any]:
    """What was set of a model, under the names that the API uses; a lone file is called that."""
    if isinstance(body, BaseModel):
        fields = type(body).model_fields
        named = {
            fields[name].serialization_alias or fields[name].alias or name: getattr(body, name)
            for name in fields
            if name in body.model_fields_set
        }
        return named | (body.model_extra or {})
    if isinstance(body, Mapping):
        return body
    return {"file": body} if files.is_file(body) else {}
