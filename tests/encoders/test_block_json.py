"""JSON over several lines is what the standard library prints."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.encoders import block_json

VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=20,
)


@given(VALUES)
def test_it_is_what_json_prints(value: object) -> None:
    assert block_json.document(value) == json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("value", [{}, [], [[]], {"a": {}}, float("inf"), {"a\n": ["\u2028", "\ud800", True, None]}])
def test_so_are_odd_values(value: object) -> None:
    assert block_json.document(value) == json.dumps(value, ensure_ascii=False, indent=2)
