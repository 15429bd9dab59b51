"""Handlers of Experience Endpoints."""

from __future__ import annotations

from typing import Literal

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceEndpointsHandler:
    """Serves Experience Endpoints; subclass it and override what you implement.

    The methods and routes that the experience of an application answers.
    """

    async def stats(
        self,
        application_id: models.ObjectId,
        *,
        stat_grouping: Literal["statusCode", "endpointId", "version", "domain"] = "statusCode",
        duration: int = 86400000,
        end: int = 0,
        resolution: int = 3600000,
        version_filter: str | None = None,
        domain_filter: str | None = None,
        status_code_filter: int | None = None,
        endpoint_id_filter: str | None = None,
    ) -> models.ExperienceEndpointStats | Response:
        """Counts the Requests to the Endpoints"""
        raise UseExample

    async def post(
        self, application_id: models.ObjectId, body: models.ExperienceEndpointPost
    ) -> models.ExperienceEndpoint | Response:
        """Adds an Experience Endpoint to an Application"""
        raise UseExample

    async def get(self, application_id: str) -> models.ExperienceEndpoints | Response:
        """GET /applications/{applicationId}/experience/endpoints

        Lists the experience endpoints of an application
        """
        raise UseExample
