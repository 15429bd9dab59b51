"""The answers of operations that nobody has implemented: the model's examples as one JSON file a resource.

In: a resource of the layout. Out: `ExamplesView`: by method, status and media type the examples by name, and `headers`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping

from generator import model
from generator.encoders import block_json
from generator.encoders.data import DataText
from generator.records import dataclass
from generator.source import Json
from generator.views.fastapi_server.layout import Resource

_UNSHOWN = r"[^\n\x20-\x7e\xa1-\xac\xae-\u024f\u0370-\u1fff\u3001-\ud7ff\uf900-\ufdcf]"
"""Signs that editors may not show as themselves; in JSON they can stand in strings only."""


_REDIRECTS = frozenset(("301", "302", "303", "307", "308", "3XX"))
_SOME_TARGET = "/openapi.json"
"""What a redirect leads to whose target has no example (it should have one: RFC 9110, section 15.4): the one file that
every server has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplesView:
    """The text of a JSON file."""

    text: DataText


def examples_view(resource: Resource) -> ExamplesView:
    """The examples of a resource's operations."""
    tree = {str(method.name): _operation(method.operation) for method in resource.methods}
    text = block_json.document(tree)
    if not text.isascii() or "\x7f" in text:
        text = re.sub(_UNSHOWN, lambda sign: json.dumps(sign[0])[1:-1], text)
    return ExamplesView(text=DataText(text))


def _operation(operation: model.Operation) -> dict[str, object]:
    answers: dict[str, object] = {}
    for response in operation.responses:
        answer: dict[str, object] = {}
        headers = {
            header.name: _header(header.example.value)
            for header in response.headers
            if header.example is not None and _needed(header, response)
        }
        if response.status in _REDIRECTS and not any(name.lower() == "location" for name in headers):
            headers["location"] = _SOME_TARGET
        if headers:
            answer["headers"] = headers
        for content in response.contents:
            answer[content.media_type] = _content(content)
        if answer:
            answers[response.status] = answer
    return answers


def _needed(header: model.Header, response: model.Response) -> bool:
    """Required headers, and a redirect's target that is given; what describes the body is the server's own affair."""
    name = header.name.lower()
    if name == "location" and response.status in _REDIRECTS:
        return header.example is not None and header.example.given
    if name in ("content-type", "content-length", "content-encoding", "transfer-encoding"):
        return False
    return header.required


def _header(value: Json) -> str:
    """The value of a header, in style `simple`."""
    if isinstance(value, list):
        return ",".join(_header(item) for item in value)
    text = value if isinstance(value, str) else json.dumps(_finite(value))
    return "".join(sign for sign in text if 32 <= ord(sign) < 127)


def _content(content: model.Content) -> dict[str, object]:
    if content.stream is not None:
        return {"default": _pieces(content, content.stream)}
    named: dict[str, object] = {}
    for example in content.examples:
        named.setdefault(example.name or "default", example.written or _finite(example.value))
    return named


def _pieces(content: model.Content, stream: model.Stream) -> list[object]:
    """The pieces of a stream: for server-sent events their names and data, one of each kind where none are given."""
    pieces: list[object] = []
    events = {event.name for event in stream.events}
    if events and not any(example.given for example in content.examples):
        return [_named(event.name, event.example.value) for event in stream.events]
    for example in content.examples:
        values = example.value if isinstance(example.value, list) else [example.value]
        for value in values:
            if stream.kind != "sse" or _is_event(value):
                pieces.append(_finite(value))
            else:
                name = example.name if example.name in events else next(iter(events)) if len(events) == 1 else ""
                pieces.append(_named(name, value))
    return pieces


def _named(name: str, data: Json) -> dict[str, object]:
    return {"event": name, "data": _finite(data)} if name else {"data": _finite(data)}


def _is_event(value: Json) -> bool:
    return isinstance(value, dict) and "data" in value and value.keys() <= {"event", "data", "id", "retry"}


def _finite(value: Json) -> object:
    """The value without infinities, which JSON cannot write."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
