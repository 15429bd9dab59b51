"""`oneOf` and `anyOf`: the variants that say something, and what stands beside them and holds for each.

In: a flat `draft.Schema`. Out: its variants as schemas, still to be looked at one by one. It knows nothing of types.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from generator import draft, model
from generator.model import Shape
from generator.records import replaced
from generator.resolve import words
from generator.resolve.types import merge_all_of
from generator.resolve.types.schemas import SchemaOrReference, Schemas, constrains, kinds, only_requires
from generator.source import MISSING

MAX_PAIRS: Final = 16
"""How many pairs `oneOf` beside `anyOf` may give."""


def of(schema: draft.Schema, schemas: Schemas) -> tuple[SchemaOrReference, ...]:
    """The variants that say something of the shape. Two choices at once give their pairs, where those are few."""
    first, second = (_saying(schema, keyword, schemas) for keyword in ("oneOf", "anyOf"))
    if not first or not second:
        return first or second
    if len(first) * len(second) > MAX_PAIRS:
        schemas.remark_keyword("anyOf", schema.origin)
        return first
    return tuple(draft.Schema(origin=one.origin, all_of=(one, other)) for one in first for other in second)


def beside(schema: draft.Schema) -> draft.Schema | None:
    """What stands beside the choice and holds for every variant; None where that is nothing."""
    types = tuple(name for name in schema.types if name != "null")
    if not types and not constrains(schema):
        return None
    bare = replaced(schema, one_of=(), any_of=(), discriminator=None, types=types, not_carried=(), default=MISSING)
    return merge_all_of.without_notes(bare)


def covers(choice: SchemaOrReference, flat: draft.Schema, common: draft.Schema) -> bool:
    """Whether a variant already has all that stands beside the choice, and can be taken as it is."""
    if not constrains(common):
        return isinstance(choice, draft.Reference) or bool(kinds(flat))
    objects_only = not constrains(replaced(common, properties={}, required=(), types=()))
    has_all = set(common.properties) <= set(flat.properties) and set(common.required) <= set(flat.required)
    return isinstance(choice, draft.Reference) and objects_only and has_all


def compatible(one: draft.Schema, other: draft.Schema) -> bool:
    """Whether some JSON type is allowed by both flat schemas."""
    ours, theirs = ({*kinds(schema), *(name for name in schema.types if name == "null")} for schema in (one, other))
    return not ours or not theirs or bool(ours & theirs) or (ours | theirs) >= {"integer", "number"}


def name(choice: SchemaOrReference, number: int) -> str:
    """What tells a variant from the others: its name, its title where that is short, else its number."""
    if isinstance(choice, draft.Reference):
        return choice.name
    return choice.title if 0 < len(words.split(choice.title)) <= 5 else f"variant {number}"


def described(shape: Shape, choice: SchemaOrReference) -> Shape:
    """A variant of one constant with the title and description of that variant: `oneOf` as an enum with prose."""
    if not isinstance(shape, model.Enum) or len(shape.values) != 1 or isinstance(choice, draft.Reference):
        return shape
    (value,) = shape.values
    named = replace(value, name=value.name or choice.title, description=value.description or choice.description)
    return model.Enum(values=(named,))


def _saying(schema: draft.Schema, keyword: str, schemas: Schemas) -> tuple[SchemaOrReference, ...]:
    """The variants without those that only demand presence; what stands beside the choice is then a variant itself."""
    variants = schema.one_of if keyword == "oneOf" else schema.any_of
    rest = [variant for variant in variants if isinstance(variant, draft.Reference) or not only_requires(variant)]
    if len(rest) == len(variants):
        return variants
    schemas.remark_keyword(keyword, schema.origin)
    return (*rest, draft.Schema(origin=schema.origin)) if rest else ()
