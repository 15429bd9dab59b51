"""Readings of the lines up to somewhere, and the choice among them.

In: readings. Out: the ones worth following, and of the last one the column of each line with the margin by which it was
chosen. It must not know the grammar.
"""

from __future__ import annotations

from dataclasses import field

from generator.readers.openapi.reindent.levels import Frame
from generator.records import dataclass

BEAM = 6
"""Readings that are followed at once."""

ALIKE = 2
"""Readings whose open levels differ only in what stands before in them."""

MARGIN = 12.0
"""How much more than the best a reading may have paid."""

DOUBT = 4.0
"""By how much the second-best reading of a line must be dearer for its level to be sure."""

_FAR = 300
"""Lines by which two readings are compared; those that parted earlier differ in a place that was compared before."""


class Reading:
    """A way to read the lines up to here; a chain backwards."""

    __slots__ = (
        "at",
        "back",
        "col",
        "cont",
        "cost",
        "end",
        "key",
        "note",
        "put",
        "rank",
        "rivals",
        "said",
        "start",
        "text_col",
        "top",
    )

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
        self.put: Frame | None = None  # the mapping that the line's key was added to, as it was before
        self.key = ""
        self.said: tuple[int, int] = back.said if back else (0, 0)  # the last lines that began an entry or an item
        self.at: int = back.at if back else 0  # the column of the last of them
        self.rivals: list[Reading] | None = None  # what it was preferred to


@dataclass(slots=True)
class Result:
    """The best reading of a document.

    Attributes:
        columns: The column of each line; -1 where it is left out.
        top: The levels open at the end.
        total: What it paid, with the levels that are open at the end.
        ignored: The lines that fit nowhere.
        chain: The reading line by line.
        margins: For each line that could stand elsewhere: by how much the best reading that has it there is dearer.
    """

    columns: list[int]
    top: Frame
    total: float
    ignored: list[int] = field(default_factory=list)
    chain: list[Reading] = field(default_factory=list)
    margins: dict[int, float] = field(default_factory=dict)


def rank_of(reading: Reading) -> float:
    """What readings are sorted by."""
    return reading.rank


def best_of(readings: list[Reading]) -> list[Reading]:
    """The cheapest readings; of those with the same open levels only one."""
    if len(readings) == 1:
        return readings
    readings.sort(key=rank_of)
    limit = readings[0].rank + MARGIN
    seen: dict[tuple[int, int], Reading] = {}
    outlines: dict[tuple[int, int], int] = {}
    kept: list[Reading] = []
    for reading in readings:
        if reading.rank > limit:
            break
        mark = (reading.top.sig, reading.cont)
        outline = (reading.top.outline, reading.cont)
        alike = outlines.get(outline, 0)
        preferred = seen.get(mark)
        if preferred is None and alike < ALIKE and len(kept) < BEAM:
            seen[mark] = reading
            outlines[outline] = alike + 1
            kept.append(reading)
            continue
        if preferred is None:
            preferred = kept[0]
        if reading.cost - preferred.cost < DOUBT:
            if preferred.rivals is None:
                preferred.rivals = [reading]
            else:
                preferred.rivals.append(reading)
    return kept


def result_of(best: Reading, count: int, total: float) -> Result:
    """What the best reading of all `count` lines says, which pays `total`."""
    columns = [0] * count
    ignored: list[int] = []
    chain: list[Reading] = []
    here: Reading | None = best
    while here and here.end >= 0:
        chain.append(here)
        columns[here.start] = here.col
        for number in range(here.start + 1, here.end + 1):
            columns[number] = here.text_col
        if here.note:
            ignored.append(here.start)
        here = here.back
    return Result(columns, best.top, total, ignored[::-1], chain[::-1], _margins(best))


def _margins(best: Reading) -> dict[int, float]:
    """For each line of which another reading was near: by how much that was dearer."""
    margins: dict[int, float] = {}
    here: Reading | None = best
    while here:
        for rival in here.rivals or ():
            difference = max(0.0, rival.cost - here.cost)
            one: Reading | None = here
            two: Reading | None = rival
            while one is not two and one and two and here.start - one.start < _FAR:
                if one.start == two.start:
                    if one.col != two.col or one.top.kind != two.top.kind:
                        margins[one.start] = min(difference, margins.get(one.start, DOUBT))
                    one, two = one.back, two.back
                elif one.start > two.start:
                    margins[one.start] = min(difference, margins.get(one.start, DOUBT))
                    one = one.back
                else:
                    two = two.back
        here = here.back
    return margins
