"""What the model promises of every operation: placeholders, styles, statuses, contents, examples, servers, security."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import draft, model
from generator.resolve import media
from generator.source import Json
from tests.resolve.sources import Resolved, answer, at, page, resolved, row, told


def one(facts: str, *, path: str = "/teas", method: str = "get", more: str = "") -> Resolved:
    """A document of one operation."""
    return resolved(f"paths:\n  {path!r}:\n    {method}: {{{facts}}}\n{more}")


OK = "responses: {'200': {description: ok}}"


def test_path_parameters_stand_in_the_order_of_the_path_and_before_all_others() -> None:
    found = one(
        "parameters: [{name: q, in: query, schema: {type: string}}, {name: b, in: path, required: true, schema: {}}, "
        f"{{name: a, in: path, required: true, schema: {{type: string}}}}], {OK}",
        path="/x/{a}/{b}",
    )
    assert [entry.name for entry in found.api.operations[0].parameters] == ["a", "b", "q"]


def test_each_placeholder_has_one_parameter() -> None:
    operation = told("GET", "teas/{tea_id}/{}/x{", parameters=[row("teaId", "path"), row("unknown", "path")])
    found = resolved(page(operation))
    made = found.api.operations[0]
    assert made.path == "/teas/{tea_id}/{value}/x%7B"
    assert [entry.name for entry in made.parameters] == ["tea_id", "value"]
    assert {"path-parameter-missing", "path-parameter-unused"} <= set(found.codes())


def test_a_placeholder_that_stands_twice_gets_two_names() -> None:
    made = resolved(page(told("GET", "/a/{id}/b/{id}"))).api.operations[0]
    assert made.path == "/a/{id}/b/{id2}"
    assert [entry.name for entry in made.parameters] == ["id", "id2"]


@pytest.mark.parametrize(
    ("facts", "style", "explode"),
    [
        ("in: query", "form", True),
        ("in: query, explode: false", "form", False),
        ("in: query, style: pipeDelimited", "pipeDelimited", False),
        ("in: query, style: deepObject", "deepObject", True),
        ("in: header", "simple", False),
        ("in: cookie", "form", True),
        ("in: path, required: true", "simple", False),
        ("in: path, required: true, style: matrix, explode: true", "matrix", True),
    ],
)
def test_styles_have_the_defaults_of_the_specification(facts: str, style: str, explode: bool) -> None:
    found = one(
        f"parameters: [{{name: x, {facts}, schema: {{type: string}}}}], {OK}",
        path="/teas/{x}" if "path" in facts else "/teas",
    )
    parameter = next(entry for entry in found.api.operations[0].parameters if entry.name == "x")
    assert (parameter.style, parameter.explode) == (style, explode)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("{type: object, additionalProperties: {type: integer}}", "deepObject"),
        ("{type: object, properties: {a: {type: string}}}", "form"),
    ],
)
def test_maps_of_free_keys_in_one_query_are_told_apart(second: str, expected: str) -> None:
    first = "{name: tags, in: query, schema: {type: object, additionalProperties: {type: string}}}"
    found = one(f"parameters: [{first}, {{name: sizes, in: query, schema: {second}}}], {OK}")
    assert [entry.style for entry in found.api.operations[0].parameters] == [expected, expected]
    assert ("style-ambiguous" in found.codes()) is (expected == "deepObject")


@pytest.mark.parametrize(
    ("other", "style"),
    [
        ("{name: id, in: query, schema: {type: integer}}", "deepObject"),
        ("{name: id, in: header, schema: {type: integer}}", "form"),
        ("{name: other, in: query, schema: {type: integer}}", "form"),
        ("{name: other, in: query, schema: {type: object, properties: {id: {type: string}}}}", "deepObject"),
    ],
)
def test_an_object_whose_keys_stand_elsewhere_in_the_query_is_told_apart(other: str, style: str) -> None:
    first = "{name: thing, in: query, schema: {type: object, properties: {id: {type: string}}}}"
    found = one(f"parameters: [{first}, {other}], {OK}")
    assert found.api.operations[0].parameters[0].style == style
    assert ("style-ambiguous" in found.codes()) is (style == "deepObject")


def test_what_is_in_brackets_has_its_own_name_in_the_query() -> None:
    given = {"id": "integer", "lid": "{id: {type: string}}", "pot": "{lid: {type: string}}"}
    shapes = {"integer": "{type: integer}"}
    written = ", ".join(
        f"{{name: {name}, in: query, schema: {shapes.get(said, f'{{type: object, properties: {said}}}')}}}"
        for name, said in given.items()
    )
    found = one(f"parameters: [{written}], {OK}")
    assert [entry.style for entry in found.api.operations[0].parameters] == ["form", "deepObject", "deepObject"]


def test_a_parameter_with_a_media_type_is_json() -> None:
    found = one(
        "parameters: [{name: filter, in: query, content: {application/json: {schema: "
        f"{{type: object, properties: {{a: {{type: string}}}}}}}}}}}}], {OK}"
    )
    parameter = found.api.operations[0].parameters[0]
    assert (parameter.style, parameter.media_type) == ("json", "application/json")
    assert isinstance(parameter.example.value, dict)


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        ("{type: object}", {"key": "value"}),
        ("{type: object, additionalProperties: {type: integer}}", {"key": 1}),
        ("{type: object, properties: {a: {type: integer, deprecated: true}}}", {"a": 1}),
        ("{type: string, enum: ['', b]}", "b"),
        ("{type: string, example: ''}", "string"),
        ("{type: array, items: {type: integer}, example: []}", [1]),
        ("{type: object, additionalProperties: false}", "string"),
        ("{type: object, properties: {a: {type: integer, readOnly: true}}, additionalProperties: false}", "string"),
    ],
)
def test_the_example_of_what_must_be_sent_is_not_empty(schema: str, example: Json) -> None:
    parameters = f"parameters: [{{name: x, in: path, required: true, schema: {schema}}}]"
    found = one(f"{parameters}, {OK}", path="/teas/{x}")
    (parameter,) = found.api.operations[0].parameters
    assert parameter.example.value == example
    nothing = "additionalProperties: false" in schema
    assert ("parameter-empty" in found.codes()) is nothing
    assert not nothing or isinstance(parameter.shape, model.Text)


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        ("{type: integer, minimum: 1, default: 25}", 25),
        ("{type: integer, default: 25, example: 7}", 7),
        ("{type: boolean, default: false}", False),
        ("{type: string, default: ''}", "string"),
        ("{type: array, items: {type: integer}, default: []}", [1]),
        ("{type: integer, default: many}", 1),
        ("{type: object, properties: {unit: {type: string, default: cm}, n: {type: integer}}}", {"unit": "cm", "n": 1}),
    ],
)
def test_where_no_example_is_given_the_default_is_one(schema: str, example: Json) -> None:
    found = one(f"parameters: [{{name: x, in: query, schema: {schema}}}], {OK}")
    (parameter,) = found.api.operations[0].parameters
    assert parameter.example.value == example


def test_what_need_not_be_sent_may_be_empty() -> None:
    found = one(f"parameters: [{{name: x, in: query, schema: {{type: object}}}}], {OK}")
    (parameter,) = found.api.operations[0].parameters
    assert parameter.example.value == {}


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", "json"),
        ("application/vnd.api+json; charset=utf-8", "json"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data", "multipart"),
        ("multipart/mixed", "multipart"),
        ("text/event-stream", "sse"),
        ("application/x-ndjson", "json-lines"),
        ("application/geo+json-seq", "json-seq"),
        ("application/atom+xml", "xml"),
        ("text/csv", "text"),
        ("application/apply-patch+yaml", "text"),
        ("image/png", "binary"),
        ("application/octet-stream", "binary"),
        ("application/json-patch+json", "json"),
        ("application/vnd.google.protobuf", "binary"),
        ("*/*", None),
    ],
)
def test_kinds_of_media_types(media_type: str, kind: str | None) -> None:
    assert media.kind(media_type) == kind


def test_every_content_has_an_example_and_json_comes_first() -> None:
    found = one(
        "requestBody: {content: {text/plain: {schema: {type: string}}, application/json: {schema: {type: integer}}, "
        "application/xml: {schema: {type: object}}, image/png: {}}}, "
        "responses: {'200': {description: ok, content: {'*/*': {schema: {type: string, format: binary}}}}}",
        method="post",
    )
    body = found.api.operations[0].body
    assert body is not None
    assert [content.kind for content in body.contents] == ["json", "text", "text", "binary"]
    contents = (*body.contents, *found.api.operations[0].responses[0].contents)
    assert all(content.examples for content in contents)
    assert contents[-1].kind == "binary"


@pytest.mark.parametrize("media_type", ["application/json", "application/xml", "application/vnd.a+json", "'*/*'"])
def test_a_file_is_bytes_in_any_media_type(media_type: str) -> None:
    content = f"content: {{{media_type}: {{schema: {{type: string, format: binary}}}}}}"
    found = one(f"requestBody: {{{content}}}, responses: {{'200': {{description: ok, {content}}}}}", method="post")
    (operation,) = found.api.operations
    assert operation.body is not None
    (sent,), (got,) = operation.body.contents, operation.responses[0].contents
    assert (sent.kind, sent.shape) == (got.kind, got.shape) == ("binary", model.Binary())


@pytest.mark.parametrize(
    ("schema", "kind", "codes"),
    [
        ("{type: string}", "text", []),
        ("{type: array, items: {type: integer}}", "text", ["content-as-text"]),
        ("{type: object}", "form", []),
        ("{}", "form", []),
    ],
)
def test_a_form_without_names_is_a_text(schema: str, kind: str, codes: list[str]) -> None:
    content = f"requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: {schema}}}}}}}"
    found = one(f"{content}, {OK}", method="post")
    (operation,) = found.api.operations
    assert operation.body is not None
    assert operation.body.contents[0].kind == kind
    assert [code for code in found.codes() if code.startswith("content-")] == codes


def test_a_stream_of_lines_has_items() -> None:
    found = one(
        "responses: {'200': {description: ok, content: {application/x-ndjson: {schema: {type: array, items: "
        "{type: integer}}}}}}"
    )
    stream = found.api.operations[0].responses[0].contents[0].stream
    assert stream == model.Stream(kind="json-lines", items=model.Number(integer=True))


def test_events_of_a_page_are_a_stream() -> None:
    event = draft.Event(origin=at(9), name="tick", schema=draft.Schema(origin=at(9), types=("string",)))
    response = replace(answer("200"), events=(event,))
    content = resolved(page(told("GET", "/ticks", responses=[response]))).api.operations[0].responses[0].contents[0]
    assert content.media_type == "text/event-stream"
    assert content.stream is not None
    assert [entry.name for entry in content.stream.events] == ["tick"]


def test_statuses_ascend_ranges_follow_default_is_last() -> None:
    texts = ", ".join(f"'{status}': {{description: x}}" for status in ("default", "4XX", "404", "200", "5XX", "201"))
    found = one(f"responses: {{{texts}}}")
    assert [entry.status for entry in found.api.operations[0].responses] == [
        "200",
        "201",
        "404",
        "4XX",
        "5XX",
        "default",
    ]


def test_an_odd_status_is_default_and_said() -> None:
    found = resolved(page(told("GET", "/teas", responses=[answer("OK"), answer("200 OK")])))
    assert [entry.status for entry in found.api.operations[0].responses] == ["200", "default"]
    assert "status-unknown" in found.codes()


def test_servers_are_said_once_and_without_a_slash() -> None:
    more = """servers:
  - url: https://x.example/v1/
  - url: https://{region}.example
    variables: {region: {default: eu}}
"""
    found = one(OK, more=more)
    assert [server.url for server in found.api.servers] == ["https://x.example/v1", "https://{region}.example"]
    assert found.api.servers[1].resolved_url == "https://eu.example"
    assert found.api.operations[0].servers == ()
    own = one(f"servers: [{{url: /other/}}], {OK}", more=more)
    assert [server.url for server in own.api.operations[0].servers] == ["/other"]


def test_a_page_on_another_host_keeps_its_server() -> None:
    text = "servers: [{url: 'https://x.example/v1'}]\npaths: {/teas: {get: {responses: {'200': {description: ok}}}}}"
    found = resolved(text, page(told("GET", "/v1/pots"), servers=["https://x.example"]))
    assert found.operation("GET", "/pots").servers == ()
    other = resolved(text, page(told("GET", "/pots"), servers=["https://y.example"]))
    assert [server.url for server in other.operation("GET", "/pots").servers] == ["https://y.example"]
    assert "server-differs" in other.codes()


def test_the_same_other_server_on_many_pages_is_one_finding() -> None:
    text = "servers: [{url: 'https://x.example'}]\npaths: {/teas: {get: {responses: {'200': {description: ok}}}}}"
    pages = [page(name=name, servers=["https://y.example"]) for name in ("one.md", "two.md")]
    found = resolved(text, *pages).finding("server-differs")
    assert "the pages https://y.example" in found.message
    assert [place.document for place in found.also] == ["one.md", "two.md"]


SCHEMES = """
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: http, scheme: Basic}
    token: {type: http, scheme: bearer, bearerFormat: JWT}
"""


def test_security_says_and_and_or() -> None:
    found = one(f"security: [{{key: [], login: []}}, {{token: []}}, {{}}], {OK}", more=SCHEMES)
    names = [[entry.scheme for entry in alternative] for alternative in found.api.operations[0].security]
    assert names == [["key", "login"], ["token"], []]
    assert [scheme.kind for scheme in found.api.security_schemes] == ["apiKey", "basic", "bearer"]


def test_an_unknown_scheme_is_guessed_or_left_out_and_said() -> None:
    found = one(f"security: [{{Token: []}}], {OK}", more=SCHEMES)
    assert [[entry.scheme for entry in way] for way in found.api.operations[0].security] == [["token"]]
    assert "security-unknown" in found.codes()
    nothing = one(f"security: [{{mystery: []}}], {OK}", more=SCHEMES)
    assert nothing.api.operations[0].security == ()


def test_a_pages_scheme_is_the_documents_of_the_same_meaning() -> None:
    text = "paths: {/teas: {get: {responses: {'200': {description: ok}}}}}\n" + SCHEMES
    scheme = draft.SecurityScheme(origin=at(1), name="BearerAuth", kind="http", scheme="bearer")
    ways: draft.Alternatives = ((draft.Requirement(scheme="BearerAuth"),),)
    claim = draft.Claim(ways, at(4))
    operation = replace(told("GET", "/teas"), security=claim)
    found = resolved(text, replace(page(operation), security_schemes=(scheme,)))
    assert [[entry.scheme for entry in way] for way in found.api.operations[0].security] == [["token"]]
    assert len(found.api.security_schemes) == 3


def test_an_authorization_header_is_evidence_for_a_scheme() -> None:
    parameter = row("Authorization", "header", required=True, description="Bearer and the token")
    found = resolved(page(told("GET", "/teas", parameters=[parameter])))
    operation = found.api.operations[0]
    assert operation.parameters == ()
    assert [[entry.scheme for entry in way] for way in operation.security] == [["BearerAuth"]]
    assert "security-inferred" in found.codes()


def test_links_lead_to_operations_of_the_model() -> None:
    found = resolved(
        """
        paths:
          /teas:
            post:
              operationId: addTea
              responses:
                '201':
                  description: ok
                  links:
                    one: {operationId: getTea, parameters: {id: $response.body#/id}}
                    same: {operationRef: '#/paths/~1teas~1{id}/get'}
                    lost: {operationId: nothing}
          /teas/{id}:
            get:
              operationId: getTea
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'200': {description: ok}}
        """
    )
    links = found.operation("POST", "/teas").responses[0].links
    assert [(link.name, link.operation) for link in links] == [("one", "teas.get"), ("same", "teas.get")]
    assert "lost" in found.finding("link-unknown").message


def test_webhooks_and_callbacks_are_operations() -> None:
    found = resolved(
        """
        webhooks:
          newTea:
            post:
              requestBody: {content: {application/json: {schema: {type: string}}}}
              responses: {'200': {description: ok}}
        paths:
          /subscriptions:
            post:
              tags: [a]
              responses: {'201': {description: ok}}
              callbacks:
                onTea: {'{$request.body#/url}': {post: {responses: {'200': {description: ok}}}}}
        """
    )
    assert [(hook.id, hook.method) for hook in found.api.webhooks] == [("webhooks.newTea", "POST")]
    callback = found.api.operations[0].callbacks[0]
    assert (callback.name, callback.expression) == ("onTea", "{$request.body#/url}")
    assert callback.operations[0].id == "subscriptions.create.onTea"
    assert callback.operations[0].parameters == ()
    assert found.codes() == []


def test_a_default_that_is_not_of_its_type_is_left_out() -> None:
    found = one(f"parameters: [{{name: n, in: query, schema: {{type: integer, default: ten}}}}], {OK}")
    assert "default-mismatch" in found.codes()


def test_weird_drafts_do_not_crash() -> None:
    odd = draft.Operation(origin=at(1), method="", path="")
    broken = draft.Operation(
        origin=at(2),
        method="get",
        path="}{",
        tags=("", "\0"),
        operation_id=draft.Claim("\n", at(2)),
        parameters=(draft.Parameter(origin=at(2), name="", place="query"),) * 2,
        body=draft.Body(origin=at(2)),
        responses=(draft.Response(origin=at(2), status=""),),
    )
    assert len(resolved(page(odd, broken)).api.operations) == 2
    assert resolved().api.operations == ()


def test_a_status_without_a_body_has_no_content() -> None:
    found = one("responses: {'204': {description: gone, content: {application/json: {schema: {type: object}}}}}")
    assert found.api.operations[0].responses[0].contents == ()
    assert "body-impossible" in found.codes()


THING = "{type: object, properties: {id: {type: integer}}}"


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        (f"application/xml: {{schema: {THING}}}", ""),
        ("application/xml: {schema: {type: object, additionalProperties: {type: string}}}", "content-as-text"),
        ("text/xml: {schema: {type: object, properties: {'full name': {type: string}}}}", ""),
        ("text/xml: {schema: {type: object, properties: {'1 a': {}}, required: ['1 a']}}", "content-as-text"),
        (f"application/xml: {{schema: {THING}}}, application/json: {{schema: {THING}}}", ""),
        ("application/xml: {schema: {type: string}}", ""),
        (f"multipart/mixed: {{schema: {THING}}}", "content-as-bytes"),
        (f"application/x-protobuf: {{schema: {THING}}}", "content-as-bytes"),
    ],
)
def test_a_structure_that_is_passed_on_as_it_came_is_a_finding(contents: str, code: str) -> None:
    found = one(f"responses: {{'200': {{description: ok, content: {{{contents}}}}}}}")
    assert [entry for entry in found.codes() if entry.startswith("content-as")] == ([code] if code else [])


def test_the_parts_of_a_form_that_is_sent_are_no_finding() -> None:
    found = one(f"requestBody: {{content: {{multipart/form-data: {{schema: {THING}}}}}}}, {OK}", method="post")
    assert not [entry for entry in found.codes() if entry.startswith("content-as")]


@pytest.mark.parametrize(
    ("parameter", "style", "code"),
    [
        ("in: query, content: {application/json: {schema: {type: object}}}", "json", ""),
        ("in: query, content: {text/plain: {schema: {type: string}}}", "form", ""),
        ("in: header, content: {text/plain: {schema: {type: string}}}", "simple", ""),
        (f"in: query, content: {{application/xml: {{schema: {THING}}}}}", "json", "parameter-media-type"),
        (f"in: querystring, content: {{application/x-www-form-urlencoded: {{schema: {THING}}}}}", "form", ""),
        (
            f"in: query, content: {{application/x-www-form-urlencoded: {{schema: {THING}}}}}",
            "json",
            "parameter-media-type",
        ),
    ],
)
def test_a_parameter_with_a_media_type_is_written_in_it(parameter: str, style: str, code: str) -> None:
    found = one(f"parameters: [{{name: q, {parameter}}}], {OK}")
    assert found.api.operations[0].parameters[0].style == style
    assert [entry for entry in found.codes() if entry.startswith("parameter-")] == ([code] if code else [])


def test_the_encoding_of_a_query_string_is_a_finding() -> None:
    content = f"application/x-www-form-urlencoded: {{schema: {THING}, encoding: {{id: {{explode: false}}}}}}"
    found = one(f"parameters: [{{name: q, in: querystring, content: {{{content}}}}}], {OK}")
    assert "not-carried" in found.codes()


BOOK = (
    "{type: object, required: [id], properties: {id: {type: integer, xml: {attribute: true}}, "
    "tags: {type: array, items: {type: string, xml: {name: tag}}}, '#text': {type: string}}, xml: {name: book}}"
)


@pytest.mark.parametrize(
    ("example", "value"),
    [
        ("'<book id=\"7\"><tag>a</tag>x</book>'", {"id": 7, "tags": ["a"], "#text": "x"}),
        ('\'<b:book xmlns:b="urn:x" id="7"/>\'', {"id": 7}),
        ("{id: '7', tags: [1]}", {"id": 7, "tags": ["1"]}),
    ],
)
def test_examples_of_xml_are_values_however_they_are_written(example: str, value: object) -> None:
    found = one(
        f"responses: {{'200': {{description: ok, content: {{text/xml: {{schema: {BOOK}, example: {example}}}}}}}}}"
    )
    (shown,) = found.api.operations[0].responses[0].contents[0].examples
    assert (shown.value, shown.given) == (value, True)
    assert shown.written.lstrip("'").startswith(("<book id=", "<b:book"))


@pytest.mark.parametrize("example", ["'<book/>'", "'<book'", "'<!DOCTYPE book><book id=\"1\"/>'"])
def test_an_example_that_is_not_such_xml_is_left_out(example: str) -> None:
    found = one(
        f"responses: {{'200': {{description: ok, content: {{text/xml: {{schema: {BOOK}, example: {example}}}}}}}}}"
    )
    (made,) = found.api.operations[0].responses[0].contents[0].examples
    assert not made.given
    assert "example-mismatch" in found.codes()


def test_a_response_that_is_called_by_its_status_names_a_type() -> None:
    content = "content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}"
    more = f"components: {{responses: {{'404': {{description: none, {content}}}}}}}"
    found = one("responses: {'404': {$ref: '#/components/responses/404'}}", more=more)
    assert set(found.api.types) == {"Response404"}


@pytest.mark.parametrize(
    "text",
    [
        """
        components:
          requestBodies:
            tea: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
          responses:
            not/found:
              description: no such tea
              content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}
        paths:
          /teas:
            post: &post
              requestBody: {$ref: '#/components/requestBodies/tea'}
              responses:
                '201': {description: ok}
                '404': {$ref: '#/components/responses/not~1found'}
          /cups: {put: *post}
        """,
        """
        swagger: '2.0'
        info: {title: Tea, version: '1'}
        parameters:
          tea: {in: body, name: body, schema: {type: object, properties: {name: {type: string}}}}
        responses:
          not/found: {description: no such tea, schema: {type: object, properties: {why: {type: string}}}}
        paths:
          /teas:
            post: &post
              parameters: [{$ref: '#/parameters/tea'}]
              responses: {'201': {description: ok}, '404': {$ref: '#/responses/not~1found'}}
          /cups: {put: *post}
        """,
    ],
    ids=["3.1", "2.0"],
)
def test_bodies_in_components_have_one_type_with_the_name_of_the_component(text: str) -> None:
    found = resolved(text)
    assert set(found.api.types) == {"TeaRequest", "NotFoundResponse"}
    for operation in found.api.operations:
        assert operation.body is not None
        assert operation.body.contents[0].shape == model.Named(id=model.TypeId("TeaRequest"))
        failed = next(entry for entry in operation.responses if entry.status == "404")
        assert failed.contents[0].shape == model.Named(id=model.TypeId("NotFoundResponse"))
