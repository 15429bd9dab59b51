"""Calls of `client.experience_domain`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_domain.get("575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab")
    check(answer, models.ExperienceDomainResponse)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_domain.get(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab"
    )
    check(answer, models.ExperienceDomainResponse)


def test_patch(client: Losant, check: Check) -> None:
    answer = client.experience_domain.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceDomainPatch(version="myVersion"),
    )
    check(answer, models.ExperienceDomainResponse)


@pytest.mark.anyio
async def test_patch_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_domain.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceDomainPatch(version="myVersion"),
    )
    check(answer, models.ExperienceDomainResponse)


def test_delete(client: Losant, check: Check) -> None:
    answer = client.experience_domain.delete("575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab")
    check(answer, models.Success)


@pytest.mark.anyio
async def test_delete_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_domain.delete(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab"
    )
    check(answer, models.Success)
