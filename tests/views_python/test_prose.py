"""Docstrings from the API's words."""

from __future__ import annotations

import pytest

from generator.views.python.prose import paragraphs


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param(f"{'word ' * 14}word\nand on.", f"{'word ' * 14}word and on.", id="wrapped"),
        pytest.param(f"{'long' * 30}\n{'long' * 30}", f"{'long' * 30} {'long' * 30}", id="one word a line"),
        pytest.param("200: fine\n400: not", "200: fine\n400: not", id="broken on purpose"),
        pytest.param(f"{'word ' * 14}:\n- one\n- two", f"{'word ' * 14}:\n- one\n- two", id="a list"),
        pytest.param(f"{'word ' * 14}  \nnext", f"{'word ' * 14}  \nnext", id="a hard break"),
        pytest.param(f"{'word ' * 14}\\\nnext\\_one `a\\_b`", f"{'word ' * 14}\nnext_one `a\\_b`", id="backslashes"),
        pytest.param(f"```\n{'word ' * 14}\nx = 1\n```", f"```\n{'word ' * 14}\nx = 1\n```", id="code"),
        pytest.param(f"# {'word ' * 14}\nnext", f"# {'word ' * 14}\nnext", id="a heading"),
    ],
)
def test_lines_are_joined_that_were_broken_for_want_of_room(given: str, said: str) -> None:
    assert paragraphs(given) == said


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (
            "<p>Rooms of an inn.</p><ul><li>One</li><li>Two <code>x</code></li></ul>",
            "Rooms of an inn.\n\n- One\n- Two `x`",
        ),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "| a | b |\n| --- | --- |\n| 1 | 2 |",
        ),
        ("Here &amp; there, `a<b>` too", "Here & there, `a<b>` too"),
        ("List<String> of <name>", "List<String> of <name>"),
        ("<img src=x>", "image"),
    ],
)
def test_html_is_markdown_and_nothing_of_it_vanishes(given: str, shown: str) -> None:
    assert paragraphs(given) == shown
