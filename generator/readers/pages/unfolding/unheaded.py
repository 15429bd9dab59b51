"""Text scraped without its headings, or without some -> the same with headings where its sections open.

In: the blocks of a page of plain text. Out: the blocks, with a heading before each operation and each section that has
none left. What a section opens with - the titles of its table, or the first words of its text - is known by the site's
profile. An operation that lost its heading has no name: its heading is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from generator.diagnostics import Origin
from generator.readers.pages.blocks import Block, Code, Heading, Paragraph, Table, plain_text
from generator.readers.pages.notation import curl
from generator.readers.pages.patterns import METHODS, Vocabulary
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of

_ROUTE = re.compile(rf"(?:{'|'.join(METHODS)})\s+https?://")
_URL = re.compile(r"https?://")
_BREAK = re.compile(r"(?<=//)\s+|\s+(?=[/?])")
"""White space that scraping put around the links or bold words inside a URL."""
_SENTENCE_END = re.compile(r"[.:;!?]\Z")


def unfold(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks, with the headings that are missing."""
    if not profile.openings:
        return tuple(blocks)
    pieces = [piece for block in blocks for piece in (_pieces(block, profile) if _is_text(block) else (block,))]
    made: list[Block] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        _add(piece, following, made, profile)
    return (*_title(made, profile), *made)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph)


def _pieces(block: Block, profile: Profile) -> Iterator[Block]:
    """A paragraph, parted where a route stands or a section opens; URLs are in one line again."""
    if not isinstance(block, Paragraph):
        return
    open_lines: list[str] = []
    start = 0
    lines = block.text.plain.split("\n")
    at = 0
    while at < len(lines):
        words, end = lines[at].strip(), at + 1
        is_route = _ROUTE.match(words) is not None
        if is_route or _URL.match(words):
            while end < len(lines) and lines[end].strip().startswith("/"):
                words, end = f"{words} {lines[end].strip()}", end + 1
            words = _BREAK.sub("", words)
            is_route = _ROUTE.match(words) is not None
        if open_lines and (is_route or _opened(words, profile)):
            yield _paragraph(open_lines, block, start)
            open_lines = []
        start = start if open_lines else at
        open_lines.append(words)
        if is_route:
            yield _paragraph(open_lines, block, start)
            open_lines = []
        at = end
    if open_lines:
        yield _paragraph(open_lines, block, start)


def _paragraph(lines: Sequence[str], block: Block, start: int) -> Paragraph:
    origin = Origin(block.origin.document, line=block.origin.line + start, column=1)
    return Paragraph(origin=origin, text=plain_text("\n".join(lines), origin))


def _is_route(block: Block, profile: Profile) -> bool:
    rules = (rule.pattern for rule in profile.routes if rule.where == "section" and rule.pattern)
    return isinstance(block, Paragraph) and any(pattern.match(block.text.plain) for pattern in rules)


def _opened(words: str, profile: Profile) -> str:
    """The kind of section that opens with these words; "" for none."""
    return _openings(profile).begins(words)


def _headed(table: Table, profile: Profile) -> str:
    """The kind of section whose table has these titles; "" for none."""
    words = " ".join(column.plain for column in table.columns)
    return _openings(profile).find(words)[0]


@lru_cache
def _openings(profile: Profile) -> Vocabulary:
    return Vocabulary(profile.openings)


def _add(piece: Block, following: Block | None, made: list[Block], profile: Profile) -> None:
    """Put a piece behind the others, with the heading that it lost."""
    section = _section(made, profile)
    match piece:
        case Paragraph() if section != "route" and _is_route(piece, profile) and _is_section(following, profile):
            description = _taken_description(made)
            made.append(Heading(origin=piece.origin, level=2, text=plain_text("", piece.origin)))
            made.extend(description)
            made.extend(_heading("route", piece.origin, profile))
        case Paragraph() if not section and (kind := _opened(piece.text.plain, profile)):
            made.extend(_heading(kind, piece.origin, profile))
        case Table() if not section and not _announced(made):
            heading = _heading(_headed(piece, profile), piece.origin, profile)
            about = len(made) > 1 and isinstance(made[-1], Paragraph) and isinstance(made[-2], Code | Table)
            made[len(made) - about : len(made) - about] = heading
        case Code() if not section and curl.read(piece.text):
            made.extend(_heading("request example", piece.origin, profile))
        case _:
            pass
    made.append(piece)


def _section(made: Sequence[Block], profile: Profile) -> str:
    """The kind of the heading right above, where nothing but text stands below it: what comes next belongs to it."""
    for block in reversed(made):
        if isinstance(block, Heading):
            return kind_of(block.text.plain, profile)[0] if made[-1] is block or not _is_whole(block, profile) else ""
        if not isinstance(block, Paragraph):
            return ""
    return ""


def _is_whole(heading: Heading, profile: Profile) -> bool:
    """Whether a section has nothing but a paragraph."""
    return kind_of(heading.text.plain, profile)[0] in ("route", "authentication")


def _is_section(block: Block | None, profile: Profile) -> bool:
    """Whether a section begins with a block."""
    match block:
        case Paragraph():
            return _opened(block.text.plain, profile) != ""
        case Table():
            return _headed(block, profile) != ""
        case Heading():
            return kind_of(block.text.plain, profile)[0] != ""
        case _:
            return False


def _announced(made: Sequence[Block]) -> bool:
    """Whether a sentence that ends with a colon stands right above."""
    return bool(made) and isinstance(made[-1], Paragraph) and made[-1].text.plain.endswith(":")


def _heading(kind: str, origin: Origin, profile: Profile) -> list[Block]:
    """A heading of that kind, in the words of the site; none where it has no plain words for it."""
    words = next((pattern.source for pattern in profile.sections.get(kind, ()) if pattern.literal), "")
    return [Heading(origin=origin, level=3, text=plain_text(words, origin))] if words else []


def _taken_description(made: list[Block]) -> list[Block]:
    """The sentence right above a route, taken from the blocks: the last line, with those that it goes on from."""
    block = made[-1] if made else None
    if not isinstance(block, Paragraph):
        return []
    lines = block.text.plain.split("\n")
    start = len(lines) - 1
    while start and lines[start][:1].islower() and not _SENTENCE_END.search(lines[start - 1]):
        start -= 1
    made.pop()
    if start:
        made.append(replace(block, text=plain_text("\n".join(lines[:start]), block.origin)))
    return [_paragraph(lines[start:], block, start)]


def _title(made: Sequence[Block], profile: Profile) -> list[Block]:
    """The title that the page lost, where a sentence above its operations names what it is about."""
    if not profile.title or any(isinstance(block, Heading) and block.level == 1 for block in made):
        return []
    for block in made:
        if not isinstance(block, Paragraph):
            return []
        for pattern in profile.page_about:
            if found := pattern.search(block.text.plain):
                words = profile.title[0].source.replace("{resource}", found["resource"].strip())
                return [Heading(origin=block.origin, level=1, text=plain_text(words, block.origin))]
    return []
