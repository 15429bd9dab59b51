"""Line and column of a JSON pointer in YAML text, as `positions` finds them in JSON text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from generator.source.lines import Position
from generator.source.positions import HERE, Wanted, settle, trie
from generator.source.yaml_text import Loader


def yaml_positions(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """Where each pointer's value stands in YAML text; a mapping's member stands at its key."""
    found: dict[str, Position] = {}
    events = (event for event in yaml.parse(text, Loader=Loader))
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                _yaml_value(events, next(events), None, trie(pointers), found)
                break
    except (yaml.YAMLError, StopIteration, RecursionError):
        pass  # the positions found so far are right; the text was parsed before, so this is a cut or patched one
    return found


def _yaml_value(events: Any, event: Any, shown: Position | None, wanted: Wanted, found: dict[str, Position]) -> None:
    mark = event.start_mark
    place = shown or (mark.line + 1, mark.column + 1)
    below = {key: value for key, value in wanted.items() if key is not HERE}
    if HERE in wanted:
        found[wanted[HERE]] = place
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
    settle(below, found, place)
