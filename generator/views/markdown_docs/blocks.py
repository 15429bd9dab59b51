"""The blocks that pages are made of.

In: pieces of Markdown. Out: larger ones, and `Example`, which the templates print.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator import model
from generator.encoders import markdown
from generator.encoders.markdown import MarkdownText, link, text
from generator.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A piece of JSON, XML or text; `language` is what its fence says."""

    title: str
    text: str
    language: str


def table(heads: Sequence[str], rows: Iterable[Sequence[MarkdownText]]) -> MarkdownText:
    """A table with these columns; "" where it would have no rows."""
    return markdown.table([_markdown(head) for head in heads], rows)


def sentence(*parts: str) -> MarkdownText:
    """The parts, joined by spaces, with a full stop; those that are not Markdown yet are encoded."""
    return MarkdownText(" ".join(_markdown(part) for part in parts if part) + ".")


def further(docs: model.ExternalDocs | None) -> MarkdownText:
    """A link to a page elsewhere that says more; "" where there is none."""
    return link(docs.description or "More about it", docs.url) if docs else MarkdownText("")


def spaced(*parts: MarkdownText) -> MarkdownText:
    """The parts that say something, joined by spaces."""
    return MarkdownText(" ".join(part for part in parts if part))


def listed(parts: Iterable[MarkdownText], word: str = "") -> MarkdownText:
    """`a, b or c`: each part once, the word before the last; commas only where there is no word."""
    unique = list(dict.fromkeys(parts))
    if not word or len(unique) < 2:
        return MarkdownText(", ".join(unique))
    return MarkdownText(f"{', '.join(unique[:-1])} {text(word)} {unique[-1]}")


def _markdown(part: str) -> MarkdownText:
    return part if isinstance(part, MarkdownText) else text(part)
