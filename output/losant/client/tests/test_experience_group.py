"""Calls of `client.experience_group`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_group.get(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        include_direct_device_count=True,
        include_total_device_count=True,
    )
    check(answer, models.ExperienceGroup)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_group.get(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        include_direct_device_count=True,
        include_total_device_count=True,
    )
    check(answer, models.ExperienceGroup)


def test_patch(client: Losant, check: Check) -> None:
    answer = client.experience_group.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceGroupPatch(
            name="My New Group Name",
            experience_user_ids=["575ed70c7ae143cd83dc4aa9", "675ed70c7ae143cd83dc4aa9"],
            experience_endpoint_ids=["58b9d743cbfafe1be675744b", "58b9d743cbfafe1be675744c"],
            parent_id="775ed70c7ae143cd83dc4aa9",
            device_ids=["58b9d743cbfafe1be675744d"],
            device_tags=[models.Tag(key="myKey", value="foo")],
        ),
    )
    check(answer, models.ExperienceGroup)


@pytest.mark.anyio
async def test_patch_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_group.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceGroupPatch(
            name="My New Group Name",
            experience_user_ids=["575ed70c7ae143cd83dc4aa9", "675ed70c7ae143cd83dc4aa9"],
            experience_endpoint_ids=["58b9d743cbfafe1be675744b", "58b9d743cbfafe1be675744c"],
            parent_id="775ed70c7ae143cd83dc4aa9",
            device_ids=["58b9d743cbfafe1be675744d"],
            device_tags=[models.Tag(key="myKey", value="foo")],
        ),
    )
    check(answer, models.ExperienceGroup)


def test_delete(client: Losant, check: Check) -> None:
    answer = client.experience_group.delete("575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab")
    check(answer, models.Success)


@pytest.mark.anyio
async def test_delete_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_group.delete(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab"
    )
    check(answer, models.Success)
