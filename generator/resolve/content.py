"""Bodies in one media type: draft contents -> model contents, in two steps.

In: a `draft.Content` and the words it is named by. Out: first the shapes, while types are still being made; then, with
the examples at hand, `model.Content`. What `media` cannot tell (`*/*`) the schema decides.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal, Protocol, TypeVar

from generator import draft, model
from generator.diagnostics import Origin, Report
from generator.encoders.xml import is_name
from generator.model import ContentKind, Shape, TypeId
from generator.resolve import media, words
from generator.resolve.examples import Examples, named
from generator.resolve.weaving import Look
from generator.resolve.xml import carried, reading, writing
from generator.source import MISSING, Json

T = TypeVar("T")

Later = Callable[[Examples], T]
"""A record that only waits for its examples."""

Part = draft.Schema | draft.Reference


class ShapeOf(Protocol):
    """Makes the shape of a schema; `name` are the words of an object that has no name of its own, `details` what tells
    it apart from others that are called the same."""

    def __call__(self, schema: Part | None, *, name: str, request: bool, details: tuple[str, ...] = ()) -> Shape: ...


XmlOf = Callable[[Part | None], model.Xml | None]
"""How a schema's values are written in XML."""


class Contents:
    """Makes contents; `look` sees through references."""

    def __init__(self, shape: ShapeOf, look: Look, xml: XmlOf, report: Report) -> None:
        self._shape = shape
        self._look = look
        self._xml = xml
        self._left_out: set[tuple[Origin, ...]] = set()
        self._report = report

    def many(
        self,
        contents: Iterable[draft.Content],
        *,
        name: str,
        request: bool,
        events: tuple[draft.Event, ...] = (),
        details: tuple[str, ...] = (),
    ) -> Later[tuple[model.Content, ...]]:
        """Contents in order of preference: JSON first, otherwise as the source has them."""
        given = list(contents)
        if events and not any(media.kind(content.media_type) == "sse" for content in given):
            given.append(draft.Content(origin=events[0].origin, media_type="text/event-stream"))
        lone = not any(self._kind(content) == "json" for content in given)
        later = [
            self.one(entry, name=name, request=request, events=events, details=details, lone=lone) for entry in given
        ]
        return lambda examples: tuple(sorted((make(examples) for make in later), key=_preference))

    def one(
        self,
        content: draft.Content,
        *,
        name: str,
        request: bool,
        events: tuple[draft.Event, ...] = (),
        details: tuple[str, ...] = (),
        lone: bool = False,
    ) -> Later[model.Content]:
        """One content; `lone` where no JSON stands beside it, so that what it cannot do is missed."""
        if content.component:
            name, details = _component_words(content.component, request=request), ()
        details = (*details, media.words_of(content.media_type))
        kind = self._kind(content)
        media_type = content.media_type.strip() or "application/json"
        if kind == "sse" or kind == "json-lines" or kind == "json-seq":
            return self._streamed(content, media_type, kind, name, events, request=request, details=details)
        if lone and kind == "multipart" and not request:
            self._report.info(
                "content-as-bytes",
                f"an answer of {content.media_type!r} is passed on as bytes; its parts are not taken apart",
                at=content.origin,
            )
        if kind == "text" and media.kind(content.media_type) == "form" and self._is_structured(content):
            told = f"the schema of a {content.media_type!r} body is no object; it is passed on as its text"
            self._report.info("content-as-text", told, at=content.origin)
        shape = self._whole(content, kind, name=name, request=request, details=details)
        if kind == "xml":
            return self._in_xml(content, media_type, shape, request=request, lone=lone)
        parts = [self._part(entry, name=name) for entry in content.encodings] if kind in ("form", "multipart") else []
        return lambda examples: model.Content(
            media_type=media_type,
            kind=kind,
            description=content.description,
            shape=shape,
            examples=_examples(content, kind, shape, examples),
            parts=tuple(make(examples) for make in parts),
            origins=(content.origin,),
        )

    def header(self, header: draft.Header, *, name: str) -> Later[model.Header]:
        """A header of a response or of a part."""
        schema = header.schema or draft.Schema(origin=header.origin, types=("string",))
        shape = self._shape(schema, name=f"{name} {header.name}", request=False)
        return lambda examples: model.Header(
            name=header.name,
            shape=shape,
            required=header.required,
            description=header.description,
            deprecated=header.deprecated,
            example=examples.example_of(shape, header.examples)[0],
            origins=(header.origin,),
        )

    def _kind(self, content: draft.Content) -> ContentKind:
        said = media.kind(content.media_type)
        if said == "form" and self._has_no_names(content):
            return "text"
        by_schema = self._kind_by_schema(content) if said in ("json", "xml", None) else None
        return "binary" if by_schema == "binary" else said or by_schema or "json"

    def _has_no_names(self, content: draft.Content) -> bool:
        """Whether a form's schema allows no object, so that nothing says what its fields are called."""
        seen = self._look(content.schema)
        return seen is not None and bool(seen.types) and "object" not in seen.types

    def _kind_by_schema(self, content: draft.Content) -> ContentKind:
        """What the schema says where a media type leaves it open: bytes or text where it says so, else JSON.

        Bytes are bytes where the media type is JSON or XML, too: a file that holds such.
        """
        seen = self._look(content.schema)
        if seen is None or seen.types != ("string",):
            return "json"
        return "binary" if seen.format in ("binary", "file") else "text"

    def _whole(
        self, content: draft.Content, kind: ContentKind, *, name: str, request: bool, details: tuple[str, ...]
    ) -> Shape:
        if kind == "binary":
            self._check_binary(content)
            return model.Binary()
        if content.schema is None and kind in ("text", "xml"):
            return model.Text()
        return self._shape(content.schema, name=name, request=request, details=details)

    def _in_xml(
        self, content: draft.Content, media_type: str, shape: Shape, *, request: bool, lone: bool
    ) -> Later[model.Content]:
        """A body in XML: a value where its shape can be carried, else its text."""
        said = self._root(content)

        def make(examples: Examples) -> model.Content:
            reason = carried.why_not(examples.types, shape)
            if reason is not None:
                is_free = isinstance(carried.core(examples.types, shape), model.Anything)
                if lone and reason != carried.TEXT and not is_free:
                    message = f"a body of {content.media_type!r} is passed on as its text: {reason}"
                    self._report.info("content-as-text", message, at=content.origin)
                return model.Content(
                    media_type=media_type,
                    kind="text",
                    description=content.description,
                    shape=shape,
                    examples=_examples(content, "text", shape, examples, made="<example/>"),
                    origins=(content.origin,),
                )
            for field, why in carried.left_out(examples.types, shape):
                self._say_left_out(field, why)
            xml = said if said.name else _named_root(examples.types, shape, said)
            if lone and request and not said.name and xml.node != "none":
                message = f"nothing says what the outermost element is called; it is written as {xml.name!r}"
                self._report.info("xml-unnamed", message, at=content.origin)
            return model.Content(
                media_type=media_type,
                kind="xml",
                description=content.description,
                shape=shape,
                examples=_xml_examples(content, shape, xml, examples),
                xml=xml,
                origins=(content.origin,),
            )

        return make

    def _say_left_out(self, field: model.Field, why: str) -> None:
        """Say, once, that a property has no place in XML."""
        if field.origins not in self._left_out:
            self._left_out.add(field.origins)
            self._report.info("xml-name", f"the property is left out of bodies in XML: {why}", at=field.origins[0])

    def _root(self, content: draft.Content) -> model.Xml:
        """How the outermost element is written: by default it has the name of the schema, as have the items where the
        whole is a list (3.2 §4.26.4). The name is empty where nothing says it."""
        found = self._xml(content.schema) or model.Xml()
        seen = self._look(content.schema)
        if seen is not None and seen.items is not None:
            items = found.items or model.Xml()
            found = replace(found, items=replace(items, name=items.name or _name_of(seen.items) or "item"))
        return replace(found, name=found.name or _name_of(content.schema))

    def _is_structured(self, content: draft.Content) -> bool:
        seen = self._look(content.schema)
        return seen is not None and bool(seen.properties or seen.items is not None)

    def _check_binary(self, content: draft.Content) -> None:
        """Say that a described structure is passed on as bytes, because the media type is not known."""
        if self._is_structured(content):
            self._report.info(
                "content-as-bytes",
                f"{content.media_type!r} is not a format that is known here; the body is passed on as bytes",
                at=content.origin,
            )

    def _streamed(
        self,
        content: draft.Content,
        media_type: str,
        kind: Literal["sse", "json-lines", "json-seq"],
        name: str,
        events: tuple[draft.Event, ...],
        *,
        request: bool,
        details: tuple[str, ...],
    ) -> Later[model.Content]:
        seen = self._look(content.schema)
        item: Part | None = content.item_schema
        if item is None and seen is not None and seen.items is not None:
            item = seen.items
        elif item is None:
            item = content.schema
        if item is None and events:
            item = _one_of([event.schema for event in events if event.schema is not None], content)
        shape = self._shape(item, name=f"{name} Item", request=request, details=details)
        named = [self._event(event, name=name, request=request) for event in events]
        return lambda examples: model.Content(
            media_type=media_type,
            kind=kind,
            description=content.description,
            shape=shape,
            examples=_examples(content, kind, shape, examples),
            stream=model.Stream(kind=kind, items=shape, events=tuple(make(examples) for make in named)),
            origins=(content.origin,),
        )

    def _event(self, event: draft.Event, *, name: str, request: bool) -> Later[model.Event]:
        shape = self._shape(event.schema, name=f"{name} {event.name} Event", request=request)
        return lambda examples: model.Event(
            name=event.name,
            shape=shape,
            description=event.description,
            example=examples.example_of(shape, ())[0],
        )

    def _part(self, encoding: draft.Encoding, *, name: str) -> Later[model.Part]:
        headers = [self.header(entry, name=name) for entry in encoding.headers]
        style = (
            encoding.style if encoding.style in ("form", "spaceDelimited", "pipeDelimited", "deepObject") else "form"
        )
        return lambda examples: model.Part(
            property_name=encoding.property_name,
            content_type=encoding.content_type,
            style=style,
            explode=encoding.explode if encoding.explode is not None else style in ("form", "deepObject"),
            allow_reserved=encoding.allow_reserved,
            headers=tuple(make(examples) for make in headers),
        )


def _component_words(component: str, *, request: bool) -> str:
    """The words for what the bodies of a component are made of: all operations that share it mean the same type, and
    none of them names it for the others."""
    kind = "Request" if request else "Response"
    last = (words.split(component) or ("",))[-1].lower()
    if component[:1].isdigit() and last != kind.lower():  # a response called by its status
        return f"{kind} {component}"
    return component if last in (kind.lower(), "body") else f"{component} {kind}"


def _one_of(schemas: list[Part], content: draft.Content) -> Part | None:
    if len(schemas) < 2:
        return schemas[0] if schemas else None
    return draft.Schema(origin=content.origin, one_of=tuple(schemas))


def _named_root(types: Mapping[TypeId, model.Type], shape: Shape, xml: model.Xml) -> model.Xml:
    """The outermost element with a name, where nothing gives it one.

    An object that has but one property, an object too, is taken for the way to name that: it has no element itself.
    """
    core = carried.core(types, shape)
    entry = types[core.id] if isinstance(core, model.Named) else None
    fields = entry.fields if isinstance(entry, model.Object) else ()
    if len(fields) == 1 and isinstance(carried.core(types, fields[0].shape), model.Named):
        return replace(xml, name=(fields[0].xml and fields[0].xml.name) or fields[0].name, node="none")
    return replace(xml, name=entry.id if entry is not None and is_name(entry.id) else "items")


def _name_of(schema: Part | None) -> str:
    """The name of a schema that has one, where it can be that of an element."""
    return schema.name if isinstance(schema, draft.Reference) and is_name(schema.name) else ""


def _xml_examples(
    content: draft.Content, shape: Shape, xml: model.Xml, examples: Examples
) -> tuple[model.Example, ...]:
    """The examples of a body in XML that are valid, whether they are given as XML or as values; else one is made."""
    found = []
    for example in content.examples:
        given = example.value
        said = reading.value_of(examples.types, given, shape, xml) if isinstance(given, str) else given
        value = MISSING if said is MISSING else examples.read(said, shape)
        if value is MISSING and said is given:  # in XML all of it is text, which only the shape makes a number
            said = reading.value_of(examples.types, writing.text_of(examples.types, given, shape, xml), shape, xml)
            value = MISSING if said is MISSING else examples.read(said, shape)
        if value is MISSING:
            examples.mismatch(example, said, shape)
            continue
        written = given
        if not isinstance(written, str):  # the value is what its text says: XML has no empty lists, for one
            written = writing.text_of(examples.types, value, shape, xml)
            said = reading.value_of(examples.types, written, shape, xml)
            again = MISSING if said is MISSING else examples.read(said, shape)
            value = value if again is MISSING else again
        found.append(
            model.Example(
                value=value,
                written=written,
                name=example.name,
                summary=example.summary,
                description=example.description,
            )
        )
    if found:
        return named(found)
    made = examples.make(shape)
    return (model.Example(value=made, written=writing.text_of(examples.types, made, shape, xml), given=False),)


def _examples(
    content: draft.Content, kind: ContentKind, shape: Shape, examples: Examples, made: str = ""
) -> tuple[model.Example, ...]:
    """The examples of a body; those of one that is neither JSON nor a form are texts. `made` is what is made up, where
    that does not follow from the shape."""
    if kind in ("json", "form", "multipart"):
        return examples.example_of(shape, content.examples)
    if kind in ("sse", "json-lines", "json-seq"):
        return examples.example_of(shape, (entry for entry in content.examples if not isinstance(entry.value, str)))
    given = [
        model.Example(value=_text(entry.value), name=entry.name, summary=entry.summary, description=entry.description)
        for entry in content.examples
    ]
    return named(given) or tuple(
        replace(entry, value=made or _text(entry.value)) for entry in examples.example_of(shape, ())
    )


def _text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _preference(content: model.Content) -> int:
    """JSON before anything else; a range of media types last, because nobody can send one."""
    if "*" in content.media_type:
        return 2
    return 0 if content.kind == "json" else 1
