"""Fetches a document from the web, where the configuration allows it, and from nowhere else.

In: a URL and the list of what is allowed. Out: bytes, and the URL they came from in the end. Every hop of a redirect is
asked about like the first: its scheme, its place on the list, and the address that its host resolves to. The connection
is made to the very address that was checked, so that a second look-up cannot lead elsewhere (DNS rebinding). Proxies of
the environment are not used, since behind one nothing could be checked. Size, hops and time are bounded.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from generator.source.web import PORTS, Allowed, Unfetched, permit_of

MAX_BYTES = 100_000_000
"""The largest document that is fetched."""
MAX_HOPS = 5
"""How many redirects are followed."""
SECONDS = 60.0
"""How long one hop may take, from the connection to the last byte."""

_SIGNS = "/?:@!$&'()*+,;=~%[]"
"""What stands in a URL as it is."""
_REDIRECTS = (301, 302, 303, 307, 308)
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def fetch(url: str, allowed: tuple[Allowed, ...]) -> tuple[str, bytes]:
    """Get a document.

    Args:
        url: Where it is; a fragment is not sent.
        allowed: What may be fetched; redirects are held against the same list.

    Returns:
        The URL that it came from in the end, and its bytes.

    Raises:
        Unfetched: It is not allowed, cannot be had, or is too large or too slow.
    """
    here = urldefrag(url).url
    for _ in range(MAX_HOPS + 1):
        permit = permit_of(here, allowed)
        if permit is None:
            raise Unfetched("ref-refused", f"{_shown(url)} leads to {_shown(here)}, which `allow_urls` does not allow")
        try:
            status, location, content = _asked(urlsplit(here), permit)
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = str(error) or type(error).__name__
            raise Unfetched("cannot-fetch", f"{_shown(here)} cannot be fetched: {_shown(reason)}") from None
        if status == 200:
            return here, content
        if status not in _REDIRECTS or not location:
            raise Unfetched("cannot-fetch", f"{_shown(here)} cannot be fetched: the answer is {status}")
        here = _followed(here, location)
    raise Unfetched("cannot-fetch", f"{_shown(url)} cannot be fetched: it is redirected more than {MAX_HOPS} times")


def _followed(url: str, location: str) -> str:
    """Where a redirect leads; what is no URL stays as it is, to be refused."""
    try:
        return urldefrag(urljoin(url, location)).url
    except ValueError:
        return location


def _asked(parts: SplitResult, permit: Allowed) -> tuple[int, str, bytes]:
    """Status, `Location` and body of the answer to one GET request."""
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    until = time.monotonic() + SECONDS
    raw = _connected(_checked(host, port, private=permit.private), port)
    # the wait for a byte starts anew with each one: what ends a slow drip is the end of the connection
    guard = threading.Timer(SECONDS, _shut, [raw])
    guard.daemon = True
    guard.start()
    connection = http.client.HTTPConnection(host, port)
    try:
        connection.sock = raw
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
            guard.args = [connection.sock]
        path = quote(parts.path or "/", safe=_SIGNS) + ("?" + quote(parts.query, safe=_SIGNS) if parts.query else "")
        standard = port == PORTS[parts.scheme]
        name = f"[{host}]" if ":" in host else host
        headers = {
            "Host": name if standard else f"{name}:{port}",
            "Accept-Encoding": "identity",
            "User-Agent": "specloom",
        }
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        content = answer.read(MAX_BYTES + 1) if answer.status == 200 else b""
        if answer.status == 200 and answer.getheader("Content-Encoding", "identity").lower() != "identity":
            raise OSError("the answer is compressed, though that was not asked for")
        if len(content) > MAX_BYTES:
            raise OSError(f"larger than {MAX_BYTES // 1_000_000} MB")
        return answer.status, answer.getheader("Location", ""), content
    finally:
        late = time.monotonic() >= until
        guard.cancel()
        connection.close()
        raw.close()
        if late:
            raise TimeoutError(f"it takes longer than {SECONDS:g} seconds")


def _checked(host: str, port: int, *, private: bool) -> list[str]:
    """The addresses of a host, none of which may be private where that is not allowed."""
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        if not private and not _is_public(address):
            raise OSError(f"its address {address} is not one of the public internet (`private: true` would allow it)")
    return list(dict.fromkeys(found))


def _connected(addresses: list[str], port: int) -> socket.socket:
    for address in addresses[:-1]:
        with contextlib.suppress(OSError):
            return socket.create_connection((address, port), timeout=SECONDS / len(addresses))
    return socket.create_connection((addresses[-1], port), timeout=SECONDS / len(addresses))


def _is_public(text: str) -> bool:
    """Whether an address belongs to the public internet; one that carries an IPv4 address is judged by both."""
    address: _Address = ipaddress.ip_address(text.partition("%")[0])
    inner = _inner(address) if isinstance(address, ipaddress.IPv6Address) else None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return _is_public(str(address.ipv4_mapped))
    return address.is_global and not address.is_multicast and (inner is None or _is_public(str(inner)))


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside one of 6to4 (RFC 3056) or NAT64 (RFC 6052)."""
    if address in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour


def _shut(connection: socket.socket) -> None:
    """End a connection under whoever waits for it; the base class's way, which needs no part in TLS."""
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


def _shown(text: str) -> str:
    text = "".join(sign if sign.isprintable() else "?" for sign in text)
    return text if len(text) <= 200 else text[:199] + "…"
