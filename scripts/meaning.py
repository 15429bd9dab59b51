#!/usr/bin/env python3
"""Checks that the model carries everything: model -> OpenAPI document -> model gives the same model.

    python scripts/meaning.py ~/.cache/specloom-corpus [--sample 150] [--skip 100] [--report report.json]

For each document: its model is written as one OpenAPI 3.1 document (the `openapi` target), which openapi-spec-validator
must find valid (large ones only by the official schema, unless `--full` is given: the validator takes minutes), and
which, read again, must give an equal model. Origins do not count; what a document says in another way is listed at
`expected`. Differences are counted by kind. Exit code 1 where a document crashes or comes out invalid.
"""

from __future__ import annotations

import collections
import dataclasses
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import runs

_PLACES = {"origins", "facts"}


def main() -> None:
    arguments = runs.parser(__doc__, seconds=900)
    arguments.add_argument("--full", action="store_true", help="ask openapi-spec-validator, however long it takes")
    options = arguments.parse_args()
    if options.one:
        print(json.dumps(_one(options.one, full=options.full)))
        return
    results = runs.run(options, __file__, ["--full"] if options.full else [], _problems)
    sys.exit(_report(results))


def _one(path: Path, *, full: bool) -> dict[str, Any]:
    runs.limit_memory()
    from generator import build, config
    from generator.diagnostics import InputError, Report
    from generator.source import Library

    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="specloom-meaning-") as folder:
        settings = config.from_flags([path.name], [], "", [], "sample", Path(folder), path.parent)
        settings = dataclasses.replace(settings, validate="fast")
        try:
            first = build.model(settings, Library(path.parent), Report())
        except InputError as error:
            return {"status": "refused", "message": error.finding.message}
        return again(first, Path(folder), full=full) | {"seconds": time.perf_counter() - began}


def again(first: Any, folder: Path, *, full: bool = True) -> dict[str, Any]:
    """Write a model as a document, read it, and tell what came of it.

    Args:
        first: The `model.Api`.
        folder: For the document.
        full: Whether openapi-spec-validator checks it, not only the official schema.
    """
    from generator import build, config
    from generator.diagnostics import Report
    from generator.readers import openapi
    from generator.render import render
    from generator.source import Library
    from generator.views import openapi_document

    report = Report()
    (file,) = render([openapi_document.plan(first, config.Target(name="openapi"), report)])
    document = folder / str(file.path)
    document.write_bytes(file.content)
    settings = config.from_flags([document.name], [], "", [], first.name, folder, folder)
    settings = dataclasses.replace(settings, validate="fast")
    library = Library(folder)
    invalid = openapi.validate(library.open_tree(document), "full" if full else "auto")
    second = build.model(settings, library, Report())
    differences = list(compare(expected(first), second))
    return {
        "status": "same" if not differences else "differs",
        "invalid": [str(finding.message) for finding in invalid][:20],
        "findings": sorted({finding.message for finding in report})[:10],
        "kinds": collections.Counter(_kind(place) for place, _, _ in differences),
        "differences": [f"{place}: {one} -> {other}" for place, one, other in differences[:12]],
        "bytes": len(file.content),
    }


def expected(api: Any) -> Any:
    """The model as a document can say it. These things are said in another way:

    an operation without an operationId has the model's id for one, and, without a tag too, the tag of its resource;
    scopes that stand beside the requirements stand in them; the operations of one path stand together, those of
    methods that 3.1 does not know at the end.
    """
    from generator.views.openapi_document import added_tags, operation_ids
    from generator.views.openapi_document.operations import METHODS, with_scopes

    ids = operation_ids(api)
    titles = added_tags(api)

    def said(operation: Any) -> Any:
        own_tag = (titles[operation.resource],) if operation.resource in titles else ()
        tags = operation.tags or (() if operation.operation_id else own_tag)
        own = operation.operation_id or ids[operation.id]
        return dataclasses.replace(operation, tags=tags, operation_id=own, security=with_scopes(operation))

    by_path: dict[str, list[Any]] = {}
    for operation in api.operations:
        by_path.setdefault(operation.path, []).append(said(operation))
    together = [sorted(entries, key=lambda entry: entry.method not in METHODS) for entries in by_path.values()]
    return dataclasses.replace(api, operations=tuple(entry for entries in together for entry in entries))


def compare(one: Any, other: Any, place: str = "") -> Iterator[tuple[str, str, str]]:
    """Where two models differ: the way there, and both values, shortened."""
    if dataclasses.is_dataclass(one) and type(one) is type(other):
        for field in dataclasses.fields(one):
            if field.name not in _PLACES:
                yield from compare(getattr(one, field.name), getattr(other, field.name), f"{place}.{field.name}")
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in [*one, *(key for key in other if key not in one)]:
            yield from compare(one.get(key, _NOTHING), other.get(key, _NOTHING), f"{place}[{key}]")
    elif isinstance(one, tuple) and isinstance(other, tuple):
        ours, theirs = _keyed(one), _keyed(other)
        for key in [*ours, *(key for key in theirs if key not in ours)]:
            yield from compare(ours.get(key, _NOTHING), theirs.get(key, _NOTHING), f"{place}[{key}]")
        if ours.keys() == theirs.keys() and list(ours) != list(theirs):
            yield f"{place}.order", _short(list(ours)), _short(list(theirs))
    elif one != other or isinstance(one, bool) != isinstance(other, bool):
        yield place, _short(one), _short(other)


def _keyed(entries: tuple[Any, ...]) -> dict[str, Any]:
    """The entries by what tells them apart, else by their number."""
    found: dict[str, Any] = {}
    for number, entry in enumerate(entries):
        key = str(number)
        for name in ("path", "media_type", "status", "name", "property_name", "url"):
            if hasattr(entry, name):
                key = str(getattr(entry, name))
                break
        if hasattr(entry, "method"):
            key = f"{entry.method} {key}"
        if hasattr(entry, "place") and hasattr(entry, "style"):
            key = f"{key} in {entry.place}"
        if key in found:
            key = f"{key} #{number}"
        found[key] = entry
    return found


_NOTHING = "nothing"


def _short(value: Any) -> str:
    text = re.sub(r"origins=\(.*?\)(?=[,)])|facts=\{[^}]*\}", "…", repr(value))
    return text if len(text) <= 160 else text[:157] + "..."


def _kind(place: str) -> str:
    """A place without its names."""
    return re.sub(r"\[[^\[\]]*(?:\[[^\]]*\][^\[\]]*)*\]", "[]", place)


def _problems(name: str, result: runs.Result) -> Iterator[str]:
    """What there is to say of a document at once."""
    if result["status"] in ("crash", "hang"):
        yield f"PROBLEM     {name}: {result['status']}: {result.get('message', '')}"
    if result["status"] == "refused":
        yield f"refused     {name}: {result['message']}"
    yield from (f"PROBLEM     {name}: invalid: {message}" for message in result.get("invalid", ())[:3])
    yield from (f"differs     {name}: {difference}" for difference in result.get("differences", ())[:3])


def _report(results: runs.Results) -> int:
    """Print the summary; 1 where a document crashes, hangs or comes out invalid."""
    statuses = collections.Counter(result["status"] for result in results.values())
    written = statuses["same"] + statuses["differs"]
    print(
        f"documents   {len(results)}: " + ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
    )
    if written:
        print(f"meaning     the same again in {100 * statuses['same'] / written:.1f} % of {written} documents")
    places: collections.Counter[str] = collections.Counter()
    documents: collections.Counter[str] = collections.Counter()
    for result in results.values():
        places.update(result.get("kinds", {}))
        documents.update(result.get("kinds", {}).keys())
    for kind, count in documents.most_common():
        print(f"kind        {kind}: {places[kind]} times in {count} documents")
    bad = sum(result["status"] in ("crash", "hang") or bool(result.get("invalid")) for result in results.values())
    print(f"{len(results) - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    main()
