"""Handlers of Experience Users."""

from __future__ import annotations

from typing import Literal

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceUsersHandler:
    """Serves Experience Users; subclass it and override what you implement.

    The people who sign in to the experience of an application.
    """

    async def get(
        self,
        application_id: models.ObjectId,
        *,
        sort_field: Literal[
            "firstName", "lastName", "email", "id", "creationDate", "lastLogin", "lastUpdated"
        ] = "email",
        sort_direction: Literal["asc", "desc"] = "asc",
        page: int = 0,
        per_page: int = 100,
        filter_field: Literal["firstName", "lastName", "email"] | None = None,
        filter: str | None = None,
        experience_group_id: str | None = None,
        include_ancestor_groups: bool | None = None,
        query: models.ExperienceFilter | None = None,
    ) -> models.ExperienceUsers | Response:
        """Lists the Experience Users of an Application

        Returns a page of a list: `page` says which one; the first one is 0.
        """
        raise UseExample

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceUserPost
    ) -> models.ExperienceUser | Response:
        """Adds an Experience User to an Application"""
        raise UseExample
