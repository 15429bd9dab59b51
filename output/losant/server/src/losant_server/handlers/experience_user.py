"""Handlers of Experience User."""

from __future__ import annotations

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceUserHandler:
    """Serves Experience User; subclass it and override what you implement.

    An experience user is somebody who signs in to an experience.
    """

    async def get(
        self, application_id: models.ObjectId, experience_user_id: models.ObjectId
    ) -> models.ExperienceUser | Response:
        """Reads One Experience User"""
        raise UseExample

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_user_id: models.ObjectId,
        body: models.ExperienceUserPatch,
    ) -> models.ExperienceUser | Response:
        """Changes an Experience User"""
        raise UseExample

    async def delete(
        self, application_id: models.ObjectId, experience_user_id: models.ObjectId
    ) -> models.Success | Response:
        """Removes an Experience User"""
        raise UseExample
