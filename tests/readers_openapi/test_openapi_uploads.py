"""Parts of a form without a type."""

from __future__ import annotations

from typing import Any

import pytest

from generator.draft import Draft, Reference, Schema
from tests.readers_openapi.openapi_reading import reading

FORM = (
    "{type: object, properties: {photo: {description: A photo}, photos: {type: array, items: {}}, id: {type: string}}}"
)


def document(version: str, schema: str, media_type: str = "multipart/form-data", more: str = "") -> str:
    content = f"{{{media_type}: {{schema: {schema}{more}}}}}"
    path = f"/a: {{post: {{requestBody: {{content: {content}}}}}}}"
    return f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths:\n  {path}\n"


def formats(found: Draft) -> dict[str, str]:
    body = found.operations[0].body
    assert body is not None
    schema: Any = body.contents[0].schema
    if isinstance(schema, Reference):
        schema = found.schemas[schema.target or ""].schema
    assert isinstance(schema, Schema)
    items = {name: getattr(entry, "items", None) or entry for name, entry in schema.properties.items()}
    return {name: entry.format for name, entry in items.items() if isinstance(entry, Schema)}


@pytest.mark.parametrize(
    ("version", "media_type", "more", "told"),
    [
        ("3.1.0", "multipart/form-data", "", ["photo", "photos"]),
        ("3.2.0", "multipart/form-data; x=y", "", ["photo", "photos"]),
        ("3.1.0", "multipart/form-data", ", encoding: {photo: {contentType: image/png}}", ["photo", "photos"]),
        ("3.1.0", "multipart/form-data", ", encoding: {photo: {contentType: application/json}}", ["photos"]),
        ("3.0.3", "multipart/form-data", "", []),
        ("3.1.0", "application/json", "", []),
    ],
)
def test_a_part_of_which_nothing_is_said_is_a_file(version: str, media_type: str, more: str, told: list[str]) -> None:
    found = reading(document(version, FORM, f"{media_type!r}", more)).draft
    assert [name for name, form in formats(found).items() if form == "binary"] == told


@pytest.mark.parametrize(
    ("schema", "is_file"),
    [
        ("{contentMediaType: image/png}", True),
        ("{type: string, contentMediaType: application/pdf, description: A}", True),
        ("{type: array, items: {type: string, contentMediaType: image/png}}", True),
        ("{type: string, contentMediaType: image/png, contentEncoding: base64}", False),
        ("{type: string, contentMediaType: application/json}", False),
        ("{type: string, contentMediaType: text/csv}", False),
    ],
)
def test_so_is_one_of_a_media_type_that_is_no_text(schema: str, is_file: bool) -> None:
    form = f"{{type: object, properties: {{part: {schema}}}}}"
    assert (formats(reading(document("3.1.0", form)).draft) == {"part": "binary"}) is is_file


def test_so_it_is_in_a_schema_that_forms_alone_have() -> None:
    named = f"components: {{schemas: {{Form: {FORM}}}}}\n"
    reference = "{$ref: '#/components/schemas/Form'}"
    assert formats(reading(document("3.1.0", reference) + named).draft)["photo"] == "binary"
    both = f"{reference}}}, application/json: {{schema: {reference}"
    assert formats(reading(document("3.1.0", both) + named).draft)["photo"] == ""
