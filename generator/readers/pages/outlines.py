"""A collapsed tree of JSON, as a scraped page shows it -> what it still says.

In: the lines of a tree (`{} 3 keys`, `"object"`, `[] 2 items`). Out: an `Outline`. The lines come in order, and
indentation means nothing: scraping shifts it. A schema's tree shows its keywords and, for an object, one line for
each property.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Origin
from generator.draft import Outline
from generator.readers.pages.blocks import Items
from generator.records import dataclass
from generator.source import Json

_NODE = re.compile(r"[▶▼▸▾]?\s*([{\[])[}\]]\s*(\d{1,6})\s+(?:keys?|items?)\Z")
_META_SCHEMA = re.compile(r"https?://json-schema\.org/")


@dataclass(frozen=True, slots=True)
class _Node:
    """A collapsed object or array with its number of members."""

    is_object: bool
    members: int


def of_schema(outline: Outline, tree: Items) -> Outline:
    """The outline with what the tree of its schema shows."""
    lines = _lines(tree)
    root = lines[0] if lines else None
    if not isinstance(root, _Node) or not root.is_object:
        return outline
    words = [line for line in lines[1:] if isinstance(line, str)]
    types = tuple(word for word in words if not _META_SCHEMA.match(word))[:1]
    members = next((line.members for line in lines[1:] if isinstance(line, _Node) and line.is_object), None)
    whole = types == ("object",) and members is not None and len(lines) == 1 + root.members + members
    closed = False in [line for line in lines[1:] if isinstance(line, bool)]
    return replace(outline, types=types, properties=members if whole else None, closed=closed)


def of_example(outline: Outline, tree: Items) -> Outline:
    """The outline with what the tree of its example shows."""
    lines = _lines(tree)
    root = lines[0] if lines else None
    if not isinstance(root, _Node) or len(lines) != 1 + root.members:
        return outline
    values = tuple(line for line in lines[1:] if not isinstance(line, _Node))
    return replace(outline, example_members=root.members, example_values=values)


def started(name: str, origin: Origin) -> Outline:
    """An outline that says nothing yet."""
    return Outline(origin=origin, name=name)


def is_tree(block: Items) -> bool:
    """True for a list that is a collapsed tree."""
    return bool(block.entries) and _NODE.match(block.entries[0].plain) is not None


def _lines(tree: Items) -> Sequence[_Node | Json]:
    return [_line(entry.plain) for entry in tree.entries]


def _line(words: str) -> _Node | Json:
    if found := _NODE.match(words):
        return _Node(found[1] == "{", int(found[2]))
    words = words.lstrip("▶▼▸▾ ")
    try:
        value: Json = json.loads(words)
    except (ValueError, RecursionError):
        return words
    return value if not isinstance(value, dict | list) else words
