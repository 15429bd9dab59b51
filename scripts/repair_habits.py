"""Counts how often real documents give each object each of its keys; the repair of flattened documents weighs with it.

    python scripts/repair_habits.py ~/.cache/specloom-corpus > generator/readers/openapi/reindent/habits.json

Only the documents that `is_counted` names are counted, one half of them by their digest: `corpus_repair.py` measures on
the other half, of which the repair has seen nothing.

Each publisher (a folder below `api/`) counts with the root of the number of its documents, so that one with hundreds of
them does not outvote the others.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.readers.openapi.reindent.grammar import grammar_for, maps_of
from generator.readers.openapi.reindent.habits import kinds_of, mark_of

Shares = dict[str, dict[str, float]]
MAX_BYTES = 1_000_000
TOTAL = "*"
EXTENSION = "x-"


def main() -> None:
    publishers: dict[str, list[Shares]] = defaultdict(list)
    corpus = Path(sys.argv[1])
    for path in sorted(corpus.rglob("*.json")):
        if path.stat().st_size <= MAX_BYTES:
            tree = json.loads(path.read_text("utf-8"))
            if isinstance(tree, dict) and ({"openapi", "swagger"} & set(tree)) and is_counted(tree):
                publishers[path.relative_to(corpus).parts[2]].append(_shares(tree))
    written = Counter(mark_key for documents in publishers.values() for d in documents for mark_key in _pairs(d))
    users = Counter(
        mark_key for documents in publishers.values() for mark_key in {pair for d in documents for pair in _pairs(d)}
    )
    merged = _merged(
        [_merged(documents, [1.0] * len(documents)) for documents in publishers.values()],
        [sqrt(len(documents)) for documents in publishers.values()],
    )
    table = {
        mark: {
            key: round(share, 6 if key.startswith(EXTENSION) else 4)
            for key, share in sorted(row.items())
            if key != TOTAL
            and share >= (0.00005 if key.startswith(EXTENSION) else 0.002)
            and (users[mark, key] >= 3 or written[mark, key] >= 8)
        }
        for mark, row in sorted(merged.items())
        if users[mark, TOTAL] >= (8 if mark.startswith("any") else 3)
        or (mark.startswith("any@x-") and written[mark, TOTAL] >= 8)
    }
    print(json.dumps(table, separators=(",", ":")).replace("},", "},\n"))


def is_counted(tree: dict[str, Any]) -> bool:
    """Whether the document is in the half that is counted; what it says decides, so that its copies are there too."""
    return hashlib.sha256(json.dumps(tree, sort_keys=True).encode()).digest()[0] % 2 == 0


def _shares(tree: dict[str, Any]) -> Shares:
    """For each kind of object in a document: the share of them that have each key."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for map_, role, value in maps_of(tree, grammar_for(2 if "swagger" in tree else 3)):
        if map_.free is None or map_.name == "any":
            kinds = kinds_of(value) if map_.name == "schema" else ("",)
            for mark in dict.fromkeys(mark for kind in kinds for mark in mark_of(map_.name, role, kind)):
                counts[mark][TOTAL] += 1
                for key in value:
                    counts[mark][key] += 1
                if any(key.startswith(EXTENSION) for key in value):
                    counts[mark][EXTENSION] += 1
    return {mark: {key: count / row[TOTAL] for key, count in row.items()} for mark, row in counts.items()}


def _pairs(shares: Shares) -> Iterator[tuple[str, str]]:
    return ((mark, key) for mark, row in shares.items() for key in row)


def _merged(parts: list[Shares], weights: list[float]) -> Shares:
    """The weighted mean of several; each counts for the kinds of object that it has."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    having: dict[str, float] = defaultdict(float)
    for part, weight in zip(parts, weights, strict=True):
        for mark, row in part.items():
            having[mark] += weight
            for key, share in row.items():
                sums[mark][key] += share * weight
    return {mark: {key: total / having[mark] for key, total in row.items()} for mark, row in sums.items()}


if __name__ == "__main__":
    main()
