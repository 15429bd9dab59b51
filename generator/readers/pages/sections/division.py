"""Blocks -> operations: which blocks belong to which operation.

In: a page's blocks and its site's profile. Out: `Page`, with an `Entry` for each operation.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Container, Sequence
from itertools import pairwise, takewhile

from generator.readers.pages import inline
from generator.readers.pages.blocks import (
    Block,
    Heading,
    Meta,
    Paragraph,
    Text,
)
from generator.readers.pages.furniture import is_furniture
from generator.readers.pages.patterns import first_match
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import route_tables
from generator.readers.pages.sections.meanings import kind_of
from generator.readers.pages.sections.parts import parts_of
from generator.readers.pages.sections.records import Entry, Page
from generator.readers.pages.sections.routes import headings_above, is_tagged, is_told, routes_by_heading, routes_of

_TITLE_WORDS = 10
_OF_FIELDS = ("path", "query", "headers", "cookies", "form", "json", "json or form", "parameters", "authentication")
"""Kinds of sections that hold no route: a heading of such words right above one is the name of an operation."""


def divide(blocks: Sequence[Block], profile: Profile) -> Page:
    """Divide a page into operations and their parts."""
    meta = next((block for block in blocks if isinstance(block, Meta)), None)
    blocks = tuple(block for block in blocks if not isinstance(block, Meta) and not _is_noise(block, profile))
    blocks = _headed(blocks, meta, profile)
    kinds = _kinds(blocks, profile)
    routes = routes_by_heading(blocks, kinds, profile)
    if not routes and any(rule.where == "table" for rule in profile.routes):
        blocks = route_tables.spread(blocks, profile)
        kinds = _kinds(blocks, profile)
        routes = routes_by_heading(blocks, kinds, profile)
    starts = sorted(routes)
    above = headings_above(blocks)
    chapters = [index for index, block in enumerate(blocks) if _is_first(block) and index not in routes]
    entries: list[Entry] = []
    outside: list[Block] = []
    done = 0
    for start, following in zip(starts, [*starts[1:], len(blocks)], strict=False):
        end = _end(blocks, kinds, start, following)
        outside.extend(blocks[done:start])
        done = end
        heading = blocks[start]
        if isinstance(heading, Heading):
            parts = tuple(parts_of(blocks[start + 1 : end], profile, heading.origin))
            entries.append(
                Entry(
                    heading=heading,
                    routes=tuple(routes[start]),
                    parts=parts,
                    chapter=_chapter(blocks, start, chapters),
                    above=_heading(blocks, above.get(start)),
                    section=_section(
                        blocks, above.get(start), routes, titled=meta is not None and "title" in meta.entries
                    ),
                )
            )
    outside.extend(blocks[done:])
    rest = tuple(parts_of(outside, profile, outside[0].origin)) if outside else ()
    first = starts[0] if starts else len(blocks)
    return Page(title=_title(blocks, first, meta), meta=meta, entries=tuple(entries), intro=blocks[:first], rest=rest)


def _headed(blocks: tuple[Block, ...], meta: Meta | None, profile: Profile) -> tuple[Block, ...]:
    """The blocks; with the page's title as a heading above them, where a route stands above all others."""
    for block in blocks:
        if isinstance(block, Heading) and kind_of(block.text.plain, profile)[0] == "route":
            continue
        if isinstance(block, Heading):
            break
        for route in (
            found for rule in profile.routes if rule.where != "curl" for found in routes_of(block, rule, "", profile)
        ):
            title = meta.entries.get("title", "") if meta else ""
            if meta and title:
                return (Heading(origin=meta.origin, level=1, text=inline.read(title, meta.origin)), *blocks)
            words = _titled(blocks[: blocks.index(block)]) or inline.read(f"{route.method} {route.url}", route.origin)
            return (Heading(origin=route.origin, level=1, text=words), *blocks)
    return blocks


def _titled(before: Sequence[Block]) -> Text | None:
    """The first line above a route that may be a title: a few words that are no sentence."""
    texts = (block.text for block in before if isinstance(block, Paragraph) and not is_furniture(block.text.plain))
    return next((text for text in texts if len(text.plain.split()) < _TITLE_WORDS and text.plain[-1:].isalnum()), None)


def _is_first(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _chapter(blocks: Sequence[Block], start: int, chapters: Sequence[int]) -> Text | None:
    """The last of the headings of chapters before an operation's, where it is not the page's first."""
    before = bisect(chapters, start)
    heading = _heading(blocks, chapters[before - 1]) if before > 1 else None
    return heading.text if heading else None


def _section(blocks: Sequence[Block], at: int | None, routes: Container[int], *, titled: bool) -> tuple[Block, ...]:
    """The blocks from a heading to the next; none of the page's title, or of an operation's heading."""
    if at is None or at in routes or _is_first(blocks[at]):
        return ()
    if not titled and not any(isinstance(block, Heading) for block in blocks[:at]):
        return ()
    return tuple(takewhile(lambda block: not isinstance(block, Heading), blocks[at + 1 :]))


def _heading(blocks: Sequence[Block], at: int | None) -> Heading | None:
    block = None if at is None else blocks[at]
    return block if isinstance(block, Heading) else None


def _is_noise(block: Block, profile: Profile) -> bool:
    return isinstance(block, Paragraph | Heading) and first_match(profile.noise, block.text.plain) is not None


def _kinds(blocks: Sequence[Block], profile: Profile) -> dict[int, str]:
    """The kind of each heading, by its index; one right above a route's is an operation's, whatever it says."""
    headings = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    kinds = {index: kind_of(_words(blocks[index]), profile)[0] for index in headings}
    for index in headings:
        below = blocks[index + 1 : index + 2]
        if kinds[index] not in ("", "route") and (
            is_tagged(below, profile) or (kinds[index] in _OF_FIELDS and below and is_told(below[0], profile))
        ):
            kinds[index] = ""
    for index, following in pairwise(headings):
        if kinds[following] == "route" and kinds[index] not in ("", "route"):
            kinds[index] = ""
    return kinds


def _words(block: Block) -> str:
    return block.text.plain if isinstance(block, Heading) else ""


def _title(blocks: Sequence[Block], first: int, meta: Meta | None) -> Text | None:
    """The page's title: its first heading of level 1, else that of its front matter, else none."""
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            return block.text
    if meta and meta.entries.get("title"):
        return inline.read(meta.entries["title"], meta.origin)
    return next((block.text for block in blocks[:first] if isinstance(block, Heading)), None)


def _end(blocks: Sequence[Block], kinds: dict[int, str], start: int, following: int) -> int:
    """Where an operation ends: at the next one, or at a heading of its own level or above that is no part of it."""
    head = blocks[start]
    level = head.level if isinstance(head, Heading) else 6
    for index in range(start + 1, following):
        block = blocks[index]
        if isinstance(block, Heading) and (
            (block.level <= level and kinds[index] == "")
            or block.level < level - 1
            or kinds[index] in ("schemas", "schema", "schema fields")
        ):
            return index
    return following
