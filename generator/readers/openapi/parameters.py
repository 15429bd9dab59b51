"""Parameters: those of a path item and of its operations, merged; 2.0's bodies and forms, told apart from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from generator.diagnostics import Origin
from generator.draft import Body, Claim, Content, Encoding, Parameter, Reference, Schema
from generator.readers.openapi.contents import (
    media_types_of,
    read_contents,
    read_examples,
    schema_of,
    swagger_contents,
)
from generator.readers.openapi.members import (
    below,
    flag,
    flag_claim,
    members,
    optional_flag,
    text,
    text_claim,
)
from generator.readers.openapi.scope import Scope
from generator.source import MISSING, Json, Node

_Place = Literal["path", "query", "querystring", "header", "cookie"]
_PLACES: dict[str, _Place] = {place: place for place in get_args(_Place)}
_MEANT_PLACES: dict[str, _Place] = {
    "uri": "path",
    "url": "path",
    "route": "path",
    "params": "query",
    "queries": "query",
    "get": "query",
    "headers": "header",
    "cookies": "cookie",
}
_FORM_PLACES = frozenset(("formdata", "form", "multipart", "form-data", "multipart/form-data", "field"))
_STYLES: dict[_Place, frozenset[str]] = {
    "path": frozenset(("simple", "label", "matrix")),
    "query": frozenset(("form", "spaceDelimited", "pipeDelimited", "deepObject")),
    "querystring": frozenset(),
    "header": frozenset(("simple",)),
    "cookie": frozenset(("form",)),
}
_FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """What stands under `parameters`: the parameters, and the places of what is a body (2.0)."""

    plain: tuple[Parameter, ...]
    body: Node | None = None
    form: tuple[Node, ...] = ()


def read_parameters(holders: Sequence[Node], placeholders: Sequence[str], scope: Scope) -> Parameters:
    """The parameters of an operation.

    Args:
        holders: The maps that have a `parameters` member, the operation first; it overrides what comes later.
        placeholders: The names in the path's template, to guess the place of a parameter that does not say it.
    """
    plain: dict[tuple[str, str], Parameter] = {}
    form: dict[str, Node] = {}
    body: Node | None = None
    for holder in holders:
        own: set[tuple[str, str]] = set()
        for node, target in _entries(holder["parameters"], scope):
            place = _place(target, placeholders, scope)
            name = text(target, "name")
            if place == "body":
                body = body or target
                continue
            if not name:
                scope.notes.warning("parameter-nameless", "a parameter without a name is left out", target.origin)
                continue
            if (place, name) in own:
                message = f"the {place} parameter {name!r} is declared twice; the first is kept"
                scope.notes.warning("parameter-duplicate", message, node.origin)
                continue
            own.add((place, name))
            if place == "form":
                form.setdefault(name, target)
            elif (place, name) not in plain:
                plain[(place, name)] = _parameter(name, _PLACES[place], node, target, scope)
    return Parameters(plain=_allowed(plain.values()), body=body, form=tuple(form.values()))


def _allowed(parameters: Iterator[Parameter] | Sequence[Parameter]) -> tuple[Parameter, ...]:
    return tuple(parameters)
