"""What a source's backslashes mean in Markdown."""

from __future__ import annotations

import pytest

from generator.encoders import markdown, prose


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("one\\\ntwo", "one\ntwo"),
        ("a\\_b is C:\\Users", r"a_b is C:\\Users"),
        (r"\*set\* \[a\](https://a.b)", r"\*set\* \[a\](https://a.b)"),
        (r"\`a` \<b\>", r"\`a\` &lt;b&gt;"),
        (r"`a\_b` \\`c`", r"`a\_b` \\`c`"),
        ("```\na\\\nb\n```", "```\na\\\nb\n```"),
    ],
)
def test_backslashes_are_read_as_commonmark_has_them(given: str, shown: str) -> None:
    assert prose.prose(given) == shown


def test_a_hard_break_is_a_space_in_a_cell() -> None:
    assert markdown.cell("one\\\ntwo") == "one two"
