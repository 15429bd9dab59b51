"""Operations that are told line by line, each fact behind a label of its own -> routes and sections.

In: blocks. Out: blocks in which a method and a URL behind labels are a route in one line, and a table with a label in
each of its rows is the sections that these labels open. Where nothing is labelled a method, a sample call of the URL
tells it, or the only method that stands by itself in what is said. It knows no site and no operation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.readers.pages import fields
from generator.readers.pages.blocks import Block, Code, Heading, Paragraph, Table, Text, plain_text
from generator.readers.pages.notation import curl, urls, values
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of

_METHODS = "|".join(METHODS)
_METHOD = re.compile(rf"(?:{_METHODS})(?:\s*(?:[,/|]|or|and)\s*(?:{_METHODS}))*\Z", re.IGNORECASE)
_ANY_METHOD = re.compile(_METHODS)
_LONE_METHOD = re.compile(rf"`+({_METHODS})`+")
_PATH = re.compile(r"(?:/|https?://)\S*\Z")
_OF_ROUTES = ("method", "url")
_LONGEST_LABEL = 30
_NO_LABEL = re.compile(r"https?\Z|/", re.IGNORECASE)
_DEEPEST = 6


def unfold(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks, with the routes that labels tell, and the sections that the rows of tables are."""
    made: list[Block] = []
    for section in _sections(blocks):
        told = [part for block in section for part in _spread(block, section, profile)]
        made += _routed(told, profile)
    return tuple(made)


def _sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks, parted before each heading."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and section:
            yield section
            section = []
        section.append(block)
    yield section


# -- tables


def _spread(block: Block, section: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The block; of a table that has a URL in one row and further labels in others, a section for each row."""
    rows = [block.columns, *block.rows] if isinstance(block, Table) else []
    roles = [fields.role(_bare(row[0].plain), profile) if len(row) == 2 else None for row in rows]
    kinds = [kind_of(_bare(row[0].plain), profile)[0] if len(row) == 2 else "" for row in rows]
    if "url" not in roles or not any(kinds[at] for at, role in enumerate(roles) if role not in _OF_ROUTES):
        yield block
        return
    level = min(section[0].level + 1, _DEEPEST) if isinstance(section[0], Heading) else _DEEPEST
    for (label, said), role in zip(rows, roles, strict=True):
        if role in _OF_ROUTES:
            words = f"{label.plain}: {said.plain.strip('` ')}"
            yield Paragraph(origin=said.origin, text=plain_text(words, said.origin))
    for (_, said), role, kind in zip(rows, roles, kinds, strict=True):
        if role not in _OF_ROUTES and not kind:
            yield Paragraph(origin=said.origin, text=said)
    for (label, said), role, kind in zip(rows, roles, kinds, strict=True):
        if role not in _OF_ROUTES and kind:
            yield Heading(origin=label.origin, level=level, text=label)
            yield _value(said)


def _value(said: Text) -> Block:
    """What a cell says: a sample, or words."""
    code = said.plain.strip("` ")
    if values.parsed_json(code) is not None and code[:1] in ("{", "["):
        return Code(origin=said.origin, language="", text=code)
    return Paragraph(origin=said.origin, text=said)


# -- routes


def _routed(section: Sequence[Block], profile: Profile) -> list[Block]:
    """A section, with a line for a method and a URL that stand behind labels of their own."""
    made: list[Block] = []
    told: dict[str, Text] = {}
    waiting, place = "", 0
    for block in section:
        if not isinstance(block, Paragraph):
            made.append(block)
            continue
        lines = block.text.plain.split("\n")
        left: list[str] = []
        for line, (label, words) in zip(lines, _labels(block.text), strict=True):
            meant = (fields.role(label, profile) or "") if label else waiting
            waiting = meant if label and not words and meant in _OF_ROUTES else ""
            if meant in _OF_ROUTES and (fact := _fact(meant, words)):
                told[meant] = plain_text(fact, block.text.origin)
                place = len(made) if meant == "url" else place
            elif not waiting:
                left.append(line)
        if len(told) == len(_OF_ROUTES):
            made.append(_route(told["method"].plain, told.pop("url")))
            told = {}
        if len(left) == len(lines):
            made.append(block)
        elif left:
            made.append(replace(block, text=plain_text("\n".join(left), block.text.origin)))
    if "url" in told and (method := _method_of(told["url"].plain, section, profile)):
        made.insert(place, _route(method, told["url"]))
    return made


def _route(method: str, url: Text) -> Paragraph:
    methods = "/".join(_ANY_METHOD.findall(method.upper()))
    return Paragraph(origin=url.origin, text=plain_text(f"{methods} {url.plain}", url.origin))


def _labels(text: Text) -> list[tuple[str, str]]:
    """The lines of a paragraph, each as its label, "" for none, and what stands behind it."""
    found: list[tuple[str, str]] = []
    is_bold = len(text.spans) == 1 and text.spans[0].kind == "strong"
    for line in text.plain.split("\n"):
        label, sign, words = line.partition(":")
        is_label = (bool(sign) or is_bold) and len(label) < _LONGEST_LABEL and not _NO_LABEL.match(label.strip())
        found.append((_bare(label), words.strip()) if is_label else ("", line.strip()))
    return found


def _bare(label: str) -> str:
    return label.strip().rstrip(":").strip()


def _fact(meant: str, words: str) -> str:
    """The methods or the URL that words are; of several URLs, the first: the others call the same with a query."""
    if meant == "method":
        return words if _METHOD.match(words) else ""
    found = [word.strip("`") for word in words.split()]
    return found[0] if found and all(_PATH.match(word) for word in found) else ""


def _method_of(url: str, section: Sequence[Block], profile: Profile) -> str:
    """The method of a URL that stands without one: that of a sample call, or the only one that the words name."""
    path = urls.template(url, profile.server, profile.placeholders, {}).path
    calls = [call for block in section if isinstance(block, Code) for call in curl.read_all(block.text)]
    called = {call.method for call in calls if urls.is_call(path, call.url)}
    words = [block.text.marked for block in section if isinstance(block, Paragraph)]
    named = called or {method for text in words for method in _LONE_METHOD.findall(text)}
    return named.pop() if len(named) == 1 else ""
