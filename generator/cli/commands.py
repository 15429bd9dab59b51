"""The commands of `specloom` and their options.

Results go to standard output, findings to standard error. Exit codes: 0 done or fresh, 1 stale (or drift beyond
`--fail-on`, or warnings with `--strict`), 2 bad input or usage, 3 refused for safety, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import difflib
import importlib.util
import io
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn, TypeVar

import click

from generator import __version__, build, config, output
from generator.artifact import File
from generator.cli import drift as drift_forms
from generator.cli import findings as presentation
from generator.codes import CODES
from generator.config import Config
from generator.diagnostics import Finding, InputError, Report, Severity
from generator.source import Fetching, Library

F = TypeVar("F", bound=Callable[..., Any])

STALE, BAD_INPUT, REFUSED, INTERRUPTED = 1, 2, 3, 128 + signal.SIGINT


class _Commands(click.Group):
    """The commands; Ctrl-C ends each with the exit code that shells give it, which is not the one for "stale"."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="specloom")
def main() -> None:
    """Weave an API's OpenAPI document and its documentation pages into a client, a stub server and a reference."""


def _options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several option decorators as one, in the order in which help shows them."""

    def apply(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply


_sources = _options(
    click.argument("projects", nargs=-1, type=click.Path(path_type=Path), metavar="[PROJECT]..."),
    click.option("--openapi", multiple=True, metavar="FILE", help="An OpenAPI document, instead of a project."),
    click.option("--pages", multiple=True, metavar="GLOB", help="Documentation pages, instead of a project."),
    click.option("--profile", default="", metavar="NAME", help="How the pages are written; recognised when left out."),
    click.option("--overlay", multiple=True, metavar="FILE", help="An OpenAPI Overlay with corrections."),
    click.option("--name", default="", metavar="NAME", help="The API's name, from which packages are named."),
)
_reporting = _options(
    click.option("--strict", is_flag=True, help="Fail (exit code 1) when there are warnings."),
    click.option(
        "--format", "style", type=click.Choice(presentation.FORMATS), default="text", help="How findings are written."
    ),
    click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
    click.option("-v", "--verbose", is_flag=True, help="Print every finding, and every file."),
)
_output = _options(
    click.option("--target", "targets", multiple=True, metavar="NAME", help="Only this target; repeatable."),
    click.option("--output", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Where to write."),
    click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="So many projects side by side."),
)


@main.command()
@_sources
@_output
@click.option("--check", is_flag=True, help="Write nothing; fail (exit code 1) when the output is stale.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("--force", is_flag=True, help="Overwrite generated files that were edited by hand.")
@click.option("--depfile", type=click.Path(path_type=Path), metavar="FILE", help="Write a Makefile rule of all inputs.")
@_reporting
def generate(**options: Any) -> None:
    """Write the targets of each PROJECT.

    A PROJECT is a folder with a specloom.yaml, or that file. Without one: ./specloom.yaml, else every
    specs/*/specloom.yaml.
    """
    _generate(**options)


@main.command()
@_sources
@_output
@click.option("--diff", is_flag=True, help="Print what would change.")
@_reporting
def check(**options: Any) -> None:
    """Fail when the output is stale.

    The same as `generate --check`: writes nothing, exit code 1.
    """
    _generate(check=True, force=False, depfile=None, **options)


def _generate(
    *,
    targets: tuple[str, ...],
    folder: Path | None,
    check: bool,
    diff: bool,
    force: bool,
    depfile: Path | None,
    jobs: int = 1,
    **rest: Any,
) -> NoReturn:
    writes = not (check or diff)
    runs = _runs(targets=targets, folder=folder, fetching="missing" if writes else "never", **rest)
    _check_outputs(runs)
    generated = partial(_generated, whole=not targets, writes=writes, diff=diff, force=force, depfile=depfile)
    sys.exit(max(_side_by_side(generated, runs, jobs) if jobs > 1 < len(runs) else map(generated, runs)))


def _check_outputs(runs: Sequence[_Run]) -> None:
    """Projects must not share an output folder: each would remove what the other wrote."""
    owners: dict[Path, Path | None] = {}
    for run in runs:
        file = run.config.file
        other = owners.setdefault(run.config.output, file)
        if other and file and other != file:
            names = " and ".join(map(os.path.relpath, (other, file)))
            raise click.UsageError(f"{names} have the same output folder; give each its own")


def _generated(run: _Run, *, whole: bool, writes: bool, diff: bool, force: bool, depfile: Path | None) -> int:
    """Generate one project; the exit code."""
    with run:
        built = build.build(run.config, run.library, run.report)
        if run.is_wrong:
            run.told(["nothing was written"] if writes else [])
            return BAD_INPUT
        plan = output.plan(built.files, run.config.output, None if whole else built.folders)
        if diff:
            click.echo("".join(line + "\n" for line in plan.diff()), nl=False)
        if writes:
            _write_copies(run.library, force=force)
            output.write(plan, force=force)
        run.told(_told(plan, done=writes))
        if not writes and not plan.fresh:
            run.code = max(run.code, STALE)
        if depfile:
            _write_depfile(depfile, plan, run.library)
    return run.code


def _side_by_side(work: Callable[[_Run], int], runs: Sequence[_Run], jobs: int) -> Iterator[int]:
    """The exit codes of runs in several processes; what they print is printed in their order."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(runs))) as pool:
        for run, (code, printed, said, found) in zip(runs, pool.map(partial(_captured, work), runs), strict=True):
            click.echo(printed, nl=False)
            click.echo(said, err=True, nl=False)
            run.collect(found)
            yield code


def _captured(work: Callable[[_Run], int], run: _Run) -> tuple[int, str, str, list[Finding]]:
    """A run's exit code, what it wrote to standard output and standard error, and its findings for a document."""
    printed, said = io.StringIO(), io.StringIO()
    with click.Context(main) as context, contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        code = work(run)
        found = context.meta.pop(_FINDINGS, [])
    return code, printed.getvalue(), said.getvalue(), found


@main.command()
@click.argument("projects", nargs=-1, type=click.Path(path_type=Path), metavar="[PROJECT]...")
@click.option("--force", is_flag=True, help="Overwrite copies that were edited by hand.")
@_reporting
def fetch(projects: tuple[Path, ...], force: bool, **reporting: Any) -> None:
    """Fetch the documents that URLs name.

    Keeps copies of them in `fetched/` of each PROJECT, to be committed. All other commands read the copies; `generate`
    fetches what has none yet.
    """
    code = 0
    for run in _runs(projects=projects, fetching="always", **reporting):
        with run:
            build.read(run.config, run.library, run.report)
            plan = _write_copies(run.library, force=force)
            run.told(_told(plan, done=True) if plan else ["there is no URL to fetch"])
        code = max(code, run.code)
    sys.exit(code)


def _write_copies(library: Library, *, force: bool = False) -> output.Plan | None:
    """Keep the copies that a run used, and no others; None where there are none and never were."""
    folder, files = library.copies.folder, library.copies.files
    if folder is None or not (files or (folder / output.LOCK).exists()):
        return None
    plan = output.plan([File(path=PurePosixPath(name), content=content) for name, content in files.items()], folder)
    output.write(plan, force=force)
    return plan


def _told(plan: output.Plan, *, done: bool) -> list[str]:
    """One line on the whole, and in check mode one on every file that is not as it should be."""
    lines = []
    if not done:
        lines += [f"missing: {file.path}" for file in plan.created] + [f"stale: {file.path}" for file in plan.changed]
        lines += [f"no longer generated: {path}" for path in plan.stale] + [
            f"edited by hand: {path}" for path in plan.edited
        ]
        if plan.fresh:
            return ["fresh"]
        mend = "`specloom generate --force` overwrites the edits" if plan.edited else "run `specloom generate`"
        return [*lines, f"stale; {mend}"]
    total = len(plan.created) + len(plan.changed) + len(plan.unchanged)
    return [f"{total} files: {len(plan.created)} new, {len(plan.changed)} changed, {len(plan.stale)} removed"]


def _write_depfile(path: Path, plan: output.Plan, library: Library) -> None:
    """A Makefile rule: the output's lock depends on every input."""
    names = " ".join(os.path.relpath(name).replace(" ", "\\ ") for name in library.inputs)
    path.write_text(f"{os.path.relpath(plan.folder / output.LOCK)}: {names}\n", encoding="utf-8")


@main.command()
@_sources
@_reporting
def model(**options: Any) -> None:
    """Print the resolved model as JSON."""
    code = 0
    for run in _runs(**options):
        with run:
            api = build.model(run.config, run.library, run.report)
            found = presentation.located(list(run.report), run.library)
            tree = build.describe(api, found, run.library)
            click.echo(presentation.dumped(tree, 2))
        code = max(code, run.code)
    sys.exit(code)


@main.command()
@_sources
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info"]), help="Exit with 1 on drift of this level or above."
)
@click.option("--as", "shape", type=click.Choice(tuple(drift_forms.FORMS)), default="table", help="How to print it.")
@_reporting
def drift(fail_on: str | None, shape: str, **options: Any) -> None:
    """Print where the sources disagree.

    And what only one of them says. An error is a disagreement about the wire: a call that follows one source may fail
    if the other is right. A warning is one that such a call survives, or that cannot be settled; an info is prose,
    examples, and what one side leaves out.
    """
    code = 0
    options["quiet"] = not options["verbose"]
    everything: list[Finding] = []
    for run in _runs(**options):
        with run:
            build.model(run.config, run.library, run.report)
            run.told_apart = _is_drift
            found = [finding for finding in presentation.located(list(run.report), run.library) if _is_drift(finding)]
            everything += presentation.from_here(found, run.base)
            if shape not in presentation.MACHINE:
                click.echo(drift_forms.FORMS[shape](found, run.base), nl=False)
            if fail_on and any(finding.severity >= Severity[fail_on.upper()] for finding in found):
                run.code = max(run.code, STALE)
        code = max(code, run.code)
    if shape in presentation.MACHINE:
        click.echo(drift_forms.FORMS[shape](everything, ""), nl=False)
    sys.exit(code)


def _is_drift(finding: Finding) -> bool:
    return CODES[finding.code].drift if finding.code in CODES else False


def _settled(finding: Finding) -> Finding:
    """The finding as a run shows it that goes on with what precedence settled: how grave drift is, `drift` says."""
    return replace(finding, severity=min(finding.severity, Severity.WARNING)) if _is_drift(finding) else finding


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
def repair(file: Path) -> None:
    """Re-indent an OpenAPI document that lost its indentation.

    Prints the YAML document, and says what was cut off.
    """
    with _Run(Config(name="", root=Path.cwd(), output=Path.cwd()), style="text", verbose=True) as run:
        click.echo(build.repaired(run.library.open_text(file), run.report), nl=False)
    sys.exit(run.code)


@main.command()
@click.argument(
    "sources",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="SOURCE...",
)
@click.option("--name", default="", help="The API's name; the folder's name when left out.")
@click.option("--force", is_flag=True, help="Replace a specloom.yaml that is there.")
def init(sources: tuple[Path, ...], name: str, force: bool) -> None:
    """Write a commented specloom.yaml.

    Each SOURCE is an OpenAPI document or a documentation page.
    """
    place = Path(config.PROJECT_FILE)
    with _Run(Config(name="", root=Path.cwd(), output=Path.cwd()), style="text") as run:
        specs = [source for source in sources if build.is_openapi(source, run.library)]
        pages = [source for source in sources if source not in specs]
        output.write_new(place, config.starter(name or Path.cwd().name, specs, pages), force=force)
        click.echo(f"wrote {place}: {len(specs)} OpenAPI, {len(pages)} pages")
    sys.exit(run.code)


@main.command()
@_sources
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@_reporting
def serve(port: int, host: str, **options: Any) -> None:
    """Run the stub server for the sources at once.

    Needs `pip install 'specloom[serve]'`.
    """
    missing = [name for name in ("fastapi", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        raise click.UsageError(f"serve needs {' and '.join(missing)}: pip install 'specloom[serve]'")
    runs = _runs(**options)
    if len(runs) != 1:
        raise click.UsageError("serve takes one project")
    with runs[0] as run:
        app = build.stub_app(run.config, run.library, run.report)
    if run.code:
        sys.exit(run.code)
    import uvicorn

    # uvicorn hands the signal on when it has shut down; leaving in good order removes the temporary folder
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    uvicorn.run(app, host=host, port=port)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a finding's CODE, and how to mend it."""
    entry = CODES.get(code)
    if entry is None:
        near = difflib.get_close_matches(code, CODES, cutoff=0.5)
        mend = f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(sorted(CODES))}"
        raise click.UsageError(f"there is no code {code!r}; {mend}")
    example = "".join(f"    {line}\n" for line in entry.example.splitlines())
    click.echo(f"{code}\n\n{entry.meaning}\n\nExample:\n{example}\nMend: {entry.mend}")


@main.command()
def profiles() -> None:
    """List the built-in profiles of documentation sites."""
    for name, description in build.profiles():
        click.echo(f"{name:<12} {description}")


@main.command()
def targets() -> None:
    """List the targets."""
    for name, description in config.TARGETS.items():
        click.echo(f"{name:<16} {description}")


_FINDINGS = f"{__name__}.findings"
"""The key, in the context of the command, of the findings of all runs, where one document shall hold them."""


class _Run:
    """One project's run: collects its findings, prints them at the end, turns what went wrong into an exit code."""

    def __init__(
        self,
        settings: Config,
        *,
        style: str,
        strict: bool = False,
        quiet: bool = False,
        verbose: bool = False,
        fetching: Fetching = "never",
    ) -> None:
        self.config = settings
        self.library = Library(settings.root, settings.reach, fetching)
        self.report = Report()
        if settings.file:
            for finding in self.library.open_tree(settings.file).findings:
                self.report.add(finding)
        self.code = 0
        self.base = os.path.relpath(settings.root).replace(os.sep, "/")
        self._style, self._strict, self._quiet, self._verbose = style, strict, quiet, verbose
        self._lines: list[str] = []
        self.told_apart: Callable[[Finding], bool] | None = None
        """Which findings are a result, printed as such, and not to be told again."""

    @property
    def is_wrong(self) -> bool:
        """Whether something must be mended first. Where the sources disagree, precedence has settled it."""
        return any(one.severity is Severity.ERROR and not _is_drift(one) for one in self.report)

    def told(self, lines: Iterable[str]) -> None:
        """Say something after the findings, unless quiet."""
        self._lines += lines

    def __enter__(self) -> _Run:
        return self

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool | None:
        if isinstance(error, InputError):
            self.report.add(error.finding)
            self.code = BAD_INPUT
        elif isinstance(error, output.Refused):
            paths = "".join(f"\n  {os.path.relpath(self.config.output / path)}" for path in error.paths)
            self._lines = [f"refused, nothing was written: {error}{paths}"]
            self.code = REFUSED
        elif isinstance(error, OSError) and error.strerror:
            where = f"{os.path.relpath(error.filename)}: " if error.filename else ""
            self.report.error("file-system", f"{where}{error.strerror}")
            self.code = BAD_INPUT
        elif error is not None:
            return False
        elif self.is_wrong:
            self.code = BAD_INPUT
        self._print()
        return True

    def _print(self) -> None:
        left = [one for one in self.report if self.told_apart is None or not self.told_apart(one)]
        found = presentation.located([_settled(one) for one in left], self.library)
        if self._quiet:
            found = [finding for finding in found if finding.severity is Severity.ERROR]
        is_document = self._style in presentation.DOCUMENTS
        if is_document:
            self.collect(presentation.from_here(found, self.base))
        elif self._style == "text":
            click.echo(presentation.text(found, self.library, self.base, verbose=self._verbose), err=True, nl=False)
        else:
            click.echo(presentation.MACHINE[self._style](found, self.base), err=True, nl=False)
        if not self._quiet or self.code:
            for line in self._lines:
                told = f"{self.config.name}: {line}" if self.config.name else line
                click.echo("\n".join(map(presentation.printable, told.split("\n"))), err=not is_document)
        if self._strict and self.report.worst is not None and self.report.worst >= Severity.WARNING:
            self.code = max(self.code, STALE)

    def collect(self, found: list[Finding]) -> None:
        """Add findings to the one document that the command writes to standard error when it ends."""
        if self._style not in presentation.DOCUMENTS:
            return
        context, style = click.get_current_context(), self._style

        def write() -> None:
            if (collected := context.meta.pop(_FINDINGS, None)) is not None:
                click.echo(presentation.MACHINE[style](collected, ""), err=True, nl=False)

        if _FINDINGS not in context.meta:
            context.meta[_FINDINGS] = []
            context.call_on_close(write)
        context.meta[_FINDINGS] += found


def _runs(
    *,
    projects: Sequence[Path],
    openapi: tuple[str, ...] = (),
    pages: tuple[str, ...] = (),
    profile: str = "",
    overlay: tuple[str, ...] = (),
    name: str = "",
    targets: tuple[str, ...] = (),
    folder: Path | None = None,
    fetching: Fetching = "never",
    **reporting: Any,
) -> list[_Run]:
    """A run for each project, or the one run that the flags describe."""
    if (openapi or pages) and projects:
        raise click.UsageError("name a project, or sources by --openapi and --pages, not both")
    if openapi or pages:
        flags = partial(config.from_flags, openapi, pages, profile, overlay, name, folder)
        configs = [_configured(Path.cwd(), lambda _: flags(Path.cwd()), targets, reporting)]
    else:
        files = [*map(_project_file, projects)] or _found_projects()
        if folder is not None and len(files) > 1:
            raise click.UsageError("--output takes one project")
        configs = [_configured(file.parent, partial(config.load, file), targets, reporting) for file in files]
    if folder is not None:
        configs = [replace(entry, output=folder.resolve()) for entry in configs]
    return [_Run(entry, fetching=fetching, **reporting) for entry in configs]


def _configured(
    folder: Path, load: Callable[[Library], Config], targets: tuple[str, ...], reporting: dict[str, Any]
) -> Config:
    """A project's configuration; where it is wrong, its finding is printed and the process ends."""
    with _Run(Config(name="", root=folder.resolve(), output=folder), **reporting) as run:
        loaded = load(run.library)
        return config.narrowed(loaded, targets) if targets else loaded
    sys.exit(run.code)


def _project_file(path: Path) -> Path:
    """The file of a PROJECT, which is that file or its folder."""
    file = path / config.PROJECT_FILE if path.is_dir() else path
    if not file.is_file():
        raise click.UsageError(f"there is no file {str(file)!r}; `specloom init` writes a {config.PROJECT_FILE}")
    return file


def _found_projects() -> list[Path]:
    here = Path(config.PROJECT_FILE)
    found = [here] if here.is_file() else sorted(Path("specs").glob(f"*/{config.PROJECT_FILE}"))
    if not found:
        raise click.UsageError(
            f"there is no {config.PROJECT_FILE} here and none in specs/*/; "
            "name a project, or sources by --openapi and --pages"
        )
    return found
