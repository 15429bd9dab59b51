"""JSON Schemas printed on a page."""

from __future__ import annotations

import json

from generator.draft import Reference, Schema
from generator.source import Json
from tests.readers_pages.page_helpers import codes, read


def printed(schema: Json, example: Json = None, profile: str = "generic") -> Schema:
    """The schema that a page of schemas alone gives."""
    draft, report = read(
        f"# Schemas\n\n## Cup\n\nA cup of tea\n\n### Schema\n\n```json\n{json.dumps(schema)}\n```\n\n"
        f"### Example\n\n```json\n{json.dumps(example)}\n```\n\n## Lid\n\nA lid\n",
        profile,
    )
    assert codes(report) == []
    assert list(draft.schemas) == ["page.md#Cup"]
    found = draft.schemas["page.md#Cup"].schema
    assert isinstance(found, Schema)
    return found


def test_a_sample_below_a_schema_is_one_of_it() -> None:
    schema: Json = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {"hot": {}}}
    found = printed(schema, {"hot": True})
    assert found.description == "A cup of tea"
    assert found.examples == ({"hot": True},)


def test_its_own_definitions_stand_in_their_places() -> None:
    found = printed(
        {
            "type": "object",
            "properties": {"lid": {"$ref": "#/definitions/lid"}, "tea": {"$ref": "#/$defs/tea"}},
            "definitions": {"lid": {"type": "string", "enum": ["tin", "oak"]}},
            "$defs": {"tea": {"type": "array", "items": {"$ref": "#/$defs/tea"}}},
        }
    )
    lid, tea = found.properties["lid"], found.properties["tea"]
    assert isinstance(lid, Schema) and lid.enum == ("tin", "oak")
    assert isinstance(tea, Schema) and isinstance(tea.items, Reference)
    assert tea.items.name == "tea"


def test_definitions_that_would_be_thousands_are_left_as_references() -> None:
    names = [f"d{index}" for index in range(40)]
    definitions: dict[str, Json] = {
        name: {"type": "object", "properties": {key: {"$ref": f"#/$defs/{after}"} for key in ("a", "b")}}
        for name, after in zip(names, [*names[1:], "none"], strict=True)
    }
    found = printed({"type": "object", "properties": {"all": {"$ref": "#/$defs/d0"}}, "$defs": definitions})
    assert isinstance(found.properties["all"], Schema)
