"""Values compared and converted by meaning: a page's text "1000" is the document's number 1000.

In: JSON values of an OpenAPI document, texts of a documentation page. Out: whether two mean the same, a text as a value
of given types, and the type that texts suggest. It knows nothing of operations.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Sequence

from generator.source import MISSING, Json, Missing


def same(left: Json, right: Json) -> bool:
    """True where both values mean the same: "0" and 0, "True" and true, "a, b" and ["a", "b"], 1.0 and 1."""
    if isinstance(left, str) and isinstance(right, list):
        return same(right, left)
    if isinstance(left, list) and isinstance(right, str) and not right.lstrip().startswith("["):
        return plain(left) == plain([part for part in _COMMA.split(right.strip()) if part])
    return plain(left) == plain(right)


def allows(one: Json, other: Json) -> bool:
    """Whether an enum allows all values of another; the order does not count, and a lone value counts as a list."""
    left, right = (values if isinstance(values, list) else [values] for values in (one, other))
    return {plain(value) for value in right} <= {plain(value) for value in left}


def plain(value: Json) -> Hashable:
    """The value in one spelling, hashable."""
    match value:
        case None:
            return ("null",)
        case bool():
            return ("boolean", value)
        case int() | float():
            return _number(value)
        case str():
            return _plain_text(value)
        case list():
            return ("list", tuple(plain(entry) for entry in value))
        case dict():
            return ("map", tuple(sorted((key, plain(entry)) for key, entry in value.items())))


def shown(value: Json) -> str:
    """The value as findings print it: JSON, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def typed(value: Json, types: Sequence[str]) -> Json | Missing:
    """The value as one of these JSON types; `MISSING` where its text means none of them.

    Args:
        value: As the source gives it; a text may stand for any type.
        types: JSON Schema's names; none of them allows anything.
    """
    if not types or _is_one_of(value, types):
        return value
    if isinstance(value, str):
        return _from_text(value.strip().strip(_QUOTES), types)
    if "string" in types and isinstance(value, bool | int | float):
        return json.dumps(value)
    return MISSING


def typed_values(values: Iterable[Json], types: Sequence[str]) -> tuple[Json, ...]:
    """The values as one of these types; () where one of them cannot be."""
    found = [typed(value, types) for value in values]
    return tuple(value for value in found if value is not MISSING) if MISSING not in found else ()


def type_of_texts(texts: Iterable[str]) -> str:
    """The JSON type that all of these texts fit: `integer`, `number`, `boolean`, else `string`."""
    kinds = {_kind(text.strip().strip(_QUOTES)) for text in texts}
    if len(kinds) == 1:
        return kinds.pop()
    return "number" if kinds == {"integer", "number"} else "string"


_SHOWN = 80
_QUOTES = "\"'`“”‘’"
_COMMA = re.compile(r"\s*,\s*")
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,15})?([eE][-+]?\d{1,2})?")


def _number(value: int | float) -> Hashable:
    if isinstance(value, float) and value.is_integer():
        return ("number", int(value))
    return ("number", value)


def _plain_text(text: str) -> Hashable:
    bare = text.strip().strip(_QUOTES)
    lowered = bare.lower()
    if lowered in ("true", "false"):
        return ("boolean", lowered == "true")
    if lowered == "null":
        return ("null",)
    if _NUMBER.fullmatch(bare):
        return _number(int(bare) if _INTEGER.fullmatch(bare) else float(bare))
    if bare[:1] in ("{", "["):
        try:
            return plain(json.loads(bare))
        except (ValueError, RecursionError):
            pass  # not JSON after all: it is a text
    return ("text", bare)


def _is_one_of(value: Json, types: Sequence[str]) -> bool:
    match value:
        case None:
            return "null" in types
        case bool():
            return "boolean" in types
        case int():
            return "integer" in types or "number" in types
        case float():
            return "number" in types or ("integer" in types and value.is_integer())
        case str():
            return "string" in types
        case list():
            return "array" in types
        case dict():
            return "object" in types


def _from_text(text: str, types: Sequence[str]) -> Json | Missing:
    kind = _kind(text)
    if kind == "integer" and ("integer" in types or "number" in types):
        return int(text)
    if kind == "number" and "number" in types:
        return float(text)
    if kind == "boolean" and "boolean" in types:
        return text.lower() == "true"
    if text.lower() == "null" and "null" in types:
        return None
    if text[:1] in ("{", "["):
        try:
            value: Json = json.loads(text)
        except (ValueError, RecursionError):
            return MISSING
        return value if _is_one_of(value, types) else MISSING
    if "array" in types and text:
        return list(_COMMA.split(text))
    return MISSING


def _kind(text: str) -> str:
    if _INTEGER.fullmatch(text):
        return "integer"
    if _NUMBER.fullmatch(text):
        return "number"
    return "boolean" if text.lower() in ("true", "false") else "string"
