"""What checks and converts the values of a type."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import TypeAdapter
from pydantic.errors import PydanticUserError
from pydantic_core import SchemaError

_ANNOTATED: Any = Annotated
"""Subscribed with values here, which type checkers allow for types only."""


def adapter_of(type_: Any, limits: Any = None) -> TypeAdapter[Any]:
    """The adapter of a type with its limits, as far as pydantic can apply them."""
    return TypeAdapter(limited(type_, limits))


def limited(type_: Any, limits: Any = None) -> Any:
    """The annotation of a type with its limits; without those that pydantic cannot apply.

    Args:
        type_: An annotation.
        limits: A `pydantic.Field` with bounds, or None.
    """
    if limits is None:
        return type_
    annotation = _ANNOTATED[type_, limits]
    try:
        TypeAdapter(annotation)
    except (TypeError, PydanticUserError, SchemaError):
        return type_
    return annotation
