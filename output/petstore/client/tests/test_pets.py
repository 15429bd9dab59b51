"""Calls of `client.pets`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from petstore import AsyncPetstore, Petstore, models

Check = Callable[[object, Any], None]


def test_list(client: Petstore, check: Check) -> None:
    answer = client.pets.list(
        status="available", tag=["calm", "house-trained"], page=1, per_page=20
    )
    check(answer, models.PetPage)


@pytest.mark.anyio
async def test_list_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.pets.list(
        status="available", tag=["calm", "house-trained"], page=1, per_page=20
    )
    check(answer, models.PetPage)


def test_iter_list(client: Petstore, check: Check) -> None:
    pager = client.pets.iter_list(
        status="available", tag=["calm", "house-trained"], page=1, per_page=20
    )
    for item in pager.items(next(pager.pages())):
        check(item, models.Pet)


@pytest.mark.anyio
async def test_iter_list_async(async_client: AsyncPetstore, check: Check) -> None:
    pager = async_client.pets.iter_list(
        status="available", tag=["calm", "house-trained"], page=1, per_page=20
    )
    for item in pager.items(await anext(pager.pages())):
        check(item, models.Pet)


def test_create(client: Petstore, check: Check) -> None:
    answer = client.pets.create(
        models.NewPet(name="Minka", species=models.Cat(kind="cat", indoor=True), tags=["calm"]),
        idempotency_key="arrival-2031",
    )
    check(answer, models.Pet)


@pytest.mark.anyio
async def test_create_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.pets.create(
        models.NewPet(name="Minka", species=models.Cat(kind="cat", indoor=True), tags=["calm"]),
        idempotency_key="arrival-2031",
    )
    check(answer, models.Pet)


def test_get(client: Petstore, check: Check) -> None:
    answer = client.pets.get("6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11")
    check(answer, models.Pet)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.pets.get("6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11")
    check(answer, models.Pet)


def test_update(client: Petstore, check: Check) -> None:
    answer = client.pets.update(
        "6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11", models.PetChange(status="reserved", note=None)
    )
    check(answer, models.Pet)


@pytest.mark.anyio
async def test_update_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.pets.update(
        "6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11", models.PetChange(status="reserved", note=None)
    )
    check(answer, models.Pet)


def test_delete(client: Petstore) -> None:
    client.pets.delete("6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11")


@pytest.mark.anyio
async def test_delete_async(async_client: AsyncPetstore) -> None:
    await async_client.pets.delete("6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11")


def test_download_photo(client: Petstore, check: Check) -> None:
    answer = client.pets.download_photo("6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11")
    check(answer, bytes)


@pytest.mark.anyio
async def test_download_photo_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.pets.download_photo("6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11")
    check(answer, bytes)


def test_upload_photo(client: Petstore, check: Check) -> None:
    answer = client.pets.upload_photo(
        "6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11",
        models.PetsUploadPhotoRequest(picture=b"binary", caption="On the sofa"),
    )
    check(answer, models.Photo)


@pytest.mark.anyio
async def test_upload_photo_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.pets.upload_photo(
        "6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11",
        models.PetsUploadPhotoRequest(picture=b"binary", caption="On the sofa"),
    )
    check(answer, models.Photo)
