"""The client of the Paws and Homes API: one class that waits, and one for `async`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

import httpx2

from ._runtime.auth import Secret, http_token, named_key
from ._runtime.not_given import NOT_GIVEN, NotGiven
from ._runtime.transport import AsyncTransport, Settings, Transport

if TYPE_CHECKING:
    from .resources.adoptions import AsyncAdoptions, Adoptions
    from .resources.pets import AsyncPets, Pets


class Petstore:
    """The Paws and Homes API.

    Paws and Homes keeps the books of an animal shelter.

    Two kinds of records matter:

    - a **pet** lives in the shelter until somebody adopts it;
    - an **adoption** is somebody's request to take a pet home.

    Times are in UTC. Amounts of money are in cents.

    Args:
        access_token: The token that the shelter hands to its partners. Else `PETSTORE_ACCESS_TOKEN`
            is read.
        api_key: The personal key of a member of the staff. Else `PETSTORE_API_KEY` is read.
        base_url: Where the API is. Else `PETSTORE_BASE_URL`, else https://shelter.example.com/v1.
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
        api_key: Secret | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int = 2,
        validate_responses: bool = False,
        http_client: httpx2.Client | None = None,
    ) -> None:
        settings = _settings(
            access_token=access_token,
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            validate_responses=validate_responses,
        )
        self._transport = Transport(settings, http_client)

    @cached_property
    def pets(self) -> Pets:
        """Pets.

        The animals that live in the shelter, or did.
        """
        from .resources.pets import Pets

        return Pets(self._transport)

    @cached_property
    def adoptions(self) -> Adoptions:
        """Adoptions.

        Requests to take a pet home.
        """
        from .resources.adoptions import Adoptions

        return Adoptions(self._transport)

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


class AsyncPetstore:
    """The Paws and Homes API.

    Paws and Homes keeps the books of an animal shelter.

    Two kinds of records matter:

    - a **pet** lives in the shelter until somebody adopts it;
    - an **adoption** is somebody's request to take a pet home.

    Times are in UTC. Amounts of money are in cents.

    Args:
        access_token: The token that the shelter hands to its partners. Else `PETSTORE_ACCESS_TOKEN`
            is read.
        api_key: The personal key of a member of the staff. Else `PETSTORE_API_KEY` is read.
        base_url: Where the API is. Else `PETSTORE_BASE_URL`, else https://shelter.example.com/v1.
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
        api_key: Secret | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int = 2,
        validate_responses: bool = False,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        settings = _settings(
            access_token=access_token,
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            validate_responses=validate_responses,
        )
        self._transport = AsyncTransport(settings, http_client)

    @cached_property
    def pets(self) -> AsyncPets:
        """Pets.

        The animals that live in the shelter, or did.
        """
        from .resources.pets import AsyncPets

        return AsyncPets(self._transport)

    @cached_property
    def adoptions(self) -> AsyncAdoptions:
        """Adoptions.

        Requests to take a pet home.
        """
        from .resources.adoptions import AsyncAdoptions

        return AsyncAdoptions(self._transport)

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
    api_key: Secret | None,
    base_url: str | None,
    timeout: float | httpx2.Timeout | NotGiven | None,
    max_retries: int,
    validate_responses: bool,
) -> Settings:
    """The settings of a client; environment variables stand in for what is not given."""
    url = base_url or os.environ.get("PETSTORE_BASE_URL")
    if access_token is None:
        access_token = os.environ.get("PETSTORE_ACCESS_TOKEN")
    if api_key is None:
        api_key = os.environ.get("PETSTORE_API_KEY")
    return Settings(
        base_url=url or "https://shelter.example.com/v1",
        own_base_url=bool(url),
        credentials={
            "token": http_token("Bearer", access_token),
            "staffKey": named_key("header", "X-Staff-Key", api_key),
        },
        timeout=timeout,
        max_retries=max_retries,
        strict=validate_responses,
        headers={"User-Agent": "petstore-python/1.4.0"},
    )
