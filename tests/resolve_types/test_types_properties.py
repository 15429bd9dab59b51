"""Whatever the schemas are: types come of them, whole and the same each time."""

from __future__ import annotations

import time
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import draft, model
from generator.resolve import shapes, words
from generator.resolve.examples import Examples
from generator.source import MISSING
from tests.resolve_types.types_by_hand import Api, record, ref, schema, tells

NAMES = ("A", "a", "B_c", "BC", "§")
SCALARS = st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["", "a", "10", "A"]) | st.floats(-2, 2)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
)
TYPES = st.sampled_from(["string", "integer", "number", "boolean", "array", "object", "null", "strange"])
BOUNDS = st.none() | st.integers(-3, 5)


def _schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[draft.Schema]:
    several = st.lists(inner, max_size=3).map(tuple)
    optional = st.none() | inner
    keywords: dict[str, st.SearchStrategy[Any]] = {
        "never": st.just(False),
        "format": st.sampled_from(["", "date", "int32", "binary"]),
        "enum": st.none() | st.lists(VALUES, max_size=3).map(tuple),
        "const": st.just(MISSING) | VALUES,
        "default": st.just(MISSING) | VALUES,
        "examples": st.lists(VALUES, max_size=1).map(tuple),
        "read_only": st.booleans(),
        "write_only": st.booleans(),
        "properties": st.dictionaries(st.sampled_from(["kind", "a", "b c", "-"]), inner, max_size=3),
        "required": st.lists(st.sampled_from(["kind", "a", "z"]), max_size=2).map(tuple),
        "additional_properties": optional,
        "items": optional,
        "prefix_items": several,
        "all_of": several,
        "any_of": several,
        "one_of": several,
        "discriminator": st.none() | st.just(tells("kind", x="A", y="BC")),
        "pattern": st.sampled_from(["", "^a+$", "(", "^[0-9]{3}$"]),
        "minimum": BOUNDS,
        "maximum": BOUNDS,
        "multiple_of": BOUNDS,
        "min_length": BOUNDS,
        "max_length": BOUNDS,
        "min_items": BOUNDS,
        "max_items": BOUNDS,
        "unique_items": st.booleans(),
        "not_carried": st.sampled_from([(), ("not",)]),
    }
    chosen = st.fixed_dictionaries({"types": st.lists(TYPES, max_size=2).map(tuple)}, optional=keywords)
    return chosen.map(lambda found: schema(**found))


SCHEMAS = st.recursive(
    st.sampled_from([ref(name) for name in (*NAMES, "Lost")])
    | st.sampled_from([schema("string"), schema(never=True), schema()]),
    _schemas,
    max_leaves=8,
)
APIS = st.dictionaries(st.sampled_from(NAMES), SCHEMAS, max_size=len(NAMES))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(APIS, SCHEMAS, st.booleans())
def test_types_are_whole(named: dict[str, draft.Schema | draft.Reference], asked: draft.Schema, request: bool) -> None:
    api = Api(named)
    shape = api.shape(asked, request=request)
    types = api.builder.finish()
    assert list(types) == sorted(types)
    assert len({name.casefold() for name in types}) == len(types)
    examples = Examples(types)
    for name, entry in types.items():
        assert entry.id == name
        assert name.isidentifier()
        for part in shapes.shapes_of(entry):
            _check(part, types)
        if isinstance(entry, model.Object):
            assert all(field.default is MISSING or examples.fits(field.default, field.shape) for field in entry.fields)
    _check(shape, types)
    examples.make(shape)
    again = Api(named)
    assert repr(again.shape(asked, request=request)) == repr(shape)
    assert repr(again.builder.finish()) == repr(types)
    assert list(again.report) == list(api.report)


def test_schemas_that_unfold_without_end_are_cut_off() -> None:
    start = time.monotonic()
    names = ("x", "y", "z")
    more = {name: schema(all_of=(ref("A"), record(**{f"in_{name}": schema("string")}))) for name in names}
    self_made = Api({"A": record(**more), "B": schema(all_of=(ref("A"), record(**more)))})
    assert "too-deep" in self_made.codes
    beside = {
        f"{letter}{level}": schema(
            "object",
            properties={f"{letter}{level}": schema("string")},
            one_of=(ref(f"U{level + 1}"), ref(f"V{level + 1}")),
        )
        for level in range(30)
        for letter in "UV"
    }
    doubling = Api({**beside, "U30": schema("string"), "V30": schema("integer")})
    assert len(doubling.types) < 1000
    assert time.monotonic() - start < 5


def _check(shape: model.Shape, types: Any) -> None:
    """Names lead to types, and unions are as the model promises."""
    for inner in shapes.inner(shape):
        _check(inner, types)
    match shape:
        case model.Named(id=name):
            assert name in types
        case model.Enum(values=values):
            assert values and all(isinstance(entry.value, str | int | float) for entry in values)
        case model.Union(variants=variants, discriminator=discriminator):
            assert len(variants) > 1
            assert not any(isinstance(variant, model.Union | model.Never) for variant in variants)
            assert not any(isinstance(variant, model.Null) for variant in variants[:-1])
            assert len({repr(variant) for variant in variants}) == len(variants)
            if discriminator is not None:
                assert {model.Named(id=name) for name in discriminator.mapping.values()} <= set(variants)
        case _:
            pass


@given(st.text())
def test_any_text_has_words_and_a_name(text: str) -> None:
    found = words.split(text)
    assert all(word and ("a" + word).isidentifier() for word in found)
    assert words.identifier(text, prefix="Type").isidentifier()
    assert words.snake(found) == words.snake(words.split(words.snake(found))) or not text.isascii()
