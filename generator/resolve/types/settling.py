"""Defaults and examples made valid: the last look at the types, when all of them are known.

In: types whose defaults and examples stand as the source gives them. Out: the same types, in which each of these values
is valid or absent. It knows nothing of drafts.
"""

from __future__ import annotations

import json
import operator
from collections.abc import Mapping
from dataclasses import replace

from generator import model
from generator.diagnostics import Origin, Report
from generator.model import Shape, TypeId
from generator.resolve.examples import fitting, misfits
from generator.source import MISSING, Json, Missing


def settled(types: Mapping[TypeId, model.Type], report: Report) -> Mapping[TypeId, model.Type]:
    """The types with valid defaults and examples; what had to be dropped or read otherwise is reported."""
    return {name: _with_valid_values(types, entry, report) for name, entry in types.items()}


def default_of(
    types: Mapping[TypeId, model.Type],
    value: Json | Missing,
    shape: Shape,
    *,
    name: str,
    at: Origin | None,
    report: Report,
) -> Json | Missing:
    """The default of that name as its shape wants it; `MISSING` where it is not valid. Reports both."""
    if value is MISSING:
        return MISSING
    found = fitting.read_default(types, value, shape)
    if found is value:
        return value
    place = None if at is None else at.child("default")
    if found is MISSING:
        reason = misfits.why_no_default(types, value, shape)
        report.info("default-mismatch", f"the default of {name!r} is left out: {reason}", at=place)
    else:
        report.info(
            "default-type", f"the default of {name!r}, {_printed(value)}, is read as {_printed(found)}", at=place
        )
    return found


def _with_valid_values(types: Mapping[TypeId, model.Type], entry: model.Type, report: Report) -> model.Type:
    at = entry.origins[0] if entry.origins else None
    example, more = _examples(types, entry, model.Named(id=entry.id), at, report)
    same = example is entry.example and more == entry.more_examples
    if isinstance(entry, model.Alias):
        return entry if same else replace(entry, example=example, more_examples=more)
    fields = tuple(_valid_field(types, field, report) for field in entry.fields)
    if same and all(map(operator.is_, fields, entry.fields)):
        return entry
    return replace(entry, example=example, more_examples=more, fields=fields)


def _valid_field(types: Mapping[TypeId, model.Type], field: model.Field, report: Report) -> model.Field:
    if field.default is MISSING and field.example is MISSING:
        return field
    at = field.origins[0] if field.origins else None
    default = default_of(types, field.default, field.shape, name=field.name, at=at, report=report)
    example, more = _examples(types, field, field.shape, at, report)
    if default is field.default and example is field.example and more == field.more_examples:
        return field
    return replace(field, default=default, example=example, more_examples=more)


def _examples(
    types: Mapping[TypeId, model.Type],
    entry: model.Type | model.Field,
    shape: Shape,
    at: Origin | None,
    report: Report,
) -> tuple[Json | Missing, tuple[Json, ...]]:
    """The first valid example, and the further ones."""
    valid: list[Json] = []
    given = () if isinstance(entry.example, Missing) else (entry.example, *entry.more_examples)
    for value in given:
        found = fitting.read(types, value, shape)
        if isinstance(found, Missing):
            report.info("example-mismatch", f"the example is left out: {misfits.why(types, value, shape)}", at=at)
        else:
            valid.append(found)
    return (valid[0], tuple(valid[1:])) if valid else (MISSING, ())


def _printed(value: Json | Missing) -> str:
    text = json.dumps(value, ensure_ascii=False) if value is not MISSING else ""
    return text if len(text) <= 40 else text[:37] + "..."
