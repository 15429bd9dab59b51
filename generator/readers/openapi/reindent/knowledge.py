"""How the document at hand writes things, as far as is known.

In: its lines, and what was learnt of an earlier pass. Out: `Knowledge`: what a step costs in the document's own manner,
which names its references ask for, which members an example's schema has. It must not know how the search goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from math import log
from urllib.parse import unquote

from generator.diagnostics import pointer_keys
from generator.readers.openapi.reindent.grammar import ANY_MAP, METHODS, NAME, Shape, maps_of
from generator.readers.openapi.reindent.habits import always, extensions, habit_of, members_of
from generator.readers.openapi.reindent.levels import Frame, path_of
from generator.readers.openapi.reindent.lines import Line
from generator.readers.openapi.reindent.names import Names
from generator.readers.openapi.reindent.order import Alphabet
from generator.readers.openapi.reindent.recurring import Recurrences
from generator.readers.openapi.reindent.schemas import Expected, Schemas, at_path
from generator.records import dataclass
from generator.source import Json

END = "\0end"

START = "\0start"

ANYWHERE = "\0anywhere"

_DOUBT = 6.0
"""How often a key must have been seen for its followers to count as much as what is usual elsewhere."""

_MANY = 12.0
"""How often a key must have been seen for what never followed it to cost most."""

_SINGLE = frozenset(("document", "components", "info"))
"""What stands once in a document; a first pass can teach nothing of it."""

_FOREIGN = 3.0
"""What it costs that an extension of other documents has a member that it has in none of them."""

Steps = dict[tuple[str, str], dict[str, float]]
"""How often each key followed which: by the name of the object, also with its role, and the key before."""


@dataclass(frozen=True, slots=True)
class Place:
    """What one step taught: from a key of an object to the next, or to the object's end.

    Attributes:
        marks: Where it was counted.
        key: What followed.
        weight: How much it counted.
    """

    marks: tuple[tuple[str, str], ...]
    key: str
    weight: float


Places = dict[tuple[int, int], Place]
"""By the line of the object and by how many keys it had."""

SHARED = ("components.", "document.")
"""How the roles begin of the objects that hold what is referred to."""

TELLING = frozenset(("properties", "any"))
_VARIED = frozenset(("properties", "any", "schema"))


class Knowledge:
    """How one document writes things.

    Attributes:
        ordered: The names of the objects whose keys stand in sorted order, each with the price of disorder.
        learnt: Whether this comes from an earlier pass.
        named: For each object that holds things to refer to: the names that a `$ref` asks for.
        names: All these names.
        lines_of: How many lines begin with each of them, and with each extension.
        deep: The paths that references lead to or through, below what they name.
        deep_ends: The last two steps of these.
        uses: The lines whose key is the name of what they refer to; a reference asks for another line.
        several: Whether there is more than one operation.
        missing: Of `named`: what was nowhere in the tree of some pass.
        texts: The lines.
        recurring: Where lines stand that recur.
        alphabets: For each object that holds things to refer to: whether its names stand in alphabetical order.
    """

    def __init__(self, ordered: dict[str, float], texts: Sequence[str]) -> None:
        self.ordered = ordered
        self.texts = texts
        self.learnt = False
        self.named = referred(texts)
        self.names = frozenset(name for names in self.named.values() for name in names)
        self.uses = _uses(texts)
        self.lines_of = self._lines_of(texts)
        once = frozenset(name for name in self.names if self.once(name))
        keys = [
            (number, text[:-1].strip("'\""))
            for number, text in enumerate(texts)
            if text[-1:] == ":" and number not in self.uses
        ]
        self.alphabets = {map_name: Alphabet(keys, names & once) for map_name, names in self.named.items()}
        self.several = sum(text[-1:] == ":" and text[:-1] in METHODS for text in texts) > 1
        self.missing: dict[str, frozenset[str]] = {}
        self.deep = _deep(texts)
        self.deep_ends = frozenset(path[-2:] for path in self.deep)
        self._forget({}, {}, Names())
        self.recurring = Recurrences(texts)

    def taught(
        self, ordered: dict[str, float], steps: Steps, places: Places, chosen: Names, recurring: Recurrences
    ) -> Knowledge:
        """The same knowledge of the lines, with what a pass taught, and where."""
        after = copy(self)
        after.ordered, after.learnt = ordered, True
        after._forget(steps, places, chosen)
        after.recurring = recurring
        return after

    def _forget(self, steps: Steps, places: Places, chosen: Names) -> None:
        self._steps = steps
        self._places = places
        self._chosen = chosen
        self._follows: dict[tuple[str, str, str, str], float] = {}
        self._costs: dict[tuple[str, str, str, str, str], float] = {}
        self._tree: Json = None
        self._schemas = Schemas(None)
        self._shared_examples: dict[str, Expected | None] = {}

    def _lines_of(self, texts: Sequence[str]) -> dict[str, int]:
        """How many lines begin with such a name, or with an extension."""
        counts: dict[str, int] = {}
        for number, text in enumerate(texts):
            key = text.partition(":")[0].strip("'\"")
            if (key in self.names and number not in self.uses) or key.startswith("x-"):
                counts[key] = counts.get(key, 0) + 1
        return counts

    def once(self, key: str) -> bool:
        """Whether only one line begins with that name or extension."""
        return self.lines_of.get(key) == 1

    def anchors(self, line: Line) -> bool:
        """Whether the line alone can begin what a reference asks for by its key."""
        return self.lines_of.get(line.key) == 1 and line.number not in self.uses

    def look_into(self, tree: Json, grammar: Shape) -> None:
        """Take note of the schemas of a tree, and of the examples that share one."""
        self._tree = tree
        self._schemas = Schemas(tree)
        missing = dict(self.named)
        for map_, role, value in maps_of(tree, grammar):
            if map_.name in missing and role.startswith(SHARED):
                missing[map_.name] = missing[map_.name].difference(value)
            if map_.name == "properties":
                for name, schema in value.items():
                    self._schemas.note(name, schema)
            elif map_.name == "schema" and "allOf" in value:
                self._schemas.note_parts(value)
            examples = value.get("examples") if map_.name in ("mediaType", "parameter", "header") else None
            for example in examples.values() if isinstance(examples, dict) else ():
                reference = example.get("$ref") if isinstance(example, dict) else None
                if isinstance(reference, str) and reference.startswith("#/components/examples/"):
                    name = unquote(reference.rpartition("/")[2])
                    self._shared_examples.setdefault(name, self._schemas.expected(value.get("schema")))
        self.missing = {section: names | self.missing.get(section, frozenset()) for section, names in missing.items()}

    def refers_to(self, frame: Frame, key: str) -> float:
        """How surely a reference leads through that key of the object to what is inside it; 0 where none does."""
        above = frame.parent
        if above is None or (above.last, key) not in self.deep_ends:
            return 0.0
        path = (*path_of(frame), key)
        if path not in self.deep:
            return 0.0
        return 1 / max(1, *(self.lines_of.get(step, 1) for step in path[:3]))  # one of the lines that begin so

    def step(self, frame: Frame, key: str) -> float:
        """What it costs that `key` follows the last key of an object of the grammar, in this document's manner.

        What that same place taught when it was read before does not count: else a guess would confirm itself.
        """
        map_ = frame.map
        assert map_
        role = frame.role
        last = last_of(frame)
        type_ = (frame.facts.kind or "*") if map_.name == "schema" else "*"
        mark = (map_.name, role, last, key, type_)
        place = self._places.get((frame.where, frame.size))
        own = 0.0
        if place is not None and place.key == key and (special_of(map_.name, role), last) in place.marks:
            own = place.weight
        cost = self._costs.get(mark) if not own else None
        if cost is None:
            habit = habit_of(map_.habits or map_.name, role, type_, key)
            known = key[:2] == "x-" and key in extensions()
            cost = 0.0 if key == END else max(-1.5, min(9.0 if known else 6.0, 0.8 * log((1 - habit) / habit)))
            if self._steps and map_.name not in _SINGLE:
                seen = max(0.0, sum(self._steps.get((map_.name, last), {}).values()) - own)
                trust = (0.5 if known else 1.0) * seen / (seen + _DOUBT)
                cost += trust * (self._step_cost(map_.name, role, last, key, habit, cost, own) - cost)
            if not own:
                self._costs[mark] = cost
        return cost + self._namesake_cost(frame, last, key, place) if frame.owner else cost

    def _namesake_cost(self, frame: Frame, last: str, key: str, place: Place | None) -> float:
        """What it costs by the other schemas of that name: what is called alike mostly looks alike."""
        mark = (namesakes(frame), last)
        steps = self._steps.get(mark)
        if steps is None:
            return 0.0
        seen, total = steps.get(key, 0.0), sum(steps.values())
        if place is not None and mark in place.marks:
            total -= place.weight
            seen -= place.weight if place.key == key else 0.0
        return total / (total + 0.5) * min(3.0, -log((max(0.0, seen) + 0.3) / (total + 0.6))) if total >= 0.5 else 0.0

    def _step_cost(self, name: str, role: str, last: str, key: str, habit: float, prior: float, own: float) -> float:
        """The share of this key among those that followed, smoothed by what is usual everywhere."""
        general = self._steps.get((name, last), {})
        special = self._steps.get((special_of(name, role), last), {})
        every = self._steps.get((name, ANYWHERE), {})
        alike = self._steps.get((special_of(name, role), ANYWHERE), {})
        if every.get(key, 0.0) <= own:
            return 3.0 + 0.4 * prior
        share = (every.get(key, 0.0) - own) / max(1.0, every.get(END, 0.0))
        usual, lift = 0.2, 1.0
        if key != END:
            here = (alike.get(key, 0.0) - own + share) / (alike.get(END, 0.0) + 1.0)
            lift = max(0.1, min(2.0, (here + 0.01) / (share + 0.01)))
            usual = 0.25 * (habit + 2 * share) / 3
        base = lift * (general.get(key, 0.0) - own + usual) / (sum(general.values()) - own + 1.0)
        share = (special.get(key, 0.0) - own + 2 * base) / (sum(special.values()) - own + 2)
        most = (3.0 if key == END else 4.5) + 1.5 * min(1.0, sum(special.values()) / _MANY)
        return min(most, -log(max(share, 0.0001)))

    def usual(self, frame: Frame, key: str) -> bool:
        """Whether objects that stand under that key of an extension often have this member."""
        return (members_of(frame.role) or {}).get(key, 0.0) >= 0.005

    def always(self, frame: Frame) -> tuple[tuple[str, float], ...]:
        """The members that objects under that key nearly always have, and what it costs to be without."""
        return always(frame.role.rpartition(".")[2])

    def follow(self, frame: Frame, key: str) -> float:
        """The same for objects with free keys: nothing where their last key was not seen elsewhere."""
        map_ = frame.map
        assert map_
        if map_.name not in TELLING:
            return 0.0
        mark = (map_.name, frame.role, frame.last if frame.size else START, key)
        cost = self._follows.get(mark)
        if cost is None:
            cost = self._follows[mark] = self._follow_cost(*mark)
        return cost

    def follow_name(self, frame: Frame, key: str) -> float:
        """The same for a schema in which properties stand without `properties`."""
        return self._follow_cost("properties", "schema.properties", frame.last, key)

    def stands(self, frame: Frame, key: str, line: Line) -> float:
        """What it costs that a name which the document chose stands in that object, by where it and its like stood."""
        return self._chosen.cost(key, place_of(frame), line.number) if is_chosen(frame, key) else 0.0

    def _follow_cost(self, name: str, role: str, last: str, key: str) -> float:
        if name == "any":
            return self._member_cost(role, last, key)
        steps = self._steps.get((name + "<" + role, last)) or self._steps.get((name, last)) or {}
        total = sum(steps.values())
        return min(2.0, -log((steps.get(key, 0) + 0.5) / (total + 1.5))) if total >= 0.9 else 0.0

    def _member_cost(self, role: str, last: str, key: str) -> float:
        """What a member of free JSON costs by what objects under the same key have, at large and in this document."""
        usual, cost = members_of(role), 0.0
        if usual is not None and key != END:
            share = usual.get(key, 0.0)
            foreign = _FOREIGN if usual and role.rpartition(".")[2].startswith("x-") else 1.0
            cost = -0.6 - 0.6 * share if share >= 0.005 else foreign
        own = self._steps.get(("any<" + role, ANYWHERE), {})
        ends = own.get(END, 0.0)
        if ends < 1.2:
            return cost
        steps = self._steps.get(("any<" + role, last), {})
        share = 0.4 if key == END else 0.5 * min(1.0, own.get(key, 0.0) / ends) + 0.01
        share = (steps.get(key, 0.0) + 1.5 * share) / (sum(steps.values()) + 1.5)
        return (1.0 if cost == _FOREIGN else 0.3) * cost + min(2.5, -0.7 * log(share)) - 0.5

    def expected(self, frame: Frame) -> Expected | None:
        """What the example in this object should look like; None where nothing is known."""
        if self._tree is None:
            return None
        path = path_of(frame)
        name = frame.map.name if frame.map else ""
        if name == "example" or name == "examples":
            name_at = 1 if name == "example" else 0
            if path[: 2 + name_at] == ["components", "examples", *path[2 : 2 + name_at]]:
                return self._shared_examples.get(path[2]) if name_at else None
            path = path[: len(path) - 1 - name_at]
        value = at_path(self._tree, path)
        if not isinstance(value, dict):
            return None
        return self._schemas.expected(value if name == "schema" else value.get("schema"))

    def examples(self, frame: Frame) -> Expected | None:
        """What several examples in this object should look like, in a list or under names."""
        if self._tree is None:
            return None
        schema = at_path(self._tree, path_of(frame))
        if isinstance(schema, dict) and frame.map and frame.map.name != "schema":
            schema = schema.get("schema")
        return Expected("", {}, schema, schema) if self._schemas.expected(schema) else None

    def member(self, expect: Expected | None, key: str) -> tuple[bool, Expected | None]:
        """Whether an object in an example should have such a member, and what that should look like."""
        if expect is None:
            return False, self._schemas.named(key)
        below = expect.properties.get(key)
        if below is not None:
            return True, self._schemas.expected(below)
        if expect.rest is not None:
            return False, self._schemas.expected(expect.rest)
        return False, self._schemas.named(key)

    def entry(self, expect: Expected | None) -> Expected | None:
        """What the entries of a list in an example should look like."""
        return self._schemas.expected(expect.items) if expect else None


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


def _uses(texts: Sequence[str]) -> frozenset[int]:
    """The lines that begin something of the same name as what it refers to, such as `Error:` above a `$ref` to it."""
    found: dict[int, None] = {}
    for number, text in enumerate(texts):
        match = _REFERENCE.search(text) if number and text.startswith("$ref:") else None
        if match and texts[number - 1].strip("'\":") == unquote(match[2]):
            found[number - 1] = None
    return frozenset(found)


def _deep(texts: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """The paths into the middle of objects that references ask for."""
    found: dict[tuple[str, ...], None] = {}
    for text in texts:
        if "#/" in text and (match := _DEEP.search(text)):
            steps = tuple(pointer_keys("/" + unquote(match[1])))
            found.update((steps[:end], None) for end in range(4, len(steps) + 1) if not steps[end - 1].isdigit())
    return frozenset(found)


def special_of(name: str, role: str) -> str:
    """The name of an object with its role, where such objects differ by that."""
    return f"{name}<{role}" if name in _VARIED else name


def is_chosen(frame: Frame, key: str) -> bool:
    """Whether the key is a name that the document chose for something of the grammar, unlike a path or a status."""
    map_ = frame.map
    if map_ is None or map_.free is None or map_ is ANY_MAP or map_.free_key is not NAME:
        return False
    return key not in map_.fields and not key.startswith("x-")


def place_of(frame: Frame) -> tuple[str, str]:
    """The kind of object in which a name stands; the same with what is around it."""
    assert frame.map and frame.parent
    return frame.map.name, f"{frame.map.name}<{frame.parent.role}"


def namesakes(frame: Frame) -> str:
    """The name of the schemas that stand under the same name as this one."""
    return "schema=" + frame.owner


def last_of(frame: Frame) -> str:
    """The last key of an object, with what tells most of what may follow it."""
    if not frame.size:
        return START
    if frame.map and frame.map.name == "schema":
        if frame.last == "type":
            return "type=" + frame.facts.type
        if frame.facts.kind in ("$ref", "parts"):
            return frame.facts.kind + ">" + frame.last
    return frame.last


_REFERENCE = re.compile(r"#/(?:components/)?(\w+)/([^/'\"\s]+)['\"]?\s*\Z")

_DEEP = re.compile(r"#/((?:components/\w+|definitions|paths)/[^'\"\s]+/[^'\"\s]+/[^'\"\s]+)")

_SECTIONS = {"responses": "namedResponses"}
