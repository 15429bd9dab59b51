"""What the parts of an entry have said so far, before it is known for which of its routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from generator.draft import Claim
from generator.readers.pages.blocks import Text
from generator.readers.pages.facts.security import Evidence
from generator.readers.pages.fields import Field
from generator.readers.pages.notation import values
from generator.readers.pages.patterns import Pattern, possible
from generator.readers.pages.profile import Profile
from generator.records import dataclass


@dataclass(slots=True)
class Said:
    """What an entry says.

    Attributes:
        fields: The fields of its parts, each with the kind of the part.
        told: Those that only a sentence names.
        description: Its sentences.
        notes: The sentences beside its fields.
        security: What it says of credentials and scopes.
    """

    fields: list[tuple[str, Field]] = field(default_factory=list)
    told: list[tuple[str, Field]] = field(default_factory=list)
    description: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    security: Evidence = field(default_factory=Evidence)

    def take_told(self, names: Iterable[Claim[str]]) -> None:
        """Take parameters of which no more is known than what they are called."""
        self.told.extend(("parameters", Field(origin=name.origin, name=name.value)) for name in names)

    def all_but(self, patterns: Sequence[Pattern]) -> frozenset[str] | None:
        """The fields that a sentence about all of them leaves out; None where there is no such sentence."""
        for text in (*self.description, *self.notes):
            for pattern in possible(patterns, text.marked):
                if found := pattern.search(text.marked):
                    return frozenset(values.codes(found.groupdict().get("names") or ""))
        return None


def told(text: Text, profile: Profile) -> Iterator[Claim[str]]:
    """The names of parameters in a sentence that does no more than name them."""
    for pattern in possible(profile.told, text.marked):
        for found in pattern.regex.finditer(text.marked):
            yield from (Claim(name, text.origin) for name in values.codes(found["names"]))
