"""The classes that users subclass: one method an operation, fully typed, with the API's prose.

In: a resource of the layout. Out: `HandlerView`, printed by `package/handlers/resource.py.jinja`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.views.fastapi_server.layout import Layout, Method, Resource
from generator.views.fastapi_server.responses import success_contents
from generator.views.python.imports import import_block
from generator.views.python.prose import paragraphs
from generator.views.python.signatures import declared
from generator.views.python.types import NONE, Types, either

_DEEPEST = 20
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
        case "text" | "sse":
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
    contents = success_contents(operation)
    streams = bool(contents) and contents[0].stream is not None
    return MethodView(
        opening=Code("def" if streams else "async def"),
        name=method.name,
        arguments=_listed(positional, keyword),
        returns=_returns(contents, types),
        doc=paragraphs(
            operation.summary or f"{operation.method} {operation.path}", operation.description, _paging(operation)
        ),
    )


def _paging(operation: model.Operation) -> str:
    """What one who implements a list must know of its pages."""
    paging = operation.pagination
    if paging is None:
        return ""
    match paging.kind:
        case "page":
            return f"Returns a page of a list: `{paging.parameter}` says which one; the first one is {paging.first}."
        case "offset":
            return f"Returns a part of a list: `{paging.parameter}` says how many items to skip."
        case "cursor":
            token, place = ".".join(paging.last_path or paging.next_path), "page before"
            place = f"last item of the {place}" if paging.last_path else place
            return f"Returns a page of a list: `{paging.parameter}` is the `{token}` of the {place}."
        case "link":
            place = f"`{'.'.join(paging.next_path)}`" if paging.next_path else "the header `Link`"
            return f"Returns a page of a list, and in {place} the URL of the next one."


def _listed(positional: Iterable[Argument], keyword: Iterable[Argument]) -> Code:
    """The arguments as they stand between the parentheses of the definition."""
    before, after = ([declared(a.name, a.annotation, a.default) for a in some] for some in (positional, keyword))
    parts = [Code("self"), *before, *([Code("*")] if after else []), *after]
    return Code(", ".join(part.text for part in parts), frozenset().union(*(part.imports for part in parts)))


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
    if not isinstance(value, str | int | float | bool) or not _is_of(value, parameter.shape, api):
        return None
    return Code(literal(value))


def _is_of(value: str | int | float | bool, shape: model.Shape, api: model.Api, depth: int = 0) -> bool:
    """True where a literal of the value is of the shape's Python type; a text is no date there."""
    match shape:
        case model.Text():
            return isinstance(value, str) and shape.format not in ("date", "date-time")
        case model.Number():
            if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
                return False
            return isinstance(value, int) or not shape.integer
        case model.Boolean():
            return isinstance(value, bool)
        case model.Enum():
            return any(entry.value == value and type(entry.value) is type(value) for entry in shape.values)
        case model.Anything():
            return True
        case model.Union():
            return any(_is_of(value, variant, api, depth + 1) for variant in shape.variants)
        case model.Named() if depth < _DEEPEST:
            entry = api.types[shape.id]
            return isinstance(entry, model.Alias) and _is_of(value, entry.shape, api, depth + 1)
        case _:
            return False


def _body_argument(body: model.Body, types: Types) -> Argument:
    annotation = body_type(body, types)
    if body.required:
        return Argument(name=PythonText("body"), annotation=annotation)
    return Argument(name=PythonText("body"), annotation=either(annotation, NONE), default=NONE)


def _returns(contents: tuple[model.Content, ...], types: Types) -> Code:
    """What a handler may return: the preferred content's type, an iterator where a content is a stream, a response."""
    if not contents:
        return either(_RESPONSE, NONE)
    streams = [_iterator(content.stream, types) for content in contents if content.stream is not None]
    if contents[0].stream is not None:
        return streams[0]
    return either(_answer_type(contents[0], types), *streams, _RESPONSE)


def _answer_type(content: model.Content, types: Types) -> Code:
    match content.kind:
        case "json" | "form" | "xml":
            return types.annotation(content.shape)
        case "text":
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
