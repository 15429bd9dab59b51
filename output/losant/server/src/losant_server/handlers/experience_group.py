"""Handlers of Experience Group."""

from __future__ import annotations

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceGroupHandler:
    """Serves Experience Group; subclass it and override what you implement.

    An experience group holds users that share what they may do and see.
    """

    async def get(
        self,
        application_id: models.ObjectId,
        experience_group_id: models.ObjectId,
        *,
        include_direct_device_count: bool = False,
        include_total_device_count: bool = False,
    ) -> models.ExperienceGroup | Response:
        """Reads One Experience Group"""
        raise UseExample

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_group_id: models.ObjectId,
        body: models.ExperienceGroupPatch,
    ) -> models.ExperienceGroup | Response:
        """Changes an Experience Group"""
        raise UseExample

    async def delete(
        self, application_id: models.ObjectId, experience_group_id: models.ObjectId
    ) -> models.Success | Response:
        """Removes an Experience Group"""
        raise UseExample
