"""The table of operations: where each argument stands in a request, and what is answered.

In: a resource of the layout. Out: `RoutesView`, printed by `package/routes/resource.py.jinja`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.views.fastapi_server.handlers import content_type
from generator.views.fastapi_server.layout import Layout, Method, Resource
from generator.views.fastapi_server.responses import code_way, message_way, success_status
from generator.views.python.imports import import_block
from generator.views.python.types import ANY, NONE, Types, constraints
from generator.views.python.xml_marks import mark

_RUNTIME = ".._runtime.operation"
_DEEPEST = 20
_STYLES = {"path": "simple", "query": "form", "querystring": "form", "header": "simple", "cookie": "form"}
_EXPLODES = {"path": False, "query": True, "querystring": True, "header": False, "cookie": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """An entry of the table; `settings` are the further keyword arguments that it needs."""

    method_name: PythonText
    name: str
    method: str
    path: str
    settings: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutesView:
    """A module with one table."""

    doc: str
    imports: PythonText
    class_name: PythonText
    operations: tuple[OperationView, ...]


def routes_view(api: model.Api, layout: Layout, resource: Resource) -> RoutesView:
    """The table of a resource."""
    writer = _Writer(api, Types(api, names=layout.types))
    operations = tuple(writer.operation(resource, method) for method in resource.methods)
    needed = Code("", [(_RUNTIME, "Operation"), (f"..handlers.{resource.module}", str(resource.class_name))])
    return RoutesView(
        doc=f"Operations of {resource.title}.",
        imports=import_block(needed, _pieces(operations)),
        class_name=resource.class_name,
        operations=operations,
    )


class _Writer:
    """Writes the calls that make up the table's entries."""

    def __init__(self, api: model.Api, types: Types) -> None:
        self._api = api
        self._types = types

    def operation(self, resource: Resource, method: Method) -> OperationView:
        operation = method.operation
        return OperationView(
            method_name=method.name,
            name=f"{resource.module}.{method.name}",
            method=operation.method,
            path=operation.path,
            settings=(*self._shapes(method), *_settings(method)),
        )

    def _shapes(self, method: Method) -> Iterator[Code]:
        """What goes in and what comes out."""
        operation = method.operation
        arguments = zip(method.parameters, method.arguments, strict=True)
        if method.parameters:
            yield _listed("parameters", [self._parameter(parameter, name) for parameter, name in arguments])
        if operation.body is not None:
            body = self._body(operation.body)
            yield Code(f"body={body}", body.imports)
        if operation.responses:
            yield _listed("answers", [self._answer(response) for response in operation.responses])

    def _parameter(self, parameter: model.Parameter, argument: PythonText) -> Code:
        kind = _kind(parameter.shape, self._api)
        settings = [_quoted("kind", kind)] if kind != "scalar" else []
        if parameter.style != _STYLES[parameter.place]:
            settings.append(_quoted("style", parameter.style))
        spread = kind != "scalar" and parameter.style != "json" and parameter.place != "querystring"
        if spread and parameter.explode != _EXPLODES[parameter.place]:
            settings.append(Code(f"explode={parameter.explode}"))
        if parameter.required and parameter.place != "path":
            settings.insert(0, Code("required=True"))
        if kind == "object" and parameter.explode and parameter.place in ("query", "querystring", "cookie"):
            kinds = self._kinds(parameter.shape)
            settings += [Code(f"properties={literal(kinds)}")] if kinds else []
        settings += self._limits(parameter)
        settings += _described(parameter.description)
        if parameter.deprecated:
            settings.append(Code("deprecated=True"))
        wire = [Code(literal(parameter.name)), Code(literal(str(argument)))]
        return _call(parameter.place, (_RUNTIME, parameter.place), [*wire, *settings])

    def _limits(self, parameter: model.Parameter) -> list[Code]:
        """The bounds of the value; those that the parameter's own example does not keep are not believed."""
        shape = parameter.shape
        if not isinstance(shape, model.Text | model.Number | model.Array):
            return []
        bounds = constraints(shape)
        if not bounds or not _keeps(parameter.example.value, shape):
            return []
        return [Code(f"limits=Field({bounds})", [("pydantic", "Field")])]

    def _body(self, body: model.Body) -> Code:
        settings = [
            _listed(
                "contents", [self._content(content, content_type(content, self._types)) for content in body.contents]
            )
        ]
        if body.required:
            settings.append(Code("required=True"))
        settings += _described(body.description)
        return _call("Body", (_RUNTIME, "Body"), settings)

    def _answer(self, response: model.Response) -> Code:
        settings = [_quoted("status", response.status)]
        settings += _described(response.description)
        if response.contents:
            contents = [self._content(content, self._answer_type(content)) for content in response.contents]
            settings.append(_listed("contents", contents))
        if response.status[:1] in ("4", "d"):
            for content in response.contents:
                if content.kind == "json":
                    ways = {
                        "message": message_way(content.shape, self._api),
                        "code": code_way(content.shape, self._api),
                    }
                    settings += [Code(f"{key}={literal(way)}") for key, way in ways.items() if way]
                    break
        return _call("Answer", (_RUNTIME, "Answer"), settings)

    def _answer_type(self, content: model.Content) -> Code:
        if content.stream is not None:
            return self._types.annotation(content.stream.items)
        return content_type(content, self._types)

    def _content(self, content: model.Content, type_: Code) -> Code:
        settings = [_quoted("media_type", content.media_type)]
        if content.kind != "json":
            settings.append(_quoted("kind", content.kind))
        if type_ not in (ANY, NONE):
            settings.append(Code(f"type={type_}", type_.imports))
        if content.xml is not None:
            how = mark(content.xml, ".._runtime")
            settings.append(Code(f"xml={how}", how.imports))
        if content.kind in ("form", "multipart"):
            settings += self._form(content)
        return _call("Content", (_RUNTIME, "Content"), settings)

    def _form(self, content: model.Content) -> Iterator[Code]:
        """Which of a form's properties are lists, which are JSON, and what parts the items of a list."""
        parts = {part.property_name: part for part in content.parts}
        kinds = self._kinds(content.shape)
        arrays = [name for name, kind in kinds.items() if kind == "array"]
        objects = [
            name
            for name, kind in kinds.items()
            if kind == "object"
            or "json" in (parts[name].content_type if name in parts else "")
            or (content.kind == "multipart" and kind == "array")
        ]
        signs = {"spaceDelimited": " ", "pipeDelimited": "|", "form": ","}
        delimiters = {
            name: signs[parts[name].style]
            for name in arrays
            if name in parts and not parts[name].explode and parts[name].style in signs
        }
        spread = {} if content.kind == "multipart" else self._spread(content, parts)
        settings = {"arrays": arrays, "objects": objects, "spread": spread, "delimiters": delimiters}
        for key, value in settings.items():
            if value:
                yield Code(f"{key}={literal(value)}")

    def _spread(self, content: model.Content, parts: Mapping[str, model.Part]) -> dict[str, list[str]]:
        """The properties of a form that are objects in style `form`, exploded, with the names that stand for each; one
        that must be there and has none is empty, since an empty object leaves no trace."""
        spread: dict[str, list[str]] = {}
        own = _fields(content.shape, self._api)
        for name, shape in own.items():
            part = parts.get(name, model.Part(property_name=name))
            if part.style == "form" and part.explode and not part.content_type:
                inner = [key for key in _fields(shape, self._api) if key not in own]
                if inner or (isinstance(shape, model.Map) and name in _required(content.shape, self._api)):
                    spread[name] = inner
        return spread

    def _kinds(self, shape: model.Shape) -> dict[str, str]:
        return {name: _kind(entry, self._api) for name, entry in _fields(shape, self._api).items()}


def _settings(method: Method) -> Iterator[Code]:
    operation = method.operation
    success = success_status(operation)
    if success != 200:
        yield Code(f"success={success}")
    if method.guards:
        yield _listed("guards", [_guard(*guard) for guard in method.guards])
    if operation.security and operation.security != ((),):
        alternatives = [
            {requirement.scheme: requirement.scopes for requirement in alternative}
            for alternative in operation.security
        ]
        yield Code(f"security={literal(alternatives)}")
    if operation.scopes:
        yield Code(f"scopes={literal(operation.scopes)}")
    if operation.deprecated:
        yield Code("deprecated=True")


def _guard(place: str, name: str, value: str) -> Code:
    settings = [_quoted("place", place), _quoted("name", name), _quoted("value", value)]
    return _call("Guard", (_RUNTIME, "Guard"), settings)


def _kind(shape: model.Shape, api: model.Api, depth: int = 0) -> str:
    """Whether a value is written as one text, as a list, or as an object; of several, what can say more."""
    match shape:
        case model.Array() | model.Tuple():
            return "array"
        case model.Map():
            return "object"
        case model.Named() if depth < _DEEPEST:
            entry = api.types[shape.id]
            return "object" if isinstance(entry, model.Object) else _kind(entry.shape, api, depth + 1)
        case model.Union():
            kinds = {_kind(variant, api, depth + 1) for variant in shape.variants}
            return "object" if "object" in kinds else "array" if "array" in kinds else "scalar"
        case _:
            return "scalar"


def _fields(shape: model.Shape, api: model.Api, depth: int = 0) -> dict[str, model.Shape]:
    """The properties of an object, of all variants of a union of objects."""
    match shape:
        case model.Named() if depth < _DEEPEST:
            entry = api.types[shape.id]
            if isinstance(entry, model.Object):
                return {field.name: field.shape for field in entry.fields}
            return _fields(entry.shape, api, depth + 1)
        case model.Union():
            found: dict[str, model.Shape] = {}
            for variant in shape.variants:
                found = {**_fields(variant, api, depth + 1), **found}
            return found
        case _:
            return {}


def _required(shape: model.Shape, api: model.Api) -> frozenset[str]:
    entry = api.types[shape.id] if isinstance(shape, model.Named) else None
    return (
        frozenset(field.name for field in entry.fields if field.required)
        if isinstance(entry, model.Object)
        else frozenset()
    )


def _keeps(value: object, shape: model.Text | model.Number | model.Array) -> bool:
    """True where a value keeps the bounds of its shape; patterns are pydantic's affair."""
    match shape:
        case model.Number():
            if isinstance(value, bool) or not isinstance(value, int | float):
                return False
            return (
                (shape.minimum is None or value >= shape.minimum)
                and (shape.maximum is None or value <= shape.maximum)
                and (shape.exclusive_minimum is None or value > shape.exclusive_minimum)
                and (shape.exclusive_maximum is None or value < shape.exclusive_maximum)
                and (not shape.multiple_of or value % shape.multiple_of == 0)
            )
        case model.Text():
            return (
                isinstance(value, str)
                and _within(len(value), shape.min_length, shape.max_length)
                and (not shape.pattern_holds or _matches(value, shape.pattern))
            )
        case model.Array():
            return isinstance(value, list) and _within(len(value), shape.min_items, shape.max_items)


def _within(count: int, least: int | None, most: int | None) -> bool:
    return (least is None or count >= least) and (most is None or count <= most)


def _matches(value: str, pattern: str) -> bool:
    if not pattern:
        return True
    try:
        return re.search(pattern, value[:1000]) is not None
    except (re.error, RecursionError):
        return False


def _described(text: str) -> list[Code]:
    """The description as an argument, without the spaces around its lines; none where there is nothing to say."""
    lines = "\n".join(line.strip() for line in text.strip().splitlines())
    return [_quoted("description", lines)] if lines else []


def _quoted(key: str, value: str) -> Code:
    return Code(f"{key}={literal(value)}")


def _listed(key: str, items: Iterable[Code]) -> Code:
    listed = list(items)
    text = ", ".join(item.text for item in listed)
    return Code(f"{key}=[{text}]", frozenset().union(*(item.imports for item in listed)))


def _call(function: str, home: tuple[str, str], arguments: Iterable[Code]) -> Code:
    listed = list(arguments)
    text = ", ".join(argument.text for argument in listed)
    return Code(f"{function}({text})", frozenset([home]).union(*(argument.imports for argument in listed)))


def _pieces(operations: Iterable[OperationView]) -> Iterator[Code]:
    for operation in operations:
        yield from operation.settings
