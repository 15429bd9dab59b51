"""Aliases that lead back to themselves and never to a value.

In: types. Out: the same types, in which every alias ends at something; a finding for each that did not. Recursion
through objects, lists and maps is left alone: that is what named types are for.
"""

from __future__ import annotations

from dataclasses import replace

from generator import model
from generator.diagnostics import Report
from generator.model import Shape, TypeId
from generator.resolve import shapes


def without_endless_aliases(types: dict[TypeId, model.Type], report: Report) -> dict[TypeId, model.Type]:
    """The types without aliases that, followed through, come back to themselves: such a value has no shape.

    The way back is left out of a union; an alias that is nothing else becomes any value.
    """
    done: set[TypeId] = set()
    for start in sorted(types):
        path: dict[TypeId, None] = {}
        stack: list[tuple[TypeId, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                done.add(name)
                path.pop(name)
                continue
            if name in done:
                continue
            path[name] = None
            stack.append((name, True))
            entry = types[name]
            if not isinstance(entry, model.Alias):
                continue
            direct = _direct(entry.shape)
            back = {other for other in direct if other in path}
            if back:
                entry = replace(entry, shape=_cut(entry.shape, back))
                types[name] = entry
                report.warning("type-cycle", f"{name} is described by itself alone", at=entry.origins[0])
            stack.extend((other, False) for other in reversed(direct) if other not in back)
    return types


def _direct(shape: Shape) -> tuple[TypeId, ...]:
    """The types that a shape is, or may be, itself; not those inside a list or map."""
    parts = shape.variants if isinstance(shape, model.Union) else (shape,)
    return tuple(part.id for part in parts if isinstance(part, model.Named))


def _cut(shape: Shape, names: set[TypeId]) -> Shape:
    if not isinstance(shape, model.Union):
        return model.Anything()
    kept = [part for part in shape.variants if not (isinstance(part, model.Named) and part.id in names)]
    rest = shapes.union(kept)
    return model.Anything() if isinstance(rest, model.Never) else rest
