"""What a reading pays: for keys and values where they rarely stand, for levels that end too early.

In: a level and a line, the grammar, the knowledge of the document. Out: costs, near to the negative logarithm of how
probable that is. It must not know how readings are made and chosen.
"""

from __future__ import annotations

import re
from math import log

from generator.readers.openapi.reindent.grammar import ANY, ANY_MAP, NAME, STATUS, TYPES, Map, Shape, keywords
from generator.readers.openapi.reindent.habits import extensions
from generator.readers.openapi.reindent.knowledge import END, SHARED, Knowledge
from generator.readers.openapi.reindent.levels import (
    BLOCK,
    MAP,
    PENDING,
    SEQ,
    Frame,
    has,
    types_of,
    with_properties,
    with_required,
    with_sample,
    with_single,
)
from generator.readers.openapi.reindent.lines import Form, Line
from generator.readers.openapi.reindent.schemas import Expected

Priced = tuple[float, Shape, Expected | None]
"""What a key costs, what its value is, and what the schema says of it where it is free JSON."""

UNKNOWN_KEY = 9.0
UNKNOWN_WORD = 3.0
"""A key that no schema has, with a scalar: rather one of another tool's than a property that is not a schema."""
WRONG_TYPE = 10.0
DANGLING = 9.0
"""What it is worth that a reference which led nowhere in the pass before leads to something."""
MISLED = 7.0
"""What it costs that a reference leads to another kind of component than stands there."""
DUPLICATE = 14.0
BOOLEAN_SCHEMA = 11.0
"""What a boolean costs where a schema may stand; mostly it is a keyword of the object itself."""
ITSELF = 8.0
POP = 0.2

_KEYWORDS = keywords()
_SCHEMA_KEYS = frozenset(
    ["type", "description", "properties", "items", "required", "enum", "default", "example", "format", "title"]
)
_NEVER_NAMES = frozenset(
    ["additionalProperties", "allOf", "anyOf", "oneOf", "xml", "externalDocs", "discriminator", "patternProperties"]
)
"""Keywords of a schema that are hardly ever names of properties, though what stands below them could be a schema."""
_EXTENDED = frozenset(
    [
        "document",
        "info",
        "contact",
        "operation",
        "pathItem",
        "schema",
        "parameter",
        "response",
        "tag",
        "securityScheme",
        "requestBody",
    ]
)
_TOP = frozenset(
    [
        "swagger",
        "openapi",
        "paths",
        "components",
        "definitions",
        "info",
        "termsOfService",
        "basePath",
        "securityDefinitions",
    ]
)
_ONCE = frozenset(("paths", "schemas", "definitions", "components", "tags"))
_SHOWN = ("schema.example", "schema.default")
_SCHEMA_SAYS = {"properties": Form.EMPTY, "items": Form.EMPTY, "additionalProperties": Form.EMPTY}
_PARTS = ("allOf", "anyOf", "oneOf")
_NAMING_WORDS = ("title", "description")
_EITHER = {"schema": "content", "content": "schema"}
_KIND = {
    "schema": ("schemas", "definitions"),
    "parameter": ("parameters",),
    "response": ("responses",),
    "example": ("examples",),
    "requestBody": ("requestBodies",),
    "header": ("headers",),
    "link": ("links",),
    "securityScheme": ("securitySchemes",),
}
"""Where the components stand that an object of that name may be a reference to."""
_KINDS = frozenset(section for sections in _KIND.values() for section in sections)
_SCALARS = (Form.NUMBER, Form.PLAIN, Form.QUOTED, Form.NULL)
_FLAGS = ("nullable", "readOnly", "writeOnly", "additionalProperties")
_COMPONENT = re.compile(r"['\"]?#/(?:components/)?(\w+)/[^/]+\Z")
_STRUCTURAL = frozenset(
    [
        "schema",
        "example",
        "examples",
        "properties",
        "items",
        "allOf",
        "anyOf",
        "oneOf",
        "responses",
        "parameters",
        "requestBody",
        "content",
        "$ref",
        "get",
        "put",
        "post",
        "delete",
        "patch",
        "head",
        "options",
        "security",
        "paths",
        "components",
        "definitions",
        "operationId",
        "termsOfService",
        "swagger",
        "basePath",
        "schemes",
        "consumes",
        "produces",
        "securityDefinitions",
        "openapi",
        "info",
    ]
)


class Costs:
    """The costs in one document."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.know = knowledge

    def key(self, frame: Frame, key: str, line: Line) -> Priced:
        """What it costs to add the line's key to the mapping, and what its value is."""
        if frame.priced is None or frame.priced[0] is not line:
            frame.priced = (line, self._key(frame, key, line))
        return frame.priced[1]

    def _key(self, frame: Frame, key: str, line: Line) -> Priced:
        map_ = frame.map
        assert map_
        if key in map_.fields:
            cost, shape, expect = self._fixed_key(frame, map_, key, line)
        elif map_ is ANY_MAP:
            cost, shape, expect = self._free_json_key(frame, key, line)
        elif map_.extensible and key.startswith("x-"):
            cost, shape = self._extension(frame, map_, key), ANY
            expect = self.know.examples(frame) if key == "x-examples" else None
        elif map_.free is not None:
            cost, shape, expect = self._name(frame, map_, map_.free, key, line)
        else:
            cost, shape, expect = self._unknown_key(frame, map_, key, line)
        if has(frame, key):
            cost += DUPLICATE
        elif frame.size and key < frame.last:
            cost += self.know.ordered.get(map_.name, 0.0)
        if self.know.deep_ends:
            cost -= 4.0 * self.know.refers_to(frame, key)
        return cost, shape, expect

    def _fixed_key(self, frame: Frame, map_: Map, key: str, line: Line) -> Priced:
        """A key of the grammar."""
        shape = map_.fields[key]
        cost = self.know.step(frame, key)
        if not frame.size and frame.like[:1] == (key,):
            cost = min(0.1, cost)  # the entry before in the list begins so, too
        if "$ref" in map_.fields and frame.size and (key == "$ref" or has(frame, "$ref")):
            cost += 1.0 if self.know.learnt else 2.5
        if key == "$ref" and map_.name in _KIND and _other_kind(map_.name, line.value):
            cost += MISLED
        if key in _EITHER and has(frame, _EITHER[key]):
            cost += 5.0
        if key == "security" and frame.parent is None and line.value == "[]":
            cost += 2.0  # it says nothing there
        if key == "propertyName" and frame.parent and frame.parent.facts.properties is not None:
            cost += -0.5 if any(line.value in part for part in frame.parent.facts.properties) else 1.5
        if map_.name == "schema":
            cost += _schema_key_cost(frame, key, line)
            if key == "$ref" and _is_itself(frame, line.value):
                cost += ITSELF
        if not shape.any:
            return cost, shape, self.know.examples(frame) if key == "examples" and map_.name == "schema" else None
        return cost + (0.5 if line.form is Form.EMPTY else 0.0), shape, self.know.expected(frame)

    def _free_json_key(self, frame: Frame, key: str, line: Line) -> Priced:
        """A member of an object in an example, a default or an extension."""
        cost = 0.9 if " " not in key else 2.0
        if key.startswith("x-") and not self.know.usual(frame, key):
            cost += 3.0 if key in extensions() else 2.0
        if not frame.size and frame.role == "schema.examples":
            cost += 2.5  # those of a schema are a list
        known, expect = self.know.member(frame.expect, key)
        if frame.role in _SHOWN and not known and line.form is _SCHEMA_SAYS.get(key):
            cost += 2.0  # mostly it is a keyword of the schema again
        if frame.expect is not None and frame.expect.properties:
            cost += -1.0 if known else 0.8 if _strange(frame) else 2.5
            if key.startswith("x-"):
                cost += 1.0
        elif key in self.know.names and self.know.anchors(line):
            cost += 5.0
        elif key in _STRUCTURAL:
            cost += 4.0 if key in _TOP and frame.size else 1.6
        elif key in _KEYWORDS:
            cost += 0.5
        elif key[:1] == "/":
            cost += 3.0
        cost += _says_schema(key, line)
        if frame.expect is None:
            cost += self.know.follow(frame, key) + 0.05 * frame.depth
        if line.form is Form.EMPTY and _describes(frame, key):
            cost += 2.5
        if key.isdigit() and frame.parent and frame.parent.last.isdigit():
            cost += 2.5  # numbers stand beside numbers
        return cost + _likeness(frame, key), ANY, expect

    def _extension(self, frame: Frame, map_: Map, key: str) -> float:
        """A key that begins with `x-`."""
        cost = self.know.step(frame, key) if map_.free is None else 5.0
        if has(frame, "$ref"):
            cost += 1.0
        if "enum" in key and map_.name == "schema" and not has(frame, "enum"):
            cost += 2.0  # it says more of the values that stand there
        if map_.name not in _EXTENDED:
            return cost + 1.0
        if frame.parent is None and frame.last in _ONCE:
            if self.know.once(key):
                alone = not self.know.several if frame.last == "paths" else frame.last == "tags" and frame.facts.single
                # of several operations or tags hardly only the last has it
                cost += 1.5 if alone else -0.5 if frame.last == "paths" else -2.0
            elif key not in extensions():
                cost += 3.0  # it is the last operation's or schema's rather than the document's
        return cost

    def _name(self, frame: Frame, map_: Map, shape: Shape, key: str, line: Line) -> Priced:
        """A key that the document chooses: of a path, a property, a component ..."""
        cost = self.know.follow(frame, key) + self.know.stands(frame, key, line)
        if map_.name == "properties":
            cost += self._property_cost(frame, key, line)
        else:
            cost += self._name_cost(frame, map_, key, line)
        if shape.map and shape.map.name == "schema":
            if line.form is Form.BOOLEAN:
                cost += BOOLEAN_SCHEMA
            elif line.form in _SCALARS:
                cost += 4.0  # other scalars are dear there already
        if key.startswith("x-") and map_.name != "headers" and key not in self.know.names:
            cost += 6.0  # mostly it is an extension of the object itself
        return cost, shape, self.know.expected(frame) if shape.any else None

    def _unknown_key(self, frame: Frame, map_: Map, key: str, line: Line) -> Priced:
        """A key that may not stand there; in a schema mostly a property without `properties`, and not the only one."""
        neighbour = frame.size > 0 and frame.last not in map_.fields and not frame.last.startswith("x-")
        if map_.name == "schema" and (frame.facts.unknown is Form.EMPTY) != (line.form is Form.EMPTY):
            neighbour = False  # words of other tools have scalars, properties do not
        shape = frame.shape if map_.name == "schema" and line.form is Form.EMPTY else ANY
        if neighbour:
            cost = 0.5 + (self.know.follow_name(frame, key) if shape is not ANY else 0.0)
            return cost + (3.5 if key in _KEYWORDS else 0.0), shape, None
        if map_.name == "schema":
            return (UNKNOWN_WORD if line.form in _SCALARS else UNKNOWN_KEY) + self.know.step(frame, key), shape, None
        return UNKNOWN_KEY + self.know.step(frame, key), shape, None

    def close(self, frame: Frame) -> tuple[float, Frame | None]:
        """What it costs to end a level, and the level above it as it is then."""
        closing = frame.closing
        if closing is None:
            closing = frame.closing = self._closing(frame)
        return closing

    def _closing(self, frame: Frame) -> tuple[float, Frame | None]:
        parent = frame.parent
        if frame.kind == PENDING:
            return null_cost(frame.shape, frame.expect), parent
        if frame.kind == BLOCK or parent is None:
            return 0.0, parent
        if frame.kind == SEQ:
            if frame.facts.required:
                return POP, with_required(parent, frame.facts.required)
            if frame.size == 1 and parent.last in _ONCE:
                return POP, with_single(parent)
            cost = POP + _lone_cost(frame, parent.last)
            if frame.sample and parent.last == "allOf":
                return cost, with_sample(parent, frame.sample)
            return cost, parent
        map_ = frame.map
        assert map_
        if parent.kind == SEQ or parent.map is ANY_MAP:
            parent = with_sample(parent, frame.order)
        cost = POP + (self.know.follow(frame, END) if map_.free else self.know.step(frame, END))
        if map_ is ANY_MAP:
            cost += _likeness(frame, END) - 0.1
            cost += sum(price for key, price in self.know.always(frame) if not has(frame, key))
        if map_.name == "schema":
            facts = frame.facts
            if facts.type == "array" and not facts.items:
                cost += 1.5
            if facts.required and facts.properties is None:
                cost += 3.0  # what is required is hardly ever said apart from the properties
        elif map_.required and not has(frame, "$ref"):
            cost += sum(2.5 for name in map_.required if not has(frame, name))
        elif map_.name in _ONCE:
            cost += 1.5  # it ends once in a document
        elif map_.name == "properties" and parent.kind == MAP:
            missing = sum(1 for name in parent.facts.required if not has(frame, name))
            if missing:
                cost += 3.5 if missing == len(parent.facts.required) else 1.2 * min(missing, 3)
            return cost, with_properties(parent, frame.keys)
        return cost, parent

    def _property_cost(self, frame: Frame, key: str, line: Line) -> float:
        """What it costs that a key is the name of a property."""
        parent = frame.parent
        if parent and key in parent.facts.required:
            return -0.5
        cost = 1.2 if key in _SCHEMA_KEYS else 4.0 if key in _NEVER_NAMES else 0.4
        if _is_odd(key):
            cost += 4.0 if not frame.size or not _is_odd(frame.last) else 0.5
        if key in self.know.names and line.number not in self.know.uses:
            cost += 7.0 if self.know.once(key) else -log(1 - 1 / self.know.lines_of.get(key, 2))
        return cost

    def _name_cost(self, frame: Frame, map_: Map, key: str, line: Line) -> float:
        """What it costs that a key is the name of something to refer to."""
        if not map_.free_key.match(key):
            return 6.0
        if STATUS.match(key) and map_.free_key is NAME and key != "default":
            return 4.0  # mostly it is one more response
        if frame.parent and frame.parent.map and key in frame.parent.map.fields:
            return 5.0  # it belongs to the object above, as names are hardly ever called so
        if map_.name == "security":
            return 3.0 if frame.size or key in _KEYWORDS else 0.3
        named = self.know.named.get(map_.name)
        if named is None:
            if map_.free_key is not NAME:
                return 0.3
            if key in self.know.names:
                return 5.0 if self.know.once(key) else 2.0
            return 1.3 if key in _KEYWORDS else 0.3
        fits = 0.0
        if line.form is Form.EMPTY and frame.role.startswith(SHARED):
            fits = self.know.alphabets[map_.name].cost(line.number, key)
        if key in named:
            if key in self.know.missing.get(map_.name, ()) and frame.role.startswith(SHARED):
                fits -= DANGLING
            return log(self.know.lines_of.get(key, 1)) + fits  # it is one of the lines that begin so
        return (5.5 if key in _KEYWORDS else 2.3) + fits


def scalar_cost(shape: Shape, line: Line) -> float:
    """What it costs that a value of this form stands where that shape belongs."""
    form = line.form
    if form is Form.ALIAS:
        return 0.0
    if form is Form.FLOW_MAP:
        return 0.0 if shape.map else WRONG_TYPE
    if form is Form.FLOW_LIST:
        return 0.0 if shape.items else WRONG_TYPE
    text = shape.text
    if not text:
        return WRONG_TYPE if form is not Form.NULL else 3.0
    if text == "any":
        return 0.0
    if form is Form.NULL:
        return 1.0
    if shape.values and line.value.strip("'\"") not in shape.values:
        return 3.0
    if text == "boolean":
        return 0.0 if form is Form.BOOLEAN else 1.5 if line.value.strip("'\"") in ("true", "false") else 6.0
    if text == "number":
        return 0.0 if form is Form.NUMBER else 4.0
    return 0.5 if form in (Form.NUMBER, Form.BOOLEAN) else 0.0


def null_cost(shape: Shape, expect: Expected | None) -> float:
    """What it costs that nothing stands where that shape belongs."""
    if shape.any:
        return 2.5 if expect is None or not expect.properties else 4.0
    return 9.0 if shape.map and shape.map.name == "schema" else 4.0 if shape.text else 6.0


def expected_cost(expect: Expected | None, line: Line) -> float:
    """What a value in an example pays for being of another type than its schema says."""
    type_ = expect.type if expect else ""
    if type_ in ("object", "array") and line.form not in (Form.NULL, Form.FLOW_MAP, Form.FLOW_LIST, Form.ALIAS):
        return 1.5
    return 0.0


def _schema_key_cost(frame: Frame, key: str, line: Line) -> float:
    """Keywords of a schema that belong to another type than its own."""
    type_ = frame.facts.type
    if key in _NAMING_WORDS and frame.owner and _letters(line.value) == _letters(_last_name(frame.owner)):
        return -1.5  # it says the schema's name again
    if key == "readOnly" and frame.facts.read_only:
        return -2.5  # it says the description again
    if frame.last == "allOf" and key in frame.sample:
        return 3.0  # the last part says it already
    if key == "example" and line.form is Form.EMPTY and frame.role == "mediaType.schema":
        return 1.2  # mostly the media type's
    if key in _PARTS and type_ in ("boolean", "integer", "number"):
        return 1.5
    if key == "format" and type_ and (types := types_of(line.value)) and type_ not in types:
        return 4.0
    if key == "type" and frame.facts.implied and line.form is Form.PLAIN and line.value not in frame.facts.implied:
        return 4.0
    if key == "discriminator" and type_ not in ("", "object"):
        return 4.0
    if key == "items" and type_ not in ("", "array"):
        return 5.0
    if key == "type" and frame.facts.items and line.value != "array" and line.form is Form.PLAIN:
        return 5.0
    if key in ("properties", "additionalProperties", "required") and type_ not in ("", "object"):
        return 4.0
    if key == "type" and line.form is Form.PLAIN and line.value != "object" and frame.facts.properties is not None:
        return 4.0
    if (
        key in ("default", "example")
        and line.form is Form.EMPTY
        and type_ in ("string", "integer", "number", "boolean")
    ):
        return 4.0
    return 0.0


def _says_schema(key: str, line: Line) -> float:
    """What a member of free JSON costs that looks like a keyword of a schema by its value, too."""
    if key == "type":
        return 2.0 if line.form is Form.PLAIN and line.value in TYPES else 0.0
    if key == "$ref":
        return 2.0 if "#/" in line.value else 0.0
    return 2.0 if line.form is Form.BOOLEAN and key in _FLAGS else 0.0


def _last_name(owner: str) -> str:
    """The last name on the way to a schema; the parts that make it up have that, too."""
    return owner.removesuffix(".allOf").rpartition(".")[2]


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _lone_cost(frame: Frame, key: str) -> float:
    """What it costs that a list of schemas under that key ends with one entry, which makes no difference then."""
    if frame.size > 1 or key not in _PARTS:
        return 0.0
    if key == "allOf":
        return 0.0 if frame.last == "$ref" else 1.5
    return 1.0


def _is_itself(frame: Frame, reference: str) -> bool:
    """Whether the reference of a named schema, or of a part of it, leads to that schema."""
    owner = frame.parent
    if owner is not None and owner.kind == SEQ and owner.parent is not None:
        owner = owner.parent.parent
    if owner is None or owner.map is None or owner.map.name not in ("schemas", "definitions"):
        return False
    return reference.strip("'\"").rpartition("/")[2] == owner.last


def _is_odd(name: str) -> bool:
    """Whether it is hardly the name of a property."""
    return name[:1] == "/" or " " in name or STATUS.match(name) is not None


def _other_kind(name: str, reference: str) -> bool:
    """Whether the reference leads to a component of another kind than the object of that name."""
    match = _COMPONENT.match(reference)
    return match is not None and match[1] in _KINDS and match[1] not in _KIND[name]


def _describes(frame: Frame, key: str) -> bool:
    """Whether `properties` in an example have an object named like a member beside them, which is rather its schema."""
    above = frame.parent
    return above is not None and above.map is ANY_MAP and above.last == "properties" and has(above, key)


def _strange(frame: Frame) -> bool:
    """Whether an object in an example has a member already that its schema does not know."""
    expect = frame.expect
    return expect is not None and any(key not in expect.properties for key in frame.order)


def _likeness(frame: Frame, key: str) -> float:
    """What it costs that an object of free JSON goes on so, measured by the object before it in the same place."""
    like = frame.like
    if not like:
        return 0.0
    if not frame.size:
        at = 0
    elif frame.last in like:
        at = like.index(frame.last) + 1
    else:
        return 0.0
    usual = like[at] if at < len(like) else END
    if key == END:
        return 0.0 if usual == END else 0.6
    if key == usual:
        return -0.6
    return 0.0 if key in like else 0.4
