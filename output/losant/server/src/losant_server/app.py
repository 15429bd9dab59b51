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
        title="Losant Experience API",
        version="1.29.4",
        description="Web experiences for the end users of a Losant application: the users and the groups they belong to, the HTTP endpoints\nthat answer them, and the slugs and domains where those can be reached.\n\nThis description is Specloom's sample. It carries the facts of the published API in words of its own.",
    )
    add_operations(
        app,
        operation_groups(handlers or custom.handlers()),
        package="losant_server",
        schemes=SCHEMES,
        authenticate=authenticate or custom.authenticate,
    )
    return app
