"""Parameters in all styles of OpenAPI 3.1, by the specification's own table of examples and beyond it."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("simple", False, "blue", "blue"),
        ("simple", False, COLORS, "blue,black,brown"),
        ("simple", False, RGB, "R,100,G,200,B,150"),
        ("simple", True, RGB, "R=100,G=200,B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, COLORS, ".blue,black,brown"),
        ("label", True, COLORS, ".blue.black.brown"),
        ("label", True, RGB, ".R=100.G=200.B=150"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, COLORS, ";color=blue,black,brown"),
        ("matrix", True, COLORS, ";color=blue;color=black;color=brown"),
        ("matrix", False, RGB, ";color=R,100,G,200,B,150"),
        ("matrix", True, RGB, ";R=100;G=200;B=150"),
        ("json", False, {"a": [1]}, "%7B%22a%22%3A%5B1%5D%7D"),
    ],
)
def test_path_styles(style: Any, explode: bool, value: object, expected: str) -> None:
    from sdk._runtime.styles import Styled, path_segment

    assert path_segment("color", Styled(value, style, explode=explode)) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", True, "blue", "color=blue"),
        ("form", False, COLORS, "color=blue,black,brown"),
        ("form", True, COLORS, "color=blue&color=black&color=brown"),
        ("form", False, RGB, "color=R,100,G,200,B,150"),
        ("form", True, RGB, "R=100&G=200&B=150"),
        ("spaceDelimited", False, COLORS, "color=blue%20black%20brown"),
        ("pipeDelimited", False, COLORS, "color=blue%7Cblack%7Cbrown"),
        ("deepObject", True, RGB, "color[R]=100&color[G]=200&color[B]=150"),
        ("deepObject", True, {"a": {"b": [1, 2]}, "c": [{"d": 1}]}, "color[a][b][]=1&color[a][b][]=2&color[c][0][d]=1"),
        ("json", False, {"a": "é"}, "color=%7B%22a%22%3A%22%C3%A9%22%7D"),
    ],
)
def test_query_styles(style: Any, explode: bool, value: object, expected: str) -> None:
    from sdk._runtime.styles import Styled, query_pairs

    assert "&".join(query_pairs("color", Styled(value, style, explode=explode))) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (None, ""),
        (3, "3"),
        (0.5, "0.5"),
        (2.0, "2"),
        ("a b&c=d/é", "a%20b%26c%3Dd%2F%C3%A9"),
        (datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC), "2026-01-02T03%3A04%3A05Z"),
        (datetime.date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_values(value: object, expected: str) -> None:
    from sdk._runtime.styles import query_pairs

    assert list(query_pairs("q", value)) == [f"q={expected}"]


def test_reserved_signs_stay_where_the_api_says_so() -> None:
    from sdk._runtime.styles import Styled, query_pairs

    assert list(query_pairs("q", Styled("a/b?c", "form", reserved=True))) == ["q=a/b?c"]


@pytest.mark.parametrize(("value", "told"), [("", "empty"), (".", "'.'"), ("..", "'..'")])
def test_a_path_cannot_be_led_elsewhere(value: str, told: str) -> None:
    from sdk._runtime.styles import path_segment

    with pytest.raises(ValueError, match=f"must not be {re.escape(told)}: it is part of the URL's path"):
        path_segment("id", value)


@pytest.mark.parametrize(
    ("value", "expected"), [("a/b", "a%2Fb"), ("%2e%2e", "%252e%252e"), ("é ?#", "%C3%A9%20%3F%23")]
)
def test_path_values_are_encoded(value: str, expected: str) -> None:
    from sdk._runtime.styles import path_segment

    assert path_segment("id", value) == expected


def test_headers() -> None:
    from sdk._runtime.styles import Styled, header_value

    assert header_value(COLORS) == "blue,black,brown"
    assert header_value(Styled(RGB, "simple", explode=True)) == "R=100,G=200,B=150"


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", True, "a b;c", "color=a%20b%3Bc"),
        ("form", True, ["blue", "black"], "color=blue; color=black"),
        ("cookie", True, "a%20b=c", "color=a%20b=c"),
        ("cookie", True, ["blue", "black"], "color=blue; color=black"),
        ("cookie", False, ["blue", "black"], "color=blue,black"),
        ("cookie", True, RGB, "R=100; G=200; B=150"),
        ("cookie", False, RGB, "color=R,100,G,200,B,150"),
    ],
)
def test_cookie_styles(style: Any, explode: bool, value: object, expected: str) -> None:
    from sdk._runtime.styles import Styled, cookie_pairs

    assert "; ".join(cookie_pairs("color", Styled(value, style, explode=explode))) == expected


@pytest.mark.parametrize("value", ["x; admin=1", {"a=b": "c"}, ["a", "b;c"]])
def test_a_cookie_as_it_stands_is_one_cookie(value: object) -> None:
    from sdk._runtime.styles import Styled, cookie_pairs

    with pytest.raises(ValueError, match="semicolon"):
        list(cookie_pairs("color", Styled(value, "cookie", explode=True)))


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("form", {"a": ["x y", "&"], "b": None, "c": {"d": 1}}, "a=x%20y&a=%26&c=%7B%22d%22%3A1%7D"),
        ("json", {"a": 1}, "%7B%22a%22%3A1%7D"),
        ("form", "$.a[?@.b==1]", "%24.a%5B%3F%40.b%3D%3D1%5D"),
    ],
)
def test_whole_query_strings(style: Any, value: object, expected: str) -> None:
    from sdk._runtime.styles import Styled, query_string

    assert "&".join(query_string(Styled(value, style))) == expected
