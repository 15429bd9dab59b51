"""What documents at large do: how often each kind of object has each of its keys.

In: the table that `scripts/repair_habits.py` counts. Out: shares. It must not know the document at hand.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import log, sqrt

from generator.source import Json

KINDS = {
    "$ref": "$ref",
    "allOf": "parts",
    "oneOf": "parts",
    "anyOf": "parts",
    "properties": "members",
    "additionalProperties": "members",
    "items": "entries",
    "enum": "choice",
}
"""What a schema is by a key of it, as long as its type is not known."""


_SECOND = {
    "document": {
        "swagger": 1.0,
        "host": 0.95,
        "basePath": 0.8,
        "schemes": 0.9,
        "consumes": 0.4,
        "produces": 0.4,
        "definitions": 0.9,
        "parameters": 0.2,
        "responses": 0.1,
        "securityDefinitions": 0.65,
    },
    "operation": {"consumes": 0.3, "produces": 0.6},
    "parameter": {"schema": 0.12, "collectionFormat": 0.05},
    "header": {"schema": 0.0},
    "response": {"schema": 0.6, "examples": 0.05},
    "securityScheme": {"flow": 0.4, "authorizationUrl": 0.35, "tokenUrl": 0.2, "scopes": 0.4},
}
"""How often objects of OpenAPI 2.0 have the keys that those of 3.x have not, judged by what stands for them there."""


def members_of(role: str) -> dict[str, float] | None:
    """How often objects of free JSON under that key have each member; None where too few were seen."""
    return _habits().get("any@" + role.rpartition(".")[2])


def habit_of(name: str, role: str, type_: str, key: str) -> float:
    """The share of such objects, in documents at large, that have the key."""
    table = _habits()
    rows = [row for mark in mark_of(name, role, type_) if (row := table.get(mark)) is not None]
    if not rows:
        return 0.2
    share = rows[0].get(key, 0.0)
    if key.startswith("x-"):
        most = extensions().get(key)
        if most:
            general = max((row.get(key, 0.0) for row in rows[1:]), default=0.0)
            share = 0.35 * max(share, 0.05 * general) / most
        else:
            share = 0.25 * sqrt(rows[0].get("x-", 0.0))
    return min(0.97, max(0.0001 if key in extensions() else 0.003, share))


@cache
def always(name: str) -> tuple[tuple[str, float], ...]:
    """The members that objects of free JSON under that key nearly always have, and what it costs to be without."""
    row = _habits().get(f"any@{name}", {})
    return tuple((key, -0.25 * log(1.005 - share)) for key, share in row.items() if share >= 0.9)


@cache
def extensions() -> dict[str, float]:
    """The extensions that many documents use, with the share of those objects that have them most."""
    most: dict[str, float] = {}
    for mark, row in _habits().items():
        for key, share in row.items():
            if key.startswith("x-") and not mark.startswith("any"):
                most[key] = max(share, most.get(key, 0.0))
    return most


def kinds_of(schema: dict[str, Json]) -> tuple[str, ...]:
    """What a schema is: by its type, and by its other keys."""
    kinds = dict.fromkeys(kind for key, kind in KINDS.items() if key in schema)
    type_ = schema.get("type")
    return (type_, *kinds) if isinstance(type_, str) else tuple(kinds) or ("",)


def mark_of(name: str, role: str, type_: object) -> tuple[str, ...]:
    """Under which names the habits of an object are kept, the most special first."""
    if name == "schema":
        kind = type_ if isinstance(type_, str) else ""
        if kind == "*":
            return (f"schema<{role}", "schema")
        return (f"schema<{role}={kind}", f"schema={kind}", f"schema<{role}", "schema")
    if name == "simpleItems":
        return (name, "schema<schema.items")  # the same in OpenAPI 2.0, which few documents are written in
    return (f"any@{role.rpartition('.')[2]}",) if name == "any" else (name,)


@cache
def _habits() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = json.loads(
        files("generator.readers.openapi.reindent").joinpath("habits.json").read_text("utf-8")
    )
    return table | _second(table)


def _second(table: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """What OpenAPI 2.0 has otherwise, of which too few documents are counted; what 3.x keeps apart is in one object."""
    found = {name: {**row, **_SECOND[name]} for name, row in table.items() if name in _SECOND}
    for name in ("parameter", "header"):
        apart = table.get(name, {}).get("schema", 0.0)
        below = table.get(f"schema<{name}.schema", {})
        found[name] |= {key: apart * share for key, share in below.items() if key not in table[name]}
    return {name + "2": row for name, row in found.items()}
