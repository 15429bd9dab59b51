"""Media types -> what they mean to a program (RFC 6838, RFC 6839 suffixes, RFC 7464, RFC 9110 ranges).

In: a media type as a source writes it. Out: its essence (without parameters) and its `ContentKind`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model import ContentKind


def essence(media_type: str) -> str:
    """`Application/JSON; charset=utf-8` -> `application/json`."""
    return media_type.partition(";")[0].strip().lower()


def words_of(media_type: str) -> str:
    """A word or two for a media type: `form`, `multipart`, `version 2021-03-29`, `acme v2`."""
    name, _, parameters = media_type.partition(";")
    if parameters and "charset" not in parameters.lower() and "boundary" not in parameters.lower():
        return parameters.replace("=", " ")
    known = kind(name)
    if known == "form" or known == "multipart":
        return known
    subtype = essence(name).partition("/")[2]
    return " ".join(word for word in re.split(r"[.+]", subtype.removeprefix("x-")) if word != "vnd") or "any"


@lru_cache(maxsize=4096)
def kind(media_type: str) -> ContentKind | None:
    """What the media type says; None for a range (`*/*`), which leaves it to the schema."""
    name = essence(media_type)
    if name in ("", "*", "*/*", "application/*"):
        return None
    if name in _KNOWN:
        return _KNOWN[name]
    family, _, subtype = name.partition("/")
    for suffix, meaning in _SUFFIXES.items():
        if subtype.endswith(suffix):
            return meaning
    if family == "multipart":
        return "multipart"
    if family == "text":
        return "text"
    return "json" if "json" in subtype.replace(".", "-").split("-") or name == "json" else "binary"


_KNOWN: dict[str, ContentKind] = {
    "application/json": "json",
    "text/json": "json",
    "application/x-www-form-urlencoded": "form",
    "text/event-stream": "sse",
    "application/x-ndjson": "json-lines",
    "application/ndjson": "json-lines",
    "application/jsonl": "json-lines",
    "application/x-jsonl": "json-lines",
    "application/jsonlines": "json-lines",
    "application/json-lines": "json-lines",
    "application/x-jsonlines": "json-lines",
    "application/x-json-stream": "json-lines",
    "application/stream+json": "json-lines",
    "text/x-ndjson": "json-lines",
    "application/json-seq": "json-seq",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/yaml": "text",
    "application/x-yaml": "text",
    "application/javascript": "text",
    "application/ecmascript": "text",
    "application/graphql": "text",
    "application/sql": "text",
    "application/jwt": "text",
    "application/jose": "text",
    "application/x-pem-file": "text",
    "application/toml": "text",
}
_SUFFIXES: dict[str, ContentKind] = {
    "+json-seq": "json-seq",
    "+json": "json",
    "+xml": "xml",
    "+yaml": "text",
    "+jwt": "text",
}
