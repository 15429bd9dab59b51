"""Calls of `client.experience_user`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_user.get("575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab")
    check(answer, models.ExperienceUser)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_user.get(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab"
    )
    check(answer, models.ExperienceUser)


def test_patch(client: Losant, check: Check) -> None:
    answer = client.experience_user.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceUserPatch(
            email="other@example.com", user_tags={"customKey": ["customValue"]}
        ),
    )
    check(answer, models.ExperienceUser)


@pytest.mark.anyio
async def test_patch_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_user.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceUserPatch(
            email="other@example.com", user_tags={"customKey": ["customValue"]}
        ),
    )
    check(answer, models.ExperienceUser)


def test_delete(client: Losant, check: Check) -> None:
    answer = client.experience_user.delete("575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab")
    check(answer, models.Success)


@pytest.mark.anyio
async def test_delete_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_user.delete(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab"
    )
    check(answer, models.Success)
