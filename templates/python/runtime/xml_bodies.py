"""XML bodies: values of the API's types as XML, and XML as values (OpenAPI 3.2, section 4.26).

Reading is lenient: namespaces are not compared unless two elements share a name, an envelope around
what is documented is looked through, and what is not documented is kept. A document type
declaration is refused, and with it every entity that is not XML's own: nothing is expanded, nothing
is fetched.
"""

from __future__ import annotations

import functools
import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Final, Literal, TypeGuard, Union, get_args, get_origin
from xml.parsers import expat

import pydantic
from pydantic import BaseModel, TypeAdapter
from pydantic_core import to_jsonable_python
from typing_extensions import TypeAliasType

from .model import alias_target

_DEEPEST: Final = 100
_INSTANCE: Final = "http://www.w3.org/2001/XMLSchema-instance"
_WELL_KNOWN: Final = {"xml": "http://www.w3.org/XML/1998/namespace", "xsi": _INSTANCE}
_PREFIXES: Final = tuple(f"n{number}" for number in range(1, 1000))
_START: Final = (
    r"A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME: Final = re.compile(rf"[{_START}][{_START}.0-9\xb7\u0300-\u036f\u203f\u2040-]*")
_NO_SIGN: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_MORE_ENTITIES: Final = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


@dataclass(frozen=True, slots=True, kw_only=True)
class InXml:
    """How a value is written in XML: a mark of a field, or what is said of a whole body.

    Attributes:
        name: Of the element or attribute; "" where the property's own is meant.
        node: Empty for the default: none for a list, whose items then stand in its parent, else an
            element.
        items: How the items of a list are written.
    """

    name: str = ""
    namespace: str = ""
    prefix: str = ""
    node: Literal["", "element", "attribute", "text", "cdata", "none"] = ""
    items: InXml | None = None

    def read(self, kind: Any, content: bytes) -> object:
        """A body as plain values, guided by the type that they shall be of.

        What is not documented is kept: an attribute as `@name`, text beside elements as `#text`.

        Raises:
            ValueError: It is no XML, or XML that is refused.
        """
        root = _parsed(content)
        if self.node == "none":
            return _value(kind, _Node("", "", children=[root]), self)
        return _value(kind, _meant(root, kind, self), self)

    def write(self, value: object) -> bytes:
        """A value as a body.

        Raises:
            ValueError: It has a name or a sign that XML does not allow.
        """
        if self.node == "none":
            around = _Element("")
            _fill(around, self, self.name, value, {})
            root = around.children[0] if around.children else _Element(self.name)
        else:
            root = _element(self, self.name, value, {})
        return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_pieces(root))).encode()


_PLAIN: Final = InXml()


# -- reading


@dataclass(slots=True)
class _Node:
    name: str
    namespace: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Node] = field(default_factory=list)
    text: str = ""
    instance: dict[str, str] = field(default_factory=dict)
    """What XML Schema says of any element (`xsi:nil`, `xsi:type`); kept only where documented."""

    @property
    def nil(self) -> bool:
        return self.instance.get("nil", "").strip() in ("true", "1")


class _Builder:
    def __init__(self) -> None:
        self.top = _Node("", "")
        self._open = [self.top]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise ValueError(f"elements stand in each other more than {_DEEPEST} deep")
        namespace, _, local = name.rpartition(" ")
        node = _Node(local, namespace)
        for key, value in attributes.items():
            owner, _, word = key.rpartition(" ")
            (node.instance if owner == _INSTANCE else node.attributes)[word] = value
        self._open[-1].children.append(node)
        self._open.append(node)

    def end(self, _name: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        self._open[-1].text += text


def _parsed(content: bytes) -> _Node:
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(f"not XML: {error}") from error
    return builder.top.children[0]


def _refuse(*_: object) -> None:
    raise ValueError("XML with a document type declaration is refused")


def _meant(root: _Node, kind: Any, mark: InXml) -> _Node:
    """The element that is documented: the root, or one in the envelope around it."""
    if root.name == mark.name or _fitting(root, kind):
        return root
    layer = root.children
    for _ in range(3):
        for node in layer:
            if (mark.name and node.name == mark.name) or _fitting(node, kind):
                return node
        layer = [child for node in layer for child in node.children]
    return root


def _fitting(node: _Node, kind: Any) -> int:
    """How many of a model's properties stand in an element."""
    names = {child.name for child in node.children} | node.attributes.keys()
    return len(names & _names(kind))


def _names(kind: Any) -> frozenset[str]:
    """What the elements and attributes inside a value of a type can be called."""
    return frozenset().union(*(_model_names(kind) for kind in _variants(kind) if _is_model(kind)))


def _is_model(kind: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@functools.cache
def _model_names(model: type[BaseModel]) -> frozenset[str]:
    marks = [mark for _, _, mark in _fields(model)]
    items = [mark.items.name for mark in marks if mark.items and mark.items.name]
    return frozenset([mark.name for mark in marks] + items)


def _complete(name: str, marks: Iterable[object]) -> InXml:
    """How a property is written.

    Where nothing is said, `@id` is an attribute, `#text` is text, as most tools that make JSON of
    XML have it, and of `atom:link` only the name counts: each body settles anew which prefix stands
    for a namespace.
    """
    mark = next((mark for mark in marks if isinstance(mark, InXml)), _PLAIN)
    if mark.name:
        return mark
    if not mark.node and name == "#text":
        return replace(mark, name="text", node="text")
    node = "attribute" if name.startswith("@") and not mark.node else mark.node
    bare = name.removeprefix("@")
    prefix, _, rest = bare.rpartition(":")
    is_prefixed = _NAME.fullmatch(prefix) and prefix != "xmlns"
    kept = prefix if prefix in _WELL_KNOWN else mark.prefix
    return replace(mark, name=rest if is_prefixed else bare, prefix=kept, node=node)


@functools.cache
def _fields(model: type[BaseModel]) -> list[tuple[str, Any, InXml]]:
    """The properties of a model: their names in JSON, their types, how they are written.

    The marks are complete: they have names.
    """
    model.model_rebuild()
    return [
        (
            found.serialization_alias or found.alias or name,
            found.annotation,
            _complete(found.serialization_alias or found.alias or name, found.metadata),
        )
        for name, found in model.model_fields.items()
    ]


def _variants(kind: Any) -> list[Any]:
    """The types that a value may be of, without aliases, annotations and None."""
    todo, found = [kind], []
    while todo:
        current = todo.pop(0)
        if isinstance(current, TypeAliasType):
            todo.insert(0, alias_target(current))
        elif get_origin(current) is Annotated:
            todo.insert(0, get_args(current)[0])
        elif get_origin(current) in (Union, types.UnionType):
            todo[:0] = get_args(current)
        elif current not in (None, types.NoneType):
            found.append(current)
    return found


def _allows_none(kind: Any) -> bool:
    if isinstance(kind, TypeAliasType):
        return _allows_none(alias_target(kind))
    if get_origin(kind) is Annotated:
        return _allows_none(get_args(kind)[0])
    return types.NoneType in get_args(kind)


def _value(kind: Any, node: _Node, mark: InXml) -> Any:
    """What an element says, as a value that can be of that type."""
    if node.nil:
        return None
    variants = _variants(kind)
    if len(variants) != 1:
        return _one_of(variants, node, mark)
    (bare,) = variants
    origin, arguments = get_origin(bare), get_args(bare)
    if origin is list:
        return [_value(arguments[0], child, mark.items or _PLAIN) for child in node.children]
    if origin is tuple:
        pairs = zip(arguments, node.children, strict=False)
        return [_value(inner, child, _PLAIN) for inner, child in pairs]
    if origin is dict:
        return _mapping(arguments[1], node.children)
    if _is_model(bare):
        return _object(bare, node)
    return _free(node) if bare is Any else _scalar(kind, node.text)


def _one_of(variants: list[Any], node: _Node, mark: InXml) -> Any:
    """The element as that variant which it fits; those that know most of it are tried first."""
    for variant in sorted(variants, key=lambda variant: -_fitting(node, variant)):
        value = _value(variant, node, mark)
        try:
            TypeAdapter(variant).validate_python(value)
        except pydantic.ValidationError:
            continue
        return value
    return _free(node)


def _object(model: type[BaseModel], node: _Node) -> dict[str, Any]:
    """The properties of a model that stand in an element, and what else does."""
    found: dict[str, Any] = {}
    known: set[str] = set()
    for wire, kind, mark in _fields(model):
        name = mark.name
        items = _items_of(kind)
        if mark.node in ("text", "cdata"):
            known.add("#text")
            if node.text.strip() or not _allows_none(kind):
                found[wire] = _scalar(kind, node.text)
        elif mark.node == "attribute" and not _names(kind):
            known.add("@" + name)
            said = node.attributes.get(name, node.instance.get(name))
            if said is not None:
                found[wire] = _scalar(kind, said)
        elif items is not None:
            listed = _listed(items, node, mark, name, known)
            if listed is not None:
                found[wire] = listed
        elif mark.node == "none" and _names(kind):
            found[wire] = _value(kind, node, mark)
            known |= _names(kind)
        else:
            known.add(name)
            for child in _called(node, name, mark)[:1]:
                found[wire] = _value(kind, child, mark)
    _add_empty_lists(model, found)
    return found | {key: value for key, value in _rest(node, known).items() if key not in found}


def _add_empty_lists(model: type[BaseModel], found: dict[str, Any]) -> None:
    """A list that must be there and is empty leaves no trace in XML."""
    for name, described in model.model_fields.items():
        wire = described.serialization_alias or described.alias or name
        if described.is_required() and _items_of(described.annotation) is not None:
            found.setdefault(wire, [])


def _items_of(kind: Any) -> tuple[Any] | None:
    """The type of a list's items; None where the type is no list."""
    for variant in _variants(kind):
        if get_origin(variant) is list:
            return (get_args(variant)[0],)
    return None


def _listed(
    items: tuple[Any], node: _Node, mark: InXml, name: str, known: set[str]
) -> list[Any] | None:
    """The items of a list that stand in an element, or in one element there; None without any."""
    how = mark.items or _PLAIN
    called = how.name or name
    known |= {name, called}
    found = _called(node, name if mark.node == "element" else called, mark)
    if mark.node != "element" and not found:
        found = _called(node, name, mark)
    if mark.node == "element" or _is_wrapper(found, items[0], called):
        if not found:
            return None
        found = found[0].children
    elif not found:
        return None
    return [_value(items[0], child, how) for child in found]


def _is_wrapper(found: list[_Node], item: Any, called: str) -> bool:
    """Whether one element stands around the items, though that is not documented."""
    if len(found) != 1 or found[0].attributes or _items_of(item) is not None:
        return False
    inside = {child.name for child in found[0].children}
    if len(inside) != 1 or item is Any:
        return False
    return not (inside & _names(item)) or (inside == {called} and called == found[0].name)


def _called(node: _Node, name: str, mark: InXml) -> list[_Node]:
    found = [child for child in node.children if child.name == name]
    exact = [child for child in found if child.namespace == mark.namespace]
    return exact if mark.namespace and exact else found


def _mapping(kind: Any, children: Iterable[_Node]) -> dict[str, Any]:
    """An object with free names."""
    grouped: dict[str, list[_Node]] = {}
    for child in children:
        grouped.setdefault(child.name, []).append(child)
    items = _items_of(kind)
    return {
        name: _value(kind, nodes[-1], _PLAIN)
        if items is None
        else [_value(items[0], node, _PLAIN) for node in nodes]
        for name, nodes in grouped.items()
    }


def _rest(node: _Node, known: set[str]) -> dict[str, Any]:
    """What stands in an element that is not known."""
    found: dict[str, Any] = {f"@{key}": value for key, value in node.attributes.items()}
    for name in dict.fromkeys(child.name for child in node.children):
        listed = [_free(child) for child in node.children if child.name == name]
        found[name] = listed if len(listed) > 1 else listed[0]
    if node.text.strip():
        found["#text"] = node.text
    return {key: value for key, value in found.items() if key not in known}


def _free(node: _Node) -> Any:
    """An element of which nothing is known."""
    if node.nil:
        return None
    return _rest(node, set()) if node.children or node.attributes else node.text


def _scalar(kind: Any, text: str) -> Any:
    """The text as what the type wants, where it is that; pydantic has the last word."""
    plain = text.strip()
    variants = _variants(kind)
    if not plain and str not in variants and _allows_none(kind):
        return None
    for variant in variants:
        if get_origin(variant) is Literal:
            for value in get_args(variant):
                if _spelt(value) == plain:
                    return value
        elif get_origin(variant) is list:
            return [_scalar(get_args(variant)[0], word) for word in plain.split()]
        elif variant is bool and plain in ("true", "false", "1", "0"):
            return plain in ("true", "1")
        elif variant in (int, float):
            try:
                return variant(plain)
            except ValueError:
                continue
    return text if str in variants else plain


# -- writing


@dataclass(slots=True)
class _Element:
    """An element; its text is encoded already."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Element] = field(default_factory=list)
    text: str = ""


def _element(mark: InXml, name: str, value: object, scope: Mapping[str, str]) -> _Element:
    """The element of a value.

    Args:
        scope: The namespaces that are bound around it, by prefix.
    """
    made = _Element("")
    inner = dict(scope)
    made.tag = _tag(replace(mark, name=mark.name or name), inner, made.attributes)
    _fill(made, mark, name, value, inner)
    return made


def _fill(made: _Element, mark: InXml, name: str, value: object, scope: Mapping[str, str]) -> None:
    if value is None:
        made.attributes |= {"xmlns:xsi": _INSTANCE, "xsi:nil": "true"}
    elif isinstance(value, BaseModel | Mapping):
        for how, item in _members(value):
            _member(made, how, item, scope)
    elif isinstance(value, list | tuple):
        how = mark.items or _PLAIN
        called = how.name or mark.name or name
        made.children += [_element(how, called, item, scope) for item in value]
    else:
        made.text += _text(_spelt(value))


def _members(value: BaseModel | Mapping[Any, Any]) -> Iterator[tuple[InXml, object]]:
    """The properties of an object: how they are written, and their values."""
    if isinstance(value, Mapping):
        yield from ((_complete(str(key), ()), item) for key, item in value.items())
        return
    for name, (_, _, mark) in zip(type(value).model_fields, _fields(type(value)), strict=True):
        if name in value.model_fields_set:
            yield mark, getattr(value, name)
    for key, item in (value.model_extra or {}).items():
        yield _complete(key, ()), item


def _member(made: _Element, mark: InXml, value: object, scope: Mapping[str, str]) -> None:
    """Put a property into the element of its object."""
    is_object = isinstance(value, BaseModel | Mapping)
    if mark.node == "attribute" and not is_object:
        if value is not None:
            tag = _tag(mark, dict(scope), made.attributes, is_attribute=True)
            made.attributes[tag] = _words(value)
    elif mark.node in ("text", "cdata") and not is_object:
        words = _words(value)
        made.text += _cdata(words) if mark.node == "cdata" else _text(words)
    elif isinstance(value, list | tuple) and mark.node != "element":
        how = mark.items or _PLAIN
        made.children += [_element(how, how.name or mark.name, item, scope) for item in value]
    elif is_object and mark.node == "none":
        _fill(made, mark, mark.name, value, scope)
    else:
        made.children.append(_element(mark, mark.name, value, scope))


def _tag(
    mark: InXml, scope: dict[str, str], attributes: dict[str, str], *, is_attribute: bool = False
) -> str:
    """The name with its prefix; a namespace that is not bound there is declared."""
    if not _NAME.fullmatch(mark.name):
        raise ValueError(f"{mark.name!r} cannot be a name in XML")
    prefix, namespace = mark.prefix, mark.namespace or _WELL_KNOWN.get(mark.prefix, "")
    if is_attribute and namespace and not prefix:  # which, without one, an attribute has none of
        bound = {**scope, **{key.removeprefix("xmlns:"): uri for key, uri in attributes.items()}}
        prefix = next(word for word in _PREFIXES if bound.get(word, namespace) == namespace)
    if namespace and prefix != "xml" and scope.get(prefix) != namespace:
        attributes[f"xmlns:{prefix}" if prefix else "xmlns"] = namespace
        scope[prefix] = namespace
    return f"{prefix}:{mark.name}" if prefix and (prefix in scope or prefix == "xml") else mark.name


def _pieces(element: _Element) -> Iterator[str]:
    yield f"<{element.tag}"
    for key, value in element.attributes.items():
        yield f' {key}="{_text(value).translate(_MORE_ENTITIES)}"'
    if not element.children and not element.text:
        yield "/>"
        return
    yield f">{element.text}"
    for child in element.children:
        yield from _pieces(child)
    yield f"</{element.tag}>"


def _text(value: str) -> str:
    if _NO_SIGN.search(value):
        raise ValueError("the text has a sign that XML does not allow")
    return value.translate(_ENTITIES)


def _cdata(value: str) -> str:
    _text(value)
    return f"<![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _words(value: object) -> str:
    return " ".join(map(_spelt, value)) if isinstance(value, list | tuple) else _spelt(value)


def _spelt(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    plain = value if value is None or isinstance(value, str) else to_jsonable_python(value)
    return "" if plain is None else str(plain)
