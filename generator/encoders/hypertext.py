"""HTML that stands in Markdown (CommonMark §6.6), written as the Markdown that means the same.

In: a source's prose, as people and their tools write it. Out: prose without the tags that are known here; what else
looks like a tag stays as text. The output is no more to be trusted than the input: `prose.prose` encodes it.
"""

from __future__ import annotations

import html
import re

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figure"),
        *("footer", "header", "main", "nav", "p", "section", "summary"),
    ]
)
_ADMONITIONS = frozenset(("caution", "important", "note", "tip", "warning"))
"""No HTML, but what makers of documentation mean by it is the same everywhere."""
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_CODE = frozenset(("code", "kbd", "samp", "tt", "pre"))
_CELLS = frozenset(("td", "th"))
_ALONE = frozenset(("br", "hr", "img", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr"))
"""Tags that need no end. Of all others there is one, or they are not meant as tags: `Bearer <code>`."""
_OTHERS = frozenset(
    [
        *("a", "abbr", "b", "big", "caption", "cite", "del", "em", "font", "i", "ins", "mark", "ol", "s", "small"),
        *("span", "strike", "strong", "sub", "sup", "table", "u", "ul", "var"),
    ]
)
_KNOWN = _BLOCKS | _ADMONITIONS | _HEADINGS | _CODE | _CELLS | _ALONE | _OTHERS
_PIECE = re.compile(
    r"(?P<code>(?<!`)(`++)[^`]+\2(?!`))"
    r"|(?P<comment><!--(?:[^-]|-(?!->)){0,500}-->)"
    r"|<(?P<end>/?)(?P<name>[a-z]+[1-6]?)(?P<more>(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))*)\s*/?>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[\da-f]{1,6}|[a-z][a-z0-9]{1,31});)",
    re.IGNORECASE,
)
_END = re.compile(r"</([a-z]+[1-6]?)\s*>", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")
_DEEPEST = 8
_HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\s\"'<>()]+)", re.IGNORECASE)
_IMAGE = re.compile(r"\b(alt|src)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>=]+))", re.IGNORECASE)
_MARKUP = re.compile(r"([\\`*_\[\]#|<>~-])")


def to_markdown(text: str) -> str:
    """The prose without the HTML in it."""
    if "<" not in text and "&" not in text:
        return text
    writer = _Writer()
    meant = _ALONE | (_KNOWN & {name.lower() for name in _END.findall(text)})
    done = 0
    for piece in _PIECE.finditer(text):
        writer.text(text[done : piece.start()])
        done = piece.end()
        if piece["code"]:
            writer.text(piece["code"])
        elif piece["entity"]:
            writer.entity(piece["entity"])
        elif piece["name"] and piece["name"].lower() not in meant:
            writer.text(piece[0])
        elif piece["name"] and piece["end"]:
            writer.end(piece["name"].lower())
        elif piece["name"]:
            writer.start(piece["name"].lower(), piece["more"])
    writer.text(text[done:])
    return writer.written()


class _Writer:
    """Takes text and tags, in their order. What stands between those of a code, a link or a cell is gathered first."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._lists: list[str] = []
        self._gathered: list[tuple[str, str, int]] = []
        self._rows: list[list[str]] = []
        self._at_start = False

    def text(self, text: str) -> None:
        """Text between tags; spaces at the start of a block are none."""
        if self._at_start and not self._is_in("pre"):
            text = text.lstrip()
        if text:
            self._at_start = False
            self._out.append(text)

    def entity(self, entity: str) -> None:
        """A character reference (CommonMark §2.5): the sign, which is no markup."""
        sign = html.unescape(entity).replace("\xa0", " ")
        self.text(sign if self._is_in(*_CODE) else _MARKUP.sub(r"\\\1", sign))

    def start(self, name: str, attributes: str) -> None:
        """A tag that begins something."""
        if name in _CODE:
            if not self._is_in(*_CODE):
                self._gathered.append((name, "", len(self._out)))
        elif name == "a":
            self._take("a")
            found = _HREF.search(attributes)
            self._gathered.append((name, html.unescape(found[1]) if found else "", len(self._out)))
        elif name == "img":  # a link to it, as descriptions may be nothing else
            said = {
                found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
                for found in _IMAGE.finditer(attributes)
            }
            label = _MARKUP.sub(r"\\\1", re.sub(r"[\[\]]", "", said.get("alt", "")).strip())
            self.text(_gathered("a", label or "image", said.get("src", "")))
        elif name in _CELLS:
            self._take(*_CELLS)
            self._gathered.append((name, "", len(self._out)))
        elif name in ("ul", "ol"):
            self._break("" if self._lists else "\n\n")
            self._lists.append(name)
        elif name == "li":
            mark = "1." if self._lists[-1:] == ["ol"] else "-"
            self._out.append(f"\n{'    ' * min(len(self._lists) - 1, _DEEPEST)}{mark} ")
            self._at_start = True
        elif name in _HEADINGS:
            self._break("\n\n#### ")
        elif name in _ADMONITIONS:
            self._break(" " if self._lists or self._rows else "\n\n")
            self._out.append(f"**{name.capitalize()}:** ")
        elif name == "tr":
            self._take(*_CELLS)
            self._rows.append([])
        elif name in ("b", "strong"):
            self._out.append("**")
        elif name in _BLOCKS or name in ("br", "hr", "table"):
            self._break(" " if self._lists or self._rows else "\n\n")

    def end(self, name: str) -> None:
        """A tag that ends something."""
        if name in _CODE or name == "a":
            self._take(name)
        elif name in _CELLS:
            self._take(*_CELLS)
        elif name in ("ul", "ol"):
            del self._lists[-1:]
            self._break(" " if self._lists else "\n\n")
        elif name == "table":
            self._take(*_CELLS)
            self._out.append(_table(self._rows))
            self._rows = []
            self._at_start = True
        elif name in ("b", "strong"):
            self._out.append("**")
        elif name in _BLOCKS or name in _HEADINGS or name in _ADMONITIONS:
            self._break(" " if self._lists or self._rows else "\n\n")

    def written(self) -> str:
        """All of it; what was never ended ends here."""
        self._take(*_CELLS)
        return "".join(self._out) + _table(self._rows)

    def _break(self, text: str) -> None:
        """A break between blocks, unless one stands there already."""
        stands = self._at_start and (not text.startswith("\n") or "".join(self._out[-1:]).endswith("\n\n"))
        if not stands or text.strip():
            self._out.append(text)
        self._at_start = True

    def _is_in(self, *names: str) -> bool:
        return any(entry[0] in names for entry in self._gathered)

    def _take(self, *names: str) -> None:
        """End what was begun under one of these names, and all that was begun inside of it."""
        while self._is_in(*names):
            name, link, start = self._gathered.pop()
            content = "".join(self._out[start:])
            del self._out[start:]
            if name not in _CELLS:
                self._out.append(_gathered(name, content, link))
            elif self._rows:
                self._rows[-1].append(_BAR.sub(r"\|", " ".join(content.split())))
            else:
                self._out.append(f"{content} ")


def _gathered(name: str, content: str, link: str) -> str:
    if name == "pre":
        return f"\n\n```\n{content.strip(chr(10))}\n```\n\n"
    if name == "a":
        label = " ".join(content.replace("[", "").replace("]", "").replace("**", "").split())
        return f"[{label}]({link})" if link.lower().startswith(("http:", "https:", "mailto:")) else content
    return f"`{' '.join(content.split())}`" if "`" not in content and content.strip() else content


def _table(rows: list[list[str]]) -> str:
    """The rows as a table of GitHub's Markdown; the first has the heads."""
    filled = [row for row in rows if row]
    if not filled:
        return ""
    width = max(map(len, filled))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in filled]
    return "\n\n" + "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]) + "\n\n"
