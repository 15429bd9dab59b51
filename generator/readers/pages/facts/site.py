"""What a page says of all its site: where the API is, and how a call shows who makes it.

In: a page's blocks and its profile. Out: the profile with what the page says, where the profile leaves it open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from generator.diagnostics import Origin
from generator.draft import SecurityScheme
from generator.readers.pages.blocks import Block, Code, Heading, Items, Paragraph
from generator.readers.pages.notation import curl, urls
from generator.readers.pages.patterns import any_in, possible
from generator.readers.pages.profile import Profile
from generator.records import dataclass

_INTRODUCTION = 60
"""How many blocks at the top of a page may speak of the whole site."""
_AUTHORIZATION = "Authorization"
_WAY = re.compile(r"(Basic|Bearer)\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says.

    Attributes:
        server: The base URL.
        key_header: The header that carries an API key.
        everywhere: The key belongs to every call.
        basic: `Authorization` carries a user name and a password (RFC 7617).
    """

    server: str = ""
    key_header: str = ""
    everywhere: bool = False
    basic: bool = False


def refined(profile: Profile, blocks: Sequence[Block]) -> Profile:
    """The profile with the base URL and the credentials that the page's sentences and sample calls tell."""
    if not (profile.base_url or profile.key_header or profile.sample_keys):
        return profile
    words = tuple(_sentences(blocks[:_INTRODUCTION]))
    key = _key_header(words, profile)
    sent, basic = _sent(blocks, profile)
    server = "" if profile.server else _server(words, profile)
    said = _Said(server=server, key_header=key or sent, everywhere=bool(key), basic=basic)
    return profile if said == _Said() else _with(profile, said)


@lru_cache(maxsize=512)
def _with(profile: Profile, said: _Said) -> Profile:
    """The same profile for the same words, so that what its patterns mean need not be found anew."""
    schemes, headers = list(profile.schemes), dict(profile.scheme_headers)
    if said.basic:
        schemes.insert(0, SecurityScheme(origin=Origin(""), name="BasicAuth", kind="http", scheme="basic"))
        if _AUTHORIZATION in headers:
            headers.setdefault(f"{_AUTHORIZATION}: Bearer", headers[_AUTHORIZATION])
        headers[_AUTHORIZATION] = "BasicAuth"
    if said.key_header:
        key = SecurityScheme(
            origin=Origin(""), name="ApiKeyAuth", kind="apiKey", place="header", parameter=said.key_header
        )
        schemes.insert(0, key)
        headers[said.key_header] = key.name
    return replace(
        profile,
        server=profile.server or said.server,
        schemes=tuple(schemes),
        scheme_headers=headers,
        scheme_default=profile.scheme_default or ("ApiKeyAuth" if said.everywhere else ""),
    )


def _sentences(blocks: Sequence[Block]) -> Iterator[str]:
    """The words of paragraphs and lists; those right below a heading also together with it."""
    for before, block in pairwise((None, *blocks)):
        match block:
            case Paragraph():
                found = [block.text.plain]
            case Items():
                found = [entry.plain for entry in block.entries]
            case Code() if isinstance(before, Heading) and "\n" not in block.text.strip():
                found = [block.text.strip()]
            case _:
                continue
        yield from found
        if isinstance(before, Heading):
            yield f"{before.text.plain}: {found[0]}" if found else before.text.plain


def _server(words: Sequence[str], profile: Profile) -> str:
    for text in words:
        for pattern in possible(profile.base_url, text):
            found = pattern.search(text)
            url = found["url"].strip("`'\"<>.,/ ") if found else ""
            if urls.is_plain(url):
                return url
    return ""


def _key_header(words: Sequence[str], profile: Profile) -> str:
    for text in words:
        for pattern in possible(profile.key_header, text):
            found = pattern.search(text)
            if found and found["name"] not in profile.scheme_headers:
                return found["name"]
    return ""


def _sent(blocks: Sequence[Block], profile: Profile) -> tuple[str, bool]:
    """The header in which most sample calls send a key, if any; whether `Authorization` is HTTP's basic way."""
    if not profile.sample_keys:
        return "", False
    headers = [
        header for block in blocks if isinstance(block, Code) for call in curl.read_all(block.text)
        for header in call.headers
    ]  # fmt: skip
    known = {name.casefold() for name in profile.scheme_headers}
    keys = Counter(name for name, _ in headers if name.casefold() not in known and any_in(profile.sample_keys, name))
    ways = Counter(
        found[1].lower() if (found := _WAY.match(value)) else "" for name, value in headers if name == _AUTHORIZATION
    )
    usual = ways.most_common(1)[0][0] if ways else "bearer"
    key = keys.most_common(1)[0][0] if keys else _AUTHORIZATION if usual == "" else ""
    return key, usual == "basic"
