"""Where one document's own names stand, and what they look like there.

In: the names that a pass read, each with its place and how sure that was. Out: what it costs that a name stands in some
place: names recur where they stood, and those of schemas mostly look unlike those of properties. It must not know
levels or lines.
"""

from __future__ import annotations

from math import log

_WEIGHT = 0.5
"""How much each trait of a name counts; they say partly the same."""
_SPARED, _MOST = 1.0, 3.0
"""How much a trait may spare, and cost."""
_MARKS = "_-. /:"


class Names:
    """How often names, and names that look alike, stood in which places."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], float] = {}
        self._taught: dict[int, tuple[tuple[str, str], float]] = {}  # what each line added

    def note(self, name: str, place: tuple[str, str], number: int, weight: float) -> None:
        """Remember where the name stood that is on that line."""
        self._taught[number] = (place, weight)
        marks = [("", where) for where in ("", *place)]
        for trait, where in _traits(name, place):
            marks += (trait, ""), (trait, where)
        for mark in marks:
            self._counts[mark] = self._counts.get(mark, 0.0) + weight

    def cost(self, name: str, place: tuple[str, str], number: int) -> float:
        """What it costs, or spares, that the name on that line stands there; what that line taught does not count."""
        there, own = self._taught.get(number, (("", ""), 0.0))
        cost = 0.0
        for trait, where in _traits(name, place):
            here = own if where in there else 0.0
            usual = (self._count("", where) - here + 1.0) / (self._count("", "") - own + 3.0)
            share = (self._count(trait, where) - here + usual) / (self._count(trait, "") - own + 1.0)
            cost += _WEIGHT * max(-_SPARED, min(_MOST, log(usual / share)))
        return cost

    def _count(self, trait: str, place: str) -> float:
        return self._counts.get((trait, place), 0.0)


def _traits(name: str, place: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The name itself, how it begins, and what it has inside; each with the place it counts for."""
    kind, around = place
    first = name[:1]
    begins = "A" if first.isupper() else "a" if first.islower() else "0" if first.isdigit() else "?"
    humps = "AA" if name.isupper() else "aA" if any(letter.isupper() for letter in name[1:]) else "aa"
    inside = humps + "".join(mark for mark in _MARKS if mark in name)
    return ("=" + name, around), ("^" + begins, kind), ("~" + inside, kind)
