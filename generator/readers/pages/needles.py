r"""What a regular expression cannot do without: words of which one stands in every text that it matches.

In: a regular expression (Python's), which is matched whatever the case. Out: the words, in lower case. To look for them
in a text is many times faster than to search it, and most texts have none of them.

It need not understand all of the language: what it passes over only makes the words fewer. `Re(?:turn|sult)s? the
\w+` gives `turn` and `sult`, for a run of plain signs ends where anything else begins, and of two sets of words the
one is told whose shortest word is longer.
"""

from __future__ import annotations

import re

Needles = tuple[str, ...]

NOWHERE: Needles = ("",)
"""The words of an expression that tells none: "" stands in every text."""

_TOKEN = re.compile(
    r"""
      (?P<nothing>\\[ABDSWZbdfnrstvw]|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]|\(\?P=\w+\))  # may be any sign, or no place
    | (?P<look>\(\?<?[=!])
    | (?P<open>\((?:\?(?:P<\w+>|[aimsu-]*:)|(?!\?)))
    | (?P<close>\))
    | (?P<other>\|)
    | (?P<many>(?:[*?+]|\{\d*,?\d*\})[?+]?)
    | \\(?P<quoted>[^0-9A-Za-z])
    | (?P<sign>[^\\(\[])
    """,
    re.VERBOSE | re.DOTALL,
)


def needles(expression: str) -> Needles:
    """The words of which one stands in every text that a valid regular expression matches; NOWHERE if it tells none.

    It may match more where a text has signs for letters of ASCII that are none, as `ſ` for `s`.
    """
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(expression):
        found = _TOKEN.match(expression, at)
        if not found:  # something rare: a conditional, a sign by its number
            return NOWHERE
        tokens.append((found.lastgroup or "", found[found.lastgroup or 0]))
        at = found.end()
    return _Walk(tokens).alternatives() or NOWHERE


class _Walk:
    """Goes over the parts of an expression once."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = [*reversed(tokens)]

    def alternatives(self) -> Needles:
        """The words of what stands up to the bracket that ends it: those of every alternative, or none."""
        found = [self._sequence()]
        while self._tokens and self._tokens.pop()[0] == "other":
            found.append(self._sequence())
        words = {word: None for words in found for word in words} if all(found) else {}
        return tuple(word for word in words if not any(other in word for other in words if other != word))

    def _sequence(self) -> Needles:
        """The best words of one alternative; what ends it is left."""
        best: Needles = ()
        run = ""
        while self._tokens and self._tokens[-1][0] not in ("close", "other"):
            kind, sign = self._tokens.pop()
            inner = self.alternatives() if kind in ("open", "look") else ()
            many = self._tokens.pop()[1] if self._tokens and self._tokens[-1][0] == "many" else ""
            is_plain = kind in ("sign", "quoted") and sign.isascii()
            surely = not many or many[0] == "+"
            if is_plain and surely:
                run += sign.lower()
            if not is_plain or many:
                best, run = _better(best, (run,)), ""
            if kind == "open" and surely:
                best = _better(best, inner)
        return _better(best, (run,))


def _better(words: Needles, others: Needles) -> Needles:
    """The set of words that fewer texts have; a single letter or space is as good as none."""
    return max((words, others), key=_worth)


def _worth(words: Needles) -> tuple[int, int]:
    shortest = min(words, key=len, default="")
    tells = len(shortest) > 1 or not (shortest.isalnum() or shortest.isspace())
    return (len(shortest), -len(words)) if tells else (0, 0)
