"""What all parts of the reader share while one document is read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import field

from generator.draft import Alternatives, Claim
from generator.readers.openapi.dialect import Dialect
from generator.readers.openapi.notes import Notes
from generator.readers.openapi.references import References
from generator.readers.openapi.schemas import Schemas
from generator.records import dataclass
from generator.source import Node

MAX_OPERATIONS = 100_000
"""Operations of one document, callbacks counted; path items that refer to each other can make millions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The tools of one run, and what the root of the document says for every operation.

    Attributes:
        root: The top of the document.
        security: The root's requirement, which holds where an operation has none of its own.
        schemes: The names of the security schemes there are.
        memory: Things that many operations refer to, read once; by what they are and where they stand.
    """

    root: Node
    dialect: Dialect
    notes: Notes
    references: References
    schemas: Schemas
    security: Claim[Alternatives] | None = None
    schemes: tuple[str, ...] = ()
    memory: dict[tuple[object, ...], object] = field(default_factory=dict)
    _count: Iterator[int] = field(default_factory=itertools.count)

    def may_add_operation(self) -> bool:
        """Count an operation; False when there are more than any real API has."""
        return next(self._count) < MAX_OPERATIONS
