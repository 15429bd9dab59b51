"""Documents of OpenAPI 3.x said in OpenAPI 2.0: public collections hold few of these, and what is measured needs many.

In: the tree of a document. Out: a tree with the same schemas, paths and texts that follows OpenAPI 2.0; what that can
not say (callbacks, links, cookies, several media types) is left out. The order of the keys is kept where they stay.
"""

from __future__ import annotations

from typing import Any

Json = Any

_METHODS = frozenset(["get", "put", "post", "delete", "options", "head", "patch"])
_SIMPLE = frozenset(
    ["type", "format", "items", "enum", "default", "pattern", "uniqueItems"]
    + [limit + of for limit in ("max", "min") for of in ("imum", "Length", "Items")]
)
_FLOWS = {"authorizationCode": "accessCode", "clientCredentials": "application"}
_SECTIONS = {
    "schemas": "definitions",
    "parameters": "parameters",
    "responses": "responses",
    "securitySchemes": "securityDefinitions",
}


def as_second(tree: dict[str, Json]) -> dict[str, Json]:
    """The document in OpenAPI 2.0."""
    found: dict[str, Json] = {}
    for key, value in tree.items():
        if key == "openapi":
            found["swagger"] = "2.0"
        elif key == "servers":
            found |= {"host": "api.example.com", "basePath": "/v1", "schemes": ["https"]}
        elif key == "paths":
            found["paths"] = {path: _path_item(item) for path, item in _members(value)}
        elif key == "components":
            for section, named in _members(value):
                if section in _SECTIONS:
                    found[_SECTIONS[section]] = {name: _component(section, entry) for name, entry in _members(named)}
        elif key not in ("webhooks", "jsonSchemaDialect"):
            found[key] = value
    return dict(_members(_referring(found)))


def _members(value: Json) -> list[tuple[str, Json]]:
    return list(value.items()) if isinstance(value, dict) else []


def _referring(value: Json) -> Json:
    """The value with its references leading to where the components are in OpenAPI 2.0."""
    if isinstance(value, dict):
        return {
            key: _reference(below) if key == "$ref" and isinstance(below, str) else _referring(below)
            for key, below in value.items()
        }
    return [_referring(entry) for entry in value] if isinstance(value, list) else value


def _reference(text: str) -> str:
    for section, second in _SECTIONS.items():
        text = text.replace(f"#/components/{section}/", f"#/{second}/")
    return text


def _component(section: str, entry: Json) -> Json:
    if section == "parameters":
        return _parameter(entry)
    if section == "responses":
        return _response(entry)
    return _scheme(entry) if section == "securitySchemes" else entry


def _path_item(item: Json) -> Json:
    return {
        key: _operation(value) if key in _METHODS else _parameters(value) if key == "parameters" else value
        for key, value in _members(item)
        if key not in ("servers", "trace")
    }


def _operation(operation: Json) -> Json:
    """The operation, with its media types before its parameters, as is usual."""
    body = dict(_members(operation)).get("requestBody")
    apart = {
        "consumes": _media_types([body]),
        "produces": _media_types([answer for _, answer in _members(dict(_members(operation)).get("responses"))]),
        "parameters": _parameters(dict(_members(operation)).get("parameters")) + _body(body),
    }
    found: dict[str, Json] = {}
    for key, value in _members(operation):
        if key in ("parameters", "requestBody", "responses"):
            found |= {name: apart.pop(name) for name in list(apart) if apart[name]}
        if key == "responses":
            found[key] = {code: _response(answer) for code, answer in _members(value)}
        elif key not in ("parameters", "requestBody", "callbacks", "servers"):
            found[key] = value
    return found


def _media_types(contents: list[Json]) -> list[str]:
    return list(dict.fromkeys(name for each in contents for name, _ in _members(dict(_members(each)).get("content"))))


def _schema_of(content: Json) -> Json:
    """The schema of the first media type that has one."""
    return next(
        (media["schema"] for _, media in _members(content) if isinstance(media, dict) and "schema" in media), {}
    )


def _body(body: Json) -> list[Json]:
    if not isinstance(body, dict) or "$ref" in body:
        return []
    said = {key: body[key] for key in ("description", "required") if key in body}
    return [{"in": "body", "name": "body", **said, "schema": _schema_of(body.get("content"))}]


def _parameters(parameters: Json) -> list[Json]:
    entries = parameters if isinstance(parameters, list) else []
    return [_parameter(entry) for entry in entries if isinstance(entry, dict) and entry.get("in") != "cookie"]


def _parameter(parameter: Json) -> Json:
    """A parameter, with what its schema says in itself."""
    if "$ref" in dict(_members(parameter)):
        return parameter
    found: dict[str, Json] = {}
    for key, value in _members(parameter):
        if key in ("schema", "content"):
            found |= _simple(value)
        elif key in ("name", "in", "description", "required", "allowEmptyValue") or key.startswith("x-"):
            found[key] = value
    return found if "type" in found else found | {"type": "string"}


def _simple(schema: Json) -> dict[str, Json]:
    """What a schema says of a value that is text in a request."""
    found = {key: value for key, value in _members(schema) if key in _SIMPLE or key.startswith("x-")}
    if found.get("type") not in ("string", "number", "integer", "boolean", "array"):
        return {"type": "string"}
    if "items" in found:
        found |= {"items": _simple(found["items"]), "collectionFormat": "csv"}
    return found


def _response(answer: Json) -> Json:
    found: dict[str, Json] = {}
    for key, value in _members(answer):
        if key == "headers":
            found[key] = {name: _header(header) for name, header in _members(value)}
        elif key == "content":
            found |= {"schema": schema} if (schema := _schema_of(value)) else {}
        elif key not in ("links", "summary"):
            found[key] = value
    return found


def _header(header: Json) -> Json:
    said = dict(_members(header))
    return {key: said[key] for key in ("description",) if key in said} | _simple(said.get("schema"))


def _scheme(scheme: Json) -> Json:
    said = dict(_members(scheme))
    if said.get("type") == "http":
        return {"type": "basic"}
    for name, flow in _members(said.get("flows")):
        kept = {key: value for key, value in _members(flow) if key != "refreshUrl"}
        return {"type": "oauth2", "flow": _FLOWS.get(name, name), **kept}
    return {key: value for key, value in said.items() if key in ("type", "name", "in", "description")}
