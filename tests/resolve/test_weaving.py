"""Claims of a document and of a page become one fact each, and what they disagree about is said."""

from __future__ import annotations

import pytest

from generator import draft, model
from generator.diagnostics import Severity
from generator.source import MISSING, Json
from tests.resolve.sources import answer, at, page, resolved, row, told

LIST = """
    paths:
      /teas:
        get:
          summary: List the teas
          parameters:
            - {name: page, in: query, description: from the document, schema: {type: integer, default: 0}, example: 3}
            - {name: perPage, in: query, schema: {type: integer, default: 100}}
            - {name: sort, in: query, schema: {type: string, enum: [name, age]}}
          responses:
            '200': {description: Teas, content: {application/json: {schema: {type: array, items: {type: string}}}}}
"""


def test_the_document_settles_the_wire_and_the_page_the_prose() -> None:
    found = resolved(
        LIST,
        page(told("GET", "/teas", "Returns teas", parameters=[row("page", description="Which page", default="0")])),
    )
    operation = found.operation("GET", "/teas")
    parameter = operation.parameters[0]
    assert (operation.summary, operation.description) == ("List the teas", "Returns teas")
    assert (parameter.default, parameter.description) == (0, "Which page")
    assert parameter.facts["description"] == at(20)
    assert parameter.facts["default"].pointer.endswith("/parameters/0/schema/default")
    assert [str(origin) for origin in parameter.origins] == [
        "openapi.yaml#/paths/~1teas/get/parameters/0",
        "page.md:20:1",
    ]


def test_values_are_compared_by_meaning() -> None:
    same = page(told("GET", "/teas", parameters=[row("page", default="0"), row("perPage", default=" `100` ")]))
    assert "default-differs" not in resolved(LIST, same).codes()


def test_a_different_default_is_a_warning_with_both_values_and_places() -> None:
    found = resolved(LIST, page(told("GET", "/teas", parameters=[row("perPage", default="1000")])))
    finding = found.finding("default-differs")
    assert finding.severity is Severity.WARNING
    assert "100" in finding.message
    assert '"1000"' in finding.message
    assert finding.at is not None
    assert finding.at.pointer.endswith("/parameters/1/schema/default")
    assert finding.also == (at(20),)
    assert found.operation("GET", "/teas").parameters[1].default == 100


def test_precedence_can_be_turned_by_kind_and_by_fact() -> None:
    source = page(told("GET", "/teas", parameters=[row("perPage", default="1000", description="How many")]))
    for setting in ({"wire": "pages"}, {"default": "pages"}):
        assert resolved(LIST, source, precedence=setting).operation("GET", "/teas").parameters[1].default == 1000
    found = resolved(
        LIST, page(told("GET", "/teas", parameters=[row("page", description="x")])), precedence={"prose": "openapi"}
    )
    assert found.operation("GET", "/teas").parameters[0].description == "from the document"


def test_precedence_for_an_unknown_fact_is_an_error() -> None:
    assert "precedence-unknown" in resolved(LIST, precedence={"defaults": "pages"}).codes()


def test_a_missing_enum_value_is_told() -> None:
    found = resolved(LIST, page(told("GET", "/teas", parameters=[row("sort", enum=["name", "age", "size"])])))
    assert "size" in found.finding("enum-differs").message
    assert found.finding("enum-differs").severity is Severity.ERROR  # a client of the document refuses `size`
    fewer = resolved(LIST, page(told("GET", "/teas", parameters=[row("sort", enum=["name"])])))
    assert fewer.finding("enum-differs").severity is Severity.WARNING
    shape = found.operation("GET", "/teas").parameters[2].shape
    assert isinstance(shape, model.Enum)
    assert [value.value for value in shape.values] == ["name", "age"]


def test_the_values_of_a_list_are_those_of_its_entries() -> None:
    listed = LIST.replace(
        "{type: string, enum: [name, age]}", "{type: array, items: {type: string, enum: [name, age]}}"
    )
    same = resolved(listed, page(told("GET", "/teas", parameters=[row("sort", enum=["name", "age"])])))
    assert not [code for code in same.codes() if code.startswith("enum-")]
    more = resolved(listed, page(told("GET", "/teas", parameters=[row("sort", enum=["name", "age", "size"])])))
    assert more.finding("enum-differs").severity is Severity.ERROR


def test_each_side_fills_the_others_gaps() -> None:
    found = resolved(
        LIST, page(told("GET", "/teas", parameters=[row("page", enum=["0", "1"]), row("sort", default="age")]))
    )
    operation = found.operation("GET", "/teas")
    shape = operation.parameters[0].shape
    assert isinstance(shape, model.Enum)
    assert [value.value for value in shape.values] == [0, 1]
    assert operation.parameters[2].default == "age"
    assert {"enum-unspecified", "default-unspecified"} <= set(found.codes())


def test_examples_of_the_page_come_first_as_values_of_the_type() -> None:
    found = resolved(LIST, page(told("GET", "/teas", parameters=[row("page", example="7")])))
    parameter = found.operation("GET", "/teas").parameters[0]
    assert (parameter.example.value, parameter.example.given) == (7, True)
    assert found.finding("example-differs").severity is Severity.INFO


def test_what_only_one_side_knows_is_told_with_a_level() -> None:
    found = resolved(
        LIST, page(told("GET", "/teas", parameters=[row("page"), row("color", required=True), row("size")]))
    )
    by_code = {(finding.code, finding.severity) for finding in found.findings}
    assert ("parameter-unspecified", Severity.ERROR) in by_code  # the page requires it: calls by the document fail
    assert ("parameter-unspecified", Severity.WARNING) in by_code
    assert ("parameter-undocumented", Severity.INFO) in by_code
    assert [entry.name for entry in found.operation("GET", "/teas").parameters] == [
        "page",
        "perPage",
        "sort",
        "color",
        "size",
    ]


@pytest.mark.parametrize("required", ["true", "false"])
def test_required_differs(required: str) -> None:
    text = f"""
    paths:
      /teas:
        get:
          parameters: [{{name: kind, in: query, required: {required}, schema: {{type: string}}}}]
          responses: {{'204': {{description: none}}}}
    """
    found = resolved(text, page(told("GET", "/teas", parameters=[row("kind", required=required == "false")])))
    assert found.finding("required-differs").severity is Severity.ERROR  # whoever follows the wrong one is refused


def test_a_document_that_does_not_say_required_says_optional() -> None:
    source = page(told("GET", "/teas", parameters=[row("perPage", required=True)]))
    found = resolved(LIST, source)
    assert "the document says it is optional, the page required" in found.finding("required-differs").message
    assert not found.operation("GET", "/teas").parameters[1].required
    assert resolved(LIST, source, precedence={"required": "pages"}).operation("GET", "/teas").parameters[1].required


def test_type_place_and_name_differ() -> None:
    found = resolved(
        LIST,
        page(told("GET", "/teas", parameters=[row("page", "header"), row("per_page"), row("sort", kind="boolean")])),
    )
    assert {"place-differs", "name-differs", "type-differs"} <= set(found.codes())
    assert [entry.place for entry in found.operation("GET", "/teas").parameters] == ["query", "query", "query"]


def test_responses_and_their_types_are_compared_by_name() -> None:
    text = """
    paths:
      /teas/{id}:
        get:
          summary: Get a tea
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/tea'}}}}
            '404': {description: none}
    components: {schemas: {tea: {type: object}, pot: {type: object}}}
    """
    same = resolved(text, page(told("GET", "/teas/{id}", "Get a tea", responses=[answer("200", "Tea", "The tea")])))
    assert same.operation("GET", "/teas/{id}").responses[0].description == "The tea"
    assert "type-differs" not in same.codes()
    other = resolved(
        text, page(told("GET", "/teas/{id}", "Get a tea", responses=[answer("200", "Pot"), answer("202", "Tea")]))
    )
    assert "Pot" in other.finding("type-differs").message
    assert "202" in other.finding("response-unspecified").message
    assert "404" in other.finding("response-undocumented").message
    assert [entry.status for entry in other.operation("GET", "/teas/{id}").responses] == ["200", "202", "404"]


def test_a_pages_names_for_types_are_understood() -> None:
    text = """
    paths: {}
    components: {schemas: {jobQueuedResult: {type: object, properties: {id: {type: string}}}}}
    """
    found = resolved(text, page(told("POST", "/jobs", responses=[answer("202", "Job Queued API Result")])))
    content = found.operation("POST", "/jobs").responses[0].contents[0]
    assert content.shape == model.Named(id=model.TypeId("JobQueuedResult"))


def test_form_parameters_become_the_body() -> None:
    rows = [row("title", "form", required=True), row("count", "form", example="3"), row("note", "query")]
    found = resolved(page(told("POST", "/teas", parameters=rows)))
    operation = found.operation("POST", "/teas")
    assert [entry.name for entry in operation.parameters] == ["note"]
    assert operation.body is not None
    content = operation.body.contents[0]
    assert (content.media_type, content.kind, operation.body.required) == (
        "application/x-www-form-urlencoded",
        "form",
        True,
    )
    assert isinstance(content.shape, model.Named)
    fields = found.api.types[content.shape.id]
    assert isinstance(fields, model.Object)
    assert [(field.name, field.required) for field in fields.fields] == [("title", True), ("count", False)]
    query = resolved(page(told("GET", "/teas", parameters=rows))).operation("GET", "/teas")
    assert [entry.name for entry in query.parameters] == ["note", "title", "count"]
    assert query.body is None


def test_a_file_in_a_form_makes_it_multipart() -> None:
    file = draft.Parameter(
        origin=at(5), name="file", place="form", schema=draft.Schema(origin=at(5), types=("string",), format="binary")
    )
    body = resolved(page(told("POST", "/media", parameters=[file]))).operation("POST", "/media").body
    assert body is not None
    assert body.contents[0].kind == "multipart"


def test_a_page_alone_makes_whole_operations() -> None:
    found = resolved(
        page(
            told(
                "GET",
                "/teas/{teaId}",
                "Returns a tea",
                resource="Teas",
                action="Get",
                parameters=[row("teaId", "path", example="5"), row("limit", default="10"), row("full", example="true")],
                scopes=["tea.read"],
            )
        )
    )
    operation = found.operation("GET", "/teas/{teaId}")
    assert operation.id == "teas.get"
    assert operation.scopes == ("tea.read",)
    shapes = [parameter.shape for parameter in operation.parameters]
    assert shapes == [model.Text(), model.Number(integer=True), model.Boolean()]
    assert [parameter.default for parameter in operation.parameters] == [MISSING, 10, MISSING]
    assert operation.parameters[0].required


def test_scopes_and_security_are_compared() -> None:
    text = """
    paths:
      /teas:
        get: {security: [{auth: [tea.read]}], responses: {'204': {description: none}}}
        post: {security: [], responses: {'204': {description: none}}}
    components:
      securitySchemes:
        auth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {tea.read: read}}}}
    """
    post = told("POST", "/teas")
    ways: draft.Alternatives = ((draft.Requirement(scheme="auth"),),)
    secured = draft.Claim(ways, at(3))
    found = resolved(
        text,
        page(
            told("GET", "/teas", scopes=["tea.*"]),
            draft.Operation(origin=post.origin, method="POST", path="/teas", security=secured),
        ),
    )
    assert {"scopes-differ", "security-differs"} <= set(found.codes())
    assert found.operation("GET", "/teas").scopes == ("tea.*",)


@pytest.mark.parametrize(
    ("document", "page_says", "severity", "said"),
    [
        ("[{key: []}]", ((),), Severity.ERROR, "required, by the page not needed"),
        ("[]", ((draft.Requirement(scheme="key"),),), Severity.ERROR, "not needed, by the page required"),
        ("[{key: []}]", ((), (draft.Requirement(scheme="key"),)), Severity.WARNING, "required, by the page optional"),
        ("[{}, {key: []}]", ((draft.Requirement(scheme="key"),),), Severity.WARNING, "optional, by the page required"),
        ("[{}]", (), None, ""),
    ],
)
def test_a_call_survives_where_credentials_are_optional(
    document: str, page_says: draft.Alternatives, severity: Severity | None, said: str
) -> None:
    text = f"""
    paths:
      /teas: {{get: {{security: {document}, responses: {{'204': {{description: none}}}}}}}}
    components:
      securitySchemes: {{key: {{type: apiKey, in: header, name: X-Key}}}}
    """
    operation = draft.Operation(origin=at(3), method="GET", path="/teas", security=draft.Claim(page_says, at(3)))
    found = [finding for finding in resolved(text, page(operation)).findings if finding.code == "security-differs"]
    assert [finding.severity for finding in found] == ([severity] if severity else [])
    assert all(said in finding.message for finding in found)


def test_named_schemas_of_page_and_document_are_one() -> None:
    text = """
    paths: {}
    components:
      schemas:
        tea: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}}}
    """
    properties = {
        "name": draft.Schema(origin=at(6), types=("string",), description="What it is called"),
        "taste": draft.Schema(origin=at(7), types=("string",)),
    }
    schema = draft.Schema(origin=at(5), types=("object",), properties=properties, description="Something to drink")
    source = draft.Draft(
        kind="page", document="page.md", schemas={"page.md#Tea": draft.NamedSchema(name="Tea", schema=schema)}
    )
    found = resolved(text, source)
    assert list(found.api.types) == ["Tea"]
    tea = found.api.types[model.TypeId("Tea")]
    assert isinstance(tea, model.Object)
    assert tea.description == "Something to drink"
    assert [field.name for field in tea.fields] == ["name", "age", "taste"]
    assert tea.fields[0].description == "What it is called"
    assert {"property-unspecified", "property-undocumented"} <= set(found.codes())


def test_nothing_is_said_of_a_single_source() -> None:
    assert resolved(LIST).codes() == []


def test_the_order_of_claims_does_not_hang_on_a_hash() -> None:
    source = page(told("GET", "/teas", parameters=[row("page", default="1"), row("z"), row("a")]))
    first, second = resolved(LIST, source), resolved(LIST, source)
    assert (first.api.operations, first.findings) == (second.api.operations, second.findings)


def test_a_type_that_only_a_page_names_is_inferred_from_its_example() -> None:
    reference = draft.Reference(origin=at(4), name="Tea Post")
    value: dict[str, Json] = {"name": "Assam", "age": 3, "tags": ["black"], "note": None}
    content = draft.Content(
        origin=at(4),
        media_type="application/json",
        schema=reference,
        examples=(draft.Example(origin=at(5), value=value),),
    )
    body = draft.Body(origin=at(4), contents=(content,))
    found = resolved(page(told("POST", "/teas", body=body, responses=[answer("200", "Teas"), answer("201", "Tea")])))
    post = found.api.types[model.TypeId("TeaPost")]
    assert isinstance(post, model.Object)
    assert [(field.name, field.required) for field in post.fields] == [
        ("name", False), ("age", False), ("tags", False), ("note", False)
    ]  # fmt: skip
    assert post.fields[1].shape == model.Number(integer=True)
    assert "schema-inferred" in found.codes()
    assert {"Tea", "Teas"} <= set(found.api.types)  # the names are kept, though nothing is known of them


def test_one_thing_and_many_are_two_types() -> None:
    text = "paths: {}\ncomponents: {schemas: {teas: {type: array, items: {type: string}}}}"
    found = resolved(text, page(told("GET", "/teas/{id}", responses=[answer("200", "Tea")])))
    assert found.operation("GET", "/teas/{id}").responses[0].contents[0].shape == model.Named(id=model.TypeId("Tea"))


def test_one_schema_in_two_documents_is_one_type() -> None:
    text = """
    paths:
      /{path}:
        get:
          responses:
            '400':
              description: bad
              content: {{application/json: {{schema: {{$ref: '#/components/schemas/error'}}}}}}
            '409':
              description: bad
              content: {{application/json: {{schema: {{$ref: '#/components/schemas/clash'}}}}}}
    components:
      schemas:
        error: {{type: object, properties: {{message: {{type: string}}}}}}
        clash: {{type: object, properties: {{inner: {{$ref: '#/components/schemas/other'}}}}}}
        other: {{type: {kind}}}
    """
    found = resolved(text.format(path="teas", kind="string"), text.format(path="pots", kind="integer"))
    shapes = [[response.contents[0].shape for response in entry.responses] for entry in found.api.operations]
    assert shapes[0][0] == shapes[1][0] == model.Named(id=model.TypeId("Error"))
    assert shapes[0][1] != shapes[1][1]  # what they refer to is not the same


def test_a_reference_may_say_first_what_its_type_stands_under() -> None:
    text = "paths: {}\ncomponents: {schemas: {TeaPot: {type: object}, Leaf: {type: object}}}"
    led, other = (draft.Reference(origin=at(4), name=name) for name in ("get tea set tea pot", "get tea leaf"))
    schema = draft.Schema(origin=at(3), types=("object",), properties={"pot": led, "leaf": other})
    named = {"page.md#Set": draft.NamedSchema(name="Set", schema=schema)}
    found = resolved(text, draft.Draft(kind="page", document="page.md", schemas=named))
    made = found.api.types[model.TypeId("Set")]
    assert isinstance(made, model.Object)
    assert [field.shape for field in made.fields] == [model.Named(id=model.TypeId("TeaPot")), model.Anything()]
