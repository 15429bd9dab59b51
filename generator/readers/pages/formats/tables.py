"""Tables of Markdown whose every row begins with `|` -> blocks, taken out of the lines before those are parsed.

In: the lines of a page. Out: its tables, and the lines with a thematic break in the place of each. Most of the text of
a reference stands in such tables, and they need no parser: this reads them many times faster (GFM 0.29, §4.10). Tables
written in other ways stay where they are. A table in a fence or in raw HTML is none. Rows that stand alone, because
their head was forgotten or a blank line parts them from it, are a table with the head of the one before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import Table, Text

_ROW = re.compile(r" {0,3}\|")
_RULE = re.compile(r" {0,3}\|(?:\s*:?-+(?: -+)*:?\s*\|)*\s*:?-+(?: -+)*:?\s*\|?\s*\Z")
"""The line below a head; a gap among its signs is a slip."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RAW = re.compile(r" {0,3}<(!--|pre\b|script\b|style\b|textarea\b)", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = "***"
_FEWEST = 3
"""Columns of rows without a head: fewer may be anything."""


def take(lines: list[str], name: str) -> list[Table]:
    """The tables; each one's lines are blanked.

    Args:
        lines: The lines of the page; they are changed.
        name: The document's name, for places.
    """
    tables: list[Table] = []
    fence, raw = "", ""
    for at, line in enumerate(lines):
        first = line.lstrip()[:1]
        if raw:
            raw = "" if raw in line.lower() else raw
        elif first in ("`", "~") and (fenced := _FENCE.match(line)):
            closes = fenced[1].startswith(fence) and not line.strip().strip(fenced[1][0])
            fence = fenced[1] if not fence else "" if closes else fence
        elif fence:
            continue
        elif first == "<" and (opened := _RAW.match(line)):
            closer = "-->" if opened[1] == "!--" else f"</{opened[1].lower()}"
            raw = "" if closer in line.lower() else closer
        elif first == "|" and (
            ((end := _end(lines, at)) and (table := _table(lines, at, end, name)))
            or ((end := _end_of_rows(lines, at)) and (table := _headed(lines, at, end, name, tables)))
        ):
            tables.append(table)
            lines[at:end] = [_BREAK, *[""] * (end - at - 1)]
    return tables


def _end(lines: list[str], start: int) -> int:
    """The line after the table that begins at `start`; 0 where there is none, or its end is not plain."""
    if not _ROW.match(lines[start]) or start + 1 >= len(lines) or not _RULE.match(lines[start + 1]):
        return 0
    end = start + 2
    while end < len(lines) and _ROW.match(lines[end]):
        end += 1
    return end if end == len(lines) or not lines[end].strip() else 0


def _end_of_rows(lines: list[str], start: int) -> int:
    """The line after rows that begin at `start` and have no head; 0 where there are fewer than two, or text is near."""
    end = start
    while end < len(lines) and _ROW.match(lines[end]) and not _RULE.match(lines[end]):
        end += 1
    alone = (start == 0 or not lines[start - 1].strip()) and (end == len(lines) or not lines[end].strip())
    return end if alone and end > start + 1 else 0


def _headed(lines: list[str], start: int, end: int, name: str, before: list[Table]) -> Table | None:
    """The table of rows without a head, as the last table before them has as many columns; None where it has others."""
    columns = len(_parts(lines[start])) - 1
    if not before or any(len(_parts(line)) - 1 != columns for line in lines[start:end]):
        return None
    if columns < _FEWEST or len(before[-1].columns) != columns:
        return None
    rows = tuple(tuple(_cells(lines[number], columns, name, number + 1)) for number in range(start, end))
    return Table(origin=Origin(name, line=start + 1, column=1), columns=before[-1].columns, rows=rows)


def _table(lines: list[str], start: int, end: int, name: str) -> Table | None:
    """The table in these lines; None where the rule below its head is shorter.

    A longer one parts columns without a title, although GFM takes that for no table.
    """
    columns = len(_parts(lines[start + 1])) - 1
    if columns < len(_parts(lines[start])) - 1:
        return None
    head, *rows = (
        tuple(_cells(lines[number], columns, name, number + 1)) for number in (start, *range(start + 2, end))
    )
    return Table(origin=Origin(name, line=start + 1, column=1), columns=head, rows=tuple(rows))


def _parts(line: str) -> list[str]:
    """What stands before the first bar of a row, and its cells: the last bar begins none where nothing is behind it."""
    parts = _BAR.split(line) if "\\" in line else line.split("|")
    return parts if parts[-1].strip() else parts[:-1]


def _cells(line: str, columns: int, name: str, number: int) -> Iterator[Text]:
    """The cells of a row, as many as there are columns."""
    before, *parts = _parts(line)
    column = len(before) + 2
    for part in parts[:columns]:
        words = part.strip()
        at = column + (len(part) - len(part.lstrip()) if words else 0)
        place = Origin(name, line=number, column=at)
        yield inline.read(words.replace("\\|", "|") if "\\" in words else words, place)
        column += len(part) + 1
    if len(parts) < columns:
        yield from [inline.read("", Origin(name, line=number, column=1))] * (columns - len(parts))
