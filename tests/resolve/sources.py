"""Small sources for the tests of weaving: OpenAPI from text, pages as drafts made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from generator import draft, model
from generator.codes import CODES
from generator.config import Config, Rename
from generator.diagnostics import Finding, Origin, Report
from generator.draft import Claim
from generator.readers import openapi
from generator.resolve import resolve
from generator.source import Json, Library

HEAD = 'openapi: 3.1.0\ninfo: {title: Tea, version: "1"}\n'


@dataclass(frozen=True)
class Resolved:
    """An API and what there was to say about it."""

    api: model.Api
    findings: tuple[Finding, ...]

    def codes(self) -> list[str]:
        return [finding.code for finding in self.findings]

    def finding(self, code: str) -> Finding:
        """The one finding of that code."""
        found = [finding for finding in self.findings if finding.code == code]
        assert len(found) == 1, self.findings
        return found[0]

    def operation(self, method: str, path: str) -> model.Operation:
        found = [entry for entry in self.api.operations if (entry.method, entry.path) == (method, path)]
        assert len(found) == 1, [(entry.method, entry.path) for entry in self.api.operations]
        return found[0]

    def names(self) -> list[str]:
        return [".".join((*entry.resource, entry.action)) for entry in self.api.operations]


def document(text: str, name: str = "openapi.yaml") -> tuple[draft.Draft, Report]:
    """The draft of an OpenAPI document; version and info stand in front."""
    report = Report()
    library = Library(Path("/nowhere"))
    body = dedent(text).lstrip()
    head = "" if body.startswith(("openapi", "swagger")) else HEAD
    return openapi.read(library.add_tree(name, head + body), library, report), report


def resolved(
    *sources: str | draft.Draft,
    precedence: Mapping[str, str] | None = None,
    renames: Sequence[Rename] = (),
) -> Resolved:
    """Resolve sources: texts are OpenAPI documents. Findings of the readers are left out."""
    drafts = [
        document(source, f"openapi{index or ''}.yaml")[0] if isinstance(source, str) else source
        for index, source in enumerate(sources)
    ]
    config = Config(
        name="tea",
        root=Path("/nowhere"),
        output=Path("/nowhere/output"),
        precedence=precedence or {},
        renames=tuple(renames),
    )
    report = Report()
    api = resolve(drafts, config, report)
    assert {finding.code for finding in report} <= CODES.keys()
    return Resolved(api, tuple(report))


def at(line: int, document_name: str = "page.md") -> Origin:
    return Origin(document_name, line=line, column=1)


def page(*operations: draft.Operation, name: str = "page.md", servers: Iterable[str] = ()) -> draft.Draft:
    """A documentation page."""
    return draft.Draft(
        kind="page",
        document=name,
        operations=operations,
        servers=tuple(draft.Server(origin=at(2, name), url=url) for url in servers),
    )


def told(
    method: str,
    path: str,
    description: str = "",
    *,
    line: int = 10,
    resource: str = "",
    action: str = "",
    parameters: Iterable[draft.Parameter] = (),
    body: draft.Body | None = None,
    responses: Iterable[draft.Response] = (),
    scopes: Sequence[str] = (),
) -> draft.Operation:
    """An operation as a page tells of it."""
    origin = at(line)
    return draft.Operation(
        origin=origin,
        method=method,
        path=path,
        resource=Claim(resource, origin) if resource else None,
        action=Claim(action, origin) if action else None,
        description=Claim(description, origin) if description else None,
        parameters=tuple(parameters),
        body=body,
        responses=tuple(responses),
        scopes=Claim(tuple(scopes), origin) if scopes else None,
    )


def row(
    name: str,
    place: draft.Place = "query",
    *,
    line: int = 20,
    required: bool | None = None,
    description: str = "",
    default: Json = None,
    enum: Sequence[Json] | None = None,
    example: Json = None,
    kind: str = "",
) -> draft.Parameter:
    """A parameter as a row of a page's table; all values are texts."""
    origin = at(line)
    return draft.Parameter(
        origin=origin,
        name=name,
        place=place,
        required=Claim(required, origin) if required is not None else None,
        description=Claim(description, origin) if description else None,
        default=Claim(default, origin) if default is not None else None,
        enum=Claim(tuple(enum), origin) if enum is not None else None,
        examples=(draft.Example(origin=origin, value=example),) if example is not None else (),
        schema=draft.Schema(origin=origin, types=(kind,)) if kind else None,
    )


def answer(status: str, type_name: str = "", description: str = "", *, line: int = 30) -> draft.Response:
    """A response as a row of a page's table: its type by name."""
    origin = at(line)
    reference = draft.Reference(origin=origin, name=type_name)
    content = draft.Content(origin=origin, media_type="application/json", schema=reference)
    return draft.Response(
        origin=origin,
        status=status,
        description=Claim(description, origin) if description else None,
        contents=(content,) if type_name else (),
    )
