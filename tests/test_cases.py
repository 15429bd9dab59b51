"""Cases: a folder with sources, the model and the findings that they must give, and code that must work.

`tests/cases/<name>/` holds `openapi.yaml` and/or `pages/*`, `model.json` (of each operation and type what matters for
the case) and `findings.txt`. `pytest --update` rewrites the two expected files; read the diff before you commit it.
Every case is also generated whole: the code must compile, import, pass mypy in strict mode and its own round trip.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import build, config, output
from generator.cli import findings as presentation
from generator.diagnostics import Finding, Report
from generator.source import Json, Library

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def configured(case: Path, out: Path) -> config.Config:
    specs = [path.name for path in sorted(case.glob("openapi*.*"))]
    pages = [f"pages/{path.name}" for path in sorted(case.glob("pages/*"))]
    overlays = [path.name for path in sorted(case.glob("overlay*.yaml"))]
    return config.from_flags(specs, pages, "", overlays, "sample", out, case)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_model_and_findings(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    library, report = Library(case), Report()
    api = build.model(configured(case, tmp_path), library, report)
    found = presentation.located(list(report), library)
    tree = build.describe(api, found, library)
    model = json.dumps(_telling(tree), indent=1, ensure_ascii=False) + "\n"
    findings = "".join(f"{line}\n" for line in map(_finding, found))
    if request.config.getoption("--update"):
        (case / "model.json").write_text(model, encoding="utf-8")
        (case / "findings.txt").write_text(findings, encoding="utf-8")
    assert model == (case / "model.json").read_text(encoding="utf-8")
    assert findings == (case / "findings.txt").read_text(encoding="utf-8")


def _telling(tree: dict[str, Json]) -> dict[str, Json]:
    """The model without what is the same in every case."""
    kept = ("operations", "webhooks", "types", "security_schemes", "servers")
    return {key: _pruned(tree[key]) for key in kept if tree[key]}


def _pruned(value: Json) -> Json:
    """Without empty and negative facts, and without places: those are the findings' business."""
    if isinstance(value, list):
        return [_pruned(entry) for entry in value]
    if isinstance(value, dict):
        pruned = {key: _pruned(entry) for key, entry in value.items() if key not in ("origins", "facts")}
        return {
            key: entry for key, entry in pruned.items() if entry not in (None, False, "", [], {}) or key == "example"
        }
    return value


def _finding(finding: Finding) -> str:
    also = "".join(f" also {origin}" for origin in finding.also)
    return f"{finding.at}: {finding.severity.label}[{finding.code}]: {finding.message}{also}"


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All cases, generated side by side as packages `<case>` and `<case>_server`."""
    folder = tmp_path_factory.mktemp("cases")
    for case in CASES:
        library, report = Library(case), Report()
        name = case.name.replace("-", "_")
        settings = config.from_flags(
            [path.name for path in sorted(case.glob("openapi*.*"))],
            [f"pages/{path.name}" for path in sorted(case.glob("pages/*"))],
            "",
            [path.name for path in sorted(case.glob("overlay*.yaml"))],
            f"case_{name}",
            folder / case.name,
            case,
        )
        built = build.build(settings, library, report)
        output.write(output.plan(built.files, folder / case.name))
    return folder


def _path(generated: Path) -> str:
    return os.pathsep.join(str(path) for path in sorted(generated.glob("*/*/src")))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_generated_client_calls_the_generated_server(case: Path, generated: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "client/tests", "server/tests"],
        cwd=generated / case.name,
        env=os.environ | {"PYTHONPATH": _path(generated)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_all_generated_code_is_strictly_typed(generated: Path) -> None:
    packages = sorted(path.name for path in generated.glob("*/*/src/*"))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *(part for name in packages for part in ("-p", name))],
        cwd=generated,
        env=os.environ | {"MYPYPATH": _path(generated)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
