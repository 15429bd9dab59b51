"""The view of a resource's page.

In: an `Api` and its `Site`. Out: a `ResourceView` for each page, with a section for each operation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import model
from generator.encoders import block_json
from generator.encoders.markdown import MarkdownText, anchor, cell, code, inner_link, text
from generator.records import dataclass
from generator.source import MISSING, Json
from generator.views.markdown_docs import curl
from generator.views.markdown_docs.blocks import Example, further, listed, sentence, spaced, table
from generator.views.markdown_docs.samples import Samples
from generator.views.markdown_docs.shapes import Shapes, note, value_code
from generator.views.markdown_docs.site import SECTIONS, ResourcePage, Site, operation_title

FORMS = ("form", "multipart")
_LONGEST_EXAMPLE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """One operation.

    Attributes:
        anchors: The anchor of each section, by its heading.
        request: Method and path, with `{name}` for each path parameter; `url` is the whole one. A webhook has its name.
        authentication: What has to come with the request; () where nothing is said.
        body: What the body is, a sentence each; () where there is none. `body_text` are the source's words.
        body_fields: The fields of a form.
        paging: How to get to the next page of a list, a sentence each.
        curl, python: Samples; "" where there is none.
    """

    title: str
    anchor: MarkdownText
    anchors: Mapping[str, MarkdownText]
    summary: str
    description: str
    deprecated: bool
    more: MarkdownText
    method: str
    request: str
    url: str
    authentication: tuple[MarkdownText, ...]
    path_parameters: MarkdownText
    query_parameters: MarkdownText
    headers: MarkdownText
    cookies: MarkdownText
    body: tuple[MarkdownText, ...]
    body_text: str
    body_fields: MarkdownText
    body_examples: tuple[Example, ...]
    curl: str
    python: str
    successes: MarkdownText
    paging: tuple[MarkdownText, ...]
    events: MarkdownText
    response_headers: MarkdownText
    examples: tuple[Example, ...]
    errors: MarkdownText
    links: MarkdownText
    callbacks: MarkdownText


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A page: a resource and its operations."""

    title: str
    description: str
    more: MarkdownText
    operations: tuple[OperationView, ...]


class Writer:
    """Writes the views of one API's operations."""

    def __init__(self, api: model.Api, site: Site, samples: Samples) -> None:
        self._api = api
        self._site = site
        self._samples = samples
        self._shapes = Shapes(api, site.links)
        self._places = {
            operation.id: inner_link(f"{page.title}: {operation_title(operation)}", f"{page.file}#{name}")
            for page in site.resources
            for operation, name in zip(page.operations, page.anchors, strict=True)
        }
        self._base_url = api.servers[0].resolved_url if api.servers else ""

    def resource(self, page: ResourcePage, *, received: bool = False) -> ResourceView:
        """The view of a page.

        Args:
            received: The API sends these requests, as webhooks; there is nothing to call.
        """
        taken = dict(page.taken)
        return ResourceView(
            title=page.title,
            description=page.description,
            more=further(page.external_docs),
            operations=tuple(
                self._operation(operation, name, _section_anchors(name, taken), received)
                for operation, name in zip(page.operations, page.anchors, strict=True)
            ),
        )

    def _operation(
        self, operation: model.Operation, name: str, anchors: Mapping[str, MarkdownText], received: bool
    ) -> OperationView:
        base_url = operation.servers[0].resolved_url if operation.servers else self._base_url
        body = operation.body
        return OperationView(
            title=operation_title(operation),
            anchor=MarkdownText(name),
            anchors=anchors,
            summary=operation.summary,
            description="" if _same(operation.description, operation.summary) else operation.description,
            deprecated=operation.deprecated,
            more=further(operation.external_docs),
            method=operation.method.upper(),
            request=f"{operation.method.upper()} {operation.path}",
            url=operation.path if received else base_url + operation.path,
            authentication=self._authentication(operation),
            path_parameters=self._path_parameters(operation),
            query_parameters=self._parameters(operation, "query", "querystring"),
            headers=self._parameters(operation, "header"),
            cookies=self._parameters(operation, "cookie"),
            body=self._body(body) if body else (),
            body_text=_joined(body.description, *(content.description for content in body.contents)) if body else "",
            body_fields=self._form(body) if body else MarkdownText(""),
            body_examples=_examples(body.contents[0]) if body and body.contents[0].kind not in FORMS else (),
            curl="" if received else curl.command(self._api, operation, base_url or "https://example.com"),
            python="" if received else self._samples.call(operation),
            successes=self._responses(response for response in operation.responses if response.successful),
            paging=_paging(operation.pagination) if operation.pagination else (),
            events=self._events(operation),
            response_headers=self._response_headers(operation),
            examples=_response_examples(operation),
            errors=self._responses(response for response in operation.responses if not response.successful),
            links=self._links(operation),
            callbacks=self._callbacks(operation),
        )

    def _authentication(self, operation: model.Operation) -> tuple[MarkdownText, ...]:
        ways = [
            listed((self._scheme(requirement.scheme) for requirement in entry), "together with")
            for entry in operation.security
            if entry
        ]
        lines = []
        if ways:
            optional = text("Without it, the request is anonymous.") if () in operation.security else MarkdownText("")
            lines.append(spaced(sentence("Authenticate with", MarkdownText(", or with ".join(ways))), optional))
        elif operation.security:
            lines.append(text("None is needed."))
        scopes = _scopes(operation)
        if scopes:
            asked = "The token must include at least one of the following scopes:"
            lines.append(sentence(asked, listed(map(code, scopes), "or")))
        return tuple(lines)

    def _scheme(self, name: str) -> MarkdownText:
        place = self._site.schemes.get(name)
        return inner_link(name, f"index.md#{place}") if place else text(name)

    def _path_parameters(self, operation: model.Operation) -> MarkdownText:
        rows = (self._parameter(parameter) for parameter in operation.parameters if parameter.place == "path")
        heads = ("Path Component", "Type", "Description", "Example")
        return table(heads, ((name, kind, words, example) for name, kind, _, words, _, example in rows))

    def _parameters(self, operation: model.Operation, *places: str) -> MarkdownText:
        return table(
            ("Name", "Type", "Required", "Description", "Default", "Example"),
            (self._parameter(parameter) for parameter in operation.parameters if parameter.place in places),
        )

    def _parameter(self, parameter: model.Parameter) -> tuple[MarkdownText, ...]:
        notes = [note("Deprecated")] if parameter.deprecated else []
        if parameter.place == "querystring":
            notes.insert(0, note("The whole query string", code(parameter.media_type)))
        return (
            code(parameter.name) or code('""'),
            self._shapes.describe(parameter.shape),
            text("Y" if parameter.required else "N"),
            self._shapes.described(parameter.shape, parameter.description, *notes),
            value_code(parameter.default),
            value_code(parameter.example.value),
        )

    def _body(self, body: model.Body) -> tuple[MarkdownText, ...]:
        forms = (
            spaced(self._shapes.describe(content.shape), text("as"), code(content.media_type))
            for content in body.contents
        )
        need = "The body of the request is" if body.required else "The body of the request, which may be left out, is"
        return (sentence(need, listed(forms, "or")),)

    def _form(self, body: model.Body) -> MarkdownText:
        """The fields of a form, which has no example to show as it stands."""
        content = body.contents[0]
        entry = self._api.types.get(content.shape.id) if isinstance(content.shape, model.Named) else None
        if content.kind not in FORMS or not isinstance(entry, model.Object):
            return MarkdownText("")
        heads = ("Name", "Type", "Required", "Description")
        return table(heads, (self._shapes.field(field) for field in entry.fields if not field.read_only))

    def _responses(self, responses: Iterable[model.Response]) -> MarkdownText:
        """A row for each media type of each response; named events have a table of their own."""
        rows = (
            self._response(response, content)
            for response in responses
            for content in response.contents or (None,)
            if content is None or content.stream is None or not content.stream.events
        )
        return table(("Code", "Type", "Media Type", "Description"), rows)

    def _response(self, response: model.Response, content: model.Content | None) -> tuple[MarkdownText, ...]:
        shown = text("nothing")
        if content is not None:
            shown = self._shapes.describe(content.stream.items if content.stream else content.shape)
            shown = spaced(text("stream of"), shown) if content.stream else shown
        told = _joined(response.description, content.description if content else "")
        return (text(response.status), shown, code(content.media_type if content else ""), cell(told))

    def _events(self, operation: model.Operation) -> MarkdownText:
        events = (
            event
            for response in operation.responses
            for content in response.contents
            for event in (content.stream.events if content.stream else ())
        )
        return table(
            ("SSE Event Name", "Type", "Description"),
            ((code(event.name), self._shapes.describe(event.shape), cell(event.description)) for event in events),
        )

    def _response_headers(self, operation: model.Operation) -> MarkdownText:
        return table(
            ("Code", "Name", "Type", "Description"),
            (
                (
                    text(response.status),
                    code(header.name),
                    self._shapes.describe(header.shape),
                    self._shapes.described(header.shape, header.description),
                )
                for response in operation.responses
                for header in response.headers
            ),
        )

    def _links(self, operation: model.Operation) -> MarkdownText:
        """Where an answer leads, and what of it the next request takes."""
        return table(
            ("Code", "Name", "Operation", "Parameters", "Description"),
            (
                (
                    text(response.status),
                    code(entry.name),
                    self._places.get(entry.operation, code(entry.operation)),
                    listed(spaced(code(name), text("from"), value_code(value)) for name, value in _taken(entry)),
                    cell(entry.description),
                )
                for response in operation.responses
                for entry in response.links
            ),
        )

    def _callbacks(self, operation: model.Operation) -> MarkdownText:
        return table(
            ("Name", "Request", "Body"),
            (
                (
                    code(callback.name),
                    code(f"{called.method.upper()} {callback.expression}"),
                    self._shapes.describe(called.body.contents[0].shape) if called.body else text("nothing"),
                )
                for callback in operation.callbacks
                for called in callback.operations
            ),
        )


def _taken(link: model.Link) -> Iterator[tuple[str, Json]]:
    yield from link.parameters.items()
    if link.body is not MISSING:
        yield "body", link.body


def _paging(pagination: model.Pagination) -> tuple[MarkdownText, ...]:
    parameter, following = code(pagination.parameter), code(".".join(pagination.next_path))
    match pagination.kind:
        case "page":
            first = f"says which one is asked for; the first one is {pagination.first}."
            how = spaced(text("The answer is a page of a list:"), parameter, text(first))
        case "offset":
            how = sentence("The answer is a part of a list:", parameter, text("says how many items to skip"))
        case "cursor":
            of = text("of an answer is the")
            if pagination.last_path:
                following, of = code(".".join(pagination.last_path)), text("of the last item is the")
            where = (following, of, parameter, text("of the next request"))
            how = sentence("The answer is a page of a list:", *where)
        case "link":
            source = following if pagination.next_path else spaced(text("the header"), code("Link"))
            how = sentence("The answer is a page of a list:", source, text("holds the URL of the next one"))
    size = sentence(code(pagination.size_parameter), text("says how many items it has at the most"))
    total = sentence(code(".".join(pagination.total_path)), text("counts the items of all pages"))
    return (how, *([size] if pagination.size_parameter else []), *([total] if pagination.total_path else []))


def _joined(*texts: str) -> str:
    """Paragraphs, each once."""
    return "\n\n".join(dict.fromkeys(entry for entry in texts if entry.strip()))


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same, capitals and a full stop aside."""
    return " ".join(one.split()).rstrip(".").casefold() == " ".join(other.split()).rstrip(".").casefold()


def _section_anchors(name: str, taken: dict[str, None]) -> dict[str, MarkdownText]:
    """An anchor for each section: the operation's, a hyphen and the section's."""
    found = {}
    for section, ending in SECTIONS.items():
        chosen = anchor(f"{name}-{ending}", taken)
        taken[chosen] = None
        found[section] = MarkdownText(chosen)
    return found


def _scopes(operation: model.Operation) -> tuple[str, ...]:
    asked = (scope for entry in operation.security for requirement in entry for scope in requirement.scopes)
    return tuple(dict.fromkeys((*operation.scopes, *asked)))


def _response_examples(operation: model.Operation) -> tuple[Example, ...]:
    """An example of the first successful answer that has a body of text."""
    for response in operation.responses:
        for content in response.contents if response.successful else ():
            if content.stream is None and content.kind not in ("binary", "multipart"):
                return _examples(content)[:1]
    return ()


def _examples(content: model.Content) -> tuple[Example, ...]:
    if content.kind == "binary":
        return ()
    examples = []
    for example in content.examples:
        as_text = isinstance(example.value, str) and content.kind not in ("json", "form", "multipart")
        as_json = str(example.value) if as_text else block_json.document(example.value)
        shown = example.written or as_json
        if len(shown) <= _LONGEST_EXAMPLE:
            title = example.summary or example.name
            is_xml = content.media_type.partition(";")[0].strip().endswith("xml")
            language = "xml" if is_xml else "text" if content.kind == "text" else "json"
            examples.append(Example(title=title, text=shown, language=language))
    return tuple(examples)
