"""The Markdown encoders: any text at all comes out as that text, in CommonMark and in Python-Markdown."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.encoders import markdown as encoder

markdown = pytest.importorskip("markdown")
markdown_it = pytest.importorskip("markdown_it")

SIGNS = st.sampled_from(
    [*"<>&|`*_[](){}#!~$\\\"'=+-.:;/1a \n\t", "</td>", "<b>", "&amp;", "&#60;", "```", "](x)", "http://a.example"]
)
TEXTS = st.lists(SIGNS | st.characters(), max_size=25).map("".join)
COMMON = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])


def rendered(source: str) -> tuple[str, str]:
    python = markdown.markdown(source, extensions=["tables", "fenced_code", "toc"])
    return python, COMMON.render(source)


def words(shown: str) -> str:
    """The text of a page, tags aside; spaces and signs that are not shown do not count."""
    plain = html.unescape(re.sub(r"<[^<>]*>", "", shown))
    return "".join(
        sign for sign in plain if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_text_is_shown_as_it_is(value: str) -> None:
    for shown in rendered(f"x {encoder.text(value)} y"):
        assert set(re.findall(r"<(\w+)", shown)) <= {"p"}
        assert words(shown) == words("x" + html.escape(value) + "y")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_code_is_shown_as_it_is(value: str) -> None:
    for shown in rendered(f"x {encoder.code(value)} y"):
        assert set(re.findall(r"<(\w+)", shown)) <= {"p", "code"}
        assert words(shown) == words("x" + html.escape(value) + "y")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_nothing_leaves_its_cell(value: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {encoder.cell(value)} | {encoder.code(value)} |"
    for shown in rendered(table):
        assert shown.count("<td") == 2
        assert set(re.findall(r"<(\w+)", shown)) <= {"table", "thead", "tbody", "tr", "th", "td", "code", "strong", "a"}


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_fence_holds_what_it_is_given(value: str) -> None:
    for shown in rendered(f"x\n\n{encoder.fence(value, 'json')}\n\ny"):
        assert set(re.findall(r"<(\w+)", shown)) <= {"p", "pre", "code"}
        assert shown.count("<pre") == 1


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_prose_brings_no_html(value: str) -> None:
    for shown in rendered(encoder.prose(value)):
        assert set(re.findall(r"<(\w+)", shown)) <= {"p", "ul", "ol", "li", "code", "pre", "strong", "em", "a", "br"}
        assert set(re.findall(r'(?:href|src)="([a-z]*):', shown)) <= {"http", "https", "mailto"}


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("One line.", "One line."),
        ("Two:\n- a\n- b", "Two:\n\n- a\n- b"),
        ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
        ("Use `a|b` or **c**.", "Use <code>a&#124;b</code> or **c**."),
        ("snake_case and _emphasis_", r"snake_case and \_emphasis\_"),
        ("[site](https://a.example) [no](javascript:x)", "[site](<https://a.example>) no"),
        ("```json\n{}\n```", "```json\n{}\n```"),
    ],
)
def test_prose_keeps_what_is_safe(source: str, shown: str) -> None:
    assert encoder.prose(source) == shown
