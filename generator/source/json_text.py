"""JSON text to a plain tree, strictly where it matters and kindly where real documents are sloppy."""

from __future__ import annotations

import json
import re

from generator.diagnostics import Finding, InputError, Origin, Severity
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
    duplicates: dict[str, None] = {}

    def members(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        tree = dict(pairs)
        if len(tree) != len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    duplicates[key] = None
                seen.add(key)
        return tree

    whole, halves = without_halves(text.removeprefix("\ufeff"))
    try:
        tree: Json = json.loads(whole, object_pairs_hook=members, parse_int=_integer)
    except json.JSONDecodeError as error:
        at = Origin(name, line=error.lineno, column=error.colno)
        raise InputError("not-json", f"not valid JSON: {error.msg}", at) from None
    except RecursionError:
        raise InputError("too-deep", "nested too deeply to be an API description", Origin(name)) from None
    findings = tuple(
        Finding(
            code="duplicate-key",
            severity=Severity.WARNING,
            message=f"the key {key!r} stands twice in one object; the last value holds",
            at=Origin(name),
        )
        for key in duplicates
    )
    return tree, findings + ((_half(name),) if halves else ())


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


def _half(name: str) -> Finding:
    return Finding(
        code="half-character",
        severity=Severity.WARNING,
        message="an escape is half of a surrogate pair and stands for no character; U+FFFD is taken for it",
        at=Origin(name),
    )


def _integer(digits: str) -> int | float:
    """An int; a float where there are more digits than Python converts (its guard against quadratic time)."""
    return int(digits) if len(digits) < 400 else float(digits)
