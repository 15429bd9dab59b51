"""Pages -> drafts: finds the shape and the profile of each page, and puts its facts together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Origin, Report
from generator.draft import Claim, Draft, Operation, SecurityScheme, Tag
from generator.readers.pages import html, markdown, operations, schemas, text
from generator.readers.pages.blocks import Block, Heading, Paragraph
from generator.readers.pages.profile import Profile, builtin, builtin_profiles
from generator.readers.pages.sections import Page, divide
from generator.readers.pages.shape import shape_of
from generator.source import Document

_FALLBACK = "generic"


def read_pages(documents: Sequence[Document], profile: Profile | None, report: Report) -> tuple[Draft, ...]:
    """A draft for each page. The types that one page lists are known when the others are read."""
    pages = [_divided(document, profile or _recognised(document, report)) for document in documents]
    known = frozenset(name for profile, page in pages for name in schemas.names(page.rest, profile))
    return tuple(
        _draft(document, page, profile, known, report)
        for document, (profile, page) in zip(documents, pages, strict=True)
    )


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


def _divided(document: Document, profile: Profile) -> tuple[Profile, Page]:
    return profile, divide(_blocks(document, profile), profile)


def _draft(document: Document, page: Page, profile: Profile, known_types: frozenset[str], report: Report) -> Draft:
    made = operations.operations(page, profile, known_types, report)
    named, outlines = schemas.read(page.rest, document.name, profile)
    if not made and not named:
        _report_unread(document, page, profile, report)
    return Draft(
        kind="page",
        document=document.name,
        title=Claim(page.title.plain, page.title.origin) if page.title else None,
        description=_description(page),
        servers=operations.servers(page, profile, document.name) if made else (),
        tags=_tags(page, made),
        operations=made,
        schemas=named,
        outlines=outlines,
        security_schemes=_schemes(made, profile),
    )


def _report_unread(document: Document, page: Page, profile: Profile, report: Report) -> None:
    """Say what a page that gives nothing was expected to have."""
    wanted = [f"`{route.pattern.source}`" for route in profile.routes if route.pattern]
    wanted += [f"<{route.tag}>" for route in profile.routes if route.tag]
    message = f"nothing was read: the profile {profile.name} looks for {' or '.join(dict.fromkeys(wanted))}"
    if not any(isinstance(block, Heading) for block in page.intro):
        message += " under a heading, and the page has none"
    report.warning("page-unread", message, at=Origin(document.name, line=1, column=1))


def _blocks(document: Document, profile: Profile) -> tuple[Block, ...]:
    match shape_of(document.text, profile):
        case "html":
            return html.read(document.text, document.name)
        case "text":
            return text.read(document.text, document.name, profile)
        case "markdown":
            return markdown.read(document.text, document.name)


def _description(page: Page) -> Claim[str] | None:
    """The sentences before the first operation."""
    said: list[tuple[str, Origin]] = []
    for index, block in enumerate(page.intro):
        if isinstance(block, Heading) and (block.level > 1 or said) and index:
            break
        if isinstance(block, Paragraph):
            lines = [line for line in block.text.marked.split("\n") if line and not line.startswith("http")]
            if lines:
                said.append((" ".join(lines), block.origin))
    if said:
        return Claim("\n\n".join(words for words, _ in said), said[0][1])
    summary = page.meta.entries.get("description", "") if page.meta else ""
    return Claim(summary, page.meta.origin) if page.meta and summary else None


def _tags(page: Page, made: Sequence[Operation]) -> tuple[Tag, ...]:
    """The page's resource as a group of operations."""
    resource = next((operation.resource for operation in made if operation.resource), None)
    if resource is None:
        return ()
    description = _description(page)
    return (Tag(origin=resource.origin, name=resource.value, description=description.value if description else ""),)


def _schemes(made: Sequence[Operation], profile: Profile) -> tuple[SecurityScheme, ...]:
    used: dict[str, Origin] = {}
    for operation in made:
        if operation.security:
            for way in operation.security.value:
                for requirement in way:
                    used.setdefault(requirement.scheme, operation.security.origin)
    return tuple(replace(scheme, origin=used[scheme.name]) for scheme in profile.schemes if scheme.name in used)
