"""Path items -> operations, with all that belongs to them; callbacks and webhooks, which are path items too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.draft import Body, Callback, Claim, Operation, Pagination, Parameter, Schema, Server
from generator.readers.openapi.contents import read_contents
from generator.readers.openapi.members import external_docs, flag, flag_claim, maps, members, text, text_claim, texts
from generator.readers.openapi.parameters import add_parameter_body, read_parameters
from generator.readers.openapi.responses import read_responses
from generator.readers.openapi.scope import MAX_OPERATIONS, Scope
from generator.readers.openapi.security import read_security
from generator.readers.openapi.servers import read_servers, swagger_servers
from generator.source import Node

METHODS = frozenset(("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"))
MAX_CALLBACK_DEPTH = 2
"""Callbacks of callbacks; a path item may lead back to itself by its callbacks."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def read_paths(holder: Node, scope: Scope) -> Iterator[Operation]:
    """The operations of a `paths` map (or of `x-ms-paths`, for paths with a query), in the order of the document."""
    if holder.is_list:
        scope.notes.warning(
            "read-as-meant", "`paths` is a map by path, not a list; nothing is read from it", holder.origin
        )
    for key, node in holder.items():
        if key.startswith("x-"):
            continue
        yield from _path_item(node, _path(key, node, scope), scope, templated=True)


def read_webhooks(root: Node, scope: Scope) -> Iterator[Operation]:
    """The operations of `webhooks` (3.1), and of the extension that stood for them before."""
    for key in ("webhooks", "x-webhooks"):
        for name, node in scope.references.held(root[key]).items():
            yield from _path_item(node, name, scope, templated=False)


def _path(key: str, node: Node, scope: Scope) -> str:
    if not key.startswith("/"):
        message = "a path does not begin with `/`; read as if it did"
        scope.notes.info("path-form", message, node.origin)
        key = "/" + key
    if "?" in key or "#" in key:
        message = "a path holds a query string or fragment, which tells operations of one URL apart; kept as it is"
        scope.notes.info("path-query", message, node.origin)
    return key


def _path_item(node: Node, path: str, scope: Scope, *, templated: bool, depth: int = 0) -> Iterator[Operation]:
    """The operations of a path item. One with a `$ref` has what the reference leads to beside its own."""
    target = scope.references.follow(node, "pathItem")
    layers = [node] if target is node or target is None else [node, target]
    seen: set[str] = set()
    for layer in layers:
        for method, operation in _methods(layer, scope):
            if method not in seen:
                seen.add(method)
                if not scope.may_add_operation():
                    message = f"more than {MAX_OPERATIONS} operations; the rest is left out"
                    scope.notes.warning("too-large", message, operation.origin)
                    return
                yield _operation(operation, method, path, layers, scope, templated, depth)


def _methods(layer: Node, scope: Scope) -> Iterator[tuple[str, Node]]:
    for key, node in layer.items():
        method = key.lower()
        if method not in METHODS:
            continue
        if not node.is_map:
            message = f"`{key}` is not a map; read as an operation of which nothing is said"
            scope.notes.warning("read-as-meant", message, node.origin)
            node = Node({}, node.origin)
        elif key != method:
            scope.notes.info(
                "read-as-meant", f"methods are keys in lower case; `{key}` is read as `{method}`", node.origin
            )
        yield method.upper(), node
    for holder in ("additionalOperations", "x-oai-additionalOperations"):
        if holder in layer:
            yield from maps(layer[holder])


def _operation(
    node: Node, method: str, path: str, layers: Sequence[Node], scope: Scope, templated: bool, depth: int
) -> Operation:
    placeholders = _placeholders(path) if templated else ()
    parameters = read_parameters((node, *layers), placeholders, scope)
    plain: Sequence[Parameter] = parameters.plain
    if templated:
        path, plain = _fit_path(path, plain, node, scope)
    return Operation(
        origin=node.origin,
        method=method,
        path=path,
        operation_id=text_claim(node, "operationId"),
        tags=tuple(dict.fromkeys(texts(members(node).get("tags")))),
        summary=_prose("summary", node, layers, scope),
        description=_prose("description", node, layers, scope),
        deprecated=flag_claim(node, "deprecated") or flag_claim(node, "x-deprecated"),
        parameters=tuple(plain),
        body=add_parameter_body(_body(node, scope), parameters, node, scope),
        responses=read_responses(node, scope),
        security=read_security(node, scope.schemes, scope.notes) or scope.security,
        servers=_servers(node, layers, scope),
        callbacks=tuple(_callbacks(node["callbacks"], scope, depth)) if "callbacks" in node else (),
        external_docs=external_docs(node),
        pagination=_pagination(node["x-specloom-pagination"], scope),
        called=_called(node["x-specloom-name"], scope),
    )


def _called(node: Node, scope: Scope) -> Claim[tuple[str, ...]] | None:
    """Our extension for what the operation is called: its resource and its action, with dots between them."""
    parts = tuple(node.text.split("."))
    if len(parts) > 1 and all(parts):
        return Claim(parts, node.origin)
    if node.present:
        message = "`x-specloom-name` is a resource and an action, such as `devices.list`; left out"
        scope.notes.warning("read-as-meant", message, node.origin)
    return None


def _pagination(node: Node, scope: Scope) -> Pagination | None:
    """Our extension, in the words of `specloom.yaml`: `none`, or a map; a way is a list of keys, or has dots."""
    kind = text(node, "kind") or node.text
    if kind not in ("page", "offset", "cursor", "link", "none"):
        if node.present:
            message = (
                "`x-specloom-pagination` is `none` or a map whose `kind` is page, offset, cursor or link; left out"
            )
            scope.notes.warning("read-as-meant", message, node.origin)
        return None
    ways = {key: members(node).get(key) for key in ("items", "next", "last", "more", "total")}
    return Pagination(
        origin=node.origin,
        kind=kind,
        parameter=text(node, "parameter"),
        size_parameter=text(node, "size"),
        first=int(node["first"].number or 0) if "first" in node else 1,
        **{key: tuple(way.split(".")) if isinstance(way, str) else texts(way or []) for key, way in ways.items()},
    )


def _prose(key: str, node: Node, layers: Sequence[Node], scope: Scope) -> Claim[str] | None:
    """An operation's summary or description; a path item's holds where its operation has neither."""
    common = next((claim for claim in (text_claim(layer, key) for layer in layers) if claim), None)
    if not (text(node, "summary").strip() or text(node, "description").strip()):
        return common
    if common is not None and common.value not in (text(node, "summary"), text(node, "description")):
        message = f"the {key} of a path is not carried where its operations have prose of their own"
        scope.notes.info("not-carried", message, common.origin)
    return text_claim(node, key)


def _servers(node: Node, layers: Sequence[Node], scope: Scope) -> tuple[Server, ...]:
    """The servers that override the root's; () where the root's hold."""
    if scope.dialect.is_swagger:
        schemes = texts(members(node).get("schemes"))
        common = texts(members(scope.root).get("schemes"))
        return swagger_servers(scope.root, schemes) if schemes and sorted(schemes) != sorted(common) else ()
    return next((found for found in (read_servers(holder, scope) for holder in (node, *layers)) if found), ())


def _body(node: Node, scope: Scope) -> Body | None:
    if "requestBody" not in node:
        return None
    holder = node["requestBody"]
    if not holder.is_map:
        return None
    target = scope.references.follow(holder, "requestBody")
    if target is None or not target.is_map:
        return None
    key = ("body", target.origin)
    known = scope.memory.get(key) if target is not holder else None
    if isinstance(known, Body):
        return known
    contents = read_contents(target, scope)
    if not contents and not flag(target, "required") and not text(target, "description"):
        scope.notes.info("body-empty", "a request body says nothing at all; read as none", target.origin)
        return None
    body = Body(
        origin=target.origin,
        required=flag_claim(target, "required"),
        description=text_claim(target, "description"),
        contents=contents,
    )
    scope.memory[key] = body
    return body


def _callbacks(holder: Node, scope: Scope, depth: int) -> Iterator[Callback]:
    for name, node in holder.items():
        target = None if name.startswith("x-") else scope.references.follow(node, "callback")
        if target is None:
            continue
        if depth >= MAX_CALLBACK_DEPTH:
            scope.notes.warning("not-carried", "callbacks of callbacks of callbacks are not carried", node.origin)
            return
        for expression, item in maps(target):
            operations = _callback(expression, item, scope, depth + 1)
            if operations:
                yield Callback(origin=item.origin, name=name, expression=expression, operations=operations)


def _callback(expression: str, node: Node, scope: Scope, depth: int) -> tuple[Operation, ...]:
    """The operations behind an expression; read once for each depth, since callbacks may lead to each other."""
    target = scope.references.follow(node, "pathItem") or node
    key = ("callback", expression, target.origin, depth)
    known = scope.memory.get(key)
    if not isinstance(known, tuple):
        known = scope.memory[key] = tuple(_path_item(node, expression, scope, templated=False, depth=depth))
    return known


# -- the path's template against the parameters that are declared for it


def _placeholders(path: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(path)))


def _fit_path(path: str, parameters: Sequence[Parameter], node: Node, scope: Scope) -> tuple[str, Sequence[Parameter]]:
    """Make the placeholders of the path and the path parameters the same names, each with a finding."""
    declared = {parameter.name: parameter for parameter in parameters if parameter.place == "path"}
    placeholders = _placeholders(path)
    if len(placeholders) == len(declared) and all(name in declared for name in placeholders):
        return path, parameters
    path = _renamed(path, declared, node, scope)
    placeholders = _placeholders(path)
    kept = [parameter for parameter in parameters if parameter.place != "path" or parameter.name in placeholders]
    for parameter in declared.values():
        if parameter.name not in placeholders:
            message = f"the path parameter {parameter.name!r} is not in the path {path}; left out"
            scope.notes.warning("path-parameter-unused", message, parameter.origin)
    for name in placeholders:
        if name not in declared:
            message = f"the path {path} has {{{name}}}, and no parameter declares it; read as a required string"
            scope.notes.warning("path-parameter-missing", message, node.origin)
            kept.append(
                Parameter(
                    origin=node.origin,
                    name=name,
                    place="path",
                    required=Claim(True, node.origin),
                    schema=Schema(origin=node.origin, types=("string",)),
                )
            )
    return path, kept


def _renamed(path: str, declared: dict[str, Parameter], node: Node, scope: Scope) -> str:
    """The path with its placeholders spelt as the parameters are: `{+id}`, `{id:\\d+}`, `{ID}` and `:id` are `{id}`."""
    by_letters = {_letters(name): name for name in declared if "{" + name + "}" not in path}
    count = 0

    def spelt(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        name = match[1]
        if name in declared:
            return match[0]
        plain = re.sub(r"^[+#./;?&\s]+|[*\s]+$|:.*$", "", name, flags=re.DOTALL)
        return "{" + (by_letters.get(_letters(plain)) or plain or f"parameter{count}") + "}"

    fitted = _PLACEHOLDER.sub(spelt, path)
    for name in declared:
        if "{" + name + "}" not in fitted:
            fitted = re.sub(
                rf"(?<=/)(:{re.escape(name)}|<{re.escape(name)}>)(?=/|$)", "{" + name.replace("\\", r"\\") + "}", fitted
            )
    if fitted != path:
        scope.notes.info("path-form", f"the path {path} is read as {fitted}", node.origin)
    return fitted


def _letters(name: str) -> str:
    """A name without regard to case and signs: `userId` and `user_id` are the same."""
    return re.sub(r"[\W_]+", "", name).lower()
