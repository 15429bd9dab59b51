"""The claims of several sources about the body and the responses of one operation -> one body, one response a status.

In: the members of a group, those of pages already in the document's terms. Out: settled bodies and responses, and
findings where the sources disagree or only one of them speaks. Types are compared by name; by shape only where they
have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator import draft
from generator.diagnostics import Origin, Report, Severity
from generator.resolve import media
from generator.resolve.identity import Member
from generator.resolve.weaving import meaning
from generator.resolve.weaving.fields import Fields
from generator.resolve.weaving.outlines import Outlines
from generator.resolve.weaving.precedence import Precedence
from generator.resolve.weaving.schemas import compare_types, says_nothing, type_words, woven
from generator.resolve.weaving.traced import Facts, Look, Part, Traced, gathered, saying, unique


class BodyWeaver:
    """Weaves bodies and responses."""

    def __init__(self, precedence: Precedence, look: Look, outlines: Outlines, fields: Fields, report: Report) -> None:
        self._precedence = precedence
        self._look = look
        self._outlines = outlines
        self._fields = fields
        self._report = report
        self._say = saying(report)

    def responses(
        self, documents: Sequence[Member], pages: Sequence[Member], name: str
    ) -> tuple[Traced[draft.Response], ...]:
        specified = gathered(documents, lambda operation: operation.responses, status_key)
        documented = gathered(pages, lambda operation: operation.responses, status_key)
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
        settled = Facts(self._precedence, claims, page_claims, facts)
        response = replace(
            everyone[0],
            description=settled.one("description", lambda entry: entry.description),
            contents=self._contents(
                [entry.contents for entry in claims],
                [entry.contents for entry in page_claims],
                called,
                request=False,
            ),
            headers=unique((header for entry in everyone for header in entry.headers), lambda h: h.name.lower()),
            links=unique((link for entry in everyone for link in entry.links), lambda link: link.name),
            events=unique((event for entry in everyone for event in entry.events), lambda event: event.name),
        )
        return Traced(record=response, origins=origins, facts=facts)

    def body(self, documents: Sequence[Member], pages: Sequence[Member], name: str) -> Traced[draft.Body] | None:
        specified = [(m.operation.body, m) for m in documents if m.operation.body is not None]
        documented = [(m.operation.body, m) for m in pages if m.operation.body is not None]
        claims, page_claims = [body for body, _ in specified], [body for body, _ in documented]
        if not claims and not page_claims:
            return None
        if documents and pages and not (claims and page_claims):
            self._one_sided_body(claims, page_claims, documents[0], pages[0], name)
        facts: dict[str, Origin] = {}
        settled = Facts(self._precedence, claims, page_claims, facts)
        body = replace(
            (*claims, *page_claims)[0],
            required=settled.one("required", lambda entry: entry.required),
            description=settled.one("description", lambda entry: entry.description),
            contents=self._contents(
                [entry.contents for entry in claims],
                [entry.contents for entry in page_claims],
                f"{name}: body",
                request=True,
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
            severity = Severity.ERROR if required else Severity.INFO
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
        *,
        request: bool,
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
                settled[index] = self._content(settled[index], content, called, request=request)
        return tuple(settled)

    def _content(self, claim: draft.Content, page: draft.Content, called: str, *, request: bool) -> draft.Content:
        schema = self._content_schema(claim.schema, page.schema, called, request=request)
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

    def _content_schema(self, claim: Part | None, page: Part | None, called: str, *, request: bool) -> Part | None:
        """The type that settles, after both were compared by name and shape."""
        if claim is None or page is None:
            return claim or page
        self._outlines.check_place(claim, page, called)
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
                if isinstance(claim.items, draft.Reference):
                    self._fields.tell(claim, page, called, request=request)
                return woven(claim, page, called, self._precedence, self._report)
            self._fields.tell(claim, page, called, request=request)
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


def status_key(response: draft.Response) -> str:
    return response.status


def _counterpart(content: draft.Content, settled: Sequence[draft.Content]) -> int | None:
    """Which of the settled contents is the same: by media type, else the only one that means the same to a program."""
    name, kind = media.essence(content.media_type), media.kind(content.media_type)
    for index, entry in enumerate(settled):
        if media.essence(entry.media_type) == name:
            return index
    alike = [index for index, entry in enumerate(settled) if media.kind(entry.media_type) in (kind, None)]
    return alike[0] if len(alike) == 1 else None


def _type_name(schema: Part) -> str:
    if isinstance(schema, draft.Reference):
        return schema.name
    return f"a list of {_type_name(schema.items)}" if schema.items is not None else "an unnamed type"
