"""An answer of an operation while it is being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from generator.diagnostics import Origin
from generator.draft import Claim, Event, Example, Header, Reference, Schema
from generator.readers.pages.fields import Field
from generator.records import dataclass


@dataclass(slots=True)
class Answer:
    """What is known of it so far."""

    origin: Origin
    description: Claim[str] | None = None
    schema: Schema | Reference | None = None
    fields: tuple[Field, ...] = ()
    """What its type was made of: a further table may say what stands inside one of them."""
    examples: list[Example] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    headers: tuple[Header, ...] = ()
    file_type: str = ""
    """The media type of the file that it is said or shown to be, or that stands on a line of its own."""
    shown: list[Example] = field(default_factory=list)
    """What it shows of that."""
    empty: bool = False


def joined(first: Answer | None, second: Answer) -> Answer:
    """Both in one; what the first says counts."""
    if first is None:
        return second
    return replace(
        first,
        description=first.description or second.description,
        schema=first.schema or second.schema,
        examples=[*first.examples, *second.examples],
        events=[*first.events, *second.events],
        file_type=first.file_type or second.file_type,
        shown=[*first.shown, *second.shown],
    )


def listed(schema: Schema | Reference | None, examples: Sequence[Example]) -> Schema | Reference | None:
    """The type of a list where a table gives the fields of its entries and the sample is a list; of one if that is."""
    if not isinstance(schema, Schema) or not examples:
        return schema
    if _has_fields(schema) and isinstance(examples[0].value, list):
        return Schema(origin=examples[0].origin, types=("array",), items=schema)
    return schema.items if _has_fields(schema.items) and isinstance(examples[0].value, dict) else schema


def _has_fields(schema: Schema | Reference | None) -> bool:
    return isinstance(schema, Schema) and "object" in schema.types and bool(schema.properties)
