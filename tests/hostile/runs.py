"""Runs of the generator inside the test's process, watched: what it opens, starts and connects to."""

from __future__ import annotations

import json
import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import generator
from generator import build, config
from generator.artifact import File
from generator.diagnostics import Finding, InputError, Report
from generator.render import TEMPLATES
from generator.source import Library

from . import documents, pages, payloads

SHAPES = ("openapi.json", "swagger.json", "page.md", "page.html", "page.txt")
"""The documents of the matrix, by file name."""


@dataclass(slots=True, kw_only=True)
class Sinks:
    """Gives every sink of a document its text: the payload with a canary of its own, or the harmless canary.

    Attributes:
        payload: A name of `payloads.PAYLOADS`, or "" for none.
        only: The sinks that get the payload; None for all.
    """

    payload: str = ""
    only: frozenset[str] | None = None
    canaries: dict[str, str] = field(default_factory=dict)

    def __call__(self, sink: str) -> str:
        canary = self.canaries.setdefault(sink, f"zq{len(self.canaries):03d}k")
        if not self.payload or (self.only is not None and sink not in self.only):
            return canary
        return payloads.filled(self.payload, canary)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a run gave; `refused` where the input could not be used, and no files."""

    files: tuple[File, ...]
    findings: tuple[Finding, ...]
    library: Library
    refused: str = ""


def text_of(shape: str, fill: Sinks) -> str:
    """The document of this shape."""
    match shape:
        case "openapi.json":
            return json.dumps(documents.openapi(fill))
        case "swagger.json":
            return json.dumps(documents.swagger(fill))
        case "page.md":
            return pages.markdown(fill)
        case "page.html":
            return pages.html(fill)
    return pages.text(fill)


def made(folder: Path, name: str, text: str, **settings: Any) -> Made:
    """Generate all targets from one document in a project folder."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / name
    place.write_text(text, encoding="utf-8", errors="replace", newline="")
    is_page = place.suffix in (".md", ".html", ".txt")
    project = config.Config(
        name="demo",
        root=folder,
        output=folder / "out",
        openapi=() if is_page else (place,),
        pages=(config.Pages(files=(place,)),) if is_page else (),
        targets=tuple(config.Target(name=target) for target in config.TARGETS),
        formatter="none",
        validate="fast",
    )
    return run(replace(project, **settings))


def run(project: config.Config) -> Made:
    """Generate, watched; an error of the input is a result, any other exception is not."""
    library, report = Library(project.root), Report()
    refused = ""
    files: tuple[File, ...] = ()
    with watched(project.root):
        try:
            files = build.build(project, library, report).files
        except InputError as error:
            report.add(error.finding)
            refused = error.finding.message
    return Made(files=files, findings=tuple(report), library=library, refused=refused)


_ALLOWED = tuple(
    os.path.realpath(str(folder))
    for folder in (
        *(sysconfig.get_paths()[kind] for kind in ("stdlib", "platstdlib", "purelib", "platlib")),
        Path(generator.__file__).parent,
        TEMPLATES,
        *(path for path in sys.path if path),
    )
)
_state: dict[str, Any] = {"root": None, "seen": []}


@contextmanager
def watched(root: Path) -> Iterator[None]:
    """Raise AssertionError after the block for every connection, foreign process and file outside the project."""
    _install()
    _state["root"], _state["seen"] = os.path.realpath(root), []
    try:
        yield
    finally:
        _state["root"] = None
    assert not _state["seen"], _state["seen"]


def _install() -> None:
    if "installed" not in _state:
        _state["installed"] = True
        sys.addaudithook(_audit)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    root = _state["root"]
    if root is None:
        return
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.", "os.system", "os.exec")):
        _state["seen"].append((event, repr(arguments)[:200]))
    elif event in ("subprocess.Popen", "os.posix_spawn"):
        if "ruff" not in str(arguments[0]):
            _state["seen"].append((event, repr(arguments)[:200]))
    elif event == "open" and isinstance(arguments[0], str | bytes):
        place = os.path.realpath(os.fsdecode(arguments[0]))
        temporary = os.path.realpath(tempfile.gettempdir()) + os.sep + "specloom-"
        allowed = place.startswith(temporary) or place in ("/dev/null", "/dev/urandom")
        if not allowed and not any(place == at or place.startswith(at + os.sep) for at in (root, *_ALLOWED)):
            _state["seen"].append((event, place))
