"""Python client for the Losant Experience API."""

from ._client import AsyncLosant, Losant
from ._runtime.files import FileContent, FileTypes
from ._runtime.model import ApiModel
from ._runtime.not_given import NOT_GIVEN, NotGiven
from ._runtime.streams import AsyncStream, Event, Stream
from .errors import (
    ApiConnectionError,
    ApiError,
    ApiTimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    GoneError,
    MethodNotAllowedError,
    NotAcceptableError,
    NotFoundError,
    PayloadTooLargeError,
    PermissionDeniedError,
    PreconditionFailedError,
    RateLimitError,
    RequestTimeoutError,
    ResponseValidationError,
    SdkError,
    ServerError,
    UnprocessableEntityError,
    UnsupportedMediaTypeError,
)

Client = Losant
AsyncClient = AsyncLosant

__all__ = [
    "ApiConnectionError",
    "ApiError",
    "ApiModel",
    "ApiTimeoutError",
    "AsyncClient",
    "AsyncLosant",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "Client",
    "ConflictError",
    "Event",
    "FileContent",
    "FileTypes",
    "GoneError",
    "Losant",
    "MethodNotAllowedError",
    "NOT_GIVEN",
    "NotAcceptableError",
    "NotFoundError",
    "NotGiven",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "PreconditionFailedError",
    "RateLimitError",
    "RequestTimeoutError",
    "ResponseValidationError",
    "SdkError",
    "ServerError",
    "Stream",
    "UnprocessableEntityError",
    "UnsupportedMediaTypeError",
]
