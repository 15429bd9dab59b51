"""Names stay what they are when the document around them changes: in order, or by an operation more or less."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import draft, model
from generator.config import Config
from generator.diagnostics import Origin, Report
from generator.draft import Claim
from generator.resolve import resolve
from tests.resolve.test_mirrored import DOCUMENTS, read, resolved


def operation_names(api: model.Api) -> dict[str, str]:
    return {str(operation.origins[0]): operation.id for operation in api.operations}


def type_names(api: model.Api) -> dict[str, set[str]]:
    """The names of the types of each place."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, entry in api.types.items():
        for origin in entry.origins[:1]:
            found[str(origin)].add(name)
    return found


@DOCUMENTS
def test_the_order_of_operations_names_nothing(path: Path) -> None:
    source, config = read(path)
    api, _ = resolved(config, source)
    turned, _ = resolved(config, replace(source, operations=source.operations[::-1]))
    assert operation_names(turned) == operation_names(api)
    assert type_names(turned) == type_names(api)


@DOCUMENTS
def test_an_operation_less_renames_no_other(path: Path) -> None:
    source, config = read(path)
    report = Report()
    api = resolve([source], config, report)
    names, types = operation_names(api), type_names(api)
    losers = {str(finding.at) for finding in report if finding.code == "name-changed"}
    for index in range(len(source.operations)):
        fewer, _ = resolved(
            config, replace(source, operations=source.operations[:index] + source.operations[index + 1 :])
        )
        renamed = dict(operation_names(fewer).items() - names.items())
        assert renamed.keys() <= losers  # who took the name they wanted may be gone
        if renamed:
            continue
        assert all(found <= types[place] for place, found in type_names(fewer).items())


@DOCUMENTS
def test_a_schema_less_renames_no_other(path: Path) -> None:
    source, config = read(path)
    report = Report()
    api = resolve([source], config, report)
    names, types = operation_names(api), type_names(api)
    numbered = {str(finding.at) for finding in report if finding.code == "type-renamed"}
    for gone in [key for key, entry in source.schemas.items() if entry.public]:
        schemas = {key: entry for key, entry in source.schemas.items() if key != gone}
        fewer, _ = resolved(config, replace(source, schemas=schemas))
        assert operation_names(fewer) == names
        assert all(found <= types[place] or place in numbered for place, found in type_names(fewer).items())


CONFIG = Config(name="tea", root=Path("/nowhere"), output=Path("/nowhere/output"))
PATHS = st.lists(st.sampled_from(["teas", "pots", "{id}", "{teaId}", "v1", "brew"]), min_size=1, max_size=4).map(
    lambda parts: "/" + "/".join(parts)
)
OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["GET", "POST", "PUT"]),
        PATHS,
        st.sampled_from(["", "list", "teas.get", "teas_get", "getTea", "brew"]),
        st.sampled_from(["", "teas", "Tea Pots"]),
    ),
    unique_by=lambda entry: (entry[0], entry[1].replace("teaId", "id")),
    min_size=2,
    max_size=8,
)


def told(entries: list[tuple[str, str, str, str]]) -> draft.Draft:
    operations = []
    for method, path, operation_id, tag in entries:
        origin = Origin("openapi.yaml", f"/{method} {path}")
        operations.append(
            draft.Operation(
                origin=origin,
                method=method,
                path=path,
                operation_id=Claim(operation_id, origin) if operation_id else None,
                tags=(tag,) if tag else (),
            )
        )
    tags = tuple(draft.Tag(origin=Origin("openapi.yaml"), name=name) for name in ("teas", "Tea Pots"))
    return draft.Draft(kind="openapi", document="openapi.yaml", operations=tuple(operations), tags=tags)


@settings(max_examples=150, deadline=None)
@given(OPERATIONS, st.randoms(use_true_random=False))
def test_colliding_names_go_to_the_same_operations_in_any_order(
    entries: list[tuple[str, str, str, str]], random: Random
) -> None:
    names = operation_names(resolved(CONFIG, told(entries))[0])
    assert len({name.lower() for name in names.values()}) == len(names)
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert operation_names(resolved(CONFIG, told(shuffled))[0]) == names


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_operation_that_says_more_takes_no_name_wherever_it_stands(place: int) -> None:
    entries = [("GET", "/teas", "teas.get", ""), ("GET", "/teas/{teaId}", "teas.get", "")]
    before = operation_names(resolved(CONFIG, told(entries))[0])
    assert list(before.values()) == ["teas.list", "teas.get"]
    entries.insert(place, ("GET", "/pots/{potId}/teas/{teaId}", "teas.get", ""))
    after = operation_names(resolved(CONFIG, told(entries))[0])
    assert before.items() <= after.items()
    assert "teas.getForPot" in after.values()
