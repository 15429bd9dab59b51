"""Schemas on a page: structure tables, JSON Schemas printed as text, collapsed trees -> named schemas.

In: fields, or the parts of a page that describe types. Out: `Schema` records, and `NamedSchema`s by key.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Origin
from generator.draft import Schema
from generator.readers.pages import fields
from generator.readers.pages.fields import Field
from generator.readers.pages.profile import Profile


def object_of(entries: Sequence[Field], origin: Origin, profile: Profile) -> Schema:
    """The object whose properties the fields are; what is not said to be optional is as the site means it."""
    said = [fields.unsaid(entry, profile.required_unsaid.get("json")) for entry in entries]
    return Schema(
        origin=origin,
        types=("object",),
        properties={entry.name: fields.property_schema(entry) for entry in said},
        required=tuple(entry.name for entry in said if entry.required and entry.required.value),
    )
