"""The reference's samples do what they say: they are run, word for word, against the generated server."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import build, config
from generator.diagnostics import Report
from generator.source import Library

uvicorn = pytest.importorskip("uvicorn")
pytest.importorskip("fastapi")

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Running:
    """A generated project on disk, its server listening."""

    name: str
    folder: Path
    original: str
    base_url: str


@pytest.fixture(scope="module", params=["petstore", "losant"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    name = request.param
    source = ROOT / "specs" / name
    library = Library(source)
    built = build.build(config.load(source / "specloom.yaml", library), library, Report())
    folder = tmp_path_factory.mktemp(name)
    for file in built.files:
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
    (folder / "FILE").write_bytes(b"\xff\xd8 a picture")
    sys.path.insert(0, str(folder / "server" / "src"))
    app = __import__(f"{name}_server").create_app()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        yield Running(name=name, folder=folder, original=built.api.servers[0].url, base_url=url)
        server.should_exit = True
        thread.join(timeout=5)
    sys.path.remove(str(folder / "server" / "src"))


def samples(running: Running, language: str) -> list[str]:
    found = []
    for page in sorted((running.folder / "docs" / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        found += [match[1] for match in re.finditer(rf"^```{language}\n(.*?)\n```$", text, re.DOTALL | re.MULTILINE)]
    return found


def test_python(running: Running) -> None:
    """All in one process: starting one for each would take longer than the calls."""
    programs = samples(running, "python")
    assert programs
    script = "\n\n".join(programs)
    environment = {
        "PYTHONPATH": str(running.folder / "client" / "src"),
        f"{running.name.upper()}_BASE_URL": running.base_url,
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**environment, "PATH": "", "PYTHONUTF8": "1"},
        cwd=running.folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_curl(running: Running) -> None:
    commands = [sample for sample in samples(running, "bash") if sample.startswith("curl ")]
    assert commands
    for command in commands:
        told = command.replace(running.original, running.base_url)
        shown = "--silent --show-error --max-time 5 --output answer --write-out '%{http_code}'"
        done = subprocess.run(
            ["sh", "-c", f"{told} {shown}"], cwd=running.folder, capture_output=True, text=True, check=False
        )
        streams = "text/event-stream" in command  # a stream may stay open
        assert done.returncode == 0 or (streams and done.returncode == 28), done.stderr
        assert done.stdout.startswith("2"), (command, done.stdout, (running.folder / "answer").read_text("utf-8"))
