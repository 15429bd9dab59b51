"""What weaving has in common: settled records with their origins, and how a fact of several claims is settled.

In: the claims of documents and of pages about one thing. Out: the claim that counts, by precedence, and who made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Generic, Protocol, TypeVar

from generator import draft
from generator.diagnostics import Finding, Origin, Report, Severity
from generator.records import dataclass
from generator.resolve.identity import Member
from generator.resolve.weaving.precedence import Precedence

T = TypeVar("T")
R = TypeVar("R")

Part = draft.Schema | draft.Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced(Generic[T]):
    """A settled record, all the places that speak of it, and the place that settled each fact of several claims."""

    record: T
    origins: tuple[Origin, ...]
    facts: Mapping[str, Origin] = field(default_factory=dict)


class Look(Protocol):
    """Schemas as if they were inline: references followed, `allOf` merged; None where a reference leads nowhere."""

    def __call__(self, schema: Part | None, /) -> draft.Schema | None: ...


class Says(Protocol):
    """Reports a finding: its severity, code and message, the place, and the places on the other side."""

    def __call__(self, severity: Severity, code: str, message: str, at: Origin, /, *also: Origin) -> None: ...


def saying(report: Report) -> Says:
    """A way to report findings whose severity depends on what is found."""

    def say(severity: Severity, code: str, message: str, at: Origin, /, *also: Origin) -> None:
        report.add(Finding(code=code, severity=severity, message=message, at=at, also=also))

    return say


class Facts(Generic[R]):
    """Settles facts of records that stand for one thing, and notes who settled them."""

    def __init__(
        self, precedence: Precedence, documents: Sequence[R], pages: Sequence[R], facts: dict[str, Origin]
    ) -> None:
        self._precedence = precedence
        self._documents = documents
        self._pages = pages
        self._facts = facts

    def one(self, fact: str, pick: Callable[[R], draft.Claim[T] | None]) -> draft.Claim[T] | None:
        """The claim that settles the fact; None where no source makes one."""
        for entry in self._precedence.order(fact, self._documents, self._pages):
            claim = pick(entry)
            if claim is not None and claim.value != "":
                self._facts.setdefault(fact, claim.origin)
                return claim
        return None


def gathered(
    members: Iterable[Member],
    pick: Callable[[draft.Operation], Iterable[R]],
    key: Callable[[R], T],
) -> dict[T, list[R]]:
    """The records of several sources by key; within one source the first of a key counts."""
    found: dict[T, list[R]] = {}
    for member in members:
        for record in unique(pick(member.operation), key):
            found.setdefault(key(record), []).append(record)
    return found


def unique(records: Iterable[R], key: Callable[[R], object]) -> tuple[R, ...]:
    """The first record of each key."""
    found: dict[object, R] = {}
    for record in records:
        found.setdefault(key(record), record)
    return tuple(found.values())
