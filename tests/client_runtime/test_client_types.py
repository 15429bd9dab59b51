"""The runtime satisfies the strict type checkers as it stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_mypy_strict(sdk: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "sdk"]
    done = subprocess.run(command, cwd=sdk.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
