"""Plain text scraped from a documentation site -> blocks.

In: text in which headings are lines like any other, and tables have lost their signs: cells glued together, or parted
by `|` with the empty ones dropped. Out: the same blocks as Markdown gives. What is a heading or a table's head is
known by the profile's words for sections and columns; rows stay as they are, for `rows` to part by what else the page
says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.diagnostics import Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import (
    Block,
    Code,
    Damage,
    Definitions,
    Heading,
    Items,
    Paragraph,
    Span,
    Table,
    Text,
    plain_text,
)
from generator.readers.pages.facts import fields, glue, typed
from generator.readers.pages.formats import heads
from generator.readers.pages.formats.samples import BULLET, STATUS_ENTRY, Line, sample
from generator.readers.pages.furniture import is_furniture
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import FIELD, kind_of, label_kind

_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
_SENTENCE_END = re.compile(r"[.:;!?,]\s*\Z")
_JSON_START = re.compile(r"[{}](?!\w)|\[\s*(?:[\"{\[\]]|\Z)")
_STATUS_ROW = re.compile(r"[1-5][0-9X]{2}(?![0-9])")
_STATUS_LINE = re.compile(r"([1-5][0-9]{2}(?: [A-Z][\w'-]*)*)(.*)")
_LABEL = re.compile(r"([A-Z][\w ]{1,30}):\s+(\S.*)")
_INNER_LABEL = re.compile(r"(?<=\S )(?=[A-Z][\w ]{1,30}: )")
_TERM = re.compile(r":?[A-Za-z_][\w:\[\].-]*\Z")
_OF_FIELDS = ("path", "query", "headers", "cookies", "form", "json", "parameters")
_OF_BOXES = (*_OF_FIELDS, "body", "json or form")
_BOX_COLUMNS = ("name", "type", "description")
_TITLES_OF_BOXES = ("Name", "Type", "Required", "Description")
_BOX_NAME = re.compile(r":?[A-Za-z_$][\w.$\[\]-]*\*?\Z")
_MARK_OF_BOX = re.compile(r"(?:required|optional|deprecated|default:.*)\Z", re.IGNORECASE)
_MOST_WORDS_OF_TYPE = 3
_GOES_ON = re.compile(r"[a-z.,;:)]")
_LABELLED = ("returns", "authentication", "field type")
_ROUTE = re.compile(rf"(?:{'|'.join(METHODS)})\s+https?://")
_GLUED_ROUTE = re.compile(rf"(?:{'|'.join(METHODS)}) ?/\S*[a-z0-9}}](?=[A-Z][a-z]+ \S+ \S)")
"""A route with a sentence right behind it: no path ends in a small letter, and goes on with a capital and a space."""
_TITLE_WORDS = 9
_LONG_TITLE_WORDS = 12
_LONGEST_INTRO = 200
_SEARCH = "search"
"""A box for this stands above the title of a page, unless that is it."""
_ANY_TITLE = "{resource}"
"""The pattern for titles that say nothing but the page's subject."""
_LONGEST_TABLE = 2000
_UNPARTED = re.compile(r"[a-z][\w.\[\]-]*[a-z?*\]][A-Z]")
"""What no sentence begins with, and a row whose first cells are glued may."""
_MOST_UNKNOWN = 4
"""So many rows of a table in a row may have types of which nothing is known."""
_SCHEMA_WORDS = (" Schema", " Example")


def read(text: str, name: str, profile: Profile) -> tuple[Block, ...]:
    """The blocks of a page scraped to plain text.

    Args:
        text: The page.
        name: The document's name, for places.
        profile: The words of its site.
    """
    return tuple(_Reader(text, name, profile).read())


class _Reader:
    """Walks the lines once; what stands before an operation's first section is looked at when that section comes."""

    def __init__(self, text: str, name: str, profile: Profile) -> None:
        raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._lines = [
            line
            for number, (words, following) in enumerate(pairwise([*raw, ""]), 1)
            for line in _unglued(Line(number, words.rstrip(), len(words) - len(words.lstrip()) + 1), following, profile)
        ]
        self._name = name
        self._profile = profile
        self._blocks: list[Block] = []
        self._open: list[Line] = []
        self._titled = False
        self._title_at = self._title_line()
        self._in_schemas = False
        self._section = ""
        self._headed_routes = [(rule.pattern, rule.then) for rule in profile.routes if rule.pattern and rule.then]

    def _title_line(self) -> int:
        """The index of the page's title: the first line above all routes that is one by what stands beside its subject.

        Without one, the first line that may be a title, and is no furniture of the site; -1 where none may.
        """
        above: list[int] = []
        for at, line in enumerate(self._lines[:_LONGEST_INTRO]):
            words = line.text.strip()
            if self._is_route(words) or words in METHODS or (above and self._is_title(words)):
                break
            if words and not self._is_noise(words) and not is_furniture(words):
                above.append(at)
        told = [pattern for pattern in self._profile.title if pattern.source != _ANY_TITLE]
        short = [at for at in above if not _SENTENCE_END.search(self._lines[at].text)]
        bare = [at for at in above if self._lines[at].text.strip().casefold() != _SEARCH] or above
        for lines, patterns in ((short, told), (bare, self._profile.title)):
            for at in lines:
                if any(pattern.match(self._lines[at].text.strip()) for pattern in patterns):
                    return at
        return -1

    def read(self) -> list[Block]:
        at = 0
        while at < len(self._lines):
            at = self._take(at)
        self._close()
        return self._blocks

    def _take(self, at: int) -> int:
        """Read what begins at this line; returns the index behind it."""
        line = self._lines[at]
        words = line.text.strip()
        if not words or self._is_noise(words):
            if not words:
                self._close()
            return at + 1
        if found := sample(self._lines, at, self._name):
            self._close()
            self._blocks.append(found[0])
            return found[1]
        if end := self._route(at, words):
            return end
        if self._names_field(at, words):
            self._close()
            origin = line.origin(self._name)
            self._blocks.append(Heading(origin=origin, level=4, text=inline.from_spans([Span("code", words)], origin)))
            return at + 1
        if end := self._boxes(at) or self._table(at) or self._definitions(at):
            return end
        if end := self._route_heading(at, words) or self._heading(at, words):
            return end
        self._open.append(line)
        return at + 1

    def _route(self, at: int, words: str) -> int:
        """A method and a path or URL, which may stand on the line below it; 0 where there is none."""
        end = at + 1
        below = [line.text.strip() for line in self._lines[end : end + 2]]
        paths = [line for line in below if line.startswith(("/", "http://", "https://"))]
        if words in METHODS and paths and paths == below[:1] and paths[0] != "/":
            words, end = f"{words} {below[0]}", end + 1
        if not self._is_route(words):
            return 0
        origin = self._lines[at].origin(self._name)
        self._title_operation(origin, said_below=self._is_prose(end))
        self._blocks.append(Code(origin=origin, language="http", text=words + "\n"))
        return end

    def _is_prose(self, at: int) -> bool:
        """Whether the next line says something, in a sentence or behind a label of its own."""
        following = at if at < len(self._lines) and self._lines[at].text.strip() else at + 1
        words = self._lines[following].text.strip() if following < len(self._lines) else ""
        if (found := _LABEL.match(words)) and label_kind(found[1], self._profile) in _LABELLED:
            return True
        return words.endswith(".") and words[:1].isupper() and " " in words

    def _is_route(self, words: str) -> bool:
        """True for a line that the profile expects as a block of its own, with method and path."""
        rules = (rule for rule in self._profile.routes if rule.where in ("code", "text"))
        return words[:1].isupper() and any(rule.pattern and rule.pattern.match(words) for rule in rules)

    def _names_field(self, at: int, words: str) -> bool:
        """Whether a name on a line of its own has lines with labels of a field below it."""
        if FIELD not in self._profile.sections or not _TERM.match(words):
            return False
        following = self._next(at)
        found = _LABEL.match(self._lines[following].text.strip()) if following < len(self._lines) else None
        return bool(found and label_kind(found[1], self._profile) in ("description", "field type"))

    def _is_noise(self, words: str) -> bool:
        return any(pattern.match(words) for pattern in self._profile.noise)

    def _close(self) -> None:
        """End the running paragraph."""
        for _, run in groupby(self._open, key=_is_status_entry):
            lines = tuple(run)
            self._blocks.append(self._running([line.text.strip() for line in lines], lines[0]))
        self._open = []

    def _running(self, lines: Sequence[str], first: Line) -> Block:
        """Lines without a blank one between them: a paragraph; or a list of statuses, a line each."""
        origin = first.origin(self._name)
        bare = [found[2] if (found := BULLET.match(line)) else line for line in lines]
        if len(lines) > 1 and all(_STATUS_ROW.match(line) for line in bare):
            lines = bare
            places = [Origin(self._name, line=first.number + index, column=1) for index in range(len(lines))]
            entries = tuple(map(_status_entry, lines, places))
            return Items(origin=origin, entries=entries, depths=(0,) * len(lines))
        lines = [part for line in lines for part in self._labels_apart(line)]
        labels = [found and label_kind(found[1], self._profile) for found in map(_LABEL.match, lines)]
        if not any(label in _LABELLED for label in labels):
            return Paragraph(origin=origin, text=plain_text("\n".join(lines), origin))
        spans: list[Span] = []
        for line in lines:
            label, sign, rest = line.partition(":")
            labelled = bool(sign) and label_kind(label, self._profile) != ""
            spans.extend([Span("strong", label + sign), Span("text", rest)] if labelled else [Span("text", line)])
            spans.append(Span("text", "\n"))
        return Paragraph(origin=origin, text=inline.from_spans(spans[:-1], origin))

    def _definitions(self, at: int) -> int:
        """Fields in a section of them, each a line with its name above what is said of it; 0 where there are none."""
        if self._section not in _OF_FIELDS or not self._profile.type_leads:
            return 0
        entries: list[tuple[Text, Text]] = []
        end = at
        while self._is_term(end):
            term = self._lines[end]
            end = self._next(end)
            said = [self._lines[end]]
            end += 1
            while self._is_said(end) and not self._is_term(end):
                said.append(self._lines[end])
                end += 1
            words = "\n".join(line.text.strip() for line in said)
            names = plain_text(term.text.strip(), term.origin(self._name))
            entries.append((names, plain_text(words, said[0].origin(self._name))))
            if self._is_term(following := self._next(end - 1)):
                end = following
        if entries:
            self._close()
            self._blocks.append(Definitions(origin=entries[0][0].origin, entries=tuple(entries)))
        return end if entries else 0

    def _labels_apart(self, line: str) -> Iterator[str]:
        """The line; or its parts, where several labels stand in it, each with what it says."""
        starts = [0] + [
            found.start()
            for found in (_INNER_LABEL.finditer(line) if line.count(": ") > 1 else ())
            if label_kind(line[found.start() :].partition(":")[0], self._profile) in (*_LABELLED, "ignore")
        ]
        ends = [*starts[1:], len(line)] if len(starts) > 2 else [len(line)]
        yield from (line[start:end].strip() for start, end in zip(starts, ends, strict=False))

    def _boxes(self, at: int) -> int:
        """Fields in a section of them: a name, a type and what is said, each on a line of its own; 0 for none."""
        end = self._behind_head_of_boxes(at)
        if self._section not in _OF_BOXES or not self._begins_box(end):
            return 0
        rows: list[tuple[Text, ...]] = []
        while self._begins_box(end):
            name, kind = self._lines[end], self._lines[self._next(end)]
            end = self._next(self._next(end))
            said: list[Line] = []
            while self._is_said_in_box(end, goes_on=bool(said)):
                said.append(self._lines[end])
                end += 1
            called = name.text.strip()
            cells = (
                (called.rstrip("*"), name),
                (kind.text.strip(), kind),
                ("yes" if called.endswith("*") else "", name),
                (" ".join(line.text.strip() for line in said), said[0] if said else kind),
            )
            rows.append(tuple(plain_text(words, line.origin(self._name)) for words, line in cells))
            end = end if end >= len(self._lines) or self._lines[end].text.strip() else end + 1
        self._add_table(at, _TITLES_OF_BOXES, rows, "")
        return end

    def _behind_head_of_boxes(self, at: int) -> int:
        """Where the first field begins: behind the titles of columns, a line each, where these stand here."""
        end = at
        for wanted in _BOX_COLUMNS:
            words = self._lines[end].text.strip() if end < len(self._lines) else ""
            if fields.role(words, self._profile) != wanted:
                return at
            end = self._next(end)
        return end

    def _begins_box(self, at: int) -> bool:
        """Whether a line is a name with nothing but a type below it; where marks stand below that, it is read later."""
        following = self._next(at)
        if following >= len(self._lines) or not _BOX_NAME.match(self._lines[at].text.strip()):
            return False
        kind = self._lines[following].text.strip()
        marks = self._lines[following + 1].text.strip() if following + 1 < len(self._lines) else ""
        if len(kind.split()) > _MOST_WORDS_OF_TYPE or _MARK_OF_BOX.match(marks):
            return False
        return any(rule.pattern.match(kind) for rule in self._profile.types)

    def _is_said_in_box(self, at: int, *, goes_on: bool) -> bool:
        """Whether a line is what is said of a field, or goes on with it; a title above a route is not."""
        words = self._lines[at].text.strip() if at < len(self._lines) else ""
        if not words or words[0] in "{[" or words.startswith("curl ") or self._begins_box(at) or self._is_title(words):
            return False
        if goes_on:
            return bool(_GOES_ON.match(words))
        following = self._next(at)
        below = self._lines[following].text.strip() if following < len(self._lines) else ""
        return not (_is_title(words) and (below in METHODS or self._is_route(below)))

    def _next(self, at: int) -> int:
        """The line after this one, or that behind an empty one."""
        return at + 1 if at + 1 >= len(self._lines) or self._lines[at + 1].text.strip() else at + 2

    def _is_said(self, at: int) -> bool:
        """Whether a line may be one more of what is said of a field."""
        words = self._lines[at].text.strip() if at < len(self._lines) else ""
        if not words or words[0] in "{[" or words.startswith("curl ") or self._is_route(words):
            return False
        return not self._is_title(words)

    def _is_title(self, words: str) -> bool:
        return words[:1].isalnum() and not words[:1].islower() and kind_of(words, self._profile)[0] != ""

    def _is_term(self, at: int) -> bool:
        words = self._lines[at].text.strip() if at < len(self._lines) else ""
        if not _TERM.match(words) or self._is_title(words):
            return False
        following = self._next(at)
        return self._is_said(following) and " " in self._lines[following].text.strip()

    def _say(self, level: int, line: Line) -> None:
        origin = line.origin(self._name)
        self._blocks.append(Heading(origin=origin, level=level, text=plain_text(line.text.strip(), origin)))

    # -- headings

    def _route_heading(self, at: int, words: str) -> int:
        """A heading that gives the method, and the URL on the next line; 0 where there is none."""
        rules = [then for pattern, then in self._headed_routes if pattern.match(words)] if words[0].isupper() else []
        if not rules:
            return 0
        below = next(
            (index for index in range(at + 1, len(self._lines)) if self._lines[index].text.strip()), len(self._lines)
        )
        end = below + 1
        while end < len(self._lines) and self._lines[end].text.strip().startswith("/"):
            end += 1
        url = "".join(line.text.strip() for line in self._lines[below:end])
        if not any(then.match(url) for then in rules):
            return 0
        self._close()
        self._section = ""
        self._say(2, self._lines[at])
        origin = self._lines[below].origin(self._name)
        self._blocks.append(Paragraph(origin=origin, text=plain_text(url, origin)))
        return end

    def _heading(self, at: int, words: str) -> int:
        line = self._lines[at]
        if not self._titled and at == self._title_at:
            self._close()
            self._blocks = [block for block in self._blocks if not _is_all_furniture(block)]
            self._say(1, line)
            self._titled = True
            return at + 1
        if self._in_schemas:
            return self._schema_heading(at, words)
        kind = kind_of(words, self._profile)[0] if len(words) < 80 else ""
        if not kind or _SENTENCE_END.search(words):
            return 0
        if kind == "route":
            self._title_operation(line.origin(self._name))
        if kind == "schemas":
            if not self._names_schema(at + 1):
                return 0
            self._in_schemas = True
        self._close()
        self._section = kind
        self._say(2 if kind == "schemas" else 3, line)
        return at + 1

    def _title_operation(self, route: Origin, *, said_below: bool = False) -> None:
        """Make a heading of the line that names the operation whose first section begins here.

        It stands since the last table, code or heading: the last line on its own that looks like a title, unless one
        stands right above it; else the first line that does. On the way to the first operation, the page's title, its
        URL and its sentences come before.

        Args:
            route: The place of its route.
            said_below: What is said of the operation stands below the route, so that nothing above it is that.
        """
        self._close()
        self._section = ""
        start = len(self._blocks)
        while start and isinstance(self._blocks[start - 1], Paragraph):
            start -= 1
        alone = [index for index in range(start, len(self._blocks)) if _is_title_alone(self._blocks[index])]
        is_said = not said_below and bool(alone) and alone[-1] == len(self._blocks) - 1
        while is_said and len(alone) > 1 and alone[-2] == alone[-1] - 1:
            alone.pop()
        for index in alone[-1:] or range(start, len(self._blocks)):
            block = self._blocks[index]
            if not isinstance(block, Paragraph) or _is_labelled(block):
                continue
            if parts := self._split_title(block, said_below=said_below):
                self._blocks[index : index + 1] = parts
                return
        self._title_by_first_line(start, route)

    def _title_by_first_line(self, start: int, route: Origin) -> None:
        """Make a heading of the first line since a table or code, though it is long for a title; else an empty one.

        Without one, the route would be one more of the operation above, which has its table or code already.
        """
        if not start or not isinstance(self._blocks[start - 1], Table | Code):
            return
        block = self._blocks[start] if start < len(self._blocks) else None
        first, _, rest = block.text.plain.partition("\n") if isinstance(block, Paragraph) else ("", "", "")
        is_title = _is_title(first, _LONG_TITLE_WORDS) and not rest[:1].islower()
        if isinstance(block, Paragraph) and is_title and not _is_labelled(block):
            heading = Heading(origin=block.origin, level=2, text=plain_text(first, block.origin))
            place = Origin(self._name, line=block.origin.line + 1, column=1)
            said = [Paragraph(origin=place, text=plain_text(rest, place))] if rest else []
            self._blocks[start : start + 1] = [heading, *said]
        elif not _is_route(self._blocks[start - 1]) and any(map(_is_route, self._blocks)):
            origin = block.origin if block else route
            self._blocks.insert(start, Heading(origin=origin, level=2, text=plain_text("", origin)))

    def _split_title(self, paragraph: Paragraph, *, said_below: bool) -> list[Block]:
        """The paragraph with the last line that looks like a title as a heading; [] where none does.

        Where one stands right above it and nothing more is said, it is what is said of that.
        """
        lines = paragraph.text.plain.split("\n")
        titles = [
            index
            for index, words in enumerate(lines)
            if _is_title(words) and not (index and _goes_on_with(lines[index - 1], lines[index + 1 :]))
        ]
        is_said = not said_below and bool(titles) and titles[-1] == len(lines) - 1
        while is_said and len(titles) > 1 and titles[-2] == titles[-1] - 1:
            titles.pop()
        if not titles:
            return []
        index = titles[-1]
        at = Origin(self._name, line=paragraph.origin.line + index, column=1)
        parts: list[Block] = [Heading(origin=at, level=2, text=plain_text(lines[index], at))]
        if before := lines[:index]:
            parts.insert(0, Paragraph(origin=paragraph.origin, text=plain_text("\n".join(before), paragraph.origin)))
        if after := lines[index + 1 :]:
            at = Origin(self._name, line=at.line + 1, column=1)
            parts.append(Paragraph(origin=at, text=plain_text("\n".join(after), at)))
        return parts

    def _schema_heading(self, at: int, words: str) -> int:
        """A schema's name, or the head of its tree or example, in the part of the page that lists schemas."""
        line = self._lines[at]
        if self._names_schema(at):
            self._close()
            self._say(3, line)
            return at + 1
        named = (block for block in reversed(self._blocks) if isinstance(block, Heading) and block.level == 3)
        above = next(named, None) if words.endswith(_SCHEMA_WORDS) else None
        if above and words in [above.text.plain + ending for ending in _SCHEMA_WORDS]:
            self._close()
            self._say(4, line)
            return at + 1
        return 0

    def _names_schema(self, at: int) -> bool:
        """True where the next text is a name N, and `N Schema` stands within the few lines after it."""
        following = [line.text.strip() for line in self._lines[at : at + 12] if line.text.strip()][:5]
        return bool(following) and following[0] + _SCHEMA_WORDS[0] in following[1:]

    # -- tables

    def _table(self, at: int) -> int:
        line = self._lines[at].text.strip()
        following = self._lines[at + 1].text if at + 1 < len(self._lines) else ""
        if "|" in line and _PIPE_RULE.match(following):
            return self._pipe_table(at)
        if "\t" in line and all(heads.is_column(cell, self._profile) for cell in line.split("\t")):
            return self._rows(at, [cell.strip() for cell in line.split("\t")], "")
        if columns := heads.glued(line, self._profile):
            return self._rows(at, columns, "glued")
        return self._spaced_table(at, line, following.strip()) or self._stacked_table(at)

    def _spaced_table(self, at: int, line: str, following: str) -> int:
        """A table whose cells have nothing but a space between them: a row a line, or all of it on one."""
        columns, rest = heads.spaced(" ".join(line.split()), self._profile)
        if not columns:
            return 0
        if not rest:
            begins = self._begins_spaced(following, columns)
            return self._rows(at, columns, "spaced") if begins else 0
        if not heads.starts_row(rest.split(), columns, self._profile):
            return 0
        origin = self._lines[at].origin(self._name)
        place = Origin(self._name, line=origin.line, column=origin.column + max(line.find(rest.split()[0]), 0))
        self._add_table(at, columns, [(plain_text(rest, place),)], "line")
        return at + 1

    def _begins_spaced(self, line: str, columns: Sequence[str]) -> bool:
        """Whether a line below a head may be a row; where no column has sentences, all of it must be known."""
        roles = tuple(fields.role(column, self._profile) or "" for column in columns)
        if "value" in roles:
            return bool(glue.value_row(line, roles))
        if "description" in roles:
            return heads.starts_row(line.split(), columns, self._profile, sure=False)
        words = line.split()[1:]
        return bool(words) and typed.apart(words, self._profile) == len(words)

    def _stacked_table(self, at: int) -> int:
        """A table with a cell a line, the empty ones dropped: a row goes on until it is full, or another begins."""
        first = self._lines[at].text
        if len(first) > heads.LONGEST_TITLE or not heads.is_column(first.strip(), self._profile):
            return 0
        step = 1 if at + 1 < len(self._lines) and self._lines[at + 1].text.strip() else 2
        lines = self._lines[at : at + _LONGEST_TABLE : step]
        columns = heads.stacked([line.text.strip() for line in lines[:12]], self._profile)
        rows: list[tuple[Text, ...]] = []
        end = len(columns)
        while columns and self._begins_row(lines, end, columns):
            start = end
            end += 1
            while self._is_cell(lines, end) and not self._ends_row(lines, start, end, columns):
                end += 1
            cells = [(line.text.strip(), line.origin(self._name)) for line in lines[start:end]]
            rows.append(tuple(plain_text(words, place) for words, place in _unbroken(cells, len(columns))))
        if not rows or (len(rows[-1]) < len(columns) and not heads.marks_rows(columns, self._profile)):
            return 0
        self._add_table(at, columns, rows, "cells")
        return at + end * step

    def _begins_row(self, lines: Sequence[Line], at: int, columns: Sequence[str]) -> bool:
        words = [line.text.strip() for line in lines[at : at + 2]]
        return self._is_cell(lines, at) and heads.starts_row(words, columns, self._profile, sure=False)

    def _ends_row(self, lines: Sequence[Line], start: int, end: int, columns: Sequence[str]) -> bool:
        """Whether a row has all its cells: another begins by its own sign, or there are as many as columns."""
        if heads.marks_rows(columns, self._profile):
            return self._begins_row(lines, end, columns)
        return end - start == len(columns)

    def _is_cell(self, lines: Sequence[Line], at: int) -> bool:
        words = lines[at].text.strip() if at < len(lines) else ""
        if not words or words[0] in "{[" or words.startswith("curl ") or _ROUTE.match(words):
            return False
        return not self._is_noise(words) and not kind_of(words, self._profile)[0]

    def _add_table(
        self,
        at: int,
        columns: Sequence[str],
        rows: Sequence[tuple[Text, ...]],
        damage: Damage,
        *,
        has_values: bool = False,
    ) -> None:
        self._close_above(columns, has_values=has_values)
        origin = self._lines[at].origin(self._name)
        titles = tuple(plain_text(column, origin) for column in columns)
        self._blocks.append(Table(origin=origin, columns=titles, rows=tuple(rows), damage=damage))

    def _close_above(self, columns: Sequence[str], *, has_values: bool = False) -> None:
        """End the running paragraph; the title right above a table of values is the name of their type."""
        has_values = has_values or any(
            pattern.match(title) for title in columns for pattern in self._profile.columns.get("value", ())
        )
        title = self._open.pop() if has_values and self._open and _is_title(self._open[-1].text.strip()) else None
        self._close()
        if title:
            self._say(3, title)
            return
        self._head_more_fields()
        last = self._blocks[-1] if self._blocks else None
        if has_values and isinstance(last, Paragraph) and _is_title_alone(last):
            self._blocks[-1] = Heading(origin=last.origin, level=3, text=last.text)

    def _head_more_fields(self) -> None:
        """Make a heading of the title above the sentence that announces one more table: it has fields of another thing.

        What the profile knows as a label goes on about the operation.
        """
        said = self._blocks[-1] if self._blocks else None
        if not isinstance(said, Paragraph) or not said.text.plain.endswith(":") or not self._has_table_since_route():
            return
        lines = said.text.plain.split("\n")
        if label_kind(lines[-1], self._profile):
            return
        above = self._blocks[-2] if len(self._blocks) > 1 else None
        if len(lines) == 1 and isinstance(above, Paragraph) and _is_title_alone(above):
            self._blocks[-2] = Heading(origin=above.origin, level=3, text=above.text)
        elif len(lines) > 1 and _is_title(lines[-2]):
            place = Origin(self._name, line=said.origin.line + len(lines) - 2, column=1)
            before = "\n".join(lines[:-2])
            self._blocks[-1:] = [Paragraph(origin=said.origin, text=plain_text(before, said.origin))] if before else []
            self._blocks.append(Heading(origin=place, level=3, text=plain_text(lines[-2], place)))
            place = Origin(self._name, line=place.line + 1, column=1)
            self._blocks.append(Paragraph(origin=place, text=plain_text(lines[-1], place)))

    def _has_table_since_route(self) -> bool:
        for block in reversed(self._blocks):
            if isinstance(block, Table):
                return "name" in fields.roles(block.columns, self._profile)
            if isinstance(block, Heading) or _is_route(block):
                return False
        return False

    def _pipe_table(self, at: int) -> int:
        """Rows of cells parted by `|`; a row that does not end in `|` goes on over the next line."""
        head = self._lines[at]
        framed = head.text.strip().startswith("|")
        titles = _cells(head.text, framed=framed)
        self._close_above(titles)
        columns = tuple(plain_text(cell, head.origin(self._name)) for cell in titles)
        rows: list[tuple[Text, ...]] = []
        end = at + 2
        while end < len(self._lines) and "|" in self._lines[end].text:
            line = self._lines[end]
            words = line.text.strip()
            while not words.endswith("|") and end + 1 < len(self._lines) and self._row_goes_on(end + 1):
                end += 1
                words += " " + self._lines[end].text.strip()
            if self._is_rest(words, end + 1, len(columns), framed=framed):
                end += 1
                words += " " + self._lines[end].text.strip()
            rows.append(self._placed(_cells(words, framed=framed), line))
            end += 1
        is_whole = framed and all(len(row) == len(columns) for row in rows)
        damage: Damage = "" if is_whole else "cells"
        table = Table(origin=head.origin(self._name), columns=columns, rows=tuple(rows), damage=damage)
        self._blocks.append(table)
        return end

    def _is_rest(self, first: str, at: int, columns: int, *, framed: bool) -> bool:
        """Whether a line has all the cells of a row but the first, which stands on the line before."""
        following = self._lines[at].text if at < len(self._lines) else ""
        return (
            columns > 2
            and len(_cells(first, framed=framed)) == 1
            and len(_cells(following, framed=False)) == columns - 1
        )

    def _row_goes_on(self, at: int) -> bool:
        words = self._lines[at].text.strip()
        return bool(words) and not kind_of(words, self._profile)[0]

    def _placed(self, cells: Sequence[str], line: Line) -> tuple[Text, ...]:
        made: list[Text] = []
        column = 0
        for cell in cells:
            found = line.text.find(cell, column) if cell else -1
            column = found + len(cell) if found >= 0 else column
            words = "" if cell.strip("`") == "" else cell
            made.append(plain_text(words, Origin(self._name, line=line.number, column=max(found, 0) + 1)))
        return tuple(made)

    def _rows(self, at: int, columns: Sequence[str], damage: Damage) -> int:
        """Rows up to the next blank line or heading; each is one text where nothing parts its cells."""
        rows: list[tuple[Text, ...]] = []
        end = at + 1
        roles = tuple(fields.role(column, self._profile) or "" for column in columns)
        is_apart = at == 0 or not self._lines[at - 1].text.strip()  # a blank line will stand below it, too
        while end < len(self._lines) and self._is_row(end, columns):
            if damage and not is_apart and not self._table_goes_on(end, roles, damage):
                break
            line = self._lines[end]
            words = line.text.strip()
            cells = [words] if damage else [cell.strip() for cell in words.split("\t")]
            rows.append(self._placed(cells, line))
            end += 1
        has_values = bool(damage and rows) and all(glue.value_row(row[0].plain, roles) for row in rows)
        self._add_table(at, columns, rows, damage, has_values=has_values)
        return end

    def _table_goes_on(self, at: int, roles: tuple[str, ...], damage: Damage) -> bool:
        """Whether a line may be a row whose cells nothing parts; what begins with no name and type may not.

        A row with a type of which nothing is known does not show that. It stands between others that do.
        """
        for end in range(at, min(at + _MOST_UNKNOWN, len(self._lines))):
            words = self._lines[end].text.strip()
            if not words or heads.glued(words, self._profile) or self._is_route(words) or BULLET.match(words):
                return False
            if self._may_begin(words, roles, damage):
                return True
        return False

    def _may_begin(self, words: str, roles: tuple[str, ...], damage: Damage) -> bool:
        """Whether a line may be a row by what it begins with."""
        if "value" in roles:
            return bool(glue.value_row(words, roles))
        if not {"name", "type"} <= {*roles}:
            return True
        if damage == "spaced":
            return typed.apart(words.split()[1:], self._profile) > 0
        begins = glue.begins_row(words, self._profile, roles) or glue.value_row(words, roles)
        return bool(begins or _UNPARTED.match(words))

    def _is_row(self, at: int, columns: Sequence[str]) -> bool:
        words = self._lines[at].text.strip()
        if not words or self._is_noise(words) or words.startswith("curl ") or _JSON_START.match(words):
            return False
        if "\t" in words:
            return True
        if not words[0].islower() and kind_of(words, self._profile)[0] and not _STATUS_ROW.match(words):
            return False
        if any(pattern.match(columns[0]) for pattern in self._profile.columns.get("status", ())):
            return bool(_STATUS_ROW.match(words))
        return True


def _unglued(line: Line, following: str, profile: Profile) -> Iterator[Line]:
    """The line; or its parts, where a sentence, the head of a table or a label is glued to a route or a call."""
    if found := _GLUED_ROUTE.match(line.text):
        yield Line(line.number, found[0], line.column)
        yield Line(line.number, line.text[found.end() :], line.column + found.end())
        return
    at = line.text.find("|") if "|" in following and _PIPE_RULE.match(following) else -1
    if at > 0 and heads.is_column(line.text[:at].strip(), profile):
        at = -1
    if at < 0 and line.text.endswith(":") and (quote := max(line.text.rfind(sign) for sign in "\"'")) > 0:
        at = quote + 1 if label_kind(line.text[quote + 1 : -1], profile) else -1
    if at <= 0:
        yield line
        return
    yield Line(line.number, line.text[:at].rstrip(), line.column)
    yield Line(line.number, line.text[at:], at + 1)


def _unbroken(cells: list[tuple[str, Origin]], columns: int) -> list[tuple[str, Origin]]:
    """The cells of a row, a line each; where there are more than columns, the third goes on over several lines."""
    surplus = len(cells) - columns
    if surplus <= 0:
        return cells
    end = len(cells) - 1 if "=" in cells[-1][0] else len(cells)
    if " " not in cells[end - 1][0] and not _SENTENCE_END.search(cells[end - 1][0]):
        end -= 1
    return [*cells[:2], (" ".join(words for words, _ in cells[2:end]), cells[2][1]), *cells[end:]]


def _is_title(words: str, most_words: int = _TITLE_WORDS) -> bool:
    """True for a few words without the signs of a sentence."""
    return (
        bool(words)
        and (words[0].isupper() or words[0].isdigit())
        and len(words.split()) <= most_words
        and not _SENTENCE_END.search(words)
        and "://" not in words
        and "=>" not in words
        and words.partition(" ")[0] not in METHODS
        and not is_furniture(words)
    )


def _goes_on_with(before: str, after: Sequence[str]) -> bool:
    """Whether a line stands in the middle of a sentence: the one before it ends none, the one after it begins none."""
    return not _SENTENCE_END.search(before) and bool(after) and after[0][:1].islower()


def _is_title_alone(block: Block) -> bool:
    """True for a paragraph that is one line that looks like a title, and no name with a value."""
    return isinstance(block, Paragraph) and _is_title(block.text.plain) and not {"\n", ":"} & {*block.text.plain}


def _is_route(block: Block) -> bool:
    """True for a route that stands alone."""
    return isinstance(block, Code) and block.language == "http"


def _is_all_furniture(block: Block) -> bool:
    """True for a paragraph whose every line is furniture of the site."""
    return isinstance(block, Paragraph) and all(map(is_furniture, block.text.plain.split("\n")))


def _is_labelled(block: Block) -> bool:
    """True for a paragraph that is one line, of a word and what it says of something: `Purpose: List invoices`."""
    return isinstance(block, Paragraph) and "\n" not in block.text.plain and _LABEL.match(block.text.plain) is not None


def _is_status_entry(line: Line) -> bool:
    found = BULLET.match(line.text)
    return bool(found and STATUS_ENTRY.match(found[2]))


def _status_entry(line: str, origin: Origin) -> Text:
    """A line that begins with a status, with that as a code span."""
    found = _STATUS_LINE.match(line)
    spans = [Span("code", found[1]), Span("text", found[2])] if found else [Span("text", line)]
    return inline.from_spans(spans, origin)


def _cells(line: str, *, framed: bool) -> list[str]:
    """The cells of a row; a `|` that ends it starts no cell, nor does the first where the table is `framed` by them."""
    words = line.strip().removesuffix("|")
    return [cell.strip() for cell in (words.removeprefix("|") if framed else words).split("|")]
