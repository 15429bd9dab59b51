"""Documentation pages -> drafts, one a page.

* a page's text -> blocks: `markdown`, `html`, `text` (which of them, `shape` decides)
* blocks -> operations and their parts: `sections`
* parts -> facts: `fields`, `bodies`, `responses`, `security`, `schemas`, put together by `operations`
* what a site's pages look like is in its profile (`profiles/*.yaml`), read by `profile`

A page that does not fit its profile is a finding, never an error.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Report
from generator.draft import Draft
from generator.readers.pages.profile import Profile, builtin_profiles, load_profile
from generator.readers.pages.reader import read_pages, recognise
from generator.source import Document

__all__ = ["Profile", "builtin_profiles", "load_profile", "read", "recognise"]


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
