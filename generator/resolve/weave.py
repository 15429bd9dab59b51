"""The claims of several sources about one operation -> one operation, by precedence.

In: a `Group`. Out: a `Woven` operation, in which every fact is settled, with its origins, and a finding for each
disagreement (with both values and both places) and for what only one kind of source says. Types are still draft schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from generator import draft
from generator.diagnostics import Finding, Origin, Report, Severity
from generator.resolve import meaning, media, paths, words
from generator.resolve.identity import Group, Member
from generator.resolve.precedence import Precedence
from generator.resolve.weave_schema import Part, compare_types, says_nothing, type_words, woven
from generator.source import MISSING, Json

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced(Generic[T]):
    """A settled record, all the places that speak of it, and the place that settled each fact of several claims."""

    record: T
    origins: tuple[Origin, ...]
    facts: Mapping[str, Origin] = field(default_factory=dict)


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


class Look(Protocol):
    """Schemas as if they were inline: references followed, `allOf` merged; None where a reference leads nowhere."""

    def __call__(self, schema: Part, /) -> draft.Schema | None: ...


class Weaver:
    """Weaves operations one by one."""

    def __init__(
        self,
        *,
        precedence: Precedence,
        look: Look,
        redirected: Callable[[Part | None], Part | None],
        report: Report,
    ) -> None:
        self._precedence = precedence
        self._look = look
        self._redirected = redirected
        self._report = report

    def weave(self, group: Group) -> Woven:
        """Settle every fact of an operation."""
        documents = [member for member in group.members if not member.is_page]
        pages = [self._prepared(member, group.path) for member in group.members if member.is_page]
        if len(documents) + len(pages) == 1:
            return self._alone(group, (documents or pages)[0])
        facts: dict[str, Origin] = {}
        first = (documents or pages)[0].operation
        claims = _Claims(self._precedence, documents, pages, facts)
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
            servers=next((member.operation.servers for member in documents if member.operation.servers), ()),
            callbacks=tuple(callback for member in documents for callback in member.operation.callbacks),
            external_docs=next((m.operation.external_docs for m in documents + pages if m.operation.external_docs), ""),
        )
        name = f"{group.method} {group.path}"
        return Woven(
            group=group,
            operation=operation,
            parameters=self._parameters(documents, pages, name),
            body=self._body(documents, pages, name),
            responses=self._responses(documents, pages, name),
            origins=tuple(member.operation.origin for member in group.members),
            facts=facts,
        )

    def _say(self, severity: Severity, code: str, message: str, at: Origin, *also: Origin) -> None:
        self._report.add(Finding(code=code, severity=severity, message=message, at=at, also=also))

    def _alone(self, group: Group, member: Member) -> Woven:
        """An operation of which one source speaks; a page's texts become values of their types."""
        woven_operation = _single(group, member.operation)
        if not member.is_page:
            return woven_operation
        typed = tuple(replace(entry, record=self._typed(entry.record)) for entry in woven_operation.parameters)
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
        return Member(member.source, _with_form_as_body(operation))

    def _prepared_parameter(self, parameter: draft.Parameter, names: Mapping[str, str]) -> draft.Parameter:
        name = names.get(parameter.name, parameter.name) if parameter.place == "path" else parameter.name
        return replace(parameter, name=name, schema=self._redirected(parameter.schema))

    def _prepared_contents(self, contents: Iterable[draft.Content]) -> tuple[draft.Content, ...]:
        return tuple(replace(content, schema=self._redirected(content.schema)) for content in contents)

    # -- parameters

    def _parameters(
        self, documents: Sequence[Member], pages: Sequence[Member], name: str
    ) -> tuple[Traced[draft.Parameter], ...]:
        specified = _gathered(documents, lambda operation: operation.parameters, _parameter_key)
        documented = _gathered(pages, lambda operation: operation.parameters, _parameter_key)
        pairs = _paired(specified, documented)
        woven_parameters = []
        for key, (claims, page_claims) in pairs.items():
            called = f"{name}: parameter {key[1]!r}"
            if claims and page_claims:
                self._compare_places(claims[0], page_claims[0], called)
            elif pages and documents:
                self._one_sided_parameter(claims, page_claims, called, documents, pages)
            woven_parameters.append(self._parameter(claims, page_claims, called))
        return tuple(woven_parameters)

    def _one_sided_parameter(
        self,
        claims: Sequence[draft.Parameter],
        page_claims: Sequence[draft.Parameter],
        called: str,
        documents: Sequence[Member],
        pages: Sequence[Member],
    ) -> None:
        parameter = (*claims, *page_claims)[0]
        if parameter.place == "path" or is_ignored_header(parameter):
            return  # the path itself says it; the header belongs to the protocol
        required = parameter.required is not None and parameter.required.value
        if claims:
            severity = Severity.WARNING if required else Severity.INFO
            self._say(
                severity,
                "parameter-undocumented",
                f"{called} ({parameter.place}) is in the document only",
                parameter.origin,
                pages[0].operation.origin,
            )
        else:
            severity = Severity.ERROR if required else Severity.WARNING
            self._say(
                severity,
                "parameter-unspecified",
                f"{called} ({parameter.place}) is on the page only",
                parameter.origin,
                documents[0].operation.origin,
            )

    def _compare_places(self, claim: draft.Parameter, page: draft.Parameter, called: str) -> None:
        if claim.place != page.place:
            self._say(
                Severity.WARNING,
                "place-differs",
                f"{called}: the document says it stands in the {claim.place}, the page in the {page.place}",
                claim.origin,
                page.origin,
            )
        if claim.name.lower() != page.name.lower():
            self._say(
                Severity.WARNING,
                "name-differs",
                f"{called}: the page calls it {page.name!r}",
                claim.origin,
                page.origin,
            )

    def _parameter(
        self, claims: Sequence[draft.Parameter], page_claims: Sequence[draft.Parameter], called: str
    ) -> Traced[draft.Parameter]:
        claims, page_claims = ([self._explicit(entry) for entry in group] for group in (claims, page_claims))
        everyone = (*claims, *page_claims)
        origins = tuple(entry.origin for entry in everyone)
        if len(everyone) == 1:
            return Traced(record=self._typed(everyone[0]), origins=origins)
        facts: dict[str, Origin] = {}
        settled = _Facts(self._precedence, claims, page_claims, facts)
        schema = self._settled_schema(claims, page_claims, facts, called)
        types = _types(schema, self._look)
        examples = self._precedence.order(
            "examples",
            (example for entry in claims for example in entry.examples),
            (example for entry in page_claims for example in entry.examples),
        )
        parameter = replace(
            everyone[0],
            required=settled.one("required", lambda entry: entry.required),
            description=settled.one("description", lambda entry: entry.description),
            default=settled.one("default", lambda entry: entry.default),
            enum=settled.one("enum", lambda entry: entry.enum),
            deprecated=settled.one("deprecated", lambda entry: entry.deprecated),
            schema=schema,
            content=next((entry.content for entry in everyone if entry.content is not None), None),
            examples=tuple(_typed_examples(examples, types)),
        )
        if examples:
            facts["example"] = parameter.examples[0].origin if parameter.examples else examples[0].origin
        self._compare_values(claims, page_claims, called)
        return Traced(record=self._with_enum(self._with_type(parameter)), origins=origins, facts=facts)

    def _explicit(self, parameter: draft.Parameter) -> draft.Parameter:
        """The parameter with the default and enum of the schema it refers to as claims of its own."""
        if not isinstance(parameter.schema, draft.Reference) or (parameter.default and parameter.enum):
            return parameter
        schema = self._look(parameter.schema)
        if schema is None:
            return parameter
        default, enum = parameter.default, parameter.enum
        if default is None and schema.default is not MISSING:
            default = draft.Claim(schema.default, schema.origin.child("default"))
        if enum is None and schema.enum is not None:
            enum = draft.Claim(schema.enum, schema.origin.child("enum"))
        return replace(parameter, default=default, enum=enum)

    def _settled_schema(
        self,
        claims: Sequence[draft.Parameter],
        page_claims: Sequence[draft.Parameter],
        facts: dict[str, Origin],
        called: str,
    ) -> Part | None:
        """The schema of the source that settles types, if it says anything; else that of the next."""
        telling = [
            entry.schema
            for entry in self._precedence.order("type", claims, page_claims)
            if entry.schema is not None and self._tells(entry.schema)
        ]
        said = [schema for schema in telling if not (isinstance(schema, draft.Schema) and schema.inferred)]
        if claims and page_claims:
            first, second = (next((e.schema for e in group if e.schema), None) for group in (claims, page_claims))
            compare_types(self._seen(first), self._seen(second), called, self._report)
        chosen = next(iter(said or telling), None)
        if chosen is not None:
            facts["type"] = chosen.origin
        return chosen

    def _tells(self, schema: Part) -> bool:
        seen = self._look(schema)
        return seen is not None and not says_nothing(seen)

    def _seen(self, schema: Part | None) -> draft.Schema | None:
        return self._look(schema) if schema is not None else None

    def _typed(self, parameter: draft.Parameter) -> draft.Parameter:
        """A parameter of one source, its texts as values of its type."""
        parameter = self._with_type(parameter)
        types = _types(parameter.schema, self._look)
        examples = tuple(_typed_examples(parameter.examples, types)) if parameter.examples else ()
        return self._with_enum(replace(parameter, examples=examples) if examples != parameter.examples else parameter)

    def _with_type(self, parameter: draft.Parameter) -> draft.Parameter:
        """The parameter with a schema: where no source names a type, the one that its values have in common."""
        if parameter.content is not None or (parameter.schema is not None and self._tells(parameter.schema)):
            return parameter
        values = list(parameter.enum.value) if parameter.enum is not None else []
        values += [parameter.default.value] if parameter.default is not None else []
        values += [example.value for example in parameter.examples[:1]] if parameter.place != "path" else []
        texts = [value if isinstance(value, str) else meaning.shown(value) for value in values if value is not None]
        kind = meaning.type_of_texts(texts) if texts else "string"
        if isinstance(parameter.schema, draft.Schema) and not texts:
            return parameter  # a document that allows anything says so
        return replace(parameter, schema=draft.Schema(origin=parameter.origin, types=(kind,), inferred=True))

    def _with_enum(self, parameter: draft.Parameter) -> draft.Parameter:
        """The parameter with its default and the enum of another source as values of its type, in its schema."""
        types = _types(parameter.schema, self._look)
        if parameter.default is not None and types:
            value = meaning.typed(parameter.default.value, types)
            if value is not MISSING and value != parameter.default.value:
                parameter = replace(parameter, default=draft.Claim(value, parameter.default.origin))
        schema = parameter.schema
        if parameter.enum is None or not isinstance(schema, draft.Schema) or schema.all_of:
            return parameter
        if schema.items is not None and isinstance(schema.items, draft.Schema) and schema.items.enum is None:
            values = _typed_values(parameter.enum.value, schema.items.types)
            return (
                replace(parameter, schema=replace(schema, items=replace(schema.items, enum=values)))
                if values
                else parameter
            )
        if schema.enum is not None or schema.items is not None or schema.const is not MISSING:
            return parameter
        values = _typed_values(parameter.enum.value, schema.types)
        return replace(parameter, schema=replace(schema, enum=values)) if values else parameter

    def _compare_values(
        self, claims: Sequence[draft.Parameter], page_claims: Sequence[draft.Parameter], called: str
    ) -> None:
        """Report where a document and a page give different values for one fact."""
        self._compare_required(claims, page_claims, called)
        for fact, severity, pick in _COMPARED:
            here = _first(claims, pick)
            there = _first(page_claims, pick)
            if here is not None and there is not None:
                if not _agree(fact, here.value, there.value):
                    self._say(
                        severity,
                        f"{fact}-differs",
                        f"{called}: the document says {meaning.shown(here.value)}, "
                        f"the page {meaning.shown(there.value)}",
                        here.origin,
                        there.origin,
                    )
            elif fact != "example" and claims and page_claims and (here or there):
                self._one_sided_value(fact, here, there, called, claims[0], page_claims[0])

    def _one_sided_value(
        self,
        fact: str,
        here: draft.Claim[Json] | None,
        there: draft.Claim[Json] | None,
        called: str,
        claim: draft.Parameter,
        page: draft.Parameter,
    ) -> None:
        if here is not None:
            message = f"{called}: the document has the {fact} {meaning.shown(here.value)}, the page has none"
            self._say(Severity.INFO, f"{fact}-undocumented", message, here.origin, page.origin)
        elif there is not None:
            message = f"{called}: the page has the {fact} {meaning.shown(there.value)}, the document has none"
            self._say(Severity.INFO, f"{fact}-unspecified", message, there.origin, claim.origin)

    def _compare_required(
        self, claims: Sequence[draft.Parameter], page_claims: Sequence[draft.Parameter], called: str
    ) -> None:
        there = next((entry.required for entry in page_claims if entry.required is not None), None)
        if not claims or there is None or claims[0].place == "path":
            return
        here = claims[0].required
        required = here is not None and here.value
        if required != there.value:
            said, shown = ("required", "optional") if required else ("optional", "required")
            self._say(
                Severity.ERROR if required else Severity.WARNING,
                "required-differs",
                f"{called}: the document says it is {said}, the page {shown}",
                here.origin if here is not None else claims[0].origin,
                there.origin,
            )

    # -- bodies

    def _body(self, documents: Sequence[Member], pages: Sequence[Member], name: str) -> Traced[draft.Body] | None:
        specified = [(m.operation.body, m) for m in documents if m.operation.body is not None]
        documented = [(m.operation.body, m) for m in pages if m.operation.body is not None]
        claims, page_claims = [body for body, _ in specified], [body for body, _ in documented]
        if not claims and not page_claims:
            return None
        if documents and pages and not (claims and page_claims):
            self._one_sided_body(claims, page_claims, documents[0], pages[0], name)
        facts: dict[str, Origin] = {}
        settled = _Facts(self._precedence, claims, page_claims, facts)
        body = replace(
            (*claims, *page_claims)[0],
            required=settled.one("required", lambda entry: entry.required),
            description=settled.one("description", lambda entry: entry.description),
            contents=self._contents(
                [entry.contents for entry in claims], [entry.contents for entry in page_claims], f"{name}: body"
            ),
        )
        origins = tuple(entry.origin for entry in (*claims, *page_claims))
        return Traced(record=body, origins=origins, facts=facts if len(origins) > 1 else {})

    def _one_sided_body(
        self,
        claims: Sequence[draft.Body],
        page_claims: Sequence[draft.Body],
        document: Member,
        page: Member,
        name: str,
    ) -> None:
        body = (*claims, *page_claims)[0]
        required = body.required is not None and body.required.value
        if claims:
            severity = Severity.WARNING if required else Severity.INFO
            message = f"{name}: the body is in the document only"
            self._say(severity, "body-undocumented", message, body.origin, page.operation.origin)
        else:
            severity = Severity.ERROR if required else Severity.WARNING
            message = f"{name}: the body is on the page only"
            self._say(severity, "body-unspecified", message, body.origin, document.operation.origin)

    def _contents(
        self,
        claims: Sequence[Sequence[draft.Content]],
        page_claims: Sequence[Sequence[draft.Content]],
        called: str,
    ) -> tuple[draft.Content, ...]:
        """The contents of all sources; those of one media type are joined."""
        settled: list[draft.Content] = []
        for content in (content for contents in claims for content in contents):
            if all(media.essence(content.media_type) != media.essence(entry.media_type) for entry in settled):
                settled.append(content)
        specified = len(settled)
        for content in (content for contents in page_claims for content in contents):
            index = _counterpart(content, settled)
            if index is None:
                if specified:
                    self._say(
                        Severity.WARNING,
                        "content-unspecified",
                        f"{called}: only the page speaks of {content.media_type}",
                        content.origin,
                        settled[0].origin,
                    )
                settled.append(content)
            else:
                settled[index] = self._content(settled[index], content, called)
        return tuple(settled)

    def _content(self, claim: draft.Content, page: draft.Content, called: str) -> draft.Content:
        schema = self._content_schema(claim.schema, page.schema, called)
        examples = self._precedence.order("examples", claim.examples, page.examples)
        different: list[draft.Example] = []
        for example in examples:
            if all(not meaning.same(example.value, other.value) for other in different):
                different.append(example)
        if claim.examples and page.examples and not meaning.same(claim.examples[0].value, page.examples[0].value):
            self._say(
                Severity.INFO,
                "example-differs",
                f"{called}: the examples differ",
                claim.examples[0].origin,
                page.examples[0].origin,
            )
        return replace(
            claim,
            schema=schema,
            item_schema=claim.item_schema or page.item_schema,
            examples=tuple(different),
            encodings=claim.encodings or page.encodings,
        )

    def _content_schema(self, claim: Part | None, page: Part | None, called: str) -> Part | None:
        """The type that settles, after both were compared by name and shape."""
        if claim is None or page is None:
            return claim or page
        seen, page_seen = self._look(claim), self._look(page)
        if page_seen is None and not isinstance(page, draft.Schema):
            self._compare_names(claim, page, called)
            return claim
        if seen is None or says_nothing(seen):
            return page if page_seen is not None and not says_nothing(page_seen) else claim
        if isinstance(page, draft.Reference) and page_seen is not seen:
            self._compare_names(claim, page, called)
        if isinstance(page, draft.Schema) and page_seen is not None:
            compare_types(seen, page_seen, called, self._report)
            if isinstance(claim, draft.Schema) and not claim.all_of:
                return woven(claim, page, called, self._precedence, self._report)
            self._compare_fields(seen, page_seen, called)
        return claim

    def _compare_names(self, claim: Part, page: Part, called: str) -> None:
        """Report two type names that have no word in common, or of which each has words of its own."""
        left, right = type_words(claim), type_words(page)
        if left and right and not (left <= right or right <= left):
            self._say(
                Severity.WARNING,
                "type-differs",
                f"{called}: the document says {_type_name(claim)}, the page {_type_name(page)}",
                claim.origin,
                page.origin,
            )

    def _compare_fields(self, seen: draft.Schema, page: draft.Schema, called: str) -> None:
        """Report fields of a form that a named schema does not have."""
        if page.inferred or not seen.properties or seen.additional_properties is not None:
            return
        for name, part in page.properties.items():
            if name not in seen.properties:
                message = f"{called}: field {name!r} is on the page only"
                self._say(Severity.WARNING, "property-unspecified", message, part.origin, seen.origin)

    # -- responses

    def _responses(
        self, documents: Sequence[Member], pages: Sequence[Member], name: str
    ) -> tuple[Traced[draft.Response], ...]:
        specified = _gathered(documents, lambda operation: operation.responses, _status_key)
        documented = _gathered(pages, lambda operation: operation.responses, _status_key)
        woven_responses = []
        for status in dict.fromkeys((*specified, *documented)):
            claims, page_claims = specified.get(status, []), documented.get(status, [])
            if not claims or not page_claims:
                self._one_sided_response(claims, page_claims, specified, documented, f"{name}: response {status}")
            woven_responses.append(self._response(claims, page_claims, f"{name}: response {status}"))
        return tuple(woven_responses)

    def _one_sided_response(
        self,
        claims: Sequence[draft.Response],
        page_claims: Sequence[draft.Response],
        specified: Mapping[str, Sequence[draft.Response]],
        documented: Mapping[str, Sequence[draft.Response]],
        called: str,
    ) -> None:
        response = (*claims, *page_claims)[0]
        success = response.status.startswith("2")
        severity = Severity.WARNING if success else Severity.INFO
        if claims and documented and response.status != "default":
            other = next(iter(documented.values()))[0].origin
            message = f"{called} is in the document only"
            self._say(severity, "response-undocumented", message, response.origin, other)
        elif page_claims and specified and "default" not in specified:
            other = next(iter(specified.values()))[0].origin
            self._say(severity, "response-unspecified", f"{called} is on the page only", response.origin, other)

    def _response(
        self, claims: Sequence[draft.Response], page_claims: Sequence[draft.Response], called: str
    ) -> Traced[draft.Response]:
        everyone = (*claims, *page_claims)
        origins = tuple(entry.origin for entry in everyone)
        if len(everyone) == 1:
            return Traced(record=everyone[0], origins=origins)
        facts: dict[str, Origin] = {}
        settled = _Facts(self._precedence, claims, page_claims, facts)
        response = replace(
            everyone[0],
            description=settled.one("description", lambda entry: entry.description),
            contents=self._contents(
                [entry.contents for entry in claims], [entry.contents for entry in page_claims], called
            ),
            headers=_unique((header for entry in everyone for header in entry.headers), lambda h: h.name.lower()),
            links=_unique((link for entry in everyone for link in entry.links), lambda link: link.name),
            events=_unique((event for entry in everyone for event in entry.events), lambda event: event.name),
        )
        return Traced(record=response, origins=origins, facts=facts)


def is_ignored_header(parameter: draft.Parameter) -> bool:
    """True for a header that is no parameter (OpenAPI 3.1 §4.8.12.1): content negotiation and credentials."""
    return parameter.place == "header" and parameter.name.lower() in ("accept", "content-type", "authorization")


def of_one(operation: draft.Operation, path: str, source: draft.Draft | None = None) -> Woven:
    """An operation that stands for itself: a webhook, a callback."""
    source = source or draft.Draft(kind="openapi", document=operation.origin.document)
    group = Group(method=operation.method.upper(), path=path, members=(Member(source, operation),))
    return _single(group, operation)


def _single(group: Group, operation: draft.Operation) -> Woven:
    operation = _with_form_as_body(operation)
    parameters = _unique(operation.parameters, _parameter_key)
    return Woven(
        group=group,
        operation=operation,
        parameters=tuple(Traced(record=entry, origins=(entry.origin,)) for entry in parameters),
        body=None if operation.body is None else Traced(record=operation.body, origins=(operation.body.origin,)),
        responses=tuple(
            Traced(record=entry, origins=(entry.origin,)) for entry in _unique(operation.responses, _status_key)
        ),
        origins=(operation.origin,),
    )


class _Facts(Generic[R]):
    """Settles facts of records that stand for one thing, and notes who settled them."""

    def __init__(
        self, precedence: Precedence, documents: Sequence[R], pages: Sequence[R], facts: dict[str, Origin]
    ) -> None:
        self._precedence = precedence
        self._documents = documents
        self._pages = pages
        self._facts = facts

    def one(self, fact: str, pick: Callable[[R], draft.Claim[T] | None]) -> draft.Claim[T] | None:
        """The claim that settles the fact; None where no source makes one."""
        for entry in self._precedence.order(fact, self._documents, self._pages):
            claim = pick(entry)
            if claim is not None and claim.value != "":
                self._facts.setdefault(fact, claim.origin)
                return claim
        return None


class _Claims(_Facts[draft.Operation]):
    """The same for operations."""

    def __init__(
        self, precedence: Precedence, documents: Sequence[Member], pages: Sequence[Member], facts: dict[str, Origin]
    ) -> None:
        operations = [[member.operation for member in members] for members in (documents, pages)]
        super().__init__(precedence, operations[0], operations[1], facts)


def _with_form_as_body(operation: draft.Operation) -> draft.Operation:
    form = [parameter for parameter in operation.parameters if parameter.place == "form"]
    if not form:
        return operation
    others = tuple(parameter for parameter in operation.parameters if parameter.place != "form")
    if operation.method.upper() in ("GET", "HEAD"):
        return replace(operation, parameters=(*others, *(replace(entry, place="query") for entry in form)))
    schema = _form_schema(form)
    body = operation.body
    if body is None or not body.contents:
        content = draft.Content(origin=form[0].origin, media_type=_form_media_type(form), schema=schema)
        contents: tuple[draft.Content, ...] = (content,)
    else:
        contents = tuple(replace(content, schema=_with_fields(content.schema, schema)) for content in body.contents)
    required = draft.Claim(bool(schema.required), form[0].origin)
    if body is None:
        body = draft.Body(origin=form[0].origin, required=required, contents=contents)
    else:
        body = replace(body, contents=contents, required=body.required or required)
    return replace(operation, parameters=others, body=body)


def _with_fields(schema: Part | None, form: draft.Schema) -> Part:
    """A body's schema with the fields of a form beside its own; a reference already says what the fields are."""
    if schema is None or (isinstance(schema, draft.Schema) and (says_nothing(schema) or schema.inferred)):
        return form
    if isinstance(schema, draft.Schema) and schema.properties:
        required = tuple(dict.fromkeys((*schema.required, *form.required)))
        return replace(schema, properties={**form.properties, **schema.properties}, required=required)
    return schema


def _form_schema(form: Sequence[draft.Parameter]) -> draft.Schema:
    fields = {parameter.name: _field_schema(parameter) for parameter in form}
    required = tuple(entry.name for entry in form if entry.required is not None and entry.required.value)
    return draft.Schema(origin=form[0].origin, types=("object",), properties=fields, required=required)


def _field_schema(parameter: draft.Parameter) -> Part:
    schema = parameter.schema
    if isinstance(schema, draft.Reference):
        return schema
    examples = tuple(example.value for example in parameter.examples)
    texts = [value for value in examples if isinstance(value, str)]
    base = schema or draft.Schema(
        origin=parameter.origin, types=(meaning.type_of_texts(texts) if texts else "string",), inferred=True
    )
    typed = tuple(value for value in (meaning.typed(entry, base.types) for entry in examples) if value is not MISSING)
    default = meaning.typed(parameter.default.value, base.types) if parameter.default is not None else base.default
    enum = _typed_values(parameter.enum.value, base.types) if parameter.enum is not None else base.enum
    return replace(
        base,
        description=parameter.description.value if parameter.description is not None else base.description,
        default=default,
        enum=enum or base.enum,
        examples=base.examples or typed,
        deprecated=base.deprecated or (parameter.deprecated is not None and parameter.deprecated.value),
        inferred=False,
    )


def _form_media_type(form: Iterable[draft.Parameter]) -> str:
    """Multipart where a field is a file (RFC 7578), else URL-encoded."""
    schemas = [entry.schema for entry in form if isinstance(entry.schema, draft.Schema)]
    schemas += [schema.items for schema in schemas if isinstance(schema.items, draft.Schema)]
    files = any(schema.format == "binary" or "file" in schema.types for schema in schemas)
    return "multipart/form-data" if files else "application/x-www-form-urlencoded"


def _gathered(
    members: Iterable[Member],
    pick: Callable[[draft.Operation], Iterable[R]],
    key: Callable[[R], T],
) -> dict[T, list[R]]:
    """The records of several sources by key; within one source the first of a key counts."""
    found: dict[T, list[R]] = {}
    for member in members:
        for record in _unique(pick(member.operation), key):
            found.setdefault(key(record), []).append(record)
    return found


Key = tuple[str, str]


def _paired(
    specified: Mapping[Key, list[draft.Parameter]], documented: Mapping[Key, list[draft.Parameter]]
) -> dict[Key, tuple[list[draft.Parameter], list[draft.Parameter]]]:
    """Which of the page's parameters are the document's: by place and name, else by name, else by the words of it."""
    pairs = {key: (claims, list[draft.Parameter]()) for key, claims in specified.items()}
    left = []
    for key, claims in documented.items():
        if key in pairs:
            pairs[key][1].extend(claims)
        else:
            left.append((key, claims))
    for key, claims in left:
        found = _by_name(key, pairs) if specified else None
        if found is not None:
            pairs[found][1].extend(claims)
        else:
            pairs[key] = ([], claims)
    return pairs


def _by_name(key: Key, pairs: Mapping[Key, tuple[list[draft.Parameter], list[draft.Parameter]]]) -> Key | None:
    free = [
        other for other, (claims, page_claims) in pairs.items() if claims and not page_claims and other[0] != "path"
    ]
    if key[0] == "path":
        return None
    same_name = [other for other in free if other[1] == key[1]]
    loose = words.loose_key(words.split(key[1]))
    same_words = [other for other in free if other[0] == key[0] and words.loose_key(words.split(other[1])) == loose]
    return next(iter(same_name or same_words), None)


def _parameter_key(parameter: draft.Parameter) -> Key:
    return parameter.place, parameter.name.lower() if parameter.place == "header" else parameter.name


def _status_key(response: draft.Response) -> str:
    return response.status


def _unique(records: Iterable[R], key: Callable[[R], object]) -> tuple[R, ...]:
    """The first record of each key."""
    found: dict[object, R] = {}
    for record in records:
        found.setdefault(key(record), record)
    return tuple(found.values())


def _counterpart(content: draft.Content, settled: Sequence[draft.Content]) -> int | None:
    """Which of the settled contents is the same: by media type, else the only one that means the same to a program."""
    name, kind = media.essence(content.media_type), media.kind(content.media_type)
    for index, entry in enumerate(settled):
        if media.essence(entry.media_type) == name:
            return index
    alike = [index for index, entry in enumerate(settled) if media.kind(entry.media_type) in (kind, None)]
    return alike[0] if len(alike) == 1 else None


def _types(schema: Part | None, look: Look) -> tuple[str, ...]:
    seen = look(schema) if schema is not None else None
    return seen.types if seen is not None else ()


def _typed_examples(examples: Iterable[draft.Example], types: tuple[str, ...]) -> Iterator[draft.Example]:
    for example in examples:
        value = meaning.typed(example.value, types)
        if value is not MISSING:
            yield example if value is example.value else replace(example, value=value)


def _typed_values(values: Iterable[Json], types: tuple[str, ...]) -> tuple[Json, ...]:
    """The values as that type; () where one of them cannot be."""
    typed = [meaning.typed(value, types) for value in values]
    return tuple(value for value in typed if value is not MISSING) if MISSING not in typed else ()


def _type_name(schema: Part) -> str:
    if isinstance(schema, draft.Reference):
        return schema.name
    return f"a list of {_type_name(schema.items)}" if schema.items is not None else "an unnamed type"


def _first(
    records: Iterable[draft.Parameter], pick: Callable[[draft.Parameter], draft.Claim[Json] | None]
) -> draft.Claim[Json] | None:
    return next((claim for record in records if (claim := pick(record)) is not None), None)


def _agree(fact: str, left: Json, right: Json) -> bool:
    if fact == "enum" and isinstance(left, list) and isinstance(right, list):
        return {meaning.plain(value) for value in left} == {meaning.plain(value) for value in right}
    return meaning.same(left, right)


def _enum_claim(parameter: draft.Parameter) -> draft.Claim[Json] | None:
    return draft.Claim(list(parameter.enum.value), parameter.enum.origin) if parameter.enum is not None else None


def _example_claim(parameter: draft.Parameter) -> draft.Claim[Json] | None:
    return draft.Claim(parameter.examples[0].value, parameter.examples[0].origin) if parameter.examples else None


_COMPARED: tuple[tuple[str, Severity, Callable[[draft.Parameter], draft.Claim[Json] | None]], ...] = (
    ("default", Severity.WARNING, lambda parameter: parameter.default),
    ("enum", Severity.WARNING, _enum_claim),
    ("example", Severity.INFO, _example_claim),
)
