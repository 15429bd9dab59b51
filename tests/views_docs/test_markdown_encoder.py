"""The Markdown encoders: any text at all comes out as that text, in CommonMark and in Python-Markdown."""

from __future__ import annotations

import html
import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.encoders import markdown as encoder
from generator.encoders import prose

markdown = pytest.importorskip("markdown")
markdown_it = pytest.importorskip("markdown_it")

TAGS = (
    *("<ul>", "</ul>", "<li>", "<p>", "<pre>", "</pre>", "<code>", "</code>", "</b>", "<table>", "<tr>", "<td>"),
    *("</table>", "<a href='javascript:x'>", "<a href=http://a.example>", "</a>", "<!--", "<note>"),
)
LINES = ("\n---|---\n", "\n---\n", "\n# ", "\n> ", "\n- ")
SIGNS = st.sampled_from(
    [
        *"<>&|`*_[](){}#!~$\\\"'=+-.:;/1a \n\t",
        *("</td>", "<b>", "&amp;", "&#60;", "```", "](x)", "http://a.example", *TAGS, *LINES),
    ]
)
TEXTS = st.lists(SIGNS | st.characters(), max_size=25).map("".join)
INLINE = {"code", "strong", "em", "a", "br"}
BLOCKS = {"p", "ul", "ol", "li", "pre", "table", "thead", "tbody", "tr", "th", "td"}
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
        assert set(re.findall(r"<(\w+)", shown)) <= {"table", "thead", "tbody", "tr", "th", "td"} | INLINE


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_fence_holds_what_it_is_given(value: str) -> None:
    for shown in rendered(f"x\n\n{encoder.fence(value, 'json')}\n\ny"):
        assert set(re.findall(r"<(\w+)", shown)) <= {"p", "pre", "code"}
        assert shown.count("<pre") == 1


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_prose_brings_no_html(value: str) -> None:
    for shown in rendered(prose.prose(value)):
        assert set(re.findall(r"<(\w+)", shown)) <= BLOCKS | INLINE
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
        (
            "![logo](https://a.example/x.png) <https://b.example>",
            "[logo](<https://a.example/x.png>) [https://b.example](<https://b.example>)",
        ),
        ("*so* it is 2 * 3 * 4, **Note: **`x` and **`y`**", "*so* it is 2 \\* 3 \\* 4, **Note:** `x` and **`y`**"),
        ("# Errors #\nAs follows:", "**Errors**\n\nAs follows:"),
        ("Errors\n---\nAs follows\n\n---\nEnd", "**Errors**\n\nAs follows\n\nEnd"),
        (
            "Codes:\n| a | b |\n|:--|--|\n| 1 | x\\|y | z |\n| 2 |\nEnd",
            "Codes:\n\n| a | b |\n| --- | --- |\n| 1 | x\\|y |\n| 2 |  |\n\nEnd",
        ),
        ("Note\n> one\n> two\n>= 18", "Note\n\none\ntwo\n&gt;= 18"),
        ("```json\n{}\n```", "```json\n{}\n```"),
    ],
)
def test_prose_keeps_what_is_safe(source: str, shown: str) -> None:
    assert prose.prose(source) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>One.</p> <p>Two.</p>", "One.\n\nTwo."),
        ("One<br/>two &lt;b&gt; &amp; a&nbsp;c", "One\n\ntwo &lt;b&gt; & a c"),
        (
            "<ul> <li> <p> <code>A</code>: one </p> </li> <li>two <ol><li>three</li></ol></li> </ul> End",
            "- `A`: one\n- two\n    1. three\n\nEnd",
        ),
        (
            '<h2>Title</h2>See <a href="https://a.example/x"> the <b>site</b></a>.',
            "**Title**\n\nSee [the site](<https://a.example/x>).",
        ),
        ("<a href='/x'>there</a> and <a>here</a>", "there and here"),
        ("<pre><code>a &lt; b\n  c</code></pre>", "```\na < b\n  c\n```"),
        ("<table><tr><th>a<th>b</tr><tr><td>1<td>2 | 3</table>", "| a | b |\n| --- | --- |\n| 1 | 2 \\| 3 |"),
        ("GET /x/<id>: Bearer <code>, `<p>`<!-- not this -->", "GET /x/&lt;id&gt;: Bearer &lt;code&gt;, `<p>`"),
        ('a <img src="https://x.y/z_1.png" alt="A [big] _one_">', "a [A big \\_one\\_](<https://x.y/z_1.png>)"),
        ("<img src=x onerror=alert(1)>", "image"),
    ],
)
def test_html_that_markdown_can_say_is_kept(source: str, shown: str) -> None:
    assert prose.prose(source) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("One of:\n\n- `a`: x\n  y\n- `b`\n\nEnd\nof it", "One of:<br>- `a`: x y<br>- `b`<br>End of it"),
        ("<p>One of:</p><ul><li>a</li><li>b</li></ul>", "One of:<br>- a<br>- b"),
        ("One\ntwo\n\nthree", "One two three"),
    ],
)
def test_lists_in_cells_keep_their_lines(source: str, shown: str) -> None:
    assert encoder.cell(source) == shown


@pytest.mark.parametrize(
    "piece",
    ["`", "``a", "<", "<!--", "<a ", "<ul><li>", "*", "[", "|-", "# ", "&", "<td>", "<pre><a>", "> ", "> \n", " "],
)
def test_long_prose_takes_time_in_proportion(piece: str) -> None:
    start = time.process_time()
    prose.prose(piece * 20_000)
    encoder.cell("x\n" + piece * 20_000)
    assert time.process_time() - start < 4
