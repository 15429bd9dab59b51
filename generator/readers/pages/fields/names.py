"""What a field is called: a cell, a term or a heading -> its name, without marks, asides and signs around it."""

from __future__ import annotations

import re

from generator.readers.pages.blocks import Text
from generator.readers.pages.profile import Profile

ANY = "*"
"""In the place of a name: the values of all fields that have no name of their own."""
NAME = re.compile(r"[^\s`|]{1,120}\Z")
"""What may be one."""
ASIDE = re.compile(r"\s+\([^()]*\)\s*\Z")
_NOTE_MARKS = re.compile(r"(?:\s*(?:\\?\*+|[†‡¹²³]|(?<=\s)\\?\[[0-9]{1,2}\\?\]))+\s*\Z")


def of_cell(cell: Text, profile: Profile) -> tuple[str, bool]:
    """The name, and whether its spelling marks it as optional."""
    words = (cell.codes[0] if len(cell.codes) == 1 and cell.marked.strip().startswith("`") else cell.plain).strip()
    words = ANY if words == ANY else without_note_marks(words)
    for pattern in profile.optional_names:
        if found := pattern.match(words):
            return bare(_NOTE_MARKS.sub("", found["name"])), True
    return bare(words), False


def without_asides(words: str) -> str:
    """Without what stands behind a name in brackets, as in `lid (optional)`, and the marks of footnotes."""
    return ASIDE.sub("", without_note_marks(words)).strip()


def without_note_marks(words: str) -> str:
    """Without the marks at its end that point to a footnote."""
    return _NOTE_MARKS.sub("", words).strip()


def bare(name: str) -> str:
    """Without the colon that some sites put before a path parameter's name, or the braces around it."""
    name = name.strip().lstrip(":")
    return name[1:-1] if len(name) > 2 and name[0] == "{" and name[-1] == "}" else name
