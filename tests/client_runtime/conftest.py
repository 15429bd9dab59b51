"""The client's runtime, put together as the generator does it, as the package `sdk`."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session", autouse=True)
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the package `sdk`, importable."""
    pytest.importorskip("httpx2")
    root = tmp_path_factory.mktemp("sdk")
    package = root / "sdk"
    shutil.copytree(TEMPLATES / "python-client" / "package", package, ignore=shutil.ignore_patterns("*.jinja"))
    for name in ("model.py", "xml_bodies.py"):
        shutil.copy(TEMPLATES / "python" / "runtime" / name, package / "_runtime")
    (package / "__init__.py").touch()
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    yield package
    sys.path.remove(str(root))
    for name in [name for name in sys.modules if name.partition(".")[0] == "sdk"]:
        del sys.modules[name]
