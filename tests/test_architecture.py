"""The walls of the house: layers, what may be imported where, and the catalogue of findings."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from generator.codes import CODES

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "generator").rglob("*.py"))


def test_the_layering_contracts_hold() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_every_code_that_is_reported_is_explained() -> None:
    used: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                used |= _code(node)
    assert used - CODES.keys() == set()
    assert CODES.keys() - used - _mentioned() == set(), "explained, but never reported"


def _code(call: ast.Call) -> set[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    first = call.args[0] if call.args else None
    if name in ("error", "warning", "info", "InputError") and isinstance(first, ast.Constant) and _is_code(first.value):
        return {str(first.value)}
    return {
        str(keyword.value.value)
        for keyword in call.keywords
        if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
    }


def _is_code(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) is not None


def _mentioned() -> set[str]:
    """Every string literal outside the catalogue: codes that reach the report through a variable."""
    return {
        node.value
        for path in SOURCES
        if path.name != "codes.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_only_the_command_prints_or_exits() -> None:
    for path in SOURCES:
        if "cli" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "exit", "sys.exit", "click.echo", "os._exit"), f"{path}:{node.lineno}"


def test_the_command_starts_without_the_heavy_libraries() -> None:
    script = "import sys, generator.cli; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "jinja2",
        "openapi_spec_validator",
        "jsonschema",
        "jsonschema_rs",
        "markdown_it",
        "black",
        "fastapi",
        "pydantic",
    }
    assert heavy.isdisjoint(loaded)
