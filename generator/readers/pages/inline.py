"""Markdown inside one line of text -> `Text`: code spans, links, emphasis, template tags, inline HTML.

In: the source of a paragraph, heading or cell. Out: its words, with the spans that carry facts. It reads generously:
documentation sites mix CommonMark with their own template languages, so that a link's target may hold spaces and a
brace may be escaped. It knows no profile.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from generator.diagnostics import Origin
from generator.readers.pages.blocks import Span, SpanKind, Text

_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | \{\{[<%]-?\s*(?P<mark>[^{}]{0,400}?)\s*-?[>%]\}\}
    | <mark\ style="color:\ ?red;?">(?P<red>\*)</mark>
    | !\[(?P<alt>[^\]]*)\]\((?:[^()]|\([^()]*\))*\)
    | \[(?P<label>(?:\\.|`[^`]*`|\[[^\[\]]*\]|[^\]\[\\`]){0,2000})\]\((?P<target>(?:[^()]|\([^()]*\))*)\)
    | (?<![\w\]])\[(?P<words>[^\[\]]+)\]\[(?P<ref>[\w -]*)\]
    | <(?P<auto>https?://[^\s>]*)>
    | <!--.*?-->
    | </?(?P<tag>[A-Za-z][A-Za-z0-9.-]*)(?P<rest>\s[^<>]*)?/?>
    | \*\*\*(?P<both>[^\s*](?:[^*\n]{0,400}[^\s*])?)\*\*\*
    | \*\*(?P<strong>(?!\s).{1,600}?(?<!\s))\*\*
    | (?<![^\s("'>])(?P<stars>\*{1,3}|_{1,3})(?P<emphasis>[\w(](?:[^*\n]{0,400}?\S)?)(?P=stars)(?!\w)
    | (?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN = re.compile(r"[\\`{\[<*_&!]")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")
_UNTIDY = re.compile(r"[\t\r\n\f\v\u00a0]|  |^ | $")
_HARD_BREAK = re.compile(r"(?:(?<! ) {2,}|\\)\n[ \t]*")
_ELEMENTS = frozenset(
    [
        *(
            "a",
            "abbr",
            "b",
            "br",
            "code",
            "del",
            "dfn",
            "div",
            "em",
            "font",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
        ),
        *(
            "ol",
            "p",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "ul",
            "wbr",
        ),
    ]
)
_BREAKS = ("br", "div", "li", "p")
_KEPT = "\ue000"


def read(source: str, origin: Origin) -> Text:
    """The text that a stretch of Markdown means."""
    return Text(origin, *_words(source))


@lru_cache(maxsize=10_000)
def _words(source: str) -> tuple[str, str, tuple[Span, ...]]:
    """The words plain, marked and in spans; the cells of a reference say the same over and over."""
    if not _PLAIN.search(source):
        words = joined(source)
        return words, words, (Span("text", words),)
    spans = _spans(source)
    return _plain(spans), _marked(spans), spans


def joined(source: str) -> str:
    """Lines that a sentence goes on over, as one; hard breaks stay."""
    if not _UNTIDY.search(source):
        return source
    return "\n".join(_SPACES.sub(" ", line).strip() for line in _HARD_BREAK.split(source)).strip()


def from_spans(spans: list[Span], origin: Origin) -> Text:
    """Text from its spans, their blanks made single; a line end in them is a hard break."""
    tidy: list[Span] = []
    for span in spans:
        words = _BLANKS.sub(" ", span.text) if span.kind != "code" else span.text.strip()
        if tidy and tidy[-1].text.endswith((" ", "\n")) and span.kind == "text":
            words = words.lstrip(" ")
        if words:
            tidy.append(Span(span.kind, words, span.target))
    return Text(origin, _plain(tuple(tidy)), _marked(tuple(tidy)), tuple(tidy))


def _spans(source: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    pending: list[str] = []

    def flush() -> None:
        words = "".join(pending)
        pending.clear()
        if words:
            broken = _HARD_BREAK.sub(_KEPT, words)
            spans.append(Span("text", _SPACES.sub(" ", broken).replace(_KEPT, "\n")))

    def add(kind: SpanKind, text: str, target: str = "") -> None:
        flush()
        spans.append(Span(kind, text, target))

    at = 0
    for found in _TOKEN.finditer(source):
        pending.append(source[at : found.start()])
        at = found.end()
        if found["escaped"] is not None:
            pending.append(found["escaped"])
        elif found["code"] is not None:
            code = _SPACES.sub(" ", found["code"])
            add("code", code[1:-1] if code.strip() and code[:1] == code[-1:] == " " and len(code) > 2 else code.strip())
        elif found["mark"] is not None:
            add("mark", found["mark"])
        elif found["red"] is not None:
            add("mark", "required")
        elif found["label"] is not None:
            inner = read(found["label"], _NOWHERE)
            add("link", inner.marked, found["target"].strip())
        elif found["words"] is not None:
            add("link", read(found["words"], _NOWHERE).marked, found["ref"].strip())
        elif (strong := found["both"] or found["strong"]) is not None:
            inner = read(strong, _NOWHERE)
            if len(inner.spans) == 1 and inner.spans[0].kind in ("code", "link"):
                add(inner.spans[0].kind, inner.spans[0].text, inner.spans[0].target)
            else:
                add("strong", inner.marked)
        elif found["auto"] is not None:
            add("link", found["auto"], found["auto"])
        elif found["entity"] is not None:
            pending.append(html.unescape(found["entity"]))
        elif found["tag"] is not None:
            if not (found["tag"].lower() in _ELEMENTS or found["tag"][0].isupper() or found["rest"]):
                pending.append(found[0])  # a placeholder, such as <id>
            elif found["tag"].lower() in _BREAKS:
                pending.append(_KEPT)
        elif found["emphasis"] is not None:
            pending.append(found["emphasis"])
        elif found["alt"] is not None:
            pending.append(found["alt"])
    pending.append(source[at:])
    flush()
    return tuple(spans)


_NOWHERE = Origin("")


def _plain(spans: tuple[Span, ...]) -> str:
    words = "".join(
        span.text.replace("`", "") if span.kind in ("link", "strong") else span.text
        for span in spans
        if span.kind != "mark"
    )
    return _tidy(words)


def _marked(spans: tuple[Span, ...]) -> str:
    words = "".join(f"`{span.text}`" if span.kind == "code" else span.text for span in spans if span.kind != "mark")
    return _tidy(words)


def _tidy(words: str) -> str:
    if not _UNTIDY.search(words):
        return words
    return "\n".join(_SPACES.sub(" ", line).strip() for line in words.split("\n")).strip()
