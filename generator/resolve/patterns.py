"""Regular expressions of JSON Schema (ECMA 262): a text that one matches, and a match that cannot hang.

In: the text of a `pattern`. Out: a sample, or whether a text matches; None where that cannot be told: a construct that
is not known here, or a match that might take too long (patterns come from strangers, and nested repetition takes
exponential time). It knows nothing of schemas.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MAX_PATTERN: Final = 2000
MAX_SAMPLE: Final = 400
"""Longer patterns are not looked at; longer samples are not made."""

_STEPS: Final = 2_000_000
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
    tree = _tree(pattern)
    if tree is None:
        return None
    longest = MAX_SAMPLE if max_length is None else min(max_length, MAX_SAMPLE)
    for extra in (0, 1, 2, 3, max(min_length, 4), min_length + 8):
        for turn in range(3):
            text = "".join(_made(tree, min(extra, MAX_SAMPLE), turn, [MAX_SAMPLE * 2]))
            if min_length <= len(text) <= longest and matches(pattern, text):
                return text
    return None


# -- what a pattern is made of


@dataclass(frozen=True, slots=True)
class _Signs:
    """One character out of these; the first are the ones to show."""

    choice: str


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    part: _Part
    least: int
    most: int | None


_Part = _Signs | _Sequence | _Choice | _Repeat


def _made(part: _Part, extra: int, turn: int, room: list[int]) -> Iterator[str]:
    """A text of that form: the least number of repetitions and `extra`; `turn` takes later options and characters."""
    match part:
        case _Signs(choice=choice):
            room[0] -= 1
            if choice and room[0] > 0:
                yield choice[min(turn, len(choice) - 1)]
        case _Sequence(parts=parts):
            for each in parts:
                yield from _made(each, extra, turn, room)
        case _Choice(options=options):
            yield from _made(options[min(turn, len(options) - 1)], extra, turn, room)
        case _Repeat(part=inner, least=least, most=most):
            times = least + extra if most is None else min(least + extra, most)
            for _ in range(min(times, MAX_SAMPLE)):
                if room[0] <= 0:
                    return
                yield from _made(inner, min(extra, 1), turn, room)


@lru_cache(maxsize=4096)
def _tree(pattern: str) -> _Part | None:
    if len(pattern) > MAX_PATTERN:
        return None
    try:
        parser = _Parser(pattern)
        tree = parser.choice()
        return tree if parser.at_end else None
    except (_Unknown, RecursionError):
        return None


class _Unknown(Exception):
    """A construct that is not known here."""


class _Parser:
    """Reads the constructs that occur in schemas; anchors and lookarounds are passed over, as a sample is checked anyway."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    @property
    def at_end(self) -> bool:
        return self._at >= len(self._text)

    def choice(self) -> _Part:
        self._depth += 1
        if self._depth > 40:
            raise _Unknown
        options = [self._sequence()]
        while self._take("|"):
            options.append(self._sequence())
        self._depth -= 1
        return options[0] if len(options) == 1 else _Choice(tuple(options))

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while not self.at_end and self._peek() not in "|)":
            part = self._quantified(self._atom())
            if part is not None:
                parts.append(part)
        return _Sequence(tuple(parts))

    def _atom(self) -> _Part | None:
        if self._take("^") or self._take("$"):
            return None
        if self._take("("):
            return self._group()
        if self._take("["):
            return _Signs(self._set())
        if self._take("."):
            return _Signs(_WORD + " -")
        if self._take("\\"):
            signs = self._escape()
            return None if signs is None else _Signs(signs)
        if self._peek() in "*+?":
            raise _Unknown
        return _Signs(self._next())

    def _group(self) -> _Part | None:
        passed_over = False
        if self._take("?"):
            if self._take("=") or self._take("!") or self._take("<=") or self._take("<!"):
                passed_over = True
            elif self._take("P<") or self._take("<"):
                while self._next() != ">":
                    pass
            elif not self._take(":"):
                raise _Unknown
        inner = self.choice()
        if not self._take(")"):
            raise _Unknown
        return None if passed_over else inner

    def _quantified(self, part: _Part | None) -> _Part | None:
        least, most = 1, 1 if part is not None else 1
        bounds: tuple[int, int | None] | None = None
        if self._take("*"):
            bounds = (0, None)
        elif self._take("+"):
            bounds = (1, None)
        elif self._take("?"):
            bounds = (0, 1)
        elif counted := _COUNTED.match(self._text, self._at):
            self._at = counted.end()
            least = min(int(counted[1][:6] or 0), 100_000)
            most = least if counted[2] is None else min(int(counted[2][1:7] or 0), 100_000)
            bounds = (least, None if counted[2] == "," else most)
        if bounds is None:
            return part
        if not self._take("?"):
            self._take("+")
        return None if part is None else _Repeat(part, *bounds)

    def _set(self) -> str:
        negated = self._take("^")
        found: list[str] = []
        while not self._take("]"):
            first = self._set_entry()
            if len(first) == 1 and self._peek() == "-" and self._text[self._at + 1 : self._at + 2] not in ("]", ""):
                self._next()
                last = self._set_entry()
                found.append(_range(first, last) if len(last) == 1 else first + "-" + last)
            else:
                found.append(first)
        signs = "".join(found)
        return _shown(sign for sign in _PRINTABLE if sign not in signs) if negated else _shown(signs)

    def _set_entry(self) -> str:
        if self._take("\\"):
            if self._take("b"):
                return "\b"
            return self._escape() or ""
        return self._next()

    def _escape(self) -> str | None:
        """The characters that an escape stands for; None for a place between characters."""
        sign = self._next()
        if sign in "bB":
            return None
        if sign in _CLASSES:
            return _CLASSES[sign]
        if sign in _CONTROLS:
            return _CONTROLS[sign]
        if sign in "xu" and (code := _CODE.match(self._text, self._at)):
            self._at = code.end()
            return chr(int(code[1] or code[2] or code[3], 16) & 0xFFFF)
        if sign in "pP" and (named := _PROPERTY.match(self._text, self._at)):
            self._at = named.end()
            return _PROPERTIES.get(named[1], _WORD) if sign == "p" else " -_."
        if sign.isalnum():
            raise _Unknown
        return sign

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _next(self) -> str:
        if self.at_end:
            raise _Unknown
        self._at += 1
        return self._text[self._at - 1]

    def _take(self, wanted: str) -> bool:
        if self._text.startswith(wanted, self._at):
            self._at += len(wanted)
            return True
        return False


def _range(first: str, last: str) -> str:
    """The first characters of a range."""
    return "".join(chr(code) for code in range(ord(first), min(ord(last), ord(first) + 127) + 1))


def _shown(signs: Iterator[str] | str) -> str:
    """The characters, letters and digits first."""
    found = dict.fromkeys(signs)
    first = [sign for sign in _WORD if sign in found]
    return "".join(dict.fromkeys((*first, *found)))


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
    tree = _tree(pattern)
    if tree is None or "(?" in pattern.replace("(?:", "") or _nests(tree, False):
        return 18
    steps = _loops(tree) + (0 if pattern.startswith("^") else 1)
    return min(100_000, int(_STEPS ** (1 / max(steps, 1))))


def _loops(part: _Part) -> int:
    """How many repetitions of open length stand one after another."""
    match part:
        case _Signs():
            return 0
        case _Sequence(parts=parts):
            return sum(map(_loops, parts))
        case _Choice(options=options):
            return max(map(_loops, options))
        case _Repeat(part=inner, most=most):
            return _loops(inner) + (1 if most is None or most > 50 else 0)


def _nests(part: _Part, repeated: bool) -> bool:
    """Whether a repetition stands within a repetition, or a choice does: the forms that can take exponential time."""
    match part:
        case _Signs():
            return False
        case _Sequence(parts=parts):
            return any(_nests(each, repeated) for each in parts)
        case _Choice(options=options):
            return repeated or any(_nests(each, repeated) for each in options)
        case _Repeat(part=inner, most=most):
            several = most is None or most > 5
            return (repeated and (most is None or most > 1)) or _nests(inner, repeated or several)


_WORD: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_DIGITS: Final = "123456789" + "0"
_PRINTABLE: Final = _WORD + " -_.!#$%&'()*+,/:;<=>?@[]^`{|}~\"\\"
_CLASSES: Final = {
    "d": _DIGITS, "D": "abcdefghijklmnopqrstuvwxyz", "w": _WORD + "_", "W": " -.", "s": " \t", "S": _WORD + "-_.",
}  # fmt: skip
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "0": "\0"}
_PROPERTIES: Final = {
    "L": _WORD[:52], "Letter": _WORD[:52], "Alpha": _WORD[:52], "Alphabetic": _WORD[:52], "Lu": _WORD[26:52], "Ll": _WORD[:26],
    "N": _DIGITS, "Nd": _DIGITS, "Digit": _DIGITS, "Z": " ", "Zs": " ", "P": ".-!", "S": "+$",
}  # fmt: skip
_COUNTED: Final = re.compile(r"\{(\d+)(,\d*)?\}")
_CODE: Final = re.compile(r"(?<=x)([0-9A-Fa-f]{2})|(?<=u)([0-9A-Fa-f]{4})|(?<=u)\{([0-9A-Fa-f]{1,6})\}")
_PROPERTY: Final = re.compile(r"\{(?:\w+=)?(\w+)\}")
_NAMED_GROUP: Final = re.compile(r"\(\?<(?![=!])")
