"""The documents of the matrix: one OpenAPI document and one Swagger document that hold every sink.

A sink is a place where a document's text enters. `fill(sink)` gives the text that stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Fill = Callable[[str], str]
Tree = dict[str, Any]


def openapi(fill: Fill) -> Tree:
    """OpenAPI 3.1 with `fill(sink)` at every sink."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": fill("info.title"),
            "summary": fill("info.summary"),
            "description": fill("info.description"),
            "version": fill("info.version"),
            "termsOfService": fill("info.terms"),
            "contact": {"name": fill("contact.name"), "url": fill("contact.url"), "email": fill("contact.email")},
            "license": {"name": fill("license.name"), "url": fill("license.url")},
        },
        "externalDocs": {"url": fill("docs.url"), "description": fill("docs.description")},
        "servers": [
            {
                "url": "https://{" + fill("server.variable") + "}.example.com/" + fill("server.path"),
                "description": fill("server.description"),
                "variables": {
                    fill("server.variable"): {
                        "default": fill("server.default"),
                        "enum": [fill("server.default"), fill("server.enum")],
                        "description": fill("server.variable.description"),
                    }
                },
            },
            {"url": fill("server.url")},
        ],
        "tags": [
            {
                "name": fill("tag.name"),
                "summary": fill("tag.summary"),
                "description": fill("tag.description"),
                "x-displayName": fill("tag.x-displayName"),
                "externalDocs": {"url": fill("tag.docs.url"), "description": fill("tag.docs.description")},
            },
            {"name": "things", "description": fill("tag.things.description")},
        ],
        "security": [{fill("scheme.header"): []}],
        "paths": _paths(fill),
        "webhooks": {
            fill("webhook.name"): {
                "post": {
                    "summary": fill("webhook.summary"),
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Plain"}}}
                    },
                    "responses": {"204": {"description": fill("webhook.response")}},
                }
            }
        },
        "components": {"schemas": _schemas(fill), "securitySchemes": _schemes(fill)},
    }


def _paths(fill: Fill) -> Tree:
    named = fill("schema.name")
    thing = {"$ref": "#/components/schemas/" + named.replace("~", "~0").replace("/", "~1")}
    plain = {"$ref": "#/components/schemas/Plain"}
    return {
        "/tagged": {
            "get": {
                "tags": [fill("tag.name")],
                "responses": {
                    "200": {
                        "description": "OK",
                        "content": {
                            "text/" + fill("response.media-subtype"): {"schema": {"type": "string"}},
                        },
                    },
                    "202": {"description": "Free", "content": {"application/json": _example(fill, "free")}},
                    "400": {"description": "Bad", "content": {"application/json": _example(fill, "bad")}},
                },
            }
        },
        "/things/" + fill("path.key"): {
            "summary": fill("path.summary"),
            "description": fill("path.description"),
            "get": {"tags": ["things"], "responses": {"200": {"description": "OK"}}},
        },
        "/called": {
            "get": {
                "operationId": "listCalled",
                "x-specloom-name": f"{fill('extension.resource')}.{fill('extension.action')}",
                "x-specloom-pagination": {
                    "kind": "cursor",
                    "parameter": fill("pagination.parameter"),
                    "size": fill("pagination.size"),
                    "items": [fill("pagination.items")],
                    "next": [fill("pagination.next")],
                },
                "responses": {
                    "200": {
                        "description": "OK",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {
                                        fill("pagination.items"): {"type": "array", "items": {"type": "string"}},
                                        fill("pagination.next"): {"type": "string"},
                                    },
                                }
                            }
                        },
                    }
                },
            }
        },
        fill("path.whole"): {"get": {"responses": {"200": {"description": "OK"}}}},
        "/things/{" + fill("path.name") + "}": {
            "parameters": [
                {
                    "name": fill("path.name"),
                    "in": "path",
                    "required": True,
                    "description": fill("path.parameter.description"),
                    "schema": {"type": "string"},
                }
            ],
            "get": {
                "operationId": fill("operation.id"),
                "tags": ["things", fill("operation.tag"), fill("tag.name")],
                "summary": fill("operation.summary"),
                "description": fill("operation.description"),
                "externalDocs": {"url": fill("operation.docs.url"), "description": fill("operation.docs.description")},
                "servers": [{"url": fill("operation.server"), "description": fill("operation.server.description")}],
                "security": [
                    {fill("scheme.header"): []},
                    {fill("scheme.oauth2"): [fill("scope.used")], fill("scheme.cookie"): []},
                    {fill("scheme.query"): []},
                    {fill("scheme.http"): []},
                    {fill("scheme.openid"): [fill("scope.openid")]},
                ],
                "parameters": _parameters(fill),
                "responses": _responses(fill, thing),
                "callbacks": {
                    fill("callback.name"): {
                        fill("callback.expression"): {
                            "post": {
                                "summary": fill("callback.summary"),
                                "requestBody": {"content": {"application/json": {"schema": plain}}},
                                "responses": {"200": {"description": fill("callback.response")}},
                            }
                        }
                    }
                },
            },
            "put": {
                "tags": ["things"],
                "summary": fill("body.operation.summary"),
                "requestBody": {
                    "required": True,
                    "description": fill("body.description"),
                    "content": {
                        "application/json": {
                            "schema": thing,
                            "example": {fill("body.example.key"): fill("body.example")},
                        },
                        fill("body.media-type"): {"schema": {"type": "string"}},
                        "application/" + fill("body.media-subtype"): {"schema": plain},
                    },
                },
                "responses": {"204": {"description": fill("response.empty.description")}},
            },
        },
        "/papers": {
            "put": {
                "tags": ["things"],
                "requestBody": {"content": {"application/xml": {"schema": {"$ref": "#/components/schemas/Paper"}}}},
                "responses": {
                    "200": {
                        "description": "OK",
                        "content": {
                            "text/xml": {
                                "schema": {"$ref": "#/components/schemas/Paper"},
                                "example": f"<Paper><id>{fill('xml.example')}</id></Paper>",
                            }
                        },
                    },
                },
            }
        },
        "/files": {
            "post": {
                "tags": ["things"],
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "required": [fill("part.name")],
                                "properties": {
                                    fill("part.name"): {"type": "string", "description": fill("part.description")},
                                    fill("part.file"): {"type": "string", "format": "binary"},
                                },
                            },
                            "encoding": {
                                fill("part.name"): {
                                    "contentType": fill("part.content-type"),
                                    "headers": {fill("part.header"): {"schema": {"type": "string"}}},
                                }
                            },
                        }
                    }
                },
                "responses": {"200": {"description": "OK", "content": {"text/event-stream": {"schema": plain}}}},
            },
            "patch": {
                "tags": [fill("operation.only-tag")],
                "requestBody": {
                    "content": {
                        "application/x-www-form-urlencoded": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    fill("form.name"): {"type": "string", "default": fill("form.default")},
                                },
                            }
                        }
                    }
                },
                "responses": {fill("response.status"): {"description": fill("response.odd.description")}},
            },
        },
    }


def _example(fill: Fill, sink: str) -> Tree:
    """A map of texts with examples of it."""
    return {
        "schema": {"type": "object", "additionalProperties": {"type": "string"}},
        "examples": {
            fill(f"{sink}.examples.key"): {
                "summary": fill(f"{sink}.examples.summary"),
                "value": {fill(f"{sink}.examples.name"): fill(f"{sink}.examples.value")},
            }
        },
    }


def _parameters(fill: Fill) -> list[Tree]:
    return [
        {
            "name": fill("query.name"),
            "in": "query",
            "required": True,
            "description": fill("query.description"),
            "schema": {"type": "string", "default": fill("query.default")},
            "example": fill("query.example"),
        },
        {"name": "kind", "in": "query", "schema": {"type": "string", "enum": [fill("query.enum"), "other"]}},
        {
            "name": "shown",
            "in": "query",
            "schema": {"type": "string"},
            "examples": {
                fill("query.examples.key"): {
                    "summary": fill("query.examples.summary"),
                    "description": fill("query.examples.description"),
                    "value": fill("query.examples.value"),
                }
            },
        },
        {
            "name": "deep",
            "in": "query",
            "style": "deepObject",
            "schema": {"type": "object", "properties": {fill("query.deep.name"): {"type": "string"}}},
        },
        {"name": "json", "in": "query", "content": {fill("query.media-type"): {"schema": {"type": "object"}}}},
        {"name": "checked", "in": "query", "schema": {"type": "string", "pattern": fill("query.pattern")}},
        {"name": "count", "in": "query", "schema": {"type": "integer", "default": fill("query.integer-default")}},
        {
            "name": fill("header.name"),
            "in": "header",
            "description": fill("header.description"),
            "schema": {"type": "string"},
        },
        {"name": fill("cookie.name"), "in": "cookie", "schema": {"type": "string"}},
        {"name": "styled", "in": "query", "style": fill("query.style"), "schema": {"type": fill("query.type")}},
        {"name": "placed", "in": fill("parameter.place"), "schema": {"type": "string"}},
    ]


def _responses(fill: Fill, thing: Tree) -> Tree:
    return {
        "200": {
            "description": fill("response.description"),
            "headers": {
                fill("response.header.name"): {
                    "description": fill("response.header.description"),
                    "schema": {"type": "string"},
                }
            },
            "content": {
                "application/json": {
                    "schema": thing,
                    "examples": {
                        "wrong": {"value": {fill("response.wrong.key"): [fill("response.wrong.value"), 1e300]}}
                    },
                },
                fill("response.media-type"): {"schema": {"type": "string"}},
            },
            "links": {
                fill("link.name"): {
                    "operationId": fill("operation.id"),
                    "description": fill("link.description"),
                    "parameters": {fill("link.parameter"): fill("link.value")},
                },
                "lost": {"operationId": fill("link.operation")},
            },
        },
        "4XX": {"description": fill("response.error.description"), "content": {"application/json": {"schema": thing}}},
        "default": {"$ref": fill("response.reference")},
    }


def _schemas(fill: Fill) -> Tree:
    return {
        "Plain": {"type": "object", "properties": {"plain": {"type": "integer"}}},
        "Paper": {
            "type": "object",
            "properties": {
                "id": {"type": "string"},
                "mark": {"type": "string", "xml": {"name": fill("xml.attribute"), "attribute": True}},
                "lines": {
                    "type": "array",
                    "items": {"type": "string", "xml": {"name": fill("xml.item")}},
                    "xml": {"wrapped": True, "nodeType": fill("xml.node")},
                },
                "note": {
                    "type": "string",
                    "xml": {
                        "name": fill("xml.name"),
                        "namespace": fill("xml.namespace"),
                        "prefix": fill("xml.prefix"),
                    },
                },
            },
        },
        fill("schema.name"): {
            "type": "object",
            "title": fill("schema.title"),
            "description": fill("schema.description"),
            "externalDocs": {"url": fill("schema.docs.url"), "description": fill("schema.docs.description")},
            "required": [fill("property.name"), "constant"],
            "properties": {
                fill("property.name"): {
                    "type": "string",
                    "title": fill("property.title"),
                    "description": fill("property.description"),
                    "default": fill("property.default"),
                    "example": fill("property.example"),
                },
                "choice": {
                    "type": "string",
                    "enum": [fill("enum.value"), "second"],
                    "x-enum-varnames": [fill("enum.x-varname"), "SECOND"],
                    "x-enum-descriptions": [fill("enum.x-description"), "The second"],
                },
                "choice2": {
                    "enum": [fill("enum2.value"), 2],
                    "x-ms-enum": {
                        "name": fill("x-ms-enum.name"),
                        "values": [
                            {
                                "value": fill("enum2.value"),
                                "name": fill("x-ms-enum.value.name"),
                                "description": fill("x-ms-enum.description"),
                            }
                        ],
                    },
                },
                "choice3": {
                    "oneOf": [
                        {
                            "const": fill("one-of.const"),
                            "title": fill("one-of.title"),
                            "description": fill("one-of.text"),
                        },
                        {"const": "other"},
                    ]
                },
                "constant": {"const": fill("property.const")},
                "checked": {"type": "string", "pattern": fill("property.pattern"), "minLength": 2},
                "formatted": {"type": "string", "format": fill("property.format")},
                "encoded": {
                    "type": "string",
                    "contentMediaType": fill("property.content-media-type"),
                    "contentEncoding": fill("property.content-encoding"),
                },
                "number": {"type": "integer", "default": fill("integer.default"), "maximum": fill("integer.maximum")},
                "flag": {"type": "boolean", "default": fill("boolean.default")},
                "list": {"type": "array", "items": {"type": "string"}, "default": [fill("array.default")]},
                "object": {
                    "type": "object",
                    "properties": {fill("nested.name"): {"type": "string"}},
                    "default": {fill("nested.name"): fill("object.default")},
                },
                "when": {"type": "string", "format": "date-time", "default": fill("date.default")},
                "map": {"type": "object", "patternProperties": {fill("map.pattern"): {"type": "string"}}},
                "odd": {"type": fill("property.type"), "x-type": fill("property.x-type")},
                "reference": {"$ref": fill("property.reference")},
                "local": {"$ref": "#/components/schemas/" + fill("property.local-reference")},
                "animal": {"$ref": "#/components/schemas/Animal"},
            },
            "examples": [{fill("schema.examples.key"): fill("schema.examples.value")}],
        },
        "Animal": {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
            "discriminator": {
                "propertyName": fill("discriminator.name"),
                "mapping": {
                    fill("discriminator.key"): "#/components/schemas/Cat",
                    "dog": "#/components/schemas/Dog",
                    "other": fill("discriminator.reference"),
                },
            },
        },
        "Cat": _animal(fill),
        "Dog": _animal(fill),
    }


def _animal(fill: Fill) -> Tree:
    return {
        "type": "object",
        "required": [fill("discriminator.name")],
        "properties": {fill("discriminator.name"): {"type": "string"}, "paws": {"type": "integer"}},
    }


def _schemes(fill: Fill) -> Tree:
    flow = {
        "authorizationUrl": fill("flow.authorization-url"),
        "tokenUrl": fill("flow.token-url"),
        "refreshUrl": fill("flow.refresh-url"),
        "scopes": {fill("scope.name"): fill("scope.description"), fill("scope.used"): ""},
    }
    return {
        fill("scheme.header"): {
            "type": "apiKey",
            "in": "header",
            "name": fill("key.header.name"),
            "description": fill("scheme.description"),
        },
        fill("scheme.query"): {"type": "apiKey", "in": "query", "name": fill("key.query.name")},
        fill("scheme.cookie"): {"type": "apiKey", "in": "cookie", "name": fill("key.cookie.name")},
        fill("scheme.http"): {
            "type": "http",
            "scheme": fill("http.scheme"),
            "bearerFormat": fill("http.bearer-format"),
        },
        fill("scheme.oauth2"): {"type": "oauth2", "flows": {"authorizationCode": flow, "implicit": flow}},
        fill("scheme.openid"): {"type": "openIdConnect", "openIdConnectUrl": fill("openid.url")},
        "odd": {"type": fill("scheme.type"), "in": fill("scheme.place"), "name": "x"},
    }


def swagger(fill: Fill) -> Tree:
    """Swagger 2.0 with what only that version has."""
    return {
        "swagger": "2.0",
        "info": {"title": fill("2.title"), "version": "1"},
        "host": fill("2.host"),
        "basePath": fill("2.base-path"),
        "schemes": [fill("2.scheme")],
        "consumes": [fill("2.consumes")],
        "produces": [fill("2.produces"), "application/json"],
        "parameters": {fill("2.shared"): {"name": fill("2.shared.name"), "in": "query", "type": "string"}},
        "paths": {
            "/things": {
                "post": {
                    "parameters": [
                        {"name": fill("2.body.name"), "in": "body", "schema": {"$ref": "#/definitions/Plain"}},
                        {
                            "name": "list",
                            "in": "query",
                            "type": "array",
                            "items": {"type": "string", "default": fill("2.item.default")},
                            "collectionFormat": fill("2.collection-format"),
                        },
                        {"name": "x", "in": "header", "type": fill("2.type"), "x-example": fill("2.x-example")},
                    ],
                    "responses": {
                        "200": {
                            "description": fill("2.response"),
                            "schema": {"$ref": "#/definitions/Plain"},
                            "examples": {fill("2.example.media-type"): fill("2.example")},
                        }
                    },
                },
                "put": {
                    "consumes": ["multipart/form-data"],
                    "parameters": [
                        {"name": fill("2.form.name"), "in": "formData", "type": "file"},
                        {"name": fill("2.form.text"), "in": "formData", "type": "string"},
                    ],
                    "responses": {"204": {"description": "Done"}},
                },
            }
        },
        "definitions": {
            "Plain": {
                "type": "object",
                "discriminator": fill("2.discriminator"),
                "properties": {"a": {"type": "string"}},
            },
            fill("2.definition"): {
                "allOf": [{"$ref": "#/definitions/Plain"}],
                "description": fill("2.definition.text"),
            },
        },
        "securityDefinitions": {
            fill("2.basic"): {"type": "basic"},
            fill("2.oauth2"): {
                "type": "oauth2",
                "flow": fill("2.flow"),
                "authorizationUrl": fill("2.authorization-url"),
                "scopes": {fill("2.scope"): fill("2.scope.text")},
            },
        },
    }
