"""Elements that hold a page's facts -> headings, routes and tables: `{% method path="/cups" %}` and what stands in it.

In: blocks, and what the profile says of the site's elements and template tags. Out: blocks in which the facts of their
attributes stand as they would on a page without them, so that one reader follows. It knows nothing of operations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.readers.pages import inline
from generator.readers.pages.blocks import Block, Code, Heading, Items, Paragraph, Table, Tag, Text, plain_text
from generator.readers.pages.profile import Element, Profile

_OPERATION_LEVEL, _SECTION_LEVEL, _RESPONSE_LEVEL = 2, 4, 5
_COLUMNS = {"name": "Name", "type": "Type", "required": "Required", "place": "In", "description": "Description"}
_END = "end"
_AUTHENTICATION, _PUBLIC = "Authentication", "This does not require authentication."
_NOT = ("no", "false", "none")


def unfold(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks, with those elements that the profile gives a meaning as the blocks that they amount to."""
    rules = {rule.tag: rule for rule in profile.elements}
    if not any(isinstance(block, Tag) and block.name in rules for block in blocks):
        return tuple(blocks)
    return _Unfolder(rules).unfold(blocks)


class _Unfolder:
    """Goes over the blocks once."""

    def __init__(self, rules: Mapping[str, Element]) -> None:
        self._rules = rules
        self._made: list[Block] = []
        self._rows: list[tuple[Tag, Element, list[Text]]] = []
        self._open = False
        self._untitled: int | None = None
        self._title: list[Text] | None = None

    def unfold(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        for block in blocks:
            if isinstance(block, Tag):
                self._tag(block)
            elif self._open:
                self._rows[-1][2].extend(_texts(block))
            elif self._title is not None:
                self._title.extend(_texts(block))
            else:
                self._close_table()
                self._made.append(block)
        self._close_table()
        return tuple(self._made)

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if name not in self._rules and name.removeprefix(_END) in self._rules:
            tag = replace(tag, name=name.removeprefix(_END), closing=True)
        rule = self._rules.get(tag.name)
        if rule is None:
            if not self._open:
                self._made.append(tag)
        elif rule.meaning == "field":
            self._field(tag, rule)
        elif not tag.closing:
            self._open = False
            self._close_table()
            self._begin(tag, rule)
        elif rule.meaning == "title":
            self._entitle()

    def _field(self, tag: Tag, rule: Element) -> None:
        self._open = not tag.closing and tag.text is None
        if not tag.closing:
            self._rows.append((tag, rule, [tag.text] if tag.text else []))

    def _begin(self, tag: Tag, rule: Element) -> None:
        """Put down what the opening of an element amounts to."""
        match rule.meaning:
            case "operation":
                route = f"{rule.of(tag, 'method').upper()} {_url(rule.of(tag, 'server'), rule.of(tag, 'path'))}"
                title = rule.of(tag, "title")
                self._untitled = None if title else len(self._made)
                heading = inline.read(title, tag.origin) if title else plain_text(route, tag.origin)
                anchor = self._taken_anchor(heading)
                self._made.append(Heading(origin=tag.origin, level=_OPERATION_LEVEL, text=heading, anchor=anchor))
                place = replace(tag.origin, column=2) if title else tag.origin
                self._made.append(Code(origin=place, language="http", text=route))
            case "title":
                self._title = [tag.text] if tag.text else []
                if tag.text:
                    self._entitle()
            case "section":
                text = plain_text(rule.title, tag.origin)
                self._made.append(Heading(origin=tag.origin, level=_SECTION_LEVEL, text=text))
            case "response":
                text = plain_text(rule.of(tag, "status"), tag.origin)
                self._made.append(Heading(origin=tag.origin, level=_RESPONSE_LEVEL, text=text))
                if said := rule.of(tag, "description"):
                    self._made.append(Paragraph(origin=tag.origin, text=inline.read(said, tag.origin)))
            case "authentication":
                words = plain_text(_AUTHENTICATION, tag.origin)
                self._made.append(Heading(origin=tag.origin, level=_SECTION_LEVEL, text=words))
                scopes = ", ".join(f"`{scope}`" for scope in rule.of(tag, "scopes").replace(",", " ").split())
                if scopes:
                    self._made.append(Paragraph(origin=tag.origin, text=inline.read(f"Scopes: {scopes}", tag.origin)))
                elif rule.of(tag, "needed").casefold() in _NOT:
                    self._made.append(Paragraph(origin=tag.origin, text=plain_text(_PUBLIC, tag.origin)))
            case _:
                if tag.text:
                    self._made.append(Paragraph(origin=tag.origin, text=tag.text))

    def _taken_anchor(self, title: Text) -> str:
        """The anchor of the heading right above, where that says the same; it is taken away then."""
        above = self._made[-1] if self._made else None
        if not isinstance(above, Heading) or above.level == 1 or above.text.plain != title.plain:
            return ""
        self._made.pop()
        return above.anchor

    def _entitle(self) -> None:
        """Give the last operation without a title the words of the element for it."""
        if self._untitled is not None and self._title:
            title = self._title[0]
            self._made[self._untitled] = Heading(origin=title.origin, level=_OPERATION_LEVEL, text=title)
        self._untitled, self._title = None, None

    def _close_table(self) -> None:
        """Put down the fields so far as one table."""
        if self._rows:
            origin = self._rows[0][0].origin
            columns = tuple(plain_text(title, origin) for title in _COLUMNS.values())
            rows = tuple(_row(tag, rule, texts) for tag, rule, texts in self._rows)
            self._made.append(Table(origin=origin, columns=columns, rows=rows))
            self._rows.clear()


def _row(tag: Tag, rule: Element, texts: Sequence[Text]) -> tuple[Text, ...]:
    cells = [plain_text(rule.of(tag, column), tag.origin) for column in _COLUMNS]
    if "\\" in cells[0].plain:  # a name may be written as Markdown has it
        cells[0] = inline.read(cells[0].plain, tag.origin)
    if texts:
        marked = "\n\n".join(text.marked for text in texts)
        spans = tuple(span for text in texts for span in text.spans)
        cells[-1] = Text(texts[0].origin, "\n\n".join(text.plain for text in texts), marked, spans)
    return tuple(cells)


def _texts(block: Block) -> tuple[Text, ...]:
    match block:
        case Paragraph():
            return (block.text,) if block.text.marked else ()
        case Items():
            return block.entries
        case _:
            return ()


def _url(server: str, path: str) -> str:
    return server.rstrip("/") + path if server and path.startswith("/") else path or server
