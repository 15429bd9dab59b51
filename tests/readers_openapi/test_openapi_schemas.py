"""Schemas of every version come out in the shape of JSON Schema 2020-12."""

from __future__ import annotations

import pytest

from generator.draft import Reference, Schema, Xml
from generator.source import MISSING
from tests.readers_openapi.openapi_reading import Reading, plain, reading, ref


def schema(text: str, version: str = "3.1") -> tuple[Schema, Reading]:
    read = reading(f"paths: {{}}\ncomponents: {{schemas: {{S: {text}, Other: {{type: string}}}}}}", version)
    return read.schema("S"), read


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{type: array, items: {type: string, description: A word.}}", "Each item: A word."),
        ("{type: array, description: All., items: {type: string, description: One.}}", "All.\n\nEach item: One."),
        ("{type: object, additionalProperties: {type: string, description: A word.}}", "Each value: A word."),
        ("{type: array, description: All., items: {type: object, description: One., properties: {a: {}}}}", "All."),
        ("{type: array, description: All., items: {description: All.}}", "All."),
        ("{anyOf: [{type: string, description: A.}, {type: 'null'}]}", "A."),
        (
            "{description: O., oneOf: [{type: string, description: A.}, {description: B.}]}",
            "O.\n\nEither: A.\n\nOr: B.",
        ),
        ("{oneOf: [{const: a, description: A.}, {properties: {a: {}}, description: B.}]}", ""),
    ],
)
def test_prose_about_what_has_no_type_is_about_the_whole(said: str, expected: str) -> None:
    read = reading(f"components: {{schemas: {{S: {said}}}}}")
    assert read.schema("S").description == expected


def test_examples_of_variants_are_examples_of_the_choice() -> None:
    read = reading(
        "components: {schemas: {S: {anyOf: [{type: string, example: a}, {type: integer, examples: [1, 2]},"
        " {type: object, properties: {a: {}}, example: {a: 1}}]}}}"
    )
    assert read.schema("S").examples == ("a", 1, 2)


@pytest.mark.parametrize(
    ("said", "keyword"),
    [
        ("{type: string, properties: {a: {}}}", "properties"),
        ("{type: integer, maxLength: 4}", "maxLength"),
        ("{type: string, minimum: 4}", "minimum"),
        ("{type: [string, 'null'], uniqueItems: true}", "uniqueItems"),
        ("{type: integer, minimum: 4}", ""),
        ("{type: [string, integer], minimum: 4, pattern: a}", ""),
        ("{minimum: 4, pattern: a, items: {}}", ""),
    ],
)
def test_a_keyword_that_says_nothing_of_its_type(said: str, keyword: str) -> None:
    read = reading(f"components: {{schemas: {{S: {said}}}}}")
    idle = [finding for finding in read.findings if finding.code == "keyword-idle"]
    assert [str(finding.at).rpartition("/")[2] for finding in idle] == ([keyword] if keyword else [])


def test_every_keyword_that_types_can_carry() -> None:
    found, read = schema(
        "{type: [object, 'null'], title: T, description: D, required: [a], deprecated: true, minProperties: 1,"
        " properties: {a: {type: string, format: uuid, pattern: x, minLength: 1, maxLength: 9, readOnly: true},"
        " b: {type: array, items: {type: integer, minimum: 1, exclusiveMaximum: 9, multipleOf: 2}, uniqueItems: true}},"
        " additionalProperties: false, patternProperties: {'^x-': true}, default: null, examples: [{a: b}]}"
    )
    assert found.types == ("object", "null")
    assert (found.title, found.description, found.required, found.deprecated) == ("T", "D", ("a",), True)
    assert plain(found.additional_properties).never
    assert plain(found.pattern_properties["^x-"]) == Schema(origin=plain(found.pattern_properties["^x-"]).origin)
    assert found.default is None and found.examples == ({"a": "b"},)
    a, b = plain(found.properties["a"]), plain(found.properties["b"])
    assert (a.format, a.pattern, a.min_length, a.max_length, a.read_only) == ("uuid", "x", 1, 9, True)
    item = plain(b.items)
    assert (item.minimum, item.exclusive_maximum, item.multiple_of, b.unique_items) == (1, 9, 2, True)
    assert item.origin.pointer == "/components/schemas/S/properties/b/items"
    assert read.findings == ()


def test_absent_is_not_null() -> None:
    assert schema("{type: string}")[0].default is MISSING
    assert schema("{type: string, nullable: true, default: null}", "3.0")[0].default is None


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("{type: string, nullable: true}", ("string", "null")),
        ("{type: object, x-nullable: true}", ("object", "null")),
        ("{nullable: true, properties: {a: {}}}", ("object", "null")),
        ("{nullable: true}", ()),
    ],
)
def test_nullable_is_the_type_null(text: str, types: tuple[str, ...]) -> None:
    assert schema(text, "3.0")[0].types == types


def test_nullable_compositions_and_enums_allow_null() -> None:
    one_of, _ = schema("{nullable: true, oneOf: [{type: string}]}", "3.0")
    assert plain(one_of.one_of[-1]).types == ("null",)
    all_of, _ = schema("{nullable: true, description: D, allOf: [{$ref: '#/components/schemas/Other'}]}", "3.0")
    assert all_of.description == "D" and plain(all_of.any_of[1]).types == ("null",)
    assert ref(plain(all_of.any_of[0]).all_of[0]).name == "Other"
    enum, _ = schema("{nullable: true, type: string, enum: [a], x-enum-varnames: [A]}", "3.0")
    assert enum.enum == ("a", None) and enum.enum_names == ("A", "")
    beside, _ = schema("{$ref: '#/components/schemas/Other', nullable: true, description: D}", "3.0")
    assert ref(beside.any_of[0]).name == "Other" and beside.description == "D"


def test_boolean_bounds_of_3_0() -> None:
    found, _ = schema("{type: integer, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}", "3.0")
    assert (found.minimum, found.exclusive_minimum) == (None, 1)
    assert (found.maximum, found.exclusive_maximum) == (9, None)


def test_tuples_of_draft_4_and_2020() -> None:
    old, _ = schema("{type: array, items: [{type: string}, {type: integer}], additionalItems: false}")
    new, _ = schema("{type: array, prefixItems: [{type: string}, {type: integer}], items: false}")
    for found in (old, new):
        assert [plain(item).types for item in found.prefix_items] == [("string",), ("integer",)]
        assert plain(found.items).never


@pytest.mark.parametrize(
    "extension",
    [
        "x-enum-varnames: [One, Two], x-enum-descriptions: [First, Second]",
        "x-enumNames: [One, Two], x-enumDescriptions: {'1': First, '2': Second}",
        "x-ms-enum: {values: [{value: 1, name: One, description: First}, {value: 2, name: Two, description: Second}]}",
        "x-fern-enum: {'2': {name: Two, description: Second}, '1': {name: One, description: First}}",
    ],
)
def test_names_of_enum_values(extension: str) -> None:
    found, read = schema(f"{{type: integer, enum: [1, 2], {extension}}}")
    assert found.enum == (1, 2)
    assert found.enum_names == ("One", "Two") and found.enum_descriptions == ("First", "Second")
    assert read.findings == ()


def test_too_few_enum_names_are_left_out() -> None:
    found, read = schema("{enum: [1, 2], x-enum-varnames: [One]}")
    assert found.enum_names == () and "enum-names" in read.codes


def test_discriminators() -> None:
    found, _ = schema(
        "{oneOf: [{$ref: '#/components/schemas/Other'}],"
        " discriminator: {propertyName: kind, defaultMapping: Other,"
        " mapping: {a: Other, b: '#/components/schemas/Other'}}}",
        "3.2",
    )
    assert found.discriminator is not None and found.discriminator.property_name == "kind"
    assert {target.target for target in found.discriminator.mapping.values()} == {"api.yaml#/components/schemas/Other"}
    assert found.discriminator.default is not None and found.discriminator.default.name == "Other"


def test_keywords_that_types_cannot_carry_are_named() -> None:
    found, _ = schema("{type: object, not: {}, if: {}, then: {}, unevaluatedProperties: false, contains: {}}")
    assert found.not_carried == ("not", "if", "then", "unevaluatedProperties", "contains")


def test_siblings_of_a_reference_count_from_3_1_on() -> None:
    new = reading(
        "paths: {}\ncomponents: {schemas: {S: {$ref: '#/components/schemas/T', maxLength: 3}, T: {type: string}}}"
    )
    found = ref(new.draft.schemas["api.yaml#/components/schemas/S"].schema)
    assert found.siblings is not None and found.siblings.max_length == 3
    old = reading(
        "paths: {}\ncomponents: {schemas: {S: {$ref: '#/components/schemas/T', maxLength: 3, description: D}, T: {}}}",
        "3.0",
    )
    kept = ref(old.draft.schemas["api.yaml#/components/schemas/S"].schema).siblings
    assert kept is not None and (kept.max_length, kept.description) == (None, "D")
    assert "ref-siblings" in old.codes


@pytest.mark.parametrize(
    ("text", "types", "form"),
    [
        ("{type: file}", ("string",), "binary"),
        ("{type: int}", ("integer",), ""),
        ("{type: String}", ("string",), ""),
        ("{type: datetime}", ("string",), "date-time"),
        ("{type: 'string|null'}", ("string", "null"), ""),
        ("{type: [string, null]}", ("string", "null"), ""),
        ("{type: any}", (), ""),
        ("{type: gizmo}", (), ""),
        ("{type: {a: b}}", (), ""),
        ("string", ("string",), ""),
        ("5", (), ""),
        ("null", (), ""),
    ],
)
def test_types_written_in_other_ways(text: str, types: tuple[str, ...], form: str) -> None:
    found, _ = schema(text, "3.0")
    assert (found.types, found.format) == (types, form)


def test_null_is_a_type_in_3_0_too() -> None:
    assert schema("{type: 'null'}", "3.0")[0].types == ("null",)


def test_values_of_the_wrong_type_are_read_as_meant() -> None:
    found, read = schema("{type: integer, default: '100', enum: ['1', '100'], minimum: '3', maxLength: 2.0}")
    assert (found.default, found.enum, found.minimum, found.max_length) == (100, (1, 100), 3, 2)
    assert "read-as-meant" in read.codes
    assert schema("{type: string, enum: [1, true, x]}")[0].enum == ("1", "true", "x")


def test_forgotten_structure_is_read_as_meant() -> None:
    inside, _ = schema("{type: object, properties: {a: {type: string, required: true}, b: {type: string}}}")
    assert inside.required == ("a",)
    forgotten, read = schema("{type: object, a: {type: string}, b: {$ref: '#/components/schemas/Other'}}")
    assert list(forgotten.properties) == ["a", "b"] and "read-as-meant" in read.codes
    listed, _ = schema("{type: object, properties: [{name: a, type: string}, {b: {type: integer}}]}")
    assert plain(listed.properties["b"]).types == ("integer",)


def test_deep_nesting_ends_in_a_finding() -> None:
    text = "{items: " * 90 + "{}" + "}" * 90
    read = reading(f"paths: {{}}\ncomponents: {{schemas: {{S: {text}}}}}")
    assert read.finding("too-deep").at is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{name: pet, namespace: 'urn:x', prefix: p}", Xml(name="pet", namespace="urn:x", prefix="p")),
        ("{attribute: true}", Xml(node="attribute")),
        ("{wrapped: true}", Xml(node="element")),
        ("{nodeType: cdata, attribute: true}", Xml(node="cdata")),
        ("{x-oai-nodeType: none}", Xml(node="none")),
        ("{name: 'soap:Body'}", Xml(name="Body", prefix="soap")),
        ("{name: 'a b', wrapped: false, nodeType: odd}", None),
        ("pet", None),
    ],
)
def test_xml_objects_of_every_version(text: str, expected: Xml | None) -> None:
    assert schema(f"{{type: string, xml: {text}}}")[0].xml == expected


def test_xml_beside_a_reference_counts_in_every_version() -> None:
    for version in ("3.0", "3.1"):
        holder, _ = schema("{properties: {a: {$ref: '#/components/schemas/Other', xml: {name: b}}}}", version)
        reference = holder.properties["a"]
        assert isinstance(reference, Reference) and reference.siblings is not None
        assert reference.siblings.xml == Xml(name="b")
