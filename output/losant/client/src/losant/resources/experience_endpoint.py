"""Experience Endpoint."""

from __future__ import annotations

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_LINKED_RESOURCES: Operation[models.ExperienceLinkedResources] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}/linkedResources",
    returns={"200": models.ExperienceLinkedResources},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PATCH: Operation[models.ExperienceEndpoint] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}",
    returns={"200": models.ExperienceEndpoint},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_DELETE: Operation[models.Success] = Operation(
    method="DELETE",
    path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}",
    returns={"200": models.Success},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_GET: Operation[models.ExperienceEndpoint] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}",
    returns={"200": models.ExperienceEndpoint},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceEndpoint:
    """Experience Endpoint.

    An experience endpoint is a method and a route that an experience answers.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def linked_resources(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        *,
        version: str | NotGiven = NOT_GIVEN,
        include_custom_nodes: bool | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceLinkedResources:
        """Lists What Is Linked to an Experience Endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint
            version: The experience version whose links count. The API's default is "develop".
            include_custom_nodes: Whether to add the details of the custom nodes that the workflows
                found make use of. The API's default is False.

        Returns:
            The linked resources

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return self._transport.call(
            _LINKED_RESOURCES,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
            query={"version": version, "includeCustomNodes": include_custom_nodes},
        )

    def patch(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        body: models.ExperienceEndpointPatch,
    ) -> models.ExperienceEndpoint:
        """Changes an Experience Endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint
            body: The properties to change, with their new values

        Returns:
            The experience endpoint after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
            body=body,
        )

    def delete(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        *,
        include_workflows: bool | NotGiven = NOT_GIVEN,
    ) -> models.Success:
        """Removes an Experience Endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint
            include_workflows: Whether to delete the workflows that use this endpoint, too

        Returns:
            The experience endpoint is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return self._transport.call(
            _DELETE,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
            query={"includeWorkflows": include_workflows},
        )

    def get(self, application_id: str, experience_endpoint_id: str) -> models.ExperienceEndpoint:
        """Reads one experience endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint

        Returns:
            The experience endpoint

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return self._transport.call(
            _GET,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
        )


class AsyncExperienceEndpoint:
    """Experience Endpoint.

    An experience endpoint is a method and a route that an experience answers.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def linked_resources(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        *,
        version: str | NotGiven = NOT_GIVEN,
        include_custom_nodes: bool | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceLinkedResources:
        """Lists What Is Linked to an Experience Endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint
            version: The experience version whose links count. The API's default is "develop".
            include_custom_nodes: Whether to add the details of the custom nodes that the workflows
                found make use of. The API's default is False.

        Returns:
            The linked resources

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return await self._transport.call(
            _LINKED_RESOURCES,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
            query={"version": version, "includeCustomNodes": include_custom_nodes},
        )

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        body: models.ExperienceEndpointPatch,
    ) -> models.ExperienceEndpoint:
        """Changes an Experience Endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint
            body: The properties to change, with their new values

        Returns:
            The experience endpoint after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return await self._transport.call(
            _PATCH,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
            body=body,
        )

    async def delete(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        *,
        include_workflows: bool | NotGiven = NOT_GIVEN,
    ) -> models.Success:
        """Removes an Experience Endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint
            include_workflows: Whether to delete the workflows that use this endpoint, too

        Returns:
            The experience endpoint is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return await self._transport.call(
            _DELETE,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
            query={"includeWorkflows": include_workflows},
        )

    async def get(
        self, application_id: str, experience_endpoint_id: str
    ) -> models.ExperienceEndpoint:
        """Reads one experience endpoint.

        Args:
            application_id: The ID of the application
            experience_endpoint_id: The ID of the experience endpoint

        Returns:
            The experience endpoint

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The experience endpoint does not exist
        """
        return await self._transport.call(
            _GET,
            path={"applicationId": application_id, "experienceEndpointId": experience_endpoint_id},
        )
