"""The XML facts of a schema: what it says itself, over what the type says that it names, and the same for its items.

In: draft schemas. Out: `model.Xml`, or None where nothing is said. It knows nothing of shapes.
"""

from __future__ import annotations

from typing import Final

from generator import draft, model
from generator.resolve.types.schemas import SchemaOrReference, Schemas

MAX_DEPTH: Final = 8
"""How deeply lists of lists are looked at; a list of itself has no end."""


def of(schemas: Schemas, schema: SchemaOrReference | None, depth: int = 0) -> model.Xml | None:
    """How a value of the schema is written; of a choice between one schema and null, how that schema's is."""
    if schema is None or depth > MAX_DEPTH or _is_plain(schema):
        return None
    flat = schemas.flat(schema)
    if flat is None:
        return None
    own = flat.xml
    if own is None and (choice := _lone_choice(flat)) is not None:
        return of(schemas, choice, depth + 1)
    items = of(schemas, flat.items, depth + 1) if flat.items is not None else None
    if own is None:
        return None if items is None else model.Xml(items=items)
    return model.Xml(name=own.name, namespace=own.namespace, prefix=own.prefix, node=own.node, items=items)


def _is_plain(schema: SchemaOrReference) -> bool:
    """Whether a schema surely says nothing of XML: most do not."""
    if isinstance(schema, draft.Reference) or schema.xml is not None or schema.items is not None:
        return False
    return not (schema.all_of or schema.one_of or schema.any_of)


def _lone_choice(schema: draft.Schema) -> SchemaOrReference | None:
    """The one schema beside null."""
    choices = schema.one_of or schema.any_of
    if not choices:
        return None
    real = [choice for choice in choices if isinstance(choice, draft.Reference) or choice.types != ("null",)]
    return real[0] if len(real) == 1 else None
