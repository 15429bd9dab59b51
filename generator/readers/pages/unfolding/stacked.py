"""Facts that stand each on a line of its own, as text scraped from a page of boxes has them -> plain blocks.

In: blocks. Out: blocks in which a method stands beside its path, and fields whose name, type and marks are lines below
each other are tables. What a line is, the words of the site's profile tell. It knows no operation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from http import HTTPStatus

from generator.diagnostics import Origin
from generator.draft import Schema
from generator.readers.pages import inline
from generator.readers.pages.blocks import Block, Heading, Paragraph, Span, Table, Text, plain_text
from generator.readers.pages.notation import types
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of
from generator.records import dataclass

_OF_FIELDS = (
    *("path", "query", "headers", "cookies", "form", "json", "json or form", "body", "parameters"),
    *("response", "responses", "response fields"),
)
"""Kinds of sections in which fields are described."""
_NAME = re.compile(r"[A-Za-z_$][\w.$\[\]-]*\*?\Z")
_METHOD = re.compile(rf"(?:{'|'.join(METHODS)}|{'|'.join(METHODS).lower()})\Z")
_PATH = re.compile(r"(?:/|https?://)\S*\Z")
_SEGMENT = re.compile(r"[\w{}:.~-]+\Z")
_MARKS = {"required": "yes", "optional": "no"}
_PLACES = ("query", "path", "header", "body")
_DEFAULT = re.compile(r"default:\s*(\S+)\Z", re.IGNORECASE)
_VALUES = re.compile(
    r"(?:available options|allowed values|possible values|allowed):\s*(\S.*)\Z", re.IGNORECASE | re.DOTALL
)
_MOST_WORDS = 5
_REASONS = frozenset(status.phrase for status in HTTPStatus)
"""What stands below a status (RFC 9110 §15), and names no field."""
_COLUMNS = ("Name", "Type", "Required", "Default", "Accepted values", "Description")


@dataclass(slots=True)
class _Row:
    """A field while its lines are read."""

    name: str
    type: str
    origin: Origin
    required: str = ""
    default: str = ""
    values: tuple[str, ...] = ()
    words: list[str] = field(default_factory=list)

    def cells(self) -> tuple[Text, ...]:
        """The row of a table that says the same."""
        spans = [span for value in self.values for span in (Span("text", ", "), Span("code", value))]
        plain = (self.name, self.type, self.required, self.default)
        values = inline.from_spans(spans[1:], self.origin)
        return (
            *(plain_text(words, self.origin) for words in plain),
            values,
            inline.read(" ".join(self.words), self.origin),
        )


def unfold(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks, with routes in one line and fields in tables."""
    routed = [part for block in blocks for part in (_routed(block) if isinstance(block, Paragraph) else (block,))]
    return tuple(_with_tables(routed, profile))


# -- routes


def _routed(paragraph: Paragraph) -> Iterator[Block]:
    """The paragraph; where a method and the steps of a path are lines of it, with these in one line of their own."""
    lines = paragraph.text.plain.split("\n")
    if len(lines) == 1:
        yield paragraph
        return
    start = next((index for index, line in enumerate(lines) if _METHOD.match(line.strip())), None)
    path, end = _path(lines, start + 1) if start is not None else ("", 0)
    if start is None or not path:
        yield paragraph
        return
    for words in ("\n".join(lines[:start]), f"{lines[start].strip().upper()} {path}", "\n".join(lines[end:])):
        if words.strip():
            yield replace(paragraph, text=plain_text(words, paragraph.origin))


def _path(lines: Sequence[str], start: int) -> tuple[str, int]:
    """The path that begins at a line, whole or a step a line, and where it ends."""
    if start < len(lines) and lines[start].strip() != "/" and _PATH.match(lines[start].strip()):
        return lines[start].strip(), start + 1
    end = start
    while end + 1 < len(lines) and lines[end].strip() == "/" and _SEGMENT.match(lines[end + 1].strip()):
        end += 2
    return "".join(line.strip() for line in lines[start:end]), end


# -- fields


def _with_tables(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    rows: list[_Row] = []
    here = False
    for block in blocks:
        row = _row(block, profile) if here and isinstance(block, Paragraph) else None
        if row:
            rows.append(row)
            continue
        if rows and isinstance(block, Paragraph):
            _describe(rows[-1], block.text)
            continue
        yield from _table(rows)
        rows = []
        if isinstance(block, Heading):
            here = kind_of(block.text.plain, profile)[0] in _OF_FIELDS
        yield block
    yield from _table(rows)


def _table(rows: Sequence[_Row]) -> Iterator[Table]:
    if rows:
        origin = rows[0].origin
        columns = tuple(plain_text(title, origin) for title in _COLUMNS)
        yield Table(origin=origin, columns=columns, rows=tuple(row.cells() for row in rows))


def _row(paragraph: Paragraph, profile: Profile) -> _Row | None:
    """The field that a paragraph begins: a name, a type and marks, each on a line or all on one."""
    lines = [line.strip() for line in paragraph.text.plain.split("\n") if line.strip()]
    if len(lines) == 1:
        words = lines[0].split()
        lines = [words[0], *_typed(words[1:])] if 1 < len(words) <= _MOST_WORDS else []
    left = [
        line
        for index, line in enumerate(lines)
        if not index or (line.casefold() not in (*_MARKS, *_PLACES) and not _DEFAULT.match(line))
    ]
    if len(left) != 2:
        return None
    if not _is_type(left[1], paragraph, profile):
        left.reverse()
    name, kind = left
    if not _NAME.match(name) or name in _REASONS or not _is_type(kind, paragraph, profile):
        return None
    marks = {line.casefold() for line in lines}
    default = next((found[1] for line in lines if (found := _DEFAULT.match(line))), "")
    required = next((said for word, said in _MARKS.items() if word in marks), "yes" if name.endswith("*") else "no")
    return _Row(name.rstrip("*"), kind, paragraph.origin, required=required, default=default)


def _typed(words: Sequence[str]) -> list[str]:
    """The words behind a name on its line: those of the type as one, and the marks."""
    marks = [word for word in words if word.casefold() in _MARKS or _DEFAULT.match(word)]
    return [" ".join(word for word in words if word not in marks), *marks]


def _is_type(words: str, paragraph: Paragraph, profile: Profile) -> bool:
    return isinstance(types.read(plain_text(words, paragraph.origin), profile), Schema)


def _describe(row: _Row, text: Text) -> None:
    """Take a paragraph below a field: its accepted values, or what is said of it."""
    found = _VALUES.match(text.plain)
    if found and not row.values:
        row.values = tuple(value.strip(" `\"'") for value in re.split(r"[,\n]+", found[1]) if value.strip(" `\"'"))
    else:
        row.words.append(text.marked.replace("\n", " "))
