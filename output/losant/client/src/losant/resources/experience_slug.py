"""Experience Slug."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceSlug] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/slugs/{experienceSlugId}",
    returns={"200": models.ExperienceSlug},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PATCH: Operation[models.ExperienceSlug] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/experience/slugs/{experienceSlugId}",
    returns={"200": models.ExperienceSlug},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_DELETE: Operation[models.Success] = Operation(
    method="DELETE",
    path="/applications/{applicationId}/experience/slugs/{experienceSlugId}",
    returns={"200": models.Success},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceSlug:
    """Experience Slug.

    An experience slug is a name below a shared domain at which an experience can be reached.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self, application_id: models.ObjectId, experience_slug_id: models.ObjectId
    ) -> models.ExperienceSlug:
        """Reads One Experience Slug.

        Args:
            application_id: The ID of the application
            experience_slug_id: The ID of the experience slug

        Returns:
            The experience slug

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience slug does not exist
        """
        return self._transport.call(
            _GET, path={"applicationId": application_id, "experienceSlugId": experience_slug_id}
        )

    def patch(
        self,
        application_id: models.ObjectId,
        experience_slug_id: models.ObjectId,
        body: models.ExperienceSlugPatch,
    ) -> models.ExperienceSlug:
        """Changes an Experience Slug.

        Args:
            application_id: The ID of the application
            experience_slug_id: The ID of the experience slug
            body: The properties to change, with their new values

        Returns:
            The experience slug after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience slug does not exist
        """
        return self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceSlugId": experience_slug_id},
            body=body,
        )

    def delete(
        self, application_id: models.ObjectId, experience_slug_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience Slug.

        Args:
            application_id: The ID of the application
            experience_slug_id: The ID of the experience slug

        Returns:
            The experience slug is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience slug does not exist
        """
        return self._transport.call(
            _DELETE, path={"applicationId": application_id, "experienceSlugId": experience_slug_id}
        )


class AsyncExperienceSlug:
    """Experience Slug.

    An experience slug is a name below a shared domain at which an experience can be reached.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self, application_id: models.ObjectId, experience_slug_id: models.ObjectId
    ) -> models.ExperienceSlug:
        """Reads One Experience Slug.

        Args:
            application_id: The ID of the application
            experience_slug_id: The ID of the experience slug

        Returns:
            The experience slug

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience slug does not exist
        """
        return await self._transport.call(
            _GET, path={"applicationId": application_id, "experienceSlugId": experience_slug_id}
        )

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_slug_id: models.ObjectId,
        body: models.ExperienceSlugPatch,
    ) -> models.ExperienceSlug:
        """Changes an Experience Slug.

        Args:
            application_id: The ID of the application
            experience_slug_id: The ID of the experience slug
            body: The properties to change, with their new values

        Returns:
            The experience slug after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience slug does not exist
        """
        return await self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceSlugId": experience_slug_id},
            body=body,
        )

    async def delete(
        self, application_id: models.ObjectId, experience_slug_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience Slug.

        Args:
            application_id: The ID of the application
            experience_slug_id: The ID of the experience slug

        Returns:
            The experience slug is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience slug does not exist
        """
        return await self._transport.call(
            _DELETE, path={"applicationId": application_id, "experienceSlugId": experience_slug_id}
        )
