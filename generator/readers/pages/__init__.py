"""Documentation pages -> drafts, one a page.

In: pages as text, and the profile of their site. Out: a `Draft` for each. What a site's pages look like is in its
profile (`profiles/*.yaml`, read by `profile` and `patterns`); no site, path or operation is named in Python.

* a page's text -> blocks: `markdown`, `html`, `text`, with `inline` for what stands in a line; `shape` decides which
* blocks -> operations and their parts: `sections`
* parts -> facts: `fields`, `bodies`, `responses`, `security`, `schemas`, put together by `operations`
* what they share: `types` and `values` (words -> types and values), `urls` (placeholders), `curl` (sample calls)
* pages in API Blueprint, which is a language of its own and needs no profile: `blueprint`
* what corrections need: `presented` (a draft as an OpenAPI document), `corrected` (the draft after the corrections)
* tables that lost their separators: `rows`, `glue`; collapsed trees: `outlines`; printed JSON Schemas: `json_schema`

A page that does not fit its profile is a finding, never an error.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Report
from generator.draft import Draft
from generator.readers.pages.corrected import corrected
from generator.readers.pages.presented import present
from generator.readers.pages.profile import Profile, builtin_profiles, load_profile
from generator.readers.pages.reader import read_pages, recognise
from generator.source import Document

__all__ = ["Profile", "builtin_profiles", "corrected", "load_profile", "present", "read", "recognise"]


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
