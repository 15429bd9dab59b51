"""Lines that recur: where the same three lines follow each other elsewhere in the document.

In: the lines, and how far in or out of the line before it each stood. Out: how far in or out a line should stand that
follows the same two lines as elsewhere, and what it costs that it does not: what a document says twice, it mostly
indents alike. Only lines count that begin an entry or an item. It must not know what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

_TOLD = 40
"""So many signs of a line tell it from others; behind them it may be broken in another place."""
_SURE = 0.9
"""The share of the other places that must agree."""
_ENOUGH = 0.5
"""How surely the lines must have been read elsewhere."""
_MOST = 3.5
"""What it costs most to stand otherwise."""

Run = tuple[str, str, str]


class Recurrences:
    """How far in or out lines stood behind which others."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._counts: dict[Run, dict[int, float]] = {}
        self._taught: dict[int, tuple[int, float]] = {}  # what each line added

    def note(self, before: tuple[int, int], number: int, distance: int, weight: float) -> None:
        """Remember by how many columns the line stands further in than the second of the two before it."""
        row = self._counts.setdefault(self._run(before, number), {})
        row[distance] = row.get(distance, 0.0) + weight
        self._taught[number] = (distance, weight)

    def expected(self, before: tuple[int, int], number: int) -> tuple[int, float] | None:
        """By how many columns the line should stand further in, and what it costs otherwise; None if nothing is known.

        What that line itself taught does not count.
        """
        row = self._counts.get(self._run(before, number))
        if row is None:
            return None
        own, weight = self._taught.get(number, (0, 0.0))
        total = sum(row.values()) - weight
        if total < _ENOUGH:
            return None
        distance = max(row, key=lambda each: row[each] - weight * (each == own))
        agreeing = row[distance] - weight * (distance == own)
        if agreeing < _SURE * total:
            return None
        return distance, min(_MOST, log(1 + 4 * total))

    def _run(self, before: tuple[int, int], number: int) -> Run:
        one, two = before
        return self._texts[one][:_TOLD], self._texts[two][:_TOLD], self._texts[number][:_TOLD]
