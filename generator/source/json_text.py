"""JSON text to a plain tree, strictly where it matters and kindly where real documents are sloppy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.diagnostics import Finding, InputError, Origin, Severity
from generator.source.json_errors import explained
from generator.source.lines import position_of, positions_of
from generator.source.values import Json


def parse(text: str, name: str) -> tuple[Json, tuple[Finding, ...]]:
    """Parse JSON (RFC 8259).

    Args:
        text: The document; a byte order mark at its head is allowed.
        name: The document's name, for findings.

    Returns:
        The tree, and findings on duplicate keys (the last value holds, as in every JSON parser) and on halves of
        characters.

    Raises:
        InputError: Not JSON, or nested too deeply.
    """
    has_duplicates = False

    def members(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal has_duplicates
        tree = dict(pairs)
        has_duplicates = has_duplicates or len(tree) != len(pairs)
        return tree

    text = text.removeprefix("\ufeff")
    whole, halves = without_halves(text)
    try:
        tree: Json = json.loads(whole, object_pairs_hook=members, parse_int=_integer)
    except json.JSONDecodeError as error:
        problem, offset = explained(error)
        raise InputError("not-json", f"not valid JSON: {problem}", _at(name, whole, offset)) from None
    except RecursionError:
        raise InputError("too-deep", "nested too deeply to be an API description", Origin(name)) from None
    findings = list(_duplicate_keys(text, name)) if has_duplicates else []
    if halves:
        first = next(match.start() for match in _ESCAPE.finditer(text) if match[1])
        message = "an escape is half of a surrogate pair and stands for no character; U+FFFD is taken for it"
        findings.append(_warning("half-character", message, _at(name, text, first)))
    return tree, tuple(findings)


_SIGNS = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]', re.DOTALL)


def _duplicates(text: str) -> Iterator[int]:
    """The offsets of keys that stood before in their object, in the text of a document that has been parsed."""
    open_objects: list[set[str] | None] = []
    is_name = False
    for match in _SIGNS.finditer(text):
        sign = match[0][0]
        if sign in "{[":
            open_objects.append(set() if sign == "{" else None)
            is_name = sign == "{"
        elif sign in "}]":
            open_objects.pop()
        elif sign == ",":
            is_name = bool(open_objects) and open_objects[-1] is not None
        elif is_name and (seen := open_objects[-1]) is not None:
            is_name = False
            key = json.loads(match[0], strict=False)
            if key in seen:
                yield match.start()
            seen.add(key)


def _duplicate_keys(text: str, name: str) -> Iterator[Finding]:
    offsets = list(_duplicates(text))
    for offset, (line, column) in zip(offsets, positions_of(text, offsets), strict=True):
        key, _ = json.JSONDecoder(strict=False).raw_decode(text, offset)
        message = f"the key {key!r} stands twice in one object; the last value holds"
        yield _warning("duplicate-key", message, Origin(name, line=line, column=column))


def _warning(code: str, message: str, at: Origin) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, message=message, at=at)


def _at(name: str, text: str, offset: int) -> Origin:
    line, column = position_of(text, offset)
    return Origin(name, line=line, column=column)


_ESCAPE = re.compile(
    r"""\\(?: u[dD][89abAB][0-9a-fA-F]{2} \\u[dD][c-fC-F][0-9a-fA-F]{2}  # a pair
      | (u[dD][89a-fA-F][0-9a-fA-F]{2})                                # half of one
      | . )""",
    re.VERBOSE | re.DOTALL,
)


def without_halves(text: str) -> tuple[str, bool]:
    """JSON text with U+FFFD for each escape that is half a surrogate pair, and whether there was one; no encoding holds
    such a half. The places of all else stay."""
    if "\\ud" not in text and "\\uD" not in text:
        return text, False
    whole = _ESCAPE.sub(lambda escape: "\\ufffd" if escape[1] else escape[0], text)
    return whole, whole != text


def _integer(digits: str) -> int | float:
    """An int; a float where there are more digits than Python converts (its guard against quadratic time)."""
    return int(digits) if len(digits) < 400 else float(digits)
