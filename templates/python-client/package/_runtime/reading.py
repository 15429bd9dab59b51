"""JSON -> typed values, leniently: no answer is refused over a value that is not known here.

What fits its type is read by pydantic. What does not is read as far as it fits: an unknown enum
value, a date in another spelling or a text where a number was promised stays as it came; a property
that should be there and is not is None. An object that says it is a variant of a union that is not
known here is an `ApiModel` with all its properties, and no instance of another variant.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin

import pydantic
from pydantic import BaseModel, TypeAdapter
from pydantic_core import from_json
from typing_extensions import TypeAliasType

from .model import ApiModel, OneOf, alias_target


def read_json(kind: Any, content: bytes, *, strict: bool = False) -> Any:
    """A JSON text as a value of that type.

    Raises:
        ValueError: It is no JSON, or, with `strict`, not of that type.
    """
    try:
        return _adapter(kind).validate_json(content)
    except pydantic.ValidationError:
        if strict:
            raise
    return _construct(kind, from_json(content))


def read(kind: Any, value: object, *, strict: bool = False) -> Any:
    """A JSON value as a value of that type, as far as it is one.

    Raises:
        ValueError: With `strict`, it is none.
    """
    try:
        return _adapter(kind).validate_python(value)
    except pydantic.ValidationError:
        if strict:
            raise
    return _construct(kind, value)


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _construct(kind: Any, value: object) -> Any:
    """The nearest that there is to a value of that type."""
    if isinstance(kind, TypeAliasType):
        return _construct(alias_target(kind), value)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _construct_annotated(arguments[0], arguments[1:], value)
    if origin in (Union, types.UnionType):
        return _construct_union(arguments, value)
    if origin is list and isinstance(value, list):
        return [read(arguments[0], item) for item in value]
    if origin is dict and isinstance(value, dict):
        return {key: read(arguments[1], item) for key, item in value.items()}
    if isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, dict):
        return _construct_model(kind, value)
    return value


def _construct_annotated(kind: Any, marks: tuple[Any, ...], value: object) -> Any:
    for mark in marks:
        if isinstance(mark, OneOf):
            chosen = ApiModel if mark.is_unknown(value) else mark.choose(kind, value)
            return _construct(kind if chosen is None else chosen, value)
    return _construct(kind, value)


def _construct_union(variants: tuple[Any, ...], value: object) -> Any:
    """The model that knows most of an object's properties, else the first variant that can be."""
    if isinstance(value, dict):
        known = [_properties(variant) & value.keys() for variant in variants]
        best = max(range(len(variants)), key=lambda place: len(known[place]))
        if known[best]:
            return _construct(variants[best], value)
    for variant in variants:
        read_so = _construct(variant, value)
        if read_so is not value:
            return read_so
    return value


def _properties(kind: Any) -> frozenset[str]:
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        return frozenset().union(*(_properties(variant) for variant in get_args(kind)))
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return frozenset()
    kind.model_rebuild()
    return frozenset(field.serialization_alias or name for name, field in kind.model_fields.items())


def _construct_model(kind: type[BaseModel], value: Mapping[str, object]) -> BaseModel:
    kind.model_rebuild()
    values = {key: item for key, item in value.items() if key not in ("_fields_set", "cls")}
    given = set()
    for name, field in kind.model_fields.items():
        wire = field.serialization_alias or name
        if wire in value:
            given.add(name)
            values[wire] = _construct_field(field.annotation, tuple(field.metadata), value[wire])
        elif field.is_required():
            values[wire] = None
    return kind.model_construct(_fields_set=given, **values)


def _construct_field(kind: Any, marks: tuple[Any, ...], value: object) -> Any:
    return read(Annotated[(kind, *marks)] if marks else kind, value)
