"""Which operations of several sources are one and the same.

In: drafts. Out: `Group`s, one for each operation of the API, each with the claims of every source that speaks of it.

A method and a path are the first sign of identity, not its proof: published documents have operations *folded* onto a
wrong path, because an action segment was dropped (`GET /things/{id}` carries the summary, parameters and response of
`GET /things/{id}/logs`). So meanings are compared (`likeness`) before claims are joined:

1. The operations of one OpenAPI document are never joined; those of several documents are, by method and path.
2. An operation of a document whose meaning is that of a page's operation further down the path moves there
   (`operation-folded`).
3. Other operations of a page join the document's operation of the same method and path, unless their meanings
   contradict each other (`operation-contradicts`): then the page's claims are left out.
4. Pages whose paths lack or add a prefix (`/api/v1`), or that say literally the same of another path, join as well
   (`path-differs`); so do those that speak of the same path with another method (`method-differs`).
5. What is left is an operation of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from urllib.parse import urlsplit

from generator import draft
from generator.diagnostics import Origin, Report
from generator.records import dataclass
from generator.resolve import paths
from generator.resolve.identity.likeness import Likeness, Meaning, compare, meaning_of, stems


@dataclass(frozen=True, slots=True)
class Member:
    """One source's claims of an operation."""

    source: draft.Draft
    operation: draft.Operation

    @property
    def is_page(self) -> bool:
        """True for a documentation page."""
        return self.source.kind == "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An operation of the API: its method, its path in the names that count, its members, documents before pages."""

    method: str
    path: str
    members: tuple[Member, ...]


def match(drafts: Sequence[draft.Draft], report: Report) -> tuple[Group, ...]:
    """Find the operations that the drafts speak of, in the order of the sources."""
    documents = [entry for entry in drafts if entry.kind == "openapi"]
    pages = [entry for entry in drafts if entry.kind == "page"]
    growing = _from_documents(documents, report)
    if pages:
        page_members = [Member(page, operation) for page in pages for operation in page.operations]
        growing.extend(_Weaver(growing, report).add(page_members))
    return tuple(
        Group(method=entry.method, path=entry.path, members=tuple(entry.members))
        for entry in sorted(growing, key=lambda entry: entry.order)
    )


@dataclass(slots=True, eq=False)
class _Growing:
    """A group while members are still found. `order` is its place among all: that of its first member."""

    method: str
    path: str
    members: list[Member]
    order: tuple[int, int]
    _meaning: Meaning | None = field(default=None)

    @property
    def meaning(self) -> Meaning:
        if self._meaning is None:
            self._meaning = meaning_of(self.members[0].operation)
        return self._meaning

    @property
    def key(self) -> tuple[str, str]:
        return self.method, paths.key(self.path)


def _from_documents(documents: Sequence[draft.Draft], report: Report) -> list[_Growing]:
    """A group for each operation of the documents; a later document joins an earlier one's where they agree."""
    growing: list[_Growing] = []
    earlier: dict[tuple[str, str], list[_Growing]] = {}
    for document in documents:
        own: list[_Growing] = []
        for operation in document.operations:
            member = Member(document, operation)
            known = _same_elsewhere(operation, document, earlier)
            if known is None:
                order = (len(growing) + len(own), 0)
                path = paths.normalised(operation.path)
                own.append(_Growing(operation.method.upper(), path, [member], order))
            elif compare(known.meaning, meaning_of(operation)).contradicts:
                _contradiction(known.members[0], member, report)
            else:
                known.members.append(member)
        for entry in own:
            earlier.setdefault(entry.key, []).append(entry)
        growing.extend(own)
    return growing


def _same_elsewhere(
    operation: draft.Operation, document: draft.Draft, earlier: Mapping[tuple[str, str], list[_Growing]]
) -> _Growing | None:
    """The group of an earlier document with this method and path, to which this document has not yet added."""
    candidates = earlier.get((operation.method.upper(), paths.key(operation.path)), ())
    free = [entry for entry in candidates if all(member.source is not document for member in entry.members)]
    exact = [entry for entry in free if entry.path == operation.path]
    return next(iter(exact or free), None)


def _contradiction(first: Member, second: Member, report: Report) -> None:
    with report.about(f"{first.operation.method.upper()} {first.operation.path}"):
        report.error(
            "operation-contradicts",
            f"{_called(first)} and {_called(second)} have the same method and path but speak of different things; "
            "the second is left out",
            at=first.operation.origin,
            also=(second.operation.origin,),
        )


def _called(member: Member) -> str:
    """The operation in a few words, for a message."""
    operation = member.operation
    for claim in (operation.summary, operation.action, operation.operation_id, operation.description):
        if claim is not None and claim.value.strip():
            text = " ".join(claim.value.split())
            return repr(text if len(text) <= 60 else text[:59] + "…")
    return f"{operation.method.upper()} {operation.path}"


class _Weaver:
    """Adds the operations of pages to the groups of the documents."""

    def __init__(self, groups: Sequence[_Growing], report: Report) -> None:
        self._groups = groups
        self._report = report
        self._meanings: dict[int, Meaning] = {}
        self._by_key: dict[tuple[str, str], list[_Growing]] = {}
        self._by_full_key: dict[tuple[str, str], list[_Growing]] = {}
        sources = {id(group.members[0].source): group.members[0].source for group in groups}
        self._prefixes = {key: _prefixes(source) for key, source in sources.items()}
        for group in groups:
            self._place(group)
        self._names = _placeholder_names(groups)
        self._bases = tuple(dict.fromkeys(base for bases in self._prefixes.values() for base in bases))

    def add(self, members: Sequence[Member]) -> list[_Growing]:
        """Join what belongs together; returns the new groups of operations that only pages have."""
        taken = self._fold(members)
        left: list[Member] = []
        for member in members:
            if id(member) in taken:
                continue
            group = self._same_path(member)
            if group is None:
                left.append(member)
            elif self._compare(group, member).contradicts:
                _contradiction(group.members[0], member, self._report)
            else:
                group.members.append(member)
        return self._on_their_own(self._elsewhere(left))

    def _place(self, group: _Growing) -> None:
        """Let the group be found by its path, with and without the paths of its document's servers."""
        self._by_key.setdefault(group.key, []).append(group)
        for full in self._full_keys(group):
            self._by_full_key.setdefault(full, []).append(group)

    def _displace(self, group: _Growing) -> None:
        self._by_key[group.key].remove(group)
        if not self._by_key[group.key]:
            del self._by_key[group.key]
        for full in self._full_keys(group):
            self._by_full_key[full].remove(group)

    def _full_keys(self, group: _Growing) -> list[tuple[str, str]]:
        prefixes = self._prefixes[id(group.members[0].source)]
        return [(group.method, paths.key(prefix + group.path)) for prefix in prefixes]

    def _meaning(self, member: Member) -> Meaning:
        known = self._meanings.get(id(member.operation))
        if known is None:
            known = self._meanings[id(member.operation)] = meaning_of(member.operation)
        return known

    def _compare(self, group: _Growing, member: Member) -> Likeness:
        return compare(group.meaning, self._meaning(member))

    def _same_path(self, member: Member) -> _Growing | None:
        """The document's group of the same method and path, with or without the path of a server in front."""
        method = member.operation.method.upper()
        candidates = self._by_key.get((method, paths.key(member.operation.path)), [])
        for prefix in ("", *_prefixes(member.source)) if not candidates else ():
            candidates = self._by_full_key.get((method, paths.key(prefix + member.operation.path)), [])
            if candidates:
                break
        if len(candidates) > 1:
            return max(candidates, key=lambda group: self._compare(group, member).score)
        return candidates[0] if candidates else None

    # -- operations folded onto a wrong path

    def _fold(self, members: Sequence[Member]) -> set[int]:
        """Move each group whose meaning is that of a page's operation further down its path; which members are used."""
        further: dict[tuple[str, str], list[Member]] = {}
        exact: dict[tuple[str, str], list[Member]] = {}
        for member in members:
            method, key = member.operation.method.upper(), paths.key(self._relative(member))
            exact.setdefault((method, key), []).append(member)
            if (method, key) in self._by_key:
                continue  # the document has an operation there
            for above in paths.above(key):
                if (method, above) in self._by_key:
                    further.setdefault((method, above), []).append(member)
        taken: set[int] = set()
        for place, candidates in further.items():
            for group in tuple(self._by_key[place]):
                found = self._folded(group, exact.get(place, ()), [m for m in candidates if id(m) not in taken])
                if found is not None:
                    taken.add(id(found))
                    self._move(group, found)
        return taken

    def _folded(self, group: _Growing, here: Iterable[Member], further: Sequence[Member]) -> Member | None:
        ranked = sorted(((self._compare(group, member), member) for member in further), key=lambda pair: -pair[0].score)
        if not ranked or ranked[0][0].contradicts or not self._is_evident(group, *ranked[0]):
            return None
        best = ranked[0][0].score
        rivals = [self._compare(group, member).score for member in here]
        rivals += [likeness.score for likeness, _ in ranked[1:]]
        return ranked[0][1] if all(best > rival + _MARGIN for rival in rivals) else None

    def _is_evident(self, group: _Growing, likeness: Likeness, member: Member) -> bool:
        """Whether the two are one for sure: the same prose, or types or all of several parameters that agree, and a
        document that names the rest of the page's path or, where that is but a placeholder, has the same inside.
        """
        if likeness.is_same_text:
            return True
        above = len(paths.segments(paths.key(group.path)))
        rest = " ".join(
            paths.without_placeholders(segment) for segment in paths.segments(self._relative(member))[above:]
        )
        return likeness.agrees and (group.meaning.names(stems(rest)) if rest.strip() else likeness.same_inside)

    def _move(self, group: _Growing, member: Member) -> None:
        old = group.path
        self._displace(group)
        group.path = self._named(self._relative(member))
        group.members.append(member)
        self._place(group)
        with self._report.about(f"{group.method} {group.path}"):
            self._report.error(
                "operation-folded",
                f"{group.method} {group.path}: the document has it under {old} ({_called(member)}); "
                "it is put where the page says",
                at=group.members[0].operation.origin,
                also=(member.operation.origin,),
            )

    # -- the same operation under another path

    def _elsewhere(self, members: Sequence[Member]) -> list[Member]:
        """Join members whose path differs from the document's but which are the same; returns the others."""
        open_groups = [group for group in self._groups if not any(member.is_page for member in group.members)]
        by_tail: dict[tuple[str, str], list[_Growing]] = {}
        by_text: dict[tuple[str, frozenset[str]], list[_Growing]] = {}
        by_path: dict[str, list[_Growing]] = {}
        for group in open_groups if members else ():
            by_path.setdefault(paths.key(group.path), []).append(group)
            for tail in paths.tails(paths.key(group.path)):
                by_tail.setdefault((group.method, tail), []).append(group)
            for text in group.meaning.texts:
                by_text.setdefault((group.method, text), []).append(group)
        left = []
        prefixed: dict[tuple[str, str], list[tuple[_Growing, Member]]] = {}
        for member in members:
            by_prefix = self._with_prefix(member, by_tail)
            found = by_prefix or self._with_text(member, by_text) or self._with_other_method(member, by_path)
            if found is None or any(other.source is member.source for other in found.members):
                left.append(member)
                continue
            if by_prefix:
                prefixed.setdefault(paths.beginnings(found.path, member.operation.path), []).append((found, member))
            elif found.method == member.operation.method.upper():
                self._path_differs(found, member)
            else:
                self._method_differs(found, member)
            found.members.append(member)
        for (ours, theirs), joined in prefixed.items():
            self._prefix_differs(ours, theirs, joined)
        return left

    def _path_differs(self, group: _Growing, member: Member) -> None:
        with self._report.about(f"{group.method} {group.path}"):
            self._report.error(
                "path-differs",
                f"{group.method} {group.path}: the page has it under {member.operation.path} ({_called(member)})",
                at=group.members[0].operation.origin,
                also=(member.operation.origin,),
            )

    def _method_differs(self, group: _Growing, member: Member) -> None:
        with self._report.about(f"{group.method} {group.path}"):
            self._report.error(
                "method-differs",
                f"{group.method} {group.path}: the page calls it by {member.operation.method.upper()} "
                f"({_called(member)})",
                at=group.members[0].operation.origin,
                also=(member.operation.origin,),
            )

    def _prefix_differs(self, ours: str, theirs: str, joined: Sequence[tuple[_Growing, Member]]) -> None:
        """One finding for all operations whose paths lack or add the same prefix on the pages; it names each page."""
        group, member = joined[0]
        if len(joined) == 1:
            self._path_differs(group, member)
            return
        places: dict[str, Origin] = {}
        for _, other in joined:
            places.setdefault(other.source.document, other.operation.origin)
        pages = "page" if len(places) == 1 else "pages"
        self._report.error(
            "path-differs",
            f"the paths of {len(joined)} operations begin with {ours or 'nothing'} in the document and with "
            f"{theirs or 'nothing'} on the {pages}, such as {group.method} {group.path}",
            at=group.members[0].operation.origin,
            also=tuple(places.values()),
        )

    def _with_prefix(self, member: Member, by_tail: Mapping[tuple[str, str], list[_Growing]]) -> _Growing | None:
        """The only group whose path is the member's but for a prefix such as `/api/v1`."""
        method = member.operation.method.upper()
        for tail in paths.tails(paths.key(member.operation.path)):
            candidates = by_tail.get((method, tail), ())
            if len(candidates) == 1 and not self._compare(candidates[0], member).contradicts:
                return candidates[0]
        return None

    def _with_text(
        self, member: Member, by_text: Mapping[tuple[str, frozenset[str]], list[_Growing]]
    ) -> _Growing | None:
        """The only group that says literally the same and agrees in at least one thing more."""
        method = member.operation.method.upper()
        for text in self._meaning(member).texts:
            candidates = by_text.get((method, text), ())
            if len(text) >= _TELLING and len(candidates) == 1 and self._compare(candidates[0], member).is_proof:
                return candidates[0]
        return None

    def _with_other_method(self, member: Member, by_path: Mapping[str, list[_Growing]]) -> _Growing | None:
        """The only group on the same path that is described in much the same words and has the same inside."""
        found = []
        for group in by_path.get(paths.key(self._relative(member)), ()):
            likeness = self._compare(group, member)
            if likeness.same_inside and (likeness.text or 0.0) >= 0.5 and not likeness.contradicts:
                found.append(group)
        return found[0] if len(found) == 1 else None

    # -- operations that only pages have

    def _on_their_own(self, members: Sequence[Member]) -> list[_Growing]:
        groups: list[_Growing] = []
        known: dict[tuple[str, str], list[_Growing]] = {}
        for member in members:
            path = self._named(self._relative(member))
            order = (len(self._groups), len(groups))  # behind the documents, in the order of the pages
            group = _Growing(member.operation.method.upper(), path, [member], order)
            for other in known.get(group.key, ()):
                if not compare(other.meaning, group.meaning).contradicts:
                    other.members.append(member)
                    break
            else:
                known.setdefault(group.key, []).append(group)
                groups.append(group)
        return groups

    def _relative(self, member: Member) -> str:
        """The page's path without the path that the documents' servers already have (`/api/v1`)."""
        path = member.operation.path
        for base in self._bases:
            for own in ("", *_prefixes(member.source)):
                if (own + path).startswith(base + "/"):
                    return (own + path)[len(base) :]
        return path

    def _named(self, path: str) -> str:
        """The page's template with the documents' names for placeholders on the same way.

        In a row of placeholders (`/tiles/{zoom}/{x}/{y}`) the same way may lead to something else, so that there the
        names must have a word in common.
        """
        path = paths.normalised(path)
        names = {}
        for name, way in paths.ways(path):
            known = self._names.get(way)
            in_a_row = f"}}/{{{name}}}" in path or f"{{{name}}}/{{" in path
            alike = known is not None and (not in_a_row or bool(stems(known) & stems(name)))
            if known is not None and alike and known not in paths.placeholders(path):
                names[name] = known
        return paths.normalised(paths.renamed(path, names))


_MARGIN = 0.1
"""By how much a better place must be better."""
_TELLING = 3
"""Words that a text must have before it proves anything by being the same."""


def _prefixes(source: draft.Draft) -> tuple[str, ...]:
    """The paths of a source's servers, without those that are empty."""
    found = []
    for server in source.servers:
        try:
            path = urlsplit(server.url).path.rstrip("/")
        except ValueError:
            continue
        if path:
            found.append(path if path.startswith("/") else "/" + path)
    return tuple(dict.fromkeys(found))


def _placeholder_names(groups: Sequence[_Growing]) -> dict[str, str]:
    """The documents' name for the placeholder at the end of each way."""
    names: dict[str, str] = {}
    for group in groups:
        for name, way in paths.ways(group.path):
            names.setdefault(way, name)
    return names
