"""Calls of `client.adoptions`."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from petstore import AsyncPetstore, Petstore, models

Check = Callable[[object, Any], None]


def test_list(client: Petstore, check: Check) -> None:
    answer = client.adoptions.list(
        since=datetime.datetime.fromisoformat("2026-03-01T00:00:00Z"), cursor="string", limit=25
    )
    check(answer, models.AdoptionPage)


@pytest.mark.anyio
async def test_list_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.adoptions.list(
        since=datetime.datetime.fromisoformat("2026-03-01T00:00:00Z"), cursor="string", limit=25
    )
    check(answer, models.AdoptionPage)


def test_iter_list(client: Petstore, check: Check) -> None:
    pager = client.adoptions.iter_list(
        since=datetime.datetime.fromisoformat("2026-03-01T00:00:00Z"), cursor="string", limit=25
    )
    for item in pager.items(next(pager.pages())):
        check(item, models.Adoption)


@pytest.mark.anyio
async def test_iter_list_async(async_client: AsyncPetstore, check: Check) -> None:
    pager = async_client.adoptions.iter_list(
        since=datetime.datetime.fromisoformat("2026-03-01T00:00:00Z"), cursor="string", limit=25
    )
    for item in pager.items(await anext(pager.pages())):
        check(item, models.Adoption)


def test_create(client: Petstore, check: Check) -> None:
    answer = client.adoptions.create(
        models.NewAdoption(
            pet_id="6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11",
            person=models.Person(name="Ada Example", email="ada@example.com"),
            message="We have a garden and two children.",
        )
    )
    check(answer, models.Adoption)


@pytest.mark.anyio
async def test_create_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.adoptions.create(
        models.NewAdoption(
            pet_id="6f1c0a52-7d0e-4c6b-9a53-2d9b4f0c7e11",
            person=models.Person(name="Ada Example", email="ada@example.com"),
            message="We have a garden and two children.",
        )
    )
    check(answer, models.Adoption)


def test_get(client: Petstore, check: Check) -> None:
    answer = client.adoptions.get(5021)
    check(answer, models.Adoption)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.adoptions.get(5021)
    check(answer, models.Adoption)


def test_decide(client: Petstore, check: Check) -> None:
    answer = client.adoptions.decide(
        5021,
        models.Approval(
            outcome="approved", pick_up_at=datetime.datetime.fromisoformat("2026-03-14T10:30:00Z")
        ),
    )
    check(answer, models.Adoption)


@pytest.mark.anyio
async def test_decide_async(async_client: AsyncPetstore, check: Check) -> None:
    answer = await async_client.adoptions.decide(
        5021,
        models.Approval(
            outcome="approved", pick_up_at=datetime.datetime.fromisoformat("2026-03-14T10:30:00Z")
        ),
    )
    check(answer, models.Adoption)
