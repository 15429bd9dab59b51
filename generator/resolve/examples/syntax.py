"""What a regular expression of JSON Schema (ECMA 262) is made of.

In: the text of a `pattern`. Out: its tree, or None where it has a construct that is not known here. It knows nothing of
what the trees are for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.records import dataclass

MAX_PATTERN: Final = 2000
"""Longer patterns are not looked at."""


@dataclass(frozen=True, slots=True)
class Signs:
    """One character out of these, the first of which are to be shown; `more` where they are not all there are."""

    choice: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    part: Part
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Look:
    """What must, or must not, follow or precede; it takes no room itself."""

    part: Part
    positive: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """`^` or `$`: nothing stands before it, or behind it."""

    behind: bool


Part = Signs | Sequence | Choice | Repeat | Look | Edge


@lru_cache(maxsize=4096)
def parsed(pattern: str) -> Part | None:
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
    """Reads the constructs that occur in schemas."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    @property
    def at_end(self) -> bool:
        return self._at >= len(self._text)

    def choice(self) -> Part:
        self._depth += 1
        if self._depth > 40:
            raise _Unknown
        options = [self._sequence()]
        while self._take("|"):
            options.append(self._sequence())
        self._depth -= 1
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self) -> Part:
        parts: list[Part] = []
        while not self.at_end and self._peek() not in "|)":
            part = self._quantified(self._atom())
            if part is not None:
                parts.append(part)
        return Sequence(tuple(parts))

    def _atom(self) -> Part | None:
        if self._take("^"):
            return Edge(behind=False)
        if self._take("$"):
            return Edge(behind=True)
        if self._take("("):
            return self._group()
        if self._take("["):
            return self._set()
        if self._take("."):
            return Signs(_WORD + " -", more=True)
        if self._take("\\"):
            return self._escape()
        if self._peek() in "*+?":
            raise _Unknown
        return Signs(self._next())

    def _group(self) -> Part:
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
        return inner if look is None else Look(inner, look)

    def _quantified(self, part: Part | None) -> Part | None:
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
        return None if part is None else Repeat(part, *bounds)

    def _set(self) -> Signs:
        negated = self._take("^")
        found: list[Signs] = []
        while not self._take("]"):
            entry = self._set_entry()
            if len(entry.choice) == 1 and self._peek() == "-" and self._text[self._at + 1 : self._at + 2] != "]":
                self._next()
                last = self._set_entry()
                entry = _range(entry.choice, last.choice) if len(last.choice) == 1 else Signs(entry.choice + "-", True)
            found.append(entry)
        signs = frozenset("".join(entry.choice for entry in found))
        if negated:
            return Signs("".join(sign for sign in _PRINTABLE if sign not in signs), more=True)
        return Signs(_shown(signs), more=any(entry.more for entry in found))

    def _set_entry(self) -> Signs:
        if not self._take("\\"):
            return Signs(self._next())
        return (Signs("\b") if self._take("b") else self._escape()) or Signs("")

    def _escape(self) -> Signs | None:
        """The characters that an escape stands for; None for a place between characters."""
        sign = self._next()
        if sign in "bB":
            return None
        if sign in _CLASSES:
            return Signs(_CLASSES[sign], more=sign not in "dw")
        if sign in _CONTROLS:
            return Signs(_CONTROLS[sign])
        if sign in "xu" and (code := _CODE.match(self._text, self._at)):
            self._at = code.end()
            return Signs(chr(int(code[1] or code[2] or code[3], 16) & 0xFFFF))
        if sign in "pP" and (named := _PROPERTY.match(self._text, self._at)):
            self._at = named.end()
            return Signs(_PROPERTIES.get(named[1], _WORD) if sign == "p" else " -_.", more=True)
        if sign.isalnum():
            raise _Unknown
        return Signs(sign)

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


def _range(first: str, last: str) -> Signs:
    """A range of characters, or the beginning of a long one."""
    codes = range(ord(first), ord(last) + 1)
    return Signs("".join(map(chr, codes[:128])), more=len(codes) > 128)


def _shown(signs: frozenset[str]) -> str:
    """The characters, letters and digits first."""
    return "".join((*(sign for sign in _WORD if sign in signs), *sorted(signs - frozenset(_WORD))))


_WORD: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_DIGITS: Final = "123456789" + "0"
_PRINTABLE: Final = _WORD + " -_.!#$%&'()*+,/:;<=>?@[]^`{|}~\"\\éЖ中"
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
