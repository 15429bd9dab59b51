"""Sparse records behave as the frozen dataclasses that they are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from generator import draft
from generator.diagnostics import Origin
from generator.sparse import replaced

HERE = Origin("a.yaml", "/schema")
CUP = draft.Schema(origin=HERE, types=("string",), min_length=1)


def test_what_was_not_given_is_the_default_and_takes_no_room() -> None:
    assert (CUP.title, CUP.properties, CUP.min_length, CUP.max_length) == ("", {}, 1, None)
    assert vars(CUP).keys() == {"origin", "types", "min_length"}


def test_records_are_equal_by_what_they_say() -> None:
    assert CUP == draft.Schema(origin=HERE, types=("string",), min_length=1, title="")
    assert CUP != draft.Schema(origin=HERE, types=("string",))
    assert copy.copy(CUP) == CUP == pickle.loads(pickle.dumps(CUP))


def test_other_values_make_another_record() -> None:
    lid = replaced(CUP, title="Lid", min_length=None)
    assert lid == replace(CUP, title="Lid", min_length=None)
    assert CUP == draft.Schema(origin=HERE, types=("string",), min_length=1)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        CUP.title = "Lid"  # type: ignore[misc]
