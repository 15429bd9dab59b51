"""Lists of operations in plain text: on each line a method and a path, in either order, and what the operation does.

In: the lines of a page. Out: the list that begins on a line, as a table, and where it ends.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.readers.pages.blocks import Table, plain_text
from generator.readers.pages.formats.plain.lines import Lines
from generator.readers.pages.patterns import METHODS

_METHODS = "|".join(METHODS)
_ROW = re.compile(rf"(?:(?P<path>/\S*) (?P<method>{_METHODS})|(?P<first>{_METHODS}) (?P<second>/\S*)) (?P<said>\S.*)\Z")
_FEWEST = 3
"""So many lines are a list; fewer may each be the title of an operation."""
_TITLES = ("Method", "Path", "Description")


def listed(lines: Lines, at: int) -> tuple[Table, int] | None:
    """The list of operations that begins on a line; None where none does."""
    end = at
    while end < len(lines) and _ROW.match(lines.words(end)):
        end += 1
    if end - at < _FEWEST:
        return None
    rows = []
    for line in range(at, end):
        if found := _ROW.match(lines.words(line)):
            place = lines.place(line)
            behind = replace(place, column=place.column + found.start("said"))
            method, path = found["method"] or found["first"], found["path"] or found["second"]
            rows.append((plain_text(method, place), plain_text(path, place), plain_text(found["said"], behind)))
    columns = tuple(plain_text(title, lines.place(at)) for title in _TITLES)
    return Table(origin=lines.place(at), columns=columns, rows=tuple(rows)), end
