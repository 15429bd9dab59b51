"""Any tree is the same to YAML 1.1, to YAML 1.2 and to our own reader."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.encoders import block_yaml
from generator.source import yaml_text

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_TRICKY = st.text(st.sampled_from("a -:#\n\t'\"|>&*!%@`{}[]?,~=01.e\\\r\u2028\x85\ufeff\xa0"), max_size=14)
_WORDS = st.sampled_from(
    ("yes", "No", "on", "OFF", "null", "~", "true", "012", "0x1F", "1_000", "1:20", "2020-01-01", ".inf", "1e3", "")
)
_SCALARS = (
    _TEXT
    | _TRICKY
    | _WORDS
    | st.integers()
    | st.booleans()
    | st.none()
    | st.floats(allow_nan=False, allow_infinity=False)
)
_TREES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT | _TRICKY | _WORDS, inner, max_size=4)
)


@settings(max_examples=400, deadline=None)
@given(_TREES)
@example({"x" * 1200: {"y" * 1030 + ": #": "a\n\nb\n\n"}})
@example([[["a\n b\n"], []], {}, "a\n", "\na", "a\n\n\n", "a\n \nb", " a\nb", "a\u2028b\nc", "\U000e0062"])
def test_any_tree_is_read_back_by_every_parser(tree: object) -> None:
    text = "".join(block_yaml.document(tree))
    assert yaml.load(text, yaml.CSafeLoader) == tree
    assert yaml.safe_load(text) == tree
    found, findings = yaml_text.parse(text, "x.yaml")
    assert found == tree
    assert not findings


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Plain words, with (signs) and 'quotes'", "Plain words, with (signs) and 'quotes'\n"),
        ("/pets/{petId}", "/pets/{petId}\n"),
        ("no", '"no"\n'),
        ("3.1.0", '"3.1.0"\n'),
        ("key: value", '"key: value"\n'),
        ("First\n\n- second\n", "|\n  First\n\n  - second\n"),
        ("\ud800", '"\\ufffd"\n'),
        (1e22, "1.0e+22\n"),
        (float("inf"), "null\n"),
    ],
)
def test_text_stands_as_plainly_as_it_can(value: object, text: str) -> None:
    assert "".join(block_yaml.document(value)) == text
