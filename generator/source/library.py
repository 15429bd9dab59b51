"""Opens documents by name, inside the folders it may read, and finds places in them.

One library serves one run: it remembers what it has opened, so that positions can be looked up at the end and the
inputs of the run can be listed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin

from generator.diagnostics import InputError, Origin
from generator.source import json_text, positions
from generator.source.copies import NOWHERE, Copies, Fetching, Reach
from generator.source.document import Document
from generator.source.lines import Position, position_of
from generator.source.values import MISSING
from generator.source.web import is_url

MAX_BYTES = 200_000_000
"""The largest document that is read; the largest real ones have 50 MB."""


class Library:
    """The documents of one run.

    Args:
        root: The project folder; names of documents are relative to it.
        reach: What may be read beyond it; without it, nothing.
        fetching: Whether this run may go to the web for what `reach` allows.
    """

    def __init__(self, root: Path, reach: Reach = NOWHERE, fetching: Fetching = "never") -> None:
        self.root = root.resolve()
        self.copies = Copies(reach, fetching)
        self._folders = (self.root, *(folder.resolve() for folder in reach.folders))
        self._bases: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self._paths: dict[str, Path] = {}

    def name_of(self, path: Path) -> str:
        """How the file at `path` is called: relative to the project folder where it can be, with `/`."""
        relative = os.path.relpath(path.resolve(), self.root)
        return PurePosixPath(Path(relative)).as_posix()

    def open_tree(self, source: Path | str) -> Document:
        """Open a JSON or YAML document that the configuration names: a file, or a URL as text.

        Raises:
            InputError: It cannot be read or parsed.
        """
        text = self.open_text(source)
        return text if text.tree is not MISSING else self.add_tree(text.name, text.text)

    def open_text(self, source: Path | str) -> Document:
        """Open a document that the configuration names, without a look at what it holds.

        Raises:
            InputError: It cannot be read.
        """
        name = self.name_of(source) if isinstance(source, Path) else source
        if name not in self._documents:
            text = self._read(source, name) if isinstance(source, Path) else self._fetched(source)
            self._documents[name] = Document(name=name, text=text)
            if isinstance(source, Path):
                self._paths[name] = source
        return self._documents[name]

    def open_reference(self, reference: str, base: str) -> Document:
        """Open the document that a `$ref` in the document `base` names.

        Args:
            reference: A URI reference without its fragment (RFC 3986).
            base: The name of the referring document.

        Raises:
            InputError: It lies outside of what the project may read, or cannot be read or parsed.
        """
        if is_url(reference) or base in self._bases:
            return self.open_tree(urljoin(self._bases.get(base, ""), reference))
        reference = unquote(reference)
        if "://" in reference or reference.startswith(("//", "/", "\\")) or ":" in reference.split("/")[0]:
            raise InputError("ref-refused", f"{reference!r} is neither a relative file nor a URL")
        try:
            path = (self.root / base).parent.joinpath(*PurePosixPath(reference).parts).resolve()
        except (OSError, RuntimeError, ValueError):  # a loop of symbolic links, a name that no system takes
            raise InputError("cannot-read", f"{reference!r} is not the name of a file") from None
        if not any(path.is_relative_to(folder) for folder in self._folders):
            message = f"{reference!r} leads out of the project folder, into none that `allow_folders` names"
            raise InputError("ref-refused", message)
        return self.open_tree(path)

    def add_tree(self, name: str, text: str, within: Origin | None = None) -> Document:
        """Parse `text` as the document `name`; JSON where it looks like JSON, else YAML.

        Args:
            name: How it is called.
            text: All of it.
            within: Where its first line stands in a document that holds it.

        Raises:
            InputError: It cannot be parsed.
        """
        looks_like_json = text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")
        if looks_like_json and not name.endswith((".yaml", ".yml")):
            syntax, parse = "json", json_text.parse
        else:
            from generator.source import yaml_text

            syntax, parse = "yaml", yaml_text.parse
        tree, findings = parse(text, name)
        document = Document(name=name, text=text, tree=tree, syntax=syntax, findings=findings, within=within)
        self._documents[name] = document
        return document

    def replace(self, document: Document) -> None:
        """Let a document stand in place of the one of its name, as an overlay or a repair changed it."""
        self._documents[document.name] = document

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The files read so far, in the order of their names; of a document of the web, its copy."""
        return tuple(self._paths[name] for name in sorted(self._paths))

    def text_of(self, name: str) -> str:
        """The text of an opened document; "" for one that is not open."""
        document = self._documents.get(name)
        return document.text if document else ""

    def locate(self, origins: Iterable[Origin]) -> dict[Origin, Origin]:
        """Line and column for each origin, in one pass over each document; origins that have them map to themselves."""
        located: dict[Origin, Origin] = {}
        wanted: dict[str, dict[str, list[Origin]]] = {}
        for origin in origins:
            if origin.line or origin.document not in self._documents:
                known = self._documents.get(origin.document)
                located[origin] = known.seen_from_outside(origin) if known else origin
                continue
            place = self._documents[origin.document].written(origin)
            if place.line or place.document not in self._documents:
                located[origin] = place
            else:
                wanted.setdefault(place.document, {}).setdefault(place.pointer, []).append(origin)
        for name, pointers in wanted.items():
            document = self._documents[name]
            places = _positions(document, pointers)
            for pointer, asked in pointers.items():
                line, column = places.get(pointer, (1, 1))
                located |= dict.fromkeys(asked, document.seen_from_outside(Origin(name, pointer, line, column)))
        return located

    def _read(self, path: Path, name: str) -> str:
        try:
            if path.stat().st_size > MAX_BYTES:
                raise InputError("too-large", f"larger than {MAX_BYTES // 1_000_000} MB", Origin(name))
            return _decoded(path.read_bytes(), name)
        except OSError as error:
            reason = error.strerror or "cannot be read"
            raise InputError("cannot-read", f"{reason}: {path.name}", Origin(name)) from None

    def _fetched(self, url: str) -> str:
        found = self.copies.read(url)
        self._bases[url] = found.url
        copy = self.copies.path_of(url)
        if copy:
            self._paths[url] = copy
        return _decoded(found.content, url)


def _positions(document: Document, pointers: Iterable[str]) -> dict[str, Position]:
    """Line and column of the pointers' values."""
    if document.syntax == "json":
        return positions.json_positions(document.text, pointers)
    if document.syntax == "text":
        return {}
    from generator.source.yaml_positions import yaml_positions

    return yaml_positions(document.text, pointers)


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How text in UTF-16 begins, as some shells and editors write it; YAML allows it (1.2 §5.2)."""
_PACKED = {b"PK\x03\x04": "a ZIP archive", b"\x1f\x8b": "compressed by gzip", b"%PDF": "a PDF"}


def _decoded(content: bytes, name: str) -> str:
    for start, kind in _PACKED.items():
        if content.startswith(start):
            raise InputError("not-utf-8", f"this file is {kind}, not text", Origin(name))
    encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        line, column = position_of(before, len(before))
        message = f"not {encoding.upper()} text (byte {error.start}); save the file as UTF-8"
        raise InputError("not-utf-8", message, Origin(name, line=line, column=column)) from None
