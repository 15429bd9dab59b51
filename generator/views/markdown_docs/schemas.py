"""The view of the pages of schemas.

In: an `Api` and its `Site`. Out: a `SchemasPage` for each page, with a heading, a table and an example for each type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from generator import model
from generator.encoders import block_json
from generator.encoders.markdown import MarkdownText, cell, code, inner_link, text
from generator.records import dataclass
from generator.source import MISSING, Json
from generator.views.markdown_docs.blocks import further, listed, sentence, spaced, table
from generator.views.markdown_docs.shapes import Shapes, value_code
from generator.views.markdown_docs.site import Site, operation_title, type_title

_LONGEST_MADE = 60
"""The lines of a made example that help the reader of a type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSection:
    """A named type.

    Attributes:
        form: What it is, where it is no object.
        table: An object's properties, an enum's values, or a union's variants.
        further: What an object's further properties are; "" where nothing is said.
        example: JSON; "" where the source gives none.
        users: Links to the operations that send or receive it.
    """

    title: str
    anchor: MarkdownText
    description: str
    deprecated: bool
    more: MarkdownText
    form: MarkdownText
    table: MarkdownText
    further: MarkdownText
    example: str
    users: MarkdownText


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemasPage:
    """A page of types."""

    title: str
    file: str
    types: tuple[TypeSection, ...]


def schema_pages(api: model.Api, site: Site) -> tuple[SchemasPage, ...]:
    """The pages of schemas, none where the API has no named types."""
    shapes = Shapes(api, site.links)
    users = _users(site)
    return tuple(
        SchemasPage(
            title=page.title,
            file=page.file,
            types=tuple(_section(entry, shapes, site, users.get(entry.id, {})) for entry in page.types),
        )
        for page in site.types
    )


def _section(entry: model.Type, shapes: Shapes, site: Site, users: dict[str, str]) -> TypeSection:
    return TypeSection(
        title=type_title(entry.id),
        anchor=MarkdownText(site.links[entry.id].partition("#")[2]),
        description=entry.description or _own_title(entry),
        deprecated=entry.deprecated,
        more=further(entry.external_docs),
        form=_form(entry, shapes),
        table=_table(entry, shapes),
        further=_further(entry, shapes),
        example=_example(entry),
        users=listed(inner_link(label, target) for target, label in users.items()),
    )


def _example(entry: model.Type) -> str:
    """The source's own example, or one that was made and is short: a long one is shown where an operation has it."""
    if entry.example is MISSING or not (entry.example_given or _is_short(entry.example)):
        return ""
    return block_json.document(entry.example)


def _is_short(value: Json) -> bool:
    """Whether the value takes few lines as JSON; they are counted no further than that."""
    count, left = 0, [value]
    while left and count <= _LONGEST_MADE:
        current = left.pop()
        count += 1
        if isinstance(current, dict | list) and current:
            count += 1
            left.extend(current.values() if isinstance(current, dict) else current)
    return count <= _LONGEST_MADE


def _own_title(entry: model.Type) -> str:
    """The source's title, where it says more than the heading."""
    same = "".join(entry.title.split()).lower() == entry.id.lower()
    return "" if same else entry.title


def _form(entry: model.Type, shapes: Shapes) -> MarkdownText:
    """A line on what the type is; an object's table says it all."""
    if isinstance(entry, model.Object):
        return text("An object without known properties.") if not entry.fields else MarkdownText("")
    match entry.shape:
        case model.Union(discriminator=told) if told is not None:
            return sentence("One of the following; the property", code(told.property_name), "says which")
        case model.Union() as union if _open_enum(union):
            return sentence("One of the following values, or", listed(_others(union, shapes), "or"))
        case model.Union():
            return text("One of the following.")
        case model.Text(pattern=pattern) if pattern:
            return sentence("Type:", shapes.describe(entry.shape), "matching", code(pattern))
        case _:
            return sentence("Type:", shapes.describe(entry.shape))


def _table(entry: model.Type, shapes: Shapes) -> MarkdownText:
    if isinstance(entry, model.Object):
        return table(("Name", "Type", "Required", "Description"), map(shapes.field, entry.fields))
    match entry.shape:
        case model.Enum(values=values):
            return _values(values)
        case model.Union() as union if values := _open_enum(union):
            return _values(values)
        case model.Union():
            return _variants(entry.shape, shapes)
        case _:
            return MarkdownText("")


def _open_enum(shape: model.Union) -> tuple[model.EnumValue, ...]:
    """The known values of a union that accepts others, too: bits and their sums, names that will be more, null."""
    enums = [variant for variant in shape.variants if isinstance(variant, model.Enum)]
    plain = all(isinstance(variant, model.Enum | model.Text | model.Number | model.Null) for variant in shape.variants)
    return enums[0].values if plain and len(enums) == 1 < len(shape.variants) else ()


def _others(shape: model.Union, shapes: Shapes) -> Iterator[MarkdownText]:
    """What an open enum accepts besides its known values."""
    for variant in shape.variants:
        if isinstance(variant, model.Null):
            yield text("null")
        elif not isinstance(variant, model.Enum):
            yield spaced(text("any other"), shapes.describe(variant))


def _values(values: Iterable[model.EnumValue]) -> MarkdownText:
    return table(("Value", "Description"), ((value_code(value.value), _words(value)) for value in values))


def _words(value: model.EnumValue) -> MarkdownText:
    named = value.name if value.name != str(value.value) else ""
    return cell(": ".join(part for part in (named, value.description) if part))


def _variants(shape: model.Union, shapes: Shapes) -> MarkdownText:
    if shape.discriminator is None:
        return table(("Type",), ((shapes.describe(variant),) for variant in shape.variants))
    values: dict[model.TypeId, list[MarkdownText]] = {}
    for value, variant_id in shape.discriminator.mapping.items():
        values.setdefault(variant_id, []).append(value_code(value))
    return table(
        (code(shape.discriminator.property_name), "Type"),
        (
            (listed(values.get(variant.id, ()) if isinstance(variant, model.Named) else ()), shapes.describe(variant))
            for variant in shape.variants
        ),
    )


def _further(entry: model.Type, shapes: Shapes) -> MarkdownText:
    if not isinstance(entry, model.Object) or entry.additional is None:
        return MarkdownText("")
    if isinstance(entry.additional, model.Never):
        return text("There are no further properties.")
    return sentence("Further properties:", shapes.describe(entry.additional))


def _users(site: Site) -> dict[model.TypeId, dict[str, str]]:
    """For each type, the operations that send or receive it: link target -> label."""
    found: dict[model.TypeId, dict[str, str]] = {}
    for page in (*site.resources, *site.webhooks):
        for operation, anchor in zip(page.operations, page.anchors, strict=True):
            label, target = f"{page.title}: {operation_title(operation)}", f"{page.file}#{anchor}"
            for shape in _bodies(operation):
                for type_id in _names(shape):
                    found.setdefault(type_id, {}).setdefault(target, label)
    return found


def _bodies(operation: model.Operation) -> Iterator[model.Shape]:
    for content in operation.body.contents if operation.body else ():
        yield content.shape
    for response in operation.responses:
        for content in response.contents if response.successful else ():
            yield content.shape
            if content.stream:
                yield content.stream.items
                yield from (event.shape for event in content.stream.events)


def _names(shape: model.Shape) -> Iterator[model.TypeId]:
    """The named types in a shape, not those inside them."""
    match shape:
        case model.Named():
            yield shape.id
        case model.Array(items=inner) | model.Map(values=inner):
            yield from _names(inner)
        case model.Tuple(items=parts) | model.Union(variants=parts):
            for part in parts:
                yield from _names(part)
        case model.Text() | model.Binary() | model.Number() | model.Boolean() | model.Enum():
            return
        case model.Null() | model.Anything() | model.Never():
            return
        case _:
            assert_never(shape)
