"""Samples in plain text: a shell command, an HTTP response, JSON, a collapsed tree of JSON.

In: the lines of a page. Out: the sample that begins on one of them, and where it ends. Nothing marks it in scraped
text; it is known by its first signs, and ends where it is whole.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from generator.readers.pages.blocks import Block, Code, Items, Text, plain_text
from generator.readers.pages.formats.plain.lines import BULLET, STATUS_ENTRY, Lines
from generator.readers.pages.notation import values

_STATUS_LINE = re.compile(r"HTTP/[0-9.]+ [1-5][0-9]{2}\b")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*:\s")
_SENT_HEADER = re.compile(r"(?:Host|Accept|Authorization|[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+):\s+\S")
"""A header of a request; a word alone is as often the label of what is said: `Purpose: List cups`."""
_PAIRS = re.compile(r"[\w.\[\]%-]+=[^\s&]*(?:&[\w.\[\]%-]+=[^\s&]*)*\Z")
"""A form as it is sent: `name=tall&size=3`."""
_OPENING = ("{", "[")
_TREE = re.compile(r"""[▶▼▸▾]?\s*(?:[{\[][}\]]\s*\d+ |["\d-]|true\b|false\b|null\b)""")
_HERE = re.compile(r"<<-?[ \t]*[\"']?(\w+)[\"']?[ \t]*(?:\n|\Z)")
_JSON = re.compile(r"\{\s*(?:[\"}]|\Z)|\[\s*(?:[\"\[{\]\dtfnNI-]|\Z)")
"""What the first line of a JSON value begins with."""
_STRING = re.compile(r'"(?:\\.|[^"\\])*"')
_DECODER = json.JSONDecoder()
_LONGEST_COMMAND = 200
_LONGEST_JSON = 4000
_LONGEST_LOOSE_JSON = 1000

Found = tuple[Block, int]
"""A block, and the index of the line behind it."""


def sample(lines: Lines, at: int) -> Found | None:
    """The sample that begins on a line that is not empty; None where none does."""
    words = lines.words(at)
    if words.startswith("curl "):
        end = _behind_command(lines, at)
        return Code(origin=lines.place(at), language="bash", text=lines.text(at, end)), end
    if _STATUS_LINE.match(words):
        end = _behind_answer(lines, at)
        return Code(origin=lines.place(at), language="", text=lines.text(at, end)), end
    if words[0] in _OPENING and (end := _behind_json(lines, at)):
        return Code(origin=lines.place(at), language="json", text=lines.text(at, end).lstrip()), end
    found = BULLET.match(lines.all[at].text)
    if found and _TREE.match(found[2]) and not STATUS_ENTRY.match(found[2]):
        return _tree(lines, at)
    return None


def behind_request(lines: Lines, at: int) -> int:
    """Where an HTTP request (RFC 9112 §3) ends that has its headers from this line on; 0 where there are none."""
    end = at
    while _SENT_HEADER.match(lines.words(end)):
        end += 1
    if end == at:
        return 0
    body = end if lines.words(end) else end + 1
    if lines.words(body)[:1] in _OPENING:
        return _behind_json(lines, body) or end
    return body + 1 if _PAIRS.match(lines.words(body)) else end


def _behind_command(lines: Lines, at: int) -> int:
    """A shell command ends with the first line that does not end in a backslash outside an open quote."""
    end = at
    while end < len(lines) - 1 and _goes_on(lines, at, end):
        end += 1
    return end + 1


def _goes_on(lines: Lines, start: int, end: int) -> bool:
    if lines.all[end].text.endswith("\\"):
        return True
    text = lines.text(start, end + 1)
    is_short = end - start < _LONGEST_COMMAND
    if (here := _HERE.search(text)) and not text.endswith("\n" + here[1]):
        return is_short
    return is_short and text.count("'") % 2 == 1 and bool(lines.words(end + 1))


def _behind_answer(lines: Lines, at: int) -> int:
    """An HTTP response (RFC 9112 §4) is its status, its headers, and the JSON below them, if there is any."""
    end = at + 1
    while _HEADER.match(lines.words(end)):
        end += 1
    body = end if lines.words(end) else end + 1
    is_json = lines.words(body)[:1] in _OPENING
    return (is_json and _behind_json(lines, body)) or end


def _behind_json(lines: Lines, at: int) -> int:
    """Where the JSON value ends that begins on a line; 0 where there is none, or more stands behind it."""
    if not _JSON.match(lines.words(at)):
        return _behind_loose_json(lines, at)
    text = lines.text(at, at + _LONGEST_JSON).lstrip()
    try:
        _, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return _behind_loose_json(lines, at)
    if text[end : end + 1] not in ("", "\n") or (text[0] == "[" and end < 3):
        return _behind_loose_json(lines, at)
    return at + text[:end].count("\n") + 1


def _behind_loose_json(lines: Lines, at: int) -> int:
    """The same for lines up to the one that closes the first bracket: JSON but for dots or comments in it."""
    depth = 0
    for end in range(at, min(at + _LONGEST_LOOSE_JSON, len(lines))):
        depth += _deeper(lines.all[end].text)
        if depth <= 0:
            break
    else:
        return 0
    body = lines.text(at, end + 1)
    return 0 if end == at or values.parsed_json(body) is None else end + 1


@lru_cache(maxsize=2 * _LONGEST_LOOSE_JSON)
def _deeper(line: str) -> int:
    """How many brackets a line opens and does not close; each line is asked for by many before it."""
    words = _STRING.sub("", line)
    return sum(words.count(sign) for sign in "{[") - sum(words.count(sign) for sign in "}]")


def _tree(lines: Lines, at: int) -> Found:
    """The lines of a collapsed tree of JSON, as a list."""
    entries: list[Text] = []
    indents: list[int] = []
    end = at
    while end < len(lines):
        line = lines.all[end]
        found = BULLET.match(line.text)
        if not found and line.text.strip():
            break
        if found:
            entries.append(plain_text(found[2].strip(), lines.origin(line)))
            indents.append(len(found[1]))
        end += 1
    steps = sorted(set(indents))
    depths = tuple(steps.index(indent) for indent in indents)
    return Items(origin=entries[0].origin, entries=tuple(entries), depths=depths), end
