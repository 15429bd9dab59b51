"""The samples, as they stand in `output/`: fresh, the same everywhere, strictly typed, and at work."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from generator import build, config, output, render
from generator.diagnostics import Report
from generator.source import Library

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.parent for path in (ROOT / "specs").glob(f"*/{config.PROJECT_FILE}"))


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)


def sources(folder: Path) -> str:
    return os.pathsep.join(str(folder / part / "src") for part in ("client", "server"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_committed_output_is_fresh(sample: Path) -> None:
    library = Library(sample)
    settings = config.load(sample / config.PROJECT_FILE, library)
    plan = output.plan(build.build(settings, library, Report()).files, settings.output)
    assert plan.fresh, "\n".join(plan.diff())[:3000]


def test_two_hash_seeds_two_folders_the_same_bytes(tmp_path: Path) -> None:
    for seed, cwd in (("1", ROOT), ("2", tmp_path)):
        project = str(ROOT / "specs" / "losant")
        done = run(
            sys.executable, "-m", "generator", "generate", project, "--output", str(tmp_path / seed),
            cwd=cwd, PYTHONHASHSEED=seed, PYTHONPATH=str(ROOT), LC_ALL="C" if seed == "1" else "C.UTF-8",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    first, second = (
        {
            path.relative_to(tmp_path / seed): path.read_bytes()
            for path in (tmp_path / seed).rglob("*")
            if path.is_file()
        }
        for seed in ("1", "2")
    )
    assert first == second
    committed = {
        path.relative_to(ROOT / "output" / "losant"): path.read_bytes()
        for path in (ROOT / "output" / "losant").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert first == committed


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_both_formatters_leave_every_generated_file_as_it_is(formatter: str) -> None:
    if formatter == "black":
        pytest.importorskip("black")
    sources = {
        path.read_bytes(): PurePosixPath(path.relative_to(ROOT))
        for path in sorted((ROOT / "output").rglob("*.py"))
        if "__pycache__" not in path.parts
    }
    assert sources
    with contextlib.ExitStack() as at_work:
        formatted = render.FORMATTERS[formatter](sources, at_work)()
    assert [str(path) for source, path in sources.items() if formatted[source] != source] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_generated_client_calls_the_generated_server(sample: Path) -> None:
    folder = ROOT / "output" / sample.name
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "client/tests", "server/tests")
    done = run(*command, cwd=folder, PYTHONPATH=sources(folder), PYTHONDONTWRITEBYTECODE="1")
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_generated_code_is_strictly_typed(sample: Path, tmp_path: Path) -> None:
    folder = ROOT / "output" / sample.name
    packages = [path.name for part in ("client", "server") for path in sorted((folder / part / "src").iterdir())]
    arguments = [part for name in packages if name != "__pycache__" for part in ("-p", name)]
    mypy = run(sys.executable, "-m", "mypy", "--strict", *arguments, cwd=tmp_path, MYPYPATH=sources(folder))
    assert mypy.returncode == 0, mypy.stdout[-3000:]
    command = (sys.executable, "-m", "pyright", "--pythonpath", sys.executable)
    pyright = run(*command, str(folder / "client"), str(folder / "server"), PYTHONPATH=sources(folder))
    assert pyright.returncode == 0, pyright.stdout[-3000:]
