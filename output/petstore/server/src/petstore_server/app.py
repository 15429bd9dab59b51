"""The application: every operation of the API, served by its handler."""

from __future__ import annotations

from fastapi import FastAPI

from . import custom
from ._runtime.application import add_operations
from ._runtime.security import Authenticate
from .handlers import Handlers
from .routes import operation_groups
from .security import SCHEMES


def create_app(
    handlers: Handlers | None = None, *, authenticate: Authenticate | None = None
) -> FastAPI:
    """Make the application.

    Args:
        handlers: What serves the operations; those of `custom.py` where none are given.
        authenticate: Says whose credentials a request presents; by default that of `custom.py`.
    """
    app = FastAPI(
        title="Paws and Homes",
        version="1.4.0",
        description="Paws and Homes keeps the books of an animal shelter.\n\nTwo kinds of records matter:\n\n- a **pet** lives in the shelter until somebody adopts it;\n- an **adoption** is somebody's request to take a pet home.\n\nTimes are in UTC. Amounts of money are in cents.",
    )
    add_operations(
        app,
        operation_groups(handlers or custom.handlers()),
        package="petstore_server",
        schemes=SCHEMES,
        authenticate=authenticate or custom.authenticate,
    )
    return app
