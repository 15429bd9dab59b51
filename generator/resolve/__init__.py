"""Drafts -> `Api`: what all sources together say, as one model.

In: the drafts of OpenAPI documents and documentation pages. Out: the resolved API, and findings for each disagreement.
It never sees a file, a template or a programming language.

* `identity` - which operations of several sources are one
* `weaving` - their claims -> facts
* `naming` - the way to each operation: resource and action
* `types` - schemas -> shapes and named types; `examples` - a value for each
* `operations`, `content`, `media`, `security`, `servers`, `pagination` - facts -> the model
* `coverage` - operations that only one kind of source knows
* `paths`, `words`, `shapes`, `formats` - small tools for all of them
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator import draft, model
from generator.config import Config
from generator.diagnostics import Report
from generator.resolve import about, coverage, identity, naming, servers, weaving, words
from generator.resolve.content import ShapeOf, XmlOf
from generator.resolve.examples import Examples
from generator.resolve.naming import Name
from generator.resolve.operations import Finished, Operations
from generator.resolve.security import Security
from generator.resolve.types import TypeBuilder
from generator.resolve.weaving import Catalogue, Look, Outlines, Part, Precedence, Weaver, Woven, of_one

__all__ = ["resolve"]


def resolve(drafts: Sequence[draft.Draft], config: Config, report: Report) -> model.Api:
    """Make one API of all that the sources claim.

    Args:
        drafts: One for each document and page, in the order of the configuration.
        config: The user's precedence and renames.
        report: Gets a finding for whatever the sources disagree about, lack, or say in a way that cannot be kept.
    """
    precedence = Precedence(config.precedence, report, config.precedence_origin)
    schemas = weaving.gather(drafts, precedence, report)
    types = TypeBuilder(schemas.named, report)
    groups = identity.match(drafts, report)
    coverage.compare(groups, report)
    look, shape, xml = _following(schemas, types)
    outlines = Outlines(drafts, schemas, look, report)
    outlines.check_names()
    weaver = Weaver(precedence=precedence, look=look, redirected=schemas.redirected, outlines=outlines, report=report)
    weaver.tell(schemas.described)
    woven = [weaver.weave(group) for group in groups]
    if (told := weaver.told(schemas.named)) != schemas.named:
        types = TypeBuilder(told, report)
        look, shape, xml = _following(schemas, types)
    chosen = naming.settled_by_user(groups, config.renames, report)
    names = naming.name_all(groups, chosen, precedence, report)
    security = Security(drafts, report)
    default_servers = servers.settled(drafts, report)
    operations = Operations(
        shape=shape, look=look, xml=xml, security=security, default_servers=default_servers, report=report
    )
    later = [operations.make(woven[index], name, chosen.get(index)) for index, name in enumerate(names)]
    hooks = [(source, hook) for source in drafts for hook in source.webhooks]
    hook_names = naming.webhook_names([hook for _, hook in hooks], report)
    later_hooks = [
        operations.make(of_one(hook, hook.path, source), name)
        for (source, hook), name in zip(hooks, hook_names, strict=True)
    ]
    examples = Examples(types.finish(), report)
    # a page's title and introduction are about its resource, not about the API
    specs = [source for source in drafts if source.kind == "openapi"]
    finished = Finished(examples=examples, operation_names=_links(woven, names))
    made = tuple(make(finished) for make in later)
    return model.Api(
        name=config.name,
        title=_first_text(source.title for source in specs)
        or " ".join(word.title() for word in words.split(config.name)),
        version=_first_text(source.version for source in specs),
        description=_first_text(source.description for source in specs),
        about=about.about(specs),
        servers=default_servers,
        tags=_tags(drafts),
        resources=_resources(names, woven),
        operations=made,
        webhooks=tuple(make(finished) for make in later_hooks),
        types=examples.exemplified(),
        security_schemes=security.schemes,
    )


def _following(schemas: Catalogue, types: TypeBuilder) -> tuple[Look, ShapeOf, XmlOf]:
    """The ways to see, to shape and to write a schema, led on to the schemas that were joined, if there are any."""
    if not schemas.moved:
        return types.look, types.shape, types.xml

    def look(schema: Part | None, /) -> draft.Schema | None:
        return types.look(schemas.followed(schema))

    def shape(schema: Part | None, *, name: str, request: bool, details: tuple[str, ...] = ()) -> model.Shape:
        return types.shape(schemas.followed(schema), name=name, request=request, details=details)

    def xml(schema: Part | None, /) -> model.Xml | None:
        return types.xml(schemas.followed(schema))

    return look, shape, xml


def _first_text(claims: Iterable[draft.Claim[str] | None]) -> str:
    return next((claim.value for claim in claims if claim is not None and claim.value.strip()), "")


def _tags(drafts: Sequence[draft.Draft]) -> tuple[model.Tag, ...]:
    found: dict[str, model.Tag] = {}
    for tag in (tag for source in drafts for tag in source.tags):
        found.setdefault(
            tag.name,
            model.Tag(
                name=tag.name,
                summary=tag.summary,
                description=tag.description,
                parent=tag.parent,
                kind=tag.kind,
                external_docs=about.external_docs(tag.external_docs),
            ),
        )
    return tuple(found.values())


def _resources(names: Sequence[Name], woven: Sequence[Woven]) -> tuple[model.Resource, ...]:
    """The resources in the order of the sources, with the prose of their tag or page."""
    found: dict[tuple[str, ...], model.Resource] = {}
    for name, entry in zip(names, woven, strict=True):
        known = found.get(name.resource)
        if known is None:
            known = found[name.resource] = model.Resource(path=name.resource, title=name.title)
        if not known.description and (description := _description(name, entry)):
            known = found[name.resource] = replace(known, description=description)
        if not known.external_docs and (docs := _external_docs(name, entry)):
            found[name.resource] = replace(known, external_docs=docs)
    return tuple(found.values())


def _description(name: Name, woven: Woven) -> str:
    """What the tag of that title, or the page, says of the resource."""
    for source in woven.sources:
        for tag in source.tags:
            if tag.description and name.title in (tag.name, tag.summary):
                return tag.description
    pages = (source for source in woven.sources if source.kind == "page")
    return _first_text(page.description for page in pages)


def _external_docs(name: Name, woven: Woven) -> model.ExternalDocs | None:
    """The page elsewhere that the tag of that title names."""
    tags = (tag for source in woven.sources for tag in source.tags if name.title in (tag.name, tag.summary))
    return next((about.external_docs(tag.external_docs) for tag in tags if tag.external_docs), None)


def _links(woven: Sequence[Woven], names: Sequence[Name]) -> Callable[[draft.Link], str]:
    """Finds the operation that a link means, by operationId or by its place in a document."""
    by_id: dict[str, str] = {}
    by_place: dict[tuple[str, str], str] = {}
    for entry, name in zip(woven, names, strict=True):
        if entry.operation.operation_id is not None:
            by_id.setdefault(entry.operation.operation_id.value, name.id)
        for origin in entry.origins:
            by_place.setdefault((origin.document, origin.pointer), name.id)

    def find(link: draft.Link) -> str:
        if link.operation_id:
            return by_id.get(link.operation_id, "")
        document, _, pointer = link.operation_pointer.partition("#")
        return by_place.get((document or link.origin.document, pointer), "")

    return find
