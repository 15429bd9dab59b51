"""A page scraped without its headings -> the same page with headings where its sections open.

In: the blocks of a page of plain text. Out: the blocks, with a heading before each operation and each of its sections,
where no heading of the page is left. What a section opens with - the titles of its table, or the first words of its
text - is known by the site's profile. An operation has no name then: its heading is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Origin
from generator.readers.pages.blocks import Block, Code, Heading, Paragraph, Table, plain_text
from generator.readers.pages.facts import curl
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of

_ROUTE = re.compile(rf"(?:{'|'.join(METHODS)})\s+https?://")
_URL = re.compile(r"https?://")
_BREAK = re.compile(r"(?<=//)\s+|\s+(?=[/?])")
"""White space that scraping put around the links or bold words inside a URL."""
_SENTENCE_END = re.compile(r"[.:;!?]\Z")


def unfold(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks; with headings, where the page has none of those of its sections left."""
    if not profile.openings or any(_is_section(block, profile) for block in blocks):
        return tuple(blocks)
    pieces = [piece for block in blocks for piece in (_pieces(block, profile) if _is_text(block) else (block,))]
    if not any(_is_route(piece, profile) for piece in pieces):
        return tuple(blocks)
    made: list[Block] = []
    for piece in pieces:
        _add(piece, made, profile)
    return (*_title(made, profile), *made)


def _is_section(block: Block, profile: Profile) -> bool:
    return isinstance(block, Heading) and kind_of(block.text.plain, profile)[0] not in ("", "schemas", "schema")


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
        if _ROUTE.match(words) or _URL.match(words):
            while end < len(lines) and lines[end].strip().startswith("/"):
                words, end = f"{words} {lines[end].strip()}", end + 1
            words = _BREAK.sub("", words)
        is_route = bool(_ROUTE.match(words))
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
    said = profile.openings.items()
    return next((kind for kind, patterns in said if any(pattern.regex.match(words) for pattern in patterns)), "")


def _headed(table: Table, profile: Profile) -> str:
    """The kind of section whose table has these titles; "" for none."""
    words = " ".join(column.plain for column in table.columns)
    said = profile.openings.items()
    return next((kind for kind, patterns in said if any(pattern.match(words) for pattern in patterns)), "")


def _add(piece: Block, made: list[Block], profile: Profile) -> None:
    """Put a piece behind the others, with the heading that it lost."""
    last = made[-1] if made else None
    match piece:
        case Paragraph() if _is_route(piece, profile):
            description = _taken_description(made)
            made.append(Heading(origin=piece.origin, level=2, text=plain_text("", piece.origin)))
            made.extend(description)
            made.extend(_heading("route", piece.origin, profile))
        case Paragraph() if kind := _opened(piece.text.plain, profile):
            made.extend(_heading(kind, piece.origin, profile))
        case Table() if not (isinstance(last, Paragraph) and last.text.plain.endswith(":")):
            heading = _heading(_headed(piece, profile), piece.origin, profile)
            about = isinstance(last, Paragraph) and isinstance(made[-2] if made[1:] else None, Code | Table)
            made[len(made) - about : len(made) - about] = heading
        case Code() if curl.read(piece.text):
            made.extend(_heading("request example", piece.origin, profile))
        case _:
            pass
    made.append(piece)


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
