"""Experience Group."""

from __future__ import annotations

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceGroup] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/groups/{experienceGroupId}",
    returns={"200": models.ExperienceGroup},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PATCH: Operation[models.ExperienceGroup] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/experience/groups/{experienceGroupId}",
    returns={"200": models.ExperienceGroup},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_DELETE: Operation[models.Success] = Operation(
    method="DELETE",
    path="/applications/{applicationId}/experience/groups/{experienceGroupId}",
    returns={"200": models.Success},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceGroup:
    """Experience Group.

    An experience group holds users that share what they may do and see.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        application_id: models.ObjectId,
        experience_group_id: models.ObjectId,
        *,
        include_direct_device_count: bool | NotGiven = NOT_GIVEN,
        include_total_device_count: bool | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceGroup:
        """Reads One Experience Group.

        Args:
            application_id: The ID of the application
            experience_group_id: The ID of the experience group
            include_direct_device_count: Whether to count the devices that belong to this very
                group. The API's default is False.
            include_total_device_count: Whether to count the devices of this group and of every
                group below it. The API's default is False.

        Returns:
            The experience group

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience group does not exist
        """
        return self._transport.call(
            _GET,
            path={"applicationId": application_id, "experienceGroupId": experience_group_id},
            query={
                "includeDirectDeviceCount": include_direct_device_count,
                "includeTotalDeviceCount": include_total_device_count,
            },
        )

    def patch(
        self,
        application_id: models.ObjectId,
        experience_group_id: models.ObjectId,
        body: models.ExperienceGroupPatch,
    ) -> models.ExperienceGroup:
        """Changes an Experience Group.

        Args:
            application_id: The ID of the application
            experience_group_id: The ID of the experience group
            body: The properties to change, with their new values

        Returns:
            The experience group after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience group does not exist
        """
        return self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceGroupId": experience_group_id},
            body=body,
        )

    def delete(
        self, application_id: models.ObjectId, experience_group_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience Group.

        Args:
            application_id: The ID of the application
            experience_group_id: The ID of the experience group

        Returns:
            The experience group is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience group does not exist
        """
        return self._transport.call(
            _DELETE,
            path={"applicationId": application_id, "experienceGroupId": experience_group_id},
        )


class AsyncExperienceGroup:
    """Experience Group.

    An experience group holds users that share what they may do and see.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        application_id: models.ObjectId,
        experience_group_id: models.ObjectId,
        *,
        include_direct_device_count: bool | NotGiven = NOT_GIVEN,
        include_total_device_count: bool | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceGroup:
        """Reads One Experience Group.

        Args:
            application_id: The ID of the application
            experience_group_id: The ID of the experience group
            include_direct_device_count: Whether to count the devices that belong to this very
                group. The API's default is False.
            include_total_device_count: Whether to count the devices of this group and of every
                group below it. The API's default is False.

        Returns:
            The experience group

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience group does not exist
        """
        return await self._transport.call(
            _GET,
            path={"applicationId": application_id, "experienceGroupId": experience_group_id},
            query={
                "includeDirectDeviceCount": include_direct_device_count,
                "includeTotalDeviceCount": include_total_device_count,
            },
        )

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_group_id: models.ObjectId,
        body: models.ExperienceGroupPatch,
    ) -> models.ExperienceGroup:
        """Changes an Experience Group.

        Args:
            application_id: The ID of the application
            experience_group_id: The ID of the experience group
            body: The properties to change, with their new values

        Returns:
            The experience group after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience group does not exist
        """
        return await self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceGroupId": experience_group_id},
            body=body,
        )

    async def delete(
        self, application_id: models.ObjectId, experience_group_id: models.ObjectId
    ) -> models.Success:
        """Removes an Experience Group.

        Args:
            application_id: The ID of the application
            experience_group_id: The ID of the experience group

        Returns:
            The experience group is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience group does not exist
        """
        return await self._transport.call(
            _DELETE,
            path={"applicationId": application_id, "experienceGroupId": experience_group_id},
        )
