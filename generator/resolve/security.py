"""Security schemes and requirements of all sources -> those of the API.

In: drafts. Out: `model.SecurityScheme`s with names that are unique in the API, and requirements that name only these. A
requirement that names a scheme nobody describes is guessed at or left out, never kept as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator import draft, model
from generator.diagnostics import Origin, Report
from generator.resolve import words


class Security:
    """The schemes of an API, and how each draft's requirements are said with them."""

    def __init__(self, drafts: Sequence[draft.Draft], report: Report) -> None:
        self._report = report
        self._schemes: dict[str, model.SecurityScheme] = {}
        self._names: dict[int, dict[str, str]] = {id(source): {} for source in drafts}
        for source in sorted(drafts, key=lambda entry: entry.kind == "page"):
            for scheme in source.security_schemes:
                self._names[id(source)][scheme.name] = self._add(_scheme(scheme), is_page=source.kind == "page")

    @property
    def schemes(self) -> tuple[model.SecurityScheme, ...]:
        """All schemes, those of documents first."""
        return tuple(self._schemes.values())

    def alternatives(self, claim: draft.Claim[draft.Alternatives] | None, source: draft.Draft) -> model.Alternatives:
        """A source's requirements with the names that schemes have in the API."""
        if claim is None:
            return ()
        found: list[tuple[model.Requirement, ...]] = []
        for alternative in claim.value:
            known = tuple(
                model.Requirement(scheme=name, scopes=tuple(entry.scopes))
                for entry in alternative
                if (name := self._name(entry.scheme, source, claim.origin))
            )
            if (known or not alternative) and known not in found:
                found.append(known)
        return tuple(found)

    def from_header(self, parameter: draft.Parameter) -> model.Alternatives:
        """What an `Authorization` header among the parameters says, where nothing else speaks of credentials."""
        if not self._schemes:
            scheme = _from_header(parameter)
            self._add(scheme, is_page=True)
            self._report.info(
                "security-inferred",
                f"an Authorization header is a parameter here and no security scheme is described; "
                f"taken for {scheme.kind} authentication",
                at=parameter.origin,
            )
        return ((model.Requirement(scheme=next(iter(self._schemes))),),)

    def _add(self, scheme: model.SecurityScheme, *, is_page: bool) -> str:
        """Register a scheme; returns the name it has in the API. Pages name the documents' schemes as they like."""
        same = self._schemes.get(scheme.name)
        if same is not None and _means(same) == _means(scheme):
            return same.name
        if is_page:
            for known in self._schemes.values():
                if _means(known) == _means(scheme):
                    return known.name
        name = scheme.name
        while name in self._schemes:
            name = f"{name}_{scheme.kind}"
        self._schemes[name] = replace(scheme, name=name)
        return name

    def _name(self, scheme: str, source: draft.Draft, at: Origin) -> str:
        """The API's name for a scheme; "" where a requirement names one that nobody describes."""
        names = self._names[id(source)]
        if scheme in names:
            return names[scheme]
        guess = self._guess(scheme)
        names[scheme] = guess
        taken_for = f"taken for {guess!r}" if guess else "it is left out"
        self._report.warning("security-unknown", f"no source describes the scheme {scheme!r}; {taken_for}", at=at)
        return guess

    def _guess(self, scheme: str) -> str:
        """The scheme that must be meant: one of the same words, the only one, or what the name itself says."""
        for name in self._schemes:
            if words.loose_key(words.split(name)) == words.loose_key(words.split(scheme)):
                return name
        if len(self._schemes) == 1:
            return next(iter(self._schemes))
        own = {word.lower() for word in words.split(scheme)}
        if own & {"basic", "basicauth"}:
            return self._add(model.SecurityScheme(name=scheme, kind="basic"), is_page=False)
        if own & {"bearer", "jwt", "token", "oauth", "oauth2", "bearerauth"}:
            return self._add(model.SecurityScheme(name=scheme, kind="bearer"), is_page=False)
        return ""


def any_scopes(alternatives: model.Alternatives) -> tuple[str, ...]:
    """Scopes of which any one suffices, where the requirements can be said so: no alternative asks for two at once.

    An alternative without credentials asks for none.
    """
    asked = [[scope for entry in alternative for scope in entry.scopes] for alternative in alternatives if alternative]
    if not asked or any(len(scopes) != 1 for scopes in asked):
        return ()
    return tuple(dict.fromkeys(scope for scopes in asked for scope in scopes))


def _scheme(scheme: draft.SecurityScheme) -> model.SecurityScheme:
    http = scheme.scheme.strip().lower()
    kind: model.SecurityKind = scheme.kind
    if scheme.kind == "http" and http in ("basic", "bearer"):
        kind = "basic" if http == "basic" else "bearer"
    return model.SecurityScheme(
        name=scheme.name,
        kind=kind,
        description=scheme.description,
        scheme=scheme.scheme,
        bearer_format=scheme.bearer_format,
        place=scheme.place,
        parameter=scheme.parameter,
        flows=tuple(_flow(flow) for flow in scheme.flows),
        openid_url=scheme.openid_url,
        deprecated=scheme.deprecated,
    )


def _flow(flow: draft.Flow) -> model.Flow:
    return model.Flow(
        kind=flow.kind,
        authorization_url=flow.authorization_url,
        token_url=flow.token_url,
        refresh_url=flow.refresh_url,
        device_authorization_url=flow.device_authorization_url,
        scopes=dict(flow.scopes),
    )


def _means(scheme: model.SecurityScheme) -> tuple[object, ...]:
    """What a client must do; two schemes of which this is the same are one."""
    place = (scheme.place, scheme.parameter.lower()) if scheme.kind == "apiKey" else ()
    http = scheme.scheme.lower() if scheme.kind == "http" else ""
    return scheme.kind, http, place, tuple(flow.token_url for flow in scheme.flows), scheme.openid_url


def _from_header(parameter: draft.Parameter) -> model.SecurityScheme:
    said = [parameter.description.value] if parameter.description is not None else []
    said += [example.value for example in parameter.examples if isinstance(example.value, str)]
    text = " ".join(said).lower()
    if "basic" in text and "bearer" not in text:
        return model.SecurityScheme(name="BasicAuth", kind="basic", scheme="basic")
    if "bearer" in text or "token" in text or "jwt" in text or not text:
        return model.SecurityScheme(name="BearerAuth", kind="bearer", scheme="bearer")
    return model.SecurityScheme(name="Authorization", kind="apiKey", place="header", parameter="Authorization")
