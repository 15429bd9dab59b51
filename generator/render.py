"""Jobs -> files: prints views with templates and formats what came out.

In: `Job`s. Out: `File`s, with the bytes that belong on disk. This is the only module that knows Jinja. It must not know
what an API is: all thinking is done in the views.

Text from a source cannot reach a file by accident: an expression in a template may print only text that an encoder made
for that kind of file (`encoders.Encoded`), or a number. A bare string is an error, in every branch of every template.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import jinja2

from generator.artifact import File, Job
from generator.encoders import Encoded, data, markdown, prose, python

TEMPLATES = next(
    path for path in (Path(__file__).parent / "templates", Path(__file__).parent.parent / "templates") if path.is_dir()
)
"""Inside the package in a wheel, beside it in a checkout."""

LINE_LENGTH = python.LINE
TARGET_VERSION = "py311"

_KINDS: dict[str, type[Encoded]] = {".py": python.PythonText, ".md": markdown.MarkdownText}
"""What may be printed into a file, by its suffix; into all others what is written as data."""
_FILTERS: dict[str, Callable[..., object]] = {
    "pystr": python.literal,
    "pydoc": python.docstring,
    "pycomment": python.comment,
    "mdtext": markdown.text,
    "mdcell": markdown.cell,
    "mdcode": markdown.code,
    "mdprose": prose.prose,
    "mdfence": markdown.fence,
    "mdlink": markdown.link,
    "datastr": data.string,
    "dataline": data.line,
    "length": len,
}


class RenderError(Exception):
    """A template or a view is wrong: it prints unencoded text, or what it prints is not Python. A defect of ours."""


def render(targets: Iterable[Iterable[Job]], formatter: str = "ruff") -> tuple[File, ...]:
    """Make the files that the jobs ask for, in their order.

    Args:
        targets: The jobs of one target after the other; paths must differ. While the formatter, which is a process of
            its own, works on the code of one, the jobs of the next are worked out.
        formatter: `ruff` or `black` for Python in Black's style, or `none`.

    Raises:
        RenderError: A template is wrong. Never the fault of an input.
    """
    made: list[tuple[Job, bytes]] = []
    printed: dict[tuple[str, int], bytes] = {}  # a view that several files have is printed once
    with contextlib.ExitStack() as at_work:
        formatting = _Formatting(formatter, at_work)
        for jobs in map(tuple, targets):
            code: dict[bytes, PurePosixPath] = {}
            for job in jobs:
                same = (job.template, id(job.view))
                if job.view is None or same not in printed:
                    printed[same] = _printed(job)
                made.append((job, printed[same]))
                if _is_code(job):
                    code[printed[same]] = job.path
            formatting.begin(code)
        formatted = formatting.finish()
    return tuple(
        File(path=job.path, content=formatted[content] if _is_code(job) else content, once=job.once)
        for job, content in made
    )


class _Formatting:
    """Formats code while other work goes on; what is the same twice is formatted once."""

    def __init__(self, formatter: str, at_work: contextlib.ExitStack) -> None:
        self._formatter = FORMATTERS[formatter]
        self._at_work = at_work
        self._begun: set[bytes] = set()
        self._results: list[Result] = []

    def begin(self, sources: Sources) -> None:
        new = {source: path for source, path in sources.items() if source not in self._begun}
        if new:
            self._begun |= new.keys()
            self._results.append(self._formatter(new, self._at_work))

    def finish(self) -> dict[bytes, bytes]:
        """All that was begun, formatted."""
        return {source: formatted for result in self._results for source, formatted in result().items()}


def _is_code(job: Job) -> bool:
    return job.view is not None and job.path.suffix == ".py"


def _printed(job: Job) -> bytes:
    if not job.template.endswith(".jinja"):
        return _static(job.template)
    try:
        environment = _environment(_KINDS.get(job.path.suffix, data.DataText))
        return b"".join(_encoded(environment.get_template(job.template).generate(view=job.view)))
    except (jinja2.TemplateError, AttributeError, TypeError) as error:
        raise RenderError(f"{job.template} -> {job.path}: {error}") from error


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """The bytes of what a template prints, some of it at a time: a text is as wide as the widest sign in it."""
    while group := list(itertools.islice(pieces, 1000)):
        yield "".join(group).encode("utf-8", "replace")


@functools.cache
def _static(template: str) -> bytes:
    return (TEMPLATES / template).read_bytes()


@functools.cache
def _environment(kind: type[Encoded]) -> jinja2.Environment:
    """The templates' world for one kind of file. Input text is never compiled: only files below `templates/` are."""

    def finalize(value: Any) -> Any:
        if isinstance(value, python.Code):
            value = value.text
        if isinstance(value, kind) or type(value) is int:
            return value
        shown = f"{type(value).__name__} {str(value)[:60]!r}"
        raise RenderError(f"a template prints {shown} into a {kind.kind} file; use an encoder for it")

    def concat(pieces: Iterable[str]) -> str:
        """Joins what a template or a macro printed. All of it was checked, so a macro's text may be printed in turn."""
        return kind("".join(pieces))

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the encoders did it, each for its kind of file; `finalize` sees to that
        finalize=finalize,
    )
    environment.concat = concat  # type: ignore[method-assign]
    environment.filters = dict(_FILTERS)
    environment.globals = {}
    return environment


Sources = Mapping[bytes, PurePosixPath]
"""Sources of code, each with the path of a file that it is for."""
Result = Callable[[], dict[bytes, bytes]]
"""Waits for a formatter; gives each source formatted."""


def _ruff(sources: Sources, at_work: contextlib.ExitStack) -> Result:
    """Format with ruff: a process for all files, in a folder of its own."""
    from ruff import find_ruff_bin  # type: ignore[import-untyped]

    folder = at_work.enter_context(tempfile.TemporaryDirectory(prefix="specloom-"))
    places = {source: Path(folder, f"f{number}.py") for number, source in enumerate(sources)}
    for source, place in places.items():
        place.write_bytes(source)
    command = [find_ruff_bin(), "format", "--isolated", "--no-cache", "--quiet"]
    command += ["--line-length", str(LINE_LENGTH), "--target-version", TARGET_VERSION, folder]
    process = at_work.enter_context(
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    )

    def formatted() -> dict[bytes, bytes]:
        _, complaint = process.communicate()
        if process.returncode:
            message = complaint.strip().splitlines()[0] if complaint.strip() else "no message"
            for source, place in places.items():
                message = message.replace(f"{place}:", f"{sources[source]}:")
            raise RenderError(f"the generated code is not valid Python: {message}")
        return {source: place.read_bytes() for source, place in places.items()}

    return formatted


def _black(sources: Sources, _: contextlib.ExitStack) -> Result:
    """Format with Black, in this process."""
    import black
    from black.mode import TargetVersion
    from black.parsing import InvalidInput

    mode = black.Mode(line_length=LINE_LENGTH, target_versions={TargetVersion[TARGET_VERSION.upper()]})
    try:
        made = {source: black.format_str(source.decode(), mode=mode).encode() for source in sources}
    except InvalidInput as error:
        raise RenderError(f"the generated code is not valid Python: {error}") from error
    return lambda: made


def _unformatted(sources: Sources, _: contextlib.ExitStack) -> Result:
    return lambda: {source: source for source in sources}


FORMATTERS: Mapping[str, Callable[[Sources, contextlib.ExitStack], Result]] = {
    "ruff": _ruff,
    "black": _black,
    "none": _unformatted,
}
"""Each begins to format; what it needs for that is gone when the stack is left."""
