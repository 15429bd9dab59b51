"""What a sample shows of an answer: a whole HTTP message, JSON below headers, a status, events, text of another kind.

In: the text of a sample. Out: statuses, headers, values and events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics import Origin
from generator.draft import Event, Example, Header
from generator.readers.pages.blocks import Block, Code
from generator.readers.pages.notation import curl, types, values
from generator.source import Json

_EVENT = re.compile(r"(?m)^event:[ \t]*(\S+)[ \t]*(?:\n(?:id|retry):[^\n]*)*(?:\ndata:[ \t]*([^\n]*))?")
_STATUS_LINE = re.compile(r"([1-5][0-9]{2}) [A-Z][A-Za-z -]{1,80}\Z")
BARE_STATUS = re.compile(r"\s*([1-5][0-9]{2})\s*\Z")
"""A sample that is nothing but a status."""
HTTP = re.compile(r"\s*HTTP/[0-9.]+ ([1-5][0-9]{2})\b")
"""The first line of a whole answer (RFC 9112 §4)."""
_TRANSPORT = frozenset(
    ("connection", "content-encoding", "content-length", "content-type", "date", "server", "transfer-encoding", "vary")
)
MEDIA_TYPES = {
    "plaintext": "text/plain",
    "html": "text/html",
    "csv": "text/csv",
    "xml": "application/xml",
    "yaml": "application/yaml",
    "yml": "application/yaml",
}
"""The media type of a sample in a language other than JSON."""


def is_answer(block: Block) -> bool:
    """Whether a block is a whole HTTP response, wherever it stands."""
    return isinstance(block, Code) and HTTP.match(block.text) is not None


def is_json(code: Code) -> bool:
    """Whether a sample is JSON, and no call."""
    return curl.read(code.text) is None and values.parsed_json(code.text) is not None


def with_headers(code: Code) -> tuple[Sequence[tuple[str, str]], Json] | None:
    """The headers and the content of a sample that shows headers above JSON; None where it is no such sample."""
    headers, content = curl.parted(code.text.strip())
    value = values.parsed_json(content) if headers else None
    return None if value is None else (headers, value)


def status_in(code: Code) -> str:
    """The status that a sample shows as its only value: `{"message": "202 Accepted"}`, or `200`; else ""."""
    if bare := BARE_STATUS.match(code.text):
        return bare[1]
    value = values.parsed_json(code.text)
    words = next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else None
    found = _STATUS_LINE.match(words) if isinstance(words, str) else None
    return found[1] if found else ""


def headers(shown: Sequence[tuple[str, str]], origin: Origin) -> Iterator[Header]:
    """The headers in a sample of a whole answer (RFC 9112 §2.1), without those that belong to the transport."""
    for name, value in shown:
        if value and name.lower() not in _TRANSPORT:
            example = Example(origin=origin, value=value)
            yield Header(origin=origin, name=name, schema=types.inferred([value], origin), examples=(example,))


def events(code: Code, known: set[str]) -> Iterator[Event]:
    """The events in a sample of a stream: lines `event: name` and `data: …` (HTML standard §9.2)."""
    for found in _EVENT.finditer(code.text):
        if found[1] in known:
            continue
        known.add(found[1])
        value = values.parsed_json(found[2] or "")
        schema = types.of_value(value, code.origin) if value is not None else None
        yield Event(origin=code.origin, name=found[1], schema=schema)
