"""The claims of several sources about the parameters of one operation -> one parameter each.

In: the members of a group, those of pages already in the document's terms. Out: settled parameters, and findings where
the sources disagree or only one of them speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator import draft
from generator.diagnostics import Origin, Report, Severity
from generator.records import dataclass
from generator.resolve import words
from generator.resolve.identity import Member
from generator.resolve.weaving import meaning
from generator.resolve.weaving.precedence import Precedence
from generator.resolve.weaving.schemas import compare_types, says_nothing
from generator.resolve.weaving.traced import Facts, Look, Part, Traced, gathered, saying
from generator.source import MISSING, Json

Parameters = Sequence[draft.Parameter]


class ParameterWeaver:
    """Weaves parameters."""

    def __init__(self, precedence: Precedence, look: Look, report: Report) -> None:
        self._precedence = precedence
        self._look = look
        self._report = report
        self._say = saying(report)

    def weave(
        self, documents: Sequence[Member], pages: Sequence[Member], name: str
    ) -> tuple[Traced[draft.Parameter], ...]:
        specified = gathered(documents, lambda operation: operation.parameters, parameter_key)
        documented = gathered(pages, lambda operation: operation.parameters, parameter_key)
        pairs = _paired(specified, documented)
        woven_parameters = []
        for claims, page_claims in pairs.values():
            called = f"{name}: parameter {(*claims, *page_claims)[0].name!r}"
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
            severity = Severity.ERROR if required else Severity.INFO
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
                Severity.ERROR,
                "place-differs",
                f"{called}: the document says it stands in the {claim.place}, the page in the {page.place}",
                claim.origin,
                page.origin,
            )
        if claim.name.lower() != page.name.lower():
            self._say(
                Severity.ERROR,
                "name-differs",
                f"{called}: the page calls it {page.name!r}",
                claim.origin,
                page.origin,
            )

    def _parameter(
        self, claims: Sequence[draft.Parameter], page_claims: Sequence[draft.Parameter], called: str
    ) -> Traced[draft.Parameter]:
        claims = [_with_required(self._explicit(entry)) for entry in claims]
        page_claims = [self._explicit(entry) for entry in page_claims]
        everyone = (*claims, *page_claims)
        origins = tuple(entry.origin for entry in everyone)
        if len(everyone) == 1:
            return Traced(record=self.typed(everyone[0]), origins=origins)
        facts: dict[str, Origin] = {}
        settled = Facts(self._precedence, claims, page_claims, facts)
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

    def typed(self, parameter: draft.Parameter) -> draft.Parameter:
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
            values = meaning.typed_values(parameter.enum.value, schema.items.types)
            return (
                replace(parameter, schema=replace(schema, items=replace(schema.items, enum=values)))
                if values
                else parameter
            )
        if schema.enum is not None or schema.items is not None or schema.const is not MISSING:
            return parameter
        values = meaning.typed_values(parameter.enum.value, schema.types)
        return replace(parameter, schema=replace(schema, enum=values)) if values else parameter

    def _compare_values(
        self, claims: Sequence[draft.Parameter], page_claims: Sequence[draft.Parameter], called: str
    ) -> None:
        """Report where a document and a page give different values for one fact."""
        self._compare_required(claims, page_claims, called)
        claims, page_claims = ([self._with_enum_of_items(entry) for entry in group] for group in (claims, page_claims))
        for fact in _COMPARED:
            here, there = _first(claims, fact.pick), _first(page_claims, fact.pick)
            if here is not None and there is not None:
                if not fact.agree(here.value, there.value):
                    document, page = meaning.shown(here.value), meaning.shown(there.value)
                    message = f"{called}: the document says {document}, the page {page}"
                    severity = fact.severity
                    if fact.name == "enum" and not meaning.allows(here.value, there.value):
                        severity = Severity.ERROR  # a client made from the document refuses what the page allows
                    self._say(severity, fact.differs, message, here.origin, there.origin)
            elif here is not None and page_claims and fact.undocumented:
                message = f"{called}: the document has the {fact.name} {meaning.shown(here.value)}, the page has none"
                self._say(Severity.INFO, fact.undocumented, message, here.origin, page_claims[0].origin)
            elif there is not None and claims and fact.unspecified:
                message = f"{called}: the page has the {fact.name} {meaning.shown(there.value)}, the document has none"
                self._say(Severity.INFO, fact.unspecified, message, there.origin, claims[0].origin)

    def _with_enum_of_items(self, parameter: draft.Parameter) -> draft.Parameter:
        """A list as a page tells of it: by the values that its entries may have."""
        schema = self._seen(parameter.schema)
        items = self._seen(schema.items) if schema is not None else None
        if parameter.enum is not None or items is None or items.enum is None:
            return parameter
        return replace(parameter, enum=draft.Claim(items.enum, items.origin.child("enum")))

    def _compare_required(
        self, claims: Sequence[draft.Parameter], page_claims: Sequence[draft.Parameter], called: str
    ) -> None:
        there = next((entry.required for entry in page_claims if entry.required is not None), None)
        if not claims or there is None or claims[0].place == "path":
            return
        here = claims[0].required
        if here is not None and here.value != there.value:
            said, shown = ("required", "optional") if here.value else ("optional", "required")
            message = f"{called}: the document says it is {said}, the page {shown}"
            self._say(Severity.ERROR, "required-differs", message, here.origin, there.origin)


def _with_required(parameter: draft.Parameter) -> draft.Parameter:
    """A document's parameter as one that says whether it is required; silence means that it is not (3.1 §4.8.12.2)."""
    if parameter.required is not None or parameter.place == "path":
        return parameter
    return replace(parameter, required=draft.Claim(False, parameter.origin))


def is_ignored_header(parameter: draft.Parameter) -> bool:
    """True for a header that is no parameter (OpenAPI 3.1 §4.8.12.1): content negotiation and credentials."""
    return parameter.place == "header" and parameter.name.lower() in ("accept", "content-type", "authorization")


def parameter_key(parameter: draft.Parameter) -> Key:
    return parameter.place, parameter.name.lower() if parameter.place == "header" else parameter.name


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


def _types(schema: Part | None, look: Look) -> tuple[str, ...]:
    seen = look(schema) if schema is not None else None
    return seen.types if seen is not None else ()


def _typed_examples(examples: Iterable[draft.Example], types: tuple[str, ...]) -> Iterator[draft.Example]:
    for example in examples:
        value = meaning.typed(example.value, types)
        if value is not MISSING:
            yield example if value is example.value else replace(example, value=value)


def _first(
    records: Iterable[draft.Parameter], pick: Callable[[draft.Parameter], draft.Claim[Json] | None]
) -> draft.Claim[Json] | None:
    return next((claim for record in records if (claim := pick(record)) is not None), None)


def _enum_claim(parameter: draft.Parameter) -> draft.Claim[Json] | None:
    return draft.Claim(list(parameter.enum.value), parameter.enum.origin) if parameter.enum is not None else None


def _example_claim(parameter: draft.Parameter) -> draft.Claim[Json] | None:
    return draft.Claim(parameter.examples[0].value, parameter.examples[0].origin) if parameter.examples else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """A fact that is compared: how to find it, when two values agree, and what is said where they do not."""

    name: str
    pick: Callable[[draft.Parameter], draft.Claim[Json] | None]
    agree: Callable[[Json, Json], bool] = meaning.same
    severity: Severity = Severity.WARNING
    differs: str
    undocumented: str = ""
    unspecified: str = ""


_COMPARED = (
    _Fact(
        name="default",
        pick=lambda parameter: parameter.default,
        differs="default-differs",
        undocumented="default-undocumented",
        unspecified="default-unspecified",
    ),
    _Fact(
        name="enum",
        pick=_enum_claim,
        agree=lambda one, other: meaning.allows(one, other) and meaning.allows(other, one),
        differs="enum-differs",
        undocumented="enum-undocumented",
        unspecified="enum-unspecified",
    ),
    _Fact(name="example", pick=_example_claim, severity=Severity.INFO, differs="example-differs"),
)
