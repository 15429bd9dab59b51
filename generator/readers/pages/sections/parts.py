"""The parts of an operation: the stretches under its headings and labels, each with its kind.

In: the blocks of an operation. Out: its `Part`s, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import zip_longest

from generator.diagnostics import Origin
from generator.readers.pages import inline
from generator.readers.pages.blocks import (
    Block,
    Code,
    Definitions,
    Heading,
    Items,
    Paragraph,
    Span,
    Table,
    Tag,
    Text,
)
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections.meanings import announcement, field_kind, kind_of, label
from generator.readers.pages.sections.records import Part
from generator.records import dataclass

_ANSWERS = ("response", "response example")
_EXAMPLE = re.compile(r"\s*Examples?\s*:?\s*\Z", re.IGNORECASE)
"""A heading that does not say of what it is an example."""
_OF_ANSWERS = {
    "body": "response fields",
    "json": "response fields",
    "headers": "ignore",
    "request example": "response example",
}
"""What headings mean that stand below one of an answer."""
_WITH_CASES = (*_ANSWERS, "request example")
"""Kinds whose sections go on below smaller headings that name cases, such as `Suspended user`."""


def parts_of(blocks: Sequence[Block], profile: Profile, origin: Origin) -> Iterator[Part]:
    part = _Opened("description", origin)
    fields_level = 0
    answer: _Opened | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Heading):
            kind, holes = field_kind(block, profile) if 0 < fields_level < block.level else ("", ())
            if not kind:
                kind, holes = kind_of(block.text.plain, profile)
                if kind != "schema example" or block.level <= fields_level:  # fields go on behind a sample among them
                    fields_level = block.level if kind == "schema fields" else 0
            if not kind and part.kind in _WITH_CASES and 0 < part.level < block.level:
                continue
            yield from part.closed()
            answer = answer if answer and answer.level < block.level else None
            if answer and _is_of_answer(kind, block.text):
                kind, holes = _OF_ANSWERS[kind], answer.holes
            part = _Opened(kind, block.origin, block.text.plain, block.text, holes, level=block.level)
            answer = part if kind in ("response", "responses") else answer
            continue
        if isinstance(block, Paragraph) and profile.labels:
            announced = announcement(block.text, profile)
            kind, holes = announced if announced[0] else label(block.text.plain, profile)
            if answer and _is_of_answer(kind, block.text):
                kind, holes = _OF_ANSWERS[kind], answer.holes
            if kind:
                if announced[0]:
                    part.add(block)
                yield from part.closed()
                part = _Opened(kind, block.origin, block.text.plain, None, holes, is_label=True)
                continue
            pieces = tuple(_labelled(block, profile))
            if pieces:
                yield from part.closed()
                yield from pieces[:-1]
                last = pieces[-1]
                part = _Opened(last.kind, last.origin, last.title, None, last.holes, is_label=True, says_all=True)
                for inner in last.blocks:
                    part.add(inner)
                if last.kind == "ignore" and any(isinstance(one, Paragraph) and one.text.plain for one in last.blocks):
                    yield from part.closed()  # a remark ends with its own words
                    part = _Opened("description", block.origin)
                continue
        if isinstance(block, Tag) and profile.labels and not block.closing:
            title = block.attributes.get("title") or block.attributes.get("label") or ""
            kind, holes = label(title, profile)
            kind, holes = (kind, holes) if kind else kind_of(title, profile)
            if kind and title:
                yield from part.closed()
                part = _Opened(kind, block.origin, title, None, holes, is_label=True, element=block.name)
                continue
        if part.ends_before(block) and not part.goes_on_with(block, following):
            yield from part.closed()
            part = _Opened("description", block.origin)
        part.add(block)
    yield from part.closed()


def _is_of_answer(kind: str, title: Text) -> bool:
    """Whether a heading of that kind, below one of an answer, is about that answer."""
    return kind in _OF_ANSWERS and (kind != "request example" or _EXAMPLE.match(title.plain) is not None)


@dataclass(slots=True)
class _Opened:
    """A part that is being read."""

    kind: str
    origin: Origin
    title: str = ""
    heading: Text | None = None
    holes: tuple[tuple[str, str], ...] = ()
    level: int = 0
    is_label: bool = False
    says_all: bool = False
    element: str = ""
    blocks: list[Block] = field(default_factory=list)
    announced: bool = False
    """Whether a table, a list or a sample is among its blocks."""

    def add(self, block: Block) -> None:
        """Go on with a block."""
        self.blocks.append(block)
        self.announced = self.announced or isinstance(block, Table | Code | Items | Definitions)

    def closed(self) -> Iterator[Part]:
        """The part, where it has a title or holds anything."""
        if self.blocks or self.title:
            yield Part(
                kind=self.kind,
                origin=self.origin,
                title=self.title,
                heading=self.heading,
                holes=self.holes,
                level=self.level,
                blocks=tuple(self.blocks),
            )

    def ends_before(self, block: Block) -> bool:
        """Whether text goes on in its own right: what a label announces ends with its first table, list or sample."""
        if isinstance(block, Tag) and block.closing:
            return self.element == block.name
        return self.is_label and (self.announced or self.says_all) and isinstance(block, Paragraph)

    def goes_on_with(self, block: Block, following: Block | None) -> bool:
        """Whether samples go on: `With an empty body:` above a further one."""
        return (
            self.kind in _ANSWERS
            and isinstance(block, Paragraph)
            and block.text.plain.endswith(":")
            and isinstance(following, Code)
            and following.text.lstrip()[:1] in ("{", "[")
        )


def _labelled(paragraph: Paragraph, profile: Profile) -> Iterator[Part]:
    """The parts of a paragraph in which bold words are labels: `**Returns:** …`; nothing where there are none."""
    spans = paragraph.text.spans
    labels = [index for index, span in enumerate(spans) if span.kind == "strong" and label(span.text, profile)[0] != ""]
    if not labels:
        return
    if labels[0] > 0:
        before = inline.from_spans(list(spans[: labels[0]]), paragraph.origin)
        if not label(before.plain, profile)[0]:  # `NOTE: **Note:**` says it twice
            block = Paragraph(origin=before.origin, text=before)
            yield Part(kind="description", origin=paragraph.origin, blocks=(block,))
    for start, end in zip(labels, [*labels[1:], len(spans)], strict=True):
        kind, holes = label(spans[start].text, profile)
        text = inline.from_spans(_without_colon(spans[start + 1 : end]), paragraph.origin)
        block = Paragraph(origin=paragraph.origin, text=text)
        yield Part(kind=kind, origin=paragraph.origin, title=spans[start].text, holes=holes, blocks=(block,))


def _without_colon(spans: Sequence[Span]) -> list[Span]:
    if spans and spans[0].kind == "text":
        return [Span("text", spans[0].text.lstrip(" :\n")), *spans[1:]]
    return list(spans)
