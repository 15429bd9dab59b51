"""How an operation is declared: method, path, where its handler's arguments stand on the wire."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import partial
from typing import Any, Literal, Protocol

Place = Literal["path", "query", "querystring", "header", "cookie"]
Kind = Literal["scalar", "array", "object"]
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
ContentKind = Literal[
    "json", "form", "multipart", "text", "xml", "binary", "json-lines", "json-seq", "sse"
]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a handler and where it stands in a request.

    Attributes:
        name: The name on the wire.
        argument: The name of the handler's argument.
        kind: Whether the value is one text, a list, or an object.
        style, explode: How a list or an object is written (OpenAPI 3.2, 4.12.6).
        properties: An object's properties by their names, where these stand on their own.
        limits: A `pydantic.Field` with the bounds that the value must keep.
    """

    place: Place
    name: str
    argument: str
    _: KW_ONLY
    required: bool = False
    kind: Kind = "scalar"
    style: Style = "form"
    explode: bool = True
    properties: Mapping[str, Kind] = field(default_factory=dict)
    limits: Any = None
    description: str = ""
    deprecated: bool = False


path = partial(Parameter, "path", required=True, style="simple", explode=False)
query = partial(Parameter, "query")
querystring = partial(Parameter, "querystring")
"""The whole query as one value (OpenAPI 3.2)."""
header = partial(Parameter, "header", style="simple", explode=False)
cookie = partial(Parameter, "cookie")


class Syntax(Protocol):
    """Reads and writes bodies in a syntax that is not JSON."""

    def read(self, kind: Any, content: bytes) -> object:
        """A body as plain values, guided by the type that they shall be of."""
        ...

    def write(self, value: object) -> bytes:
        """A value as a body."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body in one media type.

    Attributes:
        type: What it is in Python; None where it has no shape worth naming.
        arrays: The properties of a form that are lists.
        objects: The properties of a form that are written as JSON.
        spread: The properties of a form that are objects whose own properties stand beside theirs.
        xml: How a body in XML is written and read, where it is a value.
        delimiters: The signs that part the items of a form's lists, where they stand in one value.
    """

    media_type: str
    kind: ContentKind = "json"
    type: Any = None
    xml: Syntax | None = None
    arrays: Sequence[str] = ()
    objects: Sequence[str] = ()
    spread: Mapping[str, Sequence[str]] = field(default_factory=dict)
    delimiters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of a request, in one of several media types; handed to the argument `argument`."""

    contents: Sequence[Content]
    required: bool = False
    argument: str = "body"
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One documented response.

    Attributes:
        status: `200`, `4XX` or `default`.
        message: The way to the property of an error's body that tells people what is wrong.
        code: The way to the property that repeats the status.
    """

    status: str
    description: str = ""
    contents: Sequence[Content] = ()
    message: Sequence[str] = ()
    code: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What tells a request for one of several operations with the same method and path."""

    place: Place
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation.

    Attributes:
        handler: The method of the handlers' base class; a subclass's method of that name is called.
        name: `resource.action`, unique in the API; the key to its examples.
        path: The template as documented; `{name}` stands for a path parameter.
        success: The status of an answer that the handler gives as a plain value.
        guards: What tells it from other operations with the same method and path.
        security: Alternatives; each names the schemes that are needed together, with their scopes.
        scopes: Any one of these suffices.
    """

    handler: Callable[..., Any]
    name: str
    method: str
    path: str
    parameters: Sequence[Parameter] = ()
    body: Body | None = None
    answers: Sequence[Answer] = ()
    success: int = 200
    guards: Sequence[Guard] = ()
    security: Sequence[Mapping[str, Sequence[str]]] = ()
    scopes: Sequence[str] = ()
    deprecated: bool = False

    @property
    def answer(self) -> Answer | None:
        """The documented answer of the success status, if there is one."""
        return self.answer_for(self.success)

    def answer_for(self, status: int) -> Answer | None:
        """The answer documented for a status: its own, its range's, else the default."""
        by_status = {answer.status: answer for answer in self.answers}
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in by_status:
                return by_status[key]
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The operations of one resource, and the handlers that serve them."""

    title: str
    description: str = ""
    operations: Sequence[Operation]
    handlers: object
