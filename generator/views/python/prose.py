"""Docstrings from the API's words.

In: descriptions as the sources give them (CommonMark, sometimes HTML). Out: plain text for a docstring, still to be
encoded (`| pydoc`).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import TypedDict

from generator import model
from generator.encoders.hypertext import to_markdown
from generator.encoders.python import LINE


class _Wrap(TypedDict):
    break_long_words: bool
    break_on_hyphens: bool


_WRAP: _Wrap = {"break_long_words": False, "break_on_hyphens": False}


def api_title(api: model.Api) -> str:
    """What the API is called in a sentence: `the Losant API`."""
    title = (api.title or api.name).strip()
    return title if title.lower().endswith("api") else f"{title} API"


def paragraphs(*parts: str, deprecated: bool = False) -> str:
    """The parts as paragraphs; those that say nothing, or the same again, are left out."""
    kept: list[str] = []
    for part in filter(None, ("Deprecated." if deprecated else "", *parts)):
        text = _plain(part)
        if text and not any(text.rstrip(".").casefold() == other.rstrip(".").casefold() for other in kept):
            kept.append(text)
    return "\n\n".join(kept)


def first_sentence(text: str) -> str:
    """The first sentence of a description, on one line."""
    line = " ".join(_plain(text).split("\n\n", 1)[0].split())
    match = re.match(r"(.+?[.!?])(?=\s+[A-Z(`])", line)
    return match[1] if match else line


def sentence(text: str) -> str:
    """The text with a full stop at its end, if it has no other sign there."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", ":", "`")) else f"{text}."


def section(title: str, entries: Iterable[tuple[str, str]], indent: int = 8) -> str:
    """A section of a docstring in Google's style: `Args:` and an indented entry for each name that has something said
    of it; "" where there is none.

    Args:
        indent: The columns at which the docstring stands.
    """
    lines = [line for name, text in entries if text.strip() for line in _entry(name, _plain(text), LINE - indent)]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _entry(name: str, text: str, width: int) -> Iterator[str]:
    """`name: text`, what follows the first line indented further."""
    hang = "        " if name else "    "
    first, *rest = text.split("\n")
    lead = f"    {name}: " if name else "    "
    yield from textwrap.wrap(first, width, initial_indent=lead, subsequent_indent=hang, **_WRAP)
    for line in rest:
        deeper = hang + line[: len(line) - len(line.lstrip())][:12]
        yield from textwrap.wrap(line.strip(), width, initial_indent=deeper, subsequent_indent=deeper, **_WRAP) or [""]


def _plain(text: str) -> str:
    """The text as Markdown alone, without the spaces that surround it, its paragraphs not yet wrapped."""
    text = to_markdown(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    text = re.sub(r"\n\s*\n+", "\n\n", _unwrapped(text)) if "\n" in text else text
    return _ESCAPED.sub(lambda found: found[1] or found[2], text) if "\\" in text else text


_ESCAPED = re.compile(r"(```.*?```|`[^`\n]*`)|\\([_*\[\]<>#`~|])", re.DOTALL)
"""A sign that a backslash keeps from being markup (CommonMark §2.4); in code, a backslash is one."""


_BLOCK = re.compile(r"\s*(?:[-*+>|#]|\d+[.)]\s|```|~~~|$)| {4}|\t")
"""The beginning of a line that is not the rest of the line before (CommonMark 0.31, sections 4 and 5)."""

_SHORTEST_WRAPPED = 60


def _unwrapped(text: str) -> str:
    """The text with those lines joined that their author broke for want of room; others keep their breaks."""
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        fence = line.lstrip().startswith(("```", "~~~"))
        if lines and not (fenced or fence) and _goes_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            if lines and not (fenced or fence):
                lines[-1] = _HARD_BREAK.sub("", lines[-1])
            lines.append(line)
        fenced ^= fence
    return "\n".join(lines)


_HARD_BREAK = re.compile(r"(?<!\\)\\\Z")
"""A backslash that ends a line stands for a line break (CommonMark §6.7)."""


def _goes_on(before: str, line: str) -> bool:
    """Whether the line before had no room for the first word of this one, and could be broken there."""
    full = len(before) + len(line.split(" ", 1)[0]) >= _SHORTEST_WRAPPED
    return full and not (before.endswith(("  ", "\\")) or before.lstrip().startswith(("#", "|")) or _BLOCK.match(line))
