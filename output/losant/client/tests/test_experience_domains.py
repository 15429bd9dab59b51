"""Calls of `client.experience_domains`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_domains.get("575ec8687ae143cd83dc4a97")
    check(answer, models.ExperienceDomainsResponse)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_domains.get("575ec8687ae143cd83dc4a97")
    check(answer, models.ExperienceDomainsResponse)


def test_post(client: Losant, check: Check) -> None:
    answer = client.experience_domains.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceDomainPost(domain_name="example.com", version="develop"),
    )
    check(answer, models.ExperienceDomainResponse)


@pytest.mark.anyio
async def test_post_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_domains.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceDomainPost(domain_name="example.com", version="develop"),
    )
    check(answer, models.ExperienceDomainResponse)
