"""What has to hold for every generated file, whatever the input says; each judge yields what is wrong.

In: the files of a run. A judge knows what the templates make, from a run over a harmless document (`Vocabulary`), and
nothing of the payloads except the prefix of their canaries.
"""

from __future__ import annotations

import ast
import builtins
import collections
import html.parser
import io
import json
import re
import tokenize
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import markdown
import yaml
from markdown_it import MarkdownIt

from generator.artifact import File

CANARY = re.compile(r"zq\d{3}k", re.IGNORECASE)


@dataclass(slots=True)
class Vocabulary:
    """What templates and views make of harmless documents: kinds of nodes, modules, calls, keys of data files."""

    productions: set[tuple[str, str, str]] = field(default_factory=set)
    modules: set[str] = field(default_factory=lambda: {"builtins", "typing", "datetime"})
    calls: set[str] = field(default_factory=set)
    keys: set[tuple[str, str]] = field(default_factory=set)
    good: set[tuple[str, bytes]] = field(default_factory=set)

    def learn(self, files: Iterable[File]) -> None:
        """Take in what these files hold."""
        for file in files:
            if file.path.suffix == ".py":
                tree = ast.parse(file.content)
                for parent, slot, node in edges(tree):
                    self.productions.add((type(parent).__name__, slot, type(node).__name__))
                    self.modules |= set(imported(node))
                    if isinstance(node, ast.Call):
                        self.calls.add(callee(node))
            elif tree_of(file) is not None:
                self.keys |= {(file.path.name, key) for key in keys(tree_of(file))}


def judged(files: tuple[File, ...], vocabulary: Vocabulary) -> list[str]:
    """Everything that is wrong with the files of a run."""
    found = list(paths(files))
    for file in files:
        key = (file.path.name, file.content)
        if key not in vocabulary.good:
            wrongs = list(_judged(file, vocabulary))
            found += [f"{file.path}: {wrong}" for wrong in wrongs]
            if not wrongs:
                vocabulary.good.add(key)
    return found


def _judged(file: File, vocabulary: Vocabulary) -> Iterator[str]:
    try:
        match file.path.suffix:
            case ".py":
                yield from python(file, vocabulary)
            case ".md":
                yield from page(file.content.decode())
            case _:
                yield from data(file, vocabulary)
    except (SyntaxError, ValueError, yaml.YAMLError) as error:
        yield f"does not parse: {error}"


# Paths


_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)", re.IGNORECASE)


def paths(files: Iterable[File]) -> Iterator[str]:
    """Paths that leave the folder, or that some system cannot hold."""
    seen: dict[str, str] = {}
    for file in files:
        name = str(file.path)
        if file.path.is_absolute() or not re.fullmatch(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_.-]+", name):
            yield f"unsafe path {name!r}"
        for part in file.path.parts:
            if part in ("..", ".") or _RESERVED.match(part) or part.endswith(".") or len(part) > 120:
                yield f"unsafe part of a path {part!r}"
        if seen.setdefault(name.lower(), name) != name:
            yield f"{name!r} and {seen[name.lower()]!r} are one file on some systems"


# Python


def edges(tree: ast.AST) -> Iterator[tuple[ast.AST, str, ast.AST]]:
    """Every node with its parent and the field it stands in."""
    for parent in ast.walk(tree):
        for slot, value in ast.iter_fields(parent):
            for node in value if isinstance(value, list) else [value]:
                if isinstance(node, ast.AST):
                    yield parent, slot, node


def imported(node: ast.AST) -> Iterator[str]:
    """The modules that an import names, without those of the package itself."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield str(node.module)


def callee(node: ast.Call) -> str:
    """What is called, as source; names that the generator allocates are left out."""
    match node.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return f".{name}"
    return type(node.func).__name__


def python(file: File, vocabulary: Vocabulary) -> Iterator[str]:
    """What a Python file holds that no template made."""
    source = file.content.decode()
    tree = ast.parse(source)
    compile(source, str(file.path), "exec", dont_inherit=True)
    bound = _bound(tree)
    for parent, slot, node in edges(tree):
        production = (type(parent).__name__, slot, type(node).__name__)
        if vocabulary.productions and production not in vocabulary.productions:
            yield f"line {getattr(node, 'lineno', '?')}: {'.'.join(production)} is not made by a template"
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in bound:
            yield f"line {node.lineno}: the name {node.id!r} is bound nowhere"
        for module in imported(node):
            if vocabulary.productions and module not in vocabulary.modules and not CANARY.search(module):
                yield f"line {getattr(node, 'lineno', '?')}: imports {module!r}"
        if isinstance(node, ast.Call) and vocabulary.calls:
            name = callee(node)
            local = name.lstrip(".") in bound or (name.startswith(".") and _own(name[1:]))
            if name not in vocabulary.calls and not local:
                yield f"line {node.lineno}: calls {name!r}"
    for comment in _comments(source):
        if CANARY.search(comment) and re.search(r"type:|coding[:=]|fmt:|noqa|pyright:|mypy:", comment):
            yield f"input in a comment reads as a directive: {comment!r}"


def _own(name: str) -> bool:
    """Whether an attribute is one that the generator allocates: an identifier of its own shape."""
    return name.isidentifier() and not name.startswith("__")


def _bound(tree: ast.AST) -> set[str]:
    names = set(dir(builtins)) | {"__file__", "__name__"}
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.arg(arg=name):
                names.add(name)
            case ast.alias(name=name, asname=other):
                names.add(other or name.split(".")[0])
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                names.add(name)
            case ast.MatchMapping(rest=str(name)):
                names.add(name)
    return names


def _comments(source: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def shape(file: File) -> str:
    """A Python file's syntax tree without the values of its constants: equal for equal input but for its texts."""
    tree = ast.parse(file.content)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def constants(files: Iterable[File]) -> str:
    """All text of all string constants of the Python files."""
    texts: list[str] = []
    for file in files:
        if file.path.suffix == ".py":
            tree = ast.parse(file.content)
            texts += [str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return "\n".join(texts)


# Markdown

_COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable("table")
_OURS = re.compile(r'<a name="[a-z0-9-]+">|</a>|<code>|</code>|<br>\Z')
_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 a table thead tbody tr th td code pre ul ol li strong em br hr".split()  # noqa: SIM905
)
_ATTRIBUTES = {
    "a": {"name", "href", "class", "title"},
    "code": {"class"},
    "td": {"style"},
    "th": {"style"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "ol": {"start"},
}


def page(text: str) -> Iterator[str]:
    """Tags and links in a page that are not from a template, to CommonMark and to Python-Markdown as MkDocs sets it."""
    for token in _COMMONMARK.parse(text):
        if token.type == "html_block":
            yield f"an HTML block {token.content[:80]!r}"
        for inner in token.children or ():
            if inner.type == "html_inline" and not _OURS.fullmatch(inner.content):
                yield f"a tag {inner.content[:80]!r}"
            if inner.type == "image":
                yield f"an image {str(inner.attrs)[:80]}"
            if inner.type == "link_open" and not _safe(str(inner.attrs.get("href", ""))):
                yield f"a link to {str(inner.attrs.get('href'))[:80]!r}"
    yield from _rendered(markdown.markdown(text, extensions=["tables", "fenced_code", "toc"]), "Python-Markdown")
    if re.search(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text):
        yield "signs that are not shown"


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.wrong.append(f"a tag <{tag}>")
        for name, value in attrs:
            if name not in _ATTRIBUTES.get(tag, set()):
                self.wrong.append(f"an attribute <{tag} {name}={value!r}>")
            if name == "href" and not _safe(value or ""):
                self.wrong.append(f"a link to {value!r}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"a comment {data[:60]!r}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"a declaration {decl[:60]!r}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"an instruction {data[:60]!r}")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"a declaration {data[:60]!r}")


def _rendered(text: str, by: str) -> Iterator[str]:
    tags = _Tags()
    tags.feed(text)
    tags.close()
    yield from (f"{wrong} ({by})" for wrong in tags.wrong)


def _safe(target: str) -> bool:
    """Whether a link leads to a web or mail address or to a place in the reference itself."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme in ("http", "https", "mailto"):
        return True
    return not parts.scheme and not parts.netloc and ".." not in parts.path.split("/") and not target.startswith("/")


def outline(text: str) -> dict[str, int]:
    """How many blocks of each kind a page has."""
    counts: dict[str, int] = collections.Counter(
        token.type for token in _COMMONMARK.parse(text) if token.type.endswith("_open") or token.type == "fence"
    )
    return {kind: counts[kind] for kind in ("heading_open", "table_open", "tr_open", "td_open", "fence")}


# Data files


def tree_of(file: File) -> Any:
    """The value that a data file holds; None for other files."""
    match file.path.suffix:
        case ".toml":
            return tomllib.loads(file.content.decode())
        case ".json":
            return json.loads(file.content)
        case ".yml" | ".yaml":
            return yaml.load(file.content, Loader=yaml.CSafeLoader)
    return None


def keys(tree: Any, above: str = "") -> Iterator[str]:
    """The paths of a tree's keys, list indices left out."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield f"{above}/{key}"
            yield from keys(value, f"{above}/{key}")
    elif isinstance(tree, list):
        for value in tree:
            yield from keys(value, above)


def data(file: File, vocabulary: Vocabulary) -> Iterator[str]:
    """Keys of a settings file that no template wrote, and tags in YAML."""
    tree = tree_of(file)
    if file.path.suffix == ".toml" and vocabulary.keys:
        for key in keys(tree):
            if (file.path.name, key) not in vocabulary.keys:
                yield f"the key {key!r} is not from a template"
    if file.path.name == "mkdocs.yml" and vocabulary.keys:
        for key in tree:
            if (file.path.name, f"/{key}") not in vocabulary.keys:
                yield f"the key {key!r} is not from a template"
        for entry in tree.get("nav", ()):
            if not all(re.fullmatch(r"[a-z0-9_/-]+\.md", str(place)) for place in entry.values()):
                yield f"odd navigation {entry!r}"
