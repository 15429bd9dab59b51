"""Discriminators: which value of which property tells the variants of a union apart.

In: the variants as flat schemas, and what the source maps. Out: a mapping that a program can rely on (each variant has
the property, as text; no value belongs to two variants), or the reason why there is none. A variant in which the
property is plain text is narrowed to its own values, so that each variant can be recognised by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator import draft, model
from generator.model import TypeId
from generator.records import dataclass
from generator.resolve.types.schemas import Schemas, is_record, kinds
from generator.source import MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A variant of a union: the type it became, and where it came from. `key` is None for an inline schema."""

    id: TypeId
    name: str
    key: str | None
    flat: draft.Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The values by which each variant is told, in the order of the variants."""

    property_name: str
    values: tuple[tuple[str, ...], ...]

    def mapping(self, names: Sequence[TypeId]) -> dict[str, TypeId]:
        """From each value to the name of its variant."""
        return {value: name for name, values in zip(names, self.values, strict=True) for value in values}


def telling(schemas: Schemas, discriminator: draft.Discriminator, variants: Sequence[Variant]) -> Telling | str:
    """How the variants are told apart, or why they cannot be.

    Explicit mapping goes first, then the value that a variant gives itself, then the values that its property is
    limited to, then the variant's own name (OpenAPI 3.1 §4.8.25). Where a property allows more values than the mapping
    gives it (an enum of all variants, inherited from a parent), the mapping counts.
    """
    explicit = _explicit(schemas, discriminator)
    mapped = {value for values in explicit.values() for value in values}
    told: list[tuple[str, ...]] = []
    for variant in variants:
        declared = _declared(schemas, variant, discriminator.property_name)
        if isinstance(declared, str):
            return declared
        own = explicit.get(variant.key, ()) if variant.key is not None else ()
        own = own or ((variant.flat.discriminator_value,) if variant.flat.discriminator_value else ())
        if own:
            told.append(tuple(value for value in own if value in declared) or declared or own)
        elif len(declared) == 1:
            told.append(declared)
        else:
            rest = tuple(value for value in declared if value not in mapped)
            named = variant.name if variant.key is not None else ""
            told.append((named,) if named and (not declared or named in declared) else rest)
    for variant, values in zip(variants, told, strict=True):
        if not values:
            return f"no value of it stands for {variant.name}"
    flat = [value for values in told for value in values]
    if len(set(flat)) < len(flat):
        return "one value stands for several variants"
    return Telling(property_name=discriminator.property_name, values=tuple(told))


def _explicit(schemas: Schemas, discriminator: draft.Discriminator) -> Mapping[str, tuple[str, ...]]:
    """The values that the source maps to each schema, by its key."""
    found: dict[str, tuple[str, ...]] = {}
    for value, reference in discriminator.mapping.items():
        if (key := schemas.key(reference)) is not None:
            found[key] = (*found.get(key, ()), value)
    return found


def _declared(schemas: Schemas, variant: Variant, property_name: str) -> tuple[str, ...] | str:
    """The values that a variant's property is limited to, () for any text; as text, why it cannot be used."""
    entry = variant.flat.properties.get(property_name)
    flat = None if entry is None else schemas.flat(entry)
    if flat is None:
        return f"{variant.name} has no such property"
    values = flat.enum or () if flat.const is MISSING else (flat.const,)
    if not all(isinstance(value, str) for value in values) or flat.one_of or flat.any_of:
        return f"in {variant.name} it is not plain text"
    if kinds(flat) not in ((), ("string",)) or "null" in flat.types or (not values and not flat.types):
        return f"in {variant.name} it is not plain text"
    return tuple(dict.fromkeys(str(value) for value in values))


class Narrowing:
    """Limits the property of a discriminator, in each variant, to the values that stand for it in some union."""

    def __init__(self) -> None:
        self._values: dict[tuple[TypeId, str], dict[str, None]] = {}

    def narrow(self, told: Telling, names: Sequence[TypeId]) -> None:
        """Take note of the variants of a union."""
        for name, values in zip(names, told.values, strict=True):
            self._values.setdefault((name, told.property_name), {}).update(dict.fromkeys(values))

    def applied(self, types: Mapping[TypeId, model.Type]) -> dict[TypeId, model.Type]:
        """The types with the properties narrowed."""
        narrowed = dict(types)
        for (name, property_name), values in self._values.items():
            entry = narrowed[name]
            if isinstance(entry, model.Object):
                fields = (
                    _narrowed(field, tuple(values)) if field.name == property_name else field for field in entry.fields
                )
                narrowed[name] = replace(entry, fields=tuple(fields))
        return narrowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A parent with a discriminator, and the schemas that extend it: where it is named, any of them may stand."""

    parent: str
    members: tuple[str, ...]
    telling: Telling


def families(
    schemas: Schemas, ids: Mapping[str, TypeId], tell: Callable[[draft.Discriminator, str], None]
) -> list[Family]:
    """The parents whose heirs can be told apart; `tell` hears of the others."""
    found = []
    for key, entry in schemas.named.items():
        schema = entry.schema
        if not isinstance(schema, draft.Schema) or not schema.discriminator or schema.one_of or schema.any_of:
            continue
        mapped = (schemas.key(reference) for reference in schema.discriminator.mapping.values())
        members = dict.fromkeys((*(member for member in mapped if member), *schemas.descendants(key)))
        if not set(members) - {key}:
            continue
        outcome = _family(schemas, ids, key, schema.discriminator, tuple(members))
        if isinstance(outcome, Family):
            found.append(outcome)
        else:
            tell(schema.discriminator, outcome)
    return found


def _family(
    schemas: Schemas,
    ids: Mapping[str, TypeId],
    parent: str,
    discriminator: draft.Discriminator,
    members: tuple[str, ...],
) -> Family | str:
    variants = []
    for key in members:
        flat = schemas.flat_named(key)
        if flat is None or not is_record(flat):
            return f"{schemas.named[key].name} is not an object with known properties"
        variants.append(Variant(id=ids[key], name=schemas.named[key].name, key=key, flat=flat))
    outcome = telling(schemas, discriminator, variants)
    return outcome if isinstance(outcome, str) else Family(parent=parent, members=members, telling=outcome)


def _narrowed(field: model.Field, values: tuple[str, ...]) -> model.Field:
    """The field limited to these values; names and prose of an enum that it had are kept."""
    known = {}
    if isinstance(field.shape, model.Enum):
        known = {entry.value: entry for entry in field.shape.values}
    entries = tuple(known.get(value) or model.EnumValue(value=value) for value in values)
    return replace(field, shape=model.Enum(values=entries))
