"""The named schemas of all sources in one catalogue.

In: drafts. Out: `draft.NamedSchema`s by key, in which a page's schema and a document's of the same words are one: the
document settles the shape, the page's prose and examples fill the gaps; and where to find what was joined.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import draft
from generator.diagnostics import Report
from generator.resolve import inference, words
from generator.resolve.precedence import Precedence
from generator.resolve.weave_schema import telling_words, woven

Part = draft.Schema | draft.Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All named schemas.

    Attributes:
        named: Every schema by key.
        moved: From the key of a joined schema to the key it lives on under.
        telling: From the words that tell a type from others (`Job Enqueued API Result` -> job, enqueued) to its key.
    """

    named: Mapping[str, draft.NamedSchema]
    moved: Mapping[str, str]
    telling: Mapping[frozenset[str], str]

    def redirected(self, schema: Part | None) -> Part | None:
        """A page's schema with its references led to where joined and otherwise spelt schemas are."""
        return _redirected(schema, self._target) if schema is not None else None

    def _target(self, reference: draft.Reference) -> str | None:
        if reference.target is not None:
            return self.moved.get(reference.target, reference.target)
        return self.telling.get(telling_words(reference.name))


def gather(drafts: Sequence[draft.Draft], precedence: Precedence, report: Report) -> Catalogue:
    """Collect the named schemas of all drafts and join those of the same words across documents and pages."""
    named: dict[str, draft.NamedSchema] = {}
    moved: dict[str, str] = {}
    by_words: dict[str, str] = {}
    for source in sorted(drafts, key=lambda entry: entry.kind == "page"):
        for key, entry in source.schemas.items():
            name = words.key(words.split(entry.name)).replace(" ", "")  # a list is not its item: plurals count
            known = by_words.get(name) if source.kind == "page" else None
            if known is None:
                named[key] = entry
                by_words.setdefault(name, key)
                continue
            moved[key] = known
            first = named[known]
            if isinstance(first.schema, draft.Schema) and isinstance(entry.schema, draft.Schema):
                joined = woven(first.schema, entry.schema, entry.name, precedence, report)
                named[known] = replace(first, schema=joined)
    catalogue = Catalogue(named=named, moved=moved, telling=_telling(named))
    pages = [source for source in drafts if source.kind == "page"]
    for key in [key for source in pages for key in source.schemas if key in named]:
        schema = catalogue.redirected(named[key].schema)
        if schema is not None and schema is not named[key].schema:
            named[key] = replace(named[key], schema=schema)

    def is_known(reference: draft.Reference) -> bool:
        return words.key(words.split(reference.name)) in by_words or telling_words(reference.name) in catalogue.telling

    named.update(inference.missing_schemas(pages, is_known, report))
    return catalogue


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
