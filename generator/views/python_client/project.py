"""The package's front door and its metadata.

In: an `Api` and what was worked out for its client. Out: the views of `__init__.py`, `_client.py` and `pyproject.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.views.python.credentials import Argument, Credentials, Scheme, default_base_url
from generator.views.python.imports import import_block
from generator.views.python.prose import api_title, paragraphs, section
from generator.views.python.surface import Resource, Surface
from generator.views.python_client.resources import FLAVOURS, Flavour, by_module

_ERRORS = (
    "ApiConnectionError",
    "ApiError",
    "ApiTimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "GoneError",
    "MethodNotAllowedError",
    "NotAcceptableError",
    "NotFoundError",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "PreconditionFailedError",
    "RateLimitError",
    "RequestTimeoutError",
    "ResponseValidationError",
    "SdkError",
    "ServerError",
    "UnprocessableEntityError",
    "UnsupportedMediaTypeError",
)
"""The classes of `errors.py`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    """The module of the client's classes."""

    doc: str
    package_doc: str
    class_doc: str
    name: PythonText
    aliases: bool
    imports: PythonText
    arguments: tuple[Argument, ...]
    schemes: tuple[Scheme, ...]
    resources: tuple[Resource, ...]
    imported: tuple[Resource, ...]
    base_url: PythonText | None
    base_url_variable: PythonText
    user_agent: PythonText
    errors: tuple[PythonText, ...]
    exports: tuple[PythonText, ...]
    flavours: tuple[Flavour, ...] = FLAVOURS


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """`pyproject.toml`; `deprecated` where there are operations that are."""

    name: str
    source: str
    version: str
    description: str
    deprecated: bool


def client_view(api: model.Api, package: str, surface: Surface, credentials: Credentials) -> ClientView:
    """The view of `__init__.py` and `_client.py`."""
    variable = base_url_variable(package)
    base_url = default_base_url(api)
    return ClientView(
        doc=f"The client of the {api_title(api)}: one class that waits, and one for `async`.",
        package_doc=f"Python client for the {api_title(api)}.",
        class_doc=_class_doc(api, credentials, base_url, variable),
        name=surface.client,
        aliases=surface.client != "Client",
        imports=import_block(_needed(surface, credentials)),
        arguments=credentials.arguments,
        schemes=credentials.schemes,
        resources=surface.resources,
        imported=by_module(surface.resources),
        base_url=literal(base_url) if base_url else None,
        base_url_variable=literal(variable),
        user_agent=literal(f"{package}-python/{version(api)}"),
        errors=tuple(PythonText(name) for name in _ERRORS),
        exports=tuple(literal(name) for name in sorted({*_ERRORS, *_exported(surface)})),
    )


def _exported(surface: Surface) -> tuple[str, ...]:
    """What the package exports beside its errors."""
    own = ("AsyncClient", f"Async{surface.client}", "Client", str(surface.client))
    return (*own, "ApiModel", "AsyncStream", "Event", "FileContent", "FileTypes", "NOT_GIVEN", "NotGiven", "Stream")


def _class_doc(api: model.Api, credentials: Credentials, base_url: str, variable: str) -> str:
    others = [server for server in api.servers if server.resolved_url != base_url]
    listed = "; also " + ", ".join(server.resolved_url for server in others) if base_url and others else ""
    arguments = [
        (str(argument.name), f"{argument.doc} Else `{argument.environment}` is read.")
        for argument in credentials.arguments
    ]
    where = f"`{variable}`, else {base_url}{listed}." if base_url else f"`{variable}`; one of the two is needed."
    arguments += [
        ("base_url", f"Where the API is. Else {where}"),
        ("timeout", "Seconds until a call fails, or an `httpx2.Timeout`; None for no limit."),
        ("max_retries", "How often a request is sent again, where that is safe."),
        (
            "validate_responses",
            "Refuse answers that are not as documented, instead of reading them as far as possible.",
        ),
        ("http_client", "An HTTP client of your own; it stays open when this one is closed."),
    ]
    title = f"The {api_title(api)}."
    return "\n\n".join([paragraphs(title, api.description), section("Args", arguments, 4)])


def _needed(surface: Surface, credentials: Credentials) -> Iterator[Code]:
    yield Code(
        "", [("collections.abc", "Mapping"), ("os", ""), ("types", "TracebackType"), ("typing", "Self"), ("httpx2", "")]
    )
    yield Code("", [("._runtime.not_given", "NOT_GIVEN"), ("._runtime.not_given", "NotGiven")])
    yield Code("", [("._runtime.transport", name) for name in ("AsyncTransport", "Settings", "Transport")])
    if surface.resources:
        yield Code("", [("functools", "cached_property"), ("typing", "TYPE_CHECKING")])
    for argument in credentials.arguments:
        yield argument.annotation
    for scheme in credentials.schemes:
        yield scheme.credential


def version(api: model.Api) -> str:
    """The API's version where it is one by PEP 440 (its numbers, at least), else 0.1.0."""
    match = re.search(r"\d+(?:\.\d+){0,3}", api.version)
    return match[0] if match and match[0].strip(".0") else "0.1.0"


def project_view(api: model.Api, package: str) -> ProjectView:
    """The view of `pyproject.toml`."""
    return ProjectView(
        name=distribution(api),
        source=f"src/{package}",
        version=version(api),
        description=f"Python client for the {api_title(api)}.",
        deprecated=any(operation.deprecated for operation in api.operations),
    )


def distribution(api: model.Api) -> str:
    """A name that package indexes accept (PEP 508)."""
    return re.sub(r"[^a-z0-9]+", "-", api.name.lower()).strip("-") or "api-client"


def base_url_variable(package: str) -> str:
    """The environment variable that stands in for `base_url`."""
    return f"{package}_BASE_URL".upper()
