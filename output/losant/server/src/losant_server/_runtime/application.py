"""Puts the operations into a FastAPI application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from .answers import Examples, from_problem
from .documentation import document
from .engine import OperationRoutes, Setting
from .operation import Group
from .problems import Problem
from .security import Authenticate, Scheme


def add_operations(
    app: FastAPI,
    groups: Sequence[Group],
    *,
    package: str,
    schemes: Mapping[str, Scheme],
    authenticate: Authenticate,
) -> None:
    """Have an application serve the operations, document them, and speak RFC 9457 where it fails.

    Args:
        package: The package that has the examples.
    """
    examples = Examples(package)
    setting = Setting(examples=examples, schemes=schemes, authenticate=authenticate)
    served = [(group.handlers, group.operations) for group in groups]
    app.router.routes.insert(0, OperationRoutes(served, setting))

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = document(app, groups, schemes)
        return app.openapi_schema

    async def tell(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        detail = str(error.detail) if isinstance(error, HTTPException) else ""
        headers = error.headers if isinstance(error, HTTPException) else None
        return from_problem(Problem(status, detail, headers=headers), None, examples)

    app.openapi = openapi  # type: ignore[method-assign]
    app.add_exception_handler(HTTPException, tell)
    app.add_exception_handler(Exception, tell)
