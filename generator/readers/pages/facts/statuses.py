"""Statuses in what a page says of answers: in lines, in cells, in lists, in sentences that are nothing but statuses.

In: text. Out: statuses, reasons and what is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.readers.pages.blocks import Block, Code, Items, Text

ANY = "default"
"""What stands for all statuses that are not named."""
WORDS = re.compile(
    r"(?:\s*[-*•] )?\s*(?:(?:HTTP )?(?:Status )?(?:Code|Status)\s*:\s*)?"
    r"([1-5][0-9]{2})(?:[ :–—-]+([A-Za-z][\w' -]{0,40}))?[\s.:]*\Z"
)
"""A few words that are about a status, and its reason: `201 Created`."""
_CODED_STATUS = re.compile(r"\s*`([1-5][0-9]{2})(?: \(?([A-Za-z][\w' -]{0,40})\)?)?`\s*[:–—-]\s*(.*)", re.DOTALL)
"""A line that begins with a status as code, and says what that means: `` `404 (NOT FOUND)`: No such cup ``."""
_STATUS_LIST = re.compile(
    r"\b(?:response|status|error|return) codes(?: \([\w ]+\))?\s*:\s*"
    r"((?:[1-5][0-9]{2}\b(?:[\s,;]|and|or)*)+)(?=[A-Z]|\Z)",
    re.IGNORECASE,
)
"""Nothing but statuses behind a few words: `Error response codes: 404, 409`."""
_ANY_STATUS = re.compile(r"[1-5][0-9]{2}")
STATUS = re.compile(r"\s*([1-5](?:[0-9]{2}|XX))\b", re.IGNORECASE)
"""A status, or a range of them, at the start."""


def tells(text: Text) -> bool:
    """Whether a paragraph is lines that each begin with a status as code, and nothing else."""
    return bool(coded(text))


def coded(text: Text) -> tuple[tuple[str, str, str], ...]:
    """Each status, its reason and what is said of it; nothing where one of the lines begins with none."""
    if listed := _STATUS_LIST.findall(text.plain):
        return tuple((status, "", "") for codes in listed for status in _ANY_STATUS.findall(codes))
    if not text.marked.startswith("`"):
        return ()
    found = [_CODED_STATUS.fullmatch(line) for line in text.marked.split("\n")]
    return tuple((one[1], one[2] or "", one[3].strip()) for one in found if one) if all(found) else ()


def announced(blocks: Sequence[Block]) -> dict[int, tuple[str, ...]]:
    """The statuses of samples, by the block's `id`, that stand in a list below entries such as ``A `404` error:``."""
    statuses: dict[int, tuple[str, ...]] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Items):
            opening = [entry for entry in block.entries if entry.plain.rstrip().endswith(":")]
            below = list(takewhile(lambda other: isinstance(other, Code), blocks[at + 1 :]))
            if len(opening) == len(below):
                said = (tuple(code[:3] for code in entry.codes if WORDS.match(code)) for entry in opening)
                statuses |= {id(code): told for code, told in zip(below, said, strict=True) if told}
    return statuses


def in_cell(cell: str) -> str:
    """The status in a cell: a number, or what some tools write for all others; else ""."""
    found = STATUS.match(cell)
    return found[1] if found else ANY if cell.strip().casefold() in ("default", "0") else ""
