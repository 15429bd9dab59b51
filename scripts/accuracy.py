"""How much of what documentation pages say is read, and how much of what is read they say.

Compares the drafts of real pages with facts written down (`tests/readers_pages/truth/`): names, types and values; of
longer texts only a hash. Prints recall and precision for each page and each kind of fact, and fails below the goals.
The pages themselves are not part of the project; without them there is nothing to measure.

    python scripts/accuracy.py [--pages FOLDER] [--differences]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics import Report
from generator.draft import Body, Draft, Operation, Parameter, Reference, Schema
from generator.readers import pages
from generator.source import Document

TRUTH = Path(__file__).resolve().parent.parent / "tests" / "readers_pages" / "truth"
PAGES = Path(__file__).resolve().parent.parent.parent / "shared"
KINDS = ("operations", "path", "query", "header", "form", "scopes", "security", "responses", "bodies", "schemas")
GOAL = {"seeds": 1.0, "pages": 0.98}

Fact = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Numbers of facts: in the truth, read, and both."""

    true: int
    read: int
    both: int

    @property
    def recall(self) -> float:
        """The share of the truth that was read."""
        return self.both / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        """The share of what was read that is true."""
        return self.both / self.read if self.read else 1.0


def facts(draft: Draft) -> dict[str, list[Fact]]:
    """All facts of a draft, by kind, each a tuple that starts with the operation or schema it belongs to."""
    found: dict[str, list[Fact]] = {kind: [] for kind in KINDS}
    for operation in draft.operations:
        called = f"{operation.method} {operation.path}"
        resource = operation.resource.value if operation.resource else None
        action = operation.action.value if operation.action else None
        described = short(operation.description.value) if operation.description else None
        found["operations"].append((called, resource, action, described, bool(operation.deprecated)))
        found["scopes"].extend((called, scope) for scope in (operation.scopes.value if operation.scopes else ()))
        if operation.security:
            ways = [sorted(requirement.scheme for requirement in way) for way in operation.security.value]
            found["security"].append((called, ways))
        for parameter in operation.parameters:
            found[parameter.place].extend(parameter_facts(called, parameter))
        found["responses"].extend(response_facts(called, operation))
        if operation.body:
            found["bodies"].extend(body_facts(called, operation.body))
    for named in draft.schemas.values():
        found["schemas"].append((named.name, type_of(named.schema)))
        found["schemas"].extend((named.name, *entry) for entry in fields_of(named.schema))
    return found


def parameter_facts(called: str, parameter: Parameter) -> Iterator[Fact]:
    """Each column of a parameter is a fact of its own."""
    name = parameter.name
    yield (called, name, "required", parameter.required.value if parameter.required else None)
    yield (called, name, "type", type_of(parameter.schema))
    if parameter.default:
        yield (called, name, "default", parameter.default.value)
    if parameter.enum:
        yield (called, name, "enum", list(parameter.enum.value))
    for example in parameter.examples:
        yield (called, name, "example", short(example.value))
    if parameter.description:
        yield (called, name, "description", short(parameter.description.value))


def response_facts(called: str, operation: Operation) -> Iterator[Fact]:
    """Status, description, types and events."""
    for response in operation.responses:
        yield (called, response.status, short(response.description.value) if response.description else None)
        for content in response.contents:
            yield (called, response.status, content.media_type, said_type(content.schema), len(content.examples))
        for event in response.events:
            yield (called, response.status, "event", event.name, type_of(event.schema), short(event.description))


def body_facts(called: str, body: Body) -> Iterator[Fact]:
    """Media types, the schema or its fields, and the samples."""
    for content in body.contents:
        yield (called, content.media_type, said_type(content.schema))
        for example in content.examples:
            yield (called, content.media_type, "example", short(example.value))
        for entry in fields_of(content.schema):
            yield (called, content.media_type, *entry)


def fields_of(schema: Schema | Reference | None) -> Iterator[Fact]:
    """The properties of an object that a page describes field by field."""
    if isinstance(schema, Schema) and not schema.inferred:
        for name, part in schema.properties.items():
            yield (name, name in schema.required, type_of(part))


def said_type(schema: Schema | Reference | None) -> str | None:
    """The type, if the page says it."""
    return None if isinstance(schema, Schema) and schema.inferred else type_of(schema)


def type_of(schema: Schema | Reference | None) -> str | None:
    """A type in a few words; one that was inferred counts as none."""
    if schema is None or (isinstance(schema, Schema) and schema.inferred):
        return None
    if isinstance(schema, Reference):
        return f"@{schema.name}"
    words = "|".join(schema.types) or (
        "any of " + ", ".join(map(str, map(type_of, schema.any_of))) if schema.any_of else ""
    )
    words += f":{schema.format}" if schema.format else ""
    words += f"<{type_of(schema.items)}>" if schema.items is not None else ""
    return words + (f" of {list(schema.enum)}" if schema.enum is not None else "")


def short(value: Any) -> Any:
    """A value as it is where it is short; of a longer text or a structure, a hash."""
    text = " ".join(value.split()) if isinstance(value, str) else json.dumps(value, sort_keys=True, ensure_ascii=False)
    if isinstance(value, str) and len(text) < 25 and " " not in text:
        return text
    if isinstance(value, int | float | bool) or value is None:
        return value
    return "#" + hashlib.sha256(text.encode()).hexdigest()[:10]


def read_page(path: Path) -> Draft:
    """The draft of a page, its profile recognised."""
    document = Document(name=path.name, text=path.read_text(encoding="utf-8"))
    return pages.read([document], None, Report())[0]


def score(truth: list[Fact], read: list[Fact]) -> tuple[Score, list[str], list[str]]:
    """The score, what was missed and what was made up."""
    wanted, found = {json.dumps(fact) for fact in truth}, {json.dumps(fact) for fact in read}
    return Score(len(wanted), len(found), len(wanted & found)), sorted(wanted - found), sorted(found - wanted)


def measure(folder: Path, *, differences: bool = False) -> list[tuple[str, str, Score]]:
    """A score for each page and kind of fact."""
    scores: list[tuple[str, str, Score]] = []
    for file in sorted(TRUTH.glob("**/*.json")):
        name = file.relative_to(TRUTH).with_suffix("").as_posix()
        page = next(iter(sorted(folder.glob(name + "*"))), None)
        if page is None:
            continue
        truth = json.loads(file.read_text(encoding="utf-8"))
        read = facts(read_page(page))
        for kind in KINDS:
            result, missed, made_up = score(truth.get(kind, []), read[kind])
            if result.true or result.read:
                scores.append((name, kind, result))
            if differences:
                for sign, lines in (("-", missed), ("+", made_up)):
                    print(*(f"{sign} {name} {kind}: {line}" for line in lines), sep="\n", end="\n" if lines else "")
    return scores


def main() -> int:
    """Print the table; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pages", type=Path, default=PAGES, help="the folder with `seeds/` and `pages/`")
    parser.add_argument("--differences", action="store_true", help="print each fact that was missed or made up")
    options = parser.parse_args()
    scores = measure(options.pages, differences=options.differences)
    if not scores:
        print(f"no pages in {options.pages}: nothing to measure")
        return 0
    print(f"{'page':34} {'kind':11} {'facts':>6} {'recall':>8} {'precision':>10}")
    failed = False
    for name, kind, result in scores:
        goal = GOAL[name.split("/", 1)[0]]
        short_of = min(result.recall, result.precision) < goal
        failed = failed or short_of
        print(
            f"{name:34} {kind:11} {result.true:6} {result.recall:8.1%} {result.precision:10.1%}"
            f"{'  below the goal' if short_of else ''}"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
