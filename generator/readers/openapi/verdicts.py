"""Verdicts of a slow validator, remembered from run to run by the digest of what was asked.

In: the tree, the version and a way to work the verdict out. Out: the verdict, worked out or remembered. A memory that
is missing, damaged or not writable changes nothing but the time it takes. It lies in the user's cache folder, or in the
folder that the environment variable SPECLOOM_CACHE names; an empty one turns it off.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import __version__
from generator.source import Json, Missing

Said = tuple[str, str, str]
"""One complaint: its code, its message and the JSON pointer of its place."""

_KEPT = 500
"""How many verdicts are kept; the oldest go first."""
_JUDGES = ("openapi-spec-validator", "openapi-schema-validator", "jsonschema", "jsonschema-path")
"""The packages on whose versions a verdict depends."""


def remembered(tree: Json | Missing, version: str, judge: Callable[[], Sequence[Said]]) -> tuple[Said, ...]:
    """The verdict on a tree.

    Args:
        tree: What is judged.
        version: As which version of OpenAPI.
        judge: Works the verdict out; pure.
    """
    file = _file(tree, version)
    known = _read(file) if file else None
    if known is None:
        known = tuple(judge())
        if file:
            _write(file, known)
    return known


def _file(tree: Json | Missing, version: str) -> Path | None:
    """Where the verdict lies; None where nothing is remembered."""
    folder = _folder()
    if folder is None:
        return None
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    try:
        asked = json.dumps([__version__, version, [version_of(name) for name in _JUDGES], sys.version, tree])
    except (TypeError, ValueError, RecursionError, PackageNotFoundError):
        return None
    return folder / "verdicts" / f"{hashlib.sha256(asked.encode()).hexdigest()}.json"


def _folder() -> Path | None:
    said = os.environ.get("SPECLOOM_CACHE")
    if said is not None:
        return Path(said) if said else None
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "specloom"
    except RuntimeError:  # there is no home
        return None


def _read(file: Path) -> tuple[Said, ...] | None:
    """What the file remembers; None where it is not there or not whole."""
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(entries, list):
        return None
    found = [
        (entry[0], entry[1], entry[2])
        for entry in entries
        if isinstance(entry, list) and len(entry) == 3 and all(isinstance(part, str) for part in entry)
    ]
    return tuple(found) if len(found) == len(entries) else None


def _write(file: Path, said: Sequence[Said]) -> None:
    with contextlib.suppress(OSError, ValueError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(said, stream)
            Path(temporary).replace(file)
        finally:
            Path(temporary).unlink(missing_ok=True)
        kept = sorted(file.parent.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for old in kept[:-_KEPT]:
            old.unlink(missing_ok=True)
