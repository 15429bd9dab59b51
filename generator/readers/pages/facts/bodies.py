"""What an operation is sent -> a draft body: a schema called by name, tables of fields, samples, multipart forms.

In: the parts of an operation that speak of the request's body. Out: a `Body`, and the fields of a form as parameters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Origin, Report
from generator.draft import Body, Claim, Content, Example, Parameter, Reference, Schema
from generator.readers.pages import fields
from generator.readers.pages.blocks import Code, Definitions, Items, Paragraph, Table, Tag, Text
from generator.readers.pages.facts import schemas
from generator.readers.pages.fields import Field, nesting
from generator.readers.pages.notation import curl, types, values
from generator.readers.pages.patterns import any_in, possible
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import Part

JSON = "application/json"
MULTIPART = "multipart/form-data"
_FORM = "application/x-www-form-urlencoded"
"""What a line of its own, as a table of types would have it, says of the fields that follow."""
_COMMAND = "$("
"""What a shell puts the output of a command in for."""


class BodyReader:
    """Collects the body of one operation."""

    def __init__(self, profile: Profile, report: Report) -> None:
        self._profile = profile
        self._report = report
        self._origin: Origin | None = None
        self._description: Claim[str] | None = None
        self._reference: Schema | Reference | None = None
        self._needed: Claim[bool] | None = None
        self._fields: list[Field] = []
        self._variants: list[list[Field]] = []
        self._examples: list[Example] = []
        self._shown: list[Example] = []
        self._media: list[str] = []
        self._multipart = False
        self._is_list = False
        self.sent: tuple[str, ...] | None = None
        """The media types that a header says the body has; none where it says that there is no body."""
        self.is_whole = False
        """A row of a table stands for all of the body."""

    def take(self, part: Part) -> tuple[Field, ...]:
        """Read a part about the body; returns the fields that belong to a form."""
        self._origin = self._origin or part.origin
        form: list[Field] = []
        if part.kind in ("json", "json or form"):
            self._media.append(JSON)
        if part.kind == "json or form":
            self._media.append(MULTIPART)
        before = len(self._fields)
        is_form = False
        for block in part.blocks:
            match block:
                case Paragraph() | Tag(text=Text()):
                    if block.text:
                        self._sentence(block.text)
                        is_form = is_form or _FORM in block.text.plain.split("\n")
                case Code() if not curl.read(block.text):
                    self._example(block)
                case Table() if self._take_media_table(block):
                    pass
                case Table() | Definitions() | Items():
                    entries = self._present(fields.read(block, self._profile, announced=True), part.hole("required"))
                    if (self._multipart or is_form) and part.kind == "body":
                        form.extend(entries)
                    else:
                        self._fields.extend(entries)
                case _:
                    pass
        if len(self._fields) > before:
            self._variants.append(self._fields[before:])
        return tuple(form)

    def _present(self, entries: Sequence[Field], presence: str) -> tuple[Field, ...]:
        """The fields, required or not as their heading says of all of them."""
        needed = any(pattern.match(presence) for pattern in self._profile.required_yes) if presence else None
        return tuple(fields.unsaid(entry, needed) for entry in entries)

    def _take_media_table(self, table: Table) -> bool:
        """Take a table that names the type for each media type in one cell; whether it is one."""
        roles = fields.roles(table.columns, self._profile)
        if "name" in roles or "type" not in roles:
            return False
        for row in table.rows:
            cells = dict(zip(roles, row, strict=False))
            for line in cells["type"].plain.split("\n") if "type" in cells else ():
                media, _, name = line.partition(": ")
                told = replace(cells["type"], plain=name.strip() or media, marked=name.strip() or media)
                if self._reference is None and (not name or media == JSON):
                    self._reference = types.read(told, self._profile)
                    self._origin = self._origin or told.origin
            if "required" in cells:
                self._needed = fields.said_required(cells["required"], self._profile)
        return True

    def take_whole(self, entry: Field) -> None:
        """Take a row of a table that stands for all of the body."""
        self._origin = self._origin or entry.origin
        self._description = self._description or entry.description
        self._reference = self._reference or entry.schema
        self._needed = entry.required
        self.is_whole = True

    def take_media(self, media_types: Sequence[str]) -> None:
        """Take the media types that a header says the body has."""
        self.sent = tuple(media_types)
        self._multipart = self._multipart or MULTIPART in media_types

    def take_example(self, part: Part) -> None:
        """Read a sample request that is no curl call."""
        for block in part.blocks:
            if isinstance(block, Code) and not curl.read(block.text):
                value = values.parsed_json(block.text)
                if value is not None:
                    self._examples.append(Example(origin=block.origin, value=value))

    @property
    def is_described(self) -> bool:
        """Whether the page says anything of the body, so that a sample call brings nothing new."""
        return self._origin is not None or bool(self._examples)

    @property
    def is_form(self) -> bool:
        """Whether the page says in words that the body is a multipart form."""
        return self._multipart

    @property
    def shows_json(self) -> bool:
        """Whether a sample of the body is JSON."""
        return bool(self._samples)

    @property
    def _samples(self) -> tuple[Example, ...]:
        return tuple(self._examples or self._shown)

    def forget_shown(self) -> None:
        """Forget what sample calls send: the next route has calls of its own."""
        self._shown = []

    def show(self, data: str, origin: Origin) -> None:
        """Take the data that a sample call sends, where it is JSON and the page shows no sample of the body alone.

        What the shell puts in for a command (`$(cat key.pem)`) is not shown, so such data is no sample.
        """
        value = values.parsed_json(data) if _COMMAND not in data else None
        known = any(shown.value == value for shown in self._shown)
        if isinstance(value, dict | list) and not self._examples and self._reference is None and not known:
            self._shown.append(Example(origin=origin, value=value))

    def take_sample(self, code: Code) -> None:
        """Take a sample that shows what is sent, whichever the route."""
        value = values.parsed_json(code.text)
        if isinstance(value, dict | list) and not self._examples and self._reference is None:
            self._examples.append(Example(origin=code.origin, value=value))

    def take_prose(self, text: Text) -> None:
        """Read a sentence of the operation's description."""
        self._is_list = self._is_list or any_in(self._profile.body_list, text.plain)
        self._take_type(text)

    def body(
        self,
        parameters: Sequence[Parameter],
        *,
        as_json: bool,
        as_parts: bool,
        optional_but: frozenset[str] | None,
        nullable_but: frozenset[str] | None,
    ) -> Body | None:
        """The body of an operation with these parameters.

        Args:
            parameters: All of them; those of a form say its media type.
            as_json: What stands among the parameters of a form is sent as JSON.
            as_parts: A sample call sends the form part by part.
            optional_but: The page says that every field but these may be left out; None where it does not.
            nullable_but: The page says that every field but these may be null; None where it does not.
        """
        forms = [parameter for parameter in parameters if parameter.place == "form"]
        origin = self._origin or (forms[0].origin if forms else None)
        if origin is None and self._samples:
            origin = self._samples[0].origin
        if origin is None:
            return None
        contents: list[Content] = []
        said = self._fields
        if as_json and forms:
            said = [*said, *map(fields.of_parameter, forms)]
            forms = []
        if forms:
            contents.append(Content(origin=forms[0].origin, media_type=self._form_type(forms, as_parts=as_parts)))
        elif self._multipart and not said and self._reference is None:
            contents.append(Content(origin=origin, media_type=MULTIPART))
        if optional_but is not None:
            said = [entry if entry.name in optional_but else fields.unsaid(entry, False) for entry in said]
        if nullable_but is not None:
            said = [entry if entry.name in nullable_but else _nullable(entry) for entry in said]
        schema = self._schema(said, origin)
        if schema is not None or self._samples:
            for media in dict.fromkeys(self._media or [JSON]):
                examples = self._samples if media == JSON else ()
                of_media = self._without_files(schema, said) if media == JSON and MULTIPART in self._media else schema
                contents.append(Content(origin=origin, media_type=media, schema=of_media, examples=examples))
        if not contents:
            return None
        required = self._required(forms, schema, origin)
        return Body(origin=origin, required=required, description=self._description, contents=tuple(contents))

    def _schema(self, said: Sequence[Field], origin: Origin) -> Schema | Reference | None:
        if self._reference:
            return self._reference
        if said:
            schema = schemas.object_of(self._all_fields(said), origin, self._profile, sent=True)
            return Schema(origin=origin, types=("array",), items=schema) if self._is_list else schema
        if self._samples:
            return types.of_value(self._samples[0].value, self._samples[0].origin)
        return None

    def _without_files(self, schema: Schema | Reference | None, said: Sequence[Field]) -> Schema | Reference | None:
        """The JSON form of a body that may also be sent as a form: without files, and what only the form has."""
        if not isinstance(schema, Schema) or not schema.properties:
            return schema
        formed = {entry.name for entry in said if self._is_form_only(entry)}
        kept = {name: part for name, part in schema.properties.items() if name not in formed}
        return replace(schema, properties=kept, required=tuple(name for name in schema.required if name in kept))

    def _is_form_only(self, entry: Field) -> bool:
        if isinstance(entry.schema, Schema) and entry.schema.format == "binary":
            return True
        return entry.description is not None and any_in(self._profile.multipart_only, entry.description.value)

    def _all_fields(self, said: Sequence[Field]) -> list[Field]:
        """The fields of all tables; where each is for a kind of request, only what all of them need is required."""
        everywhere = [{entry.name for entry in variant} for variant in self._variants]
        once: dict[str, Field] = {}
        for entry in said:
            if not all(entry.name in names for names in everywhere):
                entry = replace(entry, required=Claim(False, entry.origin))
            once.setdefault(entry.name, self._with_shown_type(entry))
        return nesting.as_shown(list(once.values()), [example.value for example in self._samples])

    def _with_shown_type(self, entry: Field) -> Field:
        """The field with the type that its value has in a sample, where nothing else says one."""
        for example in self._samples if entry.schema is None else ():
            if isinstance(example.value, dict) and entry.name in example.value:
                return replace(entry, schema=types.of_value(example.value[entry.name], example.origin))
        return entry

    def _required(
        self, forms: Sequence[Parameter], schema: Schema | Reference | None, origin: Origin
    ) -> Claim[bool] | None:
        """A body is needed where one of its fields is, or where the page calls its schema by name."""
        if self._needed is not None:
            return self._needed
        if any(form.required and form.required.value for form in forms):
            return Claim(True, origin)
        if self._reference or (isinstance(schema, Schema) and (schema.required or "array" in schema.types)):
            return Claim(True, origin)
        return None

    def _form_type(self, forms: Sequence[Parameter], *, as_parts: bool) -> str:
        files = (form for form in forms if isinstance(form.schema, Schema) and form.schema.format == "binary")
        words = (form.description.value for form in forms if form.description)
        multipart = self._multipart or as_parts or next(files, None) is not None
        if multipart or any(any_in(self._profile.multipart, word) for word in words):
            return MULTIPART
        return self._profile.form_type or _FORM

    def with_file_type(self, entry: Field, *, sent_as_file: bool) -> Field:
        """A field of a form as a file, where a sample sends it as one, or its description calls it one."""
        schema, words = entry.schema, entry.description.value[:120] if entry.description else ""
        open_type = not isinstance(schema, Schema) or schema.inferred or schema.types in ((), ("object",))
        called = open_type and not entry.example and any_in(self._profile.files, words)
        if not sent_as_file and not called:
            return entry
        return replace(entry, schema=Schema(origin=entry.origin, types=("string",), format="binary"))

    def _sentence(self, text: Text) -> None:
        self._is_list = self._is_list or any_in(self._profile.body_list, text.plain)
        if any_in(self._profile.multipart, text.plain):
            self._multipart = True
        self._take_type(text)

    def _take_type(self, text: Text) -> None:
        for pattern in possible(self._profile.body_type, text.plain):
            found = pattern.search(text.plain)
            if found and self._reference is None:
                self._origin = self._origin or text.origin
                self._reference = Reference(origin=text.origin, name=found["type"].strip())

    def _example(self, code: Code) -> None:
        value = values.parsed_json(code.text)
        if value is not None:
            self._examples.append(Example(origin=code.origin, value=value))
        elif code.text.strip()[:1] in ("{", "["):
            self._report.info("page-example-unread", "the sample looks like JSON and is none", at=code.origin)


def _nullable(entry: Field) -> Field:
    return replace(entry, schema=types.nullable(entry.schema)) if entry.schema else entry
