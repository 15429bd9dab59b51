"""Messages about values that do not fit say where, and what was wanted."""

from __future__ import annotations

import pytest

from generator import model
from generator.model import Shape, TypeId
from generator.resolve.examples import fitting, misfits
from generator.source import Json

SIZE = TypeId("api.yaml#/components/schemas/Size")
LABEL = TypeId("api.yaml#/components/schemas/Label")
WHOLE = model.Number(integer=True, minimum=1, maximum=9)
COLOUR = model.Enum(values=(model.EnumValue(value="red"), model.EnumValue(value="blue")))
TYPES: dict[TypeId, model.Type] = {
    SIZE: model.Object(
        id=SIZE,
        fields=(
            model.Field(name="width", shape=WHOLE, required=True),
            model.Field(name="label", shape=model.Named(id=LABEL)),
            model.Field(name="outer", shape=model.Union(variants=(model.Named(id=SIZE), model.Null()))),
        ),
        additional=model.Boolean(),
    ),
    LABEL: model.Alias(id=LABEL, shape=model.Text(max_length=3)),
}


@pytest.mark.parametrize(
    ("value", "shape", "said"),
    [
        ("ten", WHOLE, 'it is "ten", not an integer of 1 to 9'),
        (10, WHOLE, "it is 10, not an integer of 1 to 9"),
        (7, model.Number(integer=True, multiple_of=2), "it is 7, not an integer, a multiple of 2"),
        (0, model.Number(exclusive_minimum=0), "it is 0, not a number of at least 0"),
        ("green", COLOUR, 'it is "green", not one of "red", "blue"'),
        ("soon", model.Text(format="date-time"), 'it is "soon", not a text of format date-time'),
        ("x" * 99, model.Text(pattern="^a$"), f'it is "{"x" * 38}…, not a text that matches ^a$'),
        (None, model.Boolean(), "it is null, not a boolean"),
        ({"width": 0}, model.Named(id=SIZE), "`width` is 0, not an integer of 1 to 9"),
        ({}, model.Named(id=SIZE), "`width` is missing"),
        ({"width": 1, "label": "long"}, model.Named(id=SIZE), '`label` is "long", not a text of length at most 3'),
        ({"width": 1, "x": 3}, model.Named(id=SIZE), "`x` is 3, not a boolean"),
        ({"width": 1, "outer": {"width": 2, "outer": {}}}, model.Named(id=SIZE), "`outer.outer.width` is missing"),
        ([1, 2], model.Named(id=SIZE), "it is [1, 2], not a Size"),
        ([1, [2]], model.Array(items=model.Array(items=WHOLE)), "`[0]` is 1, not a list"),
        ([[1], [0]], model.Array(items=model.Array(items=WHOLE)), "`[1][0]` is 0, not an integer of 1 to 9"),
        ([1], model.Array(items=WHOLE, min_items=2), "it has 1 entries, not at least 2"),
        ([1, 1], model.Array(items=WHOLE, unique=True), "it has 2 entries, some twice"),
        ([0], model.Tuple(items=(WHOLE,)), "it is [0], not a list whose first 1 entries are as described"),
        ({"a": "b"}, model.Map(values=WHOLE), '`a` is "b", not an integer of 1 to 9'),
        ({}, model.Map(values=WHOLE, min_properties=1), "it has 0 properties, not at least 1"),
        ("x", model.Union(variants=(WHOLE, model.Boolean())), 'it is "x", not any of its variants'),
        (1, model.Never(), "it is 1, not a value at all"),
    ],
)
def test_it_is_said_where_and_what(value: Json, shape: Shape, said: str) -> None:
    assert not fitting.fits(TYPES, value, shape)
    assert misfits.why(TYPES, value, shape) == said


def test_nothing_is_said_of_what_fits() -> None:
    assert misfits.why(TYPES, {"width": 1, "label": "abc", "x": True}, model.Named(id=SIZE)) == ""
