"""Damaged tables -> whole ones: rows whose cells are glued together, or moved left because empty ones were dropped.

In: a table, and what else the page says: the placeholders in the URL, the names of its types, how the table writes
its examples. Out: the table with every cell in its column. A row is parted only by what is known; where that leaves
more than one way, the cells in question stay empty and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from generator.diagnostics import Origin, Report
from generator.readers.pages import fields
from generator.readers.pages.blocks import Table, Text, plain_text
from generator.readers.pages.fields import glue, spaced
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import Part
from generator.records import dataclass

UNDECIDED = "page-row-undecided"
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)\Z")
_NAME = re.compile(r"[^\s|`]+\Z")
_MOST_COLUMNS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What a page says outside the table.

    Attributes:
        placeholders: The placeholders of the operation's URL, as written and by name.
        types: The names of the types that the page lists.
        names: Names in the query strings of its sample calls, and of those placeholders.
    """

    placeholders: tuple[tuple[str, str], ...] = ()
    types: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[str, ...]:
        """The placeholders as the page writes them."""
        return tuple(written for written, _ in self.placeholders)


def mend(table: Table, knowledge: Knowledge, profile: Profile, kind: str, report: Report) -> Table:
    """The table with every cell in its column, as far as that is known.

    Args:
        table: One whose `damage` is not "".
        knowledge: What the page says elsewhere.
        profile: The words of the site.
        kind: What the section is about, as `profile.SECTION_KINDS` calls it.
        report: Takes a finding for each row that cannot be parted for certain.
    """
    roles = fields.roles(table.columns, profile)
    mender = _Mender(roles, knowledge, profile, kind, table)
    damaged = [row for row in table.rows if row]
    if table.damage == "line":
        damaged = [row for whole in damaged for row in mender.rows_of(whole[0])]
    rows = [mender.moved(row) if table.damage == "cells" else mender.parted(row[0]) for row in damaged]
    if table.damage != "cells" and not _is_of_use(rows, of_values="value" in roles or mender.has_values):
        _say_table(table, damaged, report)
        return replace(table, rows=(), damage="")
    for row, mended in zip(damaged, rows, strict=True):
        if mended.open:
            _say(row, mended.open, report)
    return Table(origin=table.origin, columns=table.columns, rows=tuple(mended.cells for mended in rows))


def mended(part: Part, profile: Profile, report: Report) -> Part:
    """The part of a page that belongs to no operation, with its tables whole as far as that is known."""
    if not any(isinstance(block, Table) and block.damage for block in part.blocks):
        return part
    return replace(
        part,
        blocks=tuple(
            mend(block, Knowledge(), profile, part.kind, report) if isinstance(block, Table) and block.damage else block
            for block in part.blocks
        ),
    )


def _is_of_use(rows: Sequence[_Mended], *, of_values: bool) -> bool:
    """Whether anything is known of any row; of a list of values, each must have its own name."""
    if of_values:
        return len({row.cells[0].plain for row in rows} - {""}) == len(rows)
    return not rows or any(cell.plain for row in rows for cell in row.cells)


def _say_table(table: Table, rows: Sequence[Sequence[Text]], report: Report) -> None:
    columns = ", ".join(column.plain for column in table.columns)
    message = f"none of the {len(rows)} rows of the table with the columns {columns} says where its cells begin"
    if len(rows) > 1:
        report.warning(UNDECIDED, f"{message}; they were left out", at=table.origin)
    else:
        _say(rows[0], [column.plain for column in table.columns], report)


def _say(row: Sequence[Text], columns: Sequence[str], report: Report) -> None:
    words = " | ".join(cell.plain for cell in row)
    shown = words if len(words) < 80 else words[:77] + "..."
    message = f"the row {shown!r} does not say where its {' and '.join(columns)} begin; they were left out"
    report.warning(UNDECIDED, message, at=row[0].origin)


@dataclass(frozen=True, slots=True)
class _Mended:
    cells: tuple[Text, ...]
    open: tuple[str, ...] = ()


class _Mender:
    def __init__(self, roles: tuple[str, ...], knowledge: Knowledge, profile: Profile, kind: str, table: Table) -> None:
        self._roles = roles
        self._knowledge = knowledge
        self._profile = profile
        self._kind = kind
        self._is_glued = table.damage == "glued"
        self._named_examples = _named_examples(table)
        lines = [row[0].plain.strip() for row in table.rows if row] if table.damage in ("glued", "spaced") else []
        self.has_values = bool(lines) and all(glue.value_row(line, roles) for line in lines)

    # -- cells that moved left

    def moved(self, row: Sequence[Text]) -> _Mended:
        """A row of which empty cells were dropped, so that the rest stand too far left."""
        cells = [cell for cell in row if cell.plain.strip()]
        if not cells:
            return _Mended(tuple(row))
        cells = self._joined(cells)
        ways = list(self._ways(cells))
        if not ways:
            return self._head(cells)
        shared = set(ways[0].items()).intersection(*(way.items() for way in ways[1:]))
        placed = dict(shared)
        open_roles = sorted({self._roles[column] for way in ways for column in way if column not in placed} - {""})
        result = tuple(
            cells[placed[column]] if column in placed else self._missing(role, cells)
            for column, role in enumerate(self._roles)
        )
        return _Mended(result, tuple(open_roles))

    def _head(self, cells: Sequence[Text]) -> _Mended:
        """What is sure of a row whose cells do not fit: those at its head that can stand there."""
        sure = 0
        for role, cell in zip(self._roles, cells, strict=False):
            if role not in ("name", "required", "status", "event") or not self._may_be(role, cell.plain.strip(), ""):
                break
            sure += 1
        blank = plain_text("", cells[0].origin)
        rest = self._roles[sure:]
        return _Mended((*cells[:sure], *[blank] * len(rest)), tuple(role for role in rest if role))

    def _joined(self, cells: list[Text]) -> list[Text]:
        """No more cells than columns: a `|` inside a description parted it."""
        surplus = len(cells) - len(self._roles)
        if surplus <= 0 or "description" not in self._roles:
            return cells[: len(self._roles)] if surplus > 0 else cells
        at = self._roles.index("description")
        middle = cells[at : at + surplus + 1]
        words = " | ".join(cell.plain for cell in middle)
        return [*cells[:at], plain_text(words, middle[0].origin), *cells[at + surplus + 1 :]]

    def _ways(self, cells: Sequence[Text]) -> Iterator[Mapping[int, int]]:
        """Every way to put the cells into columns in order, each cell where it can stand: column -> cell."""
        columns = range(min(len(self._roles), _MOST_COLUMNS))
        for chosen in combinations(columns, min(len(cells), len(columns))):
            way = {column: index for index, column in enumerate(chosen)}
            if self._fits(way, cells):
                yield way

    def _fits(self, way: Mapping[int, int], cells: Sequence[Text]) -> bool:
        named = {self._roles[column]: cells[index].plain.strip() for column, index in way.items()}
        if any(role in self._roles and role not in named for role in ("status", "required", "event")):
            return False
        if "description" in self._roles and "description" not in named and len(cells) > 1:
            return False
        if "type" in self._roles and "type" not in named and self._has_type(named.get("default", "")):
            return False
        name = named.get("name") or glue.name_of_example(named.get("example", ""))
        if "name" in self._roles and not name:
            return False
        return all(
            (role == "type" and len(cells) == len(self._roles)) or self._may_be(role, words, name or "")
            for role, words in named.items()
        )

    def _has_type(self, words: str) -> bool:
        return any(rule.pattern.match(words) for rule in self._profile.types)

    def _may_be(self, role: str, words: str, name: str) -> bool:
        """Whether these words can stand in a column about `role`."""
        match role:
            case "name":
                words = fields.without_asides(words)
                return bool(_NAME.match(words)) and (self._kind != "path" or words in self._knowledge.written)
            case "required":
                says = (*self._profile.required_yes, *self._profile.required_no)
                return any(pattern.match(words) for pattern in says)
            case "status":
                return bool(_STATUS.match(words))
            case "event":
                return bool(_NAME.match(words))
            case "type" if self._knowledge.types and self._kind in ("responses", "events"):
                return words in self._knowledge.types
            case "example" if self._named_examples:
                return glue.is_example(words, name)
            case "default" if self._named_examples:
                return not glue.is_example(words, name)
            case _:
                return True

    def _missing(self, role: str, cells: Sequence[Text]) -> Text:
        """An empty cell; a name that was dropped is taken from the example `name=value`."""
        if role == "name":
            for cell in cells:
                if name := glue.name_of_example(cell.plain.strip()):
                    return plain_text(name, cell.origin)
        return plain_text("", cells[0].origin)

    # -- rows that are one text

    def rows_of(self, line: Text) -> Iterator[tuple[Text, ...]]:
        """The rows of a table that is all on one line."""
        column = line.origin.column
        for words in spaced.rows_of(line.plain, self._knowledge, self._profile, self._roles, self._knowledge.types):
            place = Origin(line.origin.document, line=line.origin.line, column=column)
            yield (plain_text(words, place),)
            column += len(words) + 1

    def parted(self, cell: Text) -> _Mended:
        """A row whose cells follow each other without a separator, or with nothing but a space between them."""
        row = cell.plain.strip()
        blank: dict[str, str | None] = dict.fromkeys(self._roles, None)
        parts = {**blank, **(self._glued(row) if self._is_glued else self._spaced(row))}
        result = tuple(
            plain_text(words, replace_column(cell.origin, cell.plain, words))
            for words in ((parts.get(role) or "") if role else "" for role in self._roles)
        )
        missing = tuple(role for role in self._roles if role and parts.get(role) is None)
        return _Mended(result, missing)

    def _glued(self, row: str) -> glue.Cells:
        """Role -> words; None for what cannot be told."""
        types, with_type = self._knowledge.types, "type" in self._roles
        if "status" in self._roles:
            return glue.status_row(row, types, self._profile, with_type=with_type)
        if "event" in self._roles:
            return glue.event_row(row, types)
        if self._kind == "path":
            return glue.path_row(row, self._knowledge, self._profile, self._roles)
        if "value" in self._roles or self.has_values:
            return glue.value_row(row, self._roles)
        if "name" not in self._roles:
            return {}
        named = self._named_examples
        optional = self._profile.required_unsaid.get(self._kind) is False
        return glue.parameter_row(
            row, self._knowledge, self._profile, self._roles, named_examples=named, sent_as_told=optional
        )

    def _spaced(self, row: str) -> glue.Cells:
        types, with_type = self._knowledge.types, "type" in self._roles
        if "status" in self._roles:
            return spaced.status_row(row, types, self._profile, with_type=with_type)
        if "event" in self._roles:
            return spaced.event_row(row, types, self._profile)
        if self._kind == "path":
            return spaced.path_row(row, self._knowledge, self._profile, self._roles)
        if "value" in self._roles or self.has_values:
            return glue.value_row(row, self._roles)
        if self._roles[0] != "name":
            return {}
        return spaced.parameter_row(row, self._profile, self._roles, named_examples=self._named_examples)


def replace_column(origin: Origin, row: str, words: str) -> Origin:
    """The place of some words of a row."""
    found = row.find(words) if words else -1
    return Origin(origin.document, line=origin.line, column=origin.column + max(found, 0))


def _named_examples(table: Table) -> bool:
    """True where the table writes its examples as `name=value`, by the evidence of any of its rows."""
    for row in table.rows:
        cells = [cell.plain.strip() for cell in row if cell.plain.strip()]
        if len(cells) > 1 and any(glue.is_example(cell, cells[0]) for cell in cells[1:]):
            return True
        if table.damage == "glued" and cells and glue.repeats_name(cells[0]):
            return True
        if table.damage in ("spaced", "line") and cells and spaced.repeats_name(cells[0]):
            return True
    return False
