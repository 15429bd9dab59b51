"""What is generated from hostile documents is not only sound as text: it runs, and no canary runs with it."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path, PurePosixPath

import pytest

from generator.config import Target

from . import payloads
from .runs import Sinks, made, text_of

pytest.importorskip("httpx2")
pytest.importorskip("fastapi")


@pytest.mark.parametrize("payload", payloads.PAYLOADS)
def test_packages_import(payload: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = {"client": "hostile_sdk", "server": "hostile_stub"}
    targets = (
        Target(name="python-client", package=packages["client"]),
        Target(name="fastapi-server", package=packages["server"]),
    )
    result = made(tmp_path, "openapi.json", text_of("openapi.json", Sinks(payload=payload)), targets=targets)
    for file in result.files:
        place = tmp_path / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
    for folder, package in packages.items():
        monkeypatch.syspath_prepend(str(tmp_path / folder / "src"))
        for file in result.files:
            in_package = file.path.parts[:2] == (folder, "src")
            if in_package and file.path.suffix == ".py" and file.path.stem != "__main__":
                importlib.import_module(_module(file.path))
        if folder == "server":
            assert sys.modules[package].create_app().openapi()["paths"]
    for name in [name for name in sys.modules if name.partition(".")[0] in packages.values()]:
        del sys.modules[name]


def _module(path: PurePosixPath) -> str:
    parts = path.with_suffix("").parts[2:]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
