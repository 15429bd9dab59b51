"""Names of types without the namespaces that tools write in front: `models.User`, `Acme.Api.Contracts.User` -> `User`.

In: the names that the sources give. Out: for those that say the same without it, the name without the namespace. A word
before a dot is a namespace where it is written like a package (`com.acme.User`), where a version (`chat.v2.channel`) or
the name of a layer of code (`Acme.Api.Models.User`) ends it: each name tells that by itself, whatever else there is.
Of the others it is one where most names begin with it; `Order.Item` is an item of an order. Two names never become one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from generator.resolve import words

_MOST: Final = 0.8
"""What part of the names with dots begins with the namespace that they share."""

_SEVERAL: Final = 5
"""So many names share one, or half of all names: two alone may be parts of one thing."""


def without_namespaces(names: Iterable[str], called: Callable[[str], str]) -> Mapping[str, str]:
    """The shorter names of those that have one.

    Args:
        called: The identifier that a name becomes; names whose identifiers differ in case only are one.
    """
    everyone = frozenset(names)
    shared = _shared(everyone)
    short = {name: found for name in everyone if (found := _short(name, shared)) != name}
    owners = Counter(called(short.get(name, name)).casefold() for name in everyone)
    return {name: found for name, found in short.items() if owners[called(found).casefold()] == 1}


def _shared(names: frozenset[str]) -> str:
    """The longest namespace that most names with dots begin with, its dot included; "" where there is none."""
    led = [found[0] for name in names if (found := _NAMESPACES.match(name))]
    counts = Counter(namespace[: dot.end()] for namespace in led for dot in _DOT.finditer(namespace))
    for namespace, count in sorted(counts.items(), key=lambda entry: (-len(entry[0]), entry[0])):
        several = count >= _SEVERAL or count * 2 >= len(names)
        if several and count >= _MOST * len(led) and names.isdisjoint(_ways(namespace)):
            return namespace
    return ""


def _ways(namespace: str) -> Iterable[str]:
    """`a.b.` -> `a`, `a.b`."""
    return (namespace[: dot.start()] for dot in _DOT.finditer(namespace))


def _short(name: str, shared: str) -> str:
    """The name without the namespace that it shows by itself, else without the shared one; of `Page[acme.User]`, both
    names without theirs."""
    own = _PARTS.sub(lambda part: _by_itself(part[0]), name) if name.endswith(_CLOSING) else _by_itself(name)
    rest = own.removeprefix(shared)
    return name if _VERSION.fullmatch(rest) else rest


def _by_itself(name: str) -> str:
    if found := _VERSIONED.match(name):
        return name[found.end() :]
    if found := _LAYERED.match(name):
        *parts, last = name[found.end() :].split(".")
        return ".".join((*(part for part in parts if not _repeated(part, last)), last))
    return _PACKAGES.sub("", name)


def _repeated(part: str, last: str) -> bool:
    """Whether the name says again what stands before it: `Address.AddressResponse`."""
    return last.casefold().startswith(words.singular(part.casefold()))


_DOT: Final = re.compile(r"\.")
_NAMESPACES: Final = re.compile(r"(?:[A-Za-z_]\w*\.)+(?=[A-Za-z])")
_PACKAGES: Final = re.compile(r"^(?:[a-z][a-z0-9_-]*\.)+(?=[A-Z][A-Za-z])")
_VERSION: Final = re.compile(r"[vV]\d+\w{0,6}")
_CLOSING: Final = ("_", "]", ">", "»")
_PARTS: Final = re.compile(r"[A-Za-z][A-Za-z0-9.]*")
_VERSIONED: Final = re.compile(r"(?:[A-Za-z_]\w*\.)*[vV]\d+\w{0,6}\.(?=[A-Za-z])")
_LAYERED: Final = re.compile(
    r"(?:[A-Za-z_]\w*\.)*(?:models|dtos?|entities|contracts|viewmodels|schemas|controllers)\.(?=[A-Za-z])",
    re.IGNORECASE,
)
