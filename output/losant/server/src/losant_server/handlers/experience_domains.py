"""Handlers of Experience Domains."""

from __future__ import annotations

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceDomainsHandler:
    """Serves Experience Domains; subclass it and override what you implement.

    The domains of your own at which the experience of an application can be reached.
    """

    async def get(
        self, application_id: models.ObjectId
    ) -> models.ExperienceDomainsResponse | Response:
        """Lists the Experience Domains of an Application"""
        raise UseExample

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceDomainPost
    ) -> models.ExperienceDomainResponse | Response:
        """Adds an Experience Domain to an Application"""
        raise UseExample
