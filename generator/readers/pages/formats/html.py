"""HTML -> blocks.

In: a saved page, or a table or definition list inside Markdown. Out: blocks, each at its line and column. The tokens
come from Python's own parser, which follows the HTML standard's tokenizer, tells exact places and never fails; what
the page is about is the part in `main` or `article`, without navigation, scripts, forms and banners. It knows no
profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from html.parser import HTMLParser
from itertools import groupby

from generator.diagnostics import Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import (
    Block,
    Code,
    Definitions,
    Heading,
    Items,
    Meta,
    Paragraph,
    Span,
    SpanKind,
    Table,
    Text,
)
from generator.records import dataclass

_SKIPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "textarea",
        "iframe",
        "dialog",
        "head",
    )
)
_SKIPPED_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu")
)
_BANNER = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|gdpr|breadcrumbs?|sidebar|toc|table-of-contents|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "pre",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "figure",
        "figcaption",
        "details",
        "summary",
        "address",
        "body",
        "html",
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:)[-\s]?([a-z0-9+#]+)", re.IGNORECASE)
_SPAN_KINDS: dict[str, SpanKind] = {
    "code": "code",
    "tt": "code",
    "kbd": "code",
    "samp": "code",
    "strong": "strong",
    "b": "strong",
    "a": "link",
}
_MARKS = re.compile(r"\b(?:required|optional|nullable|deprecated|removed)\b", re.IGNORECASE)
_ANCHOR_SIGNS = ("#", "¶", "§", "\u200b", "🔗", "")
_MAX_NESTING = 200


def read(text: str, name: str) -> tuple[Block, ...]:
    """The blocks of a page written in HTML.

    Args:
        text: The page, as it was saved.
        name: The document's name, for places.
    """
    return tuple(_content(_events(text, name, 0)))


def read_part(text: str, name: str, line: int) -> list[Block]:
    """The blocks of a piece of HTML inside another page, which begins behind that number of lines."""
    return [block for block in _content(_events(text, name, line)) if not isinstance(block, Meta)]


@dataclass(slots=True)
class _Element:
    """An element with its children; a child that is text stands with its place."""

    tag: str
    attributes: dict[str, str]
    origin: Origin
    children: list[_Element | tuple[str, Origin]] = field(default_factory=list)

    def walk(self) -> Iterator[_Element]:
        """All elements inside, in order."""
        stack: list[_Element] = [self]
        while stack:
            here = stack.pop()
            yield here
            stack.extend(child for child in reversed(here.children) if isinstance(child, _Element))


class _Tree(HTMLParser):
    """Builds a tree; end tags that are missing or wrong close what the standard lets them close."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self._name = name
        self._line = line
        self.root = _Element("html", {}, Origin(name, line=line + 1, column=1))
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_implied(tag)
        element = _Element(tag, {key: value or "" for key, value in attrs}, self._here())
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < _MAX_NESTING:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._open[-1].tag == tag and tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return
            if self._open[index].tag == "table" and tag not in ("html", "body", "main", "article"):
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append((data, self._here()))

    def _here(self) -> Origin:
        line, column = self.getpos()
        return Origin(self._name, line=line + self._line, column=column + 1)

    def _close_implied(self, tag: str) -> None:
        """Close what the start of this element ends (HTML standard §13.1.2.4, optional tags)."""
        closes = _IMPLIED.get(tag)
        if tag in _BLOCKS and self._open[-1].tag == "p":
            self._open.pop()
        if not closes:
            return
        for index in range(len(self._open) - 1, 0, -1):
            here = self._open[index].tag
            if here in closes:
                del self._open[index:]
                return
            if here in ("table", "ul", "ol", "dl"):
                return


_CELLS = frozenset(("td", "th"))
_IMPLIED: dict[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr",)),
    "td": _CELLS,
    "th": _CELLS,
    "tbody": frozenset(("thead", "tbody")),
    "tfoot": frozenset(("thead", "tbody")),
}


def _events(text: str, name: str, line: int) -> _Element:
    tree = _Tree(name, line)
    tree.feed(text)
    tree.close()
    return tree.root


def _content(root: _Element) -> Iterator[Block]:
    """The blocks of the part that the page is about."""
    yield from _meta(root)
    yield from _Reader().blocks(_main(root))


def _meta(root: _Element) -> Iterator[Meta]:
    entries: dict[str, str] = {}
    place: Origin | None = None
    for element in root.walk():
        if element.tag == "title" and "title" not in entries:
            entries["title"] = inline.joined("".join(c[0] for c in element.children if isinstance(c, tuple)))
            place = element.origin
        elif element.tag == "meta" and element.attributes.get("name", "").lower() == "description":
            entries["description"] = element.attributes.get("content", "")
            place = place or element.origin
        elif element.tag == "body":
            break
    if place:
        yield Meta(origin=place, entries=entries)


def _main(root: _Element) -> _Element:
    """The element that holds what the page is about: the only `main`, else the only `article`, else all of it."""
    for wanted in ("main", "article"):
        found = [e for e in root.walk() if e.tag == wanted or (wanted == "main" and e.attributes.get("role") == "main")]
        if len(found) == 1:
            return found[0]
    return root


def _is_skipped(element: _Element) -> bool:
    attributes = element.attributes
    if element.tag in _SKIPPED or attributes.get("role", "").lower() in _SKIPPED_ROLES:
        return True
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if element.tag in ("div", "section", "ul", "ol", "p"):
        return bool(_BANNER.search(attributes.get("class", "")) or _BANNER.search(attributes.get("id", "")))
    return False


class _Reader:
    """Turns elements into blocks."""

    def blocks(self, element: _Element) -> list[Block]:
        result: list[Block] = []
        running: list[_Element | tuple[str, Origin]] = []

        def close() -> None:
            text = _text(running)
            running.clear()
            if text.plain:
                result.append(Paragraph(origin=text.origin, text=text))

        for child in element.children:
            if isinstance(child, tuple) or (child.tag not in _BLOCKS and not self._holds_blocks(child)):
                if not isinstance(child, tuple) and _is_skipped(child):
                    continue
                running.append(child)
                continue
            close()
            if not _is_skipped(child):
                result.extend(self._block(child))
        close()
        return result

    def _holds_blocks(self, element: _Element) -> bool:
        return any(inner.tag in _BLOCKS for inner in element.walk())

    def _block(self, element: _Element) -> list[Block]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self._heading(element)
            case "pre":
                return self._code(element)
            case "table":
                return self._table(element)
            case "dl":
                return self._definitions(element)
            case "ul" | "ol":
                return self._items(element)
            case _:
                return self.blocks(element)

    def _heading(self, element: _Element) -> list[Block]:
        text = _text([child for child in element.children if not self._is_anchor(child)])
        anchor = element.attributes.get("id", "")
        for inner in element.walk():
            anchor = anchor or inner.attributes.get("id", "") or inner.attributes.get("name", "")
        heading = Heading(origin=element.origin, level=int(element.tag[1]), text=text, anchor=anchor)
        return [heading] if text.plain else []

    def _is_anchor(self, child: _Element | tuple[str, Origin]) -> bool:
        """True for the sign beside a heading that links to itself."""
        if isinstance(child, tuple) or child.tag not in ("a", "button", "span"):
            return False
        text = _text([child])
        return text.plain.strip() in _ANCHOR_SIGNS and not text.marks

    def _code(self, element: _Element) -> list[Block]:
        language = ""
        for inner in element.walk():
            found = _LANGUAGE.search(inner.attributes.get("class", ""))
            language = language or (found[1].lower() if found else "")
        language = element.attributes.get("data-language", language).lower()
        return [Code(origin=element.origin, language=language, text=_verbatim(element).strip("\n") + "\n")]

    def _table(self, element: _Element) -> list[Block]:
        rows: list[list[_Element]] = []
        for inner in _inside(element, "tr", "table"):
            cells = [child for child in inner.children if isinstance(child, _Element) and child.tag in _CELLS]
            if cells:
                rows.append(cells)
        if not rows:
            return []
        heads = [row for row in rows if all(cell.tag == "th" for cell in row)][:1] or rows[:1]
        columns = tuple(_cell(cell) for cell in heads[0])
        body = tuple(tuple(_cell(cell) for cell in row) for row in rows if row is not heads[0])
        return [Table(origin=element.origin, columns=columns, rows=body)]

    def _definitions(self, element: _Element) -> list[Block]:
        entries: list[tuple[Text, Text]] = []
        terms: list[Text] = []
        for inner in element.walk():
            if inner.tag == "dt":
                terms.append(_cell(inner))
            elif inner.tag == "dd" and terms:
                entries.extend((term, _cell(inner)) for term in terms)
                terms = []
        return [Definitions(origin=element.origin, entries=tuple(entries))] if entries else []

    def _items(self, element: _Element) -> list[Block]:
        entries: list[Text] = []
        depths: list[int] = []
        inner: list[Block] = []
        self._collect(element, 0, entries, depths, inner)
        result: list[Block] = []
        if entries:
            result.append(Items(origin=element.origin, entries=tuple(entries), depths=tuple(depths)))
        return [*result, *inner]

    def _collect(
        self, element: _Element, depth: int, entries: list[Text], depths: list[int], inner: list[Block]
    ) -> None:
        for item in element.children:
            if not isinstance(item, _Element):
                continue
            if item.tag in ("ul", "ol"):
                self._collect(item, depth + 1, entries, depths, inner)
                continue
            lists = [c for c in item.children if isinstance(c, _Element) and c.tag in ("ul", "ol", "pre", "table")]
            text = _text([child for child in item.children if child not in lists])
            if text.plain:
                entries.append(text)
                depths.append(depth)
            for nested in lists:
                if nested.tag in ("ul", "ol"):
                    if depth < 50:
                        self._collect(nested, depth + 1, entries, depths, inner)
                else:
                    inner.extend(self._block(nested))


def _inside(element: _Element, tag: str, boundary: str) -> Iterator[_Element]:
    """The elements of that name inside, but not inside another element of the name `boundary`."""
    stack = [child for child in reversed(element.children) if isinstance(child, _Element)]
    while stack:
        here = stack.pop()
        if here.tag == tag:
            yield here
        elif here.tag != boundary:
            stack.extend(child for child in reversed(here.children) if isinstance(child, _Element))


def _cell(element: _Element) -> Text:
    text = _text(element.children)
    return text if text.plain else Text(element.origin, "", "", ())


def _verbatim(element: _Element) -> str:
    """The text of a `pre`, as it stands; a `br` is a line end, and so is the end of a line's own element."""
    parts: list[str] = []
    stack: list[_Element | str] = [element]
    while stack:
        here = stack.pop()
        if isinstance(here, str):
            parts.append(here)
        elif here.tag == "br":
            parts.append("\n")
        elif here.tag not in ("button", "style", "script"):
            if here.tag in ("div", "li", "p") and parts and not parts[-1].endswith("\n"):
                parts.append("\n")
            stack.extend(child[0] if isinstance(child, tuple) else child for child in reversed(here.children))
    return "".join(parts)


def _text(children: Sequence[_Element | tuple[str, Origin]]) -> Text:
    """Running text with its spans."""
    spans: list[Span] = []
    origin: Origin | None = None
    stack: list[tuple[_Element | tuple[str, Origin], SpanKind, str]] = [
        (child, "text", "") for child in reversed(children)
    ]
    while stack:
        child, kind, target = stack.pop()
        if isinstance(child, tuple):
            if origin is None and child[0].strip():
                origin = _first_sign(*child)
            spans.append(Span(kind, re.sub(r"\s+", " ", child[0]), target))
            continue
        if child.tag == "br":
            spans.append(Span("text", "\n"))
            continue
        if _is_skipped(child) and child.tag not in ("header", "footer"):
            continue
        inner = _SPAN_KINDS.get(child.tag, kind)
        if inner == "link":
            target = child.attributes.get("href", "")
        if child.tag in ("strong", "b", "span", "em") and _MARKS.search(child.attributes.get("class", "")):
            spans.append(Span("mark", "".join(c[0] for c in child.children if isinstance(c, tuple)).strip()))
            continue
        if child.tag in _BLOCKS:
            spans.append(Span("text", " "))
            stack.append(((" ", child.origin), "text", ""))
        stack.extend((entry, inner, target) for entry in reversed(child.children))
    return inline.from_spans(_folded(spans), origin or Origin("", line=1, column=1))


def _first_sign(words: str, origin: Origin) -> Origin:
    """The place of the first sign that is no white space."""
    skipped = words[: len(words) - len(words.lstrip())]
    lines = skipped.count("\n")
    column = len(skipped) - skipped.rfind("\n") if lines else origin.column + len(skipped)
    return Origin(origin.document, line=origin.line + lines, column=column)


def _folded(spans: Sequence[Span]) -> list[Span]:
    """Neighbours of one kind as one span."""
    folded: list[Span] = []
    for (kind, target), run in groupby((span for span in spans if span.text), lambda span: (span.kind, span.target)):
        alike = [*run]
        folded.extend(alike if kind == "mark" else [Span(kind, "".join(span.text for span in alike), target)])
    return folded
