"""A page made of a document's own facts, in the words and with the gaps of pages: what must give no drift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator import draft
from generator.diagnostics import Origin
from generator.draft import Claim
from generator.source import MISSING, Json

PAGE = "page.md"


def as_page(source: draft.Draft) -> draft.Draft:
    """The page that says of each operation what the document says: values as texts, types by name, no operationId."""
    writer = _Writer(source.schemas)
    return draft.Draft(
        kind="page",
        document=PAGE,
        servers=tuple(replace(server, origin=writer.line()) for server in source.servers),
        operations=tuple(writer.operation(operation) for operation in source.operations),
    )


class _Writer:
    def __init__(self, schemas: Mapping[str, draft.NamedSchema]) -> None:
        self._schemas = schemas
        self._named = {key: entry.name for key, entry in schemas.items() if entry.public}
        self._lines = 0

    def line(self) -> Origin:
        self._lines += 1
        return Origin(PAGE, line=self._lines, column=1)

    def operation(self, operation: draft.Operation) -> draft.Operation:
        at = self.line()
        body = operation.body
        return draft.Operation(
            origin=at,
            method=operation.method,
            path=operation.path,
            summary=self._moved(operation.summary),
            description=self._moved(operation.description),
            deprecated=self._moved(operation.deprecated),
            parameters=tuple(self._parameter(entry) for entry in operation.parameters),
            body=body
            and draft.Body(
                origin=self.line(), required=self._moved(body.required), contents=tuple(self._contents(body.contents))
            ),
            responses=tuple(
                draft.Response(
                    origin=self.line(),
                    status=entry.status,
                    description=self._moved(entry.description),
                    contents=tuple(self._contents(entry.contents)),
                )
                for entry in operation.responses
            ),
        )

    def _moved(self, claim: Claim[draft.T] | None) -> Claim[draft.T] | None:
        return claim and Claim(claim.value, self.line())

    def _parameter(self, parameter: draft.Parameter) -> draft.Parameter:
        default, enum, schema = parameter.default, parameter.enum, parameter.schema
        if isinstance(schema, draft.Reference) and schema.target is not None and schema.target in self._schemas:
            schema = self._schemas[schema.target].schema
        if isinstance(schema, draft.Schema):
            if default is None and schema.default is not MISSING:
                default = Claim(schema.default, schema.origin)
            if enum is None and schema.enum is not None:
                enum = Claim(schema.enum, schema.origin)
        return draft.Parameter(
            origin=self.line(),
            name=parameter.name,
            place=parameter.place,
            required=self._moved(parameter.required),
            description=self._moved(parameter.description),
            deprecated=self._moved(parameter.deprecated),
            default=None if default is None else Claim(_text(default.value), self.line()),
            enum=None if enum is None else Claim(tuple(map(_text, enum.value)), self.line()),
            schema=self._type(schema),
        )

    def _type(self, schema: draft.Schema | draft.Reference | None) -> draft.Schema | None:
        """The types of a parameter, as a column of a table has them."""
        if not isinstance(schema, draft.Schema) or not schema.types:
            return None
        return draft.Schema(origin=self.line(), types=schema.types)

    def _contents(self, contents: Iterable[draft.Content]) -> Iterable[draft.Content]:
        for content in contents:
            yield draft.Content(origin=self.line(), media_type=content.media_type, schema=self._by_name(content.schema))

    def _by_name(self, schema: draft.Schema | draft.Reference | None) -> draft.Schema | draft.Reference | None:
        """The type's name, where it has one."""
        if isinstance(schema, draft.Reference):
            name = self._named.get(schema.target or "")
            return draft.Reference(origin=self.line(), name=name) if name else None
        if isinstance(schema, draft.Schema) and isinstance(schema.items, draft.Reference):
            items = self._by_name(schema.items)
            return draft.Schema(origin=self.line(), types=schema.types, items=items) if items else None
        return None


def _text(value: Json) -> Json:
    """A plain value as a page writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value
