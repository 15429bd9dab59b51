"""Shapes as annotations, values as expressions."""

from __future__ import annotations

import pytest

from generator import model
from generator.source import Json
from generator.views.python.imports import import_block
from generator.views.python.types import Types, constraints
from generator.views.python.values import Values
from tests.views_python import awkward_api as sample


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (model.Text(), "str"),
        (model.Text(format="date-time"), "datetime.datetime"),
        (model.Text(format="uuid"), "str"),
        (model.Number(), "float"),
        (model.Binary(), "bytes"),
        (model.Anything(), "Any"),
        (model.Null(), "None"),
        (sample.enum("a", 1, True), 'Literal["a", 1, True]'),
        (sample.enum("a", 0.5), 'Literal["a"] | float'),
        (sample.enum(), "Any"),
        (model.Array(items=sample.named("Group")), "list[models.Group]"),
        (model.Map(values=model.Anything()), "dict[str, Any]"),
        (model.Tuple(items=(model.Text(), model.Boolean()), min_items=2), "tuple[str, bool]"),
        (model.Tuple(items=(model.Text(),), rest=model.Boolean()), "list[str | bool]"),
        (model.Union(variants=(model.Text(), model.Null())), "str | None"),
        (model.Union(variants=(model.Text(), model.Anything())), "Any"),
        (model.Union(variants=(sample.enum("a"), sample.enum("a"), model.Null())), 'Literal["a"] | None'),
        (sample.named("Literal"), "models.Literal_"),
    ],
)
def test_annotations(shape: model.Shape, expected: str) -> None:
    assert str(Types(sample.DEMO).annotation(shape)) == expected


def test_optional_says_none_once() -> None:
    types = Types(sample.DEMO)
    assert str(types.optional(model.Union(variants=(model.Text(), model.Null())))) == "str | None"
    assert str(types.optional(model.Anything())) == "Any"


def test_a_method_named_list_does_not_hide_the_type() -> None:
    code = Types(sample.DEMO).hiding({"list"}).annotation(model.Array(items=model.Array(items=model.Text())))
    assert str(code) == "builtins.list[builtins.list[str]]"
    assert import_block(code) == "import builtins"


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("^[a-z0-9_-]{1,20}$", True),
        (r"^\d{4}-\d{2}$", True),
        (r"^[^/]+\.json$", True),
        (r"(?!x)", False),
        (r"(a)\1", False),
        (r"[\p{Print}&&[^|:/]]+", False),
        ("^{id}$", False),
        ("a++", False),
        ("[a-", False),
        ("x" * 600, False),
    ],
)
def test_patterns_only_where_engines_agree(pattern: str, kept: bool) -> None:
    assert ("pattern" in constraints(model.Text(pattern=pattern))) is kept


def test_bounds() -> None:
    code = Types(sample.DEMO, constraints=True).annotation(
        model.Array(items=model.Number(integer=True, minimum=1, maximum=1e30), max_items=3)
    )
    assert str(code) == "Annotated[list[Annotated[int, Field(ge=1)]], Field(max_length=3)]"


@pytest.mark.parametrize(
    ("value", "shape", "expected"),
    [
        ("2026-01-02", model.Text(format="date"), 'datetime.date.fromisoformat("2026-01-02")'),
        ("soon", model.Text(format="date"), 'cast("datetime.date", "soon")'),
        ("é", model.Binary(), 'b"\\xc3\\xa9"'),
        ({"message": "x"}, sample.named("Error"), 'models.Error(message="x")'),
        ({"message": "x", "y": 1}, sample.named("Error"), 'models.Error.model_validate({"message": "x", "y": 1})'),
        ({}, sample.named("Error"), "models.Error.model_construct()"),
        ([{"petType": "dog"}], sample.named("Pets"), '[models.Dog(pet_type="dog")]'),
        (["a", 1], model.Tuple(items=(model.Text(), sample.INTEGER), min_items=2), '("a", 1)'),
        (None, model.Text(), 'cast("str", None)'),
        ({"a": {"b": []}}, sample.named("Json"), '{"a": {"b": []}}'),
    ],
)
def test_values(value: Json, shape: model.Shape, expected: str) -> None:
    assert str(Values(sample.DEMO, Types(sample.DEMO)).expression(value, shape)) == expected
