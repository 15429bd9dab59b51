"""Flattened documents: levels come back, lines stay where they are, a cut loses only what is cut, nothing crashes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import InputError, Severity
from generator.readers.openapi.flattened import looks_flattened
from generator.readers.openapi.reindent import MAX_LINES, Repaired, reindent
from generator.readers.openapi.reindent.grammar import grammar_for, maps_of
from generator.source import yaml_text
from scripts.as_second import as_second

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "002_c7856bc9225babab.txt"

PETS = """\
openapi: 3.0.3
info:
  title: Pets
  version: 1.0.0
  description: |
    # Pets

    All about pets:

    - type: dog
    - name: what it is called

    ```yaml
    paths:
      /pets: {}
    ```
  license:
    name: MIT
servers:
  - url: https://{region}.example.com
    variables:
      region:
        default: eu
        enum: [eu, us]
tags:
- name: Pets
security:
- Token: []
paths:
  /pets:
    get:
      operationId: listPets
      summary: 'Lists pets: all of them, with what
        is known of each'
      parameters:
      - &id001
        name: limit
        in: query
        description: How many pets to return; a long text that goes
          on in the next line
        schema:
          type: integer
          default: 10
      - $ref: '#/components/parameters/Page'
      responses:
        '200':
          description: Pets
          headers:
            X-Next:
              description: Where to go on
              schema:
                type: string
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Pet'
              example:
              - id: 1
                name: Rex
                owner:
                  id: 7
                  name: Ann
              - id: 2
                name: Tom
        default:
          $ref: '#/components/responses/Error'
    post:
      operationId: addPet
      parameters:
      - *id001
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Pet'
      responses:
        '201':
          description: Added
      security:
      - OAuth:
        - pets:write
      callbacks:
        added:
          '{$request.body#/url}':
            post:
              responses:
                '200':
                  description: Heard
  /pets/{petId}:
    parameters:
    - name: petId
      in: path
      required: true
      schema:
        type: string
    delete:
      responses:
        '204':
          description: Gone
      x-internal:
        owner: team
        steps:
        - - one
          - two
        - - three
components:
  parameters:
    Page:
      name: page
      in: query
      schema:
        type: integer
  responses:
    Error:
      description: Something went wrong
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Error'
  schemas:
    Pet:
      type: object
      required:
      - id
      - name
      properties:
        id:
          type: integer
          format: int64
        name:
          type: string
          description: >-
            What the pet
            is called
        type:
          type: string
          enum:
          - dog
          - cat
        description:
          type: string
        items:
          type: array
          items:
            type: string
        required:
          type: boolean
          default: false
        default:
          type: string
        owner:
          $ref: '#/components/schemas/Owner'
    Owner:
      allOf:
      - $ref: '#/components/schemas/Named'
      - type: object
        properties:
          id:
            type: integer
    Named:
      type: object
      properties:
        name:
          type: string
      additionalProperties: false
    Error:
      type: object
      properties:
        code:
          type: integer
        message:
          type: string
  securitySchemes:
    Token:
      type: http
      scheme: bearer
    OAuth:
      type: oauth2
      flows:
        implicit:
          authorizationUrl: https://example.com/auth
          scopes:
            pets:write: change pets
"""


def flatten(text: str) -> str:
    return "\n".join(line.lstrip() for line in text.split("\n"))


def parse(text: str) -> Any:
    return yaml_text.parse(text, "api.yaml")[0]


def repair(text: str) -> tuple[Repaired, Any]:
    repaired = reindent(text, "api.yaml")
    return repaired, parse(repaired.text)


def unblanked(tree: Any) -> Any:
    """Without the blanks at the head of the lines of texts, which go with the indentation."""
    if isinstance(tree, str):
        return "\n".join(line.strip() for line in tree.split("\n")).strip()
    if isinstance(tree, dict):
        return {key: unblanked(value) for key, value in tree.items()}
    return [unblanked(entry) for entry in tree] if isinstance(tree, list) else tree


class Nested(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


class Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


class Literal(Plain):
    """Writes text of several lines as literal blocks."""


def _literal(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Literal.add_representer(str, _literal)


STYLES: dict[str, Callable[[Any], str]] = {
    "as written": lambda tree: PETS,
    "sorted": lambda tree: str(yaml.safe_dump(tree)),
    "unsorted": lambda tree: str(yaml.safe_dump(tree, sort_keys=False)),
    "wide": lambda tree: str(yaml.safe_dump(tree, sort_keys=False, width=1000)),
    "narrow": lambda tree: str(yaml.safe_dump(tree, sort_keys=False, width=30)),
    "indented lists": lambda tree: str(yaml.dump(tree, Dumper=Nested, sort_keys=False)),
    "four blanks": lambda tree: str(yaml.safe_dump(tree, sort_keys=False, indent=4)),
}


@pytest.mark.parametrize("style", STYLES)
def test_the_levels_come_back(style: str) -> None:
    original = parse(PETS)
    text = STYLES[style](original)
    repaired, tree = repair(flatten(text))
    assert unblanked(tree) == unblanked(parse(text))
    assert {finding.code for finding in repaired.findings} <= {"level-guessed"}


def test_every_line_stays_where_it_was() -> None:
    flat = flatten(PETS)
    assert [line.strip() for line in reindent(flat, "api.yaml").text.split("\n")][:-1] == flat.split("\n")


def test_carriage_returns_and_a_byte_order_mark_do_no_harm() -> None:
    _, tree = repair("\ufeff" + flatten(PETS).replace("\n", "\r\n"))
    assert unblanked(tree) == unblanked(parse(PETS))


def test_a_long_path_is_an_explicit_key() -> None:
    path = "/" + "/".join(f"{{parameter{number}}}" for number in range(20))
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Long", "version": "1"},
        "paths": {path: {"get": {"responses": {"200": {"description": "Yes"}}}}},
    }
    text = yaml.safe_dump(original, sort_keys=False)
    assert "\n  ? /" in text
    assert repair(flatten(text))[1] == original


def test_version_2() -> None:
    text = """\
swagger: '2.0'
info:
  title: Pets
  version: '1'
paths:
  /pets:
    get:
      parameters:
        - name: tags
          in: query
          type: array
          collectionFormat: csv
          items:
            type: string
      responses:
        200:
          description: Pets
          schema:
            $ref: '#/definitions/Pet'
          examples:
            application/json:
              name: Rex
        default:
          description: Wrong
definitions:
  Pet:
    type: object
    properties:
      name:
        type: string
securityDefinitions:
  key:
    type: apiKey
    in: header
    name: X-Key
"""
    assert repair(flatten(text))[1] == parse(text)


def test_page_text_before_the_document_is_left_out_with_a_finding() -> None:
    repaired, tree = repair("Pets API\nAll about pets\n" + flatten(PETS))
    assert unblanked(tree) == unblanked(parse(PETS))
    finding = repaired.findings[0]
    assert (finding.code, finding.severity) == ("text-before-document", Severity.INFO)
    assert finding.at and finding.at.line == 1
    assert repaired.text.split("\n")[2] == "openapi: 3.0.3"


def test_a_code_fence_around_the_document_is_left_out() -> None:
    assert unblanked(repair("```yaml\n" + flatten(PETS) + "```\nCopyright\n")[1]) == unblanked(parse(PETS))


def test_a_cut_says_in_which_operation_and_what_line() -> None:
    cut = PETS[: PETS.index("operationId: addPet") + len("operationId: addP")]
    repaired, tree = repair(flatten(cut + "\n# --- truncated at 1 KB (3 KB total) ---\n"))
    assert tree["paths"]["/pets"]["get"] == parse(PETS)["paths"]["/pets"]["get"]
    (finding,) = [finding for finding in repaired.findings if finding.code == "document-cut"]
    assert "POST /pets" in finding.message and "operationId: addP" in finding.message
    assert finding.at and finding.at.line == cut.count("\n") + 1


def operations(tree: Any) -> dict[tuple[str, str], Any]:
    paths = (tree.get("paths") if isinstance(tree, dict) else None) or {}
    return {
        (path, method): operation
        for path, item in paths.items()
        for method, operation in (item or {}).items()
        if method != "parameters"
    }


@pytest.mark.parametrize("at", range(PETS.index("/pets:"), PETS.index("components:\n"), 37))
def test_wherever_it_is_cut_all_operations_before_stay_whole(at: int) -> None:
    cut = PETS[:at]
    _, tree = repair(flatten(cut) + "\n# (truncated)\n")
    before = [key for key in operations(parse(PETS)) if key in operations(tree)]
    for key in before[:-1]:
        assert operations(tree)[key] == operations(parse(PETS))[key]


def test_only_flattened_documents_look_flattened() -> None:
    assert looks_flattened(flatten(PETS))
    assert looks_flattened("Title\n" + flatten(yaml.safe_dump(parse(PETS))))
    assert not looks_flattened(PETS)
    assert not looks_flattened(yaml.safe_dump(parse(PETS), indent=4))
    assert not looks_flattened('{"openapi": "3.0.3", "info": {"title": "x"}}')
    assert not looks_flattened("# Pets\n\nAll about pets.\n")
    assert not looks_flattened("")


def test_a_long_list_of_references_stays_with_its_operation() -> None:
    """Each of them costs little once the list has begun so, or the path item would win by their number."""
    names = [f"parameter{number}" for number in range(40)]
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Many", "version": "1"},
        "paths": {
            "/pets": {
                "get": {
                    "description": "All pets",
                    "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in names],
                    "responses": {"200": {"description": "Yes"}},
                }
            }
        },
        "components": {"parameters": {name: {"name": name, "in": "query"} for name in names}},
    }
    assert repair(flatten(yaml.safe_dump(original, sort_keys=False)))[1] == original


def test_a_reference_into_a_schema_says_where_a_property_stands() -> None:
    """`tracking` could belong to the object before it as well; a reference leads to it."""
    text = """\
openapi: 3.0.3
info:
  title: Deep
  version: '1'
paths: {}
components:
  schemas:
    application:
      type: object
      properties:
        summary:
          type: object
          properties:
            flows:
              type: integer
        tracking:
          type: array
          items:
            type: string
    patch:
      type: object
      properties:
        tracking:
          $ref: '#/components/schemas/application/properties/tracking'
"""
    assert repair(flatten(text))[1] == parse(text)


def test_a_property_that_is_named_like_the_schema_it_refers_to_stays_a_property() -> None:
    """`colour` could be the schema as well, but that cannot be made of itself."""
    text = """\
openapi: 3.0.3
info:
  title: Names
  version: '1'
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        name:
          type: string
        colour:
          allOf:
          - $ref: '#/components/schemas/colour'
          - description: What it looks like
        colours:
          $ref: '#/components/schemas/colour'
    colour:
      type: string
"""
    assert repair(flatten(text))[1] == parse(text)


def test_text_may_look_like_yaml() -> None:
    """A line of it may begin like an explicit key; a quoted one at the end may hold what looks like an open quote."""
    text = """\
openapi: 3.0.3
info:
  title: Texts
  version: '1'
  description: When the job runs, which is written as in crontab, like "cron(0 20 * *
    ? *)", or as a rate.
paths: {}
components:
  schemas:
    Job:
      type: object
      properties:
        code:
          description: 'An object.
            Example: { "type": "job", "labels": { "zone": "a",
            "id": "0" }} See Log.'
          type: object
"""
    repaired, tree = repair(flatten(text))
    assert tree == parse(text)
    assert "document-cut" not in {finding.code for finding in repaired.findings}


def test_references_into_an_empty_section_do_not_mean_a_cut() -> None:
    text = """\
openapi: 3.0.3
info:
  title: Empty
  version: '1'
paths:
  /pets:
    get:
      responses:
        default:
          $ref: '#/components/responses/Error'
components: {}
"""
    repaired, tree = repair(flatten(text))
    assert tree == parse(text)
    assert not repaired.findings


def test_a_name_that_a_reference_asks_for_is_a_component() -> None:
    text = """\
openapi: 3.0.3
info:
  title: Names
  version: '1'
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        owner:
          $ref: '#/components/schemas/Owner'
    Owner:
      type: object
      properties:
        name:
          type: string
"""
    assert repair(flatten(text))[1] == parse(text)


def test_in_a_sorted_document_a_smaller_key_has_left_the_object() -> None:
    """`description` could be the schema's as well, if `type` did not come before it."""
    response = {"content": {"application/json": {"schema": {"type": "object"}}}, "description": "Yes"}
    text = yaml.safe_dump(
        {
            "info": {"title": "Sorted", "version": "1"},
            "openapi": "3.0.3",
            "paths": {f"/{letter}": {"get": {"responses": {"200": response}, "summary": "x"}} for letter in "abc"},
        }
    )
    assert repair(flatten(text))[1] == parse(text)


def test_few_neighbours_say_that_a_document_is_sorted() -> None:
    """`description` could be the property's as well, if its `type` did not come before it."""
    text = """\
openapi: 3.0.3
info:
  title: Sorted
  version: '1'
paths:
  /search:
    get:
      operationId: search
      responses:
        '200':
          content:
            application/json:
              schema:
                properties:
                  page:
                    format: double
                    type: number
                  total:
                    format: double
                    type: number
          description: What was found
      summary: Searches
      tags:
      - search
"""
    assert repair(flatten(text))[1] == parse(text)


def test_a_header_may_begin_like_an_extension() -> None:
    text = """\
openapi: 3.0.3
info:
  title: Headers
  version: '1'
paths:
  /pets:
    get:
      responses:
        '200':
          description: Yes
          headers:
            x-next:
              description: Where to go on
              schema:
                type: string
            x-total:
              schema:
                type: integer
"""
    assert repair(flatten(text))[1] == parse(text)


def test_a_value_has_a_schema_or_content_and_not_both() -> None:
    header = {"content": {"text/plain": {"example": "true", "schema": {"type": "string"}}}}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Either", "version": "1"},
        "paths": {
            "/pets": {"get": {"responses": {"200": {"description": "Yes", "headers": {"X-A": header, "X-B": header}}}}}
        },
    }
    text = yaml.dump(original, Dumper=Plain, sort_keys=False)
    assert repair(flatten(text))[1] == original


def test_nothing_is_required_beside_a_reference() -> None:
    """Neither object has the properties that are required, but the reference has none at all."""
    properties = {"Name": {"type": "string"}, "User": {"$ref": "#/components/schemas/User"}}
    original = {
        "info": {"title": "Required", "version": "1"},
        "openapi": "3.0.3",
        "components": {
            "schemas": {
                "File": {"properties": properties, "required": ["id", "maker"], "type": "object"},
                "User": {"properties": {"Name": {"type": "string"}}, "type": "object"},
            }
        },
        "paths": {},
    }
    assert repair(flatten(yaml.safe_dump(original)))[1] == original


def test_a_discriminator_stands_beside_the_property_that_it_names() -> None:
    text = """\
openapi: 3.0.3
info:
  title: Kinds
  version: '1'
paths: {}
components:
  schemas:
    Pet:
      required:
      - kind
      properties:
        kind:
          type: string
      discriminator:
        propertyName: kind
    Owner:
      type: object
"""
    assert repair(flatten(text))[1] == parse(text)


def test_objects_beside_each_other_in_free_json_have_the_same_members() -> None:
    places = {name: {"detail": name, "kind": "airport"} for name in ("ACC", "ALC", "BOS", "LON", "MUC")}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Places", "version": "1"},
        "paths": {},
        "components": {"examples": {"Places": {"value": {"places": places}}}},
    }
    assert repair(flatten(yaml.safe_dump(original, sort_keys=False)))[1] == original


def test_an_example_may_be_of_any_kind_that_builds_on_its_schema() -> None:
    """`digest` could be a rating as well, but it is a property of one kind of data; a rating is an object."""
    rating = {"type": "object", "properties": {"base": {"type": "number"}}}
    data = {
        "ratings": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Rating"}},
        "digest": {"type": "string"},
    }
    ratings = {"two": {"base": 10}, "three": {"base": 10}}
    value = {"data": {"kind": "image", "ratings": ratings, "digest": "c186fc44"}}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Checks", "version": "1"},
        "paths": {
            "/checks": {
                "get": {
                    "responses": {
                        "200": {
                            "description": "Checks",
                            "content": {
                                "application/json": {
                                    "schema": {"$ref": "#/components/schemas/Check"},
                                    "example": value,
                                }
                            },
                        }
                    }
                }
            }
        },
        "components": {
            "schemas": {
                "Rating": rating,
                "Check": {"type": "object", "properties": {"data": {"$ref": "#/components/schemas/Data"}}},
                "Data": {
                    "type": "object",
                    "discriminator": {
                        "propertyName": "kind",
                        "mapping": {"image": "#/components/schemas/Image"},
                    },
                    "properties": {"kind": {"type": "string"}},
                },
                "Image": {
                    "allOf": [{"$ref": "#/components/schemas/Data"}, {"type": "object", "properties": data}],
                },
            }
        },
    }
    assert repair(flatten(yaml.safe_dump(original, sort_keys=False)))[1] == original


def test_a_name_that_fits_into_the_alphabet_of_the_schemas_is_a_schema() -> None:
    """Nothing refers to `Delta`; it could be a property of `Charlie` as well."""
    names = ["Alpha", "Bravo", "Charlie", "Echo", "Foxtrot", "Golf", "Hotel"]
    inner = {"type": "object", "properties": {"old": {"type": "string"}, "new": {"type": "string"}}}
    outer = {"title": "x", "type": "object", "properties": {"id": {"type": "string"}, "change": inner}}
    schemas: dict[str, Any] = {name: dict(outer) for name in sorted([*names, "Delta"])}
    references = {name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in names}
    schemas["India"] = {"title": "x", "type": "object", "properties": references}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Names", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    assert repair(flatten(yaml.safe_dump(original, sort_keys=False)))[1] == original


def test_a_word_that_no_schema_has_is_no_property() -> None:
    text = """\
openapi: 3.0.3
info:
  title: Words
  version: '1'
paths: {}
components:
  schemas:
    Queue:
      type: object
      properties:
        url:
          type: string
          min: 4
          max: 128
        region:
          type: string
          min: 4
          max: 128
"""
    assert repair(flatten(text))[1] == parse(text)


def test_many_levels_may_end_at_once() -> None:
    """Each level lacks what it requires, which costs; that the next schema is one is known from a reference."""
    deep: dict[str, Any] = {"type": "object", "properties": {"id": {"type": "string"}}}
    for name in ("three", "two", "one", "none"):
        deep = {"type": "object", "required": ["first", "second", "third"], "properties": {name: deep}}
    deeper = {"$ref": "#/components/schemas/Deep"}
    assert_restored({"Deep": deep, "Flat": obj({"deep": deeper, "flat": {"$ref": "#/components/schemas/Flat"}})})


def test_what_follows_the_words_of_other_tools_is_no_such_word() -> None:
    word = {"type": "string", "min": 4, "max": 128}
    region = {"$ref": "#/components/schemas/Region"}
    assert_restored({"Queue": obj({"url": word, "region": region, "zone": word}), "Region": {"type": "object"}})


def test_a_number_is_no_property() -> None:
    """`minLength` stands behind `maxLength` once only."""
    usual = {"type": "string", "minLength": 1, "maxLength": 5}
    other = {"type": "string", "maxLength": 5, "minLength": 1}
    schemas = {
        f"S{number}": obj({"a": usual, "b": usual, "c": {"type": "string", "maxLength": 4}}) for number in range(6)
    }
    assert_restored(schemas | {"Last": obj({"hub": other, "host": usual})})


def test_schemas_of_one_name_look_alike() -> None:
    """`additionalProperties` could be of the last `store`, but no other `store` has it, and each `place` has."""
    text = {"type": "string"}
    store = asking({"directory": text, "message": text})
    place = asking({"x": text, "y": text}) | {"additionalProperties": False}
    schemas = {f"A{number}": asking({"id": text, "store": store, "name": text}) for number in range(3)}
    schemas |= {f"B{number}": asking({"id": text, "place": place, "name": text}) for number in range(2)}
    schemas |= {f"C{number}": asking({"id": text}) | {"additionalProperties": False} for number in range(2)}
    schemas["D"] = asking({"id": text, "store": store}) | {"additionalProperties": False}
    references = {name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in [*schemas, "E"]}
    assert_restored(schemas | {"E": asking({"id": text, "name": text}) | {"properties": references}})


def test_every_reference_leads_to_something() -> None:
    """`Whole` could be a member of the example before; then nothing would be what the reference asks for."""
    pets = [{"name": "Fips", "age": 3}, {"name": "Rex", "age": 4}]
    examples = {name: {"$ref": f"#/components/examples/{name}"} for name in ("One", "Whole")}
    shown = {"schema": {"$ref": "#/components/schemas/Page"}, "examples": examples}
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}, "examples": {"Whole": {"value": 5}}}
    answer = {"200": {"description": "Yes", "content": {"application/json": shown}}}
    pet = obj({"name": {"type": "string"}, "age": {"type": "integer"}})
    page = obj({"value": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}})
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Leads", "version": "1"},
        "components": {
            "examples": {"One": {"value": pets[0]}, "Whole": {"value": pets}},
            "schemas": {"Page": page, "Pet": pet},
        },
        "paths": {"/pets": {"get": {"parameters": [limit], "responses": answer}}},
    }
    assert repair(flatten(yaml.dump(original, Dumper=Plain, sort_keys=False)))[1] == original


def test_free_json_has_no_types_of_schemas() -> None:
    """`priority` could be a member of the extension as well."""
    marked = {"type": "string", "x-rules": {"rule": {"keep": 120}}}
    priority = {"$ref": "#/components/schemas/Priority", "nullable": True}
    assert_restored({"Notice": obj({"body": marked, "priority": priority}), "Priority": {"type": "string"}})


def test_a_known_extension_has_the_members_that_it_has_elsewhere() -> None:
    """`default` could be one of them."""
    kind = {"type": "string", "x-ms-enum": {"modelAsString": True, "name": "Kind"}, "default": "a", "readOnly": True}
    assert_restored({"Pet": obj({"kind": kind})})


def test_nothing_is_named_like_a_key_of_the_object_above() -> None:
    """`schema` could be one more header."""
    header = {"description": "When it ends", "format": "int32", "type": "integer"}
    answer = {"description": "Yes", "headers": {"X-After": header}, "schema": {"$ref": "#/definitions/Pet"}}
    original = {
        "swagger": "2.0",
        "info": {"title": "Names", "version": "1"},
        "paths": {"/pets": {"get": {"responses": {"200": answer, "400": {"description": "No"}}}}},
        "definitions": {"Pet": {"type": "object"}},
    }
    assert repair(flatten(yaml.safe_dump(original)))[1] == original


def test_only_a_parameter_repeats_itself_for_each_entry() -> None:
    """The format of the collection could be that of its entries."""
    first = {"name": "tags", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"}
    second = {"name": "id", "in": "query", "type": "string"}
    answers = {"200": {"description": "Yes"}}
    original = {
        "swagger": "2.0",
        "info": {"title": "Lists", "version": "1"},
        "paths": {
            "/pets": {"get": {"parameters": [first], "responses": answers}},
            "/pet": {"get": {"parameters": [second], "responses": answers}},
        },
    }
    assert repair(flatten(yaml.dump(original, Dumper=Plain, sort_keys=False)))[1] == original


def test_a_document_of_openapi_2_has_what_is_usual_there() -> None:
    """`produces` and `type` could be members of the extensions, `schemes` the last operation's."""
    listed = {
        "operationId": "list",
        "x-pages": {"next": "link"},
        "produces": ["application/json"],
        "parameters": [{"name": "id", "in": "query", "x-choice": {"as": "Id"}, "type": "string"}],
        "responses": {"200": {"description": "Yes", "schema": {"$ref": "#/definitions/Pet"}}},
    }
    made = {"responses": {"201": {"description": "Made"}}}
    original = {
        "swagger": "2.0",
        "info": {"title": "Second", "version": "1"},
        "paths": {"/pets": {"get": listed, "post": made}},
        "schemes": ["https"],
        "host": "api.example.com",
        "definitions": {"Pet": {"type": "object"}},
    }
    assert repair(flatten(yaml.dump(original, Dumper=Plain, sort_keys=False)))[1] == original


def test_documents_said_in_openapi_2_hold_only_what_that_has() -> None:
    tree = as_second(yaml.safe_load(PETS))
    unknown = [
        (map_.name, key) for map_, _, value in maps_of(tree, grammar_for(2)) for key in value if map_.below(key) is None
    ]
    assert unknown == [] and tree["paths"]["/pets"].keys() == yaml.safe_load(PETS)["paths"]["/pets"].keys()
    assert repair(flatten(yaml.dump(tree, Dumper=Plain, sort_keys=False)))[1] == tree


def test_what_stands_once_belongs_to_what_stands_once() -> None:
    """The extension could be the last operation's, of which there are several."""
    operation = {"responses": {"200": {"description": "Yes"}}, "summary": "Does it"}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Once", "version": "1"},
        "paths": {"/pets": {"get": operation, "put": operation}},
        "x-shelf": {"colour": "red"},
    }
    assert repair(flatten(yaml.dump(original, Dumper=Plain, sort_keys=False)))[1] == original


def test_what_is_required_has_properties() -> None:
    """The properties could be those of `Pet` itself, but then its part would require what it has not."""
    part = {"required": ["id"], "properties": {"id": {"type": "integer", "format": "int64"}}}
    pet = {"type": "object", "allOf": [{"$ref": "#/components/schemas/NewPet"}, part]}
    new = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    assert_restored({"Pet": pet, "NewPet": new})


def test_a_reference_leads_to_what_stands_there() -> None:
    """The second header could be one more answer."""
    headers = {f"X-{name}": {"$ref": f"#/components/headers/{name}"} for name in "AB"}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Headers", "version": "1"},
        "paths": {},
        "components": {
            "responses": {"Ok": {"description": "Yes", "headers": headers}},
            "headers": {name: {"schema": {"type": "string"}} for name in "AB"},
        },
    }
    assert repair(flatten(yaml.dump(original, Dumper=Plain, sort_keys=False)))[1] == original


def test_a_keyword_of_schemas_is_rarely_the_name_of_a_property() -> None:
    """`additionalProperties` could be one more property."""
    entries = {"type": "array", "items": {"type": "string"}}
    headers = {**obj({"empty": {"type": "boolean"}}), "additionalProperties": entries}
    assert_restored({"Part": obj({"headers": headers, "kind": {"type": "string"}})})


def test_examples_under_names_look_like_the_schema() -> None:
    """They could be the last property's, and their members could be beside them."""
    block = obj({"bits": {"type": "string"}, "page": {"type": "integer"}})
    assert_restored({"A": {**block, "x-examples": {"Example 1": {"bits": "a", "page": 1}}}, "B": block})
    error = obj({"error": {"$ref": "#/components/schemas/B"}})
    assert_restored({"A": {**error, "x-examples": {"/blocks/1": {"error": {"bits": "a"}}}}, "B": block})


def test_examples_in_a_list_look_like_the_schema() -> None:
    """They could be the last property's."""
    links = {"$ref": "#/components/schemas/Links"}
    page = obj({"links": links, "size": {"type": "integer"}, "total": {"type": "integer"}})
    shown = {"links": {"next": "u", "last": "v"}, "size": 3, "total": 1}
    assert_restored({"Page": {**page, "examples": [shown]}, "Links": obj({"next": {"type": "string"}})})


def test_what_says_more_of_the_values_stands_beside_them() -> None:
    """The extension could be that of the whole object."""
    kind = {"enum": ["a", "b"], "type": "string", "x-enum-names": ["One", "Two"]}
    assert_restored({"A": {"properties": {"kind": kind}, "type": "object"}, "B": obj({"a": {"type": "string"}})})


def test_the_only_tag_may_be_the_only_one_to_have_an_extension() -> None:
    """The extension could be the document's."""
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Tags", "version": "1"},
        "tags": [{"name": "Pets", "x-word": "Animals"}],
        "paths": {"/pets": {"get": {"responses": {"200": {"description": "Yes"}}}}},
    }
    assert repair(flatten(yaml.dump(original, Dumper=Plain, sort_keys=False)))[1] == original


def test_a_title_says_the_name_of_its_schema() -> None:
    """The title could be a member of the example."""

    def answer(title: str) -> dict[str, Any]:
        return {"description": "Yes", "example": {"errors": [{"code": "A"}]}, "title": title, "type": "object"}

    assert_restored({name: answer(name) for name in ("BadRequest", "NotFound")})


def test_a_description_may_say_the_name_of_its_schema() -> None:
    """The description could be that of the whole, as elsewhere."""
    state = {"type": "integer", "format": "int32", "description": "User State"}
    named = {"name": {"type": "string", "description": "Its name."}}
    pets = {f"Pet{number}": obj(named) | {"description": "A pet."} for number in range(3)}
    assert_restored({**pets, "User": obj({"name": {"type": "string"}, "userState": state})})


def test_names_of_schemas_look_unlike_those_of_properties() -> None:
    """`Words` could be one more property; no reference asks for it."""
    text = {"type": "string"}
    pets = {f"Pet{number}": obj({"name": text, "age": text, "kind": text}) for number in range(4)}
    assert_restored({**pets, "Words": text, "Zone": obj({"name": text})})


def test_a_property_stands_where_its_name_stood() -> None:
    """`next` could be one more member of the last object."""
    text = {"type": "string"}
    page = {"size": text, "next": text}
    schemas = {f"Page{number}": obj({f"item{number}": text, **page}) for number in range(3)}
    owner = obj({"id": text, "name": text})
    assert_restored({**schemas, "Last": obj({"owner": owner, **page})})


def test_a_list_of_parts_has_more_than_one() -> None:
    """The reference could be one more choice."""
    part = {"properties": {"kind": {"type": "string"}}}
    choices = [{"allOf": [part, {"$ref": "#/components/schemas/Name"}]}, {"type": "string"}]
    assert_restored({"Pet": {"oneOf": choices}, "Name": obj({"name": {"type": "string"}})})


def test_the_last_part_says_the_name_of_what_it_completes() -> None:
    """The title could be that of the whole."""
    part = {"properties": {"size": {"type": "integer"}}, "title": "Dog", "type": "object"}
    assert_restored({"Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, part]}, "Pet": obj({})})


def test_an_example_does_not_describe_itself() -> None:
    """The properties could be one more member of the example; no other schema begins like theirs."""
    told = {"type": "integer", "description": "Told"}
    ways = [obj({f"way{number}": told, "from": told}) for number in range(8)]
    others = {f"Way{number}": {"type": "object", "description": "A", **way} for number, way in enumerate(ways)}
    word = {"maxLength": 4, "type": "string"}
    names = ("from", "to", "over", "by", "back")
    assert_restored({**others, "Leg": {"example": dict.fromkeys(names, "v"), "properties": dict.fromkeys(names, word)}})


def test_an_entry_belongs_to_a_list_however_many_levels_end() -> None:
    """Each level lacks what it requires; the entry would be left out."""
    deep: dict[str, Any] = {"type": "object", "properties": {"id": {"type": "string"}}}
    for name in ("four", "three", "two", "one", "none"):
        deep = {"type": "object", "required": ["first", "second", "third"], "properties": {name: deep}}
    assert_restored({"Deep": {"oneOf": [{"title": "One", **deep}, {"title": "Two", "type": "string"}]}})


def obj(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def asking(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def assert_restored(schemas: dict[str, Any]) -> None:
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Schemas", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    without_aliases = json.loads(json.dumps(original))
    assert repair(flatten(yaml.safe_dump(without_aliases, sort_keys=False)))[1] == original


def test_json_in_a_block_is_read_to_its_last_bracket() -> None:
    """Its lines look like entries, and a bracket with a comma behind it like one that never closes."""
    shown = json.dumps({"success": {"total": 4}, "contents": {"pets": [{"id": 1, "type": "cat"}]}}, indent=2)
    answer = {"content": {"application/json": {"examples": {"whole": {"value": shown}}}}, "description": "All"}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Shown", "version": "1"},
        "paths": {"/pets": {"get": {"responses": {"200": answer, "404": answer}}}},
    }
    text = yaml.dump(json.loads(json.dumps(original)), Dumper=Literal, sort_keys=False)
    assert text.count("value: |-") == 2
    repaired, tree = repair(flatten(text))
    assert unblanked(tree) == unblanked(original)
    assert not repaired.findings


def test_a_keyword_of_the_schema_ends_the_text_of_its_description() -> None:
    said = "Where news go.\nOf a person.\nExample: `ann@example.com`"
    contact = {"description": said, "pattern": "^[a-z]+$", "title": "Contact", "type": "string"}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Texts", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Person": {"properties": {"contact": contact}, "type": "object"}}},
    }
    assert repair(flatten(yaml.dump(original, Dumper=Literal, sort_keys=False)))[1] == original


def test_what_a_description_calls_output_only_is_read_only() -> None:
    """The mark could be that of the schema around it."""

    def version(said: str, **more: bool) -> dict[str, Any]:
        return {"$ref": "#/components/schemas/Version", "description": said, **more}

    name = {"description": "Output only. Its name.", "readOnly": True, "type": "string"}
    middle = {"description": "The next.", "type": "string"}
    part = {"properties": {"first": version("The first."), "next": middle, "other": version("The other.")}}
    last = version("Output only. Its version.", readOnly=True)
    package = {"properties": {"kind": version("Its kind."), "name": name, "version": last}, "type": "object"}
    assert_restored({"Part": {**part, "type": "object"}, "Package": package, "Version": {"type": "string"}})


@pytest.mark.parametrize(("kinds", "paths", "client"), [(1, 1, False), (3, 2, True)])
def test_lines_that_recur_stand_alike(kinds: int, paths: int, client: bool) -> None:
    """By itself, the second member of what is sent could be one of the whole body."""

    def member(name: str) -> dict[str, Any]:
        return {"allOf": [{"$ref": f"#/components/schemas/{name}"}, {"description": f"The {name} of the order."}]}

    text = {"type": "string"}
    order = {"type": "object", "properties": {"note": member("Note"), "size": member("Size")}}
    sent = {**({"client": text} if client else {}), "order": {"description": "It.", **order}}
    other = {"type": "object", "properties": {"one": member("Note"), "two": text, "three": member("Size")}}
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": sent}}}}
    operation = {"requestBody": body, "responses": {"204": {"description": "Sent"}}}
    schemas = {"Note": text, "Size": text} | {f"Order{number}": order for number in range(kinds)}
    schemas |= {f"Other{number}": other for number in range(4 if client else 0)}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Orders", "version": "1"},
        "paths": {f"/orders{number}": {"post": operation} for number in range(paths)},
        "components": {"schemas": schemas},
    }
    assert repair(flatten(yaml.dump(original, Dumper=Plain, sort_keys=False)))[1] == original


def test_guesses_name_their_lines() -> None:
    """Nothing tells whether the last member of each example belongs to the object above it."""
    shown = {"example": {"size": {"wide": 1, "tall": 2}}, "type": "object"}
    original = {
        "openapi": "3.0.3",
        "info": {"title": "Guesses", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Cup": shown, "Pot": {**shown, "title": "A pot"}}},
    }
    flat = flatten(yaml.dump(original, Dumper=Plain, sort_keys=False))
    repaired, _ = repair(flat)
    lines = [number for number, line in enumerate(flat.split("\n"), 1) if line.startswith("tall:")]
    assert set(lines) <= set(repaired.guessed)
    (finding,) = repaired.findings
    assert finding.at and finding.at.line == lines[0]
    assert finding.message == f"another level is nearly as likely for: tall: 2; the same holds for line {lines[1]}"


def test_a_guess_is_said_once_with_its_first_place() -> None:
    text = """\
openapi: 3.0.3
info:
  title: Unsure
  version: '1'
paths: {}
components:
  schemas:
    Pet:
      x-one:
        a:
          b: 1
        c: 2
    Dog:
      x-two:
        a:
          b: 1
        c: 2
"""
    findings = [finding for finding in repair(flatten(text))[0].findings if finding.code == "level-guessed"]
    assert len(findings) <= 1
    for finding in findings:
        assert finding.severity is Severity.INFO and finding.at and finding.at.line


def test_what_is_no_openapi_document_is_an_input_error() -> None:
    with pytest.raises(InputError) as caught:
        reindent("name: x\nvalue: y\n", "x.yaml")
    assert caught.value.finding.code == "not-openapi"


def test_it_is_fast_enough() -> None:
    schema = "\n".join(
        f"S{number}:\ntype: object\nproperties:\nid:\ntype: string\nname:\ntype: string" for number in range(2000)
    )
    text = f"openapi: 3.0.3\ninfo:\ntitle: Big\nversion: '1'\npaths: {{}}\ncomponents:\nschemas:\n{schema}\n"
    began = process_time()
    _, tree = repair(text)
    assert process_time() - began < 20
    assert len(tree["components"]["schemas"]) >= 1


HEAD = "openapi: 3.0.3\ninfo:\ntitle: Hostile\nversion: '1'\nx-a:\n"


@pytest.mark.parametrize("line", ["- - - a\n", "a: [b\n", "a: 'b\n", 'a: "\n', "a:\n", "? a\n", "- |\n", "a: {b: [\n"])
def test_hostile_lines_take_no_more_time_than_others(line: str) -> None:
    began = process_time()
    reindent(HEAD + line * 600, "x.yaml")
    assert process_time() - began < 6


def test_what_is_too_long_is_an_input_error() -> None:
    with pytest.raises(InputError) as caught:
        reindent(HEAD + "a: b\n" * MAX_LINES, "x.yaml")
    assert caught.value.finding.code == "too-large"


lines = st.sampled_from(sorted(set(flatten(PETS).split("\n")))) | st.text(
    st.sampled_from("ab:- #'\"|>{}[]&*?!%\t\\"), max_size=12
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(lines, max_size=40))
def test_cut_mixed_and_broken_lines_never_crash(chosen: list[str]) -> None:
    text = "openapi: 3.0.3\n" + "\n".join(chosen)
    repaired = reindent(text, "x.yaml")
    assert len(repaired.text.split("\n")) == len(text.split("\n")) + 1
    try:
        parse(repaired.text)
    except InputError as error:
        assert error.finding.code


@pytest.mark.skipif(not SEED.exists(), reason="needs the shared real input")
def test_a_real_scraped_document() -> None:
    repaired, tree = repair(SEED.read_text("utf-8"))
    found = operations(tree)
    whole = {key: operation for key, operation in found.items() if "security" in operation}
    assert (len(found), len(whole)) == (24, 23)
    codes = {finding.code for finding in repaired.findings} - {"level-guessed"}
    assert codes == {"text-before-document", "document-cut"}
    cut = next(finding for finding in repaired.findings if finding.code == "document-cut")
    assert "GET /applications/{applicationId}/experience/users" in cut.message
    last = found["/applications/{applicationId}/experience/users", "get"]
    assert len(last["parameters"]) == 10 and list(last["responses"]) == ["200"]
