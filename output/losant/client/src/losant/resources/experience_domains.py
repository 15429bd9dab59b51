"""Experience Domains."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceDomainsResponse] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/domains",
    returns={"200": models.ExperienceDomainsResponse},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_POST: Operation[models.ExperienceDomainResponse] = Operation(
    method="POST",
    path="/applications/{applicationId}/experience/domains",
    returns={"201": models.ExperienceDomainResponse},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceDomains:
    """Experience Domains.

    The domains of your own at which the experience of an application can be reached.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(self, application_id: models.ObjectId) -> models.ExperienceDomainsResponse:
        """Lists the Experience Domains of an Application.

        Args:
            application_id: The ID of the application

        Returns:
            A collection of experience domains

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_GET, path={"applicationId": application_id})

    def post(
        self, application_id: models.ObjectId, body: models.ExperienceDomainPost
    ) -> models.ExperienceDomainResponse:
        """Adds an Experience Domain to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience domain is like

        Returns:
            The new experience domain

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_POST, path={"applicationId": application_id}, body=body)


class AsyncExperienceDomains:
    """Experience Domains.

    The domains of your own at which the experience of an application can be reached.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(self, application_id: models.ObjectId) -> models.ExperienceDomainsResponse:
        """Lists the Experience Domains of an Application.

        Args:
            application_id: The ID of the application

        Returns:
            A collection of experience domains

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_GET, path={"applicationId": application_id})

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceDomainPost
    ) -> models.ExperienceDomainResponse:
        """Adds an Experience Domain to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience domain is like

        Returns:
            The new experience domain

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_POST, path={"applicationId": application_id}, body=body)
