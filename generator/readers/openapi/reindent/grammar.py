"""What OpenAPI allows where: the grammar that gives a flattened document its levels back.

In: nothing. Out: `grammar_for(major)`, the shape of a whole document of OpenAPI 2.0 or of 3.0 and 3.1 together (the 3.x
grammars differ in single keywords, and published documents mix them); `maps_of`, the objects of a tree with their
names in the grammar. It must not know how documents are read.

Sources: OpenAPI 2.0 §"Schema", 3.0.4 and 3.1.1 §4.8 (Schema), JSON Schema 2020-12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cache

from generator.records import dataclass
from generator.source import Json

PATH = re.compile(r"/")
PATTERN = re.compile(r".*[\^$*+?.\[\](){}|\\]")
STATUS = re.compile(r"(?:[1-5](?:[0-9][0-9]|XX|xx)|default)\Z")
MEDIA_TYPE = re.compile(r"[\w*.+-]+/[\w*.+-]+")
NAME = re.compile(r"[\w.\-\[\]$@{}<>,+ ~:%!?*/()&#'|]+\Z")


@dataclass(slots=True, eq=False)
class Map:
    """An object: which keys it may hold.

    Attributes:
        name: How the grammar calls it; statistics are kept by it.
        fields: The fixed keys.
        free: What stands under any other key; None where there are only fixed keys.
        free_key: How a free key looks.
        extensible: Whether keys that begin with `x-` are extensions, rather than free keys.
        required: Keys that it has in every valid document, unless it is a `$ref`.
        habits: Under which name its habits are kept, where not under its own.
    """

    name: str
    fields: dict[str, Shape] = field(default_factory=dict)
    free: Shape | None = None
    free_key: re.Pattern[str] = NAME
    extensible: bool = True
    required: tuple[str, ...] = ()
    habits: str = ""

    def below(self, key: str) -> Shape | None:
        """What stands under that key; None where it may not stand there."""
        if key in self.fields:
            return self.fields[key]
        return ANY if self.extensible and key.startswith("x-") else self.free


@dataclass(slots=True, eq=False)
class Shape:
    """What may stand as a value: a scalar, an object, an array, or several of these.

    Attributes:
        text: `string`, `number`, `boolean` or `any`; "" where no scalar may stand.
        values: The only values of that scalar, where there are few.
        map: The object.
        items: What the entries of the array are.
        any: True for free JSON.
    """

    text: str = ""
    values: frozenset[str] = frozenset()
    map: Map | None = None
    items: Shape | None = None
    any: bool = False


ANY_MAP = Map("any")
ANY = Shape(text="any", map=ANY_MAP, any=True)
ANY.items = ANY
ANY_MAP.free = ANY

STRING = Shape(text="string")
NUMBER = Shape(text="number")
BOOLEAN = Shape(text="boolean")
LIMIT = Shape(text="any")
STRINGS = Shape(items=STRING)
_EXTENSIBLE = ("paths", "responses", "scopes", "callback")
"""The objects with free keys that may hold extensions."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def _one_of(words: str) -> Shape:
    return Shape(text="string", values=frozenset(words.split()))


def _object(name: str, fields: dict[str, Shape], required: tuple[str, ...] = ()) -> Shape:
    return Shape(map=Map(name, fields, required=required))


def _named(name: str, value: Shape, key: re.Pattern[str] = NAME) -> Shape:
    return Shape(map=Map(name, free=value, free_key=key, extensible=name in _EXTENSIBLE))


def _strings(names: str) -> dict[str, Shape]:
    return dict.fromkeys(names.split(), STRING)


EXTERNAL_DOCS = _object("externalDocs", _strings("description url"), required=("url",))
SECURITY = Shape(items=_named("security", STRINGS))
INFO = _object(
    "info",
    _strings("title summary description termsOfService version")
    | {
        "contact": _object("contact", _strings("name url email")),
        "license": _object("license", _strings("name url identifier"), required=("name",)),
    },
    required=("title", "version"),
)
TAGS = Shape(
    items=_object("tag", _strings("name description summary parent kind") | {"externalDocs": EXTERNAL_DOCS}, ("name",))
)
TYPES = frozenset(["string", "number", "integer", "boolean", "array", "object", "null", "file"])
SCHEMA_LIMITS = (
    "multipleOf maximum minimum maxLength minLength maxItems minItems maxProperties minProperties"
    " minContains maxContains"
)
SCHEMA_TEXTS = (
    "title description format pattern $ref $id $schema $anchor $comment $dynamicRef $dynamicAnchor contentEncoding"
    " contentMediaType collectionFormat"
)


def _schema() -> Shape:
    schema = Shape(text="boolean", map=Map("schema"))
    schemas = Shape(items=schema)
    assert schema.map
    schema.map.fields |= _strings(SCHEMA_TEXTS)
    schema.map.fields |= dict.fromkeys(SCHEMA_LIMITS.split(), NUMBER)
    schema.map.fields |= dict.fromkeys(["exclusiveMaximum", "exclusiveMinimum"], LIMIT)
    schema.map.fields |= dict.fromkeys(["uniqueItems", "nullable", "readOnly", "writeOnly", "deprecated"], BOOLEAN)
    schema.map.fields |= dict.fromkeys(["default", "example", "const"], ANY)
    schema.map.fields |= dict.fromkeys(["allOf", "anyOf", "oneOf", "prefixItems"], schemas)
    schema.map.fields |= dict.fromkeys(
        [
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "additionalProperties",
            "unevaluatedProperties",
            "unevaluatedItems",
            "additionalItems",
            "contentSchema",
        ],
        schema,
    )
    for name in ["properties", "definitions", "$defs", "dependentSchemas"]:
        schema.map.fields[name] = _named(name, schema)
    schema.map.fields["patternProperties"] = _named("patternProperties", schema, PATTERN)
    schema.map.fields |= {
        "type": Shape(text="string", values=TYPES, items=STRING),
        "enum": Shape(items=ANY),
        "examples": Shape(items=ANY, map=ANY_MAP),
        "required": Shape(text="boolean", items=STRING),
        "items": Shape(text="boolean", map=schema.map, items=schema),
        "discriminator": Shape(
            text="string",
            map=Map(
                "discriminator",
                {"propertyName": STRING, "mapping": _named("mapping", STRING), "defaultMapping": STRING},
                required=("propertyName",),
            ),
        ),
        "xml": _object("xml", _strings("name namespace prefix nodeType") | {"attribute": BOOLEAN, "wrapped": BOOLEAN}),
        "externalDocs": EXTERNAL_DOCS,
        "dependentRequired": _named("dependentRequired", STRINGS),
    }
    return schema


def _path_item(operation: Shape, parameters: Shape, servers: Shape | None) -> Shape:
    fields = _strings("$ref summary description") | dict.fromkeys(METHODS, operation)
    fields["parameters"] = parameters
    if servers:
        fields["servers"] = servers
        fields["additionalOperations"] = _named("additionalOperations", operation)
    return _object("pathItem", fields)


def _second() -> Shape:
    """OpenAPI 2.0."""
    schema = _schema()
    assert schema.map
    simple = Map("simpleItems")
    simple.fields = {
        key: value
        for key, value in schema.map.fields.items()
        if key not in ("properties", "allOf", "$id", "title", "discriminator", "xml", "externalDocs")
    }
    simple.fields["items"] = Shape(map=simple)
    simple.fields["collectionFormat"] = _one_of("csv ssv tsv pipes")
    parameter = _object(
        "parameter",
        {key: value for key, value in simple.fields.items() if key not in ("required", "additionalProperties")}
        | {
            "name": STRING,
            "in": _one_of("query header path formData body"),
            "collectionFormat": _one_of("csv ssv tsv pipes multi"),
            "required": BOOLEAN,
            "schema": schema,
            "allowEmptyValue": BOOLEAN,
        },
        required=("name", "in"),
    )
    header = _object("header", simple.fields)
    response = _object(
        "response",
        {
            "description": STRING,
            "$ref": STRING,
            "schema": schema,
            "headers": _named("headers", header),
            "examples": _named("examples", ANY, MEDIA_TYPE),
        },
        required=("description",),
    )
    operation = _object(
        "operation",
        _strings("summary description operationId")
        | {
            "tags": STRINGS,
            "externalDocs": EXTERNAL_DOCS,
            "consumes": STRINGS,
            "produces": STRINGS,
            "parameters": Shape(items=parameter),
            "responses": _named("responses", response, STATUS),
            "schemes": STRINGS,
            "deprecated": BOOLEAN,
            "security": SECURITY,
        },
        required=("responses",),
    )
    scheme = _object(
        "securityScheme",
        _strings("description name flow authorizationUrl tokenUrl $ref")
        | {
            "type": _one_of("basic apiKey oauth2"),
            "in": _one_of("query header"),
            "scopes": _named("scopes", STRING),
        },
        required=("type",),
    )
    document = _object(
        "document",
        _strings("swagger host basePath")
        | {
            "info": INFO,
            "schemes": STRINGS,
            "consumes": STRINGS,
            "produces": STRINGS,
            "paths": _named("paths", _path_item(operation, Shape(items=parameter), None), PATH),
            "definitions": _named("definitions", schema),
            "parameters": _named("parameters", parameter),
            "responses": _named("namedResponses", response),
            "securityDefinitions": _named("securityDefinitions", scheme),
            "security": SECURITY,
            "tags": TAGS,
            "externalDocs": EXTERNAL_DOCS,
        },
        required=("info", "paths"),
    )
    for shape in (parameter, header, response, operation, scheme, document):
        assert shape.map
        shape.map.habits = shape.map.name + "2"
    return document


def _third() -> Shape:
    """OpenAPI 3.0 and 3.1 (and what 3.2 adds to the objects named here)."""
    schema = _schema()
    servers = Shape(
        items=_object(
            "server",
            _strings("url description name")
            | {
                "variables": _named(
                    "variables",
                    _object("variable", {"enum": STRINGS, "default": LIMIT, "description": STRING}, ("default",)),
                )
            },
            required=("url",),
        )
    )
    examples = _named(
        "examples", _object("example", _strings("summary description externalValue $ref") | {"value": ANY})
    )
    media_types = _named("content", Shape(), MEDIA_TYPE)
    described = {
        "description": STRING,
        "$ref": STRING,
        "required": BOOLEAN,
        "deprecated": BOOLEAN,
        "allowEmptyValue": BOOLEAN,
        "allowReserved": BOOLEAN,
        "explode": BOOLEAN,
        "style": _one_of("matrix label form simple spaceDelimited pipeDelimited deepObject cookie"),
        "schema": schema,
        "example": ANY,
        "examples": examples,
        "content": media_types,
    }
    header = _object("header", described)
    headers = _named("headers", header)
    encoding = _object(
        "encoding",
        {
            "contentType": STRING,
            "headers": headers,
            "style": STRING,
            "explode": BOOLEAN,
            "allowReserved": BOOLEAN,
        },
    )
    media_type = _object(
        "mediaType",
        {
            "schema": schema,
            "itemSchema": schema,
            "example": ANY,
            "examples": examples,
            "encoding": _named("encoding", encoding),
            "$ref": STRING,
        },
    )
    assert media_types.map
    media_types.map.free = media_type
    parameter = _object(
        "parameter",
        described | {"name": STRING, "in": _one_of("query querystring header path cookie")},
        required=("name", "in"),
    )
    link = _object(
        "link",
        _strings("operationRef operationId description $ref")
        | {
            "parameters": _named("linkParameters", ANY),
            "requestBody": ANY,
            "server": servers.items or ANY,
        },
    )
    links = _named("links", link)
    response = _object(
        "response",
        {
            "description": STRING,
            "summary": STRING,
            "$ref": STRING,
            "headers": headers,
            "content": media_types,
            "links": links,
        },
        required=("description",),
    )
    body = _object(
        "requestBody",
        {"description": STRING, "$ref": STRING, "content": media_types, "required": BOOLEAN},
        required=("content",),
    )
    callbacks = _named("callbacks", Shape())
    operation = _object(
        "operation",
        _strings("summary description operationId")
        | {
            "tags": STRINGS,
            "externalDocs": EXTERNAL_DOCS,
            "parameters": Shape(items=parameter),
            "requestBody": body,
            "responses": _named("responses", response, STATUS),
            "callbacks": callbacks,
            "deprecated": BOOLEAN,
            "security": SECURITY,
            "servers": servers,
        },
        required=("responses",),
    )
    path_item = _path_item(operation, Shape(items=parameter), servers)
    callback = _named("callback", path_item, re.compile(r"\$|\{|http"))
    assert callback.map and callbacks.map
    callback.map.fields["$ref"] = STRING
    callbacks.map.free = callback
    flow = _object(
        "flow",
        _strings("authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl") | {"scopes": _named("scopes", STRING)},
        required=("scopes",),
    )
    scheme = _object(
        "securityScheme",
        _strings("description name scheme bearerFormat openIdConnectUrl $ref")
        | {
            "type": _one_of("apiKey http mutualTLS oauth2 openIdConnect"),
            "in": _one_of("query header cookie"),
            "flows": _object(
                "flows",
                dict.fromkeys(
                    ["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"], flow
                ),
            ),
            "deprecated": BOOLEAN,
        },
        required=("type",),
    )
    components = {
        "schemas": _named("schemas", schema),
        "responses": _named("namedResponses", response),
        "parameters": _named("parameters", parameter),
        "examples": examples,
        "requestBodies": _named("requestBodies", body),
        "headers": headers,
        "securitySchemes": _named("securitySchemes", scheme),
        "links": links,
        "callbacks": callbacks,
        "pathItems": _named("pathItems", path_item),
        "mediaTypes": _named("mediaTypes", media_type),
    }
    return _object(
        "document",
        _strings("openapi jsonSchemaDialect $self")
        | {
            "info": INFO,
            "servers": servers,
            "paths": _named("paths", path_item, PATH),
            "webhooks": _named("webhooks", path_item),
            "components": _object("components", components),
            "security": SECURITY,
            "tags": TAGS,
            "externalDocs": EXTERNAL_DOCS,
        },
        required=("info",),
    )


def maps_of(tree: Json, grammar: Shape) -> Iterator[tuple[Map, str, dict[str, Json]]]:
    """Every object of the tree, with its name in the grammar and the role it plays there."""
    waiting: list[tuple[Json, Shape, str]] = [(tree, grammar, "")]
    while waiting:
        value, shape, role = waiting.pop()
        if isinstance(value, dict) and shape.map:
            map_ = shape.map
            yield map_, role, value
            for key, below in value.items():
                inner = map_.below(key)
                if inner is not None:
                    fixed = map_.free is None or map_.name == "any"
                    waiting.append((below, inner, map_.name + "." + key if fixed else map_.name))
        elif isinstance(value, list) and shape.items:
            waiting.extend((entry, shape.items, role) for entry in value)


@cache
def grammar_for(major: int) -> Shape:
    """The shape of a document of OpenAPI 2 or 3."""
    return _second() if major == 2 else _third()


@cache
def keywords() -> frozenset[str]:
    """Every fixed key of both grammars."""
    found: dict[str, None] = {}
    for major in (2, 3):
        waiting, seen = [grammar_for(major)], set[int]()
        while waiting:
            shape = waiting.pop()
            if id(shape) in seen:
                continue
            seen.add(id(shape))
            if shape.items:
                waiting.append(shape.items)
            if shape.map:
                found.update(dict.fromkeys(shape.map.fields))
                waiting.extend(shape.map.fields.values())
                waiting.extend([shape.map.free] if shape.map.free else [])
    return frozenset(found)
