"""The view of the index: what the API is, where it is, how to authenticate, and what it has.

In: an `Api`, its `Site`, and samples. Out: `IndexView`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import model
from generator.encoders.markdown import MarkdownText, cell, code, inner_link, link, text
from generator.records import dataclass
from generator.views.markdown_docs.blocks import further, listed, sentence, spaced, table
from generator.views.markdown_docs.samples import Samples
from generator.views.markdown_docs.site import ResourcePage, Site, operation_title

_MOST_LINKS = 12
_FIRST_LINKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeSection:
    """A way to authenticate; `how` says what has to be sent, `flows` how to get it."""

    name: str
    anchor: MarkdownText
    description: str
    deprecated: bool
    how: MarkdownText
    flows: tuple[MarkdownText, ...]
    scopes: MarkdownText


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The index; `python` is the sample that opens the client, "" where there is no client."""

    title: str
    version: str
    summary: str
    description: str
    about: tuple[MarkdownText, ...]
    servers: MarkdownText
    schemes: tuple[SchemeSection, ...]
    python: str
    resources: MarkdownText
    schemas: MarkdownText


def index_view(api: model.Api, site: Site, samples: Samples) -> IndexView:
    """The view of the index."""
    pages = (*site.resources, *site.webhooks)
    return IndexView(
        title=site.title,
        version=api.version,
        summary=api.about.summary,
        description=api.description,
        about=tuple(_about(api.about)),
        servers=table(
            ("URL", "Description"), ((code(server.resolved_url), _server_words(server)) for server in api.servers)
        ),
        schemes=tuple(_scheme(scheme, site) for scheme in api.security_schemes),
        python=samples.opening(),
        resources=table(
            ("Resource", "Operations"),
            ((inner_link(page.title, page.file), _operations(page)) for page in pages),
        ),
        schemas=listed(inner_link(page.name, page.file) for page in site.types),
    )


def _about(about: model.About) -> Iterator[MarkdownText]:
    """Lines on whom to ask, and on what terms the API may be used."""
    if about.external_docs:
        yield further(about.external_docs)
    contact, licence = about.contact, about.license
    if contact:
        name = link(contact.name or contact.url, contact.url) if contact.url else text(contact.name)
        mail = link(contact.email, f"mailto:{contact.email}") if contact.email else MarkdownText("")
        yield spaced(text("Contact:"), listed(part for part in (name, mail) if part))
    if licence:
        named = licence.name or licence.identifier or licence.url
        yield spaced(text("Licence:"), link(named, licence.url) if licence.url else text(named))
    if about.terms_of_service:
        yield link("Terms of service", about.terms_of_service)


def _operations(page: ResourcePage) -> MarkdownText:
    """A link to each operation; of many only the first, for nobody reads a wall of links."""
    links = [
        inner_link(operation_title(operation), f"{page.file}#{name}")
        for operation, name in zip(page.operations, page.anchors, strict=True)
    ]
    if len(links) <= _MOST_LINKS:
        return listed(links)
    more = inner_link(f"{len(links) - _FIRST_LINKS} more", page.file)
    return MarkdownText(f"{listed(links[:_FIRST_LINKS])} and {more}")


def _server_words(server: model.Server) -> MarkdownText:
    variables = listed(
        spaced(code("{" + variable.name + "}"), cell(variable.description), _choices(variable))
        for variable in server.variables
    )
    words = cell(server.description or server.name)
    if not variables:
        return words
    return spaced(sentence(MarkdownText(words.rstrip("."))) if words else words, sentence("Variables:", variables))


def _choices(variable: model.ServerVariable) -> MarkdownText:
    return MarkdownText(f"({listed(map(code, variable.enum), 'or')})") if variable.enum else MarkdownText("")


def _scheme(scheme: model.SecurityScheme, site: Site) -> SchemeSection:
    scopes = {name: words for flow in scheme.flows for name, words in flow.scopes.items()}
    return SchemeSection(
        name=scheme.name,
        anchor=MarkdownText(site.schemes[scheme.name]),
        description=scheme.description,
        deprecated=scheme.deprecated,
        how=_how(scheme),
        flows=tuple(_flow(flow) for flow in scheme.flows),
        scopes=table(("Scope", "Description"), ((code(name), cell(words)) for name, words in scopes.items())),
    )


def _how(scheme: model.SecurityScheme) -> MarkdownText:
    match scheme.kind:
        case "apiKey":
            places = {"query": "query parameter", "cookie": "cookie"}
            return sentence("Send the key in the", places.get(scheme.place, "header"), code(scheme.parameter))
        case "basic":
            return text("Send user name and password by HTTP basic authentication (RFC 7617).")
        case "bearer":
            kind = f" ({scheme.bearer_format})" if scheme.bearer_format else ""
            return sentence(f"Send the token{kind} in a header:", code("Authorization: Bearer TOKEN"))
        case "http":
            return sentence("Send the credentials in a header:", code(f"Authorization: {scheme.scheme} CREDENTIALS"))
        case "oauth2":
            return sentence("Send an OAuth 2.0 access token in a header:", code("Authorization: Bearer TOKEN"))
        case "openIdConnect":
            return sentence("Get a token from the OpenID provider at", link(scheme.openid_url, scheme.openid_url))
        case "mutualTLS":
            return text("Connect with a client certificate.")


def _flow(flow: model.Flow) -> MarkdownText:
    urls = {
        "authorization at": flow.authorization_url,
        "device authorization at": flow.device_authorization_url,
        "token from": flow.token_url,
        "refresh at": flow.refresh_url,
    }
    known = listed(spaced(text(label), code(url)) for label, url in urls.items() if url)
    return sentence("Flow", MarkdownText(f"{code(flow.kind)}:" if known else code(flow.kind)), known)
