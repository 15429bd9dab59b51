"""Calls of `client.experience_groups`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_groups.get(
        "575ec8687ae143cd83dc4a97",
        sort_field="name",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="name",
        filter="my*group",
        query={"name": {"$startsWith": "My"}},
    )
    check(answer, models.ExperienceGroups)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_groups.get(
        "575ec8687ae143cd83dc4a97",
        sort_field="name",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="name",
        filter="my*group",
        query={"name": {"$startsWith": "My"}},
    )
    check(answer, models.ExperienceGroups)


def test_iter_get(client: Losant, check: Check) -> None:
    pager = client.experience_groups.iter_get(
        "575ec8687ae143cd83dc4a97",
        sort_field="name",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="name",
        filter="my*group",
        query={"name": {"$startsWith": "My"}},
    )
    for item in pager.items(next(pager.pages())):
        check(item, models.ExperienceGroup)


@pytest.mark.anyio
async def test_iter_get_async(async_client: AsyncLosant, check: Check) -> None:
    pager = async_client.experience_groups.iter_get(
        "575ec8687ae143cd83dc4a97",
        sort_field="name",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="name",
        filter="my*group",
        query={"name": {"$startsWith": "My"}},
    )
    for item in pager.items(await anext(pager.pages())):
        check(item, models.ExperienceGroup)


def test_post(client: Losant, check: Check) -> None:
    answer = client.experience_groups.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceGroupPost(
            name="My Group",
            experience_user_ids=["575ed70c7ae143cd83dc4aa9", "675ed70c7ae143cd83dc4aa9"],
            experience_endpoint_ids=["58b9d743cbfafe1be675744b", "58b9d743cbfafe1be675744c"],
        ),
    )
    check(answer, models.ExperienceGroup)


@pytest.mark.anyio
async def test_post_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_groups.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceGroupPost(
            name="My Group",
            experience_user_ids=["575ed70c7ae143cd83dc4aa9", "675ed70c7ae143cd83dc4aa9"],
            experience_endpoint_ids=["58b9d743cbfafe1be675744b", "58b9d743cbfafe1be675744c"],
        ),
    )
    check(answer, models.ExperienceGroup)
