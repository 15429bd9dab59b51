"""The pipeline: sources -> drafts -> model -> jobs -> files. One line a stage; the only module that knows the order.

In: a `Config`. Out: an `Api` and the `File`s of its targets. Everything there is to say goes into the `Report`.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.artifact import File, Job
from generator.config import Config, Target
from generator.diagnostics import Finding, InputError, Origin, Report
from generator.draft import Draft
from generator.model import Api
from generator.records import dataclass
from generator.source import Document, Json, Library

Plan = Callable[[Api, Target, Report], tuple[Job, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a run made: all files, and the top folders of the output that they fill."""

    api: Api
    files: tuple[File, ...]
    folders: tuple[str, ...]


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's cycle collector: a run makes millions of records that live to its end, and hardly a cycle.

    What is there afterwards is not looked through for cycles either; it goes when nobody refers to it any more.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()


def read(config: Config, library: Library, report: Report) -> tuple[Draft, ...]:
    """The sources' claims, specs first.

    Raises:
        InputError: A source cannot be used, or there is none.
    """
    if not config.openapi and not config.pages:
        at = Origin(library.name_of(config.file)) if config.file else None
        raise InputError("config", "there is nothing to read: name an OpenAPI document or documentation pages", at)
    opened = [_named(source, config, library, report) for source in config.openapi]
    opened += _named_as_pages(config, library, report)
    opened += _embedded(config, library, report)
    specs, pages = _corrected(opened, _read_pages(config, library, report), config, library, report)
    return (*_read_openapi(specs, config, library, report), *pages)


@_uncollected()
def model(config: Config, library: Library, report: Report) -> Api:
    """The API as all sources together describe it.

    Raises:
        InputError: As in `read`, or documentation pages were named and nothing is described anywhere.
    """
    from generator.resolve import resolve

    api = resolve(read(config, library, report), config, report)
    if config.pages and not (api.operations or api.webhooks or api.types):
        raise InputError("nothing-read", "no source describes an operation or a type; nothing is generated")
    return api


@_uncollected()
def build(config: Config, library: Library, report: Report) -> Built:
    """All files of the project's targets.

    Raises:
        InputError: As in `read`.
    """
    from generator.render import render

    api = model(config, library, report)
    files = render((_planner(target)(api, target, report) for target in config.targets), config.formatter)
    return Built(api=api, files=files, folders=tuple(sorted({file.path.parts[0] for file in files})))


def describe(api: Api, findings: Sequence[Finding], library: Library) -> dict[str, Json]:
    """The model as JSON values, every origin with its line and column."""
    from generator.views.model_json import origins, to_json

    places = library.locate(origins(api))

    def located(origin: Origin) -> str:
        return str(places.get(origin, origin))

    return to_json(api, findings, located)


def repaired(document: Document, report: Report) -> str:
    """The text of an OpenAPI document that lost its indentation, indented again."""
    from generator.readers.openapi import reindent

    result = reindent.reindent(document.text, document.name)
    for finding in result.findings:
        report.add(finding)
    return result.text


def is_openapi(path: Path, library: Library) -> bool:
    """Whether a file looks like an OpenAPI document, be it a broken one, rather than a documentation page."""
    from generator.readers import pages
    from generator.readers.openapi.flattened import looks_flattened

    try:
        text = library.open_text(path).text
        if pages.is_openapi(text) or looks_flattened(text):
            return True
        root = library.open_tree(path).root
    except InputError:
        return False
    return any(key in root for key in ("openapi", "swagger"))


def profiles() -> tuple[tuple[str, str], ...]:
    """The built-in profiles, each with a line on what it reads."""
    from generator.readers import pages

    library = Library(Path())
    return tuple((name, pages.load_profile(name, library).about) for name in pages.builtin_profiles())


def stub_app(config: Config, library: Library, report: Report) -> Any:
    """The ASGI application of the stub server, generated into a temporary folder that lives as long as the process."""
    from generator import output

    folder = Path(tempfile.mkdtemp(prefix="specloom-serve-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    built = build(replace(config, targets=(Target(name="fastapi-server", package="stub_server"),)), library, report)
    output.write(output.plan(built.files, folder))
    sys.path.insert(0, str(folder / "server" / "src"))
    return importlib.import_module("stub_server").create_app()


def _corrected(
    specs: Sequence[Document], pages: Sequence[Draft], config: Config, library: Library, report: Report
) -> tuple[Sequence[Document], Sequence[Draft]]:
    """The sources with the overlays applied, pages in the shape of the OpenAPI documents they amount to."""
    if not config.overlays:
        return specs, pages
    from generator.readers.overlay import correct
    from generator.readers.pages import corrected, present

    names = {document.name: document for document in map(library.open_text, _page_files(config))}
    presented = tuple(present(page, names[page.document]) for page in pages)
    changed_specs, changed = tuple(specs), presented
    for path in config.overlays:
        changed_specs, changed = correct(changed_specs, changed, library.open_tree(path), report)
    for document in (*changed_specs, *changed):
        library.replace(document)
    return changed_specs, [
        page if after is before else corrected(page, before, after, report)
        for page, before, after in zip(pages, presented, changed, strict=True)
    ]


def _read_openapi(documents: Sequence[Document], config: Config, library: Library, report: Report) -> tuple[Draft, ...]:
    if not documents:
        return ()
    from generator.readers import openapi

    for document in documents:
        for finding in (*document.findings, *openapi.validate(document, config.validate)):
            report.add(finding)
    return tuple(openapi.read(document, library, report) for document in documents)


def _named(source: Path | str, config: Config, library: Library, report: Report) -> Document:
    """An OpenAPI document that the configuration names; what is wrong with it is told at its place, or at its name."""
    try:
        return _opened(source, library, report)
    except InputError as error:
        raise _placed(error, str(source), config) from None


def _placed(error: InputError, name: str, config: Config) -> InputError:
    """The error, at the place of the project file that names what it is about, where it has no other."""
    found = error.finding
    return InputError(found.code, found.message, found.at or config.places.get(name))


def _opened(path: Path | str, library: Library, report: Report) -> Document:
    """An OpenAPI document; one that lost its indentation is repaired on the way."""
    from generator.readers.openapi.flattened import looks_flattened

    text = library.open_text(path)
    if text.text.lstrip()[:1] != "{" and looks_flattened(text.text):
        report.info("flattened", "the document lost its indentation, which was rebuilt", at=Origin(text.name, line=1))
        return library.add_tree(text.name, repaired(text, report))
    try:
        return library.open_tree(path)
    except InputError as error:
        if not _VERSION.search(text.text):
            message = (
                "not an OpenAPI document: neither `openapi:` nor `swagger:` stands in it, and it cannot be parsed; "
                "documentation pages are named by `pages:` or --pages"
            )
            raise InputError("not-openapi", message, error.finding.at) from None
        raise


_VERSION = re.compile(r"""["']?\b(?:openapi|swagger)(?:Version)?["']?\s*:""")


def _named_as_pages(config: Config, library: Library, report: Report) -> Iterator[Document]:
    """The OpenAPI documents among the pages, but for those that are named as documents too."""
    if not config.pages:
        return
    from generator.readers import pages

    for path in _page_files(config):
        page = library.open_text(path)
        if path not in config.openapi and pages.is_openapi(page.text):
            at = Origin(page.name, line=1)
            report.info("page-embeds", "this page is an OpenAPI document, and is read as one", at=at)
            yield _opened(path, library, report)


def _embedded(config: Config, library: Library, report: Report) -> Iterator[Document]:
    """The OpenAPI documents that stand in pages; one that cannot be parsed is passed over, as a page may be."""
    if not config.pages:
        return
    from generator.readers.pages import embedded

    for path in _page_files(config):
        for found in embedded(library.open_text(path)):
            try:
                document = library.add_tree(found.name, found.text, within=found.origin)
            except InputError as error:
                line = found.origin.line - 1 + (error.finding.at.line if error.finding.at else 1)
                message = f"the OpenAPI document in this page is left out: {error}"
                report.warning("page-embeds", message, at=replace(found.origin, line=line))
                continue
            report.info("page-embeds", "the OpenAPI document in this page is read", at=found.origin)
            yield document


def _read_pages(config: Config, library: Library, report: Report) -> tuple[Draft, ...]:
    if not config.pages:
        return ()
    from generator.readers import pages

    drafts: list[Draft] = []
    for source in config.pages:
        try:
            profile = pages.load_profile(source.profile, library) if source.profile else None
        except InputError as error:
            raise _placed(error, source.profile, config) from None
        documents = [library.open_text(path) for path in source.files]
        drafts += pages.read([page for page in documents if not pages.is_openapi(page.text)], profile, report)
    return tuple(drafts)


def _page_files(config: Config) -> Iterator[Path]:
    for source in config.pages:
        yield from source.files


def _planner(target: Target) -> Plan:
    """The target's view; imported only when it is asked for."""
    if target.name == "python-client":
        from generator.views.python_client import plan
    elif target.name == "fastapi-server":
        from generator.views.fastapi_server import plan
    elif target.name == "markdown-docs":
        from generator.views.markdown_docs import plan
    elif target.name == "openapi":
        from generator.views.openapi_document import plan
    else:
        raise InputError("config", f"there is no target {target.name!r}")
    return plan
