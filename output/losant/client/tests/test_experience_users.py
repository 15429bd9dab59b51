"""Calls of `client.experience_users`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_users.get(
        "575ec8687ae143cd83dc4a97",
        sort_field="email",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="email",
        filter="my*user",
        experience_group_id="575ec8687ae143cd83dc4a97",
        include_ancestor_groups=True,
        query={"email": {"$endsWith": "example.com"}},
    )
    check(answer, models.ExperienceUsers)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_users.get(
        "575ec8687ae143cd83dc4a97",
        sort_field="email",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="email",
        filter="my*user",
        experience_group_id="575ec8687ae143cd83dc4a97",
        include_ancestor_groups=True,
        query={"email": {"$endsWith": "example.com"}},
    )
    check(answer, models.ExperienceUsers)


def test_iter_get(client: Losant, check: Check) -> None:
    pager = client.experience_users.iter_get(
        "575ec8687ae143cd83dc4a97",
        sort_field="email",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="email",
        filter="my*user",
        experience_group_id="575ec8687ae143cd83dc4a97",
        include_ancestor_groups=True,
        query={"email": {"$endsWith": "example.com"}},
    )
    for item in pager.items(next(pager.pages())):
        check(item, models.ExperienceUser)


@pytest.mark.anyio
async def test_iter_get_async(async_client: AsyncLosant, check: Check) -> None:
    pager = async_client.experience_users.iter_get(
        "575ec8687ae143cd83dc4a97",
        sort_field="email",
        sort_direction="asc",
        page=0,
        per_page=10,
        filter_field="email",
        filter="my*user",
        experience_group_id="575ec8687ae143cd83dc4a97",
        include_ancestor_groups=True,
        query={"email": {"$endsWith": "example.com"}},
    )
    for item in pager.items(await anext(pager.pages())):
        check(item, models.ExperienceUser)


def test_post(client: Losant, check: Check) -> None:
    answer = client.experience_users.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceUserPost(
            email="myuser@example.com",
            first_name="Ada",
            last_name="Example",
            password="correct horse battery",
            user_tags={"customKey": ["customValue"]},
        ),
    )
    check(answer, models.ExperienceUser)


@pytest.mark.anyio
async def test_post_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_users.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceUserPost(
            email="myuser@example.com",
            first_name="Ada",
            last_name="Example",
            password="correct horse battery",
            user_tags={"customKey": ["customValue"]},
        ),
    )
    check(answer, models.ExperienceUser)
