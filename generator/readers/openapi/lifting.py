"""What older versions of JSON Schema and OpenAPI spell in another way, lifted to the shape of 2020-12.

In: a keyword's value, or the facts of a schema read so far. Out: what it means. Knows nothing of where a schema stands.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from generator.diagnostics import Origin
from generator.draft import Schema
from generator.readers.openapi.members import as_flag, as_text, texts
from generator.source import Json

TYPES = {name: (name,) for name in ("string", "number", "integer", "boolean", "array", "object", "null")}
"""The types of JSON Schema, each as `Schema.types` holds it."""
MEANT_TYPES: dict[str, tuple[tuple[str, ...], str]] = {
    **dict.fromkeys(("str", "text", "char", "guid", "password", "timestamp"), (("string",), "")),
    **{name: (("string",), name) for name in ("date", "date-time", "uuid", "email", "uri", "byte", "binary", "time")},
    "datetime": (("string",), "date-time"),
    "url": (("string",), "uri"),
    "file": (("string",), "binary"),
    **dict.fromkeys(("int", "int32", "long", "int64", "short", "bigint"), (("integer",), "")),
    **dict.fromkeys(("float", "double", "decimal", "numeric", "num"), (("number",), "")),
    "bool": (("boolean",), ""),
    **dict.fromkeys(("list", "arr", "set", "tuple"), (("array",), "")),
    **dict.fromkeys(("dict", "map", "json", "hash", "obj", "struct"), (("object",), "")),
    **dict.fromkeys(("none", "nil", "void"), (("null",), "")),
    **dict.fromkeys(("any", "mixed", "*", "", "undefined", "unknown"), ((), "")),
}
"""What other words are meant by: the types, and the format."""
NULL = ("null",)
ANNOTATIONS = ("title", "description", "deprecated", "read_only", "write_only", "default", "examples")
"""The fields of a schema that describe a value without restricting it."""


def required_names(part: Json) -> tuple[str, ...] | None:
    """The entries of `required`; a lone name counts, `true` is draft 3's and belongs to the object around."""
    if isinstance(part, list):
        return tuple(dict.fromkeys(texts(part)))
    return (part,) if isinstance(part, str) and part.lower() not in ("true", "false", "") else None


def whole(number: int | float | None) -> int | None:
    """A count; None for a number that counts nothing."""
    return int(number) if number is not None and number >= 0 and number == int(number) else None


def examples_of(value: dict[str, Json], key: str) -> tuple[Json, ...]:
    """The values under `example` (one) or `examples` (a list; by mistake also OpenAPI's map of examples)."""
    if key not in value:
        return ()
    said = value[key]
    if key == "example":
        return (said,)
    if isinstance(said, list):
        return tuple(said)
    if isinstance(said, dict):
        return tuple(entry["value"] for entry in said.values() if isinstance(entry, dict) and "value" in entry)
    return ()


def looks_like_schema(part: dict[str, Json]) -> bool:
    """Whether a map says what a schema says."""
    return isinstance(part.get("type"), str | list) or isinstance(part.get("$ref"), str)


def is_nullable(value: Mapping[str, Json]) -> bool:
    """Whether a schema says 3.0's `nullable` or 2.0's extension for it."""
    return as_flag(value.get("nullable")) or as_flag(value.get("x-nullable"))


def lift_nullable(facts: dict[str, Any], origin: Origin) -> None:
    """3.0's `nullable` as the type `null`; beside `allOf` too, where it is meant though 3.0.3 gives it no effect."""
    null = Schema(origin=origin, types=NULL)
    if facts.get("enum") and None not in facts["enum"]:
        facts["enum"] = (*facts["enum"], None)
        for names in ("enum_names", "enum_descriptions"):
            if names in facts:
                facts[names] = (*facts[names], "")
    if facts.get("types"):
        facts["types"] = tuple(dict.fromkeys((*facts["types"], "null")))
    elif facts.get("one_of"):
        facts["one_of"] = (*facts["one_of"], null)
    elif facts.get("any_of"):
        facts["any_of"] = (*facts["any_of"], null)
    elif facts.get("all_of"):
        structure = {name: facts.pop(name) for name in list(facts) if name not in ANNOTATIONS}
        facts["any_of"] = (Schema(origin=origin, **structure), null)
    elif facts.get("properties") or facts.get("additional_properties"):
        facts["types"] = ("object", "null")
    elif facts.get("items"):
        facts["types"] = ("array", "null")


def words_for(said: Json, keys: list[str], inner: str) -> tuple[str, ...]:
    """A word for each enum value, from a list in the same order, a map by value, or a list of maps with a `value`."""
    if isinstance(said, list) and all(isinstance(entry, dict) for entry in said):
        said = {as_text(entry.get("value")): entry for entry in said if isinstance(entry, dict)}
    if isinstance(said, list):
        return tuple(map(as_text, said)) if len(said) == len(keys) else ()
    if not isinstance(said, dict):
        return ()
    found = [said.get(key) for key in keys]
    return tuple(as_text(entry.get(inner)) if isinstance(entry, dict) else as_text(entry) for entry in found)


def as_type(value: Json, types: tuple[str, ...]) -> Json:
    """A scalar written as another type than its schema names (`"100"` for an integer, `10` for a string), as meant."""
    if not types or value is None:
        return value
    wanted = [name for name in types if name != "null"]
    if len(wanted) != 1:
        return value
    if wanted[0] == "string" and isinstance(value, bool | int | float):
        return as_text(value)
    if not isinstance(value, str):
        return value
    if wanted[0] == "boolean" and value.lower() in ("true", "false"):
        return value.lower() == "true"
    number = number_in(value) if wanted[0] in ("integer", "number") else None
    return value if number is None or (wanted[0] == "integer" and not isinstance(number, int)) else number


def number_in(word: str) -> int | float | None:
    """The number that a text spells; None for anything else."""
    if not re.fullmatch(r"\s*[-+]?[0-9]{1,300}(\.[0-9]{1,300})?([eE][-+]?[0-9]{1,3})?\s*", word, re.ASCII):
        return None
    number = float(word)
    if not math.isfinite(number):
        return None
    return int(word) if word.strip().lstrip("+-").isdigit() else number
