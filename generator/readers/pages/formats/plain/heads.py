"""The head of a table that lost its signs -> the titles of its columns.

In: a line of text, or several. Out: the titles that it is made of, and what stands behind them. A title is what the
site's profile knows as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.readers.pages import fields
from generator.readers.pages.profile import Profile

_SEAM = re.compile(r"[a-z?][A-Z]")
_FIRST = ("name", "status", "event")
"""What the first column of a table of facts is about."""
_TITLE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}\Z")
_WITHOUT_SENTENCES = (["type"], ["value"], ["type", "required"], ["required", "type"], ["place", "required", "type"])
"""What the columns behind the first are about where none has sentences."""
_LONGEST_HEAD = 120
_MOST_WORDS = 4
LONGEST_TITLE = 30
_STATUS = re.compile(r"[1-5][0-9X]{2}\Z")
_NAME = re.compile(r"[\w$`][^\s|,;]*[\w\]*?`]\Z|\w\Z")
_NO_WORD = re.compile(r"[A-Z0-9]*[a-z0-9]*[A-Z0-9_.\[-][\w.\[\]-]*\Z")
"""A word that no sentence has: with a digit, an underscore or a capital letter inside it."""


def is_column(words: str, profile: Profile) -> bool:
    """Whether the profile knows these words as the title of a column."""
    return fields.role(words, profile) is not None


def glued(line: str, profile: Profile) -> list[str]:
    """The titles that a line is made of, without anything between them; [] where it is not."""
    if len(line) > _LONGEST_HEAD or not line[:1].isupper() or not _SEAM.search(line):
        return []
    best: dict[int, list[str]] = {0: []}
    for end in range(1, len(line) + 1):
        for start in sorted(best):
            if start < end and line[start].isupper() and is_column(line[start:end], profile):
                known = best.get(end)
                columns = [*best[start], line[start:end]]
                if known is None or len(columns) < len(known):
                    best[end] = columns
    columns = best.get(len(line), [])
    if not columns:  # one of which nothing is known may stand behind the others
        end = max(end for end in best if end < len(line))
        columns = [*best[end], line[end:]] if _is_whole(best[end], line[end:], profile) else []
    return columns if len(columns) > 1 else []


def _is_whole(columns: Sequence[str], more: str, profile: Profile) -> bool:
    """Whether columns make up a table, so that a few words behind them may be the title of one more."""
    known = {fields.role(column, profile) for column in columns}
    return {"name", "type", "description"} <= known and bool(_TITLE.match(more))


def spaced(line: str, profile: Profile) -> tuple[list[str], str]:
    """The titles that a line begins with, a space between them, and the rest of the line; none where it does not."""
    if not line[:1].isupper():
        return [], ""
    lowered = line.lower()
    if len(line) > LONGEST_TITLE and not any(word in lowered for word in _descriptions(profile)):
        return [], ""
    words = line.split(" ", 16)
    columns: list[str] = []
    roles: list[str] = []
    at = 0
    while at < len(words) and words[at][:1].isupper():
        for end in range(min(at + _MOST_WORDS, len(words)), at, -1):
            title = " ".join(words[at:end])
            role = fields.role(title, profile)
            if role and role not in roles:
                columns.append(title)
                roles.append(role)
                at = end
                break
        else:
            break
    if at == len(words) and (roles[1:] in _WITHOUT_SENTENCES or roles[1:] == ["value", "description"]):
        return columns, ""
    if _is_whole(columns, " ".join(words[at:]), profile):
        return [*columns, " ".join(words[at:])], ""
    if len(columns) < 2 or roles[0] not in _FIRST or "description" not in roles:
        return [], ""
    return columns, " ".join(words[at:]).strip()


@lru_cache
def _descriptions(profile: Profile) -> tuple[str, ...]:
    """How the columns with descriptions are called: no head is without one, and few other lines have such a word."""
    return tuple(pattern.literal for pattern in profile.columns.get("description", ()) if pattern.literal)


def stacked(lines: Sequence[str], profile: Profile) -> list[str]:
    """The titles that the first of the lines are, one each; none where they are no head."""
    columns: list[str] = []
    roles: list[str] = []
    for line in lines:
        role = fields.role(line, profile) if line[:1].isupper() else None
        if not role or role in roles:
            break
        columns.append(line)
        roles.append(role)
    if roles[:2] == ["status", "description"]:
        return columns
    is_whole = "description" in roles or {"required", "type"} <= {*roles}
    return columns if len(columns) > 2 and roles[0] in _FIRST and is_whole else []


def marks_rows(columns: Sequence[str], profile: Profile) -> bool:
    """Whether each row shows where it begins, however many cells the one before it has: by a word for `required`."""
    return fields.role(columns[1], profile) == "required"


def starts_row(cells: Sequence[str], columns: Sequence[str], profile: Profile, *, sure: bool = True) -> bool:
    """Whether a row of a table with these columns may begin with these cells, or words.

    Args:
        cells: The first cells, or the first words.
        columns: The titles of its columns.
        profile: The words of the site.
        sure: Nothing else shows that a row begins here: its first word must be one that no sentence has.
    """
    first = fields.role(columns[0], profile)
    if not cells or not cells[0]:
        return False
    if first == "status":
        return bool(_STATUS.match(cells[0]))
    if not _NAME.match(cells[0]):
        return False
    if marks_rows(columns, profile):
        says = (*profile.required_yes, *profile.required_no)
        return len(cells) > 1 and any(pattern.match(cells[1]) for pattern in says)
    if len(cells) > 1 and fields.role(columns[1], profile) == "type":
        sure = sure and not any(rule.pattern.match(cells[1]) for rule in profile.types)
    return len(cells) > 1 and (not sure or bool(_NO_WORD.match(cells[0])))
