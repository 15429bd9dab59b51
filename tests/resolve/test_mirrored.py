"""A page that says what the document says: each operation finds its own, nothing is folded, nothing drifts.

`scripts` and corpora have more documents; these are the samples and the cases of the repository.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import build, config, draft, model
from generator.codes import CODES
from generator.diagnostics import Finding, InputError, Report
from generator.resolve import resolve
from generator.source import Library
from tests.resolve.mirrored import as_page

ROOT = Path(__file__).parents[2]


def documents() -> list[Path]:
    found = sorted([*ROOT.glob("specs/*/openapi.yaml"), *ROOT.glob("tests/cases/*/openapi.yaml")])
    assert len(found) > 10
    return found


DOCUMENTS = pytest.mark.parametrize("path", documents(), ids=lambda path: path.parent.name)


def read(path: Path) -> tuple[draft.Draft, config.Config]:
    settings = replace(config.from_flags([path.name], [], "", [], "sample", None, path.parent), validate="fast")
    try:
        (source,) = build.read(settings, Library(path.parent), Report())
    except InputError:
        pytest.skip("not readable")
    return source, settings


def resolved(settings: config.Config, *drafts: draft.Draft) -> tuple[model.Api, list[Finding]]:
    report = Report()
    api = resolve(drafts, settings, report)
    return api, [finding for finding in report if CODES[finding.code].drift]


def members(api: model.Api) -> list[tuple[str, ...]]:
    """Of each operation, the places that speak of it."""
    return [tuple(str(origin) for origin in operation.origins) for operation in api.operations]


@DOCUMENTS
def test_a_page_of_the_same_facts_gives_no_drift(path: Path) -> None:
    source, settings = read(path)
    page = as_page(source)
    alone, _ = resolved(settings, source)
    both, drift = resolved(settings, source, page)
    assert drift == []
    assert members(both) == [
        (str(operation.origin), str(told.origin))
        for operation, told in zip(source.operations, page.operations, strict=True)
    ]
    assert [operation.id for operation in both.operations] == [operation.id for operation in alone.operations]


@DOCUMENTS
def test_what_the_document_lacks_is_never_taken_for_something_else(path: Path) -> None:
    source, settings = read(path)
    page = as_page(source)
    for kept in (0, 1):
        fewer = replace(source, operations=source.operations[kept::2])
        api, drift = resolved(settings, fewer, page)
        assert {finding.code for finding in drift} <= {"operation-unspecified"}
        assert len(api.operations) == len(source.operations)


@DOCUMENTS
def test_an_operation_whose_last_segment_was_dropped_is_put_back(path: Path) -> None:
    source, settings = read(path)
    by_place = {(operation.method, operation.path): operation for operation in source.operations}
    for operation in source.operations:
        above = operation.path.rpartition("/")[0]
        shadowed = by_place.get((operation.method, above))
        if shadowed is None or "}" in operation.path.rpartition("/")[2] or not operation.summary:
            continue
        folded = tuple(
            replace(entry, path=above) if entry is operation else entry
            for entry in source.operations
            if entry is not shadowed
        )
        api, drift = resolved(settings, replace(source, operations=folded), as_page(source))
        assert [finding.code for finding in drift if finding.code == "operation-folded"] == ["operation-folded"]
        assert len(api.operations) == len(source.operations)
        assert {entry.path for entry in api.operations} == {entry.path for entry in source.operations}
