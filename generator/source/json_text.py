"""JSON text to a plain tree, strictly where it matters and kindly where real documents are sloppy."""

from __future__ import annotations

import json

from generator.diagnostics import Finding, InputError, Origin, Severity
from generator.source.values import Json


def parse(text: str, name: str) -> tuple[Json, tuple[Finding, ...]]:
    """Parse JSON (RFC 8259).

    Args:
        text: The document; a byte order mark at its head is allowed.
        name: The document's name, for findings.

    Returns:
        The tree, and findings on duplicate keys (the last value holds, as in every JSON parser).

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

    try:
        tree: Json = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=members, parse_int=_integer)
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
    return tree, findings


def _integer(digits: str) -> int | float:
    """An int; a float where there are more digits than Python converts (its guard against quadratic time)."""
    return int(digits) if len(digits) < 400 else float(digits)
