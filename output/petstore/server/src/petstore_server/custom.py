"""Your part of the server. This file was generated once; it is yours and is not written again.

Subclass the handlers of the resources that you implement, and name them below. What no handler of
yours serves is answered with the documented example.
"""

from __future__ import annotations

from . import Credentials
from .handlers import Handlers


def handlers() -> Handlers:
    """The handlers of all resources."""
    return Handlers()


async def authenticate(credentials: Credentials) -> object:
    """Whose credentials they are; raise `Problem(401)` or `Problem(403)` where they are no good."""
    return credentials
