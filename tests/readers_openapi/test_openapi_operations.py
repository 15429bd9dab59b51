"""Operations with all their parts, as OpenAPI 3.x spells them."""

from __future__ import annotations

import pytest

from generator.draft import ExternalDocs, Requirement, Schema
from tests.readers_openapi.openapi_reading import plain, reading, ref

TEA = """
    servers:
      - {url: "https://{region}.tea.example", description: Main, name: main,
         variables: {region: {default: eu, enum: [eu, us], description: Where}}}
    tags: [{name: Leaves, description: All leaves, parent: Tea, kind: nav, summary: L}, {name: Tea}]
    security: [{key: []}]
    paths:
      /leaves/{leafId}:
        summary: One leaf
        parameters:
          - {name: leafId, in: path, required: true, description: The leaf, schema: {type: string}}
          - {name: dry, in: query, schema: {type: boolean}}
        get:
          operationId: leaf.get
          tags: [Leaves]
          deprecated: true
          externalDocs: {url: "https://docs.example"}
          parameters:
            - {name: dry, in: query, description: Own, schema: {type: boolean, default: false}}
            - {name: sort, in: query, style: deepObject, explode: true, schema: {type: object}}
            - {name: filter, in: query, content: {application/json: {schema: {type: object}, example: {a: 1}}}}
            - name: size
              in: query
              schema: {type: string, enum: [s, l]}
              examples: {small: {value: s, summary: Small}}
          responses:
            '200':
              description: The leaf
              headers: {X-Rate: {description: Left, required: true, schema: {type: integer}}}
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Leaf'}
                  examples: {one: {$ref: '#/components/examples/one'}}
                text/event-stream: {itemSchema: {type: object}}
              links: {next: {operationId: leaf.get, parameters: {leafId: $response.body#/next}}}
            4XX: {$ref: '#/components/responses/Problem'}
            default: {description: Other}
        put:
          servers: [{url: https://other.example}]
          security: [{}, {key: [], oauth: [write]}]
          requestBody: {$ref: '#/components/requestBodies/Leaf'}
          responses: {'204': {description: Done}}
          callbacks:
            onChange:
              '{$request.body#/url}':
                post: {responses: {'200': {description: ok}}}
    webhooks:
      leafFell: {post: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {}}}
    components:
      schemas: {Leaf: {type: object, properties: {name: {type: string}}}}
      examples: {one: {summary: One, value: {name: oolong}}}
      responses: {Problem: {description: Wrong, content: {application/problem+json: {schema: {type: object}}}}}
      requestBodies:
        Leaf:
          required: true
          description: A leaf
          content:
            multipart/form-data:
              schema: {type: object, properties: {file: {type: string, format: binary}}}
              encoding: {file: {contentType: image/png, headers: {X-Name: {schema: {type: string}}}}}
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
        oauth:
          type: oauth2
          flows: {clientCredentials: {tokenUrl: "https://t", scopes: {write: Writes}}}
"""


def test_an_operation_has_its_own_facts_and_those_of_its_path() -> None:
    read = reading(TEA)
    get, put = read.draft.operations
    assert (get.method, get.path) == ("GET", "/leaves/{leafId}")
    assert get.operation_id is not None and get.operation_id.value == "leaf.get"
    assert get.operation_id.origin.pointer == "/paths/~1leaves~1{leafId}/get/operationId"
    assert get.summary is not None and get.summary.value == "One leaf"
    assert get.tags == ("Leaves",)
    assert get.deprecated is not None and get.deprecated.value
    assert get.external_docs == ExternalDocs(url="https://docs.example")
    assert [parameter.name for parameter in get.parameters] == ["dry", "sort", "filter", "size", "leafId"]
    assert [parameter.name for parameter in put.parameters] == ["leafId", "dry"]
    assert read.findings == ()


def test_parameters_keep_style_content_default_enum_and_examples() -> None:
    get = reading(TEA).draft.operations[0]
    by_name = {parameter.name: parameter for parameter in get.parameters}
    assert by_name["dry"].description is not None and by_name["dry"].description.value == "Own"
    assert by_name["dry"].default is not None and by_name["dry"].default.value is False
    assert by_name["leafId"].required is not None and by_name["leafId"].required.value
    assert (by_name["sort"].style, by_name["sort"].explode) == ("deepObject", True)
    content = by_name["filter"].content
    assert content is not None and content.media_type == "application/json" and content.examples[0].value == {"a": 1}
    assert by_name["size"].enum is not None and by_name["size"].enum.value == ("s", "l")
    assert (by_name["size"].examples[0].name, by_name["size"].examples[0].summary) == ("small", "Small")


def test_responses_have_bodies_headers_links_and_examples() -> None:
    ok, wrong, other = reading(TEA).draft.operations[0].responses
    assert [response.status for response in (ok, wrong, other)] == ["200", "4XX", "default"]
    assert (ok.headers[0].name, ok.headers[0].required, ok.headers[0].description) == ("X-Rate", True, "Left")
    json, stream = ok.contents
    assert ref(json.schema).target == "api.yaml#/components/schemas/Leaf"
    assert (json.examples[0].name, json.examples[0].value, json.examples[0].summary) == (
        "one",
        {"name": "oolong"},
        "One",
    )
    assert plain(stream.item_schema).types == ("object",)
    assert ok.links[0].operation_id == "leaf.get" and ok.links[0].parameters == {"leafId": "$response.body#/next"}
    assert wrong.description is not None and wrong.description.value == "Wrong"
    assert wrong.contents[0].media_type == "application/problem+json"


def test_bodies_have_encodings() -> None:
    body = reading(TEA).draft.operations[1].body
    assert body is not None and body.required is not None and body.required.value
    encoding = body.contents[0].encodings[0]
    assert (encoding.property_name, encoding.content_type) == ("file", "image/png")
    assert encoding.headers[0].name == "X-Name"


def test_security_of_the_root_holds_where_an_operation_has_none() -> None:
    draft = reading(TEA).draft
    get, put = draft.operations
    assert get.security is not None and get.security.value == ((Requirement(scheme="key"),),)
    assert put.security is not None
    assert put.security.value == ((), (Requirement(scheme="key"), Requirement(scheme="oauth", scopes=("write",))))
    key, oauth = draft.security_schemes
    assert (key.kind, key.place, key.parameter) == ("apiKey", "header", "X-Key")
    assert (oauth.flows[0].kind, oauth.flows[0].token_url) == ("clientCredentials", "https://t")
    assert oauth.flows[0].scopes == {"write": "Writes"}


def test_an_empty_security_list_says_that_none_is_needed() -> None:
    read = reading("security: [{key: []}]\npaths: {/a: {get: {security: [], responses: {}}}}")
    assert read.operation.security is not None and read.operation.security.value == ()
    assert reading("paths: {/a: {get: {responses: {}}}}").operation.security is None


def test_servers_have_variables_and_the_innermost_wins() -> None:
    draft = reading(TEA).draft
    server = draft.servers[0]
    assert (server.url, server.name) == ("https://{region}.tea.example", "main")
    assert (server.variables[0].default, server.variables[0].enum) == ("eu", ("eu", "us"))
    assert draft.operations[0].servers == ()
    assert draft.operations[1].servers[0].url == "https://other.example"


def test_callbacks_and_webhooks_are_operations() -> None:
    draft = reading(TEA).draft
    callback = draft.operations[1].callbacks[0]
    assert (callback.name, callback.expression) == ("onChange", "{$request.body#/url}")
    assert callback.operations[0].method == "POST"
    assert (draft.webhooks[0].method, draft.webhooks[0].path) == ("POST", "leafFell")


def test_callbacks_that_lead_back_to_themselves_end() -> None:
    read = reading("""
        paths:
          /a: {post: {responses: {}, callbacks: {again: {'{$url}': {$ref: '#/paths/~1a'}}}}}
    """)
    assert read.operation.callbacks[0].operations[0].callbacks[0].operations[0].callbacks == ()
    assert "not-carried" in read.codes


def test_tags_have_parents_and_kinds() -> None:
    tag = reading(TEA, "3.2").draft.tags[0]
    assert (tag.name, tag.summary, tag.parent, tag.kind) == ("Leaves", "L", "Tea", "nav")


def test_methods_of_3_2() -> None:
    read = reading(
        """
        paths:
          /a:
            query: {responses: {'200': {description: Found}}}
            additionalOperations: {COPY: {responses: {'201': {description: Copied}}}}
            parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}]
        """,
        "3.2",
    )
    assert [operation.method for operation in read.draft.operations] == ["QUERY", "COPY"]
    assert read.draft.operations[0].parameters[0].place == "querystring"


def test_a_path_item_may_be_a_reference_with_more_beside_it() -> None:
    read = reading("""
        paths: {/a: {$ref: '#/components/pathItems/A', post: {responses: {'201': {description: Made}}}}}
        components: {pathItems: {A: {get: {responses: {'200': {description: Found}}}}}}
    """)
    assert sorted(operation.method for operation in read.draft.operations) == ["GET", "POST"]
    assert {operation.path for operation in read.draft.operations} == {"/a"}


def test_parameters_of_the_path_are_overridden_by_name_and_place() -> None:
    read = reading("""
        paths:
          /a:
            parameters: [{name: x, in: query, description: path}, {name: x, in: header, description: path}]
            get:
              parameters: [{name: x, in: query, description: own}]
              responses: {}
    """)
    said = {parameter.place: parameter.description for parameter in read.operation.parameters}
    assert said["query"] is not None and said["query"].value == "own"
    assert said["header"] is not None and said["header"].value == "path"
    assert "parameter-duplicate" not in read.codes


def test_an_example_that_is_only_a_link_leaves_a_finding() -> None:
    read = reading("""
        paths:
          /a:
            post:
              requestBody:
                content: {text/csv: {examples: {big: {externalValue: https://x/big.csv}, small: {value: 'a,b'}}}}
              responses: {}
    """)
    body = read.operation.body
    assert body is not None and [example.name for example in body.contents[0].examples] == ["small"]
    assert "example-external" in read.codes


def test_3_2_places_and_styles_and_the_extensions_that_stand_for_them() -> None:
    for version, parameter in (
        ("3.2", "{name: a, in: cookie, style: cookie}"),
        ("3.1", "{name: a, in: cookie, x-oai-style: cookie}"),
    ):
        read = reading(f"paths: {{/a: {{get: {{parameters: [{parameter}], responses: {{}}}}}}}}", version)
        assert read.operation.parameters[0].style == "cookie" and read.findings == ()
    read = reading("paths: {/a: {get: {parameters: [{name: a, in: query, x-oai-in: querystring}], responses: {}}}}")
    assert read.operation.parameters[0].place == "querystring"
    read = reading("paths: {/a: {get: {parameters: [{name: a, in: header, style: cookie}], responses: {}}}}", "3.2")
    assert read.operation.parameters[0].style == "" and read.codes == ["parameter-style"]


def events(item: str, more: str = "") -> list[tuple[str, object]]:
    read = reading(
        f"""
        paths:
          /a: {{get: {{responses: {{'200': {{content: {{text/event-stream: {{itemSchema: {item}}}}}}}}}}}}}
        components: {{schemas: {{T: {{type: object, properties: {{data: {{type: integer}}, x: {{}}}}}}{more}}}}}
        """,
        "3.2",
    )
    response = read.operation.responses[0]
    found: list[tuple[str, object]] = [
        (event.name, event.schema.types if isinstance(event.schema, Schema) else "T") for event in response.events
    ]
    assert bool(found) != bool(response.contents[0].item_schema)
    return found


def test_events_are_told_apart_by_what_their_schema_says_of_the_name() -> None:
    content = "contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/T'}"
    assert events("{properties: {data: {" + content + "}}}") == [("", "T")]
    assert events("{properties: {event: {const: a}, data: {format: int64}}}") == [("a", ("string",))]
    assert events("{properties: {event: {enum: [a, b]}}}") == [("a", ("string",)), ("b", ("string",))]
    assert events("{properties: {data: {" + content + "}}, oneOf: [{properties: {event: {const: a}}}]}") == [("a", "T")]
    assert events("{anyOf: [{$ref: '#/components/schemas/E'}]}", ", E: {allOf: [{properties: {data: {}}}]}") == [
        ("", ("string",))
    ]
    assert events("{oneOf: [{properties: {data: {const: '[DONE]'}}}, {properties: {data: {}}}]}") == [("", ("string",))]


def test_what_is_said_of_an_events_id_leaves_a_finding() -> None:
    item = "{properties: {data: {}, id: {type: integer}, retry: {maximum: 9}}}"
    read = reading(
        f"paths: {{/a: {{get: {{responses: {{'200': {{content: {{text/event-stream: {{itemSchema: {item}}}}}}}}}}}}}}}",
        "3.2",
    )
    assert [event.name for event in read.operation.responses[0].events] == [""]
    assert read.codes == ["not-carried", "not-carried"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("none", ("none", (), 1)),
        ("{kind: page, items: data.rows, first: 0}", ("page", ("data", "rows"), 0)),
        ("{kind: cursor, items: ['a.b', c], parameter: after}", ("cursor", ("a.b", "c"), 1)),
    ],
)
def test_pagination_may_be_settled_in_the_document(said: str, expected: tuple[object, ...]) -> None:
    read = reading(f"paths: {{/a: {{get: {{responses: {{}}, x-specloom-pagination: {said}}}}}}}")
    found = read.operation.pagination
    assert found is not None and (found.kind, found.items, found.first) == expected and read.codes == []


@pytest.mark.parametrize(("said", "expected"), [("devices.list", ("devices", "list")), ("list", None), ("{}", None)])
def test_a_document_may_say_what_an_operation_is_called(said: str, expected: tuple[str, ...] | None) -> None:
    read = reading(f"paths: {{/a: {{get: {{responses: {{}}, x-specloom-name: {said}}}}}}}")
    called = read.operation.called
    assert (called.value if called else None) == expected
    assert read.codes == ([] if expected else ["read-as-meant"])


def test_pagination_that_cannot_be_read_is_reported() -> None:
    read = reading("paths: {/a: {get: {responses: {}, x-specloom-pagination: {kind: pages}}}}")
    assert read.operation.pagination is None and read.codes == ["read-as-meant"]


def test_a_schema_in_place_speaks_of_what_it_describes() -> None:
    read = reading(
        """
        paths:
          /a:
            get:
              parameters:
                - {name: q, in: query, schema: {type: string, description: Words, example: tea, deprecated: true}}
                - {name: r, in: query, description: Own, example: own, schema: {description: W, example: t}}
              responses:
                '200':
                  description: ok
                  headers: {H: {schema: {type: integer, description: How many, example: 5}}}
                  content:
                    application/json: {schema: {type: array, description: All, items: {type: string}, example: [a]}}
                    text/json: {schema: {$ref: '#/components/schemas/T', description: Such a one, examples: [{a: b}]}}
                '400':
                  content: {application/json: {schema: {type: object, description: Its, properties: {}, example: {}}}}
        components: {schemas: {T: {type: object, description: Any, properties: {a: {}}, example: {}}}}
        """
    )
    first, second = read.operation.parameters
    assert first.description and first.description.value == "Words" and first.deprecated
    assert [example.value for example in first.examples] == ["tea"]
    assert second.description and second.description.value == "Own"
    assert [example.value for example in second.examples] == ["own"]
    ok = read.operation.responses[0]
    assert (ok.headers[0].description, ok.headers[0].examples[0].value) == ("How many", 5)
    told = [(content.description, [example.value for example in content.examples]) for content in ok.contents]
    assert told == [("All", [["a"]]), ("Such a one", [{"a": "b"}])]


def test_what_an_object_says_is_its_types() -> None:
    schema = "{type: object, description: Its, properties: {a: {}}, example: {a: 1}}"
    content = f"{{application/json: {{schema: {schema}}}}}"
    read = reading(f"paths: {{/a: {{get: {{responses: {{'200': {{content: {content}}}}}}}}}}}")
    (found,) = read.operation.responses[0].contents
    assert (found.description, found.examples) == ("", ())


def test_prose_about_a_path_that_no_operation_takes_leaves_a_finding() -> None:
    read = reading("paths: {/a: {description: All a, get: {summary: One, responses: {}}, post: {responses: {}}}}")
    get, post = read.draft.operations
    assert get.description is None and post.description and post.description.value == "All a"
    assert read.codes == ["not-carried"]


def test_what_is_no_event_is_what_the_events_say() -> None:
    for item in ("{$ref: '#/components/schemas/T'}", "{type: string}", "{properties: {id: {}}}", "true"):
        assert events(item) == []
    assert (
        events("{oneOf: [{$ref: '#/components/schemas/E'}]}", ", E: {oneOf: [{$ref: '#/components/schemas/E'}]}") == []
    )
