"""Two schemas of one thing -> one: the document's shape with the page's prose, and what they disagree about.

In: a document's schema and a page's. Out: one schema, and findings at both places. References are compared by name and
never followed, so a disagreement is reported once, where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator import draft
from generator.diagnostics import Report
from generator.resolve import words
from generator.resolve.weaving import meaning
from generator.resolve.weaving.precedence import Precedence
from generator.source import MISSING

Part = draft.Schema | draft.Reference


def woven(first: draft.Schema, page: draft.Schema, name: str, precedence: Precedence, report: Report) -> draft.Schema:
    """Join a document's schema (`first`) and a page's.

    Args:
        name: What findings call the thing.
    """
    if says_nothing(first):
        return replace(page, description=page.description or first.description)
    shaped = _filled(first, page)
    prose = page.description if precedence.pages_first("description") else first.description
    examples = precedence.order("examples", first.examples, page.examples)
    return replace(
        shaped,
        description=prose or first.description or page.description,
        title=first.title or page.title,
        examples=tuple(examples),
        properties=_properties(first, page, name, precedence, report),
        items=_items(first, page, name, precedence, report),
    )


def says_nothing(schema: draft.Schema) -> bool:
    """True where the schema tells nothing of the shape."""
    return not (
        schema.types
        or schema.never
        or schema.properties
        or schema.enum is not None
        or schema.const is not MISSING
        or schema.items is not None
        or schema.prefix_items
        or schema.all_of
        or schema.any_of
        or schema.one_of
        or schema.additional_properties is not None
        or schema.pattern_properties
        or schema.format
    )


def compare_types(first: Part | None, page: Part | None, name: str, report: Report) -> None:
    """Report where both name a type and the types cannot be the same."""
    if not isinstance(first, draft.Schema) or not isinstance(page, draft.Schema) or page.inferred or first.inferred:
        return
    left, right = _comparable(first), _comparable(page)
    if left and right and not left & right:
        report.error(
            "type-differs",
            f"{name}: the document says {_listed(first.types)}, the page {_listed(page.types)}",
            at=first.origin,
            also=(page.origin,),
        )


def _comparable(schema: draft.Schema) -> frozenset[str]:
    return frozenset("number" if name == "integer" else name for name in schema.types if name != "null")


def _listed(types: tuple[str, ...]) -> str:
    return " or ".join(types)


def _filled(first: draft.Schema, page: draft.Schema) -> draft.Schema:
    """The document's schema with the page's default, enum and format where it has none."""
    changes: dict[str, object] = {}
    if first.default is MISSING and page.default is not MISSING:
        value = meaning.typed(page.default, first.types)
        if value is not MISSING:
            changes["default"] = value
    if first.enum is None and page.enum is not None and first.const is MISSING and first.types:
        values = tuple(meaning.typed(value, first.types) for value in page.enum)
        if MISSING not in values:
            changes["enum"] = values
    return replace(first, **changes) if changes else first  # type: ignore[arg-type]


def _properties(
    first: draft.Schema, page: draft.Schema, name: str, precedence: Precedence, report: Report
) -> Mapping[str, Part]:
    if not first.properties or not page.properties:
        is_open = not (page.inferred or first.all_of or first.any_of or first.one_of or first.items)
        return page.properties if is_open and not first.properties else first.properties
    joined: dict[str, Part] = {}
    for key, part in first.properties.items():
        other = page.properties.get(key)
        joined[key] = part if other is None else _property(part, other, f"{name}.{key}", precedence, report)
        if other is None and not page.inferred:
            report.info(
                "property-undocumented", f"{name}.{key} is in the document only", at=part.origin, also=(page.origin,)
            )
        elif other is not None and not page.inferred:
            _compare_required(first, page, key, name, report)
    for key, part in page.properties.items():
        if key not in joined:
            report.warning(
                "property-unspecified", f"{name}.{key} is on the page only", at=part.origin, also=(first.origin,)
            )
            joined[key] = part
    return joined


def _items(first: draft.Schema, page: draft.Schema, name: str, precedence: Precedence, report: Report) -> Part | None:
    if first.items is None or page.items is None or page.inferred:
        return first.items
    return _property(first.items, page.items, f"{name}[]", precedence, report)


def _property(part: Part, other: Part, name: str, precedence: Precedence, report: Report) -> Part:
    compare_types(part, other, name, report)
    if isinstance(part, draft.Schema) and isinstance(other, draft.Schema):
        _compare_values(part, other, name, report)
        return woven(part, other, name, precedence, report)
    if isinstance(part, draft.Reference) and isinstance(other, draft.Schema) and other.description:
        own = part.siblings or draft.Schema(origin=other.origin)
        if precedence.pages_first("description") or not own.description:
            return replace(part, siblings=replace(own, description=other.description))
    return part


def _compare_required(first: draft.Schema, page: draft.Schema, key: str, name: str, report: Report) -> None:
    if not page.required or (key in first.required) == (key in page.required):
        return
    here, there = ("required", "optional") if key in first.required else ("optional", "required")
    report.warning(
        "required-differs",
        f"{name}.{key}: the document says it is {here}, the page {there}",
        at=first.origin.child("required"),
        also=(page.properties[key].origin,),
    )


def _compare_values(part: draft.Schema, other: draft.Schema, name: str, report: Report) -> None:
    if other.inferred:
        return
    if part.default is not MISSING and other.default is not MISSING and not meaning.same(part.default, other.default):
        report.warning(
            "default-differs",
            f"{name}: the document says {meaning.shown(part.default)}, the page {meaning.shown(other.default)}",
            at=part.origin.child("default"),
            also=(other.origin,),
        )
    if part.enum is not None and other.enum is not None:
        wider, narrower = (
            meaning.allows(list(one), list(two)) for one, two in ((part.enum, other.enum), (other.enum, part.enum))
        )
        if not (wider and narrower):
            say = report.warning if wider else report.error
            say(
                "enum-differs",
                f"{name}: the document allows {_values(part)}, the page {_values(other)}",
                at=part.origin.child("enum"),
                also=(other.origin,),
            )


def _values(schema: draft.Schema) -> str:
    return meaning.shown(list(schema.enum or ()))


def type_words(schema: Part | None) -> frozenset[str]:
    """The words of a type's name that tell it from others; empty for a schema without a name."""
    listed = isinstance(schema, draft.Schema) and schema.items is not None
    inner = schema.items if isinstance(schema, draft.Schema) and listed else schema
    if not isinstance(inner, draft.Reference):
        return frozenset()
    return frozenset(words.singular(word) for word in telling_words(inner.name))


def telling_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: not `schema`, `API`, `result` and the like, if any is left."""
    found = frozenset(word.lower() for word in words.split(name))
    return (found - _EMPTY) or found


_EMPTY = frozenset({"schema", "result", "response", "request", "api", "object", "model", "dto"})
