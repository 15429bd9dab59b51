"""`Api` -> plain JSON values: what `specloom model` prints (its shape is promised in the README).

In: an `Api` and a way to name a place. Out: dicts and lists, ready for `json.dumps`. Optional facts that are absent are
null; what the API does not use at all is left out of the rare records (streams, parts, links).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import assert_never

from generator.diagnostics import Finding, Origin
from generator.model import (
    About,
    Alias,
    Alternatives,
    Anything,
    Api,
    Array,
    Binary,
    Body,
    Boolean,
    Content,
    Enum,
    ExternalDocs,
    Field,
    Map,
    Named,
    Never,
    Null,
    Number,
    Object,
    Operation,
    Parameter,
    Response,
    SecurityScheme,
    Shape,
    Text,
    Tuple,
    Type,
    Union,
    Xml,
)
from generator.source import MISSING, Json, Missing

Locate = Callable[[Origin], str]
"""Names a place, as `openapi.yaml:412:11`."""


def to_json(api: Api, findings: Iterable[Finding], locate: Locate) -> dict[str, Json]:
    """The whole model.

    Args:
        api: The API.
        findings: What was found on the way.
        locate: Names an origin.
    """
    return {
        "name": api.name,
        "title": api.title,
        "version": api.version,
        "description": api.description,
        "about": _about(api.about),
        "servers": [server.resolved_url for server in api.servers],
        "resources": [
            {"resource": ".".join(resource.path), "title": resource.title, "description": resource.description}
            for resource in api.resources
        ],
        "operations": [_operation(operation, locate) for operation in api.operations],
        "webhooks": [_operation(operation, locate) for operation in api.webhooks],
        "types": {str(id): _type(type_, locate) for id, type_ in api.types.items()},
        "security_schemes": {scheme.name: _scheme(scheme) for scheme in api.security_schemes},
        "findings": [_finding(finding, locate) for finding in findings],
    }


def _about(about: About) -> dict[str, Json]:
    contact, licence = about.contact, about.license
    return {
        "summary": about.summary,
        "terms_of_service": about.terms_of_service or None,
        "contact": {"name": contact.name, "url": contact.url, "email": contact.email} if contact else None,
        "license": {"name": licence.name, "identifier": licence.identifier, "url": licence.url} if licence else None,
        "external_docs": _external_docs(about.external_docs),
    }


def _external_docs(docs: ExternalDocs | None) -> Json:
    return {"url": docs.url, "description": docs.description} if docs else None


def origins(api: Api) -> Iterator[Origin]:
    """Every place that `to_json` names, so that they can be located in one go."""
    for operation in (*api.operations, *api.webhooks):
        yield from _operation_origins(operation)
    for type_ in api.types.values():
        yield from type_.origins
        if isinstance(type_, Object):
            for field in type_.fields:
                yield from (*field.origins, *field.facts.values())


def _operation_origins(operation: Operation) -> Iterator[Origin]:
    records = (operation, *operation.parameters, *operation.responses, *((operation.body,) if operation.body else ()))
    for record in records:
        yield from (*record.origins, *record.facts.values())
    for callback in operation.callbacks:
        for inner in callback.operations:
            yield from _operation_origins(inner)


def _operation(operation: Operation, locate: Locate) -> dict[str, Json]:
    pagination = operation.pagination
    return {
        "resource": ".".join(operation.resource),
        "action": operation.action,
        "id": operation.id,
        "operation_id": operation.operation_id or None,
        "method": operation.method,
        "path": operation.path,
        "summary": operation.summary,
        "description": operation.description,
        "deprecated": operation.deprecated,
        "tags": list(operation.tags),
        "external_docs": _external_docs(operation.external_docs),
        "parameters": [_parameter(parameter, locate) for parameter in operation.parameters],
        "body": _body(operation.body, locate) if operation.body else None,
        "responses": [_response(response, locate) for response in operation.responses],
        "security": _security(operation.security),
        "scopes": list(operation.scopes),
        "servers": [server.resolved_url for server in operation.servers],
        "pagination": {
            "kind": pagination.kind,
            "parameter": pagination.parameter or None,
            "size_parameter": pagination.size_parameter or None,
            "items": ".".join(pagination.items_path),
            "next": ".".join(pagination.next_path) or None,
            "last": ".".join(pagination.last_path) or None,
            "more": ".".join(pagination.more_path) or None,
            "total": ".".join(pagination.total_path) or None,
        }
        if pagination
        else None,
        "callbacks": {
            callback.name: {callback.expression: [_operation(inner, locate) for inner in callback.operations]}
            for callback in operation.callbacks
        },
        **_origins(operation.origins, operation.facts, locate),
    }


def _parameter(parameter: Parameter, locate: Locate) -> dict[str, Json]:
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.required,
        **_shape(parameter.shape),
        "default": _optional(parameter.default),
        "enum": _enum(parameter.shape),
        "example": parameter.example.value,
        "example_given": parameter.example.given,
        "description": parameter.description,
        "deprecated": parameter.deprecated,
        "style": parameter.style,
        "explode": parameter.explode,
        "media_type": parameter.media_type,
        **_origins(parameter.origins, parameter.facts, locate),
    }


def _body(body: Body, locate: Locate) -> dict[str, Json]:
    return {
        "required": body.required,
        "description": body.description,
        "contents": {content.media_type: _content(content) for content in body.contents},
        **_origins(body.origins, body.facts, locate),
    }


def _response(response: Response, locate: Locate) -> dict[str, Json]:
    stream = next((content.stream for content in response.contents if content.stream), None)
    return {
        "status": response.status,
        "description": response.description,
        "contents": {content.media_type: _content(content) for content in response.contents},
        "headers": {header.name: {**_shape(header.shape), "required": header.required} for header in response.headers},
        "stream": {
            "kind": stream.kind,
            "items": _type_name(stream.items),
            "events": {event.name: _type_name(event.shape) for event in stream.events},
        }
        if stream
        else None,
        **_origins(response.origins, response.facts, locate),
    }


def _content(content: Content) -> dict[str, Json]:
    return {
        "description": content.description,
        **_shape(content.shape),
        "example": content.examples[0].value if content.examples else None,
        "example_given": bool(content.examples) and content.examples[0].given,
        **_xml(content.xml),
    }


def _type(type_: Type, locate: Locate) -> dict[str, Json]:
    common: dict[str, Json] = {
        "description": type_.description,
        "deprecated": type_.deprecated,
        "external_docs": _external_docs(type_.external_docs),
        "example": _optional(type_.example),
        **_xml(type_.xml),
        "origins": _places(type_.origins, locate),
    }
    match type_:
        case Object():
            additional = None if type_.additional is None else _shape(type_.additional)
            fields: list[Json] = [_field(field, locate) for field in type_.fields]
            return {"kind": "object", "fields": fields, "additional": additional, **common}
        case Alias():
            return {"kind": "alias", **_shape(type_.shape), **common}
    assert_never(type_)


def _field(field: Field, locate: Locate) -> dict[str, Json]:
    return {
        "name": field.name,
        "required": field.required,
        **_shape(field.shape),
        "default": _optional(field.default),
        "enum": _enum(field.shape),
        "example": _optional(field.example),
        "summary": field.summary,
        "description": field.description,
        "deprecated": field.deprecated,
        "read_only": field.read_only,
        "write_only": field.write_only,
        **_xml(field.xml),
        **_origins(field.origins, field.facts, locate),
    }


def _xml(xml: Xml | None) -> dict[str, Json]:
    """How it is written in XML, where the source says something of that."""
    if xml is None:
        return {}
    facts = {"name": xml.name, "namespace": xml.namespace, "prefix": xml.prefix, "node": xml.node}
    said: dict[str, Json] = {key: value for key, value in facts.items() if value}
    if xml.items is not None:
        said["items"] = _xml(xml.items)["xml"]
    return {"xml": said}


def _shape(shape: Shape) -> dict[str, Json]:
    """The shape as `type`, with what refines it beside it."""
    shown: dict[str, Json] = {"type": _type_name(shape)}
    if isinstance(shape, Text | Number) and shape.format:
        shown["format"] = shape.format
    if isinstance(shape, Text) and shape.pattern:
        shown["pattern"] = shape.pattern
    if isinstance(shape, Union):
        shown["variants"] = [_shape(variant) for variant in shape.variants]
        if shape.discriminator:
            mapping: dict[str, Json] = {value: str(id) for value, id in shape.discriminator.mapping.items()}
            shown["discriminator"] = {"property": shape.discriminator.property_name, "mapping": mapping}
    return shown


def _type_name(shape: Shape) -> str:
    """JSON Schema's word for a plain shape, the id of a named type, `X[]` for lists, `A | B` for unions."""
    match shape:
        case Text():
            return "string"
        case Binary():
            return "binary"
        case Number():
            return "integer" if shape.integer else "number"
        case Boolean():
            return "boolean"
        case Null():
            return "null"
        case Anything():
            return "any"
        case Never():
            return "never"
        case Enum():
            return _enum_type(shape)
        case Array():
            inner = _type_name(shape.items)
            return f"({inner})[]" if isinstance(shape.items, Union) else f"{inner}[]"
        case Tuple():
            rest = (f"...{_type_name(shape.rest)}",) if shape.rest else ()
            return "[" + ", ".join((*map(_type_name, shape.items), *rest)) + "]"
        case Map():
            return f"map[{_type_name(shape.values)}]"
        case Union():
            return " | ".join(map(_type_name, shape.variants))
        case Named():
            return str(shape.id)
    assert_never(shape)


def _enum_type(shape: Enum) -> str:
    kinds = {
        "boolean" if isinstance(entry.value, bool) else "string" if isinstance(entry.value, str) else "number"
        for entry in shape.values
    }
    if kinds == {"number"} and all(isinstance(entry.value, int) for entry in shape.values):
        return "integer"
    return " | ".join(sorted(kinds))


def _enum(shape: Shape) -> list[Json] | None:
    """The allowed values, also of a list's items and of a nullable enum; None where the shape is no enum."""
    match shape:
        case Enum():
            return [entry.value for entry in shape.values]
        case Array():
            return _enum(shape.items)
        case Union():
            found = [values for values in map(_enum, shape.variants) if values]
            return found[0] if len(found) == 1 else None
        case _:
            return None


def _security(alternatives: Alternatives) -> list[Json]:
    return [[requirement.scheme for requirement in together] for together in alternatives]


def _scheme(scheme: SecurityScheme) -> dict[str, Json]:
    return {
        "kind": scheme.kind,
        "description": scheme.description,
        "in": scheme.place or None,
        "name": scheme.parameter or None,
        "flows": {
            flow.kind: {
                "authorization_url": flow.authorization_url or None,
                "token_url": flow.token_url or None,
                "refresh_url": flow.refresh_url or None,
                "scopes": dict(flow.scopes),
            }
            for flow in scheme.flows
        },
    }


def _finding(finding: Finding, locate: Locate) -> dict[str, Json]:
    return {
        "code": finding.code,
        "severity": finding.severity.label,
        "message": finding.message,
        "at": locate(finding.at) if finding.at else None,
        "also": _places(finding.also, locate),
    }


def _origins(origins: tuple[Origin, ...], facts: Mapping[str, Origin], locate: Locate) -> dict[str, Json]:
    settled: dict[str, Json] = {fact: locate(origin) for fact, origin in facts.items()}
    return {"origins": _places(origins, locate), "facts": settled}


def _places(origins: tuple[Origin, ...], locate: Locate) -> list[Json]:
    return [locate(origin) for origin in origins]


def _optional(value: Json | Missing) -> Json:
    return None if value is MISSING else value
