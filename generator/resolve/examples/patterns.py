"""Regular expressions of JSON Schema (ECMA 262): a text that one matches, and a match that cannot hang.

In: the text of a `pattern`. Out: a sample, or whether a text, or any text, matches; None where that cannot be told: a
construct that is not known here, or a match that might take too long (patterns come from strangers, and nested
repetition takes exponential time). It knows nothing of schemas.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from generator.resolve.examples.syntax import (
    MAX_PATTERN,
    Choice,
    Edge,
    Look,
    Part,
    Repeat,
    Sequence,
    Signs,
    parsed,
)

MAX_SAMPLE: Final = 1200
"""Longer samples are not made."""

_STEPS: Final = 20_000_000
"""About how many steps a match may take."""


@lru_cache(maxsize=4096)
def matches(pattern: str, text: str) -> bool | None:
    """Whether the pattern is found in the text, as JSON Schema asks (not anchored); None where that cannot be told."""
    compiled = _compiled(pattern)
    if compiled is None or len(text) > _longest(pattern):
        return None
    return compiled.search(text) is not None


@lru_cache(maxsize=4096)
def sample(pattern: str, min_length: int = 0, max_length: int | None = None) -> str | None:
    """A text that the pattern matches, of a length within the bounds; None where none is found."""
    tree = parsed(pattern)
    if tree is None:
        return None
    longest = MAX_SAMPLE if max_length is None else min(max_length, MAX_SAMPLE)
    likely: str | None = None
    for turn in range(3):
        shortest, longer = (len(_text(tree, extra, turn)) for extra in (0, 1))
        needed = -(-(min_length - shortest) // max(longer - shortest, 1))
        for extra in dict.fromkeys((0, 1, 2, max(needed, 0), max(min_length, 4))):
            plain = _text(tree, extra, turn)
            padded = plain + plain[-1:] * (min_length - len(plain))  # where the pattern does not end the text
            for text in dict.fromkeys((plain, _with_demands(plain, tree), padded)):
                if min_length <= len(text) <= longest:
                    found = matches(pattern, text)
                    if found:
                        return text
                    likely = text if found is None and likely is None else likely
    return likely if "\\b" not in pattern and not list(_looks(tree)) else None


@lru_cache(maxsize=4096)
def is_impossible(pattern: str, min_length: int = 0, max_length: int | None = None) -> bool:
    """Whether surely no text of a length within the bounds matches: `^a$b`, or `^[a-z]$` of ten characters."""
    tree = parsed(pattern)
    if tree is None:
        return False
    least = _least(tree, 0, 0)
    if least is None or (max_length is not None and least > max_length):
        return True
    return _is_whole(tree, False) and _is_whole(tree, True) and _lengths(tree)[1] < min_length


def _text(tree: Part, extra: int, turn: int) -> str:
    return "".join(_made(tree, min(extra, MAX_SAMPLE), turn, [MAX_SAMPLE * 2]))


def _with_demands(text: str, tree: Part) -> str:
    """The text with the characters that lookaheads ask for (`(?=.*[A-Z])`) in place of its first ones."""
    demanded = [_text(look.part, 0, 0)[-1:] for look in _looks(tree) if look.positive]
    return "".join(demanded) + text[len(demanded) :]


def _looks(part: Part) -> Iterator[Look]:
    match part:
        case Look():
            yield part
        case Sequence(parts=parts) | Choice(options=parts):
            for each in parts:
                yield from _looks(each)
        case Repeat(part=inner):
            yield from _looks(inner)


def _made(part: Part, extra: int, turn: int, room: list[int]) -> Iterator[str]:
    """A text of that form: the least number of repetitions and `extra`; `turn` takes later options and characters."""
    match part:
        case Signs(choice=choice):
            room[0] -= 1
            if choice and room[0] > 0:
                yield choice[min(turn, len(choice) - 1)]
        case Sequence(parts=parts):
            for each in parts:
                yield from _made(each, extra, turn, room)
        case Choice(options=options):
            yield from _made(options[min(turn, len(options) - 1)], extra, turn, room)
        case Repeat(part=inner, least=least, most=most):
            times = least + extra if most is None else min(least + extra, most)
            for _ in range(min(times, MAX_SAMPLE)):
                if room[0] <= 0:
                    return
                yield from _made(inner, min(extra, 1), turn, room)


# -- how long a match is


def _least(part: Part, before: int, behind: int) -> int | None:
    """The least length of what matches between that many other characters at least; None where nothing can."""
    match part:
        case Signs(choice=choice, more=more):
            return 1 if choice or more else None
        case Edge(behind=at_end):
            return None if (behind if at_end else before) else 0
        case Look():
            return 0
        case Choice(options=options):
            return min(
                (length for each in options if (length := _least(each, before, behind)) is not None), default=None
            )
        case Repeat(part=inner, least=least):
            once = _least(inner, before, behind) if least else 0
            return None if once is None else once * least
        case Sequence(parts=parts):
            widths = [_lengths(each)[0] for each in parts]
            rest = sum(widths)
            for each, width in zip(parts, widths, strict=True):
                rest -= width
                if _least(each, before, behind + rest) is None:
                    return None
                before += width
            return sum(widths)


def _lengths(part: Part) -> tuple[int, float]:
    """The least and the greatest length of what matches, wherever it stands."""
    match part:
        case Signs():
            return 1, 1
        case Edge() | Look():
            return 0, 0
        case Choice(options=options):
            widths = [_lengths(each) for each in options]
            return min(least for least, _ in widths), max(most for _, most in widths)
        case Repeat(part=inner, least=least, most=most):
            shortest, longest = _lengths(inner)
            return least * shortest, 0 if not longest else math.inf if most is None else longest * most
        case Sequence(parts=parts):
            widths = [_lengths(each) for each in parts]
            return sum(least for least, _ in widths), sum(most for _, most in widths)


def _is_whole(part: Part, behind: bool) -> bool:
    """Whether all that matches begins where the text begins, or ends where it ends."""
    match part:
        case Edge(behind=at_end):
            return at_end == behind
        case Choice(options=options):
            return all(_is_whole(each, behind) for each in options)
        case Sequence(parts=parts):
            return bool(parts) and _is_whole(parts[-1 if behind else 0], behind)
        case Repeat(part=inner, least=least):
            return least > 0 and _is_whole(inner, behind)
        case Signs() | Look():
            return False


# -- matching in bounded time


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    if len(pattern) > MAX_PATTERN:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(_NAMED_GROUP.sub("(?P<", pattern), re.ASCII)
    except (re.error, RecursionError, OverflowError, ValueError):
        return None


@lru_cache(maxsize=4096)
def _longest(pattern: str) -> int:
    """How long a text may be, so that the match surely ends soon."""
    tree = parsed(pattern)
    if tree is None:
        return 0
    if _nests(tree, False):
        return int(math.log(_STEPS, 2 + _branches(tree)))
    steps = _loops(tree) + (0 if pattern.startswith("^") else 1)
    return min(100_000, int(_STEPS ** (1 / max(steps, 1))))


def _loops(part: Part) -> int:
    """How many repetitions of open length stand one after another."""
    match part:
        case Signs() | Edge():
            return 0
        case Sequence(parts=parts):
            return sum(map(_loops, parts))
        case Choice(options=options):
            return max(map(_loops, options))
        case Look(part=inner):
            return _loops(inner)
        case Repeat(part=inner, most=most):
            return _loops(inner) + (1 if most is None or most > 50 else 0)


def _branches(part: Part) -> int:
    """How many ways on there may be at each character, at most."""
    match part:
        case Signs() | Edge():
            return 0
        case Sequence(parts=parts):
            return sum(map(_branches, parts))
        case Choice(options=options):
            return len(options) + sum(map(_branches, options))
        case Repeat(part=inner) | Look(part=inner):
            return 1 + _branches(inner)


def _nests(part: Part, repeated: bool) -> bool:
    """Whether a repetition stands within a repetition, or a choice does: the forms that can take exponential time."""
    match part:
        case Signs() | Edge():
            return False
        case Sequence(parts=parts):
            return any(_nests(each, repeated) for each in parts)
        case Choice(options=options):
            return repeated or any(_nests(each, repeated) for each in options)
        case Look(part=inner):
            return _nests(inner, repeated)
        case Repeat(part=inner, most=most):
            several = (most is None or most > 5) and not _begins_apart(inner)
            return (repeated and (most is None or most > 1)) or _nests(inner, repeated or several)


def _begins_apart(part: Part) -> bool:
    """Whether each round of a repetition begins with a character that cannot stand elsewhere in it: `(-[a-z]+)*`."""
    if not isinstance(part, Sequence) or len(part.parts) < 2:
        return False
    first, *rest = part.parts
    while isinstance(first, Sequence) and len(first.parts) == 1:
        first = first.parts[0]
    if not isinstance(first, Signs) or first.more:
        return False
    others = [signs for each in rest for signs in _signs(each)]
    return not any(signs.more or set(signs.choice) & set(first.choice) for signs in others)


def _signs(part: Part) -> Iterator[Signs]:
    match part:
        case Signs():
            yield part
        case Sequence(parts=parts) | Choice(options=parts):
            for each in parts:
                yield from _signs(each)
        case Repeat(part=inner) | Look(part=inner):
            yield from _signs(inner)


_NAMED_GROUP: Final = re.compile(r"\(\?<(?![=!])")
