"""Text in which each route stands below what is said of its operation -> the same lines, with the routes above it.

In: the lines of a page. Out: the lines; where the page is no such one, as they were. A method in small letters with a
path on the line below it is the last of an operation; the names of its fields have their types and marks glued to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.readers.pages.formats.plain.lines import Line, Lines
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.sections import kind_of

_METHODS = tuple(method.lower() for method in METHODS)
_PATH = re.compile(r"/\S*(?: [a-z]+)?\Z")
"""A path, and what may be glued to it: the title of a section."""
_REQUEST = re.compile(rf"({'|'.join(METHODS)}) (/\S*) HTTP/[0-9.]+\Z")
_GLUED_SECTION = re.compile(r"(?<=[a-z0-9}/])[A-Z][a-z]+(?: [a-z]+)?\Z")
_STATUS = re.compile(r"([1-5][0-9]{2})(?:\s*([A-Z].*))?\Z")
_MEDIA = re.compile(r"[a-z]+/[\w.+-]+\Z")
_FIELD = re.compile(
    r"(?P<name>[A-Za-z_$][\w.$-]*?)(?P<type>string|integer|number|boolean|object|any)(?P<lists>(?:\[\])*)"
    r"(?: · (?P<more>[^A-Z]*?))?(?P<mark>Required|Optional)\Z"
)
_FORMAT = re.compile(r"[a-z][\w-]*\Z")
_NO_FORMATS = ("enum", "nullable")


def turned(lines: Lines) -> list[Line]:
    """The lines, each route above what is said of it; all as they were where routes stand elsewhere."""
    ends = [at for at in range(len(lines) - 1) if _ends(lines, at)]
    calls = {end + 1 for end in ends if _REQUEST.match(lines.words(end + 1))}
    if not ends or any(lines.is_route(lines.words(at)) for at in range(len(lines)) if at not in calls):
        return lines.all
    if any(lines.is_section(lines.words(at)) for at in range(ends[-1] + 2, len(lines))):
        return lines.all
    rest = [*lines.all]
    found: list[Line] = []
    start = 0
    for end in ends:
        said = [line for line in rest[start:end] if line.text.strip() not in _METHODS]
        first = next((at for at, line in enumerate(said) if lines.is_section(line.text.strip())), -1)
        if first < 0:
            return lines.all
        path, section = _called(rest[end + 1]) if end + 1 in calls else _parted(lines, rest[end + 1])
        route = Line(path.number, f"{lines.words(end).upper()} {path.text.strip()}", path.column)
        empty = Line(path.number, "", 1)
        found += [*said[:first], empty, route, empty, *_unglued(said[first:])]
        start = end + 1
        rest[start] = section or empty
        if start in calls:
            found.append(Line(path.number, "Example", path.column))
    return [*found, *rest[start:]]


def _ends(lines: Lines, at: int) -> bool:
    path = lines.words(at + 1)
    call = _REQUEST.match(path)
    return lines.words(at) in _METHODS and (
        _PATH.match(path) is not None or (call is not None and call[1] == lines.words(at).upper())
    )


def _called(line: Line) -> tuple[Line, Line]:
    """The path of a request that stands where the path alone does, and the request, which is a sample."""
    call = _REQUEST.match(line.text.strip())
    return Line(line.number, call[2] if call else "", line.column), line


def _parted(lines: Lines, line: Line) -> tuple[Line, Line | None]:
    """A path, and the title of the next operation's first section, where that is glued to it."""
    found = _GLUED_SECTION.search(line.text)
    if not found or not kind_of(found[0], lines.profile)[0]:
        return line, None
    rest = Line(line.number, found[0], line.column + found.start())
    return Line(line.number, line.text[: found.start()], line.column), rest


def _unglued(said: Sequence[Line]) -> Iterator[Line]:
    """Lines of an operation: statuses and fields as entries of a list, what is said of a field further in."""
    in_field = False
    for at, line in enumerate(said):
        words = line.text.strip()
        if (status := _STATUS.match(words)) and any(
            _MEDIA.match(other.text.strip()) for other in said[at + 1 : at + 4]
        ):
            in_field = False
            yield Line(line.number, f"- {status[1]}", line.column)
            if status[2]:
                yield Line(line.number, status[2], line.column + status.start(2))
        elif found := _FIELD.match(words):
            in_field = True
            yield Line(line.number, f"- {found['name']} {_type(found)} {found['mark'].lower()}", line.column)
        elif in_field and words[:1].isupper() and " " in words:
            yield Line(line.number, f"  {words}", line.column + 2)
        else:
            in_field = False
            yield line


def _type(field: re.Match[str]) -> str:
    said = (field["more"] or "").split(" · ")[0].strip()
    is_format = _FORMAT.match(said) and said not in _NO_FORMATS and not field["lists"]
    return f"{field['type']} ({said})" if is_format else field["type"] + field["lists"]
