"""Fields in plain text that follow each other line by line: a name, below it a type, marks, or both, then what is said.

In: the lines of a page. Out: the fields that begin on a line, as a table, and where they end. It is the marks that tell
where the next field begins, so that no empty line need part them.
"""

from __future__ import annotations

import re

from generator.draft import Schema
from generator.readers.pages.blocks import Table, Text, plain_text
from generator.readers.pages.facts import types
from generator.readers.pages.formats.plain import heads, titles
from generator.readers.pages.formats.plain.lines import BULLET, Lines
from generator.records import dataclass

_NAME = re.compile(r"[A-Za-z_$][\w.$\[\]-]*\Z")
_MARKS = re.compile(r"(?:required|optional)\b(?: ?,.{0,40})?\Z", re.IGNORECASE)
_NULLABLE = re.compile(r"nil allowed|nullable", re.IGNORECASE)
_TITLES = ("Name", "Type", "Required", "Description")
_MOST_WORDS_OF_TYPE = 3
_MOST_SAID = 12
"""So many lines may be said of a field."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines with which a field begins, and the line behind them."""

    name: str
    type: str
    marks: str
    end: int


def run(lines: Lines, at: int) -> tuple[Table, int] | None:
    """The fields that begin on a line; None where fewer than two do, or other readers tell them apart."""
    start = at + 1 if len(heads.spaced(lines.words(at), lines.profile)[0]) > 1 else at
    head = _head(lines, start)
    if head is None or (head.type and not _runs_on(lines, head.end)):
        return None
    rows: list[tuple[Text, ...]] = []
    end = start
    while (head := _head(lines, end)) is not None:
        said: list[str] = []
        end = head.end
        while len(said) < _MOST_SAID and _is_said(lines, end, said):
            said.append(lines.words(end))
            end += 1
        words = " ".join(word for word in (*said, "(nullable)" if _NULLABLE.search(head.marks) else "") if word)
        needed = head.marks.partition(",")[0].strip()
        origin = lines.place(head.end - 1)
        rows.append(tuple(plain_text(cell, origin) for cell in (head.name, head.type, needed, words)))
        end = _behind_empty(lines, end)
    if len(rows) < 2 and start == at:
        return None
    columns = tuple(plain_text(title, lines.place(at)) for title in _TITLES)
    return Table(origin=lines.place(at), columns=columns, rows=tuple(rows)), end


def _head(lines: Lines, at: int) -> _Head | None:
    """The head of a field: its name, and marks below it or below its type."""
    at = _behind_empty(lines, at)
    name = lines.words(at)
    if not _NAME.match(name) or _MARKS.match(name):
        return None
    below = lines.words(at + 1)
    if _MARKS.match(below):
        return _Head(name, "", below, at + 2)
    if _MARKS.match(lines.words(at + 2)) and _is_type(lines, at + 1):
        return _Head(name, below, lines.words(at + 2), at + 3)
    return None


def _runs_on(lines: Lines, at: int) -> bool:
    """Whether the next field begins, or something is said of this one, with no empty line between."""
    return bool(lines.words(at))


def _is_type(lines: Lines, at: int) -> bool:
    words = lines.words(at)
    kind = types.read(plain_text(words, lines.place(at)), lines.profile) if words else None
    return len(words.split()) <= _MOST_WORDS_OF_TYPE and isinstance(kind, Schema)


def _is_said(lines: Lines, at: int, said: list[str]) -> bool:
    """Whether a line is one more of what is said of a field."""
    words = lines.words(at)
    if not words:
        return at + 1 < len(lines) and bool(lines.words(at + 1)) and _is_said(lines, at + 1, said)
    if words[0] in "{[" or words.startswith("curl ") or lines.is_route(words) or _head(lines, at) is not None:
        return False
    if lines.is_section(words) or len(heads.spaced(words, lines.profile)[0]) > 1:
        return False
    last = next((one for one in reversed(said) if one), "")
    return not (BULLET.match(last) and titles.is_title(words))


def _behind_empty(lines: Lines, at: int) -> int:
    while at < len(lines) and not lines.words(at):
        at += 1
    return at
