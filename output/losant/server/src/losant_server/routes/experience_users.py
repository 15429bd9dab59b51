"""Operations of Experience Users."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path, query
from ..handlers.experience_users import ExperienceUsersHandler

OPERATIONS = [
    Operation(
        handler=ExperienceUsersHandler.get,
        name="experience_users.get",
        method="GET",
        path="/applications/{applicationId}/experience/users",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "sortField",
                "sort_field",
                description="The field that decides the order of the results. Accepted values are: firstName, lastName, email, id, creationDate, lastLogin, lastUpdated",
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
                description="The field that the filter is held against; blank or left out, nothing is filtered. Accepted values are: firstName, lastName, email",
            ),
            query(
                "filter",
                "filter",
                description="The pattern to look for in the filter field, with an asterisk as a wildcard; blank or left out, nothing is filtered",
            ),
            query(
                "experienceGroupId",
                "experience_group_id",
                description="Show only members of this group; any stands for users in at least one group, none for users in no group",
            ),
            query(
                "includeAncestorGroups",
                "include_ancestor_groups",
                description="Whether members of the groups above experienceGroupId count as well",
            ),
            query(
                "query",
                "query",
                kind="object",
                style="json",
                description="A filter as a JSON object; where it is given, no other filter is looked at",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="A collection of experience users",
                contents=[Content(media_type="application/json", type=models.ExperienceUsers)],
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
            "experienceUsers.*",
            "experienceUsers.get",
        ],
    ),
    Operation(
        handler=ExperienceUsersHandler.post,
        name="experience_users.post",
        method="POST",
        path="/applications/{applicationId}/experience/users",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ExperienceUserPost)],
            required=True,
            description="What the new experience user is like",
        ),
        answers=[
            Answer(
                status="201",
                description="The new experience user",
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
            "experienceUsers.*",
            "experienceUsers.post",
        ],
    ),
]
