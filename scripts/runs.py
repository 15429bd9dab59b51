"""A run over a folder of documents: each in a process of its own, bounded in time and memory, and what came of each.

In goes a script that takes `--one DOCUMENT` and prints a JSON object with a `status`; out comes such an object for each
document. What the objects say is the script's affair.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

MEMORY = 8 << 30

Result = dict[str, Any]
Results = dict[str, Result]


def parser(description: str | None, seconds: int) -> argparse.ArgumentParser:
    """The arguments that every run has.

    Args:
        description: The script's docstring.
        seconds: How long a document may take where the caller does not say.
    """
    found = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument("corpus", type=Path)
    found.add_argument("--sample", type=int, default=0, help="only so many documents, always the same ones")
    found.add_argument("--skip", type=int, default=0, help="leave out the first so many, which another run did")
    found.add_argument("--only", default="", help="only documents whose path holds this text")
    found.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    found.add_argument("--seconds", type=int, default=seconds, help="how long a document may take")
    found.add_argument("--report", type=Path, help="write every document's result as JSON")
    found.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    found.add_argument("--worker", default="", help=argparse.SUPPRESS)  # no two at a time have the same
    return found


def run(
    options: argparse.Namespace, script: str, flags: Sequence[str], problems: Callable[[str, Result], Iterable[str]]
) -> Results:
    """Run the script on every document that is asked for; an interrupt ends the run with what is done.

    Args:
        options: What `parser` made of the command line.
        script: The path of the script.
        flags: What the script is given besides the document.
        problems: What there is to say of a document (its name, its result) as soon as it is done.

    Returns:
        The results by the documents' names, sorted; also written to `options.report`.
    """
    documents = [
        path
        for path in _documents(options.corpus, options.sample)[options.skip :]
        if options.only in str(path.relative_to(options.corpus))
    ]
    results: Results = {}
    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background, too
    with (
        concurrent.futures.ThreadPoolExecutor(options.jobs) as pool,
        click.progressbar(length=len(documents), label=Path(script).stem, file=sys.stderr) as bar,
    ):
        command = [sys.executable, script, str(options.corpus), *flags, "--one"]
        running = {pool.submit(_apart, [*command, str(path)], options.seconds): path for path in documents}
        try:
            for done in concurrent.futures.as_completed(running):
                name = str(running[done].relative_to(options.corpus))
                results[name] = done.result()
                print("".join(f"{line}\n" for line in problems(name, results[name])), end="", flush=True)
                bar.update(1)
        except KeyboardInterrupt:  # what is done is a random sample, because the order is
            pool.shutdown(cancel_futures=True)
    results = dict(sorted(results.items()))
    if options.report:
        options.report.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return results


def limit_memory() -> None:
    """Bound the memory of this process, which does one document."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _documents(corpus: Path, sample: int) -> list[Path]:
    """All documents, or the first, in an order that is random and always the same: by the digests of their names."""
    found = (path for path in corpus.rglob("*") if path.suffix in (".json", ".yaml", ".yml") and path.is_file())
    ordered = sorted(found, key=lambda path: hashlib.sha256(str(path.relative_to(corpus)).encode()).digest())
    return ordered[:sample] if sample else ordered


def _apart(command: list[str], seconds: int) -> Result:
    """One document in a process of its own."""
    command = [*command, "--worker", str(threading.get_ident())]
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        printed, said = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # what it started, too
        process.communicate()
        return {"status": "hang", "seconds": seconds}
    if process.returncode:
        last = said.strip().splitlines()[-1:] or ["no message"]
        return {"status": "crash", "message": last[0][:300], "seconds": time.perf_counter() - began}
    result: Result = json.loads(printed)
    return result
