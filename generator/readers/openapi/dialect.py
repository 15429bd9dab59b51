"""Which version an OpenAPI document is written in, and what that version calls things.

In: a tree. Out: a `Dialect`, the one place that the readers ask where versions differ; the tree itself is never
rewritten, so that every place stays that of the document as it stands.
"""

from __future__ import annotations

import re
from typing import Literal

from generator.diagnostics import InputError, Origin
from generator.readers.openapi.members import as_text
from generator.readers.openapi.notes import Notes
from generator.records import dataclass
from generator.source import Document, Json, Missing

Generation = Literal["2.0", "3.0", "3.1", "3.2"]
Kind = Literal[
    "schema",
    "parameter",
    "response",
    "requestBody",
    "header",
    "example",
    "link",
    "callback",
    "pathItem",
    "securityScheme",
    "mediaType",
]
"""The kinds of things that a `$ref` can stand for."""

_SWAGGER_CONTAINERS: dict[Kind, str] = {
    "schema": "/definitions",
    "parameter": "/parameters",
    "response": "/responses",
    "securityScheme": "/securityDefinitions",
}
_CONTAINERS: dict[Kind, str] = {
    "schema": "/components/schemas",
    "parameter": "/components/parameters",
    "response": "/components/responses",
    "requestBody": "/components/requestBodies",
    "header": "/components/headers",
    "example": "/components/examples",
    "link": "/components/links",
    "callback": "/components/callbacks",
    "pathItem": "/components/pathItems",
    "securityScheme": "/components/securitySchemes",
    "mediaType": "/components/mediaTypes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The version that a document is written in."""

    generation: Generation

    @property
    def is_swagger(self) -> bool:
        """True for 2.0: bodies are parameters, schemas lie in `definitions`, servers are host and basePath."""
        return self.generation == "2.0"

    @property
    def siblings_count(self) -> bool:
        """True where what stands beside a schema's `$ref` applies too (3.1 §4.8.24.4); before, it is ignored."""
        return self.generation in ("3.1", "3.2")

    def container(self, kind: Kind) -> str:
        """Pointer of the map that holds reusable things of that kind; "" where the version has none."""
        return _SWAGGER_CONTAINERS.get(kind, "") if self.is_swagger else _CONTAINERS[kind]


def recognise(document: Document, notes: Notes) -> Dialect:
    """The dialect of a document.

    Raises:
        InputError: It is no OpenAPI document; the message says what it looks like instead.
    """
    tree = document.tree
    if not isinstance(tree, dict):
        raise _stranger(document, _kind_of_value(tree))
    version = as_text(tree.get("openapi")) or as_text(tree.get("swagger"))
    known = re.match(r"\s*v?(\d+)(?:\.(\d+))?", version)
    if known and ("openapi" in tree or "swagger" in tree):
        return Dialect(generation=_generation(int(known[1]), int(known[2] or 0), version, notes, Origin(document.name)))
    if not isinstance(tree.get("paths"), dict) or "asyncapi" in tree:
        raise _stranger(document, _kind_of_tree(tree))
    generation: Generation = "2.0" if {"definitions", "basePath", "host"} & tree.keys() else "3.1"
    message = f"the document does not say its version (`openapi: 3.1.0`); read as {generation}"
    notes.warning("version-unknown", message, Origin(document.name))
    return Dialect(generation=generation)


def _generation(major: int, minor: int, version: str, notes: Notes, at: Origin) -> Generation:
    if major == 2:
        return "2.0"
    if major == 3 and minor <= 2:
        generations: tuple[Generation, ...] = ("3.0", "3.1", "3.2")
        return generations[minor]
    if major == 1:
        message = f"Swagger {version.strip()} is not read; convert it to 2.0 or later, with swagger-converter for one"
        raise InputError("not-openapi", message, at)
    notes.warning("version-unknown", f"version {version.strip()!r} is not known; read as 3.2", at)
    return "3.2"


def _stranger(document: Document, looks_like: str) -> InputError:
    message = (
        f"not an OpenAPI document: neither `openapi:` nor `swagger:` stands at its top; it looks like {looks_like}"
    )
    return InputError("not-openapi", message, Origin(document.name))


def _kind_of_value(tree: Json | Missing) -> str:
    if isinstance(tree, list):
        return "a list"
    if isinstance(tree, str):
        head = tree.lstrip()[:200].lower()
        if head.startswith(("<!doctype html", "<html")):
            return "a web page (HTML)"
        return "XML" if head.startswith("<") else "plain text"
    return (
        "an empty file" if tree is None else "a lone value" if isinstance(tree, bool | int | float) else "a text page"
    )


_MARKS: tuple[tuple[str, str], ...] = (
    ("swaggerVersion", "Swagger 1.x, which is not read; convert it to 2.0 or later"),
    ("asyncapi", "an AsyncAPI document"),
    ("arazzo", "an Arazzo workflow"),
    ("overlay", "an OpenAPI Overlay; name it under `overlays:`"),
    ("discoveryVersion", "a Google discovery document"),
    ("_postman_id", "a Postman collection"),
    ("collection", "a Postman collection"),
    ("item", "a Postman collection"),
    ("log", "a HAR recording of web traffic"),
    ("__schema", "a GraphQL schema"),
    ("smithy", "a Smithy model"),
    ("blocks", "output of another tool"),
    ("targets", "a specloom.yaml project file"),
    ("$schema", "a JSON Schema"),
    ("properties", "a JSON Schema"),
    ("dependencies", "a package manifest"),
    ("paths", "an OpenAPI document whose `paths` is not a map"),
    ("components", "a part of an OpenAPI document, without `openapi:` and `paths:`"),
    ("info", "a part of an OpenAPI document, without `openapi:` and `paths:`"),
)


def _kind_of_tree(tree: dict[str, Json]) -> str:
    if not tree:
        return "an empty map"
    for key, kind in _MARKS:
        if key in tree:
            return kind
    shown = ", ".join(key[:30] for key in list(tree)[:4])
    return f"a map with the keys {shown}" + (" …" if len(tree) > 4 else "")
