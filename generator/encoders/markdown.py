"""Markdown: text, cells, code spans, fences and links that hold any input safely.

The output means the same to CommonMark, to GitHub and to Python-Markdown, which MkDocs uses. The last one knows fewer
backslash escapes (to it, `\\<script>` is a live tag), so what it cannot escape is written as a character reference.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.encoders import Encoded


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
    return MarkdownText(_plain(" ".join(_lines(value).split()), at_start=True))


def code(value: object) -> MarkdownText:
    """A code span (CommonMark §6.1) that shows the value as it is; usable in a table cell too."""
    return _code(str(value))


@functools.lru_cache(maxsize=4096)
def _code(value: str) -> MarkdownText:
    line = _lines(value).replace("\n", " ")
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
    body = _lines(value).rstrip("\n")
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


_HARD_BREAK = re.compile(r"(?<!\\)\\(?=\n|\Z)")
"""A backslash that ends a line stands for a line break (CommonMark §6.7)."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TOKEN = re.compile(r"(`+)(.+?)(?<!`)\1(?!`)|\[([^\[\]\n]*)\]\(([^()\s]*)\)|\*\*([^*\n]+)\*\*|\\([\\`\[*])", re.DOTALL)


def prose(value: str) -> MarkdownText:
    """A source's Markdown, rebuilt from what is safe in it: paragraphs, lists, code, strong text and links.

    Raw HTML and links that are no web addresses come out as plain text.
    """
    blocks: list[str] = []
    lines = _lines(value).expandtabs(4).split("\n")
    inside: list[str] | None = None
    language = ""
    levels: list[int] = []
    for line in lines:
        mark = re.match(r"\s*(`{3,}|~{3,})\s*([\w-]*)", line)
        if inside is not None:
            if mark and not mark[2]:
                blocks.append(fence("\n".join(inside), language))
                inside = None
            else:
                inside.append(line)
        elif mark:
            inside, language = [], mark[2].lower()
        elif not line.strip():
            if blocks and blocks[-1]:
                blocks.append("")
        else:
            item = re.match(r"(\s*)([-*+]|\d{1,9}[.)])\s+(.*)", line)
            if item:
                if not levels and blocks and blocks[-1]:
                    blocks.append("")  # Python-Markdown wants it before a list
                levels = [*(level for level in levels if level < len(item[1])), len(item[1])]
                lead = "    " * (len(levels) - 1) + ("- " if item[2] in "-*+" else f"{item[2]} ")
                blocks.append(lead + _inline(_HARD_BREAK.sub("", item[3])))
            else:
                if blocks and not blocks[-1]:
                    levels = []
                blocks.append(_inline(_HARD_BREAK.sub("", line.strip())))
    if inside is not None:
        blocks.append(fence("\n".join(inside), language))
    return MarkdownText("\n".join(blocks).strip("\n"))


def cell(value: object) -> MarkdownText:
    """A table cell: one line of a source's Markdown, rebuilt as in `prose`."""
    return MarkdownText(_inline(" ".join(_HARD_BREAK.sub("", _lines(str(value))).split())))


def _inline(line: str) -> str:
    out: list[str] = []
    done = 0
    for match in _TOKEN.finditer(line):
        out.append(_plain(_meant(line[done : match.start()]), not done))
        if match[1]:
            out.append(code(match[2].strip()))
        elif match[6]:
            out.append(_plain(match[6], False))
        elif match[5]:
            out.append(f"**{_plain(_meant(match[5].strip()), False)}**" if match[5].strip() else "")
        else:
            out.append(link(_meant(match[3]), match[4]) if _SCHEME.match(match[4]) else text(_meant(match[3])))
        done = match.end()
    out.append(_plain(_meant(line[done:]), not done))
    return "".join(out)


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


def _lines(value: str) -> str:
    """The text without signs that are not shown, its lines divided by line feeds alone.

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
