"""The search for the levels of a flattened document: a beam of readings, cheapest first.

In: lines, the grammar, and what an earlier pass learnt. Out: for each line the column it stands in, and the open levels
at the end. Every line extends each reading in the few ways that the grammar allows; a reading pays for what valid
documents rarely do, and readings whose open levels are the same are one. It must not know where the lines come from.
"""

from __future__ import annotations

from math import inf

from generator.readers.openapi.reindent.costs import Costs, expected_cost, null_cost, scalar_cost
from generator.readers.openapi.reindent.grammar import Map, Shape, keywords
from generator.readers.openapi.reindent.knowledge import Knowledge
from generator.readers.openapi.reindent.levels import BLOCK, MAP, PENDING, SEQ, Frame, fenced, has, with_item, with_key
from generator.readers.openapi.reindent.lines import Form, Kind, Line, Lines
from generator.readers.openapi.reindent.readings import MARGIN, Reading, Result, best_of, rank_of, result_of
from generator.readers.openapi.reindent.schemas import Expected

IGNORED = 20.0
ENDS = 12.0
"""What levels that end on one line cost altogether before each further one counts for less."""
IN_JSON = 0.3
"""How much it counts in free JSON that lines stood otherwise elsewhere: objects leave members out there."""
ANCHORED = 8.0
"""What it costs that a name which references ask for, and which only one line begins with, stands elsewhere."""

_KEYWORDS = keywords()
_BEGINNING = (Kind.ENTRY, Kind.ITEM, Kind.EXPLICIT_KEY, Kind.EXPLICIT_VALUE)
_OPEN_FORMS = (Form.PLAIN, Form.NUMBER, Form.BOOLEAN, Form.NULL)


def search(lines: Lines, grammar: Shape, knowledge: Knowledge) -> Result:
    """Find the cheapest reading of all lines."""
    return Search(lines, grammar, knowledge).run()


class Search:
    """One pass over the lines.

    Attributes:
        branches: Ways in which one line may extend one reading.
        reach: How much more than the best place of a line another place may cost.
        margin: How much any place of a line may cost, unless the best costs nearly as much.
        climb: Levels, from the innermost, to which an entry may belong.
        lists: Open lists to which one more entry may belong, the innermost first.
        found: How the line at hand may extend the reading at hand.
    """

    branches = 3
    reach = 6.0
    climb = 80
    lists = 12
    margin = MARGIN

    def __init__(self, lines: Lines, grammar: Shape, knowledge: Knowledge) -> None:
        self.lines = lines
        self.grammar = grammar
        self.know = knowledge
        self.costs = Costs(knowledge)
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
            for reading in best_of(readings):
                self.found = []
                self.extend(reading, line, number)
                if len(self.found) > self.branches:
                    self.found.sort(key=rank_of)
                    del self.found[self.branches :]
                for after in self.found:
                    waiting.setdefault(after.end + 1, []).append(after)
        last = sorted(best_of(waiting[count]), key=lambda reading: reading.cost + self._close_all(reading.top))
        best = last[0]
        best.rivals = [*(best.rivals or ()), *last[1:]]
        return result_of(best, count, best.cost + self._close_all(best.top))

    def _close_all(self, frame: Frame) -> float:
        cost = 0.0
        here: Frame | None = frame
        while here and here.parent:
            added, here = self.costs.close(here)
            cost += added
        return cost

    def extend(self, reading: Reading, line: Line, number: int) -> None:
        """Find the ways in which the line may extend the reading."""
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
                if line.inner and line.inner.kind is Kind.TEXT:
                    self._more_text(reading, top, number)
                self._item(reading, top, cost, line, number)
            case Kind.EXPLICIT_KEY:
                self._more_text(reading, top, number)
                self._entry(reading, top, cost, line, number)
            case Kind.EXPLICIT_VALUE:
                self._more_text(reading, top, number)
                self._explicit(reading, top, cost, line, number)
        for after in self.found:
            if after.top is not reading.top and line.kind in _BEGINNING:
                after.said, after.at = (reading.said[1], number), after.col
        if not self.found or line.kind is not Kind.BLANK:
            self.found.append(Reading(reading, reading.top, reading.cost + IGNORED, number, number, -1, -1, "ignored"))

    def _block_line(self, reading: Reading, line: Line, number: int) -> None:
        """Read the line as part of the open block scalar; where that begins as JSON does, with all lines of that."""
        top = reading.top
        extra = 0.0
        if number == top.where + 1 and line.text[:1] in ("{", "["):
            end = self.lines.bracket_end(number)
            if end > number:
                whole = Reading(reading, top, reading.cost, number, end, top.col, -1)
                whole.text_col = top.col
                self.found.append(whole)
        if line.kind is Kind.ENTRY:
            key = line.key
            owner = top.parent
            if owner and owner.map and key in owner.map.fields and not has(owner, key):
                extra = 5.0
            elif key in _KEYWORDS or key.startswith("/") or (line.text[0] in "'\"" and key.isdigit()):
                extra = 3.0
            else:
                extra = 0.8 if " " not in key else 0.3
        elif line.kind is Kind.ITEM:
            extra = 0.6
        if line.text.startswith(("```", "~~~")):
            top = fenced(top)
        col = top.col if line.text else 0
        self.found.append(Reading(reading, top, reading.cost + extra, number, number, col, -1))

    def _text(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read the line as a scalar: more of the one before, or a value below its key."""
        if reading.cont >= 0 and top is reading.top:
            self.found.append(Reading(reading, top, cost, number, number, reading.cont, reading.cont))
        if top.kind == PENDING and top.parent and line.end >= number:
            extra = scalar_cost(top.shape, line)
            extra += 0.5 * sum(self.lines[within].kind is Kind.ENTRY for within in range(number + 1, line.end + 1))
            self._scalar(reading, top.parent, cost + extra + 0.5, line, number, top.col, top.col)

    def _more_text(self, reading: Reading, top: Frame, number: int) -> None:
        """Read a line that looks like something else as more of the plain scalar before it."""
        if reading.cont >= 0 and top is reading.top:
            cost = reading.cost + (4.0 if len(self.lines[number - 1].text) >= 40 else 12.0)
            self.found.append(Reading(reading, top, cost, number, number, reading.cont, reading.cont))

    def _entry(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read the line as an entry of any open mapping."""
        options: list[tuple[float, float, Frame]] = []
        column, astray = self._expected(reading, number)
        reach, before, limit = self.reach, reading.cost, inf
        here: Frame | None = top
        if here and here.kind == PENDING:
            shape = here.shape
            if shape.map and not here.last:
                frame = self._open_map(here, shape.map)
                paid = cost + astray * (frame.col != column)
                rank = paid - before + self._rank(frame, line, number)
                limit = before + rank + reach
                options.append((rank, paid, frame))
            cost += null_cost(shape, here.expect)
            here = here.parent
        ends = 0.0
        anchor = line.form is Form.EMPTY and self.know.anchors(line)
        left = self.climb
        while here and left:
            left -= 1
            paid = cost + (ends if ends <= ENDS else _together(ends)) + astray * (here.col != column)
            if paid > limit and not (anchor and paid <= limit + ANCHORED):
                break
            if here.kind == MAP:
                rank = paid - before + self._rank(here, line, number)
                if before + rank + reach < limit:
                    limit = before + rank + reach
                if anchor and here.map and line.key in self.know.named.get(here.map.name, ()):
                    options = [(other + ANCHORED, price + ANCHORED, frame) for other, price, frame in options]
                    options.append((rank, paid, here))
                    break
                options.append((rank, paid, here))
            added, here = self.costs.close(here)
            ends += added
        options.sort(key=_first)
        most = max(self.margin, options[0][0] + reach) if options else 0.0
        for rank, cost, frame in options[: self.branches]:
            if rank > most:
                break
            known = len(self.found)
            self._add_entry(reading, frame, cost, line, number, frame.col, most)
            for after in self.found[known:]:
                after.rank = max(after.cost, before + rank)

    def _expected(self, reading: Reading, number: int) -> tuple[int, float]:
        """The column where the line should stand by the places where it recurs, and what any other costs."""
        expected = self.know.recurring.expected(reading.said, number)
        if expected is None:
            return 0, 0.0
        return reading.at + expected[0], expected[1] * (IN_JSON if reading.top.depth else 1.0)

    def _rank(self, frame: Frame, line: Line, number: int) -> float:
        """How well the entry fits into the mapping, with a look at the line behind it."""
        key = line.inner.text if line.kind is Kind.EXPLICIT_KEY and line.inner else line.key
        cost, shape, _ = self.costs.key(frame, key, line)
        if line.form is not Form.EMPTY:
            return cost + scalar_cost(shape, line)
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
        below = map_.below(behind.key)
        if below is None or (below is map_.free and not map_.free_key.match(behind.key)):
            return cost + 5.0
        return cost if behind.form is Form.EMPTY else cost + scalar_cost(below, behind)

    def _item(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read the line as an entry of any open list."""
        column, astray = self._expected(reading, number)
        here: Frame | None = top
        if here and here.kind == PENDING:
            shape = here.shape
            if shape.items and not here.last:
                frame = Frame(SEQ, here.parent, shape, None, here.col, here.where)
                frame.expect = self.know.entry(here.expect)
                extra = astray * (here.col != column)
                self._add_item(reading, frame, cost + extra, line, number, frame.col, here.col)
            cost += null_cost(shape, here.expect)
            here = here.parent
        tried = 0
        while here and tried < self.lists:
            if here.kind == SEQ:
                tried += 1
                extra = astray * (here.col != column)
                self._add_item(reading, here, cost + extra, line, number, here.col, here.col)
            added, here = self.costs.close(here)
            cost += added
            if cost > min((after.cost for after in self.found), default=reading.cost + MARGIN) + MARGIN:
                return

    def _explicit(self, reading: Reading, top: Frame, cost: float, line: Line, number: int) -> None:
        """Read `: value`, which belongs to the `? key` before."""
        if top.kind == PENDING and top.last and top.parent and line.inner:
            at = top.parent.col
            self._place(reading, top.parent, top.shape, top.expect, cost, line.inner, number, at, at, line.indent)

    def _open_map(self, parent: Frame, map_: Map) -> Frame:
        """A new mapping as the value of a pending key or entry."""
        frame = Frame(MAP, parent.parent, parent.shape, map_, parent.col, parent.where)
        frame.expect = parent.expect
        return frame

    def _add_entry(
        self, reading: Reading, frame: Frame, cost: float, line: Line, number: int, shown: int, most: float
    ) -> None:
        """Add the line's key to a mapping, if that costs no more than `most` in all, then place its value."""
        explicit = line.kind is Kind.EXPLICIT_KEY
        key = line.inner.text if explicit and line.inner else line.key
        added, shape, expect = self.costs.key(frame, key, line)
        cost += added
        if cost > reading.cost + most:
            return
        before = len(self.found)
        self._place_value(reading, frame, cost, line, number, shown, key, shape, expect)
        for after in self.found[before:]:
            after.put, after.key = frame, key

    def _place_value(
        self,
        reading: Reading,
        frame: Frame,
        cost: float,
        line: Line,
        number: int,
        shown: int,
        key: str,
        shape: Shape,
        expect: Expected | None,
    ) -> None:
        after = with_key(frame, key, line)
        if line.kind is Kind.EXPLICIT_KEY:
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
        cost += scalar_cost(shape, line)
        if expect is not None:
            cost += expected_cost(expect, line)
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
        owner = frame.parent
        if owner and owner.last == "required" and begins == "text":
            name = line.inner.value.strip("'\"")
            if owner.facts.properties is None:
                cost += 1.5 if not frame.size and self.know.ordered.get("schema") else 0.0
            elif any(name in part for part in owner.facts.properties):
                cost -= 0.3
            else:
                cost += 1.0 if frame.size else 5.0
        after = with_item(frame, begins, line.inner)
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
            self._add_entry(reading, frame, cost, inner, number, shown, cost - reading.cost + self.margin)
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
            cost += scalar_cost(shape, inner)
            if inner.form is Form.BLOCK:
                block = Frame(BLOCK, parent, shape, None, col + (inner.step or 2), number)
                self.found.append(Reading(reading, block, cost, number, number, shown, -1))
            else:
                self._scalar(reading, parent, cost, inner, number, shown, col + 2)


def _together(ends: float) -> float:
    """What it costs that several levels end at once: one reason may end them all."""
    return ENDS + 0.25 * (ends - ENDS)


def _first(option: tuple[float, float, Frame]) -> float:
    return option[0]


def _beginning(inner: Line) -> str:
    """How an entry of a list begins: entries of one list mostly begin alike."""
    if inner.kind is Kind.ENTRY:
        return inner.key
    if inner.kind is Kind.ITEM:
        return "- "
    return "" if inner.form is Form.EMPTY or inner.form is Form.ALIAS else "text"
