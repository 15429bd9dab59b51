"""Handlers of Experience Domain."""

from __future__ import annotations

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceDomainHandler:
    """Serves Experience Domain; subclass it and override what you implement.

    An experience domain is a domain of your own at which an experience can be reached.
    """

    async def get(
        self, application_id: models.ObjectId, experience_domain_id: models.ObjectId
    ) -> models.ExperienceDomainResponse | Response:
        """Reads One Experience Domain"""
        raise UseExample

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_domain_id: models.ObjectId,
        body: models.ExperienceDomainPatch,
    ) -> models.ExperienceDomainResponse | Response:
        """Changes an Experience Domain"""
        raise UseExample

    async def delete(
        self, application_id: models.ObjectId, experience_domain_id: models.ObjectId
    ) -> models.Success | Response:
        """Removes an Experience Domain"""
        raise UseExample
