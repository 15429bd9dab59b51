"""Records that cost little: every fact of a document is one, and there are hundreds of thousands of them.

In: a class of fields. Out: a dataclass. `dataclass` is the library's but for `frozen`, which type checkers see to and
nothing at run time: a frozen dataclass of the library sets each field by a call, which is a tenth of a whole run.
`sparse` is for records of many fields that are given few; what an object is not given takes neither time nor room.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

Record = TypeVar("Record")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: bool):
        """`dataclasses.dataclass`, whose frozen records are compared and hashed as ever, and not watched."""
        return dataclasses.dataclass(eq=eq, unsafe_hash=frozen and eq, **options)


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
