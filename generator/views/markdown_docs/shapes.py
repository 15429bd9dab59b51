"""What a value looks like, in words with links.

In: a `Shape`. Out: `MarkdownText` such as `array of [Group](schemas.md#group)`, fit for a table cell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import assert_never

from generator import model
from generator.encoders.markdown import MarkdownText, cell, code, inner_link, text
from generator.source import MISSING, Json, Missing
from generator.views.markdown_docs.blocks import listed, spaced
from generator.views.markdown_docs.site import type_title

_ACCEPTED = "Accepted values are:"
_LONGEST_VALUE = 200
_DEEPEST = 5


class Shapes:
    """Describes the shapes of one API; `links` says where its types are."""

    def __init__(self, api: model.Api, links: Mapping[model.TypeId, str]) -> None:
        self._api = api
        self._named = {type_id: inner_link(type_title(type_id), target) for type_id, target in links.items()}

    def describe(self, shape: model.Shape) -> MarkdownText:
        """A value of that shape in a few words; the values of an enum are left to `accepted`."""
        match shape:
            case model.Named():
                return self._named[shape.id]
            case model.Text():
                return _noted("string", shape.format, _range(shape.min_length, shape.max_length, "characters"))
            case model.Number():
                return _noted("integer" if shape.integer else "number", shape.format, _bounds(shape))
            case model.Boolean():
                return text("boolean")
            case model.Binary():
                return text("bytes")
            case model.Null():
                return text("null")
            case model.Anything():
                return text("any JSON value")
            case model.Never():
                return text("nothing")
            case model.Enum():
                return text(_common_type(shape))
            case model.Array():
                word = text("set of" if shape.unique else "array of")
                return _sized(spaced(word, self._part(shape.items)), _range(shape.min_items, shape.max_items, "items"))
            case model.Tuple():
                return self._tuple(shape)
            case model.Map():
                size = _range(shape.min_properties, shape.max_properties, "entries")
                return _sized(spaced(text("map of"), self._part(shape.values)), size)
            case model.Union():
                return listed((self.describe(variant) for variant in shape.variants), "or")
        assert_never(shape)

    def accepted(self, shape: model.Shape, depth: int = 0) -> tuple[model.EnumValue, ...]:
        """The values of an enum, of an item that is one, or of one that may be null; else ()."""
        match shape:
            case _ if depth > _DEEPEST:
                return ()
            case model.Enum():
                return shape.values
            case model.Named():
                entry = self._api.types[shape.id]
                return self.accepted(entry.shape, depth + 1) if isinstance(entry, model.Alias) else ()
            case model.Array():
                return self.accepted(shape.items, depth + 1)
            case model.Union() if len(shape.variants) == 2 and isinstance(shape.variants[1], model.Null):
                return self.accepted(shape.variants[0], depth + 1)
            case _:
                return ()

    def described(self, shape: model.Shape, words: str, *notes: MarkdownText) -> MarkdownText:
        """A cell with the source's words, the accepted values and the notes."""
        values = self.accepted(shape)
        if values:  # a source may say it, too, and not be up to date
            words = words.partition(_ACCEPTED)[0]
        parts = [cell(_with_full_stop(words))] if words.strip() else []
        if values:
            parts.append(MarkdownText(f"{_ACCEPTED} {listed(value_code(value.value) for value in values)}"))
        if values and notes:
            parts[-1] = MarkdownText(_with_full_stop(parts[-1]))
        return spaced(*parts, *notes)

    def field(self, field: model.Field) -> tuple[MarkdownText, ...]:
        """A row on a property: name, type, whether it is required, description."""
        notes = (
            note("Default", value_code(field.default)) if field.default is not MISSING else None,
            note("Read only") if field.read_only else None,
            note("Write only") if field.write_only else None,
            note("Deprecated") if field.deprecated else None,
        )
        words = field.description or field.summary
        return (
            code(field.name) or code('""'),
            self.describe(field.shape),
            text("Y" if field.required else "N"),
            self.described(field.shape, words, *(entry for entry in notes if entry)),
        )

    def _tuple(self, shape: model.Tuple) -> MarkdownText:
        items = [self._part(item) for item in shape.items]
        if shape.rest is not None:
            items.append(spaced(text("any number of"), self._part(shape.rest)))
        return MarkdownText("array of " + ", then ".join(items)) if items else text("empty array")

    def _part(self, shape: model.Shape) -> MarkdownText:
        """A shape inside another; one of several words in brackets, so that it is plain where it ends."""
        inner = self.describe(shape)
        return MarkdownText(f"({inner})") if isinstance(shape, model.Union | model.Tuple) else inner


def value_code(value: Json | Missing) -> MarkdownText:
    """A value as a code span: text as it stands, anything else as JSON; nothing where it is missing."""
    if value is MISSING:
        return MarkdownText("")
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if len(shown) > _LONGEST_VALUE:
        shown = shown[:_LONGEST_VALUE] + "…"
    return code(shown) or code('""')


def note(label: str, value: MarkdownText | None = None) -> MarkdownText:
    """A remark at the end of a cell."""
    return MarkdownText(f"{text(label)}: {value}." if value is not None else f"{text(label)}.")


def _noted(name: str, form: str, bounds: str) -> MarkdownText:
    return text(name + (f" ({form})" if form else "") + (f", {bounds}" if bounds else ""))


def _sized(shown: MarkdownText, size: str) -> MarkdownText:
    return MarkdownText(f"{shown}, {text(size)}") if size else shown


def _range(low: int | float | None, high: int | float | None, unit: str = "") -> str:
    tail = f" {unit}" if unit else ""
    if low is not None and high is not None:
        return f"{low}{tail}" if low == high else f"{low} to {high}{tail}"
    if low is not None:
        return f"at least {low}{tail}" if low or not unit else ""
    return f"at most {high}{tail}" if high is not None else ""


def _bounds(shape: model.Number) -> str:
    parts = (
        _range(shape.minimum, shape.maximum),
        f"more than {shape.exclusive_minimum}" if shape.exclusive_minimum is not None else "",
        f"less than {shape.exclusive_maximum}" if shape.exclusive_maximum is not None else "",
        f"a multiple of {shape.multiple_of}" if shape.multiple_of is not None else "",
    )
    return ", ".join(part for part in parts if part)


def _common_type(shape: model.Enum) -> str:
    names: Mapping[type, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}
    found = {names[type(entry.value)]: None for entry in shape.values}
    return " or ".join(found) or "nothing"


def _with_full_stop(words: str) -> str:
    words = words.strip()
    return words if words[-1:] in ".!?:;)" else words + "."
