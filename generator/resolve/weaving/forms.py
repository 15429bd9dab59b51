"""Form parameters, as pages list them, become fields of the request body.

In: an operation with parameters of the place `form`. Out: the same operation with these as an object schema under its
body; where there can be no body (GET, HEAD) they stand in the query.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator import draft
from generator.resolve.weaving import meaning
from generator.resolve.weaving.schemas import Part, says_nothing
from generator.source import MISSING


def with_form_as_body(operation: draft.Operation) -> draft.Operation:
    """The operation without form parameters."""
    form = [parameter for parameter in operation.parameters if parameter.place == "form"]
    if not form:
        return operation
    others = tuple(parameter for parameter in operation.parameters if parameter.place != "form")
    if operation.method.upper() in ("GET", "HEAD"):
        return replace(operation, parameters=(*others, *(replace(entry, place="query") for entry in form)))
    schema = _form_schema(form)
    body = operation.body
    if body is None or not body.contents:
        content = draft.Content(origin=form[0].origin, media_type=_form_media_type(form), schema=schema)
        contents: tuple[draft.Content, ...] = (content,)
    else:
        contents = tuple(replace(content, schema=_with_fields(content.schema, schema)) for content in body.contents)
    required = draft.Claim(bool(schema.required), form[0].origin)
    if body is None:
        body = draft.Body(origin=form[0].origin, required=required, contents=contents)
    else:
        body = replace(body, contents=contents, required=body.required or required)
    return replace(operation, parameters=others, body=body)


def _with_fields(schema: Part | None, form: draft.Schema) -> Part:
    """A body's schema with the fields of a form beside its own; a reference already says what the fields are."""
    if schema is None or (isinstance(schema, draft.Schema) and (says_nothing(schema) or schema.inferred)):
        return form
    if isinstance(schema, draft.Schema) and schema.properties:
        required = tuple(dict.fromkeys((*schema.required, *form.required)))
        return replace(schema, properties={**form.properties, **schema.properties}, required=required)
    return schema


def _form_schema(form: Sequence[draft.Parameter]) -> draft.Schema:
    fields = {parameter.name: _field_schema(parameter) for parameter in form}
    required = tuple(entry.name for entry in form if entry.required is not None and entry.required.value)
    return draft.Schema(origin=form[0].origin, types=("object",), properties=fields, required=required)


def _field_schema(parameter: draft.Parameter) -> Part:
    schema = parameter.schema
    if isinstance(schema, draft.Reference):
        return schema
    examples = tuple(example.value for example in parameter.examples)
    texts = [value for value in examples if isinstance(value, str)]
    base = schema or draft.Schema(
        origin=parameter.origin, types=(meaning.type_of_texts(texts) if texts else "string",), inferred=True
    )
    typed = tuple(value for value in (meaning.typed(entry, base.types) for entry in examples) if value is not MISSING)
    default = meaning.typed(parameter.default.value, base.types) if parameter.default is not None else base.default
    enum = meaning.typed_values(parameter.enum.value, base.types) if parameter.enum is not None else base.enum
    return replace(
        base,
        description=parameter.description.value if parameter.description is not None else base.description,
        default=default,
        enum=enum or base.enum,
        examples=base.examples or typed,
        deprecated=base.deprecated or (parameter.deprecated is not None and parameter.deprecated.value),
    )


def _form_media_type(form: Iterable[draft.Parameter]) -> str:
    """Multipart where a field is a file (RFC 7578), else URL-encoded."""
    schemas = [entry.schema for entry in form if isinstance(entry.schema, draft.Schema)]
    schemas += [schema.items for schema in schemas if isinstance(schema.items, draft.Schema)]
    files = any(schema.format == "binary" or "file" in schema.types for schema in schemas)
    return "multipart/form-data" if files else "application/x-www-form-urlencoded"
