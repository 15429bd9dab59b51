"""The server starts, and its own description has every operation."""

from __future__ import annotations

from losant_server import create_app
from losant_server.handlers import Handlers
from losant_server.routes import operation_groups


def test_every_operation_is_documented() -> None:
    paths = create_app().openapi()["paths"]
    for group in operation_groups(Handlers()):
        for operation in group.operations:
            assert operation.path in paths, operation.name


def test_every_operation_has_a_handler() -> None:
    for group in operation_groups(Handlers()):
        for operation in group.operations:
            assert callable(getattr(group.handlers, operation.handler.__name__)), operation.name
