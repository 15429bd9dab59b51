"""The server of the small API, generated once and imported."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from generator.artifact import File
from generator.config import Target
from generator.diagnostics import Report
from generator.model import Api
from generator.render import render
from generator.views.fastapi_server import plan

from .small import API


def generate(api: Api, package: str = "", formatter: str = "none") -> tuple[File, ...]:
    return render([plan(api, Target(name="fastapi-server", package=package), Report())], formatter)


def write(files: tuple[File, ...], folder: Path) -> Path:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder / "server"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(generate(API, formatter="ruff"), tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def package(project: Path) -> Iterator[ModuleType]:
    sys.path.insert(0, str(project / "src"))
    yield importlib.import_module("small_server")
    sys.path.remove(str(project / "src"))
