"""What the client's constructor takes to prove who is calling, and how it is sent.

In: the API's security schemes. Out: `Credentials`: the constructor's arguments, each with the environment variable that
stands in for it, and for each scheme the expression that makes the credential. Samples open the client by `opening`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import model
from generator.diagnostics import Report
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.views.python.names import Names, constant, identifier
from generator.views.python.prose import first_sentence, sentence

_AUTH = "._runtime.auth"
_RESERVED = frozenset(
    {
        *("base_url", "http_client", "max_retries", "self", "settings", "timeout", "url", "validate_responses"),
        *("http_basic", "http_token", "httpx2", "named_key", "os"),
    }
)
"""The constructor's other arguments, and what its body uses."""
_TOKEN = Code("Secret | None", [(_AUTH, "Secret")])
_TEXT = Code("str | None")


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument of the constructor; `variable` is the environment variable that stands in for it."""

    name: PythonText
    annotation: Code
    variable: PythonText
    environment: str
    doc: str

    @property
    def name_text(self) -> str:
        """Its name as plain text."""
        return str(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A security scheme: its name, the expression that makes its credential, and the arguments in that."""

    name: PythonText
    source: str
    credential: Code
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """All of them; arguments in the constructor's order."""

    arguments: tuple[Argument, ...]
    schemes: tuple[Scheme, ...]


def credentials(api: model.Api, package: str, report: Report) -> Credentials:
    """Work out the constructor's credentials. Schemes that send the same header share one argument."""
    schemes = [scheme for scheme in _used(api) if _kind(scheme) != "none"]
    for scheme in _used(api):
        if scheme.kind == "mutualTLS":
            report.info(
                "client-certificate",
                f"the client leaves the security scheme {scheme.name!r} to its HTTP client:"
                " pass one that has the certificate",
            )
    names = Names(_RESERVED)
    arguments: dict[str, Argument] = {}
    made: list[Scheme] = []
    for scheme in schemes:
        alone = sum(_kind(other) == _kind(scheme) for other in schemes) == 1
        wanted = list(_wanted(scheme, alone))
        for key, word, annotation, doc in wanted:
            if key not in arguments:
                name = names.take(identifier(word))
                variable = constant(f"{package}_{name}")
                arguments[key] = Argument(
                    name=name,
                    annotation=annotation,
                    variable=literal(str(variable)),
                    environment=str(variable),
                    doc=sentence(doc),
                )
        given = tuple(arguments[key] for key, *_ in wanted)
        credential = _credential(scheme, given)
        made.append(Scheme(name=literal(scheme.name), source=scheme.name, credential=credential, arguments=given))
    return Credentials(arguments=tuple(arguments.values()), schemes=tuple(made))


def opening(api: model.Api, client: str, found: Credentials, operation: model.Operation | None = None) -> PythonText:
    """The expression that makes a client in a sample, with a base URL where the API names none.

    Args:
        operation: What is to be called: its first way to authenticate decides on the arguments; else the first scheme.
    """
    schemes = found.schemes[:1] if operation is None else _asked(operation, found)
    arguments = dict.fromkeys(argument.name for scheme in schemes for argument in scheme.arguments)
    given = [f'{name}="YOUR_{constant(name)}"' for name in arguments]
    if not default_base_url(api):
        given.append('base_url="https://api.example.com"')
    return PythonText(f"{client}({', '.join(given)})")


def _asked(operation: model.Operation, found: Credentials) -> tuple[Scheme, ...]:
    known = {scheme.source: scheme for scheme in found.schemes}
    for group in operation.security:
        if group and all(requirement.scheme in known for requirement in group):
            return tuple(known[requirement.scheme] for requirement in group)
    return ()


def default_base_url(api: model.Api) -> str:
    """The first server's URL where it is a whole one."""
    urls = [server.resolved_url for server in api.servers]
    return next((url for url in urls if re.match(r"https?://[^/{}]", url) and "{" not in url), "")


def _used(api: model.Api) -> Iterator[model.SecurityScheme]:
    """The schemes that an operation asks for."""
    asked = {
        requirement.scheme for operation in api.operations for group in operation.security for requirement in group
    }
    return (scheme for scheme in api.security_schemes if scheme.name in asked)


def _kind(scheme: model.SecurityScheme) -> str:
    """Schemes of one kind take the same sort of argument."""
    match scheme.kind:
        case "bearer" | "oauth2" | "openIdConnect":
            return "bearer"
        case "mutualTLS":
            return "none"
        case kind:
            return kind


def _wanted(scheme: model.SecurityScheme, alone: bool) -> Iterator[tuple[str, str, Code, str]]:
    """The arguments a scheme needs: a key to share them by, the wanted name, the type, what it is."""
    said = first_sentence(scheme.description)
    match _kind(scheme):
        case "bearer":
            yield "bearer", "access_token", _TOKEN, said or "The access token, or a function that returns it."
        case "basic":
            prefix = "" if alone else f"{scheme.name}_"
            yield f"{scheme.name} name", f"{prefix}username", _TEXT, "The user's name."
            yield f"{scheme.name} password", f"{prefix}password", _TEXT, "The user's password."
        case "apiKey":
            place = {"header": "header", "query": "query parameter", "cookie": "cookie"}.get(_place(scheme), "header")
            doc = said or f"The key that is sent as the {place} `{scheme.parameter or scheme.name}`."
            yield scheme.name, "api_key" if alone else scheme.name, _TOKEN, doc
        case _:
            yield (
                scheme.name,
                "authorization" if alone else scheme.name,
                _TOKEN,
                said or "What follows the scheme's name.",
            )


def _credential(scheme: model.SecurityScheme, arguments: tuple[Argument, ...]) -> Code:
    values = ", ".join(str(argument.name) for argument in arguments)
    match _kind(scheme):
        case "bearer":
            return Code(f'http_token("Bearer", {values})', [(_AUTH, "http_token")])
        case "basic":
            return Code(f"http_basic({values})", [(_AUTH, "http_basic")])
        case "apiKey":
            name = literal(scheme.parameter or scheme.name)
            return Code(f"named_key({literal(_place(scheme))}, {name}, {values})", [(_AUTH, "named_key")])
        case _:
            word = scheme.scheme if scheme.scheme.isascii() and scheme.scheme.isalnum() else "Bearer"
            return Code(f"http_token({literal(word)}, {values})", [(_AUTH, "http_token")])


def _place(scheme: model.SecurityScheme) -> str:
    return scheme.place if scheme.place in ("header", "query", "cookie") else "header"
