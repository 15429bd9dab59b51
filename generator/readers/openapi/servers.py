"""Servers: 3.x's list with variables, 2.0's schemes, host and base path."""

from __future__ import annotations

import re

from generator.draft import Server, ServerVariable
from generator.readers.openapi.members import as_text, later_text, members, text, texts
from generator.readers.openapi.scope import Scope
from generator.source import Node

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def read_servers(holder: Node, scope: Scope) -> tuple[Server, ...]:
    """The servers that the root, a path item or an operation names; () where it names none."""
    node = holder["servers"]
    if node.is_map:
        scope.notes.info("read-as-meant", "`servers` is a list; a lone server is read as one", node.origin)
        return (_server(node, scope),)
    found = []
    for entry in node:
        if isinstance(entry.value, str):
            scope.notes.info("read-as-meant", "a server is a map with `url`; a lone text is read as one", entry.origin)
            found.append(_server(Node({"url": entry.value}, entry.origin), scope))
        elif entry.is_map:
            found.append(_server(entry, scope))
    return tuple(found)


def _server(node: Node, scope: Scope) -> Server:
    url = text(node, "url").strip() or "/"
    variables = [_variable(name, entry, scope) for name, entry in node["variables"].items() if name[:2] != "x-"]
    declared = {variable.name for variable in variables}
    for name in dict.fromkeys(_VARIABLE.findall(url)):
        if name not in declared:
            message = f"the server's URL has {{{name}}}, and no variable says its default; empty text is used"
            scope.notes.warning("server-variable", message, node.origin)
            variables.append(ServerVariable(name=name, default=""))
    return Server(
        origin=node.origin,
        url=url,
        description=text(node, "description"),
        name=later_text(node, "name"),
        variables=tuple(variables),
    )


def _variable(name: str, node: Node, scope: Scope) -> ServerVariable:
    enum = texts(members(node).get("enum"))
    default = text(node, "default")
    if "default" not in node:
        default = as_text(node.value) or (enum[0] if enum else "")
        message = f"the server variable {name!r} has no default; {default!r} is used"
        scope.notes.warning("server-variable", message, node.origin)
    return ServerVariable(name=name, default=default, enum=enum, description=text(node, "description"))


def swagger_servers(root: Node, schemes: tuple[str, ...] = ()) -> tuple[Server, ...]:
    """2.0's `schemes`, `host` and `basePath`; https comes first. Without a host the server is the document's own.

    Args:
        schemes: An operation's own schemes, where it has any.
    """
    host = root["x-ms-parameterized-host"]
    if host.is_map:
        return (_parameterized(root, host),)
    base = text(root, "basePath").strip().rstrip("/")
    base = base if not base or base.startswith("/") else "/" + base
    name = re.sub(r"^\w+://", "", text(root, "host").strip()).rstrip("/")
    if not name:
        return (Server(origin=root.origin.child("basePath"), url=base or "/"),) if "basePath" in root else ()
    found = [scheme for scheme in schemes or texts(members(root).get("schemes")) if scheme in ("http", "https")]
    ordered = sorted(dict.fromkeys(found or ["https"]), reverse=True)
    return tuple(Server(origin=root.origin.child("host"), url=f"{scheme}://{name}{base}") for scheme in ordered)


def _parameterized(root: Node, host: Node) -> Server:
    """Azure's extension: a host template with parameters in place of `host`."""
    template = text(host, "hostTemplate")
    prefix = "" if members(host).get("useSchemePrefix") is False else "https://"
    known = {text(entry, "name"): entry for entry in host["parameters"]}
    variables = []
    for name in dict.fromkeys(_VARIABLE.findall(template)):
        entry = known.get(name, Node(None, host.origin))
        enum = texts(members(entry).get("enum"))
        default = text(entry, "default") or text(entry, "x-ms-client-default") or (enum[0] if enum else "")
        variables.append(ServerVariable(name=name, default=default, enum=enum, description=text(entry, "description")))
    base = text(root, "basePath").rstrip("/")
    return Server(origin=host.origin, url=prefix + template + base, variables=tuple(variables))
