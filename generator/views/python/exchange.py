"""What a body and an answer look like in Python, and what is asked for in `Accept`.

In: an operation and the writer of annotations. Out: `Code`, and the ways in which a method can hand back its answer.
"""

from __future__ import annotations

from typing import Literal

from generator import model
from generator.encoders.python import Code
from generator.views.python.types import ANY, NONE, Types, either

RUNTIME = ".._runtime"
"""The package of the runtime, as the modules of resources import it."""

Kind = Literal["call", "stream"]
"""Whether a method hands back a value, or a stream of values."""

_BYTES = Code("bytes")


def representation(content: model.Content) -> Literal["shape", "items", "str", "bytes"]:
    """How a body looks in Python: as its shape, as a list of its pieces, or as plain text or bytes where the client
    does not write its form."""
    match content.kind:
        case "json" | "form" | "multipart" | "xml":
            return "bytes" if isinstance(content.shape, model.Binary) else "shape"
        case "json-lines" | "json-seq":
            return "items"
        case "text" | "sse":
            return "str"
        case "binary":
            return "bytes"


def content_type(content: model.Content, types: Types) -> Code:
    """The type of a request's body in that media type."""
    match representation(content):
        case "shape":
            return types.annotation(content.shape)
        case "items":
            return types.annotation(model.Array(items=content.shape))
        case "str":
            return types.annotation(model.Text())
        case "bytes":
            return Code("FileContent", [(f"{RUNTIME}.files", "FileContent")])


def _answer_type(content: model.Content, types: Types) -> Code:
    """As in requests, but forms are handed over as they came, and files as their bytes."""
    if representation(content) == "bytes":
        return types.annotation(model.Binary())
    if content.kind in ("form", "multipart"):
        return types.annotation(model.Text() if content.kind == "form" else model.Binary())
    return content_type(content, types)


def body_contents(body: model.Body | None) -> tuple[model.Content, ...]:
    """The contents to choose from: those that say the same in another syntax as an earlier one are left out."""
    kept: list[model.Content] = []
    for content in body.contents if body else ():
        if not any(content.shape == other.shape for other in kept):
            kept.append(content)
    return tuple(kept)


def answer_contents(response: model.Response) -> tuple[model.Content, ...]:
    """The contents to ask for: XML that says the same as JSON beside it is left out."""
    plain = [content.shape for content in response.contents if content.kind == "json"]
    return tuple(content for content in response.contents if content.kind != "xml" or content.shape not in plain)


def xml_contents(operation: model.Operation) -> tuple[model.Content, ...]:
    """The bodies in XML that a client of the operation writes and reads as values, that of the request first."""
    answers = (content for response in operation.responses for content in answer_contents(response))
    return tuple(content for content in (*body_contents(operation.body), *answers) if content.kind == "xml")


def _streams(operation: model.Operation) -> list[model.Stream]:
    return [
        content.stream
        for response in operation.responses
        if response.successful
        for content in response.contents
        if content.stream is not None
    ]


def kinds_of(operation: model.Operation) -> tuple[Kind, ...]:
    """Whether it answers with a value, piece by piece, or with either, as it is asked."""
    if not _streams(operation):
        return ("call",)
    whole = any(not content.stream for response in _successes(operation) for content in response.contents)
    return ("call", "stream") if whole else ("stream",)


def _successes(operation: model.Operation) -> list[model.Response]:
    """The answers of success; an API that documents only `default` means that."""
    found = [response for response in operation.responses if response.successful]
    return found or [response for response in operation.responses if response.status == "default"]


def result_type(operation: model.Operation, kind: str, types: Types) -> Code:
    """The type of what a call hands back: of any of its answers, or of a piece of its stream."""
    if kind == "call":
        return either(*answer_types(operation, kind, types).values())
    pieces = either(*event_types(operation, kind, types).values())
    return _event_type(pieces) if any(stream.kind == "sse" for stream in _streams(operation)) else pieces


def answer_types(operation: model.Operation, kind: str, types: Types) -> dict[str, Code]:
    """For each status of success the type of its body. Where no success is documented, or none with a body though there
    may be one, it can be anything; where only redirects are, they lead to some file."""
    successes = _successes(operation)
    if operation.method.upper() == "HEAD":
        return {response.status: NONE for response in successes} or {"2XX": NONE}
    if not successes:
        redirected = any(response.status.startswith("3") for response in operation.responses)
        return {"2XX": _BYTES if redirected else ANY}
    answers = {}
    unsaid = _leaves_body_unsaid(operation)
    for response in successes:
        contents = [content for content in answer_contents(response) if kind == "stream" or not content.stream]
        nothing = ANY if unsaid and response.status in _WITH_BODY else NONE
        answers[response.status] = (
            either(*(_answer_type(content, types) for content in contents)) if contents else nothing
        )
    return answers


_WITH_BODY = frozenset({"200", "201", "203", "206", "2XX", "default"})
"""The statuses of success whose answers have a body as a rule (RFC 9110, section 15.3)."""


def _leaves_body_unsaid(operation: model.Operation) -> bool:
    """Whether a call may answer with a body of which the source says nothing, as many documents leave it."""
    is_unsaid = not any(response.contents for response in _successes(operation))
    return is_unsaid and operation.method.upper() not in ("DELETE", "HEAD")


def failure_types(operation: model.Operation, types: Types) -> dict[str, Code]:
    """For each documented error whose body is read as a value, the type of it."""
    successes = {response.status for response in _successes(operation)}
    failures = {}
    for response in operation.responses:
        bodies = [content for content in answer_contents(response) if content.kind in ("json", "xml")]
        if response.status not in successes and bodies:
            failures[response.status] = either(*(types.annotation(content.shape) for content in bodies))
    return {status: code for status, code in failures.items() if code != ANY}


def event_types(operation: model.Operation, kind: str, types: Types) -> dict[str, Code]:
    """The types of a stream's pieces by the name of their kind; "" for those without a name."""
    if kind != "stream":
        return {}
    found: dict[str, list[Code]] = {}
    for stream in _streams(operation):
        named = {event.name: event.shape for event in stream.events} or {"": stream.items}
        for name, shape in named.items():
            found.setdefault(name, []).append(types.annotation(shape))
    return {name: either(*codes) for name, codes in found.items()}


def accepted(operation: model.Operation, kind: str) -> str:
    """The `Accept` header: the media types of the answers, of streams or of the others."""
    media_types = dict.fromkeys(
        content.media_type
        for response in _successes(operation)
        for content in answer_contents(response)
        if (content.stream is not None) == (kind == "stream")
    )
    anything = "*/*" if not operation.responses else "application/json, */*;q=0.5"
    return ", ".join(media_types) or (anything if _leaves_body_unsaid(operation) else "application/json")


def _event_type(data: Code) -> Code:
    return Code(f"Event[{data}]", data.imports | {(f"{RUNTIME}.streams", "Event")})
