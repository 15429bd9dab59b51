"""What the parts of an entry have said so far, before it is known for which of its routes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from generator.readers.pages.blocks import Text
from generator.readers.pages.facts import values
from generator.readers.pages.facts.fields import Field
from generator.readers.pages.facts.security import Evidence
from generator.readers.pages.patterns import Pattern, possible
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

    def all_but(self, patterns: Sequence[Pattern]) -> frozenset[str] | None:
        """The fields that a sentence about all of them leaves out; None where there is no such sentence."""
        for text in (*self.description, *self.notes):
            for pattern in possible(patterns, text.marked):
                if found := pattern.search(text.marked):
                    return frozenset(values.codes(found.groupdict().get("names") or ""))
        return None
