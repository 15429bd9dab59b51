"""What one pass over a flattened document learns for the next.

In: the tree that a first pass made. Out: `Knowledge`: in which order the document writes its keys, which objects it
keeps sorted, and which members an example's schema has. It must not know how the search goes.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log, sqrt
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.readers.openapi.reindent.grammar import ANY, Map, Shape
from generator.source import Json

if TYPE_CHECKING:
    from generator.readers.openapi.reindent.search import Frame

END = "\0end"
START = "\0start"
ANYWHERE = "\0anywhere"
_DOUBT = 6.0
"""How often a key must have been seen for its followers to count as much as what is usual elsewhere."""
_SINGLE = frozenset(("document", "components", "info"))
"""What stands once in a document; a first pass can teach nothing of it."""
_TELLING = frozenset(("properties", "any"))


class Knowledge:
    """How one document writes things.

    Attributes:
        ordered: The names of the objects whose keys stand in sorted order throughout.
        learnt: Whether this comes from an earlier pass.
        disorder: What a key out of that order costs: little while the order is a guess.
        named: For each object that holds things to refer to: the names that a `$ref` asks for.
    """

    def __init__(self, ordered: frozenset[str], named: dict[str, frozenset[str]], disorder: float) -> None:
        self.ordered = ordered
        self.learnt = False
        self.disorder = disorder
        self.named = named
        self.names = frozenset(name for names in named.values() for name in names)
        self._steps: dict[tuple[str, str], dict[str, int]] = {}
        self._follows: dict[tuple[str, str, str, str], float] = {}
        self._tree: Json = None
        self._schemas = Schemas(None)
        self._shared_examples: dict[str, Expected | None] = {}
        self._costs: dict[tuple[str, str, str, str, str], float] = {}

    def look_into(self, tree: Json, grammar: Shape) -> None:
        """Take note of the schemas of a tree, and of the examples that share one."""
        self._tree = tree
        self._schemas = Schemas(tree)
        for map_, _, value in maps_of(tree, grammar):
            if map_.name == "properties":
                for name, schema in value.items():
                    self._schemas.note(name, schema)
            examples = value.get("examples") if map_.name in ("mediaType", "parameter", "header") else None
            for example in examples.values() if isinstance(examples, dict) else ():
                reference = example.get("$ref") if isinstance(example, dict) else None
                if isinstance(reference, str) and reference.startswith("#/components/examples/"):
                    name = unquote(reference.rpartition("/")[2])
                    self._shared_examples.setdefault(name, self._schemas.expected(value.get("schema")))

    def step(self, frame: Frame, key: str) -> float:
        """What it costs that `key` follows the last key of an object of the grammar, in this document's manner."""
        map_ = frame.map
        assert map_
        role = frame.role
        last = frame.last if frame.size else START
        type_ = "*"
        if map_.name == "schema":
            type_ = frame.facts.kind or "*"
            if last == "type":
                last = "type=" + frame.facts.type
        mark = (map_.name, role, last, key, type_)
        cost = self._costs.get(mark)
        if cost is None:
            habit = _habit(map_.name, role, type_, key)
            cost = 0.0 if key == END else max(-1.5, min(5.0, 0.8 * log((1 - habit) / habit)))
            if self._steps and map_.name not in _SINGLE:
                seen = sum(self._steps.get((map_.name, last), {}).values())
                trust = seen / (seen + _DOUBT)
                cost += trust * (self._step_cost(map_.name, role, last, key, habit) - cost)
            self._costs[mark] = cost
        return cost

    def _step_cost(self, name: str, role: str, last: str, key: str, habit: float) -> float:
        """The share of this key among those that followed, smoothed by what is usual everywhere."""
        general = self._steps.get((name, last), {})
        special = self._steps.get((name + "<" + role, last), {})
        own = self._steps.get((name, ANYWHERE), {})
        share = own.get(key, 0) / max(1, own.get(END, 0))
        usual = 0.2 if key == END else 0.25 * (habit + 2 * share) / 3
        base = (general.get(key, 0) + usual) / (sum(general.values()) + 1.0)
        share = (special.get(key, 0) + 2 * base) / (sum(special.values()) + 2)
        return min(4.5, -log(share))

    def usual(self, frame: Frame, key: str) -> bool:
        """Whether objects that stand under that key of an extension often have this member."""
        return _habits().get(mark_of("any", frame.role, "")[0], {}).get(key, 0.0) >= 0.005

    def follow(self, frame: Frame, key: str) -> float:
        """The same for objects with free keys: nothing where their last key was not seen elsewhere."""
        map_ = frame.map
        assert map_
        if map_.name not in _TELLING:
            return 0.0
        mark = (map_.name, frame.role, frame.last if frame.size else START, key)
        cost = self._follows.get(mark)
        if cost is None:
            cost = self._follows[mark] = self._follow_cost(*mark)
        return cost

    def _follow_cost(self, name: str, role: str, last: str, key: str) -> float:
        cost = 0.0
        if name == "any":
            row = _habits().get(mark_of("any", role, "")[0])
            if row is not None and key != END:
                cost = -0.9 if row.get(key, 0.0) >= 0.005 else 1.0
        steps = self._steps.get((name + "<" + role, last)) or self._steps.get((name, last)) or {}
        total = sum(steps.values())
        if total < 2:
            return cost
        return cost + min(1.5, -log((steps.get(key, 0) + 0.5) / (total + 1.5)))

    def expected(self, frame: Frame) -> Expected | None:
        """What the example in this object should look like; None where nothing is known."""
        if self._tree is None:
            return None
        path = _path_of(frame)
        name = frame.map.name if frame.map else ""
        if name == "example" or name == "examples":
            name_at = 1 if name == "example" else 0
            if path[: 2 + name_at] == ["components", "examples", *path[2 : 2 + name_at]]:
                return self._shared_examples.get(path[2]) if name_at else None
            path = path[: len(path) - 1 - name_at]
        value = _at(self._tree, path)
        if not isinstance(value, dict):
            return None
        return self._schemas.expected(value if name == "schema" else value.get("schema"))

    def member(self, expect: Expected | None, key: str) -> tuple[bool, Expected | None]:
        """Whether an object in an example should have such a member, and what that should look like."""
        if expect is None:
            return False, self._schemas.named(key)
        below = expect.properties.get(key)
        if below is None:
            return False, self._schemas.named(key)
        return True, self._schemas.expected(below)

    def entry(self, expect: Expected | None) -> Expected | None:
        """What the entries of a list in an example should look like."""
        return self._schemas.expected(expect.items) if expect else None


@dataclass(frozen=True, slots=True)
class Expected:
    """What a schema says of an example: the type, the members with their schemas, the schema of entries."""

    type: str
    properties: dict[str, Json]
    items: Json


class Schemas:
    """The schemas of a tree, looked up for examples."""

    def __init__(self, tree: Json) -> None:
        self._tree = tree
        self._known: dict[int, Expected | None] = {}
        self._by_name: dict[str, list[Json]] = {}
        self._merged: dict[str, Expected | None] = {}

    def expected(self, schema: Json) -> Expected | None:
        """What a schema says, with the members of what it is made of."""
        if not isinstance(schema, dict):
            return None
        mark = id(schema)
        if mark not in self._known:
            self._known[mark] = None  # for a schema inside itself
            self._known[mark] = self._collect([schema])
        return self._known[mark]

    def note(self, name: str, schema: Json) -> None:
        """Remember the schema of a property of that name, wherever it stands."""
        self._by_name.setdefault(name, []).append(schema)

    def named(self, name: str) -> Expected | None:
        """What properties of that name look like in the document."""
        if name not in self._merged:
            self._merged[name] = self._collect(self._by_name.get(name, [])[:20])
        return self._merged[name]

    def _collect(self, schemas: list[Json]) -> Expected | None:
        type_, properties, items = "", dict[str, Json](), None
        waiting, seen = list(schemas), set[int]()
        while waiting:
            schema = waiting.pop(0)
            if not isinstance(schema, dict) or id(schema) in seen:
                continue
            seen.add(id(schema))
            reference = schema.get("$ref")
            if isinstance(reference, str) and reference.startswith("#/"):
                steps = [unquote(step).replace("~1", "/").replace("~0", "~") for step in reference[2:].split("/")]
                waiting.append(_at(self._tree, steps))
            for word in ("allOf", "oneOf", "anyOf"):
                parts = schema.get(word)
                waiting.extend(parts if isinstance(parts, list) else [])
            named, kind = schema.get("properties"), schema.get("type")
            if isinstance(named, dict):
                properties = {**named, **properties}
            items = items or schema.get("items")
            type_ = type_ or (kind if isinstance(kind, str) else "")
        if not properties and items is None and not type_:
            return None
        return Expected(type_, properties, items)


def _path_of(frame: Frame) -> list[str]:
    path: list[str] = []
    above = frame.parent
    while above is not None:
        path.append(above.last if above.map is not None else str(above.size - 1))
        above = above.parent
    return path[::-1]


def _at(tree: Json, path: list[str]) -> Json:
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and step.isdigit() and int(step) < len(tree):
            tree = tree[int(step)]
        else:
            return None
    return tree


def _habit(name: str, role: str, type_: str, key: str) -> float:
    """The share of such objects, in documents at large, that have the key."""
    table = _habits()
    for mark in mark_of(name, role, type_):
        row = table.get(mark)
        if row is not None:
            share = row.get(key, 0.0)
            if key.startswith("x-"):
                most = extensions().get(key)
                share = 0.35 * share / most if most else 0.25 * sqrt(row.get("x-", 0.0))
            return min(0.97, max(0.003, share))
    return 0.2


@cache
def extensions() -> dict[str, float]:
    """The extensions that many documents use, with the share of those objects that have them most."""
    most: dict[str, float] = {}
    for mark, row in _habits().items():
        for key, share in row.items():
            if key.startswith("x-") and not mark.startswith("any"):
                most[key] = max(share, most.get(key, 0.0))
    return most


@cache
def _habits() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = json.loads(
        files("generator.readers.openapi.reindent").joinpath("habits.json").read_text("utf-8")
    )
    return table


def learn(tree: Json, grammar: Shape, before: Knowledge) -> Knowledge:
    """Learn from the tree of an earlier pass, which went by `before`."""
    steps: dict[tuple[str, str], dict[str, int]] = {}
    sizes: dict[str, list[int]] = {}
    for map_, role, value in maps_of(tree, grammar):
        if len(value) > 1:
            keys = list(value)
            seen = sizes.setdefault(map_.name, [0, 0])
            seen[0] += len(keys) - 1
            seen[1] += sum(1 for one, two in itertools.pairwise(keys) if two < one)
        if map_.free is None or map_.name in _TELLING:
            _count(steps, map_.name, role, value)
    ordered = frozenset(
        name
        for name, (pairs, broken) in sizes.items()
        if pairs >= 4 and broken <= pairs * (0.15 if name in before.ordered else 0.02)
    )
    knowledge = Knowledge(ordered, before.named, max(5.0, before.disorder))
    knowledge._steps = steps
    knowledge.learnt = True
    knowledge.look_into(tree, grammar)
    return knowledge


def referred(texts: Sequence[str]) -> dict[str, frozenset[str]]:
    """The names that the document's references ask for, by the object that must hold them."""
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        if "#/" in text:
            for match in _REFERENCE.finditer(text):
                section = str(match[1])
                found.setdefault(_SECTIONS.get(section, section), {})[unquote(match[2])] = None
    schemas = found.pop("definitions", {}) | found.pop("schemas", {})
    if schemas:
        found["schemas"] = found["definitions"] = schemas
    return {section: frozenset(names) for section, names in found.items()}


_REFERENCE = re.compile(r"#/(?:components/)?(\w+)/([^/'\"\s]+)['\"]?\s*\Z")
_SECTIONS = {"responses": "namedResponses"}


KINDS = {
    "$ref": "$ref",
    "allOf": "parts",
    "oneOf": "parts",
    "anyOf": "parts",
    "properties": "members",
    "additionalProperties": "members",
    "items": "entries",
    "enum": "choice",
}
"""What a schema is by a key of it, as long as its type is not known."""


def kinds_of(schema: dict[str, Json]) -> tuple[str, ...]:
    """What a schema is: by its type, and by its other keys."""
    kinds = dict.fromkeys(kind for key, kind in KINDS.items() if key in schema)
    type_ = schema.get("type")
    return (type_, *kinds) if isinstance(type_, str) else tuple(kinds) or ("",)


def mark_of(name: str, role: str, type_: object) -> tuple[str, ...]:
    """Under which names the habits of an object are kept, the most special first."""
    if name == "schema":
        kind = type_ if isinstance(type_, str) else ""
        if kind == "*":
            return (f"schema<{role}", "schema")
        return (f"schema<{role}={kind}", f"schema={kind}", f"schema<{role}", "schema")
    return (f"any@{role.rpartition('.')[2]}",) if name == "any" else (f"{name}<{role}", name)


def _count(steps: dict[tuple[str, str], dict[str, int]], name: str, role: str, value: dict[str, Json]) -> None:
    last = START
    for key in (*value, END):
        for mark in ((name, last), (name + "<" + role, last), (name, ANYWHERE)):
            row = steps.setdefault(mark, {})
            row[key] = row.get(key, 0) + 1
        last = f"type={value[key]}" if key == "type" and isinstance(value[key], str) else key


def maps_of(tree: Json, grammar: Shape) -> Iterator[tuple[Map, str, dict[str, Json]]]:
    """Every object of the tree, with its name in the grammar and the role it plays there."""
    waiting: list[tuple[Json, Shape, str]] = [(tree, grammar, "")]
    while waiting:
        value, shape, role = waiting.pop()
        if isinstance(value, dict) and shape.map:
            map_ = shape.map
            yield map_, role, value
            for key, below in value.items():
                inner = map_.fields.get(key) or (ANY if key.startswith("x-") else map_.free)
                if inner is not None:
                    fixed = map_.free is None or map_.name == "any"
                    waiting.append((below, inner, map_.name + "." + key if fixed else map_.name))
        elif isinstance(value, list) and shape.items:
            waiting.extend((entry, shape.items, role) for entry in value)
