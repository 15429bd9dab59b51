"""An entry of a page -> draft operations.

In: an `Entry`: the routes of one description and its parts. Out: an `Operation` for each route, with parameters,
body, responses and security as the parts say them. Each part is read by the module for its kind.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Report
from generator.draft import Claim, Operation, Parameter, Reference, Response, Schema
from generator.readers.pages import fields
from generator.readers.pages.blocks import (
    Block,
    Code,
    Definitions,
    Heading,
    Items,
    Paragraph,
    Table,
    Tag,
    Text,
    plain_text,
)
from generator.readers.pages.facts import addresses, bodies, responses, rows, schemas, shown, statuses
from generator.readers.pages.facts.announced import Announced
from generator.readers.pages.facts.calls import SampleCalls
from generator.readers.pages.facts.page_rules import PageRules
from generator.readers.pages.facts.parameters import ParameterReader
from generator.readers.pages.facts.rows import Knowledge
from generator.readers.pages.facts.said import Said, told
from generator.readers.pages.fields import PLACE_WORDS, Field
from generator.readers.pages.notation import curl, typed, urls, values
from generator.readers.pages.patterns import any_in, first_match, possible
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import Entry, FoundRoute, Page, Part

_BODY = "body"
_FORMS = ("form", "formdata")
_WHOLE_NAMES = ("body", "payload", "request body", "requestbody")
"""What the row for a whole body is called."""
_OF_MEDIA = ("content-type", "accept")
_UNSAID = "not defined"
_MEDIA_TYPE = re.compile(r"[a-z]+/[\w.+-]+")
_WITHOUT_BODY = ("GET", "HEAD")
_SOUGHT = 2
_OF_FIELDS = ("description", "path", "query", "form", "parameters")
_OF_REQUESTS = ("authentication", "headers", "json", "json or form", "body", "request example")
"""Kinds of sections about what is sent: a response that stands in one is still a response."""


def operations(page: Page, profile: Profile, known_types: frozenset[str], report: Report) -> tuple[Operation, ...]:
    """All operations of a page; a further sample call of one of them is none of its own."""
    known = tuple(
        addresses.template(route, profile).path for entry in page.entries for route in entry.routes if not route.sample
    )
    made: list[Operation] = []
    routed = {
        (route.method, addresses.template(route, profile).path)
        for entry in page.entries
        for route in entry.routes
        if not route.sample
    }
    elsewhere = addresses.elsewhere(page, profile)
    outside, rules = Announced.by(page.rest, profile), PageRules.of(_of_page(page), page.title, profile)
    for entry in page.entries:
        announced = Announced.by(entry.parts, profile).before(outside)
        resource = _of_chapter(entry, profile) or _resource(page.title, profile)
        own_rules = rules.with_section(PageRules.of(entry.section, None, profile)) if entry.section else rules
        reader = _Entry(entry, resource, profile, known_types, announced, own_rules, report)
        for route, operation in reader.operations(known):
            called = (operation.method, operation.path)
            if not route.sample or called not in routed:
                own = (elsewhere[called],) if called in elsewhere else ()
                made.append(replace(operation, servers=own) if own else operation)
            routed.add(called)
    return _with_head_as_get(made)


def _of_page(page: Page) -> Iterator[Block]:
    """What stands above the operations, and not below the heading of a section of some of them."""
    of_section = {id(block) for entry in page.entries[:1] for block in entry.section}
    return (block for block in page.intro if id(block) not in of_section)


def _with_head_as_get(made: Sequence[Operation]) -> tuple[Operation, ...]:
    """The operations; what a HEAD is sent and nothing describes is what the GET there takes (RFC 9110 §9.3.2)."""
    described = {
        (operation.path, entry.place, entry.name): entry
        for operation in made
        if operation.method == "GET"
        for entry in operation.parameters
    }

    def as_get(operation: Operation, entry: Parameter) -> Parameter:
        if operation.method != "HEAD" or _is_described(entry):
            return entry
        return described.get((operation.path, entry.place, entry.name), entry)

    return tuple(
        replace(operation, parameters=tuple(as_get(operation, entry) for entry in operation.parameters))
        for operation in made
    )


def _is_described(entry: Parameter) -> bool:
    """Whether more is known of a parameter than its name and what a sample sends."""
    return bool(entry.description) or not (
        entry.schema is None or (isinstance(entry.schema, Schema) and entry.schema.inferred)
    )


def _resource(title: Text | None, profile: Profile) -> Claim[str] | None:
    found = first_match(profile.title, title.plain) if title else None
    return Claim(found["resource"].strip(), title.origin) if found and title else None


def _of_chapter(entry: Entry, profile: Profile) -> Claim[str] | None:
    """The resource that a chapter of the page is about, where it has chapters."""
    chapter = entry.chapter
    return (_resource(chapter, profile) or Claim(chapter.plain, chapter.origin)) if chapter else None


class _Entry:
    """Reads one entry."""

    def __init__(
        self,
        entry: Entry,
        resource: Claim[str] | None,
        profile: Profile,
        known_types: frozenset[str],
        announced: Announced,
        rules: PageRules,
        report: Report,
    ) -> None:
        self._entry = entry
        self._resource = resource
        self._routes_at = frozenset(route.origin for route in entry.routes)
        self._rules = rules
        self._profile = profile
        self._report = report
        self._said = Said()
        if any(route.method == "GET" for route in entry.routes):
            self._said.take_told(rules.told)
        self._sends_file = False
        templates = [addresses.template(route, profile) for route in entry.routes]
        written = tuple(dict.fromkeys(pair for template in templates for pair in template.written))
        self._calls = SampleCalls(entry.parts)
        self._own_calls = self._calls.of_any(
            (route.method, template.path) for route, template in zip(entry.routes, templates, strict=True)
        )
        self._knowledge = Knowledge(
            placeholders=written, types=known_types, names=(*self._calls.names(), *(name for _, name in written))
        )
        self._body = bodies.BodyReader(profile, report)
        placeholders = frozenset(name for _, name in written)
        self._parameters = ParameterReader(
            self._said, announced, self._calls, self._body, placeholders, profile, report
        )
        self._responses = responses.ResponseReader(profile, known_types, report)

    def operations(self, known: Sequence[str]) -> Iterator[tuple[FoundRoute, Operation]]:
        for part in self._entry.parts:
            self._take(part)
        self._settle_body()
        self._settle_answer()
        for route in self._entry.routes:
            operation = self._operation(route, known)
            if operation:
                yield route, operation

    def _settle_body(self) -> None:
        """Take the one row of a table of parameters that stands for the whole body, where there is one.

        Such a row is said to be in the body, and has a type of the page's own or is called so. Rows for the fields
        inside it may follow. Where it is said that JSON is sent, it is the only row with a type of the page's own.
        """
        told = [entry for kind, entry in self._said.fields if kind == "parameters" and entry.place == _BODY]
        names = {entry.name for entry in told}
        outer = [entry for entry in told if not _stands_in(entry.name, names)]
        if len(outer) != 1 and self._body.sent and bodies.JSON in self._body.sent:
            outer = [entry for _, entry in self._said.fields if _is_own(entry.schema)]
        if len(outer) != 1 or not (_is_own(outer[0].schema) or outer[0].name.casefold() in _WHOLE_NAMES):
            return
        whole, inner = outer[0], f"{outer[0].name}."
        members = [entry for entry in told if entry.name.startswith(inner)]
        taken = {id(entry) for entry in (whole, *members)}
        self._said.fields = [(kind, entry) for kind, entry in self._said.fields if id(entry) not in taken]
        if members and not _is_own(whole.schema):
            entries = [replace(entry, name=entry.name.removeprefix(inner), place="") for entry in members]
            whole = replace(whole, schema=schemas.object_of(entries, whole.origin, self._profile, sent=True))
        self._body.take_whole(whole)

    def _settle_answer(self) -> None:
        """Take a table of parameters as that of the answer: nothing is sent, none is needed, and it is what is shown.

        One or two of the same name may be what is sought and what is found.
        """
        told = [entry for kind, entry in self._said.fields if kind == "parameters"]
        if len(told) <= _SOUGHT or any(entry.required or entry.place for entry in told):
            return
        if all(route.method in _WITHOUT_BODY for route in self._entry.routes) and self._responses.take_described(told):
            self._said.fields = [(kind, entry) for kind, entry in self._said.fields if kind != "parameters"]

    def _take_sample_of_body(self) -> None:
        """Take a sample without a word of what it is, where it shows nothing but the fields that are described."""
        described = {entry.name.partition(".")[0] for kind, entry in self._said.fields if kind == "parameters"}
        code = self._responses.hand_over(described)
        if code:
            self._body.take_sample(code)

    # -- parts

    def _take(self, part: Part) -> None:
        if any(isinstance(block, Table) and block.damage for block in part.blocks):
            part = replace(part, blocks=tuple(self._whole(block, part) for block in part.blocks))
        if part.kind in _OF_REQUESTS and (given := tuple(filter(shown.is_answer, part.blocks))):
            self._responses.take_prose(replace(part, blocks=given))
            part = replace(part, blocks=tuple(block for block in part.blocks if not shown.is_answer(block)))
        if part.kind in _OF_FIELDS and (answer := self._answer_in(part)):
            self._take(replace(part, blocks=part.blocks[: -len(answer)]))
            self._take(replace(part, kind="response fields", blocks=answer))
            return
        blocks = part.blocks
        for block in blocks:
            for call in curl.read_all(block.text) if isinstance(block, Code) else ():
                self._responses.called = True
                if call in self._own_calls:
                    self._said.security.take_sample(call.headers, block.origin, self._profile)
        for text in texts(blocks):
            self._said.security.take_named(text, self._profile)
        match part.kind:
            case "description":
                self._describe(part)
            case "authentication":
                for text in (plain_text(part.title, part.origin), *texts(blocks)):
                    self._said.security.take_words(text, self._profile, said_here=True)
            case "path" | "query" | "cookies" | "form" | "parameters":
                if not self._take_fields(part, announced=True):
                    self._report_lines(part)
                self._said.notes.extend(texts(blocks))
                self._take_samples(part)
            case "route":
                tables = tuple(block for block in blocks if isinstance(block, Table) and "name" in self._roles(block))
                if tables:
                    self._take_fields(replace(part, kind="parameters", blocks=tables), announced=True)
            case "headers":
                entries = [entry for block in blocks for entry in fields.read(block, self._profile, announced=True)]
                others = self._said.security.take_headers(self._without_media(entries), self._profile)
                self._said.fields.extend(("headers", entry) for entry in others)
                self._take_samples(part)
            case "json" if all(route.method in _WITHOUT_BODY for route in self._entry.routes):
                self._take(replace(part, kind="query"))
            case "json" | "json or form" | "body":
                part, placed = _parted(part, self._profile)
                if placed:
                    self._take(placed)
                form = self._body.take(part)
                self._said.fields.extend(("form", entry) for entry in form)
                self._said.notes.extend(texts(blocks))
            case kind if kind in responses.KINDS:
                self._responses.take(part)
            case "request example":
                self._shown_file(blocks)
                self._body.take_example(part)
                for code in _samples(blocks):
                    self._responses.take_shown(code)
            case "":
                self._report_unknown(part)
                self._take_samples(part)
            case _:
                pass

    def _take_samples(self, part: Part) -> None:
        """Read the samples among what else a part says: what they answer, and what that is."""
        if samples := _samples(part.blocks):
            self._responses.take_prose(replace(part, blocks=samples))

    def _without_media(self, entries: Iterable[Field]) -> Iterator[Field]:
        """The headers but for those that only say which media types are sent and accepted."""
        for entry in entries:
            words = entry.description.value if entry.description else ""
            media = _MEDIA_TYPE.findall(words)
            if entry.name.casefold() not in _OF_MEDIA or not (media or words.casefold() == _UNSAID):
                yield entry
            elif entry.name.casefold() == _OF_MEDIA[0]:
                self._body.take_media(media)

    def _whole(self, block: Block, part: Part) -> Block:
        if isinstance(block, Table) and block.damage:
            return rows.mend(block, self._knowledge, self._profile, part.kind, self._report)
        return block

    def _describe(self, part: Part) -> None:
        if sample := self._shown_file(part.blocks):
            self._body.take_sample(sample)
            part = replace(part, blocks=tuple(block for block in part.blocks if block is not sample))
        for block in part.blocks:
            match block:
                case Paragraph(text=text) if not self._is_route(block):
                    self._take_sentences(text)
                case Tag(text=Text() as text) if not any(block.name == route.tag for route in self._profile.routes):
                    self._take_sentences(text)
                case Table() if "status" in self._roles(block):
                    self._responses.take(replace(part, kind="responses", blocks=(block,)))
                case Table() if self._describes_sample(block):
                    self._responses.take(replace(part, kind="response fields", blocks=(block,)))
                case Table() if self._looks_like_parameters(block):
                    self._take_fields(replace(part, kind="parameters", blocks=(block,)))
                case Items(entries=entries):
                    if fields.read(block, self._profile):
                        self._take_fields(replace(part, kind="parameters", blocks=(block,)))
                    else:
                        self._said.security.take_list(entries, self._profile)
                case Definitions():
                    self._take_fields(replace(part, kind="parameters", blocks=(block,)))
                case _:
                    pass
        self._responses.take_prose(part)

    def _shown_file(self, blocks: Iterable[Block]) -> Code | None:
        """The sample of JSON that a call above it sends from a file (`--data @cup.json`); None without such a call."""
        for block in blocks:
            calls = curl.read_all(block.text) if isinstance(block, Code) else ()
            if calls:
                self._sends_file = any(curl.FILE_OF_JSON.match(call.data or "") for call in calls)
            elif self._sends_file and isinstance(block, Code) and values.parsed_json(block.text) is not None:
                self._sends_file = False
                return block
        return None

    def _take_sentences(self, text: Text) -> None:
        """Read a paragraph of the description."""
        if statuses.tells(text):
            return
        self._said.description.append(text)
        self._said.security.take_words(text, self._profile, said_here=False)
        self._body.take_prose(text)
        self._said.take_told(told(text, self._profile))
        for pattern in possible(self._profile.headers, text.marked):
            for found in pattern.regex.finditer(text.marked):
                name, words = found["name"].strip("` "), Claim(text.marked, text.origin)
                self._said.fields.append(("headers", Field(origin=text.origin, name=name, description=words)))

    def _is_route(self, paragraph: Paragraph) -> bool:
        return paragraph.origin in self._routes_at

    def _roles(self, table: Table) -> tuple[str, ...]:
        return fields.roles(table.columns, self._profile)

    def _looks_like_parameters(self, table: Table) -> bool:
        roles = self._roles(table)
        return "name" in roles and (
            "required" in roles or "type" in roles or fields.named_place(table.columns, roles) != ""
        )

    def _describes_sample(self, table: Table) -> bool:
        """Whether a table has nothing but what the sample of an answer above it shows, and no word of what is sent."""
        roles = self._roles(table)
        if "name" not in roles or "required" in roles or not self._responses.called:
            return False
        return self._responses.shows({entry.name for entry in fields.read(table, self._profile)})

    def _take_fields(self, part: Part, *, announced: bool = False) -> bool:
        """Read the fields of a part; False where there are none."""
        entries = fields.read_all(part.blocks, self._profile, announced=announced)
        presence = part.hole("required")
        if presence:
            needed = any(pattern.match(presence) for pattern in self._profile.required_yes)
            entries = tuple(fields.unsaid(entry, needed) for entry in entries)
        sent = [entry for entry in entries if self._is_header(entry, part.kind)]
        kept = {id(entry) for entry in self._said.security.take_headers(sent, self._profile)}
        credentials = {id(entry) for entry in sent} - kept
        self._said.fields.extend((part.kind, entry) for entry in entries if id(entry) not in credentials)
        return bool(entries)

    def _report_lines(self, part: Part) -> None:
        """Say where lines look like fields whose names and types are glued together."""
        for text in texts(part.blocks):
            lines = [line.strip() for line in text.plain.split("\n")]
            if sum(typed.ends_with_type(line, self._profile) for line in lines) > 1:
                message = f"the lines under {part.title!r} look like names with their types, and were not read"
                self._report.warning(rows.UNDECIDED, message, at=text.origin)

    def _is_header(self, entry: Field, kind: str) -> bool:
        """Whether a parameter is said to be a header, or is called as one of credentials and is said to be nowhere."""
        if PLACE_WORDS.get(entry.place) == "header":
            return True
        nowhere = not entry.place and kind == "parameters"
        return nowhere and entry.name.casefold() in map(str.casefold, self._profile.scheme_headers)

    def _report_unknown(self, part: Part) -> None:
        tables = [block for block in part.blocks if isinstance(block, Table)]
        if tables and part.title and schemas.values_of(part, self._profile) is None:
            message = f"the table under {part.title!r} was not read: the profile gives this heading no meaning"
            self._report.info("page-section-unknown", message, at=tables[0].origin)

    def _answer_in(self, part: Part) -> tuple[Block, ...]:
        """The end of a part that begins with a sentence about a success, right above a table of nothing to be sent."""
        for at, (said, block) in enumerate(pairwise(part.blocks)):
            if isinstance(said, Paragraph) and isinstance(block, Table) and self._responses.tells_success(said.text):
                roles = self._roles(block)
                if "name" in roles and "required" not in roles:
                    return part.blocks[at:]
        return ()

    # -- one operation

    def _operation(self, route: FoundRoute, known: Sequence[str]) -> Operation | None:
        template = addresses.template(route, self._profile)
        path = template.path
        if template.left_off:
            message = f"{route.method} {path}: {template.left_off!r}, which may stand at its end, is left off"
            self._report.info("page-path-undecided", message, at=route.origin)
        if route.sample:
            names = [entry.name for kind, entry in self._said.fields if kind in ("path", "parameters")]
            general = urls.generalise(path, known, names)
            if general is None:
                message = (
                    f"{route.method} {path} stands only in a sample call, and nothing says which steps are parameters"
                )
                self._report.warning("page-path-undecided", message, at=route.origin)
            path = general or path
        elif (guessed := urls.without_values(path)) != path:
            message = f"{route.method} {path}: its numbers are taken to be parameters, named by the steps before them"
            self._report.info("page-path-undecided", message, at=route.origin)
            path = guessed
        elif before := self._steps_before(route.method, path):
            message = f"{route.method} {path}: its sample calls go to {before}{path}"
            self._report.warning("page-path-undecided", message, at=route.origin)
        self._body.forget_shown()
        parameters = self._parameters.of(route, template, path)
        answers = self._responses.called or route.method in self._profile.statuses  # as the site's samples do
        if route.method not in _WITHOUT_BODY and (not answers or self._responses.gives_nothing):
            self._take_sample_of_body()
        as_json = self._is_json(route.method, path)
        if as_json or not any(entry.place == "form" for entry in parameters):
            for call, origin in self._calls.of(route.method, path):
                self._body.show(call.data or "", origin)
        body = self._body.body(
            parameters,
            as_json=as_json,
            as_parts=any(call.form for call, _ in self._calls.of(route.method, path)),
            optional_but=self._said.all_but(self._profile.all_optional),
            nullable_but=self._said.all_but(self._profile.all_nullable),
        )
        if body and as_json and not (self._shows_json(route.method, path) or self._body.is_described):
            message = f"nothing says how the fields of {route.method} {path} are sent; JSON is assumed"
            self._report.info("page-body-assumed", message, at=route.origin)
        security = self._said.security
        heading = self._entry.heading
        action = self._action(route)
        return Operation(
            origin=route.origin,
            method=route.method,
            path=path,
            resource=self._resource,
            action=Claim(action, heading.origin) if action else None,
            summary=Claim(self._heading_words(), heading.origin) if self._profile.summary else None,
            description=self._description(route.method),
            deprecated=self._deprecated() or self._rules.deprecated,
            parameters=tuple(entry for entry in parameters if entry.place != "form") if as_json else parameters,
            body=body,
            responses=self._answers(route.method, body_described=any(entry.place == "form" for entry in parameters)),
            security=security.alternatives(
                self._profile, heading.origin, self._rules.public(route.method), self._rules.schemes
            ),
            scopes=security.scopes or self._rules.scopes,
        )

    def _steps_before(self, method: str, path: str) -> str:
        """The steps that only sample calls have before a path; of several routes, they may be of another."""
        if len(self._entry.routes) > 1:
            return ""
        return addresses.steps_before(path, (call.url for call, _ in self._calls.of(method, path)), self._profile)

    def _answers(self, method: str, *, body_described: bool) -> tuple[Response, ...]:
        """What the operation answers, and what the page says that all of its operations may."""
        made = self._responses.responses(method, body_described=body_described)
        known = {response.status for response in made}
        of_all = {status: words for status, words in self._rules.statuses_of(method) if status not in known}
        others = (Response(origin=words.origin, status=status, description=words) for status, words in of_all.items())
        return tuple(sorted((*made, *others), key=lambda response: response.status))

    def _is_json(self, method: str, path: str) -> bool:
        """Whether what is not said to be elsewhere is JSON: by the samples, else as the site has it."""
        match self._profile.places.get(method):
            case "json or form":
                return self._shows_json(method, path)
            case "form or json":
                return self._shows_json(method, path) or not self._shows_form(method, path)
            case "query":
                return method in self._calls.sending and self._shows_json(method, path)
            case _:
                return False

    def _shows_form(self, method: str, path: str) -> bool:
        """Whether anything says or shows that the body is a form."""
        calls = [call for call, _ in self._calls.of(method, path)]
        said = self._says_form() or any(self._is_of_form(entry) for _, entry in self._said.fields)
        return bool(said or self._body.sent or self._body.is_form) or any(call.form or call.data for call in calls)

    def _says_form(self) -> bool:
        """Whether a heading, or the title of a column, says that fields are those of a form."""
        return any(kind == "form" or entry.place in _FORMS for kind, entry in self._said.fields)

    def _is_of_form(self, entry: Field) -> bool:
        """Whether a field is a file, or is said to be part of a form."""
        words = entry.description.value if entry.description else ""
        return _is_binary(entry.schema) or any_in(self._profile.multipart, words)

    def _shows_json(self, method: str, path: str) -> bool:
        """Whether samples of the body are JSON, and nothing says that it is a form."""
        if self._says_form():
            return False
        calls = [call for call, _ in self._calls.of(method, path)]
        data = [call.data for call in calls if call.data]
        if self._body.sent:
            return bodies.JSON in self._body.sent
        if any(entry.place == _BODY for _, entry in self._said.fields) and not any(call.form for call in calls):
            return True
        is_json = any(values.parsed_json(text) is not None or curl.FILE_OF_JSON.match(text) for text in data)
        is_json = is_json or any(call.data and bodies.JSON in call.media_type for call in calls)
        return (is_json and not self._calls.uploads) or (
            (is_json or self._body.shows_json) and not any(call.form for call in calls)
        )

    def _description(self, method: str) -> Claim[str] | None:
        words = [text for text in (*self._said.description, *self._rules.sentences_of(method)) if text.marked]
        return Claim("\n\n".join(text.marked for text in words), words[0].origin) if words else None

    def _heading_words(self) -> str:
        """What the heading says; with the one above where it only goes on from there: *Within a group*."""
        words = self._without_noise(self._entry.heading)
        above = self._entry.above
        if above and first_match(self._profile.heading_continues, words):
            return f"{self._without_noise(above)} {words[:1].lower()}{words[1:]}"
        return words

    def _without_noise(self, heading: Heading) -> str:
        words = heading.text.plain
        for pattern in self._profile.heading_noise:
            words = pattern.regex.sub(" ", words)
        return " ".join(words.split())

    def _action(self, route: FoundRoute) -> str:
        """The name; "" where the heading is the method and the path and nothing else."""
        if route.origin == self._entry.heading.origin and not route.action:
            return ""
        for source in self._profile.action or ("heading",):
            words = route.action or self._heading_words() if source == "heading" else self._entry.heading.anchor
            if words and not any(pattern.match(words) for pattern in self._profile.action_not):
                return words
        return self._heading_words()

    def _deprecated(self) -> Claim[bool] | None:
        heading = self._entry.heading.text
        candidates = [(heading.marked, heading.origin), *((mark, heading.origin) for mark in heading.marks)]
        candidates.extend((text.marked, text.origin) for text in self._said.description)
        for words, origin in candidates:
            if any_in(self._profile.deprecated, words):
                return Claim(True, origin)
        return None


def _is_binary(schema: Schema | Reference | None) -> bool:
    """Whether a type is that of a file, or a list of them."""
    return isinstance(schema, Schema) and (schema.format == "binary" or _is_binary(schema.items))


def _stands_in(name: str, others: Container[str]) -> bool:
    """Whether a name is that of a field inside one of the others: `cup.size` stands in `cup`."""
    return any(name[:at] in others for at, sign in enumerate(name) if sign == ".")


def _is_own(schema: Schema | Reference | None) -> bool:
    """Whether a type is one of the page's own, or a list of them."""
    return isinstance(schema, Reference) or (isinstance(schema, Schema) and _is_own(schema.items))


def _parted(part: Part, profile: Profile) -> tuple[Part, Part | None]:
    """A part about the body, and its tables whose rows say that they are sent elsewhere, too; None without any."""
    placed = tuple(block for block in part.blocks if isinstance(block, Table) and _says_places(block, profile))
    if not placed:
        return part, None
    rest = tuple(block for block in part.blocks if block not in placed)
    return replace(part, blocks=rest), replace(part, kind="parameters", blocks=placed)


def _says_places(table: Table, profile: Profile) -> bool:
    roles = fields.roles(table.columns, profile)
    at = roles.index("place") if "place" in roles else len(roles)
    said = (row[at].plain.strip().casefold() for row in table.rows if at < len(row))
    return any(PLACE_WORDS.get(place, "form") != "form" for place in said)


def _samples(blocks: Iterable[Block]) -> tuple[Code, ...]:
    return tuple(block for block in blocks if isinstance(block, Code))


def texts(blocks: Iterable[Block]) -> Iterator[Text]:
    """The running text of blocks."""
    for block in blocks:
        if isinstance(block, Paragraph | Tag) and block.text is not None:
            yield block.text
        elif isinstance(block, Items):
            yield from block.entries
