"""The search for the levels of a flattened document: a beam of readings, cheapest first.

In: lines, the grammar, and what an earlier pass learnt. Out: for each line the column it stands in, and the open levels
at the end. Every line extends each reading in the few ways that the grammar allows; a reading pays for what valid
documents rarely do, and readings whose open levels are the same are one. It must not know where the lines come from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.readers.openapi.reindent.grammar import ANY, ANY_MAP, NAME, STATUS, Map, Shape, keywords
from generator.readers.openapi.reindent.knowledge import END, KINDS, Expected, Knowledge, extensions
from generator.readers.openapi.reindent.lines import Form, Kind, Line, Lines

BEAM = 6
"""Readings that are followed at once."""
BRANCHES = 3
"""Ways in which one line may extend one reading."""
REACH = 6.0
"""How much more than the best place of a line another place may cost."""
ALIKE = 2
"""Readings whose open levels differ only in what stands before in them."""
MARGIN = 12.0
"""How much more than the best a reading may have paid."""

UNKNOWN_KEY = 9.0
WRONG_TYPE = 10.0
DUPLICATE = 9.0
IGNORED = 20.0
POP = 0.2

_KEYWORDS = keywords()


class Frame:
    """An open level; never changed, so that readings share it."""

    __slots__ = (
        "closing",
        "col",
        "expect",
        "facts",
        "keys",
        "kind",
        "last",
        "map",
        "outline",
        "parent",
        "role",
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
        self.role = _role(parent)
        self.closing: tuple[float, Frame | None] | None = None  # what it costs to end it, once that is known
        self.outline: int = hash((parent.outline if parent else 0, kind, id(map_ or shape)))
        self.sig: int = hash((parent.sig if parent else 0, kind, id(map_ or shape), key))


MAP, SEQ, PENDING, BLOCK = range(4)


def _role(above: Frame | None) -> str:
    """What a value below this level is to it: the name of the object above, with the key where keys are fixed."""
    while above is not None and above.map is None:
        above = above.parent
    if above is None or above.map is None:
        return ""
    if above.map.free is not None and above.map is not ANY_MAP:
        return above.map.name
    return above.map.name + "." + above.last


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an open schema or of a list of names in it."""

    type: str = ""
    kind: str = ""
    items: bool = False
    properties: tuple[frozenset[str], ...] | None = None
    required: tuple[str, ...] = ()


NO_FACTS = Facts()


class Reading:
    """A way to read the lines up to here; a chain backwards."""

    __slots__ = ("back", "col", "cont", "cost", "end", "note", "rank", "start", "text_col", "top")

    def __init__(
        self, back: Reading | None, top: Frame, cost: float, start: int, end: int, col: int, cont: int, note: str = ""
    ) -> None:
        self.back = back
        self.top = top
        self.cost = cost
        self.rank = cost  # with a look at the next line
        self.start = start
        self.end = end
        self.col = col  # of the first line
        self.text_col = cont if cont >= 0 else col + 4  # of the lines that continue a quoted or bracketed value
        self.cont = cont  # where a plain scalar's next line would stand; -1 where there is none
        self.note = note


@dataclass(slots=True)
class Result:
    """The best reading: the column of each line (-1: left out), the levels open at the end, lines that fit nowhere."""

    columns: list[int]
    top: Frame
    cost: float
    ignored: list[int] = field(default_factory=list)


def search(lines: Lines, grammar: Shape, knowledge: Knowledge) -> Result:
    """Find the cheapest reading of all lines."""
    return _Search(lines, grammar, knowledge).run()


class _Search:
    def __init__(self, lines: Lines, grammar: Shape, knowledge: Knowledge) -> None:
        self.lines = lines
        self.grammar = grammar
        self.know = knowledge
        self.found: list[Reading] = []

    def run(self) -> Result:
        count = len(self.lines)
        root = Frame(MAP, None, self.grammar, self.grammar.map, 0, 0)
        waiting: dict[int, list[Reading]] = {0: [Reading(None, root, 0.0, 0, -1, 0, -1)]}
        for number in range(count):
            readings = waiting.pop(number, None)
            if not readings:
                continue
            line = self.lines[number]
            for reading in _best(readings):
                self.found = []
                self._extend(reading, line, number)
                if len(self.found) > BRANCHES:
                    self.found.sort(key=_rank)
                    del self.found[BRANCHES:]
                for after in self.found:
                    waiting.setdefault(after.end + 1, []).append(after)
        best = min(_best(waiting[count]), key=lambda reading: reading.cost + self._close_all(reading.top))
        return _result(best, count)

    def _close_all(self, frame: Frame) -> float:
        cost = 0.0
        here: Frame | None = frame
        while here and here.parent:
            added, here = self._close(here)
            cost += added
        return cost

    # --- one line -------------------------------------------------------------------------------------------------

    def _extend(self, reading: Reading, line: Line, number: int) -> None:
        top, cost = reading.top, reading.cost
        if top.kind == BLOCK:
            self._block_line(reading, line, number)
            if line.kind in (Kind.BLANK, Kind.TEXT, Kind.COMMENT):
                return
            if top.size % 2:
                cost += 10.0  # inside a code fence
            assert top.parent
            top = top.parent
        match line.kind:
            case Kind.BLANK:
                self.found.append(Reading(reading, top, cost, number, number, 0, reading.cont))
            case Kind.COMMENT | Kind.MARKER:
                if reading.cont >= 0 and line.kind is Kind.MARKER:
                    self._text(reading, top, cost, line, number)
                self.found.append(Reading(reading, top, cost, number, number, top.col, -1))
            case Kind.TEXT:
                self._text(reading, top, cost, line, number)
            case Kind.ENTRY:
                self._entry(reading, top, cost, line, number)
            case Kind.ITEM:
                if reading.cont >= 0 and top is reading.top:
                    previous = self.lines[number - 1].text
                    extra = 4.0 if len(previous) >= 40 else 12.0
                    self.found.append(Reading(reading, top, cost + extra, number, number, reading.cont, reading.cont))
                self._item(reading, top, cost, line, number)
            case Kind.EXPLICIT_KEY:
                self._entry(reading, top, cost, line, number)
            case Kind.EXPLICIT_VALUE:
                self._explicit(reading, top, cost, line, number)
        if not self.found or line.kind is not Kind.BLANK:
            self.found.append(Reading(reading, reading.top, reading.cost + IGNORED, number, number, -1, -1, "ignored"))

    def _block_line(self, reading: Reading, line: Line, number: int) -> None:
        """Read the line as part of the open block scalar."""
        top = reading.top
        extra = 0.0
        if line.kind is Kind.ENTRY:
            key = line.key
            if key in _KEYWORDS or key.startswith("/") or (line.text[0] in "'\"" and key.isdigit()):
                extra = 3.0
            else:
                extra = 0.8 if " " not in key else 0.3
        elif line.kind is Kind.ITEM:
            extra = 0.6
        if line.text.startswith(("```", "~~~")):
            top = _fenced(top)
        col = top.col if line.text else 0
        self.found.append(Reading(reading, top, reading.cost + extra, number, number, col, -1))

    def _text(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read the line as a scalar: more of the one before, or a value below its key."""
        if reading.cont >= 0 and top is reading.top:
            self.found.append(Reading(reading, top, cost, number, number, reading.cont, reading.cont))
        if top.kind == PENDING and top.parent and line.end >= number:
            extra = _scalar_cost(top.shape, line)
            self._scalar(reading, top.parent, cost + extra + 0.5, line, number, top.col, top.col)

    def _entry(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read the line as an entry of any open mapping."""
        options: list[tuple[float, float, Frame]] = []
        limit = reading.cost + MARGIN
        here: Frame | None = top
        if here and here.kind == PENDING:
            shape = here.shape
            if shape.map and not here.last:
                frame = self._open_map(here, shape.map)
                rank = cost - reading.cost + self._rank(frame, line, number)
                limit = min(limit, reading.cost + rank + REACH)
                options.append((rank, cost, frame))
            cost += _null_cost(shape)
            here = here.parent
        while here and cost <= limit:
            if here.kind == MAP:
                rank = cost - reading.cost + self._rank(here, line, number)
                limit = min(limit, reading.cost + rank + REACH)
                options.append((rank, cost, here))
            added, here = self._close(here)
            cost += added
        options.sort(key=_first)
        for rank, cost, frame in options[:BRANCHES]:
            if rank <= MARGIN:
                before = len(self.found)
                self._add_entry(reading, frame, cost, line, number, frame.col)
                for after in self.found[before:]:
                    after.rank = max(after.cost, reading.cost + rank)

    def _rank(self, frame: Frame, line: Line, number: int) -> float:
        """How well the entry fits into the mapping, with a look at the line behind it."""
        key = line.inner.text if line.kind is Kind.EXPLICIT_KEY and line.inner else line.key
        cost, shape, _ = self._key_cost(frame, key, line)
        if line.form is not Form.EMPTY:
            return cost + _scalar_cost(shape, line)
        if shape.any or number + 1 >= len(self.lines):
            return cost
        behind = self.lines[number + 1]
        if behind.kind is Kind.ITEM:
            return cost if shape.items else cost + 6.0
        if behind.kind is not Kind.ENTRY:
            return cost
        map_ = shape.map
        if map_ is None:
            return cost + 6.0
        below = map_.fields.get(behind.key)
        if below is None:
            below = ANY if behind.key.startswith("x-") else map_.free
            if below is None or not map_.free_key.match(behind.key):
                return cost + 5.0
        return cost if behind.form is Form.EMPTY else cost + _scalar_cost(below, behind)

    def _item(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read the line as an entry of any open list."""
        here: Frame | None = top
        if here and here.kind == PENDING:
            shape = here.shape
            if shape.items and not here.last:
                frame = Frame(SEQ, here.parent, shape, None, here.col, here.where)
                frame.expect = self.know.entry(here.expect)
                self._add_item(reading, frame, cost, line, number, frame.col, here.col)
            cost += _null_cost(shape)
            here = here.parent
        while here:
            if here.kind == SEQ:
                self._add_item(reading, here, cost, line, number, here.col, here.col)
            added, here = self._close(here)
            cost += added
            if cost > reading.cost + MARGIN:
                return

    def _explicit(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read `: value`, which belongs to the `? key` before."""
        if top.kind == PENDING and top.last and top.parent and line.inner:
            at = top.parent.col
            self._place(reading, top.parent, top.shape, top.expect, cost, line.inner, number, at, at, line.indent)

    # --- adding ---------------------------------------------------------------------------------------------------

    def _open_map(self, parent: Frame, map_: Map) -> Frame:
        """A new mapping as the value of a pending key or entry."""
        frame = Frame(MAP, parent.parent, parent.shape, map_, parent.col, parent.where)
        frame.expect = parent.expect
        return frame

    def _add_entry(self, reading: Reading, frame: Frame, cost: float, line: Line, number: int, shown: int) -> None:
        """Add the line's key to a mapping, then place its value."""
        explicit = line.kind is Kind.EXPLICIT_KEY
        key = line.inner.text if explicit and line.inner else line.key
        added, shape, expect = self._key_cost(frame, key, line)
        cost += added
        if cost > reading.cost + MARGIN:
            return
        after = _with_key(frame, key, line)
        if explicit:
            pending = Frame(PENDING, after, shape, None, after.col + 2, number, "?")
            pending.expect = expect
            self.found.append(Reading(reading, pending, cost, number, number, shown, after.col + 2))
            return
        if line.form is Form.EMPTY:
            pending = Frame(PENDING, after, shape, None, after.col + 2, number)
            pending.expect = expect
            self.found.append(Reading(reading, pending, cost, number, number, shown, -1))
            return
        if line.end < number:
            return
        cost += _scalar_cost(shape, line)
        if expect is not None:
            cost += _expected_cost(expect, line)
        if line.form is Form.BLOCK:
            block = Frame(BLOCK, after, shape, None, after.col + (line.step or 2), number)
            self.found.append(Reading(reading, block, cost, number, number, shown, -1))
            return
        self._scalar(reading, after, cost, line, number, shown, after.col + 2)

    def _scalar(self, reading: Reading, top: Frame, cost: float, line: Line, number: int, col: int, inner: int) -> None:
        """Note a scalar, quoted or bracketed value; a plain one may go on in the next line."""
        cont = inner if line.form in _OPEN_FORMS else -1
        after = Reading(reading, top, cost, number, line.end, col, cont)
        after.text_col = inner
        self.found.append(after)

    def _add_item(
        self, reading: Reading, frame: Frame, cost: float, line: Line, number: int, col: int, shown: int
    ) -> None:
        """Add an entry to a list, then place its value."""
        items = frame.shape.items
        if items is None or line.inner is None:
            return
        begins = _beginning(line.inner)
        if frame.size and frame.last != begins:
            cost += 1.5 if items.any else 0.3
        after = _with_item(frame, begins, line.inner)
        self._place(reading, after, items, frame.expect, cost, line.inner, number, col, shown, line.indent)

    def _place(
        self,
        reading: Reading,
        parent: Frame,
        shape: Shape,
        expect: Expected | None,
        cost: float,
        inner: Line,
        number: int,
        col: int,
        shown: int,
        indent: int,
    ) -> None:
        """Place what stands behind `- ` or `: ` on its line."""
        if inner.kind is Kind.ENTRY:
            if shape.map is None:
                return
            frame = Frame(MAP, parent, shape, shape.map, col + indent, number)
            frame.expect = expect
            self._add_entry(reading, frame, cost, inner, number, shown)
        elif inner.kind is Kind.ITEM:
            if shape.items is None:
                return
            frame = Frame(SEQ, parent, shape, None, col + indent, number)
            frame.expect = self.know.entry(expect)
            self._add_item(reading, frame, cost, inner, number, col + indent, shown)
        elif inner.form is Form.EMPTY:
            pending = Frame(PENDING, parent, shape, None, col + 2, number)
            pending.expect = expect
            self.found.append(Reading(reading, pending, cost, number, number, shown, -1))
        elif inner.end >= number:
            cost += _scalar_cost(shape, inner)
            if inner.form is Form.BLOCK:
                block = Frame(BLOCK, parent, shape, None, col + (inner.step or 2), number)
                self.found.append(Reading(reading, block, cost, number, number, shown, -1))
            else:
                self._scalar(reading, parent, cost, inner, number, shown, col + 2)

    # --- costs ----------------------------------------------------------------------------------------------------

    def _key_cost(self, frame: Frame, key: str, line: Line) -> tuple[float, Shape, Expected | None]:
        """What it costs to add the key to the mapping, and what its value is."""
        map_ = frame.map
        assert map_
        cost = 0.0
        for part in frame.keys:
            if key in part:
                cost = DUPLICATE
                break
        if frame.size and key < frame.last and map_.name in self.know.ordered and not cost:
            cost = self.know.disorder
        shape = map_.fields.get(key)
        expect: Expected | None = None
        if shape is not None:
            cost += self.know.step(frame, key)
            if not self.know.learnt and "$ref" in map_.fields and frame.size and (key == "$ref" or _has(frame, "$ref")):
                cost += 2.5
            if map_.name == "schema":
                cost += _schema_key_cost(frame, key, line)
            if shape.any:
                expect = self.know.expected(frame)
                if line.form is Form.EMPTY:
                    cost += 0.5
        elif map_ is ANY_MAP:
            shape = ANY
            cost += 0.9 if " " not in key else 2.0
            if key.startswith("x-") and not self.know.usual(frame, key):
                cost += 3.0 if key in extensions() else 0.8
            known, expect = self.know.member(frame.expect, key)
            if frame.expect is not None and frame.expect.properties:
                cost += -1.0 if known else 2.5
                if key.startswith("x-"):
                    cost += 1.0
            elif key in _STRUCTURAL:
                cost += 4.0 if key in _TOP and frame.size else 1.6
            elif key in _KEYWORDS:
                cost += 0.5
            elif key[:1] == "/":
                cost += 3.0
            if frame.expect is None:
                cost += self.know.follow(frame, key)
        elif key.startswith("x-") and key not in self.know.named.get(map_.name, _NONE):
            shape = ANY
            cost += self.know.step(frame, key) if map_.free is None else 6.5
            if map_.name not in _EXTENDED:
                cost += 1.0
            elif frame.parent is None and frame.size and frame.last in _ONCE:
                cost += 1.5  # the last operation's or schema's rather than the document's
        elif map_.free is not None:
            shape = map_.free
            cost += self.know.follow(frame, key)
            if shape.any:
                expect = self.know.expected(frame)
            if map_.name == "properties":
                cost += self._property_cost(frame, key)
                if line.form is Form.BOOLEAN:
                    cost += 8.0  # a boolean schema; mostly it is a keyword of the object itself
            else:
                cost += self._name_cost(frame, map_, key)
        else:
            shape = ANY
            cost += UNKNOWN_KEY + self.know.step(frame, key)
        return cost, shape, expect

    def _property_cost(self, frame: Frame, key: str) -> float:
        """What it costs that a key is the name of a property."""
        parent = frame.parent
        if parent and key in parent.facts.required:
            return -0.5
        cost = 1.2 if key in _SCHEMA_KEYS else 0.4
        if key[:1] == "/" or " " in key or STATUS.match(key):
            cost += 4.0
        return cost + 1.5 if key in self.know.names else cost

    def _name_cost(self, frame: Frame, map_: Map, key: str) -> float:
        """What it costs that a key is the name of something to refer to."""
        if not map_.free_key.match(key):
            return 6.0
        if map_.name == "security":
            return 3.0 if frame.size or key in _KEYWORDS else 0.3
        named = self.know.named.get(map_.name)
        if named is None:
            if map_.free_key is not NAME:
                return 0.3
            return 1.3 if key in _KEYWORDS else 2.0 if key in self.know.names else 0.3
        return 0.0 if key in named else 3.5 if key in _KEYWORDS else 1.5

    def _close(self, frame: Frame) -> tuple[float, Frame | None]:
        """What it costs to end a level, and the level above it as it is then."""
        closing = frame.closing
        if closing is None:
            closing = frame.closing = self._closing(frame)
        return closing

    def _closing(self, frame: Frame) -> tuple[float, Frame | None]:
        parent = frame.parent
        if frame.kind == PENDING:
            return _null_cost(frame.shape), parent
        if frame.kind == BLOCK or parent is None:
            return 0.0, parent
        if frame.kind == SEQ:
            if frame.last == "names" or frame.facts.required:
                return POP, _with_required(parent, frame.facts.required)
            return POP, parent
        map_ = frame.map
        assert map_
        cost = POP + (self.know.follow(frame, END) if map_.free else self.know.step(frame, END))
        if map_.name == "schema":
            facts = frame.facts
            if facts.type == "array" and not facts.items:
                cost += 1.5
        elif map_.required and not _has(frame, "$ref"):
            cost += sum(2.5 for name in map_.required if not _has(frame, name))
        elif map_.name in _ONCE:
            cost += 1.5  # it ends once in a document
        elif map_.name == "properties" and parent.kind == MAP:
            missing = sum(1 for name in parent.facts.required if not _has(frame, name))
            return cost + min(missing, 3) * 1.2, _with_properties(parent, frame.keys)
        return cost, parent


_OPEN_FORMS = (Form.PLAIN, Form.NUMBER, Form.BOOLEAN, Form.NULL)
_SCHEMA_KEYS = frozenset(
    ["type", "description", "properties", "items", "required", "enum", "default", "example", "format", "title"]
)
_EXTENDED = frozenset(
    [
        "document",
        "info",
        "contact",
        "operation",
        "pathItem",
        "schema",
        "parameter",
        "response",
        "tag",
        "securityScheme",
        "requestBody",
    ]
)
_TOP = frozenset(["swagger", "openapi", "paths", "components", "definitions", "info", "termsOfService"])
_ONCE = frozenset(("paths", "schemas", "definitions", "components"))
_NONE: frozenset[str] = frozenset()
_STRUCTURAL = frozenset(
    [
        "schema",
        "example",
        "examples",
        "properties",
        "items",
        "allOf",
        "anyOf",
        "oneOf",
        "responses",
        "parameters",
        "requestBody",
        "content",
        "$ref",
        "get",
        "put",
        "post",
        "delete",
        "patch",
        "head",
        "options",
        "security",
        "paths",
        "components",
        "definitions",
        "operationId",
        "termsOfService",
        "swagger",
        "openapi",
        "info",
    ]
)


def _rank(reading: Reading) -> float:
    return reading.rank


def _first(option: tuple[float, float, Frame]) -> float:
    return option[0]


def _best(readings: list[Reading]) -> list[Reading]:
    """The cheapest readings; of those with the same open levels only one."""
    if len(readings) == 1:
        return readings
    readings.sort(key=_rank)
    limit = readings[0].rank + MARGIN
    seen: set[tuple[int, int]] = set()
    outlines: dict[tuple[int, int], int] = {}
    kept: list[Reading] = []
    for reading in readings:
        if reading.rank > limit or len(kept) == BEAM:
            break
        mark = (reading.top.sig, reading.cont)
        outline = (reading.top.outline, reading.cont)
        alike = outlines.get(outline, 0)
        if mark not in seen and alike < ALIKE:
            seen.add(mark)
            outlines[outline] = alike + 1
            kept.append(reading)
    return kept


def _result(best: Reading, count: int) -> Result:
    columns = [0] * count
    ignored: list[int] = []
    here: Reading | None = best
    while here and here.end >= 0:
        columns[here.start] = here.col
        for number in range(here.start + 1, here.end + 1):
            columns[number] = here.text_col
        if here.note:
            ignored.append(here.start)
        here = here.back
    return Result(columns, best.top, best.cost, ignored[::-1])


def _fenced(block: Frame) -> Frame:
    """The block scalar with one more code fence in it."""
    after = Frame(BLOCK, block.parent, block.shape, None, block.col, block.where)
    after.size = block.size + 1
    after.sig = hash((after.sig, after.size % 2))
    return after


def _copy(frame: Frame) -> Frame:
    after = Frame.__new__(Frame)
    after.kind, after.parent, after.shape, after.map = frame.kind, frame.parent, frame.shape, frame.map
    after.outline, after.role, after.closing = frame.outline, frame.role, None
    after.col, after.where, after.keys, after.last = frame.col, frame.where, frame.keys, frame.last
    after.size, after.facts, after.expect, after.sig = frame.size, frame.facts, frame.expect, frame.sig
    return after


def _with_key(frame: Frame, key: str, line: Line) -> Frame:
    """The mapping with one more key."""
    after = _copy(frame)
    added, parts = frozenset((key,)), frame.keys
    while parts and len(parts[-1]) <= len(added):  # sets of doubling size: adding and looking up stay cheap
        added |= parts[-1]
        parts = parts[:-1]
    after.keys = (*parts, added)
    after.size = frame.size + 1
    after.last = key
    after.sig = frame.sig ^ hash((key, "key"))
    if frame.map and frame.map.name == "schema":
        if key == "type" and line.form is Form.PLAIN:
            after.facts = replace(frame.facts, type=line.value, kind=line.value)
        elif not frame.facts.type and key in KINDS:
            after.facts = replace(frame.facts, kind=KINDS[key], items=frame.facts.items or key == "items")
        elif key == "items":
            after.facts = replace(frame.facts, items=True)
    return after


def _with_item(frame: Frame, begins: str, inner: Line) -> Frame:
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


def _with_required(parent: Frame, names: tuple[str, ...]) -> Frame:
    after = _copy(parent)
    after.facts = replace(parent.facts, required=names)
    return after


def _with_properties(parent: Frame, names: tuple[frozenset[str], ...]) -> Frame:
    after = _copy(parent)
    after.facts = replace(parent.facts, properties=names)
    return after


def _has(frame: Frame, key: str) -> bool:
    return any(key in part for part in frame.keys)


def _beginning(inner: Line) -> str:
    """How an entry of a list begins: entries of one list mostly begin alike."""
    if inner.kind is Kind.ENTRY:
        return inner.key
    if inner.kind is Kind.ITEM:
        return "- "
    return "" if inner.form is Form.EMPTY or inner.form is Form.ALIAS else "text"


def _schema_key_cost(frame: Frame, key: str, line: Line) -> float:
    """Keywords of a schema that belong to another type than its own."""
    type_ = frame.facts.type
    if key == "items" and type_ not in ("", "array"):
        return 5.0
    if key == "type" and frame.facts.items and line.value != "array" and line.form is Form.PLAIN:
        return 5.0
    if key in ("properties", "additionalProperties", "required") and type_ not in ("", "object"):
        return 4.0
    if key == "type" and line.form is Form.PLAIN and line.value != "object" and frame.facts.properties is not None:
        return 4.0
    if (
        key in ("default", "example")
        and line.form is Form.EMPTY
        and type_ in ("string", "integer", "number", "boolean")
    ):
        return 4.0
    return 0.0


def _scalar_cost(shape: Shape, line: Line) -> float:
    """What it costs that a value of this form stands where that shape belongs."""
    form = line.form
    if form is Form.ALIAS:
        return 0.0
    if form is Form.FLOW_MAP:
        return 0.0 if shape.map else WRONG_TYPE
    if form is Form.FLOW_LIST:
        return 0.0 if shape.items else WRONG_TYPE
    text = shape.text
    if not text:
        return WRONG_TYPE if form is not Form.NULL else 3.0
    if text == "any":
        return 0.0
    if form is Form.NULL:
        return 1.0
    if shape.values and line.value.strip("'\"") not in shape.values:
        return 3.0
    if text == "boolean":
        return 0.0 if form is Form.BOOLEAN else 1.5 if line.value.strip("'\"") in ("true", "false") else 6.0
    if text == "number":
        return 0.0 if form is Form.NUMBER else 4.0
    return 0.5 if form in (Form.NUMBER, Form.BOOLEAN) else 0.0


def _null_cost(shape: Shape) -> float:
    """What it costs that nothing stands where that shape belongs."""
    if shape.any:
        return 2.5
    return 4.0 if shape.text else 6.0


def _expected_cost(expect: Expected | None, line: Line) -> float:
    """What a value in an example pays for being of another type than its schema says."""
    type_ = expect.type if expect else ""
    if type_ in ("object", "array") and line.form not in (Form.NULL, Form.FLOW_MAP, Form.FLOW_LIST, Form.ALIAS):
        return 1.5
    return 0.0


assert ANY.map is ANY_MAP
