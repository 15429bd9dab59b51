"""Which operations of several sources are one: by method and path, unless their meanings say otherwise."""

from __future__ import annotations

import pytest

from generator import draft
from generator.resolve.identity.likeness import compare, meaning_of
from tests.resolve.sources import answer, at, page, resolved, row, told

FOLDED = """
    paths:
      /things/{thingId}:
        get:
          summary: Retrieves Information on Thing Import Logs
          parameters:
            - {name: thingId, in: path, required: true, schema: {type: string}}
            - {name: limit, in: query, schema: {type: string}}
            - {name: since, in: query, schema: {type: string}}
          responses:
            '200':
              description: Logs
              content: {application/json: {schema: {$ref: '#/components/schemas/thingImportLogs'}}}
        patch:
          summary: Updates a Thing Global at the Given Key
          parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: '#/components/schemas/thingGlobalPatch'}}}
          responses:
            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/thing'}}}}
        post:
          summary: Add Resources to a Thing via a Zip File
          parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
          responses:
            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/thing'}}}}
        delete:
          summary: Deletes a Thing
          parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
          responses: {'204': {description: gone}}
    components:
      schemas:
        thing: {type: object}
        thingImportLogs: {type: array, items: {type: object}}
        thingGlobalPatch: {type: array, items: {type: object}}
"""


def json_body(type_name: str) -> draft.Body:
    reference = draft.Reference(origin=at(40), name=type_name)
    content = draft.Content(origin=at(40), media_type="application/json", schema=reference)
    return draft.Body(origin=at(40), contents=(content,))


GET = told(
    "GET",
    "/things/{id}",
    "Retrieves information on a thing",
    line=100,
    action="Get",
    parameters=[row("fieldsInclude"), row("fieldsExclude")],
    responses=[answer("200", "Thing")],
)
LOGS = told(
    "GET",
    "/things/{id}/importLogs",
    "Retrieves information on thing import logs",
    line=200,
    action="Import Logs",
    parameters=[row("limit"), row("since")],
    responses=[answer("200", "Thing Import Logs")],
)
PATCH = told("PATCH", "/things/{id}", "Updates information about a thing", line=300, body=json_body("Thing Patch"))
GLOBALS = told(
    "PATCH",
    "/things/{id}/globals",
    "Updates a thing global at the given key",
    line=400,
    body=json_body("Thing Global Patch"),
    responses=[answer("200", "Thing")],
)
IMPORT = told(
    "POST",
    "/things/{id}/import",
    "Add resources to a thing via a zip file",
    line=500,
    responses=[answer("200", "Thing")],
)
DELETE = told("DELETE", "/things/{id}", "Deletes a thing", line=600)


def test_folded_operations_stand_where_the_page_says() -> None:
    found = resolved(FOLDED, page(GET, LOGS, PATCH, GLOBALS, IMPORT, DELETE))
    assert found.codes().count("operation-folded") == 3
    assert len(found.api.operations) == 6
    for path, line in (("/things/{thingId}/importLogs", 200), ("/things/{thingId}/globals", 400)):
        operation = next(entry for entry in found.api.operations if entry.path == path)
        assert [origin.line for origin in operation.origins] == [0, line]
    get = found.operation("GET", "/things/{thingId}")
    assert [origin.line for origin in get.origins] == [100]
    assert [parameter.name for parameter in get.parameters] == ["thingId", "fieldsInclude", "fieldsExclude"]
    assert len(found.operation("DELETE", "/things/{thingId}").origins) == 2


def test_a_fold_is_reported_with_both_places() -> None:
    finding = resolved(FOLDED, page(GET, LOGS)).finding("operation-folded")
    assert finding.at is not None
    assert finding.at.pointer.endswith("/get")
    assert finding.also == (at(200),)


def test_without_evidence_contradicting_operations_are_not_joined() -> None:
    found = resolved(FOLDED, page(GET, PATCH, DELETE))
    assert found.codes().count("operation-contradicts") == 2
    get = found.operation("GET", "/things/{thingId}")
    assert (get.summary, get.description) == ("Retrieves Information on Thing Import Logs", "")
    assert len(get.origins) == 1


def test_nothing_is_folded_where_the_document_has_both() -> None:
    text = """
    paths:
      /things/{id}:
        get: {summary: Get a thing, responses: {'200': {description: ok}}}
      /things/{id}/logs:
        get: {summary: Get the logs of a thing, responses: {'200': {description: ok}}}
    """
    found = resolved(
        text,
        page(told("GET", "/things/{id}", "Get a thing"), told("GET", "/things/{id}/logs", "Get the logs of a thing")),
    )
    assert "operation-folded" not in found.codes()
    assert [len(entry.origins) for entry in found.api.operations] == [2, 2]


def test_a_plain_operation_is_not_folded_onto_an_action_of_like_words() -> None:
    text = """
    paths:
      /things/{id}:
        get: {summary: Retrieves information on a thing, responses: {'200': {description: ok}}}
    """
    found = resolved(text, page(told("GET", "/things/{id}/readme", "Retrieves the readme of a thing")))
    assert "operation-folded" not in found.codes()
    assert len(found.api.operations) == 2


def test_placeholders_are_called_as_in_the_document() -> None:
    text = """
    paths:
      /shops/{shopId}/teas/{teaId}:
        parameters:
          - {name: shopId, in: path, required: true, schema: {type: string}}
          - {name: teaId, in: path, required: true, schema: {type: string}}
        get: {summary: Get a tea, responses: {'200': {description: ok}}}
    """
    rows = [row("shop", "path", description="A shop"), row("id", "path", example="7")]
    found = resolved(
        text,
        page(
            told("GET", "/shops/{shop}/teas/{id}", "Get a tea", parameters=rows),
            told("POST", "/shops/{shop}/teas/{id}/brew", parameters=rows),
        ),
    )
    get = found.operation("GET", "/shops/{shopId}/teas/{teaId}")
    assert [(entry.name, entry.description) for entry in get.parameters] == [("shopId", "A shop"), ("teaId", "")]
    brew = found.operation("POST", "/shops/{shopId}/teas/{teaId}/brew")
    assert [entry.name for entry in brew.parameters] == ["shopId", "teaId"]


def test_in_a_row_of_placeholders_names_are_taken_only_from_names_that_are_alike() -> None:
    text = """
    paths:
      /tiles/{minLon}/{minLat}/{maxLon}: {get: {responses: {'200': {description: ok}}}}
    """
    found = resolved(text, page(told("GET", "/tiles/{zoom}/{x}/{y}.png"), told("PUT", "/tiles/{min_lon}/{row}")))
    assert [entry.path for entry in found.api.operations[1:]] == ["/tiles/{zoom}/{x}/{y}.png", "/tiles/{minLon}/{row}"]


def test_a_prefix_on_the_page_is_no_difference_of_identity() -> None:
    text = "paths: {/teas: {get: {summary: List teas, responses: {'200': {description: ok}}}}}"
    found = resolved(text, page(told("GET", "/api/v1/teas", "Lists teas")))
    assert len(found.api.operations) == 1
    assert found.finding("path-differs").also == (at(10),)
    served = "servers: [{url: https://x.example/api/v1}]\n" + text
    assert resolved(served, page(told("GET", "/api/v1/teas", "Lists teas"))).codes() == []


def test_the_same_prefix_on_many_paths_is_one_finding() -> None:
    text = """
    paths:
      /v1/teas: {get: {summary: List teas, responses: {'200': {description: ok}}}}
      /v1/teas/{id}: {get: {summary: Get a tea, responses: {'200': {description: ok}}}}
    """
    found = resolved(text, page(told("GET", "/v2/teas", "Lists teas"), told("GET", "/v2/teas/{tea}", "Gets a tea")))
    assert len(found.api.operations) == 2
    assert found.codes().count("path-differs") == 1
    assert (
        "2 operations begin with /v1 in the document and with /v2 on the page" in found.finding("path-differs").message
    )
    first = page(told("GET", "/v2/teas", "Lists teas"), name="list.md")
    second = page(told("GET", "/v2/teas/{tea}", "Gets a tea", line=20), name="one.md")
    apart = resolved(text, first, second).finding("path-differs")
    assert "with /v2 on the pages" in apart.message
    assert [place.line for place in apart.also] == [10, 20]


SAME_PATH = """
    paths:
      /jars/{id}:
        post:
          summary: Change the label of a jar and its lid
          requestBody:
            content:
              application/json:
                schema: {type: object, properties: {label: {type: string}, lid: {type: string}}}
          responses: {'200': {description: ok}}
    """


def test_another_method_on_the_same_path_is_one_operation_where_all_else_is_the_same() -> None:
    rows = [row("label", "form"), row("lid", "form")]
    told_by_page = told("PUT", "/jars/{jar}", "Changes the label of a jar, or its lid", parameters=rows)
    found = resolved(SAME_PATH, page(told_by_page))
    assert [(entry.method, len(entry.origins)) for entry in found.api.operations] == [("POST", 2)]
    assert "the page calls it by PUT" in found.finding("method-differs").message


@pytest.mark.parametrize(
    ("description", "names"),
    [("Creates a jar with a label and a lid", ("size", "glass")), ("Puts something into it", ("label", "lid"))],
)
def test_another_method_on_the_same_path_is_another_operation(description: str, names: tuple[str, ...]) -> None:
    rows = [row(name, "form") for name in names]
    found = resolved(SAME_PATH, page(told("PUT", "/jars/{jar}", description, parameters=rows)))
    assert sorted(entry.method for entry in found.api.operations) == ["POST", "PUT"]
    assert "method-differs" not in found.codes()


def test_operations_of_one_document_are_never_joined() -> None:
    text = """
    paths:
      /teas/{id}: {get: {responses: {'200': {description: ok}}}}
      /teas/{name}: {get: {responses: {'200': {description: ok}}}}
    """
    assert len(resolved(text).api.operations) == 2


def test_operations_of_two_documents_are_joined() -> None:
    first = "paths: {/teas: {get: {summary: List teas, responses: {'200': {description: ok}}}}}"
    second = "paths: {/teas: {get: {description: All of them, responses: {'200': {description: ok}}}}}"
    found = resolved(first, second)
    assert len(found.api.operations) == 1
    assert (found.api.operations[0].summary, found.api.operations[0].description) == ("List teas", "All of them")


def test_an_operation_on_two_pages_is_one() -> None:
    operation = told("GET", "/teas", "List teas")
    found = resolved(page(operation, name="a.md"), page(operation, name="b.md"))
    assert len(found.api.operations) == 1


def test_what_only_one_kind_of_source_knows() -> None:
    text = """
    paths:
      /teas:
        get: {responses: {'200': {description: ok}}}
        post: {responses: {'200': {description: ok}}}
      /pots: {get: {responses: {'200': {description: ok}}}}
    """
    found = resolved(text, page(told("GET", "/teas"), told("DELETE", "/teas")))
    assert found.finding("operation-unspecified").message.startswith("DELETE /teas")
    assert found.finding("operation-undocumented").message.startswith("POST /teas")


def test_likeness_needs_evidence_on_both_sides() -> None:
    bare = meaning_of(told("GET", "/teas"))
    assert not compare(bare, bare).contradicts
    assert compare(bare, bare).score == 0.5
