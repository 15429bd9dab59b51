"""The walk over the lines of a page of plain text, from each block to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.diagnostics import Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import Block, Code, Heading, Items, Paragraph, Span, Table, Text, plain_text
from generator.readers.pages.formats.plain import boxes, routes, runs, tables, titles, upended
from generator.readers.pages.formats.plain.lines import BULLET, SENTENCE_END, STATUS_ENTRY, STATUS_ROW, Line, Lines
from generator.readers.pages.formats.plain.samples import behind_request, sample
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import FIELD, kind_of, label_kind

_STATUS_LINE = re.compile(r"([1-5][0-9]{2}(?: [A-Z][\w'-]*)*)(.*)")
_INNER_LABEL = re.compile(r"(?<=\S )(?=[A-Z][\w ]{1,30}: )")
_LABELLED = ("returns", "authentication", "field type")
_OF_TABLES = ("body", "json", "response fields")
_EXAMPLE = "request example"
_ANSWERS = ("responses", "response")
_OF_ANSWERS = ("response", "response fields")
_BARE_EXAMPLES = ("Example", "Examples")
_INSIDE_ANSWERS = ("body", "json", "headers")
"""Kinds of sections that may stand below the title of an answer, and are of that then."""
_STATUS_OF_ENTRY = re.compile(r"[-*•‣◦]\s+([1-5][0-9]{2})(?:\s+[a-z]+/[\w.+-]+)?\Z")
"""An entry of a list with nothing but a status, and what media type an answer has."""
_LONGEST_TITLE = 80
_SCHEMA_WORDS = (" Schema", " Example")
_PATH = ("/", "http://", "https://")
_IN_SMALL = tuple(method.lower() for method in METHODS)
_MOST_BETWEEN = 6
"""So many lines may the next title and its route have, with the empty ones around them."""


def read(text: str, name: str, profile: Profile) -> tuple[Block, ...]:
    """The blocks of a page scraped to plain text.

    Args:
        text: The page.
        name: The document's name, for places.
        profile: The words of its site.
    """
    lines = Lines(text, name, profile)
    lines.all = upended.turned(lines)
    return tuple(_Reader(lines).read())


class _Reader:
    """Walks the lines once; what stands before an operation's first section is looked at when that section comes."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._profile = lines.profile
        self._blocks: list[Block] = []
        self._open: list[Line] = []
        self._title_at = titles.title_of_page(lines)
        self._in_schemas = False
        self._section = ""
        self._headed_routes = [(rule.pattern, rule.then) for rule in self._profile.routes if rule.pattern and rule.then]

    def read(self) -> list[Block]:
        at = 0
        while at < len(self._lines):
            at = self._take(at)
        self._close()
        return self._blocks

    def _take(self, at: int) -> int:
        """Read what begins at this line; returns the index behind it."""
        words = self._lines.words(at)
        if not words or self._lines.is_noise(words):
            if not words:
                self._close()
            return at + 1
        if self._section in _ANSWERS and (status := _STATUS_OF_ENTRY.match(words)):
            self._section = _ANSWERS[-1]
            origin = self._lines.place(at)
            return self._add(Heading(origin=origin, level=4, text=plain_text(status[1], origin)), at + 1)
        if found := sample(self._lines, at):
            return self._add(*found)
        if (
            words.endswith(":")
            and label_kind(words[:-1], self._profile) in _OF_TABLES
            and tables.table(self._lines, at + 1)
        ):
            origin = self._lines.place(at)
            return self._add(Paragraph(origin=origin, text=plain_text(words, origin)), at + 1)
        if end := self._route(at, words):
            return end
        if listed := routes.listed(self._lines, at):
            return self._add(*listed)
        if terms := boxes.colon_definitions(self._lines, at):
            return self._add(*terms)
        if self._names_field(at, words):
            origin = self._lines.place(at)
            name = inline.from_spans([Span("code", words)], origin)
            return self._add(Heading(origin=origin, level=4, text=name), at + 1)
        if self._section in (*boxes.OF_BOXES, *_ANSWERS) and (found := runs.run(self._lines, at)):
            return self._add(*found)
        if table := boxes.boxes(self._lines, at, self._section) or tables.table(self._lines, at):
            self._name_table(table[0])
            return self._add(*table)
        if terms := boxes.definitions(self._lines, at, self._section):
            return self._add(*terms)
        if end := self._route_heading(at, words) or self._heading(at, words):
            return end
        self._open.append(self._lines.all[at])
        return at + 1

    def _add(self, block: Block, end: int) -> int:
        """Put a block behind the running paragraph, which ends here."""
        self._close()
        self._blocks.append(block)
        return end

    def _say(self, level: int, line: Line) -> None:
        origin = self._lines.origin(line)
        self._blocks.append(Heading(origin=origin, level=level, text=plain_text(line.text.strip(), origin)))

    # -- routes and fields

    def _route(self, at: int, words: str) -> int:
        """A method and a path or URL, which may stand on the line below it; 0 where there is none."""
        end = at + 1
        below = self._lines.words(end)
        if words in (*METHODS, *_IN_SMALL) and below.startswith(_PATH) and below != "/":
            words, end = f"{words.upper()} {below}", end + 1
        if not self._lines.is_route(words):
            return 0
        origin = self._lines.place(at)
        last = self._last_route()
        if last and self._is_call_of(last, words, end):
            whole = behind_request(self._lines, end)
            self._close()
            return (
                self._add(Code(origin=origin, language="", text=self._lines.text(at, whole)), whole) if whole else end
            )
        if last == words and self._next_begins(end, or_ends=True):  # said once more, below all of it
            return self._add(Heading(origin=origin, level=2, text=plain_text("", origin)), end)
        self._name_operation(origin, said_below=self._is_prose(end))
        whole = behind_request(self._lines, end)
        end = self._add(Code(origin=origin, language="http", text=words + "\n"), end)
        return self._add(Code(origin=origin, language="", text=self._lines.text(at, whole)), whole) if whole else end

    def _last_route(self) -> str:
        """The method and path that stand last above; "" where none do."""
        routes = (block for block in reversed(self._blocks) if isinstance(block, Code) and titles.is_route(block))
        last = next(routes, None)
        return last.text.strip() if last else ""

    def _is_call_of(self, route: str, words: str, end: int) -> bool:
        """Whether a line says the route above once more, above a call of it, or calls it in an example."""
        is_shown = self._section == _EXAMPLE and _is_call(words, route)
        return is_shown or (words == route and self._lines.words(end).startswith("curl "))

    def _next_begins(self, at: int, *, or_ends: bool = False) -> bool:
        """Whether the next lines are a route, or a title and a route, so that nothing more is said of what is above."""
        following = [at for at in range(at, min(at + _MOST_BETWEEN, len(self._lines))) if self._lines.words(at)][:2]
        words = [self._lines.words(index) for index in following]
        if not words:
            return or_ends
        is_titled = titles.is_title(words[0]) and not kind_of(words[0], self._profile)[0]
        return self._lines.is_route(words[0]) or (is_titled and len(words) > 1 and self._lines.is_route(words[1]))

    def _is_prose(self, at: int) -> bool:
        """Whether the next line says something, in a sentence or behind a label of its own."""
        words = self._lines.words(at) or self._lines.words(at + 1)
        if (found := titles.LABEL.match(words)) and label_kind(found[1], self._profile) in _LABELLED:
            return True
        return words.endswith(".") and words[:1].isupper() and " " in words

    def _names_field(self, at: int, words: str) -> bool:
        """Whether a name on a line of its own has lines with labels of a field below it."""
        if FIELD not in self._profile.sections or not boxes.is_term(words):
            return False
        found = titles.LABEL.match(self._lines.words(self._lines.next(at)))
        return bool(found and label_kind(found[1], self._profile) in ("description", "field type"))

    def _name_operation(self, route: Origin | None, *, said_below: bool = False) -> None:
        self._close()
        self._section = ""
        titles.name_operation(self._blocks, route, self._profile, said_below=said_below)

    def _name_table(self, table: Table) -> None:
        """End the running paragraph; the title right above a table of values is the name of their type."""
        has_values = tables.lists_values(table, self._profile)
        title = self._open.pop() if has_values and self._open and titles.is_title(self._open[-1].text.strip()) else None
        self._close()
        if title:
            self._say(3, title)
            return
        titles.name_more_fields(self._blocks, self._profile)
        if has_values:
            titles.name_values(self._blocks)

    # -- paragraphs

    def _close(self) -> None:
        """End the running paragraph."""
        for _, run in groupby(self._open, key=_is_status_entry):
            lines = tuple(run)
            self._blocks.append(self._running([line.text.strip() for line in lines], lines[0]))
        self._open = []

    def _running(self, lines: Sequence[str], first: Line) -> Block:
        """Lines without a blank one between them: a paragraph; or a list of statuses, a line each."""
        origin = self._lines.origin(first)
        lines = [line.removesuffix("\\").rstrip() for line in lines]  # what is left of a break in Markdown
        bare = [found[2] if (found := BULLET.match(line)) else line for line in lines]
        if len(lines) > 1 and all(STATUS_ROW.match(line) for line in bare):
            places = [Origin(origin.document, line=first.number + index, column=1) for index in range(len(bare))]
            entries = tuple(map(_status_entry, bare, places))
            return Items(origin=origin, entries=entries, depths=(0,) * len(bare))
        lines = [part for line in lines for part in self._labels_apart(line)]
        labels = [found and label_kind(found[1], self._profile) for found in map(titles.LABEL.match, lines)]
        if not any(label in _LABELLED for label in labels):
            return Paragraph(origin=origin, text=plain_text("\n".join(lines), origin))
        spans: list[Span] = []
        for line in lines:
            label, sign, rest = line.partition(":")
            labelled = bool(sign) and label_kind(label, self._profile) != ""
            spans.extend([Span("strong", label + sign), Span("text", rest)] if labelled else [Span("text", line)])
            spans.append(Span("text", "\n"))
        return Paragraph(origin=origin, text=inline.from_spans(spans[:-1], origin))

    def _labels_apart(self, line: str) -> Iterator[str]:
        """The line; or its parts, where several labels stand in it, each with what it says."""
        starts = [0] + [
            found.start()
            for found in (_INNER_LABEL.finditer(line) if line.count(": ") > 1 else ())
            if label_kind(line[found.start() :].partition(":")[0], self._profile) in (*_LABELLED, "ignore")
        ]
        ends = [*starts[1:], len(line)] if len(starts) > 2 else [len(line)]
        yield from (line[start:end].strip() for start, end in zip(starts, ends, strict=False))

    # -- headings

    def _route_heading(self, at: int, words: str) -> int:
        """A heading that gives the method, and the URL on the next line; 0 where there is none."""
        rules = [then for pattern, then in self._headed_routes if pattern.match(words)] if words[0].isupper() else []
        if not rules:
            return 0
        below = next((index for index in range(at + 1, len(self._lines)) if self._lines.words(index)), len(self._lines))
        end = below + 1
        while self._lines.words(end).startswith("/"):
            end += 1
        url = "".join(map(self._lines.words, range(below, end)))
        if not any(then.match(url) for then in rules):
            return 0
        self._close()
        self._section = ""
        self._say(2, self._lines.all[at])
        origin = self._lines.place(below)
        return self._add(Paragraph(origin=origin, text=plain_text(url, origin)), end)

    def _heading(self, at: int, words: str) -> int:
        line = self._lines.all[at]
        if at == self._title_at:
            self._close()
            self._blocks = [block for block in self._blocks if not titles.is_all_furniture(block)]
            self._say(1, line)
            return at + 1
        if self._in_schemas:
            return self._schema_heading(at, words)
        kind = kind_of(words, self._profile)[0] if len(words) < _LONGEST_TITLE else ""
        if not kind or SENTENCE_END.search(words) or words == words.lower() == "or":
            return 0
        if kind == "route" and self._section == _EXAMPLE:  # the request of the example
            return at + 1
        if kind == "route":
            self._name_operation(None)
        elif kind != _EXAMPLE and self._next_begins(at + 1):  # the title of a chapter
            return 0
        if kind == "schemas":
            if not self._names_schema(at + 1):
                return 0
            self._in_schemas = True
        self._close()
        inside = (kind in _INSIDE_ANSWERS or words in _BARE_EXAMPLES) and self._section in _OF_ANSWERS
        self._section = "response fields" if inside else kind
        self._say(2 if kind == "schemas" else 4 if inside else 3, line)
        return at + 1

    def _schema_heading(self, at: int, words: str) -> int:
        """A schema's name, or the head of its tree or example, in the part of the page that lists schemas."""
        named = (block for block in reversed(self._blocks) if isinstance(block, Heading) and block.level == 3)
        above = next(named, None) if words.endswith(_SCHEMA_WORDS) else None
        if self._names_schema(at):
            level = 3
        elif above and words in [above.text.plain + ending for ending in _SCHEMA_WORDS]:
            level = 4
        else:
            return 0
        self._close()
        self._say(level, self._lines.all[at])
        return at + 1

    def _names_schema(self, at: int) -> bool:
        """True where the next text is a name N, and `N Schema` stands within the few lines after it."""
        following = [words for words in map(self._lines.words, range(at, at + 12)) if words][:5]
        return bool(following) and following[0] + _SCHEMA_WORDS[0] in following[1:]


def _is_call(words: str, route: str) -> bool:
    """Whether a method and a URL are a call of a route, which may have more steps in front."""
    method, _, url = words.partition(" ")
    other, _, path = route.partition(" ")
    return method == other and path.partition("?")[0].endswith(url.partition("?")[0])


def _is_status_entry(line: Line) -> bool:
    found = BULLET.match(line.text)
    return bool(found and STATUS_ENTRY.match(found[2]))


def _status_entry(line: str, origin: Origin) -> Text:
    """A line that begins with a status, with that as a code span."""
    found = _STATUS_LINE.match(line)
    spans = [Span("code", found[1]), Span("text", found[2])] if found else [Span("text", line)]
    return inline.from_spans(spans, origin)
