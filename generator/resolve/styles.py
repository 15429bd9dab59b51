"""Styles that the parameters of one query cannot share.

In: the finished parameters of an operation. Out: the same, told apart on the wire. An exploded map gives its keys to
the query as parameters of their own (3.1 §4.8.12.6); where two maps of a query have keys that nobody knows before, or
another parameter has the name of a key, none can tell whose a key is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from generator import model
from generator.diagnostics import Report
from generator.model import Shape, TypeId
from generator.resolve import shapes

_DEEPEST = 10


def told_apart(
    parameters: tuple[model.Parameter, ...], types: Mapping[TypeId, model.Type], report: Report
) -> tuple[model.Parameter, ...]:
    """The parameters, with brackets (`deepObject`) for maps of free keys where there are several in the query, and for
    objects with a key that stands elsewhere in the query, too. What is in brackets has its own name in the query, which
    may be another one's key."""
    while unclear := _unclear(parameters, types):
        parameters = tuple(_in_brackets(entry, report) if entry.name in unclear else entry for entry in parameters)
    return parameters


def _unclear(parameters: tuple[model.Parameter, ...], types: Mapping[TypeId, model.Type]) -> frozenset[str]:
    """The names of the parameters whose keys cannot be told from others of the query."""
    given = [entry for entry in parameters if _gives_keys_away(entry)]
    free = {entry.name for entry in given if _has_free_keys(entry.shape, types)}
    keys = {entry.name: found for entry in given if (found := _keys(entry.shape, types))}
    plain = [entry.name for entry in parameters if entry.place == "query" and entry.name not in keys]
    count = Counter([*plain, *(key for found in keys.values() for key in found)])
    unclear = {name for name, found in keys.items() if any(count[key] > 1 for key in found)}
    return frozenset(unclear | (free if len(free) > 1 else set()))


def _in_brackets(parameter: model.Parameter, report: Report) -> model.Parameter:
    if not _gives_keys_away(parameter):
        return parameter
    report.info(
        "style-ambiguous",
        f"the keys of {parameter.name!r} cannot be told from others of the same query; sent as "
        f"`{parameter.name}[key]=value`",
        at=parameter.origins[0] if parameter.origins else None,
    )
    return replace(parameter, style="deepObject")


def _gives_keys_away(parameter: model.Parameter) -> bool:
    return parameter.place == "query" and parameter.style == "form" and parameter.explode


def _keys(shape: Shape, types: Mapping[TypeId, model.Type], depth: int = 0) -> frozenset[str]:
    """The names of the properties that a shape is known to have."""
    match shapes.without_null(shape):
        case model.Named(id=name) if depth < _DEEPEST:
            entry = types[name]
            if isinstance(entry, model.Alias):
                return _keys(entry.shape, types, depth + 1)
            return frozenset(field.name for field in entry.fields)
        case model.Union(variants=variants):
            return frozenset().union(*(_keys(variant, types, depth + 1) for variant in variants))
        case _:
            return frozenset()


def _has_free_keys(shape: Shape, types: Mapping[TypeId, model.Type], depth: int = 0) -> bool:
    match shapes.without_null(shape):
        case model.Map():
            return True
        case model.Named(id=name) if depth < _DEEPEST:
            entry = types[name]
            if isinstance(entry, model.Alias):
                return _has_free_keys(entry.shape, types, depth + 1)
            return not entry.fields and not isinstance(entry.additional, model.Never)
        case _:
            return False
