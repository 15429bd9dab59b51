"""A `curl` command line, or a whole HTTP request -> the call it makes.

In: the text of a sample. Out: its method, URL, headers and data. It splits words as a shell does, but never runs or
fails: what it does not understand it leaves out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.readers.pages.notation import urls
from generator.records import dataclass

_COMMAND = re.compile(r"(?m)^\s*(?:\$\s+)?curl\s")
_REQUEST = re.compile(r"\s*([A-Z]{3,12}) (\S+)(?: HTTP/[0-9.]+[ \t]*\n|[ \t]*\n(?=[A-Z][A-Za-z0-9-]*:[ \t]))")
"""The first line of a request (RFC 9112 §3); where it names no version, a header must follow."""
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*)")
_SHOWN = re.compile(r"(?mi)^\s*(?://|#)\s*(?:returns|(?:the )?(?:response|output|result)(?: is)?)\b:?")
_ANSWER = re.compile(r"(?m)^[{\[]")
_WORD = re.compile(
    r"""(?:\\\n|(?<=\s)\\\s|\s)+|((?:"(?:\\.|[^"\\\n]|\n(?!\s*--[a-z]))*"|'[^']*'|\\.|[^\s"'\\])+)""", re.DOTALL
)
"""Blanks, or a word; a quote that is still open where the next line begins with an option was never closed."""
_PIECE = re.compile(r""""((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)|([^\s"'\\]+)""", re.DOTALL)
_DATA = ("-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json")
_FORM = ("-F", "--form", "--form-string")
_PAIRS = re.compile(r"[^\s=&@<]+=[^&]*(?:&[^\s=&]+=[^&]*)*\Z")
_HERE = re.compile(
    r"""<<-?[ \t]*(["']?)(?P<end>\w+)\1[ \t]*\n(?P<lines>.*?)\n[ \t]*(?P=end)[ \t]*(?:\n|\Z)""", re.DOTALL
)
_VARIABLE = re.compile(r"\$\{?(\w+)\}?\Z")
_HELD = re.compile(rf"\$\(cat[ \t]+{_HERE.pattern}[ \t]*\)|'(?P<quoted>[^']*)'", re.DOTALL)
"""What a shell variable holds: the lines of a document in the script, or quoted text."""
FILE_OF_JSON = re.compile(r"@\S+\.json\Z")
"""Data that a sample takes from a file."""
_USER = ("-u", "--user")
_WITH_VALUE = (
    *("-o", "--output", "-A", "--user-agent", "-b", "--cookie", "-c", "--cookie-jar", "-e", "--referer"),
    *("-m", "--max-time", "--connect-timeout", "-T", "--upload-file", "-w", "--write-out", "-x", "--proxy", "--retry"),
    *("-E", "--cert", "--key", "--cacert", "--capath", "--resolve", "--unix-socket", "--aws-sigv4", "--oauth2-bearer"),
)
"""Other options that take a word of their own, which is no URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call as a sample makes it.

    Attributes:
        method: As the sample says it, else as the tool takes it: `POST` where something is sent, else `GET`.
        implied: The sample does not say it.
        form: The `name=value` words of a multipart form.
    """

    method: str
    url: str
    implied: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    data: str | None = None
    form: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        """The media type that it says it sends; "" where it says none."""
        return next((value for name, value in self.headers if name.lower() == "content-type"), "")


def read(text: str) -> Call | None:
    """The first call in `text`; None where there is none."""
    return next(iter(read_all(text)), None)


@lru_cache(maxsize=512)
def read_all(text: str) -> tuple[Call, ...]:
    """The calls of all `curl` commands in `text`, or the one of an HTTP request."""
    if request := _REQUEST.match(text):
        return (_request(request[1], request[2], text[request.end() :]),)
    return tuple(
        _with_here_document(_call(_words(text, start.end())), text, start.start(), start.end())
        for start in _COMMAND.finditer(text)
    )


def parted(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The headers and the content of an HTTP message after its first line; the empty line between may be missing."""
    headers: list[tuple[str, str]] = []
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.lstrip()[:1] in ("", "{", "[", '"', "<"):
            return tuple(headers), "".join(lines[number:]).strip()
        if found := _FIELD.match(line):
            headers.append((found[1], found[2].strip()))
    return tuple(headers), ""


def shown(text: str) -> str:
    """What a sample shows behind its calls, below a comment such as `// Returns`; "" where it shows nothing."""
    command = _COMMAND.search(text)
    found = _SHOWN.search(text) if command else None
    if command and not found and (answer := _ANSWER.search(text, command.end())):
        return text[answer.start() :].strip()
    return text[found.end() :].strip() if found else ""


def sent(call: Call) -> Iterator[tuple[str, str]]:
    """The names and values that a call sends: in its form, in its data where that is a form, or behind `?`."""
    for word in call.form:
        name, sign, value = word.partition("=")
        if sign:
            yield name.strip(), value.partition(";")[0].strip("\"'")
    if _PAIRS.match(call.data or ""):
        yield from urls.query_pairs(call.data or "")
    yield from urls.query_pairs(call.url.partition("?")[2])


def form_fields(call: Call) -> Iterator[str]:
    """The names of the fields of its form."""
    return (word.partition("=")[0].strip() for word in call.form)


def _request(method: str, url: str, rest: str) -> Call:
    headers, data = parted(rest)
    says_content = any(name.lower() in ("content-type", "content-length") for name, _ in headers)
    if method in ("GET", "HEAD", "DELETE") and not says_content:
        data = ""  # what follows is what it is answered
    host = next((value for name, value in headers if name.lower() == "host"), "")
    return Call(
        method=method,
        url=f"https://{host}{url}" if host and url.startswith("/") else url,
        headers=headers,
        data=data or None,
    )


def _call(words: deque[str]) -> Call:
    method, url = "", ""
    data: list[str] = []
    headers: list[tuple[str, str]] = []
    form: list[str] = []
    while words:
        word = words.popleft()
        word, value = _flag(word, words)
        if value is None:
            if not word.startswith("-") and not url:
                url = word
            elif word in ("-G", "--get"):
                method = "GET"
            elif word in ("-I", "--head"):
                method = "HEAD"
        elif word in ("-X", "--request"):
            method = value.upper()
        elif word in ("-T", "--upload-file"):
            method = method or "PUT"
        elif word in ("-H", "--header"):
            name, _, rest = value.partition(":")
            headers.append((name.strip(), rest.strip()))
        elif word in _USER:
            headers.append(("Authorization", f"Basic {value}"))  # RFC 7617 §2, before it is encoded
        elif word in _DATA:
            data.append(value)
        elif word in _FORM:
            form.append(value)
        elif word == "--url":
            url = value
    return Call(
        method=method or ("POST" if data or form else "GET"),
        url=url,
        implied=not method,
        headers=tuple(headers),
        data="&".join(data) if data else None,
        form=tuple(form),
    )


def _with_here_document(call: Call, text: str, start: int, end: int) -> Call:
    """The call that begins there, with the lines that a shell passes to it: `--data @- << EOF`, or `--data "$CUP"`."""
    found = _HERE.search(text, end) if call.data == "@-" else None
    if named := _VARIABLE.match(call.data or ""):
        held = re.search(rf"(?m)^\s*{named[1]}=", text[:start])
        found = _HELD.match(text, held.end(), start) if held else None
    return replace(call, data=found.groupdict().get("quoted") or found["lines"]) if found else call


def _flag(word: str, words: deque[str]) -> tuple[str, str | None]:
    """A flag and its value, which stands in the next word, behind `=`, or right behind a one-letter flag."""
    takes = ("-X", "--request", "-H", "--header", "--url", *_USER, *_DATA, *_FORM, *_WITH_VALUE)
    if word in takes:
        return word, words.popleft() if words else ""
    name, sign, value = word.partition("=")
    if sign and name in takes and name.startswith("--"):
        return name, value
    if word[:2] in ("-X", "-H", "-d", "-F") and len(word) > 2 and word[1] != "-":
        return word[:2], word[2:]
    return word, None


def _words(text: str, at: int) -> deque[str]:
    """The words of the command: up to the first line end that is not escaped or quoted."""
    words: deque[str] = deque()
    while at < len(text):
        found = _WORD.match(text, at)
        if not found:
            at += 1
            continue
        if found[1]:
            words.append(_unquoted(found[1]))
        elif "\n" in found[0].replace("\\\n", "") and not _goes_on(text, found.end()):
            break
        at = found.end()
    return words


def _goes_on(text: str, at: int) -> bool:
    """Whether a line belongs to the command although the one before does not say so: it begins with an option."""
    return text.startswith(("--", "-H ", "-X ", "-d ", "-F "), at)


def _unquoted(word: str) -> str:
    parts: list[str] = []
    for double, single, escaped, plain in _PIECE.findall(word):
        parts.append(re.sub(r'\\(["\\$`])', r"\1", double) if double else single or escaped or plain)
    return "".join(parts)
