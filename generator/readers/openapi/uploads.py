"""Parts of a form of which nothing is said, or no more than their media type: from OpenAPI 3.1 on, they are files.

In: operations and named schemas. Out: both, with `format: binary` for what stands in a multipart body without a type,
because such a part is sent as `application/octet-stream` unless its encoding says otherwise (OpenAPI 3.1.1, 4.8.15.1),
and for what has a `contentMediaType` that is no text and is not written as one (4.8.14.1).
A named schema that a body of another media type has too stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.draft import Body, Content, Encoding, NamedSchema, Operation, Reference, Schema
from generator.records import replaced
from generator.source import MISSING

_NOTES = frozenset(("origin", "title", "description", "examples", "deprecated", "read_only", "write_only"))


def with_files(
    operations: tuple[Operation, ...], schemas: dict[str, NamedSchema]
) -> tuple[tuple[Operation, ...], dict[str, NamedSchema]]:
    """Both, with their files told."""
    bodies = [operation.body for operation in operations if operation.body is not None]
    if not any(_is_form(content) for body in bodies for content in body.contents):
        return operations, schemas
    others = {
        target for body in bodies for content in body.contents if not _is_form(content) for target in _target(content)
    }
    told: dict[str, NamedSchema] = {}
    for content in (content for body in bodies for content in body.contents if _is_form(content)):
        for target in _target(content):
            entry = told.get(target) or schemas.get(target)
            if entry is not None and target not in others and isinstance(entry.schema, Schema):
                told[target] = replace(entry, schema=_with_files(entry.schema, content.encodings))
    changed = tuple(
        operation if operation.body is None else replace(operation, body=_body(operation.body))
        for operation in operations
    )
    return changed, {key: told.get(key, entry) for key, entry in schemas.items()}


def _is_form(content: Content) -> bool:
    return content.media_type.partition(";")[0].strip().lower() == "multipart/form-data"


def _target(content: Content) -> Iterator[str]:
    if isinstance(content.schema, Reference) and content.schema.target is not None:
        yield content.schema.target


def _body(body: Body) -> Body:
    contents = tuple(
        replace(content, schema=_with_files(content.schema, content.encodings))
        if _is_form(content) and isinstance(content.schema, Schema)
        else content
        for content in body.contents
    )
    return body if contents == body.contents else replace(body, contents=contents)


def _with_files(schema: Schema, encodings: Sequence[Encoding]) -> Schema:
    written = {encoding.property_name for encoding in encodings if _is_written(encoding.content_type)}
    properties = {name: entry if name in written else _as_file(entry) for name, entry in schema.properties.items()}
    return schema if properties == schema.properties else replaced(schema, properties=properties)


def _is_written(media_types: str) -> bool:
    """Whether a part is written out as a text of some kind."""
    return any(word in media_types.lower() for word in ("json", "text", "xml", "form"))


def _as_file(schema: Schema | Reference) -> Schema | Reference:
    if isinstance(schema, Reference):
        return schema
    if schema.types == ("array",) and schema.items is not None:
        items = _as_file(schema.items)
        return schema if items is schema.items else replaced(schema, items=items)
    said = {name for name, value in vars(schema).items() if value and value is not MISSING}
    if schema.content_media_type and not _is_written(schema.content_media_type):
        said -= {"content_media_type", "types"} if schema.types == ("string",) else {"content_media_type"}
    return replaced(schema, types=("string",), format="binary") if said <= _NOTES else schema
