"""Adoptions."""

from __future__ import annotations

import datetime

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation
from .._runtime.paging import AsyncPager, Pager, Paging
from .._runtime.transport import AsyncTransport, Transport

_LIST: Operation[models.AdoptionPage] = Operation(
    method="GET",
    path="/adoptions",
    returns={"200": models.AdoptionPage},
    errors={"401": models.Problem},
    security=(("token",),),
)

_ITER_LIST = Paging(
    kind="cursor",
    items=("items",),
    parameter="cursor",
    next=("nextCursor",),
)

_CREATE: Operation[models.Adoption] = Operation(
    method="POST",
    path="/adoptions",
    returns={"201": models.Adoption},
    errors={"401": models.Problem, "409": models.Problem, "422": models.Problem},
    security=(("token",),),
)

_GET: Operation[models.Adoption] = Operation(
    method="GET",
    path="/adoptions/{adoptionId}",
    returns={"200": models.Adoption},
    errors={"401": models.Problem, "404": models.Problem},
    security=(("token",),),
)

_DECIDE: Operation[models.Adoption] = Operation(
    method="PUT",
    path="/adoptions/{adoptionId}/decision",
    returns={"200": models.Adoption},
    errors={"401": models.Problem, "404": models.Problem, "409": models.Problem},
    security=(("token", "staffKey"),),
)


class Adoptions:
    """Adoptions.

    Requests to take a pet home.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        since: datetime.datetime | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> models.AdoptionPage:
        """List the adoptions.

        Args:
            since: Leave out requests that are older than this moment.
            cursor: The `nextCursor` of the page before; leave it out to begin.
            limit: How many requests a page holds. The API's default is 25.

        Returns:
            One page of requests.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
        """
        return self._transport.call(_LIST, query={"since": since, "cursor": cursor, "limit": limit})

    def iter_list(
        self,
        *,
        since: datetime.datetime | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Adoption, models.AdoptionPage]:
        """All items of `list`, page by page as they are needed; it takes the same arguments."""
        return self._transport.pages(
            _LIST, _ITER_LIST, query={"since": since, "cursor": cursor, "limit": limit}
        )

    def create(self, body: models.NewAdoption) -> models.Adoption:
        """Ask for a pet.

        Args:
            body: The request's body.

        Returns:
            The request, waiting for a decision.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            ConflictError: The pet is reserved for somebody else.
            UnprocessableEntityError: The body does not make sense.
        """
        return self._transport.call(_CREATE, body=body)

    def get(self, adoption_id: int) -> models.Adoption:
        """Read one adoption.

        Args:
            adoption_id: Which adoption.

        Returns:
            The request.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        return self._transport.call(_GET, path={"adoptionId": adoption_id})

    def decide(self, adoption_id: int, body: models.Decision) -> models.Adoption:
        """Approve or refuse an adoption.

        Args:
            adoption_id: Which adoption.
            body: The request's body.

        Returns:
            The request with its decision.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
            ConflictError: A decision was made before.
        """
        return self._transport.call(_DECIDE, path={"adoptionId": adoption_id}, body=body)


class AsyncAdoptions:
    """Adoptions.

    Requests to take a pet home.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        *,
        since: datetime.datetime | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> models.AdoptionPage:
        """List the adoptions.

        Args:
            since: Leave out requests that are older than this moment.
            cursor: The `nextCursor` of the page before; leave it out to begin.
            limit: How many requests a page holds. The API's default is 25.

        Returns:
            One page of requests.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
        """
        return await self._transport.call(
            _LIST, query={"since": since, "cursor": cursor, "limit": limit}
        )

    def iter_list(
        self,
        *,
        since: datetime.datetime | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Adoption, models.AdoptionPage]:
        """All items of `list`, page by page as they are needed; it takes the same arguments."""
        return self._transport.pages(
            _LIST, _ITER_LIST, query={"since": since, "cursor": cursor, "limit": limit}
        )

    async def create(self, body: models.NewAdoption) -> models.Adoption:
        """Ask for a pet.

        Args:
            body: The request's body.

        Returns:
            The request, waiting for a decision.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            ConflictError: The pet is reserved for somebody else.
            UnprocessableEntityError: The body does not make sense.
        """
        return await self._transport.call(_CREATE, body=body)

    async def get(self, adoption_id: int) -> models.Adoption:
        """Read one adoption.

        Args:
            adoption_id: Which adoption.

        Returns:
            The request.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        return await self._transport.call(_GET, path={"adoptionId": adoption_id})

    async def decide(self, adoption_id: int, body: models.Decision) -> models.Adoption:
        """Approve or refuse an adoption.

        Args:
            adoption_id: Which adoption.
            body: The request's body.

        Returns:
            The request with its decision.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
            ConflictError: A decision was made before.
        """
        return await self._transport.call(_DECIDE, path={"adoptionId": adoption_id}, body=body)
