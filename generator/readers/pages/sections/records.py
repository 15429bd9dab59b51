"""A page, taken apart: its operations, their routes, and the parts in which they are described."""

from __future__ import annotations

from dataclasses import field

from generator.diagnostics import Origin
from generator.readers.pages.blocks import Block, Heading, Meta, Text
from generator.records import dataclass


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
    section: tuple[Block, ...] = ()
    """What stands right below that one, unless it is the page's title or an operation's: it is said of all beneath."""


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
