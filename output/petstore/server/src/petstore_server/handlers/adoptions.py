"""Handlers of Adoptions."""

from __future__ import annotations

import datetime

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class AdoptionsHandler:
    """Serves Adoptions; subclass it and override what you implement.

    Requests to take a pet home.
    """

    async def list(
        self, *, since: datetime.datetime | None = None, cursor: str | None = None, limit: int = 25
    ) -> models.AdoptionPage | Response:
        """List the adoptions

        Returns a page of a list: `cursor` is the `nextCursor` of the page before.
        """
        raise UseExample

    async def create(self, body: models.NewAdoption) -> models.Adoption | Response:
        """Ask for a pet"""
        raise UseExample

    async def get(self, adoption_id: int) -> models.Adoption | Response:
        """Read one adoption"""
        raise UseExample

    async def decide(self, adoption_id: int, body: models.Decision) -> models.Adoption | Response:
        """Approve or refuse an adoption"""
        raise UseExample
