"""Finds the operation for a request.

Templates stand in a tree with one level a path segment, so that the number of operations does not
matter. Fixed segments win over placeholders: `/users/me` over `/users/{id}`. The path is split
before `%2F` is decoded, so that a placeholder's value can hold a slash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import parse_qsl, unquote

T = TypeVar("T")

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SLASH = re.compile(r"/(?![^{}]*\})")
_SIGNS = "((?:%[0-9A-Fa-f]{2}|[^%]|%(?![0-9A-Fa-f]{2}))+?)"
"""Each sign in one way only, so that no path takes exponential time."""
_LONG = _SIGNS.replace("+?", "+")
_DELIMITERS = re.compile(r"%(?=25|2C|2c|2E|2e|2F|2f|3B|3b)")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """An operation whose path fits, and the raw values of its placeholders."""

    target: T
    values: Mapping[str, str]


@dataclass(slots=True)
class _Leaf(Generic[T]):
    target: T
    names: tuple[str, ...]
    query: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]


@dataclass(slots=True)
class _Level(Generic[T]):
    fixed: dict[str, _Level[T]] = field(default_factory=dict)
    mixed: dict[str, tuple[re.Pattern[str], _Level[T]]] = field(default_factory=dict)
    free: _Level[T] | None = None
    leaves: dict[str, list[_Leaf[T]]] = field(default_factory=dict)


class Routes(Generic[T]):
    """Operations by method and path."""

    def __init__(self) -> None:
        self._root: _Level[T] = _Level()

    def add(self, method: str, template: str, target: T) -> None:
        """Add an operation.

        Args:
            method: In upper case.
            template: May end in a query (`/?Action=Send`), which a request must then have, or in a
                fragment (`/#Send`), which HTTP does not send; a request may have either, encoded,
                in its path.
        """
        path, _, fragment = template.partition("#")
        path, _, query = path.partition("?")
        self._insert(method, path, query, target)
        if query or fragment:
            self._insert(method, template, "", target)

    def find(self, method: str, raw_path: str, query: str) -> list[Found[T]]:
        """Every operation that the request may mean, the most specific first."""
        values = dict(parse_qsl(query, keep_blank_values=True))
        found = []
        for level, captured in self._walk(self._root, raw_path.split("/")[1:], ()):
            for leaf in level.leaves.get(method, ()):
                extra = _in_query(leaf, values)
                if extra is not None:
                    found.append(
                        (
                            leaf,
                            Found(
                                leaf.target,
                                {**dict(zip(leaf.names, captured, strict=True)), **extra},
                            ),
                        )
                    )
        return [match for _, match in sorted(found, key=lambda pair: -len(pair[0].query))]

    def methods(self, raw_path: str) -> list[str]:
        """The methods that the path knows."""
        levels = [level for level, _ in self._walk(self._root, raw_path.split("/")[1:], ())]
        return sorted({method for level in levels for method in level.leaves})

    def _insert(self, method: str, path: str, query: str, target: T) -> None:
        level = self._root
        names: list[str] = []
        for segment in _segments(path):
            found = _PLACEHOLDER.findall(segment)
            names += found
            if not found:
                level = level.fixed.setdefault(_spelt(segment), _Level())
            elif _PLACEHOLDER.fullmatch(segment):
                level.free = level.free or _Level()
                level = level.free
            else:
                pattern = _pattern(segment)
                level = level.mixed.setdefault(pattern.pattern, (pattern, _Level()))[1]
        rules = []
        for pair in query.split("&") if query else ():
            key, _, value = pair.partition("=")
            rules.append((unquote(key), _pattern(value), tuple(_PLACEHOLDER.findall(value))))
        level.leaves.setdefault(method, []).append(_Leaf(target, tuple(names), tuple(rules)))

    def _walk(
        self, level: _Level[T], segments: list[str], captured: tuple[str, ...]
    ) -> Iterator[tuple[_Level[T], tuple[str, ...]]]:
        if not segments:
            if level.leaves:
                yield level, captured
            return
        segment, rest = segments[0], segments[1:]
        fixed = level.fixed.get(_spelt(segment))
        if fixed is not None:
            yield from self._walk(fixed, rest, captured)
        for pattern, below in level.mixed.values():
            match = pattern.fullmatch(_spelt_but_delimiters(segment))
            if match:
                yield from self._walk(below, rest, captured + match.groups())
        if level.free and segment:
            yield from self._walk(level.free, rest, (*captured, segment))


def _segments(path: str) -> list[str]:
    """The template's segments; a slash inside braces belongs to the placeholder's name."""
    return _SLASH.split(path)[1:]


def _spelt(segment: str) -> str:
    return unquote(segment) if "%" in segment else segment


def _spelt_but_delimiters(segment: str) -> str:
    """The segment decoded, except for the signs that mean something else once they are decoded."""
    return unquote(_DELIMITERS.sub("%25", segment)) if "%" in segment else segment


def _pattern(template: str) -> re.Pattern[str]:
    """What fits the template; a placeholder before a dot is long: `1.5.json` is 1.5 and json."""
    parts = _PLACEHOLDER.split(template)
    pieces = [re.escape(parts[0])]
    for literal in parts[2::2]:
        pieces += (_LONG if literal.startswith(".") else _SIGNS), re.escape(literal)
    return re.compile("".join(pieces), re.DOTALL)


def _in_query(leaf: _Leaf[T], values: Mapping[str, str]) -> dict[str, str] | None:
    """The values for placeholders in the template's own query; None where it does not fit."""
    captured: dict[str, str] = {}
    for key, pattern, names in leaf.query:
        match = pattern.fullmatch(values.get(key, "\0"))
        if match is None:
            return None
        captured.update(zip(names, match.groups(), strict=True))
    return captured
