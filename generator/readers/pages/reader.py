"""Pages -> drafts: finds the shape and the profile of each page, and puts its facts together."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Origin, Report
from generator.draft import Claim, Draft, SecurityScheme, Tag
from generator.readers.pages import markdown, operations
from generator.readers.pages.blocks import Paragraph
from generator.readers.pages.profile import Profile, builtin, builtin_profiles
from generator.readers.pages.sections import Page, divide
from generator.source import Document

_FALLBACK = "generic"


def read_pages(documents: Sequence[Document], profile: Profile | None, report: Report) -> tuple[Draft, ...]:
    """A draft for each page."""
    return tuple(_read(document, profile or _recognised(document, report), report) for document in documents)


def recognise(document: Document) -> Profile | None:
    """The built-in profile that fits a page best; None where none has evidence in it."""
    best: tuple[float, str] | None = None
    for name in builtin_profiles():
        profile = builtin(name)
        if profile.recognise:
            share = sum(pattern.search(document.text) is not None for pattern in profile.recognise)
            score = share / len(profile.recognise)
            if share and (best is None or score > best[0]):
                best = (score, name)
    return builtin(best[1]) if best else None


def _recognised(document: Document, report: Report) -> Profile:
    profile = recognise(document)
    chosen = profile or builtin(_FALLBACK)
    how = "recognised" if profile else "not recognised; read with the words that most sites share"
    report.info("page-profile", f"profile {chosen.name}: {how}", at=Origin(document.name, line=1, column=1))
    return chosen


def _read(document: Document, profile: Profile, report: Report) -> Draft:
    blocks = markdown.read(document.text, document.name)
    page = divide(blocks, profile)
    made = operations.operations(page, profile, frozenset(), report)
    title = Claim(page.title.plain, page.title.origin) if page.title else None
    return Draft(
        kind="page",
        document=document.name,
        title=title,
        description=_description(page),
        servers=operations.servers(page, profile, document.name) if made else (),
        operations=made,
        tags=(),
        security_schemes=_schemes(made, profile),
    )


def _description(page: Page) -> Claim[str] | None:
    words = [
        block.text for block in page.intro if isinstance(block, Paragraph) and not block.text.plain.startswith("http")
    ]
    return Claim("\n\n".join(text.marked for text in words), words[0].origin) if words else None


def _schemes(made: Sequence[operations.Operation], profile: Profile) -> tuple[SecurityScheme, ...]:
    used: dict[str, Origin] = {}
    for operation in made:
        if operation.security:
            for way in operation.security.value:
                for requirement in way:
                    used.setdefault(requirement.scheme, operation.security.origin)
    from dataclasses import replace

    return tuple(replace(scheme, origin=used[scheme.name]) for scheme in profile.schemes if scheme.name in used)


_ = Tag
