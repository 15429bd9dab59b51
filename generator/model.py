"""The API, resolved: the one thing that every target is made from.

In: nothing. Out: frozen records. The model is language-neutral (names are the wire's, or snake-case words; no Python
name is born here) and whole: it cannot hold a reference that leads nowhere, an unmerged schema or a raw fragment of a
source. Types that have a name stand in `Api.types` and point to each other by `TypeId`, so that recursion and freezing
agree. Every record knows its origins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NewType

from generator.diagnostics import Origin
from generator.records import dataclass
from generator.source import MISSING, Json, Missing

TypeId = NewType("TypeId", str)
"""The PascalCase name of a type, unique in the API without regard to case."""


# -- shapes: what a value looks like; a closed sum, to be matched exhaustively with `assert_never`


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A string. `format` is JSON Schema's (`date-time`, `uuid`, …); `pattern` is ECMA 262 and may not suit Python.

    `pattern_holds` is false where no text can match the pattern, so that it is shown and never asked for.
    """

    format: str = ""
    pattern: str = ""
    pattern_holds: bool = True
    min_length: int | None = None
    max_length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Binary:
    """Raw bytes: `format: binary`, a file, or a body whose media type is neither JSON nor text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number; `integer` where it has no fraction."""

    integer: bool = False
    format: str = ""
    minimum: float | int | None = None
    maximum: float | int | None = None
    exclusive_minimum: float | int | None = None
    exclusive_maximum: float | int | None = None
    multiple_of: float | int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boolean:
    """True or false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Null:
    """JSON null; `X | null` is a `Union` with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anything:
    """Any JSON value: the source says no more, or more than types can carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """No value is valid (the schema `false`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumValue:
    """One allowed value, with the name and description that the source gives it, if any."""

    value: str | int | float | bool
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum:
    """One of a few scalar values; null is never among them (it is the union's `Null`)."""

    values: tuple[EnumValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A list of items of one shape."""

    items: Shape
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuple:
    """A list whose first items each have a shape of their own (`prefixItems`); without `rest` no more may follow."""

    items: tuple[Shape, ...]
    rest: Shape | None = None
    min_items: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """An object with free keys and values of one shape."""

    values: Shape
    min_properties: int | None = None
    max_properties: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """The property that tells a union's variants apart, and the named variant for each of its values."""

    property_name: str
    mapping: Mapping[str, TypeId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """One of several shapes; at least two, none of them a union, `Null` last."""

    variants: tuple[Shape, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The type of that name in `Api.types`."""

    id: TypeId


Shape = Text | Binary | Number | Boolean | Null | Anything | Never | Enum | Array | Tuple | Map | Union | Named


# -- named types


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalDocs:
    """A page elsewhere that says more."""

    url: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Xml:
    """How a value is written in XML (OpenAPI 3.2 §4.26).

    Attributes:
        name: Of the element or attribute; "" where the property's own is meant.
        node: Empty for the default: none for a list, whose items then stand in its parent, else an element.
        items: How the items of a list are written.
    """

    name: str = ""
    namespace: str = ""
    prefix: str = ""
    node: Literal["", "element", "attribute", "text", "cdata", "none"] = ""
    items: Xml | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A property of an object.

    Attributes:
        name: The name on the wire.
        required: It must be there; whether it may be null is the shape's affair.
        default: What the API assumes where it is absent; `MISSING` where nothing is said.
        example: A valid value that the source gives; `MISSING` where it gives none.
        xml: How it is written where a body is XML, what its type says of that included; None where that is not said.
        facts: For each fact that several sources speak of (`default`, `description` …), the place that settled it.
    """

    name: str
    shape: Shape
    required: bool = False
    summary: str = ""
    description: str = ""
    default: Json | Missing = MISSING
    example: Json | Missing = MISSING
    more_examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    xml: Xml | None = None
    origins: tuple[Origin, ...] = ()
    facts: Mapping[str, Origin] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """An object with known properties. `additional` is the shape of further ones; None where the source says nothing,
    `Never` where it forbids them."""

    id: TypeId
    fields: tuple[Field, ...]
    additional: Shape | None = None
    title: str = ""
    description: str = ""
    deprecated: bool = False
    example: Json | Missing = MISSING
    example_given: bool = True
    more_examples: tuple[Json, ...] = ()
    xml: Xml | None = None
    external_docs: ExternalDocs | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A named type that is not an object: an enum, a union, a list, a constrained string."""

    id: TypeId
    shape: Shape
    title: str = ""
    description: str = ""
    deprecated: bool = False
    example: Json | Missing = MISSING
    example_given: bool = True
    more_examples: tuple[Json, ...] = ()
    xml: Xml | None = None
    external_docs: ExternalDocs | None = None
    origins: tuple[Origin, ...] = ()


Type = Object | Alias


# -- operations


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example value.

    Attributes:
        value: A JSON value; for a body that is passed on as text or bytes, the text of it.
        written: Of a body in XML that is read as a value: that value as it stands on the wire.
        name: Its key among several, else empty.
        given: True where the source gives it and it fits the type; False where it was made from the type.
    """

    value: Json
    written: str = ""
    name: str = ""
    summary: str = ""
    description: str = ""
    given: bool = True


Style = Literal["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie", "json"]
"""How a parameter is written (OpenAPI 3.2 §4.12.6); `json` where `content:` writes it as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter in the path, the query, a header or a cookie.

    Attributes:
        name: The name on the wire.
        style, explode: As OpenAPI defines them, with its defaults filled in.
        media_type: Set where `content:` writes the value: its media type. `style` is `json` then, but for a form, which
            is a whole query string in style `form`, and for plain text, which is in the default style of its place.
        example: A valid value, always there; `given` tells whether the source gives it.
        more_examples: Further ones of the source.
    """

    name: str
    place: Literal["path", "query", "querystring", "header", "cookie"]
    shape: Shape
    required: bool
    description: str = ""
    default: Json | Missing = MISSING
    example: Example
    more_examples: tuple[Example, ...] = ()
    deprecated: bool = False
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    media_type: str = ""
    origins: tuple[Origin, ...] = ()
    facts: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def is_framing(self) -> bool:
        """True for a header that every HTTP client writes itself (RFC 9110 §7.2, §8.6; RFC 9112 §6)."""
        return self.place == "header" and self.name.lower() in ("content-length", "host", "transfer-encoding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A response header, or a header of a multipart part."""

    name: str
    shape: Shape
    required: bool = False
    description: str = ""
    deprecated: bool = False
    example: Example | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one property of a form or multipart body is written."""

    property_name: str
    content_type: str = ""
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()


ContentKind = Literal["json", "form", "multipart", "text", "xml", "binary", "json-lines", "json-seq", "sse"]
"""What a media type means to a program: `json` includes every `+json`, `binary` is all that is not known. `xml` is XML
whose schema says what to make of it; XML of any other kind is `text`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A kind of server-sent event; `name` is on its `event:` line, "" where events are unnamed."""

    name: str
    shape: Shape
    description: str = ""
    example: Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """A response that comes piece by piece. `items` is the shape of a piece; `events` the named kinds of an SSE."""

    kind: Literal["sse", "json-lines", "json-seq"]
    items: Shape
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body in one media type, with at least one example.

    `shape` is what the source describes. A program meets it as a value only where `kind` is `json`, `xml`, `form`,
    `multipart` or a stream of JSON; a `text` body is passed on as its text, whatever the shape, `binary` as bytes.
    `xml` is, for XML, how the whole is written; its name is never empty then. `description` is what is said of the
    whole where its shape is no type that says it.
    """

    media_type: str
    kind: ContentKind
    description: str = ""
    shape: Shape
    examples: tuple[Example, ...]
    parts: tuple[Part, ...] = ()
    stream: Stream | None = None
    xml: Xml | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of a request; `contents` in order of preference, never empty."""

    required: bool
    description: str = ""
    contents: tuple[Content, ...]
    origins: tuple[Origin, ...] = ()
    facts: Mapping[str, Origin] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Which operation a response leads to, and which of its parameters come from where (runtime expressions)."""

    name: str
    operation: str
    parameters: Mapping[str, Json] = field(default_factory=dict)
    body: Json | Missing = MISSING
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response. `status` is `200`, `4XX` or `default`; without `contents` it has no body."""

    status: str
    description: str = ""
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    facts: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def successful(self) -> bool:
        """True for 2XX."""
        return self.status.startswith("2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A security scheme (by its name in `Api.security_schemes`) and the scopes asked of it."""

    scheme: str
    scopes: tuple[str, ...] = ()


Alternatives = tuple[tuple[Requirement, ...], ...]
"""Any one of the outer entries suffices, all of its schemes together; () asks for nothing, an inner () neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A placeholder in a server's URL."""

    name: str
    default: str
    enum: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL without a trailing slash."""

    url: str
    name: str = ""
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()

    @property
    def resolved_url(self) -> str:
        """The URL with every variable at its default."""
        url = self.url
        for variable in self.variables:
            url = url.replace("{" + variable.name + "}", variable.default)
        return url


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How a list operation is walked; each name is a parameter's, each path a way into the response body.

    Attributes:
        kind: `page` counts pages from `first`, `offset` counts items, `cursor` passes a token, `link` follows the URL
            that the body (`next_path`) or the `Link` header (RFC 8288) gives.
        items_path: Keys that lead to the list of items; () where the body is the list.
        last_path: Of a cursor that no field of the body gives: keys that lead to it from the last item.
        more_path: Keys that lead to a boolean which is false on the last page.
    """

    kind: Literal["page", "offset", "cursor", "link"]
    items_path: tuple[str, ...]
    item: Shape
    parameter: str = ""
    size_parameter: str = ""
    first: int = 0
    next_path: tuple[str, ...] = ()
    last_path: tuple[str, ...] = ()
    more_path: tuple[str, ...] = ()
    total_path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """Operations that the API calls on the client's side."""

    name: str
    expression: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation.

    Attributes:
        resource: Snake-case words, nested from the outside in; with `action` unique in the API.
        action: Snake-case verb or phrase (`get`, `apply_template`).
        id: `experienceGroups.get`: the same two in camel case, dotted.
        operation_id: The source's own operationId, verbatim; "" where it has none.
        path: The template with `{name}` placeholders, beginning with `/`; each has a path parameter.
        responses: By status, in ascending order, `default` last.
        scopes: Any one of these suffices.
    """

    resource: tuple[str, ...]
    action: str
    id: str
    operation_id: str = ""
    method: str
    path: str
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: Alternatives = ()
    scopes: tuple[str, ...] = ()
    servers: tuple[Server, ...] = ()
    pagination: Pagination | None = None
    callbacks: tuple[Callback, ...] = ()
    external_docs: ExternalDocs | None = None
    origins: tuple[Origin, ...] = ()
    facts: Mapping[str, Origin] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A group of operations: `path` as in `Operation.resource`, `title` for people, prose from tags and pages."""

    path: tuple[str, ...]
    title: str
    description: str = ""
    external_docs: ExternalDocs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One OAuth 2.0 flow (RFC 6749); `kind` is OpenAPI's key, such as `clientCredentials`."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: Mapping[str, str] = field(default_factory=dict)


SecurityKind = Literal["apiKey", "basic", "bearer", "http", "oauth2", "openIdConnect", "mutualTLS"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to authenticate; HTTP's `basic` and `bearer` are kinds of their own, `http` is any other scheme."""

    name: str
    kind: SecurityKind
    description: str = ""
    scheme: str = ""
    bearer_format: str = ""
    place: Literal["", "query", "header", "cookie"] = ""
    parameter: str = ""
    flows: tuple[Flow, ...] = ()
    openid_url: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag as the source declares it."""

    name: str
    summary: str = ""
    description: str = ""
    parent: str = ""
    kind: str = ""
    external_docs: ExternalDocs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask about the API."""

    name: str = ""
    url: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """The licence of the API; `identifier` is an SPDX expression."""

    name: str
    identifier: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the source says around the API."""

    summary: str = ""
    terms_of_service: str = ""
    contact: Contact | None = None
    license: License | None = None
    external_docs: ExternalDocs | None = None


NOTHING_MORE = About()
"""A source that says nothing around its API."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Api:
    """A whole API. `resources` stand in the order in which targets show them, each with at least one operation.

    It is equal to itself only, so that views can remember what they worked out for it (`functools.lru_cache`).
    """

    name: str
    title: str
    version: str
    description: str = ""
    about: About = NOTHING_MORE
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    resources: tuple[Resource, ...] = ()
    operations: tuple[Operation, ...] = ()
    webhooks: tuple[Operation, ...] = ()
    types: Mapping[TypeId, Type] = field(default_factory=dict)
    security_schemes: tuple[SecurityScheme, ...] = ()
