"""The way of one request: route, credentials, arguments, handler, answer.

A request that does not fit what is documented never reaches its handler.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, get_type_hints
from urllib.parse import quote

from fastapi import Request, Response
from pydantic import TypeAdapter, ValidationError
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from . import answers, bodies, parameters
from .adapters import adapter_of
from .answers import Examples
from .context import UseExample, enter
from .operation import Content, Operation, Parameter
from .parameters import ABSENT, Pairs
from .problems import Issues, Problem
from .routing import Found, Routes
from .security import Authenticate, Scheme, find_credentials

_PREFERENCE = re.compile(r'(code|example)\s*=\s*"?([^",;\s]+)"?')
_FOUND = "api.operations"


class Endpoint:
    """An operation with the handlers that serve it; its types are looked at when first needed."""

    def __init__(self, operation: Operation, handlers: object) -> None:
        self.operation = operation
        self._handle = getattr(handlers, operation.handler.__name__)
        self._names = frozenset(parameter.name for parameter in operation.parameters)
        self._adapters: dict[str, TypeAdapter[Any]] | None = None
        self._bodies: dict[str, TypeAdapter[Any]] = {}

    async def answer(
        self, request: Request, values: Mapping[str, str], setting: Setting
    ) -> Response:
        """Serve a request.

        Args:
            values: The raw values of the path's placeholders.

        Raises:
            Problem: The request cannot be served.
        """
        credentials = find_credentials(self.operation, setting.schemes, request)
        identity = await setting.authenticate(credentials) if credentials else None
        arguments = await self._arguments(request, values)
        accept = request.headers.get("accept", "")
        wishes = dict(_PREFERENCE.findall(",".join(request.headers.getlist("prefer"))))
        if wishes:
            code = wishes.get("code", "")
            status = int(code) if code.isdecimal() and 100 <= int(code) < 600 else None
            name = wishes.get("example", "")
            return answers.from_example(self.operation, setting.examples, accept, status, name)
        enter(request, identity)
        try:
            value = self._handle(**arguments)
            if inspect.isawaitable(value):
                value = await value
        except UseExample as wish:
            return answers.from_example(
                self.operation, setting.examples, accept, wish.status, wish.name
            )
        return answers.from_value(self.operation, value, accept)

    async def _arguments(self, request: Request, values: Mapping[str, str]) -> dict[str, Any]:
        """The handler's arguments, checked and converted."""
        issues = Issues()
        arguments: dict[str, Any] = {}
        adapters = self._parameter_adapters()
        query = Pairs(request.url.query)
        for parameter in self.operation.parameters:
            raw = _raw(parameter, request, values, query, self._names)
            if raw is not ABSENT:
                self._convert(parameter, raw, adapters[parameter.argument], arguments, issues)
            elif parameter.required:
                issues.add(parameter.place, (parameter.name,), "is required")
        body = self.operation.body
        if body is not None:
            content, value = await bodies.read(body, request)
            if value is not ABSENT:
                self._convert_body(content, value, body.argument, arguments, issues)
            elif body.required:
                issues.add("body", (), "is required")
        if issues.found:
            raise Problem(422, issues=issues.found)
        return arguments

    def _parameter_adapters(self) -> dict[str, TypeAdapter[Any]]:
        if self._adapters is None:
            hints = get_type_hints(self.operation.handler, include_extras=True)
            self._adapters = {
                parameter.argument: adapter_of(hints[parameter.argument], parameter.limits)
                for parameter in self.operation.parameters
            }
        return self._adapters

    def _convert(
        self,
        parameter: Parameter,
        raw: object,
        adapter: TypeAdapter[Any],
        arguments: dict[str, Any],
        issues: Issues,
    ) -> None:
        try:
            arguments[parameter.argument] = _validated(adapter, raw)
        except ValidationError as error:
            if isinstance(raw, list) and len(raw) == 1:  # one value where one may stand for a list
                self._convert(parameter, raw[0], adapter, arguments, one := Issues())
                if not one.found:
                    return
            issues.add_all(parameter.place, (parameter.name,), error)

    def _convert_body(
        self,
        content: Content,
        value: object,
        argument: str,
        arguments: dict[str, Any],
        issues: Issues,
    ) -> None:
        if content.media_type not in self._bodies:
            self._bodies[content.media_type] = adapter_of(
                Any if content.type is None else content.type
            )
        adapter = self._bodies[content.media_type]
        try:
            if content.kind == "json" and isinstance(value, bytes):
                arguments[argument] = adapter.validate_json(value, strict=True)
            else:
                arguments[argument] = _validated(adapter, value)
        except ValidationError as error:
            issues.add_all("body", (), error)


class Setting:
    """What all operations of a server share."""

    __slots__ = ("authenticate", "examples", "schemes")

    def __init__(
        self, *, examples: Examples, schemes: Mapping[str, Scheme], authenticate: Authenticate
    ) -> None:
        self.examples = examples
        self.schemes = schemes
        self.authenticate = authenticate


class OperationRoutes(BaseRoute):
    """All operations as one route of the application: a look into a tree, however many."""

    def __init__(
        self, served: Iterable[tuple[object, Sequence[Operation]]], setting: Setting
    ) -> None:
        self._setting = setting
        self._routes: Routes[Endpoint] = Routes()
        for handlers, operations in served:
            for operation in operations:
                endpoint = Endpoint(operation, handlers)
                self._routes.add(operation.method, operation.path, endpoint)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Starlette's question whether this route serves a request."""
        if scope["type"] != "http":
            return Match.NONE, {}
        path = _raw_path(scope)
        text = scope.get("query_string", b"").decode("latin-1")
        found = self._routes.find(scope["method"], path, text)
        if not found and scope["method"] == "HEAD":
            found = self._routes.find("GET", path, text)
        if found:
            return Match.FULL, {_FOUND: found}
        return (Match.PARTIAL, {_FOUND: []}) if self._routes.methods(path) else (Match.NONE, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request that matched."""
        request = Request(scope, receive, send)
        found: list[Found[Endpoint]] = _meant(scope[_FOUND], request)
        if not found:
            allow = ", ".join(self._routes.methods(_raw_path(scope)))
            problem = Problem(405, headers={"Allow": allow})
            response = answers.from_problem(problem, None, self._setting.examples)
        else:
            response = await self._answer(found, request)
        await response(scope, receive, send)

    async def _answer(self, found: Sequence[Found[Endpoint]], request: Request) -> Response:
        """The answer of the first operation that the request fits, or the first complaint."""
        first: Problem | None = None
        for match in found:
            try:
                return await match.target.answer(request, match.values, self._setting)
            except Problem as problem:
                first = first or problem
                if problem.status not in (415, 422):
                    break
        assert first is not None
        return answers.from_problem(first, found[0].target.operation, self._setting.examples)


def _meant(found: list[Found[Endpoint]], request: Request) -> list[Found[Endpoint]]:
    """Of several operations with one method and path, those whose guards the request meets; those
    that take the media type of its body come first.
    """
    if len(found) < 2:
        return found
    given = bodies.media_type(request.headers.get("content-type", ""))
    found = sorted(found, key=lambda match: not bodies.takes(match.target.operation.body, given))
    named = [
        match
        for match in found
        if match.target.operation.guards
        and all(
            (request.headers if guard.place == "header" else request.query_params).get(guard.name)
            == guard.value
            for guard in match.target.operation.guards
        )
    ]
    return named or sorted(found, key=lambda match: bool(match.target.operation.guards))


def _raw(
    parameter: Parameter,
    request: Request,
    values: Mapping[str, str],
    query: Pairs,
    others: Collection[str],
) -> object:
    match parameter.place:
        case "path":
            return parameters.from_path(parameter, values.get(parameter.name, ""))
        case "query":
            return parameters.from_query(parameter, query, others)
        case "querystring":
            return parameters.from_querystring(parameter, request.url.query)
        case "header":
            return parameters.from_header(parameter, request.headers.getlist(parameter.name))
        case "cookie":
            cookies = parameters.cookies_of(request.headers.getlist("cookie"))
            return parameters.from_cookie(parameter, cookies, others)


def _validated(adapter: TypeAdapter[Any], raw: object) -> Any:
    """The value as its type; texts count as the numbers and booleans that they spell."""
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        places = (problem["loc"] for problem in error.errors(include_url=False))
        spelt = parameters.retyped(raw, places) if raw else None
        try:
            return adapter.validate_python(spelt)
        except ValidationError:
            raise error from None


def _raw_path(scope: Scope) -> str:
    """The path as it was sent, without the prefix that the application is mounted at."""
    raw: bytes | None = scope.get("raw_path")
    path = raw.decode("latin-1").partition("?")[0] if raw else quote(scope["path"])
    root = quote(scope.get("root_path", ""))
    return path[len(root) :] if root and path.startswith(root + "/") else path
