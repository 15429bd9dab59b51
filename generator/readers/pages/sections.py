"""Blocks -> operations: which blocks belong to which operation, and what each part of it is about.

In: a page's blocks and its site's profile. Out: `Page`, with an `Entry` for each operation. An entry's parts are the
stretches under its headings and labels, each with the kind that the profile gives to their words. What a part says is
read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import Literal

from generator.diagnostics import Origin
from generator.readers.pages import inline, route_tables
from generator.readers.pages.blocks import (
    Block,
    Code,
    Definitions,
    Heading,
    Items,
    Meta,
    Paragraph,
    Span,
    Table,
    Tag,
    Text,
)
from generator.readers.pages.facts import curl, urls
from generator.readers.pages.patterns import METHODS, Vocabulary, first_match
from generator.readers.pages.profile import Profile, Route

FIELD = "field"
"""The kind of a heading that names a field; it has that meaning only beneath a heading of `schema fields`."""

_MOST_TOGETHER = 2
"""So many routes in one list are what one heading describes; more are a list of operations."""
_TITLE_WORDS = 10
_ANSWERS = ("response", "response example")
_WITH_CASES = (*_ANSWERS, "request example")
"""Kinds whose sections go on below smaller headings that name cases, such as `Suspended user`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of blocks about one thing.

    Attributes:
        kind: One of `profile.SECTION_KINDS`, or "" under a heading that the profile does not know.
        title: The words of its heading or label.
        heading: Its heading, where it has one of its own.
        level: That of its heading; 0 where it has none.
        holes: What stands in the holes of the heading's pattern, such as the status of a response.
    """

    kind: str
    origin: Origin
    title: str = ""
    heading: Text | None = None
    holes: tuple[tuple[str, str], ...] = ()
    level: int = 0
    blocks: tuple[Block, ...] = ()

    def hole(self, name: str) -> str:
        """What stands in a hole of the heading's pattern; "" where it has none of that name."""
        return dict(self.holes).get(name) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRoute:
    """A method and a path or URL, as the page writes them."""

    method: str
    url: str
    origin: Origin
    action: str = ""
    sample: bool = False
    """Taken from a curl sample: the path has values in the places of its parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a page says of one operation, or of several that it describes together."""

    heading: Heading
    routes: tuple[FoundRoute, ...]
    parts: tuple[Part, ...]
    chapter: Text | None = None
    """The heading of level 1 above it, where the page has several."""
    above: Heading | None = None
    """The heading that its own stands beneath."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, taken apart.

    Attributes:
        intro: What stands before the first operation and outside the others.
        rest: All parts that belong to no operation, in order; object structures and schemas are among them.
    """

    title: Text | None
    meta: Meta | None
    entries: tuple[Entry, ...]
    intro: tuple[Block, ...] = ()
    rest: tuple[Part, ...] = field(default=())

    @property
    def undescribed(self) -> tuple[Part, ...]:
        """The parts that may describe types: those outside, and those of operations whose heading says nothing."""
        return (*self.rest, *(part for entry in self.entries for part in entry.parts if part.kind == ""))


def divide(blocks: Sequence[Block], profile: Profile) -> Page:
    """Divide a page into operations and their parts."""
    meta = next((block for block in blocks if isinstance(block, Meta)), None)
    blocks = tuple(block for block in blocks if not isinstance(block, Meta) and not _is_noise(block, profile))
    blocks = _headed(blocks, meta, profile)
    kinds = _kinds(blocks, profile)
    routes = _routes(blocks, kinds, profile)
    if not routes and any(rule.where == "table" for rule in profile.routes):
        blocks = route_tables.spread(blocks, profile)
        kinds = _kinds(blocks, profile)
        routes = _routes(blocks, kinds, profile)
    starts = sorted(routes)
    entries: list[Entry] = []
    outside: list[Block] = []
    done = 0
    for start, following in zip(starts, [*starts[1:], len(blocks)], strict=False):
        end = _end(blocks, kinds, start, following)
        outside.extend(blocks[done:start])
        done = end
        heading = blocks[start]
        if isinstance(heading, Heading):
            parts = tuple(_parts(blocks[start + 1 : end], profile, heading.origin))
            entries.append(
                Entry(
                    heading=heading,
                    routes=tuple(routes[start]),
                    parts=parts,
                    chapter=_chapter(blocks, start, routes),
                    above=_above(blocks, start, heading.level),
                )
            )
    outside.extend(blocks[done:])
    rest = tuple(_parts(outside, profile, outside[0].origin)) if outside else ()
    first = starts[0] if starts else len(blocks)
    return Page(title=_title(blocks, first, meta), meta=meta, entries=tuple(entries), intro=blocks[:first], rest=rest)


def _headed(blocks: tuple[Block, ...], meta: Meta | None, profile: Profile) -> tuple[Block, ...]:
    """The blocks; with the page's title as a heading above them, where a route stands above all headings."""
    for block in blocks:
        if isinstance(block, Heading):
            break
        for route in (
            found for rule in profile.routes if rule.where != "curl" for found in _route(block, rule, "", profile)
        ):
            title = meta.entries.get("title", "") if meta else ""
            if meta and title:
                return (Heading(origin=meta.origin, level=1, text=inline.read(title, meta.origin)), *blocks)
            words = _titled(blocks[: blocks.index(block)]) or inline.read(f"{route.method} {route.url}", route.origin)
            return (Heading(origin=route.origin, level=1, text=words), *blocks)
    return blocks


def _titled(before: Sequence[Block]) -> Text | None:
    """The first line above a route that may be a title: a few words that are no sentence."""
    texts = (block.text for block in before if isinstance(block, Paragraph))
    return next((text for text in texts if len(text.plain.split()) < _TITLE_WORDS and text.plain[-1:].isalnum()), None)


def _chapter(blocks: Sequence[Block], start: int, operations: Container[int]) -> Text | None:
    """The last heading of level 1 before an operation's, where it is not the page's first nor an operation's own."""
    above = [
        block.text
        for index, block in enumerate(blocks[:start])
        if isinstance(block, Heading) and block.level == 1 and index not in operations
    ]
    return above[-1] if len(above) > 1 else None


def _above(blocks: Sequence[Block], start: int, level: int) -> Heading | None:
    """The next heading before this one that is of a higher rank."""
    before = (block for block in reversed(blocks[:start]) if isinstance(block, Heading))
    return next((heading for heading in before if heading.level < level), None)


Meaning = tuple[str, tuple[tuple[str, str], ...]]
"""What a title means: a kind of section, "" for none, and what stands in the holes of its pattern."""


def kind_of(title: str, profile: Profile) -> Meaning:
    """What a heading means."""
    return _meaning(title.strip().rstrip(":").strip(), profile, labels=False)


@lru_cache(maxsize=20_000)
def _meaning(words: str, profile: Profile, *, labels: bool) -> Meaning:
    kind, holes = _vocabulary(profile, labels=labels).find(words)
    return kind, tuple(holes.items())


@lru_cache
def _vocabulary(profile: Profile, *, labels: bool) -> Vocabulary:
    patterns = profile.labels if labels else profile.sections
    return Vocabulary({kind: options for kind, options in patterns.items() if kind != FIELD})


def _holes(found: re.Match[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value or "") for name, value in found.groupdict().items())


def _is_noise(block: Block, profile: Profile) -> bool:
    return isinstance(block, Paragraph | Heading) and any(rule.match(block.text.plain) for rule in profile.noise)


def _kinds(blocks: Sequence[Block], profile: Profile) -> dict[int, str]:
    """The kind of each heading, by its index; one right above a route's is an operation's, whatever it says."""
    headings = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    kinds = {index: kind_of(_words(blocks[index]), profile)[0] for index in headings}
    for index in headings:
        if kinds[index] not in ("", "route") and _is_tagged(blocks[index + 1 : index + 2], profile):
            kinds[index] = ""
    for index, following in pairwise(headings):
        if kinds[following] == "route" and kinds[index] not in ("", "route"):
            kinds[index] = ""
    return kinds


def _is_tagged(blocks: Sequence[Block], profile: Profile) -> bool:
    """Whether the block after a heading is an element that gives a route."""
    rules = (route for route in profile.routes if route.where == "tag")
    return any(list(_route(block, rule, "", profile)) for rule in rules for block in blocks)


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


# -- routes


def _routes(blocks: Sequence[Block], kinds: dict[int, str], profile: Profile) -> dict[int, list[FoundRoute]]:
    """Index of an operation's heading -> its routes. A sample call counts only where nothing better stands."""
    found: dict[int, list[FoundRoute]] = {}
    samples: dict[int, list[FoundRoute]] = {}
    listed: dict[int, list[FoundRoute]] = {}
    head, section = -1, -1
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            section = index
            if kinds[index] == "":
                head = index
        if head < 0:
            continue
        kind = kinds.get(section, "")
        for route in profile.routes:
            here = list(_route(block, route, kind, profile))
            if not here and route.then and isinstance(block, Heading):
                here = list(_route_after(block, blocks[index + 1 : index + 3], route))
                head = index if here else head
            if here:
                is_list = route.where == "entry" and len(here) > _MOST_TOGETHER
                target = samples if route.where == "curl" else listed if is_list else found
                here = [entry if is_list or route.where == "heading" else replace(entry, action="") for entry in here]
                known = target.setdefault(head, [])
                for entry in here:
                    _add(entry, known)
                break
    told = {(route.method, route.url) for routes in found.values() for route in routes}
    for index, routes in listed.items():
        left_out = [route for route in routes if (route.method, route.url) not in told]
        if left_out:
            found.setdefault(index, []).extend(left_out)
    levels = {_level(blocks[index]) for index in found}
    left = {
        index: calls[0]
        for index, calls in samples.items()
        if index not in found and not _is_told_above(blocks, index, calls[0], found, profile)
    }
    more = {index: _says_more(blocks, index, profile) for index in left}
    calls_answered = {(left[index].method, left[index].url) for index, said in more.items() if said == "an answer"}
    if found or "fields" in more.values() or len(calls_answered) > 1:  # a single sample is no reference
        for index, call in left.items():
            if more[index] or (_level(blocks[index]) in levels and not _is_told(call, found.values(), profile)):
                found[index] = [call]
    return found


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def _is_told_above(
    blocks: Sequence[Block], index: int, call: FoundRoute, found: dict[int, list[FoundRoute]], profile: Profile
) -> bool:
    """Whether a sample calls the operation whose heading its own stands beneath."""
    level = _level(blocks[index])
    for above in range(index - 1, -1, -1):
        if not 0 < _level(blocks[above]) < level:
            continue
        level = _level(blocks[above])
        if _is_told(call, [found.get(above, [])], profile):
            return True
    return False


def _is_told(call: FoundRoute, found: Iterable[Sequence[FoundRoute]], profile: Profile) -> bool:
    """Whether a sample may be a call of one of these routes."""
    return any(
        not route.sample
        and route.method == call.method
        and urls.is_call(urls.template(route.url, profile.server, profile.placeholders, {}).path, call.url)
        for routes in found
        for route in routes
    )


def _says_more(blocks: Sequence[Block], head: int, profile: Profile) -> Literal["", "fields", "an answer"]:
    """What shows that a section whose only route is a sample describes an operation: a table of fields, an answer."""
    answered = False
    for block in blocks[head + 1 :]:
        if isinstance(block, Heading):
            break
        if isinstance(block, Table) and any(_is_name(column, profile) for column in block.columns):
            return "fields"
        answered = answered or (isinstance(block, Code) and block.text.lstrip().startswith(("{", "[", "HTTP/")))
    return "an answer" if answered else ""


def _is_name(column: Text, profile: Profile) -> bool:
    return any(pattern.match(column.plain) for pattern in profile.columns.get("name", ()))


def _add(route: FoundRoute, known: list[FoundRoute]) -> None:
    """Add a route; one that differs from a known one only behind `?` adds its query to that."""
    path, _, query = route.url.partition("?")
    for index, other in enumerate(known):
        if other.method == route.method and other.url.partition("?")[0] == path:
            if query and not route.sample:
                sign = "&" if "?" in other.url else "?"
                known[index] = replace(other, url=other.url + sign + query)
            return
    known.append(route)


def _route(block: Block, route: Route, kind: str, profile: Profile) -> Iterator[FoundRoute]:
    """The routes that a block gives by one rule."""
    match route.where, block:
        case "code", Code() if kind in ("", "route"):
            yield from _all_lines(block.text.splitlines(), route, block.origin)
        case "text", Paragraph() | Code() if kind in ("", "route"):
            words = block.text if isinstance(block, Code) else block.text.plain
            found = tuple(_all_lines(words.split("\n"), route, block.origin))
            if not found and isinstance(block, Paragraph):
                found = tuple(_matched(block.text.marked, route, block.origin))
            yield from found
        case "entry", Items() if kind in ("", "route"):
            for entry in block.entries:
                found = tuple(_matched(entry.plain, route, entry.origin))
                yield from found or _matched(entry.marked, route, entry.origin)
        case "section", Paragraph() | Code() if kind == "route":
            words = block.text if isinstance(block, Code) else block.text.plain
            yield from _matched(re.sub(r"\s*\n\s*(?=[/?{:])", "", words).replace("\n", " "), route, block.origin)
        case "table", Table() if kind in ("", "route"):
            for row in route_tables.routes(block, profile):
                yield FoundRoute(method=row.method, url=row.url, origin=row.origin)
        case "heading", Heading():
            yield from _matched(block.text.plain, route, block.origin)
        case "tag", Tag() if block.name == route.tag and block.text is not None:
            method = _method(block, route)
            if method and block.text.plain.startswith(("/", "http")):
                yield FoundRoute(method=method, url=block.text.plain, origin=block.origin)
        case "curl", Code() if kind in ("", "request example"):
            call = curl.read(block.text)
            if call and call.url.startswith(("http", "/")):
                yield FoundRoute(method=call.method, url=call.url, origin=block.origin, sample=True)
        case _:
            return


def _method(tag: Tag, route: Route) -> str:
    """The method that an element's attributes say; "" where they say none."""
    said = (tag.attributes.get(name, "").upper() for name in route.methods)
    return next((word for word in said if word in METHODS), "")


def without_method(blocks: Sequence[Block], profile: Profile) -> Iterator[Tag]:
    """The elements that hold a path as those of routes do, and say no method."""
    rules = [route for route in profile.routes if route.where == "tag"]
    for block in blocks:
        if isinstance(block, Tag) and block.text is not None and block.text.plain.startswith("/"):
            named = [rule for rule in rules if rule.tag == block.name]
            if named and not any(_method(block, rule) for rule in named):
                yield block


def _route_after(heading: Heading, following: Sequence[Block], route: Route) -> Iterator[FoundRoute]:
    """The route of a heading that gives the method, and of the paragraph after it that gives the URL."""
    said = route.pattern.match(heading.text.plain) if route.pattern else None
    paragraph = following[0] if following and isinstance(following[0], Paragraph) else None
    if not said or paragraph is None or route.then is None:
        return
    found = route.then.match(paragraph.text.plain)
    if found:
        holes = {**said.groupdict(), **found.groupdict()}
        url = holes.get("url") or holes.get("path") or ""
        action = (said.groupdict().get("action") or "").strip("/") or heading.text.plain
        for method in _methods(holes["method"]):
            yield FoundRoute(method=method, url=url, origin=paragraph.origin, action=action)


def _all_lines(lines: Sequence[str], route: Route, origin: Origin) -> Iterator[FoundRoute]:
    """The routes of a block whose every line is one."""
    lines = [line.strip() for line in lines if line.strip()]
    found = [list(_matched(line, route, origin)) for line in lines]
    if found and all(found):
        for entries in found:
            yield from entries


def _matched(words: str, route: Route, origin: Origin) -> Iterator[FoundRoute]:
    found = route.pattern.match(words) if route.pattern else None
    if found:
        holes = found.groupdict()
        url = (holes.get("path") or holes.get("url") or "").replace("${", "{")
        for method in _methods(holes.get("method") or "") if url else ():
            yield FoundRoute(method=method, url=url, origin=origin, action=holes.get("action") or "")


def _methods(words: str) -> tuple[str, ...]:
    """The methods of a route that gives several, as `PUT/PATCH`."""
    return tuple(word for word in re.split(r"\W+", words.upper()) if word)


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


# -- parts


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
        announced = any(isinstance(inside, Table | Code | Items | Definitions) for inside in self.blocks)
        if isinstance(block, Tag) and block.closing:
            return self.element == block.name
        return self.is_label and (announced or self.says_all) and isinstance(block, Paragraph)

    def goes_on_with(self, block: Block, following: Block | None) -> bool:
        """Whether samples go on: `With an empty body:` above a further one."""
        return (
            self.kind in _ANSWERS
            and isinstance(block, Paragraph)
            and block.text.plain.endswith(":")
            and isinstance(following, Code)
            and following.text.lstrip()[:1] in ("{", "[")
        )


def _parts(blocks: Sequence[Block], profile: Profile, origin: Origin) -> Iterator[Part]:
    part = _Opened("description", origin)
    fields_level = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Heading):
            kind, holes = _field(block, profile) if 0 < fields_level < block.level else ("", ())
            if not kind:
                kind, holes = kind_of(block.text.plain, profile)
                fields_level = block.level if kind == "schema fields" else 0
            if not kind and part.kind in _WITH_CASES and 0 < part.level < block.level:
                continue
            yield from part.closed()
            part = _Opened(kind, block.origin, block.text.plain, block.text, holes, level=block.level)
            continue
        if isinstance(block, Paragraph) and profile.labels:
            announced = _announcement(block.text.plain, profile)
            kind, holes = announced if announced[0] else _label(block.text.plain, profile)
            if kind:
                part.blocks.extend([block] if announced[0] else [])
                yield from part.closed()
                part = _Opened(kind, block.origin, block.text.plain, None, holes, is_label=True)
                continue
            pieces = tuple(_labelled(block, profile))
            if pieces:
                yield from part.closed()
                yield from pieces[:-1]
                last = pieces[-1]
                part = _Opened(last.kind, last.origin, last.title, None, last.holes, is_label=True, says_all=True)
                part.blocks.extend(last.blocks)
                if last.kind == "ignore" and any(isinstance(one, Paragraph) and one.text.plain for one in last.blocks):
                    yield from part.closed()  # a remark ends with its own words
                    part = _Opened("description", block.origin)
                continue
        if isinstance(block, Tag) and profile.labels and not block.closing:
            title = block.attributes.get("title") or block.attributes.get("label") or ""
            kind, holes = _label(title, profile)
            kind, holes = (kind, holes) if kind else kind_of(title, profile)
            if kind and title:
                yield from part.closed()
                part = _Opened(kind, block.origin, title, None, holes, is_label=True, element=block.name)
                continue
        if part.ends_before(block) and not part.goes_on_with(block, following):
            yield from part.closed()
            part = _Opened("description", block.origin)
        part.blocks.append(block)
    yield from part.closed()


def _field(heading: Heading, profile: Profile) -> Meaning:
    """The meaning of a heading beneath one of `schema fields`, which may name a field."""
    found = first_match(profile.sections.get(FIELD, ()), heading.text.marked)
    return (FIELD, _holes(found)) if found else ("", ())


def label_kind(words: str, profile: Profile) -> str:
    """What the words before a colon mean; "" where they are no label."""
    return _label(words, profile)[0]


def _label(words: str, profile: Profile) -> Meaning:
    """What a label means: a line or bold words that stand for a heading."""
    return _meaning(words.strip().rstrip(":").strip(), profile, labels=True) if len(words) < 120 else ("", ())


def _announcement(words: str, profile: Profile) -> Meaning:
    """What the last sentence of a paragraph announces, as a label does."""
    before, found, last = words.rpartition(". ")
    return _label(last, profile) if before and found and last.endswith(":") else ("", ())


def _labelled(paragraph: Paragraph, profile: Profile) -> Iterator[Part]:
    """The parts of a paragraph in which bold words are labels: `**Returns:** …`; nothing where there are none."""
    spans = paragraph.text.spans
    labels = [
        index for index, span in enumerate(spans) if span.kind == "strong" and _label(span.text, profile)[0] != ""
    ]
    if not labels:
        return
    if labels[0] > 0:
        before = inline.from_spans(list(spans[: labels[0]]), paragraph.origin)
        if not _label(before.plain, profile)[0]:  # `NOTE: **Note:**` says it twice
            block = Paragraph(origin=before.origin, text=before)
            yield Part(kind="description", origin=paragraph.origin, blocks=(block,))
    for start, end in zip(labels, [*labels[1:], len(spans)], strict=True):
        kind, holes = _label(spans[start].text, profile)
        text = inline.from_spans(_without_colon(spans[start + 1 : end]), paragraph.origin)
        block = Paragraph(origin=paragraph.origin, text=text)
        yield Part(kind=kind, origin=paragraph.origin, title=spans[start].text, holes=holes, blocks=(block,))


def _without_colon(spans: Sequence[Span]) -> list[Span]:
    if spans and spans[0].kind == "text":
        return [Span("text", spans[0].text.lstrip(" :\n")), *spans[1:]]
    return list(spans)
