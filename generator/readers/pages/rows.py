from __future__ import annotations
from dataclasses import dataclass
from generator.diagnostics import Report
from generator.readers.pages.blocks import Table
from generator.readers.pages.profile import Profile

@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    placeholders: tuple[tuple[str, str], ...] = ()
    types: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()

def mend(table: Table, knowledge: Knowledge, profile: Profile, kind: str, report: Report) -> Table:
    return table
