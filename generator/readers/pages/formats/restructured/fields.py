"""Field lists of reStructuredText, as `sphinxcontrib.httpdomain` has them -> the sections that they are when printed.

In: lines such as `:query integer size: How tall`. Out: for each kind of field a label and a table below it; a field of
another kind that holds a list is a label above that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.diagnostics import Origin
from generator.readers.pages.blocks import Block, Paragraph, Table, Text, plain_text
from generator.readers.pages.formats.restructured.lines import Line, dedented
from generator.records import dataclass

_FIELD = re.compile(r":((?:[^:\\`]|\\.|`[^`]*`)+):(?: +(.*)|)\Z")
_LABELS = {
    "Path parameters": ("param", "parameter", "arg", "argument"),
    "Query parameters": ("query", "queryparameter", "queryparam", "qparam"),
    "Form parameters": ("form", "formparameter", "formparam", "fparam"),
    "Request JSON Object": ("<json", "jsonparameter", "jsonparam", "json", "reqjson", "reqjsonobj"),
    "Response JSON Object": (">json", ">jsonarr", "resjson", "resjsonarr", "resjsonobj"),
    "Request headers": ("<header", "reqheader", "requestheader"),
    "Response headers": (">header", "resheader", "responseheader"),
    "Status codes": ("status", "statuscode", "code"),
}
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words}
_STATUS = re.compile(r"([1-5][0-9]{2})\b[ :–—-]*(.*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: the words between its colons, and the lines of what it says."""

    number: int
    words: str
    said: tuple[Line, ...]


def listed(lines: Sequence[Line], at: int) -> tuple[list[Entry], int] | None:
    """The fields that begin on a line, and where they end; None where none do."""
    entries: list[Entry] = []
    end = at
    while end < len(lines) and (found := _FIELD.match(lines[end].text)):
        below = end + 1
        while below < len(lines) and (not lines[below].text or lines[below].text[0] == " "):
            below += 1
        first = [Line(lines[end].number, found[2])] if found[2] else []
        entries.append(Entry(lines[end].number, found[1].strip(), (*first, *dedented(lines[end + 1 : below]))))
        end = below
    return (entries, end) if entries else None


def blocks(
    entries: Sequence[Entry],
    read: Callable[[str, int], Text],
    inside: Callable[[Sequence[Line]], Iterator[Block]],
) -> Iterator[Block]:
    """The labels and tables that fields amount to.

    Args:
        entries: The fields, in order.
        read: Reads running text that begins on a line.
        inside: Reads what stands inside a field that is no fact by itself.
    """
    known = [entry for entry in entries if _label(entry)]
    for label, group in groupby(sorted(known, key=lambda entry: [*_LABELS].index(_label(entry))), key=_label):
        rows = [row for entry in group for row in _rows(entry, read)]
        titles = ("Code", "Description") if label == "Status codes" else ("Name", "Type", "Description")
        if rows:
            origin = rows[0][0].origin
            yield Paragraph(origin=origin, text=plain_text(label, origin))
            columns = tuple(plain_text(title, origin) for title in titles)
            yield Table(origin=origin, columns=columns, rows=tuple(rows))
    for entry in entries:
        if not _label(entry) and entry.said:
            title = read(f"{entry.words}:", entry.number)
            yield Paragraph(origin=title.origin, text=title)
            yield from inside(entry.said)


def _label(entry: Entry) -> str:
    word, _, rest = entry.words.partition(" ")
    return _LABEL_OF.get(word, "") if rest else ""


def _rows(entry: Entry, read: Callable[[str, int], Text]) -> Iterator[tuple[Text, ...]]:
    """The row of a field: its name and type, or its status, and what it says."""
    words = " ".join(line.text.strip() for line in entry.said if line.text)
    said = read(words, entry.said[0].number if entry.said else entry.number)
    _, _, rest = entry.words.partition(" ")
    if _label(entry) == "Status codes":
        if found := _STATUS.match(rest):
            said = said if words else read(found[2], entry.number)
            yield read(found[1], entry.number), said
        return
    kind, _, name = rest.strip().rpartition(" ")
    origin = Origin(said.origin.document, line=entry.number, column=1)
    yield plain_text(name, origin), plain_text(kind, origin), said
