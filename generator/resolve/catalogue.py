"""The named schemas of all sources in one catalogue.

In: drafts. Out: `draft.NamedSchema`s by key, in which a page's schema and a document's schema of the same words are one:
the document settles the shape, the page's prose and examples fill the gaps; and where to find what was joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator import draft
from generator.diagnostics import Report
from generator.resolve import words
from generator.resolve.precedence import Precedence
from generator.resolve.weave_schema import woven

Part = draft.Schema | draft.Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """`named` is every schema by key; `moved` leads from the key of a joined schema to the key it lives on under."""

    named: Mapping[str, draft.NamedSchema]
    moved: Mapping[str, str]

    def redirected(self, schema: Part | None) -> Part | None:
        """The same schema with references to joined schemas led to where they are now."""
        return _redirected(schema, self.moved) if schema is not None and self.moved else schema


def gather(drafts: Sequence[draft.Draft], precedence: Precedence, report: Report) -> Catalogue:
    """Collect the named schemas of all drafts and join those of the same words across documents and pages."""
    named: dict[str, draft.NamedSchema] = {}
    moved: dict[str, str] = {}
    by_words: dict[str, str] = {}
    for source in sorted(drafts, key=lambda entry: entry.kind == "page"):
        for key, entry in source.schemas.items():
            name = words.loose_key(words.split(entry.name))
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
    if moved:
        named = {key: replace(entry, schema=_redirected(entry.schema, moved)) for key, entry in named.items()}
    return Catalogue(named=named, moved=moved)


def _redirected(schema: Part, moved: Mapping[str, str]) -> Part:
    """A schema with its references led on; the very same object where nothing changes."""
    if isinstance(schema, draft.Reference):
        target = schema.target
        return replace(schema, target=moved[target]) if target is not None and target in moved else schema
    changes: dict[str, object] = {}
    for name in ("properties", "pattern_properties"):
        old: Mapping[str, Part] = getattr(schema, name)
        new = {key: _redirected(value, moved) for key, value in old.items()}
        if any(new[key] is not old[key] for key in new):
            changes[name] = new
    for name in ("additional_properties", "items"):
        part: Part | None = getattr(schema, name)
        if part is not None and (led := _redirected(part, moved)) is not part:
            changes[name] = led
    for name in ("prefix_items", "all_of", "any_of", "one_of"):
        parts: tuple[Part, ...] = getattr(schema, name)
        led_parts = tuple(_redirected(entry, moved) for entry in parts)
        if any(one is not other for one, other in zip(parts, led_parts, strict=True)):
            changes[name] = led_parts
    return replace(schema, **changes) if changes else schema  # type: ignore[arg-type]
