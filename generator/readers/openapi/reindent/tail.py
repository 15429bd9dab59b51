"""Where a flattened document begins and ends in its text, and what to do where it was cut off.

In: stripped lines. Out: `Extent`: the document's own lines (others are empty) and how it ends; after the search,
`close_tail` takes away what only the cut left half said, and says what is missing. It must not know how levels are
found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.diagnostics import Finding, Origin, Severity
from generator.readers.openapi.reindent.grammar import METHODS, TYPES
from generator.readers.openapi.reindent.levels import MAP, PENDING, SEQ, Frame
from generator.readers.openapi.reindent.lines import MAX_SPAN, OPEN, Form, Kind, Line, Lines
from generator.records import dataclass

_ROOT = re.compile(
    r"(?:openapi|swagger|host|basePath|jsonSchemaDialect)[ \t]*:[ \t]"
    r"|(?:components|consumes|definitions|externalDocs|info|parameters|paths|produces|responses|schemes|security"
    r"|securityDefinitions|servers|tags|webhooks|x-[\w-]+)[ \t]*:[ \t]*\Z"
)
_VERSION = re.compile(r"(?:openapi|swagger)[ \t]*:[ \t]*['\"]?[0-9]")
_CUT = re.compile(r"\btruncated\b|\bcut (?:off|at|here|short)\b|\[(?:\.\.\.|…)\]|\A(?:\.\.\.|…)\Z", re.IGNORECASE)
_ANCHOR = re.compile(r"&(\S+)")
_LOOK_BACK = 60
"""Lines at the end among which a value that never closes is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A document in its text.

    Attributes:
        lines: One for each line of the text; empty where the text is not the document's.
        head: The lines of page text before it that were left out.
        cut: Whether something says that the document goes on where the text ends.
        last: The number of the last line of the document, from 0.
        lost: That line's text where it was left out because it is incomplete.
    """

    lines: list[str]
    head: tuple[tuple[int, str], ...]
    cut: bool
    last: int
    lost: str


def extent_of(stripped: Sequence[str]) -> Extent:
    """Find the document in the lines, and leave out its last line where that is cut."""
    lines = list(stripped)
    start = _start(lines)
    head = tuple((number, text) for number, text in enumerate(lines[:start]) if text)
    lines[:start] = [""] * start
    fence = next((text[:3] for _, text in reversed(head) if text.startswith(("```", "~~~"))), "")
    if fence:
        end = max((number for number in range(start, len(lines)) if lines[number] == fence), default=len(lines))
        lines[end:] = [""] * (len(lines) - end)
    cut = _blank_marks(lines)
    last = _last(lines)
    lost = ""
    read = Lines(lines)
    unclosed = _unclosed(read, last)
    if unclosed >= 0 or cut or _dangling(lines):
        cut = True
        if unclosed >= 0 and unclosed < last:
            lines[unclosed + 1 :] = [""] * (len(lines) - unclosed - 1)
            last = unclosed
        if not _whole(read[last], lines):
            lost = lines[last]
            first = _value_start(read, last)
            lines[first : last + 1] = [""] * (last + 1 - first)
    return Extent(lines=lines, head=head, cut=cut, last=last, lost=lost)


def head_findings(extent: Extent, name: str) -> list[Finding]:
    """What to say of the page text around the document."""
    if not extent.head:
        return []
    number, text = extent.head[0]
    count = len(extent.head)
    what = "1 line" if count == 1 else f"{count} lines"
    return [
        Finding(
            code="text-before-document",
            severity=Severity.INFO,
            message=f"{what} of page text before the OpenAPI document left out, from: {text[:80]}",
            at=Origin(name, line=number + 1, column=1),
        )
    ]


def close_tail(extent: Extent, texts: list[str], top: Frame, name: str) -> list[Finding]:
    """Take away, in `texts`, what is only half said at the end; what there is to say of the cut."""
    if not extent.cut and top.kind != PENDING:
        return []
    where = _where(top)
    _drop_half_said(texts, top)
    message = f"the document is cut off here{where}; what follows is missing"
    if extent.lost:
        message += f", and so is the incomplete value of this line: {extent.lost[:80]}"
    at = Origin(name, line=extent.last + 1, column=1)
    return [Finding(code="document-cut", severity=Severity.WARNING, message=message, at=at)]


def _start(lines: list[str]) -> int:
    """The number of the line on which the document begins."""
    version = next((number for number, text in enumerate(lines) if _VERSION.match(text)), 0)
    return next((number for number in range(version) if _ROOT.match(lines[number])), version)


def _last(lines: list[str]) -> int:
    """The number of the last line that says something."""
    numbers = range(len(lines) - 1, -1, -1)
    return next((number for number in numbers if lines[number] and not lines[number].startswith("#")), 0)


def _blank_marks(lines: list[str]) -> bool:
    """Leave out the remarks behind the document that say that it was cut; whether there are any."""
    found = False
    for number in range(len(lines) - 1, -1, -1):
        text = lines[number]
        if _CUT.search(text) and (text.startswith("#") or _CUT.match(text.lstrip("[(<- "))):
            found = True
        elif text and not text.startswith("#"):
            break
    return found


def _unclosed(read: Lines, last: int) -> int:
    """The number of a line near the end whose quote or bracket never closes; -1 where there is none."""
    for number in range(last, max(-1, last - _LOOK_BACK), -1):
        line = read[number]
        while line.inner is not None:
            line = line.inner
        if line.kind is Kind.ENTRY and line.end == OPEN and not _closes_later(read, number, line):
            return -1 if _is_quoted(read, number) else number
    return -1


def _is_quoted(read: Lines, number: int) -> bool:
    """Whether the line is inside a quoted value that began before it."""
    for before in range(number - 1, max(-1, number - MAX_SPAN), -1):
        line = read[before]
        while line.inner is not None:
            line = line.inner
        if line.kind is Kind.ENTRY and line.form is Form.QUOTED and line.end >= number:
            return True
    return False


def _closes_later(read: Lines, number: int, line: Line) -> bool:
    quote = line.value[:1]
    return line.form is Form.QUOTED and any(quote in read.texts[below] for below in range(number + 1, len(read.texts)))


_SECTIONS = (
    ("#/components/", "components:"),
    ("#/definitions/", "definitions:"),
)


def _dangling(lines: list[str]) -> bool:
    """Whether references lead into a part of the document that is not there at all."""
    return any(
        any("$ref" in text and start in text for text in lines) and not any(text.startswith(section) for text in lines)
        for start, section in _SECTIONS
    )


def _whole(line: Line, lines: list[str]) -> bool:
    """Whether the last line can have nothing behind it: its value is closed, or one of a few words."""
    while line.inner is not None and line.inner.text:
        line = line.inner
    if line.kind is not Kind.ENTRY:
        return line.form in (Form.QUOTED, Form.FLOW_MAP, Form.FLOW_LIST) and line.end >= 0
    match line.form:
        case Form.EMPTY | Form.BOOLEAN | Form.NULL:
            return True
        case Form.QUOTED | Form.FLOW_MAP | Form.FLOW_LIST:
            return line.end >= 0
        case Form.ALIAS:
            return any(found[1] == line.value[1:] for text in lines for found in _ANCHOR.finditer(text))
        case _:
            return line.key == "type" and line.value in TYPES


def _value_start(read: Lines, last: int) -> int:
    """The line on which the plain value begins that goes on in the last line; that line where it does not."""
    if read[last].kind is not Kind.TEXT:
        return last
    first = last
    while first > 0 and read[first].kind is Kind.TEXT:
        first -= 1
    line = read[first]
    while line.inner is not None:
        line = line.inner
    return first if line.kind is Kind.ENTRY and line.form is Form.PLAIN else last


def _where(top: Frame) -> str:
    """In which operation, or else in which part of the document, the level stands."""
    keys: list[str] = []
    here: Frame | None = top
    while here is not None:
        if here.kind == MAP and here.last:
            keys.append(here.last)
        here = here.parent
    keys.reverse()
    if len(keys) > 2 and keys[0] in ("paths", "webhooks") and keys[2] in METHODS:
        part = "/".join(keys[3:])
        return f", inside {keys[2].upper()} {keys[1]}" + (f" ({part})" if part else "")
    return f", inside {'/'.join(keys)}" if keys else ""


def _drop_half_said(texts: list[str], top: Frame) -> None:
    """A key whose value is cut says nothing, unless it is a name; an entry of a list without its name says nothing."""
    here: Frame | None = top
    while here is not None and here.kind == PENDING:
        parent = here.parent
        if parent is None:
            return
        if parent.kind == MAP and parent.map and parent.map.free is not None and here.shape.map and not here.shape.any:
            texts[here.where] += " {}"
            return
        texts[here.where] = ""
        here = _emptied(texts, parent)
    while here is not None:
        required = here.map.required if here.map else ()
        if here.kind == MAP and here.parent and here.parent.kind == SEQ and _lacks(here, required):
            texts[here.where :] = [""] * (len(texts) - here.where)
            _drop_half_said(texts, _emptied(texts, here.parent) or here.parent)
            return
        here = here.parent


def _emptied(texts: list[str], level: Frame) -> Frame | None:
    """The level whose only entry went, as a key without a value; None where it has others."""
    if level.size > 1 or level.parent is None:
        return None
    if level.parent.kind == SEQ:
        texts[level.where] = ""
        return _emptied(texts, level.parent)
    return Frame(PENDING, level.parent, level.shape, None, level.col, level.where)


def _lacks(frame: Frame, required: Sequence[str]) -> bool:
    held = {key for part in frame.keys for key in part}
    return "$ref" not in held and any(key not in held for key in required)
