"""Responses by status, with their headers, bodies and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.draft import Event, Link, Response
from generator.readers.openapi.contents import (
    events_of,
    media_types_of,
    read_contents,
    read_headers,
    schema_of,
    swagger_contents,
)
from generator.readers.openapi.members import maps, members, text, text_claim
from generator.readers.openapi.scope import Scope
from generator.source import MISSING, Node

_STATUS = re.compile(r"\s*([1-5])(\d\d|[xX*]{2})(?!\d)")


def read_responses(operation: Node, scope: Scope) -> tuple[Response, ...]:
    """The responses of an operation, in the order of the document."""
    holder = operation["responses"]
    if not holder.is_map:
        message = "an operation has no `responses` map; it is taken to answer anything"
        scope.notes.warning("responses-missing", message, operation.origin)
        return ()
    found: dict[str, Response] = {}
    media_types = media_types_of(operation, "produces", scope) if scope.dialect.is_swagger else ()
    for key, node in holder.items():
        if key.startswith("x-"):
            continue
        status = _status(key)
        if status is None or status in found:
            scope.notes.warning("response-status", f"{key!r} is no status of a response; left out", node.origin)
            continue
        found[status] = _response(status, node, media_types, scope)
    return tuple(found.values())


def _status(key: str) -> str | None:
    """`200`, `4XX` or `default`; None for a key that is none of them."""
    word = key.strip()
    if word.lower() == "default":
        return "default"
    match = _STATUS.match(word)
    return match[1] + match[2].upper().replace("*", "X") if match else None


def _response(status: str, node: Node, media_types: tuple[str, ...], scope: Scope) -> Response:
    target = scope.references.follow(node, "response")
    if target is None:
        return Response(origin=node.origin, status=status)
    if target is node:
        return _read(status, node, media_types, scope)
    key = ("response", target.origin, media_types)
    known = scope.memory.get(key)
    if not isinstance(known, Response):
        known = scope.memory[key] = _read(status, target, media_types, scope)
    description = text_claim(node, "description") or known.description
    return replace(known, status=status, description=description)


def _read(status: str, node: Node, media_types: tuple[str, ...], scope: Scope) -> Response:
    contents = read_contents(node, scope)
    if (not contents and "schema" in node) or (scope.dialect.is_swagger and "examples" in node):
        if not scope.dialect.is_swagger:
            message = "`schema` stands in a response, as in 2.0; read as its body in JSON"
            scope.notes.warning("read-as-meant", message, node["schema"].origin)
        contents = swagger_contents(node, media_types or ("application/json",), scope)
    return Response(
        origin=node.origin,
        status=status,
        description=text_claim(node, "description") or text_claim(node, "summary"),
        contents=contents,
        headers=read_headers(node, scope),
        events=_events(node["content"], scope),
        links=tuple(_links(node["links"], scope)) if "links" in node else (),
    )


def _events(contents: Node, scope: Scope) -> tuple[Event, ...]:
    """The kinds of server-sent events by name: by our extension, or by 3.2's schema of an event."""
    holder = next((entry["x-events"] for _, entry in contents.items() if "x-events" in entry), None)
    if holder is None:
        return tuple(event for key, entry in contents.items() for event in events_of(key, entry, scope))
    return tuple(
        Event(origin=entry.origin, name=name, schema=schema_of(entry, scope), description=text(entry, "description"))
        for name, entry in maps(holder)
    )


def _links(holder: Node, scope: Scope) -> Iterator[Link]:
    for name, node in holder.items():
        target = scope.references.follow(node, "link")
        if target is None or not target.is_map:
            continue
        if "server" in target:
            scope.notes.info("not-carried", "a link's own `server` is not carried", target["server"].origin)
        parameters = target["parameters"].value
        yield Link(
            origin=node.origin,
            name=name,
            operation_id=text(target, "operationId"),
            operation_pointer=text(target, "operationRef"),
            parameters=parameters if isinstance(parameters, dict) else {},
            body=members(target).get("requestBody", MISSING),
            description=text(target, "description"),
        )
