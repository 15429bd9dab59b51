"""A heading that names a field, and what stands below it -> `Field`.

In: the parts beneath the heading: text, labels such as `Type:` and `Description:`. Out: the field, with its type, its
accepted values where lines list them, and whether it may be missing or is about to go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.draft import Claim, Reference, Schema
from generator.readers.pages.blocks import Items, Paragraph, Text
from generator.readers.pages.fields import Field, says_deprecated
from generator.readers.pages.notation import types, values
from generator.readers.pages.patterns import Pattern, any_in, first_match
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import Part


def read(parts: Sequence[Part], profile: Profile, *, optional: bool) -> Field:
    """The field of the first part, whose heading names it; the others are the labels below it.

    Args:
        parts: The part under the heading, and those after it that have no heading of their own.
        profile: The words of the site.
        optional: The page says that all fields of this group may be missing.
    """
    head = parts[0]
    name = head.hole("name").strip()
    marks = tuple(_marks(head, name))
    typed = next((part for part in parts if part.kind == "field type"), None)
    words = [text for part in parts if part.kind in ("description", "field") for text in _paragraphs(part)]
    deprecated = _any(profile.deprecated, marks) or any(says_deprecated(text.marked, name, profile) for text in words)
    beside_type = [
        mark for part in parts if part.kind == "field type" for text in _paragraphs(part) for mark in text.marks
    ]
    missing = optional or _any(profile.optional_marks, (*marks, *beside_type))
    return Field(
        origin=head.origin,
        name=name,
        schema=_type(typed, profile) if typed else None,
        required=Claim(False, head.origin) if missing else None,
        description=Claim("\n\n".join(text.marked for text in words), words[0].origin) if words else None,
        deprecated=Claim(True, head.origin) if deprecated else None,
    )


def _marks(head: Part, name: str) -> Iterator[str]:
    """What stands beside the name: the words of template tags, or the words a browser shows for them."""
    if head.heading is not None:
        yield from head.heading.marks
        yield from head.heading.plain.partition(name)[2].split()


def _any(patterns: Sequence[Pattern], words: Sequence[str]) -> bool:
    return any(any_in(patterns, word) for word in words)


def _paragraphs(part: Part) -> Iterator[Text]:
    return (block.text for block in part.blocks if isinstance(block, Paragraph) and block.text.marked)


def _type(part: Part, profile: Profile) -> Schema | Reference | None:
    """The type in the first line; lines or list entries after it may each give an accepted value."""
    text = next(_paragraphs(part), None)
    if text is None:
        return None
    first = replace(text, plain=text.plain.split("\n")[0], marked=text.marked.split("\n")[0])
    schema = types.read(first, profile)
    if schema is not None and any(first_match(profile.nullable, mark) for mark in text.marks):
        schema = types.nullable(schema)
    entries = [entry.marked for block in part.blocks if isinstance(block, Items) for entry in block.entries]
    return values.with_values(schema, (*text.marked.split("\n")[1:], *entries), profile.enum_lines)
