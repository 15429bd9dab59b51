"""Any text becomes a valid, deterministic Python name."""

from __future__ import annotations

import keyword
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.python.names import Names, class_name, identifier, module_name


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("experienceGroupId", "experience_group_id"),
        ("HTTPServer", "http_server"),
        ("userIDs", "user_ids"),
        ("X-Total-Count", "x_total_count"),
        ("filter[name]", "filter_name"),
        ("sha256", "sha256"),
        ("2fa", "n2fa"),
        ("class", "class_"),
        ("None", "none"),
        ("id", "id"),
        ("type", "type"),
        ("StartTime<", "start_time_lt"),
        ("StartTime>=", "start_time_gte"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("GMT+0", "gmt_plus_0"),
        ("...", "value"),
        ("", "value"),
        ("größe", "größe"),
        ("用户", "用户"),
    ],
)
def test_identifiers(wire: str, name: str) -> None:
    assert identifier(wire) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("experience groups", "ExperienceGroups"),
        ("HTTPError", "HTTPError"),
        ("None", "None_"),
        ("1x", "N1x"),
        ("", "Type"),
        ("用户", "N用户"),
    ],
)
def test_class_names(text: str, name: str) -> None:
    assert class_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("s12o", "s12o"), ("acme_v2", "acme_v2"), ("S12o", "s12_o"), ("class", "class_"), ("a-b", "a_b"), ("con", "con_")],
)
def test_module_names(text: str, name: str) -> None:
    assert module_name(text) == name


@given(st.text())
def test_any_text_gives_valid_names(text: str) -> None:
    for name in (identifier(text), class_name(text), module_name(text)):
        assert name.isidentifier() and not keyword.iskeyword(name)
        assert unicodedata.normalize("NFKC", name) == name
        assert not name.startswith("_")
    assert module_name(text).isascii()
    assert class_name(text)[0] != class_name(text)[0].lower()


@given(st.lists(st.text(), unique=True))
def test_names_in_a_scope_differ(wires: list[str]) -> None:
    names = Names({"self", "value"}).take_all(wires)
    assert list(names) == wires
    assert len(set(names.values())) == len(wires)
    assert not set(names.values()) & {"self", "value"}
    assert names == Names({"self", "value"}).take_all(wires)


def test_a_name_that_needs_no_change_is_never_taken_away() -> None:
    assert Names().take_all(["_links", "links", "a-b", "a_b"]) == {
        "links": "links",
        "a_b": "a_b",
        "_links": "links_2",
        "a-b": "a_b_2",
    }
