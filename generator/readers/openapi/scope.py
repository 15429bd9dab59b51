"""What all parts of the reader share while one document is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.draft import Alternatives, Claim
from generator.readers.openapi.dialect import Dialect
from generator.readers.openapi.notes import Notes
from generator.readers.openapi.references import References
from generator.readers.openapi.schemas import Schemas
from generator.source import Node


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
