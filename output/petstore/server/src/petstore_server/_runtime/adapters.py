"""What checks and converts the values of a type."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import TypeAdapter
from pydantic.errors import PydanticUserError
from pydantic_core import SchemaError

_ANNOTATED: Any = Annotated
"""Subscribed with values here, which type checkers allow for types only."""


def adapter_of(type_: Any, limits: Any = None) -> TypeAdapter[Any]:
    """The adapter of a type, without the limits where pydantic cannot apply them to it.

    Args:
        type_: An annotation.
        limits: A `pydantic.Field` with bounds, or None.
    """
    if limits is None:
        return TypeAdapter(type_)
    try:
        return TypeAdapter(_ANNOTATED[type_, limits])
    except (TypeError, PydanticUserError, SchemaError):
        return TypeAdapter(type_)
