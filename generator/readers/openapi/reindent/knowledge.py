"""What one pass over a flattened document learns for the next.

In: the tree that a first pass made. Out: `Knowledge`: in which order the document writes its keys, which objects it keeps
sorted, and which members an example's schema has. It must not know how the search goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.readers.openapi.reindent.grammar import Map, Shape
from generator.source import Json

if TYPE_CHECKING:
    from generator.readers.openapi.reindent.search import Frame

END = "\0end"
START = "\0start"
_SMOOTH = 0.3
_VOCABULARY = 12
_TELLING = frozenset(("properties", "any"))


class Knowledge:
    """How one document writes things.

    Attributes:
        ordered: The names of the objects whose keys stand in sorted order throughout.
        disorder: What a key out of that order costs: little while the order is a guess.
        named: For each object that holds things to refer to: the names that a `$ref` asks for.
    """

    def __init__(self, ordered: frozenset[str], named: dict[str, frozenset[str]], disorder: float) -> None:
        self.ordered = ordered
        self.disorder = disorder
        self.named = named
        self._steps: dict[tuple[str, str], dict[str, int]] = {}
        self._tree: Json = None
        self._costs: dict[tuple[str, str, str, str], float] = {}

    def step(self, frame: Frame, key: str) -> float:
        """What it costs that `key` follows the last key of an object of the grammar, in this document's manner."""
        if not self._steps:
            return 0.0
        map_ = frame.map
        assert map_
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

    def follow(self, frame: Frame, key: str) -> float:
        """The same for objects with free keys: nothing where their last key was not seen elsewhere."""
        map_ = frame.map
        assert map_
        row = self._steps.get((map_.name, frame.last if frame.size else START))
        if row is None or map_.name not in _TELLING:
            return 0.0
        total = sum(row.values())
        seen = row.get(key, 0)
        if total < 2:
            return 0.0
        return min(2.5, -log((seen + 0.5) / (total + 1.5)))

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


def learn(tree: Json, grammar: Shape, named: dict[str, frozenset[str]]) -> Knowledge:
    """Learn from the tree of an earlier pass."""
    steps: dict[tuple[str, str], dict[str, int]] = {}
    sizes: dict[str, list[int]] = {}
    for map_, role, value in _maps(tree, grammar):
        if len(value) > 1:
            keys = list(value)
            seen = sizes.setdefault(map_.name, [0, 0])
            seen[0] += len(keys) - 1
            seen[1] += sum(1 for one, two in zip(keys, keys[1:], strict=False) if two < one)
        if map_.free is None or map_.name in _TELLING:
            _count(steps, map_.name, role, value)
    knowledge = Knowledge(
        frozenset(name for name, (pairs, broken) in sizes.items() if pairs >= 4 and broken <= pairs * 0.02),
        named,
        6.0,
    )
    knowledge._steps = steps
    knowledge._tree = tree
    return knowledge


def referred(texts: Sequence[str]) -> dict[str, frozenset[str]]:
    """The names that the document's references ask for, by the object that must hold them."""
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        if "#/" in text:
            for section, name in _REFERENCE.findall(text):
                found.setdefault(_SECTIONS.get(section, section), {})[unquote(name)] = None
    schemas = found.pop("definitions", {}) | found.pop("schemas", {})
    if schemas:
        found["schemas"] = found["definitions"] = schemas
    return {section: frozenset(names) for section, names in found.items()}


_REFERENCE = re.compile(r"#/(?:components/)?(\w+)/([^/'\"\s]+)['\"]?\s*\Z")
_SECTIONS = {"responses": "namedResponses"}


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
