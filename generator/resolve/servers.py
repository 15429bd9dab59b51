"""Base URLs of all sources -> those of the API.

In: drafts and their operations. Out: `model.Server`s without a slash at the end; a relative URL (`/v1`) stays relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator import draft, model
from generator.diagnostics import Report

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def settled(drafts: Sequence[draft.Draft], report: Report) -> tuple[model.Server, ...]:
    """The servers of the first document that names any, else those of the pages."""
    documents = [source for source in drafts if source.kind == "openapi"]
    pages = [source for source in drafts if source.kind == "page"]
    chosen = next((source for source in documents if of(source.servers)), None)
    if chosen is None:
        return of(server for source in pages for server in source.servers)
    servers = of(chosen.servers)
    elsewhere: dict[str, list[draft.Server]] = {}
    for source in pages:
        for server in source.servers:
            if are_elsewhere(of((server,)), servers):
                elsewhere.setdefault(server.url, []).append(server)
    for url, named in elsewhere.items():
        report.warning(
            "server-differs",
            f"the document says {servers[0].url}, the page{'s' if len(named) > 1 else ''} {url}",
            at=chosen.servers[0].origin,
            also=tuple(server.origin for server in named),
        )
    return servers


def are_elsewhere(own: Sequence[model.Server], others: Sequence[model.Server]) -> bool:
    """True where none of the servers is one of the others or lies above or below it."""
    urls = [server.resolved_url for server in own]
    known = [server.resolved_url for server in others]
    return bool(urls) and bool(known) and not any(a.startswith(b) or b.startswith(a) for a in urls for b in known)


def of(servers: Iterable[draft.Server]) -> tuple[model.Server, ...]:
    """Servers as the model has them, each URL once; `/` alone says nothing."""
    found: dict[str, model.Server] = {}
    for server in servers:
        url = server.url.strip().rstrip("/")
        if url:
            found.setdefault(url, _server(server, url))
    return tuple(found.values())


def _server(server: draft.Server, url: str) -> model.Server:
    """One server; a placeholder that nobody describes is a variable with an empty default."""
    described = {variable.name: variable for variable in server.variables}
    names = dict.fromkeys(_VARIABLE.findall(url))
    variables = tuple(described.get(name) or draft.ServerVariable(name=name, default="") for name in names)
    return model.Server(
        url=url,
        name=server.name,
        description=server.description,
        variables=tuple(
            model.ServerVariable(
                name=entry.name,
                default=entry.default,
                enum=entry.enum,
                description=entry.description,
            )
            for entry in variables
        ),
    )
