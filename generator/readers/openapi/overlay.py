"""OpenAPI Overlays: corrections of a document, kept in a document of their own.

In: a loaded document and an Overlay 1.0 or 1.1 document. Out: a new document with the overlay's actions applied in
their order; the old one is left as it is. Parts that the overlay added or changed have their place in the overlay, all
others keep theirs in the original (`Document.places`). It must not know what OpenAPI means by any of it.

Sources: Overlay Specification 1.0.0 and 1.1.0 §4.4 (objects merge, arrays concatenate, primitive values are replaced),
JSONPath RFC 9535.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from jsonpath import JSONPathEnvironment, JSONPathError

from generator.diagnostics import InputError, Origin, Report
from generator.source import MISSING, Document, Json, Node

_VERSION = re.compile(r"1\.[01](?:\.\d+)?\Z")
_FIELDS = frozenset(("target", "description", "update", "remove", "copy"))
_PATHS = JSONPathEnvironment(strict=True)

Steps = tuple[str | int, ...]


def apply(document: Document, overlay: Document, report: Report) -> Document:
    """Apply an overlay.

    Args:
        document: An OpenAPI document; its tree is not changed.
        overlay: An Overlay document.
        report: Takes what is odd about the overlay, and further actions that match nothing.

    Raises:
        InputError: It is not an overlay of a known version (`overlay-version`), an action is not understood
            (`overlay-action`), its target is not a JSONPath (`overlay-target`), or matches nothing (`overlay-unused`).
    """
    root = overlay.root
    version = root["overlay"]
    if not isinstance(version.value, str) or not _VERSION.match(version.value):
        at = version.origin if version.present else root.origin
        raise InputError("overlay-version", "not an Overlay document of version 1.0 or 1.1", at)
    if not root["actions"].is_list:
        raise InputError("overlay-action", "an Overlay document needs a list of actions", root.origin)
    patched = _Patched(document)
    unused = [action["target"] for action in root["actions"] if not _act(patched, action, report)]
    for target in unused[1:]:
        report.error("overlay-unused", _unused(target), at=target.origin)
    if unused:
        raise InputError("overlay-unused", _unused(unused[0]), unused[0].origin)
    return replace(document, tree=patched.tree, places=patched.places)


def _unused(target: Node) -> str:
    return f"the target of this action matches nothing in the document: {target.text}"


def _act(patched: _Patched, action: Node, report: Report) -> bool:
    """Carry out one action; whether its target matches anything."""
    target, update, copy = action["target"], action["update"], action["copy"]
    if not target.text:
        raise InputError("overlay-action", "an action needs a `target`, a JSONPath", action.origin)
    for key, value in action.items():
        if key not in _FIELDS and not key.startswith("x-"):
            report.warning("overlay-action", f"an action has no field {key!r}; it is not heeded", at=value.origin)
    found = patched.select(target)
    if action["remove"].flag:
        for steps in reversed(found):
            patched.remove(steps, target)
    elif copy.present:
        sources = patched.select(copy)
        if len(sources) != 1:
            message = f"`copy` must select one value; this one selects {len(sources)}: {copy.text}"
            raise InputError("overlay-action", message, copy.origin)
        source = Node(patched.value(sources[0]), patched.place(sources[0]))
        for steps in found:
            patched.update(steps, source, copy)
    elif update.present:
        for steps in found:
            patched.update(steps, update, update)
    else:
        raise InputError("overlay-action", "an action needs `update`, `remove: true` or `copy`", action.origin)
    return bool(found)


class _Patched:
    """A tree that is copied where it is changed, with the places of the parts that do not stand where they stood."""

    def __init__(self, document: Document) -> None:
        self.tree: Json = None if document.tree is MISSING else document.tree
        self.places: dict[str, Origin] = dict(document.places)
        self._name = document.name
        self._own: dict[int, Json] = {}  # containers that were copied; held, so that no id is used twice

    def select(self, path: Node) -> list[Steps]:
        """The ways to all values that a JSONPath selects, in document order, each once."""
        try:
            matches = list(_PATHS.finditer(path.text, self.tree))
        except (JSONPathError, RecursionError, ValueError) as error:
            detail = (str(error) or type(error).__name__).splitlines()[0]
            raise InputError(
                "overlay-target", f"not a JSONPath (RFC 9535): {path.text}: {detail}", path.origin
            ) from None
        return list(dict.fromkeys(tuple(match.parts) for match in matches))

    def value(self, steps: Steps) -> Json:
        """The value at the end of the way."""
        here = self.tree
        for step in steps:
            here = _below(here, step)
        return here

    def place(self, steps: Steps) -> Origin:
        """Where the value at the end of the way was written."""
        return self._placed(Origin(self._name).child(*steps).pointer)

    def _placed(self, pointer: str) -> Origin:
        for head, rest in _heads(pointer):
            if head in self.places:
                origin = self.places[head]
                return Origin(origin.document, origin.pointer + rest)
        return Origin(self._name, pointer)

    def remove(self, steps: Steps, target: Node) -> None:
        """Take a value out of the object or list that holds it."""
        if not steps:
            raise InputError("overlay-action", "the whole document cannot be removed", target.origin)
        *above, last = steps
        holder = self._owned(tuple(above))
        pointer = Origin("").child(*above).pointer
        if isinstance(holder, dict) and isinstance(last, str):
            del holder[last]
            self._forget(Origin("").child(*steps).pointer)
        elif isinstance(holder, list) and isinstance(last, int):
            del holder[last]
            self._close_ranks(pointer, last, len(holder))

    def update(self, steps: Steps, update: Node, said: Node) -> None:
        """Merge a value into the one at the end of the way; `said` is where the overlay asks for it."""
        value = self.value(steps)
        if isinstance(value, dict):
            if not update.is_map:
                raise InputError(
                    "overlay-action", "the target is an object; only an object can be merged into it", said.origin
                )
            for key, member in update.items():
                self._merge(steps, key, member)
        elif isinstance(value, list):
            for entry in update if update.is_list else (update,):
                self._append(steps, entry)
        else:
            if update.is_map or update.is_list:
                raise InputError(
                    "overlay-action", "the target is a plain value; only a plain value can replace it", said.origin
                )
            self._put(steps, update)

    def _merge(self, steps: Steps, key: str, member: Node) -> None:
        """Merge one member into an object: objects into objects, lists behind lists, all else in its place."""
        holder = self.value(steps)
        below = (*steps, key)
        old = holder.get(key, MISSING) if isinstance(holder, dict) else MISSING
        if isinstance(old, dict) and member.is_map:
            for name, inner in member.items():
                self._merge(below, name, inner)
        elif isinstance(old, list) and member.is_list:
            for entry in member:
                self._append(below, entry)
        else:
            self._put(below, member)

    def _append(self, steps: Steps, entry: Node) -> None:
        holder = self._owned(steps)
        if isinstance(holder, list):
            holder.append(_plain(entry))
            self.places[Origin("").child(*steps, len(holder) - 1).pointer] = entry.origin

    def _put(self, steps: Steps, new: Node) -> None:
        pointer = Origin("").child(*steps).pointer
        self._forget(pointer)
        self.places[pointer] = new.origin
        if steps:
            _set(self._owned(steps[:-1]), steps[-1], _plain(new))
        else:
            self.tree = _plain(new)

    def _owned(self, steps: Steps) -> Json:
        """The container at the end of the way, and all on it, as copies that may be changed."""
        here = self.tree = self._copied(self.tree)
        for step in steps:
            below = self._copied(_below(here, step))
            _set(here, step, below)
            here = below
        return here

    def _copied(self, value: Json) -> Json:
        if id(value) in self._own or not isinstance(value, dict | list):
            return value
        copy: Json = dict(value) if isinstance(value, dict) else list(value)
        self._own[id(copy)] = copy
        return copy

    def _forget(self, pointer: str) -> None:
        """Places of what no longer stands at or below the pointer."""
        below = pointer + "/"
        for known in [known for known in self.places if known == pointer or known.startswith(below)]:
            del self.places[known]

    def _close_ranks(self, pointer: str, removed: int, length: int) -> None:
        """The entries behind a removed one move up by one; their places stay what they were."""
        moved: dict[str, Origin] = {}
        for index in range(removed, length):
            old = f"{pointer}/{index + 1}"
            moved[f"{pointer}/{index}"] = self._placed(old)
            for known, origin in self.places.items():
                if known.startswith(old + "/"):
                    moved[f"{pointer}/{index}{known[len(old) :]}"] = origin
        for index in range(removed, length + 1):
            self._forget(f"{pointer}/{index}")
        self.places |= moved


def _plain(node: Node) -> Json:
    return None if node.value is MISSING else node.value


def _below(holder: Json, step: str | int) -> Json:
    if isinstance(holder, dict) and isinstance(step, str):
        return holder[step]
    return holder[step] if isinstance(holder, list) and isinstance(step, int) else None


def _set(holder: Json, step: str | int, value: Json) -> None:
    match holder, step:
        case dict(), str():
            holder[step] = value
        case list(), int():
            holder[step] = value
        case _:
            pass


def _heads(pointer: str) -> Iterator[tuple[str, str]]:
    """All heads of a pointer with what follows them, the longest first."""
    at = len(pointer)
    while at > 0:
        yield pointer[:at], pointer[at:]
        at = pointer.rfind("/", 0, at)
    yield "", pointer
