"""Line and column of a JSON pointer: the second look at the text, taken only for what is printed.

Both look-ups walk the text once for all the pointers asked for, and skip what no pointer leads into.
"""

from __future__ import annotations

from collections.abc import Iterable
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]
from typing import Any

import yaml

from generator.diagnostics import pointer_keys
from generator.source.lines import Position, positions_of
from generator.source.yaml_text import Loader

Wanted = dict[Any, Any]
"""Pointers as a trie: key -> Wanted; under `_HERE` the pointer that ends there."""

_HERE = None
_SPACE = " \t\r\n"


def json_positions(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """Where each pointer's value stands in JSON text; an object member stands at its key.

    A pointer that leads nowhere gets the position of the deepest value on its way.
    """
    found: dict[str, int] = {}
    start = 1 if text.startswith("\ufeff") else 0
    _json_value(text, _skip(text, start), _skip(text, start), _trie(pointers), found)
    offsets = sorted(set(found.values()))
    lines = dict(zip(offsets, positions_of(text, offsets), strict=True))
    return {pointer: lines[offset] for pointer, offset in found.items()}


def yaml_positions(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """Where each pointer's value stands in YAML text; a mapping's member stands at its key."""
    found: dict[str, Position] = {}
    events = (event for event in yaml.parse(text, Loader=Loader))
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                _yaml_value(events, next(events), None, _trie(pointers), found)
                break
    except (yaml.YAMLError, StopIteration, RecursionError):
        pass  # the positions found so far are right; the text was parsed before, so this is a cut or patched one
    return found


def _trie(pointers: Iterable[str]) -> Wanted:
    root: Wanted = {}
    for pointer in pointers:
        here = root
        for key in pointer_keys(pointer):
            here = here.setdefault(key, {})
        here[_HERE] = pointer
    return root


def _settle(wanted: Wanted, found: dict[str, Any], place: Any) -> None:
    """Give every pointer at or below this trie node the place, unless it has a better one."""
    for key, below in wanted.items():
        if key is _HERE:
            found.setdefault(below, place)
        else:
            _settle(below, found, place)


def _json_value(text: str, at: int, shown: int, wanted: Wanted, found: dict[str, int]) -> int:
    """Walk the value at offset `at`; returns the offset behind it. `shown` is the offset a finding should name."""
    below = {key: value for key, value in wanted.items() if key is not _HERE}
    if _HERE in wanted:
        found[wanted[_HERE]] = shown
    if not below or text[at] not in "{[":
        _settle(below, found, shown)
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
    _settle(below, found, shown)
    return at + 1


_DECODER = JSONDecoder(strict=False)


def _behind(text: str, at: int) -> int:
    """The offset behind the value at offset `at`."""
    return _DECODER.raw_decode(text, at)[1]


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at


def _yaml_value(events: Any, event: Any, shown: Position | None, wanted: Wanted, found: dict[str, Position]) -> None:
    mark = event.start_mark
    place = shown or (mark.line + 1, mark.column + 1)
    below = {key: value for key, value in wanted.items() if key is not _HERE}
    if _HERE in wanted:
        found[wanted[_HERE]] = place
    key: Any
    if isinstance(event, yaml.MappingStartEvent) and below:
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            key_place = (key.start_mark.line + 1, key.start_mark.column + 1)
            _yaml_value(events, next(events), key_place, below.pop(getattr(key, "value", ""), {}), found)
    elif isinstance(event, yaml.SequenceStartEvent) and below:
        index = 0
        while not isinstance(entry := next(events), yaml.SequenceEndEvent):
            _yaml_value(events, entry, None, below.pop(str(index), {}), found)
            index += 1
    elif isinstance(event, yaml.CollectionStartEvent):
        depth = 1
        while depth:
            inner = next(events)
            depth += isinstance(inner, yaml.CollectionStartEvent) - isinstance(inner, yaml.CollectionEndEvent)
    _settle(below, found, place)
