"""Resources and actions: the way to each operation (`experience_groups` + `get`), in snake-case words of no language.

In: groups of claims, and the user's renames. Out: a `Name` for each group, all different. The rules look at one
operation at a time, so that an operation added elsewhere renames no other; only a collision looks at the neighbours.

**Resource**, from the first of these that says something:

1. the configuration;
2. an operationId that is made of parts: `repos/list-for-org`, `experienceGroups.get`, `VirtualMachines_List`; of parts
   before the tag (the name of the whole API) nothing is kept;
3. the first tag (`Experience Groups`, `pet-controller` without its last word, parts of `users.messages`, parents of
   3.2), unless the document has but one tag: that one tells nothing apart;
4. the page's own words;
5. the path: its static segments, joined while they follow each other, nested where a placeholder stands between them
   (`/applications/{id}/experience/groups` -> `applications.experience_groups`), without `api`, versions, a closing
   verb; `api` where nothing is left.

**Action**, from the first of these that says something:

1. the configuration;
2. the operationId, without the words of the resource (`listPets` in `pets` -> `list`, `getPetById` in `pet` ->
   `get_by_id`; `getUsers` in `users` -> `list`, because `getUser` becomes `get`);
3. the page's own words, in the same way (`Apply Template`, `Create a filter` in `filters` -> `create`);
4. a verb at the end of the path (`POST /runs/{id}/cancel`, `/users:search`);
5. the method: on a collection list, create, replace_all, update_all, delete_all; on an item get, post, replace, update,
   delete; on a single thing (`/me/profile`) the same, with create.

Where two operations come to one name, the one with the better claim keeps it (`_claim`), which does not depend on their
order; the others are called by their place or their whole operationId, else get words of their own path, else their
method, else a digest of both, never a number (`name-changed`). No name that an operation would have by itself goes to
another one in this way. An action that is also the name of a nested resource gets its method's verb in front.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator import draft
from generator.config import Rename
from generator.diagnostics import Report
from generator.records import dataclass
from generator.resolve import paths, words
from generator.resolve.identity import Group
from generator.resolve.naming import document_names
from generator.resolve.naming.document_names import IdParts, Tags
from generator.resolve.naming.phrases import Resource, lowered, own_verb, resource_of, split, spoken
from generator.resolve.naming.place_names import Place, is_plain, method_verb, prefix, singular, telling_segments
from generator.resolve.weaving import Precedence


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The way to an operation; `title` is what people call its resource.

    `is_own` where it is not what the tags, the path and the operationId say by themselves; one that has no operationId
    may be given this name for it.
    """

    resource: Resource
    action: str
    title: str
    is_own: bool = False

    @property
    def id(self) -> str:
        """`experienceGroups.get`."""
        return ".".join(words.camel(part.split("_")) for part in (*self.resource, self.action))

    @property
    def key(self) -> str:
        """The same for names that only differ in case or in where their words are divided."""
        return ".".join(part.replace("_", "").lower() for part in (*self.resource, self.action))


def settled_by_user(groups: Sequence[Group], renames: Sequence[Rename], report: Report) -> Mapping[int, Rename]:
    """What the user has settled, or else a document, by the number of the group; an entry that is meant for none is
    reported."""
    wanted = {(entry.method.upper(), paths.key(entry.path)): entry for entry in renames}
    chosen = {}
    used = set()
    for index, group in enumerate(groups):
        entry = wanted.get((group.method, paths.key(group.path))) if wanted else None
        if entry is not None:
            used.add(id(entry))
        called = next((m.operation.called for m in group.members if m.operation.called is not None), None)
        if called is not None:
            *resource, action = called.value
            entry = entry or Rename(method=group.method, path=group.path, origin=called.origin)
            entry = replace(entry, resource=entry.resource or tuple(resource), action=entry.action or action)
        if entry is not None:
            chosen[index] = entry
    for entry in renames:
        if id(entry) not in used:
            told = f"there is no operation {entry.method} {entry.path}, as `operations:` has it"
            report.error("rename-unused", told, at=entry.origin)
    return chosen


def name_all(
    groups: Sequence[Group], chosen: Mapping[int, Rename], precedence: Precedence, report: Report
) -> tuple[Name, ...]:
    """A name for each group, in the same order; `chosen` is what the user has settled."""
    tags = Tags(groups)
    wanted = [_wanted(group, chosen.get(index), tags, precedence) for index, group in enumerate(groups)]
    wanted = _without_clashes(wanted, groups)
    named = frozenset(index for index, entry in chosen.items() if entry.resource or entry.action)
    return _unique(wanted, groups, named, report)


def webhook_names(operations: Sequence[draft.Operation], report: Report) -> tuple[Name, ...]:
    """Names for operations that the API calls; their path is the webhook's own name."""
    resource, title = ("webhooks",), "Webhooks"
    wanted = []
    for operation in operations:
        own = lowered(operation.operation_id.value if operation.operation_id is not None else "") or lowered(
            operation.path
        )
        wanted.append(Name(resource=resource, action=words.snake(own) or "receive", title=title))
    groups = [Group(method=entry.method.upper(), path=entry.path, members=()) for entry in operations]
    return _unique(wanted, groups, frozenset(), report)


def title_of(resource: Resource) -> str:
    """A resource's name for people, where no source has one."""
    return " ".join(word[:1].upper() + word[1:] for part in resource for word in part.split("_"))


# -- the name an operation would have if it were alone


def _wanted(group: Group, rename: Rename | None, tags: Tags, precedence: Precedence) -> Name:
    claims = _Names.of(group)
    name = _named(claims, group, rename, tags, precedence)
    if rename is None and claims.operation_id and not (claims.resource or claims.action):
        return name
    written = replace(claims, operation_id=claims.operation_id or name.id, resource="", action="")
    read_back = _named(written, group, None, tags, precedence)
    return replace(name, is_own=(name.resource, name.action) != (read_back.resource, read_back.action))


def _named(claims: _Names, group: Group, rename: Rename | None, tags: Tags, precedence: Precedence) -> Name:
    place = Place.of(group.method, group.path)
    own_tag = resource_of(claims.tags[0]) if claims.tags else ()
    parts = document_names.id_parts(claims.operation_id, group).beginning_with(own_tag)
    resource, title = next(said for said in _resources(parts, claims, place, tags, precedence) if said[0])
    own = tuple(words.snake(lowered(part)) for part in rename.resource) if rename is not None else ()
    if any(own) and tuple(filter(None, own)) != resource:
        resource, title = tuple(filter(None, own)), ""
    action = words.snake(lowered(rename.action)) if rename is not None else ""
    return Name(
        resource=resource,
        action=action or _action(parts, claims, place, resource, precedence),
        title=title or title_of(resource),
    )


def _resources(
    parts: IdParts, claims: _Names, place: Place, tags: Tags, precedence: Precedence
) -> Iterator[tuple[Resource, str]]:
    """The resource and its title as each source says them, the one that counts first; always ends in an answer."""
    page = (resource_of(claims.resource), claims.resource)
    if precedence.pages_first("names"):
        yield page
    yield parts.resource, tags.title(parts.resource, claims.tags, claims.source)
    yield tags.resource(claims.tags, claims.source)
    yield page
    yield place.resource, tags.title(place.resource, claims.tags, claims.source)
    yield ("api",), ""


def _action(parts: IdParts, claims: _Names, place: Place, resource: Resource, precedence: Precedence) -> str:
    """The action as the first source says it."""
    verb = method_verb(place.method)
    from_id = own_verb(parts.action, resource) if parts.resource else spoken(parts.action, resource, verb=verb)
    from_page = spoken(lowered(claims.action), resource, verb=verb)
    order = precedence.order("names", (from_id,), (from_page,))
    return next((action for action in order if action), "") or place.action(resource)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What the sources call an operation, each by the first source that says it."""

    operation_id: str
    tags: tuple[str, ...]
    source: draft.Draft
    resource: str
    action: str

    @classmethod
    def of(cls, group: Group) -> _Names:
        operations = [member.operation for member in group.members]
        ids = (entry.operation_id.value.strip() for entry in operations if entry.operation_id is not None)
        return cls(
            operation_id=next((value for value in ids if value), ""),
            tags=next((entry.tags for entry in operations if entry.tags), ()),
            source=next((member.source for member in group.members if member.operation.tags), group.members[0].source),
            resource=next((entry.resource.value for entry in operations if entry.resource is not None), ""),
            action=next((entry.action.value for entry in operations if entry.action is not None), ""),
        )


# -- collisions

_FEW: Final = 6
"""An operationId of so many words may be the name of an action."""


def _without_clashes(wanted: Sequence[Name], groups: Sequence[Group]) -> list[Name]:
    """No action has the name of a resource nested in its own: it gets its method's verb in front."""
    resources = {name.resource[:count] for name in wanted for count in range(1, len(name.resource) + 1)}
    settled = []
    for name, group in zip(wanted, groups, strict=True):
        if (*name.resource, name.action) in resources:
            verb = method_verb(group.method)
            name = replace(name, action=f"{verb}_{name.action}")
            if (*name.resource, name.action) in resources:
                name = replace(name, action=f"{name.action}_{group.method.lower()}")
        settled.append(name)
    return settled


def _unique(wanted: Sequence[Name], groups: Sequence[Group], fixed: frozenset[int], report: Report) -> tuple[Name, ...]:
    """The names, all different; each goes to the operation with the best claim to it, wherever that stands."""
    wanting: dict[str, list[int]] = {}
    for index, name in enumerate(wanted):
        wanting.setdefault(name.key, []).append(index)
    shared = {key: indices for key, indices in wanting.items() if len(indices) > 1}
    colliding = [index for indices in shared.values() for index in indices]
    claims = {index: _claim(wanted[index], groups[index], index, chosen=index in fixed) for index in colliding}
    holders = {min(indices, key=claims.__getitem__) for indices in shared.values()}
    prefixes = {key: {prefix(groups[index].path) for index in indices} for key, indices in shared.items()}
    taken = set(wanting)
    names = list(wanted)
    for index in sorted(set(colliding) - holders, key=claims.__getitem__):
        name, group = wanted[index], groups[index]
        candidates = _candidates(name, group, prefixes=len(prefixes[name.key]) > 1)
        settled = next(candidate for candidate in candidates if candidate.key not in taken)
        taken.add(settled.key)
        names[index] = settled
        report.info(
            "name-changed",
            f"{group.method} {group.path} is called {settled.id}, because another operation is {name.id}",
            at=group.members[0].operation.origin if group.members else None,
        )
    return tuple(names)


Claim = tuple[bool, bool, int, bool, int, str, str, int]


def _claim(name: Name, group: Group, index: int, *, chosen: bool) -> Claim:
    """How good an operation's claim to a name is, lower is better; it looks at that operation alone.

    The user's choice goes first, then a name that the path and method would give too, then the path that says the least
    beyond that name, then one that says anything, then the shorter one.
    """
    place = Place.of(group.method, group.path)
    natural = name.action == place.action(name.resource) or place.means(name.action)
    beyond = sum(len(own) for own, _ in telling_segments(group.path, _known(name)))
    length = len(paths.segments(group.path))
    return not chosen, not natural, beyond, not place.resource, length, paths.key(group.path), group.method, index


def _known(name: Name) -> frozenset[str]:
    return frozenset(words.singular(word) for word in (*split(name.resource), *name.action.split("_")))


def _candidates(name: Name, group: Group, *, prefixes: bool) -> Iterator[Name]:
    """Other names: what the place suggests, then longer ones made of the operation's own path and method.

    Args:
        prefixes: Whether `api` and versions in front of the path tell it from the others that would have the name.
    """
    place = Place.of(group.method, group.path)
    parts = document_names.id_parts(_Names.of(group).operation_id, group) if group.members else None
    whole = words.snake(parts.action) if parts and parts.resource else ""
    if whole.startswith(f"{name.action}_"):  # what stands behind the resource, with words that the resource has too
        yield replace(name, action=whole)
    if is_plain(name.action) and not place.verb:
        yield replace(name, action=place.action(name.resource))
    if place.is_collection and name.action == group.method.lower():
        yield _longer(name, ("all",))
    if parts and not parts.resource and 1 < len(parts.action) <= _FEW:
        yield replace(name, action=words.snake(parts.action))
    if not place.resource and not paths.placeholders(group.path):
        yield _longer(name, ("root",))
    telling = telling_segments(group.path, _known(name), prefixes=prefixes)
    missing = tuple(dict.fromkeys(word for part, _ in telling for word in part))
    if telling:
        last, owns = telling[-1]
        yield _longer(name, ("for", *last[:-1], singular(last[-1])) if owns else last)
        yield _longer(name, missing)
    keys = [word for entry in paths.placeholders(group.path)[-1:] for word in lowered(entry)]
    if keys and "by" not in name.action.split("_"):
        yield _longer(name, ("by", *keys))
    if missing and keys:
        yield _longer(name, (*missing, "by", *keys))
    verb = method_verb(group.method)
    if name.action.split("_")[0] != verb:
        yield replace(name, action=f"{verb}_{name.action}")
    yield _longer(name, (group.method.lower(),))
    yield _longer(name, (*missing, "by", *keys, group.method.lower()) if keys else (*missing, group.method.lower()))
    for salt in range(1000):
        yield _longer(name, (words.digest(f"{group.method} {group.path}{' ' * salt}").lower(),))


def _longer(name: Name, more: Iterable[str]) -> Name:
    return replace(name, action="_".join((name.action, *(word.lower() for word in more))))
