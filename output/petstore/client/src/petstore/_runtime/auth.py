"""Credentials: what proves to the API who is calling."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Secret: TypeAlias = str | Callable[[], str]
"""A token or key; a function is asked for it at each request, so that it can be renewed."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A secret and where it is written."""

    place: Literal["header", "query", "cookie"]
    name: str
    secret: Secret
    prefix: str = ""

    def __repr__(self) -> str:
        return f"Credential(place={self.place!r}, name={self.name!r})"

    def value(self) -> str:
        """What is written there."""
        return self.prefix + (self.secret if isinstance(self.secret, str) else self.secret())


Credentials: TypeAlias = Mapping[str, Credential | None]
"""The credentials by the names of their security schemes; None for those that are not at hand."""


def http_token(scheme: str, secret: Secret | None) -> Credential | None:
    """The `Authorization` header with a token (RFC 6750 for `Bearer`)."""
    return None if secret is None else Credential("header", "Authorization", secret, f"{scheme} ")


def http_basic(username: str | None, password: str | None) -> Credential | None:
    """The `Authorization` header with a name and a password (RFC 7617); either may be empty."""
    if username is None and password is None:
        return None
    pair = f"{username or ''}:{password or ''}".encode()
    return Credential("header", "Authorization", base64.b64encode(pair).decode("ascii"), "Basic ")


def named_key(
    place: Literal["header", "query", "cookie"], name: str, secret: Secret | None
) -> Credential | None:
    """A key under a name of the API's own."""
    return None if secret is None else Credential(place, name, secret)


def chosen(
    security: tuple[tuple[str, ...], ...], credentials: Credentials
) -> tuple[Credential, ...]:
    """The credentials for an operation: the first group of which all are at hand.

    Where there is no such group, none is sent, and the API says what is missing.
    """
    for group in security:
        found = [credentials.get(name) for name in group]
        if group and all(credential is not None for credential in found):
            return tuple(credential for credential in found if credential is not None)
    return ()
