"""A shape as Python source: the type annotation, with the imports it needs.

In: an `Api` and its shapes. Out: `Code`. A `date-time` is a `datetime.datetime` and a `date` a `datetime.date`; every
other format stays `str`, because real servers send identifiers that are no UUIDs and addresses that are no URLs, and a
client that refuses an answer over its spelling helps nobody. (What cannot be read as a date stays text, too: reading an
answer is lenient, see the runtime's `reading.py`.)
"""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from generator import model
from generator.encoders.python import Code, PythonText, literal
from generator.views.python.names import Names, class_name

_BUILTIN_CLASSES = """
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup
    False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
    ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
    MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError
    OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError
    ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError
    SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
    ZeroDivisionError
"""
"""An annotation that names a class which stands further down would be taken for the builtin."""

CLASS_NAMES_IN_USE = frozenset(
    {
        *("Annotated", "Any", "ApiModel", "ConfigDict", "Field", "FileTypes", "InXml", "Literal", "OneOf"),
        *("TYPE_CHECKING", "TaggedModel", "TypeAlias", "TypeAliasType"),
        *_BUILTIN_CLASSES.split(),
    }
)
"""Names that the module of models needs for something else; a type of the API cannot have them there."""

ANY = Code("Any", [("typing", "Any")])
NONE = Code("None")
_TEXT_FORMATS: Mapping[str, Code] = {
    "date-time": Code("datetime.datetime", [("datetime", "")]),
    "date": Code("datetime.date", [("datetime", "")]),
}
_LONGEST_PATTERN = 500
_LARGEST_PATTERN = 10_000


@functools.lru_cache(maxsize=1)  # every Python target asks for them
def class_names(api: model.Api) -> dict[model.TypeId, PythonText]:
    """The Python name of each of the API's types."""
    names = Names(CLASS_NAMES_IN_USE)
    return {type_id: names.take(class_name(type_id)) for type_id in api.types}


class Types:
    """Writes annotations for one kind of file.

    Args:
        api: Its named types get their class names once, here.
        module: How a named type is reached: `models.Group` for "models"; "" inside the module of models itself.
        package: Where that module is imported from (`from .. import models`).
        hidden: Names of builtin types that the scope hides, as a method `list` does: written `builtins.list`.
        constraints: Write bounds, lengths and patterns too, as `Annotated[int, Field(ge=1)]`.
        one_of: The module of the runtime's `OneOf`, which tells the variants of a union apart by their discriminator;
            "" where annotations are for readers and type checkers only.
        names: The class names, where they are known already.
        homes: Inside the package of models: the module in which each type stands.
    """

    def __init__(
        self,
        api: model.Api,
        *,
        module: str = "models",
        package: str = "..",
        hidden: Iterable[str] = (),
        constraints: bool = False,
        one_of: str = "",
        names: Mapping[model.TypeId, PythonText] | None = None,
        homes: Mapping[model.TypeId, str] | None = None,
    ) -> None:
        self.names: Mapping[model.TypeId, PythonText] = class_names(api) if names is None else names
        self._module = module
        self._imports = [(package, module)] if module else []
        self._hidden = frozenset(hidden)
        self._constraints = constraints
        self._one_of = one_of
        self._homes = homes or {}
        self._scalars: dict[int, tuple[model.Shape, Code, Code]] = {}

    def named(self, type_id: model.TypeId) -> Code:
        """The class or alias of that name."""
        if type_id in self._homes:
            return Code(self.names[type_id], [(f".{self._homes[type_id]}", str(self.names[type_id]))])
        return Code(f"{self._module}.{self.names[type_id]}" if self._module else self.names[type_id], self._imports)

    def hiding(self, names: Iterable[str]) -> Types:
        """The same for a scope that hides builtin types."""
        other = copy.copy(self)
        other._hidden = frozenset(names)
        other._scalars = {}
        return other

    def annotation(self, shape: model.Shape) -> Code:
        """The annotation of a value of that shape."""
        match shape:
            case model.Named():
                return self.named(shape.id)
            case model.Text() | model.Number():
                return self._scalar(shape)[1]
            case model.Boolean():
                return self._builtin("bool")
            case model.Binary():
                return self._builtin("bytes")
            case model.Null() | model.Never():
                return NONE
            case model.Anything():
                return ANY
            case model.Enum():
                return self._enum(shape)
            case model.Array():
                return self._bounded(_subscript(self._builtin("list"), self.annotation(shape.items)), shape)
            case model.Tuple():
                return self._tuple(shape)
            case model.Map():
                key = self._builtin("str")
                return self._bounded(_subscript(self._builtin("dict"), key, self.annotation(shape.values)), shape)
            case model.Union():
                return self._union(shape)
        assert_never(shape)

    def optional(self, shape: model.Shape) -> Code:
        """The annotation of a value of that shape, or None."""
        match shape:
            case model.Text() | model.Number():
                return self._scalar(shape)[2]
            case _:
                return _or_none(self.annotation(shape))

    def _scalar(self, shape: model.Text | model.Number) -> tuple[model.Shape, Code, Code]:
        """The shape, its annotation, and that where it may be None; worked out once, as many fields share a shape."""
        known = self._scalars.get(id(shape))
        if known is None:
            if isinstance(shape, model.Text):
                code = _TEXT_FORMATS.get(shape.format) or self._builtin("str")
            else:
                code = self._builtin("int" if shape.integer else "float")
            code = self._bounded(code, shape)
            known = self._scalars[id(shape)] = (shape, code, _or_none(code))
        return known

    def _builtin(self, name: str) -> Code:
        return _builtin(name, is_hidden=name in self._hidden)

    def _enum(self, shape: model.Enum) -> Code:
        """A `Literal` of the values that it can hold (PEP 586 has no floats)."""
        exact = {literal(entry.value): None for entry in shape.values if not isinstance(entry.value, float)}
        fractions = any(isinstance(entry.value, float) for entry in shape.values)
        codes = [Code(f"Literal[{', '.join(exact)}]", [("typing", "Literal")])] if exact else []
        return either(*codes, *([self._builtin("float")] if fractions else [])) if codes or fractions else ANY

    def _tuple(self, shape: model.Tuple) -> Code:
        items = [self.annotation(item) for item in shape.items]
        if items and shape.rest is None and (shape.min_items or 0) >= len(items):
            return _subscript(self._builtin("tuple"), *items)
        rest = [] if shape.rest is None else [self.annotation(shape.rest)]
        return _subscript(self._builtin("list"), either(*items, *rest) if items or rest else ANY)

    def _union(self, shape: model.Union) -> Code:
        code = either(*(self.annotation(variant) for variant in shape.variants))
        told = shape.discriminator
        if told is None or not self._one_of:
            return code
        variants = {variant.id for variant in shape.variants if isinstance(variant, model.Named)}
        mapping = {value: str(self.names[type_id]) for value, type_id in told.mapping.items() if type_id in variants}
        if not mapping:
            return code
        mark = Code(f"OneOf({literal(told.property_name)}, {literal(mapping)})", [(self._one_of, "OneOf")])
        return annotated(code, mark)

    def _bounded(self, code: Code, shape: model.Text | model.Number | model.Array | model.Map) -> Code:
        bounds = constraints(shape) if self._constraints else ""
        return annotated(code, Code(f"Field({bounds})", [("pydantic", "Field")])) if bounds else code


@functools.cache
def _builtin(name: str, *, is_hidden: bool) -> Code:
    return Code(f"builtins.{name}", [("builtins", "")]) if is_hidden else Code(name)


def _or_none(code: Code) -> Code:
    has_none = code == ANY or "None" in _alternatives(code.text)
    return code if has_none else Code(f"{code} | None", code.imports)


def either(*codes: Code) -> Code:
    """`A | B`, each once, None last; `Any` where one of them is that."""
    parts = {part: None for code in codes for part in _alternatives(code.text)}
    if "Any" in parts or not parts:
        return ANY
    ordered = [part for part in parts if part != "None"] + ["None"] * ("None" in parts)
    return Code(" | ".join(ordered), frozenset[tuple[str, str]]().union(*(code.imports for code in codes)))


def _alternatives(text: str) -> list[str]:
    """The annotation and, where it ends so, the None beside it."""
    return [text.removesuffix(" | None"), "None"] if text.endswith(" | None") else [text]


def annotated(code: Code, mark: Code) -> Code:
    """`Annotated[code, mark]`."""
    return Code(f"Annotated[{code}, {mark}]", code.imports | mark.imports | {("typing", "Annotated")})


def constraints(shape: model.Text | model.Number | model.Array | model.Map) -> PythonText:
    """The bounds of a shape as keywords of pydantic's `Field`; "" where there are none."""
    found: dict[str, object] = {}
    match shape:
        case model.Text():
            if shape.format not in _TEXT_FORMATS:
                found = {"min_length": shape.min_length, "max_length": shape.max_length}
                if shape.pattern and shape.pattern_holds and _suits_rust(shape.pattern):
                    found["pattern"] = shape.pattern
        case model.Number():
            found = {
                "ge": _bound(shape.minimum, shape),
                "le": _bound(shape.maximum, shape),
                "gt": _bound(shape.exclusive_minimum, shape),
                "lt": _bound(shape.exclusive_maximum, shape),
                "multiple_of": shape.multiple_of if shape.integer and isinstance(shape.multiple_of, int) else None,
            }
        case model.Array():
            found = {"min_length": shape.min_items, "max_length": shape.max_items}
        case model.Map():
            found = {"min_length": shape.min_properties, "max_length": shape.max_properties}
        case _:
            assert_never(shape)
    return PythonText(", ".join(f"{key}={literal(value)}" for key, value in found.items() if value is not None))


def has_bounds(shape: model.Shape) -> bool:
    """Whether an annotation with `constraints` says more of the shape than one without, named types aside."""
    match shape:
        case model.Text() | model.Number():
            return bool(constraints(shape))
        case model.Array(items=inner) | model.Map(values=inner):
            return bool(constraints(shape)) or has_bounds(inner)
        case model.Tuple(items=parts, rest=rest):
            return any(map(has_bounds, parts)) or (rest is not None and has_bounds(rest))
        case model.Union(variants=parts):
            return any(map(has_bounds, parts))
        case _:
            return False


def _bound(value: float | int | None, shape: model.Number) -> float | int | None:
    """A bound that pydantic accepts: those of integers are integers of at most 64 bits."""
    if value is None or not shape.integer:
        return value
    if value != value or abs(value) >= 2**63:
        return None
    return int(value) if value == int(value) else None


_UNSUITABLE = re.compile(
    r"""
      \(\?(?!:)          # look-around, named groups, flags
    | \\(?!                # any escape but those that all engines read alike
          [dDwWsSbBnrtfv]
        | x[0-9A-Fa-f]{2}
        | u(?![dD][89A-Fa-f])[0-9A-Fa-f]{4}
        | [!-/:;=?@\[-`{-~] )
    | \[[^\]]*\\[bB]     # a word boundary inside a class
    | \[[^\]]*\[         # a bracket inside a class: sets of classes in Rust, a plain sign in ECMA 262
    | && | ~~ | --       # set operators in Rust
    | [*+?}][+]          # possessive quantifiers
    | \[\^?\]            # an empty class
    """,
    re.VERBOSE,
)


def _suits_rust(pattern: str) -> bool:
    """True where pydantic's engine (Rust's regex) surely reads a pattern as ECMA 262 does."""
    if len(pattern) > _LONGEST_PATTERN or _UNSUITABLE.search(pattern):
        return False
    if _size(pattern) > _LARGEST_PATTERN:
        return False
    without = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}", "", pattern)
    if "{" in without or "}" in without or "]" in without:
        return False
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _size(pattern: str) -> int:
    """How often the engine unrolls a pattern's counted repetitions, at most; a class of many signs counts more."""
    size = 50 if re.search(r"\\[wWSD]", pattern) else 1
    for digits in re.findall(r"\{\d*,?(\d+)\}", pattern):
        size *= max(int(digits[:9]), 1)
    return size


def _subscript(generic: Code, *arguments: Code) -> Code:
    imports = generic.imports.union(*(argument.imports for argument in arguments))
    return Code(f"{generic}[{', '.join(argument.text for argument in arguments)}]", imports)
