"""XML text -> a tree of elements.

In: text from a source. Out: nodes, or `ValueError`. A document type declaration is refused, and with it every entity
that is not XML's own: nothing is expanded or fetched.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final
from xml.parsers import expat

from generator.records import dataclass

MAX_DEPTH: Final = 100


@dataclass(slots=True)
class Node:
    """An element: its name without prefix, its attributes by theirs, what is inside."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""


def parsed(text: str) -> Node:
    """The root element.

    Raises:
        ValueError: It is no XML, has a document type declaration, or is nested too deeply.
    """
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return builder.top.children[0]


class _Builder:
    def __init__(self) -> None:
        self.top = Node(name="", attributes={})
        self._open = [self.top]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise ValueError("nested too deeply")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = Node(name=name.rpartition(" ")[2], attributes=plain)
        self._open[-1].children.append(node)
        self._open.append(node)

    def end(self, _name: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        self._open[-1].text += text


def _refuse(*_: object) -> None:
    raise ValueError("a document type declaration is not read")
