"""Experience Endpoints."""

from __future__ import annotations

from typing import Literal

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation
from .._runtime.transport import AsyncTransport, Transport

_STATS: Operation[models.ExperienceEndpointStats] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/endpoints/stats",
    returns={"200": models.ExperienceEndpointStats},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_POST: Operation[models.ExperienceEndpoint] = Operation(
    method="POST",
    path="/applications/{applicationId}/experience/endpoints",
    returns={"201": models.ExperienceEndpoint},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_GET: Operation[models.ExperienceEndpoints] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/endpoints",
    returns={"200": models.ExperienceEndpoints},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceEndpoints:
    """Experience Endpoints.

    The methods and routes that the experience of an application answers.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def stats(
        self,
        application_id: models.ObjectId,
        *,
        stat_grouping: (
            Literal["statusCode", "endpointId", "version", "domain"] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
        resolution: int | NotGiven = NOT_GIVEN,
        version_filter: str | NotGiven = NOT_GIVEN,
        domain_filter: str | NotGiven = NOT_GIVEN,
        status_code_filter: int | NotGiven = NOT_GIVEN,
        endpoint_id_filter: str | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceEndpointStats:
        """Counts the Requests to the Endpoints.

        Args:
            application_id: The ID of the application
            stat_grouping: What each series of numbers stands for. Accepted values are: statusCode,
                endpointId, version, domain. The API's default is "statusCode".
            duration: How long a span to look at, in milliseconds. The API's default is 86400000.
            end: The last moment of that span, in milliseconds since 1970. The API's default is 0.
            resolution: How much time one point stands for, in milliseconds. The API's default is
                3600000.
            version_filter: Count only requests to this experience version
            domain_filter: Count only requests to this domain or slug
            status_code_filter: Count only requests that were answered with this status code
            endpoint_id_filter: Count only requests to this endpoint

        Returns:
            The numbers of requests over time

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _STATS,
            path={"applicationId": application_id},
            query={
                "statGrouping": stat_grouping,
                "duration": duration,
                "end": end,
                "resolution": resolution,
                "versionFilter": version_filter,
                "domainFilter": domain_filter,
                "statusCodeFilter": status_code_filter,
                "endpointIdFilter": endpoint_id_filter,
            },
        )

    def post(
        self, application_id: models.ObjectId, body: models.ExperienceEndpointPost
    ) -> models.ExperienceEndpoint:
        """Adds an Experience Endpoint to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience endpoint is like

        Returns:
            The new experience endpoint

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_POST, path={"applicationId": application_id}, body=body)

    def get(self, application_id: str) -> models.ExperienceEndpoints:
        """Lists the experience endpoints of an application.

        Args:
            application_id: The ID of the application

        Returns:
            A collection of experience endpoints

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_GET, path={"applicationId": application_id})


class AsyncExperienceEndpoints:
    """Experience Endpoints.

    The methods and routes that the experience of an application answers.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def stats(
        self,
        application_id: models.ObjectId,
        *,
        stat_grouping: (
            Literal["statusCode", "endpointId", "version", "domain"] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
        resolution: int | NotGiven = NOT_GIVEN,
        version_filter: str | NotGiven = NOT_GIVEN,
        domain_filter: str | NotGiven = NOT_GIVEN,
        status_code_filter: int | NotGiven = NOT_GIVEN,
        endpoint_id_filter: str | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceEndpointStats:
        """Counts the Requests to the Endpoints.

        Args:
            application_id: The ID of the application
            stat_grouping: What each series of numbers stands for. Accepted values are: statusCode,
                endpointId, version, domain. The API's default is "statusCode".
            duration: How long a span to look at, in milliseconds. The API's default is 86400000.
            end: The last moment of that span, in milliseconds since 1970. The API's default is 0.
            resolution: How much time one point stands for, in milliseconds. The API's default is
                3600000.
            version_filter: Count only requests to this experience version
            domain_filter: Count only requests to this domain or slug
            status_code_filter: Count only requests that were answered with this status code
            endpoint_id_filter: Count only requests to this endpoint

        Returns:
            The numbers of requests over time

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _STATS,
            path={"applicationId": application_id},
            query={
                "statGrouping": stat_grouping,
                "duration": duration,
                "end": end,
                "resolution": resolution,
                "versionFilter": version_filter,
                "domainFilter": domain_filter,
                "statusCodeFilter": status_code_filter,
                "endpointIdFilter": endpoint_id_filter,
            },
        )

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceEndpointPost
    ) -> models.ExperienceEndpoint:
        """Adds an Experience Endpoint to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience endpoint is like

        Returns:
            The new experience endpoint

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_POST, path={"applicationId": application_id}, body=body)

    async def get(self, application_id: str) -> models.ExperienceEndpoints:
        """Lists the experience endpoints of an application.

        Args:
            application_id: The ID of the application

        Returns:
            A collection of experience endpoints

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_GET, path={"applicationId": application_id})
