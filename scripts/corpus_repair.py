"""Measures the repair of flattened documents: dump, strip all indentation, repair, compare as trees.

    python scripts/corpus_repair.py ~/.cache/specloom-corpus --sample 60 --max-bytes 400000

Measured are only documents that `repair_habits.py` did not count, so that nothing of them is known in advance; a single
file is measured in any case. The failures of the first sample (`--seed 1`) were looked at while costs were weighed;
what to expect of a document is what the others show.

Of each document that is not restored it is told in which kind of place it first differs, and what the true tree would
have cost: whether the costs prefer another, cannot tell the two apart, or the search missed the cheaper one. `told` are
those of them in which a line that went wrong is among the lines that the repair calls a guess.

With `--second` each document of OpenAPI 3.x is said in OpenAPI 2.0 first, of which the corpus holds few.

Each document is dumped in the styles that YAML tools write. What the blanks at the head of a line inside a text
meant is lost with them, so both trees are compared without blanks behind line ends.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.diagnostics import InputError
from generator.readers.openapi.reindent import reindent
from generator.source import yaml_text
from scripts.as_second import as_second
from scripts.repair_habits import is_counted
from scripts.repair_reasons import REASONS, reason, true_columns

Json = Any


class Literal(yaml.CSafeDumper):
    """Writes text of several lines as literal blocks."""


def _literal(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Literal.add_representer(str, _literal)


class Nested(yaml.SafeDumper):
    """Indents the dashes of lists."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _dump(tree: Json, dumper: type = yaml.CSafeDumper, **options: Any) -> str:
    return str(yaml.dump(tree, Dumper=dumper, **options))


STYLES: dict[str, Callable[[Json], str]] = {
    "sorted": lambda tree: _dump(tree),
    "unsorted": lambda tree: _dump(tree, sort_keys=False),
    "wide": lambda tree: _dump(tree, sort_keys=False, width=10_000, allow_unicode=True),
    "nested": lambda tree: _dump(tree, Nested, sort_keys=False),
    "literal": lambda tree: _dump(tree, Literal, sort_keys=False, allow_unicode=True),
    "literal-sorted": lambda tree: _dump(tree, Literal, allow_unicode=True),
}


def main() -> None:
    options = _options()
    share: Counter[str] = Counter()
    told: Counter[str] = Counter()
    total: Counter[str] = Counter()
    failures: Counter[tuple[str, str]] = Counter()
    size, spent = 0, 0.0
    for path, tree in _documents(options):
        for style in options.styles:
            text = STYLES[style](tree)
            flat = flatten(text)
            began = time.process_time()
            difference = compare(yaml_text.parse(text, "original")[0], flat)
            spent, size = spent + time.process_time() - began, size + len(flat)
            total[style] += 1
            share[style] += difference is None
            if difference is not None:
                why = reason(text, flat)
                told[style] += _is_told(text, flat)
                failures[difference.partition(":")[0], why] += 1
                if options.verbose:
                    print(f"{style}\t{path}\t{why}\t{difference}", flush=True)
    _print(share, told, total, size, spent)
    if failures:
        _print_failures(failures)


def flatten(text: str) -> str:
    """The text without the blanks at the head of its lines."""
    return "\n".join(line.lstrip(" \t") for line in text.split("\n"))


def compare(expected: Json, flat: str) -> str | None:
    """The first difference between the tree and what the repair makes of the flattened text; None where they agree."""
    try:
        repaired = reindent(flat, "flat")
        actual = yaml_text.parse(repaired.text, "flat")[0]
    except InputError as error:
        at = error.finding.at
        return f"{error.finding.code}: {error.finding.message} # {at}"
    return _difference(expected, actual, "", set())


def _is_told(text: str, flat: str) -> bool:
    """Whether the repair calls a line a guess whose level it got wrong."""
    try:
        repaired = reindent(flat, "flat")
    except InputError as error:
        return error.finding.at is not None
    columns = true_columns(text)
    lines = repaired.text.split("\n")
    found = {number: len(lines[number - 1]) - len(lines[number - 1].lstrip()) for number in repaired.guessed}
    return any(columns.get(number - 1, column) != column for number, column in found.items())


def _difference(one: Json, two: Json, at: str, seen: set[tuple[int, int]]) -> str | None:
    if (id(one), id(two)) in seen:  # parts that aliases share are compared once
        return None
    if isinstance(one, dict | list):
        seen.add((id(one), id(two)))
    if isinstance(one, dict) and isinstance(two, dict):
        one, two = _unblanked_keys(one), _unblanked_keys(two)
        for key in [*one, *two]:
            if key not in two:
                return f"{_place(at)}: a key is missing # {at}/{key}"
            if key not in one:
                return f"{_place(at)}: a key too many # {at}/{key}"
            found = _difference(one[key], two[key], f"{at}/{key}", seen)
            if found:
                return found
        return None
    if isinstance(one, list) and isinstance(two, list):
        if len(one) != len(two):
            return f"{_place(at)}: {'fewer' if len(two) < len(one) else 'more'} entries # {at}"
        pairs = enumerate(zip(one, two, strict=True))
        return next((found for index, (a, b) in pairs if (found := _difference(a, b, f"{at}/{index}", seen))), None)
    if type(one) is not type(two):
        return f"{_place(at)}: {type(one).__name__} became {type(two).__name__} # {at}"
    one, two = _unblanked(one), _unblanked(two)
    return None if one == two else f"{_place(at)}: another text # {at}: {one!r:.300} ... {two!r:.300}"


def _place(at: str) -> str:
    """In which kind of place a difference is."""
    steps = at.split("/")
    if any(step.startswith("x-") for step in steps):
        return "an extension"
    values = {step for above, step in itertools.pairwise(steps) if above != "responses"}
    if not {"example", "examples", "default", "enum"}.isdisjoint(values):
        return "an example or another value"
    if not {"schema", "schemas", "definitions", "properties", "items"}.isdisjoint(steps):
        return "a schema"
    return "an operation" if "paths" in steps else "the rest of the document"


def _unblanked(value: Json) -> Json:
    """The value without what stripping takes from texts of several lines."""
    if isinstance(value, str) and ("\n" in value or value[:1].isspace()):
        return re.sub(r"\n[ \t\n]*", "\n", value).strip()
    return value


def _unblanked_keys(value: dict[str, Json]) -> dict[str, Json]:
    return {_unblanked(key): below for key, below in value.items()}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=100, metavar="N", help="documents to take; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--max-bytes", type=int, default=500_000)
    parser.add_argument("--styles", nargs="*", default=list(STYLES), choices=list(STYLES))
    parser.add_argument("--second", action="store_true", help="measure the documents as OpenAPI 2.0")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


def _documents(options: argparse.Namespace) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A sample of the documents that the habits were not counted from."""
    if options.corpus.is_file():
        yield options.corpus, _load(options.corpus)
        return
    paths = sorted(
        path
        for path in options.corpus.rglob("*")
        if path.suffix in (".json", ".yaml", ".yml") and path.stat().st_size <= options.max_bytes
    )
    random.Random(options.seed).shuffle(paths)
    trees = ((path, _load(path)) for path in paths)
    apart = (
        (path, tree)
        for path, tree in trees
        if isinstance(tree, dict) and {"openapi", "swagger"} & set(tree) and not is_counted(tree)
    )
    for path, tree in itertools.islice(apart, options.sample or None):
        yield path, as_second(tree) if options.second and "openapi" in tree else tree


def _load(path: Path) -> Json:
    try:
        text = path.read_text("utf-8")
        return json.loads(text) if path.suffix == ".json" else yaml_text.parse(text, path.name)[0]
    except (ValueError, InputError):
        return None


def _print(share: Counter[str], told: Counter[str], total: Counter[str], size: int, spent: float) -> None:
    print(f"{'style':<16}{'documents':>10}{'exact':>8}{'share':>9}{'told':>7}{'either':>9}")
    for style in total:
        print(_row(style, total[style], share[style], told[style]))
    print(_row("all", total.total(), share.total(), told.total()))
    print(f"{size / 1e6:.1f} MB in {spent:.1f} s: {size / 1e6 / max(spent, 0.001):.2f} MB/s")


def _row(style: str, total: int, exact: int, told: int) -> str:
    return (
        f"{style:<16}{total:>10}{exact:>8}{exact / max(1, total):>9.1%}{told:>7}{(exact + told) / max(1, total):>9.1%}"
    )


def _print_failures(failures: Counter[tuple[str, str]]) -> None:
    """Where the others differ first, by what the true tree was beside the one that was chosen."""
    places = Counter[str]()
    for (place, _), count in failures.items():
        places[place] += count
    print(f"\n{'not exact, first in':<30}" + "".join(f"{why:>{len(why) + 3}}" for why in REASONS))
    for place, _ in places.most_common():
        print(f"{place:<30}" + "".join(f"{failures[place, why]:>{len(why) + 3}}" for why in REASONS))
    print()
    for why, meaning in REASONS.items():
        count = sum(failures[place, why] for place in places)
        print(f"{count:>4} {why}: {meaning}")


if __name__ == "__main__":
    main()
