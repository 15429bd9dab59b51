"""YAML documents that lost their indentation, rebuilt by what OpenAPI's own grammar allows where.

In: the text of an OpenAPI 2.0 or 3.x document without its indentation, perhaps with page text around it or cut off.
Out: `Repaired`: the text with its levels, one line for each line that was there (so that places agree), and findings.
It must not know what a draft is.

* `grammar` - which keys each object may hold
* `lines` - what a line can be, taken by itself
* `levels`, `readings` - the open levels, and the readings of the lines so far
* `search` - the cheapest reading of all lines; `costs` - what a reading pays
* `habits` - what documents at large do
* `knowledge`, `schemas` - what this document does: its references, its order of keys, the schemas of its examples
* `names` - where its own names stand; `recurring` - where lines stand that recur
* `order` - which objects are sorted
* `learning` - what one pass teaches the next
* `tail` - where the document begins, whether it was cut off, and what to do without
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics import Finding, InputError, Origin, Severity
from generator.readers.openapi.flattened import VERSION
from generator.readers.openapi.reindent.grammar import Shape, grammar_for
from generator.readers.openapi.reindent.knowledge import Knowledge
from generator.readers.openapi.reindent.learning import learn
from generator.readers.openapi.reindent.lines import Lines
from generator.readers.openapi.reindent.order import first_order
from generator.readers.openapi.reindent.readings import Result
from generator.readers.openapi.reindent.search import search
from generator.readers.openapi.reindent.tail import Extent, close_tail, extent_of, head_findings
from generator.records import dataclass
from generator.source import yaml_text

NEAR = 1.5
"""By how much the second-best reading of a line may be dearer for its level to be called a guess.

Of documents that are restored wrongly two thirds are guessed at a wrong line then; of those restored right, one in six
has a line that is called a guess.
"""
TIE = 0.5
"""By how much two readings may differ and still be as good as each other."""
MOST_SHOWN = 8
"""Places that the finding about guesses names."""
LONG = 10_000
"""Lines of a document that is read twice only."""
MAX_LINES = 100_000
"""Lines of the longest document that is read; it takes about a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A document with its levels restored.

    Attributes:
        text: YAML; its line numbers are those of the flattened text. Lines that do not belong to it are empty.
        findings: What was left out or cut off, and what could not be decided.
        guessed: The lines, from 1, where the level was decided between readings that are nearly as good.
    """

    text: str
    findings: tuple[Finding, ...]
    guessed: tuple[int, ...] = ()


def reindent(text: str, name: str) -> Repaired:
    """Give a flattened OpenAPI document its levels back.

    Args:
        text: The document, with or without page text around it.
        name: Its name, for findings.

    Raises:
        InputError: It does not hold an OpenAPI document, or one that is too long.
    """
    text = text.removeprefix("\ufeff")
    version = VERSION.search(text)
    if not version:
        raise InputError("not-openapi", "no line says which version of OpenAPI this is", Origin(name))
    raw = re.split(r"\r\n|\n|\r", text)
    if len(raw) > MAX_LINES:
        message = (
            f"a document without indentation of {len(raw):,} lines is too long to be read; {MAX_LINES:,} are the most"
        )
        raise InputError("too-large", message, Origin(name))
    extent = extent_of([line.strip(" \t") for line in raw])
    lines = Lines(extent.lines)
    grammar = grammar_for(2 if version[1] == "2" else 3)
    result = _search(lines, grammar, name)
    return _repaired(extent, lines, result, name)


def passes(lines: Lines, grammar: Shape, name: str) -> Iterator[tuple[Knowledge, Result]]:
    """Read the lines, learn from the result how the document writes things, and read them again.

    Yields:
        What each pass went by, and what it found; the first not to parse as YAML is the last.
    """
    knowledge = Knowledge(first_order(lines.texts), lines.texts)
    seen: list[list[int]] = []
    for left in range(3 if len(lines) < LONG else 1, -1, -1):
        result = search(lines, grammar, knowledge)
        yield knowledge, result
        if result.columns in seen or not left:
            return
        seen.append(result.columns)
        try:
            knowledge = learnt_from(lines, grammar, knowledge, result, name)
        except InputError:
            return


def learnt_from(lines: Lines, grammar: Shape, knowledge: Knowledge, result: Result, name: str) -> Knowledge:
    """What the result of a pass teaches the next.

    Raises:
        InputError: The result does not parse as YAML.
    """
    tree = yaml_text.parse(_render(lines.texts, result.columns), name)[0]
    return learn(tree, grammar, knowledge, result)


def _search(lines: Lines, grammar: Shape, name: str) -> Result:
    """The result of the last pass that parses as YAML; else of the first."""
    before: Result | None = None
    last: Result | None = None
    for _, result in passes(lines, grammar, name):
        before, last = last, result
    assert last
    return last if before is None or _parses(lines, last, name) else before


def _parses(lines: Lines, result: Result, name: str) -> bool:
    try:
        yaml_text.parse(_render(lines.texts, result.columns), name)
    except InputError:
        return False
    return True


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
    guessed = sorted(number for number, margin in result.margins.items() if margin < NEAR)
    findings += _guesses(guessed, lines, name)
    findings += close_tail(extent, texts, result.top, name)
    text = _render(texts, result.columns)
    return Repaired(text=text, findings=tuple(findings), guessed=tuple(number + 1 for number in guessed))


def _guesses(guessed: Sequence[int], lines: Lines, name: str) -> list[Finding]:
    """Where the level of lines was decided between readings that are nearly as good: of neighbours, the first."""
    places = [number for at, number in enumerate(guessed) if not at or number > guessed[at - 1] + 1]
    if not places:
        return []
    first = places[0]
    message = f"another level is nearly as likely for: {lines.texts[first][:80]}"
    if more := places[1:]:
        numbers = ", ".join(str(number + 1) for number in more[:MOST_SHOWN])
        further = f" and {len(more) - MOST_SHOWN} more" if len(more) > MOST_SHOWN else ""
        message += f"; the same holds for line{'s' * (len(more) > 1)} {numbers}{further}"
    at = Origin(name, line=first + 1, column=1)
    return [Finding(code="level-guessed", severity=Severity.INFO, message=message, at=at)]
