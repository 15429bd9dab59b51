"""`readOnly` and `writeOnly`: a type that looks different in a request and in a response becomes two types.

In: types in which every field stands, with its flags. Out: for each direction a type without the fields of the other.
The type that has all the fields keeps the name: `X` with `XRequest` where some are read only, `X` with `XResponse`
where some are write only, `X` for responses with `XRequest` where there are both. One without any field left is a map,
as is any object without known fields. So the result, taken as input, stays as it is, and a type gets its second name by
its own content, not by who uses it. It knows nothing of drafts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Literal

from generator import model
from generator.model import Shape, TypeId
from generator.resolve import shapes
from generator.resolve.types.names import TypeNames
from generator.source import MISSING, Json, Missing

Direction = Literal["request", "response"]


class Directions:
    """Knows which types differ by direction, and makes the two of each."""

    def __init__(self, names: TypeNames) -> None:
        self._names = names
        self._read_only: set[TypeId] = set()
        self._write_only: set[TypeId] = set()
        self._private: dict[TypeId, Direction] = {}
        self._variants: dict[TypeId, TypeId] = {}
        self._roots: dict[tuple[TypeId, Direction], None] = {}

    def learn(
        self, types: Mapping[TypeId, model.Type], new: Iterable[TypeId], private: Mapping[TypeId, Direction]
    ) -> None:
        """Take note of new types, which refer to each other and to types that are known already.

        `private` are types of one place in one direction; they need no second name.
        """
        self._private.update(private)
        users: dict[TypeId, list[TypeId]] = defaultdict(list)
        reading: list[TypeId] = []
        writing: list[TypeId] = []
        for name in new:
            entry = types[name]
            used = set(shapes.used_by(entry))
            for other in used:
                users[other].append(name)
            fields = _fields(entry)
            if any(_only_read(field) for field in fields) or used & self._read_only:
                reading.append(name)
            if any(_only_written(field) for field in fields) or used & self._write_only:
                writing.append(name)
        _spread(reading, users, self._read_only)
        _spread(writing, users, self._write_only)

    def turn(self, shape: Shape, direction: Direction) -> Shape:
        """The shape as it is in that direction; its types will be among those that `emit` makes."""
        for name in shapes.named_in(shape):
            self._roots.setdefault((name, direction))
        return self._turned(shape, direction)

    def emit(self, types: Mapping[TypeId, model.Type], public: Iterable[TypeId]) -> dict[TypeId, model.Type]:
        """All types asked for in some direction, those that they name, and the public ones under their own name."""
        todo = [*self._roots, *((name, self._main(name)) for name in public)]
        emitted: dict[TypeId, model.Type] = {}
        done: set[tuple[TypeId, Direction]] = set()
        while todo or (todo := self._without_a_place(types, done)):
            name, direction = todo.pop()
            if (name, direction) in done:
                continue
            done.add((name, direction))
            variant = self._variant(name, direction)
            if variant in emitted and not self._differs(name):
                continue
            emitted[variant] = self._made(types[name], variant, direction)
            todo.extend((user, direction) for user in shapes.used_by(types[name]) if (user, direction) not in done)
        return emitted

    def _without_a_place(
        self, types: Mapping[TypeId, model.Type], done: Collection[tuple[TypeId, Direction]]
    ) -> list[tuple[TypeId, Direction]]:
        """Types of responses whose write-only fields stand nowhere, because nothing sends them: they are kept, too."""
        return [
            (name, "request")
            for name, direction in done
            if direction == self._main(name) == "response" and name not in self._private
            if (name, "request") not in done and any(map(_only_written, _fields(types[name])))
        ]

    def _differs(self, name: TypeId) -> bool:
        return name in self._read_only or name in self._write_only

    def _main(self, name: TypeId) -> Direction:
        """The direction in which the type has its plain name."""
        return "request" if name in self._write_only and name not in self._read_only else "response"

    def _variant(self, name: TypeId, direction: Direction) -> TypeId:
        if not self._differs(name) or name in self._private or direction == self._main(name):
            return name
        if name not in self._variants:
            endings = ("Request", "Input") if direction == "request" else ("Response", "Output")
            self._variants[name] = self._names.either(*(name + ending for ending in endings))
        return self._variants[name]

    def _turned(self, shape: Shape, direction: Direction) -> Shape:
        return shapes.renamed(shape, lambda name: self._variant(name, direction))

    def _made(self, entry: model.Type, variant: TypeId, direction: Direction) -> model.Type:
        if not self._differs(entry.id):
            return entry
        if isinstance(entry, model.Alias):
            return replace(entry, id=variant, shape=self._turned(entry.shape, direction))
        left_out = _only_read if direction == "request" else _only_written
        gone = {field.name for field in entry.fields if left_out(field)}
        given = [] if isinstance(entry.example, Missing) else [entry.example, *entry.more_examples]
        examples = tuple(_without(value, gone) for value in given)
        example: Json | Missing = examples[0] if examples else MISSING
        more_examples = examples[1:]
        additional = None if entry.additional is None else self._turned(entry.additional, direction)
        if len(gone) == len(entry.fields):
            return model.Alias(
                id=variant,
                shape=model.Map(values=additional or model.Anything()),
                title=entry.title,
                description=entry.description,
                deprecated=entry.deprecated,
                example=example,
                more_examples=more_examples,
                xml=entry.xml,
                origins=entry.origins,
            )
        return replace(
            entry,
            id=variant,
            fields=tuple(
                replace(field, shape=self._turned(field.shape, direction))
                for field in entry.fields
                if field.name not in gone
            ),
            additional=additional,
            example=example,
            more_examples=more_examples,
        )


def _without(value: Json, gone: set[str]) -> Json:
    return {key: part for key, part in value.items() if key not in gone} if isinstance(value, dict) else value


def _fields(entry: model.Type) -> tuple[model.Field, ...]:
    return entry.fields if isinstance(entry, model.Object) else ()


def _only_read(field: model.Field) -> bool:
    return field.read_only and not field.write_only


def _only_written(field: model.Field) -> bool:
    return field.write_only and not field.read_only


def _spread(seeds: list[TypeId], users: Mapping[TypeId, list[TypeId]], found: set[TypeId]) -> None:
    """Add to `found` the seeds and all that use them, directly or not."""
    while seeds:
        name = seeds.pop()
        if name not in found:
            found.add(name)
            seeds.extend(users.get(name, ()))
