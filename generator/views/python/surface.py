"""What a user of the client sees: resources, their methods, and the parameters of each.

In: an `Api`. Out: `Surface`. The client prints it; the reference takes its samples from it, so that both say the same.
Names are born here and nowhere else: `client.experience_groups.get(application_id, sort_field="name")`.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator, Mapping
from dataclasses import field

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.source import Json
from generator.views.python.exchange import (
    RUNTIME,
    Kind,
    accepted,
    answer_types,
    body_contents,
    content_type,
    event_types,
    failure_types,
    kinds_of,
    representation,
    result_type,
)
from generator.views.python.names import ANNOTATION_NAMES, Names, class_name, constant, identifier, module_name
from generator.views.python.prose import first_sentence, paragraphs, sentence
from generator.views.python.types import Types, either
from generator.views.python.values import Values

_RESERVED_ATTRIBUTES = (ANNOTATION_NAMES - {"list", "object", "set"}) | {
    "self",
    "close",
    "with_options",
    "httpx2",
    "os",
    "typing_extensions",
    "cached_property",
}
_RESERVED_PARAMETERS = frozenset({"self", "body", "models", "builtins", "datetime"})
_CLASSES_IN_USE = frozenset(
    {
        "Any",
        "Event",
        "FileContent",
        "FileTypes",
        "InXml",
        "Literal",
        "Mapping",
        "NotGiven",
        "Operation",
        "Pager",
        "Paging",
        "Part",
        "Secret",
        "Self",
        "Settings",
        "Stream",
        "Styled",
        "TracebackType",
        "Transport",
    }
)
"""What the modules of resources and of the client import, or would with `Async` before it."""
_PACKAGE_NAMES = _CLASSES_IN_USE | {"ApiModel", "AsyncStream", "AsyncTransport"}
"""What the client's package exports or needs for itself, but for its errors."""

_PACKAGES_IN_USE = frozenset(
    {"annotated_types", "anyio", "httpx2", "pydantic", "pydantic_core", "pytest", "typing_extensions", "uvicorn"}
)

NOT_GIVEN = Code("NOT_GIVEN", [(f"{RUNTIME}.not_given", "NOT_GIVEN")])


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a method. `default` is None where it must be given."""

    name: PythonText
    source: model.Parameter
    annotation: Code
    default: Code | None
    argument: Code
    sample: Code

    @property
    def wire(self) -> PythonText:
        """Its name on the wire, as a literal."""
        return literal(self.source.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The parameter `body`; `choices` are the media types to choose from, where there are several, each with the type
    that goes with it."""

    contents: tuple[model.Content, ...]
    annotation: Code
    default: Code | None
    choices: Mapping[PythonText, Code]
    sample: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """The method that walks through all pages of a list; it takes the arguments of the method for one page."""

    name: PythonText
    constant: PythonText
    pagination: model.Pagination
    item: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method.

    Attributes:
        name: As in `client.<resource>.<name>(…)`.
        constant: The name of the record that holds what is fixed about the operation.
        kind: Whether it hands back a value, or a stream of values.
        positional: Parameters in the path; after them comes the body.
        keywords: All others; those that must be given come first.
        returns: The type of what comes back, of a piece where it is a stream, as it is written inside the class.
        result: The same as it is written elsewhere.
        answers: For each status of success its type; `failures` the same for documented errors.
        accept: The media types of the answers.
        events: For a stream, the type of each kind of event.
        pager: Where the answer is a page of a list, the method for all its items.
    """

    name: PythonText
    constant: PythonText
    kind: Kind
    operation: model.Operation
    positional: tuple[Parameter, ...]
    body: Body | None
    keywords: tuple[Parameter, ...]
    returns: Code
    result: Code
    answers: Mapping[str, Code]
    failures: Mapping[str, Code]
    accept: str
    events: Mapping[str, Code] = field(default_factory=dict)
    pager: Pager | None = None

    def places(self, place: str) -> tuple[Parameter, ...]:
        """The parameters that stand there."""
        return tuple(p for p in (*self.positional, *self.keywords) if p.source.place == place)

    def arguments(self, *, optional: bool) -> tuple[Code, ...]:
        """The sample's arguments as they stand in a call, with or without those that may be left out."""
        found = [parameter.sample for parameter in self.positional]
        if self.body is not None and (optional or self.body.default is None):
            found.append(self.body.sample)
        keywords = (p for p in self.keywords if optional or p.default is None)
        return (*found, *(Code(f"{p.name}={p.sample}", p.sample.imports) for p in keywords))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A group of methods, and the groups inside it.

    Attributes:
        attribute: Its name as an attribute of the client or of the resource around it.
        access: The way to it from the client: `experience_groups`, `users.keys`.
    """

    path: tuple[str, ...]
    title: str
    description: str
    attribute: PythonText
    access: PythonText
    module: PythonText
    class_name: PythonText
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]

    @property
    def doc(self) -> str:
        """What it is, in a line or two."""
        return paragraphs(sentence(self.title), first_sentence(self.description))

    def walk(self) -> Iterator[Resource]:
        """This resource and all inside it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """All of it: the client's class, and its resources."""

    client: PythonText
    resources: tuple[Resource, ...]

    def walk(self) -> Iterator[Resource]:
        """All resources, outer ones first."""
        for resource in self.resources:
            yield from resource.walk()

    def call(
        self,
        resource: Resource,
        method: Method,
        *,
        optional: bool = True,
        client: str = "client",
        pager: Pager | None = None,
    ) -> Code:
        """The call of a method, or of its pager, with its sample arguments."""
        arguments = method.arguments(optional=optional)
        name = pager.name if pager else method.name
        text = f"{client}.{resource.access}.{name}({', '.join(part.text for part in arguments)})"
        return Code(text, frozenset[tuple[str, str]]().union(*(part.imports for part in arguments)))


@functools.lru_cache(maxsize=1)  # the client and the reference ask for it
def surface(api: model.Api, package: str) -> Surface:
    """The surface of an API's client.

    Args:
        package: The client's package, from which samples import `models`.
    """
    return _Builder(api, package).surface()


def package_name(api: model.Api, given: str = "") -> str:
    """The package's name: the given one, else the API's, unless that would hide a module that the client needs."""
    if given:
        return str(module_name(given))
    name = str(module_name(api.name, empty="api"))
    return f"{name}_api" if name in sys.stdlib_module_names or name in _PACKAGES_IN_USE else name


def client_name(api: model.Api) -> PythonText:
    """The name of the client's class: the API's own, unless the package has another class of that name."""
    name = class_name(api.name, empty="Api")
    return PythonText(f"{name}Api") if name in _PACKAGE_NAMES or name.endswith("Error") else name


class _Builder:
    def __init__(self, api: model.Api, package: str) -> None:
        self._api = api
        self._types = Types(api)
        self._values = Values(api, Types(api, package=package, names=self._types.names))
        self._titles = {resource.path: resource for resource in api.resources}
        self._modules = Names()
        self._classes = Names()
        self._classes_in_use = _CLASSES_IN_USE | {client_name(api), "Client"}

    def surface(self) -> Surface:
        grouped: dict[tuple[str, ...], list[model.Operation]] = {}
        for resource in self._api.resources:
            grouped.setdefault(resource.path or ("api",), [])
        for operation in self._api.operations:
            grouped.setdefault(operation.resource or ("api",), []).append(operation)
        names = Names(_RESERVED_ATTRIBUTES)
        resources = tuple(
            self._resource((top,), grouped, names.take(identifier(top)), "") for top in _next_words((), grouped)
        )
        return Surface(client=client_name(self._api), resources=resources)

    def _resource(
        self,
        path: tuple[str, ...],
        grouped: Mapping[tuple[str, ...], list[model.Operation]],
        attribute: PythonText,
        outer: str,
    ) -> Resource:
        about = self._titles.get(path)
        access = PythonText(f"{outer}.{attribute}" if outer else attribute)
        attributes = Names(_RESERVED_ATTRIBUTES)
        operations = grouped.get(path, [])
        wanted: list[tuple[model.Operation, Kind, PythonText]] = [
            (operation, kind, _method_name(operation, kind)) for operation in operations for kind in kinds_of(operation)
        ]
        named: list[tuple[model.Operation, Kind, PythonText]] = [
            (operation, kind, attributes.take(name)) for operation, kind, name in wanted
        ]
        iterators = {
            name: attributes.take(PythonText(f"iter_{name}"))
            for operation, kind, name in named
            if operation.pagination is not None and kind == "call"
        }
        words = _next_words(path, grouped)
        inside = [(word, attributes.take(identifier(word))) for word in words]
        hidden = {*(name for _, _, name in named), *iterators.values(), *(name for _, name in inside)}
        types = self._types.hiding(hidden)
        return Resource(
            path=path,
            title=about.title if about else " ".join(word.replace("_", " ") for word in path).capitalize(),
            description=about.description if about else "",
            attribute=attribute,
            access=access,
            module=self._modules.take(module_name(path)),
            class_name=self._class(path),
            methods=tuple(
                self._method(operation, kind, name, types, iterators.get(name)) for operation, kind, name in named
            ),
            children=tuple(self._resource((*path, word), grouped, name, access) for word, name in inside),
        )

    def _class(self, path: tuple[str, ...]) -> PythonText:
        name = class_name(" ".join(path).replace("_", " "))
        return self._classes.take(f"{name}Resource" if name in self._classes_in_use else name)

    def _method(
        self, operation: model.Operation, kind: Kind, name: PythonText, types: Types, iterator: PythonText | None
    ) -> Method:
        several = len(body_contents(operation.body)) > 1
        names = Names(_RESERVED_PARAMETERS | ({"content_type"} if several else set()))
        given = (parameter for parameter in operation.parameters if not parameter.is_framing)
        order = sorted(given, key=lambda parameter: _order(parameter, operation.path))
        parameters = [self._parameter(names.take(identifier(source.name)), source, types) for source in order]
        return Method(
            name=name,
            constant=PythonText("_" + constant(name)),
            kind=kind,
            operation=operation,
            positional=tuple(p for p in parameters if p.source.place == "path"),
            body=self._body(operation.body, types) if operation.body else None,
            keywords=tuple(p for p in parameters if p.source.place != "path"),
            returns=result_type(operation, kind, types),
            result=result_type(operation, kind, self._types),
            answers=answer_types(operation, kind, self._types),
            failures=failure_types(operation, self._types),
            accept=accepted(operation, kind),
            events=event_types(operation, kind, self._types),
            pager=_pager(iterator, operation.pagination, types) if iterator and operation.pagination else None,
        )

    def _parameter(self, name: PythonText, source: model.Parameter, types: Types) -> Parameter:
        annotation = types.annotation(source.shape)
        required = source.required or source.place == "path"
        return Parameter(
            name=name,
            source=source,
            annotation=annotation if required else not_given(annotation),
            default=None if required else NOT_GIVEN,
            argument=_argument(name, source),
            sample=self._values.expression(source.example.value, source.shape),
        )

    def _body(self, body: model.Body, types: Types) -> Body:
        contents = body_contents(body)
        first = contents[0]
        annotation = either(*(content_type(content, types) for content in contents))
        return Body(
            contents=contents,
            annotation=annotation if body.required else not_given(annotation),
            default=None if body.required else NOT_GIVEN,
            choices={literal(content.media_type): content_type(content, self._types) for content in contents}
            if len(contents) > 1
            else {},
            sample=self._content_sample(first),
        )

    def _content_sample(self, content: model.Content) -> Code:
        example = content.examples[0].value if content.examples else None
        match representation(content):
            case "bytes":
                return Code(literal(str("" if example is None else example).encode("utf-8", "replace")))
            case "str":
                return Code(literal(example if isinstance(example, str) else ""))
            case "shape":
                return self._values.expression(example, content.shape)
            case "items":
                pieces: list[Json] = [*example] if isinstance(example, list) else [example]
                return self._values.expression(pieces, model.Array(items=content.shape))


def _pager(name: PythonText, pagination: model.Pagination, types: Types) -> Pager:
    return Pager(
        name=name,
        constant=PythonText("_" + constant(name)),
        pagination=pagination,
        item=types.annotation(pagination.item),
    )


def not_given(annotation: Code) -> Code:
    """The annotation of an argument that may be left out."""
    return Code(f"{annotation} | NotGiven", annotation.imports | {(f"{RUNTIME}.not_given", "NotGiven")})


def _next_words(path: tuple[str, ...], grouped: Mapping[tuple[str, ...], object]) -> list[str]:
    """The words that follow a path in the resources inside it, in their order."""
    depth = len(path)
    return list(dict.fromkeys(other[depth] for other in grouped if len(other) > depth and other[:depth] == path))


def _method_name(operation: model.Operation, kind: str) -> PythonText:
    both = len(kinds_of(operation)) > 1
    return identifier(f"{operation.action}_stream" if both and kind == "stream" else operation.action, empty="call")


def _order(parameter: model.Parameter, path: str) -> tuple[int, int]:
    """Parameters in the path stand as they do there, then come those that must be given."""
    if parameter.place == "path":
        return (0, path.find("{" + parameter.name + "}"))
    return (1 if parameter.required else 2, 0)


def _argument(name: PythonText, source: model.Parameter) -> Code:
    """The argument as it is handed to the runtime: bare where it is written in the usual style of its place."""
    usual = {"path": ("simple", False), "header": ("simple", False)}.get(source.place, ("form", True))
    explode = source.explode if source.style not in ("json", "deepObject") else usual[1]
    matters = not _scalar(source.shape)
    if (source.style == usual[0] and (explode == usual[1] or not matters)) and not source.allow_reserved:
        return Code(name)
    options = [name, literal(source.style)]
    if explode and matters and source.style not in ("json", "deepObject"):
        options.append(PythonText("explode=True"))
    if source.allow_reserved:
        options.append(PythonText("reserved=True"))
    return Code(f"Styled({', '.join(options)})", [(f"{RUNTIME}.styles", "Styled")])


def _scalar(shape: model.Shape) -> bool:
    return isinstance(shape, model.Text | model.Number | model.Boolean | model.Enum | model.Null)
