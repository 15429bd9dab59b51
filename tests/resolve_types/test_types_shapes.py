"""Keywords of a schema, and the shapes they become."""

from __future__ import annotations

import pytest

from generator import model
from tests.resolve_types.types_by_hand import (
    INTEGER,
    NULL,
    NUMBER,
    TEXT,
    Api,
    called,
    named,
    record,
    ref,
    schema,
    tells,
    union,
    values,
)  # fmt: skip


def test_nothing_said_is_anything() -> None:
    assert Api().shape(schema()) == model.Anything()
    assert Api().shape(None) == model.Anything()
    assert Api().shape(schema(never=True)) == model.Never()


def test_several_types_are_a_union_with_null_last() -> None:
    assert Api().shape(schema(("null", "string", "integer"))) == union(TEXT, INTEGER, NULL)
    assert Api().shape(schema("null")) == NULL


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ({"pattern": "^a$"}, model.Text(pattern="^a$")),
        ({"format": "date-time"}, model.Text(format="date-time")),
        ({"format": "int64"}, model.Number(integer=True, format="int64")),
        ({"minimum": 0}, model.Number(minimum=0)),
        ({"items": schema("string")}, model.Array(items=TEXT)),
        ({"additional_properties": schema("string")}, model.Map(values=TEXT)),
        ({"types": "string", "format": "binary"}, model.Binary()),
        ({"types": "string", "content_encoding": "base64"}, model.Text(format="byte")),
        ({"types": "string", "content_media_type": "application/octet-stream"}, model.Binary()),
        ({"types": "object"}, model.Map(values=model.Anything())),
        ({"types": "object", "additional_properties": schema(never=True)}, model.Map(values=model.Never())),
        ({"types": "object", "pattern_properties": {"^x-": schema("string")}}, model.Map(values=TEXT)),
        ({"types": "array", "prefix_items": (schema("string"), schema("integer")), "items": schema(never=True)},
         model.Tuple(items=(TEXT, INTEGER))),
        ({"types": "array", "prefix_items": (schema("string"),)}, model.Tuple(items=(TEXT,), rest=model.Anything())),
    ],
)  # fmt: skip
def test_keywords(keywords: dict[str, object], expected: model.Shape) -> None:
    assert Api().shape(schema(**keywords)) == expected  # type: ignore[arg-type]


def test_slashes_around_a_pattern_are_left_out() -> None:
    api = Api()
    assert api.shape(schema("string", pattern="/^[a-z]$/u")) == model.Text(pattern="^[a-z]$")
    assert api.shape(schema("string", pattern="/a/b/")) == model.Text(pattern="/a/b/")
    assert api.codes == ["pattern-delimiters"]


# -- enums


def test_enum_without_type_keeps_json_values_apart() -> None:
    shape = Api().shape(schema(enum=(1, True, "1", 1, 1.0, "1")))
    assert [repr(value) for value in values(shape)] == ["1", "True", "'1'"]


def test_null_in_an_enum_stands_beside_it() -> None:
    shape = Api().shape(schema("string", enum=("a", None, "a")))
    assert isinstance(shape, model.Union)
    assert values(shape.variants[0]) == ["a"]
    assert shape.variants[1] == NULL


def test_enum_values_of_another_type_are_kept_and_reported() -> None:
    api = Api()
    assert values(api.shape(schema("string", enum=(1, 2)))) == [1, 2]
    assert api.codes == ["enum-type"]


def test_enum_of_an_array_is_meant_for_its_items() -> None:
    api = Api()
    shape = api.shape(schema("array", items=schema("string"), enum=("a", "b")))
    assert isinstance(shape, model.Array)
    assert values(shape.items) == ["a", "b"]
    assert api.codes == ["enum-type"]


def test_enum_of_objects_is_not_carried() -> None:
    api = Api()
    assert api.shape(schema("object", enum=({"a": 1},))) == model.Map(values=model.Anything())
    assert api.codes == ["schema-not-carried"]


def test_both_booleans_are_no_enum() -> None:
    assert Api().shape(schema("boolean", enum=(True, False))) == model.Boolean()
    assert values(Api().shape(schema("boolean", enum=(True,)))) == [True]


def test_titled_constants_are_one_enum() -> None:
    shape = Api().shape(schema(one_of=(schema(const="a", title="First"), schema(const="b", description="Second."))))
    assert shape == model.Enum(
        values=(model.EnumValue(value="a", name="First"), model.EnumValue(value="b", description="Second."))
    )


# -- references


def test_a_described_reference_is_the_type_itself() -> None:
    api = Api(
        {
            "Name": schema("string", min_length=1),
            "Thing": record(name=schema(all_of=(ref("Name"), schema(description="Its name.")))),
        }
    )
    field = api.fields("Thing")["name"]
    assert (field.shape, field.description) == (named("Name"), "Its name.")
    assert api.alias("Name") == model.Text(min_length=1)


def test_siblings_of_a_reference_narrow_it() -> None:
    api = Api({"Name": schema("string")})
    assert api.shape(ref("Name", description="Its name.")) == named("Name")
    assert api.shape(ref("Name", max_length=3)) == model.Text(max_length=3)


def test_nullable_by_all_of() -> None:
    api = Api({"Thing": record(a=schema("string"))})
    assert api.shape(schema(("object", "null"), all_of=(ref("Thing"),))) == union(named("Thing"), NULL)


def test_a_named_object_that_may_be_null_is_an_object_and_null_stands_where_it_is_named() -> None:
    nullable = schema(("object", "null"), properties={"a": schema("string")})
    api = Api({"Thing": nullable, "Holder": record(thing=ref("Thing"))})
    assert api.fields("Holder")["thing"].shape == union(named("Thing"), NULL)
    assert [field.name for field in api.record("Thing").fields] == ["a"]


def test_a_page_names_a_type_by_its_words() -> None:
    api = Api({"spec#experienceGroupPost": record(a=schema("string")), "spec#things": schema("array")})
    assert api.shape(called("Experience Group Post")) == named("ExperienceGroupPost")
    assert api.shape(called("experience-group_posts")) == named("ExperienceGroupPost")
    assert api.shape(called("Thing")) == named("Things")
    assert api.shape(called("Nobody")) == model.Anything()
    assert api.shape(called("Nobody")) == model.Anything()
    assert api.codes == ["schema-unknown"]


def test_a_dangling_target_is_anything() -> None:
    api = Api()
    assert api.shape(ref("Lost")) == model.Anything()
    assert api.codes == []


def test_hidden_types_are_there_only_where_they_are_used() -> None:
    inside = record(a=schema("string"))
    unused = Api({"Hidden": inside}, hidden=("Hidden",))
    assert "Hidden" not in unused.types
    used = Api({"Hidden": inside, "Shown": record(hidden=ref("Hidden"))}, hidden=("Hidden",))
    assert set(used.types) == {"Hidden", "Shown"}


# -- recursion


def test_recursion_through_objects_and_lists() -> None:
    api = Api({"Node": record(children=schema("array", items=ref("Node")), parent=ref("Node"))})
    assert api.fields("Node")["children"].shape == model.Array(items=named("Node"))
    assert api.codes == []


@pytest.mark.parametrize(
    "cycle",
    [
        {"A": ref("A")},
        {"A": ref("B"), "B": ref("A")},
        {"A": schema(one_of=(ref("A"),))},
        {"A": schema(one_of=(ref("B"), ref("A"))), "B": schema(any_of=(ref("A"),))},
        {"A": schema(all_of=(ref("A"),))},
        {"A": schema(all_of=(ref("B"), schema("object"))), "B": schema(all_of=(ref("A"), record(b=schema("string"))))},
    ],
)
def test_a_type_that_is_only_itself_ends(cycle: dict[str, object]) -> None:
    api = Api(cycle)  # type: ignore[arg-type]
    assert set(api.types) == set(cycle)
    assert {"type-cycle", "all-of-cycle"} & set(api.codes)


def test_a_union_with_itself_keeps_the_rest() -> None:
    api = Api({"A": schema(one_of=(schema("string"), ref("A")))})
    assert api.alias("A") == TEXT
    assert api.codes == ["type-cycle"]


# -- allOf


def test_all_of_is_one_flat_object() -> None:
    api = Api(
        {
            "Base": schema(
                "object", title="Base", description="A base.", properties={"id": schema("string")}, required=("id",)
            ),
            "Thing": schema(all_of=(ref("Base"), record(("name",), name=schema("string"), id=schema(max_length=5)))),
        }
    )
    fields = api.fields("Thing")
    assert list(fields) == ["id", "name"]
    assert fields["id"].required and fields["name"].required
    assert fields["id"].shape == model.Text(max_length=5)
    assert api.record("Thing").description == ""


def test_contradicting_parts_are_reported() -> None:
    api = Api()
    assert api.shape(schema(all_of=(schema("string"), schema("integer")))) == INTEGER
    assert api.codes == ["all-of-conflict"]


def test_integer_is_a_number() -> None:
    assert Api().shape(schema(all_of=(schema("number", minimum=1), schema("integer", minimum=0)))) == model.Number(
        integer=True, minimum=1
    )


def test_enums_meet() -> None:
    shape = Api().shape(schema(all_of=(schema("string", enum=("a", "b", "c")), schema(enum=("b", "c", "d")))))
    assert values(shape) == ["b", "c"]


def test_all_of_with_one_inline_part_is_no_second_type() -> None:
    api = Api({"Thing": schema(all_of=(record(a=schema("string")), schema(description="A thing.")))})
    assert list(api.types) == ["Thing"]
    assert api.record("Thing").description == "A thing."


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("A thing.", "It is blue.", "A thing.\n\nIt is blue."),
        ("A thing.", "A thing. It is blue.", "A thing. It is blue."),
        ("A thing.", "", "A thing."),
    ],
)
def test_all_that_inline_parts_say_is_kept(first: str, second: str, told: str) -> None:
    parts = (
        schema("object", description=first, properties={"a": schema("string", description="Of the first.")}),
        schema("object", description=second, properties={"a": schema("string", description="Of the second.")}),
    )
    api = Api({"Thing": schema(all_of=parts)})
    assert api.record("Thing").description == told
    assert api.fields("Thing")["a"].description == "Of the second."  # a property is described anew


def test_what_stands_beside_a_reference_is_said_instead() -> None:
    kettle = schema("object", description="A pot.", properties={"a": schema("string")})
    api = Api({"Pot": kettle, "Kettle": ref("Pot", description="A kettle.")})
    assert api.types["Kettle"].description == "A kettle."


def test_required_of_unknown_names_is_reported_once_a_document() -> None:
    api = Api({"A": record(("x", "y"), a=schema("string")), "B": record(("z",), b=schema("string"))})
    assert list(api.fields("A")) == ["a"]
    assert api.codes == ["required-undeclared"]


# -- unions


def test_variants_are_flat_once_and_null_is_last() -> None:
    inner = schema(any_of=(schema("null"), schema("string")))
    assert Api().shape(schema(one_of=(inner, schema("integer"), schema("string")))) == union(TEXT, INTEGER, NULL)
    assert Api().shape(schema(any_of=(schema("string"), schema("string")))) == TEXT
    assert Api().shape(schema(any_of=(schema(never=True), schema("string")))) == TEXT


def test_properties_beside_a_choice_stand_in_every_variant() -> None:
    api = Api({"Cat": record(meows=schema("boolean")), "Dog": record(name=schema("string"), barks=schema("boolean"))})
    pet = schema("object", properties={"name": schema("string")}, one_of=(ref("Cat"), ref("Dog")))
    shape = api.shape(pet, name="pets get response")
    assert shape == union(named("PetsGetResponseCat"), named("Dog"))
    assert list(api.fields("PetsGetResponseCat")) == ["name", "meows"]


def test_a_choice_of_required_names_only_is_not_carried() -> None:
    api = Api()
    either = schema(
        "object", properties={"a": schema("string")}, any_of=(schema(required=("a",)), schema(required=("b",)))
    )
    assert api.shape(either) == named("ThingsGetResponse")
    assert api.codes == ["schema-not-carried"]


def test_type_beside_a_choice() -> None:
    api = Api()
    assert api.shape(schema("string", any_of=(schema(format="date"), schema(pattern="^x$")))) == union(
        model.Text(format="date"), model.Text(pattern="^x$")
    )
    assert api.shape(schema("string", any_of=(schema("integer"), schema("string"), schema("null")))) == TEXT
    assert api.codes == []


def test_pairs_of_two_choices() -> None:
    both = schema(one_of=(schema(minimum=1), schema(minimum=2)), any_of=(schema(maximum=8), schema(maximum=9)))
    shape = Api().shape(both)
    assert isinstance(shape, model.Union)
    assert [(part.minimum, part.maximum) for part in shape.variants if isinstance(part, model.Number)] == [
        (1, 8), (1, 9), (2, 8), (2, 9),
    ]  # fmt: skip


# -- discriminators

CAT = record(("kind",), kind=schema("string"), meows=schema("boolean"))
DOG = record(("kind",), kind=schema("string"), barks=schema("boolean"))


def test_explicit_and_implicit_mapping() -> None:
    api = Api(
        {
            "Cat": CAT,
            "Dog": DOG,
            "Pet": schema(one_of=(ref("Cat"), ref("Dog")), discriminator=tells("kind", feline="Cat")),
        }
    )
    shape = api.alias("Pet")
    assert isinstance(shape, model.Union) and shape.discriminator is not None
    assert dict(shape.discriminator.mapping) == {"feline": "Cat", "Dog": "Dog"}
    assert values(api.fields("Cat")["kind"].shape) == ["feline"]
    assert values(api.fields("Dog")["kind"].shape) == ["Dog"]


def test_declared_values_tell_variants_apart() -> None:
    cat = record(kind=schema("string", enum=("tom", "puss")))
    dog = record(kind=schema(const="rex"))
    api = Api({"Cat": cat, "Dog": dog, "Pet": schema(one_of=(ref("Cat"), ref("Dog")), discriminator=tells("kind"))})
    shape = api.alias("Pet")
    assert isinstance(shape, model.Union) and shape.discriminator is not None
    assert dict(shape.discriminator.mapping) == {"tom": "Cat", "puss": "Cat", "rex": "Dog"}


@pytest.mark.parametrize(
    "dog",
    [
        record(barks=schema("boolean")),
        record(kind=schema("integer")),
        record(kind=schema(const="cat")),
        schema("string"),
    ],
)
def test_variants_that_cannot_be_told_apart_are_a_plain_union(dog: object) -> None:
    cat = record(kind=schema(const="cat"))
    api = Api({"Cat": cat, "Dog": dog, "Pet": schema(one_of=(ref("Cat"), ref("Dog")), discriminator=tells("kind"))})  # type: ignore[dict-item]
    assert api.alias("Pet") == union(named("Cat"), named("Dog"))
    assert api.codes == ["discriminator-unusable"]


def test_where_a_parent_is_named_any_heir_may_stand() -> None:
    pet = schema(
        "object", properties={"kind": schema("string")}, required=("kind",), discriminator=tells("kind", cat="Cat")
    )
    api = Api(
        {
            "Pet": pet,
            "Cat": schema(all_of=(ref("Pet"), record(meows=schema("boolean")))),
            "Dog": schema(all_of=(ref("Pet"), record(barks=schema("boolean")))),
            "Owner": record(pet=ref("Pet")),
        }
    )
    assert api.fields("Owner")["pet"].shape == named("AnyPet")
    shape = api.alias("AnyPet")
    assert isinstance(shape, model.Union) and shape.discriminator is not None
    assert dict(shape.discriminator.mapping) == {"cat": "Cat", "Dog": "Dog"}
    assert list(api.fields("Cat")) == ["kind", "meows"]
    assert values(api.fields("Cat")["kind"].shape) == ["cat"]
    assert api.fields("Pet")["kind"].shape == TEXT


def test_a_parent_that_lists_its_heirs() -> None:
    pet = schema(
        "object", properties={"kind": schema("string")}, discriminator=tells("kind"), one_of=(ref("Cat"), ref("Dog"))
    )
    heirs = {name: schema(all_of=(ref("Pet"), record(**{name.lower(): schema("string")}))) for name in ("Cat", "Dog")}
    api = Api({"Pet": pet, **heirs})
    assert isinstance(api.alias("Pet"), model.Union)
    assert list(api.fields("Cat")) == ["kind", "cat"]
    assert list(api.types) == ["Cat", "Dog", "Pet"]


def test_what_is_not_carried_is_said_once_a_document() -> None:
    api = Api()
    for number in range(3):
        place = schema().origin.child("x", number)
        assert api.shape(schema("string", not_carried=("not",), origin=place)) == TEXT
    findings = list(api.report)
    assert [finding.code for finding in findings] == [] and api.codes == ["schema-not-carried"]
    assert "in 3 places" in next(iter(api.report)).message


def test_further_properties() -> None:
    api = Api({"Thing": schema("object", properties={"a": schema()}, additional_properties=schema("integer"),
                               pattern_properties={"^n": schema("number")})})  # fmt: skip
    assert api.record("Thing").additional == union(NUMBER, INTEGER)


def test_choices_by_one_property_inside_each_other_are_one_choice() -> None:
    eel = record(("kind",), kind=schema("string"), swims=schema("boolean"))
    api = Api(
        {
            "Cat": CAT,
            "Dog": DOG,
            "Eel": eel,
            "Mammal": schema(one_of=(ref("Cat"), ref("Dog")), discriminator=tells("kind", cat="Cat", dog="Dog")),
            "Animal": schema(one_of=(ref("Mammal"), ref("Eel")), discriminator=tells("kind", eel="Eel")),
        }
    )
    shape = api.alias("Animal")
    assert isinstance(shape, model.Union) and shape.discriminator is not None
    assert shape.variants == tuple(named(name) for name in ("Cat", "Dog", "Eel"))
    assert dict(shape.discriminator.mapping) == {"cat": "Cat", "dog": "Dog", "eel": "Eel"}
    assert api.codes == []


def test_choices_by_different_properties_stay_apart() -> None:
    kinds = {name: record(("kind", "of"), kind=schema("string"), of=schema("string")) for name in ("Cat", "Dog", "Eel")}
    api = Api(
        {
            **kinds,
            "Mammal": schema(one_of=(ref("Cat"), ref("Dog")), discriminator=tells("of", cat="Cat", dog="Dog")),
            "Animal": schema(one_of=(ref("Mammal"), ref("Eel")), discriminator=tells("kind", eel="Eel")),
        }
    )
    shape = api.alias("Animal")
    assert isinstance(shape, model.Union) and shape.discriminator is None
    assert shape.variants == (named("Mammal"), named("Eel"))
    assert api.codes == ["discriminator-unusable"]
