"""What one pass over a flattened document learns for the next.

In: the tree that a first pass made. Out: `Knowledge`: in which order the document writes its keys, which objects it keeps
sorted, and which members an example's schema has. It must not know how the search goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import TYPE_CHECKING

from generator.readers.openapi.reindent.grammar import Map, Shape
from generator.source import Json

if TYPE_CHECKING:
    from generator.readers.openapi.reindent.search import Frame

END = "\0end"
START = "\0start"
_SMOOTH = 0.3
_VOCABULARY = 12


class Knowledge:
    """How one document writes things.

    Attributes:
        ordered: The names of the objects whose keys stand in sorted order throughout.
    """

    def __init__(self, ordered: frozenset[str] = frozenset()) -> None:
        self.ordered = ordered
        self._steps: dict[tuple[str, str], dict[str, int]] = {}
        self._tree: Json = None
        self._costs: dict[tuple[str, str, str, str], float] = {}

    def step(self, frame: Frame, key: str) -> float:
        """What it costs that `key` follows the last key of an object of the grammar, in this document's manner."""
        if not self._steps:
            return 0.0
        map_ = frame.map
        assert map_
        if map_.free is not None:
            return 0.0
        role = _role(frame)
        last = frame.last if frame.size else START
        if last == "type":
            last = "type=" + frame.facts.type
        mark = (map_.name, role, last, key)
        cost = self._costs.get(mark)
        if cost is None:
            cost = self._costs[mark] = self._step_cost(map_.name, role, last, key)
        return cost

    def _step_cost(self, name: str, role: str, last: str, key: str) -> float:
        general = self._steps.get((name, last), {})
        special = self._steps.get((name + "<" + role, last), {})
        base = (general.get(key, 0) + _SMOOTH) / (sum(general.values()) + _SMOOTH * _VOCABULARY)
        share = (special.get(key, 0) + 2 * base) / (sum(special.values()) + 2)
        return min(5.0, -log(share))

    def expected(self, frame: Frame) -> object:
        """The schema that the example in this object follows; None where none is known."""
        return None

    def member(self, expect: object, key: str) -> tuple[bool, object]:
        """Whether the schema has such a member, and the member's schema."""
        return False, None


def _role(frame: Frame) -> str:
    above = frame.parent
    while above is not None and above.map is None:
        above = above.parent
    if above is None or above.map is None:
        return ""
    return above.map.name if above.map.free is not None else above.map.name + "." + above.last


def learn(tree: Json, grammar: Shape) -> Knowledge:
    """Learn from the tree of an earlier pass."""
    steps: dict[tuple[str, str], dict[str, int]] = {}
    sizes: dict[str, list[int]] = {}
    for map_, role, value in _maps(tree, grammar):
        if len(value) > 1:
            keys = list(value)
            seen = sizes.setdefault(map_.name, [0, 0])
            seen[0] += len(keys) - 1
            seen[1] += sum(1 for one, two in zip(keys, keys[1:], strict=False) if two < one)
        if map_.free is None:
            _count(steps, map_.name, role, value)
    knowledge = Knowledge(
        frozenset(name for name, (pairs, broken) in sizes.items() if pairs >= 4 and broken <= pairs * 0.02)
    )
    knowledge._steps = steps
    knowledge._tree = tree
    return knowledge


def _count(steps: dict[tuple[str, str], dict[str, int]], name: str, role: str, value: dict[str, Json]) -> None:
    last = START
    for key in (*value, END):
        for mark in ((name, last), (name + "<" + role, last)):
            row = steps.setdefault(mark, {})
            row[key] = row.get(key, 0) + 1
        last = f"type={value[key]}" if key == "type" and isinstance(value[key], str) else key


def _maps(tree: Json, grammar: Shape) -> Iterator[tuple[Map, str, dict[str, Json]]]:
    """Every object of the tree, with its name in the grammar and the role it plays there."""
    waiting: list[tuple[Json, Shape, str]] = [(tree, grammar, "")]
    while waiting:
        value, shape, role = waiting.pop()
        if isinstance(value, dict) and shape.map:
            map_ = shape.map
            yield map_, role, value
            for key, below in value.items():
                inner = map_.fields.get(key) or map_.free
                if inner is not None:
                    waiting.append((below, inner, map_.name if map_.free is not None else map_.name + "." + key))
        elif isinstance(value, list) and shape.items:
            waiting.extend((entry, shape.items, role) for entry in value)
