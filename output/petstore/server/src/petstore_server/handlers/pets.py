"""Handlers of Pets."""

from __future__ import annotations

import builtins

from fastapi import Response

from .. import models
from .._runtime.context import UseExample


class PetsHandler:
    """Serves Pets; subclass it and override what you implement.

    The animals that live in the shelter, or did.
    """

    async def list(
        self,
        *,
        status: models.PetStatus | None = None,
        tag: builtins.list[str] | None = None,
        page: int = 1,
        per_page: int = 20,
    ) -> models.PetPage | Response:
        """List the pets

        Newest arrivals come first. Leave out every filter to see all of them.

        Returns a page of a list: `page` says which one; the first one is 1.
        """
        raise UseExample

    async def create(
        self, body: models.NewPet, *, idempotency_key: str | None = None
    ) -> models.Pet | Response:
        """Register a new pet"""
        raise UseExample

    async def get(self, pet_id: str) -> models.Pet | Response:
        """Read one pet"""
        raise UseExample

    async def update(self, pet_id: str, body: models.PetChange) -> models.Pet | Response:
        """Change some facts about a pet

        What the body leaves out stays as it is. A null removes the value.
        """
        raise UseExample

    async def delete(self, pet_id: str) -> Response | None:
        """Strike a pet from the books"""
        raise UseExample

    async def download_photo(self, pet_id: str) -> bytes | Response:
        """Download the photo of a pet"""
        raise UseExample

    async def upload_photo(
        self, pet_id: str, body: models.PetsUploadPhotoRequest
    ) -> models.Photo | Response:
        """Upload a photo of a pet

        Replaces the photo that is there, if any.
        """
        raise UseExample
