"""What the official schemas, and openapi-spec-validator, say of a document -> findings.

In: a `Document`. Out: `spec-invalid` findings, each with a place and a sentence that a person can act on. One document
always gives the same findings, and those of the slow validator are remembered by its digest. Nothing is ever fetched.

Measured: the metaschema alone costs 0.04 s of imports and some milliseconds (13 ms for 8.6 MB). openapi-spec-validator
costs 0.2 s of imports and then up to a second for 200 kB, but 18 s for 8.6 MB; it also checks defaults against their
schemas and finds operationIds that stand twice. Both are imported only when they are used.
"""

from __future__ import annotations

import difflib
import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from generator.diagnostics import Finding, Origin, Report, Severity
from generator.readers.openapi.members import as_text
from generator.readers.openapi.notes import Notes
from generator.readers.openapi.verdicts import Said, remembered
from generator.source import Document, Json, Missing

SMALL = 200_000
"""Up to this many characters `auto` means `full`."""
SMALL_VALUES = 50_000
"""And up to this many values, where YAML aliases unfold them."""
MAX_VALUES = 4_000_000
"""A tree of more values is not checked at all; the largest real ones have a third of it."""
MAX_FINDINGS = 50
"""Findings of one document, after folding; what is beyond is only counted."""
MAX_ERRORS = 5_000
"""Complaints looked at; a document with more has one mistake many times."""
MAX_DEPTH = 100
"""Levels of nesting that openapi-spec-validator is trusted with."""
_ALTERNATIVES = ("oneOf", "anyOf")
_MORE_TO_ASK = frozenset(("$ref", "allOf", "anyOf", "oneOf", "not", "format"))
"""Keywords beside which it takes more than a look at the schema to tell whether a default fits."""


def validate(document: Document, mode: str) -> tuple[Finding, ...]:
    """Check a document against its version of OpenAPI.

    Args:
        document: The loaded document; one that names no known version has no findings here.
        mode: `fast` (the metaschema only), `full` (openapi-spec-validator too) or `auto` (full for small documents in
            which it could find something more).
    """
    version = _version(document.tree)
    if version is None or not isinstance(document.tree, dict):
        return ()
    notes = Notes()
    values = _count(document.tree) if document.syntax == "yaml" else 0  # JSON has no aliases
    if values > MAX_VALUES:
        message = (
            f"the document unfolds to more than {MAX_VALUES} values; it is not checked against the official schema"
        )
        notes.info("spec-unchecked", message, Origin(document.name))
        return _cut(notes, document)
    try:
        for error in _limited(_metaschema(version).iter_errors(document.tree)):
            for place, message in _explained(error, version, 0):
                notes.warning("spec-invalid", message, Origin(document.name).child(*place))
    except (ValueError, RecursionError, OverflowError) as error:
        notes.info(
            "spec-unchecked", f"the official schema could not be applied: {_short(error)}", Origin(document.name)
        )
    is_small = len(document.text) <= SMALL and values <= SMALL_VALUES
    if mode == "full" or (mode == "auto" and is_small and _is_doubtful(document.tree, version)):
        _check_fully(document, version, notes)
    return _cut(notes, document)


def _version(tree: Json | object) -> str | None:
    said = as_text(tree.get("openapi")) or as_text(tree.get("swagger")) if isinstance(tree, dict) else ""
    return said[:3] if said[:3] in ("2.0", "3.0", "3.1", "3.2") else None


@cache
def _metaschema(version: str) -> Any:
    """A validator of a version's official schema."""
    import jsonschema_rs

    return jsonschema_rs.validator_for(_metaschema_tree(version))


@cache
def _metaschema_tree(version: str) -> Any:
    """A version's official schema: a file of openapi-spec-validator, which is not imported for it."""
    package = importlib.util.find_spec("openapi_spec_validator")
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise ValueError("openapi-spec-validator is not installed")
    file = Path(folders[0]) / "resources" / "schemas" / f"v{version}" / "schema.json"
    return json.loads(file.read_text(encoding="utf-8"))


def _count(tree: Json) -> int:
    """How many values a tree has, counted to a little beyond `MAX_VALUES`."""
    count, stack = 1, [tree]
    while stack and count <= MAX_VALUES:
        value = stack.pop()
        if isinstance(value, dict | list):
            count += len(value)
            stack.extend(value.values() if isinstance(value, dict) else value)
    return count


def _limited(errors: Iterable[Any]) -> Iterator[Any]:
    for _, error in zip(range(MAX_ERRORS), errors, strict=False):
        yield error


def _cut(notes: Notes, document: Document) -> tuple[Finding, ...]:
    report = Report()
    notes.move_to(report)
    findings = tuple(report)
    if len(findings) <= MAX_FINDINGS:
        return findings
    rest = len(findings) - MAX_FINDINGS
    summary = Finding(
        code="spec-invalid",
        severity=Severity.WARNING,
        message=f"{rest} more complaints of other kinds are not listed",
        at=Origin(document.name),
    )
    return (*findings[:MAX_FINDINGS], summary)


# -- the metaschema's errors, in words

_Explained = tuple[Sequence[str | int], str]


def _explained(error: Any, version: str, depth: int) -> Iterator[_Explained]:
    """The place and the message of an error; of one about alternatives, those of the alternative that was meant."""
    kind, place = error.kind.name, list(error.instance_path)
    if kind in _ALTERNATIVES and depth < MAX_DEPTH:
        branches = [branch for branch in getattr(error.kind, "context", ()) if branch]
        options = _common_options(branches)
        if options:
            yield options
            return
        meant = _meant(branches, error.instance, len(place))
        for inner in meant:
            if not (inner.kind.name == "enum" and _is_of_wrong_type(inner, meant)):
                yield from _explained(inner, version, depth + 1)
        if meant:
            return
    if kind in ("additionalProperties", "unevaluatedProperties", "falseSchema"):
        unexpected = [str(key) for key in getattr(error.kind, "unexpected", ())]
        if unexpected:
            shown = ", ".join(map(repr, unexpected[:6])) + (" …" if len(unexpected) > 6 else "")
            hint = _allowed_instead(unexpected, error, version)
            yield [*place, unexpected[0]], f"OpenAPI has no key {shown} here{hint}"
            return
    yield place, _message(error)


def _allowed_instead(keys: Sequence[str], error: Any, version: str) -> str:
    """What was probably meant by a key, according to the part of the official schema that refuses it."""
    schema = _metaschema_tree(version)
    for step in list(error.schema_path)[:-1]:
        schema = schema.get(step) if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or keys[0] == "$ref":
        return ""
    patterns = schema.get("patternProperties", {})
    if any(pattern.startswith(("^/", "^\\/")) for pattern in patterns):
        return "; a path begins with `/`"
    words = [word for pattern in patterns for word in re.findall(r"\w+", pattern) if pattern.startswith("^(")]
    near = difflib.get_close_matches(keys[0], [*schema.get("properties", {}), *words], n=1, cutoff=0.75)
    return f"; did you mean {near[0]!r}?" if near and len(keys) == 1 else ""


def _common_options(branches: Sequence[Sequence[Any]]) -> _Explained | None:
    """Where every alternative asks for another value of one member: that it is none of them all."""
    wanted = [
        {tuple(error.instance_path): error for error in branch if error.kind.name == "enum"} for branch in branches
    ]
    if len(wanted) < 2:
        return None
    for path, first in wanted[0].items():
        if all(path in branch for branch in wanted):
            options = [option for branch in wanted for option in _options(branch[path])]
            return list(path), _none_of(first.instance, options)
    return None


def _meant(branches: Sequence[Sequence[Any]], instance: object, depth: int) -> Sequence[Any]:
    """The errors of the alternative that the instance was probably meant to be: it fails late, and seldom."""
    is_reference = isinstance(instance, dict) and "$ref" in instance

    def badness(branch: Sequence[Any]) -> tuple[bool, int, int]:
        asks_reference = any(error.kind.name == "required" and _property(error) == "$ref" for error in branch)
        here = sum(len(error.instance_path) <= depth and error.kind.name not in _ALTERNATIVES for error in branch)
        return asks_reference != is_reference, here, len(branch)

    return min(branches, key=badness) if branches else ()


def _is_of_wrong_type(error: Any, others: Sequence[Any]) -> bool:
    """Whether another error says already that the value at this place is of the wrong type."""
    return any(other.kind.name == "type" and other.instance_path == error.instance_path for other in others)


def _message(error: Any) -> str:
    kind, instance = error.kind.name, error.instance
    if kind == "required":
        return f"`{_property(error)}` is missing"
    if kind == "type":
        types = [str(name) for name in getattr(error.kind, "types", ())]
        return f"this is {_kind_of(instance)}, not {' or '.join(_WITH_ARTICLE.get(name, name) for name in types)}"
    if kind in ("enum", "const"):
        return _none_of(instance, _options(error))
    if kind == "pattern":
        return f"{_short_value(instance)} does not have the form {_short(getattr(error.kind, 'pattern', ''))}"
    if kind == "minItems":
        return "this list must not be empty"
    if kind == "minProperties":
        return "this map must not be empty"
    if kind == "uniqueItems":
        return "an entry of this list stands twice"
    if kind == "propertyNames":
        return "a key has a form that is not allowed here: " + _short(error.message)
    if kind == "not":
        return "this must not stand here as it is"
    if kind in _ALTERNATIVES:
        return "this fits none of the forms that are allowed here, or more than one"
    return _short(error.message)


_WITH_ARTICLE = {
    "object": "a map",
    "array": "a list",
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}


def _property(error: Any) -> str:
    return str(getattr(error.kind, "property", "")).strip('"')


def _options(error: Any) -> list[object]:
    options = getattr(error.kind, "options", None)
    if isinstance(options, list):
        return options
    expected = getattr(error.kind, "expected_value", None)
    return [] if expected is None else [expected]


def _none_of(instance: object, options: Sequence[object]) -> str:
    shown = [option if isinstance(option, str) else _short_value(option) for option in options]
    return f"{_short_value(instance)} is none of {', '.join(shown[:12])}" + (" …" if len(shown) > 12 else "")


def _kind_of(instance: object) -> str:
    if isinstance(instance, dict | list):
        return "a map" if isinstance(instance, dict) else "a list"
    return "null" if instance is None else f"the value {_short_value(instance)}"


def _short_value(value: object) -> str:
    """A text in quotes, all else as it stands in a document."""
    is_word = value is None or isinstance(value, bool)
    return _short(json.dumps(value) if is_word else repr(value))


def _short(message: object) -> str:
    """A message on one line, cut to what can be read at a glance."""
    text = " ".join(str(message).split())
    return text if len(text) <= 80 else text[:77] + "…"


# -- openapi-spec-validator


def _is_doubtful(tree: Json, version: str) -> bool:
    """Whether openapi-spec-validator could find more than the metaschema does: an operationId that stands twice, a
    default that does not fit, from OpenAPI 3.1 on the form of schemas. To load it and ask takes a quarter of a second.
    """
    if version not in ("2.0", "3.0"):
        return True
    ids: set[object] = set()
    stack = [tree]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            stack.extend(value.values())
            name = value.get("operationId")
            if isinstance(name, str) and name in ids:
                return True
            ids.add(name if isinstance(name, str) else None)
            if "default" in value and not _default_fits(value):
                return True
    return False


def _default_fits(schema: dict[str, Json]) -> bool:
    """Whether a default is surely valid. What is no schema (the responses of an operation, say) bounds nothing."""
    import jsonschema_rs

    default = schema["default"]
    if schema.keys() & _MORE_TO_ASK or ("type" in schema and isinstance(default, dict | list)):
        return False
    try:
        return jsonschema_rs.Draft4Validator(schema).is_valid(default)
    except ValueError:
        return False


def _check_fully(document: Document, version: str, notes: Notes) -> None:
    """What only openapi-spec-validator finds; what the reader says better itself is left to it."""
    for code, message, pointer in remembered(document.tree, version, lambda: _complaints(document.tree, version)):
        add = notes.info if code == "spec-unchecked" else notes.warning
        add(code, message, Origin(document.name, pointer))


def _complaints(checked: Json | Missing, version: str) -> list[Said]:
    """The validator's errors, each by its place in the tree."""
    from jsonschema_path.paths import SchemaPath
    from openapi_spec_validator.validation import validators
    from openapi_spec_validator.validation.exceptions import UnresolvableParameterError
    from referencing.exceptions import Unresolvable

    classes = {
        "2.0": validators.OpenAPIV2SpecValidator,
        "3.0": validators.OpenAPIV30SpecValidator,
        "3.1": validators.OpenAPIV31SpecValidator,
        "3.2": validators.OpenAPIV32SpecValidator,
    }
    found: list[Said] = []
    try:
        tree: Any = _without_patterns(checked, 0)
        path = SchemaPath.from_dict(tree, handlers={"<all_urls>": _refuse})
        for error in _limited(classes[version](path).root_validator(path)):
            said = None if isinstance(error, UnresolvableParameterError) else _said(error, tree)
            if said is not None:
                found.append(("spec-invalid", said[1], Origin("").child(*said[0]).pointer))
    except Unresolvable:
        pass  # a dangling reference ends its walk; the reader reports every one of them
    except Exception as error:  # it trusts its input, and fails in many ways on trees that the metaschema refuses
        reason = f"{type(error).__name__}: {_short(error)}"
        found.append(("spec-unchecked", f"openapi-spec-validator gave up on this document ({reason})", ""))
    return found


def _without_patterns(value: Any, depth: int) -> Any:
    """A copy of the tree without regular expressions, which can take for ever to match against a default."""
    if depth > MAX_DEPTH:
        raise RecursionError(f"nested more than {MAX_DEPTH} levels deep")
    if isinstance(value, dict):
        return {
            key: _without_patterns(entry, depth + 1)
            for key, entry in value.items()
            if not (key == "pattern" and isinstance(entry, str)) and key != "patternProperties"
        }
    return [_without_patterns(entry, depth + 1) for entry in value] if isinstance(value, list) else value


def _refuse(uri: str) -> object:
    raise LookupError(f"{uri} is not fetched")


def _said(error: Any, tree: Json) -> _Explained | None:
    """Place and message of an error: by the operation it names, or by the very schema or value it complains of.

    None for one that can be placed by neither: it is about a schema's form, of which metaschema and reader speak.
    """
    message = str(error.message)
    match = re.fullmatch(r"Operation ID '(.*)' for '(\w+)' in '(.*)' is not unique", message, re.DOTALL)
    if match:
        return ("paths", match[3], match[2]), f"the operationId {_short_value(match[1])} stands twice"
    place = _pointer_of(tree, error.schema)
    if place is not None and isinstance(error.schema, dict) and "default" in error.schema:
        return [*place, "default"], f"the default does not fit its schema: {_short(message)}"
    place = place or _pointer_of(tree, error.instance)
    return None if place is None else (place, _short(message))


def _pointer_of(tree: object, wanted: object) -> list[str | int] | None:
    """The way to a map or list in the tree, by identity."""
    if not isinstance(wanted, dict | list):
        return None
    stack: list[tuple[object, list[str | int]]] = [(tree, [])]
    while stack:
        value, way = stack.pop()
        if value is wanted:
            return way
        if isinstance(value, dict):
            stack.extend((entry, [*way, key]) for key, entry in value.items())
        elif isinstance(value, list):
            stack.extend((entry, [*way, index]) for index, entry in enumerate(value))
    return None
