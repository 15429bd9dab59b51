"""Resources and actions: the way to each operation (`experience_groups` + `get`), in snake-case words of no language.

In: groups of claims, and the user's renames. Out: a `Name` for each group, all different. The rules look at one operation
at a time, so that an operation added elsewhere renames no other; only a collision looks at the neighbours.

**Resource**, from the first of these that says something:

1. the configuration;
2. an operationId that is made of parts: `repos/list-for-org`, `experienceGroups.get`, `VirtualMachines_List`;
3. the first tag (`Experience Groups`, `pet-controller` without its last word, parts of `users.messages`, parents of 3.2),
   unless the document has but one tag: that one tells nothing apart;
4. the page's own words;
5. the path: its static segments, joined while they follow each other, nested where a placeholder stands between them
   (`/applications/{id}/experience/groups` -> `applications.experience_groups`), without `api`, versions, a closing verb.

**Action**, from the first of these that says something:

1. the configuration;
2. the operationId, without the words of the resource (`listPets` in `pets` -> `list`, `getPetById` in `pet` -> `get_by_id`;
   `getUsers` on a collection -> `list`, because `getUser` becomes `get`);
3. the page's own words, in the same way (`Apply Template`, `Create a filter` in `filters` -> `create`);
4. a verb at the end of the path (`POST /runs/{id}/cancel`, `/users:search`);
5. the method: on a collection list, create, replace_all, update_all, delete_all; on an item or on a single thing get, post
   (create), replace, update, delete.

Where two operations come to one name, the first in the order of the sources keeps it; the others get words of their own
path, else their method, else a digest of both, never a number (`name-changed`). An action that is also the name of a
nested resource gets its method's verb in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import draft
from generator.config import Rename
from generator.diagnostics import Report
from generator.resolve import paths, words
from generator.resolve.identity import Group, is_prefix
from generator.resolve.precedence import Precedence

Words = tuple[str, ...]
Resource = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The way to an operation; `title` is what people call its resource."""

    resource: Resource
    action: str
    title: str

    @property
    def id(self) -> str:
        """`experienceGroups.get`."""
        return ".".join(words.camel(part.split("_")) for part in (*self.resource, self.action))

    @property
    def key(self) -> str:
        """The same for names that only differ in case or in where their words are divided."""
        return ".".join(part.replace("_", "").lower() for part in (*self.resource, self.action))


def name_all(
    groups: Sequence[Group], renames: Sequence[Rename], precedence: Precedence, report: Report
) -> tuple[Name, ...]:
    """A name for each group, in the same order."""
    chosen = _renames(groups, renames, report)
    tags = _Tags(groups)
    wanted = [_wanted(group, chosen.get(index), tags, precedence) for index, group in enumerate(groups)]
    wanted = _without_clashes(wanted, groups)
    return _unique(wanted, groups, frozenset(chosen), report)


def webhook_names(operations: Sequence[draft.Operation], report: Report) -> tuple[Name, ...]:
    """Names for operations that the API calls; their path is the webhook's own name."""
    resource, title = ("webhooks",), "Webhooks"
    wanted = []
    for operation in operations:
        own = _words(operation.operation_id.value if operation.operation_id is not None else "") or _words(
            operation.path
        )
        wanted.append(Name(resource=resource, action=words.snake(own) or "receive", title=title))
    groups = [Group(method=entry.method.upper(), path=entry.path, members=()) for entry in operations]
    return _unique(wanted, groups, frozenset(), report)


def method_verb(method: str) -> str:
    """What a method does to an item."""
    return _ITEM_ACTIONS.get(method, method.lower() if method.isidentifier() else "call")


def title_of(resource: Resource) -> str:
    """A resource's name for people, where no source has one."""
    return " ".join(word[:1].upper() + word[1:] for part in resource for word in part.split("_"))


# -- the name an operation would have if it were alone


def _wanted(group: Group, rename: Rename | None, tags: _Tags, precedence: Precedence) -> Name:
    claims = _Names.of(group, precedence)
    place = _Place.of(group)
    parts = _id_parts(claims.operation_id, group)
    resource: Resource = ()
    title = ""
    for source in _sources(parts, claims, place, tags, precedence):
        if source[0]:
            resource, title = source
            break
    if rename is not None and rename.resource:
        resource, title = rename.resource, ""
    action = rename.action if rename is not None else ""
    if not action:
        action = _action(parts, claims, place, resource, group, precedence)
    return Name(resource=resource, action=action, title=title or title_of(resource))


def _sources(
    parts: _IdParts, claims: _Names, place: _Place, tags: _Tags, precedence: Precedence
) -> Iterator[tuple[Resource, str]]:
    """The resource as each source says it, the one that counts first."""
    page = (_resource(claims.resource), claims.resource)
    if precedence.pages_first("names"):
        yield page
    yield parts.resource, tags.title(parts.resource, claims.tags)
    yield tags.resource(claims.tags, claims.source)
    yield page
    yield place.resource, ""
    yield ("root",), ""


def _action(
    parts: _IdParts, claims: _Names, place: _Place, resource: Resource, group: Group, precedence: Precedence
) -> str:
    """The action as the first source says it."""
    from_id = _spoken(parts.action, resource, place, structured=bool(parts.resource))
    from_page = _spoken(_words(claims.action), resource, place, structured=True) if claims.action else ""
    order = precedence.order("names", (from_id,), (from_page,))
    return next((action for action in order if action), "") or _from_place(place, resource, group.method)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What the sources call an operation, each by the first source that says it."""

    operation_id: str
    tags: tuple[str, ...]
    source: draft.Draft
    resource: str
    action: str

    @classmethod
    def of(cls, group: Group, precedence: Precedence) -> _Names:
        del precedence
        operations = [member.operation for member in group.members]
        pages = [member.operation for member in group.members if member.is_page]
        ids = (entry.operation_id.value for entry in operations if entry.operation_id is not None)
        return cls(
            operation_id=next((value.strip() for value in ids if value.strip()), ""),
            tags=next((entry.tags for entry in operations if entry.tags), ()),
            source=group.members[0].source,
            resource=next((entry.resource.value for entry in pages if entry.resource is not None), ""),
            action=next((entry.action.value for entry in pages if entry.action is not None), ""),
        )


# -- tags


class _Tags:
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

    def title(self, resource: Resource, tags: tuple[str, ...]) -> str:
        """The tag, where it names the very same resource."""
        if tags and resource and _alike(_resource(tags[0]), resource):
            return tags[0]
        return ""

    def _resource(self, name: str, declared: Mapping[str, draft.Tag]) -> tuple[Resource, str]:
        chain = [name]
        while (tag := declared.get(chain[0])) is not None and tag.parent and tag.parent not in chain:
            chain.insert(0, tag.parent)
        resource = tuple(part for entry in chain for part in _resource(entry))
        tag = declared.get(name)
        return resource, (tag.summary if tag is not None and tag.summary else name)


def _resource(text: str) -> Resource:
    """`Experience Groups` -> experience_groups; `users.messages`, `Admin / Users` nest."""
    parts = _NESTED.split(text) if _NESTED.search(text) else [text]
    if _DOTTED.fullmatch(text):
        parts = text.split(".")
    found = []
    for part in parts:
        own = _words(part)
        while len(own) > 1 and own[-1] in _NOISE:
            own = own[:-1]
        if own:
            found.append(words.snake(own))
    return tuple(found)


def _alike(one: Resource, other: Resource) -> bool:
    return words.loose_key(_split(one)) == words.loose_key(_split(other))


def _split(resource: Resource) -> Words:
    return tuple(word for part in resource for word in part.split("_"))


# -- operationIds


@dataclass(frozen=True, slots=True, kw_only=True)
class _IdParts:
    """An operationId: its own resource, () where it is one phrase, and the words of its action."""

    resource: Resource
    action: Words


def _id_parts(operation_id: str, group: Group) -> _IdParts:
    """`repos/list-for-org` -> repos + list for org; `listPets` -> () + list Pets."""
    text = _without_path(operation_id, group)
    parts = [part for part in _SEPARATORS.split(text) if _words(part)]
    if len(parts) == 1 and text.count("_") == 1:
        left, _, right = text.partition("_")
        if left[:1].isupper() or (right[:1].isupper() and any(c.isupper() for c in left)):
            parts = [part for part in (left, right) if _words(part)]
    if len(parts) < 2:
        return _IdParts(resource=(), action=_words(text))
    resource = tuple(part for entry in parts[:-1] if not is_prefix(entry) for part in _resource(entry))
    return _IdParts(resource=resource, action=_words(parts[-1]))


def _without_path(operation_id: str, group: Group) -> str:
    """The id without the path and method that a framework put behind it (`read_users_users__get` -> `read_users`)."""
    if not operation_id.endswith("_" + group.method.lower()):
        return operation_id
    tail = _NO_WORD.sub("_", group.members[0].operation.path) + "_" + group.method.lower()
    return operation_id[: -len(tail)] if operation_id.endswith(tail) and len(operation_id) > len(tail) else operation_id


def _spoken(phrase: Words, resource: Resource, place: _Place, *, structured: bool) -> str:
    """A phrase as an action of a resource: without articles and without the resource's own words."""
    phrase = tuple(word for word in phrase if word not in _ARTICLES) or phrase
    if not phrase:
        return ""
    rest: Words = phrase
    removed: Words = ()
    for part in reversed(resource):
        rest, gone = _without(rest, tuple(part.split("_")))
        removed = removed or gone
    while rest and rest[-1] in _PREPOSITIONS:
        rest = rest[:-1]
    if not rest:
        return ""
    if rest == ("get",) and removed and not structured and place.is_collection and _is_plural(removed[-1]):
        return "list"
    if rest[0] in _PREPOSITIONS:
        rest = (method_verb(place.method), *rest)
    return words.snake(rest)


def _without(phrase: Words, part: Words) -> tuple[Words, Words]:
    """The phrase without the words of a resource, and those words as they stood; a phrase of nothing else stays."""
    wanted = tuple(words.singular(word).lower() for word in part)
    stems = tuple(words.singular(word).lower() for word in phrase)
    for start in range(len(phrase) - len(wanted) + 1):
        if stems[start : start + len(wanted)] == wanted:
            rest = phrase[:start] + phrase[start + len(wanted) :]
            return rest, phrase[start : start + len(wanted)]
    return phrase, ()


# -- paths


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What a path and a method say: the resource, a verb at the end of the path, and what the path ends in."""

    resource: Resource
    verb: Words
    is_item: bool
    is_collection: bool
    method: str

    @classmethod
    def of(cls, group: Group) -> _Place:
        runs, verb, is_item = _runs(group.path)
        if (
            not verb
            and not is_item
            and runs
            and len(runs[-1]) == 1
            and len(runs) > 1
            and _is_verb(runs[-1][0], group.method)
        ):
            verb, runs = runs[-1][0], runs[:-1]
        elif not verb and not is_item and runs and len(runs[-1]) > 1 and _is_verb(runs[-1][-1], group.method):
            verb, runs = runs[-1][-1], [*runs[:-1], runs[-1][:-1]]
        last = runs[-1][-1] if runs else ()
        return cls(
            resource=tuple(words.snake(tuple(word for part in run for word in part)) for run in runs),
            verb=verb,
            is_item=is_item,
            is_collection=not is_item and not verb and bool(last) and _is_plural(last[-1]),
            method=group.method,
        )


def _runs(path: str) -> tuple[list[list[Words]], Words, bool]:
    """The static segments in runs between placeholders; a verb behind a colon; whether the path ends in a placeholder."""
    parts = paths.segments(path)
    while len(parts) > 1 and is_prefix(parts[0]):
        parts = parts[1:]
    runs: list[list[Words]] = []
    verb: Words = ()
    open_run = False
    is_item = False
    placeholders: list[Words] = []
    for index, part in enumerate(parts):
        names = paths.placeholders(part)
        static = paths.renamed(part, dict.fromkeys(names, "")).replace("{}", " ")
        if index == len(parts) - 1 and ":" in static:
            static, _, custom = static.rpartition(":")
            verb = _words(custom)
        own = _without_extension(_words(static))
        if own and not (names and len(own) == 1 and own[0] in _EXTENSIONS):
            runs = [*runs[:-1], [*runs[-1], own]] if open_run else [*runs, [own]]
            open_run = True
        if names:
            placeholders += [_words(name) for name in names]
            open_run = False
        is_item = bool(names)
    if not runs:
        runs = [[_without_id(entry)] for entry in placeholders[:1] if entry]
    return runs, verb, is_item


def _without_extension(own: Words) -> Words:
    return own[:-1] if len(own) > 1 and own[-1] in _EXTENSIONS else own


def _without_id(own: Words) -> Words:
    return own[:-1] if len(own) > 1 and own[-1] in ("id", "name", "key", "uuid", "slug") else own


def _from_place(place: _Place, resource: Resource, method: str) -> str:
    """The action that path and method say. What the path names beyond the resource stands in it too."""
    if place.verb:
        beyond = _beyond(place.resource, resource)
        return words.snake((*place.verb, *beyond))
    if place.is_item:
        verb = "post" if method == "POST" else method_verb(method)
    elif place.is_collection:
        verb = _COLLECTION_ACTIONS.get(method, method_verb(method))
    else:
        verb = method_verb(method)
    return words.snake((verb, *_beyond(place.resource, resource)))


def _beyond(own: Resource, resource: Resource) -> Words:
    """The words of the path's resource behind those that the operation's resource has; () where it has the last."""
    if not own or own == resource:
        return ()
    known = {words.singular(word) for word in _split(resource)}
    last = own[-1].split("_")
    if any(words.singular(word) in known for word in last):
        return tuple(word for word in last if words.singular(word) not in known)
    if any(words.singular(word) in known for word in _split(own)):
        return tuple(last)
    return tuple(last) if len(own) > 1 else ()


def _is_plural(word: str) -> bool:
    return words.singular(word) != word


def _is_verb(own: Words, method: str) -> bool:
    """Whether a segment at the end of a path says what is done instead of what there is."""
    if not own or own[0] not in _VERBS or _is_plural(own[-1]):
        return False
    return len(own) > 1 or method not in ("GET", "PUT", "PATCH", "DELETE") or own[0] not in _ALSO_NOUNS


# -- collisions


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
    """The names, all different; those that the user chose are settled first."""
    taken = {wanted[index].key for index in fixed}
    names = []
    for index, (name, group) in enumerate(zip(wanted, groups, strict=True)):
        if index in fixed:
            names.append(name)
            continue
        settled = next(entry for entry in _candidates(name, group) if entry.key not in taken)
        taken.add(settled.key)
        names.append(settled)
        if settled is not name:
            report.info(
                "name-changed",
                f"{group.method} {group.path} is called {settled.id}, because another operation is {name.id}",
                at=group.members[0].operation.origin if group.members else None,
            )
    return tuple(names)


def _candidates(name: Name, group: Group) -> Iterator[Name]:
    """The name, then longer ones made of the operation's own path and method."""
    yield name
    known = {words.singular(word) for word in (*_split(name.resource), *name.action.split("_"))}
    statics = [word for part in _static_words(group.path) for word in part]
    missing = tuple(dict.fromkeys(word for word in statics if words.singular(word) not in known))
    if missing:
        yield _longer(name, missing)
    keys = [word for entry in paths.placeholders(group.path)[-1:] for word in _words(entry)]
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


def _static_words(path: str) -> Iterator[Words]:
    for part in paths.segments(path):
        yield _words(paths.renamed(part, dict.fromkeys(paths.placeholders(part), "")).replace("{}", " "))


# -- the user's own


def _renames(groups: Sequence[Group], renames: Sequence[Rename], report: Report) -> dict[int, Rename]:
    """Which rename is meant for which group; one that is meant for none is reported."""
    wanted = {(entry.method.upper(), paths.key(entry.path)): entry for entry in renames}
    chosen = {}
    for index, group in enumerate(groups) if wanted else ():
        entry = wanted.get((group.method, paths.key(group.path)))
        if entry is not None:
            chosen[index] = entry
    used = {id(entry) for entry in chosen.values()}
    for entry in renames:
        if id(entry) not in used:
            report.error("rename-unused", f"there is no operation {entry.method} {entry.path} to rename")
    return chosen


def _words(text: str) -> Words:
    return tuple(word.lower() for word in words.split(text))


_SEPARATORS = re.compile(r"[./:#]+|__+|::")
_NESTED = re.compile(r"\s+[/>»]\s+|::")
_DOTTED = re.compile(r"[^\W\d_][\w-]*(\.[^\W\d_][\w-]*)+")
_NO_WORD = re.compile(r"\W")
_NOISE = frozenset({"controller", "api", "apis", "endpoint", "endpoints"})
_ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITIONS = frozenset({"in", "of", "for", "to", "from", "by", "on", "at", "with", "into"})
_EXTENSIONS = frozenset({"json", "xml", "php", "html", "csv", "yaml", "txt", "ashx", "aspx", "cgi", "format"})
_COLLECTION_ACTIONS = {
    "GET": "list",
    "POST": "create",
    "PUT": "replace_all",
    "PATCH": "update_all",
    "DELETE": "delete_all",
}
_ITEM_ACTIONS = {"GET": "get", "POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}
_ALSO_NOUNS = frozenset(
    "archive block cancel copy delete export import lock match ping query reset search test view".split()
)
_VERBS = _ALSO_NOUNS | frozenset(
    "abort accept acknowledge activate add apply approve assign associate attach authenticate authorize backfill ban begin "
    "bind bulk calculate change check clear clone close complete compute confirm connect convert count create deactivate "
    "decline decrypt deny deploy detach detect disable disconnect dismiss dispatch download duplicate edit enable encrypt "
    "end enqueue evaluate execute expire extend fetch find finish flush follow force generate get grant hide install invite "
    "invoke join kick leave like link list login logout map mark merge migrate move mute notify open parse pause pin poll "
    "preview process promote publish purge push rebuild refresh regenerate register reject release reload remove rename "
    "renew reopen repair replace reply request resend resolve restart restore resume retrieve retry revert revoke rollback "
    "rotate run save schedule select send set share sign simulate skip start stop subscribe suspend switch sync "
    "synchronize terminate toggle transfer transform trigger unarchive unassign unban unblock undelete undo unfollow "
    "uninstall unlike unlink unlock unmute unpin unpublish unsubscribe update upgrade upload validate verify void vote "
    "withdraw".split()
)
