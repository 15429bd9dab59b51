"""A page scraped from a tool that shows the sources of files -> the source.

In: the text of a page. Out: the same without the rows of the tool's table: each line of the source stands between two
lines that are nothing but `|`, an empty one is dropped. Lines are those of the source then, as are their numbers.
"""

from __future__ import annotations

_BAR = "|"
_FEWEST_BARS = 20
_SHARE = 0.5
"""Of a view's lines, more are bars: two for each line of the source."""


def unframed(text: str) -> str:
    """The source that a page shows line by line; the page itself where it shows none."""
    if text.count("\n|\n|\n") * 2 < _FEWEST_BARS:
        return text
    lines = [line for line in text.splitlines() if line.strip()]
    bars = sum(line.strip() == _BAR for line in lines)
    if bars < len(lines) * _SHARE:
        return text
    made: list[str] = []
    run = 0
    is_source = False  # what stands above the first bars is the tool's
    for line in lines:
        if line.strip() == _BAR:
            run, is_source = run + 1, True
        elif is_source:
            made.extend([""] * (run // 2 - 1))
            made.append(line)
            run = 0
    return "\n".join(made) + "\n"
