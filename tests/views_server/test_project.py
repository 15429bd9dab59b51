"""The generated project as a thing of its own: clean code, safe text, the same bytes every time."""

from __future__ import annotations

import ast
import dataclasses
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.config import Target
from generator.diagnostics import Report
from generator.model import Api, Enum, EnumValue, Named, Resource
from generator.source import Json
from generator.views.fastapi_server import plan

from .conftest import generate
from .small import API, ID, OPERATIONS, content, operation, parameter

CANARY = "canary"
PAYLOADS = (
    '"', "'", "\\", '"""', "'''", "\n", "\r", "\x0b", "\x1c", "\x85", "\u2028", "\0", "{{ x }}", "{% x %}", "\ud800",
    "\\N{DIGIT ONE}", "#", "*/", "\u202e", "%s", "]) or __import__('os')  #", "../../x", "\ufeff", "import os",
)  # fmt: skip


def test_types_are_clean(project: Path) -> None:
    pytest.importorskip("mypy")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(project / "cache")]
    done = subprocess.run([*command, "src", "tests"], cwd=project, capture_output=True, text=True, check=False)
    assert done.stdout == ""


def test_its_own_tests_pass(project: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    environment = {"PYTHONPATH": str(project / "src"), "PATH": ""}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_handler_that_the_readme_shows_serves(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "src", tmp_path / "src")
    sample = (project / "README.md").read_text().partition("```python\n")[2].partition("```")[0]
    custom = tmp_path / "src" / "small_server" / "custom.py"
    imports, _, rest = custom.read_text().partition("def handlers()")
    custom.write_text(imports + sample + rest.partition("return Handlers()")[2])
    code = "from small_server import create_app, custom; create_app(); print(type(custom.handlers().groups).__name__)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "src", capture_output=True, text=True, check=False
    )
    assert done.stdout == "MyGroupsHandler\n", done.stderr


def test_only_the_users_file_is_written_once() -> None:
    jobs = plan(API, Target(name="fastapi-server"), Report())
    assert [job.path.name for job in jobs if job.once] == ["custom.py"]
    assert len({job.path for job in jobs}) == len(jobs)
    assert all(job.path.parts[0] == "server" for job in jobs)


def test_an_api_without_operations_is_a_server_too() -> None:
    for file in generate(Api(name="", title="", version=""), formatter="ruff"):
        if file.path.suffix == ".py":
            ast.parse(file.content)


def test_operations_that_nothing_tells_apart_are_reported() -> None:
    twice = (operation("a", "GET", "/x/{groupId}", ID), operation("b", "GET", "/x/{groupId}", ID))
    report = Report()
    plan(dataclasses.replace(API, operations=twice), Target(name="fastapi-server"), report)
    assert [finding.code for finding in report] == ["route-shared"]
    apart = Report()
    plan(dataclasses.replace(API, operations=OPERATIONS), Target(name="fastapi-server"), apart)
    assert not len(apart)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_of_the_api_is_never_code(payload: str) -> None:
    """The canary stands in every text; where it comes out as code, it is a name of ours, or nothing at all."""
    for file in generate(_hostile(payload)):
        if file.path.suffix == ".json":
            json.loads(file.content)
        if file.path.suffix == ".py":
            foreign = {name for name in _names(ast.parse(file.content)) if not name.replace("_", "a").isalnum()}
            assert not foreign
            assert "os" not in _names(ast.parse(file.content))


def _hostile(payload: str) -> Api:
    evil = f"{CANARY}{payload}{CANARY}"
    example: Json = {evil: evil}
    only = Enum(values=(EnumValue(value=evil),))
    bad = dataclasses.replace(
        operation(
            evil,
            "GET",
            f"/{evil}",
            parameter(evil, "query", only, evil, default=evil, description=evil),
            parameter(evil, "header", only, evil, required=True, description=evil),
            responses=(
                dataclasses.replace(
                    OPERATIONS[0].responses[0], description=evil, contents=(content(Named(id=ID_TYPE), example, evil),)
                ),
            ),
            resource=evil,
        ),
        summary=evil,
        description=evil,
        scopes=(evil,),
    )
    return dataclasses.replace(
        API,
        title=evil,
        version=evil,
        description=evil,
        resources=(Resource(path=(evil,), title=evil, description=evil),),
        operations=(bad, dataclasses.replace(bad, action=evil + "2")),
    )


ID_TYPE = next(iter(API.types))


def _names(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        for field in ("id", "name", "attr", "arg", "module"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                found |= set(value.split("."))
    return found - {""}
