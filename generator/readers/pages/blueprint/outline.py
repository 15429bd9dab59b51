"""The text of a Blueprint -> its headings, each with the text and the list entries below it.

In: a page's text. Out: an `Outline`. Blueprint gives lists a meaning by their nesting, and writers indent them by two
or four blanks, so that this reads lines instead of Markdown. It knows Blueprint's words only to tell such a page apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from textwrap import dedent

from generator.diagnostics import Origin
from generator.records import dataclass

_META = re.compile(r"([A-Z][A-Za-z-]*):\s*(\S.*?)\s*\Z")
_HEADING = re.compile(r"(#{1,6})\s*(\S.*?)\s*#*\s*\Z")
_UNDERLINE = re.compile(r"(=+|-{3,})\s*\Z")
_ENTRY = re.compile(r"[+*-]\s+(\S.*)\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_METHODS = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE"
_SIGNS = re.compile(
    rf"(?m)\A\ufeff?\s*FORMAT: 1A\b|^#+\s.*\[(?:(?:{_METHODS})(?:\s+/[^\]\s]*)?|/[^\]\s]*)\]\s*#*\s*$"
    rf"|^#+\s+(?:{_METHODS})\s+/\S*\s*$"
)
_ANSWER = re.compile(r"(?m)^[+*-]\s+[Rr]esponse(?:\s+[1-5][0-9]{2})?\b")
_WORD, _BULLETS = "esponse", ("+", "*", "-")
_DEEPEST = 24
_CODE_INDENT = 6
"""Blanks, counted from an entry's sign, from which on text is a sample: writers use from six to eight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a list.

    Attributes:
        words: Its first line, without the sign before it.
        text: The paragraphs below that.
        code: The preformatted text below it; "" where there is none.
    """

    origin: Origin
    words: str
    text: str = ""
    code: str = ""
    items: tuple[Item, ...] = ()

    @property
    def sample(self) -> str:
        """The preformatted text, or what stands in its place with too few blanks before it."""
        return self.code or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it, up to the next one."""

    origin: Origin
    level: int
    words: str
    text: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A Blueprint: what its first lines say (`HOST: https://…`), and its sections."""

    meta: Mapping[str, str]
    sections: tuple[Section, ...]


def is_blueprint(text: str) -> bool:
    """Whether a page is a Blueprint: a heading ends with a method or path in brackets, and a list gives an answer."""
    return _lists_answer(text) and _SIGNS.search(text) is not None and _ANSWER.search(text) is not None


def _lists_answer(text: str) -> bool:
    """Whether an entry of a list begins with the word; plain words are found at once, patterns on most pages late."""
    at = text.find(_WORD)
    while at > 0:
        if text[text.rfind("\n", 0, at) + 1 : at - 1].strip() in _BULLETS:
            return True
        at = text.find(_WORD, at + len(_WORD))
    return False


@dataclass(slots=True)
class _Opened:
    """A heading (of level 1 or more) or an entry while it is being read."""

    origin: Origin
    words: str
    level: int = 0
    indent: int = 0
    text: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    items: list[_Opened] = field(default_factory=list)

    def item(self) -> Item:
        return Item(
            origin=self.origin,
            words=" ".join(self.words.split()),
            text=_joined(self.text),
            code=dedent("\n".join(self.code)).strip("\n"),
            items=tuple(entry.item() for entry in self.items),
        )


def read(text: str, name: str) -> Outline:
    """The outline of a Blueprint.

    Args:
        text: The page.
        name: The document's name, for places.
    """
    lines = [line.expandtabs(4) for line in text.lstrip("\ufeff").splitlines()]
    meta = dict(_meta(lines))
    reader = _Reader(name)
    for number, line in enumerate(lines, 1):
        if number > len(meta):
            reader.take(line, number)
    sections = (
        Section(
            origin=opened.origin,
            level=opened.level,
            words=" ".join(opened.words.split()),
            text=_joined(opened.text),
            items=tuple(entry.item() for entry in opened.items),
        )
        for opened in reader.sections
    )
    return Outline(meta=meta, sections=tuple(sections))


def _meta(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found = _META.match(line)
        if not found:
            return
        yield found[1].upper(), found[2]


def _joined(lines: list[str]) -> str:
    """Paragraphs, the lines of each joined by blanks."""
    paragraphs = "\n".join(lines).split("\n\n")
    return "\n\n".join(" ".join(words.split()) for words in paragraphs if words.strip())


class _Reader:
    """Takes one line after the other."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.sections: list[_Opened] = []
        self._stack: list[_Opened] = []
        self._fence = ""
        self._after_blank = True

    def take(self, line: str, number: int) -> None:
        """Take a line."""
        words = line.strip()
        origin = Origin(self._name, line=number, column=len(line) - len(line.lstrip()) + 1)
        if self._fence or (_FENCE.match(words) and self._stack):
            self._take_fenced(line, words)
        elif not words:
            self._after_blank = True
        else:
            self._take_words(line, words, origin)
            self._after_blank = False

    def _take_fenced(self, line: str, words: str) -> None:
        fence = _FENCE.match(words)
        if not self._fence and fence:
            self._fence = fence[1]
        elif fence and fence[1].startswith(self._fence) and words == fence[1]:
            self._fence = ""
        else:
            self._stack[-1].code.append(line)

    def _take_words(self, line: str, words: str, origin: Origin) -> None:
        indent = origin.column - 1
        heading = _HEADING.match(line) if indent == 0 else None
        if heading:
            self._open_section(_Opened(origin, heading[2], level=len(heading[1])))
            return
        if indent == 0 and _UNDERLINE.match(line) and not self._after_blank and self._underline(words):
            return
        if self._is_code(indent):
            self._add_code(line)
        elif (entry := _ENTRY.match(words)) and (len(self._stack) < _DEEPEST or indent <= self._stack[-1].indent):
            self._open_entry(_Opened(origin, entry[1], indent=indent))
        else:
            self._add_text(words, indent)

    def _open_section(self, section: _Opened) -> None:
        self.sections.append(section)
        self._stack.clear()

    def _underline(self, words: str) -> bool:
        """Make a heading of the line above, where that is text of its own."""
        above = self.sections[-1] if self.sections else None
        if above is None or self._stack or not above.text or not above.text[-1]:
            return False
        title = above.text.pop()
        origin = Origin(self._name, line=above.origin.line, column=1)
        self._open_section(_Opened(origin, title, level=1 if words[0] == "=" else 2))
        return True

    def _is_code(self, indent: int) -> bool:
        top = self._stack[-1] if self._stack else None
        return top is not None and indent >= top.indent + _CODE_INDENT and (self._after_blank or bool(top.code))

    def _add_code(self, line: str) -> None:
        code = self._stack[-1].code
        if self._after_blank and code:
            code.append("")
        code.append(line)

    def _open_entry(self, entry: _Opened) -> None:
        while self._stack and self._stack[-1].indent >= entry.indent:
            self._stack.pop()
        above = self._stack[-1] if self._stack else self.sections[-1] if self.sections else None
        if above is None:
            above = _Opened(entry.origin, "", level=1)
            self.sections.append(above)
        above.items.append(entry)
        self._stack.append(entry)

    def _add_text(self, words: str, indent: int) -> None:
        while self._stack and self._after_blank and indent <= self._stack[-1].indent:
            self._stack.pop()
        if not self._stack and not self.sections:
            self.sections.append(_Opened(Origin(self._name, line=1, column=1), "", level=1))
        target = self._stack[-1] if self._stack else self.sections[-1]
        if self._stack and not target.text and not self._after_blank:
            target.words = f"{target.words} {words}"  # its first line goes on
            return
        if self._after_blank and target.text:
            target.text.append("")
        target.text.append(words)
