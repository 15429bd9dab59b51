"""The values a document can hold."""

from __future__ import annotations

from enum import Enum
from typing import Final, TypeAlias, Union


class Missing(Enum):
    """The type of `MISSING`; an enum, so that type checkers narrow `is MISSING`."""

    MISSING = "missing"

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False


MISSING: Final = Missing.MISSING
"""No value was given; unlike None, which is JSON's null."""

Json: TypeAlias = Union[bool, int, float, str, "list[Json]", "dict[str, Json]", None]
"""A JSON value. Trees are treated as immutable once loaded."""
