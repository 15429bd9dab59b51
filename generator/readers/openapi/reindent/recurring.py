"""Lines that recur: where they stand elsewhere in the document.

In: the lines, how far in or out of the line before it each stood, and in what kind of object. Out: where a line should
stand that follows the same two lines as elsewhere, in what object one should stand that goes on as elsewhere, and what
it costs that it does not: what a document says twice, it mostly says of the same thing. Only lines count that begin an
entry or an item. It must not know what they mean.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import log
from typing import Generic, TypeVar

_TOLD = 40
"""So many signs of a line tell it from others; behind them it may be broken in another place."""
_SURE = 0.9
"""The share of the other places that must agree."""
_ENOUGH = 0.5
"""How surely the lines must have been read elsewhere."""
_MOST = 3.5
"""What it costs most to stand otherwise."""
_MOST_ELSEWHERE = 2.0
"""What it costs most to stand in another kind of object."""

Run = tuple[str, ...]
_Found = TypeVar("_Found", bound=Hashable)


class Recurrences:
    """How far in or out lines stood behind which others, and in which kinds of objects."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [text[:_TOLD] for text in texts]
        self._steps = _Usual[int]()
        self._objects = _Usual[str]()

    def note_step(self, before: tuple[int, int], number: int, distance: int, weight: float) -> None:
        """Remember by how many columns the line stands further in than the second of the two before it."""
        self._steps.note(self._behind(before, number), number, distance, weight)

    def note_object(self, number: int, kind: str, weight: float) -> None:
        """Remember in what kind of object the line's entry stands."""
        self._objects.note(self._ahead(number), number, kind, weight)

    def expected(self, before: tuple[int, int], number: int) -> tuple[int, float] | None:
        """By how many columns the line should stand further in, and what it costs otherwise; None if nothing is known.

        What that line itself taught does not count.
        """
        found = self._steps.of(self._behind(before, number), number)
        return (found[0], min(_MOST, found[1])) if found else None

    def elsewhere(self, number: int, kind: str) -> float:
        """What it costs that the line's entry stands in this kind of object, and not where it did elsewhere."""
        found = self._objects.of(self._ahead(number), number)
        return min(_MOST_ELSEWHERE, found[1]) if found and found[0] != kind else 0.0

    def _behind(self, before: tuple[int, int], number: int) -> Run:
        one, two = before
        return self._texts[one], self._texts[two], self._texts[number]

    def _ahead(self, number: int) -> Run:
        return tuple(self._texts[number : number + 2])


class _Usual(Generic[_Found]):
    """What was found where the same lines stood."""

    def __init__(self) -> None:
        self._counts: dict[Run, dict[_Found, float]] = {}
        self._taught: dict[int, tuple[_Found, float]] = {}  # what each line added

    def note(self, run: Run, number: int, found: _Found, weight: float) -> None:
        row = self._counts.setdefault(run, {})
        row[found] = row.get(found, 0.0) + weight
        self._taught[number] = (found, weight)

    def of(self, run: Run, number: int) -> tuple[_Found, float] | None:
        """What was found there without that line, and how much that tells; None where the places disagree."""
        row = self._counts.get(run)
        if row is None:
            return None
        own, weight = self._taught.get(number, (None, 0.0))
        total = sum(row.values()) - weight
        if total < _ENOUGH:
            return None
        usual = max(row, key=lambda each: row[each] - weight * (each == own))
        agreeing = row[usual] - weight * (usual == own)
        return (usual, log(1 + 4 * total)) if agreeing >= _SURE * total else None
