"""Finds the credentials that a request presents. `authenticate` says whether they are good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from fastapi import Request

from .operation import Operation
from .problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A way to authenticate.

    Attributes:
        kind: As in OpenAPI; HTTP's `basic` and `bearer` are kinds of their own.
        scheme: The name that HTTP has for any other scheme.
        place, parameter: Where an API key stands.
    """

    kind: Literal["apiKey", "basic", "bearer", "http", "oauth2", "openIdConnect", "mutualTLS"]
    scheme: str = ""
    place: Literal["", "query", "header", "cookie"] = ""
    parameter: str = ""
    description: str = ""
    flows: Mapping[str, Mapping[str, object]] | None = None
    openid_url: str = ""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a request presents for an operation.

    Attributes:
        presented: For each security scheme the token, key, or user and password (still encoded).
        scopes: What the operation asks of them; any one of these suffices.
        operation: `resource.action`.
    """

    request: Request
    presented: Mapping[str, str]
    scopes: tuple[str, ...]
    operation: str


Authenticate = Callable[[Credentials], Awaitable[object]]
"""Says whose credentials they are, or raises `Problem(401)` or `Problem(403)`."""


async def accept(credentials: Credentials) -> object:
    """Accept whatever is presented."""
    return credentials


def find_credentials(
    operation: Operation, schemes: Mapping[str, Scheme], request: Request
) -> Credentials | None:
    """The credentials for the first alternative that the request meets; None where none are needed.

    Raises:
        Problem: With status 401, where no alternative is met.
    """
    for alternative in operation.security:
        presented = {
            name: _presented(schemes.get(name), request, shared=len(alternative) > 1)
            for name in alternative
        }
        found = {name: value for name, value in presented.items() if value is not None}
        if len(found) == len(alternative):
            scopes = (
                *operation.scopes,
                *(scope for name in alternative for scope in alternative[name]),
            )
            return Credentials(request, found, scopes, operation.name) if alternative else None
    if not operation.security:
        return None
    challenges = [
        _challenge(schemes.get(name)) for alternative in operation.security for name in alternative
    ]
    raise Problem(
        401,
        "The request lacks the credentials that this operation needs.",
        headers={
            "WWW-Authenticate": ", ".join(dict.fromkeys(filter(None, challenges))) or "ApiKey"
        },
    )


def _presented(scheme: Scheme | None, request: Request, *, shared: bool) -> str | None:
    """What the request presents for a scheme; a scheme that HTTP does not show counts as met.

    Args:
        shared: Other schemes are needed as well; there is only one `Authorization` for all of them.
    """
    if scheme is None or scheme.kind == "mutualTLS":
        return ""
    if scheme.kind == "apiKey":
        return _places(request, scheme.place).get(scheme.parameter) or None
    header = request.headers.get("authorization", "")
    word, _, value = header.partition(" ")
    if shared:
        return header or None
    return (value.strip() or None) if word.lower() == _word(scheme) else None


def _places(request: Request, place: str) -> Mapping[str, str]:
    if place == "query":
        return request.query_params
    return request.cookies if place == "cookie" else request.headers


def _word(scheme: Scheme) -> str:
    if scheme.kind in ("basic", "http"):
        return (scheme.scheme or scheme.kind).lower()
    return "bearer"


def _challenge(scheme: Scheme | None) -> str:
    """The challenge of RFC 9110, 11.6.1; API keys have no registered one."""
    if scheme is None or scheme.kind == "mutualTLS":
        return ""
    if scheme.kind == "apiKey":
        return f'ApiKey name="{_quotable(scheme.parameter)}"'
    word = _word(scheme)
    return 'Basic realm="API"' if word == "basic" else _quotable(word.capitalize())


def _quotable(text: str) -> str:
    return "".join(
        sign for sign in text if sign.isascii() and sign.isprintable() and sign not in '"\\'
    )
