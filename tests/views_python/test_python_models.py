"""Named types as classes and aliases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import model
from generator.source import Json
from generator.views.python.models import ClassView, models_view
from generator.views.python.surface import surface
from tests.views_python import awkward_api as sample


def made(*members: model.Field, title: str = "") -> ClassView:
    entry = replace(sample.object_type("SystemMessage", *members), title=title)
    return models_view(sample.api([entry])).classes[0]


@pytest.mark.parametrize(
    ("shape", "default", "required", "expected"),
    [
        (sample.enum("system"), "system", False, ("TaggedModel", 'Literal["system"]', '"system"')),
        (sample.enum("system"), "system", True, ("ApiModel", 'Literal["system"]', "None")),
        (sample.enum("system"), "user", False, ("ApiModel", 'Literal["system"] | None', "None")),
        (sample.enum("a", "b"), "a", False, ("ApiModel", 'Literal["a", "b"] | None', "None")),
        (model.Text(), "a", False, ("ApiModel", "str | None", "None")),
    ],
)
def test_a_property_of_one_value_has_it_where_it_is_the_default(
    shape: model.Shape, default: Json, required: bool, expected: tuple[str, str, str]
) -> None:
    view = made(model.Field(name="role", shape=shape, required=required, default=default))
    field = view.fields[0]
    assert (str(view.base), str(field.annotation), str(field.value)) == expected


@pytest.mark.parametrize(
    ("title", "doc"), [("system_message", ""), ("System Message", ""), ("What the system says", "What the system says")]
)
def test_a_title_that_is_the_name_again_says_nothing(title: str, doc: str) -> None:
    assert made(title=title).doc == doc


@pytest.mark.parametrize(
    ("description", "default", "required", "doc"),
    [
        ("How many", 5, False, "How many. The API's default is 5."),
        ("", "cm", False, 'The API\'s default is "cm".'),
        ("One.\n\nTwo", False, False, "One.\n\nTwo\n\nThe API's default is False."),
        ("How many, 5 by default", 5, False, "How many, 5 by default"),
        ("How many", 5, True, "How many"),
        ("How many", None, False, "How many"),
        ("How many", [], False, "How many"),
        ("How many", "x" * 80, False, "How many"),
    ],
)
def test_a_field_tells_what_the_api_assumes_without_it(
    description: str, default: Json, required: bool, doc: str
) -> None:
    field = model.Field(name="a", shape=model.Anything(), required=required, description=description, default=default)
    assert made(field).fields[0].doc == doc


def test_a_resource_that_is_called_like_the_client_is_a_resource() -> None:
    api = sample.api([], [sample.operation("chat", "list", "GET", "/chats")], name="chat")
    assert [resource.class_name for resource in surface(api, "chat").resources] == ["ChatResource"]
