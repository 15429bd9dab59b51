"""Handlers of Experience Slug."""

from __future__ import annotations

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceSlugHandler:
    """Serves Experience Slug; subclass it and override what you implement.

    An experience slug is a name below a shared domain at which an experience can be reached.
    """

    async def get(
        self, application_id: models.ObjectId, experience_slug_id: models.ObjectId
    ) -> models.ExperienceSlug | Response:
        """Reads One Experience Slug"""
        raise UseExample

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_slug_id: models.ObjectId,
        body: models.ExperienceSlugPatch,
    ) -> models.ExperienceSlug | Response:
        """Changes an Experience Slug"""
        raise UseExample

    async def delete(
        self, application_id: models.ObjectId, experience_slug_id: models.ObjectId
    ) -> models.Success | Response:
        """Removes an Experience Slug"""
        raise UseExample
