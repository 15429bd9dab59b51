"""Calls of `client.experience_endpoints`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_stats(client: Losant, check: Check) -> None:
    answer = client.experience_endpoints.stats(
        "575ec8687ae143cd83dc4a97",
        stat_grouping="statusCode",
        duration=86400000,
        end=0,
        resolution=3600000,
        version_filter="myVersion",
        domain_filter="example.com",
        status_code_filter=200,
        endpoint_id_filter="575ec8687ae143cd83dc4a98",
    )
    check(answer, models.ExperienceEndpointStats)


@pytest.mark.anyio
async def test_stats_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_endpoints.stats(
        "575ec8687ae143cd83dc4a97",
        stat_grouping="statusCode",
        duration=86400000,
        end=0,
        resolution=3600000,
        version_filter="myVersion",
        domain_filter="example.com",
        status_code_filter=200,
        endpoint_id_filter="575ec8687ae143cd83dc4a98",
    )
    check(answer, models.ExperienceEndpointStats)


def test_post(client: Losant, check: Check) -> None:
    answer = client.experience_endpoints.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceEndpointPost(
            method="get", route="/splines/{splineId}", access="public", enabled=True
        ),
    )
    check(answer, models.ExperienceEndpoint)


@pytest.mark.anyio
async def test_post_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_endpoints.post(
        "575ec8687ae143cd83dc4a97",
        models.ExperienceEndpointPost(
            method="get", route="/splines/{splineId}", access="public", enabled=True
        ),
    )
    check(answer, models.ExperienceEndpoint)


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_endpoints.get("575ec8687ae143cd83dc4a97")
    check(answer, models.ExperienceEndpoints)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_endpoints.get("575ec8687ae143cd83dc4a97")
    check(answer, models.ExperienceEndpoints)
