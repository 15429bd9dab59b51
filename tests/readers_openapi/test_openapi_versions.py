"""Which version a document is in, and what Swagger 2.0 looks like in the shape of 3.1."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import InputError, Report
from generator.draft import Draft
from generator.readers import openapi
from generator.source import Library
from tests.readers_openapi.openapi_reading import plain, reading, ref

SWAGGER = """
    host: tea.example
    basePath: /v1/
    schemes: [http, https]
    consumes: [application/json]
    produces: [application/json, application/xml]
    securityDefinitions:
      basic: {type: basic}
      oauth:
        {type: oauth2, flow: accessCode, authorizationUrl: "https://a", tokenUrl: "https://t", scopes: {read: Reads}}
      app: {type: oauth2, flow: application, tokenUrl: "https://t"}
    security: [{basic: []}]
    parameters:
      limit: {name: limit, in: query, type: integer, default: 10, maximum: 100, exclusiveMaximum: true}
    responses:
      Problem: {description: Wrong, schema: {$ref: '#/definitions/Problem'}}
    definitions:
      Problem: {type: object, discriminator: kind, properties: {kind: {type: string}}}
    paths:
      /leaves:
        get:
          parameters:
            - {$ref: '#/parameters/limit'}
            - {name: ids, in: query, type: array, items: {type: string}, collectionFormat: multi}
            - {name: tags, in: query, type: array, items: {type: string}}
            - {name: cols, in: query, type: array, items: {type: string}, collectionFormat: pipes}
          responses:
            '200':
              description: All
              schema: {type: array, items: {type: string}}
              examples: {application/json: [a]}
              headers: {X-Rate: {type: integer, description: Left}}
            '404': {$ref: '#/responses/Problem'}
        post:
          consumes: [application/json, text/csv]
          schemes: [https]
          parameters: [{name: body, in: body, required: true, description: New, schema: {type: object}}]
          responses: {'200': {description: A file, schema: {type: file}}}
        put:
          consumes: [multipart/form-data]
          parameters:
            - {name: file, in: formData, type: file, required: true, description: The file}
            - {name: words, in: formData, type: array, items: {type: string}, collectionFormat: multi}
          responses: {'204': {description: Done}}
        patch:
          parameters: [{name: a, in: formData, type: string}]
          responses: {'204': {description: Done}}
"""


def test_swagger_servers_and_security() -> None:
    draft = reading(SWAGGER, "2.0").draft
    assert [server.url for server in draft.servers] == ["https://tea.example/v1", "http://tea.example/v1"]
    assert [server.url for server in draft.operations[1].servers] == ["https://tea.example/v1"]
    basic, oauth, app = draft.security_schemes
    assert (basic.kind, basic.scheme) == ("http", "basic")
    assert (oauth.flows[0].kind, oauth.flows[0].scopes) == ("authorizationCode", {"read": "Reads"})
    assert app.flows[0].kind == "clientCredentials"


def test_swagger_parameters() -> None:
    limit, ids, tags, cols = reading(SWAGGER, "2.0").draft.operations[0].parameters
    assert plain(limit.schema).exclusive_maximum == 100
    assert limit.default is not None and limit.default.value == 10
    assert limit.default.origin.pointer == "/parameters/limit/default"
    assert (ids.style, ids.explode) == ("form", True)
    assert (tags.style, tags.explode) == ("form", False)
    assert (cols.style, cols.explode) == ("pipeDelimited", False)


def test_swagger_bodies() -> None:
    _, post, put, patch = reading(SWAGGER, "2.0").draft.operations
    assert post.body is not None and post.body.required is not None and post.body.required.value
    assert [content.media_type for content in post.body.contents] == ["application/json", "text/csv"]
    assert put.body is not None and put.body.contents[0].media_type == "multipart/form-data"
    form = plain(put.body.contents[0].schema)
    assert form.required == ("file",)
    assert (plain(form.properties["file"]).format, plain(form.properties["file"]).description) == ("binary", "The file")
    assert (put.body.contents[0].encodings[0].property_name, put.body.contents[0].encodings[0].explode) == (
        "words",
        True,
    )
    assert patch.body is not None and patch.body.contents[0].media_type == "application/x-www-form-urlencoded"


def test_swagger_responses() -> None:
    read = reading(SWAGGER, "2.0")
    ok, problem = read.draft.operations[0].responses
    assert [content.media_type for content in ok.contents] == ["application/json", "application/xml"]
    assert ok.contents[0].examples[0].value == ["a"] and ok.contents[1].examples == ()
    assert plain(ok.headers[0].schema).types == ("integer",)
    assert ref(problem.contents[0].schema).target == "api.yaml#/definitions/Problem"
    download = read.draft.operations[1].responses[0].contents
    assert [content.media_type for content in download] == ["application/octet-stream"]
    discriminator = read.schema("Problem").discriminator
    assert discriminator is not None and discriminator.property_name == "kind"
    assert read.findings == ()


def test_a_parameterized_host() -> None:
    read = reading(
        """
        x-ms-parameterized-host:
          hostTemplate: "{endpoint}/sub"
          useSchemePrefix: false
          parameters: [{name: endpoint, in: path, type: string, description: Where}]
        paths: {}
        """,
        "2.0",
    )
    assert read.draft.servers[0].url == "{endpoint}/sub"
    assert read.draft.servers[0].variables[0].name == "endpoint"


@pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.1", "3.2.0", "3.1", '"3.0"', "v3.0.1"])
def test_versions_that_are_known(version: str) -> None:
    assert reading(f"openapi: {version}\npaths: {{}}").findings == ()


@pytest.mark.parametrize("head", ["openapi: 3.9.0", "openapi: 4.0.0", "host: tea.example"])
def test_versions_that_are_not_known_are_read_as_the_nearest(head: str) -> None:
    report = Report()
    draft = read_as_it_is(f"{head}\npaths: {{/a: {{get: {{responses: {{}}}}}}}}", report)
    assert len(draft.operations) == 1
    assert [finding.code for finding in report] == ["version-unknown"]


@pytest.mark.parametrize(
    ("text", "looks_like"),
    [
        ("swaggerVersion: '1.2'\napis: []", "Swagger 1.x"),
        ("swagger: '1.2'", "Swagger 1.2"),
        ("asyncapi: 3.0.0\nchannels: {}", "AsyncAPI"),
        ("overlay: 1.0.0\nactions: []", "Overlay"),
        ("arazzo: 1.0.0", "Arazzo"),
        ("{info: {_postman_id: x}, item: []}", "Postman"),
        ("$schema: https://json-schema.org/draft/2020-12/schema\ntype: object", "JSON Schema"),
        ("- a\n- b", "a list"),
        ("", "an empty file"),
        ("# Only a comment", "an empty file"),
        ("Some words about tea.", "plain text"),
        ("<!DOCTYPE html><html><body>Tea</body></html>", "web page"),
        ("{name: tea, version: 1}", "the keys name, version"),
        ("paths: []", "not a map"),
    ],
)
def test_what_is_no_openapi_document_is_named(text: str, looks_like: str) -> None:
    with pytest.raises(InputError) as caught:
        read_as_it_is(text, Report())
    assert caught.value.finding.code == "not-openapi"
    assert looks_like in caught.value.finding.message


def read_as_it_is(text: str, report: Report) -> Draft:
    library = Library(Path("/nowhere"))
    return openapi.read(library.add_tree("api.yaml", text), library, report)


def test_paths_of_an_extension_are_read_too() -> None:
    read = reading("paths: {}\nx-ms-paths: {'/leaves?kind=tea': {get: {responses: {'200': {description: ok}}}}}", "2.0")
    assert read.operation.path == "/leaves?kind=tea"
