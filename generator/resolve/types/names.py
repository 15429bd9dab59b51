"""The names of types: unique without regard to case, and the same whatever else the API holds.

In: what the source calls a type, or the words of its place. Out: a `TypeId`. A name that the source gives goes before
one made from a place, so all of those are given out first. It knows nothing of what the types are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator import draft
from generator.diagnostics import Origin, Report
from generator.model import TypeId
from generator.resolve import words
from generator.resolve.types.namespaces import without_namespaces

PREFIX = "Type"
"""Put before a name that begins with a digit, or has nothing usable in it."""


class TypeNames:
    """Gives out names; each is given once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._taken: dict[str, TypeId] = {}
        self._numbers: dict[str, int] = {}

    def for_schemas(self, named: Mapping[str, draft.NamedSchema]) -> dict[str, TypeId]:
        """A name for each named schema, without a namespace that says nothing. Of several that would be called the
        same, one that the source spells just so keeps the name, else a public one, else the first by its key; the
        others get a word of their place or kind, but for one that is nothing but another of them: both are one."""
        wanted: dict[str, list[tuple[TypeId, str]]] = defaultdict(list)
        short = without_namespaces((entry.name for entry in named.values()), _identifier)
        for key, entry in named.items():
            name = TypeId(_identifier(short.get(entry.name, entry.name)))
            wanted[name.casefold()].append((name, key))
        ids: dict[str, TypeId] = {}
        losers: list[tuple[TypeId, str]] = []
        same: dict[str, str] = {}
        for entries in wanted.values():
            alike = frozenset(key for _, key in entries)
            same |= {key: target for key in sorted(alike) if (target := meant(named, key)) != key and target in alike}
            claims = [claim for claim in entries if claim[1] not in same]
            claims.sort(key=lambda claim: (not named[claim[1]].public, named[claim[1]].name != claim[0], claim[1]))
            name, key = claims[0]
            ids[key] = self._taken[name.casefold()] = name
            losers += claims[1:]
        for name, key in sorted(losers, key=lambda claim: (claim[0].casefold(), claim[1])):
            ids[key] = self.either(name, *_other_names(named[key]), origin=named[key].schema.origin)
        return ids | {key: ids[target] for key, target in same.items()}

    def free(self, name: str) -> bool:
        """Whether nothing has that name yet."""
        return name.casefold() not in self._taken

    def take(self, name: str) -> TypeId:
        """Give out that very name, which is free."""
        self._taken[name.casefold()] = TypeId(name)
        return TypeId(name)

    def _numbered(self, name: str, origin: Origin | None) -> TypeId:
        gap = "_" if name[-1:].isdigit() else ""
        number = self._numbers.get(name.casefold(), 2)
        while not self.free(f"{name}{gap}{number}"):
            number += 1
        self._numbers[name.casefold()] = number + 1
        self._report.info("type-renamed", f"{name} is taken; this type is {name}{gap}{number}", at=origin)
        return self.take(f"{name}{gap}{number}")

    def either(self, *names: str, origin: Origin | None = None) -> TypeId:
        """Give out the first of the names that is free; where none is, the first one with a number.

        Args:
            origin: The place to report another name than the first at; a number is always reported.
        """
        first, *others = map(_short, names)
        if self.free(first):
            return self.take(first)
        free = next((name for name in others if self.free(name)), None)
        if free is None:
            return self._numbered(first, origin)
        if origin is not None:
            self._report.info("type-renamed", f"{first} is taken; this type is {free}", at=origin)
        return self.take(free)


def meant(named: Mapping[str, draft.NamedSchema], key: str) -> str:
    """The key of the public schema that a schema is but another name of; its own where it is more, or leads round."""
    seen = {key: None}
    while isinstance(schema := named[key].schema, draft.Reference) and schema.siblings is None:
        target = schema.target
        if target is None or target in seen or target not in named or not named[target].public:
            break
        key = target
        seen[key] = None
    return next(iter(seen)) if isinstance(named[key].schema, draft.Reference) else key


def _identifier(name: str) -> str:
    return words.identifier(name, prefix=PREFIX)


def _other_names(entry: draft.NamedSchema) -> Iterator[str]:
    """What a named schema is called where its own name is taken."""
    own = words.split(entry.name)
    ways = [words.split(entry.context)] if entry.context else []
    for found in [(*way, *own) for way in ways] + [(*way, *own, _kind(entry.schema)) for way in [*ways, ()]]:
        yield words.identifier_of(found, prefix=PREFIX, text=entry.name)


def _kind(schema: draft.Schema | draft.Reference) -> str:
    """A word for what a schema describes."""
    if isinstance(schema, draft.Reference):
        return "Alias"
    if schema.enum is not None:
        return "Enum"
    if schema.one_of or schema.any_of:
        return "Choice"
    return next((_KINDS[name] for name in schema.types if name in _KINDS), "Object")


_KINDS = {
    "string": "Text",
    "integer": "Number",
    "number": "Number",
    "boolean": "Flag",
    "array": "List",
    "object": "Object",
}


def _short(name: str) -> str:
    """A name that is not too long for one that a source might give: another run may take it from there."""
    return name if len(name) <= words.MAX_NAME else words.identifier(name, prefix=PREFIX)


def inline_name(place: tuple[str, ...]) -> str:
    """What a type without a name of its own is called by the names on the way to its place."""
    found = tuple(word for name in place for word in words.split(name))
    return words.identifier_of(found, prefix=PREFIX, text=" ".join(place))
