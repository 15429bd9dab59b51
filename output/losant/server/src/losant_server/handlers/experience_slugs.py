"""Handlers of Experience Slugs."""

from __future__ import annotations

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceSlugsHandler:
    """Serves Experience Slugs; subclass it and override what you implement.

    The names below a shared domain at which the experience of an application can be reached.
    """

    async def get(self, application_id: models.ObjectId) -> models.ExperienceSlugs | Response:
        """Lists the Experience Slugs of an Application"""
        raise UseExample

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceSlugPost
    ) -> models.ExperienceSlug | Response:
        """Adds an Experience Slug to an Application"""
        raise UseExample
