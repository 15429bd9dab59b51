"""What one input claims: the shape that every reader produces and `resolve` consumes.

In: nothing. Out: frozen records. A draft is unresolved: schemas still refer to each other (`Reference`), facts are
claims with a place (`Claim`), anything not said is None or empty. Readers of OpenAPI and of documentation pages fill
the same records, so that `resolve` can weave them without knowing which is which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Generic, Literal, TypeVar

from generator.diagnostics import Origin
from generator.records import dataclass, sparse
from generator.source import MISSING, Json, Missing

T = TypeVar("T")

Place = Literal["path", "query", "querystring", "header", "cookie", "form"]
"""Where a parameter stands. `form` is a page's "form data parameter": a field of the request body."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """A value and the place that says it."""

    value: T
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A schema named instead of spelt out.

    Attributes:
        name: The words it is called by, verbatim (`experienceGroupPost`, `Experience Group Post`).
        target: The key in `Draft.schemas` where the reader knows it exactly (`openapi.yaml#/components/schemas/x`);
            None where only the name is known, as on a page: `resolve` finds the schema by its words.
        siblings: What stands beside `$ref` (3.1) and narrows or describes it.
    """

    origin: Origin
    name: str
    target: str | None = None
    siblings: Schema | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """OpenAPI's discriminator object; `mapping` goes from a value to a reference as written in the source.

    `default` is the schema of values that `mapping` does not name (3.2's `defaultMapping`).
    """

    origin: Origin
    property_name: str
    mapping: Mapping[str, Reference] = field(default_factory=dict)
    default: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Xml:
    """OpenAPI's XML object in the words of 3.2 (§4.26): `attribute` is a kind of node, `wrapped` an element.

    An empty `node` is the default: none for a list, whose items stand in its parent, and an element for all else.
    """

    name: str = ""
    namespace: str = ""
    prefix: str = ""
    node: Literal["", "element", "attribute", "text", "cdata", "none"] = ""


@sparse
@dataclass(frozen=True, kw_only=True)
class Schema:
    """A JSON Schema 2020-12 (the shape to which all OpenAPI versions are lifted), keyword by keyword.

    The place of a keyword is `origin.child(keyword)`. `never` is the schema `false`; one with no keyword is `true`.
    """

    origin: Origin
    never: bool = False
    types: tuple[str, ...] = ()
    title: str = ""
    description: str = ""
    format: str = ""
    enum: tuple[Json, ...] | None = None
    enum_names: tuple[str, ...] = ()
    enum_descriptions: tuple[str, ...] = ()
    const: Json | Missing = MISSING
    default: Json | Missing = MISSING
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    properties: Mapping[str, Schema | Reference] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    additional_properties: Schema | Reference | None = None
    pattern_properties: Mapping[str, Schema | Reference] = field(default_factory=dict)
    items: Schema | Reference | None = None
    prefix_items: tuple[Schema | Reference, ...] = ()
    all_of: tuple[Schema | Reference, ...] = ()
    any_of: tuple[Schema | Reference, ...] = ()
    one_of: tuple[Schema | Reference, ...] = ()
    discriminator: Discriminator | None = None
    discriminator_value: str = ""
    """The value by which a parent's discriminator tells this schema (`x-ms-discriminator-value`)."""
    pattern: str = ""
    minimum: float | int | None = None
    maximum: float | int | None = None
    exclusive_minimum: float | int | None = None
    exclusive_maximum: float | int | None = None
    multiple_of: float | int | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    content_media_type: str = ""
    content_encoding: str = ""
    xml: Xml | None = None
    not_carried: tuple[str, ...] = ()
    """Keywords that stand in the source and that types cannot express (`not`, `if`, `unevaluatedProperties` …)."""
    inferred: bool = False
    """Made from an example value, not said by the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example value as the source gives it; `name` is the key of OpenAPI's `examples` map, else empty."""

    origin: Origin
    value: Json
    name: str = ""
    summary: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operation. What an inline schema says of default and enum is repeated as claims."""

    origin: Origin
    name: str
    place: Place
    required: Claim[bool] | None = None
    description: Claim[str] | None = None
    schema: Schema | Reference | None = None
    default: Claim[Json] | None = None
    enum: Claim[tuple[Json, ...]] | None = None
    examples: tuple[Example, ...] = ()
    deprecated: Claim[bool] | None = None
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    allow_empty_value: bool = False
    content: Content | None = None
    """Set where the value is serialised by a media type (`content:`) instead of a style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A response header, or a header of a multipart part."""

    origin: Origin
    name: str
    required: bool = False
    description: str = ""
    deprecated: bool = False
    schema: Schema | Reference | None = None
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form or multipart body is written (OpenAPI's encoding object)."""

    origin: Origin
    property_name: str
    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body in one media type. `item_schema` (3.2) is the schema of each item of a stream; `description` what is said
    of the body where no type holds it; `component` the name of what it stands in where operations share that."""

    origin: Origin
    media_type: str
    component: str = ""
    description: str = ""
    schema: Schema | Reference | None = None
    item_schema: Schema | Reference | None = None
    examples: tuple[Example, ...] = ()
    encodings: tuple[Encoding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of a request."""

    origin: Origin
    required: Claim[bool] | None = None
    description: Claim[str] | None = None
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A kind of server-sent event, by the name on its `event:` line ("" where events are unnamed)."""

    origin: Origin
    name: str
    schema: Schema | Reference | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """OpenAPI's link object: which operation a response leads to."""

    origin: Origin
    name: str
    operation_id: str = ""
    operation_pointer: str = ""
    parameters: Mapping[str, Json] = field(default_factory=dict)
    body: Json | Missing = MISSING
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response; `status` is `200`, `4XX` or `default`."""

    origin: Origin
    status: str
    description: Claim[str] | None = None
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL; `variables` maps a placeholder to its default and, where given, its allowed values."""

    origin: Origin
    url: str
    description: str = ""
    name: str = ""
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A placeholder in a server's URL."""

    name: str
    default: str
    enum: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One scheme of a security requirement, with the scopes asked of it."""

    scheme: str
    scopes: tuple[str, ...] = ()


Alternatives = tuple[tuple[Requirement, ...], ...]
"""Any one of the outer entries suffices; all of its schemes together. An empty inner tuple: no credentials needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """Operations that the API calls on the client's side, at a runtime expression (`{$request.body#/url}`)."""

    origin: Origin
    name: str
    expression: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How a list is walked, in the terms of `model.Pagination`; the kind `none` for not at all."""

    origin: Origin
    kind: str
    items: tuple[str, ...] = ()
    parameter: str = ""
    size_parameter: str = ""
    first: int = 1
    next: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation. `path` is a template with `{name}` placeholders, relative to the server.

    Attributes:
        resource: What it belongs to, in the page's own words (`Experience Groups`); OpenAPI has `tags` instead.
        action: What it does, in the page's own words (`Get`, `Apply Template`); OpenAPI has `operation_id` instead.
        scopes: Scopes of which any one suffices, as pages list them; OpenAPI puts them into `security`.
        security: None where the source says nothing of it.
        pagination: None where the source says nothing of it; then the shapes do.
        called: Resources from the outside in, then the action, where the source settles them in the generator's words.
    """

    origin: Origin
    method: str
    path: str
    operation_id: Claim[str] | None = None
    tags: tuple[str, ...] = ()
    resource: Claim[str] | None = None
    action: Claim[str] | None = None
    summary: Claim[str] | None = None
    description: Claim[str] | None = None
    deprecated: Claim[bool] | None = None
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: Claim[Alternatives] | None = None
    scopes: Claim[tuple[str, ...]] | None = None
    servers: tuple[Server, ...] = ()
    callbacks: tuple[Callback, ...] = ()
    external_docs: ExternalDocs | None = None
    pagination: Pagination | None = None
    called: Claim[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One OAuth 2.0 flow (RFC 6749); `kind` is OpenAPI's key, such as `clientCredentials`."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to authenticate. `kind` is OpenAPI's type, `scheme` HTTP's; `place` and `parameter` are an API key's."""

    origin: Origin
    name: str
    kind: Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    description: str = ""
    scheme: str = ""
    bearer_format: str = ""
    place: Literal["", "query", "header", "cookie"] = ""
    parameter: str = ""
    flows: tuple[Flow, ...] = ()
    openid_url: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalDocs:
    """A page elsewhere that says more."""

    url: str
    description: str = ""


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
    """What a document says around its API."""

    summary: str = ""
    terms_of_service: str = ""
    contact: Contact | None = None
    license: License | None = None
    external_docs: ExternalDocs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A group of operations, with 3.2's parent and kind."""

    origin: Origin
    name: str
    summary: str = ""
    description: str = ""
    parent: str = ""
    kind: str = ""
    external_docs: ExternalDocs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a page still shows of a collapsed schema: enough to check one from elsewhere, not to make one.

    Attributes:
        name: The schema's name, in the page's words.
        types: The value of `type` where it shows.
        properties: The number of members of `properties`; None where it does not show.
        closed: True where `additionalProperties: false` shows.
        example_members: The number of members or entries of the example; None where it does not show.
        example_values: The plain values that stand at the example's top level, in order.
    """

    origin: Origin
    name: str
    types: tuple[str, ...] = ()
    properties: int | None = None
    closed: bool = False
    example_members: int | None = None
    example_values: tuple[Json, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that one input claims. `kind` settles precedence: the spec on the wire, pages on prose.

    Attributes:
        schemas: Named schemas by key (`document#pointer`); a page's key is `document#words`.
        webhooks: Operations the API calls on the client's side; their `path` is the webhook's name.
    """

    kind: Literal["openapi", "page"]
    document: str
    title: Claim[str] | None = None
    version: Claim[str] | None = None
    description: Claim[str] | None = None
    about: About | None = None
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    operations: tuple[Operation, ...] = ()
    webhooks: tuple[Operation, ...] = ()
    schemas: Mapping[str, NamedSchema] = field(default_factory=dict)
    security_schemes: tuple[SecurityScheme, ...] = ()
    outlines: tuple[Outline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSchema:
    """A schema that has a name of its own.

    Attributes:
        public: Whether the source lists it among its types (components, a page).
        context: Words that tell it apart from others of its name: its file, or more of the way to its place.
    """

    name: str
    schema: Schema | Reference
    public: bool = True
    context: str = ""
    external_docs: ExternalDocs | None = None
