"""Parameters that must be sent and of whose value nothing would be seen: an empty text or object in a path.

In: a finished parameter. Out: the same with an example that shows on the wire; text where an object has nothing that
could be sent. An empty segment makes a path another path, and a required parameter that is not there is missing.
"""

from __future__ import annotations

from dataclasses import replace

from generator import model
from generator.diagnostics import Report
from generator.model import Shape
from generator.resolve import shapes
from generator.resolve.examples import Examples
from generator.source import MISSING, Json, Missing

_DEEPEST = 10


def sendable(parameter: model.Parameter, examples: Examples, report: Report) -> model.Parameter:
    """The parameter, so that each of its examples can be sent."""
    if not parameter.required or parameter.style == "json":
        return parameter
    given = [parameter.example, *parameter.more_examples]
    shown = [example for example in given if _shows(example.value, parameter)]
    if len(shown) == len(given):
        return parameter
    at = parameter.origins[0] if parameter.origins else None
    if any(example.given for example in given if example not in shown):
        told = f"an example of {parameter.name!r} is left out: nothing of an empty value would be sent"
        report.info("example-mismatch", told, at=at)
    if shown:
        return replace(parameter, example=shown[0], more_examples=tuple(shown[1:]))
    made = _something(parameter.shape, examples)
    if made is not MISSING and _shows(made, parameter):
        return replace(parameter, example=model.Example(value=made, given=False), more_examples=())
    if not isinstance(given[0].value, dict):
        return parameter
    told = f"{parameter.name!r} is an object that has no properties to send; taken for a text"
    report.warning("parameter-empty", told, at=at)
    text = model.Example(value="string", given=False)
    return replace(parameter, shape=model.Text(), default=MISSING, example=text, more_examples=())


def _shows(value: Json, parameter: model.Parameter) -> bool:
    """Whether something of a value is seen on the wire; in a path, an empty text is nothing."""
    return value not in ({}, [], None) and (value != "" or parameter.place != "path")


def _something(shape: Shape, examples: Examples, depth: int = 0) -> Json | Missing:
    """A value that is not empty; `MISSING` where there is none."""
    match without_null := shapes.without_null(shape):
        case model.Text():
            return examples.make(without_null)
        case model.Enum(values=values):
            return next((entry.value for entry in values if entry.value != ""), MISSING)
        case model.Array(items=items, max_items=most) if most != 0:
            return [examples.make(items)]
        case model.Map(values=values, max_properties=most) if most != 0 and not isinstance(values, model.Never):
            return {"key": examples.make(values)}
        case model.Named(id=name) if depth < _DEEPEST:
            entry = examples.types[name]
            if isinstance(entry, model.Alias):
                return _something(entry.shape, examples, depth + 1)
            if entry.fields:
                return {entry.fields[0].name: examples.make(entry.fields[0].shape)}
            if isinstance(entry.additional, model.Never):
                return MISSING
            return {"key": examples.make(entry.additional or model.Anything())}
        case _:
            return MISSING
