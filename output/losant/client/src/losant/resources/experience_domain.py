"""Experience Domain."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceDomainResponse] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/domains/{experienceDomainId}",
    returns={"200": models.ExperienceDomainResponse},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PATCH: Operation[models.ExperienceDomainResponse] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/experience/domains/{experienceDomainId}",
    returns={"200": models.ExperienceDomainResponse},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_DELETE: Operation[models.Success] = Operation(
    method="DELETE",
    path="/applications/{applicationId}/experience/domains/{experienceDomainId}",
    returns={"200": models.Success},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceDomain:
    """Experience Domain.

    An experience domain is a domain of your own at which an experience can be reached.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self, application_id: models.ObjectId, experience_domain_id: models.ObjectId
    ) -> models.ExperienceDomainResponse:
        """Reads One Experience Domain.

        Args:
            application_id: The ID of the application
            experience_domain_id: The ID of the experience domain

        Returns:
            The experience domain

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience domain does not exist
        """
        return self._transport.call(
            _GET, path={"applicationId": application_id, "experienceDomainId": experience_domain_id}
        )

    def patch(
        self,
        application_id: models.ObjectId,
        experience_domain_id: models.ObjectId,
        body: models.ExperienceDomainPatch,
    ) -> models.ExperienceDomainResponse:
        """Changes an Experience Domain.

        Args:
            application_id: The ID of the application
            experience_domain_id: The ID of the experience domain
            body: The properties to change, with their new values

        Returns:
            The experience domain after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience domain does not exist
        """
        return self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceDomainId": experience_domain_id},
            body=body,
        )

    def delete(
        self, application_id: models.ObjectId, experience_domain_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience Domain.

        Args:
            application_id: The ID of the application
            experience_domain_id: The ID of the experience domain

        Returns:
            The experience domain is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience domain does not exist
        """
        return self._transport.call(
            _DELETE,
            path={"applicationId": application_id, "experienceDomainId": experience_domain_id},
        )


class AsyncExperienceDomain:
    """Experience Domain.

    An experience domain is a domain of your own at which an experience can be reached.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self, application_id: models.ObjectId, experience_domain_id: models.ObjectId
    ) -> models.ExperienceDomainResponse:
        """Reads One Experience Domain.

        Args:
            application_id: The ID of the application
            experience_domain_id: The ID of the experience domain

        Returns:
            The experience domain

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience domain does not exist
        """
        return await self._transport.call(
            _GET, path={"applicationId": application_id, "experienceDomainId": experience_domain_id}
        )

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_domain_id: models.ObjectId,
        body: models.ExperienceDomainPatch,
    ) -> models.ExperienceDomainResponse:
        """Changes an Experience Domain.

        Args:
            application_id: The ID of the application
            experience_domain_id: The ID of the experience domain
            body: The properties to change, with their new values

        Returns:
            The experience domain after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience domain does not exist
        """
        return await self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceDomainId": experience_domain_id},
            body=body,
        )

    async def delete(
        self, application_id: models.ObjectId, experience_domain_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience Domain.

        Args:
            application_id: The ID of the application
            experience_domain_id: The ID of the experience domain

        Returns:
            The experience domain is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience domain does not exist
        """
        return await self._transport.call(
            _DELETE,
            path={"applicationId": application_id, "experienceDomainId": experience_domain_id},
        )
