"""One glued row -> its cells, by what is known of them.

In: a row such as `limitNMax entries to return1limit=10`, and the page's knowledge. Out: role -> words; "" for a cell
known to be empty, None for one that cannot be told from its neighbour. What separates: placeholders of the URL,
`name=` in the example, three digits of a status, the names of the page's types, accepted values, and the type of the
example.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Protocol

from generator.readers.pages.notation import typed
from generator.readers.pages.patterns import Pattern
from generator.readers.pages.profile import Profile
from generator.records import dataclass

Cells = Mapping[str, str | None]

_STATUS = re.compile(r"([1-5](?:[0-9]{2}|XX))(.*)", re.DOTALL)
_EXAMPLE_NAME = re.compile(r"([A-Za-z_][\w.\[\]-]*)=")
_INTEGER = re.compile(r"-?[0-9]+\Z")
_NUMBER_END = re.compile(r"(?<![\s0-9-])(?<![0-9]\.)-?[0-9]+(?:\.[0-9]+)?\Z")
_TRUTH_END = re.compile(r"(?<!\s)(?:true|false)\Z")
_SEAM = re.compile(r"(?:[a-z)\]][A-Z0-9/]|[.:;!?)][A-Za-z0-9/])[^\s]*\Z")
_JOIN = re.compile(r"(?<=[a-z0-9)])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
_MARKED = re.compile(r"(.+?)(?:required|optional)\Z")
"""A name with a mark behind it that stands in no column of its own."""
ASIDE = re.compile(r" \((?:if|when|unless|except|only)\b[^()]*\)")
"""What a cell may have behind its word: `yes (if it has a lid)`."""
_VALUE = re.compile(
    r"""(?:(?P<name>[A-Z][A-Z0-9_]*[A-Z] ?(?=[0-9])|[A-Z][^"]*(?="))"""
    r"""(?P<value>(?:0|[1-9][0-9]*)(?: << [0-9]+)?(?![0-9])|"[^"]*"))(?P<said>.*)""",
    re.DOTALL,
)
"""A name, a value, and what is said of it."""
_NO_NAME = re.compile(r"[\s/,;=(){}\"'|<>]")
"""What stands in no name of a field."""
_NOTE_MARKS = ("*", "†", "‡")
_NAME_END = re.compile(r"[\w\]*†‡?$%]\Z(?<!_)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST_WORD = 16


@dataclass(frozen=True, slots=True)
class _Start:
    """A way to read the head of a row: the name, the cells after it by role, and where the rest begins.

    A capital letter, or another sign that goes on no word, may stand there: that is a seam.
    """

    name: str
    cells: Mapping[str, str]
    end: int
    at_seam: bool = True


class Known(Protocol):
    """What `rows.Knowledge` knows."""

    @property
    def written(self) -> tuple[str, ...]:
        """The placeholders of the URL."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """Names in sample calls."""
        ...


def status_row(row: str, types: Collection[str], profile: Profile, *, with_type: bool) -> Cells:
    """`200Experience GroupExperience group information`; a word that means no content may stand for the type."""
    found = _STATUS.match(row)
    if not found:
        return {}
    status, rest = found[1], found[2].strip()
    if not with_type:
        return {"status": status, "description": without_reason(status, rest)}
    nothing = (pattern.source for pattern in profile.returns_nothing if pattern.literal)
    names = [name for name in (*types, *nothing) if rest.startswith(name)]
    listed, told = max(names, key=len, default=""), _titled(rest)
    goes_on = told[len(listed) :] in ("s", "es") or told[len(listed) :].startswith(" ")
    name = told if not listed or (told.startswith(listed) and goes_on) else listed  # it may list some of its types only
    if not name:
        return {"status": status}
    return {"status": status, "type": name, "description": rest[len(name) :].strip()}


def without_reason(status: str, words: str) -> str:
    """The words without the standard reason of the status, where it is glued to them: `OKAll cups`."""
    try:
        reason = HTTPStatus(int(status)).phrase
    except ValueError:
        return words
    glued = words.startswith(reason) and words[len(reason) :][:1].isupper()
    return words[len(reason) :] if glued else words


def event_row(row: str, types: Collection[str]) -> Cells:
    """`mqttMessageMQTT Publish BodyAn event for one message`: the one type whose name stands in it parts the rest."""
    ways: dict[tuple[str, str], str] = {}
    for name in types:
        for found in re.finditer(re.escape(name), row):
            event, rest = row[: found.start()], row[found.end() :]
            if event and not any(sign.isspace() for sign in event) and (not rest or not rest[0].islower()):
                ways[event, rest] = name
    starts = [seam.start() for seam in _JOIN.finditer(row) if not any(map(str.isspace, row[: seam.start()]))]
    ways |= {(row[:at], row[at + len(name) :]): name for at in starts if (name := _titled(row[at:]))}
    longest = max((len(name) for name in ways.values()), default=0)
    best = [(way, name) for way, name in ways.items() if len(name) == longest]
    if len(best) != 1:
        return {}
    (event, rest), name = best[0]
    return {"event": event, "name": event, "type": name, "description": rest.strip()}


def _titled(words: str) -> str:
    """The name of a type that a sentence is glued to, where there is one place for that; "" where not.

    Every word of a name begins with a capital letter, and of a sentence its first one. One word alone may have more.
    """
    fits: list[str] = []
    for seam in _JOIN.finditer(words):
        name, rest = words[: seam.start()], words[seam.start() :]
        parts = name.split(" ")
        joined = _JOIN.search(rest.partition(" ")[0]) or (len(parts) > 1 and any(map(_JOIN.search, parts)))
        if not joined and all(part[:1].isupper() for part in parts):
            fits.append(name)
    return fits[0] if len(fits) == 1 else ""


def path_row(row: str, known: Known, profile: Profile, roles: Sequence[str]) -> Cells:
    """`GROUP_IDID associated with the group575ed78e…`: the name stands in the URL, the example has a known shape."""
    names = [name for name in known.written if row.startswith(name)]
    if not names or "type" in roles or "required" in roles:
        return parameter_row(row, known, profile, roles, named_examples=False)
    name = max(names, key=len)
    rest = row[len(name) :]
    if "example" not in roles:
        return {"name": name, "description": rest.strip()}
    at = _example_start(rest, name, profile)
    if at is None:
        return {"name": name}
    return {"name": name, "description": rest[:at].strip(), "example": rest[at:].strip()}


def _example_start(rest: str, name: str, profile: Profile) -> int | None:
    """Where the example begins: at its known shape, or behind the words that the placeholder is made of."""
    for shape in profile.example_shapes:
        for start in range(max(0, len(rest) - 80), len(rest)):
            if shape.match(rest[start:]):
                return start
    words = [word for word in _NOT_WORD.split(name.lower()) if word and word != "id"]
    lowered = rest.lower()
    phrase = " ".join(words)
    at = lowered.rfind(phrase) + len(phrase) if phrase and phrase in lowered else -1
    if 0 < at < len(rest) and not rest[at].isspace() and not rest[at].islower():
        return at
    return len(rest) if at == len(rest) else None


def parameter_row(
    row: str, known: Known, profile: Profile, roles: Sequence[str], *, named_examples: bool, sent_as_told: bool = False
) -> Cells:
    """`limitNMax entries to return1limit=10`, with or without the example.

    Args:
        row: The row.
        known: What the page says elsewhere.
        profile: The words of the site.
        roles: What the columns are about.
        named_examples: The table writes its examples as `name=value`, so that a row without that has none.
        sent_as_told: What is not said to be required is not, so that a mark of that in a name adds nothing to it.
    """
    starts = list(_starts(row, known, profile, roles))
    named = [start for start in starts if _example_starts(row, start)]
    if "example" in roles and named:
        return _named_row(row, named, profile, roles)
    start = _only_start(starts, known, profile, marks_say_nothing=sent_as_told)
    if start is None:
        return {}
    cells: dict[str, str | None] = {"name": start.name, **start.cells}
    if "example" in roles and not named_examples:
        return cells
    rest = row[start.end :].strip()
    if "default" in roles and (_SEAM.search(rest.split(" ")[-1]) or _TRUTH_END.search(rest)):
        return {**cells, "example": ""}
    if "" in roles[roles.index("name") :]:
        return cells  # something of which nothing is known stands behind the description
    return {**cells, "description": rest, "default": "", "example": ""}


def value_row(row: str, roles: tuple[str, ...]) -> Cells:
    """`IS_OPEN1 << 2The cup is open`, `Open Cups"open"All that are open`: quotes and digits show where a value is.

    They do where a name in capital letters stands before digits, or any words before quotes. The second column has the
    values; it may be called one of types.
    """
    found = _VALUE.fullmatch(row)
    if not found or roles[1:] not in (("value",), ("type",), ("value", "description"), ("type", "description")):
        return {}
    return {roles[0]: found["name"].strip(), roles[1]: found["value"], "description": found["said"].strip()}


def begins_row(row: str, profile: Profile, roles: Sequence[str]) -> bool:
    """Whether a line may be a row of a table with a column for types: a name with a type right behind it."""
    return any(_starts(row, _Nothing(), profile, roles))


@dataclass(frozen=True, slots=True)
class _Nothing:
    """What a line alone says of names."""

    written: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def _starts(row: str, known: Known, profile: Profile, roles: Sequence[str]) -> Iterator[_Start]:
    """Every way to read a name, and a type and a word for `required`, at the head of the row."""
    if "name" not in roles:
        return
    middle = [role for role in roles[roles.index("name") + 1 :] if role in ("type", "required")]
    names = {*known.names, *known.written}
    for end in range(1, min(len(row), 80)):
        if _NO_NAME.match(row[end - 1]):
            if row[end : end + 1] in _NOTE_MARKS:
                continue
            return
        name, rest = row[:end], row[end:]
        if not _NAME_END.search(name):
            continue
        if name[-1].isupper() and rest[:1].isupper():
            continue  # in the middle of a word in capital letters
        called = name in names or rest.startswith(name + " ")
        for cells, length in _middles(rest, middle, profile, called=called):
            at_seam = not rest[length : length + 1].islower()
            yield _Start(name, cells, end + length, at_seam)
            if "required" not in roles and (mark := _MARKED.match(name)):
                yield _Start(mark[1], cells, end + length, at_seam)


def _middles(
    words: str, roles: Sequence[str], profile: Profile, *, called: bool
) -> Iterator[tuple[dict[str, str], int]]:
    """Every way to read the cells between the name and the description, and where that begins."""
    if not roles:
        yield {}, 0
        return
    if roles[0] == "type":
        ends = typed.glued(words, profile, called=called)
        if roles[1:] != ["required"]:
            ends = [max([end for end in ends if not words[end : end + 1].islower()] or ends)] if ends else []
    else:
        lengths = [length for length in range(1, _LONGEST_WORD) if _says_required(words[:length], profile)]
        lengths = [length + len(found[0]) if (found := ASIDE.match(words, length)) else length for length in lengths]
        ends = [length for length in lengths if not words[length : length + 1].islower()]
    for length in ends:
        for cells, end in _middles(words[length:], roles[1:], profile, called=called):
            yield {roles[0]: words[:length], **cells}, length + end


def _says_required(word: str, profile: Profile) -> bool:
    return any(_is_written(word, pattern) for pattern in (*profile.required_yes, *profile.required_no))


def _is_written(word: str, pattern: Pattern) -> bool:
    """Whether a word is one of the profile's as it writes it: glued to a name, the `y` at its end is no `Y`."""
    if pattern.literal:
        return word in (pattern.source, pattern.source.capitalize(), pattern.source.upper())
    return pattern.match(word) is not None


def _only_start(starts: Sequence[_Start], known: Known, profile: Profile, *, marks_say_nothing: bool) -> _Start | None:
    """The one start whose name is known from elsewhere; else the only one there is.

    A mark between a name and a type may belong to either, as in `size?integer`.
    """
    headers = {name.casefold() for name in profile.scheme_headers}
    names = {*known.names, *known.written}
    sure = [start for start in starts if start.name in names or start.name.casefold() in headers]
    choice = sure or [start for start in starts if start.at_seam] or list(starts)
    marked = [start for start in starts if any(start.name == other.name + "?" for other in choice)]
    if marked and not {start.end for start in choice} - {start.end for start in marked}:
        choice = marked if marks_say_nothing else []
    return choice[0] if len(choice) == 1 else None


def _named_row(row: str, starts: Sequence[_Start], profile: Profile, roles: Sequence[str]) -> Cells:
    """A row whose example is `name=value`."""
    start = max(starts, key=lambda start: len(start.name))
    name, at = start.name, start.end
    split = _example_starts(row, start)[0]
    middle, example = row[at:split], row[split:]
    cells: dict[str, str | None] = {"name": name, **start.cells, "example": example.strip()}
    if "default" not in roles:
        return {**cells, "description": middle.strip()}
    found = _default(middle, example[len(name) + 1 :].strip(), profile)
    if found is None:
        return cells
    return {**cells, "description": found[0].strip(), "default": found[1]}


def _example_starts(row: str, start: _Start) -> list[int]:
    """Where the row's name stands once more as that of an example: `name=1`, or `name[0]=1`."""
    signs = re.compile(rf"{re.escape(start.name)}(?==|(?:\[\w*\])+=)")
    return [found.start() for found in signs.finditer(row, start.end)]


def _default(middle: str, example: str, profile: Profile) -> tuple[str, str] | None:
    """The description and the default at its end; None where they cannot be told apart."""
    if any(pattern.search(middle) for pattern in profile.no_default):
        return middle, ""
    listed = accepted(middle, profile.enum)
    if listed is not None:
        return _default_of_list(middle, listed, example)
    if example in ("true", "false"):
        return _cut(middle, _TRUTH_END)
    if _INTEGER.match(example) or re.fullmatch(r"-?[0-9]+\.[0-9]+", example):
        return _cut(middle, _NUMBER_END)
    if example and middle.endswith(example) and not middle[: -len(example)].endswith((" ", "\n")):
        return middle[: -len(example)], example
    return None if _SEAM.search(middle.rstrip(".").split(" ")[-1]) else (middle, "")


def _cut(middle: str, end: re.Pattern[str]) -> tuple[str, str]:
    found = end.search(middle)
    return (middle[: found.start()], found[0]) if found else (middle, "")


def accepted(middle: str, patterns: Sequence[Pattern]) -> tuple[str, ...] | None:
    """The accepted values that stand at the end of a description, the last one with the default glued to it."""
    for pattern in patterns:
        found = pattern.search(middle)
        if found and "values" in pattern.holes and ". " not in found["values"].rstrip(". "):
            return tuple(part.strip() for part in found["values"].split(","))
    return None


def _default_of_list(middle: str, listed: Sequence[str], example: str) -> tuple[str, str] | None:
    """The default after the last accepted value: it is one of them, or the last value once more."""
    last = listed[-1]
    ways: dict[str, None] = {}
    for value in (*listed[:-1], example):
        if value and last.endswith(value) and len(last) > len(value) and not last[: -len(value)].endswith(" "):
            rest = last[: -len(value)]
            if value in listed[:-1] or value == rest:
                ways[value] = None
    half = last[: len(last) // 2]
    if half and half * 2 == last:
        ways[half] = None
    if not ways:
        return middle, ""
    if len(ways) > 1:
        longest = max(ways, key=len)
        if not all(longest.endswith(value) for value in ways):
            return None
        ways = {longest: None}
    value = next(iter(ways))
    return middle[: -len(value)], value


def repeats_name(row: str) -> bool:
    """Whether what a glued row begins with stands in it once more, before an equals sign: `limit…limit=10`."""
    return any(row.find(row[:end] + "=", end) > 0 for end in range(2, min(len(row), 60)))


def is_example(words: str, name: str) -> bool:
    """Whether words are an example in the form `name=value`, or one part of an array or object, `name[0]=value`."""
    return words.startswith(name + "=") or (words.startswith(name + "[") and "]=" in words)


def name_of_example(words: str) -> str:
    """The name in an example of the form `name=value`; "" where it has none."""
    found = _EXAMPLE_NAME.match(words)
    return found[1] if found else ""
