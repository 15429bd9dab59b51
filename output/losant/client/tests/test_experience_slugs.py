"""Calls of `client.experience_slugs`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_slugs.get("575ec8687ae143cd83dc4a97")
    check(answer, models.ExperienceSlugs)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_slugs.get("575ec8687ae143cd83dc4a97")
    check(answer, models.ExperienceSlugs)


def test_post(client: Losant, check: Check) -> None:
    answer = client.experience_slugs.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceSlugPost(slug="my-great-slug", version="develop"),
    )
    check(answer, models.ExperienceSlug)


@pytest.mark.anyio
async def test_post_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_slugs.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceSlugPost(slug="my-great-slug", version="develop"),
    )
    check(answer, models.ExperienceSlug)
