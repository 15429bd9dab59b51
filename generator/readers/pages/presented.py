"""A page's draft as the OpenAPI document it amounts to, so that an overlay can correct it.

In: a draft and the page it was read from. Out: a `Document` whose tree is in the shape of OpenAPI 3.1 and whose parts
have their places on the page. What OpenAPI has no word for is an extension: `x-resource`, `x-action`, `x-scopes`, and
parameters `in: form`. Every part that stands for a record of the draft is a `Part`, which knows that record; an overlay
copies what it changes, so that `corrected` can tell what is as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from generator import draft
from generator.diagnostics import Origin
from generator.source import MISSING, Document, Json

T = TypeVar("T")
Claim = draft.Claim[T] | None


class Part(dict[str, Json]):
    """An object of the tree that stands for a record; a copy of it knows the record too, and that it is a copy."""

    def __init__(self, members: Mapping[str, Json], record: object) -> None:
        super().__init__(members)
        self.record = record
        self.original = self

    @property
    def is_untouched(self) -> bool:
        """True for the part itself, False for a copy of it, in which something may have changed."""
        return self.original is self


def present(source: draft.Draft, page: Document) -> Document:
    """The page with a tree.

    Args:
        source: What was read from it.
        page: Its text; the name of both is the same.
    """
    writer = _Writer()
    tree = writer.document(source)
    return replace(page, tree=tree, places=writer.places)


class _Writer:
    """Writes records as a tree and notes where each part stands on the page."""

    def __init__(self) -> None:
        self.places: dict[str, Origin] = {}

    def document(self, source: draft.Draft) -> Json:
        root = Origin("")
        self.places[""] = Origin(source.document, line=1, column=1)
        info: dict[str, Json] = {}
        for key, claim in (("title", source.title), ("version", source.version), ("description", source.description)):
            self._claim(info, key, claim, root.child("info"))
        schemas: dict[str, Json] = {}
        for entry in source.schemas.values():
            if entry.name not in schemas:
                schemas[entry.name] = self._schema(entry.schema, root.child("components", "schemas", entry.name))
        return {
            "openapi": "3.1.0",
            "info": info,
            "servers": [
                self._part({"url": server.url}, server, server.origin, root.child("servers", index))
                for index, server in enumerate(source.servers)
            ],
            "tags": [
                self._part(
                    {"name": tag.name, "description": tag.description}, tag, tag.origin, root.child("tags", index)
                )
                for index, tag in enumerate(source.tags)
            ],
            "paths": self._paths(source.operations, root.child("paths")),
            "components": {"schemas": schemas},
        }

    def _part(self, members: Mapping[str, Json], record: object, origin: Origin, at: Origin) -> Part:
        self.places[at.pointer] = origin
        return Part(members, record)

    def _claim(self, members: dict[str, Json], key: str, claim: Claim[T], at: Origin) -> None:
        if claim is None:
            return
        value = claim.value
        members[key] = list(value) if isinstance(value, tuple) else value  # type: ignore[assignment]
        self.places[at.child(key).pointer] = claim.origin

    def _paths(self, operations: Iterable[draft.Operation], at: Origin) -> Json:
        """An operation of the same method and path as an earlier one cannot be written; it stays as it is."""
        paths: dict[str, dict[str, Json]] = {}
        for operation in operations:
            item = paths.setdefault(operation.path, {})
            method = operation.method.lower()
            if method not in item:
                item[method] = self._operation(operation, at.child(operation.path, method))
        return dict(paths)

    def _operation(self, operation: draft.Operation, at: Origin) -> Part:
        members: dict[str, Json] = {}
        for key, name in OPERATION_CLAIMS.items():
            self._claim(members, key, getattr(operation, name), at)
        if operation.security is not None:
            members["security"] = [
                {entry.scheme: list(entry.scopes) for entry in alternative} for alternative in operation.security.value
            ]
            self.places[at.child("security").pointer] = operation.security.origin
        if operation.tags:
            members["tags"] = list(operation.tags)
        members["parameters"] = [
            self._parameter(parameter, at.child("parameters", index))
            for index, parameter in enumerate(operation.parameters)
        ]
        if operation.body is not None:
            members["requestBody"] = self._body(operation.body, at.child("requestBody"))
        responses: dict[str, Json] = {}
        for response in operation.responses:
            if response.status not in responses:
                responses[response.status] = self._response(response, at.child("responses", response.status))
        members["responses"] = responses
        return self._part(members, operation, operation.origin, at)

    def _parameter(self, parameter: draft.Parameter, at: Origin) -> Part:
        members: dict[str, Json] = {"name": parameter.name, "in": parameter.place}
        for key in PARAMETER_CLAIMS:
            self._claim(members, key, getattr(parameter, key), at)
        schema = self._schema(parameter.schema or draft.Schema(origin=parameter.origin), at.child("schema"))
        if isinstance(schema, dict):
            self._claim(schema, "default", parameter.default, at.child("schema"))
            self._claim(schema, "enum", parameter.enum, at.child("schema"))
        members["schema"] = schema
        self._examples(members, parameter.examples, at)
        return self._part(members, parameter, parameter.origin, at)

    def _examples(self, members: dict[str, Json], examples: Iterable[draft.Example], at: Origin) -> None:
        """The first example; the others stay as they are as long as it does."""
        for example in list(examples)[:1]:
            members["example"] = example.value
            self.places[at.child("example").pointer] = example.origin

    def _body(self, body: draft.Body, at: Origin) -> Part:
        members: dict[str, Json] = {}
        self._claim(members, "description", body.description, at)
        self._claim(members, "required", body.required, at)
        members["content"] = self._contents(body.contents, at.child("content"))
        return self._part(members, body, body.origin, at)

    def _response(self, response: draft.Response, at: Origin) -> Part:
        members: dict[str, Json] = {}
        self._claim(members, "description", response.description, at)
        members["content"] = self._contents(response.contents, at.child("content"))
        return self._part(members, response, response.origin, at)

    def _contents(self, contents: Iterable[draft.Content], at: Origin) -> Json:
        written: dict[str, Json] = {}
        for content in contents:
            here = at.child(content.media_type)
            members: dict[str, Json] = {}
            if content.schema is not None:
                members["schema"] = self._schema(content.schema, here.child("schema"))
            self._examples(members, content.examples, here)
            written.setdefault(content.media_type, self._part(members, content, content.origin, here))
        return written

    # -- schemas

    def _schema(self, schema: draft.Schema | draft.Reference, at: Origin) -> Json:
        if isinstance(schema, draft.Reference):
            members: dict[str, Json] = {"$ref": f"#/components/schemas/{Origin('').child(schema.name).pointer[1:]}"}
            return self._part(members, schema, schema.origin, at)
        if schema.never:
            return False
        members = {}
        if schema.types:
            members["type"] = schema.types[0] if len(schema.types) == 1 else list(schema.types)
        for key, name in SCHEMA_FACTS.items():
            value = getattr(schema, name)
            if value not in ("", None, False, ()) or (isinstance(value, int) and not isinstance(value, bool)):
                members[key] = list(value) if isinstance(value, tuple) else value
        for key in ("const", "default"):
            if (value := getattr(schema, key)) is not MISSING:
                members[key] = value
        for key, name in SCHEMA_MAPS.items():
            if parts := getattr(schema, name):
                here = at.child(key)
                members[key] = {word: self._schema(part, here.child(word)) for word, part in parts.items()}
        for key, name in SCHEMA_LISTS.items():
            if parts := getattr(schema, name):
                here = at.child(key)
                members[key] = [self._schema(part, here.child(index)) for index, part in enumerate(parts)]
        for key, name in SCHEMA_PARTS.items():
            if (part := getattr(schema, name)) is not None:
                members[key] = self._schema(part, at.child(key))
        return self._part(members, schema, schema.origin, at)


OPERATION_CLAIMS = {
    "operationId": "operation_id",
    "summary": "summary",
    "description": "description",
    "deprecated": "deprecated",
    "x-resource": "resource",
    "x-action": "action",
    "x-scopes": "scopes",
}
"""The plain facts of an operation: from the key in the tree to the record's field."""
PARAMETER_CLAIMS = ("required", "description", "deprecated")
SCHEMA_FACTS = {
    "title": "title",
    "description": "description",
    "format": "format",
    "enum": "enum",
    "deprecated": "deprecated",
    "readOnly": "read_only",
    "writeOnly": "write_only",
    "required": "required",
    "examples": "examples",
    "pattern": "pattern",
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "uniqueItems": "unique_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
    "contentMediaType": "content_media_type",
    "contentEncoding": "content_encoding",
}
SCHEMA_MAPS = {"properties": "properties", "patternProperties": "pattern_properties"}
SCHEMA_LISTS = {"allOf": "all_of", "anyOf": "any_of", "oneOf": "one_of", "prefixItems": "prefix_items"}
SCHEMA_PARTS = {"items": "items", "additionalProperties": "additional_properties"}
