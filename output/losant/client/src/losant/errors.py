"""What can go wrong with a call.

SdkError
├── ApiConnectionError              no answer came
│   └── ApiTimeoutError             … in time
├── ResponseValidationError         an answer that is not what the API documents
└── ApiError                        an answer that says that the call failed
    ├── BadRequestError             400
    ├── AuthenticationError         401
    ├── PermissionDeniedError       403
    ├── NotFoundError               404
    ├── MethodNotAllowedError       405
    ├── NotAcceptableError          406
    ├── RequestTimeoutError         408
    ├── ConflictError               409
    ├── GoneError                   410
    ├── PreconditionFailedError     412
    ├── PayloadTooLargeError        413
    ├── UnsupportedMediaTypeError   415
    ├── UnprocessableEntityError    422
    ├── RateLimitError              429
    └── ServerError                 5XX
"""

from __future__ import annotations

import httpx2


class SdkError(Exception):
    """The base of all errors that a call raises."""

    def __reduce__(self) -> tuple[object, ...]:
        """Errors pass from process to process as they are (`pickle`)."""
        return _restored, (type(self), self.args), self.__dict__


class ApiConnectionError(SdkError):
    """No answer came: the connection failed or broke."""

    def __init__(self, message: str, *, request: httpx2.Request) -> None:
        super().__init__(message)
        self.request = request


class ApiTimeoutError(ApiConnectionError):
    """No answer came in time."""


class ResponseValidationError(SdkError):
    """The answer is not what the API documents.

    Raised with `validate_responses=True`, and always for a body that should be JSON and is not.
    """

    def __init__(self, message: str, *, response: httpx2.Response) -> None:
        super().__init__(message)
        self.response = response
        self.request = response.request
        self.status = response.status_code


class ApiError(SdkError):
    """The API answered that the call failed.

    Attributes:
        status: The HTTP status code.
        body: The answer's body: of the type that the API documents for this status, else JSON,
            else text; None where there is none.
        headers: The answer's headers.
        request: The request, as it was sent.
        response: The answer, as it came.
    """

    def __init__(self, message: str, *, body: object, response: httpx2.Response) -> None:
        super().__init__(message)
        self.status = response.status_code
        self.body = body
        self.headers = response.headers
        self.request = response.request
        self.response = response


class BadRequestError(ApiError):
    """400: the API does not understand the request."""


class AuthenticationError(ApiError):
    """401: credentials are missing or not accepted."""


class PermissionDeniedError(ApiError):
    """403: the credentials do not allow this."""


class NotFoundError(ApiError):
    """404: there is no such thing."""


class MethodNotAllowedError(ApiError):
    """405: this cannot be done with it."""


class NotAcceptableError(ApiError):
    """406: there is no answer in a form that was asked for."""


class RequestTimeoutError(ApiError):
    """408: the API did not receive the request in time."""


class ConflictError(ApiError):
    """409: it contradicts the present state."""


class GoneError(ApiError):
    """410: it is there no more."""


class PreconditionFailedError(ApiError):
    """412: a condition of the request does not hold."""


class PayloadTooLargeError(ApiError):
    """413: the body is larger than the API accepts."""


class UnsupportedMediaTypeError(ApiError):
    """415: the API does not read bodies of this kind."""


class UnprocessableEntityError(ApiError):
    """422: the request is understood, but its values are not valid."""


class RateLimitError(ApiError):
    """429: too many requests."""


class ServerError(ApiError):
    """5XX: the API failed."""


def _restored(kind: type[SdkError], arguments: tuple[object, ...]) -> SdkError:
    return kind.__new__(kind, *arguments)


def error_class(status: int) -> type[ApiError]:
    """The class of errors with that status."""
    return _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    405: MethodNotAllowedError,
    406: NotAcceptableError,
    408: RequestTimeoutError,
    409: ConflictError,
    410: GoneError,
    412: PreconditionFailedError,
    413: PayloadTooLargeError,
    415: UnsupportedMediaTypeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
