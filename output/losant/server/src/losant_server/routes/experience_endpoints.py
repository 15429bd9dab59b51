"""Operations of Experience Endpoints."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path, query
from ..handlers.experience_endpoints import ExperienceEndpointsHandler

OPERATIONS = [
    Operation(
        handler=ExperienceEndpointsHandler.stats,
        name="experience_endpoints.stats",
        method="GET",
        path="/applications/{applicationId}/experience/endpoints/stats",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "statGrouping",
                "stat_grouping",
                description="What each series of numbers stands for. Accepted values are: statusCode, endpointId, version, domain",
            ),
            query(
                "duration", "duration", description="How long a span to look at, in milliseconds"
            ),
            query(
                "end", "end", description="The last moment of that span, in milliseconds since 1970"
            ),
            query(
                "resolution",
                "resolution",
                description="How much time one point stands for, in milliseconds",
            ),
            query(
                "versionFilter",
                "version_filter",
                description="Count only requests to this experience version",
            ),
            query(
                "domainFilter",
                "domain_filter",
                description="Count only requests to this domain or slug",
            ),
            query(
                "statusCodeFilter",
                "status_code_filter",
                description="Count only requests that were answered with this status code",
            ),
            query(
                "endpointIdFilter",
                "endpoint_id_filter",
                description="Count only requests to this endpoint",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The numbers of requests over time",
                contents=[
                    Content(media_type="application/json", type=models.ExperienceEndpointStats)
                ],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "experienceEndpoints.*",
            "experienceEndpoints.stats",
        ],
    ),
    Operation(
        handler=ExperienceEndpointsHandler.post,
        name="experience_endpoints.post",
        method="POST",
        path="/applications/{applicationId}/experience/endpoints",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceEndpointPost)],
            required=True,
            description="What the new experience endpoint is like",
        ),
        answers=[
            Answer(
                status="201",
                description="The new experience endpoint",
                contents=[Content(media_type="application/json", type=models.ExperienceEndpoint)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        success=201,
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceEndpoints.*",
            "experienceEndpoints.post",
        ],
    ),
    Operation(
        handler=ExperienceEndpointsHandler.get,
        name="experience_endpoints.get",
        method="GET",
        path="/applications/{applicationId}/experience/endpoints",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="200",
                description="A collection of experience endpoints",
                contents=[Content(media_type="application/json", type=models.ExperienceEndpoints)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "experienceEndpoints.*",
            "experienceEndpoints.get",
        ],
    ),
]
