"""Examples and defaults: valid, small, and the source's own where that can be."""

from __future__ import annotations

import json
import time

import pytest

from generator import draft, model
from generator.diagnostics import Report
from generator.model import Shape
from generator.resolve.examples import Examples, patterns
from generator.resolve.examples import values as examples
from generator.source import MISSING, Json
from tests.resolve_types.types_by_hand import PLACE, Api, record, ref, schema, tells


def make(shape: Shape) -> Json:
    return Examples({}).make(shape)


FORMATS = [
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "ipv4",
    "ipv6",
    "byte",
    "email",
    "uri",
    "hostname",
    "unheard-of",
]


@pytest.mark.parametrize(
    "shape",
    [
        *(model.Text(format=name) for name in FORMATS),
        model.Text(min_length=20),
        model.Text(max_length=2),
        model.Text(min_length=3, max_length=3, pattern="^[A-Z]+$"),
        model.Text(pattern=r"^\d{3}-[a-f]{2}(-x)?$"),
        model.Text(pattern=r"^(?=.*[A-Z])(?=.*\d)[\w!]{12,64}$"),
        model.Text(pattern=r"^(GET|POST)$"),
        model.Text(pattern="^arn:", min_length=20),
        model.Text(pattern=r"^[^\u0000-\u00FF]$"),
        model.Text(pattern='^"[ -~]{1000}"$', max_length=1002),
        model.Text(pattern="^a$b", pattern_holds=False),
        model.Text(pattern="^[0-9a-fA-F]+$", min_length=40, max_length=40),
        model.Number(integer=True, minimum=5),
        model.Number(integer=True, maximum=-5),
        model.Number(integer=True, exclusive_minimum=5, exclusive_maximum=7),
        model.Number(integer=True, minimum=7, multiple_of=5),
        model.Number(exclusive_minimum=0, exclusive_maximum=0.5),
        model.Number(multiple_of=0.01, minimum=2.005),
        model.Number(minimum=0, maximum=0),
        model.Number(minimum=2.5, maximum=2.5),
        model.Number(minimum=0, exclusive_maximum=0.001),
        model.Boolean(),
        model.Null(),
        model.Binary(),
        model.Anything(),
        model.Enum(values=(model.EnumValue(value=3),)),
        model.Array(items=model.Text(), min_items=3, unique=True),
        model.Array(items=model.Number(integer=True), max_items=0),
        model.Array(items=model.Never()),
        model.Tuple(items=(model.Text(), model.Boolean()), min_items=2),
        model.Map(values=model.Number(), min_properties=2),
        model.Map(values=model.Never()),
        model.Union(variants=(model.Never(), model.Number(), model.Null())),
    ],
)
def test_what_is_made_fits(shape: Shape) -> None:
    assert Examples({}).fits(make(shape), shape), make(shape)


def test_objects_show_what_there_is_room_for() -> None:
    api = Api({"Thing": record(("id",), id=schema("string"), size=schema("integer"), self=ref("Thing"))})
    innermost = {"id": "string", "size": 1}
    assert api.types["Thing"].example == {**innermost, "self": {**innermost, "self": innermost}}


def test_required_recursion_ends() -> None:
    api = Api({
        "Tree": record(("left",), left=schema(one_of=(ref("Tree"), schema("null")))),
        "Endless": record(("next",), next=ref("Endless")),
        "List": record(("more",), more=schema("array", items=ref("List"), min_items=1)),
    })  # fmt: skip
    assert api.types["Tree"].example is not MISSING
    assert api.types["Endless"].example is None
    assert api.types["List"].example is None
    maker = Examples(api.builder.finish())
    assert maker.fits(api.types["Tree"].example or None, model.Named(id=api.types["Tree"].id))


def test_examples_stay_small() -> None:
    doubling = {f"T{n}": record(("a", "b"), a=ref(f"T{n + 1}"), b=ref(f"T{n + 1}")) for n in range(40)}
    wide = record(**{f"p{n}": ref("Wide") for n in range(50)})
    api = Api({**doubling, "T40": schema("string"), "Wide": wide})
    start = time.monotonic()
    sizes = [len(json.dumps(entry.example)) for entry in api.types.values() if entry.example is not MISSING]
    assert max(sizes) < 200_000
    assert time.monotonic() - start < 2


def test_the_value_of_a_discriminator_is_set() -> None:
    cat, dog = (record(("kind",), kind=schema("string"), name=schema("string")) for _ in range(2))
    api = Api({"Cat": cat, "Dog": dog, "Pet": schema(one_of=(ref("Dog"), ref("Cat")), discriminator=tells("kind"))})
    assert api.types["Pet"].example == {"kind": "Dog", "name": "string"}


def test_given_examples_are_kept_where_they_are_valid() -> None:
    api = Api({"Thing": record(a=schema("integer", examples=(7,)), b=schema("integer", examples=("many",)),
                               c=schema("integer", examples=("8",)))})  # fmt: skip
    assert {name: field.example for name, field in api.fields("Thing").items()} == {"a": 7, "b": MISSING, "c": 8}
    assert api.record("Thing").example == {"a": 7, "b": 1, "c": 8}
    assert api.codes == ["example-mismatch"]


def test_further_examples_are_kept_where_they_are_valid() -> None:
    api = Api({"Thing": record(a=schema("integer", examples=("many", 1, 2, "few", 3)))})
    found = api.fields("Thing")["a"]
    assert (found.example, found.more_examples) == (1, (2, 3))
    assert api.codes == ["example-mismatch", "example-mismatch"]


def test_prose_of_a_later_part_counts() -> None:
    both = schema(all_of=(schema("string", description="Any"), schema("string", description="Just this")))
    assert Api({"Thing": record(a=both)}).fields("Thing")["a"].description == "Just this"


def test_an_example_may_be_a_local_time() -> None:
    api = Api({"Thing": record(at=schema("string", format="date-time", examples=("2020-01-01T10:00:00",)))})
    assert api.fields("Thing")["at"].example == "2020-01-01T10:00:00"


def test_examples_of_an_operation() -> None:
    report = Report()
    given = [
        draft.Example(origin=PLACE, value={"a": "one"}, name="wrong"),
        draft.Example(origin=PLACE, value='{"a": 2, "more": []}', name="text", summary="As text"),
    ]
    api = Api({"Thing": record(("a",), a=schema("integer"))})
    shape = api.shape(ref("Thing"))
    maker = Examples(api.builder.finish(), report)
    found = maker.example_of(shape, given)
    assert [(example.name, example.value, example.given) for example in found] == [("text", {"a": 2, "more": []}, True)]
    assert [finding.code for finding in report] == ["example-mismatch"]
    assert maker.example_of(shape, ()) == (model.Example(value={"a": 1}, given=False),)


@pytest.mark.parametrize(
    ("entry", "expected", "code"),
    [
        (schema("integer", default=10), 10, None),
        (schema("integer", default="10"), 10, "default-type"),
        (schema("string", default=0), "0", "default-type"),
        (schema("boolean", default="true"), True, "default-type"),
        (schema("array", items=schema("string"), default="a"), ["a"], "default-type"),
        (schema("integer", default="ten"), MISSING, "default-mismatch"),
        (schema("string", enum=("a", "b"), default="c"), MISSING, "default-mismatch"),
        (schema("string", default=None), MISSING, "default-mismatch"),
        (schema(("string", "null"), default=None), None, None),
        (ref("Size"), 5, None),
        (schema("string", format="time", default="10:00:00Z"), "10:00:00Z", None),
        (schema("string", format="time", default="10:00:00"), MISSING, "default-mismatch"),
        (schema("string", format="date-time", default="2020-01-01T10:00:00"), MISSING, "default-mismatch"),
        (schema(("string", "null"), format="date-time", default="2020-01-01 10:00:00Z"), MISSING, "default-mismatch"),
        (schema("string", format="idn-hostname", default="bücher.Example"), "bücher.Example", None),
        (schema("string", format="idn-hostname", default="Bücher.example"), MISSING, "default-mismatch"),
        (schema("integer", format="int32", default=2**31), MISSING, "default-mismatch"),
        (schema("integer", format="int64", default=2**31), 2**31, None),
    ],
)
def test_defaults(entry: draft.Schema | draft.Reference, expected: object, code: str | None) -> None:
    api = Api({"Size": schema("integer", default=5), "Thing": record(field=entry)})
    assert api.fields("Thing")["field"].default == expected
    assert api.codes == ([] if code is None else [code])


@pytest.mark.parametrize(
    "pattern", ["^(a+)+$", "(x+x+)+y", "(a|a)*b", "^(a|aa|aaa)+$", "(.*)*=", ".*.*.*.*.*.*=", "(a*)*b", "(?:(?:a+)+)+c"]
)
def test_no_pattern_hangs(pattern: str) -> None:
    start = time.monotonic()
    for length in (10, 14, 18, 24, 100, 10_000):
        patterns.matches(pattern, "a" * length + "!")
    assert time.monotonic() - start < 3
    assert examples.text(model.Text(pattern=pattern))


@pytest.mark.parametrize(
    "pattern", ["(", "[", "a{9}{9}{9}{9}", r"[\p{Print}&&[^|:/]]+", r"(?<name>a)\k<name>", "*", "\\", "a{2,1}"]
)
def test_strange_patterns_do_no_harm(pattern: str) -> None:
    assert isinstance(examples.text(model.Text(pattern=pattern)), str)


@pytest.mark.parametrize(
    ("entry", "holds"),
    [
        (schema("string", pattern="^[a-z]*$\\{2,64\\}$"), False),
        (schema("string", pattern="^a$b$"), False),
        (schema("string", pattern=".*/^\\d{12}$/.*"), False),
        (schema("string", pattern="^[a-z]$", min_length=32, max_length=32), False),
        (schema("string", pattern="[0-9a-f]{36}", max_length=32), False),
        (schema("string", pattern="/^[a-z]$/i"), False),
        (schema("string", pattern="^se(-[a-z0-9]+)+$", format="date-time"), False),
        (schema("string", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$", format="date-time"), True),
        (schema("string", pattern="(^a|b)c"), True),
        (schema("string", pattern="^(a$|b)$"), True),
        (schema("string", pattern="[a-z]", min_length=32), True),
        (schema("string", pattern="x?^a{0}"), True),
        (schema("string", pattern="^[a-z]{2}$", min_length=2, max_length=2), True),
    ],
)
def test_a_pattern_that_nothing_can_match_is_shown_and_not_asked_for(entry: draft.Schema, holds: bool) -> None:
    api = Api({"Thing": record(field=entry)})
    shape = api.fields("Thing")["field"].shape
    assert isinstance(shape, model.Text)
    assert (shape.pattern, shape.pattern_holds) == (entry.pattern, holds)
    assert api.codes == ([] if holds else ["pattern-impossible"])
    made = examples.text(shape)
    assert Examples({}).fits(made, shape)


def test_patterns_of_any_depth_are_looked_at_soon() -> None:
    start = time.monotonic()
    patterns.is_impossible("(" * 38 + "^a" + "){2}" * 38, 3, 5)
    assert time.monotonic() - start < 1


def test_scalars_inside_an_example_are_read_as_what_stands_there() -> None:
    fields = (
        model.Field(name="code", shape=model.Text(min_length=1), required=True),
        model.Field(name="sizes", shape=model.Array(items=model.Number(integer=True)), required=True),
    )
    name = model.TypeId("Place")
    made = Examples({name: model.Object(id=name, fields=fields)})
    shape = model.Array(items=model.Named(id=name))
    assert made.read([{"code": 78652, "sizes": ["1", 2], "more": 3}], shape) == [
        {"code": "78652", "sizes": [1, 2], "more": 3}
    ]
    assert made.read([{"code": 78652, "sizes": ["x"]}], shape) is MISSING
