"""The classes that users subclass: one method an operation, fully typed, with the API's prose.

In: a resource of the layout. Out: `HandlerView`, printed by `templates/fastapi-server/package/handlers/resource.py.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.source import MISSING
from generator.views.fastapi_server.layout import Layout, Method, Resource
from generator.views.fastapi_server.responses import success_content
from generator.views.python.imports import import_block
from generator.views.python.prose import paragraphs
from generator.views.python.types import NONE, Types, either
from generator.views.python.values import fits

_RESPONSE = Code("Response", [("fastapi", "Response")])
_USE_EXAMPLE = Code("UseExample", [(".._runtime.context", "UseExample")])


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """`name: annotation = default`; without a default it must be given."""

    name: PythonText
    annotation: Code
    default: Code | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A method; `opening` is `async def` or, for one that returns an iterator, `def`."""

    opening: Code
    name: PythonText
    arguments: Code
    returns: Code
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlerView:
    """A module with one class."""

    doc: str
    imports: PythonText
    class_name: PythonText
    class_doc: str
    methods: tuple[MethodView, ...]


def handler_view(api: model.Api, layout: Layout, resource: Resource) -> HandlerView:
    """The handlers of a resource."""
    types = Types(api, hidden=resource.hidden, names=layout.types)
    methods = tuple(_method(api, types, method) for method in resource.methods)
    return HandlerView(
        doc=f"Handlers of {resource.title}.",
        imports=import_block(_USE_EXAMPLE, _pieces(methods)),
        class_name=resource.class_name,
        class_doc=paragraphs(
            f"Serves {resource.title}; subclass it and override what you implement.", resource.description
        ),
        methods=methods,
    )


def body_type(body: model.Body, types: Types) -> Code:
    """What a handler gets for a body, whichever of its media types it comes in."""
    return either(*(content_type(content, types) for content in body.contents))


def content_type(content: model.Content, types: Types) -> Code:
    """A request's content in Python: text for what is text, bytes for what nobody knows."""
    match content.kind:
        case "text" | "xml" | "sse":
            return types.annotation(model.Text())
        case "binary":
            return types.annotation(model.Binary())
        case "json-lines" | "json-seq":
            shape = content.stream.items if content.stream else content.shape
            return types.annotation(model.Array(items=shape))
        case _:
            return types.annotation(content.shape)


def _method(api: model.Api, types: Types, method: Method) -> MethodView:
    operation = method.operation
    arguments = list(zip(method.parameters, method.arguments, strict=True))
    positional = [_argument(api, types, parameter, name) for parameter, name in arguments if parameter.place == "path"]
    if operation.body is not None:
        positional.append(_body_argument(operation.body, types))
    keyword = [_argument(api, types, parameter, name) for parameter, name in arguments if parameter.place != "path"]
    content = success_content(operation)
    streams = content is not None and content.stream is not None
    return MethodView(
        opening=Code("def" if streams else "async def"),
        name=method.name,
        arguments=_listed(positional, keyword),
        returns=_returns(content, types),
        doc=paragraphs(
            operation.summary or f"{operation.method} {operation.path}",
            operation.description,
            deprecated=False,
        ),
    )


def _listed(positional: Iterable[Argument], keyword: Iterable[Argument]) -> Code:
    """The arguments as they stand between the parentheses of the definition."""
    after = [_declared(argument) for argument in keyword]
    parts = [Code("self"), *(_declared(argument) for argument in positional), *([Code("*")] if after else []), *after]
    return Code(", ".join(part.text for part in parts), frozenset().union(*(part.imports for part in parts)))


def _declared(argument: Argument) -> Code:
    default = "" if argument.default is None else f" = {argument.default}"
    return Code(f"{argument.name}: {argument.annotation}{default}", argument.annotation.imports)


def _argument(api: model.Api, types: Types, parameter: model.Parameter, name: PythonText) -> Argument:
    annotation = types.annotation(parameter.shape)
    if parameter.required:
        return Argument(name=name, annotation=annotation)
    default = _default(api, parameter)
    if default is None:
        return Argument(name=name, annotation=either(annotation, NONE), default=NONE)
    return Argument(name=name, annotation=annotation, default=default)


def _default(api: model.Api, parameter: model.Parameter) -> Code | None:
    """The documented default, where it is a plain value of the parameter's type."""
    value = parameter.default
    if value is MISSING or value is None or not isinstance(value, str | int | float | bool):
        return None
    if isinstance(value, float) and value != value or not fits(value, parameter.shape, api):
        return None
    dated = _plain_text(parameter.shape, api)
    return Code(literal(value)) if not isinstance(value, str) or dated else None


def _plain_text(shape: model.Shape, api: model.Api) -> bool:
    """True where a text of that shape is a `str` in Python; dates are not."""
    match shape:
        case model.Text():
            return shape.format not in ("date", "date-time")
        case model.Enum() | model.Anything():
            return True
        case model.Union():
            return all(
                _plain_text(variant, api) for variant in shape.variants if isinstance(variant, model.Text | model.Named)
            )
        case model.Named():
            entry = api.types[shape.id]
            return (
                isinstance(entry, model.Alias)
                and not isinstance(entry.shape, model.Named | model.Union)
                and _plain_text(entry.shape, api)
            )
        case _:
            return False


def _body_argument(body: model.Body, types: Types) -> Argument:
    annotation = body_type(body, types)
    if body.required:
        return Argument(name=PythonText("body"), annotation=annotation)
    return Argument(name=PythonText("body"), annotation=either(annotation, NONE), default=NONE)


def _returns(content: model.Content | None, types: Types) -> Code:
    if content is None:
        return either(_RESPONSE, NONE)
    if content.stream is not None:
        return _iterator(content.stream, types)
    return either(_answer_type(content, types), _RESPONSE)


def _answer_type(content: model.Content, types: Types) -> Code:
    match content.kind:
        case "json" | "form":
            return types.annotation(content.shape)
        case "text" | "xml":
            return types.annotation(model.Text())
        case _:
            return types.annotation(model.Binary())


def _iterator(stream: model.Stream, types: Types) -> Code:
    shapes = [event.shape for event in stream.events] or [stream.items]
    item = either(*(types.annotation(shape) for shape in shapes))
    if stream.kind == "sse":
        item = Code(f"ServerEvent[{item}]", item.imports | {(".._runtime.answers", "ServerEvent")})
    return Code(f"AsyncIterator[{item}]", item.imports | {("collections.abc", "AsyncIterator")})


def _pieces(methods: Iterable[MethodView]) -> Iterator[Code]:
    for method in methods:
        yield method.returns
        yield method.arguments
