"""Experience Slugs."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceSlugs] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/slugs",
    returns={"200": models.ExperienceSlugs},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_POST: Operation[models.ExperienceSlug] = Operation(
    method="POST",
    path="/applications/{applicationId}/experience/slugs",
    returns={"201": models.ExperienceSlug},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceSlugs:
    """Experience Slugs.

    The names below a shared domain at which the experience of an application can be reached.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(self, application_id: models.ObjectId) -> models.ExperienceSlugs:
        """Lists the Experience Slugs of an Application.

        Args:
            application_id: The ID of the application

        Returns:
            A collection of experience slugs

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_GET, path={"applicationId": application_id})

    def post(
        self, application_id: models.ObjectId, body: models.ExperienceSlugPost
    ) -> models.ExperienceSlug:
        """Adds an Experience Slug to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience slug is like

        Returns:
            The new experience slug

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_POST, path={"applicationId": application_id}, body=body)


class AsyncExperienceSlugs:
    """Experience Slugs.

    The names below a shared domain at which the experience of an application can be reached.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(self, application_id: models.ObjectId) -> models.ExperienceSlugs:
        """Lists the Experience Slugs of an Application.

        Args:
            application_id: The ID of the application

        Returns:
            A collection of experience slugs

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_GET, path={"applicationId": application_id})

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceSlugPost
    ) -> models.ExperienceSlug:
        """Adds an Experience Slug to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience slug is like

        Returns:
            The new experience slug

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_POST, path={"applicationId": application_id}, body=body)
