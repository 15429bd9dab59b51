"""List entries in MSON, Blueprint's notation for data -> schemas and fields.

In: entries such as ``size: `7` (number, required) - How big``, and the names of the page's own types. Out: `Member`
records, and the object that members make. Blueprint's own older notation for parameters is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.draft import Reference, Schema
from generator.readers.pages.blocks import plain_text
from generator.readers.pages.blueprint.outline import Item
from generator.readers.pages.notation import types, values
from generator.readers.pages.profile import builtin
from generator.records import dataclass
from generator.source import Json

_HEAD = re.compile(
    r"(?P<name>`[^`]+`|\*\*[^*]+\*\*|[^\s:(=`]+)"
    r"(?:\s*:\s*(?P<value>`[^`]*`(?:\s*,\s*`[^`]*`)*|(?!\s*\().*?))?"
    r"(?:\s*=\s*(?P<default>`[^`]*`|[^\s(]+))?"
    r"(?:\s*\((?P<attributes>[^()]*(?:\([^()]*\)[^()]*)*)\))?"
    r"(?:\s+(?:-|\.{3}|…)\s*(?P<description>.*))?\s*\Z",
    re.DOTALL,
)
_NESTED = re.compile(r"(array|enum)\s*\[(.*)\]\Z", re.IGNORECASE)
_COMMA = re.compile(r",(?![^\[(]*[\])])")
_VALUE = re.compile(r"(?P<value>`[^`]*`|.*?)(?:\s*\([^()]*\))?(?:\s+(?:-|\.{3}|…)\s+(?P<description>.*))?\Z", re.DOTALL)
_KEYWORDS = re.compile(
    r"(default|sample|members|values|items|properties|include|one of)\b\s*:?\s*(.*)\Z", re.IGNORECASE | re.DOTALL
)
_FLAGS = frozenset(("required", "optional", "fixed", "fixed-type", "nullable", "sample", "default"))
_LONGEST, _DEEPEST = 2000, 8

Names = Mapping[str, str]
"""The page's own types, by their names in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A field or a parameter; `required` is None where nothing is said."""

    item: Item
    name: str
    schema: Schema | Reference
    required: bool | None = None
    description: str = ""
    example: Json | None = None
    default: Json | None = None


def member(item: Item, names: Names) -> Member | None:
    """The field that an entry describes; None where it describes none."""
    found = _HEAD.match(item.words[:_LONGEST])
    if not found:
        return None
    said = [word.strip() for word in _COMMA.split(found["attributes"] or "") if word.strip()]
    flags = {word.lower() for word in said} & _FLAGS
    shown = [word for word in said if word.startswith("`")]
    kind = next((word for word in said if word.lower() not in _FLAGS and not word.startswith("`")), "")
    keywords = dict(_keywords(item.items))
    schema = _schema(item, kind, keywords, names)
    if "nullable" in flags:
        schema = types.nullable(schema)
    default = _typed(found["default"] or _word_of(keywords.get("default")), schema)
    value = _typed(found["value"] or (shown[0] if shown else "") or _word_of(keywords.get("sample")), schema)
    if "default" in flags:
        default, value = value, None
    return Member(
        item=item,
        name=found["name"].strip("`*"),
        schema=schema,
        required=True if "required" in flags or "fixed" in flags else False if "optional" in flags else None,
        description=" ".join(words for words in (found["description"], item.text) if words),
        example=value,
        default=default,
    )


def object_of(item: Item, names: Names, *, base: str = "") -> Schema | Reference:
    """The type that an entry `Attributes (Base)`, or a heading of a type, describes.

    Args:
        item: The entry; those below it are members.
        names: The page's own types.
        base: The type that the entry names in brackets; "" where it names none.
    """
    kind = base or "object"
    return _schema(item, kind, dict(_keywords(item.items)), names)


def _keywords(items: Iterable[Item]) -> Iterator[tuple[str, Item]]:
    """Entries that speak of the one they stand in: its default, its accepted values."""
    for item in items:
        found = _KEYWORDS.match(item.words)
        if found and (item.items or found[2] or found[1].lower() in ("members", "values")):
            yield found[1].lower(), replace(item, words=found[2].strip())


def _schema(item: Item, kind: str, keywords: Mapping[str, Item], names: Names) -> Schema | Reference:
    listed = keywords.get("members") or keywords.get("values")
    nested = _NESTED.match(kind)
    if (nested and nested[1].lower() == "enum") or kind.lower() == "enum" or listed:
        inner = nested[2] if nested else "" if kind.lower() == "enum" else kind
        said = _values(listed.items if listed else item.items)
        base = _named(inner or "string", item, names)
        plain = base if isinstance(base, Schema) else Schema(origin=item.origin, types=("string",))
        typed = tuple(values.typed(value, plain) for value, _ in said)
        texts = tuple(text for _, text in said)
        return replace(plain, enum=typed or None, enum_descriptions=texts if any(texts) else ())
    if nested or kind.lower() == "array":
        return Schema(origin=item.origin, types=("array",), items=_entries(item, nested[2] if nested else "", names))
    inner_items = _members_of(item)
    base = _named(kind, item, names) if kind else None
    if base is None:
        base = Schema(origin=item.origin, types=("object",) if inner_items and not listed else ("string",))
    if not inner_items or (isinstance(base, Schema) and "object" not in base.types):
        return base
    own = _object(item, inner_items, names)
    return own if isinstance(base, Schema) else replace(own, all_of=(base, *own.all_of))


def _entries(item: Item, kind: str, names: Names) -> Schema | Reference | None:
    """The type of an array's entries: named in brackets, or by an entry that is nothing but a type."""
    kinds = [word.strip() for word in _COMMA.split(kind) if word.strip()]
    if kinds:
        return types.any_of([_named(word, item, names) or Schema(origin=item.origin) for word in kinds], item.origin)
    for entry in _members_of(item):
        if found := re.match(r"\(([^()]+)\)", entry.words):
            return object_of(entry, names, base=found[1].split(",")[0].strip())
    return None


def _object(item: Item, members: Sequence[Item], names: Names) -> Schema:
    """The object that entries make; of what stands under *One of*, none is required."""
    included: list[Schema | Reference] = []
    found: list[Member] = []
    for entry in members:
        keyword = _KEYWORDS.match(entry.words)
        word = keyword[1].lower() if keyword and (keyword[2] or entry.items) else ""
        if word == "include" and keyword:
            included.append(_named(keyword[2], entry, names) or Schema(origin=entry.origin))
        elif word == "one of":
            choices = [made for choice in entry.items if (made := member(choice, names))]
            found.extend(replace(choice, required=False) for choice in choices)
        elif made := member(entry, names):
            found.append(made)
    return Schema(
        origin=item.origin,
        types=("object",),
        properties={made.name: _property(made) for made in found},
        required=tuple(dict.fromkeys(made.name for made in found if made.required)),
        all_of=tuple(included),
    )


def _members_of(item: Item) -> tuple[Item, ...]:
    """The entries that are members: those below, or below an entry `Properties` or `Items`."""
    held = [entry for entry in item.items if re.match(r"(?:properties|items)\s*\Z", entry.words, re.IGNORECASE)]
    if held:
        return tuple(inner for entry in held for inner in entry.items)
    return tuple(entry for entry in item.items if not re.match(r"(?:default|sample)\b", entry.words, re.IGNORECASE))


def _property(made: Member) -> Schema | Reference:
    if isinstance(made.schema, Reference):
        said = Schema(origin=made.item.origin, description=made.description)
        return replace(made.schema, siblings=said) if made.description else made.schema
    schema = replace(made.schema, description=made.description)
    if made.default is not None:
        schema = replace(schema, default=made.default)
    return replace(schema, examples=(made.example,)) if made.example is not None else schema


def _named(words: str, item: Item, names: Names) -> Schema | Reference | None:
    """The type of that name; None where there is none on the page."""
    words = words.strip().strip("`")
    if words.count("[") > _DEEPEST:
        return None
    nested = _NESTED.match(words)
    if nested and nested[1].lower() == "array":
        return Schema(origin=item.origin, types=("array",), items=_entries(replace(item, items=()), nested[2], names))
    name = names.get(words.casefold())
    if name:
        return Reference(origin=item.origin, name=name)
    known = types.read(plain_text(words.lower(), item.origin), builtin("generic"))
    return known if isinstance(known, Schema) else None


def _values(items: Iterable[Item]) -> Sequence[tuple[str, str]]:
    """Accepted values, an entry each, and what is said of them."""
    found = [match for item in items if (match := _VALUE.match(item.words[:_LONGEST]))]
    return [(match["value"].strip("` "), (match["description"] or "").strip()) for match in found if match["value"]]


def _word_of(item: Item | None) -> str:
    """The value beside a keyword, or in the entry below it."""
    if item is None:
        return ""
    return item.words or (item.items[0].words if item.items else "")


def _typed(words: str, schema: Schema | Reference) -> Json | None:
    """A value as its type writes it; None where there is none, or what stands there is none of the type."""
    words = words.strip()
    if len(words) > 1 and words.startswith("`") and words.endswith("`"):
        words = words[1:-1]
    if not words or not isinstance(schema, Schema):
        return None
    if "array" in schema.types:
        parts = [part.strip().strip("`") for part in words.split(",")]
        return [values.typed(part, schema.items) for part in parts]
    if "object" in schema.types or not values.fits(words, schema):
        return None
    return values.typed(words, schema)
