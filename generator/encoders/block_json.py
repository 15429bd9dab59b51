"""JSON over several lines: a tree of JSON values the way people read it, with two columns for each level.

In: plain dicts, lists and scalars. Out: what `json.dumps(tree, ensure_ascii=False, indent=2)` prints,
several times as fast: with an indent, the standard library hands every sign through a generator for each level.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring


def document(tree: object) -> str:
    """The tree as JSON text. Keys that are no text are written as text."""
    pieces: list[str] = []
    _write(tree, "\n", pieces)
    return "".join(pieces)


def _write(value: object, line: str, pieces: list[str]) -> None:
    """Write a value from the place on where it begins; `line` is the break before a line of its level."""
    inner = line + "  "
    if isinstance(value, str):
        pieces.append(encode_basestring(value))
    elif isinstance(value, dict) and value:
        before = "{" + inner
        for key, entry in value.items():
            pieces.append(f"{before}{encode_basestring(str(key))}: ")
            _write(entry, inner, pieces)
            before = "," + inner
        pieces.append(line + "}")
    elif isinstance(value, list | tuple) and value:
        before = "[" + inner
        for entry in value:
            pieces.append(before)
            _write(entry, inner, pieces)
            before = "," + inner
        pieces.append(line + "]")
    else:
        pieces.append(str(value) if type(value) is int else json.dumps(value))
