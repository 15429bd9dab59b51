"""Python names from any text: identifiers, class names, module names, and the names taken in one scope.

In: a name on the wire, or words, in whatever script and with whatever signs. Out: `PythonText` that is an identifier.
Functions here know the language only; which names a scope must not use is said by who opens the scope (`Names`).
"""

from __future__ import annotations

import functools
import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping

from generator.encoders.python import PythonText

MODEL_ATTRIBUTES = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
    }
)
"""What pydantic's BaseModel defines: no field can have such a name."""

ANNOTATION_NAMES = frozenset(
    {
        "bool",
        "builtins",
        "bytes",
        "datetime",
        "dict",
        "float",
        "int",
        "list",
        "models",
        "object",
        "set",
        "str",
        "tuple",
        "typing",
    }
)
"""Names that annotations use: an attribute of a class that has such a name would hide it from the next annotation."""

_SIGNS: Mapping[str, str] = {
    "<=": "lte",
    ">=": "gte",
    "!=": "ne",
    "<": "lt",
    ">": "gt",
    "+": "plus",
}
_WORD = re.compile(r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+[a-z]*")
_LONGEST = 80
_DEVICES = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that no file can have on Windows."""


@functools.cache
def words(text: str) -> tuple[str, ...]:
    """The words of a name in lower case: `experienceGroupId`, `experience-group_id` -> experience, group, id.

    Comparison signs, a plus and a leading minus are words too, because names can differ in nothing else
    (`StartTime<` and `StartTime>`, `+1` and `-1`).
    """
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"^\s*-(?=\d)", " minus ", text)
    text = re.sub(r"<=|>=|!=|[<>+]", lambda sign: f" {_SIGNS[sign[0]]} ", text)
    found: list[str] = []
    for chunk in re.findall(r"[^\W_]+", text):
        found += _WORD.findall(chunk) if chunk.isascii() else [chunk]
    return tuple(word for word in map(_clean, found) if word)


def identifier(name: str | Iterable[str], *, empty: str = "value") -> PythonText:
    """A valid snake-case identifier that is no keyword: `X-Total` -> `x_total`, `class` -> `class_`, `2fa` -> `n2fa`.

    Args:
        name: The name, or its words.
        empty: What to call it where no sign of the name can be used.
    """
    joined = "_".join(words(name) if isinstance(name, str) else (part for word in name for part in words(word)))
    if not joined:
        joined = empty
    if not joined[0].isidentifier():
        joined = "n" + joined
    return PythonText(joined + "_" if keyword.iskeyword(joined) else joined)


def class_name(name: str | Iterable[str], *, empty: str = "Type") -> PythonText:
    """A valid PascalCase identifier; capitals inside words stay as they are (`HTTPError`, `OAuthToken`)."""
    text = unicodedata.normalize("NFKC", name if isinstance(name, str) else " ".join(name))
    text = re.sub(r"<=|>=|!=|[<>+]", lambda sign: f" {_SIGNS[sign[0]]} ", text)
    chunks = (_identifier_signs(chunk) for chunk in re.findall(r"[^\W_]+", text))
    joined = "".join(chunk[:1].upper() + chunk[1:] for chunk in chunks)
    joined = unicodedata.normalize("NFKC", joined) or empty
    if not joined[0].isidentifier() or joined[0].upper() == joined[0].lower():
        joined = "N" + joined
    return PythonText(joined + "_" if keyword.iskeyword(joined) else joined)


def module_name(name: str | Iterable[str], *, empty: str = "module") -> PythonText:
    """An identifier in ASCII and of bounded length, fit for a file name on every system; one that is that already stays
    as it is."""
    if isinstance(name, str) and _PLAIN.fullmatch(name) and not keyword.iskeyword(name) and name not in _DEVICES:
        return PythonText(name)
    text = identifier(name, empty=empty)
    ascii_text = "".join(sign if sign.isascii() else f"u{ord(sign):x}" for sign in text)
    short = ascii_text[:_LONGEST].rstrip("_")
    return PythonText(short + "_" if text.endswith("_") or short in _DEVICES else short)


_PLAIN = re.compile(r"[a-z](?:[a-z0-9_]{0,30}[a-z0-9])?")


def constant(name: str | Iterable[str]) -> PythonText:
    """An upper-case name."""
    return PythonText(identifier(name).upper())


class Names:
    """The names taken in one scope.

    Args:
        reserved: Names that the scope needs for itself; a wish for one of them gets a trailing underscore.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._reserved = frozenset(reserved)
        self._taken = set(self._reserved)
        self._last: dict[str, int] = {}

    def take(self, wanted: str) -> PythonText:
        """The wanted identifier where it is free, else the next free one (`name_2`)."""
        base = wanted + "_" if wanted in self._reserved else wanted
        stem, name, number = base.rstrip("_"), base, self._last.get(base, 1)
        while name in self._taken:
            number += 1
            name = f"{stem}_{number}"
        self._last[base] = number
        self._taken.add(name)
        return PythonText(name)

    def take_all(self, wires: Iterable[str]) -> dict[str, PythonText]:
        """An identifier for each name on the wire. Those that are identifiers as they stand have the first choice, so
        that `_links` beside `links` takes nothing from it."""
        names = {wire: identifier(wire) for wire in wires}
        chosen = {wire: self.take(name) for wire, name in names.items() if wire == name}
        return {wire: chosen[wire] if wire in chosen else self.take(name) for wire, name in names.items()}


def _clean(word: str) -> str:
    return unicodedata.normalize("NFKC", _identifier_signs(word).lower())


def _identifier_signs(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text
    return "".join(sign for sign in text if ("a" + sign).isidentifier())
