"""Markdown and MDX -> blocks.

In: the text of a page. Out: blocks, each at its line. markdown-it-py finds the blocks (CommonMark with tables), but for
the plain tables, which `tables` takes out before. This module adds what documentation sites put on top: front matter
with or without its fences, definition lists, heading anchors, block shortcodes and MDX elements. It knows no profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.diagnostics import InputError, Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import (
    Block,
    Code,
    Definitions,
    Heading,
    Items,
    Meta,
    Paragraph,
    Table,
    Tag,
    Text,
)
from generator.readers.pages.formats import html, tables
from generator.source import Json, yaml_text

_PARSER = MarkdownIt("commonmark").enable("table")
_PARSER.core.ruler.disable(["inline"])  # text is read by `inline`, which understands the sites' own additions

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_WHOLE_TAG = re.compile(r"\s*<([A-Z][\w.]*)\b([^<>]*)>(.*)</\1>\s*$")
_OPEN_TAG = re.compile(r"\s*<([A-Z][\w.]*)\b((?:[^<>]|=>)*?)(/?)>\s*$")
_CLOSE_TAG = re.compile(r"\s*</([A-Z][\w.]*)>\s*$")
_SHORTCODE = re.compile(r"\s*\{\{[<%]\s*(/?)([\w.-]+)\s*(.*?)\s*/?[>%]\}\}\s*$")
_LIQUID = re.compile(r"\s*\{%\s*(end)?([\w.-]+)\s*(.*?)\s*%\}\s*$")
_BARE_HTML = re.compile(r"\s*(?:</?(?:br|small|big|span|a|div|center|p|img|hr|b|i|sup)\b[^<>]*>\s*)+$", re.IGNORECASE)
_SAYS_FACTS = re.compile(r"<(?:table|dl|h[1-6]|aside|summary)\b", re.IGNORECASE)
_SUMMARY = re.compile(r"<summary[^<>]*>(.*?)</summary>", re.IGNORECASE | re.DOTALL)
_SUMMARY_LEVEL = 4
_ASIDE = re.compile(r"(</?)aside\b", re.IGNORECASE)
_NOTE = re.compile(
    r"((?:\s*>)?)\s*(?:"  # the first or last line of a note: of Docusaurus, of GitHub, or a word in a quote
    r":{3,}\s*(?:[\w-]+(?:\[[^\]]*\]|\s[^|`]*)?)?|"
    r"(?<=>)\s*(?:\[!\w+\]|info|note|tip|success|warn|warning|caution|danger|important|error))\s*\Z",
    re.IGNORECASE,
)
_MODULE_LINE = re.compile(r"(?:import|export)\s.*(?:from\s+['\"]|=\s|['\"];?$)")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}|(\S+))""")
_FRONT_MATTER = re.compile(r"\ufeff?\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_BARE_META = re.compile(r"(?:[A-Za-z][\w-]*: \S.*\n)+(?=\s*\n)")
_ANCHOR = re.compile(r"""<a\s[^<>]*?\b(?:name|id)=["']([^"']+)["'][^<>]*>""")
_HEADING_ID = re.compile(r"\s*\{#([^{}\s]+)[^{}]*\}\s*#*\s*$")
_DEFINITION = re.compile(r" {0,3}:[ \t]+")
_MAX_COLUMN_SEARCH = 20_000
_COMMENT = re.compile(r"\s*\{/\*.*?\*/\}\s*\Z", re.DOTALL)
_MOST_COMMENTED = 50
"""So many lines a comment may have; what is never closed is none."""
_LABEL = r"\[((?:[^\[\]\\\n]|\\.){1,200})\]"
_TARGET = re.compile(rf"(?m)^ {{0,3}}{_LABEL}:[ \t]+<?([^\s<>]+)")
_SHORT_LINK = re.compile(rf"(?<![\]\\!\w]){_LABEL}(?![\[(:])")


def read(text: str, name: str) -> tuple[Block, ...]:
    """The blocks of a page written in Markdown or MDX.

    Args:
        text: The page, as it stands in the file.
        name: The document's name, for places.
    """
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    meta, start = _meta(source, name)
    lines = source.split("\n")
    body, taken = _take_tags(lines, start, name)
    taken.extend(tables.take(body, name))
    tokens = _PARSER.parse("\n".join(body))
    return (*meta, *_merge(taken, _Blocks(tokens, lines, name).read()))


def _meta(source: str, name: str) -> tuple[list[Block], int]:
    """Front matter, and the number of lines it takes up."""
    found = _FRONT_MATTER.match(source)
    inside = found[1] if found else ""
    if not found:
        found = _BARE_META.match(source)
        inside = found[0] if found else ""
    if not found:
        return [], 0
    lines = found[0].count("\n")
    try:
        tree: Json = yaml_text.parse(inside, name)[0]
    except InputError:
        tree = {key: value for key, _, value in (line.partition(": ") for line in inside.splitlines())}
    if not isinstance(tree, dict):
        return [], lines
    entries = {key: value.strip() for key, value in tree.items() if isinstance(value, str)}
    return [Meta(origin=Origin(name, line=1, column=1), entries=entries)], lines


def _take_tags(lines: list[str], start: int, name: str) -> tuple[list[str], list[Block]]:
    """Blank the front matter and the lines that are the site's own elements; those become blocks of their own.

    Left in place, an element would swallow the Markdown after it, as CommonMark's HTML blocks do.
    """
    body = [""] * start
    tags: list[Block] = []
    source = "\n".join(lines)
    targets = {_key(label): target for label, target in (_TARGET.findall(source) if "]:" in source else ())}
    fence, commented = "", 0
    for number, line in enumerate(lines[start:], start + 1):
        if number > commented and not fence:
            commented = number - 1 + _commented(lines, number - 1)
        if number <= commented:
            body.append("")
            continue
        first = line.lstrip()[:1]
        fenced = _FENCE.match(line) if first in ("`", "~") else None
        if fenced and (not fence or (fenced[1].startswith(fence) and not line.strip().strip(fence[0]))):
            fence = "" if fence else fenced[1]
        if fence:
            body.append(line)
            continue
        line = _linked(line, targets) if targets and "[" in line else line
        tag = _tag(line, Origin(name, line=number, column=1)) if first in ("<", "{") else None
        if tag:
            tags.append(tag)
        if first in (":", ">") and (note := _NOTE.match(line)):
            line = note[1]
        drop = tag or (first == "<" and _BARE_HTML.match(line))
        drop = drop or (first in ("i", "e") and line[:6] in ("import", "export") and _MODULE_LINE.match(line))
        if first != "|" and "|" in line and body and _goes_on(body[-1], line):
            body[-1], line = f"{body[-1].rstrip()} {line.strip()}", "| |"
        body.append("" if drop else line)
    return body, tags


def _commented(lines: Sequence[str], at: int) -> int:
    """How many lines the comment of MDX that begins at a line has; 0 where none does."""
    if not lines[at].lstrip().startswith("{/*"):
        return 0
    ends = (end for end in range(at, min(at + _MOST_COMMENTED, len(lines))) if lines[end].rstrip().endswith("*/}"))
    end = next(ends, None)
    return end - at + 1 if end is not None and _COMMENT.match("\n".join(lines[at : end + 1])) else 0


def _linked(line: str, targets: Mapping[str, str]) -> str:
    """The line with a link where the label of one stands alone (CommonMark §6.3, shortcut references)."""
    return _SHORT_LINK.sub(
        lambda found: f"{found[0]}({target})" if (target := targets.get(_key(found[1]))) else found[0], line
    )


def _key(label: str) -> str:
    return " ".join(label.casefold().split())


def _goes_on(before: str, line: str) -> bool:
    """Whether a line is the end of a table's row that was broken in two; an empty row takes its place."""
    row = before.strip()
    return row[:1] == "|" != row[-1:] and line.rstrip()[-1:] == "|" != line.lstrip()[:1]


def _tag(line: str, origin: Origin) -> Tag | None:
    if whole := _WHOLE_TAG.match(line):
        text = inline.read(whole[3], origin)
        return Tag(origin=origin, name=whole[1], attributes=_attributes(whole[2]), text=text)
    if opening := _OPEN_TAG.match(line):
        return Tag(origin=origin, name=opening[1], attributes=_attributes(opening[2]))
    if closing := _CLOSE_TAG.match(line):
        return Tag(origin=origin, name=closing[1], closing=True)
    if shortcode := _SHORTCODE.match(line):
        return Tag(origin=origin, name=shortcode[2], attributes=_attributes(shortcode[3]), closing=bool(shortcode[1]))
    if block := _LIQUID.match(line):
        return Tag(origin=origin, name=block[2], attributes=_attributes(block[3]), closing=bool(block[1]))
    return None


def _attributes(source: str) -> dict[str, str]:
    return {found[1]: next(filter(None, found.groups()[1:]), "") for found in _ATTRIBUTE.finditer(source)}


def _merge(taken: Sequence[Block], blocks: Sequence[Block]) -> list[Block]:
    """Both in the order of their lines. Where an element's text stands on lines of its own it joins the element."""
    merged = sorted((*taken, *blocks), key=lambda block: block.origin.line)
    result: list[Block] = []
    for block in merged:
        before = result[-2:]
        match block, before:
            case Tag(closing=True), [Tag(closing=False, text=None) as opening, Paragraph(text=text)] if (
                opening.name == block.name
            ):
                result[-2:] = [Tag(origin=opening.origin, name=opening.name, attributes=opening.attributes, text=text)]
            case _:
                result.append(block)
    return result


class _Blocks:
    """Turns the parser's tokens into blocks."""

    def __init__(self, tokens: list[Token], lines: list[str], name: str) -> None:
        self._tokens = tokens
        self._lines = lines
        self._name = name

    def read(self) -> list[Block]:
        blocks: list[Block] = []
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            end = self._end(at)
            match token.type:
                case "heading_open":
                    blocks.append(self._heading(self._tokens[at + 1], int(token.tag[1])))
                case "paragraph_open":
                    blocks.append(self._paragraph(self._tokens[at + 1]))
                case "bullet_list_open" | "ordered_list_open":
                    blocks.extend(self._items(at, end))
                case "table_open":
                    blocks.append(self._table(at, end))
                case "fence" | "code_block":
                    blocks.append(self._code(token))
                case "html_block":
                    blocks.extend(self._html(token))
                case _:
                    end = at  # a quote: what is inside is read as it comes
            at = end + 1
        return blocks

    def _end(self, at: int) -> int:
        """The index of the token that closes the one at `at`."""
        if self._tokens[at].nesting != 1:
            return at
        depth = 0
        for index in range(at, len(self._tokens)):
            depth += self._tokens[index].nesting
            if depth == 0:
                return index
        return len(self._tokens) - 1

    def _origin(self, token: Token, column: int = 1) -> Origin:
        return Origin(self._name, line=(token.map[0] if token.map else 0) + 1, column=column)

    def _heading(self, token: Token, level: int) -> Heading:
        source, anchor = token.content, ""
        if named := _HEADING_ID.search(source):
            source, anchor = source[: named.start()], named[1]
        elif linked := _ANCHOR.search(source):
            anchor = linked[1]
        origin = self._origin(token)
        return Heading(origin=origin, level=level, text=inline.read(source, origin), anchor=anchor)

    def _paragraph(self, token: Token) -> Block:
        origin = self._origin(token)
        if "\n:" in token.content and (definitions := _definitions(token.content, self._name, origin.line)):
            return definitions
        return Paragraph(origin=origin, text=inline.read(token.content, origin))

    def _items(self, start: int, end: int) -> Iterator[Block]:
        """A list; code and tables inside its entries follow it as blocks of their own."""
        entries: list[Text] = []
        depths: list[int] = []
        inner: list[Block] = []
        depth = -1
        for at in range(start, end + 1):
            token = self._tokens[at]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                depth += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
            elif token.type == "inline" and self._tokens[at - 1].type == "paragraph_open":
                entries.append(inline.read(token.content, self._origin(token)))
                depths.append(depth)
            elif token.type in ("fence", "code_block"):
                inner.append(self._code(token))
            elif token.type == "table_open":
                inner.append(self._table(at, self._end(at)))
        origin = self._origin(self._tokens[start])
        yield Items(origin=origin, entries=tuple(entries), depths=tuple(depths))
        yield from inner

    def _table(self, start: int, end: int) -> Table:
        rows: list[list[Text]] = []
        column = 0
        for token in self._tokens[start : end + 1]:
            if token.type == "tr_open":
                rows.append([])
                column = 0
            elif token.type == "inline" and rows:
                line = token.map[0] if token.map else 0
                text = self._lines[line] if line < len(self._lines) else ""
                found = text.find(token.content, column, _MAX_COLUMN_SEARCH)
                column = found + len(token.content) if found >= 0 else column
                place = Origin(self._name, line=line + 1, column=max(found, 0) + 1)
                rows[-1].append(inline.read(token.content, place))
        origin = self._origin(self._tokens[start])
        head, *body = rows or [[]]
        return Table(origin=origin, columns=tuple(head), rows=tuple(tuple(row) for row in body))

    def _code(self, token: Token) -> Code:
        language = token.info.strip().split(" ")[0].split("{")[0].strip(".").lower() if token.info else ""
        return Code(origin=self._origin(token), language=language, text=token.content)

    def _html(self, token: Token) -> list[Block]:
        """A block of HTML; only one that holds a heading, a note, a table or a definition list says facts."""
        if not _SAYS_FACTS.search(token.content):
            return []
        if _SUMMARY.search(token.content):
            return [Heading(origin=b.origin, level=_SUMMARY_LEVEL, text=b.text) for b in self._summary(token)]
        source = _ASIDE.sub(r"\1div", token.content)  # on a page by itself, what stands aside is no part of it
        return html.read_part(source, self._name, token.map[0] if token.map else 0)

    def _summary(self, token: Token) -> list[Paragraph]:
        """The words of a part that can be folded away; they are its heading."""
        found = _SUMMARY.search(token.content)
        line = (token.map[0] if token.map else 0) + token.content[: found.start() if found else 0].count("\n")
        blocks = html.read_part(f"<p>{found[1]}</p>" if found else "", self._name, line)
        return [block for block in blocks if isinstance(block, Paragraph)]


def _definitions(content: str, name: str, line: int) -> Block | None:
    """The definition list in a paragraph whose lines begin with a colon; None for another paragraph."""
    entries: list[tuple[Text, Text]] = []
    term: tuple[str, Origin] | None = None
    definition: list[str] = []
    place = Origin(name, line=line, column=1)

    def close() -> None:
        if term and definition:
            entries.append((inline.read(*term), inline.read("\n".join(definition), place)))
        definition.clear()

    lines = content.split("\n")
    for index, text in enumerate(lines):
        here = Origin(name, line=line + index, column=1)
        if found := _DEFINITION.match(text):
            close()
            place = Origin(name, line=line + index, column=found.end() + 1)
            definition.append(text[found.end() :])
        elif index + 1 < len(lines) and _DEFINITION.match(lines[index + 1]):
            close()
            term = (text.strip(), here)
        elif definition:
            definition.append(text)
    close()
    return Definitions(origin=entries[0][0].origin, entries=tuple(entries)) if entries else None
