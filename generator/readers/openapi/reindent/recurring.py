"""Lines that recur: how far apart the same two lines stood elsewhere in the document.

In: the lines, and how far in or out each stood of the one before. Out: how far in or out two lines should stand that
stood next to each other elsewhere, and what it costs that they do not: what a document says twice, it mostly
indents alike. It must not know what the lines mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

_TOLD = 40
"""So many signs of a line tell it from others; behind them it may be broken in another place."""
_SURE = 0.9
"""The share of the other places that must agree."""
_ENOUGH = 0.5
"""How surely two lines must have stood elsewhere."""
_MOST = 3.5
"""What it costs most to stand otherwise."""

Pair = tuple[str, str, str]


class Recurrences:
    """How far apart lines stood, and what two of them next to each other are expected to do."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._counts: dict[Pair, dict[int, float]] = {}
        self._taught: dict[int, tuple[int, float]] = {}  # what each line added

    def note(self, before: tuple[int, int], number: int, distance: int, weight: float) -> None:
        """Remember by how many columns the line stands further in than the one before."""
        row = self._counts.setdefault(self._pair(before, number), {})
        row[distance] = row.get(distance, 0.0) + weight
        self._taught[number] = (distance, weight)

    def expected(self, before: tuple[int, int], number: int) -> tuple[int, float] | None:
        """By how many columns the line should stand further in, and what it costs otherwise; None if nothing is known.

        What that line itself taught does not count.
        """
        row = self._counts.get(self._pair(before, number))
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

    def _pair(self, before: tuple[int, int], number: int) -> Pair:
        one, two = before
        return self._texts[one][:_TOLD], self._texts[two][:_TOLD], self._texts[number][:_TOLD]
