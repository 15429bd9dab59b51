"""The outline of a Blueprint -> a draft: its groups, resources, actions and named types.

In: the text of a page. Out: a `Draft` in the shape that all readers fill. What a resource says of parameters holds for
each of its actions. What refers to a type or a model that the page does not have is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from generator.diagnostics import Origin, Report
from generator.draft import (
    Body,
    Claim,
    Content,
    Draft,
    Example,
    Header,
    NamedSchema,
    Operation,
    Parameter,
    Place,
    Reference,
    Requirement,
    Response,
    Schema,
    SecurityScheme,
    Server,
    Tag,
)
from generator.readers.pages.blueprint import mson, outline
from generator.readers.pages.blueprint.mson import Names
from generator.readers.pages.blueprint.outline import Item, Section
from generator.readers.pages.notation import json_schema, types, urls, values
from generator.records import dataclass
from generator.source import Document

_METHOD = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE"
_TITLE = re.compile(
    rf"(?:(?P<name>.*?)\s*\[(?:(?P<method>{_METHOD})\b\s*)?(?P<path>(?:https?:/)?/[^\]]*)?\]"
    rf"|(?P<bare_method>{_METHOD})(?:\s+(?P<bare_path>/\S*))?|(?P<only_path>/\S*))\s*\Z"
)
_GROUP = re.compile(r"group\s+(\S.*)\Z", re.IGNORECASE)
_TYPES = re.compile(r"data structures?\Z", re.IGNORECASE)
_TYPED = re.compile(r"(?P<name>.+?)\s*(?:\((?P<base>[^()]+)\))?\s*\Z")
_MESSAGE = re.compile(
    r"(?P<kind>request|response|model)\b\s*(?P<words>[^(]*?)\s*(?:\((?P<media>[^()]+)\))?\s*\Z", re.IGNORECASE
)
_ATTRIBUTES = re.compile(r"attributes?\b\s*(?:\((?P<base>.+)\))?\s*\Z", re.IGNORECASE)
_WORD = re.compile(r"(parameters?|headers?|body|schema)\s*\Z", re.IGNORECASE)
_STATUS = re.compile(r"[1-5][0-9]{2}\Z")
_MODEL = re.compile(r"\s*\[([^\W\d][^\[\]{}\"\n]*)\]\s*(?:\[\])?\s*\Z")
_QUERY = re.compile(r"\{([?&#])([^{}]*)\}")
_VARIABLE = re.compile(r"\{[+#./;]?([^{}?&*:,]+)(?:\*|:\d+)?\}")
_HEADER = re.compile(r"\s*([A-Za-z0-9][\w-]*)\s*:\s*(.*?)\s*\Z")
_TRANSPORT = frozenset(("accept", "content-type", "content-length", "host", "user-agent", "connection", "date"))
_READING = ("GET", "HEAD", "DELETE")
_JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    """A request, an answer or a model of one."""

    item: Item
    words: str = ""
    media: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    sample: str = ""
    schema: Schema | Reference | None = None
    description: str = ""


@dataclass(slots=True)
class _Resource:
    """A resource while its actions are being read."""

    section: Section
    name: str
    path: str
    parameters: list[Item] = field(default_factory=list)


def read(document: Document, report: Report) -> Draft:
    """The draft of a page written in Blueprint."""
    return _Reader(document, report).draft()


class _Reader:
    """Reads one page."""

    def __init__(self, document: Document, report: Report) -> None:
        self._name = document.name
        self._report = report
        self._outline = outline.read(document.text, document.name)
        self._names: Names = {}
        self._models: dict[str, _Message] = {}
        self._schemes: dict[str, SecurityScheme] = {}
        self._tags: dict[str, Tag] = {}

    def draft(self) -> Draft:
        sections = self._outline.sections
        described = [(name, item, base) for name, item, base in self._described(sections)]
        self._names = {name.casefold(): name for name, _, _ in described}
        schemas = {
            f"{self._name}#{name}": NamedSchema(name=name, schema=mson.object_of(item, self._names, base=base))
            for name, item, base in described
        }
        for section in sections:
            self._take_models(section)
        operations = tuple(self._operations(sections))
        title = next((s for s in sections if s.level == 1 and s.words and _kind(s) == ""), None)
        host = self._outline.meta.get("HOST", "").rstrip("/")
        return Draft(
            kind="page",
            document=self._name,
            title=Claim(title.words, title.origin) if title else None,
            description=Claim(title.text, title.origin) if title and title.text else None,
            servers=(Server(origin=Origin(self._name, line=1, column=1), url=host),) if host else (),
            tags=tuple(self._tags.values()),
            operations=operations,
            schemas=schemas,
            security_schemes=tuple(self._schemes.values()),
        )

    def _described(self, sections: Sequence[Section]) -> Iterator[tuple[str, Item, str]]:
        """Name, entries and base of each of the page's own types: data structures, and attributes of resources."""
        level = 0
        for section in sections:
            if _TYPES.match(section.words):
                level = section.level
                continue
            if level and section.level <= level:
                level = 0
            if level and (found := _TYPED.match(section.words)):
                item = Item(origin=section.origin, words=found["name"], text=section.text, items=section.items)
                yield found["name"].strip("`"), item, (found["base"] or "").split(",")[0].strip()
            title = _TITLE.match(section.words)
            if title and title["name"] and not title["method"]:
                for item in section.items:
                    if attributes := _ATTRIBUTES.match(item.words):
                        yield title["name"].strip(), item, (attributes["base"] or "").split(",")[0].strip()

    def _take_models(self, section: Section) -> None:
        title = _TITLE.match(section.words)
        for item in section.items:
            found = _MESSAGE.match(item.words)
            if title and title["name"] and found and found["kind"].lower() == "model":
                self._models[title["name"].strip().casefold()] = self._message(item)

    # -- resources and actions

    def _operations(self, sections: Sequence[Section]) -> Iterator[Operation]:
        group: Section | None = None
        resource: _Resource | None = None
        for index, section in enumerate(sections):
            kind = _kind(section)
            if kind in ("group", "types"):
                group, resource = section if kind == "group" else None, None
            elif kind == "resource":
                resource = _resource(section)
            elif kind == "action":
                yield from self._action(self._whole(sections, index), resource, group)

    def _whole(self, sections: Sequence[Section], index: int) -> Section:
        """An action's section with what stands under smaller headings of no meaning."""
        whole = sections[index]
        for below in sections[index + 1 :]:
            if below.level <= whole.level or _kind(below):
                break
            text = "\n\n".join(words for words in (whole.text, below.text) if words)
            whole = replace(whole, text=text, items=(*whole.items, *below.items))
        return whole

    def _action(self, section: Section, resource: _Resource | None, group: Section | None) -> Iterator[Operation]:
        title = _TITLE.match(section.words)
        method = (title["method"] or title["bare_method"] or "") if title else ""
        own = (title["path"] or title["bare_path"] or "") if title else ""
        written = own or (resource.path if resource else "")
        if not title or not written:
            message = f"{method} stands under no resource: no heading above {section.words!r} gives a path"
            self._report.warning("page-route-unread", message, at=section.origin)
            return
        template = urls.template(_plain_path(written), "", ("braces",), {})
        named = (*template.names, *_query_names(written))
        shared = [item for item in (resource.parameters if resource else ()) if not own or _is_of(item, named)]
        parameters = tuple(
            self._parameters((*_parameters_of(section.items), *shared), written, template.names, section.origin)
        )
        if method not in _READING:
            parameters = tuple(entry for entry in parameters if entry.place == "path" or entry.schema is not None)
        requests = [self._message(item) for item in section.items if _message_kind(item) == "request"]
        responses = [self._message(item) for item in section.items if _message_kind(item) == "response"]
        headers = tuple(self._header_parameters(requests))
        name = (title["name"] or "").strip()
        yield Operation(
            origin=section.origin,
            method=method,
            path=template.path,
            resource=self._resource_of(resource, group),
            action=Claim(name, section.origin) if name else None,
            summary=Claim(name, section.origin) if name else None,
            description=Claim(section.text, section.origin) if section.text else None,
            parameters=(*parameters, *headers),
            body=self._body(requests, section, method),
            responses=tuple(self._responses(responses)),
            security=self._security(requests, section.origin),
            servers=(Server(origin=section.origin, url=template.server),) if template.server else (),
        )

    def _resource_of(self, resource: _Resource | None, group: Section | None) -> Claim[str] | None:
        found = _GROUP.match(group.words) if group else None
        if group and found:
            self._tags.setdefault(found[1], Tag(origin=group.origin, name=found[1], description=group.text))
            return Claim(found[1], group.origin)
        if resource is None or not resource.name:
            return None
        tag = Tag(origin=resource.section.origin, name=resource.name, description=resource.section.text)
        self._tags.setdefault(resource.name, tag)
        return Claim(resource.name, resource.section.origin)

    def _parameters(self, items: Iterable[Item], written: str, names: Sequence[str], at: Origin) -> Iterator[Parameter]:
        """The parameters that entries describe, and those that only the path names."""
        made: dict[str, Parameter] = {}
        query = _query_names(written)
        for item in items:
            said = mson.member(item, self._names)
            if said is None or said.name in made:
                continue
            if said.name not in names and said.name not in query:
                message = f"the parameter {said.name!r} does not stand in the path {written}"
                self._report.info("page-parameter-unplaced", message, at=item.origin)
            made[said.name] = _parameter(said, in_path=said.name in names)
        for name in (*names, *query):
            required = Claim(True, at) if name in names else None
            place: Place = "path" if name in names else "query"
            made.setdefault(name, Parameter(origin=at, name=name, place=place, required=required))
        yield from sorted(made.values(), key=lambda p: names.index(p.name) if p.place == "path" else len(names))

    def _header_parameters(self, requests: Sequence[_Message]) -> Iterator[Parameter]:
        shown: dict[str, Parameter] = {}
        for request in requests:
            for name, value in request.headers:
                if name.lower() in _TRANSPORT or name.lower() == "authorization":
                    continue
                origin = request.item.origin
                examples = (Example(origin=origin, value=value),) if value else ()
                schema = types.inferred([value], origin) if value else None
                entry = Parameter(origin=origin, name=name, place="header", schema=schema, examples=examples)
                shown.setdefault(name.lower(), entry)
        yield from shown.values()

    # -- messages

    def _message(self, item: Item) -> _Message:
        found = _MESSAGE.match(item.words)
        parts = {word: entry for entry in item.items if (word := _part(entry))}
        headers = tuple(_headers(parts["header"].sample)) if "header" in parts else ()
        sent = next((value for name, value in headers if name.lower() == "content-type"), "")
        body = parts.get("body")
        reference = _MODEL.match(item.sample)
        is_sample = bool(item.code) or item.text.lstrip().startswith(("{", "[", "<"))
        message = _Message(
            item=item,
            words=(found["words"] or "").strip() if found else "",
            media=((found["media"] if found else "") or sent).strip(),
            headers=headers,
            sample=body.sample if body else item.sample if is_sample and not reference else "",
            schema=self._schema_of(parts),
            description="" if is_sample or reference else item.text,
        )
        if reference:
            return self._modelled(message, reference[1].strip())
        return message

    def _schema_of(self, parts: dict[str, Item]) -> Schema | Reference | None:
        if "schema" in parts:
            value = values.parsed_json(parts["schema"].sample)
            if isinstance(value, dict):
                return json_schema.read(value, parts["schema"].origin)
            self._report.info("page-example-unread", "the schema is no JSON", at=parts["schema"].origin)
        item = parts.get("attributes")
        found = _ATTRIBUTES.match(item.words) if item else None
        if item is None or found is None:
            return None
        return mson.object_of(item, self._names, base=(found["base"] or "").split(", ")[0].strip())

    def _modelled(self, message: _Message, name: str) -> _Message:
        """A message that is the model of that name."""
        model = self._models.get(name.casefold())
        if model is None:
            text = f"the page has no model {name!r}: what this message holds is not known"
            self._report.info("page-example-unread", text, at=message.item.origin)
            return message
        return replace(
            message,
            media=message.media or model.media,
            headers=message.headers or model.headers,
            sample=model.sample,
            schema=model.schema,
        )

    def _content(self, messages: Sequence[_Message]) -> tuple[Content, ...]:
        """The contents of messages, one for each media type."""
        made: dict[str, Content] = {}
        for message in messages:
            value = values.parsed_json(message.sample)
            if value is None and not message.sample and message.schema is None:
                continue
            media = message.media or (_JSON if value is not None or message.schema is not None else "text/plain")
            origin = message.item.origin
            if value is None and message.sample and not _is_json(media):
                value = message.sample
            if value is None and message.sample:
                self._report.info("page-example-unread", "the sample looks like JSON and is none", at=origin)
            examples = (Example(origin=origin, value=value),) if value is not None else ()
            known = made.get(media) or Content(origin=origin, media_type=media)
            schema = known.schema or message.schema
            made[media] = replace(known, schema=schema, examples=(*known.examples, *examples))
        return tuple(_with_schema(content) for content in made.values())

    def _body(self, requests: Sequence[_Message], section: Section, method: str) -> Body | None:
        own = next((item for item in section.items if _ATTRIBUTES.match(item.words)), None)
        if own is not None and method not in ("GET", "HEAD"):
            schema = self._schema_of({"attributes": own})
            requests = requests or [_Message(item=own, media=_JSON)]
            requests = [replace(message, schema=message.schema or schema) for message in requests]
        contents = self._content(requests)
        if not contents:
            return None
        needed = any(isinstance(content.schema, Schema) and content.schema.required for content in contents)
        origin = contents[0].origin
        words = next((message.description for message in requests if message.description), "")
        return Body(
            origin=origin,
            required=Claim(True, origin) if needed else None,
            description=Claim(words, origin) if words else None,
            contents=contents,
        )

    def _responses(self, messages: Sequence[_Message]) -> Iterator[Response]:
        by_status: dict[str, list[_Message]] = {}
        for message in messages:
            status = message.words.split(" ")[0] if message.words else "200"
            if _STATUS.match(status):
                by_status.setdefault(status, []).append(message)
            else:
                text = f"{message.item.words!r} gives no status"
                self._report.warning("page-route-unread", text, at=message.item.origin)
        for status, group in sorted(by_status.items()):
            words = next((message.description for message in group if message.description), "")
            origin = group[0].item.origin
            headers = {
                name.lower(): _response_header(name, value, origin)
                for message in group
                for name, value in message.headers
                if name.lower() not in _TRANSPORT
            }
            yield Response(
                origin=origin,
                status=status,
                description=Claim(words, origin) if words else None,
                contents=self._content(group),
                headers=tuple(headers.values()),
            )

    def _security(self, requests: Sequence[_Message], at: Origin) -> Claim[tuple[tuple[Requirement, ...], ...]] | None:
        """What the headers of sample requests say of credentials."""
        for request in requests:
            for name, value in request.headers:
                if name.lower() == "authorization":
                    scheme = _scheme(value, request.item.origin)
                    self._schemes.setdefault(scheme.name, scheme)
                    return Claim(((Requirement(scheme=scheme.name),),), at)
        return None


def _kind(section: Section) -> str:
    """What a heading begins: a group, types, a resource, an action; "" for text."""
    if _GROUP.match(section.words):
        return "group"
    if _TYPES.match(section.words):
        return "types"
    found = _TITLE.match(section.words)
    if not found or not (found["method"] or found["bare_method"] or found["path"] or found["only_path"]):
        return ""
    return "action" if found["method"] or found["bare_method"] else "resource"


def _resource(section: Section) -> _Resource:
    found = _TITLE.match(section.words)
    path = (found["path"] or found["only_path"] or "") if found else ""
    name = (found["name"] or "").strip() if found else ""
    parameters = list(_parameters_of(section.items))
    return _Resource(section=section, name=name, path=path, parameters=parameters)


def _parameters_of(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if _part(item) == "parameter":
            yield from item.items


def _part(item: Item) -> str:
    """What an entry inside a message, a resource or an action is about."""
    found = _WORD.match(item.words)
    if found:
        return found[1].lower().removesuffix("s")
    return "attributes" if _ATTRIBUTES.match(item.words) else ""


def _message_kind(item: Item) -> str:
    found = _MESSAGE.match(item.words)
    return found["kind"].lower() if found else ""


def _plain_path(written: str) -> str:
    """A URI template (RFC 6570) without its query and with plain placeholders."""
    return _VARIABLE.sub(lambda found: "{" + found[1].strip() + "}", _QUERY.sub("", written)).partition("?")[0]


def _query_names(written: str) -> tuple[str, ...]:
    """The names in the query of a URI template: `{?page,size*}`, or behind a plain `?`."""
    found = [name for sign, names in _QUERY.findall(written) if sign != "#" for name in names.split(",")]
    plain = [name.strip("{}") for name, _ in urls.query_pairs(_QUERY.sub("", written).partition("?")[2])]
    return tuple(dict.fromkeys(name.strip().rstrip("*").partition(":")[0] for name in (*plain, *found) if name.strip()))


def _is_of(item: Item, names: Sequence[str]) -> bool:
    said = mson.member(item, {})
    return said is not None and said.name in names


def _parameter(said: mson.Member, *, in_path: bool) -> Parameter:
    """A parameter; one of which nothing else is said is required (API Blueprint 1A, *URI parameters section*)."""
    origin = said.item.origin
    required = in_path or (said.required if said.required is not None else said.default is None)
    enum = said.schema.enum if isinstance(said.schema, Schema) else None
    schema = said.schema
    if said.default is not None and isinstance(schema, Schema):
        schema = replace(schema, default=said.default)
    return Parameter(
        origin=origin,
        name=said.name,
        place="path" if in_path else "query",
        required=Claim(required, origin),
        description=Claim(said.description, origin) if said.description else None,
        schema=schema,
        default=Claim(said.default, origin) if said.default is not None else None,
        enum=Claim(enum, origin) if enum else None,
        examples=(Example(origin=origin, value=said.example),) if said.example is not None else (),
    )


def _headers(sample: str) -> Iterator[tuple[str, str]]:
    for line in sample.splitlines():
        if found := _HEADER.match(line):
            yield found[1], found[2]


def _response_header(name: str, value: str, origin: Origin) -> Header:
    examples = (Example(origin=origin, value=value),) if value else ()
    return Header(
        origin=origin, name=name, schema=types.inferred([value], origin) if value else None, examples=examples
    )


def _is_json(media: str) -> bool:
    return media.partition(";")[0].strip().endswith(("/json", "+json"))


def _with_schema(content: Content) -> Content:
    """The content, with the type of its first sample where nothing else gives one."""
    if content.schema is not None or not content.examples:
        return content
    first = content.examples[0]
    return replace(content, schema=types.of_value(first.value, first.origin))


def _scheme(value: str, origin: Origin) -> SecurityScheme:
    """The scheme that the value of an Authorization header shows (RFC 9110 §11.6.2)."""
    word = value.split(" ")[0].lower()
    if word in ("basic", "bearer", "digest"):
        return SecurityScheme(origin=origin, name=f"{word.capitalize()}Auth", kind="http", scheme=word)
    return SecurityScheme(origin=origin, name="Authorization", kind="apiKey", place="header", parameter="Authorization")
