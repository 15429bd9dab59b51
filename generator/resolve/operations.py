"""Woven operations -> `model.Operation`s, in two steps: shapes first, the rest once all types are known.

In: a `Woven` operation and its `Name`. Out: a function that makes the model's operation from finished examples.
Everything that the model promises is made true here: each placeholder has one path parameter, styles are filled in,
statuses are sorted, bodies have contents and examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from generator import draft, model
from generator.config import Rename
from generator.diagnostics import Report
from generator.model import Shape, TypeId
from generator.records import dataclass
from generator.resolve import about, media, pagination, paths, servers, styles, words
from generator.resolve.content import Contents, Later, ShapeOf, XmlOf
from generator.resolve.examples import Examples
from generator.resolve.naming import Name
from generator.resolve.security import Security, any_scopes
from generator.resolve.sendable import sendable
from generator.resolve.weaving import Look, Traced, Woven, is_ignored_header, of_one
from generator.source import MISSING, Json, Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What is known once all types are made."""

    examples: Examples
    operation_names: Callable[[draft.Link], str]


LaterOperation = Callable[[Finished], model.Operation]

_BODILESS = ("204", "205", "304")


class Operations:
    """Makes operations. Ask for all of them, finish the types, then call what you were given."""

    def __init__(
        self,
        *,
        shape: ShapeOf,
        look: Look,
        xml: XmlOf,
        security: Security,
        default_servers: tuple[model.Server, ...],
        report: Report,
    ) -> None:
        self._shape = shape
        self._look = look
        self._contents = Contents(shape, look, xml, report)
        self._security = security
        self._default_servers = default_servers
        self._report = report

    def make(self, woven: Woven, name: Name, own: Rename | None = None) -> LaterOperation:
        """Take the operation's shapes; the rest follows when types are finished. `own` is what the user settled."""
        operation = woven.operation
        called = words.pascal(word for part in (*name.resource, name.action) for word in part.split("_"))
        credentials = [t.record for t in woven.parameters if _is_credentials(t.record)]
        path, parameters = self._parameters(woven, called)
        body = self._body(woven.body, called)
        responses = [self._response(entry, called) for entry in _by_status(woven.responses, self._report)]
        callbacks = [self._callback(entry, name, woven) for entry in operation.callbacks]
        security = self._requirements(woven, credentials)
        scopes = operation.scopes.value if operation.scopes is not None else any_scopes(security)
        own_servers = self._servers(woven)
        settled = (own.paging if own is not None else None) or operation.pagination
        places = {"pagination": settled.origin or operation.origin} if settled is not None else {}
        if name.is_own:
            places["renamed"] = (own.origin if own is not None else None) or operation.origin

        def finish(finished: Finished) -> model.Operation:
            examples = finished.examples
            each = tuple(sendable(make(examples), examples, self._report) for make in parameters)
            made_parameters = styles.told_apart(each, examples.types, self._report)
            made_responses = tuple(make(finished) for make in responses)
            return model.Operation(
                resource=name.resource,
                action=name.action,
                id=name.id,
                operation_id=_text(operation.operation_id),
                method=woven.group.method,
                path=path,
                summary=_text(operation.summary),
                description=_text(operation.description),
                deprecated=operation.deprecated is not None and operation.deprecated.value,
                tags=operation.tags,
                parameters=made_parameters,
                body=body(examples) if body is not None else None,
                responses=made_responses,
                security=security,
                scopes=scopes,
                servers=own_servers,
                pagination=self._pagination(woven, made_parameters, made_responses, examples.types, settled),
                callbacks=tuple(make(finished) for make in callbacks),
                external_docs=about.external_docs(operation.external_docs),
                origins=woven.origins,
                facts={**woven.facts, **places},
            )

        return finish

    def _pagination(
        self,
        woven: Woven,
        parameters: Sequence[model.Parameter],
        responses: Sequence[model.Response],
        types: Mapping[TypeId, model.Type],
        paging: pagination.Settled | None,
    ) -> model.Pagination | None:
        """How the operation's list is walked: as the user or a document says, else as the shapes say."""
        if paging is None:
            return pagination.recognised(woven.group.method, woven.group.path, parameters, responses, types)
        found = pagination.configured(paging, responses, types)
        if found is None and paging.kind != "none":
            way = ".".join(paging.items) or "the response itself"
            self._report.error(
                "pagination-mismatch",
                f"{woven.group.method} {woven.group.path}: {way} is no list, so that it cannot be walked",
                at=paging.origin,
                also=(woven.operation.origin,),
            )
        return found

    def _requirements(self, woven: Woven, credentials: Sequence[draft.Parameter]) -> model.Alternatives:
        claim = woven.operation.security
        source = woven.sources[0]
        for member in woven.group.members:
            if claim is not None and member.operation.security is claim:
                source = member.source
        if claim is None and credentials:
            return self._security.from_header(credentials[0])
        return self._security.alternatives(claim, source)

    def _servers(self, woven: Woven) -> tuple[model.Server, ...]:
        """The operation's own servers, else its source's; empty where these are the API's."""
        told = servers.of(woven.operation.servers)
        own = told or servers.of(woven.sources[0].servers)
        if not told and woven.group.members[0].is_page and not servers.are_elsewhere(own, self._default_servers):
            return ()
        return own if own != self._default_servers else ()

    # -- parameters

    def _parameters(self, woven: Woven, called: str) -> tuple[str, list[Later[model.Parameter]]]:
        """The path and its parameters: those of the path in its order, then the others in the source's."""
        path = woven.group.path
        names = paths.placeholders(path)
        if not path.startswith("/"):  # a callback's: a runtime expression is no parameter (3.1 §4.8.18.1)
            names = tuple(name for name in names if not name.startswith("$"))
        in_path: dict[str, Traced[draft.Parameter]] = {}
        others: list[Traced[draft.Parameter]] = []
        for traced in woven.parameters:
            if is_ignored_header(traced.record):
                self._report_header(traced.record, woven)
            elif traced.record.place == "path":
                self._place(traced, names, in_path, path)
            else:
                others.append(traced)
        ordered = [in_path[name] if name in in_path else self._missing(name, woven) for name in names]
        return path, [self._parameter(traced, called) for traced in (*ordered, *others)]

    def _report_header(self, parameter: draft.Parameter, woven: Woven) -> None:
        if woven.sources[0].kind == "openapi" and not _is_credentials(parameter):
            self._report.info(
                "header-ignored",
                f"{parameter.name} is no parameter (OpenAPI 3.1 §4.8.12.1): media types and security schemes say it",
                at=parameter.origin,
            )

    def _place(
        self,
        traced: Traced[draft.Parameter],
        names: Sequence[str],
        in_path: dict[str, Traced[draft.Parameter]],
        path: str,
    ) -> None:
        """Find the placeholder that a path parameter is meant for, by name or else by the words of it."""
        parameter = traced.record
        free = [name for name in names if name not in in_path]
        found = [name for name in free if name == parameter.name]
        if not found:
            loose = words.loose_key(words.split(parameter.name))
            found = [name for name in free if words.loose_key(words.split(name)) == loose]
        found = found or [name for name in free if re.match(re.escape(parameter.name) + r"\W", name)]
        if found:
            known = parameter.name == found[0]
            in_path[found[0]] = traced if known else replace(traced, record=replace(parameter, name=found[0]))
        elif parameter.name not in in_path:
            self._report.warning(
                "path-parameter-unused",
                f"{parameter.name!r} is a path parameter, but {path} has no such placeholder; it is left out",
                at=parameter.origin,
            )

    def _missing(self, name: str, woven: Woven) -> Traced[draft.Parameter]:
        at = woven.operation.origin
        self._report.warning(
            "path-parameter-missing",
            f"no parameter describes {{{name}}} in {woven.group.path}; taken for a text",
            at=at,
        )
        schema = draft.Schema(origin=at, types=("string",), inferred=True)
        record = draft.Parameter(origin=at, name=name, place="path", required=draft.Claim(True, at), schema=schema)
        return Traced(record=record, origins=(at,))

    def _parameter(self, traced: Traced[draft.Parameter], called: str) -> Later[model.Parameter]:
        parameter = traced.record
        place = parameter.place if parameter.place != "form" else "query"
        content = parameter.content
        schema = content.schema if content is not None else parameter.schema
        shape = self._shape(schema, name=f"{called} {parameter.name}", request=True, details=(place,))
        style, explode = self._style(parameter, shape)
        default = self._default(parameter)
        given = parameter.examples or (content.examples if content is not None else ())

        def finish(examples: Examples) -> model.Parameter:
            value = self._read_default(default, shape, parameter, examples)
            example, *more_examples = examples.example_of(shape, given, value)
            return model.Parameter(
                name=parameter.name,
                place=place,
                shape=shape,
                required=place == "path" or (parameter.required is not None and parameter.required.value),
                description=_text(parameter.description),
                default=value,
                example=example,
                more_examples=tuple(more_examples),
                deprecated=parameter.deprecated is not None and parameter.deprecated.value,
                style=style,
                explode=explode,
                allow_reserved=parameter.allow_reserved,
                media_type=content.media_type if content is not None else "",
                origins=traced.origins,
                facts=traced.facts,
            )

        return finish

    def _default(self, parameter: draft.Parameter) -> Json | Missing:
        if parameter.default is not None:
            return parameter.default.value
        seen = self._look(parameter.schema)
        return seen.default if seen is not None else MISSING

    def _read_default(
        self, default: Json | Missing, shape: Shape, parameter: draft.Parameter, examples: Examples
    ) -> Json | Missing:
        """The default as a value of the shape; one that cannot be is left out."""
        if default is MISSING:
            return MISSING
        value = examples.read_default(default, shape)
        if value is MISSING:
            self._report.warning(
                "default-mismatch",
                f"the default of {parameter.name!r} is left out: {examples.why_no_default(default, shape)}",
                at=parameter.default.origin if parameter.default is not None else parameter.origin,
            )
        return value

    def _style(self, parameter: draft.Parameter, shape: Shape) -> tuple[model.Style, bool]:
        """Style and explode with OpenAPI's defaults (3.1 §4.8.12.2); a style that does not belong there is replaced."""
        if parameter.content is not None:
            return self._style_of_content(parameter, parameter.content, shape)
        allowed = _STYLES.get(parameter.place, _STYLES["query"])
        style: model.Style = allowed[0]
        if parameter.style:
            if parameter.style in allowed:
                style = allowed[allowed.index(parameter.style)]
            else:
                self._report.warning(
                    "style-unknown",
                    f"a {parameter.place} parameter cannot have the style {parameter.style!r}; {style!r} is used",
                    at=parameter.origin,
                )
        explode = parameter.explode if parameter.explode is not None else style in ("form", "deepObject", "cookie")
        return style, explode

    def _style_of_content(
        self, parameter: draft.Parameter, content: draft.Content, shape: Shape
    ) -> tuple[model.Style, bool]:
        """How a value is written in a media type: a query string as a form or plain text, all else as JSON."""
        if content.encodings:
            message = f"`encoding` of the parameter {parameter.name!r} is not carried; its values are written as usual"
            self._report.info("not-carried", message, at=content.encodings[0].origin)
        kind = media.kind(content.media_type)
        is_plain = isinstance(shape, model.Text | model.Number | model.Boolean | model.Enum)
        if kind not in ("json", None) and (is_plain or (kind == "form" and parameter.place == "querystring")):
            return _STYLES.get(parameter.place, _STYLES["query"])[0], not is_plain
        if kind not in ("json", None):
            self._report.warning(
                "parameter-media-type",
                f"the parameter {parameter.name!r} is to be written as {content.media_type}; it is written as JSON",
                at=content.origin,
            )
        return "json", False

    # -- bodies and responses

    def _body(self, traced: Traced[draft.Body] | None, called: str) -> Later[model.Body] | None:
        if traced is None:
            return None
        body = traced.record
        contents = body.contents
        if not contents:
            self._report.info("body-without-content", "the body has no media type; taken for JSON", at=body.origin)
            contents = (draft.Content(origin=body.origin, media_type="application/json"),)
        made = self._contents.many(contents, name=f"{called} Request", request=True)
        return lambda examples: model.Body(
            required=body.required is not None and body.required.value,
            description=_text(body.description),
            contents=made(examples),
            origins=traced.origins,
            facts=traced.facts,
        )

    def _response(self, traced: Traced[draft.Response], called: str) -> Callable[[Finished], model.Response]:
        response = traced.record
        suffix = "" if response.status.startswith("2") else f" {response.status}"
        name = f"{called} Response{suffix}"
        details = () if suffix else (response.status,)
        contents = self._contents.many(
            self._possible(response), name=name, request=False, events=response.events, details=details
        )
        headers = [
            self._contents.header(header, name=name)
            for header in response.headers
            if header.name.lower() != "content-type"
        ]

        def finish(finished: Finished) -> model.Response:
            return model.Response(
                status=response.status,
                description=_text(response.description),
                contents=contents(finished.examples),
                headers=tuple(make(finished.examples) for make in headers),
                links=tuple(self._links(response.links, finished)),
                origins=traced.origins,
                facts=traced.facts,
            )

        return finish

    def _possible(self, response: draft.Response) -> tuple[draft.Content, ...]:
        """The contents, but for those of a status whose responses end with their headers (RFC 9110, section 6.4.1)."""
        if not response.contents or response.status not in _BODILESS:
            return response.contents
        told = f"a response with status {response.status} has no body; what is said of one is left out"
        self._report.info("body-impossible", told, at=response.origin)
        return ()

    def _links(self, links: Iterable[draft.Link], finished: Finished) -> Iterable[model.Link]:
        for link in links:
            operation = finished.operation_names(link)
            if not operation:
                self._report.warning(
                    "link-unknown",
                    f"the link {link.name!r} leads to no operation of this API; it is left out",
                    at=link.origin,
                )
                continue
            yield model.Link(
                name=link.name,
                operation=operation,
                parameters=dict(link.parameters),
                body=link.body,
                description=link.description,
            )

    # -- callbacks and webhooks

    def _callback(self, callback: draft.Callback, parent: Name, woven: Woven) -> Callable[[Finished], model.Callback]:
        names = _callback_names(callback, parent)
        # The source that says it: names of security schemes are that source's own
        sources = [entry.source for entry in woven.group.members if callback in entry.operation.callbacks]
        source = sources[0] if sources else woven.sources[0]
        made = [
            self.make(of_one(operation, callback.expression, source), name)
            for operation, name in zip(callback.operations, names, strict=True)
        ]
        return lambda finished: model.Callback(
            name=callback.name,
            expression=callback.expression,
            operations=tuple(make(finished) for make in made),
        )


def _callback_names(callback: draft.Callback, parent: Name) -> list[Name]:
    """Names below the operation's own: those of the callback, with the method where there are several."""
    several = len(callback.operations) > 1
    own = words.snake(words.split(callback.name)) or "callback"
    return [
        Name(
            resource=(*parent.resource, parent.action),
            action=f"{own}_{operation.method.lower()}" if several else own,
            title=parent.title,
        )
        for operation in callback.operations
    ]


def _by_status(responses: Sequence[Traced[draft.Response]], report: Report) -> list[Traced[draft.Response]]:
    """Responses in ascending order, ranges behind the statuses they hold, `default` last; each status once."""
    found: dict[str, Traced[draft.Response]] = {}
    for traced in responses:
        status = _status(traced.record.status)
        if not status:
            report.warning(
                "status-unknown",
                f"{traced.record.status!r} is no HTTP status; taken for `default`",
                at=traced.record.origin,
            )
            status = "default"
        if status not in found:
            known = traced.record.status == status
            found[status] = traced if known else replace(traced, record=replace(traced.record, status=status))
    return [found[status] for status in sorted(found, key=lambda s: (s == "default", s.replace("XX", "~~")))]


def _status(status: str) -> str:
    """`200`, `4XX`, `default`; "" for anything else."""
    text = status.strip()
    if text.lower() == "default":
        return "default"
    match = re.match(r"([1-5])(\d\d|[xX]{2})(?!\d)", text)
    return match[0].upper() if match else ""


def _is_credentials(parameter: draft.Parameter) -> bool:
    return parameter.place == "header" and parameter.name.lower() == "authorization"


def _text(claim: draft.Claim[str] | None) -> str:
    return claim.value if claim is not None else ""


_STYLES: Mapping[str, tuple[model.Style, ...]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "querystring": ("form",),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
"""The styles of each place, its default first."""
