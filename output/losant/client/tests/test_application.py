"""Calls of `client.application`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from losant import AsyncLosant, Losant, models

Check = Callable[[object, Any], None]


def test_apply_template(client: Losant, check: Check) -> None:
    answer = client.application.apply_template(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationApplyTemplatePatchSchema(
            template_id="575ec8687ae143cd83dc4a97", email="email@example.com"
        ),
    )
    check(answer, models.Application | models.JobEnqueuedAPIResult)


@pytest.mark.anyio
async def test_apply_template_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.apply_template(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationApplyTemplatePatchSchema(
            template_id="575ec8687ae143cd83dc4a97", email="email@example.com"
        ),
    )
    check(answer, models.Application | models.JobEnqueuedAPIResult)


def test_archive_data(client: Losant, check: Check) -> None:
    answer = client.application.archive_data("575ec8687ae143cd83dc4a97", date=1518556791829)
    check(answer, models.JobEnqueuedAPIResult)


@pytest.mark.anyio
async def test_archive_data_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.archive_data(
        "575ec8687ae143cd83dc4a97", date=1518556791829
    )
    check(answer, models.JobEnqueuedAPIResult)


def test_backfill_archive_data(client: Losant, check: Check) -> None:
    answer = client.application.backfill_archive_data("575ec8687ae143cd83dc4a97")
    check(answer, models.JobEnqueuedAPIResult)


@pytest.mark.anyio
async def test_backfill_archive_data_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.backfill_archive_data("575ec8687ae143cd83dc4a97")
    check(answer, models.JobEnqueuedAPIResult)


def test_clone(client: Losant, check: Check) -> None:
    answer = client.application.clone(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationClonePostSchema(
            include_files=True,
            include_devices=True,
            owner_type="organization",
            owner_id="575ec8687ae143cd83dc4a98",
        ),
    )
    check(
        answer,
        models.SuccessDryRun
        | models.ApplicationCreationByTemplateResult
        | models.JobEnqueuedAPIResult,
    )


@pytest.mark.anyio
async def test_clone_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.clone(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationClonePostSchema(
            include_files=True,
            include_devices=True,
            owner_type="organization",
            owner_id="575ec8687ae143cd83dc4a98",
        ),
    )
    check(
        answer,
        models.SuccessDryRun
        | models.ApplicationCreationByTemplateResult
        | models.JobEnqueuedAPIResult,
    )


def test_delete(client: Losant, check: Check) -> None:
    answer = client.application.delete("575ec8687ae143cd83dc4a97")
    check(answer, models.Success)


@pytest.mark.anyio
async def test_delete_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.delete("575ec8687ae143cd83dc4a97")
    check(answer, models.Success)


def test_device_counts(client: Losant, check: Check) -> None:
    answer = client.application.device_counts(
        "575ec8687ae143cd83dc4a97", start=0, end=1465790400000
    )
    check(answer, models.DeviceCounts)


@pytest.mark.anyio
async def test_device_counts_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.device_counts(
        "575ec8687ae143cd83dc4a97", start=0, end=1465790400000
    )
    check(answer, models.DeviceCounts)


def test_export(client: Losant, check: Check) -> None:
    answer = client.application.export(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationExportPostSchema(
            include_files=True, include_devices=True, email="test@example.com"
        ),
    )
    check(answer, models.ApplicationExportResult | models.JobEnqueuedAPIResult)


@pytest.mark.anyio
async def test_export_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.export(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationExportPostSchema(
            include_files=True, include_devices=True, email="test@example.com"
        ),
    )
    check(answer, models.ApplicationExportResult | models.JobEnqueuedAPIResult)


def test_full_data_tables_archive(client: Losant, check: Check) -> None:
    answer = client.application.full_data_tables_archive("575ec8687ae143cd83dc4a97")
    check(answer, models.JobEnqueuedAPIResult)


@pytest.mark.anyio
async def test_full_data_tables_archive_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.full_data_tables_archive("575ec8687ae143cd83dc4a97")
    check(answer, models.JobEnqueuedAPIResult)


def test_full_events_archive(client: Losant, check: Check) -> None:
    answer = client.application.full_events_archive("575ec8687ae143cd83dc4a97")
    check(answer, models.JobEnqueuedAPIResult)


@pytest.mark.anyio
async def test_full_events_archive_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.full_events_archive("575ec8687ae143cd83dc4a97")
    check(answer, models.JobEnqueuedAPIResult)


def test_get(client: Losant, check: Check) -> None:
    answer = client.application.get(
        "575ec8687ae143cd83dc4a97", summary_exclude="payloadCount", summary_include="payloadCount"
    )
    check(answer, models.Application)


@pytest.mark.anyio
async def test_get_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.get(
        "575ec8687ae143cd83dc4a97", summary_exclude="payloadCount", summary_include="payloadCount"
    )
    check(answer, models.Application)


def test_globals(client: Losant, check: Check) -> None:
    answer = client.application.globals(
        "575ec8687ae143cd83dc4a97",
        [
            models.ApplicationGlobalPatchItem(
                key="keyHere",
                description="A global of my application",
                json_='"my json data here"',
                cloud_only=True,
            ),
            models.ApplicationGlobalPatchItem(
                key="anotherKey", json_='"more json"', cloud_only=False
            ),
        ],
    )
    check(answer, models.Application)


@pytest.mark.anyio
async def test_globals_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.globals(
        "575ec8687ae143cd83dc4a97",
        [
            models.ApplicationGlobalPatchItem(
                key="keyHere",
                description="A global of my application",
                json_='"my json data here"',
                cloud_only=True,
            ),
            models.ApplicationGlobalPatchItem(
                key="anotherKey", json_='"more json"', cloud_only=False
            ),
        ],
    )
    check(answer, models.Application)


def test_import_(client: Losant, check: Check) -> None:
    answer = client.application.import_(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationImportRequest(
            import_bundle=b"binary",
            email="email@example.com",
            options='{"importUrl":"https://storage.example.com/myZipFile.zip","include":["Flow","Device"]}',
        ),
    )
    check(answer, models.Application | models.JobEnqueuedAPIResult)


@pytest.mark.anyio
async def test_import__async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.import_(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationImportRequest(
            import_bundle=b"binary",
            email="email@example.com",
            options='{"importUrl":"https://storage.example.com/myZipFile.zip","include":["Flow","Device"]}',
        ),
    )
    check(answer, models.Application | models.JobEnqueuedAPIResult)


def test_import_logs(client: Losant, check: Check) -> None:
    answer = client.application.import_logs(
        "575ec8687ae143cd83dc4a97", limit=10, since=1465790400000
    )
    check(answer, models.ApplicationImportExecutions)


@pytest.mark.anyio
async def test_import_logs_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.import_logs(
        "575ec8687ae143cd83dc4a97", limit=10, since=1465790400000
    )
    check(answer, models.ApplicationImportExecutions)


def test_mqtt_publish_message(client: Losant, check: Check) -> None:
    answer = client.application.mqtt_publish_message(
        "575ec8687ae143cd83dc4a97",
        models.MQTTPublishBody(topic="an/mqtt/topic", message="The MQTT message!"),
    )
    check(answer, models.Success)


@pytest.mark.anyio
async def test_mqtt_publish_message_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.mqtt_publish_message(
        "575ec8687ae143cd83dc4a97",
        models.MQTTPublishBody(topic="an/mqtt/topic", message="The MQTT message!"),
    )
    check(answer, models.Success)


def test_mqtt_subscription_stream(client: Losant) -> None:
    with client.application.mqtt_subscription_stream(
        "575ec8687ae143cd83dc4a97", topic="my/topic", keep_alive_interval=2
    ) as stream:
        next(stream, None)


@pytest.mark.anyio
async def test_mqtt_subscription_stream_async(async_client: AsyncLosant) -> None:
    async with await async_client.application.mqtt_subscription_stream(
        "575ec8687ae143cd83dc4a97", topic="my/topic", keep_alive_interval=2
    ) as stream:
        await anext(stream, None)


def test_notebook_minute_counts(client: Losant, check: Check) -> None:
    answer = client.application.notebook_minute_counts(
        "575ec8687ae143cd83dc4a97", start=0, end=1465790400000
    )
    check(answer, models.NotebookMinuteCounts)


@pytest.mark.anyio
async def test_notebook_minute_counts_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.notebook_minute_counts(
        "575ec8687ae143cd83dc4a97", start=0, end=1465790400000
    )
    check(answer, models.NotebookMinuteCounts)


def test_patch(client: Losant, check: Check) -> None:
    answer = client.application.patch(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationPatch(
            name="My Updated Application", description="What my application is for"
        ),
        summary_exclude="payloadCount",
        summary_include="payloadCount",
    )
    check(answer, models.Application)


@pytest.mark.anyio
async def test_patch_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.patch(
        "575ec8687ae143cd83dc4a97",
        models.ApplicationPatch(
            name="My Updated Application", description="What my application is for"
        ),
        summary_exclude="payloadCount",
        summary_include="payloadCount",
    )
    check(answer, models.Application)


def test_payload_counts(client: Losant, check: Check) -> None:
    answer = client.application.payload_counts(
        "575ec8687ae143cd83dc4a97", start=0, end=1465790400000, as_bytes=True
    )
    check(answer, models.PayloadStats)


@pytest.mark.anyio
async def test_payload_counts_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.payload_counts(
        "575ec8687ae143cd83dc4a97", start=0, end=1465790400000, as_bytes=True
    )
    check(answer, models.PayloadStats)


def test_payload_counts_breakdown(client: Losant, check: Check) -> None:
    answer = client.application.payload_counts_breakdown(
        "575ec8687ae143cd83dc4a97",
        start=0,
        end=1465790400000,
        resolution=86400000,
        as_bytes=True,
        include_non_billable=True,
    )
    check(answer, models.PayloadCountsBreakdown)


@pytest.mark.anyio
async def test_payload_counts_breakdown_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.payload_counts_breakdown(
        "575ec8687ae143cd83dc4a97",
        start=0,
        end=1465790400000,
        resolution=86400000,
        as_bytes=True,
        include_non_billable=True,
    )
    check(answer, models.PayloadCountsBreakdown)


def test_readme(client: Losant, check: Check) -> None:
    answer = client.application.readme("575ec8687ae143cd83dc4a97")
    check(answer, models.ApplicationReadme)


@pytest.mark.anyio
async def test_readme_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.readme("575ec8687ae143cd83dc4a97")
    check(answer, models.ApplicationReadme)


def test_readme_patch(client: Losant, check: Check) -> None:
    answer = client.application.readme_patch(
        "575ec8687ae143cd83dc4a97", models.ApplicationReadmePatch(content="The new readme content")
    )
    check(answer, models.ApplicationReadme)


@pytest.mark.anyio
async def test_readme_patch_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.readme_patch(
        "575ec8687ae143cd83dc4a97", models.ApplicationReadmePatch(content="The new readme content")
    )
    check(answer, models.ApplicationReadme)


def test_search(client: Losant, check: Check) -> None:
    answer = client.application.search("575ec8687ae143cd83dc4a97", filter="my dev")
    check(answer, models.ApplicationSearchResult)


@pytest.mark.anyio
async def test_search_async(async_client: AsyncLosant, check: Check) -> None:
    answer = await async_client.application.search("575ec8687ae143cd83dc4a97", filter="my dev")
    check(answer, models.ApplicationSearchResult)
