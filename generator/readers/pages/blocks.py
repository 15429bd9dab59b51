"""The blocks a documentation page is made of, whatever it was written in.

In: nothing. Out: frozen records, each with its place. The readers of Markdown, HTML and plain text make one stream of
them; nothing after that knows which it was. They know no profile and no API.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from generator.diagnostics import Origin
from generator.records import dataclass

Damage = Literal["", "cells", "glued", "spaced", "line"]
SpanKind = Literal["text", "code", "strong", "link", "mark"]
"""`mark` is a template's tag inside text, such as `{{<required>}}`; its text is the words between the signs."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one kind; `target` is set for a link."""

    kind: SpanKind
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Running text. Lines of the source that a sentence goes on over are joined by a space, hard breaks by a newline.

    Attributes:
        plain: The words alone, without any markup.
        marked: The words with code spans in backticks, as descriptions keep them.
    """

    origin: Origin
    plain: str
    marked: str
    spans: tuple[Span, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """What stands in code spans."""
        return tuple(span.text for span in self.spans if span.kind == "code")

    @property
    def links(self) -> tuple[Span, ...]:
        """The links."""
        return tuple(span for span in self.spans if span.kind == "link")

    @property
    def marks(self) -> tuple[str, ...]:
        """The words of template tags."""
        return tuple(span.text for span in self.spans if span.kind == "mark")


def plain_text(text: str, origin: Origin) -> Text:
    """Text without any markup."""
    return Text(origin, text, text, (Span("text", text),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What stands in a page's front matter, or in the head of an HTML page."""

    origin: Origin
    entries: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 6, and the anchor it can be linked by."""

    origin: Origin
    level: int
    text: Text
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    origin: Origin
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list. `depths` gives the level of nesting of each entry, from 0."""

    origin: Origin
    entries: tuple[Text, ...]
    depths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions:
    """A definition list: terms, each with its definition."""

    origin: Origin
    entries: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        damage: "" for a whole table; `cells` where empty cells were dropped so that the rest moved left; `glued` where
            each row is one text in which the cells follow each other without a separator, `spaced` where that has
            nothing but a space between them, and `line` where all rows are such a text together.
    """

    origin: Origin
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    damage: Damage = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Preformatted text; `language` in lower case, "" where it is not given."""

    origin: Origin
    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A component of the site's own: an MDX element or a block shortcode. `closing` for the end of one."""

    origin: Origin
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: Text | None = None
    closing: bool = False


Block: TypeAlias = Meta | Heading | Paragraph | Items | Definitions | Table | Code | Tag
