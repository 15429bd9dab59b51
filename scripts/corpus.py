#!/usr/bin/env python3
"""Runs the generator over a folder of real OpenAPI documents and reports what came of it.

    python scripts/corpus.py ~/.cache/specloom-corpus [--sample 60] [--round-trip] [--types] [--report report.json]

Each document is generated in a process of its own, bounded in time and memory. Counted are documents that generate, the
findings by code, crashes, files that do not compile, packages that do not import, and, against the operations in the
document itself, the operations in the generated client, server and reference. `--round-trip` runs the generated tests
(the generated client against the generated server), `--types` runs mypy in strict mode over what was generated.
Exit code 1 when anything crashed, did not compile or import, lost an operation, or failed a test.
"""

from __future__ import annotations

import argparse
import ast
import collections
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import runs

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}


def main() -> None:
    arguments = runs.parser(__doc__, seconds=600)
    arguments.add_argument("--round-trip", action="store_true", help="run the generated tests")
    arguments.add_argument("--types", action="store_true", help="run mypy --strict on what was generated")
    arguments.add_argument("--cache", type=Path, help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.one:
        types = (
            options.cache / options.worker if options.types else None
        )  # what generated code stands on is checked once
        print(json.dumps(_one(options.one, round_trip=options.round_trip, types=types)))
        return
    flags = [flag for flag in ("--round-trip", "--types") if getattr(options, flag.strip("-").replace("-", "_"))]
    with tempfile.TemporaryDirectory(prefix="specloom-types-") as caches:
        results = runs.run(options, __file__, [*flags, "--cache", caches], _problems)
    sys.exit(_report(results))


def _one(path: Path, *, round_trip: bool, types: Path | None) -> dict[str, Any]:
    runs.limit_memory()
    from generator import build, config, output
    from generator.diagnostics import InputError, Report
    from generator.source import Library

    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="specloom-corpus-") as name:
        folder = Path(name)
        library, report = Library(path.parent), Report()
        try:
            settings = config.from_flags([path.name], [], "", [], "sample", folder, path.parent)
            built = build.build(settings, library, report)
        except InputError as error:
            return {"status": "refused", "code": error.finding.code, "message": error.finding.message}
        output.write(output.plan(built.files, folder))
        result: dict[str, Any] = {
            "status": "generated",
            "seconds": time.perf_counter() - began,
            "findings": collections.Counter(finding.code for finding in report),
            "operations": _in_document(library.open_tree(path).tree),
            "client": _in_client(folder),
            "server": _in_server(folder),
            "docs": _in_docs(folder),
            "problems": _uncompiled(folder),
        }
        result["problems"] += _unimported(folder)
        if round_trip:
            result["problems"] += _failed_tests(folder)
        if types:
            result["problems"] += _type_errors(folder, types)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return result | {"mb": peak // 1024}


def _in_document(tree: Any) -> int:
    """The operations of a document, counted without any of our readers."""
    paths = tree.get("paths") if isinstance(tree, dict) else None
    items = paths.values() if isinstance(paths, dict) else ()
    return sum(
        isinstance(value, dict) and key.lower() in METHODS
        for item in items
        if isinstance(item, dict)
        for key, value in item.items()
    )


def _calls(folder: Path, name: str) -> int:
    """How often generated code calls `name` with a `method=`, which is how client and server declare an operation."""
    count = 0
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and any(keyword.arg == "method" for keyword in node.keywords):
                called = node.func.value if isinstance(node.func, ast.Subscript) else node.func
                count += isinstance(called, ast.Name) and called.id == name
    return count


def _in_client(folder: Path) -> int:
    return sum(_calls(resources, "Operation") for resources in folder.glob("client/src/*/resources"))


def _in_server(folder: Path) -> int:
    return sum(_calls(routes, "Operation") for routes in folder.glob("server/src/*/routes"))


def _in_docs(folder: Path) -> int:
    pattern = re.compile(r"^### Method And Url", re.MULTILINE)
    return sum(len(pattern.findall(page.read_text(encoding="utf-8"))) for page in folder.glob("docs/docs/**/*.md"))


def _uncompiled(folder: Path) -> list[str]:
    problems = []
    for path in sorted(folder.rglob("*.py")):
        try:
            compile(path.read_bytes(), str(path.relative_to(folder)), "exec")
        except (SyntaxError, ValueError) as error:
            problems.append(f"compile: {path.relative_to(folder)}: {error}")
    return problems


def _unimported(folder: Path) -> list[str]:
    """Import everything, and make the server's application."""
    script = (
        "import importlib, pkgutil\n"
        "for name in ('sample', 'sample_server'):\n"
        "    package = importlib.import_module(name)\n"
        "    for module in pkgutil.walk_packages(package.__path__, name + '.'):\n"
        "        module.name.endswith('__main__') or importlib.import_module(module.name)\n"
        "app = importlib.import_module('sample_server').create_app()\n"
        "app.openapi()\n"
    )
    return _problem("import", [sys.executable, "-W", "error::SyntaxWarning", "-c", script], folder)


def _failed_tests(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "client/tests", "server/tests"]
    return _problem("round trip", command, folder)


def _type_errors(folder: Path, cache: Path) -> list[str]:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--cache-dir",
        str(cache),
        "-p",
        "sample",
        "-p",
        "sample_server",
    ]
    return _problem("types", command, folder)


def _problem(kind: str, command: list[str], folder: Path) -> list[str]:
    path = os.pathsep.join(str(folder / part / "src") for part in ("client", "server"))
    environment = os.environ | {"PYTHONPATH": path, "MYPYPATH": path}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    lines = [line for line in (done.stdout + done.stderr).strip().splitlines() if "error" in line.lower()]
    return [f"{kind}: {(lines or ['exit code ' + str(done.returncode)])[-1][:300]}"]


def _report(results: runs.Results) -> int:
    """Print the summary; 1 when anything is wrong."""
    by_status = collections.Counter(result["status"] for result in results.values())
    generated = [result for result in results.values() if result["status"] == "generated"]
    totals = {key: sum(result[key] for result in generated) for key in ("operations", "client", "server", "docs")}
    findings: collections.Counter[str] = sum(
        (collections.Counter(result["findings"]) for result in generated), collections.Counter()
    )
    print(
        f"documents   {len(results)}: " + ", ".join(f"{count} {status}" for status, count in sorted(by_status.items()))
    )
    print("operations  " + ", ".join(f"{count} in the {key}" for key, count in totals.items()))
    seconds = sorted(result["seconds"] for result in generated)
    if seconds:
        print(
            f"seconds     {sum(seconds):.0f} in all, median {seconds[len(seconds) // 2]:.2f}, longest {seconds[-1]:.1f}"
        )
        print(f"memory      {max(result['mb'] for result in generated)} MB at the most")
    print("findings    " + ", ".join(f"{code} {count}" for code, count in findings.most_common()))
    wrong = sum(bool(_wrong(result)) for result in results.values())
    print(f"{len(results) - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


def _problems(name: str, result: runs.Result) -> Iterator[str]:
    """What there is to say of a document at once."""
    if result["status"] == "refused":
        yield f"refused     {name}: {result['code']}: {result['message']}"
    yield from (f"PROBLEM     {name}: {problem}" for problem in _wrong(result))


def _wrong(result: runs.Result) -> list[str]:
    """What must not be: crashes, code that does not work, lost operations."""
    problems = list(result.get("problems", ()))
    if result["status"] in ("crash", "hang"):
        problems.append(f"{result['status']}: {result.get('message', '')}")
    if result["status"] == "generated":
        problems += [
            f"lost: {result[key]} operations of {result['operations']} in the {key}"
            for key in ("client", "server", "docs")
            if result[key] < result["operations"]
        ]
    return problems


if __name__ == "__main__":
    main()
