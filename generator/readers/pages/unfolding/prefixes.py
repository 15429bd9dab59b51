"""Routes that begin with a placeholder which the page spells out elsewhere -> the routes that are meant.

Some pages describe one set of routes for several scopes: `GET <route-prefix>/lids`, and a section *Route prefix* with a
path for each scope, and the parameters in it. In: blocks. Out: the blocks, with each such route once for each of the
paths, and the tables of these below it. It knows no site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.readers.pages.blocks import Block, Code, Heading, Table
from generator.records import dataclass

_PATH = re.compile(r"/\S+\Z")
_BEGINS = re.compile(r"(?m)^([A-Z]{3,7}[ \t]+)[<{]([A-Za-z][\w -]*)[>}](/\S*)[ \t]*$")
"""A route that begins with a placeholder; its method, the name and the rest."""
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Prefixes:
    """The paths that a placeholder stands for, and the tables of what stands in them."""

    paths: tuple[str, ...]
    tables: tuple[Table, ...]


def unfold(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such routes spelt out."""
    wanted = {_words(found[2]) for block in blocks if isinstance(block, Code) for found in _BEGINS.finditer(block.text)}
    told = dict(_told(blocks, wanted)) if wanted else {}
    return tuple(_spelt_out(blocks, told)) if told else tuple(blocks)


def _spelt_out(blocks: Sequence[Block], told: Mapping[str, _Prefixes]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Code):
            yield block
            continue
        used = [told[name] for found in _BEGINS.finditer(block.text) if (name := _words(found[2])) in told]
        yield replace(block, text=_BEGINS.sub(lambda found: _routes(found, told), block.text)) if used else block
        for prefixes in used[:1]:
            yield from prefixes.tables


def _routes(found: re.Match[str], told: Mapping[str, _Prefixes]) -> str:
    """A route for each of the paths, a line each."""
    prefixes = told.get(_words(found[2]))
    if prefixes is None:
        return found[0]
    return "\n".join(f"{found[1]}{path.rstrip('/')}{found[3]}" for path in prefixes.paths)


def _told(blocks: Sequence[Block], names: set[str]) -> Iterator[tuple[str, _Prefixes]]:
    """The prefixes under each heading that is called as one of the placeholders, up to the next of its rank."""
    for at, block in enumerate(blocks):
        if not isinstance(block, Heading) or (name := _words(block.text.plain)) not in names:
            continue
        paths: list[str] = []
        tables: list[Table] = []
        for below in blocks[at + 1 :]:
            if isinstance(below, Heading) and below.level <= block.level:
                break
            if isinstance(below, Code) and _PATH.match(below.text.strip()):
                paths.append(below.text.strip())
            elif isinstance(below, Table) and paths:
                tables.append(below)
        if paths:
            yield name, _Prefixes(tuple(dict.fromkeys(paths)), tuple(tables))


def _words(name: str) -> str:
    return _SIGNS.sub(" ", name).strip().casefold()
