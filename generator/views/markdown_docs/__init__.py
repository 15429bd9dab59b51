"""The reference: an `Api` -> Markdown pages for MkDocs, which also read well on their own.

In: an `Api`. Out: `Job`s for `docs/`: an index, a page for each resource, the schemas, and `mkdocs.yml`. Nothing of a
source is pasted into a page: plain text goes through the Markdown encoders, here or in the templates.

* `site` - which page and anchor everything has
* `shapes` - what a value looks like, in words with links
* `operations`, `schemas`, `index` - the views of the pages, made of `blocks`
* `curl`, `samples` - a request as a command line, and as a call of the Python client
"""

from __future__ import annotations

from pathlib import PurePosixPath

from generator import config, model
from generator.artifact import Job
from generator.diagnostics import Report
from generator.views.markdown_docs.index import index_view
from generator.views.markdown_docs.operations import Writer
from generator.views.markdown_docs.samples import Samples
from generator.views.markdown_docs.schemas import schema_pages
from generator.views.markdown_docs.site import site_of

_FOLDER = PurePosixPath("docs")
_PAGES = _FOLDER / "docs"
"""MkDocs wants its pages in a folder below `mkdocs.yml`."""


def plan(api: model.Api, target: config.Target, report: Report) -> tuple[Job, ...]:  # noqa: ARG001 (the same for all)
    """The files of the reference.

    Args:
        target: Its `package` is the name of the Python client that samples import; "" for the name it has by default.
        report: Not used: whatever the model holds can be shown.
    """
    site = site_of(api)
    samples = Samples(api, target.package)
    writer = Writer(api, site, samples)
    pages: list[tuple[str, str, object]] = [
        ("index", "index.md", index_view(api, site, samples)),
        *(("resource", page.file, writer.resource(page)) for page in site.resources),
        *(("resource", page.file, writer.resource(page, received=True)) for page in site.webhooks),
        *(("schemas", page.file, page) for page in schema_pages(api, site)),
    ]
    return (
        Job(template="markdown-docs/mkdocs.yml.jinja", path=_FOLDER / "mkdocs.yml", view=site),
        Job(template="markdown-docs/README.md.jinja", path=_FOLDER / "README.md", view=site),
        *(Job(template=f"markdown-docs/{name}.md.jinja", path=_PAGES / file, view=view) for name, file, view in pages),
    )
