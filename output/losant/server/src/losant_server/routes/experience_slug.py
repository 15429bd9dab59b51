"""Operations of Experience Slug."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path
from ..handlers.experience_slug import ExperienceSlugHandler

OPERATIONS = [
    Operation(
        handler=ExperienceSlugHandler.get,
        name="experience_slug.get",
        method="GET",
        path="/applications/{applicationId}/experience/slugs/{experienceSlugId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceSlugId",
                "experience_slug_id",
                description="The ID of the experience slug",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience slug",
                contents=[Content(media_type="application/json", type=models.ExperienceSlug)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The experience slug does not exist",
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
            "experienceSlug.*",
            "experienceSlug.get",
        ],
    ),
    Operation(
        handler=ExperienceSlugHandler.patch,
        name="experience_slug.patch",
        method="PATCH",
        path="/applications/{applicationId}/experience/slugs/{experienceSlugId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceSlugId",
                "experience_slug_id",
                description="The ID of the experience slug",
            ),
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceSlugPatch)],
            required=True,
            description="The properties to change, with their new values",
        ),
        answers=[
            Answer(
                status="200",
                description="The experience slug after the change",
                contents=[Content(media_type="application/json", type=models.ExperienceSlug)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The experience slug does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceSlug.*",
            "experienceSlug.patch",
        ],
    ),
    Operation(
        handler=ExperienceSlugHandler.delete,
        name="experience_slug.delete",
        method="DELETE",
        path="/applications/{applicationId}/experience/slugs/{experienceSlugId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceSlugId",
                "experience_slug_id",
                description="The ID of the experience slug",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience slug is deleted",
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
                description="The experience slug does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceSlug.*",
            "experienceSlug.delete",
        ],
    ),
]
