"""What the schemas of a tree say of the examples in it.

In: a tree. Out: `Expected` for a schema, with the members of what it is made of. It must not know levels or lines.
"""

from __future__ import annotations

from urllib.parse import unquote

from generator.diagnostics import pointer_keys
from generator.records import dataclass
from generator.source import Json


@dataclass(frozen=True, slots=True)
class Expected:
    """What a schema says of an example: the type, the members with their schemas, the schema of entries.

    Attributes:
        rest: The schema of the members that are not named; None where nothing is said of them.
    """

    type: str
    properties: dict[str, Json]
    items: Json
    rest: Json = None


class Schemas:
    """The schemas of a tree, looked up for examples."""

    def __init__(self, tree: Json) -> None:
        self._tree = tree
        self._known: dict[int, Expected | None] = {}
        self._by_name: dict[str, list[Json]] = {}
        self._merged: dict[str, Expected | None] = {}
        self._kinds: dict[int, list[Json]] = {}  # of schemas with a discriminator: those that build on them

    def note_parts(self, schema: dict[str, Json]) -> None:
        """Remember what a schema builds on."""
        parts = schema.get("allOf")
        for part in parts if isinstance(parts, list) else ():
            reference = part.get("$ref") if isinstance(part, dict) else None
            if isinstance(reference, str) and reference.startswith("#/"):
                base = at_path(self._tree, pointer_keys(unquote(reference[1:])))
                self._kinds.setdefault(id(base), []).append(schema)

    def expected(self, schema: Json) -> Expected | None:
        """What a schema says, with the members of what it is made of."""
        if not isinstance(schema, dict):
            return None
        mark = id(schema)
        if mark not in self._known:
            self._known[mark] = None  # for a schema inside itself
            self._known[mark] = self._collect([schema])
        return self._known[mark]

    def note(self, name: str, schema: Json) -> None:
        """Remember the schema of a property of that name, wherever it stands."""
        self._by_name.setdefault(name, []).append(schema)

    def named(self, name: str) -> Expected | None:
        """What properties of that name look like in the document."""
        if name not in self._merged:
            self._merged[name] = self._collect(self._by_name.get(name, [])[:20])
        return self._merged[name]

    def _collect(self, schemas: list[Json]) -> Expected | None:
        type_, properties, items, rest = "", dict[str, Json](), None, None
        waiting, seen = list(schemas), set[int]()
        while waiting:
            schema = waiting.pop(0)
            if not isinstance(schema, dict) or id(schema) in seen:
                continue
            seen.add(id(schema))
            reference = schema.get("$ref")
            if isinstance(reference, str) and reference.startswith("#/"):
                waiting.append(at_path(self._tree, pointer_keys(unquote(reference[1:]))))
            for word in ("allOf", "oneOf", "anyOf"):
                parts = schema.get(word)
                waiting.extend(parts if isinstance(parts, list) else [])
            named, kind = schema.get("properties"), schema.get("type")
            if isinstance(named, dict):
                properties = {**named, **properties}
            items = items or schema.get("items")
            rest = rest or schema.get("additionalProperties")
            type_ = type_ or (kind if isinstance(kind, str) else "")
            if "discriminator" in schema:
                waiting.extend(self._kinds.get(id(schema), ()))
        if not properties and items is None and not type_:
            return None
        return Expected(type_, properties, items, rest if isinstance(rest, dict) and rest else None)


def at_path(tree: Json, path: list[str]) -> Json:
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and step.isdigit() and int(step) < len(tree):
            tree = tree[int(step)]
        else:
            return None
    return tree
