"""The fields of an entry -> the parameters of one of its routes: each in its place, with all that is known of it.

In: what the parts, sentences and sample calls of the entry have said, and the route. Out: `Parameter` records, those of
the path first and in its order; the fields of a form are among them, for `bodies` to take.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Origin, Report
from generator.draft import Claim, Parameter, Place, Schema
from generator.readers.pages import fields
from generator.readers.pages.facts.announced import Announced
from generator.readers.pages.facts.bodies import BodyReader
from generator.readers.pages.facts.calls import SampleCalls
from generator.readers.pages.facts.said import Said
from generator.readers.pages.fields import PLACE_WORDS, Field, nesting
from generator.readers.pages.notation import curl, types, urls, values
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import FoundRoute
from generator.source import Json

_PLACES: dict[str, Place] = {"path": "path", "query": "query", "headers": "header", "cookies": "cookie", "form": "form"}
_IDENTIFIERS = ("id", "iid", "uid", "uuid")
_OF_BODIES = ("json", "json or form", "form or json")
_WITHOUT_BODY = ("GET", "HEAD")


class ParameterReader:
    """Places the fields of one entry."""

    def __init__(
        self,
        said: Said,
        announced: Announced,
        calls: SampleCalls,
        body: BodyReader,
        placeholders: frozenset[str],
        profile: Profile,
        report: Report,
    ) -> None:
        self._said = said
        self._announced = announced
        self._calls = calls
        self._body = body
        self._placeholders = placeholders
        self._profile = profile
        self._report = report

    def of(self, route: FoundRoute, template: urls.Template, path: str) -> tuple[Parameter, ...]:
        """The parameters of the operation at that route; the fields of a form are among them."""
        names = urls.template(path, "", ("braces",), {}).names
        written = {**dict(template.written), **self._misspelt(names, route)}
        samples = [values.parsed_json(call.data or "") for call, _ in self._calls.of(route.method, path)]
        made = _folded(_told_best(list(self._placed(route, template, names, written))), samples)
        for name in names:
            if ("path", name) not in made:
                schema = self._placeholder_type(name, template, route.origin)
                made["path", name] = fields.parameter(Field(origin=route.origin, name=name, schema=schema), "path")
        _take_query(template.query, route.origin, made)
        for place, entry in self._shown(route.method, path, list(made.values())):
            made.setdefault((place, entry.name), fields.parameter(entry, place))
        self._report_unplaced(names, written, route)
        ordered = sorted(made.items(), key=lambda item: names.index(item[0][1]) if item[0][0] == "path" else len(names))
        return tuple(parameter for _, parameter in ordered)

    def _placed(
        self, route: FoundRoute, template: urls.Template, names: Sequence[str], written: Mapping[str, str]
    ) -> Iterator[tuple[Place, Field]]:
        """The fields that are the route's, each with its place and what else the page says of it."""
        optional = self._said.all_but(self._profile.all_optional)
        named = {entry.name for _, entry in self._said.fields}
        for kind, entry in (*self._said.fields, *self._said.told):
            if entry.name == fields.ANY:
                continue
            name = written.get(entry.name, entry.name)
            place = self._place(kind, entry.place, name, route.method, names)
            if kind == "parameters" and place == "form" and name in dict(template.query) and not self._stays(route):
                place = "query"
            if name not in names and (place == "path" or name in self._placeholders):
                continue
            unsaid = self._profile.required_unsaid.get("json" if place == "form" and kind == "json" else place)
            if optional is not None and name not in optional:
                unsaid = False
            entry = fields.with_enum(entry, self._announced.values_of(entry))
            entry = self._with_members(entry, named)
            entry = fields.unsaid(_called(entry, name), unsaid)
            if place == "form":
                entry = self._body.with_file_type(entry, sent_as_file=name in self._calls.files)
            if place == "path" and entry.schema is None:
                entry = replace(entry, schema=self._placeholder_type(name, template, entry.origin))
            yield place, entry

    def _stays(self, route: FoundRoute) -> bool:
        """Whether the site says that the body is the place, and only a sample call shows the URL."""
        return route.sample and self._profile.places.get(route.method) in ("form", "json", "json or form")

    def _with_members(self, entry: Field, named: Container[str]) -> Field:
        """The field with those inside it that a list gives; not where others have been read into it."""
        inner = self._announced.members_of(entry)
        return nesting.filled(entry, [member for member in inner if f"{entry.name}.{member.name}" not in named])

    def _shown(self, method: str, path: str, said: Sequence[Parameter]) -> Iterator[tuple[Place, Field]]:
        """What sample calls send, where nothing else says what is sent there."""
        described, known = {entry.place for entry in said}, {entry.name for entry in said}
        sent = [(*pair, call, origin) for call, origin in self._calls.of(method, path) for pair in curl.sent(call)]
        for name, value, call, origin in sent:
            if name in known or self._said.security.is_credential(name, self._profile):
                continue
            entry = _sample_field(name, value, origin)
            place = self._place("parameters", entry.place, entry.name, method, ())
            is_told = place in described or (place == "form" and self._body.is_described)
            if not is_told or any(field in self._calls.uploads for field in curl.form_fields(call)):
                yield place, self._body.with_file_type(entry, sent_as_file=name in self._calls.files)

    def _misspelt(self, names: Sequence[str], route: FoundRoute) -> dict[str, str]:
        """A needed parameter that stands nowhere else -> the one placeholder that nothing describes, if it may be."""
        described = {entry.name for _, entry in self._said.fields}
        left = [name for name in names if name not in described]
        near = {
            entry.name: left[0]
            for kind, entry in self._said.fields
            if len(left) == 1 and kind in ("parameters", "path") and entry.name not in names
            if entry.required and entry.required.value and _may_be(entry.name, left[0])
        }
        for name, placeholder in near.items():
            message = f"{name!r} is taken to be {placeholder!r}, which stands in {route.method} {route.url}"
            self._report.info("page-parameter-unplaced", message, at=route.origin)
        return near if len(near) == 1 else {}

    def _place(self, kind: str, said: str, name: str, method: str, names: Sequence[str]) -> Place:
        """Where a field of that name is sent, of which a table may say it."""
        if kind == "form" and method in _WITHOUT_BODY:
            return "query"  # RFC 9110 §9.3.1: what is sent in a GET means nothing
        if kind in _PLACES:
            return _PLACES[kind]
        if said in PLACE_WORDS:
            return PLACE_WORDS[said]
        if name in names:
            return "path"
        usual = self._profile.places.get(method, "query")
        if self._body.is_whole or self._body.sent == ():  # nothing else fits into the body
            return "query"
        if (
            method in self._calls.sending
            and method not in _WITHOUT_BODY
            and (usual in PLACE_WORDS or usual in _OF_BODIES)
        ):
            return "form"
        return "form" if usual in _OF_BODIES else PLACE_WORDS.get(usual, "query")

    def _report_unplaced(self, names: Sequence[str], written: Mapping[str, str], route: FoundRoute) -> None:
        for kind, entry in self._said.fields:
            name = written.get(entry.name, entry.name)
            if kind == "path" and name not in names and name not in written.values():
                message = f"the path parameter {entry.name!r} does not stand in the path of {route.method} {route.url}"
                self._report.warning("page-parameter-unplaced", message, at=entry.origin)

    def _placeholder_type(self, name: str, template: urls.Template, origin: Origin) -> Schema | None:
        """The type that the site gives to all placeholders spelt like this one."""
        written = next((written for written, given in template.written if given == name), name)
        for rule in self._profile.placeholder_types:
            if rule.pattern.match(written):
                return Schema(origin=origin, types=rule.types, format=rule.format)
        return None


def _called(entry: Field, name: str) -> Field:
    return entry if entry.name == name else replace(entry, name=name)


def _told_best(placed: Sequence[tuple[Place, Field]]) -> Sequence[tuple[Place, Field]]:
    """The fields without those of which only the name is told, where another tells more."""
    described = {(place, entry.name) for place, entry in placed if not _is_bare(entry)}
    return [(place, entry) for place, entry in placed if not _is_bare(entry) or (place, entry.name) not in described]


def _is_bare(entry: Field) -> bool:
    return entry.schema is None and entry.description is None and entry.default is None and entry.enum is None


def _folded(placed: Sequence[tuple[Place, Field]], samples: Sequence[Json]) -> dict[tuple[str, str], Parameter]:
    """Place and name -> parameter; fields that stand inside others are folded into these, as samples of a body show."""
    form = iter(nesting.folded(nesting.as_shown([entry for place, entry in placed if place == "form"], samples)))
    query = iter(nesting.folded([entry for place, entry in placed if place == "query"], in_objects=True))
    made: dict[tuple[str, str], Parameter] = {}
    for place, entry in placed:
        whole = next(form) if place == "form" else next(query) if place == "query" else entry
        if whole is not None:
            made.setdefault((place, whole.name), fields.parameter(whole, place))
    return made


def _take_query(pairs: Sequence[tuple[str, str]], origin: Origin, made: dict[tuple[str, str], Parameter]) -> None:
    """Add what the query of the route's URL shows."""
    known_names = {known for _, name in made for known in (name, f"{name}[]")}
    for name, value in pairs:
        shown = fields.parameter(_sample_field(name, value, origin), "query")
        described = made.get(("query", name))
        if described and described.schema is None and not described.examples:
            made["query", name] = replace(described, schema=shown.schema, examples=shown.examples)
        elif name not in known_names:
            made.setdefault(("query", name), shown)


def _may_be(name: str, placeholder: str) -> bool:
    """Whether a name is that of a placeholder but for a slip of the pen: alike, or its last word, as `id`."""
    return values.alike(name, placeholder) or (name in _IDENTIFIERS and placeholder.endswith(f"_{name}"))


def _sample_field(name: str, value: str, origin: Origin) -> Field:
    """A field that a sample call sends; what stands for a value, such as `<your_name>`, is no example."""
    if value[:1] in ("", *"<:{@$"):
        return Field(origin=origin, name=name)
    schema = types.inferred([value], origin)
    return Field(origin=origin, name=name, example=Claim(values.typed(value, schema), origin), schema=schema)
