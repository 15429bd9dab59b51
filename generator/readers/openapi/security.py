"""Security schemes and requirements."""

from __future__ import annotations

from typing import Literal

from generator.draft import Alternatives, Claim, Flow, Requirement, SecurityScheme
from generator.readers.openapi.dialect import Dialect
from generator.readers.openapi.members import as_text, flag, later_text, text, texts
from generator.readers.openapi.notes import Notes
from generator.readers.openapi.references import References
from generator.source import Node

_Kind = Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
_KINDS: dict[str, tuple[_Kind, str]] = {
    "apikey": ("apiKey", ""),
    "api_key": ("apiKey", ""),
    "http": ("http", ""),
    "basic": ("http", "basic"),
    "bearer": ("http", "bearer"),
    "jwt": ("http", "bearer"),
    "digest": ("http", "digest"),
    "oauth2": ("oauth2", ""),
    "oauth": ("oauth2", ""),
    "openidconnect": ("openIdConnect", ""),
    "mutualtls": ("mutualTLS", ""),
}
_SWAGGER_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_PLACES: dict[str, Literal["query", "header", "cookie"]] = {"query": "query", "header": "header", "cookie": "cookie"}


def read_schemes(holder: Node, dialect: Dialect, references: References, notes: Notes) -> tuple[SecurityScheme, ...]:
    """The map of security schemes; one that cannot be made out is left out, with a finding."""
    found = (
        _scheme(name, node, dialect, references, notes)
        for name, node in holder.items()
        if name[:2] != "x-" or node.is_map
    )
    return tuple(scheme for scheme in found if scheme is not None)


def _scheme(name: str, node: Node, dialect: Dialect, references: References, notes: Notes) -> SecurityScheme | None:
    target = references.follow(node, "securityScheme")
    if target is None:
        return None
    said = text(target, "type")
    kind, scheme = _KINDS.get(said.strip().lower(), (None, ""))
    if kind is None:
        message = f"the security scheme {name!r} is of no known type ({said!r}); calls are made without it"
        notes.warning("security-scheme", message, node.origin)
        return None
    place = _PLACES.get(text(target, "in").strip().lower())
    if kind == "apiKey" and (place is None or not text(target, "name")):
        message = f"the API key {name!r} does not say its name and place (`name:`, `in:`); read as a header"
        notes.warning("security-scheme", message, node.origin)
    return SecurityScheme(
        origin=node.origin,
        name=name,
        kind=kind,
        description=text(target, "description"),
        scheme=(scheme or text(target, "scheme").strip() or "bearer") if kind == "http" else "",
        bearer_format=text(target, "bearerFormat"),
        place=(place or "header") if kind == "apiKey" else "",
        parameter=(text(target, "name") or name) if kind == "apiKey" else "",
        flows=_flows(target, dialect) if kind == "oauth2" else (),
        openid_url=text(target, "openIdConnectUrl"),
        deprecated=flag(target, "deprecated") or flag(target, "x-oai-deprecated"),
    )


def _flows(node: Node, dialect: Dialect) -> tuple[Flow, ...]:
    if dialect.is_swagger or ("flow" in node and "flows" not in node):
        said = text(node, "flow")
        return (_flow(_SWAGGER_FLOWS.get(said, said), node),) if said else ()
    flows = ((kind.removeprefix("x-oai-"), entry) for kind, entry in node["flows"].items() if entry.is_map)
    return tuple(_flow(kind, entry) for kind, entry in flows if kind[:2] != "x-")


def _flow(kind: str, node: Node) -> Flow:
    scopes = node["scopes"]
    words = {name: as_text(entry.value) for name, entry in scopes.items() if not name.startswith("x-")}
    return Flow(
        kind=kind,
        authorization_url=text(node, "authorizationUrl"),
        token_url=text(node, "tokenUrl"),
        refresh_url=text(node, "refreshUrl"),
        device_authorization_url=later_text(node, "deviceAuthorizationUrl"),
        scopes=words or dict.fromkeys(scopes.texts, ""),
    )


def read_security(holder: Node, schemes: tuple[str, ...], notes: Notes) -> Claim[Alternatives] | None:
    """The `security` of the root or of an operation; None where it says nothing."""
    node = holder["security"]
    if node.is_map:
        notes.info("read-as-meant", "`security` is a list; a lone requirement is read as one", node.origin)
        return Claim((_requirement(node, schemes),), node.origin)
    if not node.is_list:
        return None
    return Claim(tuple(_requirement(entry, schemes) for entry in node if entry.is_map), node.origin)


def _requirement(node: Node, schemes: tuple[str, ...]) -> tuple[Requirement, ...]:
    """Scheme by scheme; one that is not among `schemes` may be described by another source."""
    found = []
    for key, entry in node.items():
        by_uri = key not in schemes and "/" in key  # 3.2 §4.30: a scheme may be named by a URI reference
        found.append(Requirement(scheme=key.rpartition("/")[2] if by_uri else key, scopes=texts(entry.value)))
    return tuple(found)
