"""Fields in plain text that follow each other line by line: a name, below it a type, marks, or both, then what is said.

In: the lines of a page. Out: the fields that begin on a line, as a table, and where they end. It is the marks that tell
where the next field begins, so that no empty line need part them.
"""

from __future__ import annotations

import re

from generator.draft import Schema
from generator.readers.pages import fields
from generator.readers.pages.blocks import Table, Text, plain_text
from generator.readers.pages.formats.plain import heads, titles
from generator.readers.pages.formats.plain.lines import BULLET, Lines
from generator.readers.pages.notation import typed, types
from generator.readers.pages.patterns import METHODS
from generator.records import dataclass

_NAME = re.compile(r"[A-Za-z_$][\w.$\[\]-]*\Z")
_MARKS = re.compile(r"(?:required|optional)\b(?: ?,.{0,40})?\Z", re.IGNORECASE)
_NULLABLE = re.compile(r"nil allowed|nullable", re.IGNORECASE)
_GLUED = re.compile(r"([A-Za-z_$][\w.$\[\]-]*)([*?])([A-Za-z].*)\Z")
"""A name and its type, with nothing but a sign between: `id*string`, `tags?array<string>`."""
_BESIDE = re.compile(
    r"(?!(?:[A-Z][a-z]+|an?|the|its|any|each|this|some|one|as|or|of) )"
    r"([A-Za-z_$][\w.$\[\]-]*) ([a-z][\w\[\]<>]*?)(required|optional)?\Z"
)
"""A name and a type on one line, and perhaps the mark behind it: `id stringrequired`; not *Its number*."""
_SIGNS = {"*": "required", "?": "optional"}
_OF_HEAD = ("name", "type", "description", "required", "default")
_TITLES = ("Name", "Type", "Required", "Description")
_MOST_WORDS_OF_TYPE = 3
_MOST_ABOVE_ROUTE = 3
"""So many lines above a route are of its operation: its title and a sentence."""
_MOST_SAID = 12
"""So many lines may be said of a field."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines with which a field begins, and the line behind them."""

    name: str
    type: str
    marks: str
    end: int
    said: str = ""


def run(lines: Lines, at: int) -> tuple[Table, int] | None:
    """The fields that begin on a line; None where fewer than two do, or other readers tell them apart."""
    start = _behind_head(lines, at)
    head = _head(lines, start)
    if head is None or (head.type and head.end > start + 1 and not head.said and not lines.words(head.end)):
        return None
    rows: list[tuple[Text, ...]] = []
    end = start
    while (head := _head(lines, end) or (_unmarked(lines, end) if rows else None)) is not None:
        said = [head.said] if head.said else []
        end = head.end
        while len(said) < _MOST_SAID and _is_said(lines, end, said):
            said.append(lines.words(end))
            end += 1
        words = " ".join(word for word in (*said, "(nullable)" if _NULLABLE.search(head.marks) else "") if word)
        needed = head.marks.partition(",")[0].strip()
        origin = lines.place(head.end - 1)
        rows.append(tuple(plain_text(cell, origin) for cell in (head.name, head.type, needed, words)))
        end = _behind_empty(lines, end)
    if len(rows) < 2 and start == at and not all(cell.plain for cell in rows[0][:3]):
        return None
    if not any(row[2].plain for row in rows) and (len(rows) < 2 or not _BESIDE.match(lines.words(start))):
        return None
    columns = tuple(plain_text(title, lines.place(at)) for title in _TITLES)
    return Table(origin=lines.place(at), columns=columns, rows=tuple(rows)), end


def _behind_head(lines: Lines, at: int) -> int:
    """Where the fields begin: behind the head of a table, on one line or with a title on each."""
    if _is_head_of_table(lines, at):
        return at + 1
    end = at
    while end < len(lines) and fields.role(lines.words(end), lines.profile) in _OF_HEAD:
        end += 1
    return end if end > at + 1 else at


def _is_head_of_table(lines: Lines, at: int) -> bool:
    words = lines.words(at)
    return len(heads.spaced(words, lines.profile)[0] or heads.glued(words, lines.profile)) > 1


def _head(lines: Lines, at: int) -> _Head | None:
    """The head of a field: its name, and marks below it or below its type."""
    at = _behind_empty(lines, at)
    name = lines.words(at)
    if (beside := _BESIDE.match(name)) and _is_type_of(beside[2], lines, at):
        return _Head(beside[1], beside[2], beside[3] or "", at + 1)
    if (glued := _GLUED.match(name)) and _is_type_of(glued[3], lines, at):
        return _Head(glued[1], glued[3], _SIGNS[glued[2]], at + 1)
    if not _NAME.match(name) or _MARKS.match(name):
        return None
    below = lines.words(at + 1)
    if _MARKS.match(below):
        kind = lines.words(at + 2)
        if _is_type(lines, at + 2):
            return _Head(name, kind, below, at + 3)
        ends = [end for end in typed.glued(kind, lines.profile, called=False) if kind[end : end + 1].isupper()]
        if len(ends) == 1:  # and what is said right behind it
            return _Head(name, kind[: ends[0]], below, at + 3, kind[ends[0] :])
        return _Head(name, "", below, at + 2)
    if _MARKS.match(lines.words(at + 2)) and _is_type(lines, at + 1):
        return _Head(name, below, lines.words(at + 2), at + 3)
    return None


def _unmarked(lines: Lines, at: int) -> _Head | None:
    """The head of a further field that has a type and no marks."""
    at = _behind_empty(lines, at)
    if not _NAME.match(lines.words(at)) or lines.is_section(lines.words(at)) or not _is_type(lines, at + 1):
        return None
    return _Head(lines.words(at), lines.words(at + 1), "", at + 2)


def _is_type(lines: Lines, at: int) -> bool:
    return at < len(lines) and _is_type_of(lines.words(at), lines, at)


def _is_type_of(words: str, lines: Lines, at: int) -> bool:
    kind = types.read(plain_text(words, lines.place(at)), lines.profile) if words else None
    return len(words.split()) <= _MOST_WORDS_OF_TYPE and isinstance(kind, Schema)


def _is_said(lines: Lines, at: int, said: list[str]) -> bool:
    """Whether a line is one more of what is said of a field."""
    words = lines.words(at)
    if not words:
        return at + 1 < len(lines) and bool(lines.words(at + 1)) and _is_said(lines, at + 1, said)
    if words[0] in "{[" or words.startswith("curl ") or lines.is_route(words) or _head(lines, at) is not None:
        return False
    if _unmarked(lines, at) is not None:
        return False
    if lines.is_section(words) or _is_head_of_table(lines, at):
        return False
    route = next((more for more in range(_MOST_ABOVE_ROUTE if said else 1) if _begins_route(lines, at + more)), None)
    if route is not None and not any(BULLET.match(lines.words(at + more)) for more in range(route)):
        return False
    last = next((one for one in reversed(said) if one), "")
    return not (BULLET.match(last) and titles.is_title(words))


def _begins_route(lines: Lines, at: int) -> bool:
    """Whether a method stands on a line, and its path behind it or on the next one."""
    words, below = lines.words(at), lines.words(at + 1)
    return lines.is_route(words) or (words.upper() in METHODS and below.startswith(("/", "http")))


def _behind_empty(lines: Lines, at: int) -> int:
    while at < len(lines) and not lines.words(at):
        at += 1
    return at
