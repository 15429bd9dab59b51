"""Which kind of source settles which kind of fact.

In: the configuration's `precedence`. Out: for each fact, whether documents or pages speak first. A fact belongs to a
kind (`wire`, `prose`, `scopes`, `examples`, `names`); the configuration may name the kind or, more closely, the fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.diagnostics import Origin, Report

T = TypeVar("T")

KINDS: Mapping[str, str] = {
    "required": "wire",
    "type": "wire",
    "default": "wire",
    "enum": "wire",
    "status": "wire",
    "path": "wire",
    "security": "wire",
    "deprecated": "wire",
    "summary": "prose",
    "description": "prose",
    "scopes": "scopes",
    "examples": "examples",
    "names": "names",
}
"""The kind of each fact."""

_DEFAULT: Mapping[str, str] = {
    "wire": "openapi",
    "prose": "pages",
    "scopes": "pages",
    "examples": "pages",
    "names": "openapi",
}


class Precedence:
    """The order in which sources are asked for a fact."""

    def __init__(self, settings: Mapping[str, str], report: Report, origin: Origin | None = None) -> None:
        known = (*_DEFAULT, *KINDS)
        for name in settings:
            if name not in known:
                there_are = ", ".join(dict.fromkeys(known))
                told = f"`precedence:` knows no fact {name!r}; there are {there_are}"
                report.error("precedence-unknown", told, at=origin.child(name) if origin else None)
        chosen = {**_DEFAULT, **settings}
        self._pages_first = {fact: chosen.get(fact, chosen[kind]) == "pages" for fact, kind in KINDS.items()}

    def pages_first(self, fact: str) -> bool:
        """True where pages settle the fact."""
        return self._pages_first[fact]

    def order(self, fact: str, documents: Iterable[T], pages: Iterable[T]) -> tuple[T, ...]:
        """What documents and pages say, those first who settle the fact."""
        return (*pages, *documents) if self._pages_first[fact] else (*documents, *pages)
