"""Tables of reStructuredText -> blocks: grid tables, simple tables, `list-table` and `csv-table`, lists of names.

In: lines. Out: a `Table`, and the line behind it where it is one that is drawn.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.readers.pages.blocks import Table, Text
from generator.readers.pages.formats.restructured.lines import Line, indent_of

Read = Callable[[str, int], Text]
DIRECTIVES = ("list-table", "csv-table")
_GRID = re.compile(r"\+(?:[-=]+\+)+\Z")
_SIMPLE = re.compile(r"=+(?: +=+)+\Z")
_OPTION = re.compile(r":([\w-]+):(?: +(.*))?\Z")
_NAMED = re.compile(r"[-*] ([\w.$\[\]-]+)\s*(?::.*)?\Z")
_END = 10_000
"""Behind the end of any line."""
_Row = tuple[Text, ...]


def table(lines: Sequence[Line], at: int, read: Read) -> tuple[Table, int] | None:
    """The table that is drawn from a line on, and where it ends; None where none is."""
    if _GRID.match(lines[at].text):
        return _grid(lines, at, read)
    if _SIMPLE.match(lines[at].text):
        return _simple(lines, at, read)
    return None


def directive(name: str, lines: Sequence[Line], read: Read) -> Iterator[Table]:
    """The table that a directive holds."""
    options: dict[str, str] = {}
    content = [*lines]
    while content and (found := _OPTION.match(content[0].text)):
        options[found[1]] = found[2] or ""
        content = content[1:]
    content = [line for line in content if line.text]
    if name == "list-table":
        rows = [tuple(cells) for cells in _listed(content, read)]
    else:
        head = [Line(lines[0].number, options["header"])] if options.get("header") else []
        rows = [tuple(_separated(line, read)) for line in (*head, *content) if line.text]
    yield from _made(rows)


def of_names(lines: Sequence[Line], read: Read) -> Iterator[Table]:
    """The table of a list that only names fields, which are described elsewhere: `- cup_id: cup_id_path`."""
    found = [(line.number, named[1]) for line in lines if (named := _NAMED.match(line.text))]
    if found:
        head = tuple(read(title, found[0][0]) for title in ("Name", "Description"))
        yield from _made([head, *((read(f"`{name}`", number), read("", number)) for number, name in found)])


def _made(rows: Sequence[_Row]) -> Iterator[Table]:
    if rows and rows[0]:
        yield Table(origin=rows[0][0].origin, columns=rows[0], rows=tuple(rows[1:]))


def _separated(line: Line, read: Read) -> Iterator[Text]:
    try:
        cells = next(csv.reader([line.text], skipinitialspace=True), [])
    except csv.Error:  # a sign that no table has
        cells = line.text.split(",")
    for cell in cells:
        yield read(cell.strip(), line.number)


def _listed(lines: Sequence[Line], read: Read) -> Iterator[list[Text]]:
    """The rows of a list in which each entry is a list of cells: `* - name`."""
    cells: list[tuple[int, list[str]]] = []
    for line in lines:
        words = line.text.strip()
        begins = indent_of(line) == 0 and words.startswith(("* -", "- -", "* *"))
        if begins and cells:
            yield [read(" ".join(said), number) for number, said in cells]
            cells = []
        words = words[2:] if begins else words
        if begins or (indent_of(line) == 2 and words[:1] in ("-", "*") and words[1:2] in ("", " ")):
            cells.append((line.number, [words[1:].strip()]))
        elif words and cells:
            cells[-1][1].append(words)
    if cells:
        yield [read(" ".join(said), number) for number, said in cells]


def _grid(lines: Sequence[Line], at: int, read: Read) -> tuple[Table, int] | None:
    """A table whose borders are drawn: the cells of a row stand between the signs of its first border."""
    end = at
    while end < len(lines) and lines[end].text[:1] in ("+", "|"):
        end += 1
    bars = [index for index, sign in enumerate(lines[at].text) if sign == "+"]
    rows: list[_Row] = []
    run: list[Line] = []
    for line in lines[at + 1 : end]:
        if line.text[0] != "+":
            run.append(line)
        elif run:
            rows.append(tuple(_cell(run, left + 1, right, read) for left, right in pairwise(bars)))
            run = []
    made = next(_made(rows), None)
    return (made, end) if made else None


def _simple(lines: Sequence[Line], at: int, read: Read) -> tuple[Table, int] | None:
    """A table with nothing but borders of `=`: columns begin where these do, rows where the first has words."""
    starts = [found.start() for found in re.finditer(r"=+", lines[at].text)]
    edges = list(zip(starts, [*starts[1:], _END], strict=True))
    rows: list[_Row] = []
    run: list[Line] = []
    borders = 1
    end = at + 1
    while end < len(lines) and borders < 3:
        line = lines[end]
        is_border = _SIMPLE.match(line.text) is not None
        if run and (is_border or (line.text[: starts[1] - 1].strip() and line.text)):
            rows.append(tuple(_cell(run, left, right, read) for left, right in edges))
            run = []
        borders += is_border
        if line.text and not is_border:
            run.append(line)
        end += 1
        if is_border and (end >= len(lines) or not lines[end].text):
            break
    made = next(_made(rows), None)
    return (made, end) if made else None


def _cell(lines: Sequence[Line], left: int, right: int, read: Read) -> Text:
    words = " ".join(line.text[left:right].strip() for line in lines)
    return read(words.strip(), lines[0].number)
