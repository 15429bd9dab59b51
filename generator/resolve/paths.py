"""Path templates: their placeholders, and when two templates are the same path.

In: a path as a source writes it. Out: a template that the model can carry (begins with `/`, every placeholder has a
name of its own), and keys to compare templates by. It knows nothing of operations.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


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
