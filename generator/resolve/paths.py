"""Path templates: their placeholders, and when two templates are the same path.

In: a path as a source writes it. Out: a template that the model can carry (begins with `/`, every placeholder has a
name of its own), and keys to compare templates by. It knows nothing of operations.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PREFIX = re.compile(r"apis?|rest|v?\d+(\.\d+)*((alpha|beta|rc)\d*)?|\d{4}-\d{2}(-\d{2})?")


def placeholders(path: str) -> tuple[str, ...]:
    """The names between braces, in the order of the path."""
    return tuple(_PLACEHOLDER.findall(path))


def segments(path: str) -> tuple[str, ...]:
    """The parts between slashes; a slash inside a placeholder's name does not count."""
    pieces = _PLACEHOLDER.sub(lambda match: match[0].replace("/", "\0"), path).split("/")
    return tuple(piece.replace("\0", "/") for piece in pieces if piece)


@lru_cache(maxsize=65536)
def key(path: str) -> str:
    """The same for two templates of one path: placeholders have no name, a slash at the end does not count."""
    return _PLACEHOLDER.sub("{}", path.strip()).strip("/")


def normalised(path: str) -> str:
    """The template with a slash in front, a name in every placeholder, none twice, and no stray brace."""
    path = path.strip()
    if not path.startswith("/"):
        path = "/" + path
    seen: dict[str, int] = {}
    parts = _PLACEHOLDER.split(path)
    for index, part in enumerate(parts):
        if index % 2 == 0:
            parts[index] = part.replace("{", "%7B").replace("}", "%7D")
            continue
        name = base = part.strip() or "value"
        count = seen.get(base, 0)
        while name in seen:
            count = max(count, 1) + 1
            name = f"{base}{count}"
        seen[base], seen[name] = count, max(seen.get(name, 0), 1)
        parts[index] = "{" + name + "}"
    return "".join(parts)


def renamed(path: str, names: dict[str, str]) -> str:
    """The template with placeholders called otherwise."""
    return _PLACEHOLDER.sub(lambda match: "{" + names.get(match[1], match[1]) + "}", path)


def without_placeholders(text: str) -> str:
    """The template's own text, with a space for each placeholder."""
    return _PLACEHOLDER.sub(" ", text)


def above(path_key: str) -> Iterator[str]:
    """The keys of the paths above a path, the nearest first."""
    while "/" in path_key:
        path_key = path_key.rpartition("/")[0]
        yield path_key


def tails(path_key: str) -> Iterator[str]:
    """The key itself, and what is left of it without a prefix that says nothing (`api`, `rest`, `v1`)."""
    yield path_key
    while "/" in path_key:
        head, _, path_key = path_key.partition("/")
        if not is_prefix(head):
            return
        yield path_key


def beginnings(ours: str, theirs: str) -> tuple[str, str]:
    """What two paths that end the same begin with, each for itself; placeholders are the same whatever their names."""
    keys = zip(reversed(key(ours).split("/")), reversed(key(theirs).split("/")), strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], keys))
    return _without_end(ours, same), _without_end(theirs, same)


def _without_end(path: str, count: int) -> str:
    """The path without so many segments at its end: "" where that was all."""
    parts = path.strip("/").split("/")
    return "".join(f"/{part}" for part in parts[: len(parts) - count])


def is_prefix(segment: str) -> bool:
    """True for a segment that says nothing of the resource: `api`, `rest`, a version (`v2beta1`, `2010-04-01`)."""
    return _PREFIX.fullmatch(segment.lower()) is not None


def ways(path: str) -> Iterator[tuple[str, str]]:
    """Each placeholder with the way that leads to it."""
    end = 0
    for name in placeholders(path):
        end = path.index("{" + name + "}", end) + len(name) + 2
        yield name, key(path[:end])
