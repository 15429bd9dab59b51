"""Markdown: text, cells, code spans, fences and links that hold any input safely.

The output means the same to CommonMark, to GitHub and to Python-Markdown, which MkDocs uses. The last one knows fewer
backslash escapes (to it, `\\<script>` is a live tag), so what it cannot escape is written as a character reference.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.encoders import Encoded
from generator.encoders.hypertext import to_markdown


class MarkdownText(Encoded):
    """A piece of Markdown."""

    __slots__ = ()
    kind = "markdown"


_LINE_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_HARMLESS = re.compile(r"(?:[^\W\d_](?:[^\W_]|[ ,.:;()/%'\"-])*)?\Z")
_SPECIAL = re.compile(r"[\\`*{}\[\]#|]|!(?=\[|$)|(?<![^\W_])_|_(?![^\W_])|[<>~$]|&(?=[#\w])")
_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_UNPLAIN = re.compile(r"[^\w .,-]|_")
_UNSHOWN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_SIGNS = r"[^\s<>\"'`\\^{}|]"
_SCHEME = re.compile(rf"(?:https?://[\w.:%~-]+(?:[/?#]{_SIGNS}*)?|mailto:{_SIGNS}+)\Z", re.IGNORECASE)
_PLACE = re.compile(r"[\w.-]*(?:#[\w.-]+)?\Z", re.ASCII)


def text(value: object) -> MarkdownText:
    """One line of plain text: nothing in it is markup."""
    return _text(str(value))


@functools.lru_cache(maxsize=4096)  # the same words come again and again
def _text(value: str) -> MarkdownText:
    return MarkdownText(_plain(" ".join(lines_of(value).split()), at_start=True))


def code(value: object) -> MarkdownText:
    """A code span (CommonMark §6.1) that shows the value as it is; usable in a table cell too."""
    return _code(str(value))


@functools.lru_cache(maxsize=4096)
def _code(value: str) -> MarkdownText:
    line = lines_of(value).replace("\n", " ")
    if not line.strip():
        return MarkdownText("")
    if "|" in line:  # a pipe in a table needs a backslash, which Python-Markdown shows and other text must not have
        return MarkdownText(f"<code>{_UNPLAIN.sub(_reference, line)}</code>")
    ticks = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line[0] in "` " or line[-1] in "` " else ""
    return MarkdownText(f"{ticks}{pad}{line}{pad}{ticks}")


def table(heads: Sequence[MarkdownText], rows: Iterable[Sequence[MarkdownText]]) -> MarkdownText:
    """A table (GFM 0.29 §4.10) without a line end behind it; "" where it would have no rows."""
    lines = [_row(row) for row in rows]
    return MarkdownText("\n".join((_row(heads), _row(["---"] * len(heads)), *lines)) if lines else "")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def fence(value: str, language: str = "") -> MarkdownText:
    """A fenced code block (CommonMark §4.5), longer than any fence inside it."""
    body = lines_of(value).rstrip("\n")
    ticks = "`" * max(3, max((len(run) for run in re.findall("`+", body)), default=0) + 1) if "`" in body else "```"
    return MarkdownText(f"{ticks}{re.sub(r'[^a-z0-9-]', '', language)}\n{body}\n{ticks}")


def link(label: object, target: str) -> MarkdownText:
    """A link that a source gives; nothing to click where the target is neither a web nor a mail address."""
    if _SCHEME.match(target) and not _UNSHOWN.search(target):
        return MarkdownText(f"[{text(label)}](<{target}>)")
    return code(target) if str(label) == target else MarkdownText(f"{text(label)}: {code(target)}")


def inner_link(label: object, target: str) -> MarkdownText:
    """A link to a page of the same site, or to an anchor, that the generator named."""
    return MarkdownText(f"[{text(label)}]({target})") if _PLACE.match(target) else text(label)


HARD_BREAK = re.compile(r"(?<!\\)\\(?=\n|\Z)")
"""A backslash that ends a line stands for a line break (CommonMark §6.7)."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TOKEN = re.compile(
    r"(?=[`!\[*\\<])(?:(?<!`)(`++)(.+?)(?<!`)\1(?!`)"
    r"|!?\[([^\[\]\n]*)\]\(([^()\s]*)(?:\s+\"[^\"\n]*\")?\)"
    r"|\*\*([^*\n]+)\*\*"
    r"|\\([\\`\[*])"
    r"|<(https?://[^<>\s]+)>"
    r"|(?<![\w*])\*(\w(?:[^*\n]*[\w.!?:)\"'])?)\*(?![\w*]))",
    re.DOTALL,
)
_MARK = re.compile(r"[`\[*\\<]")
"""What each token has."""
ITEM = re.compile(r"(\s*)([-*+]|\d{1,9}[.)])\s+(.*)")
"""An item of a list: indent, mark, what it says."""


def cell(value: object) -> MarkdownText:
    """A table cell: a source's Markdown on one line, rebuilt as in `prose.prose`; the items of a list are set apart."""
    shown = HARD_BREAK.sub("", lines_of(to_markdown(str(value))))
    if "\n" not in shown or "```" in shown or "~~~" in shown:
        return MarkdownText(inline(" ".join(shown.split())))
    parts: list[list[str]] = [[]]
    for line in map(str.strip, shown.split("\n")):
        if ITEM.match(line) or (not line and parts[-1] and ITEM.match(parts[-1][0])):
            parts.append([])
        if line:
            parts[-1].append(line)
    return MarkdownText("<br>".join(_entry(" ".join(" ".join(part).split())) for part in parts if part))


def _entry(line: str) -> str:
    item = ITEM.match(line)
    return f"{item[2]} {inline(item[3])}" if item and item[2] == "-" else inline(line)


def inline(line: str) -> MarkdownText:
    """A line of a source's Markdown, rebuilt from what is safe in it: code, strong text, emphasis and links."""
    if not _MARK.search(line):  # most lines
        return MarkdownText(_plain(line, at_start=True))
    out: list[str] = []
    done = 0
    for match in _TOKEN.finditer(line):
        out.append(_plain(_meant(line[done : match.start()]), not done))
        done = match.end()
        code_span, label, target, strong, sign, address, emphasis = match.group(2, 3, 4, 5, 6, 7, 8)
        if code_span is not None:
            out.append(code(code_span.strip()))
        elif label is not None:
            out.append(_labelled(_meant(label), target))
        elif strong is not None:
            out.append(f"**{inline(strong.strip())}**{' ' * strong[-1].isspace()}" if strong.strip() else "")
        elif emphasis is not None:
            out.append(f"*{inline(emphasis)}*")
        else:
            out.append(link(address, address) if address else _plain(sign, False))
    out.append(_plain(_meant(line[done:]), not done))
    return MarkdownText("".join(out))


def _labelled(label: str, target: str) -> MarkdownText:
    """A link, or its label where it leads to no place in the web; a label in code stays so."""
    span = re.fullmatch(r"`([^`]+)`", label)
    if not _SCHEME.match(target):
        return code(span[1]) if span else text(label)
    if span and not _UNSHOWN.search(target):
        return MarkdownText(f"[{code(span[1])}](<{target}>)")
    return link(label or target, target)


def _meant(part: str) -> str:
    """The text without the backslashes that keep its signs from being markup (CommonMark §2.4)."""
    return _ESCAPED.sub(r"\1", part) if "\\" in part else part


def _plain(part: str, at_start: bool) -> str:
    if _HARMLESS.match(part):
        return part
    escaped = _SPECIAL.sub(lambda sign: _reference(sign) if sign[0] in "<>~$&" else f"\\{sign[0]}", part)
    if at_start:
        escaped = re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", escaped)
        escaped = re.sub(r"^([-+])", r"\\\1", escaped)
        escaped = re.sub(r"^=", "&#61;", escaped)
    return escaped


def _reference(sign: re.Match[str]) -> str:
    """A character reference (CommonMark §2.5)."""
    return _NAMED.get(sign[0]) or f"&#{ord(sign[0])};"


def lines_of(value: str) -> str:
    """A text without signs that are not shown, its lines divided by line feeds alone.

    Directional overrides, which are among those signs, can make text read as other text.
    """
    if value.replace("\n", "").isprintable():  # most text; the long way takes ten times as long
        return value
    return _LINE_BREAKS.sub("\n", _UNSHOWN.sub("", value))


def anchor(value: str, taken: Mapping[str, object]) -> str:
    """An anchor for a heading: lower-case words joined by `-`, unique among `taken`."""
    base = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") or "section"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
