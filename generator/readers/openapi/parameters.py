"""Parameters: those of a path item and of its operations, merged; 2.0's bodies and forms, told apart from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeVar, get_args

from generator.diagnostics import Origin
from generator.draft import Body, Claim, Content, Encoding, Parameter, Schema
from generator.readers.openapi.contents import (
    examples_in_place,
    media_types_of,
    read_contents,
    read_examples,
    said_in_place,
    schema_of,
    swagger_contents,
)
from generator.readers.openapi.members import flag, flag_claim, optional_flag, text, text_claim
from generator.readers.openapi.scope import Scope
from generator.records import dataclass
from generator.source import Json, Missing, Node

_T = TypeVar("_T")
_Place = Literal["path", "query", "querystring", "header", "cookie"]
_PLACES: dict[str, _Place] = {place: place for place in get_args(_Place)}
_MEANT_PLACES: dict[str, _Place] = {
    "uri": "path",
    "url": "path",
    "route": "path",
    "params": "query",
    "queries": "query",
    "get": "query",
    "headers": "header",
    "cookies": "cookie",
}
_FORM_PLACES = frozenset(("formdata", "form", "multipart", "form-data", "multipart/form-data", "field"))
_STYLES: dict[_Place, frozenset[str]] = {
    "path": frozenset(("simple", "label", "matrix")),
    "query": frozenset(("form", "spaceDelimited", "pipeDelimited", "deepObject")),
    "querystring": frozenset(),
    "header": frozenset(("simple",)),
    "cookie": frozenset(("form", "cookie")),
}
_ANY_STYLE = frozenset(style for styles in _STYLES.values() for style in styles)
_FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """What stands under `parameters`: the parameters, and the places of what is a body (2.0)."""

    plain: tuple[Parameter, ...]
    body: Node | None = None
    form: tuple[Node, ...] = ()


def read_parameters(holders: Sequence[Node], placeholders: Sequence[str], scope: Scope) -> Parameters:
    """The parameters of an operation.

    Args:
        holders: The maps that have a `parameters` member, the operation first; it overrides what comes later.
        placeholders: The names in the path's template, to guess the place of a parameter that does not say it.
    """
    plain: dict[tuple[str, str], Parameter] = {}
    form: dict[str, Node] = {}
    body: Node | None = None
    for holder in holders:
        own: set[tuple[str, str]] = set()
        for node, target in _entries(holder["parameters"], scope):
            place = _place(target, placeholders, scope)
            name = text(target, "name")
            if place == "body":
                body = body or target
                continue
            if not name:
                scope.notes.warning("parameter-nameless", "a parameter without a name is left out", target.origin)
                continue
            if (place, name) in own:
                message = f"the {place} parameter {name!r} is declared twice; the first is kept"
                scope.notes.warning("parameter-duplicate", message, node.origin)
                continue
            own.add((place, name))
            if place == "form":
                form.setdefault(name, target)
            elif (place, name) not in plain:
                shared = target is not node or holder is not holders[0]
                plain[(place, name)] = _parameter(name, _PLACES[place], node, target, scope, shared=shared)
    return Parameters(plain=tuple(plain.values()), body=body, form=tuple(form.values()))


def _entries(holder: Node, scope: Scope) -> Iterator[tuple[Node, Node]]:
    """Each parameter as written, and what its `$ref` leads to."""
    for node in _listed(holder, scope):
        target = scope.references.follow(node, "parameter")
        if target is None:
            continue  # the reference has its finding; without a name there is nothing to keep
        if target.is_map:
            yield node, target
        else:
            scope.notes.warning("parameter-nameless", "a parameter that is no map is left out", node.origin)


def _listed(holder: Node, scope: Scope) -> Iterator[Node]:
    """The entries of `parameters`, which is a list; by mistake a lone parameter, or a map by name."""
    if not holder.is_map:
        yield from holder
        return
    scope.notes.warning(
        "read-as-meant", "`parameters` is a list, not a map; read as the list of its values", holder.origin
    )
    if "$ref" in holder or ("name" in holder and "in" in holder):
        yield holder
        return
    for name, node in holder.items():
        if isinstance(node.value, dict) and "name" not in node and "$ref" not in node:
            yield Node({"name": name, **node.value}, node.origin)
        else:
            yield node


def _place(node: Node, placeholders: Sequence[str], scope: Scope) -> str:
    """One of `_PLACES`, `form` or `body`."""
    said = text(node, "x-oai-in") or text(node, "in")
    place = said.strip()
    if place in _PLACES:
        return place
    if scope.dialect.is_swagger and place in ("body", "formData"):
        return "form" if place == "formData" else "body"
    low = place.lower()
    meant: str
    if low in _FORM_PLACES or low == "body":
        meant = "body" if low == "body" else "form"
    elif low in _PLACES or low in _MEANT_PLACES:
        meant = _PLACES.get(low) or _MEANT_PLACES[low]
    else:
        meant = "path" if text(node, "name") in placeholders else "query"
    saying = f"there is no place {said!r} for a parameter" if said else "a parameter does not say its place (`in:`)"
    scope.notes.warning("parameter-place", f"{saying}; read as {meant}", node.origin)
    return meant


def _parameter(name: str, place: _Place, node: Node, target: Node, scope: Scope, *, shared: bool) -> Parameter:
    """Read a parameter; one that several operations share is read once."""
    key = ("parameter", place, target.origin)
    known = scope.memory.get(key) if shared else None
    parameter = known if isinstance(known, Parameter) else _read(name, place, target, scope)
    if shared:
        scope.memory[key] = parameter
    own = text_claim(node, "description") if target is not node else None
    return replace(parameter, description=own) if own else parameter


def _read(name: str, place: _Place, node: Node, scope: Scope) -> Parameter:
    node = _of_meant_type(node, scope)
    schema = schema_of(node, scope)
    style, explode, reserved = _style(place, node, schema, scope)
    contents = read_contents(node, scope)
    inline = schema if isinstance(schema, Schema) else None
    at = inline.origin if inline else node.origin
    said = said_in_place(schema)
    if flag(node, "allowEmptyValue"):
        message = "`allowEmptyValue` is not carried; where the schema allows it, an empty text is sent as it is"
        scope.notes.info("not-carried", message, node.origin.child("allowEmptyValue"))
    return Parameter(
        origin=node.origin,
        name=name,
        place=place,
        required=Claim(True, node.origin.child("required")) if place == "path" else flag_claim(node, "required"),
        description=text_claim(node, "description")
        or _claim(said.description, said, "description")
        or _claim(_telling_title(said, name), said, "title"),
        schema=schema,
        default=_default(inline.default, at.child("default")) if inline else None,
        enum=Claim(inline.enum, at.child("enum")) if inline and inline.enum is not None else None,
        examples=read_examples(node, scope) or examples_in_place(schema),
        deprecated=flag_claim(node, "deprecated")
        or flag_claim(node, "x-deprecated")
        or _claim(said.deprecated, said, "deprecated"),
        style=style,
        explode=explode,
        allow_reserved=reserved,
        allow_empty_value=flag(node, "allowEmptyValue"),
        content=contents[0] if contents else None,
    )


def _claim(value: _T, schema: Schema, keyword: str) -> Claim[_T] | None:
    """What a schema says of the parameter, where it says it."""
    return Claim(value, schema.origin.child(keyword)) if value else None


def _telling_title(schema: Schema, name: str) -> str:
    """The title of a parameter's schema in place, where it is more than the name as people write it."""
    plain, other = ("".join(filter(str.isalnum, word)).lower() for word in (schema.title, name))
    return "" if schema.properties or plain == other else schema.title


_TELLS_NOTHING_MORE = {"type", "default", "description", "title", "example"}


def _of_meant_type(node: Node, scope: Scope) -> Node:
    """A parameter whose type is a bare `string` and whose default is a number or a boolean, with that type.

    Everything is text in a URL, so that vendors' tools write `string` for it; the default tells what is meant.
    """
    schema = node["schema"] if node["schema"].is_map else node
    known = _TELLS_NOTHING_MORE if schema is not node else _TELLS_NOTHING_MORE | {"name", "in", "required"}
    default, example = schema["default"].value, node["example"].value
    meant = {bool: "boolean", int: "integer", float: "number"}.get(type(default))
    if meant is None or isinstance(example, str) or schema["type"].value != "string":
        return node
    if not isinstance(node.value, dict) or not isinstance(schema.value, dict) or not schema.value.keys() <= known:
        return node
    message = f"a parameter of type string has the default {str(default).lower()}; read as {meant}"
    scope.notes.info("read-as-meant", message, schema["type"].origin)
    if schema is node:
        return Node({**node.value, "type": meant}, node.origin)
    return Node({**node.value, "schema": {**schema.value, "type": meant}}, node.origin)


def _default(value: Json | Missing, at: Origin) -> Claim[Json] | None:
    return None if isinstance(value, Missing) else Claim(value, at)


def _style(place: _Place, node: Node, schema: object, scope: Scope) -> tuple[str, bool | None, bool]:
    """Style, explode and allowReserved, with 2.0's `collectionFormat` and 3.2's cookie style lifted to them."""
    is_array = isinstance(schema, Schema) and "array" in schema.types
    if scope.dialect.is_swagger and (is_array or "collectionFormat" in node):
        return *_collection(text(node, "collectionFormat"), place in ("query", "cookie"), node, scope), False
    style = text(node, "x-oai-style") or text(node, "style")
    reserved = flag(node, "allowReserved") or flag(node, "x-oai-allowReserved")
    if style and style not in _STYLES[place]:
        if style not in _ANY_STYLE:
            message = f"there is no style {style!r}; the default of its place is used"
        else:
            message = f"the style {style!r} does not exist in the {place}; the default of its place is used"
        scope.notes.warning("parameter-style", message, node["style"].origin)
        style = ""
    return style, optional_flag(node, "explode"), reserved


def _collection(collection: str, is_form: bool, node: Node, scope: Scope) -> tuple[str, bool]:
    """2.0's collectionFormat as style and explode; `csv` is its default."""
    if not is_form and collection in ("", "csv"):
        return "simple", False
    known = {"": "form", "csv": "form", "multi": "form", "ssv": "spaceDelimited", "pipes": "pipeDelimited"}
    if collection not in known or (not is_form and collection != "csv"):
        message = f"the collectionFormat {collection!r} is not carried here; commas are used"
        scope.notes.warning("parameter-style", message, node.origin)
        return "form" if is_form else "simple", False
    return known[collection], collection == "multi"


# -- 2.0: the body as a parameter


def add_parameter_body(body: Body | None, parameters: Parameters, operation: Node, scope: Scope) -> Body | None:
    """A body together with what `in: body` and `in: formData` parameters say; None where nothing says any.

    Args:
        body: What `requestBody` says; it goes first, where by mistake both are there.
    """
    own = _parameter_body(parameters, operation, scope)
    if body is None or own is None:
        return body or own
    said = {content.media_type for content in body.contents}
    more = tuple(content for content in own.contents if content.media_type not in said)
    message = (
        "an operation has a `requestBody` and parameters that make a body; each is kept as a media type of one body"
    )
    scope.notes.warning("parameter-place", message, own.origin)
    return replace(body, contents=body.contents + more)


def _parameter_body(parameters: Parameters, operation: Node, scope: Scope) -> Body | None:
    consumes = media_types_of(operation, "consumes", scope)
    if parameters.body is not None:
        node = parameters.body
        contents = swagger_contents(node, consumes, scope)
        if parameters.form:
            message = "an operation has a body and form fields; the body is kept"
            scope.notes.warning("parameter-place", message, parameters.form[0].origin)
        return Body(
            origin=node.origin,
            required=flag_claim(node, "required"),
            description=text_claim(node, "description"),
            contents=contents or tuple(Content(origin=node.origin, media_type=name) for name in consumes),
        )
    return _form(parameters.form, consumes, scope) if parameters.form else None


def _form(fields: Sequence[Node], consumes: Sequence[str], scope: Scope) -> Body:
    """A body whose properties are the form's fields."""
    origin = fields[0].origin
    properties = {
        text(node, "name"): schema_of(node, scope, prose=True) or Schema(origin=node.origin) for node in fields
    }
    schema = Schema(
        origin=origin,
        types=("object",),
        properties=properties,
        required=tuple(text(node, "name") for node in fields if flag(node, "required")),
    )
    encodings = tuple(
        Encoding(origin=node.origin, property_name=text(node, "name"), style=style, explode=explode)
        for node in fields
        if text(node, "type") == "array"
        for style, explode in [_collection(text(node, "collectionFormat"), True, node, scope)]
    )
    has_file = any(_is_file(node) for node in fields)
    types = tuple(name for name in consumes if name.partition(";")[0].strip().lower() in _FORM_TYPES)
    if not types or (has_file and _FORM_TYPES[0] not in types):
        types = (_FORM_TYPES[0],) if has_file else (_FORM_TYPES[1],)
    return Body(
        origin=origin,
        required=Claim(bool(schema.required), origin),
        contents=tuple(Content(origin=origin, media_type=name, schema=schema, encodings=encodings) for name in types),
    )


def _is_file(node: Node) -> bool:
    """Whether a form field makes the form multipart: a file, or one that says so by its place."""
    return "file" in (text(node, "type"), text(node["schema"], "type")) or "multipart" in text(node, "in")
