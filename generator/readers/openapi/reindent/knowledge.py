"""What one pass over a flattened document learns for the next.

In: the tree that a first pass made. Out: `Knowledge`: in which order the document writes its keys, which objects it
keeps sorted, and which members an example's schema has. It must not know how the search goes.
"""

from __future__ import annotations

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
    from generator.readers.openapi.reindent.search import Frame, Result

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
        ordered: The names of the objects whose keys stand in sorted order, each with the price of disorder.
        learnt: Whether this comes from an earlier pass.
        named: For each object that holds things to refer to: the names that a `$ref` asks for.
    """

    def __init__(self, ordered: dict[str, float], named: dict[str, frozenset[str]]) -> None:
        self.ordered = ordered
        self.learnt = False
        self.once: frozenset[str] = frozenset()
        self.deep: frozenset[tuple[str, ...]] = frozenset()
        self.deep_names: frozenset[str] = frozenset()
        self.named = named
        self.names = frozenset(name for names in named.values() for name in names)
        self._steps: dict[tuple[str, str], dict[str, float]] = {}
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

    def look_at(self, texts: Sequence[str]) -> None:
        """Take note of what the lines say taken by themselves."""
        counts: dict[str, int] = {}
        deep: dict[tuple[str, ...], None] = {}
        for text in texts:
            if text.startswith("x-"):
                key = text.partition(":")[0]
                counts[key] = counts.get(key, 0) + 1
            if "#/" in text and (match := _DEEP.search(text)):
                steps = tuple(unquote(step).replace("~1", "/").replace("~0", "~") for step in match[1].split("/"))
                for end in range(4, len(steps) + 1):
                    deep[steps[:end]] = None
        self.once = frozenset(key for key, count in counts.items() if count == 1)
        self.deep = frozenset(deep)
        self.deep_names = frozenset(steps[-1] for steps in deep if not steps[-1].isdigit())

    def deep_cost(self, frame: Frame, key: str) -> float:
        """What references into the middle of an object say of a key."""
        path = (*_path_of(frame), key)
        if path in self.deep:
            return -4.0
        return 0.0

    def step(self, frame: Frame, key: str) -> float:
        """What it costs that `key` follows the last key of an object of the grammar, in this document's manner."""
        map_ = frame.map
        assert map_
        role = frame.role
        last = _last_of(frame)
        type_ = (frame.facts.kind or "*") if map_.name == "schema" else "*"
        mark = (map_.name, role, last, key, type_)
        cost = self._costs.get(mark)
        if cost is None:
            habit = _habit(map_.name, role, type_, key)
            known = key[:2] == "x-" and key in extensions()
            cost = 0.0 if key == END else max(-1.5, min(9.0 if known else 6.0, 0.8 * log((1 - habit) / habit)))
            if self._steps and map_.name not in _SINGLE:
                seen = sum(self._steps.get((map_.name, last), {}).values())
                trust = (0.5 if known else 1.0) * seen / (seen + _DOUBT)
                cost += trust * (self._step_cost(map_.name, role, last, key, habit, cost) - cost)
            self._costs[mark] = cost
        return cost

    def _step_cost(self, name: str, role: str, last: str, key: str, habit: float, prior: float) -> float:
        """The share of this key among those that followed, smoothed by what is usual everywhere."""
        general = self._steps.get((name, last), {})
        special = self._steps.get((name + "<" + role, last), {})
        every = self._steps.get((name, ANYWHERE), {})
        alike = self._steps.get((name + "<" + role, ANYWHERE), {})
        if key not in every:
            return 3.0 + 0.4 * prior
        share = every.get(key, 0.0) / max(1.0, every.get(END, 0.0))
        usual, lift = 0.2, 1.0
        if key != END:
            here = (alike.get(key, 0.0) + habit) / (alike.get(END, 0.0) + 1.0)
            lift = max(0.1, min(2.0, (here + 0.01) / (share + 0.01)))
            usual = 0.25 * (habit + 2 * share) / 3
        base = lift * (general.get(key, 0.0) + usual) / (sum(general.values()) + 1.0)
        share = (special.get(key, 0.0) + 2 * base) / (sum(special.values()) + 2)
        return min(4.5, -log(share))

    def usual(self, frame: Frame, key: str) -> bool:
        """Whether objects that stand under that key of an extension often have this member."""
        return _habits().get(mark_of("any", frame.role, "")[0], {}).get(key, 0.0) >= 0.005

    def always(self, frame: Frame) -> tuple[tuple[str, float], ...]:
        """The members that objects under that key nearly always have, and what it costs to be without."""
        return _always(frame.role.rpartition(".")[2])

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
                share = row.get(key, 0.0)
                cost = -0.6 - 0.6 * share if share >= 0.005 else 1.0
        if name == "any":
            own = self._steps.get((name + "<" + role, ANYWHERE))
            if own is None or own.get(END, 0.0) < 1.2:
                return cost
            row = self._steps.get((name + "<" + role, last), {})
            ends = own.get(END, 0.0)
            usual = 0.4 if key == END else 0.5 * min(1.0, own.get(key, 0.0) / ends) + 0.01
            share = (row.get(key, 0.0) + 1.5 * usual) / (sum(row.values()) + 1.5)
            return 0.3 * cost + min(2.5, -0.7 * log(share)) - 0.5
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
    rows = [row for mark in mark_of(name, role, type_) if (row := table.get(mark)) is not None]
    if not rows:
        return 0.2
    share = rows[0].get(key, 0.0)
    if key.startswith("x-"):
        most = extensions().get(key)
        if most:
            general = max((row.get(key, 0.0) for row in rows[1:]), default=0.0)
            share = 0.35 * max(share, 0.05 * general) / most
        else:
            share = 0.25 * sqrt(rows[0].get("x-", 0.0))
    return min(0.97, max(0.0001 if key in extensions() else 0.003, share))


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
def _always(name: str) -> tuple[tuple[str, float], ...]:
    row = _habits().get(f"any@{name}", {})
    return tuple((key, -0.25 * log(1.005 - share)) for key, share in row.items() if share >= 0.9)


@cache
def _habits() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = json.loads(
        files("generator.readers.openapi.reindent").joinpath("habits.json").read_text("utf-8")
    )
    return table


def learn(tree: Json, grammar: Shape, before: Knowledge, result: Result) -> Knowledge:
    """Learn from the tree of an earlier pass, which went by `before`."""
    steps, sizes = replay(result)
    ordered = {name: _price(pairs, broken, before.ordered.get(name, 0.0)) for name, (pairs, broken) in sizes.items()}
    knowledge = Knowledge({name: price for name, price in ordered.items() if price}, before.named)
    knowledge._steps = steps
    knowledge.learnt = True
    knowledge.once, knowledge.deep, knowledge.deep_names = before.once, before.deep, before.deep_names
    knowledge.look_into(tree, grammar)
    return knowledge


def _last_of(frame: Frame) -> str:
    """The last key of an object, with what tells most of what may follow it."""
    if not frame.size:
        return START
    if frame.map and frame.map.name == "schema":
        if frame.last == "type":
            return "type=" + frame.facts.type
        if frame.facts.kind in ("$ref", "parts"):
            return frame.facts.kind + ">" + frame.last
    return frame.last


def _price(pairs: float, broken: float, before: float) -> float:
    """What a key out of order costs in objects of which so many neighbours were in order, and so many not."""
    if pairs < 4 or broken > pairs * (0.15 if before else 0.02) + 0.5:
        return 0.0
    return max(0.9 * before if before > 5 else 0.0, 0.8 * log((pairs + 1) / (broken + 0.3)))


def replay(result: Result) -> tuple[dict[tuple[str, str], dict[str, float]], dict[str, list[float]]]:
    """Count what follows what, each as much as it is sure."""
    steps: dict[tuple[str, str], dict[str, float]] = {}
    sizes: dict[str, list[float]] = {}
    open_: list[Frame] = []
    for reading in result.chain:
        margin = result.margins.get(reading.start, 4.0)
        weight = min(1.0, max(0.02, (margin - 0.7) / 2.5))
        now: list[Frame] = []
        here: Frame | None = reading.top
        while here is not None:
            if here.map is not None:
                now.append(here)
            here = here.parent
        now.reverse()
        same = 0
        for one, two in zip(open_, now):
            if one.where != two.where or one.col != two.col:
                break
            same += 1
        for closed in open_[same:]:
            count(steps, closed, END, weight)
        if reading.put is not None:
            put = reading.put
            count(steps, put, reading.key, weight)
            if put.size:
                seen = sizes.setdefault(put.map.name, [0.0, 0.0])
                seen[0] += weight
                seen[1] += weight * (reading.key < put.last)
        open_ = now
    for closed in open_:
        count(steps, closed, END, 1.0)
    return steps, sizes


def count(steps, frame, key, weight):
    map_ = frame.map
    name = map_.name
    if map_.free is not None and name not in _TELLING:
        return
    last = _last_of(frame)
    special = name + "<" + frame.role
    for mark in ((name, last), (special, last), (name, ANYWHERE), (special, ANYWHERE)):
        row = steps.setdefault(mark, {})
        row[key] = row.get(key, 0.0) + weight


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
_DEEP = re.compile(r"#/((?:components/\w+|definitions|paths)/[^'\"\s]+/[^'\"\s]+/[^'\"\s]+)")
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
