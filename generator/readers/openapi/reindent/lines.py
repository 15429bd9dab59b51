"""One line of YAML without its indentation: what it can be, taken by itself.

In: the stripped lines of a document. Out: `Line` (entry of a mapping, item of a list, text, comment ...) with the form
of the value that begins on it, and the line on which a quoted or bracketed value ends. It must not know OpenAPI.

Source: YAML 1.2.2 §6 to §8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from generator.records import dataclass


class Kind(Enum):
    """What a line is."""

    BLANK = auto()
    COMMENT = auto()
    MARKER = auto()
    ENTRY = auto()
    ITEM = auto()
    EXPLICIT_KEY = auto()
    EXPLICIT_VALUE = auto()
    TEXT = auto()


class Form(Enum):
    """How a value begins."""

    EMPTY = auto()
    BLOCK = auto()
    QUOTED = auto()
    FLOW_MAP = auto()
    FLOW_LIST = auto()
    ALIAS = auto()
    NUMBER = auto()
    BOOLEAN = auto()
    NULL = auto()
    PLAIN = auto()


@dataclass(slots=True, eq=False)
class Line:
    """What a line can be.

    Attributes:
        key: Of an entry, without quotes.
        indent: How far the content behind `- ` stands from the dash.
        inner: What stands behind `- `, `? ` or `: `.
        form: How its value begins (entries and text).
        value: The value's text, without anchor and tag; quotes are kept.
        end: The last line of the value where it is quoted or in brackets; `OPEN` where it never closes, `TRAILED` where
            something stands behind its end.
        step: The indentation that a block scalar's header asks for; 0 where it does not.
        number: Of the line, from 0.
    """

    kind: Kind
    text: str
    key: str = ""
    indent: int = 0
    inner: Line | None = None
    form: Form = Form.EMPTY
    value: str = ""
    end: int = 0
    step: int = 0
    number: int = 0


OPEN, TRAILED = -1, -2
MAX_SPAN = 20_000
"""Lines over which a quoted or bracketed value may run."""
MAX_SEARCHED = 10
"""How often each line may be searched for the end of a value."""

_KEY = re.compile(
    r"""(?:[&!][^\s]*\s+)*
    (?: '((?:[^']|'')*)' | "((?:[^"\\]|\\.)*)" | ((?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|[-?:](?=\S)|\*(?=\S)).*?) )
    \s*:(?:\s+|$)""",
    re.VERBOSE,
)
_PROPERTIES = re.compile(r"(?:(?:&[^\s,\[\]{}]+|![^\s]*)(?:\s+|$))+")
_BLOCK = re.compile(r"[|>](?:[-+]?([1-9])?|([1-9])[-+]?)\s*(?:#.*)?$")
_COMMENT = re.compile(r"\s+#.*$")
_NUMBER = re.compile(r"[-+]?(?:\.?[0-9][0-9.]*(?:[eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|\.inf|\.nan)\Z")
_BOOLEANS = frozenset(["true", "false", "True", "False", "TRUE", "FALSE"])
_NULLS = frozenset(["~", "null", "Null", "NULL"])
_SINGLE = re.compile(r"[^']*(?:''[^']*)*'(?!')")
_DOUBLE = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"')
_FLOW_TOKEN = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[\[\]{}]|['"]|\s#.*|[^\[\]{}'"\s]+|\s""")


class Lines:
    """The lines of a document, each looked at when it is first asked for."""

    def __init__(self, stripped: Sequence[str]) -> None:
        self.texts = stripped
        self._known: list[Line | None] = [None] * len(stripped)
        self._brackets: dict[int, int] = {}
        self._searched = 0  # lines, for the ends of values

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, number: int) -> Line:
        line = self._known[number]
        if line is None:
            line = self._known[number] = self._read(self.texts[number], number)
        return line

    def bracket_end(self, number: int) -> int:
        """The line on which the bracket that a line begins with is closed, or why there is none: see `Line.end`."""
        end = self._brackets.get(number)
        if end is None:  # many readings ask, and how much may be searched is bounded
            end = self._brackets[number] = self._flow_end(self.texts[number], number)
        return end

    def _read(self, text: str, number: int, nested: bool = False) -> Line:
        if not text:
            return Line(Kind.BLANK, text)
        first = text[0]
        if first == "#":
            return Line(Kind.COMMENT, text)
        if not nested and (text.startswith("%") or text in ("---", "...")):
            return Line(Kind.MARKER, text)
        kind = _INDICATORS.get(first)
        if kind and (len(text) == 1 or text[1] in " \t"):
            rest = text[1:].lstrip(" \t")
            inner = self._read(rest, number, nested=True) if rest else Line(Kind.TEXT, "", form=Form.EMPTY)
            return Line(kind, text, inner=inner, indent=len(text) - len(rest) if rest else 2)
        found = _KEY.match(text)
        if found and " #" not in (found[3] or ""):
            key = found[1] if found[1] is not None else found[2] if found[2] is not None else found[3]
            line = Line(Kind.ENTRY, text, key=key, number=number)
            self._value(line, text[found.end() :], number)
            return line
        line = Line(Kind.TEXT, text)
        self._value(line, text, number)
        return line

    def _value(self, line: Line, text: str, number: int) -> None:
        """Note the form of the value that `text` begins."""
        line.end = number
        properties = _PROPERTIES.match(text)
        if properties:
            text = text[properties.end() :]
        line.value = text
        if not text or text[0] == "#":
            line.form = Form.EMPTY
            return
        first = text[0]
        if first in "|>" and (header := _BLOCK.match(text)):
            line.form, line.step = Form.BLOCK, int(header[1] or header[2] or 0)
        elif first in "'\"":
            line.form, line.end = Form.QUOTED, self._quote_end(text, number)
        elif first in "{[":
            line.form = Form.FLOW_MAP if first == "{" else Form.FLOW_LIST
            line.end = self._flow_end(text, number)
        elif first == "*" and len(text.split()) == 1:
            line.form = Form.ALIAS
        else:
            line.form = _plain_form(text)

    def _span(self, number: int) -> Iterator[int]:
        """The lines on which a value may end; few where most of the text has been searched in vain."""
        most = MAX_SPAN if self._searched < MAX_SEARCHED * (len(self.texts) + MAX_SPAN) else 1
        for last in range(number, min(len(self.texts), number + most)):
            self._searched += 1
            yield last

    def _quote_end(self, text: str, number: int) -> int:
        """The line on which the quote that `text` opens is closed, with nothing but a comment behind it; or why not."""
        quote, rest = text[0], text[1:]
        for last in self._span(number):
            if last > number:
                rest = self.texts[last]
            at = _closing(rest, quote)
            if at >= 0:
                behind = rest[at + 1 :].strip()
                return last if not behind or behind.startswith("#") else TRAILED
        return OPEN

    def _flow_end(self, text: str, number: int) -> int:
        """The line on which the bracket that `text` opens is closed, or why there is none."""
        depth, quote = 0, ""
        for last in self._span(number):
            rest = text if last == number else self.texts[last]
            while rest:
                if quote:
                    at = _closing(rest, quote)
                    if at < 0:
                        break
                    rest, quote = rest[at + 1 :], ""
                    continue
                token = _FLOW_TOKEN.match(rest)
                if token is None:
                    return TRAILED
                rest = rest[token.end() :]
                if token[0] in ("'", '"'):
                    quote = token[0]
                elif token[0] in ("{", "["):
                    depth += 1
                elif token[0] in ("}", "]"):
                    depth -= 1
                    if depth == 0:
                        rest = rest.strip()
                        return last if not rest or rest.startswith("#") else TRAILED
        return OPEN


_INDICATORS = {"-": Kind.ITEM, "?": Kind.EXPLICIT_KEY, ":": Kind.EXPLICIT_VALUE}


def _closing(text: str, quote: str) -> int:
    """Where the quote closes in `text`, which begins inside it; -1 where it does not."""
    found = (_SINGLE if quote == "'" else _DOUBLE).match(text)
    return found.end() - 1 if found else -1


def _plain_form(text: str) -> Form:
    bare = _COMMENT.sub("", text) if "#" in text else text
    if bare in _BOOLEANS:
        return Form.BOOLEAN
    if bare in _NULLS:
        return Form.NULL
    if _NUMBER.match(bare):
        return Form.NUMBER
    return Form.PLAIN
