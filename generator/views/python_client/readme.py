"""The client's README, with samples that are whole programs.

In: an `Api` and what was worked out for its client. Out: `ReadmeView`. Samples call real operations with the model's
own examples.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator import model
from generator.encoders.python import Code, PythonText
from generator.records import dataclass
from generator.views.python.credentials import Argument, Credentials, default_base_url, opening
from generator.views.python.exchange import body_contents, representation
from generator.views.python.imports import import_block
from generator.views.python.layout import layout
from generator.views.python.models import types_in
from generator.views.python.prose import first_sentence
from generator.views.python.surface import Method, Resource, Surface
from generator.views.python.types import NONE
from generator.views.python_client.project import base_url_variable, distribution

Found = tuple[Resource, Method]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadmeView:
    """`README.md`; a sample is empty where the API has no operation that suits it."""

    title: str
    description: str
    install: str
    quick_start: str
    asynchronous: str
    sending: str
    has_files: bool
    lists: str
    options: str
    hooks: str
    errors: str
    arguments: tuple[Argument, ...]
    base_url_environment: str
    base_url: str
    resources: tuple[tuple[str, str], ...]
    test_commands: str


def readme_view(api: model.Api, package: str, surface: Surface, credentials: Credentials) -> ReadmeView:
    """The view of `README.md`."""
    samples = _Samples(api, package, surface, credentials)
    every = [(resource, method) for resource in surface.walk() for method in resource.methods]
    reading = min(every, key=_effort_of_reading, default=None)
    walking = min((found for found in every if found[1].pager), key=_effort_of_reading, default=None)
    sending = min(filter(_sends_a_model, every), key=_effort_of_sending, default=None)
    return ReadmeView(
        title=api.title or api.name,
        description=first_sentence(api.description),
        install=f"pip install {distribution(api)}",
        quick_start=samples.plain(reading) if reading else "",
        asynchronous=samples.asynchronous(reading) if reading else "",
        sending=samples.plain(sending) if sending else "",
        has_files=any(_takes_files(api, operation) for operation in api.operations),
        lists=samples.pages(walking) if walking else "",
        options=samples.options(reading) if reading else "",
        hooks=samples.hooks(reading) if reading else "",
        errors=samples.errors(reading) if reading else "",
        arguments=credentials.arguments,
        base_url_environment=base_url_variable(package),
        base_url=default_base_url(api),
        resources=tuple(
            (f"client.{entry.access}", first_sentence(entry.description) or entry.title) for entry in surface.walk()
        ),
        test_commands="pip install '.[test]' ../server\npytest",
    )


def _takes_files(api: model.Api, operation: model.Operation) -> bool:
    """Whether the body is a file, or has parts that can be."""
    contents = body_contents(operation.body)
    if any(representation(content) == "bytes" for content in contents):
        return True
    of_parts = types_in(api, (content for content in contents if content.kind == "multipart"))
    return any(_is_file(field.shape) for name in of_parts for field in _fields(api.types[name]))


def _fields(entry: model.Type) -> tuple[model.Field, ...]:
    return entry.fields if isinstance(entry, model.Object) else ()


def _is_file(shape: model.Shape) -> bool:
    return isinstance(shape, model.Binary) or (isinstance(shape, model.Array) and _is_file(shape.items))


def _effort_of_reading(found: Found) -> tuple[int, ...]:
    """The best sample only reads, hands back a value and needs few arguments."""
    method = found[1]
    return (
        method.kind != "call",
        method.operation.method.upper() != "GET",
        method.returns == NONE,
        len(method.arguments(optional=False)),
    )


def _sends_a_model(found: Found) -> bool:
    body = found[1].body
    return (
        found[1].kind == "call" and body is not None and body.default is None and body.sample.text.startswith("models.")
    )


def _effort_of_sending(found: Found) -> tuple[int, ...]:
    method = found[1]
    length = len(method.body.sample.text) if method.body else 0
    return (method.operation.method.upper() != "POST", length > 400, len(method.arguments(optional=False)), length)


class _Samples:
    def __init__(self, api: model.Api, package: str, surface: Surface, credentials: Credentials) -> None:
        self._api = api
        self._package = package
        self._surface = surface
        self._credentials = credentials

    def plain(self, found: Found) -> str:
        """A call that waits."""
        lines = [*self._imports(found, str(self._surface.client)), "", f"with {self._opened(found)} as client:"]
        return _text([*lines, *self._use(found, 4, "")])

    def asynchronous(self, found: Found) -> str:
        """The same call with `async`."""
        lines = ["import asyncio", "", *self._imports(found, f"Async{self._surface.client}"), "", ""]
        lines += ["async def main() -> None:", f"    async with Async{self._opened(found)} as client:"]
        return _text([*lines, *self._use(found, 8, "await "), "", "", "asyncio.run(main())"])

    def pages(self, found: Found) -> str:
        """All items of a list."""
        lines = [*self._imports(found, str(self._surface.client)), "", f"with {self._opened(found)} as client:"]
        call = str(self._surface.call(*found, optional=False, pager=found[1].pager))
        loop = "    for item in "
        return _text([*lines, f"{loop}{layout(call, len(loop), 4, 1)}:", "        print(item)"])

    def options(self, found: Found) -> str:
        """The same call with other settings."""
        lines = [*self._imports(found, str(self._surface.client)), "", f"with {self._opened(found)} as client:"]
        lines += ['    other = client.with_options(timeout=300, headers={"X-Request-Id": "42"})']
        return _text([*lines, *self._line(found, 4, "", client="other")])

    def hooks(self, found: Found) -> str:
        """The same call with an eye on the answers."""
        lines = ["import httpx2", "", *self._imports(found, str(self._surface.client)), "", ""]
        lines += ["def show(response: httpx2.Response) -> None:", "    print(response.status_code, response.headers)"]
        lines += ["", "", 'watched = httpx2.Client(event_hooks={"response": [show]})']
        arguments, _, _ = str(self._opened(found)).rpartition(")")
        comma = "" if arguments.endswith("(") else ", "
        lines += [f"with {arguments}{comma}http_client=watched) as client:"]
        return _text([*lines, *self._line(found, 4, "")])

    def errors(self, found: Found) -> str:
        """The same call, and what can go wrong with it."""
        names = (str(self._surface.client), "ApiConnectionError", "ApiError", "NotFoundError")
        lines = [*self._imports(found, *names), "", f"with {self._opened(found)} as client:", "    try:"]
        lines += self._line(found, 8, "")
        lines += ["    except NotFoundError:", '        print("there is no such thing")']
        lines += ["    except ApiError as error:", "        print(error.status, error.body)"]
        return _text([*lines, "    except ApiConnectionError:", '        print("no answer came")'])

    def _opened(self, found: Found) -> PythonText:
        return opening(self._api, self._surface.client, self._credentials, found[1].operation)

    def _imports(self, found: Found, *names: str) -> list[str]:
        own = Code("", [(self._package, name) for name in names])
        return import_block(own, self._surface.call(*found, optional=False)).split("\n")

    def _use(self, found: Found, indent: int, wait: str) -> list[str]:
        """The call, and its answer printed."""
        pad, method = " " * indent, found[1]
        if method.kind == "stream":
            loop = f"{pad}{'async for' if wait else 'for'} piece in stream:"
            return [*self._line(found, indent, f"stream = {wait}"), loop, f"{pad}    print(piece)"]
        if method.returns == NONE:
            return self._line(found, indent, wait)
        return [*self._line(found, indent, f"answer = {wait}"), f"{pad}print(answer)"]

    def _line(self, found: Found, indent: int, lead: str, client: str = "client") -> list[str]:
        call = str(self._surface.call(*found, optional=False, client=client))
        return [f"{' ' * indent}{lead}{layout(call, indent + len(lead), indent)}"]


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"
