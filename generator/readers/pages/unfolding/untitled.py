"""A section that gives several routes, each with what is said of it -> a section for each of them.

In: blocks. Out: the blocks, with a heading of its own before each such route: the title right above it, else an empty
one, for an operation without a title has no name but that of its path. Routes that stand together, or that are samples
of one above them, stay together. It knows no site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.readers.pages.blocks import Block, Heading, Items, Paragraph, Text, plain_text
from generator.readers.pages.formats.plain.titles import is_title
from generator.readers.pages.notation import urls
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of, label_kind, routes_of

_OF_LINES = ("code", "text")
_JOINED = re.compile(r"\W*(?:and|or|and/or|also|respectively)?\W*\Z", re.IGNORECASE)
"""What stands between routes that are told together."""
_DEEPEST = 6


def unfold(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks, with the headings that such routes lack."""
    made: list[Block] = []
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not kind_of(block.text.plain, profile)[0]:
            made += _parted(section, profile)
            section = []
        section.append(block)
    return (*made, *_parted(section, profile))


def _parted(section: Sequence[Block], profile: Profile) -> Sequence[Block]:
    """A section with a heading before each of its routes, where each has something to itself."""
    starts = list(_starts(section, profile))
    heads = [_above(section, start) for start in starts]
    if heads and all(head is heads[0] for head in heads) and _lists_routes(heads[0], profile):
        return section
    if len(starts) < 2 or not all(_says(section[one + 1 : other]) for one, other in pairwise(starts)):
        return section
    head = section[0]
    level = min(head.level + 1, _DEEPEST) if isinstance(head, Heading) else 2
    above = _is_told_above(section, starts)
    made: list[Block] = []
    done = 0
    for start in starts:
        said = section[start - 1] if start > done else None
        begins = start
        title: Text | None = None
        if isinstance(said, Paragraph) and (above or said.text.plain.rstrip().endswith(":")):
            begins = start - 1
            title = said.text if above and is_title(said.text.plain) else None
        made += section[done:begins]
        origin = section[begins].origin
        made.append(Heading(origin=origin, level=level, text=title or plain_text("", origin)))
        done = start if title else begins
    return [*made, *section[done:]]


def _starts(section: Sequence[Block], profile: Profile) -> Iterator[int]:
    """The places of the routes that are not told together with one above them; none where the heading gives one."""
    told = urls.Calls()
    kind = ""
    for index, block in enumerate(section):
        if isinstance(block, Heading):
            kind = kind_of(block.text.plain, profile)[0]
        rules = (rule for rule in profile.routes if rule.where in (*_OF_LINES, "heading", "tag"))
        found = next((routes for rule in rules if (routes := list(routes_of(block, rule, kind, profile)))), [])
        is_new = bool(found) and not told.have(found[0].method, found[0].url)
        if is_new and not isinstance(block, Heading):
            if not _is_labelled(section[index - 1] if index else None, profile):
                yield index
        elif found and isinstance(block, Heading):
            return
        for route in found:
            told.add(route.method, urls.template(route.url, profile.server, profile.placeholders, {}).path)


def _is_labelled(block: Block | None, profile: Profile) -> bool:
    """Whether a line announces something else than a route: a sample, an answer."""
    return isinstance(block, Paragraph) and label_kind(block.text.plain, profile) not in ("", "route")


def _says(between: Sequence[Block]) -> bool:
    """Whether anything stands between two routes that is more than a word."""
    return any(not (isinstance(block, Paragraph) and _JOINED.match(block.text.plain)) for block in between)


def _above(section: Sequence[Block], at: int) -> Heading | None:
    """The heading that a block stands below."""
    return next((block for block in reversed(section[:at]) if isinstance(block, Heading)), None)


def _lists_routes(heading: Heading | None, profile: Profile) -> bool:
    """Whether all that a heading says is that routes follow: they are ways to call the same."""
    return heading is not None and kind_of(heading.text.plain, profile)[0] == "route"


def _is_told_above(section: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether what is said of a route stands above it: something does above the first, and nothing below the last."""
    first = section[starts[0] - 1] if starts[0] else None
    return isinstance(first, Paragraph) and not any(
        isinstance(one, Paragraph | Items) for one in section[starts[-1] + 1 :]
    )
