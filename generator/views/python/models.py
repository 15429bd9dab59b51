"""The API's named types as pydantic classes and type aliases: the view of `models.py`, for client and server.

In: an `Api`. Out: `ModelsView`, printed by `templates/python/models.py.jinja`. Fields have snake-case names and keep
the wire's name as alias; a field that may be absent is None then, and was never set (`model_fields_set`), so that null
and absent differ in a request.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.source import Missing
from generator.views.python.imports import import_block
from generator.views.python.names import ANNOTATION_NAMES, MODEL_ATTRIBUTES, Names
from generator.views.python.prose import api_title, paragraphs, sentence
from generator.views.python.types import NONE, Types, annotated, either, has_bounds
from generator.views.python.xml_marks import mark

NOTHING = PythonText("")
_DEEPEST = 20
_TAGGED = "TaggedModel"
_LONGEST_DEFAULT = 60
_RESERVED = MODEL_ATTRIBUTES | ANNOTATION_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field: `name: annotation = value`; `value` is None where the field is required."""

    name: PythonText
    wire: str
    annotation: Code
    value: Code | None
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A class; `settings` is what it configures beyond its base class, `extra` the type of its free properties; `bare`
    where it has no body at all."""

    name: PythonText
    base: Code
    doc: str
    fields: tuple[FieldView, ...]
    settings: Code | None = None
    extra: Code | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """A type alias.

    Attributes:
        text: Its annotation as text.
        late: It is spelt as text, because it refers to types that are defined later.
        recursive: It refers to itself.
    """

    name: PythonText
    doc: str
    annotation: Code
    text: PythonText
    late: bool
    recursive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsView:
    """A module of models. `late_imports` stand below the classes, because modules of models refer to each other."""

    doc: str
    imports: PythonText
    classes: tuple[ClassView, ...]
    aliases: tuple[AliasView, ...]
    late_imports: PythonText = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """What bodies ask of the types that they are made of.

    Attributes:
        in_xml: The types that stand in bodies in XML; their fields say how they are written there.
        with_files: The types whose properties are parts of a multipart body; what is bytes there can be a file.
    """

    in_xml: frozenset[model.TypeId] = frozenset()
    with_files: frozenset[model.TypeId] = frozenset()


NO_USES = Uses()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of several modules of models.

    Attributes:
        home: The module's name.
        members: The types in it.
        homes: The module of each type of the API.
        names: The Python name of each type of the API.
        others: The other modules, as they are imported.
    """

    home: str
    members: tuple[model.TypeId, ...]
    homes: Mapping[model.TypeId, str]
    names: Mapping[model.TypeId, PythonText]
    others: frozenset[str]


def models_view(
    api: model.Api,
    *,
    base: tuple[str, str] = ("._runtime.model", "ApiModel"),
    constraints: bool = False,
    closed: bool = False,
    uses: Uses = NO_USES,
    part: Part | None = None,
) -> ModelsView:
    """A module of models.

    Args:
        base: Module and name of the base class; the module has `OneOf` too.
        constraints: Write bounds, lengths and patterns.
        closed: Refuse properties where the API says that there are no further ones.
        uses: What the bodies of the API's operations ask of the types.
        part: Which part of the types it holds; left out, all of them.
    """
    names, homes = (part.names, part.homes) if part else (None, None)
    types = Types(api, module="", constraints=constraints, one_of=base[0], names=names, homes=homes)
    entries = [api.types[type_id] for type_id in part.members] if part else list(api.types.values())
    fields = field_names(api)
    writer = _Fields(api, types, uses, runtime=base[0].rpartition(".")[0])
    classes = tuple(
        _class(entry, fields[entry.id], writer, types, base, closed)
        for entry in entries
        if isinstance(entry, model.Object)
    )
    aliases = tuple(_aliases([entry for entry in entries if isinstance(entry, model.Alias)], types, part is not None))
    needed = frozenset[tuple[str, str]]().union(*(piece.imports for piece in _pieces(classes, aliases)))
    late = {(module, name) for module, name in needed if part and module in part.others}
    own = {(module, name) for module, name in needed if part and module == f".{part.home}"}
    return ModelsView(
        doc=f"The data types of the {api_title(api)}{f': {part.home}' if part else ''}.",
        imports=import_block(Code("", needed - late - own)),
        classes=classes,
        aliases=aliases,
        late_imports=import_block(Code("", late)),
    )


def depends(entry: model.Type, *, constraints: bool, closed: bool, uses: Uses) -> bool:
    """Whether a type looks another way than it would without these (see `models_view`)."""
    if entry.id in uses.in_xml or entry.id in uses.with_files:
        return True
    if isinstance(entry, model.Alias):
        return constraints and has_bounds(entry.shape)
    if closed and isinstance(entry.additional, model.Never):
        return True
    shapes = [field.shape for field in entry.fields] + ([entry.additional] if entry.additional else [])
    return constraints and any(map(has_bounds, shapes))


@functools.lru_cache(maxsize=1)  # every Python target asks for them
def field_names(api: model.Api) -> dict[model.TypeId, dict[str, PythonText]]:
    """The Python names of each object's fields, by their names on the wire."""
    return {
        entry.id: Names(_RESERVED).take_all(field.name for field in entry.fields)
        for entry in api.types.values()
        if isinstance(entry, model.Object)
    }


def _class(
    entry: model.Object,
    names: Mapping[str, PythonText],
    writer: _Fields,
    types: Types,
    base: tuple[str, str],
    closed: bool,
) -> ClassView:
    fields = {field.name: field for field in entry.fields}
    doc = _doc(entry)
    settings = _settings(entry) if closed else None
    extra = _extra(entry, types)
    views = tuple(writer.field(names[wire], field, entry.id) for wire, field in fields.items())
    is_tagged = any(view.value not in (None, NONE) for view in views)
    return ClassView(
        name=types.names[entry.id],
        base=Code(_TAGGED, [(base[0], _TAGGED)]) if is_tagged else Code(base[1], [base]),
        doc=doc,
        fields=views,
        settings=settings,
        extra=extra,
        bare=not (fields or doc or settings or extra),
    )


class _Fields:
    """Writes fields; `runtime` is the package with the marks and types that they need."""

    def __init__(self, api: model.Api, types: Types, uses: Uses, *, runtime: str) -> None:
        self._api = api
        self._types = types
        self._uses = uses
        self._runtime = runtime

    def field(self, name: PythonText, field: model.Field, owner: model.TypeId) -> FieldView:
        """A field under a name of its own has the wire's as alias, inside `Annotated`: there type checkers do not take
        it for the name of the constructor's argument."""
        annotation = self._annotation(field, owner)
        marks = []
        if name != field.name:
            marks.append(Code(f"Field(alias={literal(field.name)})", [("pydantic", "Field")]))
        xml = field.xml if owner in self._uses.in_xml else None
        if xml is not None and xml not in (model.Xml(), model.Xml(name=field.name)):
            marks.append(mark(xml, self._runtime))
        if marks:
            together = frozenset[tuple[str, str]]().union(*(entry.imports for entry in marks))
            annotation = annotated(annotation, Code(", ".join(entry.text for entry in marks), together))
        return FieldView(
            name=name,
            wire=field.name,
            annotation=annotation,
            value=None if field.required else _constant(field) or NONE,
            doc=_field_doc(field),
        )

    def _annotation(self, field: model.Field, owner: model.TypeId) -> Code:
        files = self._files(field.shape) if owner in self._uses.with_files else None
        if files is not None:
            return files if field.required else either(files, NONE)
        if field.required or _constant(field):
            return self._types.annotation(field.shape)
        return self._types.optional(field.shape)

    def _files(self, shape: model.Shape, depth: int = 0) -> Code | None:
        """The type of a part that is a file or several; None for any other."""
        match shape:
            case model.Binary():
                return Code("FileTypes", [(f"{self._runtime}.files", "FileTypes")])
            case model.Array(items=items):
                inner = self._files(items, depth + 1)
                return Code(f"list[{inner}]", inner.imports) if inner is not None else None
            case model.Union(variants=(only, model.Null())):
                inner = self._files(only, depth + 1)
                return either(inner, NONE) if inner is not None else None
            case model.Named() if depth < _DEEPEST:
                entry = self._api.types[shape.id]
                return self._files(entry.shape, depth + 1) if isinstance(entry, model.Alias) else None
            case _:
                return None


def _constant(field: model.Field) -> Code | None:
    """The only value that a property can have, where it has it by default: what tells a variant from others is sent
    though nobody sets it."""
    if isinstance(field.shape, model.Enum) and len(field.shape.values) == 1 and not isinstance(field.default, Missing):
        value = field.shape.values[0].value
        return Code(literal(value)) if value == field.default and not isinstance(value, float) else None
    return None


def _field_doc(field: model.Field) -> str:
    """What is said of a field, and what the API assumes where it is left out."""
    said = field.description or field.summary
    if field.required or isinstance(field.default, Missing) or field.default in (None, "", [], {}):
        return paragraphs(said, deprecated=field.deprecated)
    default = literal(field.default)
    if len(default) > _LONGEST_DEFAULT or "default" in said.lower() or _constant(field):
        return paragraphs(said, deprecated=field.deprecated)
    told = f"The API's default is {default}."
    parts = (said, told) if "\n" in said.strip() else (" ".join(filter(None, (sentence(said), told))),)
    return paragraphs(*parts, deprecated=field.deprecated)


def _doc(entry: model.Type) -> str:
    """The description, else the title where that is not the name again, as tools make it."""
    title = "" if _LETTERS.sub("", entry.title).casefold() == _LETTERS.sub("", entry.id).casefold() else entry.title
    return paragraphs(entry.description or title, deprecated=entry.deprecated)


_LETTERS = re.compile(r"[\W_]+")
"""What is no letter of a name."""


def _settings(entry: model.Object) -> Code | None:
    if not isinstance(entry.additional, model.Never):
        return None
    return Code('ConfigDict(extra="forbid")', [("pydantic", "ConfigDict")])


def _extra(entry: model.Object, types: Types) -> Code | None:
    match entry.additional:
        case None | model.Never() | model.Anything():
            return None
        case shape:
            code = types.annotation(shape)
            return Code(f"dict[str, {code}]", code.imports | {("pydantic", "Field")})


def _aliases(entries: Iterable[model.Alias], types: Types, late: bool) -> Iterator[AliasView]:
    """Each alias after those it is made of; what remains refers to itself, by way of others or not."""
    left = {entry.id: entry for entry in entries}
    needs = {type_id: set(named_in(entry.shape)) & left.keys() for type_id, entry in left.items()}
    circular = {type_id for type_id in left if type_id in _reachable(type_id, needs)}
    while left:
        ready = [type_id for type_id in left if type_id in circular or not (needs[type_id] & left.keys() - circular)]
        for type_id in ready:
            yield _alias(left.pop(type_id), types, late, type_id in circular)


def _reachable(start: model.TypeId, needs: Mapping[model.TypeId, set[model.TypeId]]) -> set[model.TypeId]:
    seen: set[model.TypeId] = set()
    queue = list(needs[start])
    while queue:
        type_id = queue.pop()
        if type_id not in seen:
            seen.add(type_id)
            queue += needs[type_id]
    return seen


def _alias(entry: model.Alias, types: Types, late: bool, recursive: bool) -> AliasView:
    code = types.annotation(entry.shape)
    home = set() if late and not recursive else {("typing", "TypeAlias")}
    if late or recursive:
        home.add(("typing_extensions", "TypeAliasType"))
    if recursive:
        home.add(("typing", "TYPE_CHECKING"))
    return AliasView(
        name=types.names[entry.id],
        doc=_doc(entry),
        annotation=Code(code.text, code.imports | home),
        text=literal(str(code)),
        late=late or recursive,
        recursive=recursive,
    )


def named_in(shape: model.Shape) -> Iterator[model.TypeId]:
    """The named types that a shape is directly made of."""
    match shape:
        case model.Named():
            yield shape.id
        case model.Array():
            yield from named_in(shape.items)
        case model.Map():
            yield from named_in(shape.values)
        case model.Tuple():
            for item in (*shape.items, *([shape.rest] if shape.rest is not None else [])):
                yield from named_in(item)
        case model.Union():
            for variant in shape.variants:
                yield from named_in(variant)
        case _:
            return


def types_in(api: model.Api, contents: Iterable[model.Content]) -> frozenset[model.TypeId]:
    """The types that these bodies are made of."""
    found: set[model.TypeId] = set()
    todo = [name for content in contents for name in named_in(content.shape)]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            entry = api.types[name]
            inside = [entry.shape] if isinstance(entry, model.Alias) else [field.shape for field in entry.fields]
            todo += [other for shape in inside for other in named_in(shape)]
    return frozenset(found)


def _pieces(classes: Iterable[ClassView], aliases: Iterable[AliasView]) -> Iterator[Code]:
    for entry in classes:
        yield entry.base
        for field in entry.fields:
            yield field.annotation
            if field.value is not None:
                yield field.value
        for piece in (entry.settings, entry.extra):
            if piece is not None:
                yield piece
    for alias in aliases:
        yield alias.annotation
