"""Operations of Experience Slugs."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path
from ..handlers.experience_slugs import ExperienceSlugsHandler

OPERATIONS = [
    Operation(
        handler=ExperienceSlugsHandler.get,
        name="experience_slugs.get",
        method="GET",
        path="/applications/{applicationId}/experience/slugs",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="200",
                description="A collection of experience slugs",
                contents=[Content(media_type="application/json", type=models.ExperienceSlugs)],
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
            "experienceSlugs.*",
            "experienceSlugs.get",
        ],
    ),
    Operation(
        handler=ExperienceSlugsHandler.post,
        name="experience_slugs.post",
        method="POST",
        path="/applications/{applicationId}/experience/slugs",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceSlugPost)],
            required=True,
            description="What the new experience slug is like",
        ),
        answers=[
            Answer(
                status="201",
                description="The new experience slug",
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
            "experienceSlugs.*",
            "experienceSlugs.post",
        ],
    ),
]
