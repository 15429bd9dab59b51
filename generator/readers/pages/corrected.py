"""A page's draft with what an overlay made of the document that it was presented as.

In: the draft, that document, and the document after the overlay. Out: the draft, in which all untouched records are the
very same, and every fact that changed stands in the overlay. What an overlay brings and a page's draft has no place for
is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_args

from generator.diagnostics import Origin, Report
from generator.draft import (
    Alternatives,
    Body,
    Claim,
    Content,
    Draft,
    Example,
    NamedSchema,
    Operation,
    Parameter,
    Place,
    Reference,
    Requirement,
    Response,
    Schema,
    Server,
    Tag,
)
from generator.readers.pages.notation import json_schema
from generator.readers.pages.presented import (
    OPERATION_CLAIMS,
    PARAMETER_CLAIMS,
    SCHEMA_LISTS,
    SCHEMA_MAPS,
    SCHEMA_PARTS,
    Part,
)
from generator.source import Document, Json, Node

R = TypeVar("R")


def corrected(source: Draft, presented: Document, changed: Document, report: Report) -> Draft:
    """The draft as the overlay would have it.

    Args:
        source: What the page says.
        presented: The page as `present` gave it.
        changed: The same with the overlay's changes.
        report: Takes what the overlay says and a page cannot.
    """
    reader = _Reader(changed, report)
    root = changed.root
    reader.heed(root, ("openapi", "info", "servers", "tags", "paths", "components"))
    reader.heed(root["info"], ("title", "version", "description"))
    reader.heed(root["components"], ("schemas",))
    known = {id(part.record) for part in _parts(presented.root["paths"])}
    unpresented = [(operation, operation) for operation in source.operations if id(operation) not in known]
    schemas = dict(reader.schemas(source, root["components"]["schemas"]))
    names = {entry.name for entry in schemas.values()}
    return replace(
        source,
        title=reader.claim(root["info"]["title"], source.title, str),
        version=reader.claim(root["info"]["version"], source.version, str),
        description=reader.claim(root["info"]["description"], source.description, str),
        servers=tuple(reader.servers(root["servers"])),
        tags=tuple(reader.tags(root["tags"])),
        operations=tuple(_in_order([*reader.operations(root["paths"]), *unpresented], source)),
        schemas=schemas,
        outlines=tuple(outline for outline in source.outlines if outline.name in names),
    )


def _parts(paths: Node) -> Iterator[Part]:
    """The operations that could be presented."""
    items = paths.value.values() if isinstance(paths.value, dict) else ()
    for item in items:
        operations = item.values() if isinstance(item, dict) else ()
        yield from (part for part in operations if isinstance(part, Part))


def _in_order(found: Iterable[tuple[Operation | None, Operation]], source: Draft) -> Iterator[Operation]:
    """The operations in the page's order, new ones last."""
    places = {id(operation): index for index, operation in enumerate(source.operations)}
    for _, operation in sorted(found, key=lambda pair: places.get(id(pair[0]), len(places))):
        yield operation


class _Reader:
    """Reads the changed tree, against the records that its parts stood for."""

    def __init__(self, changed: Document, report: Report) -> None:
        self._changed = changed
        self._report = report

    def heed(self, node: Node, known: Iterable[str]) -> None:
        """Report members that a page's facts have no place for."""
        for key, entry in node.items():
            if key not in known:
                message = f"the facts of a page have no place for {key!r}; it is left out"
                self._report.warning("overlay-action", message, at=entry.origin)

    def _misfit(self, node: Node, expected: str) -> None:
        self._report.warning("overlay-action", f"expected {expected} here; it is left out", at=node.origin)

    def claim(self, node: Node, old: Claim[R] | None, kind: type[R]) -> Claim[R] | None:
        """The old claim where its value still stands, a new one where another does, None where none does."""
        if not node.present:
            return None
        if old is not None and old.value == node.value:
            return old
        if isinstance(node.value, kind):
            return Claim(node.value, node.origin)
        self._misfit(node, {str: "some text", bool: "true or false"}.get(kind, kind.__name__))
        return old

    def _place(self, node: Node) -> Origin:
        """The line of the page where a part still stands as it stood, else its place in the tree."""
        place = self._changed.written(node.origin)
        return Origin(place.document, "", place.line, place.column) if place.line else node.origin

    # -- the document

    def servers(self, node: Node) -> Iterator[Server]:
        for entry in node:
            old = _record(entry, Server)
            if old is not None and entry["url"].text == old.url:
                yield old
            elif entry["url"].text:
                self.heed(entry, ("url", "description"))
                yield Server(origin=entry.origin, url=entry["url"].text, description=entry["description"].text)
            else:
                self._misfit(entry, "a server with a `url`")

    def tags(self, node: Node) -> Iterator[Tag]:
        for entry in node:
            name, description = entry["name"].text, entry["description"].text
            start = _record(entry, Tag) or Tag(origin=entry.origin, name=name)
            self.heed(entry, ("name", "description"))
            if name:
                yield replace(start, name=name, description=description)

    def schemas(self, source: Draft, node: Node) -> Iterator[tuple[str, NamedSchema]]:
        keys: dict[str, str] = {}
        for key, entry in source.schemas.items():
            keys.setdefault(entry.name, key)
        for name, part in node.items():
            key = keys.get(name, f"{source.document}#{name}")
            public = source.schemas[key].public if key in source.schemas else True
            yield key, NamedSchema(name=name, schema=self._schema(part), public=public)

    def operations(self, paths: Node) -> Iterator[tuple[Operation | None, Operation]]:
        """Each operation that stands in the tree, with the one of the page that it was."""
        for path, item in paths.items():
            if not path.startswith("x-") and not item.is_map:
                self._misfit(item, "the operations of a path")
            for method, node in item.items():
                if method.lower() not in _METHODS or not node.is_map:
                    self._misfit(node, "an operation under its method")
                else:
                    yield _record(node, Operation), self._operation(node, path, method.upper())

    # -- an operation

    def _operation(self, node: Node, path: str, method: str) -> Operation:
        old = _record(node, Operation)
        if old is not None and _untouched(node):
            return old if (old.path, old.method.upper()) == (path, method) else replace(old, path=path, method=method)
        self.heed(node, (*OPERATION_CLAIMS, "tags", "security", "parameters", "requestBody", "responses"))
        start = old or Operation(origin=node.origin, method=method, path=path)
        kinds: dict[str, Any] = {"deprecated": bool}
        claims = {
            name: self.claim(node[key], getattr(start, name), kinds.get(name, str))
            for key, name in OPERATION_CLAIMS.items()
            if name != "scopes"
        }
        return replace(
            start,
            path=path,
            method=method,
            **claims,  # type: ignore[arg-type]
            scopes=self._scopes(node["x-scopes"], start.scopes),
            tags=node["tags"].texts,
            security=self._security(node["security"], start.security),
            parameters=tuple(self._parameters(node["parameters"])),
            body=self._body(node["requestBody"]) if node["requestBody"].present else None,
            responses=tuple(self._responses(node["responses"])),
        )

    def _scopes(self, node: Node, old: Claim[tuple[str, ...]] | None) -> Claim[tuple[str, ...]] | None:
        if not node.present:
            return None
        return old if old is not None and old.value == node.texts else Claim(node.texts, node.origin)

    def _security(self, node: Node, old: Claim[Alternatives] | None) -> Claim[Alternatives] | None:
        if not node.present:
            return None
        said = tuple(
            tuple(Requirement(scheme=scheme, scopes=scopes.texts) for scheme, scopes in entry.items()) for entry in node
        )
        return old if old is not None and old.value == said else Claim(said, node.origin)

    def _parameters(self, node: Node) -> Iterator[Parameter]:
        for entry in node:
            old = _record(entry, Parameter)
            if old is not None and _untouched(entry):
                yield old
            elif entry["name"].text:
                yield self._parameter(entry, old)
            else:
                self._misfit(entry, "a parameter with a `name`")

    def _parameter(self, node: Node, old: Parameter | None) -> Parameter:
        self.heed(node, (*PARAMETER_CLAIMS, "name", "in", "schema", "example"))
        start = old or Parameter(origin=node.origin, name=node["name"].text, place="query")
        place = node["in"].text
        if place not in get_args(Place):
            self._misfit(node["in"], "one of " + ", ".join(get_args(Place)))
            place = start.place
        schema = node["schema"]
        enum = schema["enum"]
        values = tuple(enum.value) if isinstance(enum.value, list) else None
        return replace(
            start,
            name=node["name"].text,
            place=place,  # type: ignore[arg-type]
            required=self.claim(node["required"], start.required, bool),
            description=self.claim(node["description"], start.description, str),
            deprecated=self.claim(node["deprecated"], start.deprecated, bool),
            schema=self._schema(schema) if schema.present else None,
            default=_value(schema["default"], start.default),
            enum=None if values is None else _same(start.enum, values) or Claim(values, enum.origin),
            examples=_examples(node, start.examples),
        )

    def _body(self, node: Node) -> Body:
        old = _record(node, Body)
        if old is not None and _untouched(node):
            return old
        self.heed(node, ("description", "required", "content"))
        start = old or Body(origin=node.origin)
        return replace(
            start,
            required=self.claim(node["required"], start.required, bool),
            description=self.claim(node["description"], start.description, str),
            contents=tuple(self._contents(node["content"])),
        )

    def _responses(self, node: Node) -> Iterator[Response]:
        for status, entry in node.items():
            old = _record(entry, Response)
            if old is not None and _untouched(entry):
                yield replace(old, status=status)
                continue
            self.heed(entry, ("description", "content"))
            start = old or Response(origin=entry.origin, status=status)
            yield replace(
                start,
                status=status,
                description=self.claim(entry["description"], start.description, str),
                contents=tuple(self._contents(entry["content"])),
            )

    def _contents(self, node: Node) -> Iterator[Content]:
        for media_type, entry in node.items():
            old = _record(entry, Content)
            if old is not None and _untouched(entry):
                yield replace(old, media_type=media_type)
                continue
            self.heed(entry, ("schema", "example"))
            start = old or Content(origin=entry.origin, media_type=media_type)
            yield replace(
                start,
                media_type=media_type,
                schema=self._schema(entry["schema"]) if entry["schema"].present else None,
                examples=_examples(entry, start.examples),
            )

    # -- schemas

    def _schema(self, node: Node) -> Schema | Reference:
        """The schema at a place; parts in it that are as they were are the very same."""
        old = node.value.record if isinstance(node.value, Part) else None
        if isinstance(old, Schema | Reference) and _untouched(node):
            return old
        made = json_schema.read(None if not node.present else node.value, self._place(node))  # type: ignore[arg-type]
        if isinstance(made, Reference):
            named = replace(made, name=made.name.replace("~1", "/").replace("~0", "~"))
            return old if isinstance(old, Reference) and old.name == named.name else named
        parts: dict[str, Any] = {}
        for key, name in SCHEMA_MAPS.items():
            parts[name] = {word: self._schema(entry) for word, entry in node[key].items()}
        for key, name in SCHEMA_LISTS.items():
            parts[name] = tuple(self._schema(entry) for entry in node[key])
        for key, name in SCHEMA_PARTS.items():
            parts[name] = self._schema(node[key]) if node[key].present else None
        made = replace(made, **parts)
        if not isinstance(old, Schema):
            return made
        same_values = made.enum == old.enum
        return replace(
            made,
            origin=old.origin,
            enum_names=old.enum_names if same_values else (),
            enum_descriptions=old.enum_descriptions if same_values else (),
            inferred=old.inferred and _shape(made) == _shape(old),
        )


def _record(node: Node, kind: type[R]) -> R | None:
    """The record that a part of the tree stands for, be it changed since or not."""
    record = node.value.record if isinstance(node.value, Part) else None
    return record if isinstance(record, kind) else None


def _untouched(node: Node) -> bool:
    return isinstance(node.value, Part) and node.value.is_untouched


def _shape(schema: Schema) -> tuple[object, ...]:
    """What a schema says beyond prose, default and examples."""
    return schema.types, schema.format, schema.enum, tuple(schema.properties), schema.items is None


def _same(old: Claim[R] | None, value: R) -> Claim[R] | None:
    return old if old is not None and old.value == value else None


def _value(node: Node, old: Claim[Json] | None) -> Claim[Json] | None:
    if not node.present:
        return None
    value: Json = node.value  # type: ignore[assignment]
    return _same(old, value) or Claim(value, node.origin)


def _examples(node: Node, old: tuple[Example, ...]) -> tuple[Example, ...]:
    """The old examples where the first of them still stands, the new one where another does."""
    entry = node["example"]
    if not entry.present:
        return ()
    value: Json = entry.value  # type: ignore[assignment]
    if old and old[0].value == value and type(old[0].value) is type(value):
        return old
    return (Example(origin=Origin(entry.origin.document, entry.origin.pointer), value=value),)


_METHODS = frozenset(("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"))
