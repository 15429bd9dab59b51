"""The operations of all resources."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime.operation import Group
from ..handlers import Handlers
from . import adoptions, pets


def operation_groups(handlers: Handlers) -> Sequence[Group]:
    """The operations of each resource with the handlers that serve them."""
    return [
        Group(
            title="Pets",
            description="The animals that live in the shelter, or did.",
            operations=pets.OPERATIONS,
            handlers=handlers.pets,
        ),
        Group(
            title="Adoptions",
            description="Requests to take a pet home.",
            operations=adoptions.OPERATIONS,
            handlers=handlers.adoptions,
        ),
    ]
