"""Operations of Experience Domain."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path
from ..handlers.experience_domain import ExperienceDomainHandler

OPERATIONS = [
    Operation(
        handler=ExperienceDomainHandler.get,
        name="experience_domain.get",
        method="GET",
        path="/applications/{applicationId}/experience/domains/{experienceDomainId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceDomainId",
                "experience_domain_id",
                description="The ID of the experience domain",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience domain",
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
                description="The experience domain does not exist",
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
            "experienceDomain.*",
            "experienceDomain.get",
        ],
    ),
    Operation(
        handler=ExperienceDomainHandler.patch,
        name="experience_domain.patch",
        method="PATCH",
        path="/applications/{applicationId}/experience/domains/{experienceDomainId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceDomainId",
                "experience_domain_id",
                description="The ID of the experience domain",
            ),
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceDomainPatch)],
            required=True,
            description="The properties to change, with their new values",
        ),
        answers=[
            Answer(
                status="200",
                description="The experience domain after the change",
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
                description="The experience domain does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceDomain.*",
            "experienceDomain.patch",
        ],
    ),
    Operation(
        handler=ExperienceDomainHandler.delete,
        name="experience_domain.delete",
        method="DELETE",
        path="/applications/{applicationId}/experience/domains/{experienceDomainId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            path(
                "experienceDomainId",
                "experience_domain_id",
                description="The ID of the experience domain",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The experience domain is deleted",
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
                description="The experience domain does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "experienceDomain.*",
            "experienceDomain.delete",
        ],
    ),
]
