"""What an operation answers: which status means success, and where an error's body has its message.

In: a `model.Operation`. Out: a status, a content, the way to a property.
"""

from __future__ import annotations

from collections.abc import Callable

from generator import model

_MESSAGES = (
    "message",
    "detail",
    "error_description",
    "errorMessage",
    "error_message",
    "description",
    "msg",
    "reason",
    "title",
    "error",
)
_CODES = ("status", "statusCode", "status_code", "httpStatus", "code")
_DEEPEST = 3


def success_status(operation: model.Operation) -> int:
    """The status of an answer given as a plain value: the lowest 2XX, else the default's (200), else a redirect."""
    statuses = [response.status for response in operation.responses]
    exact = sorted(int(status) for status in statuses if status.isascii() and status.isdecimal())
    for status in exact:
        if 200 <= status < 300:
            return status
    if any(status.upper() == "2XX" for status in statuses) or "default" in statuses:
        return 200
    redirects = [status for status in exact if 300 <= status < 400 and status != 304]  # 304 answers a condition
    return redirects[0] if redirects else 302 if "3XX" in statuses else 204


def success_response(operation: model.Operation) -> model.Response | None:
    """The response documented for that status."""
    status = success_status(operation)
    by_status = {response.status.upper(): response for response in operation.responses}
    for key in (str(status), f"{status // 100}XX", "DEFAULT"):
        if key in by_status:
            return by_status[key]
    return None


def success_contents(operation: model.Operation) -> tuple[model.Content, ...]:
    """The bodies of that response, in order of preference; () where it has none."""
    response = success_response(operation)
    if response is None or success_status(operation) in (204, 205, 304):
        return ()
    return response.contents


def message_way(shape: model.Shape, api: model.Api) -> tuple[str, ...]:
    """The way to the property of an error that tells people what is wrong; () where there is none."""
    return _way(shape, api, _MESSAGES, _is_free_text)


def code_way(shape: model.Shape, api: model.Api) -> tuple[str, ...]:
    """The way to the property of an error that repeats the HTTP status; () where there is none."""
    return _way(shape, api, _CODES, lambda shape: isinstance(shape, model.Number))


def _way(
    shape: model.Shape, api: model.Api, names: tuple[str, ...], fits: Callable[[model.Shape], bool], depth: int = 0
) -> tuple[str, ...]:
    entry = _object(shape, api)
    if entry is None or depth > _DEEPEST:
        return ()
    fields = {field.name: field for field in entry.fields}
    for name in names:
        if name in fields and fits(_without_null(fields[name].shape)):
            return (name,)
    for field in entry.fields:
        below = _way(_without_null(field.shape), api, names, fits, depth + 1)
        if below:
            return (field.name, *below)
    return ()


def _object(shape: model.Shape, api: model.Api) -> model.Object | None:
    for _ in range(_DEEPEST):
        if not isinstance(shape, model.Named):
            return None
        entry = api.types[shape.id]
        if isinstance(entry, model.Object):
            return entry
        shape = _without_null(entry.shape)
    return None


def _without_null(shape: model.Shape) -> model.Shape:
    if isinstance(shape, model.Union):
        rest = [variant for variant in shape.variants if not isinstance(variant, model.Null)]
        return rest[0] if len(rest) == 1 else shape
    return shape


def _is_free_text(shape: model.Shape) -> bool:
    return isinstance(shape, model.Text) and not shape.format and not shape.pattern
