"""Values as text: OpenAPI's styles for paths, queries, headers, cookies and forms."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from .operation import Style

RESERVED = ":/?#[]@!$&'()*+,;="
"""RFC 3986, section 2.2."""


@dataclass(frozen=True, slots=True)
class Styled:
    """An argument that is not written in the usual style of its place.

    Attributes:
        explode: A list's items or an object's properties are parameters of their own.
        reserved: Signs that have a meaning in URLs are left as they are.
    """

    value: object
    style: Style
    explode: bool = False
    reserved: bool = False


def jsonable(value: object) -> object:
    """The value as JSON's types; of a model what was set, under the names that the API uses."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, Mapping):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(item) for item in value]
    return to_jsonable_python(value)


def path_segment(name: str, argument: object) -> str:
    """An argument in a path, percent-encoded.

    Raises:
        ValueError: It is empty, `.` or `..`: the URL would lead elsewhere.
    """
    styled = argument if isinstance(argument, Styled) else Styled(argument, "simple")
    value = _plain(styled.value)
    match styled.style:
        case "label":
            segment = _label(value, explode=styled.explode)
        case "matrix":
            segment = _matrix(name, value, explode=styled.explode)
        case "json":
            segment = quote(_json(value), safe="")
        case _:
            segment = _simple(
                value,
                explode=styled.explode,
                safe=RESERVED.replace("/", "") if styled.reserved else "",
            )
    if segment in ("", ".", ".."):
        told = repr(segment) if segment else "empty"
        raise ValueError(f"{name} must not be {told}: it is part of the URL's path")
    return segment


def query_pairs(name: str, argument: object) -> Iterator[str]:
    """An argument in a query or a form: `name=value`, percent-encoded, once or several times."""
    styled = argument if isinstance(argument, Styled) else Styled(argument, "form", explode=True)
    value, safe = _plain(styled.value), RESERVED if styled.reserved else ""
    if styled.style == "json":
        yield _pair(name, _json(value), safe)
    elif styled.style == "deepObject":
        yield from _deep(name, value, safe)
    elif isinstance(value, dict) and styled.explode:
        for key, item in value.items():
            yield from _repeated(key, item, safe)
    elif isinstance(value, list) and styled.explode:
        yield from _repeated(name, value, safe)
    elif isinstance(value, dict | list):
        joint = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(styled.style, ",")
        items = joint.join(quote(item, safe=safe) for item in _flat(value))
        yield f"{quote(name, safe='[]')}={items}"
    else:
        yield _pair(name, text(value), safe)


def query_string(argument: object) -> Iterator[str]:
    """An argument that is the query as a whole: JSON, a form, or plain text."""
    styled = argument if isinstance(argument, Styled) else Styled(argument, "form")
    value = _plain(styled.value)
    if styled.style == "json":
        yield quote(_json(value), safe="")
    elif isinstance(value, dict):
        for name, item in value.items():
            if item is not None:
                yield from _repeated(name, item, "")
    else:
        yield quote(text(value), safe="")


def cookie_pairs(name: str, argument: object) -> Iterator[str]:
    """An argument in cookies: `name=value`, once or several times.

    Raises:
        ValueError: It is written as it stands (style `cookie`) and would end the cookie.
    """
    styled = argument if isinstance(argument, Styled) else Styled(argument, "form", explode=True)
    if styled.style != "cookie":
        yield from query_pairs(name, argument)
        return
    value = _plain(styled.value)
    if styled.explode and isinstance(value, dict):
        pairs = [(str(key), text(item)) for key, item in value.items()]
    elif styled.explode and isinstance(value, list):
        pairs = [(name, text(item)) for item in value]
    else:
        pairs = [(name, ",".join(_flat(value)))]
    for key, item in pairs:
        if ";" in item or ";" in key or "=" in key:
            raise ValueError(f"the cookie {key!r} cannot hold a semicolon; encode it")
        yield f"{key}={item}"


def header_value(argument: object) -> str:
    """An argument in a header."""
    styled = argument if isinstance(argument, Styled) else Styled(argument, "simple")
    value = _plain(styled.value)
    return _json(value) if styled.style == "json" else _joined(value, explode=styled.explode)


def _plain(value: object) -> object:
    """The value as JSON's types, dates as RFC 3339 writes them."""
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    return jsonable(value)


def text(value: object) -> str:
    """A single value as text."""
    value = _plain(value)
    if isinstance(value, str):
        return value
    if isinstance(value, dict | list):
        return _json(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else json.dumps(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pair(name: str, value: str, safe: str) -> str:
    return f"{quote(name, safe='[]')}={quote(value, safe=safe)}"


def _repeated(name: str, value: object, safe: str) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        yield _pair(name, text(item), safe)


def _deep(name: str, value: object, safe: str) -> Iterator[str]:
    """`name[key]=value`; OpenAPI leaves open how lists inside are written.

    Here it is `name[key][]` for single values and `name[key][0]` for objects.
    """
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _deep(f"{name}[{key}]", item, safe)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _deep(
                f"{name}[{index if isinstance(item, dict | list) else ''}]", item, safe
            )
    else:
        yield _pair(name, text(value), safe)


def _flat(value: object) -> list[str]:
    """A list's items, or an object's keys and values in turn."""
    if isinstance(value, dict):
        return [part for key, item in value.items() for part in (str(key), text(item))]
    return [text(item) for item in value] if isinstance(value, list) else [text(value)]


def _joined(value: object, *, explode: bool) -> str:
    if isinstance(value, dict) and explode:
        return ",".join(f"{key}={text(item)}" for key, item in value.items())
    return ",".join(_flat(value))


def _simple(value: object, *, explode: bool, safe: str = "") -> str:
    if isinstance(value, dict) and explode:
        return ",".join(
            f"{quote(key, safe='')}={quote(text(item), safe=safe)}" for key, item in value.items()
        )
    return ",".join(quote(item, safe=safe) for item in _flat(value))


def _label(value: object, *, explode: bool) -> str:
    """`.blue.black`, `.R=100.G=200` (RFC 6570, section 3.2.5)."""
    if isinstance(value, dict | list) and explode:
        return "." + _simple(value, explode=True).replace(",", ".")
    return "." + _simple(value, explode=False)


def _matrix(name: str, value: object, *, explode: bool) -> str:
    """`;color=blue,black`, `;R=100;G=200` (RFC 6570, section 3.2.7)."""
    key = quote(name, safe="")
    if isinstance(value, dict) and explode:
        return ";" + _simple(value, explode=True).replace(",", ";")
    if isinstance(value, list) and explode:
        return "".join(f";{key}={quote(item, safe='')}" for item in _flat(value))
    return f";{key}={_simple(value, explode=False)}"
