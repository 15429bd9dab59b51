"""Pages -> drafts: finds the shape and the profile of each page, and puts its facts together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Origin, Report
from generator.draft import Claim, Draft, NamedSchema, Operation, SecurityScheme, Tag
from generator.readers.pages import blueprint, fields
from generator.readers.pages.blocks import Block, Code, Heading, Paragraph, Table
from generator.readers.pages.embedded import is_openapi
from generator.readers.pages.facts import addresses, operations, rows, schemas, site
from generator.readers.pages.formats import anchors, html, markdown, plain, restructured, views
from generator.readers.pages.patterns import EXPRESSION, Pattern
from generator.readers.pages.profile import Profile, builtin, builtin_profiles
from generator.readers.pages.sections import Page, divide, without_method
from generator.readers.pages.shape import shape_of
from generator.readers.pages.unfolding import conventions, elements, prefixes, stacked, unheaded, untitled
from generator.source import Document

_ENOUGH = 0.3
"""The share of a profile's evidence that a page must show."""
_FALLBACK = "generic"
_SHOWN = 3
"""How many forms of routes a message shows of those that a page does not have."""
_OF_OPERATIONS = ("path", "query", "headers", "cookies", "form", "json", "json or form", "body", "parameters")
"""Kinds of sections that speak of an operation's request."""


def read_pages(documents: Sequence[Document], profile: Profile | None, report: Report) -> tuple[Draft, ...]:
    """A draft for each page.

    A row whose cells are glued together may be parted by the name of a type. Where a page with such rows lists no types
    of its own, it is read once more with the names that the other pages list.
    """
    documents = [_as_written(document) for document in documents]
    drafts: list[Draft] = []
    again: list[int] = []
    profiles = [profile] * len(documents) if profile else _recognised(documents, report)
    for index, (document, chosen) in enumerate(zip(documents, profiles, strict=True)):
        found = Report()
        drafts.append(_read(document, chosen, frozenset(), found))
        if any(finding.code == rows.UNDECIDED for finding in found) and len(documents) > 1:
            again.append(index)
        else:
            _pass_on(found, report)
    known = frozenset(named.name for draft in drafts for named in draft.schemas.values()) if again else frozenset()
    for index in again:
        drafts[index] = _read(documents[index], profiles[index], known, report)
    return tuple(drafts)


def _as_written(document: Document) -> Document:
    text = views.unframed(document.text)
    return document if text is document.text else replace(document, text=text)


def _pass_on(found: Report, report: Report) -> None:
    for finding in found:
        report.add(finding)


def recognise(document: Document) -> Profile | None:
    """The built-in profile that fits a page best; None where none has evidence in it."""
    best: tuple[float, str] | None = None
    lowered = document.text.lower()
    words = " ".join(lowered.split())
    for name in builtin_profiles():
        score = _score(builtin(name), document.text, lowered, words, best[0] if best else 0.0)
        if score >= _ENOUGH and (best is None or score > best[0]):
            best = (score, name)
    return builtin(best[1]) if best else None


def _score(profile: Profile, text: str, lowered: str, words: str, known: float) -> float:
    """The share of a profile's evidence that a page shows; 0 where that is not enough, or no more than is known."""
    missing, shown = len(profile.recognise), 0
    for pattern in sorted(profile.recognise, key=lambda pattern: not pattern.literal):
        most = (shown + missing) / len(profile.recognise)
        if most < _ENOUGH or most <= known:
            return 0.0
        missing -= 1
        shown += _stands_in(pattern, text, lowered, words)
    return shown / len(profile.recognise) if profile.recognise else 0.0


def _stands_in(pattern: Pattern, text: str, lowered: str, words: str) -> bool:
    """Whether a page has the evidence; plain words are looked up in its text with all white space made single."""
    if pattern.literal:
        return pattern.literal in words
    return pattern.may_match(lowered) and pattern.search(text) is not None


def _recognised(documents: Sequence[Document], report: Report) -> list[Profile]:
    """The profile of each page; one that shows too little evidence has that of most others, else the general one."""
    found = [recognise(document) for document in documents]
    names = [profile.name for profile in found if profile]
    usual = builtin(max(dict.fromkeys(names), key=names.count)) if names else None
    chosen: list[Profile] = []
    for document, profile in zip(documents, found, strict=True):
        if blueprint.is_blueprint(document.text):
            chosen.append(builtin(_FALLBACK))
            words = "API Blueprint: a language of its own, read without a profile"
            report.info("page-profile", words, at=Origin(document.name, line=1, column=1))
            continue
        chosen.append(profile or usual or builtin(_FALLBACK))
        how = "recognised" if profile else "not recognised; read with the words that most sites share"
        how = "taken from the other pages" if usual and not profile else how
        at = Origin(document.name, line=1, column=1)
        report.info("page-profile", f"profile {chosen[-1].name}: {how}", at=at)
    return chosen


def _read(document: Document, profile: Profile, known_types: frozenset[str], report: Report) -> Draft:
    if blueprint.is_blueprint(document.text):
        return blueprint.read(document, report)
    blocks = elements.unfold(_blocks(document, profile), profile)
    own = tuple(block for block in blocks if not (isinstance(block, Code) and is_openapi(block.text)))
    embeds, blocks = len(own) < len(blocks), own
    profile = site.refined(profile, blocks)
    blocks = prefixes.unfold(stacked.unfold(blocks, profile))
    if not profile.recognise:  # the words of a site that is known by its pages say all; others use tools
        blocks = untitled.unfold(conventions.unfold(blocks, profile), profile)
    page = divide(blocks, profile)
    description = _description(page)
    title, about = page.title.plain if page.title else "", description.value if description else ""
    page = replace(page, rest=tuple(rows.mended(part, profile, report) for part in page.rest))
    described = (part for entry in page.entries for part in entry.parts)
    values = [replace(part, kind="") for part in described if schemas.tells_values(part, profile)]
    undescribed = [rows.mended(part, profile, Report()) for part in (*page.undescribed, *values)]
    named, outlines = schemas.read(undescribed, document.name, schemas.Subject(title, about), profile)
    types = known_types | {entry.name for entry in named.values()}
    made = operations.operations(page, profile, types, report)
    if not made and not named and not embeds:
        _report_unread(document, page, profile, report)
    _report_tables(page, [*named.values()], profile, report)
    for tag in without_method(blocks, profile):
        path = tag.text.plain if tag.text else ""
        report.warning("page-route-unread", f"<{tag.name}> gives the path {path} and no method", at=tag.origin)
    return Draft(
        kind="page",
        document=document.name,
        title=Claim(page.title.plain, page.title.origin) if page.title else None,
        description=description,
        servers=addresses.servers(page, profile, document.name) if made else (),
        tags=_tags(page, made),
        operations=made,
        schemas=named,
        outlines=outlines,
        security_schemes=_schemes(made, profile),
    )


def _report_unread(document: Document, page: Page, profile: Profile, report: Report) -> None:
    """Say what a page that gives nothing was expected to have."""
    patterns = (route.pattern.source for route in profile.routes if route.pattern)
    wanted = [f"`{source}`" for source in patterns if not source.startswith(EXPRESSION)]
    wanted += [f"<{route.tag}>" for route in profile.routes if route.tag]
    shown = " or ".join(dict.fromkeys(wanted[:_SHOWN]))
    message = f"nothing was read: the profile {profile.name} looks for routes such as {shown}"
    if not any(isinstance(block, Heading) for block in page.intro):
        message += " under a heading, and the page has none"
    report.warning("page-unread", message, at=Origin(document.name, line=1, column=1))


def _report_tables(page: Page, named: Sequence[NamedSchema], profile: Profile, report: Report) -> None:
    """Say which tables of fields stand outside the operations, under headings that mean nothing to the profile."""
    read, places = {entry.name for entry in named}, {entry.schema.origin for entry in named}
    for part in page.rest:
        if part.kind in _OF_OPERATIONS and any(_has_fields(block, profile) for block in part.blocks):
            message = f"what stands under {part.title!r} belongs to no operation: no method and path stand above it"
            report.warning("page-section-unplaced", message, at=part.origin)
        if part.kind or not part.title or part.title in read:
            continue
        for block in part.blocks:
            if not isinstance(block, Table) or not block.rows or block.origin in places:
                continue
            if {"name", "type"} <= {*fields.roles(block.columns, profile)}:
                message = f"the table under {part.title!r} was not read: the profile gives this heading no meaning"
                report.info("page-section-unknown", message, at=block.origin)


def _has_fields(block: Block, profile: Profile) -> bool:
    return isinstance(block, Table) and "name" in fields.roles(block.columns, profile)


def _blocks(document: Document, profile: Profile) -> tuple[Block, ...]:
    text = anchors.stripped(document.text, profile)
    match shape_of(text, profile):
        case "html":
            return html.read(text, document.name)
        case "text":
            return unheaded.unfold(plain.read(text, document.name, profile), profile)
        case "restructured":
            return restructured.read(text, document.name)
        case "markdown":
            return markdown.read(text, document.name)


def _description(page: Page) -> Claim[str] | None:
    """The sentences before the first operation; of a page without one, what its head says of it."""
    meta = page.meta
    summary = (
        next((meta.entries[key] for key in ("description", "summary") if meta.entries.get(key)), "") if meta else ""
    )
    if meta and summary and not page.entries:
        return Claim(summary, meta.origin)
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
    return Claim(summary, meta.origin) if meta and summary else None


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
