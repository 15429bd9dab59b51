"""Who may call an operation: scopes, schemes and `no authentication` -> draft records.

In: the words under an operation's heading for authentication, its prose, the headers it lists and the headers of its
sample calls. Out: the scopes and the security alternatives. A row `Authorization` is evidence for a scheme, no
parameter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from generator.diagnostics import Origin
from generator.draft import Alternatives, Claim, Requirement
from generator.readers.pages.blocks import Block, Items, Paragraph, Tag, Text, plain_text
from generator.readers.pages.facts import values
from generator.readers.pages.facts.fields import Field
from generator.readers.pages.patterns import Pattern, any_in, possible
from generator.readers.pages.profile import Profile
from generator.records import dataclass

_OF_ALL = re.compile(
    r"\b(?:all|any|every|each|these|this|following|endpoints?|methods|operations|requests|calls|API|for use with)\b",
    re.IGNORECASE,
)
"""Words of a sentence that speaks of the operations of its page."""

_FOR_ALL = re.compile(r"\b(?:all|any|every|each|these|this) (?:API|calls?|endpoints?|methods|operations|requests?)\b")
"""Words of a sentence that says how each of them may be called."""

_HEADER = re.compile(r"`([A-Za-z]+(?:-[A-Za-z]+)+)` (?:HTTP |request )?headers?\b")
"""A header that a sentence names; one word alone, such as `Authorization`, says nothing of what is in it."""
_OR_WITH = re.compile(r"\bor (?=an? )")
"""Between two cases in a sentence: *a token with … or a key with …*."""
_REFUSED = re.compile(r"\b(?:not|cannot|never|instead)\b|n't\b", re.IGNORECASE)


@dataclass(slots=True)
class Evidence:
    """What has been read so far of one operation's security."""

    scopes: Claim[tuple[str, ...]] | None = None
    all_scopes: Claim[tuple[str, ...]] | None = None
    public: Origin | None = None
    optional: Origin | None = None
    needed: Origin | None = None
    schemes: dict[str, Origin] = field(default_factory=dict)

    def take_words(self, text: Text, profile: Profile, *, said_here: bool) -> None:
        """Read a paragraph; `said_here` where its heading or label announces authentication."""
        if self.all_scopes is None:
            self.all_scopes = _scopes(text, profile.all_scopes)
        if self.scopes is None and self.all_scopes is None:
            self.scopes = _scopes(text, profile.scopes)
        if any_in(profile.public, text.plain):
            self.public = self.public or text.origin
        if any_in(profile.optional_auth, text.plain):
            self.optional = self.optional or text.origin
        if said_here and any_in(profile.needs, text.plain):
            self.needed = self.needed or text.origin

    def take_list(self, entries: Sequence[Text], profile: Profile) -> None:
        """Read the entries of a list, each a case: what any of them asks for may suffice."""
        cases = (plain_text(words, entry.origin) for entry in entries for words in _OR_WITH.split(entry.marked))
        told = [scopes for case in cases if (scopes := _scopes(case, profile.scopes))]
        if told and self.scopes is None and self.all_scopes is None:
            names = dict.fromkeys(name for scopes in told for name in scopes.value)
            self.scopes = Claim(tuple(names), told[0].origin)

    def take_headers(self, fields: Iterable[Field], profile: Profile) -> tuple[Field, ...]:
        """Take the headers that belong to a scheme; returns the others."""
        others: list[Field] = []
        for entry in fields:
            scheme = _scheme(entry.name, profile)
            if scheme is None:
                others.append(entry)
                continue
            self.schemes.setdefault(scheme, entry.origin)
            if entry.required is not None and entry.required.value:
                self.needed = self.needed or entry.origin
            elif entry.required is not None:
                self.public = self.public or entry.origin
        return tuple(others)

    def take_named(self, text: Text, profile: Profile) -> None:
        """Take the ways that a sentence names: ``The `JOB-TOKEN` header with …``, *support for job tokens*."""
        for scheme in (*_named(text, profile), *_also(text, profile)):
            self.schemes.setdefault(scheme, text.origin)

    def take_sample(self, headers: Sequence[tuple[str, str]], origin: Origin, profile: Profile) -> None:
        """Take the headers of a sample call."""
        for name, value in headers:
            scheme = _scheme(f"{name}: {value.partition(' ')[0]}", profile) or _scheme(name, profile)
            if scheme is not None:
                self.schemes.setdefault(scheme, origin)

    def is_credential(self, name: str, profile: Profile) -> bool:
        """Whether a name in a sample call is that of the credentials: `private_token` for `PRIVATE-TOKEN`."""
        plain = name.casefold().replace("_", "-")
        return any(plain == header.casefold() for header in profile.scheme_headers) or plain == "access-token"

    def alternatives(
        self,
        profile: Profile,
        at: Origin,
        page_public: Origin | None = None,
        page_schemes: Mapping[str, Origin] | None = None,
    ) -> Claim[Alternatives] | None:
        """The security of the operation; None where neither the page nor the site says anything of it.

        Args:
            profile: The words of the site.
            at: The place of the operation.
            page_public: Where the page says that such operations need no credentials.
            page_schemes: The ways that the page names for all of them.
        """
        if page_public and not self.schemes and not self.needed:
            return Claim(((),), page_public)
        beside = page_schemes if not self.schemes or self.schemes.keys() & (page_schemes or {}).keys() else {}
        schemes = {**(beside or {}), **self.schemes}
        scopes = self.all_scopes or self.scopes
        if not schemes and (self.needed or scopes) and profile.schemes:
            schemes[profile.schemes[0].name] = self.needed or (scopes.origin if scopes else Origin(""))
        asked = self.all_scopes.value if self.all_scopes else ()
        ways: Alternatives = tuple((Requirement(scheme=name, scopes=asked),) for name in schemes)
        origin = self.needed or self.public or self.optional or next(iter(schemes.values()), None)
        if origin is None:
            site = profile.scheme_default
            return Claim(((Requirement(scheme=site),),), at) if site else None
        if self.optional and not ways and profile.scheme_default:
            ways = ((Requirement(scheme=profile.scheme_default),),)
        if self.public or self.optional:
            return Claim(((), *ways), origin)
        return Claim(ways, origin) if ways else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRules:
    """What a page says of all its operations before the first of them.

    Attributes:
        scopes: The scopes that all of them need.
        open_to_all: Where it says that operations of a method need no credentials; the method "" is any.
        schemes: The ways to authenticate that it lists, where there is more than one, or one beside that of the site.
        sentences: What else is said of who may call them.
        deprecated: Where it says that all of them are deprecated.
        statuses: What it says that requests to any of them may be answered with: method or "", status, words.
    """

    scopes: Claim[tuple[str, ...]] | None = None
    open_to_all: Mapping[str, Origin] = field(default_factory=dict)
    schemes: Mapping[str, Origin] = field(default_factory=dict)
    sentences: tuple[Text, ...] = ()
    deprecated: Claim[bool] | None = None
    statuses: tuple[tuple[str, str, Claim[str]], ...] = ()

    @classmethod
    def of(cls, intro: Iterable[Block], title: Text | None, profile: Profile) -> PageRules:
        """The rules in a page's title and in what stands before the first operation."""
        texts = [text for block in intro for text in _texts(block)]
        told = (text for text in (*((title,) if title else ()), *texts) if any_in(profile.page_deprecated, text.plain))
        deprecated = next((Claim(True, text.origin) for text in told), None)
        of_all = [text for text in texts if _OF_ALL.search(text.plain)]
        scopes = next((said for text in of_all if (said := _scopes(text, profile.scopes))), None)
        open_to_all: dict[str, Origin] = {}
        for text in texts:
            for pattern in possible(profile.page_public, text.plain):
                for found in pattern.regex.finditer(text.plain):
                    open_to_all.setdefault(found.groupdict().get("method") or "", text.origin)
        schemes = {scheme: text.origin for text in texts for scheme in (*_also(text, profile), *_named(text, profile))}
        sentences = [
            sentence
            for text in texts
            for sentence in _sentences(text)
            if any_in(profile.page_auth, sentence) and not any_in(profile.page_public, sentence)
        ]
        return cls(
            scopes=scopes,
            open_to_all=open_to_all,
            schemes=schemes if len(schemes) > 1 else _beside_default(texts, profile),
            sentences=tuple(plain_text(words, texts[0].origin) for words in dict.fromkeys(sentences)),
            deprecated=deprecated,
            statuses=tuple(_statuses(texts, profile)),
        )

    def with_section(self, section: PageRules) -> PageRules:
        """These, and what is said of the operations of a section, which comes first."""
        return PageRules(
            scopes=section.scopes or self.scopes,
            open_to_all={**self.open_to_all, **section.open_to_all},
            schemes=section.schemes or self.schemes,
            sentences=(*self.sentences, *section.sentences),
            deprecated=section.deprecated or self.deprecated,
            statuses=(*section.statuses, *self.statuses),
        )

    def public(self, method: str) -> Origin | None:
        """Where it is said that operations of that method need no credentials."""
        return self.open_to_all.get(method) or self.open_to_all.get("")

    def statuses_of(self, method: str) -> Iterator[tuple[str, Claim[str]]]:
        """The statuses with which requests of that method may be answered, and what is said of each."""
        yield from ((status, words) for of, status, words in self.statuses if of in ("", method))

    def sentences_of(self, method: str) -> tuple[Text, ...]:
        """The sentences about operations of that method."""
        return () if self.public(method) else self.sentences


def _statuses(texts: Iterable[Text], profile: Profile) -> Iterator[tuple[str, str, Claim[str]]]:
    """Method or "", status and sentence of what a page says that its requests are answered with."""
    for text in texts:
        for pattern in possible(profile.page_status, text.marked):
            for found in pattern.regex.finditer(text.marked):
                words = next((one for one in _sentences(text) if found[0] in one), text.marked)
                yield found.groupdict().get("method") or "", found["status"], Claim(words, text.origin)


def _texts(block: Block) -> Sequence[Text]:
    if isinstance(block, Items):
        return block.entries
    return (block.text,) if isinstance(block, Paragraph | Tag) and block.text else ()


def _sentences(text: Text) -> Sequence[str]:
    return [words.strip() for words in re.split(r"(?<=[.!?])\s+(?=[A-Z`])|\n", text.marked) if words.strip()]


def _scopes(text: Text, patterns: Sequence[Pattern]) -> Claim[tuple[str, ...]] | None:
    """The scopes that a sentence lists in the words of one of the patterns."""
    for pattern in possible(patterns, text.marked):
        found = pattern.search(text.marked)
        names = values.scopes(found["scopes"]) if found else ()
        if names:
            return Claim(names, text.origin)
    return None


def _named(text: Text, profile: Profile) -> Iterator[str]:
    """The schemes whose header a sentence names, and does not refuse."""
    for sentence in _sentences(text) if "header" in text.marked else ():
        if not _REFUSED.search(sentence):
            yield from (scheme for name in _HEADER.findall(sentence) if (scheme := _scheme(name, profile)))


def _also(text: Text, profile: Profile) -> tuple[str, ...]:
    """The site's own way, and those that a sentence says may be taken as well."""
    named = tuple(scheme for scheme, patterns in profile.schemes_told.items() if any_in(patterns, text.plain))
    return (profile.scheme_default, *named) if named and profile.scheme_default else named


def _beside_default(texts: Iterable[Text], profile: Profile) -> dict[str, Origin]:
    """The site's own way, and the others that sentences name for all operations of a page."""
    said = {
        scheme: text.origin
        for text in texts
        for sentence in _sentences(text)
        if _FOR_ALL.search(sentence)
        for scheme in _named(plain_text(sentence, text.origin), profile)
    }
    default = profile.scheme_default
    return {default: next(iter(said.values())), **said} if default and said else {}


def _scheme(header: str, profile: Profile) -> str | None:
    lowered = header.casefold().replace("_", "-")
    return next((scheme for name, scheme in profile.scheme_headers.items() if name.casefold() == lowered), None)
