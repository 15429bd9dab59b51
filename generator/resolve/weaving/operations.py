"""The claims of several sources about one operation -> one operation, by precedence.

In: a `Group`. Out: a `Woven` operation, in which every fact is settled, with its origins, and a finding for each
disagreement (with both values and both places) and for what only one kind of source says. Types are still draft
schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from typing import Literal

from generator import draft
from generator.diagnostics import Origin, Report
from generator.records import dataclass
from generator.resolve import paths
from generator.resolve.identity import Group, Member
from generator.resolve.weaving.bodies import BodyWeaver, status_key
from generator.resolve.weaving.fields import Fields
from generator.resolve.weaving.forms import with_form_as_body
from generator.resolve.weaving.outlines import Outlines
from generator.resolve.weaving.parameters import ParameterWeaver, parameter_key
from generator.resolve.weaving.precedence import Precedence
from generator.resolve.weaving.traced import Facts, Look, Part, Traced, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Woven:
    """An operation as all sources together describe it.

    Attributes:
        operation: The settled claims; its own parameters, body and responses are those below.
        sources: The drafts that speak of it, documents first.
    """

    group: Group
    operation: draft.Operation
    parameters: tuple[Traced[draft.Parameter], ...]
    body: Traced[draft.Body] | None
    responses: tuple[Traced[draft.Response], ...]
    origins: tuple[Origin, ...]
    facts: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[draft.Draft, ...]:
        """The drafts that speak of it, documents first."""
        return tuple(member.source for member in self.group.members)


class Weaver:
    """Weaves operations one by one."""

    def __init__(
        self,
        *,
        precedence: Precedence,
        look: Look,
        redirected: Callable[[Part | None], Part | None],
        outlines: Outlines,
        report: Report,
    ) -> None:
        self._precedence = precedence
        self._redirected = redirected
        self._parameters = ParameterWeaver(precedence, look, report)
        self._fields = Fields(look, precedence, report)
        self._bodies = BodyWeaver(precedence, look, outlines, self._fields, report)
        self._report = report

    def weave(self, group: Group) -> Woven:
        """Settle every fact of an operation."""
        with self._report.about(f"{group.method} {group.path}"):
            return self._weave(group)

    def tell(self, described: Iterable[tuple[str, draft.NamedSchema]]) -> None:
        """Compare types whose fields a document and a page have (`Catalogue.described`)."""
        for key, entry in described:
            reference = draft.Reference(origin=entry.schema.origin, name=entry.name, target=key)
            with self._report.about(entry.name):
                self._fields.tell(reference, entry.schema, entry.name)

    def told(self, named: Mapping[str, draft.NamedSchema]) -> Mapping[str, draft.NamedSchema]:
        """The named schemas with what pages tell of their fields, by `tell` and in the operations woven so far."""
        return self._fields.added_to(named)

    def _weave(self, group: Group) -> Woven:
        documents = [member for member in group.members if not member.is_page]
        pages = [self._prepared(member, group.path) for member in group.members if member.is_page]
        if len(documents) + len(pages) == 1:
            return self._alone(group, (documents or pages)[0])
        facts: dict[str, Origin] = {}
        first = (documents or pages)[0].operation
        claims = Facts(self._precedence, [m.operation for m in documents], [m.operation for m in pages], facts)
        operation = replace(
            first,
            method=group.method,
            path=group.path,
            operation_id=claims.one("names", lambda entry: entry.operation_id),
            tags=next((member.operation.tags for member in documents + pages if member.operation.tags), ()),
            resource=claims.one("names", lambda entry: entry.resource),
            action=claims.one("names", lambda entry: entry.action),
            summary=claims.one("summary", lambda entry: entry.summary),
            description=claims.one("description", lambda entry: entry.description),
            deprecated=claims.one("deprecated", lambda entry: entry.deprecated),
            security=claims.one("security", lambda entry: entry.security),
            scopes=claims.one("scopes", lambda entry: entry.scopes),
            servers=next((member.operation.servers for member in documents or pages if member.operation.servers), ()),
            callbacks=tuple(callback for member in documents for callback in member.operation.callbacks),
            external_docs=next(
                (member.operation.external_docs for member in documents + pages if member.operation.external_docs), None
            ),
            pagination=next((m.operation.pagination for m in documents if m.operation.pagination), None),
        )
        name = f"{group.method} {group.path}"
        if documents and pages:
            self._compare(documents[0].operation, pages[0].operation, name)
        return Woven(
            group=group,
            operation=operation,
            parameters=self._parameters.weave(documents, pages, name),
            body=self._bodies.body(documents, pages, name),
            responses=self._bodies.responses(documents, pages, name),
            origins=tuple(member.operation.origin for member in group.members),
            facts=facts,
        )

    def _compare(self, document: draft.Operation, page: draft.Operation, name: str) -> None:
        """Report where a document and a page disagree about the operation as a whole."""
        self._compare_security(document, page, name)
        here, there = document.deprecated, page.deprecated
        if here is not None and there is not None and here.value != there.value:
            by = "document" if here.value else "page"
            self._report.warning(
                "deprecated-differs", f"{name}: only the {by} calls it deprecated", at=here.origin, also=(there.origin,)
            )

    def _compare_security(self, document: draft.Operation, page: draft.Operation, name: str) -> None:
        here, there = document.security, page.security
        if here is None:
            return
        asked = {scope for alternative in here.value for entry in alternative for scope in entry.scopes}
        if page.scopes is not None and asked and asked != set(page.scopes.value):
            here_scopes, there_scopes = ", ".join(sorted(asked)), ", ".join(page.scopes.value)
            self._report.warning(
                "scopes-differ",
                f"{name}: the document asks for {here_scopes}, the page for {there_scopes}",
                at=here.origin,
                also=(page.scopes.origin,),
            )
        if there is not None and (first := _credentials(here.value)) != (second := _credentials(there.value)):
            note = self._report.warning if "optional" in (first, second) else self._report.error
            note(
                "security-differs",
                f"{name}: by the document credentials are {first}, by the page {second}",
                at=here.origin,
                also=(there.origin,),
            )

    def _alone(self, group: Group, member: Member) -> Woven:
        """An operation of which one source speaks; a page's texts become values of their types."""
        woven_operation = _single(group, member.operation)
        if not member.is_page:
            return woven_operation
        typed = tuple(
            replace(entry, record=self._parameters.typed(entry.record)) for entry in woven_operation.parameters
        )
        return replace(woven_operation, parameters=typed)

    # -- a page's claims in the document's terms

    def _prepared(self, member: Member, path: str) -> Member:
        """The page's claims with the group's names for placeholders and references to where joined schemas are."""
        operation = member.operation
        own = paths.placeholders(paths.normalised(operation.path))
        names = dict(zip(own, paths.placeholders(path), strict=False))
        parameters = tuple(self._prepared_parameter(entry, names) for entry in operation.parameters)
        body = operation.body and replace(operation.body, contents=self._prepared_contents(operation.body.contents))
        responses = tuple(
            replace(
                entry,
                contents=self._prepared_contents(entry.contents),
                events=tuple(replace(event, schema=self._redirected(event.schema)) for event in entry.events),
            )
            for entry in operation.responses
        )
        operation = replace(operation, parameters=parameters, body=body, responses=responses)
        return Member(member.source, with_form_as_body(operation))

    def _prepared_parameter(self, parameter: draft.Parameter, names: Mapping[str, str]) -> draft.Parameter:
        name = names.get(parameter.name, parameter.name) if parameter.place == "path" else parameter.name
        return replace(parameter, name=name, schema=self._redirected(parameter.schema))

    def _prepared_contents(self, contents: Iterable[draft.Content]) -> tuple[draft.Content, ...]:
        return tuple(replace(content, schema=self._redirected(content.schema)) for content in contents)


def of_one(operation: draft.Operation, path: str, source: draft.Draft | None = None) -> Woven:
    """An operation that stands for itself: a webhook, a callback."""
    source = source or draft.Draft(kind="openapi", document=operation.origin.document)
    group = Group(method=operation.method.upper(), path=path, members=(Member(source, operation),))
    return _single(group, operation)


def _single(group: Group, operation: draft.Operation) -> Woven:
    operation = with_form_as_body(operation)
    parameters = unique(operation.parameters, parameter_key)
    return Woven(
        group=group,
        operation=operation,
        parameters=tuple(Traced(record=entry, origins=(entry.origin,)) for entry in parameters),
        body=None if operation.body is None else Traced(record=operation.body, origins=(operation.body.origin,)),
        responses=tuple(
            Traced(record=entry, origins=(entry.origin,)) for entry in unique(operation.responses, status_key)
        ),
        origins=(operation.origin,),
    )


def _credentials(alternatives: draft.Alternatives) -> Literal["required", "optional", "not needed"]:
    if not any(alternatives):
        return "not needed"
    return "optional" if () in alternatives else "required"
