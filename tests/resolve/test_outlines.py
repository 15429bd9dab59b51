"""What a page still shows of a collapsed schema is held against the schema from elsewhere; it never changes one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import draft
from generator.diagnostics import Report, Severity
from generator.readers import pages
from generator.source import Document, Json
from tests.readers_pages import page_shapes as shapes
from tests.resolve.sources import Resolved, answer, at, page, resolved, told

HEAD = """
    paths:
      /kettles/{id}:
        get:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            '200':
              description: ok
              content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}
    components:
      schemas:
        Part: {type: object, properties: {size: {type: integer}}}
        NAME: """
KETTLE = (
    "{type: object, required: [id], properties: {id: {type: string, format: uuid}, "
    "made: {type: string, format: date-time}, kind: {type: string, enum: [gas, steel]}, hot: {type: boolean}}}"
)


def shown(
    *,
    name: str = "Kettle",
    types: tuple[str, ...] = ("object",),
    properties: int | None = None,
    closed: bool = False,
    members: int | None = None,
    values: tuple[Json, ...] = (),
) -> draft.Draft:
    """A page whose operation answers with a type of which only an outline is left."""
    outline = draft.Outline(
        origin=at(50),
        name=name,
        types=types,
        properties=properties,
        closed=closed,
        example_members=members,
        example_values=values,
    )
    schema = draft.NamedSchema(name=name, schema=draft.Schema(origin=at(50), types=types, inferred=True))
    told_page = page(told("GET", "/kettles/{id}", responses=[answer("200", name)]))
    return replace(told_page, schemas={f"page.md#{name}": schema}, outlines=(outline,))


def against(schema: str, source: draft.Draft, name: str = "Kettle") -> Resolved:
    return resolved(HEAD.replace("NAME", name) + schema + "\n", source)


OWN = ("property-count-differs", "example-misfit", "type-differs")


def remarks(found: Resolved) -> list[str]:
    return [finding.code for finding in found.findings if finding.code in OWN]


@pytest.mark.parametrize(
    ("properties", "severity"), [(5, Severity.WARNING), (3, Severity.INFO)], ids=["page has more", "page has fewer"]
)
def test_a_different_number_of_properties_is_told_with_both_numbers_and_places(
    properties: int, severity: Severity
) -> None:
    finding = against(KETTLE, shown(properties=properties)).finding("property-count-differs")
    assert finding.severity is severity
    assert "4 properties" in finding.message
    assert finding.message.endswith(f"the page shows {properties}")
    assert finding.at is not None
    assert finding.at.pointer == "/components/schemas/Kettle"
    assert finding.also == (at(50),)


def test_what_agrees_is_not_told() -> None:
    values = ("a8098c1a-f86e-11da-bd1a-00112444be1e", "2016-06-13T04:00:00.000Z", "steel", True)
    assert remarks(against(KETTLE, shown(properties=4, members=4, values=values))) == []
    assert remarks(against(KETTLE, shown(properties=4, members=1, values=values[:1]))) == []  # the rest is optional


@pytest.mark.parametrize(
    "schema",
    [
        "{type: object}",
        "{type: object, additionalProperties: {type: string}}",
        "{}",
        "{oneOf: [{$ref: '#/components/schemas/Part'}, {type: string}]}",
        "{allOf: [{$ref: '#/components/schemas/Missing'}, {properties: {size: {type: integer}}}]}",
    ],
)
def test_a_schema_that_leaves_things_open_cannot_be_contradicted(schema: str) -> None:
    assert remarks(against(schema, shown(properties=7, members=9, values=("a", 1, 2, 3)))) == []


def test_properties_are_counted_over_all_of() -> None:
    schema = "{allOf: [{$ref: '#/components/schemas/Part'}, {properties: {color: {type: string}}}]}"
    assert remarks(against(schema, shown(properties=2, members=2, values=(3, "red")))) == []
    assert remarks(against(schema, shown(properties=1))) == ["property-count-differs"]


def test_one_schema_for_both_directions_may_have_more_properties_than_either() -> None:
    schema = (
        "{type: object, required: [id, name], properties: {id: {type: string, readOnly: true}, name: {type: string}}}"
    )
    assert remarks(against(schema, shown(properties=1, members=1, values=("tea",)))) == []
    assert remarks(against(schema, shown(properties=2))) == []


@pytest.mark.parametrize(
    ("values", "told_of"),
    [
        (("not a uuid, date or kind",), '"not a uuid'),
        ((True, False), "false"),  # each fits `hot`, but there is only one of it
        ((17,), "17"),
    ],
    ids=["format and enum", "two for one", "type"],
)
def test_an_example_value_that_no_property_can_have(values: tuple[Json, ...], told_of: str) -> None:
    finding = against(KETTLE, shown(members=len(values), values=values)).finding("example-misfit")
    assert told_of in finding.message
    assert finding.also == (at(50),)


def test_an_example_with_too_many_or_too_few_members() -> None:
    closed = KETTLE[:-1] + ", additionalProperties: false}"
    assert against(KETTLE, shown(members=5)).finding("example-misfit").severity is Severity.INFO
    assert against(closed, shown(members=5)).finding("example-misfit").severity is Severity.WARNING
    assert "requires 1 property" in against(KETTLE, shown(members=0)).finding("example-misfit").message


def test_the_page_closes_what_the_document_leaves_open_by_saying_so() -> None:
    open_schema = KETTLE[:-1] + ", additionalProperties: true}"
    finding = against(open_schema, shown(properties=4, closed=True)).finding("property-count-differs")
    assert finding.severity is Severity.INFO
    assert remarks(against(KETTLE, shown(properties=4, closed=True))) == []


def test_another_type_is_an_error() -> None:
    found = against("{type: array, items: {type: string}}", shown(properties=4))
    assert found.finding("type-differs").severity is Severity.ERROR


def test_lists_are_compared_by_their_entries() -> None:
    schema = "{type: array, maxItems: 1, items: {type: string}}"
    assert remarks(against(schema, shown(types=("array",), members=1, values=("a",)))) == []
    assert remarks(against(schema, shown(types=("array",), members=2, values=("a", 1)))) == ["example-misfit"] * 2


def test_the_schema_of_the_same_place_is_compared_where_it_has_another_name() -> None:
    found = against(KETTLE, shown(name="Kettle Details", properties=6), name="Kettle")
    finding = found.finding("property-count-differs")
    assert "GET /kettles/{id}: response 200" in finding.message


def test_an_outline_adds_nothing_to_the_model() -> None:
    plain = resolved(HEAD.replace("NAME", "Kettle") + KETTLE + "\n").api.types
    assert against(KETTLE, shown(properties=9, closed=True, members=12, values=(1, 2))).api.types.keys() == plain.keys()


def test_a_scraped_page_checks_the_document() -> None:
    (scraped,) = pages.read([Document(name="page.txt", text=shapes.piped(shapes.KETTLES))], None, Report())
    schema = "{type: object, properties: {id: {type: string}, name: {type: string}}}"
    finding = against(schema, scraped).finding("property-count-differs")
    assert finding.message == "Kettle: the document has 2 properties, the page shows 1"
    assert [origin.document for origin in finding.also] == ["page.txt"]
