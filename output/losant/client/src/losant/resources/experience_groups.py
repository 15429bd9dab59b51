"""Experience Groups."""

from __future__ import annotations

from typing import Literal

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation
from .._runtime.paging import AsyncPager, Pager, Paging
from .._runtime.styles import Styled
from .._runtime.transport import AsyncTransport, Transport

_GET: Operation[models.ExperienceGroups] = Operation(
    method="GET",
    path="/applications/{applicationId}/experience/groups",
    returns={"200": models.ExperienceGroups},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_ITER_GET = Paging(
    kind="page",
    items=("items",),
    parameter="page",
    total=("totalCount",),
)

_POST: Operation[models.ExperienceGroup] = Operation(
    method="POST",
    path="/applications/{applicationId}/experience/groups",
    returns={"201": models.ExperienceGroup},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class ExperienceGroups:
    """Experience Groups.

    The groups that experience users of an application belong to.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: Literal["name", "id", "creationDate", "lastUpdated"] | NotGiven = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["name"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceGroups:
        """Lists the Experience Groups of an Application.

        Args:
            application_id: The ID of the application
            sort_field: The field that decides the order of the results. Accepted values are: name,
                id, creationDate. The API's default is "name".
            sort_direction: Whether the results rise or fall. Accepted values are: asc, desc. The
                API's default is "asc".
            page: Which page of the results to return; the first one is 0. The API's default is 0.
            per_page: How many items a page holds. The API's default is 100.
            filter_field: The field that the filter is held against; blank or left out, nothing is
                filtered. Accepted values are: name
            filter: The pattern to look for in the filter field, with an asterisk as a wildcard;
                blank or left out, nothing is filtered
            query: A filter as a JSON object; where it is given, `filter` and `filterField` are not
                looked at

        Returns:
            A collection of experience groups

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
                "query": Styled(query, "json"),
            },
        )

    def iter_get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: Literal["name", "id", "creationDate", "lastUpdated"] | NotGiven = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["name"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> Pager[models.ExperienceGroup, models.ExperienceGroups]:
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
                "query": Styled(query, "json"),
            },
        )

    def post(
        self, application_id: models.ObjectId, body: models.ExperienceGroupPost
    ) -> models.ExperienceGroup:
        """Adds an Experience Group to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience group is like

        Returns:
            The new experience group

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_POST, path={"applicationId": application_id}, body=body)


class AsyncExperienceGroups:
    """Experience Groups.

    The groups that experience users of an application belong to.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: Literal["name", "id", "creationDate", "lastUpdated"] | NotGiven = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["name"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> models.ExperienceGroups:
        """Lists the Experience Groups of an Application.

        Args:
            application_id: The ID of the application
            sort_field: The field that decides the order of the results. Accepted values are: name,
                id, creationDate. The API's default is "name".
            sort_direction: Whether the results rise or fall. Accepted values are: asc, desc. The
                API's default is "asc".
            page: Which page of the results to return; the first one is 0. The API's default is 0.
            per_page: How many items a page holds. The API's default is 100.
            filter_field: The field that the filter is held against; blank or left out, nothing is
                filtered. Accepted values are: name
            filter: The pattern to look for in the filter field, with an asterisk as a wildcard;
                blank or left out, nothing is filtered
            query: A filter as a JSON object; where it is given, `filter` and `filterField` are not
                looked at

        Returns:
            A collection of experience groups

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
                "query": Styled(query, "json"),
            },
        )

    def iter_get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: Literal["name", "id", "creationDate", "lastUpdated"] | NotGiven = NOT_GIVEN,
        sort_direction: Literal["asc", "desc"] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
        filter_field: Literal["name"] | NotGiven = NOT_GIVEN,
        filter: str | NotGiven = NOT_GIVEN,
        query: models.ExperienceFilter | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.ExperienceGroup, models.ExperienceGroups]:
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
                "query": Styled(query, "json"),
            },
        )

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceGroupPost
    ) -> models.ExperienceGroup:
        """Adds an Experience Group to an Application.

        Args:
            application_id: The ID of the application
            body: What the new experience group is like

        Returns:
            The new experience group

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_POST, path={"applicationId": application_id}, body=body)
