"""An OpenAPI document -> `Draft`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Report
from generator.draft import About, Contact, Draft, License, Server, Tag
from generator.readers.openapi import dialect as dialects
from generator.readers.openapi.dialect import Kind
from generator.readers.openapi.members import external_docs, later_text, text, text_claim
from generator.readers.openapi.notes import Notes
from generator.readers.openapi.operations import read_paths, read_webhooks
from generator.readers.openapi.references import References
from generator.readers.openapi.schemas import Schemas
from generator.readers.openapi.scope import Scope
from generator.readers.openapi.security import read_schemes, read_security
from generator.readers.openapi.servers import read_servers, swagger_servers
from generator.readers.openapi.uploads import with_files
from generator.source import Document, Library, Node


def read(document: Document, library: Library, report: Report) -> Draft:
    """Read an OpenAPI document of any version.

    Args:
        document: The loaded document.
        library: Opens the files that the document refers to.
        report: Takes the findings; nothing that is left out or read as something else goes without one.

    Returns:
        All that the document claims. Every operation is in it, whatever is wrong with its parts.

    Raises:
        InputError: It is not an OpenAPI document (`not-openapi`).
    """
    for finding in document.findings:
        report.add(finding)
    notes = Notes()
    dialect = dialects.recognise(document, notes)
    references = References(document, library, dialect, notes)
    schemas = Schemas(references, dialect, notes)
    root = document.root
    info = root["info"]
    schemas.read_components(_held(root, dialect.container("schema"), references))
    schemes = read_schemes(_held(root, dialect.container("securityScheme"), references), dialect, references, notes)
    names = tuple(scheme.name for scheme in schemes)
    scope = Scope(
        root=root,
        dialect=dialect,
        notes=notes,
        references=references,
        schemas=schemas,
        security=read_security(root, names, notes),
        schemes=names,
    )
    operations = tuple(
        operation
        for holder in ("paths", "x-ms-paths")
        for operation in read_paths(references.held(root[holder]), scope)
    )
    webhooks = tuple(read_webhooks(root, scope))
    schemas.read_referenced()
    _note_unused(scope)
    named = schemas.named
    if dialect.generation in ("3.1", "3.2"):
        operations, named = with_files(operations, named)
    draft = Draft(
        kind="openapi",
        document=document.name,
        title=text_claim(info, "title"),
        version=text_claim(info, "version"),
        description=text_claim(info, "description") or text_claim(info, "summary"),
        about=_about(root),
        servers=_servers(root, scope),
        tags=tuple(_tags(root["tags"])),
        operations=operations,
        webhooks=webhooks,
        schemas=named,
        security_schemes=schemes,
    )
    notes.move_to(report)
    references.report_lost(report)
    for finding in references.findings():
        report.add(finding)
    return draft


_REUSABLE: tuple[Kind, ...] = (
    "parameter", "response", "requestBody", "header", "example", "link", "callback", "pathItem",
)  # fmt: skip
"""What has a meaning only where it is referred to; schemas and security schemes are read for themselves."""


def _note_unused(scope: Scope) -> None:
    """Note the reusable things that nothing refers to."""
    targets = {place.pointer for place in scope.references.targets() if place.document == scope.references.main}
    for container in filter(None, map(scope.dialect.container, _REUSABLE)):
        used = {"/".join(pointer.split("/")[: container.count("/") + 2]) for pointer in targets}  # or a part of it
        message = f"nothing refers to some of the reusable `{container.rpartition('/')[2]}`; they are left out"
        for name, node in _held(scope.root, container, scope.references).items():
            is_here = node.origin.document == scope.references.main
            if is_here and not name.startswith("x-") and node.origin.pointer not in used:
                scope.notes.info("not-carried", message, node.origin)


def _held(root: Node, pointer: str, references: References) -> Node:
    """The map at a pointer, each step of which may stand in a file of its own."""
    node = root
    for step in pointer.split("/")[1:]:
        node = references.held(node[step])
    return node


def _about(root: Node) -> About:
    info = root["info"]
    contact, licence = info["contact"], info["license"]
    return About(
        summary=text(info, "summary") if text(info, "description").strip() else "",
        terms_of_service=text(info, "termsOfService"),
        contact=Contact(name=text(contact, "name"), url=text(contact, "url"), email=text(contact, "email"))
        if any(text(contact, key) for key in ("name", "url", "email"))
        else None,
        license=License(name=text(licence, "name"), identifier=text(licence, "identifier"), url=text(licence, "url"))
        if any(text(licence, key) for key in ("name", "identifier", "url"))
        else None,
        external_docs=external_docs(root),
    )


def _servers(root: Node, scope: Scope) -> tuple[Server, ...]:
    return swagger_servers(root) if scope.dialect.is_swagger else read_servers(root, scope)


def _tags(node: Node) -> Iterator[Tag]:
    seen: set[str] = set()
    for entry in node:
        name = text(entry, "name") or entry.text
        if name and name not in seen:
            seen.add(name)
            yield Tag(
                origin=entry.origin,
                name=name,
                summary=later_text(entry, "summary") or text(entry, "x-displayName"),
                description=text(entry, "description"),
                parent=later_text(entry, "parent"),
                kind=later_text(entry, "kind"),
                external_docs=external_docs(entry),
            )
