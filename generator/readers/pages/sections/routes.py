"""Where a page gives the methods and paths of its operations.

In: blocks, the kinds of their headings, and the rules of the site's profile. Out: the routes of each heading that is
an operation's. A sample call counts only where nothing better stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from generator.diagnostics import Origin
from generator.readers.pages.blocks import (
    Block,
    Code,
    Heading,
    Items,
    Paragraph,
    Table,
    Tag,
    Text,
)
from generator.readers.pages.notation import curl, urls
from generator.readers.pages.patterns import METHODS, first_match
from generator.readers.pages.profile import Profile, Route
from generator.readers.pages.sections import route_tables
from generator.readers.pages.sections.meanings import label_kind
from generator.readers.pages.sections.records import FoundRoute

_EXAMPLE = "request example"
_MOST_TOGETHER = 2
"""So many routes in one list are what one heading describes; more are a list of operations."""
_PLACES: Mapping[type[Block], tuple[str, ...]] = {
    Heading: ("heading",),
    Paragraph: ("text", "section"),
    Items: ("entry",),
    Table: ("table",),
    Code: ("code", "text", "section", "curl"),
    Tag: ("tag",),
}
"""The places of routes, as `profile.ROUTE_PLACES` calls them, that a block may be."""
_Known = dict[int, dict[tuple[str, str], FoundRoute]]
"""Index of a heading -> method and path -> route."""


def routes_by_heading(blocks: Sequence[Block], kinds: dict[int, str], profile: Profile) -> dict[int, list[FoundRoute]]:
    """Index of an operation's heading -> its routes. A sample call counts only where nothing better stands."""
    found, samples, listed = _walked(blocks, kinds, profile)
    told = {(route.method, route.url.partition("?")[0]) for routes in found.values() for route in routes}
    for index, routes in listed.items():
        left_out = [route for route in routes if (route.method, route.url.partition("?")[0]) not in told]
        if left_out:
            found.setdefault(index, []).extend(left_out)
    levels = {_level(blocks[index]) for index in found}
    above = headings_above(blocks) if samples else {}
    left = {
        index: _together(calls, profile)
        for index, calls in samples.items()
        if index not in found and not any(_is_told_above(above, index, call, found, profile) for call in calls)
    }
    more = {index: _says_more(blocks, index, profile) for index in left}
    calls_answered = {
        (left[index][0].method, left[index][0].url) for index, said in more.items() if said == "an answer"
    }
    if found or "fields" in more.values() or len(calls_answered) > 1:  # a single sample is no reference
        described = _calls((route for routes in found.values() for route in routes) if left else (), profile)
        for index, (call, *others) in left.items():
            if more[index] or (_level(blocks[index]) in levels and not described.have(call.method, call.url)):
                found[index] = [call, *(other for other in others if not described.have(other.method, other.url))]
    return found


def _together(calls: Sequence[FoundRoute], profile: Profile) -> list[FoundRoute]:
    """The first sample call of a section, and those of its siblings that show no values in their paths."""
    paths = [urls.template(call.url, profile.server, profile.placeholders, {}).path for call in calls]
    step = paths[0].split("/")[1]
    siblings = zip(calls[1:], paths[1:], strict=True)
    return [calls[0], *(call for call, path in siblings if path.split("/")[1] == step and not urls.has_values(path))]


def _walked(blocks: Sequence[Block], kinds: dict[int, str], profile: Profile) -> Iterator[dict[int, list[FoundRoute]]]:
    """The routes that stand below each heading, the sample calls, and the lists of more than one heading describes."""
    found: _Known = {}
    samples: _Known = {}
    listed: _Known = {}
    shown: _Known = {}
    rules = {made: [route for route in profile.routes if route.where in places] for made, places in _PLACES.items()}
    head, section = -1, -1
    labelled = ""
    first = next((index for index, block in enumerate(blocks) if isinstance(block, Heading)), -1)
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            labelled = label_kind(block.text.plain, profile) or labelled
        if isinstance(block, Heading):
            section, labelled = index, ""
            if kinds[index] == "":
                head = index
        if head < 0:
            continue
        kind = kinds.get(section, "")
        for route in rules.get(type(block), ()):
            here = list(routes_of(block, route, kind, profile))
            if not here and route.then and isinstance(block, Heading):
                here = list(_route_after(block, blocks[index + 1 : index + 3], route))
                head = index if here else head
            if here:
                many = len({(entry.method, entry.url) for entry in here}) > _MOST_TOGETHER
                is_list = many and (route.where == "entry" or (route.where == "code" and head == first))
                target = samples if route.where == "curl" else listed if is_list else found
                if target is found and labelled == _EXAMPLE and isinstance(block, Code):
                    target = shown
                if not is_list and route.where != "heading":
                    here = [replace(entry, action="") if entry.action else entry for entry in here]
                for entry in here:
                    _add(entry, target.setdefault(head, {}))
                break
    for target in (_before(found, shown), samples, listed):
        yield {index: [*routes.values()] for index, routes in target.items()}


def _before(found: _Known, shown: _Known) -> _Known:
    """The routes that are told, and those that only an example shows where none is told."""
    return {**shown, **found}


def headings_above(blocks: Sequence[Block]) -> dict[int, int]:
    """Index of a heading -> that of the next one before it that is of a higher rank, where there is one."""
    above: dict[int, int] = {}
    outer: list[int] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            while outer and _level(blocks[outer[-1]]) >= block.level:
                outer.pop()
            if outer:
                above[index] = outer[-1]
            outer.append(index)
    return above


def is_told(block: Block, profile: Profile) -> bool:
    """Whether a block is a line that gives a route and nothing else."""
    rules = (route for route in profile.routes if route.where == "text")
    return isinstance(block, Paragraph) and any(list(routes_of(block, rule, "", profile)) for rule in rules)


def is_tagged(blocks: Sequence[Block], profile: Profile) -> bool:
    """Whether the block after a heading is an element that gives a route."""
    rules = (route for route in profile.routes if route.where == "tag")
    return any(list(routes_of(block, rule, "", profile)) for rule in rules for block in blocks)


def without_method(blocks: Sequence[Block], profile: Profile) -> Iterator[Tag]:
    """The elements that hold a path as those of routes do, and say no method."""
    rules = [route for route in profile.routes if route.where == "tag"]
    for block in blocks:
        if isinstance(block, Tag) and block.text is not None and block.text.plain.startswith("/"):
            named = [rule for rule in rules if rule.tag == block.name]
            if named and not any(_method(block, rule) for rule in named):
                yield block


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def _is_told_above(
    above: Mapping[int, int], index: int, call: FoundRoute, found: dict[int, list[FoundRoute]], profile: Profile
) -> bool:
    """Whether a sample calls the operation whose heading its own stands beneath."""
    while index in above:
        index = above[index]
        if _calls(found.get(index, ()), profile).have(call.method, call.url):
            return True
    return False


def _calls(routes: Iterable[FoundRoute], profile: Profile) -> urls.Calls:
    """The calls there may be of these routes, but for those that are samples themselves."""
    calls = urls.Calls()
    for route in routes:
        if not route.sample:
            calls.add(route.method, urls.template(route.url, profile.server, profile.placeholders, {}).path)
    return calls


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
    return first_match(profile.columns.get("name", ()), column.plain) is not None


def _add(route: FoundRoute, known: dict[tuple[str, str], FoundRoute]) -> None:
    """Add a route; one that differs from a known one only behind `?` adds its query to that."""
    path, _, query = route.url.partition("?")
    other = known.setdefault((route.method, path), route)
    if other is not route and query and not route.sample:
        sign = "&" if "?" in other.url else "?"
        known[route.method, path] = replace(other, url=other.url + sign + query)


def routes_of(block: Block, route: Route, kind: str, profile: Profile) -> Iterator[FoundRoute]:
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
    """The routes of a block whose every line is one, but for comments."""
    lines = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
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
