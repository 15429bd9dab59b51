"""Handlers of Experience Endpoint."""

from __future__ import annotations

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class ExperienceEndpointHandler:
    """Serves Experience Endpoint; subclass it and override what you implement.

    An experience endpoint is a method and a route that an experience answers.
    """

    async def linked_resources(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        *,
        version: str = "develop",
        include_custom_nodes: bool = False,
    ) -> models.ExperienceLinkedResources | Response:
        """Lists What Is Linked to an Experience Endpoint"""
        raise UseExample

    async def patch(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        body: models.ExperienceEndpointPatch,
    ) -> models.ExperienceEndpoint | Response:
        """Changes an Experience Endpoint"""
        raise UseExample

    async def delete(
        self,
        application_id: models.ObjectId,
        experience_endpoint_id: models.ObjectId,
        *,
        include_workflows: bool | None = None,
    ) -> models.Success | Response:
        """Removes an Experience Endpoint"""
        raise UseExample

    async def get(
        self, application_id: str, experience_endpoint_id: str
    ) -> models.ExperienceEndpoint | Response:
        """GET /applications/{applicationId}/experience/endpoints/{experienceEndpointId}

        Reads one experience endpoint
        """
        raise UseExample
