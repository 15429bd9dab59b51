"""Where a `$ref` leads.

In: a reference as written and the place it stands at. Out: the place it means, in this document or in another that the
project may read; one that leads nowhere is a finding with the nearest name as a mend. Each is worked out once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

from generator.diagnostics import Finding, InputError, Origin, Report, pointer_keys, pointer_step
from generator.readers.openapi.dialect import Dialect, Kind
from generator.readers.openapi.notes import Notes
from generator.records import dataclass
from generator.source import MISSING, Document, Json, Library, Missing, Node, Unfetched
from generator.source.web import is_url

MAX_HOPS = 50
"""How many references may lead on to each other."""
MAX_SUGGESTIONS = 40
"""For how many dangling references the nearest name is looked for; it takes time where there are thousands of names."""

_OTHER_HOLDERS = frozenset(
    [
        "",
        "/definitions",
        "/schemas",
        "/models",
        "/$defs",
        "/components",
        "/components/schemas",
        "/components/schema",
        "/components/definitions",
        "/component/schemas",
        "/parameters",
        "/responses",
        "/securityDefinitions",
        "/components/parameters",
        "/components/responses",
        "/components/headers",
        "/components/examples",
    ]
)
"""Where names are kept in one version or another, or by a slip; they are looked for in the right place too."""


class References:
    """The references of one document and of the files it refers to."""

    def __init__(self, document: Document, library: Library, dialect: Dialect, notes: Notes) -> None:
        self.main = document.name
        self.dangling: dict[str, list[Origin]] = {}
        self._documents = {document.name: document}
        self._library = library
        self._dialect = dialect
        self._notes = notes
        self._places: dict[tuple[str, str, str], Origin] = {}
        self._lost: dict[Origin, str] = {}  # what there is to say of each; "" where it is said
        self._identifiers: dict[str, _Identifiers] = {}
        self._suggested = 0

    def place(self, reference: str, at: Origin, kind: Kind) -> Origin:
        """The place that a reference means; where nothing stands there, a finding is kept for `report_lost`."""
        base = self._base(at)
        key = (at.document, base, reference)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = self._work_out(reference, at, base, kind)
        if place in self._lost:
            self.dangling.setdefault(str(place), []).append(at)
        return place

    def exists(self, place: Origin) -> bool:
        """False for a place that a reference means and where nothing stands."""
        return place not in self._lost

    def targets(self) -> frozenset[Origin]:
        """All places that references were found to mean so far."""
        return frozenset(self._places.values())

    def is_static(self, reference: str) -> bool:
        """Whether a `$dynamicRef` can mean only one place, whichever way leads to it (2020-12 §8.2.3.2): where no two
        `$dynamicAnchor`s have its name."""
        name = unquote(reference.strip().partition("#")[2])
        return sum(self._identifiers_of(document).dynamic.count(name) for document in list(self._documents)) < 2

    def node(self, place: Origin) -> Node:
        """The value at a place."""
        return Node(self._value(place.document, place.pointer), place)

    def follow(self, node: Node, kind: Kind) -> Node | None:
        """What a node means: itself, or what its chain of `$ref`s leads to; None where that is nothing."""
        for _ in range(MAX_HOPS):
            reference = node.value.get("$ref") if isinstance(node.value, dict) else None
            if not isinstance(reference, str):
                return node
            place = self.place(reference, node.origin, kind)
            if not self.exists(place):
                return None
            node = self.node(place)
        self._notes.warning("ref-cycle", "these `$ref`s lead to each other and never to anything", node.origin)
        return None

    def held(self, node: Node) -> Node:
        """A map of things, be it in a file of its own that a lone `$ref` names, as some tools that bundle allow."""
        value = node.value
        reference = value.get("$ref") if isinstance(value, dict) and len(value) == 1 else None
        if not isinstance(reference, str):
            return node
        place = self.place(reference, node.origin, "pathItem")
        if self.exists(place) and isinstance(self.node(place).value, dict):
            message = "a map is named by `$ref`, for which OpenAPI has no place here; it is read from there"
            self._notes.info("read-as-meant", message, node.origin)
            return self.node(place)
        return Node(MISSING, node.origin)

    def report_lost(self, report: Report) -> None:
        """Report what leads nowhere: one finding for each target, but for those that are told of already."""
        for place, message in self._lost.items():
            places = self.dangling.get(str(place), [])
            if not places or not message:
                continue
            often = f" (referred to {len(places)} times)" if len(places) > 1 else ""
            report.warning("ref-dangling", message + often, at=places[0], also=tuple(places[1:3]))

    def findings(self) -> Iterator[Finding]:
        """What the parser had to say of the files referred to."""
        for document in list(self._documents.values())[1:]:
            yield from document.findings

    # -- from text to place

    def _work_out(self, reference: str, at: Origin, base: str, kind: Kind) -> Origin:
        file, _, fragment = reference.strip().partition("#")
        known = self._identified(reference, base, at.document)
        if known is not None:
            return known
        if not file:
            return self._in_document(at.document, unquote(fragment), reference, at, kind)
        if kind == "schema" and "." not in file and "/" not in file:
            place = self._named(at.document, unquote(file), kind)
            if place is not None:
                self._lean(reference, place, at)
                return place
        try:
            document = self._opened(file, base, at.document)
        except Unfetched as error:  # to go on would make other files than those that a later run makes
            raise Unfetched(error.finding.code, error.finding.message, at) from None
        except InputError as error:
            return self._refused(error.finding.code, error.finding.message, reference, at)
        except (OSError, ValueError):
            return self._refused("cannot-read", "the name of a file cannot be opened on this system", reference, at)
        self._documents.setdefault(document.name, document)
        return self._in_document(document.name, unquote(fragment), reference, at, kind)

    def _opened(self, file: str, base: str, document: str) -> Document:
        """The document that a reference names: one that says to have this URI, or a file.

        A URI beside the base (`$self`, `$id`) is that of a file beside the document, where there is such a file.
        """
        uri = _joined(base, file)
        for known in self._documents.values():
            if self._identifiers_of(known.name).places.get(uri) == "":
                return known
        folder = base.rpartition("/")[0] + "/"
        if is_url(file) and is_url(base) and file.startswith(folder):
            try:
                return self._library.open_reference(file[len(folder) :], document)
            except InputError:
                pass  # then it is where the URI says
        return self._library.open_reference(file, document)

    def _refused(self, code: str, message: str, reference: str, at: Origin) -> Origin:
        """The place of a file that is not read; it counts as one where nothing stands, of which this tells all."""
        self._notes.warning(code, f"nothing is read for {reference!r}: {message}", at)
        file, _, fragment = reference.partition("#")
        place = Origin(file, fragment)
        self._lost[place] = ""
        return place

    def _in_document(self, document: str, fragment: str, reference: str, at: Origin, kind: Kind) -> Origin:
        anchored = self._anchored(document, fragment)
        if anchored is not None:
            return anchored
        pointer = fragment.rstrip() if fragment.startswith("/") or not fragment else "/" + fragment
        undecoded = "/" + reference.partition("#/")[2]
        for candidate in dict.fromkeys((pointer, pointer.rstrip("/") or pointer, undecoded)):
            place = self._stands(document, candidate)
            if place is not None:
                return place
        holder, _, _ = pointer.rpartition("/")
        name = pointer_keys(pointer)[-1] if pointer else ""
        meant = self._named(document, name, kind) if holder in _OTHER_HOLDERS else None
        if meant is not None:
            self._lean(reference, meant, at)
            return meant
        place = Origin(document, pointer)
        self._lost[place] = f"{reference!r} leads nowhere" + self._nearest(document, name, kind)
        return place

    def _lean(self, reference: str, place: Origin, at: Origin) -> None:
        message = f"{reference!r} leads nowhere; read as '#{place.pointer}', which has that name"
        self._notes.warning("ref-dangling", message, at)

    def _stands(self, document: str, pointer: str, hops: int = 0) -> Origin | None:
        """The place of a value, be it in a file that a map on the way there names (`held`)."""
        if self._value(document, pointer) is not MISSING:
            return Origin(document, pointer)
        keys = pointer_keys(pointer)
        value = self._value(document, "")
        for index, key in enumerate(keys if hops < MAX_HOPS else ()):
            reference = value.get("$ref") if isinstance(value, dict) and key not in value else None
            if isinstance(reference, str) and not reference.startswith("#"):
                place = self.place(reference, Origin(document).child(*keys[:index]), "pathItem")
                below = place.child(*keys[index:]).pointer
                return self._stands(place.document, below, hops + 1) if self.exists(place) else None
            value = self._step(document, value, key)
        return None

    def _named(self, document: str, name: str, kind: Kind) -> Origin | None:
        """A reusable thing of that name in the place where its kind is kept."""
        container = self._dialect.container(kind)
        return self._stands(document, f"{container}/{pointer_step(name)}") if container and name else None

    def _nearest(self, document: str, name: str, kind: Kind) -> str:
        holder = self._value(document, self._dialect.container(kind))
        names = list(holder) if isinstance(holder, dict) else []
        same = [other for other in names if other.lower() == name.lower()]
        if not same and self._suggested < MAX_SUGGESTIONS and len(names) < 3000:
            self._suggested += 1
            same = difflib.get_close_matches(name, names, n=1, cutoff=0.75)
        return f"; did you mean '#{self._dialect.container(kind)}/{pointer_step(same[0])}'?" if same else ""

    # -- from place to value

    def _value(self, document: str, pointer: str) -> Json | Missing:
        value: Json | Missing = self._documents[document].tree if document in self._documents else MISSING
        for key in pointer_keys(pointer):
            value = self._step(document, value, key)
        return value

    def _step(self, document: str, value: Json | Missing, key: str) -> Json | Missing:
        """One step down; a step into a reference goes on where that leads."""
        for _ in range(MAX_HOPS):
            if isinstance(value, list):
                return value[int(key)] if key.isascii() and key.isdigit() and int(key) < len(value) else MISSING
            if not isinstance(value, dict):
                return MISSING
            if key in value:
                return value[key]
            reference = value.get("$ref")
            if not isinstance(reference, str) or not reference.startswith("#/"):
                return MISSING
            value = self._plain(document, unquote(reference[1:]))
        return MISSING

    def _plain(self, document: str, pointer: str) -> Json | Missing:
        """The value at a pointer, without following anything on the way."""
        value: Json | Missing = self._documents[document].tree
        for key in pointer_keys(pointer):
            value = value.get(key, MISSING) if isinstance(value, dict) else MISSING
        return value

    # -- `$id`, `$anchor` and `$dynamicAnchor` (JSON Schema 2020-12 §8.2)

    def _base(self, at: Origin) -> str:
        """The `$id` that rules at a place; "" where there is none."""
        rulers = self._identifiers_of(at.document).rulers
        pointer = at.pointer if rulers else ""
        while pointer:
            if pointer in rulers:
                return rulers[pointer]
            pointer = pointer.rpartition("/")[0]
        return rulers.get("", "")

    def _identified(self, reference: str, base: str, document: str) -> Origin | None:
        """The place of a schema that says its own URI or anchor."""
        places = self._identifiers_of(document).places
        if not places:
            return None
        uri, _, fragment = _joined(base, reference).partition("#")
        fragment = unquote(fragment)
        if fragment and not fragment.startswith("/"):
            place = places.get(f"{uri}#{fragment}")
            return None if place is None else Origin(document, place)
        place = places.get(uri) if uri else None
        return None if place is None else self._stands(document, place + fragment)

    def _anchored(self, document: str, anchor: str) -> Origin | None:
        """The place of an anchor in a document that a reference names by its file."""
        if not anchor or anchor.startswith("/"):
            return None
        identifiers = self._identifiers_of(document)
        place = identifiers.places.get(f"{identifiers.rulers.get('', '')}#{anchor}")
        return None if place is None else Origin(document, place)

    def _identifiers_of(self, document: str) -> _Identifiers:
        known = self._identifiers.get(document)
        if known is None:
            source = self._documents[document]
            says_any = any(word in source.text for word in ("$id", "$self", "$anchor", "$dynamicAnchor"))
            known = self._identifiers[document] = _identifiers(source.tree) if says_any else _NO_IDENTIFIERS
        return known


@dataclass(frozen=True, slots=True)
class _Identifiers:
    """The URIs and anchors that schemas of a document give themselves, the pointers that each `$id` rules from, and the
    names of `$dynamicAnchor`s as often as they stand there."""

    places: dict[str, str]
    rulers: dict[str, str]
    dynamic: list[str]


_NO_IDENTIFIERS = _Identifiers({}, {}, [])


def _identifiers(tree: Json | Missing) -> _Identifiers:
    found = _Identifiers({}, {}, [])
    own_uri = tree.get("$self") if isinstance(tree, dict) else None
    whole = own_uri.partition("#")[0] if isinstance(own_uri, str) else ""
    if whole:  # the document's own URI (OpenAPI 3.2 §4.1.2.2.1), which is the base of all that stand in it
        found.places[whole] = ""
        found.rulers[""] = whole
    stack: list[tuple[Json | Missing, str, str]] = [(tree, "", whole)]
    while stack:
        value, pointer, base = stack.pop()
        if isinstance(value, list):
            stack.extend((entry, f"{pointer}/{index}", base) for index, entry in enumerate(value))
        if not isinstance(value, dict):
            continue
        own = value.get("$id")
        if isinstance(own, str) and own and not own.startswith("#"):
            base = _joined(base, own).partition("#")[0]
            found.places[base] = pointer
            found.rulers[pointer] = base
        for key in ("$anchor", "$dynamicAnchor"):
            anchor = value.get(key)
            if isinstance(anchor, str):
                found.places[f"{base}#{anchor}"] = pointer
                if key == "$dynamicAnchor":
                    found.dynamic.append(anchor)
        stack.extend((entry, f"{pointer}/{pointer_step(key)}", base) for key, entry in value.items())
    return found


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:  # such as brackets that hold no IPv6 address
        return reference


_PLACES = frozenset(
    [
        "components",
        "schemas",
        "definitions",
        "$defs",
        "properties",
        "items",
        "content",
        "schema",
        "responses",
        "requestBodies",
        "parameters",
        "headers",
        "paths",
        "allOf",
        "anyOf",
        "oneOf",
        "additionalProperties",
        "patternProperties",
        "prefixItems",
        "not",
    ]
)
_CHOICES = ("allOf", "anyOf", "oneOf", "prefixItems", "items")
_METHODS = frozenset(("get", "put", "post", "delete", "patch"))
_MEANINGLESS = _PLACES | _METHODS
_HOLDERS = ("schemas", "definitions", "$defs")


def words_of(place: Origin) -> str:
    """What to call the thing at a place: the last words of its pointer that mean something, else its file's name."""
    steps = pointer_keys(place.pointer)
    if len(steps) >= 2 and steps[-2] in _HOLDERS:
        return steps[-1]
    telling = list(_telling(steps))
    return " ".join(telling[-3:] or steps[-1:]) or PurePosixPath(place.document).stem


def context_of(place: Origin, main: str) -> str:
    """Further words for the thing at a place, where something else has those of `words_of`: the file, if it is another
    one than the main document, and the words before."""
    steps = pointer_keys(place.pointer)
    file = [] if place.document == main else [PurePosixPath(place.document).stem]
    if len(steps) >= 2 and steps[-2] in _HOLDERS:
        return " ".join([*file, *_telling(steps[:-2])])
    return " ".join([*file, *list(_telling(steps))[:-3], *(step for step in steps if step in _METHODS)])


def _telling(steps: list[str]) -> Iterator[str]:
    """The words that mean something: no keywords, and of numbers only one at the end, or the status of a failure."""
    for before, step in zip(["", *steps], steps, strict=False):
        if before == "paths":
            yield re.sub(r"\{[^{}]*\}|^/(?:api/)?v\d+(?=/)", " ", step)
        elif before == "responses" and (step[:1].isdigit() or step == "default"):
            yield "response" if step.startswith("2") else f"response {step}"
        elif step == "requestBody":
            yield "request"
        elif step not in _MEANINGLESS and not _is_media_type(step) and not (step.isdigit() and before in _CHOICES):
            yield step
    if steps[-1:] and steps[-1].isdigit() and steps[-2] in _CHOICES:
        yield steps[-1]


def _is_media_type(step: str) -> bool:
    return "/" in step and not step.startswith("/")
