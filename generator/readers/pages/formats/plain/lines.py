"""The lines of a page of plain text, and what its site's profile tells of one by itself.

In: the text. Out: `Lines`. A line in which a sentence, the head of a table or a label is glued to a route or a call is
two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Origin
from generator.readers.pages.formats.plain import heads
from generator.readers.pages.patterns import METHODS, first_match
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of, label_kind
from generator.records import dataclass

BULLET = re.compile(r"(\s*)[-*•‣◦]\s+(\S.*)")
PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
SENTENCE_END = re.compile(r"[.:;!?,]\s*\Z")
STATUS_ENTRY = re.compile(r"[1-5][0-9]{2} [A-Z]")
STATUS_ROW = re.compile(r"[1-5][0-9X]{2}(?![0-9])")
_GLUED_HEAD = re.compile(r"(?:HTTP )?(?:Method|Verb)(?:Path|URL|URI|Endpoint|Route)(?=[A-Z]|\s*\Z)")
"""The head of a table of routes of which nothing parts the cells: none of its rows says where a path ends."""
_GLUED_ROW = re.compile(rf"(?:{'|'.join(METHODS)})/")
_LINK_SAID = re.compile(r"Section titled “[^”]*”")
"""What a link to a heading says to those who cannot see its sign; the text below the heading is glued to it."""
_GLUED_LABEL = re.compile(r"[}\]](?=[A-Z][\w -]{2,40}\Z)")
"""The end of a sample on one line with nothing but a few words right behind it."""
_GLUED_TITLE = re.compile(r"[a-z)]\.(?=[A-Z][\w' -]{2,60}\Z)")
"""The end of a sentence with nothing but a few words right behind it."""
_GLUED_MARK = re.compile(r"(?:required|optional)(?=[A-Za-z_$])")
"""What says whether a field is needed, with the next words right behind it."""
_MOST_WORDS_OF_TYPE = 3
_TITLED = ("schema fields", "schema example", "schema")
_GLUED_PATH = re.compile(r"/\S*[a-z0-9}](?=[A-Z][a-z]+ \S+ \S)")
_GLUED_ROUTE = re.compile(rf"(?:{'|'.join(METHODS)}) ?/\S*[a-z0-9}}](?=[A-Z][a-z]+ \S+ \S)")
"""A route with a sentence right behind it: no path ends in a small letter, and goes on with a capital and a space."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number, its text without what stands behind its last word, and the column where its words begin."""

    number: int
    text: str
    column: int


class Lines:
    """All lines of a page.

    Attributes:
        all: The lines, in order. An index stands for a line wherever one is asked for.
        name: The document's name.
        profile: The words of its site.
    """

    def __init__(self, text: str, name: str, profile: Profile) -> None:
        raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.name = name
        self.profile = profile
        self._routes = [rule.pattern for rule in profile.routes if rule.where in ("code", "text") and rule.pattern]
        self.all: list[Line] = []
        glued = False
        for number, (words, following) in enumerate(pairwise([*raw, ""]), 1):
            line = _line(number, words)
            glued = _GLUED_HEAD.match(words) is not None or (glued and _GLUED_ROW.match(words) is not None)
            if glued:
                self.all.append(line)
                continue
            above = self.all[-1].text.strip() if self.all else ""
            self.all.extend(_unglued(line, above, following, profile))

    def __len__(self) -> int:
        return len(self.all)

    def words(self, at: int) -> str:
        """What a line says; "" for an empty one, and behind the last."""
        return self.all[at].text.strip() if at < len(self.all) else ""

    def text(self, start: int, end: int) -> str:
        """The lines from one to before another, as they stand."""
        return "\n".join(line.text for line in self.all[start:end])

    def place(self, at: int) -> Origin:
        """The place of a line."""
        return self.origin(self.all[at])

    def origin(self, line: Line) -> Origin:
        """The place of a line."""
        return Origin(self.name, line=line.number, column=line.column)

    def next(self, at: int) -> int:
        """The line after this one, or that behind an empty one."""
        return at + 1 if at + 1 >= len(self.all) or self.words(at + 1) else at + 2

    # -- what the profile tells of a line

    def is_noise(self, words: str) -> bool:
        """True for what belongs to the site and not to the page."""
        return first_match(self.profile.noise, words) is not None

    def is_route(self, words: str) -> bool:
        """True for what the profile expects as a block of its own, with method and path."""
        return words[:1].isupper() and first_match(self._routes, words) is not None

    def is_section(self, words: str) -> bool:
        """True for the title of a section of a kind that the profile knows."""
        return words[:1].isalnum() and not words[:1].islower() and kind_of(words, self.profile)[0] != ""


def _is_type(words: str, profile: Profile) -> bool:
    parts = words.split(" | ") if words and len(words.split()) <= _MOST_WORDS_OF_TYPE else []
    return bool(parts) and all(any(rule.pattern.match(part) for rule in profile.types) for part in parts)


def _line(number: int, words: str) -> Line:
    """A line without what a site says of the link of the heading above it."""
    if found := _LINK_SAID.match(words):
        return Line(number, words[found.end() :].rstrip(), found.end() + 1)
    return Line(number, words.rstrip(), len(words) - len(words.lstrip()) + 1)


def _unglued(line: Line, above: str, following: str, profile: Profile) -> Iterator[Line]:
    """The line; or its parts, where a sentence, the head of a table or a label is glued to a route or a call."""
    if found := (_GLUED_PATH if above in METHODS else _GLUED_ROUTE).match(line.text):
        yield Line(line.number, found[0], line.column)
        yield Line(line.number, line.text[found.end() :], line.column + found.end())
        return
    if (found := _GLUED_TITLE.search(line.text)) and kind_of(line.text[found.end() :], profile)[0] in _TITLED:
        yield Line(line.number, line.text[: found.end()], line.column)
        yield Line(line.number, line.text[found.end() :], line.column + found.end())
        return
    if (found := _GLUED_MARK.match(line.text)) and _is_type(above, profile):
        yield Line(line.number, line.text[: found.end()], line.column)
        yield Line(line.number, line.text[found.end() :], line.column + found.end())
        return
    found = _GLUED_LABEL.search(line.text) if line.text[:1] in ("{", "[") else None
    if found and kind_of(line.text[found.end() :], profile)[0]:
        yield Line(line.number, line.text[: found.end()], line.column)
        yield Line(line.number, line.text[found.end() :], line.column + found.end())
        return
    at = line.text.find("|") if "|" in following and PIPE_RULE.match(following) else -1
    if at > 0 and heads.is_column(line.text[:at].strip(), profile):
        at = -1
    if at < 0 and line.text.endswith(":") and (quote := max(line.text.rfind(sign) for sign in "\"'")) > 0:
        at = quote + 1 if label_kind(line.text[quote + 1 : -1], profile) else -1
    if at <= 0:
        yield line
        return
    yield Line(line.number, line.text[:at].rstrip(), line.column)
    yield Line(line.number, line.text[at:], at + 1)
