"""Records behave as the dataclasses that they are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from generator import draft
from generator.diagnostics import Origin
from generator.records import dataclass, replaced

HERE = Origin("a.yaml", "/schema")
cup = draft.Schema(origin=HERE, types=("string",), min_length=1)


def test_what_was_not_given_is_the_default_and_takes_no_room() -> None:
    assert (cup.title, cup.properties, cup.min_length, cup.max_length) == ("", {}, 1, None)
    assert vars(cup).keys() == {"origin", "types", "min_length"}


def test_records_are_equal_by_what_they_say() -> None:
    assert cup == draft.Schema(origin=HERE, types=("string",), min_length=1, title="")
    assert cup != draft.Schema(origin=HERE, types=("string",))
    assert copy.copy(cup) == cup == pickle.loads(pickle.dumps(cup))


def test_other_values_make_another_record() -> None:
    lid = replaced(cup, title="Lid", min_length=None)
    assert lid == replace(cup, title="Lid", min_length=None)
    assert cup == draft.Schema(origin=HERE, types=("string",), min_length=1)


def test_frozen_records_are_hashed_by_what_they_say() -> None:
    assert len({Origin("a.yaml", "/schema"), HERE, Origin("a.yaml", "/paths")}) == 2
    with pytest.raises(TypeError):
        hash(_Counter())


def test_type_checkers_keep_frozen_records_as_they_are() -> None:
    """An assignment that mypy lets pass makes the remark beside it one too many, which it reports."""
    place = Origin("a.yaml", "/schema")
    place.document = "b.yaml"  # type: ignore[misc]
    cup = draft.Schema(origin=HERE)
    cup.title = "Lid"  # type: ignore[misc]


@dataclass(slots=True)
class _Counter:
    count: int = 0
