"""What the official schemas say of a document, in sentences with places."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.readers import openapi
from generator.readers.openapi import validation
from tests.readers_openapi.openapi_reading import document


def said(text: str, mode: str = "fast", version: str = "3.0") -> list[tuple[str, str]]:
    source, _ = document(text, version=version)
    findings = openapi.validate(source, mode)
    assert all(finding.code in ("spec-invalid", "spec-unchecked") for finding in findings)
    return [(finding.at.pointer if finding.at else "", finding.message) for finding in findings]


def test_a_valid_document_has_no_findings() -> None:
    text = "paths: {/a: {get: {responses: {'200': {description: ok}}}}}"
    for version in ("2.0", "3.0", "3.1", "3.2"):
        for mode in ("fast", "full", "auto"):
            assert said(text, mode, version) == []


def test_complaints_are_about_the_innermost_place() -> None:
    found = said("""
        paths:
          /a:
            get:
              parameters: [{name: x, in: multipart, schema: {type: file}}, {name: y, in: query, scheme: {}}]
    """)
    parameters = "/paths/~1a/get/parameters"
    assert ("/paths/~1a/get", "`responses` is missing") in found
    assert (f"{parameters}/0/in", "'multipart' is none of path, query, header, cookie") in found
    assert any(
        place == f"{parameters}/0/schema/type" and message.startswith("'file' is none of") for place, message in found
    )
    assert (f"{parameters}/1/scheme", "OpenAPI has no key 'scheme' here; did you mean 'schema'?") in found


def test_repeated_complaints_are_folded_and_all_of_them_bounded() -> None:
    same = ", ".join(f"/a{number}: {{get: {{}}}}" for number in range(300))
    found = said(f"paths: {{{same}}}")
    assert found == [("/paths/~1a0/get", "`responses` is missing (300 places)")]
    many = ", ".join(f"/a{number}: {{get{number}: {{}}}}" for number in range(300))
    found = said(f"paths: {{{many}}}")
    assert len(found) == 51 and "250 more" in found[-1][1]


def test_the_full_check_knows_defaults_and_ids() -> None:
    text = """
        paths:
          /a: {get: {operationId: a, responses: {'200': {description: ok}}}}
          /b: {get: {operationId: a, responses: {'200': {description: ok}}}}
        components: {schemas: {S: {type: integer, default: x}}}
    """
    assert said(text, "fast") == []
    expected = [
        ("/paths/~1b/get", "the operationId 'a' stands twice"),
        ("/components/schemas/S/default", "the default does not fit its schema: 'x' is not of type 'integer'"),
    ]
    assert said(text, "full") == said(text, "auto") == expected


@pytest.mark.parametrize(
    "schema",
    [
        "{type: integer, default: x}",
        "{type: integer, maximum: 3, default: 4}",
        "{enum: [a], default: b}",
        "{allOf: [{type: integer}], default: x}",
        "{type: string, format: date, default: x}",
        "{type: array, items: {type: integer}, default: [x]}",
        "{type: integer, default: null}",
    ],
)
def test_the_quick_check_asks_for_the_full_one_wherever_a_default_may_not_fit(schema: str) -> None:
    text = f"paths: {{}}\ncomponents: {{schemas: {{S: {schema}}}}}"
    assert said(text, "auto") == said(text, "full") != []


@pytest.mark.parametrize(
    "reference", ["http://127.0.0.1:9/x.yaml", "file:///etc/passwd", "other.yaml", "#/components/no"]
)
def test_the_full_check_fetches_nothing_and_survives(reference: str) -> None:
    text = f"paths: {{}}\ncomponents: {{schemas: {{S: {{$ref: '{reference}'}}}}}}"
    assert said(text, "full") == []


def test_a_pattern_that_never_ends_is_not_tried() -> None:
    text = f"paths: {{}}\ncomponents: {{schemas: {{S: {{type: string, pattern: (a+)+$, default: {'a' * 60}!}}}}}}"
    assert said(text, "full") == []


@pytest.mark.parametrize(
    "text", ["openapi: 3.0.0", "openapi: 9.9", "swagger: '2.0'\npaths: []", "openapi: 3.1.0\npaths: {/a: []}"]
)
def test_anything_can_be_checked(text: str) -> None:
    for mode in ("fast", "full"):
        said(text, mode)


def test_validators_are_not_imported_before_they_are_used() -> None:
    names = "('jsonschema_rs', 'openapi_spec_validator')"
    code = f"import sys, generator.readers.openapi; print([name for name in {names} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


TWICE = """
    paths:
      /a: {get: {operationId: x, responses: {'200': {description: ok}}}}
      /b: {get: {operationId: x, responses: {'200': {description: ok}}}}
"""


def test_a_verdict_is_remembered_and_the_memory_never_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = said(TWICE, "full")
    assert any("stands twice" in message for _, message in fresh)
    monkeypatch.setenv("SPECLOOM_CACHE", str(tmp_path))
    assert said(TWICE, "full") == fresh
    (file,) = (tmp_path / "verdicts").iterdir()
    with monkeypatch.context() as patch:
        patch.setattr(validation, "_complaints", lambda *_: pytest.fail("worked out again"))
        assert said(TWICE, "full") == fresh
    for damage in ("", "{", "[1]", '[["a"]]', "{}", '[["a", "b", 1]]', "[" * 100_000):
        file.write_text(damage)
        assert said(TWICE, "full") == fresh
    assert said(TWICE.replace("operationId: x,", "", 1), "full") == []
    assert len(list((tmp_path / "verdicts").iterdir())) == 2


def test_a_memory_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = said(TWICE, "full")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SPECLOOM_CACHE", str(tmp_path / "file"))
    assert said(TWICE, "full") == fresh
