"""The open levels of a reading.

In: nothing. Out: `Frame`, a level that readings share and that is never changed, and the ways to make the next one
from it. It must not know what a level costs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.readers.openapi.reindent.grammar import ANY_MAP, Map, Shape
from generator.readers.openapi.reindent.habits import KINDS
from generator.readers.openapi.reindent.lines import Form, Line
from generator.readers.openapi.reindent.schemas import Expected
from generator.records import dataclass

MAP, SEQ, PENDING, BLOCK = range(4)

"""What a level is: a mapping, a list, a key or dash whose value is still to come, or a block scalar."""

_NAMING = ("properties", "schemas", "definitions")
"""The objects whose keys name schemas."""
_SEEN = 40
"""How many keys of an object are compared with those of the next one beside it."""

_READ_ONLY = re.compile(r"[\"'\[(]*(?:required\. )?(?:output[ -]only|read[ -]?only)\b", re.IGNORECASE)
"""How descriptions begin of what is only read."""

_FORMATS: dict[str, tuple[str, ...]] = {
    format_: types
    for types, formats in (
        (("string",), "date-time date uuid uri url binary byte password email"),
        (("integer", "number", "string"), "int32 int64"),
        (("number", "string"), "float double"),
    )
    for format_ in formats.split()
}
"""The types that formats are said of."""


class Frame:
    """An open level; never changed, so that readings share it."""

    __slots__ = (
        "closing",
        "col",
        "depth",
        "expect",
        "facts",
        "keys",
        "kind",
        "last",
        "like",
        "map",
        "order",
        "outline",
        "owner",
        "parent",
        "priced",
        "role",
        "sample",
        "shape",
        "sig",
        "size",
        "where",
    )

    def __init__(
        self, kind: int, parent: Frame | None, shape: Shape, map_: Map | None, col: int, where: int, key: str = ""
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.shape = shape
        self.map = map_
        self.col = col
        self.where = where  # the line of its key or its dash
        self.keys: tuple[frozenset[str], ...] = ()
        self.last = key  # of a mapping: its last key; of a list: how its entries begin
        self.size = 0
        self.facts: Facts = NO_FACTS
        self.expect: Expected | None = None
        self.order: tuple[str, ...] = ()  # the first keys, in order
        self.sample: tuple[str, ...] = ()  # the keys of the last object that ended in it
        self.like: tuple[str, ...] = parent.sample if parent and parent.kind != PENDING else ()
        self.role = _role(parent)
        self.owner = _owner(parent) if map_ is not None and map_.name == "schema" else ""  # the name it stands under
        self.priced: tuple[Line, tuple[float, Shape, Expected | None]] | None = None  # the last line looked at
        self.depth: int = parent.depth + (shape.any and kind == MAP) if parent else 0  # of free JSON
        self.closing: tuple[float, Frame | None] | None = None  # what it costs to end it, once that is known
        self.outline: int = hash((parent.outline if parent else 0, kind, id(map_ or shape)))
        self.sig: int = hash((parent.sig if parent else 0, kind, id(map_ or shape), key))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an open schema or of a list of names in it.

    Attributes:
        type: Its `type`.
        kind: Its type, or what its keys tell of that.
        items: Whether it has `items`.
        properties: The names of its properties.
        required: The names that it requires.
        unknown: The form of the last value whose key no schema has.
        implied: The types that its format leaves.
        read_only: Whether its description begins with words that say so.
        single: Whether the list that ended in it last had one entry.
    """

    type: str = ""
    kind: str = ""
    items: bool = False
    properties: tuple[frozenset[str], ...] | None = None
    required: tuple[str, ...] = ()
    unknown: Form | None = None
    implied: tuple[str, ...] = ()
    read_only: bool = False
    single: bool = False


NO_FACTS = Facts()


def with_key(frame: Frame, key: str, line: Line) -> Frame:
    """The mapping with one more key."""
    after = _copy(frame)
    added, parts = frozenset((key,)), frame.keys
    while parts and len(parts[-1]) <= len(added):  # sets of doubling size: adding and looking up stay cheap
        added |= parts[-1]
        parts = parts[:-1]
    after.keys = (*parts, added)
    after.size = frame.size + 1
    after.last = key
    if after.size <= _SEEN:
        after.order = (*frame.order, key)
    after.sig = frame.sig ^ hash((key, "key"))
    if frame.map and frame.map.name == "schema":
        if key == "type" and line.form is Form.PLAIN:
            after.facts = replace(frame.facts, type=line.value, kind=line.value)
        elif not frame.facts.type and key in KINDS:
            after.facts = replace(frame.facts, kind=KINDS[key], items=frame.facts.items or key == "items")
        elif key == "items":
            after.facts = replace(frame.facts, items=True)
        elif key not in frame.map.fields:
            after.facts = replace(frame.facts, unknown=line.form)
        elif key == "format":
            after.facts = replace(frame.facts, implied=types_of(line.value))
        elif key == "description" and _READ_ONLY.match(line.value):
            after.facts = replace(frame.facts, read_only=True)
    return after


def types_of(format_: str) -> tuple[str, ...]:
    """The types that a schema of this format may have; nothing where that may be any."""
    return _FORMATS.get(format_, ())


def with_item(frame: Frame, begins: str, inner: Line) -> Frame:
    """The list with one more entry; the names in a `required` are remembered."""
    after = _copy(frame)
    after.size = frame.size + 1
    if not frame.size:
        after.last = begins
        after.sig = hash((frame.sig, begins))
    parent = frame.parent
    if parent and parent.map and parent.map.name == "schema" and parent.last == "required":
        after.facts = Facts(required=(*frame.facts.required, inner.value.strip("'\"")))
        after.sig = hash((after.sig, inner.value))
    return after


def with_required(parent: Frame, names: tuple[str, ...]) -> Frame:
    after = _copy(parent)
    after.facts = replace(parent.facts, required=names)
    return after


def with_single(parent: Frame) -> Frame:
    after = _copy(parent)
    after.facts = replace(parent.facts, single=True)
    return after


def with_properties(parent: Frame, names: tuple[frozenset[str], ...]) -> Frame:
    after = _copy(parent)
    after.facts = replace(parent.facts, properties=names)
    return after


def with_sample(parent: Frame, keys: tuple[str, ...]) -> Frame:
    after = _copy(parent)
    after.sample = keys
    return after


def fenced(block: Frame) -> Frame:
    """The block scalar with one more code fence in it."""
    after = Frame(BLOCK, block.parent, block.shape, None, block.col, block.where)
    after.size = block.size + 1
    after.sig = hash((after.sig, after.size % 2))
    return after


def has(frame: Frame, key: str) -> bool:
    return any(key in part for part in frame.keys)


def path_of(frame: Frame) -> list[str]:
    path: list[str] = []
    above = frame.parent
    while above is not None:
        path.append(above.last if above.map is not None else str(above.size - 1))
        above = above.parent
    return path[::-1]


def _role(above: Frame | None) -> str:
    """What a value below this level is to it: the name of the object above, with the key where keys are fixed."""
    if above is None:
        return ""
    if above.map is None:
        return above.role
    if above.map.free is not None and above.map is not ANY_MAP:
        return above.map.name
    return above.map.name + "." + above.last


def _owner(above: Frame | None) -> str:
    """The name that a schema below this level stands under, with the way from it; nothing where it has no name."""
    while above is not None and above.map is None:
        above = above.parent
    if above is None or above.map is None:
        return ""
    if above.map.name in _NAMING:
        return above.last
    return f"{above.owner}.{above.last}" if above.owner else ""


def _copy(frame: Frame) -> Frame:
    after = Frame.__new__(Frame)
    after.kind, after.parent, after.shape, after.map = frame.kind, frame.parent, frame.shape, frame.map
    after.outline, after.role, after.closing = frame.outline, frame.role, None
    after.col, after.where, after.keys, after.last = frame.col, frame.where, frame.keys, frame.last
    after.size, after.facts, after.expect, after.sig = frame.size, frame.facts, frame.expect, frame.sig
    after.depth, after.priced, after.owner = frame.depth, None, frame.owner
    after.order, after.sample, after.like = frame.order, frame.sample, frame.like
    return after
