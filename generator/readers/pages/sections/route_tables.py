"""Routes in tables: a table of a method and a path below a heading, and tables that list the operations of a page.

In: tables, and the site's words for their columns. Out: the routes of a table; for a page that has them nowhere else,
the page's blocks as they would be if each row of its lists of operations stood under a heading of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from generator.diagnostics import Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import Block, Heading, Paragraph, Table, Text, plain_text
from generator.readers.pages.patterns import Vocabulary
from generator.readers.pages.profile import Profile
from generator.records import dataclass

_METHOD = re.compile(r"[A-Z]{3,12}")
_BOTH = re.compile(r"([A-Z]{3,12})\s+(\S+)")
_URL = re.compile(r"(?:https?://\S|/)\S*")
_MEDIA = re.compile(r"\s*(?:(?:application|text|image)/[\w.+*-]+[,\s]*)*")
"""Media types, which say nothing of what a route is for."""
_TITLE = 80
"""The longest description that is taken for a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A route, and what else its row says."""

    method: str
    url: str
    origin: Origin
    said: Text | None


def routes(table: Table, profile: Profile) -> Iterator[Row]:
    """The routes of a table that says nothing but methods and paths; nothing where a row is of another kind. A table
    that tells of one operation line by line (`Method | GET`, `Path | /pots`) may tell more than its route."""
    found = _rows(table, profile)
    if all(row.said is None for row in found):
        yield from found
    if not found and (row := _line_by_line(table, profile)):
        yield row


def spread(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks with every list of operations as headings, each with the route and the description below it."""
    return tuple(_spread(blocks, profile))


def _spread(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    level = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        level = block.level if isinstance(block, Heading) else level
        rows = _rows(block, profile) if isinstance(block, Table) else ()
        for row in rows:
            route = inline.read(f"{row.method} {row.url}", row.origin)
            title = row.said if row.said and len(row.said.plain) <= _TITLE else route
            yield Heading(origin=title.origin, level=min(level + 1, 6), text=title)
            yield Paragraph(origin=row.origin, text=route)
            if row.said:
                yield Paragraph(origin=row.said.origin, text=row.said)
        if rows and isinstance(following, Paragraph):  # what stands below the list is not of its last operation
            yield Heading(origin=following.origin, level=min(level + 1, 6), text=plain_text("", following.origin))
        if not rows:
            yield block


def _rows(table: Table, profile: Profile) -> tuple[Row, ...]:
    """The rows of a table whose every row has a route; () for any other table."""
    words = _vocabulary(profile, "method", "url", "description")
    roles = [words.find(column.plain.strip().rstrip(":"))[0] for column in table.columns]
    if "url" not in roles and "method" not in roles:
        return ()
    others = [index for index, role in enumerate(roles) if not role and table.columns[index].plain.strip()]
    others = [
        index
        for index in others
        if not all(_MEDIA.fullmatch(row[index].plain) for row in table.rows if index < len(row))
    ]
    if "description" not in roles and len(others) == 1:  # whatever it is called, it says what the route is for
        roles[others[0]] = "description"
    found = [_row(dict(zip(roles, cells, strict=False)), cells) for told in table.rows for cells in _apart(told, roles)]
    return tuple(row for row in found if row) if all(found) else ()


def _apart(cells: tuple[Text, ...], roles: Sequence[str]) -> Iterator[tuple[Text, ...]]:
    """The row; or several, where a cell has a path on each of its lines."""
    at = roles.index("url") if "url" in roles else len(cells)
    lines = cells[at].plain.split("\n") if at < len(cells) else []
    if len(lines) < 2 or not all(_URL.fullmatch(line.strip()) for line in lines):
        yield cells
        return
    for line in lines:
        yield (*cells[:at], plain_text(line.strip(), cells[at].origin), *cells[at + 1 :])


@lru_cache
def _vocabulary(profile: Profile, *roles: str) -> Vocabulary:
    return Vocabulary({role: profile.columns.get(role, ()) for role in roles})


def _line_by_line(table: Table, profile: Profile) -> Row | None:
    """The route of a table with two columns, the first of which names what stands in the second."""
    words = _vocabulary(profile, "method", "url")
    found: dict[str, Text] = {}
    for cells in (table.columns, *table.rows):
        if len(cells) != 2:
            return None
        role = words.find(cells[0].plain.strip().rstrip(":"))[0]
        if role and found.setdefault(role, cells[1]) is not cells[1]:
            return None
    return _row(found, tuple(found.values())) if "url" in found else None


def _row(cells: dict[str, Text], all_cells: Sequence[Text]) -> Row | None:
    method = cells["method"].plain.strip() if "method" in cells else ""
    url = cells["url"].plain.strip() if "url" in cells else ""
    both = _BOTH.fullmatch(url or method)
    if both:
        method, url = both[1], both[2]
    if not _METHOD.fullmatch(method) or not _URL.fullmatch(url):
        return None
    said = cells.get("description")
    origin = (cells.get("url") or cells.get("method") or all_cells[0]).origin
    return Row(method=method, url=url, origin=origin, said=said if said and said.plain.strip() else None)
