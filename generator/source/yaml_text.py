"""YAML text to a plain tree, the way OpenAPI means it: scalars of the YAML 1.2 core schema (§10.3.2).

`no`, `on`, `2020-01-01` and `0777` are strings. The tree is built from libyaml's event stream, which is several times
faster than `yaml.load`. Duplicate keys are findings; aliases may not make the tree much larger than the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.diagnostics import Finding, InputError, Origin, Severity
from generator.source.lines import position_of
from generator.source.values import Json
from generator.source.yaml_errors import explained

Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 200
"""Levels of nesting. Real documents stay below 60."""
MAX_ALIASED = 5_000_000
"""Nodes that aliases may add to the tree in all; a bomb adds billions."""

_INT = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL = re.compile(r"0o[0-7]+\Z")
_HEX = re.compile(r"0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Json] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_STARTS = frozenset("0123456789+-.")


def parse(text: str, name: str) -> tuple[Json, tuple[Finding, ...]]:
    """Parse one YAML document.

    Args:
        text: The document; only the first of a stream is read.
        name: Its name, for findings.

    Returns:
        The tree, with every key a string, and findings on duplicate keys and on a second document.

    Raises:
        InputError: Not YAML, nested too deeply, or an alias bomb.
    """
    builder = _Builder(name)
    events = yaml.parse(text, Loader=Loader)
    try:
        for event in events:
            if builder.take(event):
                break
        builder.end(events)
    except yaml.MarkedYAMLError as error:
        problem, (line, column) = explained(error, text)
        at = Origin(name, line=line, column=column)
        raise InputError("not-yaml", f"not valid YAML: {problem}", at) from None
    except (yaml.YAMLError, ValueError) as error:
        raise InputError("not-yaml", *_unreadable(error, text, name)) from None
    return builder.root, tuple(builder.findings)


_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2 does not count among the printable signs (§5.1)."""


def _unreadable(error: Exception, text: str, name: str) -> tuple[str, Origin]:
    """Message and place of text that is refused before it is looked at."""
    found = _CONTROL.search(text)
    if not found:
        return f"not valid YAML: {str(error).splitlines()[0]}", Origin(name)
    line, column = position_of(text, found.start())
    message = f"not valid YAML: the control character U+{ord(found[0]):04X} stands here; remove it"
    return message, Origin(name, line=line, column=column)


class _MergeKey(str):
    """The key `<<` without quotes."""

    __slots__ = ()


class _Builder:
    """Builds the tree event by event, on a stack of open containers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Json = None
        self.findings: list[Finding] = []
        self._stack: list[dict[str, Json] | list[Json]] = []
        self._keys: list[str | None] = []
        self._merges: dict[int, list[Json]] = {}
        self._anchors: dict[str, Json] = {}
        self._open_anchors: list[str | None] = []
        self._sizes: dict[int, int] = {}
        self._aliased = 0

    def take(self, event: Any) -> bool:
        """Take one event; True when the document is complete."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._put(_scalar(event) if self._is_value() else str(event.value), event)
            if event.anchor:
                self._anchors[event.anchor] = _scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open({} if kind is yaml.MappingStartEvent else [], event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.AliasEvent:
            self._put(self._alias(event), event)
        elif kind is yaml.DocumentEndEvent:
            return True
        return False

    def end(self, events: Iterator[Any]) -> None:
        """Note another document behind the first one; an empty one (`---` at the end) is none."""
        start = next(events, None)
        if type(start) is not yaml.DocumentStartEvent:
            return
        value = next(events)
        if type(value) is yaml.ScalarEvent and not value.value:
            return
        message = "another document begins here; only the first one of a file is read"
        finding = Finding(code="more-documents", severity=Severity.WARNING, message=message, at=self._at(start))
        self.findings.append(finding)

    def _is_value(self) -> bool:
        return not self._stack or isinstance(self._stack[-1], list) or self._keys[-1] is not None

    def _open(self, container: dict[str, Json] | list[Json], event: Any) -> None:
        if not self._is_value():
            message = "a mapping or list cannot be a key; a text that begins with `{` or `[` must be in quotes"
            raise InputError("not-yaml", f"not valid YAML: {message}", self._at(event))
        if len(self._stack) >= MAX_DEPTH:
            raise InputError("too-deep", f"nested more than {MAX_DEPTH} levels deep", self._at(event))
        self._put(container, event)
        self._stack.append(container)
        self._keys.append(None)
        if event.anchor:
            self._anchors[event.anchor] = container

    def _put(self, value: Json, event: Any) -> None:
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        if isinstance(top, list):
            top.append(value)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._new_key(_key(value), top, event)
        elif isinstance(key, _MergeKey) and isinstance(value, dict | list):
            self._merges.setdefault(len(self._stack), []).extend(value if isinstance(value, list) else [value])
            self._keys[-1] = None
        else:
            top[key] = value
            self._keys[-1] = None

    def _new_key(self, key: str, top: dict[str, Json], event: Any) -> str:
        if key in top:
            message = f"the key {key!r} stands twice in one mapping; the last value holds"
            finding = Finding(code="duplicate-key", severity=Severity.WARNING, message=message, at=self._at(event))
            self.findings.append(finding)
        return _MergeKey(key) if key == "<<" and not getattr(event, "style", None) else key

    def _close(self) -> None:
        """End a container; the merge keys (`<<` of YAML 1.1, which vendors' tools still write) fill its gaps."""
        if self._merges:
            top = self._stack[-1]
            for source in self._merges.pop(len(self._stack), ()):
                if isinstance(source, dict) and isinstance(top, dict):
                    top.update({key: value for key, value in source.items() if key not in top})
        self._stack.pop()
        self._keys.pop()

    def _alias(self, event: Any) -> Json:
        if event.anchor not in self._anchors:
            raise InputError(
                "not-yaml",
                f"the alias *{event.anchor} has no anchor before it; a text that begins with `*` must be in quotes",
                self._at(event),
            )
        value = self._anchors[event.anchor]
        if any(value is container for container in self._stack):
            raise InputError("alias-cycle", f"the alias *{event.anchor} stands inside its own anchor", self._at(event))
        self._aliased += self._size(value)
        if self._aliased > MAX_ALIASED:
            raise InputError("alias-bomb", "its aliases unfold to millions of values", self._at(event))
        return value

    def _size(self, value: Json) -> int:
        """How many values a shared subtree unfolds to; each subtree is counted once."""
        if not isinstance(value, dict | list):
            return 1
        size = self._sizes.get(id(value))
        if size is None:
            children = value.values() if isinstance(value, dict) else value
            size = self._sizes[id(value)] = 1 + sum(self._size(child) for child in children)
        return size

    def _at(self, event: Any) -> Origin:
        mark = event.start_mark
        return Origin(self.name, line=mark.line + 1, column=mark.column + 1)


def _key(value: Json) -> str:
    """A key as OpenAPI means it: always a string, as it was written (`200`, `true`)."""
    return value if isinstance(value, str) else "null" if value is None else str(value)


def _scalar(event: yaml.ScalarEvent) -> Json:
    value: str = event.value
    tag: str | None = event.tag
    if tag is not None and tag != "!":
        return _tagged(value, tag)
    if event.style or tag == "!":
        return value
    if value in _WORDS:
        return _WORDS[value]
    if value[0] not in _NUMBER_STARTS:
        return value
    return _number(value)


def _number(value: str) -> Json:
    """The number that a plain scalar means, else the text itself. `012` stays text: an id, not a number."""
    if _INT.match(value):
        digits = value.lstrip("+-")
        if len(digits) > 1 and digits[0] == "0":
            return value
        return int(value) if len(digits) < 400 else float(value)
    if _FLOAT.match(value):
        return float(value)
    if _OCTAL.match(value):
        return int(value, 0)
    if _HEX.match(value):
        return int(value, 0)
    return value


def _tagged(value: str, tag: str) -> Json:
    """An explicitly tagged scalar; only the core schema's tags mean something, all others are text."""
    if tag == "tag:yaml.org,2002:int" or tag == "tag:yaml.org,2002:float":
        return _number(value)
    if tag == "tag:yaml.org,2002:null" or tag == "tag:yaml.org,2002:bool":
        return _WORDS.get(value, value)
    return value
