"""Answers are read leniently: nothing that a server may send makes a client fail."""

from __future__ import annotations

import datetime
import json
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

    class Owner(ApiModel):
        id: int
        state: Literal["new", "old"] | None = None
        created_at: datetime.datetime | None = Field(
            default=None, validation_alias="createdAt", serialization_alias="createdAt"
        )
        pets: list[Annotated[Cat | Dog, OneOf("kind", {"cat": "Cat", "dog": "Dog"})]] | None = None

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
