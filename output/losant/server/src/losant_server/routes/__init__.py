"""The operations of all resources."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime.operation import Group
from ..handlers import Handlers
from . import (
    application,
    experience_domain,
    experience_domains,
    experience_endpoint,
    experience_endpoints,
    experience_group,
    experience_groups,
    experience_slug,
    experience_slugs,
    experience_user,
    experience_users,
)


def operation_groups(handlers: Handlers) -> Sequence[Group]:
    """The operations of each resource with the handlers that serve them."""
    return [
        Group(
            title="Experience Domain",
            description="An experience domain is a domain of your own at which an experience can be reached.",
            operations=experience_domain.OPERATIONS,
            handlers=handlers.experience_domain,
        ),
        Group(
            title="Experience Domains",
            description="The domains of your own at which the experience of an application can be reached.",
            operations=experience_domains.OPERATIONS,
            handlers=handlers.experience_domains,
        ),
        Group(
            title="Experience Endpoint",
            description="An experience endpoint is a method and a route that an experience answers.",
            operations=experience_endpoint.OPERATIONS,
            handlers=handlers.experience_endpoint,
        ),
        Group(
            title="Experience Endpoints",
            description="The methods and routes that the experience of an application answers.",
            operations=experience_endpoints.OPERATIONS,
            handlers=handlers.experience_endpoints,
        ),
        Group(
            title="Experience Group",
            description="An experience group holds users that share what they may do and see.",
            operations=experience_group.OPERATIONS,
            handlers=handlers.experience_group,
        ),
        Group(
            title="Experience Groups",
            description="The groups that experience users of an application belong to.",
            operations=experience_groups.OPERATIONS,
            handlers=handlers.experience_groups,
        ),
        Group(
            title="Experience Slug",
            description="An experience slug is a name below a shared domain at which an experience can be reached.",
            operations=experience_slug.OPERATIONS,
            handlers=handlers.experience_slug,
        ),
        Group(
            title="Experience Slugs",
            description="The names below a shared domain at which the experience of an application can be reached.",
            operations=experience_slugs.OPERATIONS,
            handlers=handlers.experience_slugs,
        ),
        Group(
            title="Experience User",
            description="An experience user is somebody who signs in to an experience.",
            operations=experience_user.OPERATIONS,
            handlers=handlers.experience_user,
        ),
        Group(
            title="Experience Users",
            description="The people who sign in to the experience of an application.",
            operations=experience_users.OPERATIONS,
            handlers=handlers.experience_users,
        ),
        Group(
            title="Application",
            description="An application holds everything that belongs to one solution: devices, workflows, dashboards and experiences.",
            operations=application.OPERATIONS,
            handlers=handlers.application,
        ),
    ]
