"""What headings and labels mean: a kind of section, by the words of the site's profile.

In: the words of a title. Out: its kind, "" for none, and what stands in the holes of its pattern.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.readers.pages.blocks import Heading, Text
from generator.readers.pages.patterns import Vocabulary, first_match
from generator.readers.pages.profile import Profile

FIELD = "field"
"""The kind of a heading that names a field; it has that meaning only beneath a heading of `schema fields`."""
_ORNAMENT = re.compile("\\A[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\\s]+")
"""Signs in front of a title that are there to be looked at."""
Meaning = tuple[str, tuple[tuple[str, str], ...]]
"""What a title means: a kind of section, "" for none, and what stands in the holes of its pattern."""


@lru_cache(maxsize=20_000)
def kind_of(title: str, profile: Profile) -> Meaning:
    """What a heading means."""
    return _meaning(title, profile, labels=False)


def label_kind(words: str, profile: Profile) -> str:
    """What the words before a colon mean; "" where they are no label."""
    return label(words, profile)[0]


def label(words: str, profile: Profile) -> Meaning:
    """What a label means: a line or bold words that stand for a heading."""
    return _label(words, profile) if len(words) < 120 else ("", ())


def announcement(text: Text, profile: Profile) -> Meaning:
    """What the last sentence of a paragraph announces, as a label does; or the last line of one without bold labels."""
    in_lines = "\n" in text.plain and len(text.spans) < 2
    before, found, last = text.plain.rpartition("\n" if in_lines else ". ")
    return label(last, profile) if before and found and last.endswith(":") else ("", ())


def field_kind(heading: Heading, profile: Profile) -> Meaning:
    """The meaning of a heading beneath one of `schema fields`, which may name a field."""
    found = first_match(profile.sections.get(FIELD, ()), heading.text.marked)
    return (FIELD, _holes(found)) if found else ("", ())


@lru_cache(maxsize=20_000)
def _label(words: str, profile: Profile) -> Meaning:
    return _meaning(words, profile, labels=True)


def _meaning(words: str, profile: Profile, *, labels: bool) -> Meaning:
    kind, holes = _vocabulary(profile, labels=labels).find(_ORNAMENT.sub("", words).strip().rstrip(":").strip())
    return kind, tuple(holes.items())


@lru_cache
def _vocabulary(profile: Profile, *, labels: bool) -> Vocabulary:
    patterns = profile.labels if labels else profile.sections
    return Vocabulary({kind: options for kind, options in patterns.items() if kind != FIELD})


def _holes(found: re.Match[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value or "") for name, value in found.groupdict().items())
