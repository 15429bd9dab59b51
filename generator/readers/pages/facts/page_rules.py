"""What a page, or a section of it, says of all its operations: who may call them, how they answer, that they are old.

In: what stands above the operations. Out: `PageRules`, which each of them takes where it says nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from generator.diagnostics import Origin
from generator.draft import Claim
from generator.readers.pages.blocks import Block, Items, Paragraph, Tag, Text, plain_text
from generator.readers.pages.facts import said
from generator.readers.pages.facts.security import also_taken, named, scopes_in, sentences
from generator.readers.pages.patterns import any_in, possible
from generator.readers.pages.profile import Profile
from generator.records import dataclass

_OF_ALL = re.compile(
    r"\b(?:all|any|every|each|these|this|following|endpoints?|methods|operations|requests|calls|API|for use with)\b",
    re.IGNORECASE,
)
"""Words of a sentence that speaks of the operations of its page."""

_FOR_ALL = re.compile(r"\b(?:all|any|every|each|these|this) (?:API|calls?|endpoints?|methods|operations|requests?)\b")
"""Words of a sentence that says how each of them may be called."""


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
        told: The names of parameters that a sentence tells, which ask for a page of a list.
    """

    scopes: Claim[tuple[str, ...]] | None = None
    open_to_all: Mapping[str, Origin] = field(default_factory=dict)
    schemes: Mapping[str, Origin] = field(default_factory=dict)
    sentences: tuple[Text, ...] = ()
    deprecated: Claim[bool] | None = None
    statuses: tuple[tuple[str, str, Claim[str]], ...] = ()
    told: tuple[Claim[str], ...] = ()

    @classmethod
    def of(cls, intro: Iterable[Block], title: Text | None, profile: Profile) -> PageRules:
        """The rules in a page's title and in what stands before the first operation."""
        texts = [text for block in intro for text in _texts(block)]
        told = (text for text in (*((title,) if title else ()), *texts) if any_in(profile.page_deprecated, text.plain))
        deprecated = next((Claim(True, text.origin) for text in told), None)
        of_all = [text for text in texts if _OF_ALL.search(text.plain)]
        scopes = next((found for text in of_all if (found := scopes_in(text, profile.scopes))), None)
        open_to_all: dict[str, Origin] = {}
        for text in texts:
            for pattern in possible(profile.page_public, text.plain):
                for said_of in pattern.regex.finditer(text.plain):
                    open_to_all.setdefault(said_of.groupdict().get("method") or "", text.origin)
        schemes = {
            scheme: text.origin for text in texts for scheme in (*also_taken(text, profile), *named(text, profile))
        }
        about = [
            sentence
            for text in texts
            for sentence in sentences(text)
            if any_in(profile.page_auth, sentence) and not any_in(profile.page_public, sentence)
        ]
        return cls(
            scopes=scopes,
            open_to_all=open_to_all,
            schemes=schemes if len(schemes) > 1 else _beside_default(texts, profile),
            sentences=tuple(plain_text(words, texts[0].origin) for words in dict.fromkeys(about)),
            deprecated=deprecated,
            statuses=tuple(_statuses(texts, profile)),
            told=tuple(told for text in texts for told in said.told(text, profile)),
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
            told=(*section.told, *self.told),
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
                words = next((one for one in sentences(text) if found[0] in one), text.marked)
                yield found.groupdict().get("method") or "", found["status"], Claim(words, text.origin)


def _texts(block: Block) -> Sequence[Text]:
    if isinstance(block, Items):
        return block.entries
    return (block.text,) if isinstance(block, Paragraph | Tag) and block.text else ()


def _beside_default(texts: Iterable[Text], profile: Profile) -> dict[str, Origin]:
    """The site's own way, and the others that sentences name for all operations of a page."""
    others = {
        scheme: text.origin
        for text in texts
        for sentence in sentences(text)
        if _FOR_ALL.search(sentence)
        for scheme in named(plain_text(sentence, text.origin), profile)
    }
    default = profile.scheme_default
    return {default: next(iter(others.values())), **others} if default and others else {}
