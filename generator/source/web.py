"""Which places on the web a project may read.

In: URLs, and the list of what the configuration allows. Out: whether one is allowed, by which entry, and why not.
"""

from __future__ import annotations

import contextlib
import ipaddress
from collections.abc import Iterable
from urllib.parse import SplitResult, unquote, urlsplit

from generator.diagnostics import InputError
from generator.records import dataclass

PORTS = {"http": 80, "https": 443}
"""The schemes that are taken, and the port of each where a URL names none."""


class Unfetched(InputError):
    """A document of the web that is allowed and could not be had; going on without it would make other files."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be fetched: a URL and all that lies below it.

    Attributes:
        url: With scheme, host and path; the path counts in whole steps, so that `/a` is not the beginning of `/ab`.
        private: Whether the host may have an address that is not of the public internet.
    """

    url: str
    private: bool = False


def is_url(text: str) -> bool:
    """Whether a reference names a place on the web."""
    return text[:8].lower().startswith(("http://", "https://"))


def problem_of(url: str) -> str:
    """What is wrong with a URL that is to be allowed or fetched; "" where nothing is."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "it is not a URL"
    if parts.scheme not in PORTS or not parts.hostname:
        return "it does not begin with https:// or http:// and a host"
    if parts.username is not None or parts.password is not None:
        return "a URL with a user name or password in it is not taken"
    steps = unquote(parts.path).replace("\\", "/").split("/")
    if port == 0 or ".." in steps or "." in steps or any(sign <= " " or sign == "\x7f" for sign in url):
        return "its port or path is not a plain one"
    return ""


def names_an_address(url: str) -> bool:
    """Whether the host of a URL is an address, or this very machine, rather than a name that may come to mean one."""
    host = urlsplit(url).hostname or ""
    with contextlib.suppress(ValueError):
        return bool(ipaddress.ip_address(host))
    return host == "localhost"


def permit_of(url: str, allowed: Iterable[Allowed]) -> Allowed | None:
    """The entry of the list that allows a URL; None where none does."""
    if problem_of(url):
        return None
    parts = urlsplit(url)
    for entry in allowed:
        head = urlsplit(entry.url)
        below = head.path.rstrip("/")
        inside = parts.path == head.path or parts.path.startswith(below + "/") or (not below and not parts.path)
        if _server(head) == _server(parts) and inside:
            return entry
    return None


def _server(parts: SplitResult) -> tuple[str, str, int]:
    return parts.scheme, parts.hostname or "", parts.port or PORTS[parts.scheme]
