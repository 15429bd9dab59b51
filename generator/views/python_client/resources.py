"""A resource's module: a record for each operation, and the methods that call it on a sync and an async class.

In: a `surface.Resource`. Out: `ResourceView`, printed twice over (`flavours`) by one template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.source import MISSING
from generator.views.python.exchange import RUNTIME, xml_contents
from generator.views.python.imports import import_block
from generator.views.python.prose import first_sentence, paragraphs, section, sentence
from generator.views.python.signatures import declared
from generator.views.python.surface import NOT_GIVEN, Method, Pager, Parameter, Resource, not_given
from generator.views.python.types import NONE
from generator.views.python.xml_marks import mark

_ERRORS: Mapping[str, str] = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "405": "MethodNotAllowedError",
    "406": "NotAcceptableError",
    "408": "RequestTimeoutError",
    "409": "ConflictError",
    "410": "GoneError",
    "412": "PreconditionFailedError",
    "413": "PayloadTooLargeError",
    "415": "UnsupportedMediaTypeError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
"""The runtime's classes (`errors.py`) by status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """What tells the async class from the sync one."""

    prefix: PythonText
    lead: PythonText
    wait: PythonText
    enter: PythonText
    leave: PythonText


def _flavour(*words: str) -> Flavour:
    prefix, lead, wait, enter, leave = map(PythonText, words)
    return Flavour(prefix=prefix, lead=lead, wait=wait, enter=enter, leave=leave)


FLAVOURS = (
    _flavour("", "", "", "__enter__", "__exit__"),
    _flavour("Async", "async ", "await ", "__aenter__", "__aexit__"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerView:
    """The method for all items of a list; `record` has the keyword arguments of its `Paging`."""

    name: PythonText
    constant: PythonText
    record: tuple[Code, ...]
    item: Code
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A method; `record` has the keyword arguments of its operation's record, `arguments` those of the call."""

    name: PythonText
    constant: PythonText
    record: tuple[Code, ...]
    generic: Code
    parameters: tuple[Code, ...]
    returns: Code
    streams: bool
    statement: PythonText
    call: PythonText
    arguments: tuple[Code, ...]
    doc: str
    deprecated: bool
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A resource's module."""

    doc: str
    class_doc: str
    imports: PythonText
    class_name: PythonText
    methods: tuple[MethodView, ...]
    children: tuple[Resource, ...]
    imported: tuple[Resource, ...]
    flavours: tuple[Flavour, ...] = FLAVOURS


def resource_view(resource: Resource, api: model.Api) -> ResourceView:
    """The view of a resource's module."""
    methods = tuple(_method(method, api) for method in resource.methods)
    return ResourceView(
        doc=sentence(resource.title),
        class_doc=paragraphs(sentence(resource.title), resource.description),
        imports=import_block(_needed(resource, methods)),
        class_name=resource.class_name,
        methods=methods,
        children=resource.children,
        imported=by_module(resource.children),
    )


def by_module(resources: Iterable[Resource]) -> tuple[Resource, ...]:
    """The resources in the order of their imports."""
    return tuple(sorted(resources, key=lambda resource: resource.module))


def _needed(resource: Resource, methods: tuple[MethodView, ...]) -> Iterator[Code]:
    transport = f"{RUNTIME}.transport"
    yield Code("", [(transport, "AsyncTransport"), (transport, "Transport")])
    if methods:
        yield Code("", [(f"{RUNTIME}.operation", "Operation")])
    if resource.children:
        yield Code("", [("functools", "cached_property"), ("typing", "TYPE_CHECKING")])
    for method in methods:
        yield from (*method.record, method.generic, *method.parameters, method.returns, *method.arguments)
        if method.streams:
            yield Code("", [(f"{RUNTIME}.streams", "AsyncStream"), (f"{RUNTIME}.streams", "Stream")])
        if method.deprecated:
            yield Code("", [("typing_extensions", "")])
        if method.pager:
            yield method.pager.item
            yield Code("", [(f"{RUNTIME}.paging", name) for name in ("AsyncPager", "Pager", "Paging")])


def _method(method: Method, api: model.Api) -> MethodView:
    streams = method.kind == "stream"
    return MethodView(
        name=method.name,
        constant=method.constant,
        record=tuple(_record(method, api)),
        generic=method.result,
        parameters=tuple(_parameters(method)),
        returns=method.returns,
        streams=streams,
        statement=PythonText("return " if streams or method.returns != NONE else ""),
        call=PythonText(method.kind),
        arguments=tuple(_arguments(method)),
        doc=_doc(method),
        deprecated=method.operation.deprecated,
        pager=_pager(method.pager, method) if method.pager else None,
    )


def _pager(pager: Pager, method: Method) -> PagerView:
    return PagerView(
        name=pager.name,
        constant=pager.constant,
        record=tuple(_paging(pager.pagination)),
        item=pager.item,
        doc=f"All items of `{method.name}`, page by page as they are needed; it takes the same arguments.",
    )


def _paging(pagination: model.Pagination) -> Iterator[Code]:
    """The keyword arguments of `Paging(…)` that differ from its defaults."""
    yield Code(f"kind={literal(pagination.kind)}")
    facts = {
        "items": pagination.items_path,
        "parameter": pagination.parameter,
        "first": pagination.first,
        "next": pagination.next_path,
        "last": pagination.last_path,
        "more": pagination.more_path,
        "total": pagination.total_path,
    }
    for name, value in facts.items():
        if value:
            yield Code(f"{name}={_tuple(map(literal, value)) if isinstance(value, tuple) else literal(value)}")


def _record(method: Method, api: model.Api) -> Iterator[Code]:
    """The keyword arguments of `Operation(…)` that differ from its defaults."""
    operation = method.operation
    yield Code(f"method={literal(operation.method.upper())}")
    yield Code(f"path={literal(operation.path)}")
    if method.kind == "call":
        yield _table("returns", method.answers)
    if method.failures:
        yield _table("errors", method.failures)
    if method.accept != "application/json":
        yield Code(f"accept={literal(method.accept)}")
    if method.body is not None:
        yield from _body_record(method.body.contents)
        if method.body.choices:
            entries = ", ".join(f"{choice}: {kind}" for choice, kind in method.body.choices.items())
            imports = frozenset[tuple[str, str]]().union(*(kind.imports for kind in method.body.choices.values()))
            yield Code(f"bodies={{{entries}}}", imports)
    security = tuple(tuple(requirement.scheme for requirement in group) for group in operation.security)
    if security:
        yield Code(f"security={_groups(security)}")
    if operation.servers and "://" in operation.servers[0].resolved_url and operation.servers != api.servers:
        yield Code(f"base_url={literal(operation.servers[0].resolved_url)}")
    if method.events:
        yield _table("events", method.events)
    if in_xml := xml_contents(operation):
        body = method.body.contents if method.body is not None else ()
        said = in_xml[0].xml if in_xml[0] in body else None
        how = mark(said or model.Xml(), RUNTIME)
        yield Code(f"xml={how}", how.imports)


def _body_record(contents: Iterable[model.Content]) -> Iterator[Code]:
    """The media type of a body, the first of several, and how the parts of its forms are written."""
    first, *others = contents
    if first.media_type != "application/json":
        yield Code(f"content_type={literal(first.media_type)}")
    parts: dict[str, str] = {}
    for content in (first, *others):
        for part in content.parts:
            if options := _part_options(part):
                parts.setdefault(part.property_name, options)
    if parts:
        entries = ", ".join(f"{literal(name)}: Part({options})" for name, options in parts.items())
        yield Code(f"parts={{{entries}}}", [(f"{RUNTIME}.operation", "Part")])


def _part_options(part: model.Part) -> str:
    options = []
    if part.content_type:
        options.append(f"content_type={literal(part.content_type)}")
    if part.style != "form" and part.style in ("spaceDelimited", "pipeDelimited", "deepObject"):
        options.append(f"style={literal(part.style)}")
    if not part.explode:
        options.append("explode=False")
    return ", ".join(options)


def _groups(security: tuple[tuple[str, ...], ...]) -> str:
    """A tuple of tuples; the printer of literals makes lists of them."""
    return _tuple(_tuple(literal(name) for name in group) for group in security)


def _tuple(items: Iterable[str]) -> str:
    listed = list(items)
    return f"({listed[0]},)" if len(listed) == 1 else f"({', '.join(listed)})"


def _table(name: str, codes: Mapping[str, Code]) -> Code:
    entries = ", ".join(f"{literal(key)}: {code}" for key, code in codes.items())
    return Code(f"{name}={{{entries}}}", frozenset[tuple[str, str]]().union(*(code.imports for code in codes.values())))


def _parameters(method: Method) -> Iterator[Code]:
    """The signature after `self`."""
    yield from (declared(p.name, p.annotation, p.default) for p in method.positional)
    if method.body is not None:
        yield declared(PythonText("body"), method.body.annotation, method.body.default)
    choices = ", ".join(method.body.choices) if method.body else ""
    if method.keywords or choices:
        yield Code("*")
    yield from (declared(p.name, p.annotation, p.default) for p in method.keywords)
    if choices:
        given = not_given(Code(f"Literal[{choices}]", [("typing", "Literal")]))
        yield declared(PythonText("content_type"), given, NOT_GIVEN)


def _arguments(method: Method) -> Iterator[Code]:
    """The keyword arguments of the call."""
    for place, keyword in (("path", "path"), ("query", "query"), ("header", "headers"), ("cookie", "cookies")):
        found = [p for p in method.places(place) if p.source.place == place]
        if found:
            entries = ", ".join(f"{p.wire}: {p.argument}" for p in found)
            imports = frozenset[tuple[str, str]]().union(*(p.argument.imports for p in found))
            yield Code(f"{keyword}={{{entries}}}", imports)
    for whole in method.places("querystring"):
        yield Code(f"querystring={whole.argument}", whole.argument.imports)
    if method.body is not None:
        yield Code("body=body")
        if method.body.choices:
            yield Code("content_type=content_type")


def _doc(method: Method) -> str:
    operation = method.operation
    title = (
        operation.summary or first_sentence(operation.description) or f"`{operation.method.upper()} {operation.path}`"
    )
    parts = [
        paragraphs(sentence(title), _rest(operation), deprecated=operation.deprecated),
        section("Args", [*_argument_docs(method)]),
        section("Returns", _return_docs(method)),
        section("Raises", _error_docs(method)),
    ]
    return "\n\n".join(part for part in parts if part)


def _rest(operation: model.Operation) -> str:
    """The description without a first sentence that the title says already."""
    if operation.summary:
        return operation.description
    said = first_sentence(operation.description)
    flat = " ".join(operation.description.split())
    return (
        operation.description.strip()[len(said) :].strip()
        if said and flat == operation.description.strip()
        else (operation.description if said and flat != said else "")
    )


def _argument_docs(method: Method) -> Iterator[tuple[str, str]]:
    for parameter in (*method.positional,):
        yield str(parameter.name), _parameter_doc(parameter)
    if method.body is not None:
        yield "body", (method.operation.body.description if method.operation.body else "") or "The request's body."
    for parameter in method.keywords:
        yield str(parameter.name), _parameter_doc(parameter)
    if method.body is not None and method.body.choices:
        yield "content_type", "The media type of the body; left out, the first that goes with the body's type."


def _parameter_doc(parameter: Parameter) -> str:
    source = parameter.source
    parts = ["Deprecated." if source.deprecated else "", source.description.strip()]
    if source.default is not MISSING and source.default is not None:
        parts.append(f"The API's default is {literal(source.default)}.")
    return " ".join(sentence(part) if place < len(parts) - 1 else part for place, part in enumerate(parts) if part)


def _return_docs(method: Method) -> list[tuple[str, str]]:
    responses = [response for response in method.operation.responses if response.status in method.answers]
    said = list(dict.fromkeys(response.description.strip() for response in responses if response.description.strip()))
    if method.kind == "stream":
        said += _event_docs(responses)
    if method.returns == NONE or not said:
        return []
    return [("", " / ".join(said))]


def _event_docs(responses: Iterable[model.Response]) -> list[str]:
    """The names of a stream's events, each with what the source says of it."""
    events = [
        event
        for response in responses
        for content in response.contents
        for event in (content.stream.events if content.stream else ())
        if event.name
    ]
    told = {event.name: " ".join(event.description.split()).rstrip(".") for event in events}
    named = [f"`{' '.join(name.split())}`" + (f" ({words})" if words else "") for name, words in told.items()]
    return [f"The names of its events: {', '.join(named)}."] if named else []


def _error_docs(method: Method) -> list[tuple[str, str]]:
    docs: list[tuple[str, str]] = []
    for response in method.operation.responses:
        if response.status in method.answers or response.status[:1] in "123":
            continue
        name = _ERRORS.get(response.status, "ServerError" if response.status.startswith("5") else "ApiError")
        docs.append((name, response.description.strip() or f"The API answers with {response.status}."))
    return docs
