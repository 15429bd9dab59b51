"""Reads small OpenAPI documents from text, for the tests of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from generator.codes import CODES
from generator.diagnostics import Finding, Report
from generator.draft import Draft, Operation, Parameter, Reference, Schema
from generator.readers import openapi
from generator.source import Document, Library

HEAD = {
    "2.0": 'swagger: "2.0"\ninfo: {title: Tea, version: "1"}\n',
    "3.0": 'openapi: 3.0.3\ninfo: {title: Tea, version: "1"}\n',
    "3.1": 'openapi: 3.1.0\ninfo: {title: Tea, version: "1"}\n',
    "3.2": 'openapi: 3.2.0\ninfo: {title: Tea, version: "1"}\n',
}


@dataclass(frozen=True)
class Reading:
    """A draft and the findings that its document gave rise to."""

    draft: Draft
    findings: tuple[Finding, ...]
    library: Library

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.findings]

    def finding(self, code: str) -> Finding:
        """The one finding of that code."""
        found = [finding for finding in self.findings if finding.code == code]
        assert len(found) == 1, self.findings
        return found[0]

    @property
    def operation(self) -> Operation:
        """The one operation."""
        assert len(self.draft.operations) == 1
        return self.draft.operations[0]

    def parameter(self, name: str) -> Parameter:
        return next(parameter for parameter in self.operation.parameters if parameter.name == name)

    def schema(self, name: str) -> Schema:
        """A reusable schema that is no reference."""
        found = next(named.schema for named in self.draft.schemas.values() if named.name == name)
        assert isinstance(found, Schema)
        return found


def document(text: str, folder: Path = Path("/nowhere"), version: str = "3.1") -> tuple[Document, Library]:
    text = dedent(text)
    head = "" if text.lstrip().startswith(("openapi", "swagger", "{")) else HEAD[version]
    library = Library(folder)
    return library.add_tree("api.yaml", head + text), library


def reading(
    text: str, version: str = "3.1", files: Mapping[str, str] | None = None, folder: Path | None = None
) -> Reading:
    """Read a document; the head is added where the text has none. `files` are written beside it."""
    for name, content in (files or {}).items():
        assert folder is not None
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(content), encoding="utf-8")
    source, library = document(text, folder or Path("/nowhere"), version)
    report = Report()
    draft = openapi.read(source, library, report)
    assert {finding.code for finding in report} <= CODES.keys()
    assert all("\n" not in finding.message for finding in report)
    return Reading(draft, tuple(report), library)


def plain(schema: Schema | Reference | None) -> Schema:
    assert isinstance(schema, Schema)
    return schema


def ref(schema: Schema | Reference | None) -> Reference:
    assert isinstance(schema, Reference)
    return schema
