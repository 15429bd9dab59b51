"""Names as words: any text is split into words, and words are joined in the cases that models use.

In: text as a source writes it (`experienceGroupPost`, `perPage`, `GMT+0`, `X-Request-ID`, `日付`). Out: words that keep
the source's own capitals, so that `APIKey` can stay `APIKey`, and joiners that lower or raise them. It knows nothing of
types, operations or any programming language.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

Words = tuple[str, ...]


@lru_cache(maxsize=65536)
def split(text: str) -> Words:
    """The words of a name, in its own capitals; () where it holds neither a letter, nor a digit, nor a known sign.

    A text without a small letter is spelt in capitals as a whole (`APPLICATION_ID`): its words are lowered. Signs count
    where they tell names apart: at the end (`StartTime<`), before a number (`+1`, `GMT-0`) and where nothing else is.
    """
    normal = _BRACKETED.sub(r" \1 ", unicodedata.normalize("NFKC", text))
    signed = _SIGNED.sub(lambda match: f" {_SIGNS[match[0]]} ", normal.strip())
    words = tuple(word for chunk in _chunks(signed) for word in _humps(chunk))
    if not words:
        return tuple(_SIGN_NAMES[sign] for sign in normal if sign in _SIGN_NAMES)[:3]
    if len(words) > 1 and not any(character.islower() for character in signed):
        return tuple(word.lower() for word in words)
    return words


def snake(words: Iterable[str]) -> str:
    """`per_page`."""
    return "_".join(word.lower() for word in words)


def camel(words: Iterable[str]) -> str:
    """`perPage`; an acronym keeps its capitals unless it comes first."""
    first, *rest = tuple(words) or ("",)
    return first.lower() + pascal(rest)


def pascal(words: Iterable[str]) -> str:
    """`PerPage`, `APIKey`. Two numbers that would run together are kept apart by `_`."""
    joined = ""
    for word in words:
        gap = "_" if joined[-1:].isdigit() and word[:1].isdigit() else ""
        joined += gap + word[:1].upper() + word[1:]
    return joined


def key(words: Iterable[str]) -> str:
    """What two spellings of one name have in common: the words in small letters."""
    return " ".join(word.lower() for word in words)


def singular(word: str) -> str:
    """The singular of an English noun by its regular endings; good enough to compare names, not to print them."""
    lower = word.lower()
    for ending, replacement in _PLURALS:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return word[: len(word) - len(ending)] + replacement
    return word


def loose_key(words: Iterable[str]) -> str:
    """Like `key`, and the same for singular and plural and for any division into words."""
    return "".join(singular(word).lower() for word in words)


def identifier(text: str, *, prefix: str) -> str:
    """The text in Pascal case as an identifier (Unicode annex 31, as Python and most languages read it).

    A name that begins with a digit gets the prefix; one with nothing usable is the prefix and a digest of the text.
    """
    return identifier_of(split(text), prefix=prefix, text=text)


def identifier_of(words: Words, *, prefix: str, text: str = "") -> str:
    """The same for words; a very long name is cut in the middle and made unique by a digest."""
    name = pascal(words)
    if len(name) > MAX_NAME:
        name = _cut(words) + digest(name)
    if name and not name[0].isidentifier():
        name = prefix + name
    return name if name.isidentifier() else prefix + digest(text or name)


MAX_NAME = 90
"""Longer names are cut: file systems and readers have their limits."""


def digest(text: str) -> str:
    """Six hexadecimal digits that depend on the text alone, in capitals."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6].upper()


def _cut(words: Words) -> str:
    """The beginning and the end of a long name, in whole words where possible."""
    head, tail = "", ""
    for word in words:
        if len(head) + len(word) > MAX_NAME // 2:
            break
        head = pascal((head, word))
    for word in reversed(words):
        if len(tail) + len(word) > MAX_NAME // 3:
            break
        tail = pascal((word, tail))
    return (head or pascal(words)[: MAX_NAME // 2]) + tail


def _chunks(text: str) -> list[str]:
    """The runs of characters that can stand in an identifier; an apostrophe within a word is passed over."""
    text = _APOSTROPHE.sub("", text)
    if text.isascii():
        return _ASCII_CHUNK.findall(text)
    return "".join(character if _usable(character) else " " for character in text).split()


def _usable(character: str) -> bool:
    return character != "_" and ("a" + character).isidentifier()


def _humps(chunk: str) -> list[str]:
    """`experienceGroup` -> experience, Group; `HTTPServer` -> HTTP, Server; `userIDs` -> user, IDs; `v1beta1` stays."""
    if chunk.islower() or chunk.isdigit():
        return [chunk]
    outline = chunk if chunk.isascii() else "".join(map(_outline, chunk))
    return [chunk[hump.start() : hump.end()] for hump in _HUMP.finditer(outline)]


def _outline(character: str) -> str:
    """An ASCII character of the same kind; letters without case and marks count as small letters."""
    if character.isascii():
        return character
    return "A" if character.isupper() else "0" if character.isdecimal() else "a"


# Mixed spellings that are one word come first.
_HUMP = re.compile(
    r"OAuth\d*(?![a-z])|IPv[46](?![a-z0-9])|GraphQL(?![a-z])|(?:i|mac|tv|watch)OS(?![a-z])|[Ee]Tag(?![a-z])|OpenID|VoIP|QoS(?![a-z])"
    r"|[A-Z]{2,}\d*s(?![a-z])"  # plural acronym
    r"|[A-Z]+\d*(?=[A-Z][a-z])"  # acronym before a capitalised word
    r"|[A-Z]?[a-z]+(?:\d+[a-z]*)*"  # word
    r"|[A-Z]+(?:\d+[a-z]*)*"  # acronym
    r"|\d+[a-z]*"
)
_BRACKETED = re.compile(r"<([^<>]*)>")
_ASCII_CHUNK = re.compile(r"[A-Za-z0-9]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_SIGNED = re.compile(r"[-+](?=\d)(?<![\w.][-])|(?<=\w)(?:[<!]=?|(?<!>)>=?)$|(?<=\w)[+]{1,2}$|(?<=\b[A-Za-z])#$")
_SIGNS = {"+": "plus", "-": "minus", "<": "lt", ">": "gt", "<=": "lte", ">=": "gte", "!": "not", "!=": "ne"}
_SIGNS |= {"++": "plus plus", "#": "sharp"}
_SIGN_NAMES = {
    "*": "star", "$": "dollar", "@": "at", "#": "hash", "%": "percent", "&": "and", "+": "plus", "-": "minus",
    ".": "dot", "_": "underscore", "/": "slash", "\\": "backslash", "?": "question", "!": "not", "=": "equals",
    "<": "lt", ">": "gt", "~": "tilde", "^": "caret", "|": "pipe", ":": "colon", ";": "semicolon", ",": "comma",
}  # fmt: skip
_PLURALS: tuple[tuple[str, str], ...] = (
    ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ss", "ss"), ("us", "us"),
    ("is", "is"), ("s", ""),
)  # fmt: skip
