"""Handlers of Application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Literal

from fastapi import Response

from .. import models
from .._runtime.answers import ServerEvent
from .._runtime.context import UseExample


class ApplicationHandler:
    """Serves Application; subclass it and override what you implement.

    An application holds everything that belongs to one solution: devices, workflows, dashboards and
    experiences.
    """

    async def apply_template(
        self, application_id: str, body: models.ApplicationApplyTemplatePatchSchema
    ) -> models.Application | Response:
        """PATCH /applications/{applicationId}/applyTemplate

        Brings the resources of an application template into the application
        """
        raise UseExample

    async def archive_data(
        self, application_id: str, *, date: int
    ) -> models.JobEnqueuedAPIResult | Response:
        """GET /applications/{applicationId}/archiveData

        Starts a job that archives the device data of one day
        """
        raise UseExample

    async def backfill_archive_data(
        self, application_id: str
    ) -> models.JobEnqueuedAPIResult | Response:
        """GET /applications/{applicationId}/backfillArchiveData

        Starts a job that archives all of the data there is by now
        """
        raise UseExample

    async def clone(
        self, application_id: str, body: models.ApplicationClonePostSchema
    ) -> models.SuccessDryRun | Response:
        """POST /applications/{applicationId}/clone

        Makes a new application out of this one
        """
        raise UseExample

    async def delete(self, application_id: str) -> models.Success | Response:
        """DELETE /applications/{applicationId}

        Removes an application
        """
        raise UseExample

    async def device_counts(
        self, application_id: str, *, start: int | None = None, end: int | None = None
    ) -> models.DeviceCounts | Response:
        """GET /applications/{applicationId}/deviceCounts

        Counts the devices of the application, day by day
        """
        raise UseExample

    async def export(
        self, application_id: str, body: models.ApplicationExportPostSchema
    ) -> models.ApplicationExportResult | Response:
        """POST /applications/{applicationId}/export

        Packs the application and all of its resources into a file
        """
        raise UseExample

    async def full_data_tables_archive(
        self, application_id: str
    ) -> models.JobEnqueuedAPIResult | Response:
        """GET /applications/{applicationId}/fullDataTablesArchive

        Starts a job that archives every data table selected for it
        """
        raise UseExample

    async def full_events_archive(
        self, application_id: str
    ) -> models.JobEnqueuedAPIResult | Response:
        """GET /applications/{applicationId}/fullEventsArchive

        Starts a job that archives every event there is by now
        """
        raise UseExample

    async def get(
        self,
        application_id: str,
        *,
        summary_exclude: str | None = None,
        summary_include: str | None = None,
    ) -> models.Application | Response:
        """GET /applications/{applicationId}

        Reads one application
        """
        raise UseExample

    async def globals(
        self, application_id: str, body: models.ApplicationGlobalPatch
    ) -> models.Application | Response:
        """PATCH /applications/{applicationId}/globals

        Sets globals of the application by their keys
        """
        raise UseExample

    async def import_(
        self, application_id: str, body: models.ApplicationImportRequest | None = None
    ) -> models.Application | Response:
        """POST /applications/{applicationId}/import

        Adds the resources of a zip file to the application
        """
        raise UseExample

    async def import_logs(
        self, application_id: str, *, limit: int = 1, since: int | None = None
    ) -> models.ApplicationImportExecutions | Response:
        """GET /applications/{applicationId}/importLogs

        Tells what became of imports into the application
        """
        raise UseExample

    async def mqtt_publish_message(
        self, application_id: str, body: models.MQTTPublishBody
    ) -> models.Success | Response:
        """POST /applications/{applicationId}/mqttPublishMessage

        Sends a message to an MQTT topic
        """
        raise UseExample

    def mqtt_subscription_stream(
        self, application_id: str, *, keep_alive_interval: int = 2, topic: str
    ) -> AsyncIterator[ServerEvent[models.MQTTPublishBody]]:
        """GET /applications/{applicationId}/mqttSubscriptionStream

        Streams the messages of an MQTT topic as they come, as Server Sent Events (SSE)
        """
        raise UseExample

    async def notebook_minute_counts(
        self, application_id: str, *, start: int | None = None, end: int | None = None
    ) -> models.NotebookMinuteCounts | Response:
        """GET /applications/{applicationId}/notebookMinuteCounts

        Counts the minutes that notebooks ran for, day by day
        """
        raise UseExample

    async def patch(
        self,
        application_id: str,
        body: models.ApplicationPatch,
        *,
        summary_exclude: str | None = None,
        summary_include: str | None = None,
    ) -> models.Application | Response:
        """PATCH /applications/{applicationId}

        Changes an application
        """
        raise UseExample

    async def payload_counts(
        self, application_id: str, *, start: int = -2592000000, end: int = 0, as_bytes: bool = False
    ) -> models.PayloadStats | Response:
        """GET /applications/{applicationId}/payloadCounts

        Counts the payloads of the application by what they came from
        """
        raise UseExample

    async def payload_counts_breakdown(
        self,
        application_id: str,
        *,
        start: int | None = None,
        end: int | None = None,
        resolution: Literal[86400000, 3600000] = 86400000,
        as_bytes: bool = False,
        include_non_billable: bool = False,
    ) -> models.PayloadCountsBreakdown | Response:
        """GET /applications/{applicationId}/payloadCountsBreakdown

        Counts the payloads of the application, span by span
        """
        raise UseExample

    async def readme(self, application_id: str) -> models.ApplicationReadme | Response:
        """GET /applications/{applicationId}/readme

        Reads the readme of the application
        """
        raise UseExample

    async def readme_patch(
        self, application_id: str, body: models.ApplicationReadmePatch
    ) -> models.ApplicationReadme | Response:
        """PATCH /applications/{applicationId}/readme

        Changes the readme of the application
        """
        raise UseExample

    async def search(
        self, application_id: str, *, filter: str
    ) -> models.ApplicationSearchResult | Response:
        """GET /applications/{applicationId}/search

        Finds resources of the application by a part of their name
        """
        raise UseExample
