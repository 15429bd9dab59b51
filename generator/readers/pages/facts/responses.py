"""What an operation answers -> draft responses: status tables, headings per status, sentences, event tables, samples.

In: the parts of an operation that speak of responses. Out: `Response` records by status. A type called by name is a
reference by that name; a sample is an example, and where nothing else gives the type, a type is inferred from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Origin, Report
from generator.draft import Claim, Content, Event, Example, Reference, Response, Schema
from generator.readers.pages import fields
from generator.readers.pages.blocks import Code, Definitions, Items, Paragraph, Table, Tag, Text, plain_text
from generator.readers.pages.facts import returned, schemas, shown, statuses
from generator.readers.pages.facts.answer import Answer, joined, listed
from generator.readers.pages.fields import Field, nesting
from generator.readers.pages.notation import curl, types, values
from generator.readers.pages.patterns import any_in, possible
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import Part

JSON = "application/json"
EVENT_STREAM = "text/event-stream"
KINDS = (
    *("responses", "response", "response fields", "response example"),
    *("error example", "events", "returns"),
)
"""The kinds of section that speak of responses."""
_WITHOUT_BODY = ("GET", "HEAD", "DELETE")
_NO_CONTENT = ("204", "205")
_LATER = "202"
_ANY_SUCCESS = "2XX"
_ANY_ERROR = "4XX"
_ANNOUNCED = " fields"
"""In the title of an answer: what its list has are fields."""
_MEDIA = re.compile(r"`?(?:application|text|image|audio|video|multipart)/[\w.+-]+`?\Z")
_SENT = re.compile(r"\b(?:posts?|sends?|pass|expects?|submit|provide|accepts?|payload|request body)\b", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:returns?|returned|responds?|response|answers?|gives?|yields?|result)\b", re.IGNORECASE)
_FAILED = re.compile(r"\b(?:fails|failed|failure|unsuccessful|error (?:response|message))\b", re.IGNORECASE)
"""Words above the sample of an error."""
_OTHERS = re.compile(r"\b(?:differs from|unlike)\b", re.IGNORECASE)
"""Words of a sentence that speaks of what others answer."""


class ResponseReader:
    """Collects the responses of one operation."""

    def __init__(self, profile: Profile, known_types: Iterable[str], report: Report) -> None:
        self._profile = profile
        self._known = {name.casefold(): name for name in known_types}
        self._report = report
        self._answers: dict[str, Answer] = {}
        self._returned: tuple[Schema | Reference | None, Origin] | None = None
        self._made: tuple[Schema | Reference | None, Origin] | None = None
        self._event_names: tuple[Event, ...] = ()
        self._empty = False
        self.called = False
        """A sample call has been shown, so that a sample of JSON without any words is what it gives."""
        self._unnamed: list[Code] = []
        """Samples of JSON without a word of what they are."""
        self._is_sent = False
        """The sentence above the first of them says that it is sent."""
        self._some_list: Origin | None = None
        """Where a sentence says that a list is given, and of what in no more than words."""
        self._about = ""
        """The status that the last sentence of a section about answers speaks of: a sample right below is of it."""

    def take(self, part: Part) -> None:
        """Read a part about responses."""
        about, self._about = self._about, ""
        match part.kind:
            case "response":
                self._one(part)
            case "responses":
                self._many(part)
            case "events":
                self._events(part)
            case "returns":
                self._returns(part)
            case "response fields":
                self._fields(part)
            case "response example":
                self._sample(part, about)
            case "error example":
                self._error_sample(part)
            case _:
                pass

    def take_prose(self, part: Part) -> None:
        """Read sentences such as `Returns a list of [emoji](…) objects`; a sample right below belongs to them."""
        said, about = False, ""
        announced = statuses.announced(part.blocks)
        for before, block in pairwise((None, *part.blocks)):
            match block:
                case Code() if id(block) in announced:
                    self._announced_sample(block, announced[id(block)])
                case Code() if isinstance(before, Code) and curl.read(before.text) and shown.is_json(block):
                    self._example(self._answer(shown.status_in(block), block.origin), block)
                case Paragraph() if self._coded_statuses(block.text):
                    pass
                case Paragraph() | Tag(text=Text()):
                    text = block.text
                    about = self._last_told(text) if text and text.plain.endswith(":") else ""
                    said = (self._sentence(text) if text else False) or said
                case Items():
                    self._statuses_of(block)
                    for entry in block.entries:
                        self._sentence(entry, listed=True)
                case Code() if curl.read(block.text):
                    self.take_shown(block)
                case Code() if shown.is_answer(block):
                    self._example(self._answer("", block.origin), block)
                case Code() if said and values.parsed_json(block.text) is not None:
                    self._example(self._answer(about, block.origin), block)
                case Code() if values.parsed_json(block.text) is not None:
                    if not self._unnamed:
                        self._is_sent = isinstance(before, Paragraph) and _says_sent(before.text.plain)
                    self._unnamed.append(block)
                case _:
                    pass

    def take_shown(self, code: Code) -> None:
        """Read what a sample shows behind its calls: a status, or JSON."""
        words = curl.shown(code.text)
        if found := statuses.WORDS.match(words):
            answer = self._answer(found[1], code.origin)
            answer.description = answer.description or (Claim(found[2], code.origin) if found[2] else None)
        elif values.parsed_json(words) is not None:
            self._example(self._answer("", code.origin), replace(code, text=words))

    @property
    def gives_nothing(self) -> bool:
        """Whether a sample without a word of what it is shows no answer: it is said to be sent, or none has content."""
        successes = [status for status in self._answers if status.startswith("2")]
        return self._is_sent or (bool(successes) and all(status in _NO_CONTENT for status in successes))

    def hand_over(self, names: Set[str]) -> Code | None:
        """The sample that stands without a word of what it is, if it is no answer: it shows nothing but these names."""
        if not self._unnamed:
            return None
        value = values.parsed_json(self._unnamed[0].text)
        if not isinstance(value, dict) or not value or not ({*value} <= names or self.gives_nothing):
            return None
        return self._unnamed.pop(0)

    def tells_success(self, text: Text) -> bool:
        """Whether a sentence says with which status a success is answered."""
        patterns = possible(self._profile.returns_status, text.marked)
        return any(found["status"][0] == "2" for one in patterns for found in one.regex.finditer(text.marked))

    def shows(self, names: Set[str]) -> bool:
        """Whether a sample of a success has all these names."""
        return bool(names) and any(names <= shown for _, shown in self._shown_names())

    def take_described(self, entries: Sequence[Field]) -> bool:
        """Take fields that are just what a sample of a success shows, as those of the answer; False if they are not."""
        names = {entry.name for entry in entries}
        answer = next((answer for answer, shown in self._shown_names() if shown == names), None)
        if answer is None or answer.schema is not None:
            return False
        answer.fields = tuple(entries)
        answer.schema = schemas.object_of(entries, entries[0].origin, self._profile)
        return True

    def _shown_names(self) -> Iterator[tuple[Answer, Set[str]]]:
        """The names in each object that is the sample of a success."""
        for status, answer in self._answers.items():
            for example in answer.examples if _is_success(status) else ():
                if isinstance(example.value, dict):
                    yield answer, example.value.keys()

    def responses(self, method: str, *, body_described: bool = False) -> tuple[Response, ...]:
        """The responses of the operation with that method; where its body is described, samples are none of that."""
        self._name_events()
        if self._returned is None and not self._empty and self._gives_what_is_made():
            self._returned = self._made
        answers = dict(self._answers)
        answered = method in self._profile.statuses or self._returned is not None
        form_sent = body_described and answered  # JSON is none of a form
        samples = [] if self._has_sample() else self._unnamed[: None if method in _WITHOUT_BODY else 1]
        are_answers = method in _WITHOUT_BODY or ((self.called or form_sent) and not self.gives_nothing)
        for sample in samples if are_answers else ():
            status = shown.status_in(sample)
            so_far = answers.get(status) or Answer(origin=sample.origin)
            answer = replace(so_far, examples=[*so_far.examples])
            self._example(answer, sample)
            answers[status] = answer
        for sample in () if are_answers else samples:
            message = "nothing says whether this sample is sent or answered; it was left out"
            self._report.info("page-example-unread", message, at=sample.origin)
        if self._some_list and method == "GET" and not self._empty and not any(map(_is_success, answers)):
            self._returned = self._returned or (Schema(origin=self._some_list, types=("array",)), self._some_list)
        if "" in answers or self._returned or self._empty:
            status = self._default_status(method, answers)
            unnamed = answers.pop("", None)
            if unnamed or status not in answers:
                origin = unnamed.origin if unnamed else self._returned[1] if self._returned else Origin("")
                known = answers.get(status)
                answers[status] = joined(known, unnamed or Answer(origin=origin))
        made = [self._response(status, answer) for status, answer in answers.items()]
        if method == "HEAD":  # what a sample shows is that of a GET: RFC 9110 §9.3.2
            made = [replace(response, contents=()) for response in made]
        return tuple(sorted(made, key=lambda response: response.status))

    def _name_events(self) -> None:
        """Add the events that the page only names to those that it shows."""
        if self._event_names:
            answer = self._answer("200", self._event_names[0].origin)
            known = {event.name for event in answer.events}
            answer.events.extend(event for event in self._event_names if event.name not in known)
            self._event_names = ()

    def _gives_what_is_made(self) -> bool:
        """Whether no answer is known, or one of which only a sample is."""
        successes = [answer for key, answer in self._answers.items() if key.startswith("2") or not key]
        return all(answer.examples and answer.schema is None for answer in successes)

    def _has_sample(self) -> bool:
        return any(answer.examples for key, answer in self._answers.items() if key.startswith("2") or not key)

    def _default_status(self, method: str, answers: dict[str, Answer]) -> str:
        """The status of an answer that gives none: a success that is listed, the site's own before others."""
        successes = [status for status in answers if status.startswith("2") and status not in _NO_CONTENT]
        if method == "GET" and successes == [_LATER] and not answers[_LATER].examples:
            successes = []  # that is the answer as long as there is nothing to give
        statuses = self._profile.statuses
        status = statuses.get(method) or statuses.get("any") or _ANY_SUCCESS
        if successes:
            return status if status in successes else successes[0]
        unnamed = answers.get("")
        has_content = self._returned is not None or (
            unnamed is not None and bool(unnamed.examples or unnamed.schema or unnamed.file_type)
        )
        return "200" if status in _NO_CONTENT and has_content else status

    def _answer(self, status: str, origin: Origin) -> Answer:
        status = status if status == statuses.ANY else status.upper()
        return self._answers.setdefault(status, Answer(origin=origin))

    def _response(self, status: str, answer: Answer) -> Response:
        schema = self._as_shown(answer)
        success = status.startswith("2") and status not in _NO_CONTENT
        if schema is None and success and self._returned and self._has_returned(status):
            schema = self._returned[0]
        schema = listed(schema, answer.examples)
        if schema is None and answer.examples:
            schema = types.of_value(answer.examples[0].value, answer.examples[0].origin)
        contents: tuple[Content, ...] = ()
        if answer.events:
            contents = (Content(origin=answer.origin, media_type=EVENT_STREAM),)
        elif (schema is not None or answer.examples) and not answer.empty:
            contents = (Content(origin=answer.origin, media_type=JSON, schema=schema, examples=tuple(answer.examples)),)
        elif answer.file_type:
            contents = (Content(origin=answer.origin, media_type=answer.file_type, examples=tuple(answer.shown)),)
        return Response(
            origin=answer.origin,
            status=status,
            description=answer.description,
            contents=contents,
            headers=answer.headers,
            events=tuple(answer.events),
        )

    def _has_returned(self, status: str) -> bool:
        """Whether what the operation is said to return is the content of this success: of one that has a sample."""
        successes = {key: answer for key, answer in self._answers.items() if key.startswith("2") or not key}
        return bool(not any(answer.examples for answer in successes.values()) or self._sampled(status))

    def _sampled(self, status: str) -> bool:
        answer = self._answers.get(status) or self._answers.get("")
        return bool(answer and answer.examples)

    # -- the ways a page speaks of responses

    def _many(self, part: Part) -> None:
        status = ""
        for block in part.blocks:
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Items):
                self._statuses_of(block, anywhere=True)
                told = [found for entry in block.entries if (found := self._status_line(entry))]
                status = told[0] if len(told) == 1 else status
                for entry in block.entries:
                    self._sentence(entry)
            elif isinstance(block, Code) and not curl.read(block.text):
                self._example(self._answer(shown.status_in(block) or status, block.origin), block)
            elif isinstance(block, Paragraph) and (coded := self._coded_statuses(block.text)):
                status = coded
            elif isinstance(block, Paragraph):
                for line in block.text.plain.split("\n"):
                    status = self._status_line(plain_text(line, block.origin)) or status
                for code in block.text.codes if status else ():
                    self._example(self._answer(status, block.origin), Code(origin=block.origin, language="", text=code))
                self._sentence(block.text)
                self._about = self._status_told(block.text)
                status = self._about or status

    def _coded_statuses(self, text: Text) -> str:
        """Take lines that each begin with a status as code; the last of them, "" where another line is among them."""
        last = ""
        for status, reason, words in statuses.coded(text):
            answer, last = self._answer(status, text.origin), status
            answer.description = answer.description or (
                Claim(words or reason, text.origin) if words or reason else None
            )
        return last

    def _status_told(self, text: Text) -> str:
        """The only status that a sentence speaks of; "" where there is none, or more than one."""
        patterns = possible(self._profile.returns_status, text.marked)
        told = {found["status"] for pattern in patterns for found in pattern.regex.finditer(text.marked)}
        return told.pop() if len(told) == 1 else ""

    def _last_told(self, text: Text) -> str:
        """The status that a sentence above a sample speaks of last, any error where it speaks of one; "" else."""
        patterns = possible(self._profile.returns_status, text.marked)
        told = [
            (found.start("status"), found["status"]) for one in patterns for found in one.regex.finditer(text.marked)
        ]
        if not told and _FAILED.search(text.plain):
            return self._error()
        return max(told)[1] if told else ""

    def _status_line(self, text: Text) -> str:
        """The status that a few words are about, such as `201 Created`: the sample below is of this answer."""
        found = statuses.WORDS.match(text.plain)
        if not found:
            return ""
        answer = self._answer(found[1], text.origin)
        answer.description = answer.description or (Claim(found[2], text.origin) if found[2] else None)
        return found[1]

    def _statuses_of(self, block: Items, *, anywhere: bool = False) -> None:
        """Take a list with a status at the start of its entries: in a code span or link, or `anywhere` it may begin."""
        for entry in block.entries:
            found = statuses.STATUS.match(entry.plain)
            if found and (anywhere or (entry.spans and entry.spans[0].kind != "text")):
                answer = self._answer(found[1], entry.origin)
                words = entry.plain[found.end() :].lstrip(" :–—-")
                answer.description = answer.description or (Claim(words, entry.origin) if words else None)

    def _table(self, table: Table) -> None:
        columns = fields.roles(table.columns, self._profile)
        if "status" not in columns:
            self._fields_of(table)
            return
        at = columns.index("status")
        if schemas.has_small(table, at):
            return
        for row in table.rows:
            cells = {role: cell for role, cell in zip(columns, row, strict=False) if role and cell.plain.strip()}
            status = statuses.in_cell(cells["status"].plain) if "status" in cells else ""
            if not status:
                continue
            answer = self._answer(status, cells["status"].origin)
            if "type" in cells:
                answer.schema = returned.named_type(cells["type"], self._profile)
            said = cells.get("description")
            if said and len(said.codes) == 1 and values.parsed_json(said.codes[0]) is not None:
                self._example(answer, Code(origin=said.origin, language="", text=said.codes[0]))
            elif said:
                answer.description = Claim(said.marked, said.origin)

    def _as_shown(self, answer: Answer) -> Schema | Reference | None:
        """The type of an answer, its fields inside each other as the sample has them."""
        if not answer.fields or not answer.examples:
            return answer.schema
        placed = nesting.below_shown(answer.fields, answer.examples[0].value)
        if all(entry is other for entry, other in zip(placed, answer.fields, strict=True)):
            return answer.schema
        return schemas.object_of(placed, answer.origin, self._profile)

    def _one(self, part: Part) -> None:
        status = part.hole("status")
        answer = self._answer(status, part.origin)
        words: list[Text] = []
        described = [
            entry
            for block in part.blocks
            if isinstance(block, Definitions | Items)
            for entry in fields.read(block, self._profile, announced=_ANNOUNCED in part.title.casefold())
        ]
        for block in part.blocks:
            match block:
                case Paragraph() if not answer.examples:
                    said, media = _parted(block.text)
                    answer.file_type = answer.file_type or media
                    words.extend([said] if said.plain else [])
                case Code() if not curl.read(block.text):
                    self._example(answer, block)
                case Table():
                    entries = fields.read(block, self._profile)
                    if entries and answer.schema is None:
                        answer.fields = entries
                        answer.schema = schemas.object_of(entries, block.origin, self._profile)
                case _:
                    pass
        if described and answer.schema is None and self._are_fields(described):
            answer.schema = schemas.object_of(described, described[0].origin, self._profile)
        if words and answer.description is None:
            answer.description = Claim("\n\n".join(text.marked for text in words), words[0].origin)
        reason = part.hole("reason")
        if reason and answer.description is None:
            answer.description = Claim(reason.strip(), part.origin)

    def _are_fields(self, entries: Sequence[Field]) -> bool:
        """Whether definitions are fields of the answer: all have a type, and nothing gives that of the answer."""
        said = self._returned[0] if self._returned else None
        inner = said.items if isinstance(said, Schema) and "array" in said.types else said
        is_open = inner is None or (isinstance(inner, Schema) and "object" in inner.types)
        return is_open and all(entry.schema and not types.is_inferred(entry.schema) for entry in entries)

    def _events(self, part: Part) -> None:
        answer = self._answer("200", part.origin)
        words = [block.text for block in part.blocks if isinstance(block, Paragraph)]
        if words:
            answer.description = Claim("\n\n".join(text.marked for text in words), words[0].origin)
        for block in part.blocks:
            if isinstance(block, Code):
                answer.events.extend(shown.events(block, {event.name for event in answer.events}))
            if not isinstance(block, Table):
                continue
            columns = fields.roles(block.columns, self._profile)
            for row in block.rows:
                cells = {role: cell for role, cell in zip(columns, row, strict=False) if role}
                name = cells.get("event") or cells.get("name")
                if name is None:
                    continue
                answer.events.append(
                    Event(
                        origin=name.origin,
                        name=name.plain.strip(),
                        schema=returned.named_type(cells["type"], self._profile) if "type" in cells else None,
                        description=cells["description"].marked if "description" in cells else "",
                    )
                )

    def _returns(self, part: Part) -> None:
        for block in part.blocks:
            if isinstance(block, Paragraph) and self._returned is None:
                if any(pattern.match(block.text.plain) for pattern in self._profile.returns_nothing):
                    self._empty, self._returned = True, (None, block.origin)
                    continue
                schema = returned.returned_type(block.text, self._profile)
                if schema is None or types.is_bare_list(schema):
                    schema = returned.called_whole(block.text, self._profile) or schema
                if schema is None and (names := _event_names(block.text)):
                    self._event_names = names
                else:
                    self._returned = (schema, block.origin)

    def _fields(self, part: Part) -> None:
        for block in part.blocks:
            if isinstance(block, Table | Items):
                self._fields_of(block, part.hole("status"))
            elif isinstance(block, Code) and not curl.read(block.text):
                self._example(self._answer(part.hole("status"), block.origin), block)
            elif isinstance(block, Paragraph):
                self._sentence(block.text)

    def _fields_of(self, table: Table | Items, status: str = "") -> None:
        """Take a table, or an announced list, of the answer's fields."""
        entries = fields.read(table, self._profile, announced=True)
        if not entries:
            return
        answer = self._answer(status, table.origin)
        if answer.fields and isinstance(table, Table):
            known = {entry.name for entry in answer.fields}
            if fields.parent(table.columns, self._profile) or not known.isdisjoint(entry.name for entry in entries):
                entries = (*answer.fields, *(entry for entry in entries if entry.name not in known))
                answer.schema = None
        if answer.schema is None:
            answer.fields = entries
            answer.schema = schemas.object_of(entries, table.origin, self._profile)

    def _sample(self, part: Part, about: str) -> None:
        status = part.hole("status")
        announced = statuses.announced(part.blocks)
        for block in part.blocks:
            if isinstance(block, Code) and id(block) in announced:
                self._announced_sample(block, announced[id(block)])
            elif isinstance(block, Paragraph) and block.text.plain.endswith(":"):
                status = self._last_told(block.text)
            elif isinstance(block, Code) and not curl.read(block.text):
                self._example(self._answer(status or shown.status_in(block) or about, block.origin), block)

    def _announced_sample(self, code: Code, statuses: Sequence[str]) -> None:
        for status in statuses:
            self._example(self._answer(status, code.origin), code)

    def _error(self) -> str:
        """The status of an error: the only one that is said, else any."""
        known = [status for status in self._answers if status[:1] in ("4", "5")]
        return known[0] if len(known) == 1 else _ANY_ERROR

    def _error_sample(self, part: Part) -> None:
        """Take the sample of an error."""
        status = part.hole("status") or self._error()
        for block in part.blocks:
            if isinstance(block, Code):
                message = shown.HTTP.match(block.text)
                here = message[1] if message else shown.status_in(block) or status
                self._example(self._answer(here, block.origin), block)

    def _sentence(self, text: Text, *, listed: bool = False) -> bool:
        """Read what a sentence, or one of those in a list, says of the answer; True where it says something."""
        said = False
        for pattern in possible(self._profile.returns_status, text.marked) if not _OTHERS.search(text.plain) else ():
            for found in pattern.regex.finditer(text.marked):
                status = found["status"]
                answer = self._answer(status, text.origin)
                reason = (found.groupdict().get("reason") or "").strip()
                if reason and answer.description is None:
                    answer.description = Claim(reason, text.origin)
                said = True
        if self._made is None:
            self._made = returned.made_type(text, self._profile)
        if media := returned.media_type(text, self._profile):
            self._answer("", text.origin).file_type = media
            return True
        if any_in(self._profile.returns_some_list, text.plain):
            self._some_list = self._some_list or text.origin
        schema = returned.returned_type(text, self._profile)
        if schema is None or types.is_bare_list(schema):
            schema = returned.called_by_name(text, self._known, self._profile) or schema
        if schema is not None and self._returned is None:
            self._returned = (schema, text.origin)
            said = True
        elif self._returned is None and not said and not listed and returned.says_nothing(text, self._profile):
            self._answer(_ANY_SUCCESS, text.origin).empty = True
            said = True
        return said or any_in(self._profile.returns, text.plain)

    def _example(self, answer: Answer, code: Code) -> None:
        value = values.parsed_json(code.text)
        if shown.BARE_STATUS.match(code.text):
            return
        if value is not None:
            answer.examples.append(Example(origin=code.origin, value=value))
        elif found := shown.HTTP.match(code.text):
            self._whole_answer(answer, found[1], code)
        elif (headed := shown.with_headers(code)) is not None:
            answer.headers = answer.headers or tuple(shown.headers(headed[0], code.origin))
            answer.examples.append(Example(origin=code.origin, value=headed[1]))
        elif media := shown.MEDIA_TYPES.get(code.language):
            answer.file_type = answer.file_type or media
            answer.shown.append(Example(origin=code.origin, value=code.text))
        elif code.language == "json" and code.text.strip() not in ("", "null"):
            message = "the sample is marked as JSON and is none; it was left out"
            self._report.info("page-example-unread", message, at=code.origin)

    def _whole_answer(self, answer: Answer, status: str, code: Code) -> None:
        """Take a sample that shows status, headers and content."""
        if answer is self._answers.get(""):
            if answer == Answer(origin=answer.origin):
                del self._answers[""]
            answer = self._answer(status, code.origin)
        headers, content = curl.parted(code.text.strip().partition("\n")[2])
        answer.headers = answer.headers or tuple(shown.headers(headers, code.origin))
        value = values.parsed_json(content)
        if value is not None:
            answer.examples.append(Example(origin=code.origin, value=value))


def _parted(text: Text) -> tuple[Text, str]:
    """What is said of an answer, and the media type that stands on a line of its own in it; "" where none does."""
    lines = text.marked.split("\n")
    media = next((line.strip("`") for line in lines if _MEDIA.match(line)), "")
    return (
        (plain_text("\n".join(line for line in lines if not _MEDIA.match(line)), text.origin), media)
        if media
        else (text, "")
    )


def _is_success(status: str) -> bool:
    return not status or status.startswith("2")


def _event_names(text: Text) -> tuple[Event, ...]:
    """The events of a stream, where what is returned is nothing but a list of names."""
    between = "".join(span.text for span in text.spans if span.kind != "code")
    if not text.codes or between.strip(" ,\n"):
        return ()
    return tuple(Event(origin=text.origin, name=name) for name in dict.fromkeys(text.codes))


def _says_sent(words: str) -> bool:
    """Whether a sentence right above a sample says that it is sent, and not given."""
    return _SENT.search(words) is not None and _GIVEN.search(words) is None
