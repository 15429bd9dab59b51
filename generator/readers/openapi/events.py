"""The kinds of server-sent events that 3.2's `itemSchema` tells apart (§4.14.4, "Special Considerations").

In: the schema of an event as it stands on the wire: an object with `event`, `data`, `id` and `retry`, of which `oneOf`
or `anyOf` may list several. Out: an `Event` for each name with the schema of what its data says. A schema that
describes something else is left to be what the data says itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Origin
from generator.draft import Event, Reference, Schema
from generator.readers.openapi.members import as_text, members, text
from generator.readers.openapi.scope import Scope
from generator.source import MISSING, Node

_FIELDS = frozenset(("event", "data", "id", "retry"))
"""What stands in an event (WHATWG HTML §9.2.6)."""
_LAST = "[DONE]"
"""Data that some APIs send after their last event; it is no event."""
_DEEPEST = 8

_Fields = dict[str, Node]
_NOTHING = Node(MISSING, Origin(""))


def event_kinds(item: Node, scope: Scope) -> tuple[Event, ...]:
    """The kinds of events; () where the schema is not that of an event."""
    kinds = list(_kinds(item, {}, scope, 0))
    found: dict[str, Event] = {}
    for fields, variant in kinds:
        if not fields.keys() <= _FIELDS or fields.keys() <= {"id", "retry"}:
            return ()
        _report_dropped(fields, scope)
        data = _resolved(fields.get("data"), scope)
        if data is not None and members(data).get("const") == _LAST:
            continue
        for name in _names(fields.get("event"), scope):
            said = Event(
                origin=variant.origin,
                name=name,
                schema=_data(data, fields.get("data"), variant, scope),
                description=text(variant, "description"),
            )
            found[name] = _either(found[name], said) if name in found else said
    return tuple(found.values())


def _kinds(node: Node, outer: _Fields, scope: Scope, depth: int) -> Iterator[tuple[_Fields, Node]]:
    """Each alternative with its fields: its own, and those of what it stands in."""
    target = _resolved(node, scope)
    if target is None or depth > _DEEPEST:
        return
    fields = outer | dict(target["properties"].items())
    for part in target["allOf"]:
        inner = _resolved(part, scope)
        fields |= dict(inner["properties"].items()) if inner is not None else {}
    alternatives = [*target["oneOf"], *target["anyOf"]]
    if not alternatives:
        yield fields, target
    for alternative in alternatives:
        yield from _kinds(alternative, fields, scope, depth + 1)


def _report_dropped(fields: _Fields, scope: Scope) -> None:
    for name, kind in (("id", "string"), ("retry", "integer")):
        if members(fields.get(name, _NOTHING)) not in ({}, {"type": kind}):
            message = f"what a schema says of `{name}` in an event is not carried; it is read and written all the same"
            scope.notes.info("not-carried", message, fields[name].origin)


def _names(node: Node | None, scope: Scope) -> tuple[str, ...]:
    """The names that the field `event` may have; one without a name where it does not say."""
    target = _resolved(node, scope)
    said = members(target) if target is not None else {}
    values = [said["const"]] if "const" in said else said.get("enum")
    names = [as_text(value) for value in values] if isinstance(values, list) else []
    return tuple(names) or ("",)


def _data(data: Node | None, written: Node | None, variant: Node, scope: Scope) -> Schema | Reference | None:
    """What the data says: the schema of its content, any value where it is JSON, else a text."""
    if data is None or written is None:
        return Schema(origin=variant.origin, types=("string",))
    if "contentSchema" in data:
        return scope.schemas.read(data["contentSchema"])
    if "json" in text(data, "contentMediaType").lower():
        return Schema(origin=data.origin)
    schema = scope.schemas.read(written)
    is_bare = isinstance(schema, Schema) and not (schema.types or schema.one_of or schema.any_of or schema.all_of)
    if is_bare and isinstance(schema, Schema) and not schema.properties and not schema.enum:
        return replace(schema, types=("string",))
    return schema


def _either(one: Event, other: Event) -> Event:
    """Two kinds of one name as one."""
    if one.schema is None or other.schema is None or one.schema == other.schema:
        return one
    earlier = one.schema.one_of if isinstance(one.schema, Schema) and one.schema.one_of else (one.schema,)
    return replace(one, schema=Schema(origin=one.origin, one_of=(*earlier, other.schema)))


def _resolved(node: Node | None, scope: Scope) -> Node | None:
    return scope.references.follow(node, "schema") if node is not None and node.is_map else None
