"""What sentences announce and lists give: the accepted values of a field, the fields inside it.

In: the parts of a page. Out: values and fields, by the name of the field or the words of the heading they stand under.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.draft import Claim
from generator.readers.pages import fields
from generator.readers.pages.blocks import Block, Items, Paragraph, Table, Text
from generator.readers.pages.fields import Field
from generator.readers.pages.patterns import possible
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import Part
from generator.records import dataclass
from generator.source import Json

_MARKS = re.compile(r"\]\([^()]*\)|[\[`]")


@dataclass(frozen=True, slots=True)
class Announced:
    """What sentences announce and lists give, by the name of the field: its accepted values, the fields inside it."""

    values: Mapping[str, Claim[tuple[Json, ...]]]
    members: Mapping[str, tuple[Field, ...]]
    listed: Mapping[str, Claim[tuple[Json, ...]]]
    """The values in the first column of a table under a heading of its own, by the heading's words in lower case."""
    sections: Mapping[str, tuple[Field, ...]]
    """The fields under a heading that means nothing else, by its words in lower case: descriptions may lead there."""

    @classmethod
    def by(cls, parts: Iterable[Part], profile: Profile) -> Announced:
        """What these parts announce."""
        parts = tuple(parts)
        return cls(
            {name: said for part in parts for name, said in _announced_values(part.blocks, profile).items()},
            {name: inner for part in parts for name, inner in _announced_members(part.blocks, profile).items()},
            {part.title.casefold(): said for part in parts if (said := _own_values(part, profile))},
            {part.title.casefold(): inner for part in parts if (inner := _own_fields(part, profile))},
        )

    def values_of(self, entry: Field) -> Claim[tuple[Json, ...]] | None:
        """The accepted values of a field: announced, or in the section that its description leads to for them."""
        if entry.name in self.values:
            return self.values[entry.name]
        words = _plain(entry)
        found = (said for title, said in self.listed.items() if f"see {title}" in words)
        return next(found, None) if "value" in words or "option" in words else None

    def members_of(self, entry: Field) -> tuple[Field, ...]:
        """The fields inside one: announced, or in the section that its description leads to: `See Cup attributes`."""
        words = _plain(entry)
        linked = next((inner for title, inner in self.sections.items() if f"see {title}" in words), ())
        return self.members.get(entry.name.removesuffix("[]"), ()) or linked

    def before(self, other: Announced) -> Announced:
        """This, and what only the other says."""
        return Announced(
            {**other.values, **self.values},
            {**other.members, **self.members},
            {**other.listed, **self.listed},
            {**other.sections, **self.sections},
        )


def _plain(entry: Field) -> str:
    """The words of a field's description in lower case, without the marks of links and code spans."""
    return _MARKS.sub("", entry.description.value.casefold()) if entry.description else ""


def _announced_values(blocks: Sequence[Block], profile: Profile) -> dict[str, Claim[tuple[Json, ...]]]:
    """Name of a field -> its accepted values, where a sentence announces a list or a table of them, as code spans."""
    found: dict[str, Claim[tuple[Json, ...]]] = {}
    for before, block in pairwise(blocks):
        if not isinstance(before, Paragraph) or not before.text.marked.endswith(":"):
            continue
        entries = _entries(block, profile)
        said = tuple(code for entry in entries if (code := _value_of(entry)))
        for pattern in possible(profile.enum_lists, before.text.marked):
            matches = tuple(pattern.regex.finditer(before.text.marked))
            if matches and said and len(said) == len(entries):
                found.setdefault(matches[-1]["name"], Claim(said, block.origin))
                break
    return found


def _announced_members(blocks: Sequence[Block], profile: Profile) -> dict[str, tuple[Field, ...]]:
    """Name of a field -> those inside it, where a sentence announces a list or a table of them."""
    found: dict[str, tuple[Field, ...]] = {}
    for before, block in pairwise(blocks):
        if not isinstance(before, Paragraph) or not isinstance(block, Items | Table):
            continue
        for pattern in possible(profile.inner_lists, before.text.marked):
            if said := pattern.search(before.text.marked):
                inner = fields.read(block, profile, announced=True)
                if inner:
                    found.setdefault(said["name"], inner)
                break
    return found


def _entries(block: Block, profile: Profile) -> tuple[Text, ...]:
    """The entries of a list; the first cells of a table, unless it is one of fields."""
    match block:
        case Items():
            return block.entries
        case Table() if "name" not in fields.roles(block.columns, profile):
            return tuple(row[0] for row in block.rows if row)
        case _:
            return ()


def _value_of(entry: Text) -> str:
    """The value that an entry of a list is about: its only code span, or the one it begins with."""
    codes = entry.codes
    return codes[0] if len(codes) == 1 or (codes and entry.marked.startswith("`")) else ""


def _own_values(part: Part, profile: Profile) -> Claim[tuple[Json, ...]] | None:
    """The values in the first column of the table under a heading that the profile does not know."""
    table = next((block for block in part.blocks if isinstance(block, Table)), None)
    if part.kind or part.heading is None or table is None or "name" in fields.roles(table.columns, profile):
        return None
    firsts = [row[0] for row in table.rows if row]
    said = tuple(
        cell.codes[0] for cell in firsts if len(cell.codes) == 1 and cell.marked.strip() == f"`{cell.codes[0]}`"
    )
    return Claim(said, table.origin) if said and len(said) == len(firsts) else None


def _own_fields(part: Part, profile: Profile) -> tuple[Field, ...]:
    """The fields under a heading that the profile does not know."""
    if part.kind or part.heading is None:
        return ()
    blocks = [block for block in part.blocks if isinstance(block, Table | Items)]
    return fields.read(blocks[0], profile, announced=True) if blocks else ()
