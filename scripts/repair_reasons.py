"""Why a flattened document was not restored: what its true tree would have cost.

In: the text as it was and as it is without indentation. Out: one of `REASONS`. The repair takes the cheapest reading it
finds, so a true tree that is missed either costs more than the one found, costs as much, or was not come across.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.diagnostics import InputError
from generator.readers.openapi.flattened import VERSION
from generator.readers.openapi.reindent import TIE, learnt_from, passes
from generator.readers.openapi.reindent.grammar import Shape, grammar_for
from generator.readers.openapi.reindent.knowledge import Knowledge
from generator.readers.openapi.reindent.levels import BLOCK
from generator.readers.openapi.reindent.lines import Kind, Line, Lines
from generator.readers.openapi.reindent.readings import Reading, Result
from generator.readers.openapi.reindent.search import Search
from generator.readers.openapi.reindent.tail import extent_of

DEARER = "dearer"
LED_ASTRAY = "dearer after a wrong pass"
TIED = "as good"
UNFOUND = "cheaper, not found"
OTHER = "not read"
REASONS = {
    DEARER: "the costs prefer another tree, even where all else is learnt from the true one",
    LED_ASTRAY: "the costs would prefer the true tree, had the pass before been right",
    TIED: "undecidable: both trees are valid, and as like the rest of the document as each other",
    UNFOUND: "the costs prefer the true tree, and the search missed it",
    OTHER: "the levels are right and a text is another, or no reading has such levels",
}
"""What the true tree was, beside the one that was chosen."""


def reason(text: str, flat: str) -> str:
    """Which of the reasons it was."""
    version = VERSION.search(flat)
    if not version:
        return OTHER
    lines = Lines(extent_of([line.strip(" \t") for line in flat.split("\n")]).lines)
    grammar = grammar_for(2 if version[1] == "2" else 3)
    columns = true_columns(text)
    try:
        results = list(passes(lines, grammar, "flat"))
        return _compared(lines, grammar, columns, results[0][0], *results[-1])
    except InputError:
        return OTHER


def _compared(
    lines: Lines, grammar: Shape, columns: dict[int, int], first: Knowledge, knowledge: Knowledge, found: Result
) -> str:
    true = _true_reading(lines, grammar, knowledge, columns)
    if true is None or _agrees(found, columns):
        return OTHER
    if abs(true.total - found.total) <= TIE:
        return TIED
    if true.total < found.total:
        return UNFOUND
    before = _true_reading(lines, grammar, first, columns)
    if before is not None:
        taught = learnt_from(lines, grammar, first, before, "flat")
        if _agrees(Search(lines, grammar, taught).run(), columns):
            return LED_ASTRAY
    return DEARER


def _agrees(result: Result, columns: dict[int, int]) -> bool:
    return all(result.columns[number] == column for number, column in columns.items())


def true_columns(text: str) -> dict[int, int]:
    """The column of each line on which an entry or an item begins, as the repair counts them: two for each level."""
    raw = text.split("\n")
    columns: dict[int, int] = {}
    levels: list[_Level] = []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
        elif isinstance(event, yaml.NodeEvent) and event.start_mark:
            above = levels[-1] if levels else None
            number = event.start_mark.line
            begins = above and not above.flow and not (above.mapping and above.at_value)
            if above and begins and not raw[number].lstrip().startswith(": "):
                columns.setdefault(number, above.column)
            if isinstance(event, yaml.CollectionStartEvent):
                levels.append(_Level(above, event))
                continue
        else:
            continue
        if levels:
            levels[-1].at_value = not levels[-1].at_value
    return columns


class _Level:
    """An open collection."""

    def __init__(self, above: _Level | None, event: yaml.CollectionStartEvent) -> None:
        self.mapping: bool = isinstance(event, yaml.MappingStartEvent)
        self.column: int = above.column + 2 if above else 0
        self.flow: bool = bool(event.flow_style) or bool(above and above.flow)
        self.at_value = False


class _TrueSearch(Search):
    """Follows only the readings whose levels are the true ones."""

    branches = lists = 1_000
    reach = margin = 1_000.0

    def __init__(self, lines: Lines, grammar: Shape, knowledge: Knowledge, columns: dict[int, int]) -> None:
        super().__init__(lines, grammar, knowledge)
        self.columns = columns

    def extend(self, reading: Reading, line: Line, number: int) -> None:
        super().extend(reading, line, number)
        column = self.columns.get(number)
        within = line.kind in (Kind.ENTRY, Kind.ITEM) and column is None
        self.found = [
            after
            for after in self.found
            if not after.note
            and (not within or (after.put is None and (after.top.kind == BLOCK or after.col == reading.cont)))
            and (column is None or (after.col == column and _begins(reading, after, line)))
        ]


def _begins(reading: Reading, after: Reading, line: Line) -> bool:
    """Whether the line was read as an entry or an item rather than as text."""
    if line.kind is Kind.ENTRY:
        return after.put is not None
    return line.kind is not Kind.ITEM or after.top is not reading.top


def _true_reading(lines: Lines, grammar: Shape, knowledge: Knowledge, columns: dict[int, int]) -> Result | None:
    """What the true levels cost; None where no reading has them."""
    try:
        return _TrueSearch(lines, grammar, knowledge, columns).run()
    except KeyError:  # no reading is left
        return None
