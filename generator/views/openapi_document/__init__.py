"""The API as one OpenAPI 3.1 document: what all sources together say, for whatever else reads OpenAPI.

In: the API. Out: one job, `openapi.yaml`. Nothing that the model holds is left out but what was made up (examples that
no source gives), and the document, read again, gives the same model:

* `schemas` - shapes and named types -> components
* `operations` - operations -> path items, callbacks, webhooks

An operation keeps its operationId; one that has none gets the model's id for it (`experienceGroups.get`), and if it has
no tag either, that of its resource. Where resource and action do not follow from these (the configuration renames them,
a page calls them otherwise), they stand beside the operationId as `x-specloom-name`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from generator import model
from generator.artifact import Job
from generator.config import Target
from generator.diagnostics import Report
from generator.encoders import block_yaml
from generator.encoders.data import DataText
from generator.records import dataclass
from generator.views.openapi_document.operations import Operations, requirements, server, with_scopes
from generator.views.openapi_document.schemas import Schemas, Tree, component_keys, external_docs

VERSION = "3.1.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole file, in pieces."""

    text: tuple[DataText, ...]


def plan(api: model.Api, target: Target, report: Report) -> tuple[Job, ...]:  # noqa: ARG001 (as all targets have it)
    """The document's job; `report` gets a finding for what OpenAPI 3.1 has no words for."""
    text = block_yaml.document(document(api, report))
    view = Document(text=text)
    return (Job(template="openapi/openapi.yaml.jinja", path=PurePosixPath("openapi.yaml"), view=view),)


def document(api: model.Api, report: Report) -> Tree:
    """The document as a tree."""
    schemas = Schemas(api.types)
    schemes = component_keys([scheme.name for scheme in api.security_schemes])
    security = _most_frequent(with_scopes(operation) for operation in api.operations)
    operations = Operations(
        schemas=schemas,
        schemes=schemes,
        security=security,
        ids=operation_ids(api),
        tags=added_tags(api),
        report=report,
    )
    components = {
        "securitySchemes": {schemes[scheme.name]: _scheme(scheme) for scheme in api.security_schemes},
        "schemas": schemas.components(),
    }
    written: Tree = {
        "openapi": VERSION,
        "info": _info(api),
        "externalDocs": external_docs(api.about.external_docs),
        "servers": [server(entry) for entry in api.servers],
        "tags": _tags(api),
        "security": requirements(security, schemes),
        "paths": operations.paths(api.operations),
        "webhooks": operations.hooks(api.webhooks),
        "components": {kind: entries for kind, entries in components.items() if entries},
    }
    return {key: value for key, value in written.items() if value or key == "paths"}


def _info(api: model.Api) -> Tree:
    about = api.about
    contact, licence = about.contact, about.license
    facts: Tree = {
        "title": api.title,
        "summary": about.summary,
        "description": api.description,
        "version": api.version,
        "termsOfService": about.terms_of_service,
    }
    if contact:
        facts["contact"] = _said({"name": contact.name, "url": contact.url, "email": contact.email})
    if licence:
        more = {"identifier": licence.identifier} if licence.identifier else {"url": licence.url}  # never both
        facts["license"] = {"name": licence.name} | _said(more)
    return {key: value for key, value in facts.items() if value or key in ("title", "version")}


def _said(facts: dict[str, str]) -> Tree:
    return {key: value for key, value in facts.items() if value}


def added_tags(api: model.Api) -> dict[tuple[str, ...], str]:
    """The tag of each resource, for its operations without operationId and tag. None where all others have one and the
    same tag: a lone tag names no resource, and with more beside it it would."""
    said = {operation.tags[0] for operation in api.operations if operation.tags} | {tag.name for tag in api.tags}
    return {} if len(said) == 1 else {resource.path: resource.title for resource in api.resources}


def operation_ids(api: model.Api) -> dict[str, str]:
    """An operationId for each operation, by the model's id: the source's own, which may stand once in a document."""
    taken: set[str] = set()
    ids: dict[str, str] = {}
    hooks = (hook for operation in api.operations for entry in operation.callbacks for hook in entry.operations)
    for operation in (*api.operations, *api.webhooks, *hooks):
        own = operation.operation_id
        if own and own not in taken:
            ids.setdefault(operation.id, own)
            taken.add(own)
    for operation in api.operations:
        ids.setdefault(operation.id, _id(operation))
    return ids


def _id(operation: model.Operation) -> str:
    """The model's id, from which its words can be told again: `status_401` has no capitals that divide it."""
    names = (*operation.resource, operation.action)
    return operation.id if all(map(_CAMEL.fullmatch, names)) else ".".join(names)


_CAMEL = re.compile(r"[a-z][a-z0-9]*(?:_[a-z]{2}[a-z0-9]*)*")
"""Words that stay apart in camel case."""


def _most_frequent(said: Iterable[model.Alternatives]) -> model.Alternatives:
    """What more than half of the operations ask for; () where there is no such thing."""
    counts = Counter(said)
    found = counts.most_common(1)
    return found[0][0] if found and 2 * found[0][1] > counts.total() else ()


def _tags(api: model.Api) -> list[Tree]:
    """The declared tags, and one for each resource whose prose no tag has."""
    tags: dict[str, Tree] = {}
    for tag in api.tags:
        facts = {
            "name": tag.name,
            "description": tag.description,
            "x-oai-summary": tag.summary,
            "x-oai-parent": tag.parent,
            "x-oai-kind": tag.kind,
            "externalDocs": external_docs(tag.external_docs),
        }
        tags[tag.name] = {key: value for key, value in facts.items() if value}
    told = {word for tag in api.tags if tag.description for word in (tag.name, tag.summary)}
    prose = {tag.description for tag in api.tags}
    for resource in api.resources:
        if resource.description and resource.description not in prose and resource.title not in told | tags.keys():
            tags[resource.title] = {"name": resource.title, "description": resource.description}
    return list(tags.values())


def _scheme(scheme: model.SecurityScheme) -> Tree:
    """A security scheme object (3.1 §4.8.27)."""
    kind = "http" if scheme.kind in ("basic", "bearer") else scheme.kind
    facts: Tree = {"type": kind, "description": scheme.description}
    if scheme.kind == "apiKey":
        facts |= {"name": scheme.parameter, "in": scheme.place}
    elif kind == "http":
        facts |= {"scheme": scheme.scheme or scheme.kind, "bearerFormat": scheme.bearer_format}
    elif kind == "openIdConnect":
        facts["openIdConnectUrl"] = scheme.openid_url
    facts["x-oai-deprecated"] = scheme.deprecated
    written = {key: value for key, value in facts.items() if value or key == "openIdConnectUrl"}
    if kind == "oauth2":
        written["flows"] = {_FLOWS.get(flow.kind, f"x-{flow.kind}"): _flow(flow) for flow in scheme.flows}
    return written


def _flow(flow: model.Flow) -> Tree:
    facts: Tree = {
        "authorizationUrl": flow.authorization_url,
        "x-oai-deviceAuthorizationUrl": flow.device_authorization_url,
        "tokenUrl": flow.token_url,
        "refreshUrl": flow.refresh_url,
    }
    needed = _NEEDED.get(flow.kind, ())
    written = {key: value for key, value in facts.items() if value or key in needed}
    return written | {"scopes": dict(flow.scopes)}


_NEEDED = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
}
_FLOWS = {**{kind: kind for kind in _NEEDED}, "deviceAuthorization": "x-oai-deviceAuthorization"}
