"""What is fixed about an operation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, Protocol, TypeVar

T = TypeVar("T")

Style = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
    "json",
]
"""How a value is spelt in a URL, a header, a cookie or a form (OpenAPI 3.2, "Style Values")."""


class Syntax(Protocol):
    """Reads and writes bodies in a syntax that is not JSON."""

    def read(self, kind: Any, content: bytes) -> object:
        """A body as plain values, guided by the type that they shall be of."""
        ...

    def write(self, value: object) -> bytes:
        """A value as a body."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """How one property of a form is written."""

    content_type: str = ""
    style: Style = "form"
    explode: bool = True


@dataclass(frozen=True, slots=True)
class Operation(Generic[T]):
    """An operation that answers with a `T`.

    Attributes:
        returns: For each status of success (`200`, `2XX`, `default`) the type of the answer's body;
            None for no body. A stream has `events` instead.
        errors: The same for statuses of failure.
        accept: The media types that the answer may have.
        content_type: The media type of the request's body.
        bodies: Where that is one of several, the type that goes with each.
        parts: How the properties of a form are written, where that is not the usual way.
        security: Any one of the groups of credentials suffices; an empty group stands for none.
        base_url: The operation's own server, where it has one.
        events: For a stream, the type of each kind of event by its name; "" for those without one.
        xml: How bodies in XML are written and read, where there are such.
    """

    method: str
    path: str
    returns: Mapping[str, object] = field(default_factory=dict)
    errors: Mapping[str, object] = field(default_factory=dict)
    accept: str = "application/json"
    content_type: str = "application/json"
    bodies: Mapping[str, object] = field(default_factory=dict)
    parts: Mapping[str, Part] = field(default_factory=dict)
    security: tuple[tuple[str, ...], ...] = ()
    base_url: str = ""
    events: Mapping[str, object] = field(default_factory=dict)
    xml: Syntax | None = None
