"""Records of many fields that are given few: what an object is not given takes neither time nor room.

In: a frozen dataclass. Out: the same class, whose objects read from it whatever they were not given. A document is made
of tens of thousands of schemas, and each says a handful of the forty things that a schema can say.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

Record = TypeVar("Record")


def sparse(record: type[Record]) -> type[Record]:
    """Make a dataclass sparse: one that is frozen, keyword-only and has no slots, each default immutable in use."""
    for entry in dataclasses.fields(record):  # type: ignore[arg-type]
        if entry.default_factory is not dataclasses.MISSING:
            setattr(record, entry.name, entry.default_factory())

    def hold(self: Any, **given: Any) -> None:
        vars(self).update(given)

    record.__init__ = hold  # type: ignore[method-assign]
    return record


def replaced(record: Record, **changes: Any) -> Record:
    """A sparse record with other values in some fields: `dataclasses.replace` would give it all of them."""
    return type(record)(**{**vars(record), **changes})
