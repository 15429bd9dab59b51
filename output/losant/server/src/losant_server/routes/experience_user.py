"""Operations of Experience User."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path
from ..handlers.experience_user import ExperienceUserHandler

OPERATIONS = [
    Operation(
        handler=ExperienceUserHandler.get,
        name="experience_user.get",
        method="GET",
        path="/applications/{applicationId}/experience/users/{experienceUserId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceUserId",
                "experience_user_id",
                description="The ID of the experience user",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience user",
                contents=[Content(media_type="application/json", type=models.ExperienceUser)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The experience user does not exist",
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
            "experienceUser.*",
            "experienceUser.get",
        ],
    ),
    Operation(
        handler=ExperienceUserHandler.patch,
        name="experience_user.patch",
        method="PATCH",
        path="/applications/{applicationId}/experience/users/{experienceUserId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceUserId",
                "experience_user_id",
                description="The ID of the experience user",
            ),
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceUserPatch)],
            required=True,
            description="The properties to change, with their new values",
        ),
        answers=[
            Answer(
                status="200",
                description="The experience user after the change",
                contents=[Content(media_type="application/json", type=models.ExperienceUser)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The experience user does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceUser.*",
            "experienceUser.patch",
        ],
    ),
    Operation(
        handler=ExperienceUserHandler.delete,
        name="experience_user.delete",
        method="DELETE",
        path="/applications/{applicationId}/experience/users/{experienceUserId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceUserId",
                "experience_user_id",
                description="The ID of the experience user",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience user is deleted",
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
                description="The experience user does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceUser.*",
            "experienceUser.delete",
        ],
    ),
]
