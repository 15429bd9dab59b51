"""What a parameter says on the wire, as plain Python: texts, lists of texts, dictionaries of texts.

Styles are OpenAPI's (3.1, 4.8.12.6), which are RFC 6570's. Types are a later step: nothing is a
number yet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote, unquote_plus

from .operation import Parameter

Raw = object
"""A text, or a list or a dictionary of further such values; from JSON any of its values."""

ABSENT = object()
"""The parameter is not in the request."""

_SPACES = re.compile(r"%20|\+| ")
_PIPES = re.compile(r"%7[Cc]|\|")
_COMMAS = re.compile(",")
_ENCODED_COMMAS = re.compile("%2[Cc]")
_STEPS = re.compile(r"\[([^\[\]]*)\]")
_DEEPEST = 64
"""A name with more brackets than this is no nested value but an attack; it is not read."""


class Pairs:
    """The pairs of a query or a form, in order, still encoded."""

    def __init__(self, text: str) -> None:
        self._values: dict[str, list[str]] = {}
        for pair in text.split("&") if text else ():
            if pair:
                name, _, value = pair.partition("=")
                self._values.setdefault(unquote_plus(name), []).append(value)

    def raw(self, name: str) -> Sequence[str]:
        """The values of a name, still encoded."""
        return self._values.get(name, ())

    def items(self) -> Iterable[tuple[str, list[str]]]:
        """Every name with its values, decoded."""
        return (
            (name, [unquote_plus(value) for value in values])
            for name, values in self._values.items()
        )


def from_path(parameter: Parameter, raw: str) -> Raw:
    """The value of a placeholder; `raw` is its part of the path, still encoded."""
    if parameter.style == "label":
        raw = raw.removeprefix(".")
    elif parameter.style == "matrix":
        return _matrix(parameter, raw)
    if parameter.style == "json":
        return _json(unquote(raw))
    if parameter.kind == "scalar":
        return unquote(raw)
    sign = "." if parameter.style == "label" and parameter.explode else ","
    items = raw.split(sign) if raw else []
    if parameter.kind == "array":
        return [unquote(item) for item in items]
    return _object(items, parameter.explode, unquote)


def from_query(parameter: Parameter, pairs: Pairs, others: Collection[str] = ()) -> Raw:
    """The value of a parameter of the query, or `ABSENT`.

    Args:
        others: Names of the query that belong to other parameters.
    """
    if parameter.kind == "object" and parameter.style == "deepObject":
        nested = unfold(
            (key[len(parameter.name) :], values)
            for key, values in pairs.items()
            if key.startswith(parameter.name + "[")
        )
        lists = {name for name in nested if parameter.properties.get(name) == "array"}
        for name in lists:
            nested[name] = _as_list(nested[name])
        return nested or _plain(pairs.raw(parameter.name))
    if parameter.kind == "object" and parameter.style == "form" and parameter.explode:
        return _own_pairs(parameter, pairs, others)
    values = pairs.raw(parameter.name)
    if parameter.kind == "array" and not values:
        return _bracketed(parameter, pairs)
    if not values:
        return ABSENT
    if parameter.style == "json":
        return _json(unquote_plus(values[-1]))
    if parameter.kind == "scalar":
        return unquote_plus(values[-1])
    if parameter.kind == "array" and (len(values) > 1 or parameter.explode):
        return [unquote_plus(value) for value in values]
    items = _split(parameter, values[-1])
    return items if parameter.kind == "array" else _object(items, False, str)


def from_querystring(parameter: Parameter, text: str) -> Raw:
    """The whole query as one value, or `ABSENT`."""
    if not text:
        return ABSENT
    if parameter.kind == "object" and parameter.style != "json":
        found = unfold(Pairs(text).items())
        lists = {name for name in found if parameter.properties.get(name) == "array"}
        return found | {name: _as_list(found[name]) for name in lists}
    whole = unquote(text.partition("&")[0])  # what stands behind it is an API key
    return _json(whole) if parameter.style == "json" else whole


def from_header(parameter: Parameter, values: Sequence[str]) -> Raw:
    """The value of a header, or `ABSENT`; several lines of one header count as one list."""
    if not values:
        return ABSENT
    text = ", ".join(values)
    if parameter.style == "json":
        return _json(text)
    if parameter.kind == "scalar":
        return text
    items = [item.strip() for item in text.split(",")] if text.strip() else []
    return items if parameter.kind == "array" else _object(items, parameter.explode, str)


def from_cookie(
    parameter: Parameter, cookies: Mapping[str, Sequence[str]], others: Collection[str] = ()
) -> Raw:
    """The value of a cookie, or of several, or `ABSENT`.

    Args:
        cookies: The values of each name, as they were sent.
        others: Names that belong to other parameters.
    """
    decode = str if parameter.style == "cookie" else unquote
    if parameter.kind == "object" and parameter.explode and parameter.style != "json":
        kinds = parameter.properties or dict.fromkeys(cookies.keys() - set(others), "scalar")
        found: dict[str, Raw] = {}
        for name in kinds.keys() & cookies.keys():
            listed = [decode(value) for value in cookies[name]]
            found[name] = listed if kinds[name] == "array" else listed[-1]
        return found or ABSENT
    values = cookies.get(parameter.name, ())
    if not values:
        return ABSENT
    if parameter.style == "json":
        return _json(unquote(values[-1]))
    if parameter.kind == "scalar":
        return decode(values[-1])
    if parameter.kind == "array" and parameter.explode:
        return [decode(value) for value in values]
    items = values[-1].split(",") if values[-1] else []
    return (
        [decode(item) for item in items]
        if parameter.kind == "array"
        else _object(items, False, decode)
    )


def cookies_of(headers: Iterable[str]) -> dict[str, list[str]]:
    """The cookies of a request by name (RFC 6265, section 4.2); a name may stand there twice."""
    found: dict[str, list[str]] = {}
    for header in headers:
        for pair in header.split(";"):
            name, _, value = pair.strip().partition("=")
            quoted = len(value) >= 2 and value[0] == value[-1] == '"'
            found.setdefault(name, []).append(value[1:-1] if quoted else value)
    return found


def unfold(pairs: Iterable[tuple[str, list[str]]], whole: Container[str] = ()) -> dict[str, Raw]:
    """Names with brackets as nested values: `a[b][0]=x` and `a[b][]=x` as `{"a": {"b": ["x"]}}`.

    The names in `whole` are documented with their brackets and stay as they are.
    """
    tree: dict[str, Raw] = {}
    for key, values in pairs:
        if key in whole:
            tree[key] = values[-1] if len(values) == 1 else list(values)
            continue
        head, bracket, rest = key.partition("[")
        steps = ([head] if head else []) + _STEPS.findall(bracket + rest)
        if not steps or len(steps) > _DEEPEST:
            continue
        if len(steps) > 1 and steps[-1] == "":
            steps.pop()
            _put(tree, steps, list(values))
        else:
            _put(tree, steps, values[-1] if len(values) == 1 else list(values))
    return {key: _listed(value) for key, value in tree.items()}


def retyped(value: object, places: Iterable[Sequence[str | int]]) -> object:
    """The value with the texts at those places, however deep, turned into what they spell in JSON.

    What a place names besides keys and indexes, such as the variants of a union, is passed over.
    """
    root = [value]
    copied: set[int] = set()
    for place in places:
        holder: Any = root
        key: Any = 0
        for step in place:
            inner = holder[key]
            if (isinstance(inner, dict) and step in inner) or _is_index(step, inner):
                if id(inner) not in copied:
                    holder[key] = inner = inner.copy()
                    copied.add(id(inner))
                holder, key = inner, step
        if isinstance(holder[key], str):
            holder[key] = _spelt(holder[key])
    return root[0]


def _is_index(step: object, inner: object) -> bool:
    return isinstance(inner, list) and isinstance(step, int) and step < len(inner)


def _spelt(text: str) -> object:
    try:
        spelt: object = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return text if isinstance(spelt, str) else spelt


def _put(tree: dict[str, Raw], steps: list[str], value: Raw) -> None:
    for step in steps[:-1]:
        below = tree.setdefault(step, {})
        if not isinstance(below, dict):
            return
        tree = below
    tree[steps[-1]] = value


def _listed(value: Raw) -> Raw:
    """Dictionaries whose keys are 0, 1, 2 … as lists."""
    if not isinstance(value, dict):
        return value
    items = {key: _listed(item) for key, item in value.items()}
    if items and all(key.isdecimal() for key in items):
        return [items[key] for key in sorted(items, key=int)]
    return items


def _own_pairs(parameter: Parameter, pairs: Pairs, others: Collection[str]) -> Raw:
    """An exploded object: its properties stand in the query as parameters of their own."""
    found: dict[str, Raw] = {}
    for name, values in pairs.items():
        kind = parameter.properties.get(name.removesuffix("[]"))
        if kind == "array":
            found[name.removesuffix("[]")] = list(values)
        elif kind or (not parameter.properties and name not in others):
            found[name] = values[-1] if kind or len(values) == 1 else list(values)
    return found or _plain(pairs.raw(parameter.name))


def _as_list(value: Raw) -> list[Raw]:
    return value if isinstance(value, list) else [value]


def _bracketed(parameter: Parameter, pairs: Pairs) -> Raw:
    """A list written as `ids[]=1&ids[]=2` or `ids[0]=1`, as many clients do."""
    nested = unfold(
        (key, values) for key, values in pairs.items() if key.startswith(parameter.name + "[")
    )
    value = next(iter(nested.values()), ABSENT)
    return value if value is ABSENT or isinstance(value, list) else [value]


def _plain(values: Sequence[str]) -> Raw:
    """A value that stands alone where an object may stand; the object as JSON, if it is that."""
    if not values:
        return ABSENT
    text = unquote_plus(values[-1])
    return _json(text) if text.startswith("{") else text


def _split(parameter: Parameter, raw: str) -> list[str]:
    if parameter.style == "pipeDelimited":
        sign = _PIPES
    elif parameter.style == "spaceDelimited":
        sign = _SPACES
    else:
        sign = _COMMAS if "," in raw else _ENCODED_COMMAS
    return [unquote_plus(item) for item in sign.split(raw)] if raw else []


def _matrix(parameter: Parameter, raw: str) -> Raw:
    parts = [part.partition("=") for part in raw.removeprefix(";").split(";")]
    if parameter.kind == "object" and parameter.explode:
        return {unquote(name): unquote(value) for name, _, value in parts}
    values = [value for _, _, value in parts]
    if parameter.kind == "scalar":
        return unquote(values[0])
    if parameter.kind == "array":
        items = values if parameter.explode else values[0].split(",")
        return [unquote(item) for item in items]
    return _object(values[0].split(","), False, unquote)


def _object(items: list[str], explode: bool, decode: Callable[[str], str]) -> Raw:
    """`k=v` items where exploded, else keys and values in turn; the text where it is neither."""
    if explode:
        return {
            decode(key): decode(value) for key, _, value in (item.partition("=") for item in items)
        }
    if len(items) % 2:
        return ",".join(decode(item) for item in items)
    return {decode(key): decode(value) for key, value in zip(items[::2], items[1::2], strict=True)}


def _json(text: str) -> Raw:
    """The JSON value; the text where it is not JSON, for the type's check to complain about."""
    try:
        value: Raw = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value
