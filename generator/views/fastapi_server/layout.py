"""Every name of the server: resources as modules and classes, operations as methods, parameters as arguments.

In: an `Api`. Out: `Layout`. Handlers, routes and examples take their names from here, so that they agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator import model
from generator.diagnostics import Report
from generator.encoders.python import PythonText
from generator.records import dataclass
from generator.views.python.names import Names, class_name, identifier, module_name
from generator.views.python.types import class_names

_MODULES_IN_USE = frozenset({"operation_groups", "handlers", "dataclass", "field", "annotations"})
"""What the package's `__init__` modules define or import; a module of a resource there cannot have these names."""

_CLASSES_IN_USE = frozenset({"Annotated", "Any", "AsyncIterator", "Literal", "Response", "ServerEvent", "UseExample"})
_HIDDEN_BY_METHODS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple"})
_NO_METHODS = frozenset({"builtins", "datetime", "models", "typing"})
_IGNORED_HEADERS = frozenset({"accept", "authorization", "content-type", "content-length", "host", "transfer-encoding"})
"""Header parameters of these names are described elsewhere (OpenAPI 3.1 §4.8.12.1), or HTTP sets them by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """An operation as a method; `arguments` names its parameters by their place in `parameters`."""

    name: PythonText
    operation: model.Operation
    parameters: tuple[model.Parameter, ...]
    arguments: tuple[PythonText, ...]
    guards: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A resource as a module of handlers, one of routes, and a file of examples."""

    module: PythonText
    class_name: PythonText
    title: str
    description: str
    methods: tuple[Method, ...]

    @property
    def hidden(self) -> frozenset[str]:
        """The builtin types that a method of this class hides from its annotations."""
        return _HIDDEN_BY_METHODS & {str(method.name) for method in self.methods}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The names of a whole server; `types` has the class of each named type in `models.py`."""

    package: PythonText
    resources: tuple[Resource, ...]
    types: Mapping[model.TypeId, PythonText]


def lay_out(api: model.Api, package: str, report: Report) -> Layout:
    """Settle all names."""
    guards = _guards(api.operations, report)
    modules, classes = Names(_MODULES_IN_USE), Names(_CLASSES_IN_USE)
    grouped: dict[tuple[str, ...], list[model.Operation]] = {resource.path: [] for resource in api.resources}
    for operation in api.operations:
        grouped.setdefault(operation.resource, []).append(operation)
    about = {resource.path: resource for resource in api.resources}
    return Layout(
        package=module_name(package or f"{api.name}_server"),
        resources=tuple(
            Resource(
                module=modules.take(module_name(path, empty="api")),
                class_name=classes.take(f"{class_name(path, empty='Api')}Handler"),
                title=about[path].title if path in about else " ".join(path),
                description=about[path].description if path in about else "",
                methods=tuple(_methods(operations, guards)),
            )
            for path, operations in grouped.items()
            if operations
        ),
        types=class_names(api),
    )


def _methods(
    operations: Iterable[model.Operation], guards: Mapping[int, tuple[tuple[str, str, str], ...]]
) -> Iterator[Method]:
    names = Names(_NO_METHODS)
    for operation in operations:
        parameters = tuple(_in_order(operation))
        yield Method(
            name=names.take(identifier(operation.action, empty="call")),
            operation=operation,
            parameters=parameters,
            arguments=tuple(_arguments(parameters, has_body=operation.body is not None)),
            guards=guards.get(id(operation), ()),
        )


def _in_order(operation: model.Operation) -> Iterator[model.Parameter]:
    """The parameters, those of the path first, in the path's order."""
    order = re.findall(r"\{([^{}]*)\}", operation.path)
    in_path = [parameter for parameter in operation.parameters if parameter.place == "path"]
    yield from sorted(
        in_path, key=lambda parameter: order.index(parameter.name) if parameter.name in order else len(order)
    )
    for parameter in operation.parameters:
        if parameter.place == "path" or (parameter.place == "header" and parameter.name.lower() in _IGNORED_HEADERS):
            continue
        yield parameter


def _arguments(parameters: tuple[model.Parameter, ...], *, has_body: bool) -> Iterator[PythonText]:
    """A name for each parameter; names that are identifiers as they stand have the first choice."""
    names = Names({"self", "body"} if has_body else {"self"})
    wanted = [identifier(parameter.name) for parameter in parameters]
    exact = {
        index: names.take(name)
        for index, (name, parameter) in enumerate(zip(wanted, parameters, strict=True))
        if name == parameter.name
    }
    for index, name in enumerate(wanted):
        yield exact[index] if index in exact else names.take(name)


def _guards(operations: Iterable[model.Operation], report: Report) -> dict[int, tuple[tuple[str, str, str], ...]]:
    """For operations that share method and path: the constants that a request must carry to be meant for each."""
    sharing: dict[tuple[str, str], list[model.Operation]] = {}
    for operation in operations:
        path = re.sub(r"\{[^{}]*\}", "{}", operation.path.partition("#")[0])
        sharing.setdefault((operation.method, path), []).append(operation)
    guards: dict[int, tuple[tuple[str, str, str], ...]] = {}
    for group in sharing.values():
        if len(group) < 2:
            continue
        seen: dict[tuple[tuple[str, str, str], ...], list[model.Operation]] = {}
        for operation in group:
            found = tuple(_constants(operation))
            guards[id(operation)] = found
            alike = seen.setdefault(found, [])
            if not all(_told_by_body(operation, other) for other in alike):
                report.warning(
                    "route-shared",
                    f"{operation.method} {operation.path} can be meant by the same request as another operation; "
                    "the server takes the first that the request fits",
                    at=operation.origins[0] if operation.origins else None,
                    also=group[0].origins[:1],
                )
            alike.append(operation)
    return guards


def _told_by_body(one: model.Operation, other: model.Operation) -> bool:
    """Whether no request can be meant for both, as their bodies have different media types."""
    first, second = _media_types(one), _media_types(other)
    return not (first & second or any("*" in name for name in first | second))


def _media_types(operation: model.Operation) -> frozenset[str]:
    """The media types of the body; "" where there may be none."""
    body = operation.body
    contents = body.contents if body is not None else ()
    names = {content.media_type.partition(";")[0].strip().lower() for content in contents}
    return frozenset(names | ({""} if body is None or not body.required else set()))


def _constants(operation: model.Operation) -> Iterator[tuple[str, str, str]]:
    """Parameters that have only one possible value: place, name, value."""
    for parameter in operation.parameters:
        if not parameter.required or parameter.place not in ("query", "header"):
            continue
        if isinstance(parameter.shape, model.Enum) and len(parameter.shape.values) == 1:
            yield parameter.place, parameter.name, str(parameter.shape.values[0].value)
