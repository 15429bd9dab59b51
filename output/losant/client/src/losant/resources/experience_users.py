"""Experience Users."""

from __future__ import annotations

from typing import Literal

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation
from .._runtime.paging import AsyncPager, Pager, Paging
from .._runtime.styles import Styled
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceUsers] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/users",
    returns={"200": models.ExperienceUsers},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_ITER_GET = Paging(
    kind="page",
    items=("items",),
    parameter="page",
    total=("totalCount",),
)

_POST: Operation[models.ExperienceUser] = Operation(
    method="POST",
    path="/applications/{applicationId}/experience/users",
    returns={"201": models.ExperienceUser},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceUsers:
    """Experience Users.

    The people who sign in to the experience of an application.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: (
            Literal[
                "firstName", "lastName", "email", "id", "creationDate", "lastLogin", "lastUpdated"
            ]
            | NotGiven
        ) = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["firstName", "lastName", "email"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        experience_group_id: str | NotGiven = NOT_GIVEN,
        include_ancestor_groups: bool | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceUsers:
        """Lists the Experience Users of an Application.

        Args:
            application_id: The ID of the application
            sort_field: The field that decides the order of the results. Accepted values are:
                firstName, lastName, email, id, creationDate, lastLogin, lastUpdated. The API's
                default is "email".
            sort_direction: Whether the results rise or fall. Accepted values are: asc, desc. The
                API's default is "asc".
            page: Which page of the results to return; the first one is 0. The API's default is 0.
            per_page: How many items a page holds. The API's default is 100.
            filter_field: The field that the filter is held against; blank or left out, nothing is
                filtered. Accepted values are: firstName, lastName, email
            filter: The pattern to look for in the filter field, with an asterisk as a wildcard;
                blank or left out, nothing is filtered
            experience_group_id: Show only members of this group; any stands for users in at least
                one group, none for users in no group
            include_ancestor_groups: Whether members of the groups above experienceGroupId count as
                well
            query: A filter as a JSON object; where it is given, no other filter is looked at

        Returns:
            A collection of experience users

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _GET,
            path={"applicationId": application_id},
            query={
                "sortField": sort_field,
                "sortDirection": sort_direction,
                "page": page,
                "perPage": per_page,
                "filterField": filter_field,
                "filter": filter,
                "experienceGroupId": experience_group_id,
                "includeAncestorGroups": include_ancestor_groups,
                "query": Styled(query, "json"),
            },
        )

    def iter_get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: (
            Literal[
                "firstName", "lastName", "email", "id", "creationDate", "lastLogin", "lastUpdated"
            ]
            | NotGiven
        ) = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["firstName", "lastName", "email"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        experience_group_id: str | NotGiven = NOT_GIVEN,
        include_ancestor_groups: bool | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> Pager[models.ExperienceUser, models.ExperienceUsers]:
        """All items of `get`, page by page as they are needed; it takes the same arguments."""
        return self._transport.pages(
            _GET,
            _ITER_GET,
            path={"applicationId": application_id},
            query={
                "sortField": sort_field,
                "sortDirection": sort_direction,
                "page": page,
                "perPage": per_page,
                "filterField": filter_field,
                "filter": filter,
                "experienceGroupId": experience_group_id,
                "includeAncestorGroups": include_ancestor_groups,
                "query": Styled(query, "json"),
            },
        )

    def post(
        self, application_id: models.ObjectId, body: models.ExperienceUserPost
    ) -> models.ExperienceUser:
        """Adds an Experience User to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience user is like

        Returns:
            The new experience user

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_POST, path={"applicationId": application_id}, body=body)


class AsyncExperienceUsers:
    """Experience Users.

    The people who sign in to the experience of an application.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: (
            Literal[
                "firstName", "lastName", "email", "id", "creationDate", "lastLogin", "lastUpdated"
            ]
            | NotGiven
        ) = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["firstName", "lastName", "email"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        experience_group_id: str | NotGiven = NOT_GIVEN,
        include_ancestor_groups: bool | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceUsers:
        """Lists the Experience Users of an Application.

        Args:
            application_id: The ID of the application
            sort_field: The field that decides the order of the results. Accepted values are:
                firstName, lastName, email, id, creationDate, lastLogin, lastUpdated. The API's
                default is "email".
            sort_direction: Whether the results rise or fall. Accepted values are: asc, desc. The
                API's default is "asc".
            page: Which page of the results to return; the first one is 0. The API's default is 0.
            per_page: How many items a page holds. The API's default is 100.
            filter_field: The field that the filter is held against; blank or left out, nothing is
                filtered. Accepted values are: firstName, lastName, email
            filter: The pattern to look for in the filter field, with an asterisk as a wildcard;
                blank or left out, nothing is filtered
            experience_group_id: Show only members of this group; any stands for users in at least
                one group, none for users in no group
            include_ancestor_groups: Whether members of the groups above experienceGroupId count as
                well
            query: A filter as a JSON object; where it is given, no other filter is looked at

        Returns:
            A collection of experience users

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _GET,
            path={"applicationId": application_id},
            query={
                "sortField": sort_field,
                "sortDirection": sort_direction,
                "page": page,
                "perPage": per_page,
                "filterField": filter_field,
                "filter": filter,
                "experienceGroupId": experience_group_id,
                "includeAncestorGroups": include_ancestor_groups,
                "query": Styled(query, "json"),
            },
        )

    def iter_get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: (
            Literal[
                "firstName", "lastName", "email", "id", "creationDate", "lastLogin", "lastUpdated"
            ]
            | NotGiven
        ) = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["firstName", "lastName", "email"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        experience_group_id: str | NotGiven = NOT_GIVEN,
        include_ancestor_groups: bool | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.ExperienceUser, models.ExperienceUsers]:
        """All items of `get`, page by page as they are needed; it takes the same arguments."""
        return self._transport.pages(
            _GET,
            _ITER_GET,
            path={"applicationId": application_id},
            query={
                "sortField": sort_field,
                "sortDirection": sort_direction,
                "page": page,
                "perPage": per_page,
                "filterField": filter_field,
                "filter": filter,
                "experienceGroupId": experience_group_id,
                "includeAncestorGroups": include_ancestor_groups,
                "query": Styled(query, "json"),
            },
        )

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceUserPost
    ) -> models.ExperienceUser:
        """Adds an Experience User to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience user is like

        Returns:
            The new experience user

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_POST, path={"applicationId": application_id}, body=body)
