"""The named schemas of all sources in one catalogue.

In: drafts. Out: `draft.NamedSchema`s by key, in which a page's schema and a document's of the same words are one: the
document settles the shape, the page's prose and examples fill the gaps; and where to find what was joined.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace

from generator import draft
from generator.diagnostics import Report
from generator.records import dataclass
from generator.resolve import words
from generator.resolve.weaving import inference
from generator.resolve.weaving.precedence import Precedence
from generator.resolve.weaving.schemas import telling_words, woven

Part = draft.Schema | draft.Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All named schemas.

    Attributes:
        named: Every schema by key.
        moved: From the key of a joined schema to the key it lives on under.
        described: Types whose fields a document and a page have: the key, and the page's schema. They are compared
            where references can be followed (`Fields`).
        telling: From the words that tell a type from others (`Job Enqueued API Result` -> job, enqueued) to its key.
        spelt: From the words of a name, however they are spelt, to its key.
    """

    named: Mapping[str, draft.NamedSchema]
    moved: Mapping[str, str]
    telling: Mapping[frozenset[str], str]
    spelt: Mapping[str, str]
    described: tuple[tuple[str, draft.NamedSchema], ...] = ()

    def redirected(self, schema: Part | None) -> Part | None:
        """A page's schema with its references led to where joined and otherwise spelt schemas are."""
        return _redirected(schema, self._target) if schema is not None else None

    def followed(self, schema: Part | None) -> Part | None:
        """A document's schema with its references led to where joined schemas are; others stay as they are."""
        if schema is None or not self.moved:
            return schema
        return _redirected(schema, lambda reference: self.moved.get(reference.target or ""))

    def _target(self, reference: draft.Reference) -> str | None:
        if reference.target is not None:
            return self.moved.get(reference.target, reference.target)
        return self.telling.get(telling_words(reference.name)) or self._by_its_end(reference.name)

    def knows(self, reference: draft.Reference) -> bool:
        """Whether a page's reference leads to one of them."""
        return _words_key(reference.name) in self.spelt or self._target(reference) is not None

    def _by_its_end(self, name: str) -> str | None:
        """The type that the end of a name calls: the way to a heading may say first what it stands under."""
        parts = words.split(name)
        ends = (_words_key(" ".join(parts[start:])) for start in range(1, len(parts) - 1))
        return next((self.spelt[end] for end in ends if end in self.spelt), None)


def gather(drafts: Sequence[draft.Draft], precedence: Precedence, report: Report) -> Catalogue:
    """Collect the named schemas of all drafts and join those of the same words across documents and pages."""
    named, moved = _of_documents([source for source in drafts if source.kind == "openapi"])
    by_words: dict[str, str] = {}
    for key, entry in named.items():
        by_words.setdefault(_words_key(entry.name), key)
    telling = _telling(named)
    pages = [source for source in drafts if source.kind == "page"]
    described: list[tuple[str, draft.NamedSchema]] = []
    for key, entry in ((key, entry) for source in pages for key, entry in source.schemas.items()):
        name = _words_key(entry.name)
        known = by_words.get(name) or telling.get(telling_words(entry.name))
        if known is None:
            named[key] = entry
            by_words.setdefault(name, key)
            continue
        moved[key] = known
        first = named[known]
        if isinstance(first.schema, draft.Schema) and isinstance(entry.schema, draft.Schema):
            page = entry.schema
            if first.schema.properties or first.schema.all_of:
                described.append((known, entry))
                page = replace(page, properties={})
            with report.about(entry.name):
                joined = woven(first.schema, page, entry.name, precedence, report)
            named[known] = replace(first, schema=joined)
    catalogue = Catalogue(named=named, moved=moved, telling=_telling(named), spelt=by_words, described=tuple(described))
    for key in [key for source in pages for key in source.schemas if key in named]:
        schema = catalogue.redirected(named[key].schema)
        if schema is not None and schema is not named[key].schema:
            named[key] = replace(named[key], schema=schema)
    named.update(inference.missing_schemas(pages, catalogue.knows, report))
    return catalogue


def _of_documents(documents: Sequence[draft.Draft]) -> tuple[dict[str, draft.NamedSchema], dict[str, str]]:
    """The schemas of all documents; one that an earlier document has in the same words and shape is that one."""
    named: dict[str, draft.NamedSchema] = {}
    moved: dict[str, str] = {}
    earlier: dict[str, str] = {}
    for document in documents:
        same = _same(document, earlier, named)
        moved.update(same)
        named.update((key, entry) for key, entry in document.schemas.items() if key not in same)
        for key, entry in document.schemas.items():
            if key not in same:
                earlier.setdefault(entry.name, key)
    if moved:
        named = {
            key: replace(entry, schema=_redirected(entry.schema, lambda reference: moved.get(reference.target or "")))
            for key, entry in named.items()
        }
    return named, moved


def _same(document: draft.Draft, earlier: Mapping[str, str], named: Mapping[str, draft.NamedSchema]) -> dict[str, str]:
    """Which schemas of a document are those of earlier ones, all that they refer to included."""
    same = {
        key: earlier[entry.name]
        for key, entry in document.schemas.items()
        if entry.name in earlier and key not in named and _is_same(named[earlier[entry.name]].schema, entry.schema)
    }
    waiting = True
    while waiting:
        others = {
            key
            for key in same
            for reference in inference.references(document.schemas[key].schema)
            if reference.name in earlier and reference.target not in same and reference.target not in named
        }
        for key in others:
            del same[key]
        waiting = bool(others)
    return same


def _is_same(one: object, other: object) -> bool:
    """True for schemas that say the same, wherever they stand; references count by their names."""
    if type(one) is not type(other):
        return False
    if isinstance(one, draft.Reference) and isinstance(other, draft.Reference):
        return one.name == other.name and _is_same(one.siblings, other.siblings)
    if isinstance(one, draft.Schema | draft.Discriminator):
        names = [field.name for field in fields(one) if field.name != "origin"]
        return all(_is_same(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one == other


def _words_key(name: str) -> str:
    """The same for all spellings of a name; plurals count, because a list is not its item."""
    return words.key(words.split(name)).replace(" ", "")


def _telling(named: Mapping[str, draft.NamedSchema]) -> dict[frozenset[str], str]:
    """The key of each public schema whose telling words no other one has."""
    found: dict[frozenset[str], list[str]] = {}
    for key, entry in named.items():
        if entry.public:
            found.setdefault(telling_words(entry.name), []).append(key)
    return {words_of: keys[0] for words_of, keys in found.items() if words_of and len(keys) == 1}


Target = Callable[[draft.Reference], str | None]


def _redirected(schema: Part, target: Target) -> Part:
    """A schema with its references led on; the very same object where nothing changes."""
    if isinstance(schema, draft.Reference):
        found = target(schema)
        return schema if found is None or found == schema.target else replace(schema, target=found)
    changes: dict[str, object] = {}
    for name in ("properties", "pattern_properties"):
        old: Mapping[str, Part] = getattr(schema, name)
        new = {key: _redirected(value, target) for key, value in old.items()}
        if any(new[key] is not old[key] for key in new):
            changes[name] = new
    for name in ("additional_properties", "items"):
        part: Part | None = getattr(schema, name)
        if part is not None and (led := _redirected(part, target)) is not part:
            changes[name] = led
    for name in ("prefix_items", "all_of", "any_of", "one_of"):
        parts: tuple[Part, ...] = getattr(schema, name)
        led_parts = tuple(_redirected(entry, target) for entry in parts)
        if any(one is not other for one, other in zip(parts, led_parts, strict=True)):
            changes[name] = led_parts
    return replace(schema, **changes) if changes else schema  # type: ignore[arg-type]
