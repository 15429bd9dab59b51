"""Types of which a page knows only the name, and at best an example.

In: the operations of pages and the schemas there are. Out: a schema for each type name that no source describes: made
of the examples that stand where the name stands, and marked as inferred; without an example it accepts any value, so
that at least the name is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace

from generator import draft
from generator.diagnostics import Origin, Report
from generator.records import dataclass
from generator.resolve import words
from generator.source import Json

Part = draft.Schema | draft.Reference


@dataclass(slots=True)
class _Unknown:
    """A name without a schema, where it first stands, and the examples of it."""

    reference: draft.Reference
    examples: list[draft.Example] = field(default_factory=list)


def missing_schemas(
    pages: Iterable[draft.Draft], is_known: Callable[[draft.Reference], bool], report: Report
) -> dict[str, draft.NamedSchema]:
    """A schema, by key, for each name on the pages that none has."""
    unknown: dict[str, _Unknown] = {}
    for page in pages:
        for operation in page.operations:
            for content in _contents(operation):
                for reference, examples in _uses(content):
                    if reference.target is None and words.split(reference.name) and not is_known(reference):
                        key = words.key(words.split(reference.name))
                        unknown.setdefault(key, _Unknown(reference)).examples.extend(examples)
    return {
        f"{entry.reference.origin.document}#{key}": draft.NamedSchema(
            name=entry.reference.name, schema=_schema(entry, report)
        )
        for key, entry in unknown.items()
    }


def of_values(values: Sequence[Json], origin: Origin, depth: int = 0) -> draft.Schema:
    """The schema that all of these example values fit, marked as inferred; nothing is required, null stays open."""
    known = [value for value in values if value is not None]
    types = tuple(dict.fromkeys(_type(value) for value in known))
    if not known or depth > _MAX_DEPTH:
        return draft.Schema(origin=origin, inferred=True)
    if "number" in types:
        types = tuple(name for name in types if name != "integer")
    objects = [value for value in known if isinstance(value, dict)]
    lists = [value for value in known if isinstance(value, list)]
    names = dict.fromkeys(name for value in objects for name in value)
    return draft.Schema(
        origin=origin,
        types=(*types, "null") if len(known) < len(values) else types,
        properties={
            name: of_values([value[name] for value in objects if name in value], origin, depth + 1) for name in names
        },
        items=of_values([entry for value in lists for entry in value], origin, depth + 1) if lists else None,
        inferred=True,
    )


_MAX_DEPTH = 24


def _schema(unknown: _Unknown, report: Report) -> draft.Schema:
    origin, name = unknown.reference.origin, unknown.reference.name
    values = [example.value for example in unknown.examples if not isinstance(example.value, str)]
    if not values:
        report.info("schema-unknown", f"no source describes {name!r}; any value is accepted", at=origin)
        return draft.Schema(origin=origin)
    report.info("schema-inferred", f"no source describes {name!r}; its type is taken from an example", at=origin)
    return replace(of_values(values, origin), examples=tuple(values[:1]))


def _contents(operation: draft.Operation) -> Iterator[draft.Content]:
    yield from operation.body.contents if operation.body is not None else ()
    for response in operation.responses:
        yield from response.contents
        for event in response.events:
            yield draft.Content(origin=event.origin, media_type="", schema=event.schema)
    for parameter in operation.parameters:
        yield draft.Content(origin=parameter.origin, media_type="", schema=parameter.schema)


def _uses(content: draft.Content) -> Iterator[tuple[draft.Reference, Sequence[draft.Example]]]:
    """The references in a content's schema, with the examples of the body where they are the whole of it."""
    if isinstance(content.schema, draft.Reference):
        yield content.schema, content.examples
    elif content.schema is not None:
        for reference in references(content.schema):
            yield reference, _items(content) if reference is content.schema.items else ()


def _items(content: draft.Content) -> list[draft.Example]:
    lists = ((example, example.value) for example in content.examples)
    return [replace(example, value=item) for example, value in lists if isinstance(value, list) for item in value]


def references(part: Part | None) -> Iterator[draft.Reference]:
    """All references in a schema."""
    if isinstance(part, draft.Reference):
        yield part
    elif part is not None:
        inner = (part.items, part.additional_properties, *part.properties.values(), *part.pattern_properties.values())
        for entry in (*inner, *part.prefix_items, *part.all_of, *part.any_of, *part.one_of):
            yield from references(entry)


def _type(value: Json) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"
