"""Line and column of a JSON pointer in JSON text: the second look at it, taken only for what is printed.

The text is walked once for all the pointers asked for, past what no pointer leads into; so does `yaml_positions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]
from typing import Any

from generator.diagnostics import pointer_keys
from generator.source.lines import Position, positions_of

Wanted = dict[Any, Any]
"""Pointers as a trie: key -> Wanted; under `HERE` the pointer that ends there."""

HERE = None
_SPACE = " \t\r\n"


def json_positions(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """Where each pointer's value stands in JSON text; an object member stands at its key.

    A pointer that leads nowhere gets the position of the deepest value on its way.
    """
    found: dict[str, int] = {}
    start = 1 if text.startswith("\ufeff") else 0
    _json_value(text, _skip(text, start), _skip(text, start), trie(pointers), found)
    offsets = sorted(set(found.values()))
    lines = dict(zip(offsets, positions_of(text, offsets), strict=True))
    return {pointer: lines[offset] for pointer, offset in found.items()}


def trie(pointers: Iterable[str]) -> Wanted:
    """The pointers as a trie."""
    root: Wanted = {}
    for pointer in pointers:
        here = root
        for key in pointer_keys(pointer):
            here = here.setdefault(key, {})
        here[HERE] = pointer
    return root


def settle(wanted: Wanted, found: dict[str, Any], place: Any) -> None:
    """Give every pointer at or below this trie node the place, unless it has a better one."""
    for key, below in wanted.items():
        if key is HERE:
            found.setdefault(below, place)
        else:
            settle(below, found, place)


def _json_value(text: str, at: int, shown: int, wanted: Wanted, found: dict[str, int]) -> int:
    """Walk the value at offset `at`; returns the offset behind it. `shown` is the offset a finding should name."""
    below = {key: value for key, value in wanted.items() if key is not HERE}
    if HERE in wanted:
        found[wanted[HERE]] = shown
    if not below or text[at] not in "{[":
        settle(below, found, shown)
        return _behind(text, at)
    closing = "}" if text[at] == "{" else "]"
    at = _skip(text, at + 1)
    index = 0
    while text[at] != closing:
        key_at = at
        if closing == "}":
            key, at = scanstring(text, at + 1, False)
            at = _skip(text, _skip(text, at) + 1)
        else:
            key, index = str(index), index + 1
        at = _json_value(text, at, key_at, below.pop(key), found) if key in below else _behind(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
    settle(below, found, shown)
    return at + 1


_DECODER = JSONDecoder(strict=False)


def _behind(text: str, at: int) -> int:
    """The offset behind the value at offset `at`."""
    return _DECODER.raw_decode(text, at)[1]


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
