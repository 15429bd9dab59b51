"""Regular expressions of JSON Schema (ECMA 262): a text that one matches, and a match that cannot hang.

In: the text of a `pattern`. Out: a sample, or whether a text matches; None where that cannot be told: a construct that
is not known here, or a match that might take too long (patterns come from strangers, and nested repetition takes
exponential time). It knows nothing of schemas.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MAX_PATTERN: Final = 2000
MAX_SAMPLE: Final = 400
"""Longer patterns are not looked at; longer samples are not made."""

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
    tree = _tree(pattern)
    if tree is None:
        return None
    longest = MAX_SAMPLE if max_length is None else min(max_length, MAX_SAMPLE)
    likely: str | None = None
    for turn in range(3):
        shortest, longer = (len(_text(tree, extra, turn)) for extra in (0, 1))
        needed = -(-(min_length - shortest) // max(longer - shortest, 1))
        for extra in dict.fromkeys((0, 1, 2, max(needed, 0), max(min_length, 4))):
            plain = _text(tree, extra, turn)
            for text in dict.fromkeys((plain, _with_demands(plain, tree))):
                if min_length <= len(text) <= longest:
                    found = matches(pattern, text)
                    if found:
                        return text
                    likely = text if found is None and likely is None else likely
    return likely if "\\b" not in pattern and not list(_looks(tree)) else None


# -- what a pattern is made of


@dataclass(frozen=True, slots=True)
class _Signs:
    """One character out of these, the first of which are to be shown; `more` where they are not all there are."""

    choice: str
    more: bool = False


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


@dataclass(frozen=True, slots=True)
class _Look:
    """What must, or must not, follow or precede; it takes no room itself."""

    part: _Part
    positive: bool


_Part = _Signs | _Sequence | _Choice | _Repeat | _Look


def _text(tree: _Part, extra: int, turn: int) -> str:
    return "".join(_made(tree, min(extra, MAX_SAMPLE), turn, [MAX_SAMPLE * 2]))


def _with_demands(text: str, tree: _Part) -> str:
    """The text with the characters that lookaheads ask for (`(?=.*[A-Z])`) in place of its first ones."""
    demanded = [_text(look.part, 0, 0)[-1:] for look in _looks(tree) if look.positive]
    return "".join(demanded) + text[len(demanded) :]


def _looks(part: _Part) -> Iterator[_Look]:
    match part:
        case _Look():
            yield part
        case _Sequence(parts=parts) | _Choice(options=parts):
            for each in parts:
                yield from _looks(each)
        case _Repeat(part=inner):
            yield from _looks(inner)


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
    """Reads the constructs that occur in schemas; anchors are passed over, as a sample is checked anyway."""

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
            return self._set()
        if self._take("."):
            return _Signs(_WORD + " -", more=True)
        if self._take("\\"):
            return self._escape()
        if self._peek() in "*+?":
            raise _Unknown
        return _Signs(self._next())

    def _group(self) -> _Part:
        look: bool | None = None
        if self._take("?"):
            if self._take("=") or self._take("<="):
                look = True
            elif self._take("!") or self._take("<!"):
                look = False
            elif self._take("P<") or self._take("<"):
                while self._next() != ">":
                    pass
            elif not self._take(":"):
                raise _Unknown
        inner = self.choice()
        if not self._take(")"):
            raise _Unknown
        return inner if look is None else _Look(inner, look)

    def _quantified(self, part: _Part | None) -> _Part | None:
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
            bounds = (least, None if counted[2] == "," else max(most, least))
        if bounds is None:
            return part
        if not self._take("?"):
            self._take("+")
        return None if part is None else _Repeat(part, *bounds)

    def _set(self) -> _Signs:
        negated = self._take("^")
        found: list[_Signs] = []
        while not self._take("]"):
            entry = self._set_entry()
            if len(entry.choice) == 1 and self._peek() == "-" and self._text[self._at + 1 : self._at + 2] != "]":
                self._next()
                last = self._set_entry()
                entry = _range(entry.choice, last.choice) if len(last.choice) == 1 else _Signs(entry.choice + "-", True)
            found.append(entry)
        signs = frozenset("".join(entry.choice for entry in found))
        if negated:
            return _Signs("".join(sign for sign in _PRINTABLE if sign not in signs), more=True)
        return _Signs(_shown(signs), more=any(entry.more for entry in found))

    def _set_entry(self) -> _Signs:
        if not self._take("\\"):
            return _Signs(self._next())
        return (_Signs("\b") if self._take("b") else self._escape()) or _Signs("")

    def _escape(self) -> _Signs | None:
        """The characters that an escape stands for; None for a place between characters."""
        sign = self._next()
        if sign in "bB":
            return None
        if sign in _CLASSES:
            return _Signs(_CLASSES[sign], more=sign not in "dw")
        if sign in _CONTROLS:
            return _Signs(_CONTROLS[sign])
        if sign in "xu" and (code := _CODE.match(self._text, self._at)):
            self._at = code.end()
            return _Signs(chr(int(code[1] or code[2] or code[3], 16) & 0xFFFF))
        if sign in "pP" and (named := _PROPERTY.match(self._text, self._at)):
            self._at = named.end()
            return _Signs(_PROPERTIES.get(named[1], _WORD) if sign == "p" else " -_.", more=True)
        if sign.isalnum():
            raise _Unknown
        return _Signs(sign)

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


def _range(first: str, last: str) -> _Signs:
    """A range of characters, or the beginning of a long one."""
    codes = range(ord(first), ord(last) + 1)
    return _Signs("".join(map(chr, codes[:128])), more=len(codes) > 128)


def _shown(signs: frozenset[str]) -> str:
    """The characters, letters and digits first."""
    return "".join((*(sign for sign in _WORD if sign in signs), *sorted(signs - frozenset(_WORD))))


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
    if tree is None:
        return 0
    if _nests(tree, False):
        return int(math.log(_STEPS, 2 + _branches(tree)))
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
        case _Look(part=inner):
            return _loops(inner)
        case _Repeat(part=inner, most=most):
            return _loops(inner) + (1 if most is None or most > 50 else 0)


def _branches(part: _Part) -> int:
    """How many ways on there may be at each character, at most."""
    match part:
        case _Signs():
            return 0
        case _Sequence(parts=parts):
            return sum(map(_branches, parts))
        case _Choice(options=options):
            return len(options) + sum(map(_branches, options))
        case _Repeat(part=inner) | _Look(part=inner):
            return 1 + _branches(inner)


def _nests(part: _Part, repeated: bool) -> bool:
    """Whether a repetition stands within a repetition, or a choice does: the forms that can take exponential time."""
    match part:
        case _Signs():
            return False
        case _Sequence(parts=parts):
            return any(_nests(each, repeated) for each in parts)
        case _Choice(options=options):
            return repeated or any(_nests(each, repeated) for each in options)
        case _Look(part=inner):
            return _nests(inner, repeated)
        case _Repeat(part=inner, most=most):
            several = (most is None or most > 5) and not _begins_apart(inner)
            return (repeated and (most is None or most > 1)) or _nests(inner, repeated or several)


def _begins_apart(part: _Part) -> bool:
    """Whether each round of a repetition begins with a character that cannot stand elsewhere in it: `(-[a-z]+)*`."""
    if not isinstance(part, _Sequence) or len(part.parts) < 2:
        return False
    first, *rest = part.parts
    while isinstance(first, _Sequence) and len(first.parts) == 1:
        first = first.parts[0]
    if not isinstance(first, _Signs) or first.more:
        return False
    others = [signs for each in rest for signs in _signs(each)]
    return not any(signs.more or set(signs.choice) & set(first.choice) for signs in others)


def _signs(part: _Part) -> Iterator[_Signs]:
    match part:
        case _Signs():
            yield part
        case _Sequence(parts=parts) | _Choice(options=parts):
            for each in parts:
                yield from _signs(each)
        case _Repeat(part=inner) | _Look(part=inner):
            yield from _signs(inner)


_WORD: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_DIGITS: Final = "123456789" + "0"
_PRINTABLE: Final = _WORD + " -_.!#$%&'()*+,/:;<=>?@[]^`{|}~\"\\"
_CLASSES: Final = {
    "d": _DIGITS, "D": "abcdefghijklmnopqrstuvwxyz", "w": _WORD + "_", "W": " -.", "s": " \t", "S": _WORD + "-_.",
}  # fmt: skip
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "0": "\0"}
_PROPERTIES: Final = {
    "L": _WORD[:52], "Letter": _WORD[:52], "Alpha": _WORD[:52], "Alphabetic": _WORD[:52], "Lu": _WORD[26:52],
    "Ll": _WORD[:26],
    "N": _DIGITS, "Nd": _DIGITS, "Digit": _DIGITS, "Z": " ", "Zs": " ", "P": ".-!", "S": "+$",
}  # fmt: skip
_COUNTED: Final = re.compile(r"\{(\d+)(,\d*)?\}")
_CODE: Final = re.compile(r"(?<=x)([0-9A-Fa-f]{2})|(?<=u)([0-9A-Fa-f]{4})|(?<=u)\{([0-9A-Fa-f]{1,6})\}")
_PROPERTY: Final = re.compile(r"\{(?:\w+=)?(\w+)\}")
_NAMED_GROUP: Final = re.compile(r"\(\?<(?![=!])")
