"""How much two operations mean the same, whatever their paths say.

In: two operations of different sources. Out: `Likeness`, a score made of the evidence that both sides give: their
prose, their names, the parameters, the types of body and response. Words are compared by their stems, verbs by what
they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import draft
from generator.records import dataclass
from generator.resolve import paths, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What an operation is about: stems of its texts, of its own name, of its types and path; its parameters' names.

    Attributes:
        properties: The names of its parameters and of what its bodies are described to hold.
        answers_list: True where the answer is a list.
    """

    texts: tuple[frozenset[str], ...]
    name: frozenset[str]
    parameters: frozenset[str]
    properties: frozenset[str]
    body: frozenset[str]
    response: frozenset[str]
    answers_list: bool
    path: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """What it does, as far as its prose and name say: of `get`, `create`, `update`, `delete`."""
        return self.name.union(*self.texts) & frozenset(_VERBS.values())

    def names(self, wanted: frozenset[str]) -> bool:
        """True where all of these words, of which there is at least one, stand in its prose, name or types."""
        said = self.name | self.body | self.response | frozenset(word for text in self.texts for word in text)
        return bool(wanted) and all(any(_akin(word, other) for other in said) for word in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The evidence for identity, each from 0 (nothing in common) to 1; a kind of evidence that a side lacks is None.

    Attributes:
        subject: False where one side's text *and* types speak of a thing that the other side and the path do not know.
        several: True where each side has more than one parameter of its own.
        same_inside: True where both are told to do the same and answer one thing or both a list, and most of several
            parameters and properties of bodies are the same.
    """

    text: float | None
    name: float | None
    parameters: float | None
    body: float | None
    response: float | None
    subject: bool
    several: bool = False
    same_inside: bool = False

    @property
    def score(self) -> float:
        """All evidence in one number; 0.5 where there is none."""
        weighed = [(value, weight) for value, weight in self._weighed() if value is not None]
        if not self.subject:
            weighed.append((0.0, 3))
        total = sum(weight for _, weight in weighed)
        return sum(value * weight for value, weight in weighed) / total if total else 0.5

    @property
    def contradicts(self) -> bool:
        """True where the two cannot be one operation: different subjects, or disagreement without any agreement."""
        values = [value for value, _ in self._weighed() if value is not None]
        if max(values, default=1.0) >= 0.8 and self.subject:
            return False
        if not self.subject:
            return (self.text or 0.0) < 0.8
        return sum(value <= 0.34 for value in values) >= 2

    @property
    def is_same_text(self) -> bool:
        """True where the prose is all but the same."""
        return self.text is not None and self.text >= 0.8

    @property
    def agrees(self) -> bool:
        """True where types or several parameters are the same, and neither are different."""
        if 0.0 in (self.parameters, self.body, self.response) or not self.subject:
            return False
        return 1.0 in (self.body, self.response) or (self.several and self.parameters == 1.0)

    @property
    def is_proof(self) -> bool:
        """True where the prose is the same, something else agrees and nothing disagrees."""
        others = [value for value in (self.name, self.parameters, self.body, self.response) if value is not None]
        return self.is_same_text and self.subject and bool(others) and min(others) >= 0.75

    def _weighed(self) -> tuple[tuple[float | None, int], ...]:
        return (self.text, 3), (self.name, 2), (self.parameters, 2), (self.body, 2), (self.response, 2)


def meaning_of(operation: draft.Operation) -> Meaning:
    """What an operation is about, as far as its source says."""
    texts = (stems(claim.value) for claim in (operation.summary, operation.description) if claim is not None)
    return Meaning(
        texts=tuple(dict.fromkeys(text for text in texts if text)),
        name=_own_name(operation),
        parameters=frozenset(_parameter_names(operation, ("multipart/", "application/x-www"))),
        properties=frozenset(_parameter_names(operation, ("",))),
        body=stems(" ".join(_type_names(operation.body.contents))) if operation.body is not None else frozenset(),
        response=stems(" ".join(_success_types(operation))),
        answers_list=any(_is_list(content) for response in _successes(operation) for content in response.contents),
        path=frozenset(word for segment in paths.segments(operation.path) for word in stems(segment)),
    )


def compare(left: Meaning, right: Meaning) -> Likeness:
    """Weigh the evidence that two operations are one."""
    pairs = [_common(one, other) for one in left.texts for other in right.texts]
    return Likeness(
        text=max(pairs) if pairs else None,
        name=_common(left.name, right.name) if left.name and right.name else None,
        parameters=_common(left.parameters, right.parameters) if left.parameters and right.parameters else None,
        body=_common(left.body, right.body) if left.body and right.body else None,
        response=_common(left.response, right.response) if left.response and right.response else None,
        subject=not (_alien(left, right) or _alien(right, left)),
        several=min(len(left.parameters), len(right.parameters)) > 1,
        same_inside=bool(left.verbs & right.verbs)
        and left.answers_list == right.answers_list
        and len(left.properties & right.properties) > 1
        and _common(left.properties, right.properties) > 0.5,
    )


def stems(text: str) -> frozenset[str]:
    """The words that carry meaning, without endings; verbs that do the same are one (`fetch`, `retrieve`, `get`)."""
    found = (_stem(word.lower()) for word in words.split(text.replace("'s", "")))
    return frozenset(word for word in found if word and word not in _EMPTY_WORDS)


def _stem(word: str) -> str:
    if word in _EMPTY_WORDS:
        return ""
    stem = _without_ending(word)
    return _VERBS.get(stem, stem)


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            return word[: -len(ending)]
    return word


def _akin(word: str, other: str) -> bool:
    """Whether two stems are the same, or one is the other with an ending (`rechnung`, `rechnungen`)."""
    short, long = sorted((word, other), key=len)
    return long.startswith(short) and (len(short) == len(long) or (len(short) > 4 and len(long) - len(short) < 3))


def _common(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of words that both have (Jaccard's index)."""
    return len(left & right) / len(left | right)


def _alien(left: Meaning, right: Meaning) -> bool:
    """True where the left one's text and types name a thing that neither the right one nor the path names."""
    if not left.texts or not right.texts:
        return False
    types, other_types = left.body | left.response, right.body | right.response
    if not types or not other_types:
        return False
    text = frozenset.intersection(*left.texts)
    return bool((text & types) - frozenset().union(*right.texts) - other_types - right.name - left.path - _GENERIC)


def _own_name(operation: draft.Operation) -> frozenset[str]:
    if operation.operation_id is not None:
        return stems(operation.operation_id.value)
    if operation.action is not None:
        resource = operation.resource.value if operation.resource is not None else ""
        return stems(f"{resource} {operation.action.value}")
    return frozenset()


def _parameter_names(operation: draft.Operation, media_types: tuple[str, ...]) -> Iterator[str]:
    """The names of parameters outside path and header, and of what bodies of these types are described to hold."""
    for parameter in operation.parameters:
        if parameter.place in ("query", "form", "cookie"):
            yield words.loose_key(words.split(parameter.name))
    for content in operation.body.contents if operation.body is not None else ():
        if isinstance(content.schema, draft.Schema) and content.media_type.startswith(media_types):
            yield from (words.loose_key(words.split(name)) for name in content.schema.properties)


def _success_types(operation: draft.Operation) -> Iterator[str]:
    for response in _successes(operation):
        yield from _type_names(response.contents)


def _successes(operation: draft.Operation) -> Iterator[draft.Response]:
    return (response for response in operation.responses if response.status.startswith("2"))


def _is_list(content: draft.Content) -> bool:
    return isinstance(content.schema, draft.Schema) and content.schema.items is not None


def _type_names(contents: Iterable[draft.Content]) -> Iterator[str]:
    for content in contents:
        schema = content.schema
        if isinstance(schema, draft.Schema) and schema.items is not None:
            schema = schema.items
        if isinstance(schema, draft.Reference):
            yield schema.name
        elif schema is not None and schema.title:
            yield schema.title


_VERBS = {
    _without_ending(_word): _verb
    for _verb, _likes in {
        "get": "retrieve return fetch list show view read find lookup obtain load query",
        "create": "add new post insert register make",
        "update": "edit modify change patch put replace set alter",
        "delete": "remove destroy erase",
    }.items()
    for _word in (_verb, *_likes.split())
}
_EMPTY_TEXT = """
a an the of for to in on at by with from and or is are be was that this these those it its as your you given
information info detail details about specified all single one via if any some which when has have can will
schema schemas result response request api body object objects data json
"""
_GENERIC_TEXT = """
get create update delete post patch success error input output payload model dto item list collection
"""
_EMPTY_WORDS = frozenset(_EMPTY_TEXT.split())
_GENERIC = frozenset(_GENERIC_TEXT.split())
