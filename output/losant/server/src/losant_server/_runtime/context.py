"""What a handler can ask about the request it serves."""

from __future__ import annotations

from contextvars import ContextVar

from fastapi import Request

_request: ContextVar[Request] = ContextVar("request")
_identity: ContextVar[object] = ContextVar("identity", default=None)


class UseExample(Exception):
    """Raised by a handler to have the documented example sent, as all do until overridden.

    Args:
        status: The status whose example is meant; None for the operation's own success status.
        name: The name of the example among several.
    """

    def __init__(self, *, status: int | None = None, name: str = "") -> None:
        super().__init__(status, name)
        self.status = status
        self.name = name


def current_request() -> Request:
    """The request that is being served; its headers, client address, and so on."""
    return _request.get()


def current_identity() -> object:
    """What `authenticate` returned for this request; None where no credentials are needed."""
    return _identity.get()


def enter(request: Request, identity: object) -> None:
    """Set both for the handler that is about to be called."""
    _request.set(request)
    _identity.set(identity)
