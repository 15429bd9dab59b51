"""OpenAPI documents that stand in a page, in a code fence of their own: many sites print one for each operation.

In: a page's text. Out: the text of each such document, and where in the page it begins. It does not read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Origin
from generator.records import dataclass
from generator.source import Document

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEAD = re.compile(r"""\s*\{?\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """An OpenAPI document in a page.

    Attributes:
        name: What to call it: the page's name, with a fragment.
        text: All of it.
        origin: The line of the page that its first line is.
    """

    name: str
    text: str
    origin: Origin


def embedded(page: Document) -> tuple[Embedded, ...]:
    """The OpenAPI documents in the code fences (CommonMark §4.5) of a page, in their order."""
    if "openapi" not in page.text and "swagger" not in page.text:
        return ()
    return tuple(
        Embedded(
            name=f"{page.name}#openapi{number or ''}", text=text, origin=Origin(page.name, line=line + 1, column=1)
        )
        for number, (line, text) in enumerate(_fenced(page.text.split("\n")))
    )


def is_openapi(text: str) -> bool:
    """Whether a text begins as an OpenAPI document does."""
    return _HEAD.match(text) is not None


def _fenced(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The index of the first line, and the text, of each fence that an OpenAPI document begins in."""
    at = 0
    while at < len(lines):
        opening = _FENCE.match(lines[at])
        at += 1
        if not opening:
            continue
        sign = re.compile(rf" {{0,3}}{opening[1][0]}{{{len(opening[1])},}}\s*\Z")
        end = next((index for index in range(at, len(lines)) if sign.match(lines[index])), len(lines))
        text = "\n".join(lines[at:end])
        if is_openapi(text):
            yield at, text + "\n"
        at = end + 1
