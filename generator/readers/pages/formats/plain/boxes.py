"""Fields in plain text that no table holds: each a name, and what is said of it on the lines below.

In: the lines of a page. Out: the fields that begin on a line, as a table or as terms with their definitions, and where
they end.
"""

from __future__ import annotations

import re

from generator.draft import Schema
from generator.readers.pages import fields
from generator.readers.pages.blocks import Definitions, Table, Text, plain_text
from generator.readers.pages.formats.plain import titles
from generator.readers.pages.formats.plain.lines import BULLET, Line, Lines
from generator.readers.pages.notation import types
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.sections import kind_of

_OF_TERMS = ("path", "query", "headers", "cookies", "form", "json", "parameters")
OF_BOXES = (*_OF_TERMS, "body", "json or form", "response fields")
"""The kinds of sections in which fields are described."""
_OF_ENTRIES = (*OF_BOXES, "responses", "response")
_TITLED = ("body", "responses", "parameters", "query", "headers", "schema")
"""Kinds of sections that begin with a name alone, as *Body*; no field is called so."""
_HEAD = ("name", "type", "description")
_TITLES = ("Name", "Type", "Required", "Description")
_NAME = re.compile(r":?[A-Za-z_$][\w.$\[\]-]*\*?\Z")
_TERM = re.compile(r":?[A-Za-z_][\w:\[\].-]*\Z")
_MARK = re.compile(r"(?:required|optional|deprecated|default:.*)\Z", re.IGNORECASE)
_MOST_WORDS_OF_TYPE = 3
_SET_OFF = re.compile(r"(:?[A-Za-z_][\w\[\].-]*) : (\S.*)")
_NAMED = re.compile(r"([A-Za-z_$][\w.$\[\]-]*)(?: \(([^()]*)\))?(?::| -| –) (\S.*)")
_SPACE_BEFORE_SIGN = re.compile(r" ([,.;:)])")
_LOST_MARK = re.compile(r"\A\{\{<?>?\}\}\s*")
"""What is left of a template tag that said whether a field is required."""
_GOES_ON = re.compile(r"[a-z.,;:)]")


def is_term(words: str) -> bool:
    """Whether a line has nothing but a name."""
    return _TERM.match(words) is not None


# -- a name, a type and what is said, each on a line of its own


def boxes(lines: Lines, at: int, section: str) -> tuple[Table, int] | None:
    """The fields that begin on a line, in a section of that kind; None where none do."""
    if found := _entries(lines, at, described=section in OF_BOXES) if section in _OF_ENTRIES else None:
        return found
    end = _behind_head(lines, at)
    if section not in OF_BOXES or not _begins_box(lines, end):
        return None
    rows: list[tuple[Text, ...]] = []
    while _begins_box(lines, end):
        name, kind = lines.all[end], lines.all[lines.next(end)]
        end = lines.next(lines.next(end))
        said: list[Line] = []
        while _is_said_in_box(lines, end, goes_on=bool(said)):
            said.append(lines.all[end])
            end += 1
        called = name.text.strip()
        cells = (
            (called.rstrip("*"), name),
            (kind.text.strip(), kind),
            ("yes" if called.endswith("*") else "", name),
            (" ".join(line.text.strip() for line in said), said[0] if said else kind),
        )
        rows.append(tuple(plain_text(words, lines.origin(line)) for words, line in cells))
        end = end if end >= len(lines) or lines.words(end) else end + 1
    origin = lines.place(at)
    columns = tuple(plain_text(title, origin) for title in _TITLES)
    return Table(origin=origin, columns=columns, rows=tuple(rows)), end


def _behind_head(lines: Lines, at: int) -> int:
    """Where the first field begins: behind the titles of columns, a line each, where these stand here."""
    end = at
    for wanted in _HEAD:
        if fields.role(lines.words(end), lines.profile) != wanted:
            return at
        end = lines.next(end)
    return end


def _begins_box(lines: Lines, at: int) -> bool:
    """Whether a line is a name with nothing but a type below it; where marks stand below that, it is read later."""
    following = lines.next(at)
    if following >= len(lines) or not _NAME.match(lines.words(at)):
        return False
    if kind_of(lines.words(at), lines.profile)[0] in _TITLED:
        return False
    kind = lines.words(following)
    if len(kind.split()) > _MOST_WORDS_OF_TYPE or _MARK.match(lines.words(following + 1)):
        return False
    return any(rule.pattern.match(kind) for rule in lines.profile.types)


def _is_said_in_box(lines: Lines, at: int, *, goes_on: bool) -> bool:
    """Whether a line is what is said of a field, or goes on with it; a title above a route is not."""
    words = lines.words(at)
    if not words or words[0] in "{[" or words.startswith("curl ") or _begins_box(lines, at) or lines.is_section(words):
        return False
    if goes_on:
        return bool(_GOES_ON.match(words))
    below = lines.words(lines.next(at))
    return not (titles.is_title(words) and (below in METHODS or lines.is_route(below)))


# -- entries of a list: a name, a type and marks, and beside them, or below them and further in, what is said


def _entries(lines: Lines, at: int, *, described: bool) -> tuple[Table, int] | None:
    rows: list[tuple[str, str, str, str]] = []
    origins: list[Line] = []
    end = at
    while entry := _entry(lines, end) or (_described_entry(lines, end) if described else None):
        first = lines.all[end]
        origins.append(first)
        end += 1
        said = [entry[-1]]
        while end < len(lines) and (not lines.words(end) or _is_further_in(lines, end, first)):
            said.append(lines.words(end))
            end += 1
        rows.append((*entry[:-1], " ".join(words for words in said if words)))
    if not rows:
        return None
    unmarked = "no" if any(required for _, _, required, _ in rows) else ""
    columns = tuple(plain_text(title, lines.place(at)) for title in _TITLES)
    cells = tuple(
        tuple(plain_text(words, lines.origin(line)) for words in (name, kind, required or unmarked, said))
        for (name, kind, required, said), line in zip(rows, origins, strict=True)
    )
    return Table(origin=lines.place(at), columns=columns, rows=cells), end


def _entry(lines: Lines, at: int) -> tuple[str, str, str, str] | None:
    """The name, the type, and `yes` where it must be given, of an entry that has nothing else; and that."""
    found = BULLET.match(lines.all[at].text) if at < len(lines) else None
    name, _, rest = found[2].strip().partition(" ") if found else ("", "", "")
    words = rest.split()
    marks = [word for word in words if _MARK.match(word)]
    kind = " ".join(word for word in words if word not in marks)
    if not _NAME.match(name) or not isinstance(types.read(plain_text(kind, lines.place(at)), lines.profile), Schema):
        return None
    return name, kind, "yes" if any(mark.casefold() == "required" for mark in marks) else "", ""


def _described_entry(lines: Lines, at: int) -> tuple[str, str, str, str] | None:
    """The same of an entry that goes on with what is said: `size (integer, optional): How tall`."""
    found = BULLET.match(lines.all[at].text) if at < len(lines) else None
    named = _NAMED.match(found[2].strip()) if found else None
    if not named:
        return None
    aside = [word.strip() for word in (named[2] or "").split(",")]
    marks = {"required": "yes", "optional": "no"}
    kind = ", ".join(word for word in aside if word.casefold() not in marks)
    if kind and not isinstance(types.read(plain_text(kind, lines.place(at)), lines.profile), Schema):
        return None
    return named[1], kind, next((marks[word.casefold()] for word in aside if word.casefold() in marks), ""), named[3]


def _is_further_in(lines: Lines, at: int, entry: Line) -> bool:
    line = lines.all[at]
    return line.column > entry.column and not BULLET.match(line.text)


# -- a name above its description


def definitions(lines: Lines, at: int, section: str) -> tuple[Definitions, int] | None:
    """The fields that begin on a line, in a section of that kind; None where none do."""
    if section not in _OF_TERMS or not lines.profile.type_leads:
        return None
    entries: list[tuple[Text, Text]] = []
    end = at
    while _begins_definition(lines, end):
        term = lines.all[end]
        end = lines.next(end)
        said = [lines.all[end]]
        end += 1
        while _is_said(lines, end) and not _begins_definition(lines, end):
            said.append(lines.all[end])
            end += 1
        words = "\n".join(line.text.strip() for line in said)
        name = plain_text(term.text.strip(), lines.origin(term))
        entries.append((name, plain_text(words, lines.origin(said[0]))))
        if _begins_definition(lines, following := lines.next(end - 1)):
            end = following
    return (Definitions(origin=entries[0][0].origin, entries=tuple(entries)), end) if entries else None


def colon_definitions(lines: Lines, at: int) -> tuple[Definitions, int] | None:
    """The fields that begin on a line, each a name and what a colon of its own sets off from it; None where none do."""
    if not lines.profile.type_leads:
        return None
    entries: list[tuple[Text, Text]] = []
    end = at
    while (found := _SET_OFF.match(lines.words(end))) or _is_set_off(lines, end):
        name, said = (found[1], [found[2]]) if found else (lines.words(end), [lines.words(end + 1)[2:]])
        term, end = lines.place(end), end + (1 if found else 2)
        while _GOES_ON.match(lines.words(end)) and not _is_set_off(lines, end) and not _SET_OFF.match(lines.words(end)):
            said.append(lines.words(end))
            end += 1
        words = _LOST_MARK.sub("", _SPACE_BEFORE_SIGN.sub(r"\1", " ".join(said)))
        entries.append((plain_text(name, term), plain_text(words, term)))
    return (Definitions(origin=entries[0][0].origin, entries=tuple(entries)), end) if entries else None


def _is_set_off(lines: Lines, at: int) -> bool:
    return is_term(lines.words(at)) and lines.words(at + 1).startswith(": ")


def _begins_definition(lines: Lines, at: int) -> bool:
    words = lines.words(at)
    if not is_term(words) or lines.is_section(words):
        return False
    following = lines.next(at)
    return _is_said(lines, following) and " " in lines.words(following)


def _is_said(lines: Lines, at: int) -> bool:
    """Whether a line may be one more of what is said of a field."""
    words = lines.words(at)
    if not words or words[0] in "{[" or words.startswith("curl ") or lines.is_route(words):
        return False
    return not lines.is_section(words)
