"""Operations of Experience Endpoint."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path, query
from ..handlers.experience_endpoint import ExperienceEndpointHandler

OPERATIONS = [
    Operation(
        handler=ExperienceEndpointHandler.linked_resources,
        name="experience_endpoint.linked_resources",
        method="GET",
        path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}/linkedResources",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceEndpointId",
                "experience_endpoint_id",
                description="The ID of the experience endpoint",
            ),
            query("version", "version", description="The experience version whose links count"),
            query(
                "includeCustomNodes",
                "include_custom_nodes",
                description="Whether to add the details of the custom nodes that the workflows found make use of",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The linked resources",
                contents=[
                    Content(media_type="application/json", type=models.ExperienceLinkedResources)
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
                description="The experience endpoint does not exist",
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
            "experienceEndpoint.*",
            "experienceEndpoint.linkedResources",
        ],
    ),
    Operation(
        handler=ExperienceEndpointHandler.patch,
        name="experience_endpoint.patch",
        method="PATCH",
        path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceEndpointId",
                "experience_endpoint_id",
                description="The ID of the experience endpoint",
            ),
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceEndpointPatch)],
            required=True,
            description="The properties to change, with their new values",
        ),
        answers=[
            Answer(
                status="200",
                description="The experience endpoint after the change",
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
                description="The experience endpoint does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceEndpoint.*",
            "experienceEndpoint.patch",
        ],
    ),
    Operation(
        handler=ExperienceEndpointHandler.delete,
        name="experience_endpoint.delete",
        method="DELETE",
        path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceEndpointId",
                "experience_endpoint_id",
                description="The ID of the experience endpoint",
            ),
            query(
                "includeWorkflows",
                "include_workflows",
                description="Whether to delete the workflows that use this endpoint, too",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience endpoint is deleted",
                contents=[Content(media_type="application/json", type=models.Success)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The experience endpoint does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceEndpoint.*",
            "experienceEndpoint.delete",
        ],
    ),
    Operation(
        handler=ExperienceEndpointHandler.get,
        name="experience_endpoint.get",
        method="GET",
        path="/applications/{applicationId}/experience/endpoints/{experienceEndpointId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceEndpointId",
                "experience_endpoint_id",
                description="The ID of the experience endpoint",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience endpoint",
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
                description="The experience endpoint does not exist",
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
            "experienceEndpoint.*",
            "experienceEndpoint.get",
        ],
    ),
]
