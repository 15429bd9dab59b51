"""A source's Markdown, block by block.

In: prose as people write it, which may hold anything. Out: Markdown that has only what is safe, on a page that has
headings of its own. Lines are `markdown.inline`'s business.
"""

from __future__ import annotations

import re

from generator.encoders.hypertext import to_markdown
from generator.encoders.markdown import HARD_BREAK, ITEM, MarkdownText, cell, fence, inline, lines_of, table

_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*([\w-]*)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
_RULE = re.compile(r"(?:-{3,}|={3,}|\*{3,}|_{3,})\Z")
_QUOTE = re.compile(r" {0,3}> [> ]*(.*)")
_COLUMNS = re.compile(r"\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\Z")
_BAR = re.compile(r"(?<!\\)\|")


def prose(value: str) -> MarkdownText:
    """A source's Markdown, rebuilt from what is safe in it: paragraphs, lists, tables, code, strong text and links.

    Headings are strong text, because the page has its own; quotes are paragraphs. HTML is kept as far as Markdown can
    say the same; other HTML and links that are no web addresses come out as plain text.
    """
    lines = lines_of(to_markdown(value)).expandtabs(4).split("\n")
    return MarkdownText("\n".join(_Blocks().of(lines)).strip("\n"))


class _Blocks:
    """Puts blocks together, line by line."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._levels: list[int] = []
        self._line_before = ""

    def of(self, lines: list[str]) -> list[str]:
        """The blocks of these lines."""
        place = 0
        while place < len(lines):
            line = lines[place]
            if mark := _FENCE.match(line):
                place = self._fence(lines, place + 1, mark[2].lower())
            elif "|" in line and place + 1 < len(lines) and _is_delimiter(lines[place + 1]):
                place = self._table(lines, place)
            else:
                self._line(line)
                self._line_before = line
                place += 1
        return self._done

    def _fence(self, lines: list[str], start: int, language: str) -> int:
        marks = (place for place in range(start, len(lines)) if (mark := _FENCE.match(lines[place])) and not mark[2])
        end = next(marks, len(lines))
        self._done.append(fence("\n".join(lines[start:end]), language))
        return end + 1

    def _table(self, lines: list[str], start: int) -> int:
        end = start + 2
        while end < len(lines) and "|" in lines[end]:
            end += 1
        heads, *rows = (_cells(line) for line in (lines[start], *lines[start + 2 : end]))
        width = len(heads)
        shown = table(heads, [[*row[:width], *[MarkdownText("")] * (width - len(row))] for row in rows])
        self._apart(shown or " ".join(heads))
        return end

    def _line(self, line: str) -> None:
        if not line.strip():
            self._space()
        elif item := ITEM.match(line):
            self._item(item)
        elif heading := _HEADING.match(line):
            self._apart(_strong(heading[1].rstrip().rstrip("#")))
        elif _RULE.match(line.strip()):
            self._rule(line.strip())
        elif quote := _QUOTE.match(line):
            if not _QUOTE.match(self._line_before):
                self._space()
            self._line(quote[1])
        else:
            if self._done and not self._done[-1]:
                self._levels = []
            self._done.append(inline(HARD_BREAK.sub("", line.strip())))

    def _item(self, item: re.Match[str]) -> None:
        if not self._levels:
            self._space()  # Python-Markdown wants it before a list
        if not item[3].strip():
            return
        self._levels = [*(level for level in self._levels if level < len(item[1])), len(item[1])]
        lead = "    " * (len(self._levels) - 1) + ("- " if item[2] in "-*+" else f"{item[2]} ")
        self._done.append(lead + inline(HARD_BREAK.sub("", item[3].rstrip())))

    def _rule(self, line: str) -> None:
        """A line that makes a heading of the one above (CommonMark §4.3), or parts what is above from what is below."""
        before = self._line_before.strip()
        if line[0] in "=-" and self._done and self._done[-1] == inline(before) and not self._levels and before:
            self._done.pop()
            self._apart(_strong(before))
        else:
            self._apart("")

    def _apart(self, block: str) -> None:
        """A block with space around it."""
        self._space()
        self._done += [block, ""] if block else []
        self._levels = []

    def _space(self) -> None:
        if self._done and self._done[-1]:
            self._done.append("")


def _strong(line: str) -> str:
    shown = inline(line.replace("*", "").strip())
    return f"**{shown}**" if shown else ""


def _is_delimiter(line: str) -> bool:
    return "|" in line and "-" in line and _COLUMNS.match(line.strip()) is not None


def _cells(line: str) -> list[MarkdownText]:
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [cell(part.strip()) for part in _BAR.split(inside)]
