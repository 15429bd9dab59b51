"""YAML documents that lost their indentation, rebuilt by what OpenAPI's own grammar allows where.

In: the text of an OpenAPI 2.0 or 3.x document without its indentation, perhaps with page text around it or cut off.
Out: `Repaired`: the text with its levels, one line for each line that was there (so that places agree), and findings.
It must not know what a draft is.

* `grammar` - which keys each object may hold
* `lines` - what a line can be, taken by itself
* `search` - the cheapest reading of all lines
* `knowledge` - what a first pass learns for the second: the document's own order of keys, the schemas of its examples
* `tail` - where the document begins, whether it was cut off, and what to do without
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Finding, InputError, Origin, Severity
from generator.readers.openapi.flattened import VERSION
from generator.readers.openapi.reindent.grammar import Shape, grammar_for
from generator.readers.openapi.reindent.knowledge import Knowledge, learn, referred
from generator.readers.openapi.reindent.lines import Lines
from generator.readers.openapi.reindent.search import Result, search
from generator.readers.openapi.reindent.tail import Extent, close_tail, extent_of, head_findings
from generator.source import yaml_text

LONG = 4_000
"""Lines of a document that is read twice only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A document with its levels restored.

    Attributes:
        text: YAML; its line numbers are those of the flattened text. Lines that do not belong to it are empty.
        findings: What was left out or cut off, and what could not be decided.
    """

    text: str
    findings: tuple[Finding, ...]


def reindent(text: str, name: str) -> Repaired:
    """Give a flattened OpenAPI document its levels back.

    Args:
        text: The document, with or without page text around it.
        name: Its name, for findings.

    Raises:
        InputError: It does not hold an OpenAPI document.
    """
    text = text.removeprefix("\ufeff")
    version = VERSION.search(text)
    if not version:
        raise InputError("not-openapi", "no line says which version of OpenAPI this is", Origin(name))
    raw = re.split(r"\r\n|\n|\r", text)
    extent = extent_of([line.strip(" \t") for line in raw])
    lines = Lines(extent.lines)
    grammar = grammar_for(2 if version[1] == "2" else 3)
    result = _search(lines, grammar, name)
    return _repaired(extent, lines, result, name)


def _search(lines: Lines, grammar: Shape, name: str) -> Result:
    """Read the lines, learn from the result how the document writes things, and read them again."""
    named = referred(lines.texts)
    ordered, disorder = _first_order(lines)
    knowledge = Knowledge(ordered, named, disorder)
    result = best = search(lines, grammar, knowledge)
    for _ in range(2 if len(lines) < LONG else 1):
        try:
            tree = yaml_text.parse(_render(lines.texts, result.columns), name)[0]
        except InputError:
            break
        best = result
        knowledge = learn(tree, grammar, knowledge)
        result = search(lines, grammar, knowledge)
        if result.columns == best.columns:
            return result
    return result if _parses(lines, result, name) else best


def _parses(lines: Lines, result: Result, name: str) -> bool:
    try:
        yaml_text.parse(_render(lines.texts, result.columns), name)
    except InputError:
        return False
    return True


def _first_order(lines: Lines) -> tuple[frozenset[str], float]:
    """Which objects are sorted, guessed from the head and from neighbours, and the price of disorder."""
    words = [_first_word(text) for text in lines.texts]
    head = next((word for word in words if word in ("info", "openapi", "swagger")), "")
    if head == "info":
        return _ALL_NAMES, 9.0
    pairs = Counter(itertools.pairwise(words))
    rising = pairs["in", "name"] + pairs["format", "type"]
    falling = pairs["name", "in"] + pairs["type", "format"]
    return (_ALL_NAMES, 1.5) if rising > 5 + 10 * falling else (frozenset(), 0.0)


def _first_word(text: str) -> str:
    return text.removeprefix("- ").partition(":")[0]


def _names(grammar: Shape) -> frozenset[str]:
    found: dict[str, None] = {}
    waiting, seen = [grammar], set[int]()
    while waiting:
        shape = waiting.pop()
        if id(shape) not in seen:
            seen.add(id(shape))
            waiting.extend([shape.items] if shape.items else [])
            if shape.map:
                found[shape.map.name] = None
                waiting.extend(shape.map.fields.values())
                waiting.extend([shape.map.free] if shape.map.free else [])
    return frozenset(found) | {"any"}


_ALL_NAMES = _names(grammar_for(2)) | _names(grammar_for(3))


def _render(texts: Sequence[str], columns: list[int]) -> str:
    return (
        "\n".join(
            " " * column + text if column >= 0 and text else "" for text, column in zip(texts, columns, strict=True)
        )
        + "\n"
    )


def _repaired(extent: Extent, lines: Lines, result: Result, name: str) -> Repaired:
    texts = list(lines.texts)
    findings = head_findings(extent, name)
    for number in result.ignored:
        at = Origin(name, line=number + 1, column=1)
        message = f"this line fits nowhere in an OpenAPI document and was left out: {texts[number][:80]}"
        findings.append(Finding(code="line-ignored", severity=Severity.WARNING, message=message, at=at))
    findings += close_tail(extent, texts, result.top, name)
    return Repaired(text=_render(texts, result.columns), findings=tuple(findings))
