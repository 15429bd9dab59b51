"""Operations of Experience Groups."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path, query
from ..handlers.experience_groups import ExperienceGroupsHandler

OPERATIONS = [
    Operation(
        handler=ExperienceGroupsHandler.get,
        name="experience_groups.get",
        method="GET",
        path="/applications/{applicationId}/experience/groups",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "sortField",
                "sort_field",
                description="The field that decides the order of the results. Accepted values are: name, id, creationDate",
            ),
            query(
                "sortDirection",
                "sort_direction",
                description="Whether the results rise or fall. Accepted values are: asc, desc",
            ),
            query(
                "page",
                "page",
                description="Which page of the results to return; the first one is 0",
            ),
            query("perPage", "per_page", description="How many items a page holds"),
            query(
                "filterField",
                "filter_field",
                description="The field that the filter is held against; blank or left out, nothing is filtered. Accepted values are: name",
            ),
            query(
                "filter",
                "filter",
                description="The pattern to look for in the filter field, with an asterisk as a wildcard; blank or left out, nothing is filtered",
            ),
            query(
                "query",
                "query",
                kind="object",
                style="json",
                description="A filter as a JSON object; where it is given, `filter` and `filterField` are not looked at",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="A collection of experience groups",
                contents=[Content(media_type="application/json", type=models.ExperienceGroups)],
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
            "experienceGroups.*",
            "experienceGroups.get",
        ],
    ),
    Operation(
        handler=ExperienceGroupsHandler.post,
        name="experience_groups.post",
        method="POST",
        path="/applications/{applicationId}/experience/groups",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceGroupPost)],
            required=True,
            description="What the new experience group is like",
        ),
        answers=[
            Answer(
                status="201",
                description="The new experience group",
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
            "experienceGroups.*",
            "experienceGroups.post",
        ],
    ),
]
