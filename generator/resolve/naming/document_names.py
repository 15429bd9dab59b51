"""What an OpenAPI document calls its operations: tags name resources, operationIds name both.

In: tags and operationIds. Out: resources and the words of actions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator import draft
from generator.records import dataclass
from generator.resolve import paths, words
from generator.resolve.identity import Group
from generator.resolve.naming import verbs
from generator.resolve.naming.phrases import Resource, Words, alike, is_plural, lowered, resource_of


class Tags:
    """What the tags of each document say of resources."""

    def __init__(self, groups: Sequence[Group]) -> None:
        used: dict[int, dict[str, None]] = {}
        self._declared: dict[int, dict[str, draft.Tag]] = {}
        for group in groups:
            for member in group.members:
                source = member.source
                self._declared.setdefault(id(source), {tag.name: tag for tag in source.tags})
                used.setdefault(id(source), {}).update(dict.fromkeys(member.operation.tags[:1]))
        self._only = {
            key: len(tags | self._declared[key].keys()) == 1  # a single tag for a whole API tells nothing apart
            for key, tags in ((key, dict.fromkeys(found)) for key, found in used.items())
        }
        self._known: dict[tuple[int, str], tuple[Resource, str]] = {}

    def resource(self, tags: tuple[str, ...], source: draft.Draft) -> tuple[Resource, str]:
        """The resource that the first tag names, and its title; empty where the tag tells nothing."""
        if not tags or self._only.get(id(source), False):
            return (), ""
        known = (id(source), tags[0])
        if known not in self._known:
            self._known[known] = self._resource(tags[0], self._declared.get(id(source), {}))
        return self._known[known]

    def title(self, resource: Resource, tags: tuple[str, ...], source: draft.Draft) -> str:
        """What people call the first tag, where it names the very same resource."""
        if tags and resource and alike(resource_of(tags[0]), resource):
            return self._shown(tags[0], self._declared.get(id(source), {}))
        return ""

    def _resource(self, name: str, declared: Mapping[str, draft.Tag]) -> tuple[Resource, str]:
        chain = [name]
        while (tag := declared.get(chain[0])) is not None and tag.parent and tag.parent not in chain:
            chain.insert(0, tag.parent)
        resource = tuple(part for entry in chain for part in resource_of(entry))
        return resource, self._shown(name, declared)

    def _shown(self, name: str, declared: Mapping[str, draft.Tag]) -> str:
        tag = declared.get(name)
        return tag.summary if tag is not None and tag.summary else name


@dataclass(frozen=True, slots=True, kw_only=True)
class IdParts:
    """An operationId: its own resource, () where it is one phrase, and the words of its action."""

    resource: Resource
    action: Words

    def beginning_with(self, tag: Resource) -> IdParts:
        """Without what stands before the part that is also the tag: the name of the whole API, as a rule."""
        for start in range(1, len(self.resource)) if tag else ():
            if alike(self.resource[start : start + len(tag)], tag):
                return replace(self, resource=self.resource[start:])
        return self


def id_parts(operation_id: str, group: Group) -> IdParts:
    """`repos/list-for-org` -> repos + list for org; `listPets` -> () + list Pets."""
    text = _without_path(operation_id, group)
    parts = [part for part in _SEPARATORS.split(text) if lowered(part)]
    if len(parts) == 1 and text.count("_") == 1:
        left, _, right = text.partition("_")
        if said := _said_twice(lowered(left), lowered(right)):
            return IdParts(resource=(), action=said)
        if left[:1].isupper() or (right[:1].isupper() and any(c.isupper() for c in left)):
            parts = [part for part in (left, right) if lowered(part)]
    if len(parts) < 2:
        return IdParts(resource=(), action=lowered(text))
    resource = tuple(part for entry in parts[:-1] if not paths.is_prefix(entry) for part in resource_of(entry))
    return IdParts(resource=resource, action=lowered(parts[-1]))


def _said_twice(left: Words, right: Words) -> Words:
    """The action of an id whose second part says again what the folder before it says, as in
    `UserDialogsCreate_Dialog` and `UserDialogsGet_GetDialog`; () where it does not."""
    if len(left) < 2 or not right:
        return ()
    if 1 < len(right) < len(left) and left[-len(right) :] == right:
        return right
    if left[-1] == "list" and not is_plural(left[-2]):  # a `FaceList` is a thing
        return ()
    verb, thing = left[-1], right[1:] if right[0] == left[-1] else right
    known = {words.singular(word) for word in left[:-1]}
    repeated = thing and verbs.is_verb(verb) and known.issuperset(map(words.singular, thing))
    return (verb, *thing) if repeated else ()


def _without_path(operation_id: str, group: Group) -> str:
    """The id without the path and method that a framework put behind it.

    `read_users_users__get` for `/users/` is `read_users`, `getUserUsingGET_1` is `getUser`. Where the route was moved
    since, its beginning still shows where the id ends.
    """
    operation_id = _USING.sub("", operation_id)
    if not (found := _METHOD.search(operation_id)):
        return operation_id
    path = group.members[0].operation.path
    left = operation_id[: found.start()]
    for tail in _ways(path) if found[1] == group.method.lower() else ():
        if left.endswith(tail) and len(left) > len(tail):
            return left[: -len(tail)]
    first = _NO_WORD.sub("_", path[: path.find("}") + 1])
    start = left.rfind(first) if first else -1
    return left[:start] if start > 0 else operation_id


def _ways(path: str) -> Iterator[str]:
    """The whole path, and those above it, as they stand in an id."""
    written = _NO_WORD.sub("_", path)
    yield written
    for end in range(len(path) - 1, 1, -1):
        if path[end] == "/":
            yield written[:end]


_SEPARATORS = re.compile(r"[./:#]+|__+|::")
_USING = re.compile(r"(?<=[a-z])Using(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(_\d+)?$")
_METHOD = re.compile(r"_(get|post|put|patch|delete|head|options)$")
_NO_WORD = re.compile(r"\W")
