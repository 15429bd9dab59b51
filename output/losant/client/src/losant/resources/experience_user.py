"""Experience User."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceUser] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/users/{experienceUserId}",
    returns={"200": models.ExperienceUser},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PATCH: Operation[models.ExperienceUser] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/experience/users/{experienceUserId}",
    returns={"200": models.ExperienceUser},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_DELETE: Operation[models.Success] = Operation(
    method="DELETE",
    path="/applications/{applicationId}/experience/users/{experienceUserId}",
    returns={"200": models.Success},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceUser:
    """Experience User.

    An experience user is somebody who signs in to an experience.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self, application_id: models.ObjectId, experience_user_id: models.ObjectId
    ) -> models.ExperienceUser:
        """Reads One Experience User.

        Args:
            application_id: The ID of the application
            experience_user_id: The ID of the experience user

        Returns:
            The experience user

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience user does not exist
        """
        return self._transport.call(
            _GET, path={"applicationId": application_id, "experienceUserId": experience_user_id}
        )

    def patch(
        self,
        application_id: models.ObjectId,
        experience_user_id: models.ObjectId,
        body: models.ExperienceUserPatch,
    ) -> models.ExperienceUser:
        """Changes an Experience User.

        Args:
            application_id: The ID of the application
            experience_user_id: The ID of the experience user
            body: The properties to change, with their new values

        Returns:
            The experience user after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience user does not exist
        """
        return self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceUserId": experience_user_id},
            body=body,
        )

    def delete(
        self, application_id: models.ObjectId, experience_user_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience User.

        Args:
            application_id: The ID of the application
            experience_user_id: The ID of the experience user

        Returns:
            The experience user is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience user does not exist
        """
        return self._transport.call(
            _DELETE, path={"applicationId": application_id, "experienceUserId": experience_user_id}
        )


class AsyncExperienceUser:
    """Experience User.

    An experience user is somebody who signs in to an experience.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self, application_id: models.ObjectId, experience_user_id: models.ObjectId
    ) -> models.ExperienceUser:
        """Reads One Experience User.

        Args:
            application_id: The ID of the application
            experience_user_id: The ID of the experience user

        Returns:
            The experience user

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience user does not exist
        """
        return await self._transport.call(
            _GET, path={"applicationId": application_id, "experienceUserId": experience_user_id}
        )

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_user_id: models.ObjectId,
        body: models.ExperienceUserPatch,
    ) -> models.ExperienceUser:
        """Changes an Experience User.

        Args:
            application_id: The ID of the application
            experience_user_id: The ID of the experience user
            body: The properties to change, with their new values

        Returns:
            The experience user after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience user does not exist
        """
        return await self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceUserId": experience_user_id},
            body=body,
        )

    async def delete(
        self, application_id: models.ObjectId, experience_user_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience User.

        Args:
            application_id: The ID of the application
            experience_user_id: The ID of the experience user

        Returns:
            The experience user is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience user does not exist
        """
        return await self._transport.call(
            _DELETE, path={"applicationId": application_id, "experienceUserId": experience_user_id}
        )
