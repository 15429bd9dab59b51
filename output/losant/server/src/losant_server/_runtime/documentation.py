"""The OpenAPI document of a server, made from its operations when it is first asked for."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_type_hints

from fastapi import FastAPI
from pydantic import TypeAdapter
from pydantic.errors import PydanticUserError
from pydantic_core import SchemaError

from .adapters import limited
from .operation import Answer, Content, Group, Operation, Parameter
from .security import Scheme

Tree = dict[str, Any]
"""A JSON object."""

_TEMPLATE = "#/components/schemas/{model}"


class _Schemas:
    """JSON schemas of types, made all at once, so that equal models get one name.

    They are made as those of one tuple: types that name each other are looked at once, not once for
    each of them.
    """

    def __init__(self) -> None:
        self._types: dict[str, Any] = {}
        self._places: list[tuple[str, Tree]] = []

    def of(self, type_: Any, limits: Any = None) -> Tree:
        """An object that will hold the schema of a type once `finish` was called."""
        place: Tree = {}
        key = f"{type_!r} {limits!r}"
        if key not in self._types:
            self._types[key] = limited(type_, limits)
        self._places.append((key, place))
        return place

    def finish(self) -> Tree:
        """Fill in the schemas and return those that have a name."""
        whole = _schema(tuple(self._types.values()))
        schemas = dict(zip(self._types, whole.get("prefixItems", []), strict=True))
        for key, place in self._places:
            place.update(schemas[key])
        definitions: Tree = whole.get("$defs", {})
        return definitions


def _schema(types: tuple[Any, ...]) -> Tree:
    """The schema of a tuple of the types; one that pydantic cannot describe can be anything."""
    as_tuple: Any = tuple
    try:
        return TypeAdapter(as_tuple[types]).json_schema(ref_template=_TEMPLATE)
    except (PydanticUserError, SchemaError):
        described = tuple(type_ if _is_described(type_) else Any for type_ in types)
        return TypeAdapter(as_tuple[described]).json_schema(ref_template=_TEMPLATE)


def _is_described(type_: Any) -> bool:
    try:
        TypeAdapter(type_).json_schema()
    except (PydanticUserError, SchemaError):
        return False
    return True


def document(app: FastAPI, groups: Sequence[Group], schemes: Mapping[str, Scheme]) -> Tree:
    """The document."""
    schemas = _Schemas()
    paths: Tree = {}
    for group in groups:
        for operation in group.operations:
            item = paths.setdefault(operation.path, {})
            entry = _operation(operation, group.title, schemas)
            if operation.method.lower() in _METHODS:
                item[operation.method.lower()] = entry
            else:
                item.setdefault("x-additionalOperations", {})[operation.method] = entry
    components: Tree = {"schemas": schemas.finish()}
    if schemes:
        components["securitySchemes"] = {name: _scheme(scheme) for name, scheme in schemes.items()}
    info = {"title": app.title, "version": app.version, "description": app.description}
    return {
        "openapi": "3.1.0",
        "info": {key: text for key, text in info.items() if text or key != "description"},
        "tags": [{"name": group.title, "description": group.description} for group in groups],
        "paths": paths,
        "components": components,
    }


_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def _operation(operation: Operation, tag: str, schemas: _Schemas) -> Tree:
    summary, _, description = (inspect.getdoc(operation.handler) or "").partition("\n\n")
    hints = get_type_hints(operation.handler, include_extras=True)
    entry: Tree = {
        "tags": [tag],
        "summary": " ".join(summary.split()),
        "operationId": operation.name,
    }
    if description.strip():
        entry["description"] = description.strip()
    if operation.deprecated:
        entry["deprecated"] = True
    if operation.parameters:
        entry["parameters"] = [
            _parameter(parameter, hints[parameter.argument], operation, schemas)
            for parameter in operation.parameters
        ]
    if operation.body:
        entry["requestBody"] = {
            "required": operation.body.required,
            "content": _contents(operation.body.contents, schemas),
        }
        if operation.body.description:
            entry["requestBody"]["description"] = operation.body.description
    entry["responses"] = {answer.status: _answer(answer, schemas) for answer in operation.answers}
    if operation.security:
        entry["security"] = [
            {name: list(scopes) for name, scopes in alternative.items()}
            for alternative in operation.security
        ]
    return entry


def _parameter(parameter: Parameter, hint: Any, operation: Operation, schemas: _Schemas) -> Tree:
    is_query = parameter.place == "querystring"  # which OpenAPI 3.1 has no word for
    place = {"in": "query", "x-oai-in": "querystring"} if is_query else {"in": parameter.place}
    entry: Tree = {"name": parameter.name, **place, "required": parameter.required}
    if parameter.description:
        entry["description"] = parameter.description
    if parameter.deprecated:
        entry["deprecated"] = True
    schema = schemas.of(hint, parameter.limits)
    default = inspect.signature(operation.handler).parameters[parameter.argument].default
    if default is not inspect.Parameter.empty and default is not None:
        schema["default"] = default
    if parameter.style == "json":
        entry["content"] = {"application/json": {"schema": schema}}
    elif is_query:
        is_form = parameter.kind == "object"
        media_type = "application/x-www-form-urlencoded" if is_form else "text/plain"
        entry["content"] = {media_type: {"schema": schema}}
    elif parameter.style == "cookie":
        entry |= {"x-oai-style": "cookie", "explode": parameter.explode, "schema": schema}
    else:
        entry |= {"style": parameter.style, "explode": parameter.explode, "schema": schema}
    return entry


def _contents(contents: Iterable[Content], schemas: _Schemas) -> Tree:
    return {
        content.media_type: {"schema": schemas.of(content.type)} if content.type is not None else {}
        for content in contents
    }


def _answer(answer: Answer, schemas: _Schemas) -> Tree:
    entry: Tree = {"description": answer.description}
    if answer.contents:
        entry["content"] = _contents(answer.contents, schemas)
    return entry


def _scheme(scheme: Scheme) -> Tree:
    entry: Tree = {"description": scheme.description} if scheme.description else {}
    match scheme.kind:
        case "basic" | "bearer":
            return {**entry, "type": "http", "scheme": scheme.kind}
        case "http":
            return {**entry, "type": "http", "scheme": scheme.scheme}
        case "apiKey":
            return {**entry, "type": "apiKey", "in": scheme.place, "name": scheme.parameter}
        case "oauth2":
            return {**entry, "type": "oauth2", "flows": dict(scheme.flows or {})}
        case "openIdConnect":
            return {**entry, "type": "openIdConnect", "openIdConnectUrl": scheme.openid_url}
        case "mutualTLS":
            return {**entry, "type": "mutualTLS"}
