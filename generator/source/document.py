"""A loaded document, and a cursor into its tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from generator.diagnostics import Finding, Origin
from generator.records import dataclass
from generator.source.values import MISSING, Json, Missing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A document as it was read.

    Attributes:
        name: How findings call it: its path relative to the project folder, with `/`, or its URL.
        text: All of it, decoded; line ends as they stand in the file.
        tree: The parsed value of JSON or YAML; `MISSING` for a documentation page.
        syntax: Which parser made the tree; positions are looked up with the same one.
        findings: What the parser had to say, such as duplicate keys; the reader passes them on.
        places: Where those parts of the tree stand that do not stand in this text at their own pointer, as an overlay
            brings them; by pointer, for everything below it.
        within: Where its first line stands in a document that holds it, such as a page; None where none does.
    """

    name: str
    text: str
    tree: Json | Missing = MISSING
    syntax: str = "text"
    findings: tuple[Finding, ...] = ()
    places: Mapping[str, Origin] = field(default_factory=dict)
    within: Origin | None = None

    def written(self, origin: Origin) -> Origin:
        """Where the value at this place of the tree was really written."""
        head = origin.pointer
        while self.places:
            if head in self.places:
                place = self.places[head]
                return Origin(place.document, place.pointer + origin.pointer[len(head) :], place.line, place.column)
            if not head:
                break
            head = head[: head.rfind("/")]
        return origin

    def seen_from_outside(self, place: Origin) -> Origin:
        """A line of this text as one of the document that holds it, where one does."""
        if self.within is None:
            return place
        return Origin(self.within.document, place.pointer, self.within.line - 1 + place.line, place.column)

    @property
    def root(self) -> Node:
        """A cursor at the top of the tree."""
        return Node(None if self.tree is MISSING else self.tree, Origin(self.name))


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place. Asking for what is not there, or of another type, gives an empty answer."""

    value: Json | Missing
    origin: Origin

    @property
    def present(self) -> bool:
        """True where there is a value, be it null."""
        return self.value is not MISSING

    @property
    def is_map(self) -> bool:
        """True for an object."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """True for an array."""
        return isinstance(self.value, list)

    def __getitem__(self, key: str | int) -> Node:
        value: Json | Missing = MISSING
        if isinstance(self.value, dict) and isinstance(key, str):
            value = self.value.get(key, MISSING)
        elif isinstance(self.value, list) and isinstance(key, int) and 0 <= key < len(self.value):
            value = self.value[key]
        return Node(value, self.origin.child(key))

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def items(self) -> Iterator[tuple[str, Node]]:
        """The members of an object, in order; nothing for any other value."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Node(value, self.origin.child(key))

    def __iter__(self) -> Iterator[Node]:
        """The entries of an array, in order; nothing for any other value."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Node(value, self.origin.child(index))

    @property
    def text(self) -> str:
        """The string at this place; "" for anything else."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def flag(self) -> bool:
        """True only for `true`."""
        return self.value is True

    @property
    def number(self) -> int | float | None:
        """The number at this place; None for anything else (booleans are no numbers)."""
        return self.value if isinstance(self.value, int | float) and not isinstance(self.value, bool) else None

    @property
    def texts(self) -> tuple[str, ...]:
        """The strings in the array at this place; entries of another type are left out."""
        return tuple(entry for entry in self.value if isinstance(entry, str)) if isinstance(self.value, list) else ()
