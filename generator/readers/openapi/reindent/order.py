"""Which objects of a document have their keys in sorted order, and what disorder costs.

In: lines, or the neighbours that a pass counted. Out: a price for each kind of object; none where keys are in no order.
Tools that write documents sort all of one kind of object or none, so a few neighbours tell. It must not know levels.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from generator.readers.openapi.reindent.grammar import Shape, grammar_for
from generator.records import dataclass

_SURE = 9.0
_RARE = 0.15
"""The share of neighbours out of order up to which an object counts as sorted."""
_HARDLY = 0.02
_ANCHORS = 6
"""Names that can tell whether all are in order."""
_MISPLACED = 4.0
_FITS = 3.0
_FEW = 4
"""Neighbours that are too few to tell anything."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """Neighbouring lines that tell whether some kinds of objects are sorted.

    Attributes:
        rising: Of each pair of keys: the first on a line and the second on the next are in one object, in order.
        falling: The same out of order; in a sorted document no end of an object brings them together.
        names: The kinds of objects.
    """

    rising: frozenset[tuple[str, str]]
    falling: frozenset[tuple[str, str]]
    names: frozenset[str]


def first_order(texts: Sequence[str]) -> dict[str, float]:
    """Which objects are sorted, guessed from the head and from neighbouring lines, and the price of disorder."""
    words = [text.removeprefix("- ").partition(":")[0] for text in texts]
    head = next((word for word in words if word in ("info", "openapi", "swagger")), "")
    if head == "info":
        return dict.fromkeys(_ALL_NAMES, _SURE)
    pairs = Counter(itertools.pairwise(words))
    prices: dict[str, float] = {}
    for sign in _SIGNS:
        rising = sum(pairs[pair] for pair in sign.rising)
        falling = sum(pairs[pair] for pair in sign.falling)
        if rising and falling <= _RARE * rising:
            prices |= dict.fromkeys(sign.names, _price(rising, falling))
    return dict(sorted(prices.items()))


def disorder(name: str, pairs: float, broken: float, before: float) -> float:
    """What a key out of order costs where so many neighbours were in order and so many not; 0 where there is none.

    Args:
        name: The kind of object; where keys are chosen freely, it is sorted altogether or not at all.
        pairs: All neighbours that were counted.
        broken: Those of them out of order.
        before: What it cost in the pass that counted them.
    """
    if pairs < _FEW:
        return 0.9 * before
    if broken > pairs * (_RARE if before or name not in _FREE else _HARDLY) + 0.5:
        return 0.0
    return max(0.9 * before if before > 5 else 0.0, _price(pairs, broken))


class Alphabet:
    """Whether the names of one kind of component stand in alphabetical order, and what that says of other names.

    It is told by the names that a reference asks for and that only one line begins with.
    """

    def __init__(self, keys: Sequence[tuple[int, str]], names: frozenset[str]) -> None:
        """Look at the lines that consist of a key alone; `names` are those that only one line begins with."""
        found = [(number, key) for number, key in keys if key in names]
        self._lines = [number for number, _ in found]
        self._case: Callable[[str], str] | None = None
        for case in (str, str.lower):
            self._names = [case(key) for _, key in found]
            broken = sum(one > two for one, two in itertools.pairwise(self._names))
            if len(found) >= _ANCHORS and broken <= _HARDLY * len(found):
                self._case = case
                self._all = sorted({case(key) for _, key in keys})
                break

    def cost(self, number: int, key: str) -> float:
        """What it costs, or spares, that the key on that line is one of the names."""
        if self._case is None:
            return 0.0
        name = self._case(key)
        at = bisect_left(self._lines, number)
        if at < len(self._lines) and self._lines[at] == number:
            return 0.0
        before = self._names[at - 1] if at else ""
        after = self._names[at] if at < len(self._names) else chr(0x10FFFF)
        if not before < name < after:
            return _MISPLACED
        between = bisect_left(self._all, after) - bisect_left(self._all, before)
        return max(-_FITS, log((between + 1) / (len(self._all) + 1)))


def _price(pairs: float, broken: float) -> float:
    return 0.8 * log((pairs + 1) / (broken + 0.3))


def _pairs(words: str) -> frozenset[tuple[str, str]]:
    """Pairs from words like `name-in`."""
    return frozenset((first, second) for first, _, second in (word.partition("-") for word in words.split()))


def _maps(grammar: Shape) -> dict[str, bool]:
    """The kinds of objects, and whether their keys are chosen freely."""
    found = {"any": True}
    waiting, seen = [grammar], set[int]()
    while waiting:
        shape = waiting.pop()
        if id(shape) not in seen:
            seen.add(id(shape))
            waiting.extend([shape.items] if shape.items else [])
            if shape.map:
                found[shape.map.name] = shape.map.free is not None
                waiting.extend(shape.map.fields.values())
                waiting.extend([shape.map.free] if shape.map.free else [])
    return found


_MAPS = _maps(grammar_for(2)) | _maps(grammar_for(3))
_ALL_NAMES = sorted(_MAPS)
_FREE = frozenset(name for name, free in _MAPS.items() if free)
_OPERATION = frozenset(["operation", "pathItem", "paths", "info", "contact", "tag"])
_PARAMETER = frozenset(["parameter", "securityScheme"])
_RESPONSE = frozenset(["response", "requestBody", "mediaType", "header", "example", "document", "components"])
_SIGNS = (
    _Sign(
        _pairs("format-type description-type example-type readOnly-type title-type default-type"),
        _pairs("type-format type-items type-enum type-properties type-example type-default"),
        frozenset(_ALL_NAMES) - _OPERATION - _PARAMETER - _RESPONSE,
    ),
    _Sign(
        _pairs("operationId-parameters operationId-responses operationId-requestBody summary-tags"),
        _pairs("summary-operationId summary-description summary-parameters summary-responses"),
        _OPERATION,
    ),
    _Sign(_pairs("in-name"), _pairs("name-in in-description required-description description-content"), _PARAMETER),
)
