"""What a YAML parser complains of, in words that say what to mend, at the place where it is to be mended.

In: an error of libyaml (by PyYAML) and the text. Out: a message, and line and column from 1. It must not know what the
document is about.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.source.lines import Position

_UNCLOSED = {"'": "the single quote", '"': "the double quote", "[": "the bracket `[`", "{": "the brace `{`"}
_WORDS = {
    "block sequence entries are not allowed in this context": "a list entry (`- `) cannot begin behind a key; "
    "it needs a line of its own",
    "did not find expected '-' indicator": "entries of the list above begin with `- `, and this line does not; it is "
    "not indented as what it belongs to",
    "did not find expected <document start>": "this line is indented less than the first one of the document",
    "did not find expected comment or line break": "nothing may follow `|` or `>` on its line; a text that begins "
    "with one of them must be in quotes",
    "found unknown escape character": "a text in double quotes knows no such escape; write the backslash twice, or "
    "use single quotes",
}
"""By libyaml's words, where they suffice to tell the cause."""


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[str, Position]:
    """What is wrong and how to mend it, and where; a cause that is not known stays in the parser's words."""
    mark = error.problem_mark or error.context_mark
    problem = error.problem or error.context or "it cannot be read"
    if mark is None:
        return problem, (1, 1)
    lines = re.split("\r\n?|\n", text.removeprefix("\ufeff"))
    line = _line(lines, mark)
    opened = _line(lines, error.context_mark)[error.context_mark.column :] if error.context_mark else ""
    if problem == "could not find expected ':'":
        is_conflict = opened.startswith("<<<<<<<")
        said = "an unresolved conflict of a version control system" if is_conflict else "no `: ` follows this key"
        return said, _place(error.context_mark)
    if opened[:1] in _UNCLOSED and "escape" not in problem:
        return f"{_UNCLOSED[opened[:1]]} that is opened here is not closed", _place(error.context_mark)
    if "\t" in line[: mark.column + 1] and not line[: mark.column].strip():
        return "a tab stands in the indentation, where YAML takes spaces only", _place(mark)
    before, behind = line[: mark.column], line[mark.column :]
    if problem == "mapping values are not allowed in this context":
        above = next((one for one in reversed(lines[: mark.line]) if one.strip()), "")
        said, column = _misplaced(before, above)
        return said, (mark.line + 1, column + 1)
    return _in_words(problem, before, behind), _place(mark)


def _misplaced(before: str, above: str) -> tuple[str, int]:
    """Why a `:` must not stand behind this text, `above` being the line before; and the column, from 0, to look at."""
    if re.search(r":\s", before):
        return "a second `: ` stands on this line; a text that holds one must be in quotes", len(before)
    if _indentation(before) > _indentation(above) and re.search(r"[:-]\s", above):
        said = "this line is indented more than the one above, which has its value already"
    else:
        said = "this key cannot stand here; the line above lacks its `: `, or is indented wrongly"
    return said, _indentation(before)


def _in_words(problem: str, before: str, behind: str) -> str:
    """What is wrong between what stands before the place on its line and behind it."""
    if problem == "found character that cannot start any token":
        return f"a text that begins with {behind[:1]!r} must be in quotes"
    if problem == "did not find expected alphabetic or numeric character":
        sign = before[-1:]
        return f"{sign!r} begins an anchor or alias, and no name follows; a text that begins with it must be in quotes"
    if problem == "did not find expected key":
        if re.search(r"""(?:^|:\s|-\s)\s*(['"]).*\1""", before):
            return "text follows the closing quote; write a quote within quotes twice ('it''s') or escaped (\\\")"
        return "this line is not indented as the keys it belongs to"
    return _WORDS.get(problem, problem)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line(lines: list[str], mark: Any) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""


def _place(mark: Any) -> Position:
    return mark.line + 1, mark.column + 1
