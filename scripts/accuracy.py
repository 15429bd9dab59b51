"""How much of what documentation pages say is read, and how much of what is read they say.

Compares the drafts of real pages with facts written down (`tests/readers_pages/truth/`): names, types and values; of
longer texts only a hash. Prints recall and precision for each page and each kind of fact, and fails below the goals.
The pages themselves are not part of the project; without them there is nothing to measure. Facts of pages from public
repositories say in their `source` where the page is, and the digest of its text; `--fetch` downloads these. There,
`blind` holds how many facts there were, were read, and were both, when the page was read for the first time: before
anything was mended for it, and without prose. Pages of one `round` were read before any of them was mended for; what
the last round of a site shows at first reading is what the next unseen page may expect. A `note` says what of a page
had been seen before, or where the one who wrote the facts down was wrong.

    python scripts/accuracy.py [--pages FOLDER] [--differences] [--fetch]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
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
UNSEEN = "unseen/"
FETCHED = Path.home() / ".cache" / "specloom-pages"
RAW = "https://raw.githubusercontent.com"
MOST_BYTES, SECONDS = 2_000_000, 20

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
    for way, required, type_ in fields_of(parameter.schema):
        yield (called, name, way, required, type_)


def response_facts(called: str, operation: Operation) -> Iterator[Fact]:
    """Status, description, types and events."""
    for response in operation.responses:
        yield (called, response.status, short(response.description.value) if response.description else None)
        for content in response.contents:
            yield (called, response.status, content.media_type, said_type(content.schema), len(content.examples))
            for entry in fields_of(content.schema):
                yield (called, response.status, content.media_type, *entry)
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


def fields_of(schema: Schema | Reference | None, within: str = "") -> Iterator[Fact]:
    """The fields that a page describes one by one, those of objects inside by their way: `user.id`, `keys[].id`."""
    if not isinstance(schema, Schema) or schema.inferred:
        return
    if schema.items is not None:
        yield from fields_of(schema.items, f"{within}[]")
    for name, part in schema.properties.items():
        way = f"{within}.{name}" if within else name
        yield (way, name in schema.required, type_of(part))
        yield from fields_of(part, way)


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
    return words + (f" of {list(schema.enum)}" if schema.enum is not None else "") or None


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


def written() -> Iterator[tuple[str, dict[str, Any]]]:
    """The name of each page with facts written down, and these."""
    for file in sorted(TRUTH.glob("**/*.json")):
        yield file.relative_to(TRUTH).with_suffix("").as_posix(), json.loads(file.read_text(encoding="utf-8"))


def file_of(name: str, truth: dict[str, Any]) -> str:
    """Where a page from a public repository lies below a folder of pages."""
    return name + Path(truth["source"]["path"]).suffix


def page_of(name: str, truth: dict[str, Any], folders: Sequence[Path]) -> Path | None:
    """The file of a page, with the very text that the facts are of; None where it is not at hand."""
    if "source" not in truth:
        return next((page for folder in folders for page in sorted(folder.glob(name + "*"))), None)
    files = (folder / file_of(name, truth) for folder in folders)
    return next((file for file in files if file.is_file() and digest(file.read_bytes()) == sha256(truth)), None)


def sha256(truth: dict[str, Any]) -> str:
    """The digest of the text that the facts are of."""
    return str(truth["source"]["sha256"])


def digest(content: bytes) -> str:
    """SHA-256, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def measure(folders: Sequence[Path], *, differences: bool = False) -> list[tuple[str, str, Score]]:
    """A score for each page at hand and each kind of fact."""
    scores: list[tuple[str, str, Score]] = []
    for name, truth in written():
        page = page_of(name, truth, folders)
        if page is None:
            continue
        read = facts(read_page(page))
        for kind in KINDS:
            result, missed, made_up = score(truth.get(kind, []), read[kind])
            if result.true or result.read:
                scores.append((name, kind, result))
            if differences:
                for sign, lines in (("-", missed), ("+", made_up)):
                    print(*(f"{sign} {name} {kind}: {line}" for line in lines), sep="\n", end="\n" if lines else "")
    return scores


def fetch(folder: Path, base: str) -> list[str]:
    """Download the pages that are missing below a folder; returns what went wrong, a line each.

    A page is kept only where its text is the one that the facts are of.
    """
    problems: list[str] = []
    for name, truth in written():
        if "source" not in truth or page_of(name, truth, [folder]):
            continue
        source = truth["source"]
        url = f"{base.rstrip('/')}/{source['repository']}/{source['commit']}/{source['path']}"
        try:
            with urllib.request.urlopen(url, timeout=SECONDS) as answer:
                content = answer.read(MOST_BYTES + 1)
        except OSError as problem:
            problems.append(f"{name}: {url} cannot be fetched: {problem}")
            continue
        if len(content) > MOST_BYTES or digest(content) != sha256(truth):
            problems.append(f"{name}: {url} is not the text that the facts were written down from")
            continue
        file = folder / file_of(name, truth)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return problems


def main() -> int:
    """Print the tables; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pages", type=Path, action="append", help="a folder with `seeds/`, `pages/` or `unseen/`")
    parser.add_argument("--differences", action="store_true", help="print each fact that was missed or made up")
    parser.add_argument("--fetch", action="store_true", help=f"first download missing public pages to {FETCHED}")
    parser.add_argument("--from", dest="base", default=RAW, help="where public repositories' files are, by commit")
    options = parser.parse_args()
    if options.fetch and os.environ.get("CI"):
        parser.error("pages are not fetched in CI")
    for problem in fetch(FETCHED, options.base) if options.fetch else ():
        print(problem, file=sys.stderr)
    folders = options.pages or [PAGES, FETCHED]
    scores = measure(folders, differences=options.differences)
    if not scores:
        print(f"no pages in {' or '.join(map(str, folders))}: nothing to measure")
        return 0
    failed = print_kinds([entry for entry in scores if not entry[0].startswith(UNSEEN)])
    print_unseen([entry for entry in scores if entry[0].startswith(UNSEEN)])
    read = {name for name, _, _ in scores}
    missing = [name for name, _ in written() if name not in read]
    if missing:
        public = sum(name.startswith(UNSEEN) for name in missing)
        print(f"\n{len(missing)} pages are not at hand, so not measured; {public} of them --fetch downloads")
    return int(failed)


def print_kinds(scores: Sequence[tuple[str, str, Score]]) -> bool:
    """A line for each page and kind of fact; whether a goal is missed."""
    failed = False
    print(f"{'page':34} {'kind':11} {'facts':>6} {'recall':>8} {'precision':>10}")
    for name, kind, result in scores:
        goal = GOAL[name.split("/", 1)[0]]
        short_of = min(result.recall, result.precision) < goal
        failed = failed or short_of
        print(
            f"{name:34} {kind:11} {result.true:6} {result.recall:8.1%} {result.precision:10.1%}"
            f"{'  below the goal' if short_of else ''}"
        )
    return failed


def print_unseen(scores: Sequence[tuple[str, str, Score]]) -> None:
    """A line for each page that no profile was written from, and one for each site; beside it, the first reading."""
    if not scores:
        return
    print(
        f"\n{'pages that no profile was written from':46} {'facts':>6} {'recall':>8} {'precision':>10}  first reading"
    )
    first = {name: first_score(truth) for name, truth in written()}
    rounds = {name: truth.get("source", {}).get("blind", {}).get("round", 0) for name, truth in written()}
    sites: dict[str, list[str]] = {}
    totals = {name: total(result for page, _, result in scores if page == name) for name, _, _ in scores}
    for name, result in totals.items():
        sites.setdefault(name.split("/")[1], []).append(name)
        print(unseen_line(name, result, first[name]))
    for site, names in sites.items():
        blind = [known for name in names if (known := first[name])]
        words = f"{site}: {len(names)} pages, {len(blind)} of them read blind"
        print(unseen_line(words, total(totals[name] for name in names), total(blind) if blind else None))
        last = max(rounds[name] for name in names)
        newest = [name for name in names if rounds[name] == last > 0]
        seen_first = [known for name in newest if (known := first[name])]
        if newest:
            words = f"  the last round of them ({len(newest)})"
            print(unseen_line(words, total(totals[name] for name in newest), total(seen_first)))


def unseen_line(words: str, result: Score, first: Score | None) -> str:
    """A line of the table of unseen pages."""
    before = f"{first.recall:8.1%} {first.precision:7.1%}" if first else ""
    return f"{words:46} {result.true:6} {result.recall:8.1%} {result.precision:10.1%} {before}".rstrip()


def first_score(truth: dict[str, Any]) -> Score | None:
    """How well a page was read before anything was mended for it, prose aside; None where that is not known."""
    counts = truth.get("source", {}).get("blind")
    return Score(counts["facts"], counts["read"], counts["both"]) if counts else None


def total(scores: Iterable[Score]) -> Score:
    """The sum of scores."""
    scores = tuple(scores)
    return Score(*(sum(getattr(score, name) for score in scores) for name in ("true", "read", "both")))


if __name__ == "__main__":
    sys.exit(main())
