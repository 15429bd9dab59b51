"""A long Python expression over several lines, as Black would write it.

In: an expression on one line. Out: the same expression with its outermost brackets opened until every line fits. Pages
are not Python files, so no formatter sees the samples in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

_WIDTH = 88
_STEP = 4
_OPENING = "([{"
_CLOSING = ")]}"


def layout(expression: str, column: int = 0, indent: int = 0, tail: int = 0) -> str:
    """Break an expression.

    Args:
        column: Where its first line begins.
        indent: How far the lines that close its brackets are indented.
        tail: How many signs follow its last line.
    """
    if column + len(expression) + tail <= _WIDTH:
        return expression
    start, parts = _last_brackets(expression)
    if not parts:
        return expression
    inner = indent + _STEP
    together = ", ".join(parts)
    is_call = start > 0 and (expression[start - 1].isalnum() or expression[start - 1] in "_)]")
    if inner + len(together) <= _WIDTH and (is_call or len(parts) == 1):
        return f"{expression[: start + 1]}\n{' ' * inner}{together}\n{' ' * indent}{expression[-1]}"
    lines = [" " * inner + layout(part, inner, inner, 1) + "," for part in parts]
    return "\n".join([expression[: start + 1], *lines, " " * indent + expression[-1]])


def _last_brackets(expression: str) -> tuple[int, list[str]]:
    """Where the brackets open that close at the end, and the parts between them; no parts where there are none."""
    opened: list[int] = []
    start = -1
    commas: list[tuple[int, int]] = []
    for place, sign in _outside_strings(expression):
        if sign in _OPENING:
            opened.append(place)
        elif sign in _CLOSING and opened:
            start = opened.pop()
        elif sign == "," and opened:
            commas.append((opened[-1], place))
    if opened or start < 0 or expression[-1:] not in _CLOSING:
        return start, []
    cuts = [start, *(place for owner, place in commas if owner == start), len(expression) - 1]
    parts = (expression[left + 1 : right].strip() for left, right in pairwise(cuts))
    return start, [part for part in parts if part]


def _outside_strings(expression: str) -> Iterator[tuple[int, str]]:
    """The signs that stand in no string literal."""
    quote, escaped = "", False
    for place, sign in enumerate(expression):
        if quote:
            if escaped:
                escaped = False
            elif sign == "\\":
                escaped = True
            elif sign == quote:
                quote = ""
        elif sign in "\"'":
            quote = sign
        else:
            yield place, sign
