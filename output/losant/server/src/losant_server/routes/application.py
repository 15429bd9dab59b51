"""Operations of Application."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path, query
from ..handlers.application import ApplicationHandler

OPERATIONS = [
    Operation(
        handler=ApplicationHandler.apply_template,
        name="application.apply_template",
        method="PATCH",
        path="/applications/{applicationId}/applyTemplate",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[
                Content(
                    media_type="application/json", type=models.ApplicationApplyTemplatePatchSchema
                )
            ],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="The application after the change",
                contents=[Content(media_type="application/json", type=models.Application)],
            ),
            Answer(
                status="202",
                description="A job will import the resources",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.applyTemplate",
        ],
    ),
    Operation(
        handler=ApplicationHandler.archive_data,
        name="application.archive_data",
        method="GET",
        path="/applications/{applicationId}/archiveData",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "date",
                "date",
                required=True,
                description="A moment of the day to archive, in milliseconds since 1970; more than 31 days ago, and within the time for which the organization keeps its data",
            ),
        ],
        answers=[
            Answer(
                status="202",
                description="The job that archives the device data is queued",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        success=202,
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.archiveData",
        ],
    ),
    Operation(
        handler=ApplicationHandler.backfill_archive_data,
        name="application.backfill_archive_data",
        method="GET",
        path="/applications/{applicationId}/backfillArchiveData",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="202",
                description="The job that fills the archive is queued",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        success=202,
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.backfillArchiveData",
        ],
    ),
    Operation(
        handler=ApplicationHandler.clone,
        name="application.clone",
        method="POST",
        path="/applications/{applicationId}/clone",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[
                Content(media_type="application/json", type=models.ApplicationClonePostSchema)
            ],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="With dryRun set: cloning would succeed",
                contents=[Content(media_type="application/json", type=models.SuccessDryRun)],
            ),
            Answer(
                status="201",
                description="The new application",
                contents=[
                    Content(
                        media_type="application/json",
                        type=models.ApplicationCreationByTemplateResult,
                    )
                ],
            ),
            Answer(
                status="202",
                description="A job will make the new application",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="422",
                description="Too many of the application's resources are not valid",
                contents=[Content(media_type="application/json", type=models.ValidationError)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.clone",
        ],
    ),
    Operation(
        handler=ApplicationHandler.delete,
        name="application.delete",
        method="DELETE",
        path="/applications/{applicationId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="200",
                description="The application is deleted",
                contents=[Content(media_type="application/json", type=models.Success)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.delete",
        ],
    ),
    Operation(
        handler=ApplicationHandler.device_counts,
        name="application.device_counts",
        method="GET",
        path="/applications/{applicationId}/deviceCounts",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "start",
                "start",
                description="When the span of days begins, in milliseconds since 1970",
            ),
            query("end", "end", description="When it ends, in milliseconds since 1970"),
        ],
        answers=[
            Answer(
                status="200",
                description="The number of devices on each day",
                contents=[Content(media_type="application/json", type=models.DeviceCounts)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "application.*",
            "application.deviceCounts",
        ],
    ),
    Operation(
        handler=ApplicationHandler.export,
        name="application.export",
        method="POST",
        path="/applications/{applicationId}/export",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[
                Content(media_type="application/json", type=models.ApplicationExportPostSchema)
            ],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="Where the packed resources can be downloaded",
                contents=[
                    Content(media_type="application/json", type=models.ApplicationExportResult)
                ],
            ),
            Answer(
                status="202",
                description="A job will pack the application",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.export",
        ],
    ),
    Operation(
        handler=ApplicationHandler.full_data_tables_archive,
        name="application.full_data_tables_archive",
        method="GET",
        path="/applications/{applicationId}/fullDataTablesArchive",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="202",
                description="The job that archives the data tables is queued",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        success=202,
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.fullDataTablesArchive",
        ],
    ),
    Operation(
        handler=ApplicationHandler.full_events_archive,
        name="application.full_events_archive",
        method="GET",
        path="/applications/{applicationId}/fullEventsArchive",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="202",
                description="The job that archives the events is queued",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        success=202,
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.fullEventsArchive",
        ],
    ),
    Operation(
        handler=ApplicationHandler.get,
        name="application.get",
        method="GET",
        path="/applications/{applicationId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "summaryExclude",
                "summary_exclude",
                description="Which counts to leave out of the summary, joined by commas",
            ),
            query(
                "summaryInclude",
                "summary_include",
                description="Which counts to put into the summary, joined by commas",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The application",
                contents=[Content(media_type="application/json", type=models.Application)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.cli",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.cli",
            "all.User.read",
            "application.*",
            "application.get",
        ],
    ),
    Operation(
        handler=ApplicationHandler.globals,
        name="application.globals",
        method="PATCH",
        path="/applications/{applicationId}/globals",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ApplicationGlobalPatch)],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="The application after the change",
                contents=[Content(media_type="application/json", type=models.Application)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.cli",
            "all.Organization",
            "all.User",
            "all.User.cli",
            "application.*",
            "application.patch",
        ],
    ),
    Operation(
        handler=ApplicationHandler.import_,
        name="application.import_",
        method="POST",
        path="/applications/{applicationId}/import",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[
                Content(
                    media_type="multipart/form-data",
                    kind="multipart",
                    type=models.ApplicationImportRequest,
                )
            ]
        ),
        answers=[
            Answer(
                status="200",
                description="The application after the change",
                contents=[Content(media_type="application/json", type=models.Application)],
            ),
            Answer(
                status="202",
                description="A job will import the resources",
                contents=[Content(media_type="application/json", type=models.JobEnqueuedAPIResult)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.import",
        ],
    ),
    Operation(
        handler=ApplicationHandler.import_logs,
        name="application.import_logs",
        method="GET",
        path="/applications/{applicationId}/importLogs",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "limit", "limit", description="How many entries to return at most, the newest first"
            ),
            query(
                "since",
                "since",
                description="Leave out entries before this moment, in milliseconds since 1970",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The log of the imports",
                contents=[
                    Content(media_type="application/json", type=models.ApplicationImportExecutions)
                ],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "application.*",
            "application.importLogs",
        ],
    ),
    Operation(
        handler=ApplicationHandler.mqtt_publish_message,
        name="application.mqtt_publish_message",
        method="POST",
        path="/applications/{applicationId}/mqttPublishMessage",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.MQTTPublishBody)],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="The message is sent",
                contents=[Content(media_type="application/json", type=models.Success)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Organization",
            "all.User",
            "application.*",
            "application.mqttPublishMessage",
        ],
    ),
    Operation(
        handler=ApplicationHandler.mqtt_subscription_stream,
        name="application.mqtt_subscription_stream",
        method="GET",
        path="/applications/{applicationId}/mqttSubscriptionStream",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "keepAliveInterval",
                "keep_alive_interval",
                description="How many seconds may pass without a sign of life",
            ),
            query("topic", "topic", required=True, description="The MQTT topic to listen to"),
        ],
        answers=[
            Answer(
                status="200",
                description="SSE stream of the messages of the topic",
                contents=[
                    Content(media_type="text/event-stream", kind="sse", type=models.MQTTPublishBody)
                ],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "application.*",
            "application.mqttSubscriptionStream",
        ],
    ),
    Operation(
        handler=ApplicationHandler.notebook_minute_counts,
        name="application.notebook_minute_counts",
        method="GET",
        path="/applications/{applicationId}/notebookMinuteCounts",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "start",
                "start",
                description="When the span of days begins, in milliseconds since 1970",
            ),
            query("end", "end", description="When it ends, in milliseconds since 1970"),
        ],
        answers=[
            Answer(
                status="200",
                description="The use of notebooks on each day",
                contents=[Content(media_type="application/json", type=models.NotebookMinuteCounts)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "application.*",
            "application.notebookMinuteCounts",
        ],
    ),
    Operation(
        handler=ApplicationHandler.patch,
        name="application.patch",
        method="PATCH",
        path="/applications/{applicationId}",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "summaryExclude",
                "summary_exclude",
                description="Which counts to leave out of the summary, joined by commas",
            ),
            query(
                "summaryInclude",
                "summary_include",
                description="Which counts to put into the summary, joined by commas",
            ),
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ApplicationPatch)],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="The application after the change",
                contents=[Content(media_type="application/json", type=models.Application)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.cli",
            "all.Organization",
            "all.User",
            "all.User.cli",
            "application.*",
            "application.patch",
        ],
    ),
    Operation(
        handler=ApplicationHandler.payload_counts,
        name="application.payload_counts",
        method="GET",
        path="/applications/{applicationId}/payloadCounts",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "start",
                "start",
                description="When the span begins, in milliseconds since 1970; a negative number counts back from its end",
            ),
            query(
                "end",
                "end",
                description="When the span ends, in milliseconds since 1970; 0 stands for now",
            ),
            query("asBytes", "as_bytes", description="Whether to count bytes instead of payloads"),
        ],
        answers=[
            Answer(
                status="200",
                description="The number of payloads by type and source",
                contents=[Content(media_type="application/json", type=models.PayloadStats)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "application.*",
            "application.payloadCounts",
        ],
    ),
    Operation(
        handler=ApplicationHandler.payload_counts_breakdown,
        name="application.payload_counts_breakdown",
        method="GET",
        path="/applications/{applicationId}/payloadCountsBreakdown",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query(
                "start",
                "start",
                description="When the span of time begins, in milliseconds since 1970",
            ),
            query("end", "end", description="When it ends, in milliseconds since 1970"),
            query(
                "resolution",
                "resolution",
                description="How long one span is, in milliseconds. Accepted values are: 86400000, 3600000",
            ),
            query("asBytes", "as_bytes", description="Whether to count bytes instead of payloads"),
            query(
                "includeNonBillable",
                "include_non_billable",
                description="Whether to count payloads that cost nothing, too",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="The number of payloads on each date",
                contents=[
                    Content(media_type="application/json", type=models.PayloadCountsBreakdown)
                ],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "application.*",
            "application.payloadCountsBreakdown",
        ],
    ),
    Operation(
        handler=ApplicationHandler.readme,
        name="application.readme",
        method="GET",
        path="/applications/{applicationId}/readme",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        answers=[
            Answer(
                status="200",
                description="The readme",
                contents=[Content(media_type="application/json", type=models.ApplicationReadme)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.cli",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.cli",
            "all.User.read",
            "application.*",
            "application.get",
        ],
    ),
    Operation(
        handler=ApplicationHandler.readme_patch,
        name="application.readme_patch",
        method="PATCH",
        path="/applications/{applicationId}/readme",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.ApplicationReadmePatch)],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="The readme after the change",
                contents=[Content(media_type="application/json", type=models.ApplicationReadme)],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.cli",
            "all.Organization",
            "all.User",
            "all.User.cli",
            "application.*",
            "application.patch",
        ],
    ),
    Operation(
        handler=ApplicationHandler.search,
        name="application.search",
        method="GET",
        path="/applications/{applicationId}/search",
        parameters=[
            path("applicationId", "application_id", description="The ID of the application"),
            query("filter", "filter", required=True, description="A part of the name to look for"),
        ],
        answers=[
            Answer(
                status="200",
                description="The resources found, with their IDs, names and types",
                contents=[
                    Content(media_type="application/json", type=models.ApplicationSearchResult)
                ],
            ),
            Answer(
                status="400",
                description="The request is malformed",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="The application does not exist",
                contents=[Content(media_type="application/json", type=models.Error)],
                message=["message"],
            ),
        ],
        security=[{"BearerAuth": []}],
        scopes=[
            "all.Application",
            "all.Application.read",
            "all.Organization",
            "all.Organization.read",
            "all.User",
            "all.User.read",
            "application.*",
            "application.search",
        ],
    ),
]
