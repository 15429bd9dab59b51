"""YAML in block style: a tree of JSON values as a whole document that people can read and every parser reads alike.

In: plain dicts, lists and scalars. Out: text that is the same tree to YAML 1.2 (core schema) and to YAML 1.1, which
takes `no`, `012` and `2020-01-01` for something else than text: what could be read as another type stands in quotes.
Text of several lines is a literal block where no line of it is delicate.
"""

from __future__ import annotations

import json
import math
import re

from generator.encoders.data import DataText


def document(tree: object) -> tuple[DataText, ...]:
    """The tree as one YAML document, in pieces: a single sign beyond U+FFFF makes all of its text four times as wide.

    Keys that are no text are written as text; a half of a surrogate pair, which no YAML holds, becomes U+FFFD, and a
    number that JSON does not know (infinity) becomes null.
    """
    pieces: list[str] = []
    _write(tree, "", pieces, _Words())
    pieces.append("\n")
    return tuple(DataText("".join(pieces[start : start + _PIECE])) for start in range(0, len(pieces), _PIECE))


_FIRST = re.compile(r"[A-Za-z/$]")
"""What text without quotes begins with here; no number, date or indicator does."""
_DELICATE = re.compile(r": | #|[: ]\Z")
"""What ends such text, or makes a mapping of it."""
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
"""What some parser takes for a boolean or for null, in any mix of capitals."""
_PIECE = 1000
"""Of how many small pieces a large one is made."""
_SHORT = 1000
"""A longer key cannot stand on the line of its value (YAML 1.2 §7.4.2 allows 1024 characters)."""
_CONTAINERS = (dict, list, tuple)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class _Words(dict[str, str]):
    """Texts of one line as they are written, each worked out once: the same keys and words come again and again."""

    def __missing__(self, text: str) -> str:
        written = self[text] = _plain_or_quoted(text)
        return written


def _write(value: object, indent: str, pieces: list[str], words: _Words) -> None:
    """Write a value from the place on where it begins; further lines are indented."""
    inner, before = indent + "  ", ""
    if isinstance(value, dict) and value:
        for key, entry in value.items():
            name = words[key] if type(key) is str else words[str(key)]
            named = f"{before}{name}:" if len(name) < _SHORT else f"{before}? {name}\n{indent}:"
            if entry and isinstance(entry, _CONTAINERS):
                pieces.append(f"{named}\n{inner}")
                _write(entry, inner, pieces, words)
            else:
                pieces.append(f"{named} {_scalar(entry, inner, words)}")
            before = "\n" + indent
    elif isinstance(value, list | tuple) and value:
        for entry in value:
            pieces.append(f"{before}- ")
            _write(entry, inner, pieces, words)
            before = "\n" + indent
    else:
        pieces.append(_scalar(value, inner, words))


def _scalar(value: object, indent: str, words: _Words) -> str:
    """What stands on the line of its key; further lines of a text are indented."""
    if isinstance(value, str):
        return words[value] if "\n" not in value else _literal(value, indent) or words[value]
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, _CONTAINERS):
        return "{}" if isinstance(value, dict) else "[]"
    return json.dumps(value)


def _number(value: float) -> str:
    """A float with a point, without which YAML 1.1 takes `1e+22` for text."""
    if not math.isfinite(value):
        return "null"
    mantissa, sign, exponent = repr(value).partition("e")
    return mantissa + ("" if "." in mantissa else ".0") + sign + exponent


def _literal(text: str, indent: str) -> str:
    """A literal block (YAML 1.2 §8.1.2); "" where the text does not lend itself to one."""
    if text[0] in "\n \t":
        return ""
    lines = text.split("\n")
    ends = len(text) - len(text.rstrip("\n"))
    if any(not line.replace("\t", " ").isprintable() or (line and not line.strip(" \t")) for line in lines):
        return ""
    body = "\n".join(indent + line if line else "" for line in lines[: len(lines) - ends])
    if ends < 2:
        return ("|\n" if ends else "|-\n") + body
    return "|+\n" + body + "\n" * (ends - 1)


def _plain_or_quoted(text: str) -> str:
    if text.isprintable():
        if _FIRST.match(text) and not _DELICATE.search(text) and text.lower() not in _WORDS:
            return text
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isprintable():
        return sign
    code = ord(sign)
    if 0xD800 <= code < 0xE000:
        return "\\ufffd"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
