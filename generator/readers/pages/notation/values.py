"""Values that a page gives in words: lists of accepted values, defaults, examples, and their types.

In: text and what the profile says of its wording. Out: JSON values. A value that is not clearly one is left out: a
default of `never expire` is a sentence, not a value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from generator.draft import Reference, Schema
from generator.readers.pages.blocks import Text
from generator.readers.pages.patterns import Pattern, first_match, possible
from generator.source import Json, json_text

_CODE = re.compile(r"`([^`]+)`")
_MARKED_VALUE = re.compile(r"""`([^`]+)`|["“]([^"”]+)["”]|'([\w-]+)'""")
_BETWEEN = re.compile(r"(?:\s*(?:[,;/|&]|\b(?:or|and)\b|\([^()`]{1,80}\)))*\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[^\s.])\.(?=\s|\Z)|\n|;\s")
_LAST_WORD = re.compile(r"\A(?:or|and)\s+", re.IGNORECASE)
_LITERAL = re.compile(r"(?:-?\d+(?:\.\d+)?|true|false|null)(?![\w-]|\.\d)", re.IGNORECASE)
_QUOTED = re.compile(r"""["'“‘]([^"'”’]*)["'”’]""")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\Z")
_WORD = re.compile(r"[^\s,;`]+\Z")
_BARE_VALUE = re.compile(r"[\w.+:/@#*-]{1,60}\Z")
_BARE_LIST = re.compile(r"\[\s*([\w.-]+(?:\s*,\s*[\w.-]+)*)\s*\]\Z")
_BARE_WORD = re.compile(r"[A-Za-z][\w-]*")
_IF = re.compile(r"\b(?:if|when|unless)(?: either)?\Z", re.IGNORECASE)
"""Before names that a condition is about, and not values."""
_OPEN = re.compile(
    r"(?:\b(?:[Aa]dditional|[Aa]lso|[Ff]urther|more|[Oo]ther|or just)\b[^.`]*|(?:\A|\.\s+)Values include\b[^.]*)\Z"
)
"""Before values that are not all there are."""
_FURTHER = re.compile(r"\b(?:Other|Additional|Further)(?: [a-z]+){0,2} are(?: the)?(?: deprecated)?:? (?=`)")
_FOOTNOTE = re.compile(r"(?<=`) [0-9]{1,2}(?=,|\.?\Z|\s+(?:or|and)\b)")
"""The mark of a footnote among values."""
_CONDITION = re.compile(r"\s+(?:for|if|when)\s.*", re.DOTALL)
_SHORT, _ALIKE = 6, 0.9
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}\Z")
_RANGE = re.compile(r"\w-\w\Z")
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}\Z")
_ONE_OF = ("one of", "oneof", "anyof")
_SET_OFF = ("`", '"', "“", "'")


def listed(words: str) -> tuple[str, ...]:
    """The values at the start of `words`: code spans where it begins with one, else words up to the sentence's end."""
    words = words.strip()
    if words.startswith(_SET_OFF):
        values: list[str] = []
        at = 0
        while found := _MARKED_VALUE.match(words, at):
            values.append((found[1] or found[2] or found[3]).strip().strip("\"'"))
            at = found.end()
            gap = _BETWEEN.match(words, at)
            if not gap or gap.end() == at:
                break
            at = gap.end()
        return tuple(dict.fromkeys(values))
    end = _SENTENCE_END.search(words)
    sentence = (words[: end.start()] if end else words).strip().rstrip(".").strip()
    parts = [_LAST_WORD.sub("", part.strip()) for part in re.split(r"[,|]", sentence)]
    if len(parts) == 1 or " or " in parts[-1] or " and " in parts[-1]:
        parts[-1:] = re.split(r"\s+(?:or|and)\s+", parts[-1])
    parts = [part.strip().strip("`\"'“”") for part in parts]
    return tuple(dict.fromkeys(part for part in parts if part))


def codes(words: str) -> tuple[str, ...]:
    """What stands in code spans."""
    return tuple(_CODE.findall(words))


def alike(name: str, other: str) -> bool:
    """Whether two names are one but for a slip of the pen."""
    return min(len(name), len(other)) > _SHORT and SequenceMatcher(None, name, other).ratio() >= _ALIKE


def scopes(words: str) -> tuple[str, ...]:
    """The scopes in a sentence that lists them with commas and a last `or`."""
    if "`" in words:
        return tuple(dict.fromkeys(code.strip() for code in _CODE.findall(words) if _WORD.match(code.strip())))
    text = re.sub(r"\s+", " ", words).strip()
    end = re.search(r"\.(?=\s|\Z)(?!\*)", text)
    text = text[: end.start()] if end else text
    parts = [part.strip() for part in re.split(r"\s*,\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+", text)]
    parts[-1] = _CONDITION.sub("", parts[-1])
    return tuple(dict.fromkeys(part for part in parts if part and _WORD.match(part)))


def found_enum(text: Text, patterns: Sequence[Pattern]) -> tuple[str, ...]:
    """The accepted values that a description lists; () where it lists none.

    Values are set off from the sentence: in code spans or quotes, at least two of them; or behind a colon. Several
    words may stand bare behind `one of`.
    """
    marked = _FOOTNOTE.sub("", text.marked)
    for pattern in possible(patterns, marked):
        for found in pattern.regex.finditer(marked):
            if "value" in pattern.holes:
                return codes(found["value"])[:1]
            if "codes" in pattern.holes:
                return codes(found["codes"])
            if _OPEN.search(marked[: found.start("values")]):
                continue
            words = found["values"].strip()
            before = marked[: found.start("values")].rstrip()
            if _IF.search(before):
                continue
            if words[:1] in _SET_OFF:
                values = tuple(dict.fromkeys((*listed(words), *listed(found.groupdict().get("more") or ""))))
                if (len(values) > 1 or (values and before.endswith(":"))) and not _are_kinds(values):
                    return tuple(dict.fromkeys((*values, *_further(marked[found.start("values") :]))))
            elif (sure := before.endswith((":", "("))) or before.casefold().endswith(_ONE_OF):
                values = listed(words)
                if len(values) > (not sure) and all(_BARE_VALUE.match(value) for value in values):
                    return values
    return ()


def _further(words: str) -> tuple[str, ...]:
    """The values that a sentence behind a list adds to it."""
    found = _FURTHER.search(words)
    return listed(words[found.end() :]) if found else ()


def _are_kinds(values: Sequence[str]) -> bool:
    """Whether these are endings of file names, as in `.ico`, ranges of signs, as in `a-z`, or escaped signs: `%20`."""
    return any(_ENDING.match(value) or _RANGE.match(value) or _ESCAPED.match(value) for value in values)


def with_values(
    schema: Schema | Reference | None, lines: Sequence[str], patterns: Sequence[Pattern]
) -> Schema | Reference | None:
    """The schema, or that of its entries, with the accepted values that lines give one by one, and what they mean."""
    said = [found for line in lines if (found := first_match(patterns, line.strip()))]
    if not said or not isinstance(schema, Schema):
        return schema
    if "array" in schema.types:
        items = schema.items if schema.items is not None else Schema(origin=schema.origin)
        return replace(schema, items=with_values(items, lines, patterns))
    texts = {found["value"].strip(): (found.groupdict().get("description") or "").strip() for found in said}
    null = (None,) if "null" in schema.types else ()
    enum = tuple(typed(value, schema) for value in texts)
    return replace(schema, enum=(*enum, *null), enum_descriptions=(*texts.values(), *("" for _ in null)))


def found_value(
    text: str, patterns: Sequence[Pattern], no_values: Sequence[Pattern], accepted: Sequence[Json] = ()
) -> str | None:
    """The single value that a sentence gives (`defaults to {value}`); None where it is no plain value.

    A bare word is one where the pattern has words on both sides of it, and it is none of `no_values`; so is one of the
    values that are `accepted`.
    """
    for pattern in possible(patterns, text):
        if found := pattern.regex.search(text):
            start = found.start("value")
            quoted = text[start - 1 : start] == "`" and text[found.end("value") : found.end("value") + 1] == "`"
            value = found["value"].strip() if quoted else single(text[start:])
            if value is None and _is_bounded(text, found) and not first_match(no_values, found["value"]):
                value = found["value"].strip()
            if value is None and (bare := _BARE_WORD.match(text, start)) and bare[0] in accepted:
                value = bare[0]
            if value is not None:
                return None if _is_of_case(value, text[start:]) else value
    return None


def _is_of_case(value: str, words: str) -> bool:
    """Whether a value is one in some cases only: `false` for guests, `true` for owners."""
    return re.match(rf"`?{re.escape(value)}`?\s+for\b[^`.;)]*`[^`]+` for\b", words) is not None


def _is_bounded(text: str, found: re.Match[str]) -> bool:
    """Whether the words around it make a bare word a value: `(defaults to plain)`, not `defaults to never expire`."""
    start, end = found.span("value")
    return bool(
        end < found.end() and not text[end].isalnum() and not text[start - 1].isalnum() and _WORD.match(text[start:end])
    )


def single(words: str) -> str | None:
    """The value at the start of `words`: a code span, a quoted word, a number, true, false or null."""
    words = words.strip()
    if found := _CODE.match(words):
        return found[1].strip().strip("\"'")
    if found := _QUOTED.match(words):
        return found[1]
    if found := _LITERAL.match(words):
        return found[0].lower() if not found[0][-1].isdigit() else found[0]
    return None


def typed(value: str, schema: Schema | Reference | None) -> Json:
    """The value as its type writes it, where the type is known and the text fits; else the text."""
    if not isinstance(schema, Schema):
        return value
    for kind in _kinds(schema):
        if kind == "boolean" and value.lower() in ("true", "false"):
            return value.lower() == "true"
        if kind == "integer" and _INTEGER.match(value):
            return int(value)
        if kind == "number" and _NUMBER.match(value):
            return float(value) if not _INTEGER.match(value) else int(value)
        if kind == "null" and value == "null":
            return None
        if kind in ("array", "object") and value[:1] in ("[", "{"):
            parsed = parsed_json(value)
            if isinstance(parsed, list if kind == "array" else dict):
                return parsed
            if kind == "array" and (bare := _BARE_LIST.match(value)):
                return [typed(word, schema.items) for word in re.split(r"\s*,\s*", bare[1])]
        if (
            kind == "array"
            and isinstance(schema.items, Schema)
            and "string" in schema.items.types
            and _WORD.match(value)
        ):
            return [value] if "string" not in schema.types and value != "null" else value
        if kind == "string":
            return value
    return value


def fits(value: Json, schema: Schema | Reference | None) -> bool:
    """Whether a sentence's value can be one of that type; where it cannot, the sentence speaks of something else."""
    if not isinstance(value, str) or not isinstance(schema, Schema) or schema.inferred or not schema.types:
        return True
    return "string" in schema.types or typed(value, schema) != value or value == "null"


def _kinds(schema: Schema) -> list[str]:
    """Its types, those that few texts fit first."""
    order = ("null", "boolean", "integer", "number", "object", "array", "string")
    return [kind for kind in order if kind in schema.types]


def parsed_json(text: str) -> Json | None:
    """The JSON value of a sample; comments, dots for what is left out, trailing and missing commas are forgiven.

    So are keys and text as other languages write them, their words for null, and text that goes on in further lines.
    None where it is no JSON, or is `null`.
    """
    stripped = text.strip().lstrip("\ufeff")
    if stripped[:1] not in ("{", "[", '"'):
        return None
    for attempt in _attempts(stripped):
        try:
            value: Json = json.loads(json_text.without_halves(attempt)[0], parse_int=_integer, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _attempts(text: str) -> Iterator[str]:
    """The sample as it stands, and mended more and more; each only where the one before was no JSON."""
    yield text
    forgiven = _forgiven(text)
    yield forgiven
    yield _with_commas(forgiven)
    if "{" in forgiven:
        yield _LITERAL_OF_CODE.sub(_as_json, forgiven)
    if _MEMBER.match(forgiven):
        forgiven = "{" + forgiven
    yield _closed(forgiven.rstrip(" \n,") if _CUT.search(text) else forgiven, cut=bool(_CUT.search(text)))


_TEXT_OR_BRACKET = re.compile(r'"(?:\\.|[^"\\])*"|[\[\]{}]')
_CLOSING = {"{": "}", "[": "]"}
_CUT = re.compile(r"(?:\.{3}|…)\s*\Z")
_MEMBER = re.compile(r'"(?:\\.|[^"\\])*"\s*:')
"""The start of what stands in an object: a sample may show no more than that."""


def _closed(text: str, *, cut: bool) -> str:
    """With the brackets that its end leaves open, where its end is a bracket too, or dots say that more follows."""
    brackets = [found[0] for found in _TEXT_OR_BRACKET.finditer(text) if found[0][0] != '"']
    opened: list[str] = []
    for bracket in brackets:
        if bracket in _CLOSING:
            opened.append(bracket)
        elif opened:
            opened.pop()
    left = "".join(_CLOSING[bracket] for bracket in reversed(opened))
    return text + left if left and (cut or text.rstrip()[-1:] in ("}", "]")) else text


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 400 else float(digits)


_LOOSE = re.compile(
    r"""("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/|(?<![\w"'])(?:\.{3}|…)(?:\s*,)?|,(?=\s*(?:(?://[^\n]*\n|/\*.*?\*/|\.{3}|…|,)\s*){0,20}[}\]])""",
    re.DOTALL,
)


def _forgiven(text: str) -> str:
    """Without comments, dots and commas before a closing bracket."""
    return _LOOSE.sub(lambda found: found[1] or "", text)


_BEFORE_TEXT = re.compile(
    r"""("(?:\\.|[^"\\])*"|[}\]]|[\w.]+)(?=([ \t]*\n\s*"(?:\\.|[^"\\\n])*"\s*[:,\]\n])?)""", re.DOTALL
)


def _with_commas(text: str) -> str:
    """With a comma where a line that begins with a key, or with text in a list, follows a value."""
    return _BEFORE_TEXT.sub(lambda found: found[1] + "," if found[2] else found[1], text)


_LITERAL_OF_CODE = re.compile(
    r"""("(?:\\.|[^"\\])*")|'([^'"\\\n]*)'(?=\s*[:,}\]])|(?<=[{,\s])([A-Za-z_$][\w$]*)(?=\s*:\s)|(?<=[:\[,\s])(nil|None|undefined|True|False)(?=\s*[,}\]])"""
)
_WORDS_OF_CODE = {"True": "true", "False": "false"}


def _as_json(found: re.Match[str]) -> str:
    """A key without quotes, text in single ones, or a word for null, as JSON writes them."""
    if found[1]:
        return found[1]
    if found[4]:
        return _WORDS_OF_CODE.get(found[4], "null")
    return f'"{found[2] if found[2] is not None else found[3]}"'
