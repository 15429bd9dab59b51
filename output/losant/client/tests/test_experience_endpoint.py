"""Calls of `client.experience_endpoint`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_linked_resources(client: Losant, check: Check) -> None:
    answer = client.experience_endpoint.linked_resources(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        version="develop",
        include_custom_nodes=True,
    )
    check(answer, models.ExperienceLinkedResources)


@pytest.mark.anyio
async def test_linked_resources_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_endpoint.linked_resources(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        version="develop",
        include_custom_nodes=True,
    )
    check(answer, models.ExperienceLinkedResources)


def test_patch(client: Losant, check: Check) -> None:
    answer = client.experience_endpoint.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceEndpointPatch(enabled=False),
    )
    check(answer, models.ExperienceEndpoint)


@pytest.mark.anyio
async def test_patch_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_endpoint.patch(
        "575ec8687ae143cd83dc4a97",
        "575ed78e7ae143cd83dc4aab",
        models.ExperienceEndpointPatch(enabled=False),
    )
    check(answer, models.ExperienceEndpoint)


def test_delete(client: Losant, check: Check) -> None:
    answer = client.experience_endpoint.delete(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab", include_workflows=True
    )
    check(answer, models.Success)


@pytest.mark.anyio
async def test_delete_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_endpoint.delete(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab", include_workflows=True
    )
    check(answer, models.Success)


def test_get(client: Losant, check: Check) -> None:
    answer = client.experience_endpoint.get("575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab")
    check(answer, models.ExperienceEndpoint)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.experience_endpoint.get(
        "575ec8687ae143cd83dc4a97", "575ed78e7ae143cd83dc4aab"
    )
    check(answer, models.ExperienceEndpoint)
