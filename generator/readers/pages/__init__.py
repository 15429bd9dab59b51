"""Documentation pages -> drafts, one a page.

In: pages as text, and the profile of their site. Out: a `Draft` for each. What a site's pages look like is in its
profile (`profiles/*.yaml`, read by `profile` and `patterns`); no site, path or operation is named in Python.

* `formats` - a page's text -> blocks: Markdown, HTML, reStructuredText, plain text; `shape` decides which, `inline`
  reads a line
* `unfolding` - ways of writing that tools share -> plain blocks
* `notation` - single texts -> what they say: types, values, URLs, sample calls
* `fields` - tables and lists -> named fields
* `sections` - blocks -> operations and their parts
* `facts` - parts -> facts: parameters, bodies, responses, security, schemas, put together by `operations`
* `embedded` - OpenAPI documents that stand in pages
* `blueprint` - pages in API Blueprint, which is a language of its own and needs no profile
* `presented`, `corrected` - what corrections need: a draft as an OpenAPI document, and the draft after the corrections
* `outlines` - collapsed trees of JSON, and what they still say

A page that does not fit its profile is a finding, never an error.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Report
from generator.draft import Draft
from generator.readers.pages.corrected import corrected
from generator.readers.pages.embedded import Embedded, embedded, is_openapi
from generator.readers.pages.presented import present
from generator.readers.pages.profile import Profile, builtin_profiles, load_profile
from generator.readers.pages.reader import read_pages, recognise
from generator.source import Document

__all__ = [
    "Embedded",
    "Profile",
    "builtin_profiles",
    "corrected",
    "embedded",
    "is_openapi",
    "load_profile",
    "present",
    "read",
    "recognise",
]


def read(documents: Sequence[Document], profile: Profile | None, report: Report) -> tuple[Draft, ...]:
    """Read documentation pages.

    Args:
        documents: The pages, in the order of the configuration.
        profile: The rules of their site; None to recognise it page by page.
        report: Takes the findings.

    Returns:
        A draft for each page, in the same order.
    """
    return read_pages(documents, profile, report)
