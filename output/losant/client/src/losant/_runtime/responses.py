"""An answer -> the typed value that the API documents, or the error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

import httpx2

from ..errors import ApiError, ResponseValidationError, error_class
from . import reading
from .operation import Operation, Syntax
from .requests import is_json, is_xml

T = TypeVar("T")

_MOST_SHOWN = 500
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def result(operation: Operation[T], response: httpx2.Response, *, strict: bool) -> T:
    """The answer's body.

    Args:
        strict: Refuse what the API does not document.

    Raises:
        ApiError: The call failed.
        ResponseValidationError: The body is not JSON though it should be, or with `strict` not as
            documented.
    """
    if not response.is_success:
        raise error(operation, response)
    status = _documented(operation.returns, response.status_code)
    if status is None and strict:
        raise ResponseValidationError(
            f"{_called(response)}: the API does not document status {response.status_code}",
            response=response,
        )
    kind = operation.returns[status or next(iter(operation.returns))]
    try:
        return cast("T", _body(kind, response, operation.xml, strict=strict))
    except ValueError as problem:
        media_type = _shown(response.headers.get("Content-Type", "")) or "no media type"
        raise ResponseValidationError(
            f"{_called(response)}: the answer ({response.status_code}, {media_type})"
            f" cannot be read: {problem}",
            response=response,
        ) from problem


def error(operation: Operation[T], response: httpx2.Response) -> ApiError:
    """The error that an answer stands for."""
    status = _documented(operation.errors, response.status_code)
    try:
        kind = operation.errors[status] if status else Any
        body = _body(kind, response, operation.xml, strict=False)
    except ValueError:
        body = response.text
    outcome = f"{response.status_code} {_shown(response.reason_phrase)}".rstrip()
    parts = [_called(response), outcome, _shown(response.text)]
    message = ": ".join(filter(None, parts))
    return error_class(response.status_code)(message, body=body, response=response)


def _called(response: httpx2.Response) -> str:
    """What was asked for; without the query, where credentials may stand."""
    path = response.request.url.raw_path.partition(b"?")[0].decode("ascii")
    return f"{response.request.method} {path}"


def _shown(text: str) -> str:
    """A server's text for a message: it must not command the terminal that shows it."""
    return _UNSHOWN.sub(" ", text.strip()[:_MOST_SHOWN])


def _documented(answers: Mapping[str, object], status: int) -> str | None:
    """The documented key for a status: itself, its range or `default`."""
    return next(
        (key for key in (str(status), f"{status // 100}XX", "default") if key in answers), None
    )


def _body(kind: object, response: httpx2.Response, xml: Syntax | None, *, strict: bool) -> object:
    """The body as a value of that type.

    Raises:
        ValueError: It cannot be read so.
    """
    if kind is None:
        return None
    if kind is bytes:
        return response.content
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind is str and not is_json(media_type):
        return response.text
    if not response.content and not strict:
        return None
    if xml is not None and is_xml(media_type):
        return reading.read(kind, xml.read(kind, response.content), strict=strict)
    variants = get_args(kind) if get_origin(kind) in (Union, UnionType) else ()
    plain = {bytes, str}.intersection(variants)
    if not is_json(media_type) and plain:
        return (
            response.text if plain == {str} or media_type.startswith("text/") else response.content
        )
    try:
        return reading.read_json(kind, response.content, strict=strict)
    except ValueError:
        if bytes in plain:
            return response.content
        if kind is not Any or is_json(media_type):
            raise
        plain_text = not media_type or media_type.startswith("text/")
        return response.text if plain_text else response.content
