"""A parameter or property as a page describes it: the record between cells and draft.

In: what cells say. Out: `Field`, and the draft's records made of one.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

from generator.diagnostics import Origin
from generator.draft import Claim, Example, Parameter, Place, Reference, Schema
from generator.records import dataclass
from generator.source import Json

PLACE_WORDS: dict[str, Place] = {
    "path": "path",
    "url": "path",
    "query": "query",
    "querystring": "query",
    "query string": "query",
    "header": "header",
    "cookie": "cookie",
    "form": "form",
    "formdata": "form",
    "body": "form",
}
"""What a page calls the place of a field -> the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A parameter or property as a page describes it; what is not said is None or empty."""

    origin: Origin
    name: str
    place: str = ""
    schema: Schema | Reference | None = None
    required: Claim[bool] | None = None
    description: Claim[str] | None = None
    default: Claim[Json] | None = None
    enum: Claim[tuple[Json, ...]] | None = None
    example: Claim[Json] | None = None
    deprecated: Claim[bool] | None = None


def parameter(entry: Field, place: Place) -> Parameter:
    """The field as a parameter at that place; one in the path is required whatever the page says."""
    required = Claim(True, entry.origin) if place == "path" else entry.required
    shown = entry.example.value if entry.example else None
    if place == "path" and isinstance(shown, str):
        shown = unquote(shown)  # as it is before it is put into the URL
    examples = (Example(origin=entry.example.origin, value=shown),) if entry.example else ()
    return Parameter(
        origin=entry.origin,
        name=entry.name,
        place=place,
        required=required,
        description=entry.description,
        schema=entry.schema,
        default=entry.default,
        enum=entry.enum,
        examples=examples,
        deprecated=entry.deprecated,
    )


def of_parameter(parameter: Parameter) -> Field:
    """The field that a parameter was made of."""
    shown = next(iter(parameter.examples), None)
    return Field(
        origin=parameter.origin,
        name=parameter.name,
        schema=parameter.schema,
        required=parameter.required,
        description=parameter.description,
        default=parameter.default,
        enum=parameter.enum,
        example=Claim(shown.value, shown.origin) if shown else None,
        deprecated=parameter.deprecated,
    )


def property_schema(entry: Field) -> Schema | Reference:
    """The field as a property of an object."""
    schema = entry.schema or Schema(origin=entry.origin)
    description = entry.description.value if entry.description else ""
    deprecated = bool(entry.deprecated and entry.deprecated.value)
    if isinstance(schema, Reference):
        said = Schema(origin=entry.origin, description=description, deprecated=deprecated)
        return replace(schema, siblings=said) if description or deprecated else schema
    return replace(
        schema,
        description=description,
        examples=(entry.example.value,) if entry.example else (),
        deprecated=deprecated,
    )


def unsaid(entry: Field, required: bool | None) -> Field:
    """The field, with what the site means where it does not say whether it is required."""
    if entry.required is not None or required is None:
        return entry
    return replace(entry, required=Claim(required, entry.origin))
