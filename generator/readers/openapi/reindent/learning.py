"""What one pass over a flattened document teaches the next.

In: the best reading of a pass and the tree that it makes. Out: `Knowledge`. A place counts as much as it was sure, and
is noted, so that a guess does not confirm itself. It must not know how the search goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.readers.openapi.reindent.grammar import Shape
from generator.readers.openapi.reindent.knowledge import (
    ANYWHERE,
    END,
    TELLING,
    Knowledge,
    Place,
    Places,
    Steps,
    is_chosen,
    last_of,
    namesakes,
    place_of,
    special_of,
)
from generator.readers.openapi.reindent.levels import Frame
from generator.readers.openapi.reindent.names import Names
from generator.readers.openapi.reindent.order import disorder
from generator.readers.openapi.reindent.readings import DOUBT, Reading, Result
from generator.readers.openapi.reindent.recurring import Recurrences
from generator.source import Json


def learn(tree: Json, grammar: Shape, before: Knowledge, result: Result) -> Knowledge:
    """Learn from the result of a pass, which went by `before` and made that tree."""
    counts = _Counts(before.texts)
    for reading in result.chain:
        margin = result.margins.get(reading.start, DOUBT)
        counts.note(reading, min(1.0, max(0.02, (margin - 0.7) / 2.5)))
    counts.close([], 1.0)
    prices = {
        name: disorder(name, pairs, broken, before.ordered.get(name, 0.0))
        for name, (pairs, broken) in counts.pairs.items()
    }
    ordered = {name: price for name, price in prices.items() if price}
    knowledge = before.taught(ordered, counts.steps, counts.places, counts.chosen, counts.recurring)
    knowledge.look_into(tree, grammar)
    return knowledge


class _Counts:
    """What was counted.

    Attributes:
        steps: How often each key followed which.
        places: What was counted where.
        chosen: Where the names stood that the document chose.
        recurring: How far in or out lines stood behind which others.
        pairs: For each kind of object: neighbouring keys, and how many of them were not in order.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.recurring = Recurrences(texts)
        self.steps: Steps = {}
        self.places: Places = {}
        self.chosen = Names()
        self.pairs: dict[str, list[float]] = {}
        self._open: list[Frame] = []
        self._sure: dict[tuple[int, int], float] = {}  # of open objects: how sure their last key was

    def note(self, reading: Reading, weight: float) -> None:
        """Count what the reading's line ended and added."""
        self.close(_objects(reading.top), weight)
        if reading.back and reading.said != reading.back.said:
            distance = reading.at - reading.back.at
            self.recurring.note(reading.back.said, reading.start, distance, weight)
        frame = reading.put
        if frame is None or frame.map is None:
            return
        self._count(frame, reading.key, weight)
        if is_chosen(frame, reading.key):
            self.chosen.note(reading.key, place_of(frame), reading.start, weight)
        self._sure[frame.where, frame.col] = weight
        if frame.size:
            pairs = self.pairs.setdefault(frame.map.name, [0.0, 0.0])
            pairs[0] += weight
            pairs[1] += weight * (reading.key < frame.last)

    def close(self, now: list[Frame], weight: float) -> None:
        """Count the end of the objects that are no longer open."""
        same = 0
        for one, two in zip(self._open, now, strict=False):
            if one.where != two.where or one.col != two.col:
                break
            same += 1
        for ended in self._open[same:]:
            self._count(ended, END, min(weight, self._sure.pop((ended.where, ended.col), 1.0)))
        self._open = now

    def _count(self, frame: Frame, key: str, weight: float) -> None:
        map_ = frame.map
        if map_ is None or (map_.free is not None and map_.name not in TELLING):
            return
        last = last_of(frame)
        names = dict.fromkeys((map_.name, special_of(map_.name, frame.role)))
        if frame.owner:
            names[namesakes(frame)] = None
        marks = tuple((name, before) for name in names for before in (last, ANYWHERE))
        self.places[frame.where, frame.size] = Place(marks, key, weight)
        for mark in marks:
            row = self.steps.setdefault(mark, {})
            row[key] = row.get(key, 0.0) + weight


def _objects(top: Frame) -> list[Frame]:
    """The open objects, the outermost first."""
    found: list[Frame] = []
    here: Frame | None = top
    while here is not None:
        if here.map is not None:
            found.append(here)
        here = here.parent
    return found[::-1]
