"""OpenAPI's XML object -> `draft.Xml`, in the words of 3.2.

In: the value of `xml` and its place. Out: the record, or None where it says nothing. Lifted on the way: `attribute` and
`wrapped` of older versions, a prefix that stands in the name.
"""

from __future__ import annotations

from typing import Literal

from generator.diagnostics import Origin
from generator.draft import Xml
from generator.encoders.xml import is_name
from generator.readers.openapi.members import as_flag, as_text
from generator.readers.openapi.notes import Notes
from generator.source import Json

_Node = Literal["", "element", "attribute", "text", "cdata", "none"]

_NODES: dict[str, _Node] = {
    "element": "element",
    "attribute": "attribute",
    "text": "text",
    "cdata": "cdata",
    "none": "none",
}


def xml_of(part: Json, place: Origin, notes: Notes) -> Xml | None:
    """How a schema's values are written in XML."""
    if not isinstance(part, dict):
        notes.warning("read-as-meant", "`xml` is a map; left out, as it is none", place)
        return None
    prefix, _, name = as_text(part.get("name")).strip().rpartition(":")
    prefix = as_text(part.get("prefix")).strip() or prefix
    for key, word in (("name", name), ("prefix", prefix)):
        if word and not is_name(word):
            notes.warning("xml-name", f"{word!r} cannot be a name in XML; left out", place.child(key))
    found = Xml(
        name=name if is_name(name) else "",
        namespace=as_text(part.get("namespace")).strip(),
        prefix=prefix if is_name(prefix) else "",
        node=_node(part),
    )
    return found if found != Xml() else None


def _node(part: dict[str, Json]) -> _Node:
    said = _NODES.get(as_text(part.get("nodeType") or part.get("x-oai-nodeType")))
    if said is not None:
        return said
    if as_flag(part.get("attribute")):
        return "attribute"
    return "element" if as_flag(part.get("wrapped")) else ""
