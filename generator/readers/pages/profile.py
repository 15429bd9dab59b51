"""A site's profile: YAML -> `Profile`.

In: the name of a built-in profile, or the path of one. Out: frozen rules, every pattern compiled. Mistakes are
`InputError`s with the place and the nearest right word. All that is known of a site stands in its YAML file, nothing
of it in Python. `docs/profiles.md` describes the grammar for its users.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Mapping
from dataclasses import field, fields, replace
from importlib import resources
from pathlib import Path
from typing import Any

from generator.diagnostics import InputError, Origin
from generator.draft import SecurityScheme
from generator.readers.pages.blocks import Tag
from generator.readers.pages.patterns import EXPRESSION, METHODS, Pattern, PatternError, compile_pattern
from generator.records import dataclass
from generator.source import Document, Library, Node

ELEMENT_MEANINGS = ("operation", "title", "section", "field", "response", "authentication", "text")
ELEMENT_FACTS = (
    *("method", "server", "path", "title", "name", "type", "required", "place", "description", "status"),
    *("needed", "scopes"),
)
ROUTE_PLACES = ("code", "tag", "heading", "text", "entry", "section", "table", "curl")
SECTION_KINDS = (
    "route",
    "authentication",
    "parameters",
    "path",
    "query",
    "headers",
    "cookies",
    "form",
    "json",
    "json or form",
    "body",
    "responses",
    "response",
    "response fields",
    "returns",
    "events",
    "request example",
    "response example",
    "error example",
    "description",
    "schemas",
    "schema",
    "schema fields",
    "schema example",
    "field",
    "field type",
    "ignore",
)
COLUMN_ROLES = (
    "name",
    "type",
    "required",
    "description",
    "default",
    "example",
    "enum",
    "place",
    "status",
    "event",
    "value",
    "method",
    "url",
    "ignore",
)
PLACEHOLDER_STYLES = ("colon", "braces", "angles", "brackets", "parentheses", "stars", "upper case")
NAMINGS = ("same", "camel", "snake")
ACTION_SOURCES = ("heading", "anchor")
PLACES = ("path", "query", "header", "cookie", "form", "json", "json or form", "form or json")
UNSAID = (*PLACES, "schema")
JSON_TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
SCHEME_KINDS = ("http", "apiKey", "oauth2", "openIdConnect")
SCHEME_KEYS = ("kind", "scheme", "place", "parameter", "description")
TYPE_KEYS = ("words", "type", "format", "items", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where a method and a path stand: in which kind of block, and in what words.

    Attributes:
        where: One of `ROUTE_PLACES`.
        pattern: The words, with the holes `method` and `path` or `url`.
        tag: The name of the element, where `where` is `tag`.
        methods: The element's attributes that may say the method.
        then: For a heading that gives the method alone, the words of the paragraph after it that gives the path.
    """

    where: str
    pattern: Pattern | None = None
    tag: str = ""
    methods: tuple[str, ...] = ()
    then: Pattern | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What an element or template tag of the site's own means, and which of its attributes say what."""

    tag: str
    meaning: str
    title: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    def of(self, tag: Tag, fact: str) -> str:
        """What an element says of a fact; "" where it says nothing."""
        return tag.attributes.get(self.attributes.get(fact, ""), "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeWord:
    """A type as the site words it, and what it means in JSON Schema; `words` are its patterns that have no holes."""

    pattern: Pattern
    types: tuple[str, ...]
    format: str = ""
    items: str = ""
    content: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """The rules for one site; `docs/profiles.md` says what each is for, under the key that `RULES` gives it.

    A profile is equal to itself only, so that what its words mean can be remembered.
    """

    name: str
    about: str = ""
    recognise: tuple[Pattern, ...] = ()
    server: str = ""
    title: tuple[Pattern, ...] = ()
    page_about: tuple[Pattern, ...] = ()
    noise: tuple[Pattern, ...] = ()
    base_url: tuple[Pattern, ...] = ()
    routes: tuple[Route, ...] = ()
    elements: tuple[Element, ...] = ()
    action: tuple[str, ...] = ()
    action_not: tuple[Pattern, ...] = ()
    heading_noise: tuple[Pattern, ...] = ()
    heading_continues: tuple[Pattern, ...] = ()
    summary: bool = False
    placeholders: tuple[str, ...] = ()
    placeholder_names: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    labels: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    openings: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    columns: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    entries: tuple[Pattern, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    required_yes: tuple[Pattern, ...] = ()
    required_no: tuple[Pattern, ...] = ()
    required_marks: tuple[Pattern, ...] = ()
    optional_marks: tuple[Pattern, ...] = ()
    optional_cases: tuple[Pattern, ...] = ()
    optional_notes: tuple[Pattern, ...] = ()
    required_unsaid: Mapping[str, bool] = field(default_factory=dict)
    optional_names: tuple[Pattern, ...] = ()
    all_optional: tuple[Pattern, ...] = ()
    all_nullable: tuple[Pattern, ...] = ()
    headers: tuple[Pattern, ...] = ()
    told: tuple[Pattern, ...] = ()
    deprecated: tuple[Pattern, ...] = ()
    page_deprecated: tuple[Pattern, ...] = ()
    deprecated_fields: tuple[Pattern, ...] = ()
    enum: tuple[Pattern, ...] = ()
    enum_lists: tuple[Pattern, ...] = ()
    enum_lines: tuple[Pattern, ...] = ()
    inner_lists: tuple[Pattern, ...] = ()
    inner_entries: tuple[Pattern, ...] = ()
    default: tuple[Pattern, ...] = ()
    no_value: tuple[Pattern, ...] = ()
    no_bare_value: tuple[Pattern, ...] = ()
    no_default: tuple[Pattern, ...] = ()
    example: tuple[Pattern, ...] = ()
    example_shapes: tuple[Pattern, ...] = ()
    told_examples: tuple[Pattern, ...] = ()
    nullable: tuple[Pattern, ...] = ()
    types: tuple[TypeWord, ...] = ()
    described_types: tuple[TypeWord, ...] = ()
    placeholder_types: tuple[TypeWord, ...] = ()
    type_formats: tuple[Pattern, ...] = ()
    type_lists: tuple[Pattern, ...] = ()
    type_maps: tuple[Pattern, ...] = ()
    type_unions: tuple[str, ...] = ()
    type_links: tuple[Pattern, ...] = ()
    type_references: tuple[Pattern, ...] = ()
    type_leads: bool = False
    types_anywhere: bool = False
    schemes: tuple[SecurityScheme, ...] = ()
    scheme_default: str = ""
    scheme_headers: Mapping[str, str] = field(default_factory=dict)
    schemes_told: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    key_header: tuple[Pattern, ...] = ()
    sample_keys: tuple[Pattern, ...] = ()
    scopes: tuple[Pattern, ...] = ()
    all_scopes: tuple[Pattern, ...] = ()
    needs: tuple[Pattern, ...] = ()
    public: tuple[Pattern, ...] = ()
    optional_auth: tuple[Pattern, ...] = ()
    page_public: tuple[Pattern, ...] = ()
    page_auth: tuple[Pattern, ...] = ()
    body_type: tuple[Pattern, ...] = ()
    multipart: tuple[Pattern, ...] = ()
    multipart_only: tuple[Pattern, ...] = ()
    body_list: tuple[Pattern, ...] = ()
    files: tuple[Pattern, ...] = ()
    form_type: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)
    returns: tuple[Pattern, ...] = ()
    returns_also: tuple[Pattern, ...] = ()
    returns_made: tuple[Pattern, ...] = ()
    returns_some_list: tuple[Pattern, ...] = ()
    returns_file: tuple[Pattern, ...] = ()
    page_status: tuple[Pattern, ...] = ()
    returns_list: tuple[Pattern, ...] = ()
    returns_wrapped: tuple[Pattern, ...] = ()
    returns_keyed: tuple[Pattern, ...] = ()
    returns_named: tuple[Pattern, ...] = ()
    returns_status: tuple[Pattern, ...] = ()
    returns_nothing: tuple[Pattern, ...] = ()


def builtin_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with the package, in alphabetical order."""
    return _builtin_names()


def load_profile(name_or_path: str, library: Library) -> Profile:
    """A built-in profile by its name, or one's own by the path of its file.

    Args:
        name_or_path: `mastodon`, or `profiles/my-site.yaml` relative to the project folder.
        library: Opens the file.

    Raises:
        InputError: There is no such profile (code `profile`), or it says something that is not understood.
    """
    if name_or_path in _builtin_names():
        return builtin(name_or_path)
    path = library.root / name_or_path
    if not path.is_file():
        known = _builtin_names()
        hint = _nearest(name_or_path, known) or "built in are " + ", ".join(known)
        raise InputError("profile", f"there is no profile {name_or_path!r}: {hint}")
    document = library.open_tree(path)
    return _read(document, Path(name_or_path).stem)


@functools.cache
def builtin(name: str) -> Profile:
    """The built-in profile of that name."""
    text = resources.files(_PACKAGE).joinpath("profiles", f"{name}.yaml").read_text(encoding="utf-8")
    return _read(Library(Path.cwd()).add_tree(f"{name}.yaml", text), name)


@functools.cache
def _builtin_names() -> tuple[str, ...]:
    folder = resources.files(_PACKAGE).joinpath("profiles")
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))


# -- the grammar

Reader = Callable[[Node], Any]


def _text(node: Node) -> str:
    if not isinstance(node.value, str):
        raise _wrong(node, "must be text")
    return node.value


def _flag(node: Node) -> bool:
    if not isinstance(node.value, bool):
        raise _wrong(node, "must be `true` or `false`")
    return node.value


def _entries(node: Node) -> list[Node]:
    """The entries of a list; a single value stands for a list of one."""
    if node.is_list:
        return list(node)
    if node.is_map or node.value is None:
        raise _wrong(node, "must be a list")
    return [node]


def _patterns(*holes: str) -> Reader:
    allowed = frozenset(holes)

    def read(node: Node) -> tuple[Pattern, ...]:
        return tuple(_pattern(entry, allowed) for entry in _entries(node))

    return read


def _pattern(node: Node, holes: frozenset[str]) -> Pattern:
    source = str(node.value).lower() if isinstance(node.value, bool | int | float) else _text(node)
    try:
        return compile_pattern(source, holes)
    except PatternError as error:
        raise InputError("profile", str(error), node.origin) from None


def _choices(options: tuple[str, ...]) -> Reader:
    def read(node: Node) -> tuple[str, ...]:
        return tuple(_choice(entry, options) for entry in _entries(node))

    return read


def _choice(node: Node, options: tuple[str, ...]) -> str:
    word = _text(node)
    if word not in options:
        raise _wrong(node, f"{word!r} is not one of them: {_nearest(word, options) or ', '.join(options)}")
    return word


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(_text(entry) for entry in _entries(node))


def _mapping(keys: tuple[str, ...] | None, read: Reader) -> Reader:
    def read_all(node: Node) -> dict[str, Any]:
        if not node.is_map:
            raise _wrong(node, "must be a mapping")
        for key, value in node.items():
            if keys is not None and key not in keys:
                raise _wrong(value, f"{key!r} is not understood here: {_nearest(key, keys) or ', '.join(keys)}")
        return {key: read(value) for key, value in node.items()}

    return read_all


def _as_choice(options: tuple[str, ...]) -> Reader:
    return lambda node: _choice(node, options)


def _routes(node: Node) -> tuple[Route, ...]:
    return tuple(_route(entry) for entry in _entries(node))


def _route(node: Node) -> Route:
    _known(node, ("in", "pattern", "then", "tag", "method"))
    where = _choice(node["in"], ROUTE_PLACES)
    holes = frozenset(("method", "path", "url", "action", "version"))
    pattern = _pattern(node["pattern"], holes) if node["pattern"].present else None
    if pattern is None and where not in ("tag", "table", "curl"):
        raise _wrong(node, "needs a `pattern` with the holes {method} and {path} or {url}")
    if where == "tag" and not node["tag"].text:
        raise _wrong(node, "needs `tag`, the name of the element")
    then = _pattern(node["then"], holes) if node["then"].present else None
    methods = _texts(node["method"]) if node["method"].present else ("method",)
    return Route(where=where, pattern=pattern, tag=node["tag"].text, methods=methods, then=then)


def _elements(node: Node) -> tuple[Element, ...]:
    return tuple(_element(entry) for entry in _entries(node))


def _element(node: Node) -> Element:
    _known(node, ("tag", "is", *ELEMENT_FACTS))
    meaning = _choice(node["is"], ELEMENT_MEANINGS)
    if not node["tag"].text:
        raise _wrong(node, "needs `tag`, the name of the element")
    title = node["title"].text if meaning == "section" else ""
    attributes = {fact: node[fact].text for fact in ELEMENT_FACTS if node[fact].present}
    return Element(tag=node["tag"].text, meaning=meaning, title=title, attributes=attributes)


def _types(node: Node) -> tuple[TypeWord, ...]:
    return tuple(_type(entry) for entry in _entries(node))


def _type(node: Node) -> TypeWord:
    _known(node, TYPE_KEYS)
    types = _choices(JSON_TYPES)(node["type"]) if node["type"].present else ()
    words = _entries(node["words"]) if node["words"].present else []
    if not words:
        raise _wrong(node, "needs `words`, how the site calls the type")
    patterns = [_pattern(word, frozenset()) for word in words]
    sources = [pattern.expression for pattern in patterns]
    plain = tuple(pattern.literal for pattern in patterns if pattern.literal)
    both = _pattern(
        Node(EXPRESSION + "|".join(f"(?:{source})" for source in sources), node["words"].origin), frozenset()
    )
    items = node["items"].text
    form, content = node["format"].text, node["content"].text
    return TypeWord(pattern=both, types=types, format=form, items=items, content=content, words=plain)


def _schemes(node: Node) -> tuple[SecurityScheme, ...]:
    if not node.is_map:
        raise _wrong(node, "must be a mapping from a name to what it is")
    return tuple(_scheme(name, entry) for name, entry in node.items())


def _scheme(name: str, node: Node) -> SecurityScheme:
    _known(node, SCHEME_KEYS)
    kind = _choice(node["kind"], SCHEME_KINDS)
    place = _choice(node["place"], ("query", "header", "cookie")) if node["place"].present else ""
    return SecurityScheme(
        origin=node.origin,
        name=name,
        kind=kind,  # type: ignore[arg-type]  # _choice has made sure
        scheme=node["scheme"].text,
        place=place,  # type: ignore[arg-type]
        parameter=node["parameter"].text,
        description=node["description"].text,
    )


_PLAIN = _patterns()
RULES: Mapping[str, Mapping[str, tuple[str, Reader]]] = {
    "": {
        "about": ("about", _text),
        "recognise": ("recognise", _PLAIN),
        "server": ("server", _text),
    },
    "page": {
        "title": ("title", _patterns("resource")),
        "about": ("page_about", _patterns("resource")),
        "noise": ("noise", _PLAIN),
        "base url": ("base_url", _patterns("url")),
    },
    "operations": {
        "routes": ("routes", _routes),
        "elements": ("elements", _elements),
        "action": ("action", _choices(ACTION_SOURCES)),
        "action not": ("action_not", _PLAIN),
        "heading noise": ("heading_noise", _PLAIN),
        "heading continues": ("heading_continues", _PLAIN),
        "summary": ("summary", _flag),
        "deprecated": ("deprecated", _PLAIN),
        "page deprecated": ("page_deprecated", _PLAIN),
        "placeholders": ("placeholders", _choices(PLACEHOLDER_STYLES)),
        "placeholder names": ("placeholder_names", _mapping(PLACEHOLDER_STYLES, _as_choice(NAMINGS))),
    },
    "sections": {"": ("sections", _mapping(SECTION_KINDS, _patterns("status", "reason", "name", "required")))},
    "labels": {"": ("labels", _mapping(SECTION_KINDS, _patterns("status", "reason", "name", "required")))},
    "openings": {"": ("openings", _mapping(SECTION_KINDS, _PLAIN))},
    "columns": {"": ("columns", _mapping(COLUMN_ROLES, _patterns("parent")))},
    "parameters": {
        "entries": ("entries", _patterns("name", "type", "required", "default", "description")),
        "places": ("places", _mapping(METHODS, _as_choice(PLACES))),
        "required": ("required_yes", _PLAIN),
        "optional": ("required_no", _PLAIN),
        "required marks": ("required_marks", _PLAIN),
        "optional marks": ("optional_marks", _PLAIN),
        "optional cases": ("optional_cases", _PLAIN),
        "optional notes": ("optional_notes", _PLAIN),
        "required unless said": ("required_unsaid", _mapping(UNSAID, _flag)),
        "optional names": ("optional_names", _patterns("name")),
        "all optional": ("all_optional", _patterns("names")),
        "all nullable": ("all_nullable", _patterns("names")),
        "headers": ("headers", _patterns("name")),
        "told": ("told", _patterns("names")),
        "deprecated": ("deprecated_fields", _patterns("name")),
        "enum": ("enum", _patterns("values", "more", "value", "codes")),
        "enum lists": ("enum_lists", _patterns("name")),
        "enum lines": ("enum_lines", _patterns("value", "description")),
        "inner lists": ("inner_lists", _patterns("name")),
        "inner entries": ("inner_entries", _patterns("name", "type", "required", "default", "description")),
        "default": ("default", _patterns("value")),
        "no value": ("no_value", _PLAIN),
        "no bare value": ("no_bare_value", _PLAIN),
        "no default": ("no_default", _PLAIN),
        "example": ("example", _patterns("name", "value")),
        "example shapes": ("example_shapes", _PLAIN),
        "example in words": ("told_examples", _patterns("value")),
        "nullable": ("nullable", _patterns("type")),
    },
    "types": {
        "words": ("types", _types),
        "in description": ("described_types", _types),
        "placeholders": ("placeholder_types", _types),
        "formats": ("type_formats", _patterns("type", "format")),
        "lists": ("type_lists", _patterns("type", "number")),
        "maps": ("type_maps", _patterns("key", "type")),
        "unions": ("type_unions", _texts),
        "links": ("type_links", _patterns("name")),
        "references": ("type_references", _patterns("name")),
        "first in description": ("type_leads", _flag),
        "under any heading": ("types_anywhere", _flag),
    },
    "security": {
        "schemes": ("schemes", _schemes),
        "default": ("scheme_default", _text),
        "headers": ("scheme_headers", _mapping(None, _text)),
        "also": ("schemes_told", _mapping(None, _PLAIN)),
        "key header": ("key_header", _patterns("name")),
        "sample keys": ("sample_keys", _PLAIN),
        "scopes": ("scopes", _patterns("scopes")),
        "all scopes": ("all_scopes", _patterns("scopes")),
        "needed": ("needs", _PLAIN),
        "public": ("public", _PLAIN),
        "optional": ("optional_auth", _PLAIN),
        "page public": ("page_public", _patterns("method")),
        "page sentences": ("page_auth", _PLAIN),
    },
    "bodies": {
        "type": ("body_type", _patterns("type")),
        "multipart": ("multipart", _PLAIN),
        "multipart only": ("multipart_only", _PLAIN),
        "files": ("files", _PLAIN),
        "list": ("body_list", _PLAIN),
        "form": ("form_type", _text),
    },
    "responses": {
        "statuses": ("statuses", _mapping((*METHODS, "any"), lambda node: _status(node))),
        "returns": ("returns", _patterns("type")),
        "returns wrapped": ("returns_wrapped", _patterns("type", "key")),
        "returns keyed": ("returns_keyed", _patterns("type", "key")),
        "returns named": ("returns_named", _patterns("type")),
        "returns also": ("returns_also", _patterns("type")),
        "returns made": ("returns_made", _patterns("type")),
        "returns some list": ("returns_some_list", _PLAIN),
        "returns file": ("returns_file", _patterns("format")),
        "page status": ("page_status", _patterns("method", "status", "reason")),
        "returns list": ("returns_list", _patterns("type")),
        "returns status": ("returns_status", _patterns("status", "reason")),
        "returns nothing": ("returns_nothing", _PLAIN),
    },
}
"""Group -> key -> the field it fills and how it is read; the group "" is the top level, the key "" the group itself."""


def _status(node: Node) -> str:
    word = str(node.value)
    if word != "default" and not (len(word) == 3 and word[0] in "12345" and (word[1:].isdigit() or word[1:] == "XX")):
        raise _wrong(node, f"{word!r} is not a status such as 200, 2XX or default")
    return word


def _read(document: Document, name: str) -> Profile:
    root = document.root
    if not root.is_map:
        raise InputError("profile", "a profile is a mapping; see docs/profiles.md", Origin(document.name))
    top = (*RULES[""], "name", "extends", *(group for group in RULES if group))
    _known(root, top)
    said: dict[str, Any] = {"name": root["name"].text or name}
    for group, rules in RULES.items():
        node = root[group] if group else root
        if not node.present:
            continue
        if "" in rules:
            said.update({rules[""][0]: rules[""][1](node)})
            continue
        if group:
            _known(node, tuple(rules))
        for key, (target, read) in rules.items():
            if node[key].present:
                said[target] = read(node[key])
    base = root["extends"].text
    if root["extends"].present and base not in _builtin_names():
        raise _wrong(root["extends"], f"there is no built-in profile {base!r}: {_nearest(base, _builtin_names())}")
    return _extended(said, builtin(base)) if base else Profile(**said)


_PACKAGE = "generator.readers.pages"
_OWN = ("routes", "action", "schemes", "placeholders", "type_unions")
"""What a profile that says it says completely; of all else it says the first part."""


def _extended(said: dict[str, Any], base: Profile) -> Profile:
    """What a profile says, before what the one it extends says; what marks the site itself is never taken over."""
    merged: dict[str, Any] = {}
    for entry in fields(Profile):
        own, other = said.get(entry.name), getattr(base, entry.name)
        if entry.name in ("name", "about", "recognise", "server"):
            continue
        if own is None:
            merged[entry.name] = other
        elif isinstance(own, tuple) and entry.name not in _OWN:
            merged[entry.name] = (*own, *other)
        elif isinstance(own, dict):
            merged[entry.name] = {key: _joined(own.get(key), other.get(key)) for key in {**own, **other}}
    return replace(Profile(name=""), **{**said, **merged})


def _joined(own: Any, other: Any) -> Any:
    if own is None:
        return other
    return (*own, *other) if isinstance(own, tuple) and isinstance(other, tuple) else own


def _known(node: Node, keys: tuple[str, ...]) -> None:
    if not node.is_map:
        raise _wrong(node, "must be a mapping with the keys " + ", ".join(key for key in keys if key))
    for key, value in node.items():
        if key not in keys:
            raise _wrong(
                value, f"{key!r} is not understood here: {_nearest(key, keys) or ', '.join(filter(None, keys))}"
            )


def _nearest(word: str, options: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, options, 1)
    return f"did you mean {near[0]!r}?" if near else ""


def _wrong(node: Node, message: str) -> InputError:
    steps = node.origin.pointer.strip("/").replace("/", ".").replace("~1", "/")
    return InputError("profile", f"{steps}: {message}" if steps else message, node.origin)
