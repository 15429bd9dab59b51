"""What the JSON parser complains of, in words that say what to mend, the same under every version of Python.

In: the error of `json`. Out: a message, and the offset in the text of what is to be mended.
"""

from __future__ import annotations

import json
import re

_SPACE = " \t\r\n"
_BY_START = {
    "Invalid control character": "a line break or control character stands within a text; write it as an escape",
    "Invalid \\": "JSON has no such escape; write the backslash twice",
    "Unterminated string": "the text that begins here does not end; the file may be cut off",
    "Extra data": "the document ends before this, and nothing may follow",
    "Expecting ':'": "no `:` follows the name",
    "Expecting ','": "a comma, or a closing bracket, is missing before this",
    "Expecting property name": "a name in double quotes should stand here",
}
"""By how the parser's message begins."""


def explained(error: json.JSONDecodeError) -> tuple[str, int]:
    """What is wrong and how to mend it, and the offset of where."""
    text, at = error.doc, error.pos
    comma = _trailing_comma(text, at)
    if comma is not None:
        return "no comma may stand before a closing bracket", comma
    if text[at : at + 1] == "'":
        return "texts and names stand in double quotes", at
    if text[at : at + 1] == "#" or text[at : at + 2] in ("//", "/*"):
        return "JSON has no comments", at
    if not error.msg.startswith("Unterminated") and not text[at:].strip(_SPACE):
        return "the document ends in the middle; the file may be cut off", at
    for start, said in _BY_START.items():
        if error.msg.startswith(start):
            return said, at
    word = re.compile(r"\w+").match(text, at)
    return (f"{word[0]!r} is no value of JSON" if word else "a value should stand here"), at


def _trailing_comma(text: str, at: int) -> int | None:
    """The offset of a comma before a closing bracket, where the parser stopped at either of the two."""
    if text[at : at + 1] in ("}", "]"):
        before = at - 1
        while before >= 0 and text[before] in _SPACE:
            before -= 1
        return before if before >= 0 and text[before] == "," else None
    return at if re.compile(rf",[{_SPACE}]*[}}\]]").match(text, at) else None
