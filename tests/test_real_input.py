"""What it all began with: the published documents and pages, where they are at hand (they are no part of the project).

A document that folds actions onto their resource's path is put right by a page, and five sources that were scraped in
four shapes become one API whose generated client and server work together.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import build, config, output
from generator.diagnostics import Report, Severity
from generator.source import Library

SHARED = Path(__file__).resolve().parents[2] / "shared"
DOCUMENT = "specs/losant-application-api-openapi.yml"
PAGE = "seeds/004_bf02e6a16fd3e8ed.txt"
APPLICATION = "/applications/{applicationId}"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="needs the real input")

Key = tuple[str, str]


def described(openapi: list[str], pages: list[str]) -> tuple[dict[Key, dict[str, Any]], Report]:
    """The operations of the model by method and path, and what was found."""
    settings = config.from_flags(openapi, pages, "", [], "sample", SHARED / "unused", SHARED)
    library, report = Library(SHARED), Report()
    tree: Any = build.describe(build.model(settings, library, report), [], library)
    return {(entry["method"], entry["path"]): _without_places(entry) for entry in tree["operations"]}, report


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(entry) for key, entry in value.items() if key not in ("origins", "facts")}
    return [_without_places(entry) for entry in value] if isinstance(value, list) else value


def test_folded_operations_stand_where_the_page_says_and_nothing_else_moves() -> None:
    alone, _ = described([DOCUMENT], [])
    page, _ = described([], [PAGE])
    woven, report = described([DOCUMENT], [PAGE])
    folded = {
        ("GET", f"{APPLICATION}/importLogs"): ("GET", APPLICATION),
        ("PATCH", f"{APPLICATION}/globals"): ("PATCH", APPLICATION),
        ("POST", f"{APPLICATION}/import"): ("POST", APPLICATION),
    }
    assert len(alone) == 83
    assert [finding.code for finding in report].count("operation-folded") == len(folded)
    assert set(woven) == set(alone) - {("POST", APPLICATION)} | set(page)
    for there, here in folded.items():  # the document's wire, the page's scopes
        assert woven[there]["summary"] == alone[here]["summary"]
        assert {entry["name"] for entry in woven[there]["parameters"]} == {
            entry["name"] for entry in alone[here]["parameters"]
        }
        assert woven[there]["scopes"] == page[there]["scopes"] != []
    for key in [("GET", APPLICATION), ("PATCH", APPLICATION)]:  # these are the page's
        for fact in ("parameters", "body", "scopes", "description"):
            assert woven[key][fact] == page[key][fact]
        assert [entry["status"] for entry in woven[key]["responses"]] == [
            entry["status"] for entry in page[key]["responses"]
        ]
    others = set(alone) - set(folded.values())
    assert len(others) == 80
    assert {key for key in others if woven[key] != alone[key]} == {("DELETE", APPLICATION)}  # it is on the page too
    deleted, before = woven["DELETE", APPLICATION], alone["DELETE", APPLICATION]
    assert {fact for fact, value in deleted.items() if value != before[fact]} <= {
        "resource", "id", "description", "scopes"
    }  # fmt: skip


def test_five_sources_become_one_api_whose_client_calls_its_server(tmp_path: Path) -> None:
    seeds = sorted(path.relative_to(SHARED).as_posix() for path in (SHARED / "seeds").glob("*.txt"))
    documents = [seed for seed in seeds if "/002_" in seed]
    pages = [seed for seed in seeds if seed not in documents]
    assert (len(documents), len(pages)) == (1, 4)
    settings = config.from_flags(documents, pages, "", [], "real_input", tmp_path, SHARED)
    report = Report()
    built = build.build(settings, Library(SHARED), report)
    assert built.api.operations
    assert [finding for finding in report if finding.severity is Severity.ERROR] == []
    output.write(output.plan(built.files, tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "client/tests", "server/tests"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(str(path) for path in sorted(tmp_path.glob("*/src")))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
