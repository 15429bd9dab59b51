"""Copies of documents of the web, kept in the project, so that a build needs no network and makes the same bytes.

In: the copies' folder with its index (`urls.json`: for each URL its file, its digest and where it came from).
Out: texts by URL. A copy is taken as it stands; what has none is fetched where the run may do that. Nothing is written
here: `files` are what the folder should hold.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Literal
from urllib.parse import urldefrag, urlsplit

from generator.diagnostics import InputError
from generator.records import dataclass
from generator.source import web
from generator.source.web import Allowed, Unfetched

INDEX = "urls.json"
"""The index of a folder of copies."""

Fetching = Literal["never", "missing", "always"]
"""Whether a run goes to the web: not at all, for what has no copy, or for everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a project may read beyond its own folder.

    Attributes:
        folders: Further folders that a `$ref` may lead into.
        urls: What may be fetched; () for nothing.
        copies: The folder of the copies; None where a project has none.
    """

    folders: tuple[Path, ...] = ()
    urls: tuple[Allowed, ...] = ()
    copies: Path | None = None


NOWHERE = Reach()
"""The reach of a project that says nothing of it."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as it came, and the URL that relative references in it are relative to (RFC 3986 §5.1.3)."""

    url: str
    content: bytes


class Copies:
    """The documents of the web that one run reads."""

    def __init__(self, reach: Reach, fetching: Fetching = "never") -> None:
        self._reach = reach
        self._fetching: Fetching = fetching
        self._used: dict[str, Fetched] = {}
        self._index: dict[str, dict[str, str]] | None = None

    def read(self, url: str) -> Fetched:
        """The document at a URL.

        Raises:
            InputError: The configuration does not allow it (`ref-refused`).
            Unfetched: It is allowed, and there is no sound copy and it is not or cannot be fetched.
        """
        problem = web.problem_of(url)
        if not problem and web.permit_of(url, self._reach.urls) is None:
            problem = "`allow_urls` of specloom.yaml does not name it"
        if problem:
            raise InputError("ref-refused", f"{url!r} is not fetched: {problem}")
        url = urldefrag(url).url
        if url not in self._used:
            copy = None if self._fetching == "always" else self._copy(url)
            if copy is None and self._fetching == "never":
                raise Unfetched("not-fetched", f"there is no copy of {url!r} in the project; run `specloom fetch`")
            self._used[url] = copy or self._fetch(url)
        return self._used[url]

    @property
    def folder(self) -> Path | None:
        """Where copies are kept."""
        return self._reach.copies

    @property
    def files(self) -> dict[str, bytes]:
        """What the folder should hold after this run, by name: the documents read, and the index of them."""
        index = {url: {"file": _name(url), "sha256": _digest(entry.content)} for url, entry in self._used.items()}
        for url, entry in self._used.items():
            if entry.url != url:
                index[url]["from"] = entry.url
        files = {_name(url): entry.content for url, entry in self._used.items()}
        text = json.dumps(index, indent=1, sort_keys=True, ensure_ascii=False)
        return {**files, INDEX: (text + "\n").encode()} if files else {}

    def path_of(self, url: str) -> Path | None:
        """Where the copy of a URL that was read lies, or will lie."""
        return self._reach.copies / _name(url) if self._reach.copies else None

    def _fetch(self, url: str) -> Fetched:
        from generator.source.download import fetch

        return Fetched(*fetch(url, self._reach.urls))

    def _copy(self, url: str) -> Fetched | None:
        folder = self._reach.copies
        if self._index is None:
            self._index = _index(folder / INDEX) if folder else {}
        entry = self._index.get(url)
        if entry is None or folder is None:
            return None
        place = folder / _name(url)
        try:
            content = place.read_bytes()
        except OSError:
            return None
        if _digest(content) != entry.get("sha256"):
            raise Unfetched("copy-changed", f"{place.name!r} is not what was fetched from {url!r}")
        return Fetched(entry.get("from", url), content)


def _index(path: Path) -> dict[str, dict[str, str]]:
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    entries = tree.items() if isinstance(tree, dict) else ()
    return {
        url: {key: value for key, value in entry.items() if isinstance(value, str)}
        for url, entry in entries
        if isinstance(entry, dict)
    }


def _name(url: str) -> str:
    """The name of a copy: a digest of its URL, which no two share, and the last step of its path for people."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", last).strip(".-")[-60:]
    return f"{_digest(url.encode())[:12]}-{plain or 'document'}"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
