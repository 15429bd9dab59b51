"""What a path and a method call an operation, where no source has a name for it.

In: a path template and a method. Out: the resource (`/applications/{id}/experience/groups` ->
applications.experience_groups) and the action (list, get, create …, or the verb that ends the path).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from generator.records import dataclass
from generator.resolve import paths, words
from generator.resolve.naming import verbs
from generator.resolve.naming.phrases import Resource, Words, is_plural, lowered, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a path and a method say: the resource, a verb at the end of the path, and what the path ends in."""

    resource: Resource
    verb: Words
    is_item: bool
    is_collection: bool
    method: str

    @classmethod
    def of(cls, method: str, path: str) -> Place:
        """Read a path template."""
        parts = _telling_segments(path)
        is_item = bool(parts) and bool(paths.placeholders(parts[-1]))
        runs = _runs(parts) or _first_placeholder(parts)
        verb = lowered(_custom_verb(parts[-1])) if parts else ()
        if not verb and not is_item and sum(map(len, runs)) > 1 and _is_verb(runs[-1][-1], method):
            verb = runs[-1].pop()
            runs = [run for run in runs if run]
        if runs and len(runs[-1]) > 1 and runs[-1][-1] in _NOISE:
            runs[-1].pop()
        last = runs[-1][-1] if runs else ()
        return cls(
            resource=tuple(words.snake(word for part in run for word in part) for run in runs),
            verb=verb,
            is_item=is_item,
            is_collection=not is_item and not verb and bool(last) and is_plural(last[-1]),
            method=method,
        )

    def action(self, resource: Resource) -> str:
        """What is done; of what the path names beyond the resource, the action keeps the words."""
        beyond = _beyond(self.resource, resource)
        if self.is_item and beyond:
            beyond = (*beyond[:-1], singular(beyond[-1]))
        if self.verb:
            return words.snake((*self.verb, *beyond))
        return words.snake((self._does(), *beyond))

    def means(self, action: str) -> bool:
        """Whether an action is the method's own name and says what the method does to such a thing by itself."""
        return self.is_item and not self.verb and action == self.method.lower()

    def _does(self) -> str:
        if self.is_item and self.method == "POST":
            return "post"
        verb = method_verb(self.method)
        return _COLLECTION_ACTIONS.get(self.method, verb) if self.is_collection else verb


def _telling_segments(path: str) -> tuple[str, ...]:
    """The segments without `api` and versions in front, and without what stands behind `#` or `?`."""
    parts = paths.segments(_BEHIND.split(path)[0])
    while len(parts) > 1 and paths.is_prefix(parts[0]):
        parts = parts[1:]
    return parts


def _runs(parts: Sequence[str]) -> list[list[Words]]:
    """The words of static segments, in runs between placeholders."""
    runs: list[list[Words]] = [[]]
    for part in parts:
        own = () if runs[-1] and paths.is_prefix(part) and part[:1] in "vV" else _segment_words(part)
        if own and not (paths.placeholders(part) and own[-1] in _EXTENSIONS):
            runs[-1].append(own)
        if paths.placeholders(part):
            runs.append([])
    return [run for run in runs if run]


def _segment_words(part: str) -> Words:
    """The words of a segment outside its placeholders, without a custom verb and a file's extension."""
    static = paths.without_placeholders(part)
    static = static.rpartition(":")[0] if ":" in static else static
    return _without_extension(lowered(static))


def _custom_verb(part: str) -> str:
    """`cancel` of `{id}:cancel`."""
    static = paths.without_placeholders(part)
    return static.rpartition(":")[2] if ":" in static else ""


def _first_placeholder(parts: Sequence[str]) -> list[list[Words]]:
    """The first placeholder as a resource, for a path of nothing else: `/{comicId}` -> comic."""
    names = [lowered(name) for part in parts for name in paths.placeholders(part)]
    return [[_without_id(name)] for name in names[:1] if name]


def _without_extension(own: Words) -> Words:
    """`info.0.json` -> info: neither the format nor a number before it names anything."""
    if len(own) < 2 or own[-1] not in _EXTENSIONS:
        return own
    own = own[:-1]
    return own[:-1] if len(own) > 1 and own[-1].isdigit() else own


def _without_id(own: Words) -> Words:
    return own[:-1] if len(own) > 1 and own[-1] in ("id", "name", "key", "uuid", "slug") else own


def _beyond(own: Resource, resource: Resource) -> Words:
    """The words of the path's last thing that the operation's resource lacks; () where it names that thing."""
    known = {words.singular(word) for word in split(resource)}
    last = own[-1].split("_") if own else []
    if not last or words.singular(last[-1]) in known:
        return ()
    return tuple(word for word in last if words.singular(word) not in known)


def singular(word: str) -> str:
    """The singular as it is written; the words that regular endings get wrong are known."""
    return _IRREGULAR.get(word, words.singular(word))


def _is_verb(own: Words, method: str) -> bool:
    """Whether a segment at the end of a path says what is done instead of what there is."""
    first = next(iter(own), "")
    if not verbs.is_verb(first) or is_plural(own[-1]) or len(own[-1]) == 1:
        return False
    return len(own) > 1 or not verbs.is_noun_too(first) or method not in ("GET", "PUT", "PATCH", "DELETE")


def method_verb(method: str) -> str:
    """What a method does to an item."""
    return _ITEM_ACTIONS.get(method, method.lower() if method.isidentifier() else "call")


def is_plain(action: str) -> bool:
    """Whether an action says no more than a method does."""
    return action in _ITEM_ACTIONS.values() or action in _COLLECTION_ACTIONS.values()


def prefix(path: str) -> tuple[str, ...]:
    """The segments in front that name nothing: `api`, versions."""
    return paths.segments(path)[: -len(_telling_segments(path)) or None]


def telling_segments(path: str, known: Container[str], *, prefixes: bool = True) -> list[tuple[Words, bool]]:
    """The words of each static segment that are not known, and whether it owns what follows (`users` in
    `/users/{id}/accounts`)."""
    parts = paths.segments(path) if prefixes else _telling_segments(path)
    found = []
    for index, part in enumerate(parts):
        own = _without_extension(lowered(paths.without_placeholders(part)))
        new = tuple(word for word in own if words.singular(word) not in known)
        owns = len(parts) > index + 2 and bool(paths.placeholders(parts[index + 1]))
        if new:
            found.append((new, owns))
    return found


_BEHIND = re.compile(r"[#?]")
_NOISE = (("api",), ("apis",))
_EXTENSIONS = frozenset({"json", "xml", "php", "html", "csv", "yaml", "txt", "ashx", "aspx", "cgi", "format"})
_IRREGULAR = {
    "statuses": "status", "aliases": "alias", "buses": "bus", "bonuses": "bonus", "campuses": "campus",
    "canvases": "canvas", "people": "person", "children": "child", "news": "news", "series": "series",
}  # fmt: skip
_COLLECTION_ACTIONS = {
    "GET": "list",
    "POST": "create",
    "PUT": "replace_all",
    "PATCH": "update_all",
    "DELETE": "delete_all",
}
_ITEM_ACTIONS = {"GET": "get", "POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}
