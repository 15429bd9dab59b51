"""Titles of columns -> what each column of a table of fields is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.readers.pages.blocks import Table, Text
from generator.readers.pages.fields.names import bare
from generator.readers.pages.patterns import Pattern, Vocabulary, first_match
from generator.readers.pages.profile import Profile

_PLACE_OF_NAMES = re.compile(
    r"(body|header|path|query(?: string)?|form|cookie)"
    r"(?:\Z|[ -](?:param(?:eter)?|field|argument|arg|attribute|key|name)s?\Z)",
    re.IGNORECASE,
)
"""The title of a column of names that says where these are sent."""
_UNPLACED = ("query", "path", "form", "cookie")
"""Titles that say so only with a word such as *parameter* behind them."""


def roles(columns: Sequence[Text], profile: Profile) -> tuple[str, ...]:
    """What each column is about, as `profile.COLUMN_ROLES` calls it; "" where the profile does not know it."""
    return _roles(tuple(column.plain.strip() for column in columns), profile)


@lru_cache(maxsize=20_000)
def _roles(titles: tuple[str, ...], profile: Profile) -> tuple[str, ...]:
    meant = [role(title, profile) or "" for title in titles]
    called = {title.casefold(): index for index, title in reversed([*enumerate(titles)])}
    return tuple(
        word if word == "ignore" or index == called.get(word, meant.index(word)) else ""
        for index, word in enumerate(meant)
    )


@lru_cache(maxsize=20_000)
def role(title: str, profile: Profile) -> str | None:
    """What a column of that title is about; None where the profile does not know it."""
    return _vocabulary(profile).find(title)[0] or None


@lru_cache
def _vocabulary(profile: Profile) -> Vocabulary:
    return Vocabulary(profile.columns)


def parent(columns: Sequence[Text], profile: Profile) -> str:
    """The field of which a table describes the entries, where its name column says so; else ""."""
    for column in columns:
        if found := first_match(_naming_parents(profile), column.plain.strip()):
            return bare(found["parent"].strip())
    return ""


@lru_cache
def _naming_parents(profile: Profile) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern in profile.columns.get("name", ()) if "parent" in pattern.holes)


def named_place(titles: Sequence[Text], columns: Sequence[str]) -> str:
    """Where the fields of a table are sent, where the title of its column of names says so: *Form parameters*."""
    title = next((title.plain.strip() for word, title in zip(columns, titles, strict=True) if word == "name"), "")
    found = _PLACE_OF_NAMES.match(title) if "place" not in columns else None
    return found[1].casefold() if found and title.casefold() not in _UNPLACED else ""


def with_presence(table: Table, columns: tuple[str, ...], profile: Profile) -> tuple[str, ...]:
    """The roles, where a column called as one of statuses or types may say in each row whether a value is required."""
    if "name" not in columns or "required" in columns:
        return columns
    says = (*profile.required_yes, *profile.required_no)
    for at in (columns.index(word) for word in ("status", "type") if word in columns):
        if table.rows and all(len(row) > at and first_match(says, row[at].plain.strip()) for row in table.rows):
            others = (index for index in range(len(columns)) if index != at and not columns[index])
            typed = next((i for i in others if role(table.columns[i].plain.strip(), profile) == "type"), None)
            return tuple("required" if i == at else "type" if i == typed else word for i, word in enumerate(columns))
    return columns


def describes(column: Text, profile: Profile) -> bool:
    """Whether a column describes its fields in words."""
    return role(column.plain.strip(), profile) == "description"
