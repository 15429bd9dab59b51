"""Bodies: media types, their schemas, examples and encodings; headers, which have the same parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Origin, pointer_keys
from generator.draft import Content, Encoding, Event, Example, Header, Reference, Schema
from generator.readers.openapi.events import event_kinds
from generator.readers.openapi.members import as_text, flag, members, optional_flag, text
from generator.readers.openapi.scope import Scope
from generator.source import MISSING, Json, Missing, Node

_SHORT_MEDIA_TYPES = {
    "json": "application/json",
    "xml": "application/xml",
    "text": "text/plain",
    "html": "text/html",
    "form": "application/x-www-form-urlencoded",
    "binary": "application/octet-stream",
}
_PARAMETER_KEYS = frozenset(
    [
        "name",
        "in",
        "required",
        "description",
        "style",
        "explode",
        "allowReserved",
        "allowEmptyValue",
        "collectionFormat",
        "content",
        "schema",
        "deprecated",
        "examples",
        "x-example",
        "x-examples",
    ]
)
"""What is said of a parameter and not of its value, where 2.0 spells both in one map."""
_IN_COMPONENT = re.compile(r"/(?:components/(?:responses|requestBodies)|responses|parameters)/[^/]+")
_SCHEMA_KEYS = frozenset(("type", "items", "enum", "format", "$ref", "properties", "allOf", "oneOf", "anyOf"))


def read_contents(holder: Node, scope: Scope) -> tuple[Content, ...]:
    """The `content` of a body, response or parameter (3.0 §4.7.14): one entry a media type."""
    if "content" not in holder:
        return ()
    node = holder["content"]
    if node.value is not None and not node.is_map:
        scope.notes.warning("read-as-meant", "`content` is a map by media type; left out, as it is none", node.origin)
    if "schema" in node:
        message = "`content` has a schema and no media type; read as application/json"
        scope.notes.warning("media-type", message, node["schema"].origin)
        return (_content("application/json", node, scope),)
    found: dict[str, Content] = {}
    for key, entry in node.items():
        media_type = _media_type(key, entry, scope) if key[:2] != "x-" else None
        if media_type is not None and media_type not in found:
            found[media_type] = _content(media_type, entry, scope)
    return tuple(found.values())


def _media_type(key: str, node: Node, scope: Scope) -> str | None:
    """The media type that a key means; None where it is none, and what stands under it no body."""
    media_type = key.strip()
    if "/" in media_type:
        return media_type
    is_body = media_type not in ("example", "examples", "encoding")
    usual = "application/octet-stream" if text(node["schema"], "format") == "binary" else "application/json"
    meant = _SHORT_MEDIA_TYPES.get(media_type.lower(), usual) if is_body else None
    outcome = f"read as {meant}" if meant else "left out"
    scope.notes.warning("media-type", f"{key!r} is not a media type; {outcome}", node.origin)
    return meant


def _content(media_type: str, node: Node, scope: Scope) -> Content:
    target = scope.references.follow(node, "mediaType")
    if target is None:
        return Content(origin=node.origin, media_type=media_type)
    for positional in ("prefixEncoding", "itemEncoding"):
        if positional in target:
            scope.notes.warning("not-carried", f"`{positional}` is not carried", target[positional].origin)
    is_of_events = bool(events_of(media_type, node, scope))
    schema = _present(target, "schema", scope)
    return Content(
        origin=node.origin,
        media_type=media_type,
        component=_component(node.origin),
        description=said_in_place(schema).description,
        schema=schema,
        item_schema=None if is_of_events else _present(target, _item_key(target), scope),
        examples=read_examples(target, scope) or examples_in_place(schema),
        encodings=_encodings(target, scope),
    )


def _component(origin: Origin) -> str:
    """The name of the component that holds what stands there (3.x §4.7.7; 2.0's definitions of responses and
    parameters); "" where an operation holds it itself."""
    found = _IN_COMPONENT.match(origin.pointer)
    return pointer_keys(found[0])[-1] if found else ""


def said_in_place(schema: Schema | Reference | None) -> Schema:
    """A schema as far as it speaks of a value in its place, and not of a type, which says it itself."""
    if isinstance(schema, Reference):
        return schema.siblings or Schema(origin=schema.origin)
    if schema is None or schema.properties or len(schema.all_of) > 1:
        return _NOTHING
    return schema


def examples_in_place(schema: Schema | Reference | None) -> tuple[Example, ...]:
    """The examples of a schema as those of what it describes."""
    said = said_in_place(schema)
    return tuple(Example(origin=said.origin.child("example"), value=value) for value in said.examples)


_NOTHING = Schema(origin=Origin(""))


def events_of(media_type: str, node: Node, scope: Scope) -> tuple[Event, ...]:
    """The kinds of events that a stream of them has by its `itemSchema`; () where it is no such stream."""
    if media_type.partition(";")[0].strip().lower() != "text/event-stream":
        return ()
    target = scope.references.follow(node, "mediaType")
    return event_kinds(target[_item_key(target)], scope) if target is not None else ()


def _item_key(node: Node) -> str:
    return "itemSchema" if "itemSchema" in node else "x-oai-itemSchema"


def _present(node: Node, key: str, scope: Scope) -> Schema | Reference | None:
    return scope.schemas.read(node[key]) if members(node).get(key) is not None else None


def _encodings(holder: Node, scope: Scope) -> tuple[Encoding, ...]:
    if "encoding" not in holder:
        return ()
    return tuple(_encoding(name, entry, scope) for name, entry in holder["encoding"].items() if entry.is_map)


def _encoding(name: str, node: Node, scope: Scope) -> Encoding:
    if "encoding" in node:
        scope.notes.warning("not-carried", "an `encoding` inside an encoding is not carried", node["encoding"].origin)
    return Encoding(
        origin=node.origin,
        property_name=name,
        content_type=text(node, "contentType"),
        style=text(node, "style"),
        explode=optional_flag(node, "explode"),
        allow_reserved=flag(node, "allowReserved"),
        headers=read_headers(node, scope),
    )


def read_headers(holder: Node, scope: Scope) -> tuple[Header, ...]:
    """The `headers` of a response or of a part. `Content-Type` is left out: a media type says it (3.0 §4.7.16.1)."""
    if "headers" not in holder:
        return ()
    entries = holder["headers"].items()
    found = (_header(name, entry, scope) for name, entry in entries if name[:2] != "x-" or entry.is_map)
    return tuple(header for header in found if header is not None)


def _header(name: str, node: Node, scope: Scope) -> Header | None:
    target = scope.references.follow(node, "header")
    if name.lower() == "content-type" and target is not node:
        return None
    if target is None:
        return Header(origin=node.origin, name=name)
    if not target.is_map or name.lower() == "content-type":
        return None
    schema = schema_of(target, scope)
    said = said_in_place(schema)
    return Header(
        origin=node.origin,
        name=name,
        required=flag(target, "required"),
        description=text(node, "description") or text(target, "description") or said.description,
        deprecated=flag(target, "deprecated") or said.deprecated,
        schema=schema,
        examples=read_examples(target, scope) or examples_in_place(schema),
    )


def schema_of(node: Node, scope: Scope, *, prose: bool = False) -> Schema | Reference | None:
    """The schema of a parameter or header: under `schema`, in its `content`, or (2.0) spelt beside its name.

    Args:
        prose: Whether the description belongs to the value too, as it does for a field of a form.
    """
    said = members(node)
    if said.get("schema") is not None:
        return scope.schemas.read(node["schema"])
    if "content" in said:
        media_type = next((entry for _, entry in node["content"].items()), None)
        return None if media_type is None else _present(media_type, "schema", scope)
    if _SCHEMA_KEYS.isdisjoint(said):
        return None
    if not scope.dialect.is_swagger:
        message = "the type stands beside the name, as in 2.0; it belongs under `schema:`"
        scope.notes.info("read-as-meant", message, node.origin)
    own: dict[str, Json] = {
        key: value for key, value in said.items() if key not in _PARAMETER_KEYS or (prose and key == "description")
    }
    return scope.schemas.read(Node(own, node.origin))


def read_examples(node: Node, scope: Scope) -> tuple[Example, ...]:
    """The examples of a media type, parameter or header: `example`, `examples`, and 2.0's extensions for them."""
    said = members(node)
    lone = ("example", "x-example")
    found = [Example(origin=node.origin.child(key), value=said[key]) for key in lone if key in said]
    for key in ("examples", "x-examples"):
        if said.get(key) is not None:
            found.extend(_named_examples(node[key], scope))
    return tuple(found)


def _named_examples(node: Node, scope: Scope) -> Iterator[Example]:
    if node.is_list:
        for entry in node:
            yield Example(origin=entry.origin, value=_plain(entry.value))
    for name, entry in node.items():
        example = _example(name, entry, scope)
        if example is not None:
            yield example


def _example(name: str, node: Node, scope: Scope) -> Example | None:
    target = scope.references.follow(node, "example")
    if target is None:
        return None
    value = _value(target)
    if value is MISSING:
        if text(target, "externalValue"):
            message = "an example that is only a link (`externalValue`) is left out; nothing is fetched"
            scope.notes.info("example-external", message, target.origin)
        return None
    return Example(
        origin=node.origin,
        value=value,
        name=name,
        summary=text(node, "summary") or text(target, "summary"),
        description=text(node, "description") or text(target, "description"),
    )


def _value(node: Node) -> Json | Missing:
    """An example object's value; a map that is none of OpenAPI's example objects is taken for the value itself."""
    said = members(node)
    for key in ("dataValue", "value", "serializedValue"):
        if key in said:
            return said[key]
    if node.is_map and not said.keys() - {"summary", "description", "externalValue"}:
        return MISSING
    return node.value


def _plain(value: Json | Missing) -> Json:
    return None if value is MISSING else value


def swagger_contents(node: Node, media_types: tuple[str, ...], scope: Scope) -> tuple[Content, ...]:
    """2.0's body: one `schema`, in each of the media types that the operation names; `examples` by media type."""
    schema = _present(node, "schema", scope)
    said = examples_in_place(schema)
    by_type = dict(node["examples"].items())
    if schema is None and not by_type:
        return ()
    if isinstance(schema, Schema) and schema.format == "binary" and schema.types == ("string",):
        media_types = tuple(name for name in media_types if "json" not in name and "xml" not in name)
        media_types = media_types or ("application/octet-stream",)
    names = tuple(dict.fromkeys((*media_types, *(name for name in by_type if "/" in name and not media_types))))
    lone = [entry for name, entry in by_type.items() if "/" not in name]
    component = _component(node.origin)
    return tuple(
        Content(
            origin=node.origin,
            media_type=name,
            component=component,
            description=said_in_place(schema).description,
            schema=schema,
            examples=tuple(_swagger_examples(by_type, lone if name == names[0] else [], name)) or said,
        )
        for name in names or ("application/json",)
    )


def _swagger_examples(by_type: dict[str, Node], lone: list[Node], media_type: str) -> Iterator[Example]:
    for entry in (*([by_type[media_type]] if media_type in by_type else []), *lone):
        yield Example(origin=entry.origin, value=_plain(entry.value))


def media_types_of(node: Node, key: str, scope: Scope) -> tuple[str, ...]:
    """2.0's `consumes` or `produces`: the operation's own, else the root's, else JSON."""
    for holder in (node, scope.root):
        said = members(holder).get(key)
        found = said if isinstance(said, list) else [said]
        names = tuple(dict.fromkeys(as_text(name).strip() for name in found if as_text(name).strip()))
        if names:
            return names
    return ("application/json",)
