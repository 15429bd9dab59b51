"""What a generated client sends is what the handlers of the generated server are given: value by value.

The round trips of the cases show that requests are accepted; here every argument of a case is compared.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator import build, config, model, output
from generator.diagnostics import Report
from generator.source import Library

CASES = Path(__file__).parent / "cases"


@pytest.fixture(params=["whole-query-strings", "cookie-styles", "object-query-parameters", "event-streams"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[model.Api, ModuleType, ModuleType]]:
    """A case's model, client and server, importable."""
    name = f"arrives_{request.param}".replace("-", "_")
    settings = config.from_flags(["openapi.yaml"], [], "", [], name, tmp_path, CASES / request.param)
    built = build.build(settings, Library(settings.root), Report())
    output.write(output.plan(built.files, tmp_path))
    paths = [str(tmp_path / part / "src") for part in ("client", "server")]
    sys.path[:0] = paths
    yield built.api, importlib.import_module(name), importlib.import_module(f"{name}_server")
    del sys.path[:2]


def test_every_argument_arrives_as_it_was_sent(case: tuple[model.Api, ModuleType, ModuleType]) -> None:
    api, client, server = case
    handlers = importlib.import_module(f"{server.__name__}.handlers").Handlers()
    received: dict[str, dict[str, Any]] = {}
    groups = importlib.import_module(f"{server.__name__}.routes").operation_groups(handlers)
    operations = {operation.name: (group, operation) for group in groups for operation in group.operations}
    for name, (group, operation) in operations.items():
        setattr(group.handlers, operation.handler.__name__, _recorder(name, received, server))
    described = {(operation.method, operation.path): operation for operation in api.operations}

    async def call() -> None:
        transport = httpx2.ASGITransport(app=server.create_app(handlers))
        credentials = {"api_key": "k"} if api.security_schemes else {}
        async with client.AsyncClient(
            base_url="http://here", http_client=httpx2.AsyncClient(transport=transport), **credentials
        ) as caller:
            for name, (_, operation) in operations.items():
                examples = {entry.name: entry.example.value for entry in _of(described, operation).parameters}
                sent[name] = {entry.argument: examples[entry.name] for entry in operation.parameters}
                if operation.body is not None:
                    sent[name] |= {"body": _body(_of(described, operation))}
                await getattr(_resource(caller, name), operation.handler.__name__)(**sent[name])

    sent: dict[str, dict[str, Any]] = {}
    asyncio.run(call())
    plain = importlib.import_module(f"{client.__name__}._runtime.styles").jsonable
    assert {name: plain(arguments) for name, arguments in received.items()} == sent
    assert any(sent.values())


@pytest.mark.parametrize("case", ["event-streams"], indirect=True)
def test_named_events_come_typed(case: tuple[model.Api, ModuleType, ModuleType]) -> None:
    _, client, server = case
    models = importlib.import_module(f"{client.__name__}.models")

    async def watched() -> list[tuple[str, object]]:
        transport = httpx2.ASGITransport(app=server.create_app())
        async with client.AsyncClient(
            base_url="http://here", http_client=httpx2.AsyncClient(transport=transport), validate_responses=True
        ) as caller:
            return [(event.name, event.data) async for event in await caller.sums.watch()]

    assert asyncio.run(watched()) == [
        ("addString", "string"),
        ("addNumber", "1"),
        ("addThing", models.SumsWatchResponseAddThingEvent(foo=1)),
        ("pause", "string"),
        ("resume", "string"),
    ]


def _recorder(name: str, received: dict[str, dict[str, Any]], server: ModuleType) -> Any:
    context = importlib.import_module(f"{server.__name__}._runtime.context")

    def record(**arguments: Any) -> None:
        received[name] = arguments
        raise context.UseExample

    return record


def _of(described: dict[tuple[str, str], model.Operation], operation: Any) -> model.Operation:
    return described[operation.method, operation.path]


def _body(operation: model.Operation) -> Any:
    """The example of a body; of a stream, of which an example is one piece, two of them."""
    assert operation.body is not None
    content = operation.body.contents[0]
    return [content.examples[0].value] * 2 if content.stream is not None else content.examples[0].value


def _resource(caller: Any, name: str) -> Any:
    for word in name.split(".")[:-1]:
        caller = getattr(caller, word)
    return caller
