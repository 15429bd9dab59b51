"""OpenAPI Overlays: corrections of the sources, kept in documents of their own.

In: loaded documents (OpenAPI documents, pages presented as such) and Overlay 1.0 or 1.1 documents. Out: new documents
with the overlays' actions applied in their order; the old ones are left as they are. Parts that an overlay added or
changed have their place in the overlay, all others keep theirs in the original (`Document.places`). It must not know
what OpenAPI means by any of it.

Sources: Overlay Specification 1.0.0 and 1.1.0 §4.4 (objects merge, arrays concatenate, primitive values are replaced),
JSONPath RFC 9535.
"""

from __future__ import annotations

import copy as copying
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jsonpath import JSONPathEnvironment, JSONPathError

from generator.diagnostics import InputError, Origin, Report
from generator.source import MISSING, Document, Json, Node

_VERSION = re.compile(r"1\.[01](?:\.\d+)?\Z")
_FIELDS = frozenset(("target", "description", "update", "remove", "copy"))
_PATHS = JSONPathEnvironment(strict=True)

Steps = tuple[str | int, ...]


FRAME: frozenset[Steps] = frozenset(
    [(), ("info",), ("servers",), ("tags",), ("paths",), ("components",), ("components", "schemas")]
)
"""What holds the parts of an API. Every source has it, so that what is added there would be added many times."""


def correct(
    specs: Sequence[Document], pages: Sequence[Document], overlay: Document, report: Report
) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """Apply an overlay to all sources, or to the one that its `extends` names.

    An action changes whatever its target selects, in every source. Only what it adds to the frame of a page (a new
    path, a schema) is added once: to the first page, and to none where an OpenAPI document takes it.

    Args:
        specs: OpenAPI documents; their trees are not changed.
        pages: Documentation pages, presented in the shape of OpenAPI.
        overlay: An Overlay document.
        report: Takes what is odd about the overlay, and further actions that match nothing.

    Returns:
        The specs and the pages, in the same order; those in which nothing matched are the very same.

    Raises:
        InputError: It is not an overlay of a known version (`overlay-version`), an action is not understood
            (`overlay-action`), its target is not a JSONPath (`overlay-target`), or matches nothing in any source
            (`overlay-unused`).
    """
    actions = [_checked(action, report) for action in _actions(overlay)]
    extended = _extended((*specs, *pages), overlay, report)
    patched = [_Patched(document, is_page=index >= len(specs)) for index, document in enumerate((*specs, *pages))]
    chosen = [entry for entry in patched if entry.document.name in extended]
    unused = [action["target"] for action in actions if not _act(chosen, action)]
    for target in unused[1:]:
        report.error("overlay-unused", _unused(target), at=target.origin)
    if unused:
        raise InputError("overlay-unused", _unused(unused[0]), unused[0].origin)
    changed = tuple(entry.result for entry in patched)
    return changed[: len(specs)], changed[len(specs) :]


def _actions(overlay: Document) -> Node:
    root = overlay.root
    version = root["overlay"]
    if not isinstance(version.value, str) or not _VERSION.match(version.value):
        at = version.origin if version.present else root.origin
        raise InputError("overlay-version", "not an Overlay document of version 1.0 or 1.1", at)
    if not root["actions"].is_list:
        raise InputError("overlay-action", "an Overlay document needs a list of actions", root.origin)
    return root["actions"]


def _checked(action: Node, report: Report) -> Node:
    """The action, after a look at its fields."""
    if not action["target"].text:
        raise InputError("overlay-action", "an action needs a `target`, a JSONPath", action.origin)
    for key, value in action.items():
        if key not in _FIELDS and not key.startswith("x-"):
            report.warning("overlay-action", f"an action has no field {key!r}; it is not heeded", at=value.origin)
    if not (action["remove"].flag or action["copy"].present or action["update"].present):
        raise InputError("overlay-action", "an action needs `update`, `remove: true` or `copy`", action.origin)
    return action


def _extended(documents: Sequence[Document], overlay: Document, report: Report) -> frozenset[str]:
    """The names of the documents that the overlay is for."""
    names = frozenset(document.name for document in documents)
    extends = overlay.root["extends"]
    if not extends.text:
        return names
    name = posixpath.normpath(posixpath.join(posixpath.dirname(overlay.name), extends.text.removeprefix("file:")))
    if name in names:
        return frozenset([name])
    report.info(
        "overlay-extends", f"{extends.text!r} is none of the sources; applied to all of them", at=extends.origin
    )
    return names


def _unused(target: Node) -> str:
    return f"the target of this action matches nothing in any source: {target.text}"


def _act(sources: Sequence[_Patched], action: Node) -> bool:
    """Carry out one action; whether its target matches anything."""
    used = False
    for source in sources:
        found = source.select(action["target"])
        if source.is_page and used:
            found = [steps for steps in found if steps not in FRAME]
        if found and _change(source, found, action, is_only=len(sources) == 1):
            used = True
    return used


def _change(patched: _Patched, found: Sequence[Steps], action: Node, *, is_only: bool) -> bool:
    """Do at the places found what the action says; False where what it would copy is not in this source."""
    if action["remove"].flag:
        for steps in reversed(found):
            patched.remove(steps, action["target"])
        return True
    copy, update = action["copy"], action["update"]
    if copy.present:
        sources = patched.select(copy)
        if not sources and not is_only:
            return False
        if len(sources) != 1:
            message = f"`copy` must select one value; this one selects {len(sources)}: {copy.text}"
            raise InputError("overlay-action", message, copy.origin)
        update = Node(patched.shared(sources[0]), patched.place(sources[0]))
    for steps in found:
        patched.update(steps, update, copy if copy.present else update)
    return True


class _Patched:
    """A tree that is copied where it is changed, with the places of the parts that do not stand where they stood."""

    def __init__(self, document: Document, *, is_page: bool) -> None:
        self.document = document
        self.is_page = is_page
        self.tree: Json = None if document.tree is MISSING else document.tree
        self.places: dict[str, Origin] = dict(document.places)
        self._own: dict[int, Json] = {}  # containers that were copied; held, so that no id is used twice

    @property
    def result(self) -> Document:
        """The document with what has changed; the very same where nothing has."""
        if self.tree is self.document.tree:
            return self.document
        return replace(self.document, tree=self.tree, places=self.places)

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

    def shared(self, steps: Steps) -> Json:
        """The value at the end of the way, to stand elsewhere too: whichever of the two is changed is copied first."""
        value = self.value(steps)
        waiting = [value]
        while waiting:
            current = waiting.pop()
            if isinstance(current, dict | list):
                self._own.pop(id(current), None)
                waiting.extend(current.values() if isinstance(current, dict) else current)
        return value

    def place(self, steps: Steps) -> Origin:
        """Where the value at the end of the way was written."""
        return self._placed(Origin(self.document.name).child(*steps).pointer)

    def _placed(self, pointer: str) -> Origin:
        for head, rest in _heads(pointer):
            if head in self.places:
                origin = self.places[head]
                return Origin(origin.document, origin.pointer + rest, origin.line, origin.column)
        return Origin(self.document.name, pointer)

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
        copy: Json = copying.copy(value)  # of the same class: a page's parts know what they stand for
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
