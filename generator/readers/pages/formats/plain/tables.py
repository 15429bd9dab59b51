"""Tables in plain text: rows of cells with `|`, tabs, one space or nothing between them, or a cell a line.

In: the lines of a page. Out: the table whose head is a line, and where it ends. The head is known by the titles of its
columns. A row whose cells nothing parts is one cell; the table says by its `damage` what it has lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.diagnostics import Origin
from generator.readers.pages import fields
from generator.readers.pages.blocks import Damage, Table, Text, plain_text
from generator.readers.pages.fields import glue
from generator.readers.pages.formats.plain import heads
from generator.readers.pages.formats.plain.lines import BULLET, PIPE_RULE, SENTENCE_END, STATUS_ROW, Line, Lines
from generator.readers.pages.notation import typed
from generator.readers.pages.patterns import METHODS, first_match
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of

_JSON_START = re.compile(r"[{}](?!\w)|\[\s*(?:[\"{\[\]]|\Z)")
_ROUTE = re.compile(rf"(?:{'|'.join(METHODS)})\s+https?://")
_LONGEST_TABLE = 2000
_UNPARTED = re.compile(r"[a-z][\w.\[\]-]*[a-z?*\]][A-Z]")
"""What no sentence begins with, and a row whose first cells are glued may."""
_MOST_UNKNOWN = 4
"""So many rows of a table in a row may have types of which nothing is known."""
_MOST_LINES_OF_ROW = 24
"""So many lines may the cells of one row have, where each stands on lines of its own."""
_UNPARTED_ROWS = ("glued", "spaced")

Found = tuple[Table, int]
"""A table, and the index of the line behind it."""


def table(lines: Lines, at: int) -> Found | None:
    """The table whose head is a line; None where it is none."""
    line = lines.words(at)
    following = lines.all[at + 1].text if at + 1 < len(lines) else ""
    if "|" in line and PIPE_RULE.match(following):
        return _pipe_table(lines, at)
    if "\t" in line and all(heads.is_column(cell, lines.profile) for cell in line.split("\t")):
        return _rows(lines, at, [cell.strip() for cell in line.split("\t")], "")
    if columns := heads.glued(line, lines.profile):
        return _rows(lines, at, columns, "glued")
    return _spaced_table(lines, at, line, following.strip()) or _stacked_table(lines, at)


def lists_values(found: Table, profile: Profile) -> bool:
    """Whether a table lists the values of a type, by its titles, or by its rows where their cells are not parted."""
    if any(pattern.match(title.plain) for title in found.columns for pattern in profile.columns.get("value", ())):
        return True
    if found.damage not in _UNPARTED_ROWS or not found.rows:
        return False
    roles = _roles([title.plain for title in found.columns], profile)
    return all(glue.value_row(row[0].plain, roles) for row in found.rows)


def _roles(columns: Sequence[str], profile: Profile) -> tuple[str, ...]:
    return tuple(fields.role(column, profile) or "" for column in columns)


def _made(lines: Lines, at: int, columns: Sequence[str], rows: Sequence[tuple[Text, ...]], damage: Damage) -> Table:
    origin = lines.place(at)
    titles = tuple(plain_text(column, origin) for column in columns)
    return Table(origin=origin, columns=titles, rows=tuple(rows), damage=damage)


# -- cells with a sign between them


def _pipe_table(lines: Lines, at: int) -> Found:
    """Rows of cells parted by `|`; a row that does not end in `|` goes on over the next line."""
    framed = lines.words(at).startswith("|")
    titles = _cells(lines.words(at), framed=framed)
    rows: list[tuple[Text, ...]] = []
    end = at + 2
    while end < len(lines) and "|" in lines.all[end].text:
        line = lines.all[end]
        words = line.text.strip()
        while not words.endswith("|") and _row_goes_on(lines, end + 1):
            end += 1
            words += " " + lines.words(end)
        if len(titles) > 2 and len(_cells(words, framed=framed)) == 1 and (rest := _rest(lines, end + 1, len(titles))):
            words = " ".join([words, *map(lines.words, range(end + 1, rest))])
            end = rest - 1
        rows.append(_placed(lines, _cells(words, framed=framed), line))
        end += 1
    is_whole = framed and all(len(row) == len(titles) for row in rows)
    return _made(lines, at, titles, rows, "" if is_whole else "cells"), end


def _cells(line: str, *, framed: bool) -> list[str]:
    """The cells of a row; a `|` that ends it starts no cell, nor does the first where the table is `framed` by them."""
    words = line.strip().removesuffix("|")
    return [cell.strip() for cell in (words.removeprefix("|") if framed else words).split("|")]


def _rest(lines: Lines, start: int, columns: int) -> int:
    """Where a row ends whose first cell stands on the line before: the next lines have just its other cells; else 0."""
    cells = 0
    for end in range(start, start + _MOST_LINES_OF_ROW):
        words = lines.words(end)
        if not words or cells >= columns - 1:
            return 0
        cells += len(_cells(words, framed=False)) - (not words.endswith("|"))  # its last one goes on
        if cells == columns - 1 and words.endswith("|"):
            return end + 1
    return 0


def _row_goes_on(lines: Lines, at: int) -> bool:
    words = lines.words(at)
    return bool(words) and not kind_of(words, lines.profile)[0]


def _placed(lines: Lines, cells: Sequence[str], line: Line) -> tuple[Text, ...]:
    made: list[Text] = []
    column = 0
    for cell in cells:
        found = line.text.find(cell, column) if cell else -1
        column = found + len(cell) if found >= 0 else column
        words = "" if cell.strip("`") == "" else cell
        made.append(plain_text(words, Origin(lines.name, line=line.number, column=max(found, 0) + 1)))
    return tuple(made)


# -- cells without


def _spaced_table(lines: Lines, at: int, line: str, following: str) -> Found | None:
    """A table whose cells have nothing but a space between them: a row a line, or all of it on one."""
    columns, rest = heads.spaced(" ".join(line.split()), lines.profile)
    if not columns:
        return None
    if not rest:
        return _rows(lines, at, columns, "spaced") if _begins_spaced(following, columns, lines.profile) else None
    if not heads.starts_row(rest.split(), columns, lines.profile):
        return None
    origin = lines.place(at)
    place = Origin(lines.name, line=origin.line, column=origin.column + max(line.find(rest.split()[0]), 0))
    return _made(lines, at, columns, [(plain_text(rest, place),)], "line"), at + 1


def _begins_spaced(line: str, columns: Sequence[str], profile: Profile) -> bool:
    """Whether a line below a head may be a row; where no column has sentences, all of it must be known."""
    roles = _roles(columns, profile)
    if "value" in roles:
        return bool(glue.value_row(line, roles))
    if "description" in roles:
        return heads.starts_row(line.split(), columns, profile, sure=False)
    said = [word for word in line.split()[1:] if "required" not in roles or not fields.says_required(word, profile)]
    words = said[1:] if "place" in roles else said
    return bool(words) and typed.apart(words, profile) == len(words)


def _rows(lines: Lines, at: int, columns: Sequence[str], damage: Damage) -> Found:
    """Rows up to the next blank line or heading; each is one text where nothing parts its cells."""
    rows: list[tuple[Text, ...]] = []
    end = at + 1
    roles = _roles(columns, lines.profile)
    is_apart = at == 0 or not lines.words(at - 1)  # a blank line will stand below it, too
    while end < len(lines) and _is_row(lines.words(end), columns, lines):
        if damage and not is_apart and not _table_goes_on(lines, end, roles, damage):
            break
        words = lines.words(end)
        cells = [words] if damage else [cell.strip() for cell in words.split("\t")]
        rows.append(_placed(lines, cells, lines.all[end]))
        end += 1
    return _made(lines, at, columns, rows, damage), end


def _is_row(words: str, columns: Sequence[str], lines: Lines) -> bool:
    if not words or lines.is_noise(words) or words.startswith("curl ") or _JSON_START.match(words):
        return False
    if "\t" in words:
        return True
    if not words[0].islower() and kind_of(words, lines.profile)[0] and not STATUS_ROW.match(words):
        return False
    if first_match(lines.profile.columns.get("status", ()), columns[0]):
        return bool(STATUS_ROW.match(words))
    return True


def _table_goes_on(lines: Lines, at: int, roles: tuple[str, ...], damage: Damage) -> bool:
    """Whether a line may be a row whose cells nothing parts; what begins with no name and type may not.

    A row with a type of which nothing is known does not show that. It stands between others that do.
    """
    for end in range(at, min(at + _MOST_UNKNOWN, len(lines))):
        words = lines.words(end)
        if not words or heads.glued(words, lines.profile) or lines.is_route(words) or BULLET.match(words):
            return False
        if _may_begin(words, roles, damage, lines.profile):
            return True
    return False


def _may_begin(words: str, roles: tuple[str, ...], damage: Damage, profile: Profile) -> bool:
    """Whether a line may be a row by what it begins with."""
    if "value" in roles:
        return bool(glue.value_row(words, roles))
    if not {"name", "type"} <= {*roles}:
        return True
    if damage == "spaced":
        return typed.apart(words.split()[1:], profile) > 0
    begins = glue.begins_row(words, profile, roles) or glue.value_row(words, roles)
    return bool(begins or _UNPARTED.match(words))


# -- a cell a line


def _stacked_table(lines: Lines, at: int) -> Found | None:
    """A table with a cell a line, the empty ones dropped: a row goes on until it is full, or another begins."""
    first = lines.all[at].text
    if len(first) > heads.LONGEST_TITLE or not heads.is_column(first.strip(), lines.profile):
        return None
    step = 1 if lines.words(at + 1) else 2
    cells = _Cells(lines, lines.all[at : at + _LONGEST_TABLE : step])
    columns = heads.stacked([cells.words(index) for index in range(min(12, len(cells.lines)))], lines.profile)
    rows: list[tuple[Text, ...]] = []
    end = len(columns)
    while columns and cells.begins_row(end, columns):
        start = end
        end += 1
        while cells.is_cell(end) and not cells.ends_row(start, end, columns):
            end += 1
        row = [(line.text.strip(), lines.origin(line)) for line in cells.lines[start:end]]
        rows.append(tuple(plain_text(words, place) for words, place in _unbroken(row, len(columns))))
    if not rows or (len(rows[-1]) < len(columns) and not heads.marks_rows(columns, lines.profile)):
        return None
    return _made(lines, at, columns, rows, "cells"), at + end * step


class _Cells:
    """The lines of a table with a cell a line, without the empty ones between."""

    def __init__(self, page: Lines, lines: Sequence[Line]) -> None:
        self._page = page
        self.lines = lines

    def words(self, at: int) -> str:
        """What a cell says; "" behind the last."""
        return self.lines[at].text.strip() if at < len(self.lines) else ""

    def is_cell(self, at: int) -> bool:
        """Whether a line may be a cell."""
        words = self.words(at)
        if not words or words[0] in "{[" or words.startswith("curl ") or _ROUTE.match(words):
            return False
        return not self._page.is_noise(words) and not kind_of(words, self._page.profile)[0]

    def begins_row(self, at: int, columns: Sequence[str]) -> bool:
        """Whether a row may begin with a cell."""
        words = [line.text.strip() for line in self.lines[at : at + 2]]
        return self.is_cell(at) and heads.starts_row(words, columns, self._page.profile, sure=False)

    def ends_row(self, start: int, end: int, columns: Sequence[str]) -> bool:
        """Whether a row has all its cells: another begins by its own sign, or there are as many as columns."""
        if heads.marks_rows(columns, self._page.profile):
            return self.begins_row(end, columns)
        return end - start == len(columns)


def _unbroken(cells: list[tuple[str, Origin]], columns: int) -> list[tuple[str, Origin]]:
    """The cells of a row, a line each; where there are more than columns, the third goes on over several lines."""
    surplus = len(cells) - columns
    if surplus <= 0:
        return cells
    end = len(cells) - 1 if "=" in cells[-1][0] else len(cells)
    if " " not in cells[end - 1][0] and not SENTENCE_END.search(cells[end - 1][0]):
        end -= 1
    return [*cells[:2], (" ".join(words for words, _ in cells[2:end]), cells[2][1]), *cells[end:]]
