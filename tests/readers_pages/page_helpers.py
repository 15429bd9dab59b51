"""Short ways to read a page in a test."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Report
from generator.draft import Draft, Operation
from generator.readers import pages
from generator.readers.pages import Profile
from generator.source import Document, Library


def read(text: str, profile: str = "", name: str = "page.md") -> tuple[Draft, Report]:
    """The draft of one page, and the findings; the profile is recognised where none is named."""
    report = Report()
    chosen = pages.load_profile(profile, Library(Path.cwd())) if profile else None
    (draft,) = pages.read([Document(name=name, text=text)], chosen, report)
    return draft, report


def one(text: str, profile: str = "") -> Operation:
    """The only operation of a page."""
    draft, _ = read(text, profile)
    (operation,) = draft.operations
    return operation


def own_profile(folder: Path, text: str) -> Profile:
    """A profile written for a test."""
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    return pages.load_profile("site.yaml", Library(folder))


def codes(report: Report) -> list[str]:
    """The codes of the findings, without the one that names the profile."""
    return [finding.code for finding in report if finding.code != "page-profile"]
