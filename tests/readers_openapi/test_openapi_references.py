"""Where references lead: in the document, in other files, and nowhere."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.readers_openapi.openapi_reading import plain, reading, ref


def body_schema(reference: str) -> str:
    return f"""
        paths:
          /a:
            get:
              responses: {{'200': {{content: {{application/json: {{schema: {{$ref: '{reference}'}}}}}}}}}}
    """


@pytest.mark.parametrize(
    ("reference", "pointer", "name"),
    [
        ("#/components/schemas/A%20B", "/components/schemas/A B", "A B"),
        ("#/components/schemas/a~1b", "/components/schemas/a~1b", "a/b"),
        ("#/components/schemas/O/properties/inner", "/components/schemas/O/properties/inner", "O inner"),
        ("#/components/schemas/O/$defs/D", "/components/schemas/O/$defs/D", "D"),
        (
            "#/components/responses/R/content/application~1json/schema",
            "/components/responses/R/content/application~1json/schema",
            "R",
        ),
        (
            "#/paths/~1b/get/responses/200/content/application~1json/schema",
            "/paths/~1b/get/responses/200/content/application~1json/schema",
            "/b response",
        ),
        ("#named", "/components/schemas/N", "N"),
        ("https://tea.example/o", "/components/schemas/O", "O"),
        ("https://tea.example/o#/properties/inner", "/components/schemas/O/properties/inner", "O inner"),
        ("https://tea.example/o#there", "/components/schemas/O/$defs/D", "D"),
    ],
)
def test_schemas_in_every_place_have_a_key(reference: str, pointer: str, name: str) -> None:
    read = reading(f"""
        components:
          schemas:
            A B: {{type: string}}
            a/b: {{type: string}}
            N: {{$anchor: named}}
            O:
              $id: https://tea.example/o
              properties: {{inner: {{type: string}}}}
              $defs: {{D: {{$anchor: there, type: string}}}}
          responses:
            R: {{description: r, content: {{application/json: {{schema: {{type: string}}}}}}}}
        paths:
          /a: {{get: {{responses: {{'200': {{content: {{application/json: {{schema: {{$ref: '{reference}'}}}}}}}}}}}}}}
          /b: {{get: {{responses: {{'200': {{content: {{application/json: {{schema: {{type: string}}}}}}}}}}}}}}
    """)
    schema = ref(read.draft.operations[0].responses[0].contents[0].schema)
    assert (schema.target, schema.name) == ("api.yaml#" + pointer, name)
    assert schema.target in read.draft.schemas
    assert {*read.codes} <= {"not-carried"}  # the response, where nothing refers to it


def test_a_relative_reference_holds_within_its_id() -> None:
    read = reading("""
        paths: {}
        components:
          schemas:
            O:
              $id: https://tea.example/o
              properties: {x: {$ref: '#/$defs/D'}, y: {$ref: p}, z: {$ref: '#/components/schemas/P'}}
              $defs: {D: {type: integer}}
            P: {$id: https://tea.example/p}
    """)
    properties = read.schema("O").properties
    assert ref(properties["x"]).target == "api.yaml#/components/schemas/O/$defs/D"
    assert ref(properties["y"]).target == "api.yaml#/components/schemas/P"
    assert ref(properties["z"]).target == "api.yaml#/components/schemas/P"
    assert read.findings == ()


def test_recursive_schemas_are_read_once() -> None:
    read = reading("""
        paths: {}
        components:
          schemas:
            Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
            Me: {$ref: '#/components/schemas/Me'}
    """)
    assert ref(read.schema("Tree").items).target == "api.yaml#/components/schemas/Tree"
    assert list(read.draft.schemas) == ["api.yaml#/components/schemas/Tree", "api.yaml#/components/schemas/Me"]
    assert all(named.public for named in read.draft.schemas.values())


def test_a_dangling_schema_keeps_its_reference_and_is_reported_once() -> None:
    read = reading("""
        paths: {}
        components:
          schemas:
            Leaf: {properties: {a: {$ref: '#/components/schemas/Leef'}, b: {$ref: '#/components/schemas/Leef'}}}
    """)
    target = ref(read.schema("Leaf").properties["a"]).target
    assert target == "api.yaml#/components/schemas/Leef" and target not in read.draft.schemas
    finding = read.finding("ref-dangling")
    assert "2 times" in finding.message and "did you mean '#/components/schemas/Leaf'" in finding.message
    assert finding.at is not None and finding.at.pointer == "/components/schemas/Leaf/properties/a"


@pytest.mark.parametrize("reference", ["#/definitions/Leaf", "#/schemas/Leaf", "Leaf", "#components/schemas/Leaf"])
def test_a_name_that_is_looked_for_in_the_wrong_place_is_found(reference: str) -> None:
    read = reading(body_schema(reference) + "\n        components: {schemas: {Leaf: {type: object}}}")
    schema = ref(read.operation.responses[0].contents[0].schema)
    assert schema.target == "api.yaml#/components/schemas/Leaf"


def test_other_things_that_are_missing_leave_the_operation_whole() -> None:
    read = reading("""
        paths:
          /a/{id}:
            get:
              parameters: [{$ref: '#/components/parameters/idd'}, {name: q, in: query}]
              requestBody: {$ref: '#/components/requestBodies/no'}
              responses:
                '200':
                  headers: {X-A: {$ref: '#/components/headers/no'}}
                  content: {application/json: {examples: {a: {$ref: '#/components/examples/no'}}}}
                  links: {l: {$ref: '#/components/links/no'}}
                '404': {$ref: '#/components/responses/no'}
              callbacks: {c: {$ref: '#/components/callbacks/no'}}
        components: {parameters: {id: {name: id, in: path}}}
    """)
    operation = read.operation
    assert [parameter.name for parameter in operation.parameters] == ["q", "id"]
    assert [response.status for response in operation.responses] == ["200", "404"]
    assert operation.responses[0].headers[0].name == "X-A"
    assert read.codes.count("ref-dangling") == 7
    assert any("did you mean '#/components/parameters/id'" in finding.message for finding in read.findings)


def test_references_to_each_other_end() -> None:
    read = reading("""
        paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/a'}], responses: {}}}}
        components: {parameters: {a: {$ref: '#/components/parameters/b'}, b: {$ref: '#/components/parameters/a'}}}
    """)
    assert read.operation.parameters == () and "ref-cycle" in read.codes


def test_other_files_of_the_project_are_read(tmp_path: Path) -> None:
    files = {
        "paths/leaf.yaml": """
            get:
              parameters: [{$ref: '../parts.yaml#/parameters/id'}]
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '../leaf.yaml'}}}}}
        """,
        "parts.yaml": "parameters: {id: {name: id, in: path, required: true, schema: {$ref: 'leaf.yaml#/$defs/Id'}}}",
        "leaf.yaml": """
            type: object
            properties: {self: {$ref: '#'}, root: {$ref: 'api.yaml#/components/schemas/Root'}}
            $defs: {Id: {type: string}}
        """,
    }
    text = """
        paths: {'/leaves/{id}': {$ref: paths/leaf.yaml}}
        components: {schemas: {Root: {type: string}}}
    """
    read = reading(text, files=files, folder=tmp_path)
    operation = read.operation
    assert ref(operation.responses[0].contents[0].schema).target == "leaf.yaml#"
    assert ref(operation.parameters[0].schema).target == "leaf.yaml#/$defs/Id"
    leaf = read.draft.schemas["leaf.yaml#"]
    assert leaf.name == "leaf" and not leaf.public
    assert ref(plain(leaf.schema).properties["self"]).target == "leaf.yaml#"
    assert ref(plain(leaf.schema).properties["root"]).target == "api.yaml#/components/schemas/Root"
    assert plain(leaf.schema).origin.document == "leaf.yaml"
    assert read.findings == ()


@pytest.mark.parametrize("reference", ["http://x.example/a.yaml#/A", "../../etc/x", "/etc/x", "file:///etc/x"])
def test_nothing_outside_the_project_is_read(reference: str, tmp_path: Path) -> None:
    read = reading(body_schema(reference), folder=tmp_path)
    assert read.codes == ["ref-refused"]
    target = ref(read.operation.responses[0].contents[0].schema).target
    assert target is not None and target not in read.draft.schemas


@pytest.mark.parametrize("reference", ['"a\\0b.yaml"', "'http://[x'", "'%zz'", "'#/%zz'", "'folder/'", "'#//'", "'?'"])
def test_references_that_are_no_names_at_all(reference: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    read = reading(
        f"paths: {{}}\ncomponents: {{schemas: {{O: {{$id: 'http://[y'}}, S: {{items: {{$ref: {reference}}}}}}}}}",
        folder=tmp_path,
    )
    assert ref(read.schema("S").items).target not in read.draft.schemas
    (code,) = read.codes
    assert code in ("ref-dangling", "ref-refused", "cannot-read")


def test_a_dynamic_reference_that_can_mean_one_place_is_a_reference() -> None:
    read = reading("""
        paths: {}
        components:
          schemas:
            Tree:
              $dynamicAnchor: node
              properties: {children: {type: array, items: {$dynamicRef: '#node'}}}
            Lost: {$dynamicRef: '#nowhere'}
            Plain: {$dynamicRef: '#/components/schemas/Tree', description: A tree.}
    """)
    items = plain(read.schema("Tree").properties["children"]).items
    assert ref(items).target == "api.yaml#/components/schemas/Tree"
    siblings = ref(next(named.schema for named in read.draft.schemas.values() if named.name == "Plain")).siblings
    assert siblings is not None and siblings.description == "A tree." and siblings.not_carried == ()
    assert read.codes == ["ref-dangling"]


def test_a_dynamic_reference_that_may_mean_several_places_is_any_value() -> None:
    read = reading("""
        paths: {}
        components:
          schemas:
            List:
              properties: {items: {type: array, items: {$dynamicRef: '#item'}}}
              $defs: {item: {$dynamicAnchor: item, not: {}}}
            Leaves:
              $ref: '#/components/schemas/List'
              $defs: {item: {$dynamicAnchor: item, type: string}}
    """)
    items = plain(plain(read.schema("List").properties["items"]).items)
    assert items.not_carried == ("$dynamicRef",) and items.types == ()


OWN = "https://tea.example/api/openapi.yaml"
SELF = f"$self: {OWN}\ncomponents: {{schemas: {{O: {{type: string}}}}}}\n"


@pytest.mark.parametrize(
    "reference",
    ["openapi.yaml#/components/schemas/O", OWN + "#/components/schemas/O", "#/components/schemas/O"],
)
def test_a_document_has_the_uri_that_it_says(reference: str) -> None:
    read = reading(SELF + dedent(body_schema(reference)), "3.2")
    schema = read.operation.responses[0].contents[0].schema
    assert ref(schema).target == "api.yaml#/components/schemas/O" and read.codes == []


@pytest.mark.parametrize("reference", ["shared/tea.yaml#/Tea", "https://tea.example/api/shared/tea.yaml#/Tea"])
def test_uris_beside_that_of_the_document_are_files_beside_it(reference: str, tmp_path: Path) -> None:
    files = {"shared/tea.yaml": "Tea: {$ref: 'https://tea.example/api/openapi.yaml#/components/schemas/O'}"}
    read = reading(SELF + dedent(body_schema(reference)), "3.2", files, tmp_path)
    assert ref(read.operation.responses[0].contents[0].schema).target == "shared/tea.yaml#/Tea"
    assert ref(read.draft.schemas["shared/tea.yaml#/Tea"].schema).target == "api.yaml#/components/schemas/O"
    assert read.codes == []


def test_an_anchor_in_another_file(tmp_path: Path) -> None:
    read = reading(
        body_schema("parts.yaml#leaf"),
        files={"parts.yaml": "{x: {y: {$anchor: leaf, type: string}}}"},
        folder=tmp_path,
    )
    assert ref(read.operation.responses[0].contents[0].schema).target == "parts.yaml#/x/y"
    assert read.findings == ()


THING = (
    "type: object\nproperties:\n  id: {type: integer}\n  parent: {$ref: '#'}\n  error: {$ref: 'common.yaml#/Error'}\n"
)
COMMON = "Error: {type: object, properties: {text: {type: string}}}\n"


def test_a_schema_of_another_file_has_the_name_it_is_listed_under(tmp_path: Path) -> None:
    read = reading(
        """
        components:
          schemas:
            User: {type: object, properties: {thing: {$ref: '#/components/schemas/Thing'}}}
            Thing: {$ref: schemas/thing-v2.yaml}
            Again: {$ref: schemas/thing-v2.yaml}
            Error: {$ref: 'schemas/common.yaml#/Error'}
        """,
        files={"schemas/thing-v2.yaml": THING, "schemas/common.yaml": COMMON},
        folder=tmp_path,
    )
    assert sorted(named.name for named in read.draft.schemas.values()) == ["Again", "Error", "Thing", "User"]
    for used in (read.schema("User").properties["thing"], read.schema("Thing").properties["parent"]):
        assert ref(used).name == "Thing"
        assert read.draft.schemas[ref(used).target or ""].name == "Thing"
    assert read.codes == []


def test_maps_that_stand_in_files_of_their_own_are_read(tmp_path: Path) -> None:
    read = reading(
        "paths: {$ref: paths/index.yaml}\ncomponents: {$ref: components.yaml}\n",
        files={
            "paths/index.yaml": "/a/{id}:\n  $ref: a.yaml\n",
            "paths/a.yaml": "get:\n  parameters: [{$ref: '../api.yaml#/components/parameters/Id'}]\n"
            "  responses: {'200': {$ref: '../api.yaml#/components/responses/Ok'}}\n",
            "components.yaml": "schemas: {$ref: schemas/index.yaml}\nparameters: {$ref: parameters.yaml}\n"
            "responses:\n  Ok: {content: {application/json: {schema: {$ref: '#/schemas/Thing'}}}}\n",
            "parameters.yaml": "Id: {name: id, in: path, required: true, schema: {type: integer}}\n",
            "schemas/index.yaml": "Thing: {$ref: thing.yaml}\nUser: {type: object}\n",
            "schemas/thing.yaml": THING,
            "schemas/common.yaml": COMMON,
        },
        folder=tmp_path,
    )
    assert (read.operation.method, read.operation.path) == ("GET", "/a/{id}")
    assert read.parameter("id").place == "path"
    (response,) = read.operation.responses
    assert read.draft.schemas[ref(response.contents[0].schema).target or ""].name == "Thing"
    assert sorted(named.name for named in read.draft.schemas.values()) == ["Error", "Thing", "User"]
    assert read.codes == ["read-as-meant"]


def test_maps_that_name_each_other_for_ever_are_empty(tmp_path: Path) -> None:
    read = reading(
        "components: {$ref: a.yaml}\n" + dedent(body_schema("#/components/schemas/X")),
        files={"a.yaml": "$ref: b.yaml\n", "b.yaml": "$ref: a.yaml\n"},
        folder=tmp_path,
    )
    assert read.operation.path == "/a"
    assert "ref-dangling" in read.codes
