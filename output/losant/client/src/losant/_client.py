"""The client of the Losant Experience API: one class that waits, and one for `async`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

import httpx2

from ._runtime.auth import Secret, http_token
from ._runtime.not_given import NOT_GIVEN, NotGiven
from ._runtime.transport import AsyncTransport, Settings, Transport

if TYPE_CHECKING:
    from .resources.application import AsyncApplication, Application
    from .resources.experience_domain import AsyncExperienceDomain, ExperienceDomain
    from .resources.experience_domains import AsyncExperienceDomains, ExperienceDomains
    from .resources.experience_endpoint import AsyncExperienceEndpoint, ExperienceEndpoint
    from .resources.experience_endpoints import AsyncExperienceEndpoints, ExperienceEndpoints
    from .resources.experience_group import AsyncExperienceGroup, ExperienceGroup
    from .resources.experience_groups import AsyncExperienceGroups, ExperienceGroups
    from .resources.experience_slug import AsyncExperienceSlug, ExperienceSlug
    from .resources.experience_slugs import AsyncExperienceSlugs, ExperienceSlugs
    from .resources.experience_user import AsyncExperienceUser, ExperienceUser
    from .resources.experience_users import AsyncExperienceUsers, ExperienceUsers


class Losant:
    """The Losant Experience API.

    Web experiences for the end users of a Losant application: the users and the groups they belong
    to, the HTTP endpoints that answer them, and the slugs and domains where those can be reached.

    This description is Specloom's sample. It carries the facts of the published API in words of its
    own.

    Args:
        access_token: The API access token of a user, an application or an organization. Else
            `LOSANT_ACCESS_TOKEN` is read.
        base_url: Where the API is. Else `LOSANT_BASE_URL`, else https://api.losant.com.
        timeout: Seconds until a call fails, or an `httpx2.Timeout`; None for no limit.
        max_retries: How often a request is sent again, where that is safe.
        validate_responses: Refuse answers that are not as documented, instead of reading them as
            far as possible.
        http_client: An HTTP client of your own; it stays open when this one is closed.
    """

    def __init__(
        self,
        *,
        access_token: Secret | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int = 2,
        validate_responses: bool = False,
        http_client: httpx2.Client | None = None,
    ) -> None:
        settings = _settings(
            access_token=access_token,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            validate_responses=validate_responses,
        )
        self._transport = Transport(settings, http_client)

    @cached_property
    def experience_domain(self) -> ExperienceDomain:
        """Experience Domain.

        An experience domain is a domain of your own at which an experience can be reached.
        """
        from .resources.experience_domain import ExperienceDomain

        return ExperienceDomain(self._transport)

    @cached_property
    def experience_domains(self) -> ExperienceDomains:
        """Experience Domains.

        The domains of your own at which the experience of an application can be reached.
        """
        from .resources.experience_domains import ExperienceDomains

        return ExperienceDomains(self._transport)

    @cached_property
    def experience_endpoint(self) -> ExperienceEndpoint:
        """Experience Endpoint.

        An experience endpoint is a method and a route that an experience answers.
        """
        from .resources.experience_endpoint import ExperienceEndpoint

        return ExperienceEndpoint(self._transport)

    @cached_property
    def experience_endpoints(self) -> ExperienceEndpoints:
        """Experience Endpoints.

        The methods and routes that the experience of an application answers.
        """
        from .resources.experience_endpoints import ExperienceEndpoints

        return ExperienceEndpoints(self._transport)

    @cached_property
    def experience_group(self) -> ExperienceGroup:
        """Experience Group.

        An experience group holds users that share what they may do and see.
        """
        from .resources.experience_group import ExperienceGroup

        return ExperienceGroup(self._transport)

    @cached_property
    def experience_groups(self) -> ExperienceGroups:
        """Experience Groups.

        The groups that experience users of an application belong to.
        """
        from .resources.experience_groups import ExperienceGroups

        return ExperienceGroups(self._transport)

    @cached_property
    def experience_slug(self) -> ExperienceSlug:
        """Experience Slug.

        An experience slug is a name below a shared domain at which an experience can be reached.
        """
        from .resources.experience_slug import ExperienceSlug

        return ExperienceSlug(self._transport)

    @cached_property
    def experience_slugs(self) -> ExperienceSlugs:
        """Experience Slugs.

        The names below a shared domain at which the experience of an application can be reached.
        """
        from .resources.experience_slugs import ExperienceSlugs

        return ExperienceSlugs(self._transport)

    @cached_property
    def experience_user(self) -> ExperienceUser:
        """Experience User.

        An experience user is somebody who signs in to an experience.
        """
        from .resources.experience_user import ExperienceUser

        return ExperienceUser(self._transport)

    @cached_property
    def experience_users(self) -> ExperienceUsers:
        """Experience Users.

        The people who sign in to the experience of an application.
        """
        from .resources.experience_users import ExperienceUsers

        return ExperienceUsers(self._transport)

    @cached_property
    def application(self) -> Application:
        """Application.

        An application holds everything that belongs to one solution: devices, workflows, dashboards
        and experiences.
        """
        from .resources.application import Application

        return Application(self._transport)

    def with_options(
        self,
        *,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """The same client with other settings, for some calls; both share their connections.

        Args:
            timeout: Seconds until a call fails, or an `httpx2.Timeout`; None for no limit.
            max_retries: How often a request is sent again, where that is safe.
            headers: Sent with every request, over those that it has anyway.
        """
        settings = self._transport.settings.changed(
            timeout=timeout, max_retries=max_retries, headers=headers
        )
        other = object.__new__(type(self))
        other._transport = self._transport.changed(settings)
        return other

    def close(self) -> None:
        """Close the connections; an HTTP client that was passed in stays open."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncLosant:
    """The Losant Experience API.

    Web experiences for the end users of a Losant application: the users and the groups they belong
    to, the HTTP endpoints that answer them, and the slugs and domains where those can be reached.

    This description is Specloom's sample. It carries the facts of the published API in words of its
    own.

    Args:
        access_token: The API access token of a user, an application or an organization. Else
            `LOSANT_ACCESS_TOKEN` is read.
        base_url: Where the API is. Else `LOSANT_BASE_URL`, else https://api.losant.com.
        timeout: Seconds until a call fails, or an `httpx2.Timeout`; None for no limit.
        max_retries: How often a request is sent again, where that is safe.
        validate_responses: Refuse answers that are not as documented, instead of reading them as
            far as possible.
        http_client: An HTTP client of your own; it stays open when this one is closed.
    """

    def __init__(
        self,
        *,
        access_token: Secret | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int = 2,
        validate_responses: bool = False,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        settings = _settings(
            access_token=access_token,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            validate_responses=validate_responses,
        )
        self._transport = AsyncTransport(settings, http_client)

    @cached_property
    def experience_domain(self) -> AsyncExperienceDomain:
        """Experience Domain.

        An experience domain is a domain of your own at which an experience can be reached.
        """
        from .resources.experience_domain import AsyncExperienceDomain

        return AsyncExperienceDomain(self._transport)

    @cached_property
    def experience_domains(self) -> AsyncExperienceDomains:
        """Experience Domains.

        The domains of your own at which the experience of an application can be reached.
        """
        from .resources.experience_domains import AsyncExperienceDomains

        return AsyncExperienceDomains(self._transport)

    @cached_property
    def experience_endpoint(self) -> AsyncExperienceEndpoint:
        """Experience Endpoint.

        An experience endpoint is a method and a route that an experience answers.
        """
        from .resources.experience_endpoint import AsyncExperienceEndpoint

        return AsyncExperienceEndpoint(self._transport)

    @cached_property
    def experience_endpoints(self) -> AsyncExperienceEndpoints:
        """Experience Endpoints.

        The methods and routes that the experience of an application answers.
        """
        from .resources.experience_endpoints import AsyncExperienceEndpoints

        return AsyncExperienceEndpoints(self._transport)

    @cached_property
    def experience_group(self) -> AsyncExperienceGroup:
        """Experience Group.

        An experience group holds users that share what they may do and see.
        """
        from .resources.experience_group import AsyncExperienceGroup

        return AsyncExperienceGroup(self._transport)

    @cached_property
    def experience_groups(self) -> AsyncExperienceGroups:
        """Experience Groups.

        The groups that experience users of an application belong to.
        """
        from .resources.experience_groups import AsyncExperienceGroups

        return AsyncExperienceGroups(self._transport)

    @cached_property
    def experience_slug(self) -> AsyncExperienceSlug:
        """Experience Slug.

        An experience slug is a name below a shared domain at which an experience can be reached.
        """
        from .resources.experience_slug import AsyncExperienceSlug

        return AsyncExperienceSlug(self._transport)

    @cached_property
    def experience_slugs(self) -> AsyncExperienceSlugs:
        """Experience Slugs.

        The names below a shared domain at which the experience of an application can be reached.
        """
        from .resources.experience_slugs import AsyncExperienceSlugs

        return AsyncExperienceSlugs(self._transport)

    @cached_property
    def experience_user(self) -> AsyncExperienceUser:
        """Experience User.

        An experience user is somebody who signs in to an experience.
        """
        from .resources.experience_user import AsyncExperienceUser

        return AsyncExperienceUser(self._transport)

    @cached_property
    def experience_users(self) -> AsyncExperienceUsers:
        """Experience Users.

        The people who sign in to the experience of an application.
        """
        from .resources.experience_users import AsyncExperienceUsers

        return AsyncExperienceUsers(self._transport)

    @cached_property
    def application(self) -> AsyncApplication:
        """Application.

        An application holds everything that belongs to one solution: devices, workflows, dashboards
        and experiences.
        """
        from .resources.application import AsyncApplication

        return AsyncApplication(self._transport)

    def with_options(
        self,
        *,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """The same client with other settings, for some calls; both share their connections.

        Args:
            timeout: Seconds until a call fails, or an `httpx2.Timeout`; None for no limit.
            max_retries: How often a request is sent again, where that is safe.
            headers: Sent with every request, over those that it has anyway.
        """
        settings = self._transport.settings.changed(
            timeout=timeout, max_retries=max_retries, headers=headers
        )
        other = object.__new__(type(self))
        other._transport = self._transport.changed(settings)
        return other

    async def close(self) -> None:
        """Close the connections; an HTTP client that was passed in stays open."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()


def _settings(
    *,
    access_token: Secret | None,
    base_url: str | None,
    timeout: float | httpx2.Timeout | NotGiven | None,
    max_retries: int,
    validate_responses: bool,
) -> Settings:
    """The settings of a client; environment variables stand in for what is not given."""
    url = base_url or os.environ.get("LOSANT_BASE_URL")
    if access_token is None:
        access_token = os.environ.get("LOSANT_ACCESS_TOKEN")
    return Settings(
        base_url=url or "https://api.losant.com",
        own_base_url=bool(url),
        credentials={
            "BearerAuth": http_token("Bearer", access_token),
        },
        timeout=timeout,
        max_retries=max_retries,
        strict=validate_responses,
        headers={"User-Agent": "losant-python/1.29.4"},
    )
