"""Where a flattened document begins and ends in its text.

stub
"""
from __future__ import annotations
from dataclasses import dataclass
from generator.diagnostics import Finding

@dataclass
class Extent:
    lines: list[str]
    def findings(self, name): return []

def extent_of(lines): return Extent(lines)
def is_cut(*a): return False
def close_tail(*a): return None
