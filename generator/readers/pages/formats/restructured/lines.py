"""Lines of reStructuredText, and their indentation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: its number there, and its words without the blanks behind them."""

    number: int
    text: str


def indent_of(line: Line) -> int:
    """How far in a line begins."""
    return len(line.text) - len(line.text.lstrip())


def dedented(lines: Sequence[Line]) -> list[Line]:
    """The lines without the indentation that all of them have, and without the empty ones above them."""
    first = next((at for at, line in enumerate(lines) if line.text), len(lines))
    least = min((indent_of(line) for line in lines[first:] if line.text), default=0)
    return [Line(line.number, line.text[least:]) for line in lines[first:]]
