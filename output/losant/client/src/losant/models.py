"""The data types of the Losant Experience API."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ._runtime.files import FileTypes
from ._runtime.model import ApiModel


class Application(ApiModel):
    """One application"""

    id: str

    application_id: Annotated[str, Field(alias="applicationId")]

    creation_date: Annotated[datetime.datetime, Field(alias="creationDate")]

    last_updated: Annotated[datetime.datetime, Field(alias="lastUpdated")]

    applied_template_ids: Annotated[list[str] | None, Field(alias="appliedTemplateIds")] = None

    owner_id: Annotated[str | None, Field(alias="ownerId")] = None

    owner_type: Annotated[Literal["user", "organization"] | None, Field(alias="ownerType")] = None

    organization_name: Annotated[str | None, Field(alias="organizationName")] = None

    organization_icon_color: Annotated[str | None, Field(alias="organizationIconColor")] = None

    name: str

    description: str | None = None

    endpoint_slug: Annotated[str | None, Field(alias="endpointSlug")] = None

    exp_user_token_cutoff: Annotated[
        datetime.datetime | None, Field(alias="expUserTokenCutoff")
    ] = None

    endpoint_default_cors: Annotated[bool | None, Field(alias="endpointDefaultCors")] = None

    globals: list[ApplicationGlobalsItem] | None = None

    blob_url_ttl: Annotated[float | None, Field(alias="blobUrlTTL")] = None
    """For how many seconds a link to a private file is good"""

    summary: ApplicationSummary | None = None
    """How many resources of each kind the application has"""

    ftue_tracking: Annotated[
        list[ApplicationFtueTrackingItem] | None, Field(alias="ftueTracking")
    ] = None
    """Which first steps the user has taken or skipped"""

    archive_config: Annotated[ApplicationArchiveConfig | None, Field(alias="archiveConfig")] = None
    """What is archived, and where"""


class ApplicationApplyTemplatePatchSchema(ApiModel):
    """The body of a request to bring in a template"""

    template_id: Annotated[str, Field(alias="templateId")]

    email: str | None = None

    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None


class ApplicationArchiveConfig(ApiModel):
    """What is archived, and where"""

    directory: str | None = None

    mode: Literal["all", "whitelist", "blacklist"] | None = None

    device_ids: Annotated[list[str] | None, Field(alias="deviceIds")] = None

    include_devices: Annotated[bool | None, Field(alias="includeDevices")] = None
    """The API's default is True."""

    include_events: Annotated[bool | None, Field(alias="includeEvents")] = None
    """The API's default is False."""

    include_data_tables: Annotated[bool | None, Field(alias="includeDataTables")] = None
    """The API's default is False."""


class ApplicationClonePostSchema(ApiModel):
    """The body of a request to clone an application"""

    dry_run: Annotated[bool | None, Field(alias="dryRun")] = None
    """The API's default is False."""

    include_files: Annotated[bool | None, Field(alias="includeFiles")] = None
    """The API's default is False."""

    include_private_files: Annotated[bool | None, Field(alias="includePrivateFiles")] = None
    """The API's default is False."""

    include_data_table_rows: Annotated[bool | None, Field(alias="includeDataTableRows")] = None
    """The API's default is False."""

    include_devices: Annotated[bool | None, Field(alias="includeDevices")] = None
    """The API's default is False."""

    owner_id: Annotated[str | None, Field(alias="ownerId")] = None

    owner_type: Annotated[Literal["user", "organization"] | None, Field(alias="ownerType")] = None

    email: str | None = None

    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None

    force_job: Annotated[bool | None, Field(alias="forceJob")] = None
    """The API's default is False."""


class ApplicationCreationByTemplateResult(ApiModel):
    """The outcome of making an application out of another"""

    application: Application | None = None

    validation_errors: Annotated[ValidationError | None, Field(alias="validationErrors")] = None


class ApplicationExportPostSchema(ApiModel):
    """The body of a request to pack an application"""

    include_files: Annotated[bool | None, Field(alias="includeFiles")] = None
    """The API's default is False."""

    include_private_files: Annotated[bool | None, Field(alias="includePrivateFiles")] = None
    """The API's default is False."""

    include_data_table_rows: Annotated[bool | None, Field(alias="includeDataTableRows")] = None
    """The API's default is False."""

    include_devices: Annotated[bool | None, Field(alias="includeDevices")] = None
    """The API's default is False."""

    email: str | None = None

    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None

    force_job: Annotated[bool | None, Field(alias="forceJob")] = None
    """The API's default is False."""

    export_type: Annotated[Literal["zip", "repo"] | None, Field(alias="exportType")] = None
    """The API's default is "zip"."""

    credential_name: Annotated[str | None, Field(alias="credentialName")] = None

    repo: ApplicationExportPostSchemaRepo | None = None


class ApplicationExportPostSchemaRepo(ApiModel):
    branch: str | None = None

    directory: str | None = None

    commit_message: Annotated[str | None, Field(alias="commitMessage")] = None


class ApplicationExportResult(ApiModel):
    """Where the packed application is"""

    url: str | None = None


class ApplicationFtueTrackingItem(ApiModel):
    name: str

    version: float

    status: Literal["skipped", "completed"]


class ApplicationGlobalPatchItem(ApiModel):
    key: str

    json_: Annotated[str | None, Field(alias="json")] = None

    cloud_only: Annotated[bool | None, Field(alias="cloudOnly")] = None

    description: str | None = None


class ApplicationGlobalsItem(ApiModel):
    key: str

    json_: Annotated[str, Field(alias="json")]

    cloud_only: Annotated[bool | None, Field(alias="cloudOnly")] = None

    description: str | None = None


class ApplicationImportExecutionsItem(ApiModel):
    id: str | None = None

    import_source_type: Annotated[
        Literal["importBundle", "importUrl", "fromApplication", "repository"] | None,
        Field(alias="importSourceType"),
    ] = None

    import_execution_id: Annotated[str | None, Field(alias="importExecutionId")] = None

    application_id: Annotated[str | None, Field(alias="applicationId")] = None

    from_application_id: Annotated[str | None, Field(alias="fromApplicationId")] = None

    run_queued_at: Annotated[datetime.datetime | None, Field(alias="runQueuedAt")] = None

    run_started_at: Annotated[datetime.datetime | None, Field(alias="runStartedAt")] = None

    run_completed_at: Annotated[datetime.datetime | None, Field(alias="runCompletedAt")] = None

    status: Literal["queued", "inProgress", "completed", "errored", "failed"] | None = None

    dry_run: Annotated[bool | None, Field(alias="dryRun")] = None

    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None

    email: str | None = None

    include: list[str] | None = None

    job_id: Annotated[str | None, Field(alias="jobId")] = None

    error: ApplicationImportExecutionsItemError | None = None

    import_url: Annotated[str | None, Field(alias="importUrl")] = None


class ApplicationImportExecutionsItemError(ApiModel):
    name: str | None = None

    message: str | None = None


class ApplicationImportOptions(ApiModel):
    """How to import resources"""

    import_url: Annotated[str | None, Field(alias="importUrl")] = None

    email: str | None = None

    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None

    dry_run: Annotated[bool | None, Field(alias="dryRun")] = None
    """The API's default is False."""

    force_job: Annotated[bool | None, Field(alias="forceJob")] = None
    """The API's default is False."""

    conflict_behavior: Annotated[
        Literal["skip", "overwrite", "fail"] | None, Field(alias="conflictBehavior")
    ] = None

    include: (
        list[
            Literal[
                "Dashboard",
                "DataTable",
                "DeviceRecipe",
                "Device",
                "Event",
                "ExperienceDomain",
                "ExperienceEndpoint",
                "ExperienceGroup",
                "ExperienceSlug",
                "ExperienceUser",
                "ExperienceVersion",
                "ExperienceView",
                "File",
                "Flow",
                "Integration",
                "Notebook",
                "ResourceJob",
                "Webhook",
            ]
        ]
        | None
    ) = None

    credential_name: Annotated[str | None, Field(alias="credentialName")] = None

    repo: ApplicationImportOptionsRepo | None = None


class ApplicationImportOptionsRepo(ApiModel):
    branch: str | None = None

    directory: str | None = None


class ApplicationImportRequest(ApiModel):
    import_bundle: Annotated[FileTypes | None, Field(alias="importBundle")] = None
    """The zip file with the resources to add"""

    email: str | None = None
    """Whom to tell when the job is done or has failed; by default the user who asks"""

    options: str | None = None
    """How to import. See Application Import Options for what can be said."""


class ApplicationPatch(ApiModel):
    """New values for some properties of an application"""

    name: str | None = None

    description: str | None = None

    endpoint_slug: Annotated[str | None, Field(alias="endpointSlug")] = None

    exp_user_token_cutoff: Annotated[
        datetime.datetime | None, Field(alias="expUserTokenCutoff")
    ] = None

    endpoint_default_cors: Annotated[bool | None, Field(alias="endpointDefaultCors")] = None

    globals: list[ApplicationPatchGlobalsItem] | None = None

    ftue_tracking: Annotated[
        list[ApplicationPatchFtueTrackingItem] | None, Field(alias="ftueTracking")
    ] = None

    archive_config: Annotated[
        ApplicationPatchArchiveConfigVariant1 | None, Field(alias="archiveConfig")
    ] = None

    blob_url_ttl: Annotated[float | None, Field(alias="blobUrlTTL")] = None


class ApplicationPatchArchiveConfigVariant1(ApiModel):
    directory: str | None = None

    mode: Literal["all", "whitelist", "blacklist"] | None = None

    device_ids: Annotated[list[str] | None, Field(alias="deviceIds")] = None

    include_devices: Annotated[bool | None, Field(alias="includeDevices")] = None
    """The API's default is True."""

    include_events: Annotated[bool | None, Field(alias="includeEvents")] = None
    """The API's default is False."""

    include_data_tables: Annotated[bool | None, Field(alias="includeDataTables")] = None
    """The API's default is False."""


class ApplicationPatchFtueTrackingItem(ApiModel):
    name: str

    version: float

    status: Literal["skipped", "completed"]


class ApplicationPatchGlobalsItem(ApiModel):
    key: str

    json_: Annotated[str, Field(alias="json")]

    cloud_only: Annotated[bool | None, Field(alias="cloudOnly")] = None

    description: str | None = None


class ApplicationReadme(ApiModel):
    """The readme of an application"""

    application_id: Annotated[str | None, Field(alias="applicationId")] = None

    creation_date: Annotated[datetime.datetime | None, Field(alias="creationDate")] = None

    last_updated: Annotated[datetime.datetime | None, Field(alias="lastUpdated")] = None

    last_updated_by_id: Annotated[str | None, Field(alias="lastUpdatedById")] = None

    last_updated_by_type: Annotated[
        Literal["user", "flow", "device", "apiToken", "experienceUser", "notebook", "resourceJob"]
        | None,
        Field(alias="lastUpdatedByType"),
    ] = None

    content: str | None = None


class ApplicationReadmePatch(ApiModel):
    """A new readme"""

    content: str | None = None


class ApplicationSearchResultItem(ApiModel):
    id: str

    name: str

    type: Annotated[
        Literal[
            "dashboard",
            "dataTable",
            "deviceRecipe",
            "device",
            "event",
            "experienceDomain",
            "experienceEndpoint",
            "experienceGroup",
            "experienceSlug",
            "experienceUser",
            "experienceVersion",
            "experienceView",
            "file",
            "flow",
            "integration",
            "notebook",
            "resourceJob",
            "webhook",
        ],
        Field(alias="_type"),
    ]
    """What kind of resource it is"""

    version: str | None = None

    metadata: ApplicationSearchResultItemMetadata | None = None


class ApplicationSearchResultItemMetadata(ApiModel):
    descriptor: str | None = None

    parent_directory: Annotated[str | None, Field(alias="parentDirectory")] = None

    content_type: Annotated[str | None, Field(alias="contentType")] = None


class ApplicationSummary(ApiModel):
    """How many resources of each kind the application has"""

    api_token_count: Annotated[int | None, Field(alias="apiTokenCount")] = None

    certificate_count: Annotated[int | None, Field(alias="certificateCount")] = None

    certificate_authority_count: Annotated[int | None, Field(alias="certificateAuthorityCount")] = (
        None
    )

    credential_count: Annotated[int | None, Field(alias="credentialCount")] = None

    dash_count: Annotated[int | None, Field(alias="dashCount")] = None

    data_table_count: Annotated[int | None, Field(alias="dataTableCount")] = None

    device_count: Annotated[int | None, Field(alias="deviceCount")] = None

    device_recipe_count: Annotated[int | None, Field(alias="deviceRecipeCount")] = None

    event_count: Annotated[int | None, Field(alias="eventCount")] = None

    experience_domain_count: Annotated[int | None, Field(alias="experienceDomainCount")] = None

    experience_endpoint_count: Annotated[int | None, Field(alias="experienceEndpointCount")] = None

    experience_group_count: Annotated[int | None, Field(alias="experienceGroupCount")] = None

    experience_slug_count: Annotated[int | None, Field(alias="experienceSlugCount")] = None

    experience_user_count: Annotated[int | None, Field(alias="experienceUserCount")] = None

    experience_version_count: Annotated[int | None, Field(alias="experienceVersionCount")] = None

    experience_view_count: Annotated[int | None, Field(alias="experienceViewCount")] = None

    file_count: Annotated[int | None, Field(alias="fileCount")] = None

    flow_count: Annotated[int | None, Field(alias="flowCount")] = None

    integration_count: Annotated[int | None, Field(alias="integrationCount")] = None

    key_count: Annotated[int | None, Field(alias="keyCount")] = None

    notebook_count: Annotated[int | None, Field(alias="notebookCount")] = None

    private_file_count: Annotated[int | None, Field(alias="privateFileCount")] = None

    resource_job_count: Annotated[int | None, Field(alias="resourceJobCount")] = None

    webhook_count: Annotated[int | None, Field(alias="webhookCount")] = None


class DeviceCounts(ApiModel):
    """How many devices there were, day by day"""

    start: datetime.datetime | None = None

    end: datetime.datetime | None = None

    counts: list[DeviceCountsCountsItem] | None = None


class DeviceCountsCountsItem(ApiModel):
    date: datetime.datetime | None = None

    created: int | None = None

    deleted: int | None = None

    total: int | None = None


class EndpointReply(ApiModel):
    """A fixed answer."""

    type: Literal["page", "redirect"]
    """Whether `value` is a page to show or a place to go to."""

    value: str
    """The ID of a page, or a URL."""

    status_code: Annotated[int | None, Field(alias="statusCode")] = None
    """The API's default is 200."""


class Error(ApiModel):
    """What went wrong."""

    type: str | None = None
    """A word for programs."""

    message: str | None = None
    """A sentence for people."""


class ExperienceDomain(ApiModel):
    """A domain of your own at which an experience can be reached."""

    id: ObjectId

    experience_domain_id: Annotated[ObjectId, Field(alias="experienceDomainId")]

    application_id: Annotated[ObjectId, Field(alias="applicationId")]

    creation_date: Annotated[datetime.datetime, Field(alias="creationDate")]

    last_updated: Annotated[datetime.datetime, Field(alias="lastUpdated")]

    domain_name: Annotated[str, Field(alias="domainName")]
    """The domain, without a scheme or a path."""

    version: ExperienceVersionName

    ssl_cert: Annotated[str | None, Field(alias="sslCert")] = None
    """The certificate in PEM form."""

    ssl_bundle: Annotated[str | None, Field(alias="sslBundle")] = None
    """The certificates between it and its root, in PEM form."""

    ssl_key: Annotated[str | None, Field(alias="sslKey")] = None
    """The private key in PEM form."""

    redirect_to_https: Annotated[bool | None, Field(alias="redirectToHttps")] = None
    """Whether plain HTTP is answered with a redirect."""


class ExperienceDomainPatch(ApiModel):
    """New values for some properties of a domain."""

    domain_name: Annotated[str | None, Field(alias="domainName")] = None

    version: ExperienceVersionName | None = None

    ssl_cert: Annotated[str | None, Field(alias="sslCert")] = None

    ssl_bundle: Annotated[str | None, Field(alias="sslBundle")] = None

    ssl_key: Annotated[str | None, Field(alias="sslKey")] = None

    redirect_to_https: Annotated[bool | None, Field(alias="redirectToHttps")] = None


class ExperienceDomainPost(ApiModel):
    """A domain to add to an application."""

    domain_name: Annotated[str, Field(alias="domainName")]

    version: ExperienceVersionName

    ssl_cert: Annotated[str | None, Field(alias="sslCert")] = None

    ssl_bundle: Annotated[str | None, Field(alias="sslBundle")] = None

    ssl_key: Annotated[str | None, Field(alias="sslKey")] = None

    redirect_to_https: Annotated[bool | None, Field(alias="redirectToHttps")] = None
    """The API's default is False."""


class ExperienceDomainResponse(ApiModel):
    """A domain of your own at which an experience can be reached."""

    id: ObjectId

    experience_domain_id: Annotated[ObjectId, Field(alias="experienceDomainId")]

    application_id: Annotated[ObjectId, Field(alias="applicationId")]

    creation_date: Annotated[datetime.datetime, Field(alias="creationDate")]

    last_updated: Annotated[datetime.datetime, Field(alias="lastUpdated")]

    domain_name: Annotated[str, Field(alias="domainName")]
    """The domain, without a scheme or a path."""

    version: ExperienceVersionName

    ssl_cert: Annotated[str | None, Field(alias="sslCert")] = None
    """The certificate in PEM form."""

    ssl_bundle: Annotated[str | None, Field(alias="sslBundle")] = None
    """The certificates between it and its root, in PEM form."""

    redirect_to_https: Annotated[bool | None, Field(alias="redirectToHttps")] = None
    """Whether plain HTTP is answered with a redirect."""


class ExperienceDomains(ApiModel):
    """The domains of an application."""

    items: list[ExperienceDomain]

    count: int
    """How many items this answer holds."""

    total_count: Annotated[int, Field(alias="totalCount")]
    """How many items there are in all."""

    application_id: Annotated[ObjectId | None, Field(alias="applicationId")] = None


class ExperienceDomainsResponse(ApiModel):
    """The domains of an application."""

    items: list[ExperienceDomainResponse]

    count: int
    """How many items this answer holds."""

    total_count: Annotated[int, Field(alias="totalCount")]
    """How many items there are in all."""

    application_id: Annotated[ObjectId | None, Field(alias="applicationId")] = None


class ExperienceEndpoint(ApiModel):
    """A method and a route that an experience answers."""

    id: ObjectId

    experience_endpoint_id: Annotated[ObjectId, Field(alias="experienceEndpointId")]

    application_id: Annotated[ObjectId, Field(alias="applicationId")]

    creation_date: Annotated[datetime.datetime, Field(alias="creationDate")]

    created_by_id: Annotated[ObjectId | None, Field(alias="createdById")] = None

    created_by_type: Annotated[SourceType | None, Field(alias="createdByType")] = None

    last_updated: Annotated[datetime.datetime, Field(alias="lastUpdated")]

    method: EndpointMethod

    route: str
    """The path, with placeholders such as `{name}`."""

    description: str | None = None

    access: EndpointAccess

    experience_group_ids: Annotated[list[ObjectId] | None, Field(alias="experienceGroupIds")] = None
    """The groups whose members may call the endpoint."""

    enabled: bool
    """Whether the endpoint answers at all."""

    endpoint_tags: Annotated[dict[str, str] | None, Field(alias="endpointTags")] = None
    """Words of your own, each under a key."""

    static_reply: Annotated[EndpointReply | None, Field(alias="staticReply")] = None
    """The answer where no workflow gives one."""

    unauthorized_reply: Annotated[EndpointReply | None, Field(alias="unauthorizedReply")] = None
    """The answer to somebody who may not call the endpoint."""

    version: ExperienceVersionName | None = None


class ExperienceEndpointPatch(ApiModel):
    """New values for some properties of an endpoint."""

    method: EndpointMethod | None = None

    route: str | None = None

    description: str | None = None

    access: EndpointAccess | None = None

    experience_group_ids: Annotated[list[ObjectId] | None, Field(alias="experienceGroupIds")] = None

    enabled: bool | None = None

    endpoint_tags: Annotated[dict[str, str] | None, Field(alias="endpointTags")] = None

    static_reply: Annotated[EndpointReply | None, Field(alias="staticReply")] = None

    unauthorized_reply: Annotated[EndpointReply | None, Field(alias="unauthorizedReply")] = None


class ExperienceEndpointPost(ApiModel):
    """An endpoint to add to an application."""

    method: EndpointMethod

    route: str

    description: str | None = None

    access: EndpointAccess | None = None

    experience_group_ids: Annotated[list[ObjectId] | None, Field(alias="experienceGroupIds")] = None

    enabled: bool | None = None
    """The API's default is True."""

    endpoint_tags: Annotated[dict[str, str] | None, Field(alias="endpointTags")] = None

    static_reply: Annotated[EndpointReply | None, Field(alias="staticReply")] = None

    unauthorized_reply: Annotated[EndpointReply | None, Field(alias="unauthorizedReply")] = None


class ExperienceEndpointStats(ApiModel):
    """How often the endpoints were called, as one series of points for each group."""

    start: datetime.datetime

    end: datetime.datetime

    resolution: int
    """How much time one point stands for, in milliseconds."""

    stat_grouping: Annotated[
        Literal["statusCode", "endpointId", "version", "domain"] | None, Field(alias="statGrouping")
    ] = None

    stats: dict[str, list[ExperienceEndpointStatsPoint]]
    """The points by group; a key is a status code, an ID, a version or a domain."""


class ExperienceEndpointStatsPoint(ApiModel):
    """The requests of one span of time."""

    time: datetime.datetime
    """When the span begins."""

    count: int

    average_duration: Annotated[float | None, Field(alias="averageDuration")] = None
    """How long an answer took on average, in milliseconds."""


class ExperienceEndpoints(ApiModel):
    """The endpoints of an application"""

    items: list[ExperienceEndpoint]

    count: int

    total_count: Annotated[int, Field(alias="totalCount")]

    application_id: Annotated[str | None, Field(alias="applicationId")] = None


class ExperienceGroup(ApiModel):
    """Experience users that share what they may do and see."""

    id: ObjectId

    experience_group_id: Annotated[ObjectId, Field(alias="experienceGroupId")]

    application_id: Annotated[ObjectId, Field(alias="applicationId")]

    creation_date: Annotated[datetime.datetime, Field(alias="creationDate")]

    created_by_id: Annotated[ObjectId | None, Field(alias="createdById")] = None

    created_by_type: Annotated[SourceType | None, Field(alias="createdByType")] = None

    last_updated: Annotated[datetime.datetime, Field(alias="lastUpdated")]

    last_updated_by_id: Annotated[ObjectId | None, Field(alias="lastUpdatedById")] = None

    last_updated_by_type: Annotated[SourceType | None, Field(alias="lastUpdatedByType")] = None

    name: str
    """What people call the group."""

    description: str | None = None

    parent_id: Annotated[ObjectId | None, Field(alias="parentId")] = None
    """The group above this one, or null at the top."""

    experience_user_ids: Annotated[list[ObjectId] | None, Field(alias="experienceUserIds")] = None
    """The members."""

    experience_endpoint_ids: Annotated[
        list[ObjectId] | None, Field(alias="experienceEndpointIds")
    ] = None
    """The endpoints that members may call."""

    device_ids: Annotated[list[ObjectId] | None, Field(alias="deviceIds")] = None
    """The devices that belong to the group by name."""

    device_tags: Annotated[list[Tag] | None, Field(alias="deviceTags")] = None
    """The tags by which further devices belong to the group."""

    direct_device_count: Annotated[int | None, Field(alias="directDeviceCount")] = None
    """Devices of this very group; only where it was asked for."""

    total_device_count: Annotated[int | None, Field(alias="totalDeviceCount")] = None
    """Devices of this group and all below it; only where it was asked for."""


class ExperienceGroupPatch(ApiModel):
    """New values for some properties of a group."""

    name: str | None = None

    description: str | None = None

    parent_id: Annotated[ObjectId | None, Field(alias="parentId")] = None

    experience_user_ids: Annotated[list[ObjectId] | None, Field(alias="experienceUserIds")] = None

    experience_endpoint_ids: Annotated[
        list[ObjectId] | None, Field(alias="experienceEndpointIds")
    ] = None

    device_ids: Annotated[list[ObjectId] | None, Field(alias="deviceIds")] = None

    device_tags: Annotated[list[Tag] | None, Field(alias="deviceTags")] = None


class ExperienceGroupPost(ApiModel):
    """A group to add to an application."""

    name: str

    description: str | None = None

    parent_id: Annotated[ObjectId | None, Field(alias="parentId")] = None

    experience_user_ids: Annotated[list[ObjectId] | None, Field(alias="experienceUserIds")] = None

    experience_endpoint_ids: Annotated[
        list[ObjectId] | None, Field(alias="experienceEndpointIds")
    ] = None

    device_ids: Annotated[list[ObjectId] | None, Field(alias="deviceIds")] = None

    device_tags: Annotated[list[Tag] | None, Field(alias="deviceTags")] = None


class ExperienceGroups(ApiModel):
    """A page of experience groups."""

    items: list[ExperienceGroup]

    count: int
    """How many items this page holds."""

    total_count: Annotated[int, Field(alias="totalCount")]
    """How many items there are in all."""

    per_page: Annotated[int, Field(alias="perPage")]
    """How many items a page can hold."""

    page: int
    """Which page this is; the first one is 0."""

    filter: str | None = None

    filter_field: Annotated[str | None, Field(alias="filterField")] = None

    sort_field: Annotated[str | None, Field(alias="sortField")] = None

    sort_direction: Annotated[SortDirection | None, Field(alias="sortDirection")] = None

    application_id: Annotated[ObjectId | None, Field(alias="applicationId")] = None


class ExperienceLinkedResources(ApiModel):
    """What makes use of a resource."""

    flows: LinkedFlows

    global_flows: Annotated[LinkedFlows | None, Field(alias="globalFlows")] = None

    custom_nodes: Annotated[LinkedFlows | None, Field(alias="customNodes")] = None


class ExperienceSlug(ApiModel):
    """A name below a shared domain at which an experience can be reached."""

    id: ObjectId

    experience_slug_id: Annotated[ObjectId, Field(alias="experienceSlugId")]

    application_id: Annotated[ObjectId, Field(alias="applicationId")]

    creation_date: Annotated[datetime.datetime, Field(alias="creationDate")]

    last_updated: Annotated[datetime.datetime, Field(alias="lastUpdated")]

    slug: str
    """Small letters, digits and hyphens."""

    version: ExperienceVersionName


class ExperienceSlugPatch(ApiModel):
    """New values for some properties of a slug."""

    slug: str | None = None

    version: ExperienceVersionName | None = None


class ExperienceSlugPost(ApiModel):
    """A slug to add to an application."""

    slug: str

    version: ExperienceVersionName | None = None


class ExperienceSlugs(ApiModel):
    """The slugs of an application."""

    items: list[ExperienceSlug]

    count: int
    """How many items this answer holds."""

    total_count: Annotated[int, Field(alias="totalCount")]
    """How many items there are in all."""

    application_id: Annotated[ObjectId | None, Field(alias="applicationId")] = None


class ExperienceUser(ApiModel):
    """Somebody who uses an experience."""

    id: ObjectId

    experience_user_id: Annotated[ObjectId, Field(alias="experienceUserId")]

    application_id: Annotated[ObjectId, Field(alias="applicationId")]

    creation_date: Annotated[datetime.datetime, Field(alias="creationDate")]

    last_updated: Annotated[datetime.datetime, Field(alias="lastUpdated")]

    password_last_updated: Annotated[
        datetime.datetime | None, Field(alias="passwordLastUpdated")
    ] = None

    last_login: Annotated[datetime.datetime | None, Field(alias="lastLogin")] = None
    """Null for a user who was never here."""

    email: str

    first_name: Annotated[str | None, Field(alias="firstName")] = None

    last_name: Annotated[str | None, Field(alias="lastName")] = None

    full_name: Annotated[str | None, Field(alias="fullName")] = None

    avatar_url: Annotated[str | None, Field(alias="avatarUrl")] = None

    token_cutoff: Annotated[datetime.datetime | None, Field(alias="tokenCutoff")] = None
    """Tokens issued before this moment are refused."""

    user_tags: Annotated[UserTags | None, Field(alias="userTags")] = None

    experience_group_ids: Annotated[list[ObjectId] | None, Field(alias="experienceGroupIds")] = None
    """The groups the user belongs to."""


class ExperienceUserPatch(ApiModel):
    """New values for some properties of a user."""

    email: str | None = None

    password: str | None = None

    first_name: Annotated[str | None, Field(alias="firstName")] = None

    last_name: Annotated[str | None, Field(alias="lastName")] = None

    avatar_url: Annotated[str | None, Field(alias="avatarUrl")] = None

    token_cutoff: Annotated[datetime.datetime | None, Field(alias="tokenCutoff")] = None

    user_tags: Annotated[UserTags | None, Field(alias="userTags")] = None

    experience_group_ids: Annotated[list[ObjectId] | None, Field(alias="experienceGroupIds")] = None


class ExperienceUserPost(ApiModel):
    """A user to add to an application."""

    email: str

    password: str

    first_name: Annotated[str | None, Field(alias="firstName")] = None

    last_name: Annotated[str | None, Field(alias="lastName")] = None

    avatar_url: Annotated[str | None, Field(alias="avatarUrl")] = None

    token_cutoff: Annotated[datetime.datetime | None, Field(alias="tokenCutoff")] = None

    user_tags: Annotated[UserTags | None, Field(alias="userTags")] = None

    experience_group_ids: Annotated[list[ObjectId] | None, Field(alias="experienceGroupIds")] = None


class ExperienceUsers(ApiModel):
    """A page of experience users."""

    items: list[ExperienceUser]

    count: int
    """How many items this page holds."""

    total_count: Annotated[int, Field(alias="totalCount")]
    """How many items there are in all."""

    per_page: Annotated[int, Field(alias="perPage")]
    """How many items a page can hold."""

    page: int
    """Which page this is; the first one is 0."""

    filter: str | None = None

    filter_field: Annotated[str | None, Field(alias="filterField")] = None

    sort_field: Annotated[str | None, Field(alias="sortField")] = None

    sort_direction: Annotated[SortDirection | None, Field(alias="sortDirection")] = None

    experience_group_id: Annotated[str | None, Field(alias="experienceGroupId")] = None

    application_id: Annotated[ObjectId | None, Field(alias="applicationId")] = None


class JobEnqueuedAPIResult(ApiModel):
    """A job that will do the work later"""

    success: Literal[True]

    job_id: Annotated[str, Field(alias="jobId")]

    job_queued: Annotated[Literal[True], Field(alias="jobQueued")]


class LinkedFlow(ApiModel):
    """A workflow in brief."""

    id: ObjectId

    name: str

    flow_class: Annotated[
        Literal["cloud", "customNode", "edge", "embedded", "experience"] | None,
        Field(alias="flowClass"),
    ] = None

    versions: list[ExperienceVersionName] | None = None


class LinkedFlows(ApiModel):
    """Workflows that make use of a resource."""

    items: list[LinkedFlow]

    count: int

    total_count: Annotated[int, Field(alias="totalCount")]


class MQTTPublishBody(ApiModel):
    """An MQTT message and the topic it goes to"""

    topic: str

    message: str


class NotebookMinuteCounts(ApiModel):
    """How long notebooks ran, day by day"""

    start: datetime.datetime | None = None

    end: datetime.datetime | None = None

    counts: list[NotebookMinuteCountsCountsItem] | None = None


class NotebookMinuteCountsCountsItem(ApiModel):
    date: datetime.datetime | None = None

    minutes: int | None = None

    completed: int | None = None

    canceled: int | None = None

    errored: int | None = None

    timeout: int | None = None


class PayloadCountsBreakdown(ApiModel):
    """How many payloads there were, span by span"""

    start: datetime.datetime | None = None

    end: datetime.datetime | None = None

    counts: list[PayloadCountsBreakdownCountsItem] | None = None


class PayloadCountsBreakdownCountsItem(ApiModel):
    date: datetime.datetime | None = None

    value: int | None = None


class PayloadStats(ApiModel):
    """How many payloads there were, by what they came from"""

    app_file: Annotated[dict[str, float] | None, Field(alias="appFile")] = None

    data_table: Annotated[dict[str, float] | None, Field(alias="dataTable")] = None

    device_create: Annotated[dict[str, float] | None, Field(alias="deviceCreate")] = None

    device_command: Annotated[dict[str, float] | None, Field(alias="deviceCommand")] = None

    device_connect: Annotated[dict[str, float] | None, Field(alias="deviceConnect")] = None

    device_disconnect: Annotated[dict[str, float] | None, Field(alias="deviceDisconnect")] = None

    device_state: Annotated[dict[str, float] | None, Field(alias="deviceState")] = None

    endpoint: dict[str, float] | None = None

    event: dict[str, float] | None = None

    flow_error: Annotated[dict[str, float] | None, Field(alias="flowError")] = None

    inbound_email: Annotated[dict[str, float] | None, Field(alias="inboundEmail")] = None

    integration: dict[str, float] | None = None

    mqtt_in: Annotated[dict[str, float] | None, Field(alias="mqttIn")] = None

    mqtt_out: Annotated[dict[str, float] | None, Field(alias="mqttOut")] = None

    notebook: dict[str, float] | None = None

    resource_job: Annotated[dict[str, float] | None, Field(alias="resourceJob")] = None

    timer: dict[str, float] | None = None

    virtual_button: Annotated[dict[str, float] | None, Field(alias="virtualButton")] = None

    webhook: dict[str, float] | None = None


class Success(ApiModel):
    """It worked, and there is nothing more to say."""

    success: Literal[True]


class SuccessDryRun(ApiModel):
    """What a request would do if it were made in earnest"""

    success: Literal[True] | None = None

    requires_job: Annotated[bool | None, Field(alias="requiresJob")] = None


class Tag(ApiModel):
    """A key and a value that devices carry."""

    key: str | None = None

    value: str | None = None


class ValidationError(ApiModel):
    """Why resources are not valid"""

    type: str | None = None

    message: str | None = None

    validation_errors: Annotated[
        list[ValidationErrorValidationErrorsItem] | None, Field(alias="validationErrors")
    ] = None


class ValidationErrorValidationErrorsItem(ApiModel):
    type: str | None = None

    name: str | None = None

    id: str | None = None

    message: str | None = None


ApplicationGlobalPatch: TypeAlias = list[ApplicationGlobalPatchItem]
"""Globals to set"""

ApplicationImportExecutions: TypeAlias = list[ApplicationImportExecutionsItem]
"""What became of imports"""

ApplicationSearchResult: TypeAlias = list[ApplicationSearchResultItem]
"""Resources of an application that were found"""

EndpointAccess: TypeAlias = Literal["public", "authenticated", "group"]
"""Who may call an endpoint."""

EndpointMethod: TypeAlias = Literal["delete", "get", "options", "patch", "post", "put"]
"""An HTTP method, in small letters."""

ExperienceFilter: TypeAlias = dict[str, Any]
"""A condition on the fields of a resource, such as `{"name":{"$startsWith":"My"}}`."""

ExperienceVersionName: TypeAlias = str
"""The name of an experience version; `develop` is the one that is being worked on."""

ObjectId: TypeAlias = str
"""24 hexadecimal digits that name a resource."""

SortDirection: TypeAlias = Literal["asc", "desc"]

SourceType: TypeAlias = Literal[
    "user", "flow", "device", "apiToken", "experienceUser", "notebook", "resourceJob"
]
"""What kind of actor did something."""

UserTags: TypeAlias = dict[str, list[str]]
"""Words that a user carries, several under each key."""
