"""Application."""

from __future__ import annotations

from typing import Literal

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation
from .._runtime.streams import AsyncStream, Event, Stream
from .._runtime.transport import AsyncTransport, Transport

_APPLY_TEMPLATE: Operation[models.Application | models.JobEnqueuedAPIResult] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/applyTemplate",
    returns={"200": models.Application, "202": models.JobEnqueuedAPIResult},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_ARCHIVE_DATA: Operation[models.JobEnqueuedAPIResult] = Operation(
    method="GET",
    path="/applications/{applicationId}/archiveData",
    returns={"202": models.JobEnqueuedAPIResult},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_BACKFILL_ARCHIVE_DATA: Operation[models.JobEnqueuedAPIResult] = Operation(
    method="GET",
    path="/applications/{applicationId}/backfillArchiveData",
    returns={"202": models.JobEnqueuedAPIResult},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_CLONE: Operation[
    models.SuccessDryRun | models.ApplicationCreationByTemplateResult | models.JobEnqueuedAPIResult
] = Operation(
    method="POST",
    path="/applications/{applicationId}/clone",
    returns={
        "200": models.SuccessDryRun,
        "201": models.ApplicationCreationByTemplateResult,
        "202": models.JobEnqueuedAPIResult,
    },
    errors={"400": models.Error, "404": models.Error, "422": models.ValidationError},
    security=(("BearerAuth",),),
)

_DELETE: Operation[models.Success] = Operation(
    method="DELETE",
    path="/applications/{applicationId}",
    returns={"200": models.Success},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_DEVICE_COUNTS: Operation[models.DeviceCounts] = Operation(
    method="GET",
    path="/applications/{applicationId}/deviceCounts",
    returns={"200": models.DeviceCounts},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_EXPORT: Operation[models.ApplicationExportResult | models.JobEnqueuedAPIResult] = Operation(
    method="POST",
    path="/applications/{applicationId}/export",
    returns={"200": models.ApplicationExportResult, "202": models.JobEnqueuedAPIResult},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_FULL_DATA_TABLES_ARCHIVE: Operation[models.JobEnqueuedAPIResult] = Operation(
    method="GET",
    path="/applications/{applicationId}/fullDataTablesArchive",
    returns={"202": models.JobEnqueuedAPIResult},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_FULL_EVENTS_ARCHIVE: Operation[models.JobEnqueuedAPIResult] = Operation(
    method="GET",
    path="/applications/{applicationId}/fullEventsArchive",
    returns={"202": models.JobEnqueuedAPIResult},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_GET: Operation[models.Application] = Operation(
    method="GET",
    path="/applications/{applicationId}",
    returns={"200": models.Application},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_GLOBALS: Operation[models.Application] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/globals",
    returns={"200": models.Application},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_IMPORT_: Operation[models.Application | models.JobEnqueuedAPIResult] = Operation(
    method="POST",
    path="/applications/{applicationId}/import",
    returns={"200": models.Application, "202": models.JobEnqueuedAPIResult},
    errors={"400": models.Error, "404": models.Error},
    content_type="multipart/form-data",
    security=(("BearerAuth",),),
)

_IMPORT_LOGS: Operation[models.ApplicationImportExecutions] = Operation(
    method="GET",
    path="/applications/{applicationId}/importLogs",
    returns={"200": models.ApplicationImportExecutions},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_MQTT_PUBLISH_MESSAGE: Operation[models.Success] = Operation(
    method="POST",
    path="/applications/{applicationId}/mqttPublishMessage",
    returns={"200": models.Success},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_MQTT_SUBSCRIPTION_STREAM: Operation[Event[models.MQTTPublishBody]] = Operation(
    method="GET",
    path="/applications/{applicationId}/mqttSubscriptionStream",
    errors={"400": models.Error, "404": models.Error},
    accept="text/event-stream",
    security=(("BearerAuth",),),
    events={"mqttMessage": models.MQTTPublishBody},
)

_NOTEBOOK_MINUTE_COUNTS: Operation[models.NotebookMinuteCounts] = Operation(
    method="GET",
    path="/applications/{applicationId}/notebookMinuteCounts",
    returns={"200": models.NotebookMinuteCounts},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PATCH: Operation[models.Application] = Operation(
    method="PATCH",
    path="/applications/{applicationId}",
    returns={"200": models.Application},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PAYLOAD_COUNTS: Operation[models.PayloadStats] = Operation(
    method="GET",
    path="/applications/{applicationId}/payloadCounts",
    returns={"200": models.PayloadStats},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_PAYLOAD_COUNTS_BREAKDOWN: Operation[models.PayloadCountsBreakdown] = Operation(
    method="GET",
    path="/applications/{applicationId}/payloadCountsBreakdown",
    returns={"200": models.PayloadCountsBreakdown},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_README: Operation[models.ApplicationReadme] = Operation(
    method="GET",
    path="/applications/{applicationId}/readme",
    returns={"200": models.ApplicationReadme},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_README_PATCH: Operation[models.ApplicationReadme] = Operation(
    method="PATCH",
    path="/applications/{applicationId}/readme",
    returns={"200": models.ApplicationReadme},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)

_SEARCH: Operation[models.ApplicationSearchResult] = Operation(
    method="GET",
    path="/applications/{applicationId}/search",
    returns={"200": models.ApplicationSearchResult},
    errors={"400": models.Error, "404": models.Error},
    security=(("BearerAuth",),),
)


class Application:
    """Application.

    An application holds everything that belongs to one solution: devices, workflows, dashboards and
    experiences.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def apply_template(
        self, application_id: str, body: models.ApplicationApplyTemplatePatchSchema
    ) -> models.Application | models.JobEnqueuedAPIResult:
        """Brings the resources of an application template into the application.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The application after the change / A job will import the resources

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _APPLY_TEMPLATE, path={"applicationId": application_id}, body=body
        )

    def archive_data(self, application_id: str, *, date: int) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives the device data of one day.

        Args:
            application_id: The ID of the application
            date: A moment of the day to archive, in milliseconds since 1970; more than 31 days ago,
                and within the time for which the organization keeps its data

        Returns:
            The job that archives the device data is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _ARCHIVE_DATA, path={"applicationId": application_id}, query={"date": date}
        )

    def backfill_archive_data(self, application_id: str) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives all of the data there is by now.

        Args:
            application_id: The ID of the application

        Returns:
            The job that fills the archive is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_BACKFILL_ARCHIVE_DATA, path={"applicationId": application_id})

    def clone(
        self, application_id: str, body: models.ApplicationClonePostSchema
    ) -> (
        models.SuccessDryRun
        | models.ApplicationCreationByTemplateResult
        | models.JobEnqueuedAPIResult
    ):
        """Makes a new application out of this one.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            With dryRun set: cloning would succeed / The new application / A job will make the new
            application

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
            UnprocessableEntityError: Too many of the application's resources are not valid
        """
        return self._transport.call(_CLONE, path={"applicationId": application_id}, body=body)

    def delete(self, application_id: str) -> models.Success:
        """Removes an application.

        Args:
            application_id: The ID of the application

        Returns:
            The application is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_DELETE, path={"applicationId": application_id})

    def device_counts(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
    ) -> models.DeviceCounts:
        """Counts the devices of the application, day by day.

        Args:
            application_id: The ID of the application
            start: When the span of days begins, in milliseconds since 1970
            end: When it ends, in milliseconds since 1970

        Returns:
            The number of devices on each day

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _DEVICE_COUNTS,
            path={"applicationId": application_id},
            query={"start": start, "end": end},
        )

    def export(
        self, application_id: str, body: models.ApplicationExportPostSchema
    ) -> models.ApplicationExportResult | models.JobEnqueuedAPIResult:
        """Packs the application and all of its resources into a file.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            Where the packed resources can be downloaded / A job will pack the application

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_EXPORT, path={"applicationId": application_id}, body=body)

    def full_data_tables_archive(self, application_id: str) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives every data table selected for it.

        Args:
            application_id: The ID of the application

        Returns:
            The job that archives the data tables is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _FULL_DATA_TABLES_ARCHIVE, path={"applicationId": application_id}
        )

    def full_events_archive(self, application_id: str) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives every event there is by now.

        Args:
            application_id: The ID of the application

        Returns:
            The job that archives the events is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_FULL_EVENTS_ARCHIVE, path={"applicationId": application_id})

    def get(
        self,
        application_id: str,
        *,
        summary_exclude: str | NotGiven = NOT_GIVEN,
        summary_include: str | NotGiven = NOT_GIVEN,
    ) -> models.Application:
        """Reads one application.

        Args:
            application_id: The ID of the application
            summary_exclude: Which counts to leave out of the summary, joined by commas
            summary_include: Which counts to put into the summary, joined by commas

        Returns:
            The application

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _GET,
            path={"applicationId": application_id},
            query={"summaryExclude": summary_exclude, "summaryInclude": summary_include},
        )

    def globals(
        self, application_id: str, body: models.ApplicationGlobalPatch
    ) -> models.Application:
        """Sets globals of the application by their keys.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The application after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_GLOBALS, path={"applicationId": application_id}, body=body)

    def import_(
        self, application_id: str, body: models.ApplicationImportRequest | NotGiven = NOT_GIVEN
    ) -> models.Application | models.JobEnqueuedAPIResult:
        """Adds the resources of a zip file to the application.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The application after the change / A job will import the resources

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_IMPORT_, path={"applicationId": application_id}, body=body)

    def import_logs(
        self,
        application_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        since: int | NotGiven = NOT_GIVEN,
    ) -> models.ApplicationImportExecutions:
        """Tells what became of imports into the application.

        Args:
            application_id: The ID of the application
            limit: How many entries to return at most, the newest first. The API's default is 1.
            since: Leave out entries before this moment, in milliseconds since 1970

        Returns:
            The log of the imports

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _IMPORT_LOGS,
            path={"applicationId": application_id},
            query={"limit": limit, "since": since},
        )

    def mqtt_publish_message(
        self, application_id: str, body: models.MQTTPublishBody
    ) -> models.Success:
        """Sends a message to an MQTT topic.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The message is sent

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _MQTT_PUBLISH_MESSAGE, path={"applicationId": application_id}, body=body
        )

    def mqtt_subscription_stream(
        self, application_id: str, *, topic: str, keep_alive_interval: int | NotGiven = NOT_GIVEN
    ) -> Stream[Event[models.MQTTPublishBody]]:
        """Streams the messages of an MQTT topic as they come, as Server Sent Events (SSE).

        Args:
            application_id: The ID of the application
            topic: The MQTT topic to listen to
            keep_alive_interval: How many seconds may pass without a sign of life. The API's default
                is 2.

        Returns:
            SSE stream of the messages of the topic / The names of its events: `mqttMessage` (An SSE
            event with one MQTT message).

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.stream(
            _MQTT_SUBSCRIPTION_STREAM,
            path={"applicationId": application_id},
            query={"topic": topic, "keepAliveInterval": keep_alive_interval},
        )

    def notebook_minute_counts(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
    ) -> models.NotebookMinuteCounts:
        """Counts the minutes that notebooks ran for, day by day.

        Args:
            application_id: The ID of the application
            start: When the span of days begins, in milliseconds since 1970
            end: When it ends, in milliseconds since 1970

        Returns:
            The use of notebooks on each day

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _NOTEBOOK_MINUTE_COUNTS,
            path={"applicationId": application_id},
            query={"start": start, "end": end},
        )

    def patch(
        self,
        application_id: str,
        body: models.ApplicationPatch,
        *,
        summary_exclude: str | NotGiven = NOT_GIVEN,
        summary_include: str | NotGiven = NOT_GIVEN,
    ) -> models.Application:
        """Changes an application.

        Args:
            application_id: The ID of the application
            body: The request's body.
            summary_exclude: Which counts to leave out of the summary, joined by commas
            summary_include: Which counts to put into the summary, joined by commas

        Returns:
            The application after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _PATCH,
            path={"applicationId": application_id},
            query={"summaryExclude": summary_exclude, "summaryInclude": summary_include},
            body=body,
        )

    def payload_counts(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
        as_bytes: bool | NotGiven = NOT_GIVEN,
    ) -> models.PayloadStats:
        """Counts the payloads of the application by what they came from.

        Args:
            application_id: The ID of the application
            start: When the span begins, in milliseconds since 1970; a negative number counts back
                from its end. The API's default is -2592000000.
            end: When the span ends, in milliseconds since 1970; 0 stands for now. The API's default
                is 0.
            as_bytes: Whether to count bytes instead of payloads. The API's default is False.

        Returns:
            The number of payloads by type and source

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _PAYLOAD_COUNTS,
            path={"applicationId": application_id},
            query={"start": start, "end": end, "asBytes": as_bytes},
        )

    def payload_counts_breakdown(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
        resolution: Literal[86400000, 3600000] | NotGiven = NOT_GIVEN,
        as_bytes: bool | NotGiven = NOT_GIVEN,
        include_non_billable: bool | NotGiven = NOT_GIVEN,
    ) -> models.PayloadCountsBreakdown:
        """Counts the payloads of the application, span by span.

        Args:
            application_id: The ID of the application
            start: When the span of time begins, in milliseconds since 1970
            end: When it ends, in milliseconds since 1970
            resolution: How long one span is, in milliseconds. Accepted values are: 86400000,
                3600000. The API's default is 86400000.
            as_bytes: Whether to count bytes instead of payloads. The API's default is False.
            include_non_billable: Whether to count payloads that cost nothing, too. The API's
                default is False.

        Returns:
            The number of payloads on each date

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _PAYLOAD_COUNTS_BREAKDOWN,
            path={"applicationId": application_id},
            query={
                "start": start,
                "end": end,
                "resolution": resolution,
                "asBytes": as_bytes,
                "includeNonBillable": include_non_billable,
            },
        )

    def readme(self, application_id: str) -> models.ApplicationReadme:
        """Reads the readme of the application.

        Args:
            application_id: The ID of the application

        Returns:
            The readme

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(_README, path={"applicationId": application_id})

    def readme_patch(
        self, application_id: str, body: models.ApplicationReadmePatch
    ) -> models.ApplicationReadme:
        """Changes the readme of the application.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The readme after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _README_PATCH, path={"applicationId": application_id}, body=body
        )

    def search(self, application_id: str, *, filter: str) -> models.ApplicationSearchResult:
        """Finds resources of the application by a part of their name.

        Args:
            application_id: The ID of the application
            filter: A part of the name to look for

        Returns:
            The resources found, with their IDs, names and types

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return self._transport.call(
            _SEARCH, path={"applicationId": application_id}, query={"filter": filter}
        )


class AsyncApplication:
    """Application.

    An application holds everything that belongs to one solution: devices, workflows, dashboards and
    experiences.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def apply_template(
        self, application_id: str, body: models.ApplicationApplyTemplatePatchSchema
    ) -> models.Application | models.JobEnqueuedAPIResult:
        """Brings the resources of an application template into the application.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The application after the change / A job will import the resources

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _APPLY_TEMPLATE, path={"applicationId": application_id}, body=body
        )

    async def archive_data(self, application_id: str, *, date: int) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives the device data of one day.

        Args:
            application_id: The ID of the application
            date: A moment of the day to archive, in milliseconds since 1970; more than 31 days ago,
                and within the time for which the organization keeps its data

        Returns:
            The job that archives the device data is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _ARCHIVE_DATA, path={"applicationId": application_id}, query={"date": date}
        )

    async def backfill_archive_data(self, application_id: str) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives all of the data there is by now.

        Args:
            application_id: The ID of the application

        Returns:
            The job that fills the archive is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _BACKFILL_ARCHIVE_DATA, path={"applicationId": application_id}
        )

    async def clone(
        self, application_id: str, body: models.ApplicationClonePostSchema
    ) -> (
        models.SuccessDryRun
        | models.ApplicationCreationByTemplateResult
        | models.JobEnqueuedAPIResult
    ):
        """Makes a new application out of this one.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            With dryRun set: cloning would succeed / The new application / A job will make the new
            application

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
            UnprocessableEntityError: Too many of the application's resources are not valid
        """
        return await self._transport.call(_CLONE, path={"applicationId": application_id}, body=body)

    async def delete(self, application_id: str) -> models.Success:
        """Removes an application.

        Args:
            application_id: The ID of the application

        Returns:
            The application is deleted

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_DELETE, path={"applicationId": application_id})

    async def device_counts(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
    ) -> models.DeviceCounts:
        """Counts the devices of the application, day by day.

        Args:
            application_id: The ID of the application
            start: When the span of days begins, in milliseconds since 1970
            end: When it ends, in milliseconds since 1970

        Returns:
            The number of devices on each day

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _DEVICE_COUNTS,
            path={"applicationId": application_id},
            query={"start": start, "end": end},
        )

    async def export(
        self, application_id: str, body: models.ApplicationExportPostSchema
    ) -> models.ApplicationExportResult | models.JobEnqueuedAPIResult:
        """Packs the application and all of its resources into a file.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            Where the packed resources can be downloaded / A job will pack the application

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _EXPORT, path={"applicationId": application_id}, body=body
        )

    async def full_data_tables_archive(self, application_id: str) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives every data table selected for it.

        Args:
            application_id: The ID of the application

        Returns:
            The job that archives the data tables is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _FULL_DATA_TABLES_ARCHIVE, path={"applicationId": application_id}
        )

    async def full_events_archive(self, application_id: str) -> models.JobEnqueuedAPIResult:
        """Starts a job that archives every event there is by now.

        Args:
            application_id: The ID of the application

        Returns:
            The job that archives the events is queued

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _FULL_EVENTS_ARCHIVE, path={"applicationId": application_id}
        )

    async def get(
        self,
        application_id: str,
        *,
        summary_exclude: str | NotGiven = NOT_GIVEN,
        summary_include: str | NotGiven = NOT_GIVEN,
    ) -> models.Application:
        """Reads one application.

        Args:
            application_id: The ID of the application
            summary_exclude: Which counts to leave out of the summary, joined by commas
            summary_include: Which counts to put into the summary, joined by commas

        Returns:
            The application

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _GET,
            path={"applicationId": application_id},
            query={"summaryExclude": summary_exclude, "summaryInclude": summary_include},
        )

    async def globals(
        self, application_id: str, body: models.ApplicationGlobalPatch
    ) -> models.Application:
        """Sets globals of the application by their keys.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The application after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _GLOBALS, path={"applicationId": application_id}, body=body
        )

    async def import_(
        self, application_id: str, body: models.ApplicationImportRequest | NotGiven = NOT_GIVEN
    ) -> models.Application | models.JobEnqueuedAPIResult:
        """Adds the resources of a zip file to the application.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The application after the change / A job will import the resources

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _IMPORT_, path={"applicationId": application_id}, body=body
        )

    async def import_logs(
        self,
        application_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        since: int | NotGiven = NOT_GIVEN,
    ) -> models.ApplicationImportExecutions:
        """Tells what became of imports into the application.

        Args:
            application_id: The ID of the application
            limit: How many entries to return at most, the newest first. The API's default is 1.
            since: Leave out entries before this moment, in milliseconds since 1970

        Returns:
            The log of the imports

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _IMPORT_LOGS,
            path={"applicationId": application_id},
            query={"limit": limit, "since": since},
        )

    async def mqtt_publish_message(
        self, application_id: str, body: models.MQTTPublishBody
    ) -> models.Success:
        """Sends a message to an MQTT topic.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The message is sent

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _MQTT_PUBLISH_MESSAGE, path={"applicationId": application_id}, body=body
        )

    async def mqtt_subscription_stream(
        self, application_id: str, *, topic: str, keep_alive_interval: int | NotGiven = NOT_GIVEN
    ) -> AsyncStream[Event[models.MQTTPublishBody]]:
        """Streams the messages of an MQTT topic as they come, as Server Sent Events (SSE).

        Args:
            application_id: The ID of the application
            topic: The MQTT topic to listen to
            keep_alive_interval: How many seconds may pass without a sign of life. The API's default
                is 2.

        Returns:
            SSE stream of the messages of the topic / The names of its events: `mqttMessage` (An SSE
            event with one MQTT message).

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.stream(
            _MQTT_SUBSCRIPTION_STREAM,
            path={"applicationId": application_id},
            query={"topic": topic, "keepAliveInterval": keep_alive_interval},
        )

    async def notebook_minute_counts(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
    ) -> models.NotebookMinuteCounts:
        """Counts the minutes that notebooks ran for, day by day.

        Args:
            application_id: The ID of the application
            start: When the span of days begins, in milliseconds since 1970
            end: When it ends, in milliseconds since 1970

        Returns:
            The use of notebooks on each day

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _NOTEBOOK_MINUTE_COUNTS,
            path={"applicationId": application_id},
            query={"start": start, "end": end},
        )

    async def patch(
        self,
        application_id: str,
        body: models.ApplicationPatch,
        *,
        summary_exclude: str | NotGiven = NOT_GIVEN,
        summary_include: str | NotGiven = NOT_GIVEN,
    ) -> models.Application:
        """Changes an application.

        Args:
            application_id: The ID of the application
            body: The request's body.
            summary_exclude: Which counts to leave out of the summary, joined by commas
            summary_include: Which counts to put into the summary, joined by commas

        Returns:
            The application after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _PATCH,
            path={"applicationId": application_id},
            query={"summaryExclude": summary_exclude, "summaryInclude": summary_include},
            body=body,
        )

    async def payload_counts(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
        as_bytes: bool | NotGiven = NOT_GIVEN,
    ) -> models.PayloadStats:
        """Counts the payloads of the application by what they came from.

        Args:
            application_id: The ID of the application
            start: When the span begins, in milliseconds since 1970; a negative number counts back
                from its end. The API's default is -2592000000.
            end: When the span ends, in milliseconds since 1970; 0 stands for now. The API's default
                is 0.
            as_bytes: Whether to count bytes instead of payloads. The API's default is False.

        Returns:
            The number of payloads by type and source

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _PAYLOAD_COUNTS,
            path={"applicationId": application_id},
            query={"start": start, "end": end, "asBytes": as_bytes},
        )

    async def payload_counts_breakdown(
        self,
        application_id: str,
        *,
        start: int | NotGiven = NOT_GIVEN,
        end: int | NotGiven = NOT_GIVEN,
        resolution: Literal[86400000, 3600000] | NotGiven = NOT_GIVEN,
        as_bytes: bool | NotGiven = NOT_GIVEN,
        include_non_billable: bool | NotGiven = NOT_GIVEN,
    ) -> models.PayloadCountsBreakdown:
        """Counts the payloads of the application, span by span.

        Args:
            application_id: The ID of the application
            start: When the span of time begins, in milliseconds since 1970
            end: When it ends, in milliseconds since 1970
            resolution: How long one span is, in milliseconds. Accepted values are: 86400000,
                3600000. The API's default is 86400000.
            as_bytes: Whether to count bytes instead of payloads. The API's default is False.
            include_non_billable: Whether to count payloads that cost nothing, too. The API's
                default is False.

        Returns:
            The number of payloads on each date

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _PAYLOAD_COUNTS_BREAKDOWN,
            path={"applicationId": application_id},
            query={
                "start": start,
                "end": end,
                "resolution": resolution,
                "asBytes": as_bytes,
                "includeNonBillable": include_non_billable,
            },
        )

    async def readme(self, application_id: str) -> models.ApplicationReadme:
        """Reads the readme of the application.

        Args:
            application_id: The ID of the application

        Returns:
            The readme

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(_README, path={"applicationId": application_id})

    async def readme_patch(
        self, application_id: str, body: models.ApplicationReadmePatch
    ) -> models.ApplicationReadme:
        """Changes the readme of the application.

        Args:
            application_id: The ID of the application
            body: The request's body.

        Returns:
            The readme after the change

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _README_PATCH, path={"applicationId": application_id}, body=body
        )

    async def search(self, application_id: str, *, filter: str) -> models.ApplicationSearchResult:
        """Finds resources of the application by a part of their name.

        Args:
            application_id: The ID of the application
            filter: A part of the name to look for

        Returns:
            The resources found, with their IDs, names and types

        Raises:
            BadRequestError: The request is malformed
            NotFoundError: The application does not exist
        """
        return await self._transport.call(
            _SEARCH, path={"applicationId": application_id}, query={"filter": filter}
        )
