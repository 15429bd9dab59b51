"""Operations of Experience Group."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path, query
from ..handlers.experience_group import ExperienceGroupHandler

OPERATIONS = [
    Operation(
        handler=ExperienceGroupHandler.get,
        name="experience_group.get",
        method="GET",
        path="/applications/{applicationId}/experience/groups/{experienceGroupId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceGroupId",
                "experience_group_id",
                description="The ID of the experience group",
            ),
            query(
                "includeDirectDeviceCount",
                "include_direct_device_count",
                description="Whether to count the devices that belong to this very group",
            ),
            query(
                "includeTotalDeviceCount",
                "include_total_device_count",
                description="Whether to count the devices of this group and of every group below it",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience group",
                contents=[Content(media_type="application/json", type=models.ExperienceGroup)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The experience group does not exist",
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
            "experienceGroup.*",
            "experienceGroup.get",
        ],
    ),
    Operation(
        handler=ExperienceGroupHandler.patch,
        name="experience_group.patch",
        method="PATCH",
        path="/applications/{applicationId}/experience/groups/{experienceGroupId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceGroupId",
                "experience_group_id",
                description="The ID of the experience group",
            ),
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceGroupPatch)],
            required=True,
            description="The properties to change, with their new values",
        ),
        answers=[
            Answer(
                status="200",
                description="The experience group after the change",
                contents=[Content(media_type="application/json", type=models.ExperienceGroup)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The experience group does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceGroup.*",
            "experienceGroup.patch",
        ],
    ),
    Operation(
        handler=ExperienceGroupHandler.delete,
        name="experience_group.delete",
        method="DELETE",
        path="/applications/{applicationId}/experience/groups/{experienceGroupId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceGroupId",
                "experience_group_id",
                description="The ID of the experience group",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience group is deleted",
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
                description="The experience group does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceGroup.*",
            "experienceGroup.delete",
        ],
    ),
]
