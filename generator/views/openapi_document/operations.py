"""Operations -> OpenAPI 3.1 path items, with their parameters, bodies, responses and callbacks.

In: the model's operations. Out: trees of plain values. What OpenAPI 3.2 added and 3.1 lacks is written as the
extensions that the OpenAPI Initiative registers for it (`x-oai-…`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator import model
from generator.diagnostics import Report
from generator.source import MISSING
from generator.views.openapi_document.schemas import Schemas, Tree, external_docs

METHODS = frozenset(("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"))
"""The methods that have a key of their own in a path item (3.1 §4.8.9)."""


class Operations:
    """Writes operations.

    Args:
        schemas: Writes the schemas.
        schemes: The component key of each security scheme.
        security: What holds for operations that do not say otherwise.
        ids: For the model's id of each operation, the operationId it is written with.
        tags: For each resource, the tag of its operations that have none of their own.
    """

    def __init__(
        self,
        *,
        schemas: Schemas,
        schemes: Mapping[str, str],
        security: model.Alternatives,
        ids: Mapping[str, str],
        tags: Mapping[tuple[str, ...], str],
        report: Report,
    ) -> None:
        self._schemas = schemas
        self._schemes = schemes
        self._security = security
        self._ids = ids
        self._tags = tags
        self._report = report

    def paths(self, operations: Iterable[model.Operation]) -> Tree:
        """The path items of operations. A second operation of one path and method gets a path with a fragment."""
        items: Tree = {}
        for operation in operations:
            path = operation.path
            while _taken(items.get(path), operation.method):
                path += f"#{operation.method.lower()}"
            if path != operation.path:
                self._lost(operation, f"is written as {path}, as an OpenAPI document holds a path and method once")
            _put(items.setdefault(path, {}), operation.method, self._operation(operation, self._ids[operation.id]))
        return items

    def hooks(self, operations: Iterable[model.Operation]) -> Tree:
        """The path items of webhooks, by name, or of a callback, by expression."""
        items: Tree = {}
        for operation in operations:
            name = self._ids.get(operation.id, "")
            _put(items.setdefault(operation.path, {}), operation.method, self._operation(operation, name))
        return items

    def _operation(self, operation: model.Operation, operation_id: str) -> Tree:
        tags = list(operation.tags)
        if not tags and operation_id and not operation.operation_id and operation.resource in self._tags:
            tags = [self._tags[operation.resource]]
        written: Tree = {}
        _add(written, "tags", tags)
        _add(written, "summary", operation.summary)
        _add(written, "description", operation.description)
        _add(written, "externalDocs", external_docs(operation.external_docs))
        _add(written, "operationId", operation_id)
        if "renamed" in operation.facts:
            written["x-specloom-name"] = ".".join((*operation.resource, operation.action))
        _add(written, "deprecated", operation.deprecated)
        security = with_scopes(operation)
        if security != self._security:
            written["security"] = requirements(security, self._schemes)
        _add(written, "servers", [server(entry) for entry in operation.servers])
        _add(written, "parameters", [self._parameter(entry, operation) for entry in operation.parameters])
        if operation.body is not None:
            written["requestBody"] = self._body(operation.body)
        _add(written, "responses", {entry.status: self._response(entry) for entry in operation.responses})
        callbacks: Tree = {}
        for callback in operation.callbacks:
            callbacks.setdefault(callback.name, {}).update(self.hooks(callback.operations))
        _add(written, "callbacks", callbacks)
        if "pagination" in operation.facts:  # what the shapes say by themselves is read from them again
            written["x-specloom-pagination"] = _pagination(operation.pagination)
        return written

    def _lost(self, operation: model.Operation, message: str) -> None:
        at = operation.origins[0] if operation.origins else None
        self._report.info("openapi-unsaid", f"{operation.method} {operation.path} {message}", at=at)

    # -- parameters

    def _parameter(self, parameter: model.Parameter, operation: model.Operation) -> Tree:
        place = parameter.place
        written: Tree = {"name": parameter.name, "in": place}
        if place == "querystring":
            message = f"has the query string {parameter.name!r}, written as a query parameter with `x-oai-in`"
            self._lost(operation, message)
            place = "query"
            written |= {"in": place, "x-oai-in": "querystring"}
        _add(written, "description", parameter.description)
        _add(written, "required", parameter.required)
        _add(written, "deprecated", parameter.deprecated)
        schema = self._schemas.plain(parameter.shape)
        if isinstance(schema, dict) and parameter.default is not MISSING:
            schema["default"] = parameter.default
        if parameter.media_type:
            media_type: Tree = {"schema": schema} | _examples((parameter.example, *parameter.more_examples))
            return written | {"content": {parameter.media_type: media_type}}
        default = "simple" if place in ("path", "header") else "form"
        if parameter.style == "cookie":
            self._lost(operation, f"has the cookie {parameter.name!r} in style `cookie`, written with `x-oai-style`")
            written["x-oai-style"] = "cookie"
        elif parameter.style != default:
            written["style"] = parameter.style
        if parameter.explode != (parameter.style in ("form", "cookie")):
            written["explode"] = parameter.explode
        if parameter.allow_reserved:
            written["allowReserved" if place == "query" else "x-oai-allowReserved"] = True
        return written | {"schema": schema} | _examples((parameter.example, *parameter.more_examples))

    def _headers(self, headers: Iterable[model.Header]) -> Tree:
        return {header.name: self._header(header) for header in headers}

    def _header(self, header: model.Header) -> Tree:
        written: Tree = {}
        _add(written, "description", header.description)
        _add(written, "required", header.required)
        _add(written, "deprecated", header.deprecated)
        written["schema"] = self._schemas.plain(header.shape)
        return written | _examples(() if header.example is None else (header.example,))

    # -- bodies and responses

    def _body(self, body: model.Body) -> Tree:
        written: Tree = {}
        _add(written, "description", body.description)
        _add(written, "required", body.required)
        return written | {"content": self._contents(body.contents)}

    def _response(self, response: model.Response) -> Tree:
        written: Tree = {"description": response.description}
        _add(written, "headers", self._headers(response.headers))
        _add(written, "content", self._contents(response.contents))
        _add(written, "links", {entry.name: self._link(entry) for entry in response.links})
        return written

    def _link(self, link: model.Link) -> Tree:
        written: Tree = {"operationId": self._ids.get(link.operation, link.operation)}
        _add(written, "description", link.description)
        _add(written, "parameters", dict(link.parameters))
        if link.body is not MISSING:
            written["requestBody"] = link.body
        return written

    def _contents(self, contents: Iterable[model.Content]) -> Tree:
        written: Tree = {}
        for content in contents:
            written.setdefault(content.media_type, self._content(content))
        return written

    def _content(self, content: model.Content) -> Tree:
        written: Tree = {}
        if content.stream is not None:
            # a stream as a whole is the list of its pieces (3.2 §4.14.3)
            written["schema"] = {"type": "array", "items": self._schemas.plain(content.stream.items)}
            _add(written, "x-events", {entry.name: self._event(entry) for entry in content.stream.events})
        elif not (isinstance(content.shape, model.Anything) and content.kind in ("json", "form", "multipart")):
            written["schema"] = self._schemas.whole(content.shape, content.xml)
        if content.description:
            schema = written.get("schema", {})
            schema = schema if isinstance(schema, dict) else {"anyOf": [schema]}
            written["schema"] = {"description": content.description, **schema}
        written |= _examples(content.examples)
        _add(written, "encoding", {part.property_name: self._part(part) for part in content.parts})
        return written

    def _event(self, event: model.Event) -> Tree:
        written: Tree = {}
        _add(written, "description", event.description)
        return written | {"schema": self._schemas.plain(event.shape)}

    def _part(self, part: model.Part) -> Tree:
        written: Tree = {}
        _add(written, "contentType", part.content_type)
        if part.style != "form":
            written["style"] = part.style
        if part.explode != (part.style == "form"):
            written["explode"] = part.explode
        _add(written, "allowReserved", part.allow_reserved)
        _add(written, "headers", self._headers(part.headers))
        return written


def with_scopes(operation: model.Operation) -> model.Alternatives:
    """What an operation asks for, with the scopes that stand beside its requirements written into them.

    Any one of the scopes suffices, so each makes an alternative of its own; where schemes are asked for together, the
    scope is asked of the first.
    """
    said = {scope for entry in operation.security for one in entry for scope in one.scopes}
    if not operation.scopes or said or not any(operation.security):
        return operation.security
    found: list[tuple[model.Requirement, ...]] = []
    for alternative in operation.security:
        if not alternative:
            found.append(alternative)
            continue
        first, *more = alternative
        found += [(model.Requirement(scheme=first.scheme, scopes=(scope,)), *more) for scope in operation.scopes]
    return tuple(found)


def requirements(security: model.Alternatives, schemes: Mapping[str, str]) -> list[Tree]:
    """Security requirement objects (3.1 §4.8.30)."""
    return [
        {schemes.get(entry.scheme, entry.scheme): list(entry.scopes) for entry in alternative}
        for alternative in security
    ]


def server(entry: model.Server) -> Tree:
    """A server object."""
    written: Tree = {"url": entry.url}
    _add(written, "x-oai-name", entry.name)
    _add(written, "description", entry.description)
    _add(written, "variables", {variable.name: _variable(variable) for variable in entry.variables})
    return written


def _variable(entry: model.ServerVariable) -> Tree:
    written: Tree = {}
    _add(written, "enum", list(entry.enum))
    written["default"] = entry.default
    _add(written, "description", entry.description)
    return written


def _examples(examples: Iterable[model.Example]) -> Tree:
    """`example`, or `examples` where there are names, as there are of several; what was made is not written."""
    given = [example for example in examples if example.given]
    if not given:
        return {}
    if len(given) == 1 and not given[0].name:
        return {"example": given[0].written or given[0].value}
    named: Tree = {}
    for example in given:
        written: Tree = {}
        _add(written, "summary", example.summary)
        _add(written, "description", example.description)
        named[example.name] = written | {"value": example.written or example.value}
    return {"examples": named}


def _pagination(entry: model.Pagination | None) -> Tree | str:
    """Our extension for how a list is walked, in the words of `specloom.yaml`."""
    if entry is None:
        return "none"
    written: Tree = {"kind": entry.kind}
    _add(written, "items", list(entry.items_path))
    _add(written, "parameter", entry.parameter)
    _add(written, "size", entry.size_parameter)
    written["first"] = entry.first
    _add(written, "next", list(entry.next_path))
    _add(written, "last", list(entry.last_path))
    _add(written, "more", list(entry.more_path))
    _add(written, "total", list(entry.total_path))
    return written


def _taken(item: Tree | None, method: str) -> bool:
    if item is None:
        return False
    return method.lower() in item if method in METHODS else method in item.get("x-oai-additionalOperations", {})


def _put(item: Tree, method: str, operation: Tree) -> None:
    if method in METHODS:
        item[method.lower()] = operation
    else:
        item.setdefault("x-oai-additionalOperations", {})[method] = operation


def _add(written: Tree, key: str, value: Any) -> None:
    """Write what says something."""
    if value:
        written[key] = value
