"""The API as one OpenAPI 3.1 document: valid, and the same model again when it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator import build, config, model
from generator.diagnostics import Report
from generator.source import Library
from generator.views import openapi_document
from scripts import meaning

ROOT = Path(__file__).resolve().parent.parent.parent
AWKWARD = Path(__file__).parent / "awkward.yaml"


def model_of(path: Path) -> model.Api:
    settings = config.from_flags([path.name], [], "", [], "sample", path.parent, path.parent)
    return build.model(settings, Library(path.parent), Report())


@pytest.fixture(scope="module")
def awkward() -> model.Api:
    return model_of(AWKWARD)


@pytest.fixture(scope="module")
def written(awkward: model.Api) -> Any:
    (job,) = openapi_document.plan(awkward, config.Target(name="openapi"), Report())
    view = job.view
    assert isinstance(view, openapi_document.Document)
    return yaml.safe_load("".join(view.text))


@pytest.mark.parametrize("name", ["petstore", "losant"])
def test_the_samples_say_the_same_again(name: str, tmp_path: Path) -> None:
    project = ROOT / "specs" / name / "specloom.yaml"
    api = build.model(config.load(project, Library(project.parent)), Library(project.parent), Report())
    result = meaning.again(api, tmp_path)
    assert result["differences"] == []
    assert result["invalid"] == []


def test_pages_alone_become_a_document_of_the_same_meaning(tmp_path: Path) -> None:
    folder = ROOT / "specs" / "losant" / "pages"
    pages = sorted(path.name for path in folder.glob("*.md"))
    settings = config.from_flags([], pages, "losant", [], "losant", tmp_path, folder)
    result = meaning.again(build.model(settings, Library(folder), Report()), tmp_path)
    assert result["differences"] == []
    assert result["invalid"] == []


@pytest.mark.parametrize(
    "case", sorted((ROOT / "tests" / "cases").glob("*/openapi.*")), ids=lambda path: path.parent.name
)
def test_the_cases_say_the_same_again(case: Path, tmp_path: Path) -> None:
    result = meaning.again(model_of(case), tmp_path)
    assert result["differences"] == []
    assert result["invalid"] == []


def test_awkward_things_say_the_same_again(awkward: model.Api, tmp_path: Path) -> None:
    result = meaning.again(awkward, tmp_path)
    assert result["differences"] == []
    assert result["invalid"] == []


def test_the_document_is_valid(written: Any) -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(written).iter_errors()] == []


def test_it_is_written_the_same_every_time(awkward: model.Api) -> None:
    first, second = (openapi_document.document(awkward, Report()) for _ in range(2))
    assert yaml.safe_dump(first, sort_keys=False) == yaml.safe_dump(second, sort_keys=False)


def test_an_operation_keeps_its_id_and_gets_one_where_it_has_none(written: Any) -> None:
    paths = written["paths"]
    assert paths["/things"]["get"]["operationId"] == "listThings"
    assert paths["/things"]["post"]["operationId"] == "things.create"
    assert paths["/status/401"]["post"]["operationId"] == "status_401.create"


def test_what_more_than_half_ask_for_stands_at_the_root(written: Any) -> None:
    assert written["security"] == [{"key": []}]
    assert "security" not in written["paths"]["/things"]["get"]
    assert written["paths"]["/things"]["post"]["security"] == [{"login": ["write"]}, {"login": ["admin"]}, {}]


def test_what_3_2_added_is_written_as_registered_extensions(written: Any) -> None:
    assert list(written["paths"]["/things"]["x-oai-additionalOperations"]) == ["QUERY"]
    flows = written["components"]["securitySchemes"]["login"]["flows"]
    assert flows["x-oai-deviceAuthorization"]["x-oai-deviceAuthorizationUrl"] == "https://example.com/device"
    assert written["tags"][1]["x-oai-parent"] == "Things"
    assert written["servers"][0]["x-oai-name"] == "main"


def test_a_stream_is_the_list_of_its_pieces(written: Any) -> None:
    content = written["paths"]["/things/events"]["get"]["responses"]["200"]["content"]["text/event-stream"]
    assert content["schema"] == {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
    assert list(content["x-events"]) == ["added"]


def test_nothing_that_only_a_request_may_hold_is_lost(written: Any) -> None:
    schemas = written["components"]["schemas"]
    assert list(schemas["Sent"]["properties"]) == ["a"] and schemas["Sent"]["examples"] == [{"a": "x"}, {}]
    assert list(schemas["SentRequest"]["properties"]) == ["b"]
    assert schemas["Words"]["description"] == "Each item: One word"


def test_an_example_of_xml_is_what_its_text_says(tmp_path: Path) -> None:
    schema = "{type: object, properties: {name: {type: string}, parts: {type: array, items: {type: string}}}}"
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {'200': {description: ok,\n"
        f" content: {{application/xml: {{schema: {schema}, example: {{name: Lamp, parts: []}}}}}}}}}}}}}}}}\n"
    )
    api = model_of(tmp_path / "openapi.yaml")
    assert api.operations[0].responses[0].contents[0].examples[0].value == {"name": "Lamp"}
    (tmp_path / "again").mkdir()
    assert meaning.again(api, tmp_path / "again")["differences"] == []


def test_names_that_the_configuration_gives_are_said_again(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        """
openapi: 3.1.0
info: {title: Tea, version: "1"}
paths:
  /a: {get: {operationId: listTeas, tags: [Teas], responses: {}}, post: {operationId: makeTea, responses: {}}}
  /b: {get: {operationId: listPots, tags: [Teas], responses: {}}, put: {responses: {}}}
"""
    )
    (tmp_path / "specloom.yaml").write_text(
        "name: tea\nopenapi: [openapi.yaml]\noperations:\n"
        "  GET /a: {resource: tea.kinds, action: show_all}\n  POST /a: {action: brew}\n  PUT /b: {resource: jars}\n"
        "  GET /b: {pagination: none}\n"
    )
    library = Library(tmp_path)
    api = build.model(config.load(tmp_path / "specloom.yaml", library), library, Report())
    paths = openapi_document.document(api, Report())["paths"]
    assert paths["/a"]["get"]["x-specloom-name"] == "tea.kinds.show_all"
    assert "x-specloom-name" not in paths["/b"]["get"]
    (tmp_path / "again").mkdir()
    assert meaning.again(api, tmp_path / "again")["differences"] == []


def test_pagination_that_is_settled_is_said_again(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        """
openapi: 3.1.0
info: {title: Tea, version: "1"}
paths:
  /a: {get: &list {parameters: [{name: page, in: query, schema: {type: integer}}], responses: {'200': {description: ok,
    content: {application/json: {schema: {type: object, properties: {items: {type: array}}}}}}}}}
  /b: {get: *list}
  /c: {get: *list}
"""
    )
    (tmp_path / "specloom.yaml").write_text(
        "name: tea\nopenapi: [openapi.yaml]\noperations:\n"
        "  GET /b: {pagination: none}\n"
        "  GET /c: {pagination: {kind: page, parameter: page, items: items, first: 0}}\n"
    )
    library = Library(tmp_path)
    api = build.model(config.load(tmp_path / "specloom.yaml", library), library, Report())
    shown = [operation.pagination and operation.pagination.first for operation in api.operations]
    assert shown == [1, None, 0]
    paths = openapi_document.document(api, Report())["paths"]
    assert "x-specloom-pagination" not in paths["/a"]["get"]
    assert paths["/b"]["get"]["x-specloom-pagination"] == "none"
    (tmp_path / "again").mkdir()
    assert meaning.again(api, tmp_path / "again")["differences"] == []


@pytest.mark.parametrize(
    ("tags", "ids"),
    [
        ("{name: access-keys, x-displayName: Your Keys}", ("", "")),
        ("{name: AccessKey, description: All about keys.}", ("AccessKeys_List", "AccessKeys_Create")),
        ("{name: AccessKeys, description: All about keys.}", ("", "AccessKeys_Create")),
    ],
)
def test_what_people_call_a_resource_is_said_again(tags: str, ids: tuple[str, str], tmp_path: Path) -> None:
    name = yaml.safe_load(tags)["name"]
    verbs = zip(("get", "post"), ("other", name), ids, strict=True)
    said = [(verb, tag, f"operationId: {own}, " if own else "") for verb, tag, own in verbs]
    operations = [f"{verb}: {{tags: [{tag}], {own}responses: {{}}}}" for verb, tag, own in said]
    (tmp_path / "openapi.yaml").write_text(
        f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\ntags: [{tags}, {{name: other}}]\n"
        f"paths: {{/a: {{{', '.join(operations)}}}}}\n"
    )
    (tmp_path / "again").mkdir()
    assert meaning.again(model_of(tmp_path / "openapi.yaml"), tmp_path / "again")["differences"] == []


def test_made_examples_are_left_out(written: Any) -> None:
    thing = written["components"]["schemas"]["Thing"]
    assert thing["properties"]["name"]["examples"] == ["Lamp", "Torch", "5"]
    assert "examples" not in thing["properties"]["note"]


def test_a_second_operation_of_one_path_and_method_is_not_lost() -> None:
    report = Report()
    one = model.Operation(resource=("a",), action="get", id="a.get", method="GET", path="/a")
    other = model.Operation(resource=("a",), action="get_more", id="a.getMore", method="GET", path="/a")
    api = model.Api(name="a", title="A", version="1", operations=(one, other))
    assert list(openapi_document.document(api, report)["paths"]) == ["/a", "/a#get"]
    assert [finding.code for finding in report] == ["openapi-unsaid"]


def test_names_that_no_component_may_have_are_spelt_out() -> None:
    api = model.Api(
        name="a",
        title="A",
        version="1",
        types={model.TypeId("Größe"): model.Alias(id=model.TypeId("Größe"), shape=model.Text())},
        security_schemes=(model.SecurityScheme(name="my key", kind="basic"),),
    )
    components = openapi_document.document(api, Report())["components"]
    assert list(components["schemas"]) == ["Gru00F6u00DFe"]
    assert list(components["securitySchemes"]) == ["myu0020key"]
