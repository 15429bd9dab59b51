"""JSON over several lines: a tree of JSON values the way people read it, with two columns for each level.

In: plain dicts, lists and scalars. Out: what `json.dumps(tree, ensure_ascii=False, indent=2)` prints,
several times as fast: with an indent, the standard library hands every sign through a generator for each level.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring


def document(tree: object) -> str:
    """The tree as JSON text. Keys that are no text are written as text."""
    return _written(tree, "\n")


def _written(value: object, line: str) -> str:
    """A value from the place on where it begins; `line` is the break before a line of its level."""
    inner = line + "  "
    if isinstance(value, dict) and value:
        entries = [f"{encode_basestring(str(key))}: {_written(entry, inner)}" for key, entry in value.items()]
        return "{" + inner + ("," + inner).join(entries) + line + "}"
    if isinstance(value, list | tuple) and value:
        return "[" + inner + ("," + inner).join([_written(entry, inner) for entry in value]) + line + "]"
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, int):
        return str(value).lower()  # true and false are integers to Python
    return json.dumps(value)
