"""Answers are read leniently: nothing that a server may send makes a client fail."""

from __future__ import annotations

import datetime
import json
import warnings
from typing import Annotated, Any, Literal

import pytest


def models() -> Any:
    from pydantic import Field
    from sdk._runtime.model import ApiModel, OneOf

    class Cat(ApiModel):
        kind: str
        lives: int | None = None

    class Dog(ApiModel):
        kind: str
        lives: int | None = None

    class Fish(ApiModel):
        kind: Literal["fish"]
        fins: int | None = None

    class Bird(ApiModel):
        kind: Literal["bird"]
        wings: int | None = None

    class Owner(ApiModel):
        id: int
        state: Literal["new", "old"] | None = None
        created_at: datetime.datetime | None = Field(
            default=None, validation_alias="createdAt", serialization_alias="createdAt"
        )
        pets: list[Annotated[Cat | Dog, OneOf("kind", {"cat": "Cat", "dog": "Dog"})]] | None = None

        wild: Annotated[Fish | Bird, OneOf("kind", {"fish": "Fish", "bird": "Bird"})] | None = None

    return Owner, Cat, Dog


def read(kind: Any, value: object, **options: Any) -> Any:
    from sdk._runtime.reading import read_json

    return read_json(kind, json.dumps(value).encode(), **options)


def test_what_fits_is_typed() -> None:
    owner, _, dog = models()
    value = read(
        owner, {"id": 1, "createdAt": "2026-01-02T03:04:05Z", "pets": [{"kind": "dog", "lives": 1}], "new": [1]}
    )
    assert value.created_at == datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    assert type(value.pets[0]) is dog
    assert value.model_extra == {"new": [1]}


def test_what_does_not_fit_stays_as_it_came() -> None:
    owner, cat, _ = models()
    value = read(
        owner,
        {
            "id": "x1",
            "state": "brand-new",
            "createdAt": "yesterday",
            "pets": [{"kind": "cat", "lives": "nine"}, 5],
            "n": 1,
        },
    )
    assert type(value) is owner
    assert (value.id, value.state, value.created_at) == ("x1", "brand-new", "yesterday")
    assert type(value.pets[0]) is cat and value.pets[0].lives == "nine" and value.pets[1] == 5
    assert value.model_extra == {"n": 1}


def test_a_variant_that_is_not_known_is_no_other() -> None:
    from sdk._runtime.model import ApiModel

    owner, _, _ = models()
    value = read(owner, {"id": 1, "wild": {"kind": "snake", "fins": 0, "skin": {"old": True}}})
    assert type(value.wild) is ApiModel
    assert (value.wild.kind, value.wild.fins, value.wild.skin) == ("snake", 0, {"old": True})
    assert value.model_dump(exclude_unset=True) == {
        "id": 1,
        "wild": {"kind": "snake", "fins": 0, "skin": {"old": True}},
    }
    known = read(owner, {"id": 1, "wild": {"kind": "bird", "wings": "both"}})
    assert type(known.wild).__name__ == "Bird"


def test_what_does_not_fit_is_written_again_without_a_warning() -> None:
    from sdk._runtime.styles import jsonable

    owner, _, _ = models()
    given = {"id": "x1", "state": "brand-new", "createdAt": "yesterday", "wild": {"kind": "snake"}, "n": 1}
    value = read(owner, given)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert value.model_dump(mode="json", exclude_unset=True) == given
        assert json.loads(value.model_dump_json(exclude_unset=True)) == given
        assert jsonable([value]) == [given]


def test_what_is_missing_is_none_and_not_set() -> None:
    owner, _, _ = models()
    value = read(owner, {"state": None, "createdAt": "?"})
    assert value.id is None
    assert value.model_fields_set == {"state", "created_at"}
    assert value.model_dump(exclude_unset=True, by_alias=True, warnings=False) == {"state": None, "createdAt": "?"}


def test_strict_refuses() -> None:
    owner, _, _ = models()
    with pytest.raises(ValueError, match="id"):
        read(owner, {"id": "x1"}, strict=True)


@pytest.mark.parametrize("kind", [list[int], dict[str, int], int | None, tuple[int, str], datetime.date | int])
@pytest.mark.parametrize(
    "value", [None, [], {}, "x", 1.5, [{"a": None}], {"a": ["b"]}, {"_fields_set": 1, "cls": 2, "self": 3}]
)
def test_nothing_fails(kind: Any, value: object) -> None:
    owner, _, _ = models()
    read(kind, value)
    read(owner, value)
    read(owner | None, value)
    read(list[owner], [value])
