"""What the tables of operations tell of the fields of a document's named types."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator import draft, model
from generator.diagnostics import Severity
from tests.resolve.sources import Resolved, at, page, resolved, told

TEAS = """
    paths:
      /teas:
        get:
          responses:
            '200': {description: Teas, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Tea'}}}}}
        post:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}
          responses: {'204': {description: made}}
        put:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Blend'}}}}
          responses: {'204': {description: made}}
    components:
      schemas:
        Tea:
          type: object
          required: [name]
          properties:
            id: {type: string, readOnly: true}
            name: {type: string, description: A name}
            cups: {type: integer, default: 1}
            leaf: {$ref: '#/components/schemas/Leaf'}
        Leaf: {type: string, enum: [green, black]}
        Blend:
          allOf:
            - {$ref: '#/components/schemas/Tea'}
            - {type: object, properties: {parts: {type: integer}}}
"""  # noqa: E501


def field(line: int, kind: str = "string", description: str = "", **facts: Any) -> draft.Schema:
    return draft.Schema(origin=at(line), types=(kind,), description=description, **facts)


def table(*required: str, **fields: draft.Schema) -> draft.Schema:
    return draft.Schema(origin=at(40), types=("object",), properties=fields, required=required)


def content(schema: draft.Schema) -> tuple[draft.Content, ...]:
    return (draft.Content(origin=schema.origin, media_type="application/json", schema=schema),)


def sent(method: str, schema: draft.Schema) -> Resolved:
    body = draft.Body(origin=at(40), contents=content(schema))
    return resolved(TEAS, page(told(method, "/teas", body=body)))


def fields_of(found: Resolved, name: str) -> dict[str, model.Field]:
    found_type = found.api.types[model.TypeId(name)]
    assert isinstance(found_type, model.Object)
    return {entry.name: entry for entry in found_type.fields}


def test_a_table_fills_the_gaps_of_a_named_type_and_what_differs_is_told() -> None:
    found = sent(
        "POST",
        table(
            "name",
            "cups",
            name=field(41, description="What it is called"),
            cups=field(42, "string", default="2"),
            leaf=field(43, enum=("green", "white")),
            milk=field(44, "boolean", "With milk?"),
        ),
    )
    fields = fields_of(found, "Tea")
    assert list(fields) == ["id", "name", "cups", "leaf", "milk"]
    assert (fields["name"].description, fields["milk"].description) == ("What it is called", "With milk?")
    assert (fields["cups"].default, fields["cups"].required) == (1, False)
    said = {finding.code: (finding.severity, finding.message, finding.at, finding.also) for finding in found.findings}
    assert said["type-differs"][:2] == (
        Severity.ERROR,
        "POST /teas: body.cups: the document says integer, the page string",
    )
    assert said["default-differs"][1].endswith('body.cups: the document says 1, the page "2"')
    assert said["required-differs"][1].endswith("body.cups: the document says it is optional, the page required")
    assert said["enum-differs"][1].endswith('the document allows ["green", "black"], the page ["green", "white"]')
    assert said["property-unspecified"][2:] == (at(44), (found.finding("property-unspecified").also[0],))
    assert "property-undocumented" not in said  # `id` is never sent


def test_a_field_that_only_the_document_has_is_told_where_it_can_stand() -> None:
    messages = [entry.message for entry in sent("POST", table(name=field(41))).findings]
    assert [text for text in messages if "body." in text] == [
        "POST /teas: body.cups is in the document only",
        "POST /teas: body.leaf is in the document only",
    ]


def test_fields_find_the_part_of_a_type_that_has_them() -> None:
    found = sent("PUT", table(name=field(41, description="Its name"), parts=field(42, "integer", "How many")))
    assert fields_of(found, "Tea")["name"].description == "Its name"
    assert "type-differs" not in found.codes()
    blend = {entry.name: entry.description for entry in fields_of(found, "Blend").values()}
    assert blend["parts"] == "How many"


def test_entries_of_a_list_are_told_of_too_and_the_first_table_counts() -> None:
    listed = draft.Schema(origin=at(50), types=("array",), items=table(name=field(51, description="From the list")))
    answer = draft.Response(origin=at(49), status="200", contents=content(listed))
    body = draft.Body(origin=at(40), contents=content(table(name=field(41, description="From the body"))))
    source = page(told("GET", "/teas", responses=[answer]), told("POST", "/teas", body=body, line=60))
    assert fields_of(resolved(TEAS, source), "Tea")["name"].description == "From the list"
    turned = resolved(TEAS, source, precedence={"description": "openapi"})
    assert fields_of(turned, "Tea")["name"].description == "A name"


def test_a_page_that_lists_all_fields_of_a_composed_type_says_nothing_new() -> None:
    listed = table(name=field(41), parts=field(42, "integer", "How many"), cups=field(43, "string"))
    entry = draft.NamedSchema(name="Blend", schema=replace(listed, properties={**listed.properties}))
    found = resolved(TEAS, replace(page(), schemas={"page.md#Blend": entry}))
    told_codes = [code for code in found.codes() if not code.startswith("operation-")]
    assert told_codes == ["type-differs", "property-undocumented"]  # `cups`; `leaf`, but not `id`, which is read only
    blend = fields_of(found, "Blend")
    assert blend["parts"].description == "How many"
    assert "name" not in blend or list(fields_of(found, "Tea")) == ["id", "name", "cups", "leaf"]


def test_what_is_made_from_a_sample_tells_nothing_of_a_named_type() -> None:
    sample = draft.Schema(
        origin=at(40), types=("object",), properties={"milk": field(41, inferred=True)}, inferred=True
    )
    found = sent("POST", sample)
    assert "milk" not in fields_of(found, "Tea")
    assert "property-unspecified" not in found.codes()
