"""reStructuredText -> blocks.

In: the text of a page. Out: blocks, each at its line: sections, paragraphs, lists, literal blocks, tables, field lists
and the directives that sites document APIs with. A directive named as a method (`.. http:get:: /cups`), or whose
argument begins with one (`.. rest_method:: GET /cups`), is a route; of one that is not known, what stands inside is
read as it comes. It is generous where docutils would complain, and knows no profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics import Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import Block, Code, Definitions, Heading, Items, Paragraph, Text, plain_text
from generator.readers.pages.formats.restructured import fields, tables
from generator.readers.pages.formats.restructured.lines import Line, dedented, indent_of
from generator.readers.pages.patterns import METHODS

_DIRECTIVE = re.compile(r"\.\. (?:[\w-]+:)*([\w-]+)::(?: +(.*))?\Z")
_ANY_DIRECTIVE = re.compile(r"(?m)^ {0,8}\.\. (?:[\w-]+:)*[\w-]+::(?: |$)")
_MARKDOWN = re.compile(r"(?m)^ {0,3}(?:#{1,6}[ \t]+\S|```|~~~[\w{]|<[!a-zA-Z])")
_COMMENT = re.compile(r"\.\.(?: |\Z)")
_OPTION = re.compile(r":[\w-]+:(?: .*)?\Z")
_ADORNMENT = re.compile(r"([=\-~^\"'`+*#.:_<>])\1{2,}\Z")
_BULLET = re.compile(r"([-*+•]|#\.|\d{1,3}[.)])\s+(?=\S)")
_ROUTE = re.compile(rf"(?:{'|'.join(METHODS)})\s+/\S*\Z")
_ROLE = re.compile(r"(?::[\w+-]+)+:`([^`]+)`")
_NAMED_TARGET = re.compile(r"(.+?)\s*<[^<>]+>\Z", re.DOTALL)
_LINK = re.compile(r"`([^`<>]+?)\s*<([^<>`]+)>`__?")
_REFERENCE = re.compile(r"(?<![`\w])`([^`<>]+)`_{1,2}(?!\w)")
_LITERAL = ("code-block", "code", "sourcecode", "parsed-literal", "code-tab", "prompt", "example", "literalinclude")
_NOT_SHOWN = (
    "toctree",
    "contents",
    "index",
    "image",
    "figure",
    "meta",
    "highlight",
    "include",
    "only",
    "raw",
    "default-domain",
)
_PARAMETERS = "rest_parameters"
_DEEPEST = 6
_MOST_DEPTH = 40


def is_restructured(text: str) -> bool:
    """Whether a page is reStructuredText: it has directives, and nothing that only Markdown or HTML has."""
    return ".. " in text and _ANY_DIRECTIVE.search(text) is not None and _MARKDOWN.search(text) is None


def read(text: str, name: str) -> tuple[Block, ...]:
    """The blocks of a page.

    Args:
        text: The page, as it stands in the file.
        name: The document's name, for places.
    """
    source = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(8).split("\n")
    lines = [Line(number, words.rstrip()) for number, words in enumerate(source, 1)]
    return tuple(_Reader(name).blocks(lines))


class _Reader:
    """Reads stretches of lines, each with the indentation of what it stands in taken off."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._levels: list[tuple[str, bool]] = []
        self._depth = 0

    def blocks(self, lines: Sequence[Line]) -> Iterator[Block]:
        """The blocks of lines that are indented no further than their first; what lies very deep is text."""
        if self._depth == _MOST_DEPTH:
            yield from self._paragraph([line for line in lines if line.text], literal=False)
            return
        self._depth += 1
        yield from self._blocks(lines)
        self._depth -= 1

    def _blocks(self, lines: Sequence[Line]) -> Iterator[Block]:
        at = 0
        while at < len(lines):
            if not lines[at].text:
                at += 1
                continue
            end = at + 1
            if title := self._title(lines, at):
                heading, end = title
                yield heading
            elif found := _DIRECTIVE.match(lines[at].text):
                end = _end_of_block(lines, at + 1)
                yield from self._directive(found[1].casefold(), found[2] or "", lines[at], lines[at + 1 : end])
            elif _COMMENT.match(lines[at].text):
                end = _end_of_block(lines, at + 1)
            elif lines[at].text[0] == " ":
                end = _end_of_block(lines, at)
                yield from self.blocks(dedented(lines[at:end]))
            elif table := tables.table(lines, at, self._text):
                block, end = table
                yield block
            elif listed := fields.listed(lines, at):
                entries, end = listed
                yield from fields.blocks(entries, self._text, self.blocks)
            elif _BULLET.match(lines[at].text):
                end = _end_of_list(lines, at)
                yield from self._items(lines[at:end])
            elif _is_term(lines, at):
                end = _end_of_terms(lines, at)
                yield self._definitions(lines[at:end])
            else:
                end = next(
                    (i for i in range(at, len(lines)) if not lines[i].text or _ends_paragraph(lines, i, at)), len(lines)
                )
                literal = lines[end - 1].text.endswith("::")
                yield from self._paragraph(lines[at:end], literal=literal)
                if literal:
                    start, end = end, _end_of_block(lines, end)
                    yield from self._code("", lines[start:end])
            at = max(end, at + 1)

    # -- sections

    def _title(self, lines: Sequence[Line], at: int) -> tuple[Heading, int] | None:
        """The section that begins here: a title with a line of signs below it, and perhaps one above."""
        over = _ADORNMENT.match(lines[at].text)
        title = lines[at + 1] if over and at + 1 < len(lines) else lines[at]
        under = at + 2 if over else at + 1
        below = lines[under].text if under < len(lines) else ""
        if not _ADORNMENT.match(below) or not title.text.strip() or _ADORNMENT.match(title.text):
            return None
        if (over and lines[at].text != below) or (not over and title.text[0] == " "):
            return None
        style = (below[0], over is not None)
        if style not in self._levels:
            self._levels.append(style)
        level = min(self._levels.index(style) + 1, _DEEPEST)
        text = self._text(title.text.strip(), title.number)
        return Heading(origin=text.origin, level=level, text=text), under + 1

    # -- directives

    def _directive(self, name: str, argument: str, first: Line, rest: Sequence[Line]) -> Iterator[Block]:
        content = dedented(rest)
        while content and _OPTION.match(content[0].text):
            content = content[1:]
        route = f"{name.upper()} {argument}" if name.upper() in METHODS else " ".join(argument.split())
        if _ROUTE.match(route):
            origin = Origin(self._name, line=first.number, column=1)
            yield Paragraph(origin=origin, text=plain_text(route, origin))
            yield from self.blocks(content)
        elif name in _LITERAL:
            yield from self._code(argument, content)
        elif name in tables.DIRECTIVES:
            yield from tables.directive(name, dedented(rest), self._text)
        elif name == _PARAMETERS:
            yield from tables.of_names(content, self._text)
        elif name not in _NOT_SHOWN:
            yield from self.blocks(content)

    def _code(self, language: str, lines: Sequence[Line]) -> Iterator[Code]:
        shown = dedented(lines)
        if text := "\n".join(line.text for line in shown).strip("\n"):
            origin = Origin(self._name, line=shown[0].number, column=1)
            yield Code(origin=origin, language=language.strip().casefold(), text=text + "\n")

    # -- lists and text

    def _items(self, lines: Sequence[Line], depth: int = 0) -> Iterator[Block]:
        """A list, and those inside its entries; samples in them follow it as blocks of their own."""
        entries: list[Text] = []
        depths: list[int] = []
        inner: list[Block] = []
        for entry in _entries(lines):
            said = entry[: next((i for i, line in enumerate(entry) if not line.text or _begins(entry, i)), len(entry))]
            entries.append(self._text(" ".join(line.text.strip() for line in said).removesuffix("::"), entry[0].number))
            depths.append(depth)
            if said[-1].text.endswith("::"):
                inner.extend(self._code("", entry[len(said) :]))
                continue
            for block in self._inside(entry[len(said) :], depth):
                if isinstance(block, Items):
                    entries.extend(block.entries)
                    depths.extend(block.depths)
                elif isinstance(block, Paragraph) and entries:
                    joined = inline.from_spans(
                        [*entries[-1].spans, *plain_text(" ", entries[-1].origin).spans, *block.text.spans],
                        entries[-1].origin,
                    )
                    entries[-1] = joined
                else:
                    inner.append(block)
        yield Items(origin=entries[0].origin, entries=tuple(entries), depths=tuple(depths))
        yield from inner

    def _inside(self, lines: Sequence[Line], depth: int) -> Iterator[Block]:
        lines = dedented(lines)
        if lines and _BULLET.match(lines[0].text):
            end = _end_of_list(lines, 0)
            yield from self._items(lines[:end], depth + 1)
            lines = lines[end:]
        yield from self.blocks(lines)

    def _definitions(self, lines: Sequence[Line]) -> Definitions:
        found: list[tuple[Text, Text]] = []
        for at in (at for at, line in enumerate(lines) if line.text and line.text[0] != " "):
            end = next((i for i in range(at + 1, len(lines)) if lines[i].text and lines[i].text[0] != " "), len(lines))
            said = " ".join(line.text.strip() for line in lines[at + 1 : end] if line.text)
            term = self._text(lines[at].text, lines[at].number)
            found.append((term, self._text(said, lines[at + 1].number)))
        return Definitions(origin=found[0][0].origin, entries=tuple(found))

    def _paragraph(self, lines: Sequence[Line], *, literal: bool) -> Iterator[Block]:
        words = "\n".join(line.text.strip().removeprefix("| ") for line in lines)
        words = words[:-1] if literal else words
        if words.strip(": "):
            text = self._text(words.strip(), lines[0].number)
            yield Paragraph(origin=text.origin, text=text)

    def _text(self, words: str, line: int) -> Text:
        """Running text, its roles and links as Markdown has them."""
        words = _LINK.sub(r"[\1](\2)", words)
        words = _ROLE.sub(lambda role: _said_by(role[1]), words)
        words = _REFERENCE.sub(r"\1", words).replace(" -- ", " – ")
        return inline.read(words, Origin(self._name, line=line, column=1))


def _said_by(role: str) -> str:
    """What a role shows: the words before its target; a path or a name as code."""
    titled = _NAMED_TARGET.match(role)
    return titled[1].strip() if titled else role if " " in role else f"`{role}`"


def _end_of_block(lines: Sequence[Line], at: int) -> int:
    """The end of the indented lines that begin here, without the empty ones behind them."""
    end = at
    for index in range(at, len(lines)):
        if lines[index].text and lines[index].text[0] != " ":
            break
        end = index + 1 if lines[index].text else end
    return end


def _end_of_list(lines: Sequence[Line], at: int) -> int:
    end = at
    for index in range(at, len(lines)):
        words = lines[index].text
        if words and words[0] != " " and not _BULLET.match(words):
            break
        end = index + 1 if words else end
    return end


def _entries(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The entries of a list, each without its sign and its indentation."""
    starts = [at for at, line in enumerate(lines) if _BULLET.match(line.text)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _BULLET.match(lines[start].text)
        width = found.end() if found else 0
        first = Line(lines[start].number, lines[start].text[width:])
        yield [first, *(Line(line.number, line.text[min(width, indent_of(line)) :]) for line in lines[start + 1 : end])]


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Whether something of its own begins inside an entry: a list, a directive."""
    return at > 0 and bool(_BULLET.match(lines[at].text) or _DIRECTIVE.match(lines[at].text))


def _is_term(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a term: what is said of it follows at once, and further in."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return below[:1] == " " and not lines[at].text.endswith(("::", ",")) and len(lines[at].text) < 100


def _end_of_terms(lines: Sequence[Line], at: int) -> int:
    end = _end_of_block(lines, at + 1)
    while end < len(lines):
        following = end if lines[end].text else end + 1
        if following >= len(lines) or _DIRECTIVE.match(lines[following].text) or not _is_term(lines, following):
            break
        end = _end_of_block(lines, following + 1)
    return end


def _ends_paragraph(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether a paragraph ends before a line although no empty one parts them."""
    return at > start and bool(_DIRECTIVE.match(lines[at].text))
