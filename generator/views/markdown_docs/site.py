"""Which page and which anchor everything has.

In: an `Api`. Out: `Site`. Anchors come from names, not from prose, so that a link survives a better title. Every anchor
of a page is taken from the same store, so that no two things share one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from generator import model
from generator.encoders.markdown import anchor
from generator.records import dataclass

SECTIONS: Mapping[str, str] = {
    "Method And Url": "method-url",
    "Authentication": "authentication",
    "Request Path Components": "path-components",
    "Request Query Parameters": "query-params",
    "Request Headers": "headers",
    "Request Cookies": "cookies",
    "Request Body": "body",
    "Curl Example": "curl-example",
    "Python Example": "python-example",
    "Successful Responses": "successful-responses",
    "SSE Stream for a Successful Response": "successful-sse-stream",
    "Response Headers": "response-headers",
    "Response Example": "response-example",
    "Error Responses": "error-responses",
    "Links": "links",
    "Callbacks": "callbacks",
}
"""The headings below an operation, each with what its anchor ends in. Renderers make anchors from headings, too, so no
operation gets an anchor that a heading would get."""

_LONGEST_FILE = 80
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that no file can have on Windows."""
_MANY_TYPES = 250
"""More types than this are spread over a page for each first letter, and over more where a letter has as many."""
_FEW_TYPES = 20
"""As many types whose names begin alike get a page of their own there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourcePage:
    """A resource and its operations on one page; `anchors` has one for each operation, in their order."""

    title: str
    description: str
    external_docs: model.ExternalDocs | None
    file: str
    operations: tuple[model.Operation, ...]
    anchors: tuple[str, ...]
    taken: Mapping[str, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypesPage:
    """Named types on one page; `name` is what their names begin with, where there are several pages."""

    name: str
    title: str
    file: str
    types: tuple[model.Type, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The pages, and where types and security schemes are found.

    Attributes:
        links: For each type, the page and anchor to link to from any other page.
        schemes: For each security scheme, its anchor on the index.
    """

    title: str
    resources: tuple[ResourcePage, ...]
    webhooks: tuple[ResourcePage, ...]
    types: tuple[TypesPage, ...]
    links: Mapping[model.TypeId, str]
    schemes: Mapping[str, str]


def site_of(api: model.Api) -> Site:
    """Settle files and anchors."""
    files: dict[str, None] = dict.fromkeys(("index", "readme", "schemas", "webhooks"))
    operations: dict[tuple[str, ...], list[model.Operation]] = {}
    for operation in api.operations:
        operations.setdefault(operation.resource, []).append(operation)
    resources = []
    for resource in api.resources:
        name = _take_file("-".join(resource.path), files)
        listed = operations.get(resource.path, ())
        resources.append(_page(resource.title, resource.description, name, listed, resource.external_docs))
    types = _types_pages(api, files)
    schemes: dict[str, None] = dict.fromkeys(("base-urls", "authentication", "resources", "python", "schemas"))
    return Site(
        title=api.title or api.name,
        resources=tuple(resources),
        webhooks=(_page("Webhooks", "", "webhooks", api.webhooks),) if api.webhooks else (),
        types=types,
        links=_links(types),
        schemes={scheme.name: _take(f"auth {scheme.name}", schemes) for scheme in api.security_schemes},
    )


@functools.lru_cache(maxsize=1 << 14)  # pages, anchors and links ask for it
def type_title(type_id: model.TypeId) -> str:
    """The heading of a type: the words of its name, acronyms as they stand."""
    return " ".join(re.sub(r"_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", type_id).split()) or str(type_id)


def operation_title(operation: model.Operation) -> str:
    """The heading of an operation: the words of its action."""
    return " ".join(word.capitalize() for word in operation.action.split("_") if word) or operation.action


def _page(
    title: str,
    description: str,
    name: str,
    operations: Iterable[model.Operation],
    external_docs: model.ExternalDocs | None = None,
) -> ResourcePage:
    listed = tuple(operations)
    taken: dict[str, None] = dict.fromkeys(anchor(section, {}) for section in SECTIONS)
    anchors = tuple(_take(operation.action, taken) for operation in listed)
    return ResourcePage(
        title=title or "Operations",
        description=description,
        external_docs=external_docs,
        file=f"{name}.md",
        operations=listed,
        anchors=anchors,
        taken=taken,
    )


def _types_pages(api: model.Api, files: dict[str, None]) -> tuple[TypesPage, ...]:
    ordered = sorted(api.types.values(), key=lambda entry: (entry.id.lower(), entry.id))
    if not ordered:
        return ()
    if len(ordered) <= _MANY_TYPES:
        return (TypesPage(name="Schemas", title="Schemas", file="schemas.md", types=tuple(ordered)),)
    letters: dict[str, list[model.Type]] = {}
    for entry in ordered:
        first = entry.id[:1].upper()
        letters.setdefault(first if first.isascii() and first.isalpha() else "other", []).append(entry)
    return tuple(
        TypesPage(
            name=name,
            title=f"Schemas: {name}",
            file=f"{_take(f'schemas {name}', files)}.md",
            types=tuple(entries),
        )
        for letter, of_letter in sorted(letters.items())
        for name, entries in _divided(letter, of_letter, 1)
    )


def _divided(name: str, entries: list[model.Type], depth: int) -> Iterator[tuple[str, list[model.Type]]]:
    """The types of a page; where they are many, those whose names begin with the same words have pages of their own."""
    if len(entries) <= _MANY_TYPES:
        yield name, entries
        return
    groups: dict[str, list[model.Type]] = {}
    for entry in entries:
        groups.setdefault(" ".join(type_title(entry.id).split()[:depth]), []).append(entry)
    own = {
        words: members
        for words, members in groups.items()
        if len(words.split()) == depth and len(members) >= _FEW_TYPES
    }
    rest = [entry for words, members in groups.items() if words not in own for entry in members]
    if rest:
        yield name, rest
    for words, members in own.items():
        yield from _divided(words, members, depth + 1)


def _links(pages: Iterable[TypesPage]) -> dict[model.TypeId, str]:
    links = {}
    for page in pages:
        taken: dict[str, None] = {}
        for entry in page.types:
            links[entry.id] = f"{page.file}#{_take(type_title(entry.id), taken)}"
    return links


def _take_file(wanted: str, files: dict[str, None]) -> str:
    """The name of a page, without its suffix: one that every system can hold."""
    name = anchor(wanted[:_LONGEST_FILE], {})
    return _take(f"{name}-resource" if _DEVICE.fullmatch(name) else name, files)


def _take(wanted: str, taken: dict[str, None]) -> str:
    name = anchor(wanted, taken)
    taken[name] = None
    return name
