"""The small language in which a profile says how a site words things: `Accepted values are: {values}`.

In: a pattern as text. Out: `Pattern`, which finds its words in a page and gives what stands in the holes.

* words match whatever their case and whatever white space stands between them
* `{name}` is a hole: what stands there is the fact of that name; `{...}` is any text that says nothing
* `[words]` may be left out; `(one|other)` is either
* a backslash takes the next sign literally
* `re:` before it makes it a regular expression (Python's), its named groups the holes
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from generator.readers.pages.needles import NOWHERE, Needles, needles
from generator.records import dataclass

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY")

_LITERAL = re.compile(r"(?!re:)[\w ,.:;/'-]+\Z")
_ANY = r".*?"
_STEPS = r"(?:[{<(]\w+(?: \w+){1,3}[}>)]|[^\s`])*"
"""What a path goes on with; there are spaces only in the name of a placeholder, as `<user id>`."""
VARIABLE = r"\{\{?\s*[\w .-]*(?i:url|uri|host|server|endpoint|base)[\w .-]*\}?\}|<[\w -]*(?i:url|host|server)[\w -]*>"
"""What stands for the server in front of a path: `{baseUrl}/cups`, `<your host>/cups`."""
_HOLES: Mapping[str, str] = {
    "method": "(?-i:(?:{0})(?:(?:/|, ?| or )(?:{0}))*)".format("|".join(METHODS)),
    "path": r"/" + _STEPS,
    "url": rf"(?:https?://|(?:{VARIABLE})?/)" + _STEPS,
    "status": r"[1-5](?:[0-9]{2}|XX)",
    "number": r"-?[0-9]+(?:\.[0-9]+)?",
    "word": r"\w+",
    "reason": r"[A-Za-z][\w'()/-]*(?: [\w'()/-]+){0,5}?",
}


EXPRESSION = "re:"
"""What a pattern begins with that is a regular expression."""


class PatternError(ValueError):
    """A pattern that cannot be understood; its text says why."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern. It is compiled when it is first needed: profiles have many, and most pages need few of them.

    It is equal to itself only, so that it is quickly looked up.

    Attributes:
        source: What the profile says.
        expression: The regular expression that it means.
        needles: Words of which one stands in every text that matches, in lower case, to spare most searches.
        literal: All of the pattern in lower case, where it is words and nothing else; else "".
    """

    source: str
    expression: str
    needles: Needles = NOWHERE
    literal: str = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The words, wherever they stand."""
        return re.compile(self.expression, re.IGNORECASE | re.DOTALL)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The words, where they are all of the text."""
        return re.compile(rf"\s*(?:{self.expression})\s*\Z", re.IGNORECASE | re.DOTALL)

    def may_match(self, lowered: str) -> bool:
        """Whether a text has the words that it cannot match without; it is given in lower case."""
        return any(needle in lowered for needle in self.needles)

    @property
    def holes(self) -> tuple[str, ...]:
        """The names of its holes."""
        return tuple(self.regex.groupindex)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the words stand in `text`."""
        return self.regex.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """A match only where the words are all of `text`."""
        return self.whole.match(text)


def possible(patterns: Sequence[Pattern], text: str) -> Sequence[Pattern]:
    """Those of the patterns that `text` may match; most texts match none, and this tells so quickly."""
    if not patterns:
        return ()
    lowered = text.lower()
    found: list[Pattern] = []
    for pattern in patterns:
        for needle in pattern.needles:  # no call: this is done for every text and every pattern
            if needle in lowered:
                found.append(pattern)
                break
    return found


def any_in(patterns: Sequence[Pattern], text: str) -> bool:
    """Whether the words of any of the patterns stand in `text`."""
    return any(pattern.regex.search(text) for pattern in possible(patterns, text))


def first_match(patterns: Sequence[Pattern], text: str) -> re.Match[str] | None:
    """The match of the first of the patterns whose words are all of `text`."""
    for pattern in possible(patterns, text):
        if found := pattern.match(text):
            return found
    return None


class Vocabulary:
    """Patterns by what they mean. Most are plain words, which are looked up; the others are tried in their order."""

    def __init__(self, patterns: Mapping[str, Sequence[Pattern]]) -> None:
        entries = [(pattern, meaning) for meaning, options in patterns.items() for pattern in options]
        self._meanings = {pattern: (index, meaning) for index, (pattern, meaning) in enumerate(entries)}
        self._all = [*self._meanings]
        self._others = [pattern for pattern in self._all if not pattern.literal]
        self._literals: dict[str, tuple[int, str]] = {}
        for pattern, meant in self._meanings.items():
            if pattern.literal:
                self._literals.setdefault(pattern.literal, meant)

    def find(self, text: str) -> tuple[str, Mapping[str, str]]:
        """The meaning of the first pattern whose words are all of `text`, "" for none, and what stands in its holes."""
        last, literal = self._literals.get(" ".join(text.lower().split()), (len(self._meanings), ""))
        for pattern in possible(self._others, text):
            index, meaning = self._meanings[pattern]
            if index > last:
                break
            if found := pattern.match(text):
                return meaning, {name: value or "" for name, value in found.groupdict().items()}
        return literal, {}

    def begins(self, text: str) -> str:
        """The meaning of the first pattern whose words stand at the start of `text`; "" for none."""
        may_begin = possible(self._all, text)
        return next((self._meanings[pattern][1] for pattern in may_begin if pattern.regex.match(text)), "")


def compile_pattern(source: str, holes: frozenset[str]) -> Pattern:
    """Compile a pattern whose holes may have the names in `holes`.

    Raises:
        PatternError: It is not closed, is no regular expression, or has a hole of another name.
    """
    if not source.startswith(EXPRESSION):
        words = source.lower() if _LITERAL.match(source) else ""
        expression = "".join(_pieces(source, holes))
        return Pattern(source, expression, needles(expression), words)
    expression = source.removeprefix(EXPRESSION).strip()
    pattern = Pattern(source, expression, needles(expression))
    try:
        names = (*pattern.regex.groupindex, *pattern.whole.groupindex)
    except re.error as error:
        raise PatternError(f"{source!r} is not a regular expression: {error}") from None
    for name in names:
        if name not in holes:
            raise PatternError(f"{source!r} has a hole {{{name}}}; here it may be " + ", ".join(sorted(holes)))
    return pattern


def _pieces(source: str, holes: frozenset[str]) -> Iterator[str]:
    """The regular expression that a pattern means, piece by piece."""
    at, depth, seen = 0, 0, set[str]()
    if source[:1].isalnum():
        yield r"(?<!\w)"
    while at < len(source):
        sign = source[at]
        at += 1
        if sign == "\\" and at < len(source):
            yield re.escape(source[at])
            at += 1
        elif sign == "{":
            end = source.find("}", at)
            if end < 0:
                raise PatternError(f"{source!r} opens a hole that it does not close")
            quoted = source[at - 2 : at - 1] == source[end + 1 : end + 2] == "`"
            last = not source[end + 1 :].strip("]) ")
            yield _hole(source, source[at:end], holes, seen, last=last, quoted=quoted)
            at = end + 1
        elif sign in "[(":
            depth += 1
            yield "(?:"
        elif sign in "])":
            depth -= 1
            if depth < 0:
                raise PatternError(f"{source!r} closes a bracket that it does not open")
            yield ")?" if sign == "]" else ")"
        elif sign == "|" and depth:
            yield "|"
        elif sign.isspace():
            at += len(source[at:]) - len(source[at:].lstrip())
            yield r"\s+"
        else:
            yield re.escape(sign)
    if source[-1:].isalnum():
        yield r"(?!\w)"
    if depth:
        raise PatternError(f"{source!r} opens a bracket that it does not close")


def _hole(source: str, name: str, holes: frozenset[str], seen: set[str], *, last: bool, quoted: bool) -> str:
    if name == "...":
        return _ANY
    if name not in holes:
        raise PatternError(f"{source!r} has a hole {{{name}}}; here it may be " + ", ".join(sorted(holes)))
    if name in seen:
        raise PatternError(f"{source!r} has the hole {{{name}}} twice")
    seen.add(name)
    if quoted and name not in _HOLES:
        return f"(?P<{name}>[^`]+)"
    if name == "type":
        return r"(?P<type>[^.\n]+)" if last else r"(?P<type>[^.\n]+?)"
    return f"(?P<{name}>{_HOLES.get(name) or ('.+' if last else '.+?')})"
