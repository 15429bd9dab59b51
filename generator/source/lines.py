"""Offsets in a text as line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Position = tuple[int, int]
"""Line and column, both from 1."""


def positions_of(text: str, offsets: Iterable[int]) -> Iterator[Position]:
    """Line and column of each offset; they must ascend, so that the text is gone through once."""
    line, line_start, done = 1, 0, 0
    for offset in offsets:
        newlines = text.count("\n", done, offset)
        if newlines:
            line += newlines
            line_start = text.rfind("\n", done, offset) + 1
        done = offset
        yield line, offset - line_start + 1


def position_of(text: str, offset: int) -> Position:
    """Line and column of one offset."""
    return next(positions_of(text, [offset]))
