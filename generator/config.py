"""`specloom.yaml` -> `Config`: what to read, what to make of it, and where to put it.

In: the project file's tree, or the same facts from flags. Out: a frozen `Config`, every path absolute. Wrong keys and
values are `InputError`s with the place and the nearest right word.
"""

from __future__ import annotations

import difflib
import glob
import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from generator.diagnostics import InputError, Origin
from generator.encoders.data import string
from generator.records import dataclass
from generator.source import NOWHERE, Allowed, Library, Node, Reach, web

PROJECT_FILE = "specloom.yaml"
TARGETS = {
    "python-client": "client/: an installable Python client, sync and async",
    "fastapi-server": "server/: an installable FastAPI stub server with handlers to subclass",
    "markdown-docs": "docs/: a Markdown reference with mkdocs.yml",
    "openapi": "openapi.yaml: the API of all sources together as one OpenAPI 3.1 document",
}
"""What can be generated, and what each is."""
FORMATTERS = ("ruff", "black", "none")
COPIES = "fetched"
"""The folder of the copies of documents that are named by a URL, beside the project file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Documentation pages: the files in the order they are read, and the profile's name or path; "" to recognise it."""

    files: tuple[Path, ...]
    profile: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to generate.

    Attributes:
        package: The Python package's name (of the reference: that of the client its samples import); "" to derive it.
        server: For the client: the package of the stub server that its tests start; "" to derive it.
    """

    name: str
    package: str = ""
    server: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How a list is walked, settled by the user, in the terms of `model.Pagination`; the kind `none` for not at all."""

    kind: str
    items: tuple[str, ...] = ()
    parameter: str = ""
    size_parameter: str = ""
    first: int = 1
    next: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """What the user settles of an operation: its place and its pagination; `path` and `method` say which operation."""

    method: str
    path: str
    resource: tuple[str, ...] = ()
    action: str = ""
    paging: Paging | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A project. `root` is the folder that names of documents are relative to.

    Attributes:
        file: The project file, where there is one.
        openapi: Files, and URLs as text.
        places: Where the project file names a URL or a profile, by its text.
        reach: What may be read beyond `root`.
        validate: Whether openapi-spec-validator runs: `full`, `fast` (the metaschema only), `auto` (full where it is
            cheap).
    """

    name: str
    root: Path
    output: Path
    openapi: tuple[Path | str, ...] = ()
    pages: tuple[Pages, ...] = ()
    overlays: tuple[Path, ...] = ()
    targets: tuple[Target, ...] = ()
    renames: tuple[Rename, ...] = ()
    precedence: Mapping[str, str] = field(default_factory=dict)
    precedence_origin: Origin | None = None
    file: Path | None = None
    places: Mapping[str, Origin] = field(default_factory=dict, compare=False)
    formatter: str = "ruff"
    validate: str = "auto"
    reach: Reach = NOWHERE


_KEYS = (
    "name",
    "openapi",
    "pages",
    "overlays",
    "targets",
    "output",
    "formatter",
    "validate",
    "precedence",
    "operations",
    "allow_urls",
    "allow_folders",
)


def load(file: Path, library: Library) -> Config:
    """Read a project file.

    Args:
        file: The `specloom.yaml`; all paths in it are relative to its folder.
        library: Opens it, and knows its positions when an error is shown.

    Raises:
        InputError: It is missing, not YAML, or says something that is not understood.
    """
    root = library.open_tree(file).root
    if not root.is_map:
        raise InputError("config", "a project file is a mapping with the keys " + ", ".join(_KEYS), root.origin)
    if "info" in root and ("openapi" in root or "swagger" in root):
        message = "an OpenAPI document is no project; name it by --openapi, or `specloom init` writes a project for it"
        raise InputError("config", message, root.origin)
    _check_keys(root, _KEYS)
    folder = file.parent.resolve()
    name = _text(root["name"]) if "name" in root else folder.name
    return Config(
        name=name,
        root=folder,
        file=file.resolve(),
        output=(folder / (_text(root["output"]) if "output" in root else f"output/{name}")).resolve(),
        openapi=tuple(source for entry in _many(root["openapi"]) for source in _sources(entry, folder)),
        pages=tuple(_pages(entry, folder) for entry in _many(root["pages"])),
        overlays=tuple(path for entry in _many(root["overlays"]) for path in _files(entry, folder)),
        targets=_targets(root["targets"]),
        renames=tuple(_rename(key, entry) for key, entry in _mapped(root["operations"], "operations ('GET /path')")),
        precedence={
            key: _choice(entry, ("openapi", "pages")) for key, entry in _mapped(root["precedence"], "kinds of facts")
        },
        precedence_origin=root["precedence"].origin,
        places={entry.text: entry.origin for entry in _nameable(root) if entry.text},
        formatter=_choice(root["formatter"], FORMATTERS) if "formatter" in root else "ruff",
        validate=_choice(root["validate"], ("auto", "fast", "full")) if "validate" in root else "auto",
        reach=Reach(
            folders=tuple((folder / _text(entry)).resolve() for entry in _many(root["allow_folders"])),
            urls=tuple(_allowed(entry) for entry in _many(root["allow_urls"])),
            copies=folder / COPIES,
        ),
    )


def from_flags(
    openapi: Sequence[str],
    pages: Sequence[str],
    profile: str,
    overlays: Sequence[str],
    name: str,
    output: Path | None,
    folder: Path,
) -> Config:
    """The project that the command's flags describe, with all targets.

    Args:
        openapi, pages, overlays: File names or patterns, relative to `folder`.
        profile: For all pages; "" to recognise it.
        name: The API's name; "" to take it from the first source's file name.
        output: The output folder; None for `output/<name>` below `folder`.
        folder: What names of documents are relative to.

    Raises:
        InputError: A named file does not exist.
    """
    specs = tuple(path for pattern in openapi for path in _matching(pattern, folder, None))
    texts = tuple(path for pattern in pages for path in _matching(pattern, folder, None))
    name = name or next((path.stem for path in (*specs, *texts)), "api")
    return Config(
        name=name,
        root=folder.resolve(),
        output=(output or folder / "output" / name).resolve(),
        openapi=specs,
        pages=(Pages(files=texts, profile=profile),) if texts else (),
        overlays=tuple(path for pattern in overlays for path in _matching(pattern, folder, None)),
        targets=tuple(Target(name=target) for target in TARGETS),
    )


def narrowed(config: Config, names: Sequence[str]) -> Config:
    """The same project with only the targets of these names, which need not be among its own.

    Raises:
        InputError: There is no such target.
    """
    known = {target.name: target for target in config.targets}
    for name in names:
        if name not in TARGETS:
            raise InputError("config", f"there is no target {name!r}" + _nearest(name, tuple(TARGETS)))
    return replace(config, targets=tuple(known.get(name, Target(name=name)) for name in dict.fromkeys(names)))


def starter(name: str, specs: Sequence[Path], pages: Sequence[Path]) -> str:
    """The text of a first `specloom.yaml` for these sources, with a comment on each key."""
    lines = [f"name: {string(name)}  # packages and classes are named from it"]
    if specs:
        lines += ["openapi:", *(f"  - {string(path.as_posix())}" for path in specs)]
    if pages:
        lines += ["pages:  # documentation pages; their profile is recognised, or named by `profile:`"]
        lines += [f"  - files: {string(path.as_posix())}" for path in pages]
    lines += ["targets:  # leave out what you do not need"]
    lines += [f"  {target}: {{}}  # {meaning}" for target, meaning in TARGETS.items()]
    lines += [f"output: {string(f'output/{name}')}  # owned by specloom; commit it"]
    return "".join(line + "\n" for line in lines)


def _nameable(root: Node) -> Iterator[Node]:
    """What may name a URL or a profile."""
    yield from _many(root["openapi"])
    yield from (entry["profile"] for entry in _many(root["pages"]))


def _targets(node: Node) -> tuple[Target, ...]:
    if not node.present:
        return tuple(Target(name=name) for name in TARGETS)
    named = list(node.items()) if node.is_map else [(_text(entry), entry["package"]) for entry in _many(node)]
    targets = []
    packages: set[str] = set()
    for name, options in named:
        if name not in TARGETS:
            raise InputError("config", f"there is no target {name!r}" + _nearest(name, tuple(TARGETS)), options.origin)
        keys = ("package", "server") if name == "python-client" else ("package",)
        _check_keys(options, keys)
        targets.append(Target(name=name, **{key: _package(options[key]) for key in keys if key in options}))
        package = targets[-1].package if name in ("python-client", "fastapi-server") else ""
        if package in packages:
            message = f"client and server cannot share the package {package!r}: they are installed side by side"
            raise InputError("config", message, options["package"].origin)
        packages |= {package} - {""}
    return _acquainted(targets)


def _package(node: Node) -> str:
    """The name of a Python package."""
    name = _text(node)
    if not name.isidentifier() or keyword.iskeyword(name):
        plain = re.sub(r"\W+", "_", name).strip("_")
        near = f"; did you mean {plain!r}?" if plain.isidentifier() and not keyword.iskeyword(plain) else ""
        raise InputError("config", f"{name!r} is no name of a Python package{near}", node.origin)
    return name


def _acquainted(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Each target with the package of the one beside it that its samples or tests use, unless it is told of another."""
    packages = {target.name: target.package for target in targets}
    return tuple(
        replace(target, package=target.package or packages.get("python-client", ""))
        if target.name == "markdown-docs"
        else replace(target, server=target.server or packages.get("fastapi-server", ""))
        for target in targets
    )


def _pages(entry: Node, folder: Path) -> Pages:
    if entry.text:
        return Pages(files=_files(entry, folder))
    _check_keys(entry, ("files", "profile"))
    files = tuple(path for pattern in _many(entry["files"]) for path in _files(pattern, folder))
    return Pages(files=files, profile=_text(entry["profile"]) if "profile" in entry else "")


def _rename(key: str, entry: Node) -> Rename:
    _check_keys(entry, ("resource", "action", "pagination"))
    method, _, path = key.partition(" ")
    if not path.startswith("/"):
        raise InputError("config", f"{key!r} does not name an operation; write it as 'GET /path'", entry.origin)
    resource = tuple(_text(entry["resource"]).split(".")) if "resource" in entry else ()
    return Rename(
        method=method.upper(),
        path=path,
        resource=resource,
        action=_text(entry["action"]) if "action" in entry else "",
        paging=_paging(entry["pagination"]) if "pagination" in entry else None,
        origin=entry.origin,
    )


def _paging(entry: Node) -> Paging:
    """`none`, or a mapping; ways into the response are written with dots (`meta.next`)."""
    kinds = ("page", "offset", "cursor", "link", "none")
    if not entry.is_map:
        return Paging(kind=_choice(entry, ("none",)), origin=entry.origin)
    _check_keys(entry, ("kind", "items", "parameter", "size", "first", "next", "last", "more", "total"))
    items, following, last, more, total = (
        tuple(_text(entry[key]).split(".")) if key in entry else ()
        for key in ("items", "next", "last", "more", "total")
    )
    return Paging(
        kind=_choice(entry["kind"], kinds),
        items=items,
        parameter=_text(entry["parameter"]) if "parameter" in entry else "",
        size_parameter=_text(entry["size"]) if "size" in entry else "",
        first=int(entry["first"].number or 0) if "first" in entry else 1,
        next=following,
        last=last,
        more=more,
        total=total,
        origin=entry.origin,
    )


def _sources(entry: Node, folder: Path) -> tuple[Path | str, ...]:
    return (entry.text,) if web.is_url(entry.text) else _files(entry, folder)


def _allowed(entry: Node) -> Allowed:
    """A URL, or a mapping with `url` and `private`; a URL that names an address itself allows that one."""
    if entry.is_map:
        _check_keys(entry, ("url", "private"))
    url = _text(entry["url"] if entry.is_map else entry)
    problem = web.problem_of(url)
    if problem:
        raise InputError("config", f"{url!r} cannot be allowed: {problem}", entry.origin)
    return Allowed(url, private=entry["private"].flag or web.names_an_address(url))


def _files(entry: Node, folder: Path) -> tuple[Path, ...]:
    return _matching(_text(entry), folder, entry.origin)


def _matching(pattern: str, folder: Path, at: Origin | None) -> tuple[Path, ...]:
    """The files that a pattern names, sorted; a plain name must exist."""
    if not any(sign in pattern for sign in "*?["):
        if web.is_url(pattern):
            raise InputError("config", f"{pattern!r}: URLs are named in a project file, under `openapi`", at)
        path = folder / pattern
        if not path.is_file():
            raise InputError("cannot-read", f"there is no file {pattern!r}", at)
        return (path,)
    # pathlib's glob takes no pattern that begins with `..` or `/`
    found = tuple(
        sorted(
            Path(name)
            for name in glob.glob(str(folder / pattern), recursive=True)  # noqa: PTH207
            if Path(name).is_file()
        )
    )
    if not found:
        raise InputError("cannot-read", f"no file matches {pattern!r}", at)
    return found


def _many(node: Node) -> tuple[Node, ...]:
    """A list's entries; a lone value counts as a list of one."""
    if not node.present or node.value is None:
        return ()
    return tuple(node) if node.is_list else (node,)


def _mapped(node: Node, keys: str) -> Iterator[tuple[str, Node]]:
    """The members of a mapping; what is none is refused, and what is missing has none."""
    if node.present and node.value is not None and not node.is_map:
        raise InputError("config", f"expected a mapping with {keys} as keys", node.origin)
    return node.items()


def _text(node: Node) -> str:
    if isinstance(node.value, str) and node.value:
        return node.value
    raise InputError("config", "expected some text here", node.origin)


def _choice(node: Node, choices: tuple[str, ...]) -> str:
    value = _text(node)
    if value not in choices:
        raise InputError("config", f"{value!r} is none of {', '.join(choices)}", node.origin)
    return value


def _check_keys(node: Node, known: tuple[str, ...]) -> None:
    if node.present and node.value is not None and not node.is_map:
        raise InputError("config", "expected a mapping with the keys " + ", ".join(known), node.origin)
    for key, entry in node.items():
        if key not in known:
            raise InputError("config", f"there is no key {key!r} here" + _nearest(key, known), entry.origin)


def _nearest(word: str, words: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, words, n=1)
    return f"; did you mean {near[0]!r}?" if near else "; there are " + ", ".join(words)
