"""Operations of Experience Domains."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path
from ..handlers.experience_domains import ExperienceDomainsHandler

OPERATIONS = [
    Operation(
        handler=ExperienceDomainsHandler.get,
        name="experience_domains.get",
        method="GET",
        path="/applications/{applicationId}/experience/domains",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="200",
                description="A collection of experience domains",
                contents=[
                    Content(media_type="application/json", type=models.ExperienceDomainsResponse)
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
            "experienceDomains.*",
            "experienceDomains.get",
        ],
    ),
    Operation(
        handler=ExperienceDomainsHandler.post,
        name="experience_domains.post",
        method="POST",
        path="/applications/{applicationId}/experience/domains",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceDomainPost)],
            required=True,
            description="What the new experience domain is like",
        ),
        answers=[
            Answer(
                status="201",
                description="The new experience domain",
                contents=[
                    Content(media_type="application/json", type=models.ExperienceDomainResponse)
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
        success=201,
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceDomains.*",
            "experienceDomains.post",
        ],
    ),
]
