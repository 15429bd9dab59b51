"""Lenient answers from a map whose values may be of any type.

Real descriptions hold numbers, booleans and null where text belongs, and text where a boolean belongs. What is plain to
a person is taken as meant; everything else counts as absent. Nothing here raises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.draft import Claim, ExternalDocs
from generator.source import MISSING, Json, Missing, Node

_NOTHING: Mapping[str, Json] = {}


def members(node: Node) -> Mapping[str, Json]:
    """The members of an object as plain values; nothing for any other value."""
    return node.value if isinstance(node.value, dict) else _NOTHING


def text(node: Node, key: str) -> str:
    """A member as text; numbers and booleans as they are written in JSON, "" for anything else."""
    return as_text(members(node).get(key))


def later_text(node: Node, key: str) -> str:
    """A member that OpenAPI 3.2 added, which older documents have as an extension (`x-oai-` in OpenAPI's registry)."""
    return text(node, key) or text(node, f"x-oai-{key}")


def as_text(value: Json | Missing) -> str:
    """A scalar as text; "" for null, maps and lists."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else ""


def texts(value: Json | Missing) -> tuple[str, ...]:
    """The scalars of a list as text; a lone scalar counts as a list of one."""
    entries = value if isinstance(value, list) else [value] if value is not MISSING else []
    return tuple(word for word in map(as_text, entries) if word)


def text_claim(node: Node, key: str) -> Claim[str] | None:
    """A member as a claim; None where it says nothing."""
    said = text(node, key)
    return Claim(said, node.origin.child(key)) if said.strip() else None


def flag(node: Node, key: str) -> bool:
    """True for `true`, and for the text of it."""
    return as_flag(members(node).get(key))


def as_flag(value: Json | Missing) -> bool:
    """True for `true`, and for the text of it."""
    return value is True or (isinstance(value, str) and value.strip().lower() == "true")


def flag_claim(node: Node, key: str) -> Claim[bool] | None:
    """A member as a claim; None where it is absent or neither true nor false."""
    value = members(node).get(key)
    if isinstance(value, bool):
        return Claim(value, node.origin.child(key))
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        return Claim(value.strip().lower() == "true", node.origin.child(key))
    return None


def optional_flag(node: Node, key: str) -> bool | None:
    """A member that is a boolean; None where it is not."""
    claim = flag_claim(node, key)
    return claim.value if claim else None


def external_docs(node: Node) -> ExternalDocs | None:
    """The page elsewhere that a thing names; None where it names none."""
    said = node["externalDocs"]
    url = text(said, "url").strip()
    return ExternalDocs(url=url, description=text(said, "description")) if url else None


def maps(node: Node) -> Iterator[tuple[str, Node]]:
    """The members of an object that are objects themselves; extensions (`x-…`) are left out."""
    for key, entry in node.items():
        if entry.is_map and not key.startswith("x-"):
            yield key, entry
