"""A server for the Losant Experience API; `create_app` makes the FastAPI application."""

from __future__ import annotations

from ._runtime.answers import ServerEvent
from ._runtime.context import UseExample, current_identity, current_request
from ._runtime.problems import Problem
from ._runtime.security import Credentials
from .app import create_app
from .handlers import Handlers

__all__ = [
    "Credentials",
    "Handlers",
    "Problem",
    "ServerEvent",
    "UseExample",
    "create_app",
    "current_identity",
    "current_request",
]
