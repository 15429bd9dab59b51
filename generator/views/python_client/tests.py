"""The client's tests: a call of every operation with the model's example arguments, sync and async.

In: the surface. Out: the views of `tests/`. The answer must be what the API documents: the client under test validates.
"""

from __future__ import annotations

from generator import model
from generator.encoders.python import Code, PythonText
from generator.records import dataclass
from generator.views.python.credentials import Argument, Credentials
from generator.views.python.imports import import_block
from generator.views.python.names import Names, identifier, module_name
from generator.views.python.surface import Resource, Surface
from generator.views.python.types import NONE

_CHECK = Code("", [("collections.abc", "Callable"), ("typing", "Any")])


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A test: the call, and the type its answer must be of (None where there is nothing to look at). Where it goes
    through pages, that is the type of an item."""

    name: PythonText
    call: Code
    async_call: Code
    returns: Code | None
    streams: bool
    pages: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TestsView:
    """A module of tests for a resource."""

    doc: str
    imports: PythonText
    client: PythonText
    checks: bool
    calls: tuple[CallView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConftestView:
    """`conftest.py`."""

    package: PythonText
    server: PythonText
    client: PythonText
    arguments: tuple[Argument, ...]


def tests_view(resource: Resource, surface: Surface, package: str) -> TestsView:
    """The view of a resource's tests."""
    names = Names()
    calls = []
    needed = [Code("", [("pytest", ""), (package, str(surface.client)), (package, f"Async{surface.client}")])]
    for method in resource.methods:
        call = surface.call(resource, method)
        looked_at = method.kind == "call" and method.result != NONE
        returns = _from_package(method.result, package) if looked_at else None
        calls.append(
            CallView(
                name=names.take(identifier(method.name)),
                call=call,
                async_call=surface.call(resource, method, client="async_client"),
                returns=returns,
                streams=method.kind == "stream",
            )
        )
        needed += [call, *([returns, _CHECK] if returns else [])]
        if method.pager:
            item = _from_package(method.pager.item, package)
            calls.append(
                CallView(
                    name=names.take(identifier(method.pager.name)),
                    call=surface.call(resource, method, pager=method.pager),
                    async_call=surface.call(resource, method, client="async_client", pager=method.pager),
                    returns=item,
                    streams=False,
                    pages=True,
                )
            )
            needed += [item, _CHECK]
    return TestsView(
        doc=f"Calls of `client.{resource.access}`.",
        imports=import_block(needed),
        client=surface.client,
        checks=any(call.returns for call in calls),
        calls=tuple(calls),
    )


def _from_package(code: Code, package: str) -> Code:
    return Code(code.text, {(package if module == ".." else module, name) for module, name in code.imports})


def conftest_view(
    api: model.Api, package: str, server: str, surface: Surface, credentials: Credentials
) -> ConftestView:
    """The view of `conftest.py`: where the API is that the tests call."""
    return ConftestView(
        package=PythonText(package),
        server=PythonText(module_name(server or f"{api.name}_server", empty="api_server")),
        client=surface.client,
        arguments=credentials.arguments,
    )
