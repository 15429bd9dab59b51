"""Real documents are wrong in every way: operations stay, what is plainly meant is read so, slips are findings."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path

import pytest

from generator.codes import CODES
from generator.diagnostics import InputError, Report
from generator.readers import openapi
from generator.source import Document, Json, Library, yaml_text
from tests.readers_openapi.openapi_reading import HEAD, plain, reading
from tests.readers_openapi.test_openapi_operations import TEA
from tests.readers_openapi.test_openapi_versions import SWAGGER


def operation(body: str, path: str = "/a/{id}") -> str:
    return f"paths: {{'{path}': {{get: {{{body}}}}}}}"


@pytest.mark.parametrize(
    ("path", "declared", "read_as"),
    [
        ("/a/{id}", "id", "/a/{id}"),
        ("a/{id}", "id", "/a/{id}"),
        ("/a/{ID}", "id", "/a/{id}"),
        ("/a/{leaf_id}", "leafId", "/a/{leafId}"),
        ("/a/{ id }", "id", "/a/{id}"),
        ("/a/{+id}", "id", "/a/{id}"),
        ("/a/{id*}", "id", "/a/{id}"),
        ("/a/{id:[0-9]+}", "id", "/a/{id}"),
        ("/a/:id/b", "id", "/a/{id}/b"),
        ("/a/<id>", "id", "/a/{id}"),
        ("/a/{id}:verb", "id", "/a/{id}:verb"),
        ("/a('{id}')", "id", "/a('{id}')"),
        ("/a/{}", "", "/a/{parameter1}"),
    ],
)
def test_placeholders_of_every_style(path: str, declared: str, read_as: str) -> None:
    parameters = f"[{{name: {declared}, in: path, required: true}}]" if declared else "[]"
    quoted = path.replace("'", "''")
    read = reading(operation(f"parameters: {parameters}, responses: {{}}", quoted))
    assert read.operation.path == read_as
    assert [parameter.place for parameter in read.operation.parameters] == ["path"]
    assert (read.codes == []) == (path == read_as)


def test_a_placeholder_that_nothing_declares_becomes_a_string() -> None:
    read = reading(operation("responses: {}"))
    parameter = read.parameter("id")
    assert parameter.place == "path" and parameter.required is not None and parameter.required.value
    assert plain(parameter.schema).types == ("string",)
    assert "{id}" in read.finding("path-parameter-missing").message


def test_a_path_parameter_that_the_path_does_not_have_is_left_out() -> None:
    read = reading(operation("parameters: [{name: id, in: path}], responses: {}", "/a"))
    assert read.operation.parameters == ()
    assert read.finding("path-parameter-unused").at is not None


def test_a_query_string_in_a_path_is_kept() -> None:
    read = reading(operation("responses: {}", "/rest?method=tea"))
    assert read.operation.path == "/rest?method=tea" and read.codes == ["path-query"]


@pytest.mark.parametrize(
    ("said", "place"),
    [("Query", "query"), ("headers", "header"), ("5", "query"), ("''", "query"), ("cookies", "cookie")],
)
def test_places_that_do_not_exist(said: str, place: str) -> None:
    read = reading(operation(f"parameters: [{{name: x, in: {said}}}], responses: {{}}", "/a"))
    assert read.parameter("x").place == place
    assert read.codes == ["parameter-place"]


def test_a_parameter_without_a_place_belongs_where_its_name_stands() -> None:
    read = reading(operation("parameters: [{name: id}, {name: q}], responses: {}"))
    assert {parameter.name: parameter.place for parameter in read.operation.parameters} == {"id": "path", "q": "query"}


@pytest.mark.parametrize("place", ["multipart", "formData"])
def test_form_fields_among_the_parameters_make_a_body(place: str) -> None:
    read = reading(
        operation(f"parameters: [{{name: f, in: {place}, schema: {{type: file}}}}], responses: {{}}", "/a"), "3.0"
    )
    body = read.operation.body
    assert body is not None and body.contents[0].media_type == "multipart/form-data"
    assert plain(plain(body.contents[0].schema).properties["f"]).format == "binary"
    assert read.operation.parameters == ()


def test_a_request_body_and_form_fields_are_both_kept() -> None:
    read = reading(
        operation(
            "parameters: [{name: f, in: formData, type: string}], responses: {},"
            " requestBody: {content: {application/json: {schema: {type: object}}}}",
            "/a",
        )
    )
    body = read.operation.body
    assert body is not None
    assert [content.media_type for content in body.contents] == [
        "application/json",
        "application/x-www-form-urlencoded",
    ]


def test_parameters_as_a_map_twice_or_without_a_name() -> None:
    mapped = reading(operation("parameters: {id: {in: path}, q: {in: query, required: 'true'}}, responses: {}"))
    assert mapped.parameter("q").required is not None and mapped.parameter("q").required.value  # type: ignore[union-attr]
    twice = reading(
        operation("parameters: [{name: q, in: query, description: one}, {name: q, in: query}], responses: {}", "/a")
    )
    assert len(twice.operation.parameters) == 1 and "parameter-duplicate" in twice.codes
    nameless = reading(operation("parameters: [{in: query}, 5, null], responses: {}", "/a"))
    assert nameless.operation.parameters == () and "parameter-nameless" in nameless.codes


def test_names_that_differ_only_in_signs_are_all_kept() -> None:
    read = reading(
        operation(
            "parameters: [{name: T, in: query}, {name: T<, in: query}, {name: 'T>', in: query}], responses: {}", "/a"
        )
    )
    assert [parameter.name for parameter in read.operation.parameters] == ["T", "T<", "T>"]


def test_styles_that_do_not_exist_in_their_place() -> None:
    read = reading(
        operation("parameters: [{name: id, in: path, style: form}, {name: q, in: query, style: odd}], responses: {}")
    )
    assert {parameter.style for parameter in read.operation.parameters} == {""}
    assert read.codes.count("parameter-style") == 2


def test_responses_that_are_missing_or_oddly_named() -> None:
    assert reading(operation("summary: x", "/a")).codes == ["responses-missing"]
    read = reading(operation("responses: {'200 OK': {}, 4xx: {}, '2**': {}, fine: {}, DEFAULT: null, x-y: {}}", "/a"))
    assert [response.status for response in read.operation.responses] == ["200", "4XX", "2XX", "default"]
    assert "'fine'" in read.finding("response-status").message


def test_bodies_and_media_types_that_are_not_quite_right() -> None:
    empty = reading(operation("requestBody: {content: {}}, responses: {}", "/a"))
    assert empty.operation.body is None and "body-empty" in empty.codes
    prose = reading(operation("requestBody: {description: A leaf}, responses: {}", "/a")).operation.body
    assert prose is not None and prose.contents == ()
    short = reading(operation("responses: {'200': {content: {json: {}, data: {schema: {}}, examples: {a: {}}}}}", "/a"))
    assert [content.media_type for content in short.operation.responses[0].contents] == ["application/json"]
    assert short.codes.count("media-type") == 3
    said = "content: {codecs=opus: {schema: {type: string, format: binary}}}"
    raw = reading(operation(f"responses: {{'200': {{{said}}}}}", "/a")).operation.responses[0].contents
    assert [content.media_type for content in raw] == ["application/octet-stream"]
    bare = reading(operation("responses: {'200': {content: {schema: {type: string}}}}", "/a"))
    assert plain(bare.operation.responses[0].contents[0].schema).types == ("string",)
    old = reading(operation("responses: {'200': {schema: {type: string}}}", "/a"))
    assert old.operation.responses[0].contents[0].media_type == "application/json"


def test_servers_and_security_that_are_not_quite_right() -> None:
    read = reading("""
        servers:
          - {url: 'https://{region}.x', variables: {region: {enum: [eu]}}}
          - {url: 'https://{r}'}
          - https://plain.example
          - 5
          - {}
        security: {key: []}
        paths: {/a: {get: {security: [{nope: []}], responses: {}}}}
        components: {securitySchemes: {key: {type: apikey, name: K, in: header}, jwt: {type: bearer}, odd: {type: odd}}}
    """)
    assert [server.url for server in read.draft.servers] == [
        "https://{region}.x",
        "https://{r}",
        "https://plain.example",
        "/",
    ]
    assert [server.variables[0].default for server in read.draft.servers[:2]] == ["eu", ""]
    assert [(scheme.name, scheme.kind, scheme.scheme) for scheme in read.draft.security_schemes] == [
        ("key", "apiKey", ""),
        ("jwt", "http", "bearer"),
    ]
    assert {"server-variable", "security-scheme"} <= set(read.codes)
    assert read.operation.security is not None  # whether another source describes it is not known here
    assert [entry.scheme for (entry,) in read.operation.security.value] == ["nope"]


def test_text_that_is_a_number_and_operations_that_are_no_map() -> None:
    read = reading("""
        paths:
          /a: {get: null, POST: {summary: 5, operationId: 7, tags: one, responses: {}}}
          /b: null
          /c: [1]
          '': {get: {responses: {}}}
    """)
    assert [(found.method, found.path) for found in read.draft.operations] == [
        ("GET", "/a"),
        ("POST", "/a"),
        ("GET", "/"),
    ]
    post = read.draft.operations[1]
    assert post.operation_id is not None and post.operation_id.value == "7" and post.tags == ("one",)


def test_repeated_findings_are_folded() -> None:
    entries = ", ".join(f"p{number}: {{type: int}}" for number in range(20))
    read = reading(f"paths: {{}}\ncomponents: {{schemas: {{S: {{type: object, properties: {{{entries}}}}}}}}}")
    finding = read.finding("type-unknown")
    assert "20 places" in finding.message and len(finding.also) == 2


JUNK: list[Json] = [None, True, 0, -1, 1.5, float("inf"), 10**390]
JUNK += ["", "x", "null", "#/", "#/paths", "http://x/y", "../../x", "%zz", "a" * 3000]
JUNK += [[], [None], [[]], {}, {"": None}, {"x-a": 1}, {"type": ["x", {}]}, [{"$ref": "#/paths"}]]
JUNK += [{"$ref": "#/components/schemas/Leaf"}, {"$ref": 5}, {"$ref": ""}, {"$ref": "#"}]


@pytest.mark.parametrize("seed", range(60))
def test_any_value_may_stand_anywhere(seed: int) -> None:
    chance = random.Random(seed)
    version, text = chance.choice([("3.0", TEA), ("3.1", TEA), ("3.2", TEA), ("2.0", SWAGGER)])
    tree, _ = yaml_text.parse(HEAD[version] + text.replace("\n    ", "\n"), "api.yaml")
    spoilt = copy.deepcopy(tree)
    places = _containers(spoilt)
    keys = sorted({key for place in places if isinstance(place, dict) for key in place})
    for _ in range(chance.randint(1, 25)):
        place, junk = chance.choice(places), copy.deepcopy(chance.choice(JUNK))
        if isinstance(place, dict):
            place[chance.choice(keys)] = junk
        elif place:
            place[chance.randrange(len(place))] = junk
    document = Document(name="api.yaml", text=json.dumps(spoilt), tree=spoilt, syntax="yaml")
    report = Report()
    try:
        draft = openapi.read(document, Library(Path("/nowhere")), report)
    except InputError as error:
        assert error.finding.code == "not-openapi"
        return
    assert len(draft.operations) >= _operations(spoilt)
    assert {finding.code for finding in (*report, *openapi.validate(document, "fast"))} <= CODES.keys()


def _containers(tree: Json) -> list[dict[str, Json] | list[Json]]:
    found: list[dict[str, Json] | list[Json]] = []
    stack: list[Json] = [tree]
    while stack:
        value = stack.pop()
        if isinstance(value, dict | list):
            found.append(value)
            stack.extend(value.values() if isinstance(value, dict) else value)
    return found


def _operations(tree: Json) -> int:
    paths = tree.get("paths") if isinstance(tree, dict) else None
    items = paths.values() if isinstance(paths, dict) else ()
    return sum(key in ("get", "put", "post", "patch") for item in items if isinstance(item, dict) for key in item)
