"""Handlers of Experience Groups."""

from __future__ import annotations

from typing import Literal

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceGroupsHandler:
    """Serves Experience Groups; subclass it and override what you implement.

    The groups that experience users of an application belong to.
    """

    async def get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: Literal["name", "id", "creationDate", "lastUpdated"] = "name",
        sort_direction: Literal["asc", "desc"] = "asc",
        page: int = 0,
        per_page: int = 100,
        filter_field: Literal["name"] | None = None,
        filter: str | None = None,
        query: models.ExperienceFilter | None = None,
    ) -> models.ExperienceGroups | Response:
        """Lists the Experience Groups of an Application

        Returns a page of a list: `page` says which one; the first one is 0.
        """
        raise UseExample

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceGroupPost
    ) -> models.ExperienceGroup | Response:
        """Adds an Experience Group to an Application"""
        raise UseExample
