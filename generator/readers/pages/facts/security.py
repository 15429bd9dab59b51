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
from generator.readers.pages.blocks import Text, plain_text
from generator.readers.pages.fields import Field
from generator.readers.pages.notation import values
from generator.readers.pages.patterns import Pattern, any_in, possible
from generator.readers.pages.profile import Profile
from generator.records import dataclass

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
            self.all_scopes = scopes_in(text, profile.all_scopes)
        if self.scopes is None and self.all_scopes is None:
            self.scopes = scopes_in(text, profile.scopes)
        if any_in(profile.public, text.plain):
            self.public = self.public or text.origin
        if any_in(profile.optional_auth, text.plain):
            self.optional = self.optional or text.origin
        if said_here and any_in(profile.needs, text.plain):
            self.needed = self.needed or text.origin

    def take_list(self, entries: Sequence[Text], profile: Profile) -> None:
        """Read the entries of a list, each a case: what any of them asks for may suffice."""
        cases = (plain_text(words, entry.origin) for entry in entries for words in _OR_WITH.split(entry.marked))
        told = [scopes for case in cases if (scopes := scopes_in(case, profile.scopes))]
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
        for scheme in (*named(text, profile), *also_taken(text, profile)):
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


def sentences(text: Text) -> Sequence[str]:
    """The sentences and lines of a text."""
    return [words.strip() for words in re.split(r"(?<=[.!?])\s+(?=[A-Z`])|\n", text.marked) if words.strip()]


def scopes_in(text: Text, patterns: Sequence[Pattern]) -> Claim[tuple[str, ...]] | None:
    """The scopes that a sentence lists in the words of one of the patterns."""
    for pattern in possible(patterns, text.marked):
        found = pattern.search(text.marked)
        names = values.scopes(found["scopes"]) if found else ()
        if names:
            return Claim(names, text.origin)
    return None


def named(text: Text, profile: Profile) -> Iterator[str]:
    """The schemes whose header a sentence names, and does not refuse."""
    for sentence in sentences(text) if "header" in text.marked else ():
        if not _REFUSED.search(sentence):
            yield from (scheme for name in _HEADER.findall(sentence) if (scheme := _scheme(name, profile)))


def also_taken(text: Text, profile: Profile) -> tuple[str, ...]:
    """The site's own way, and those that a sentence says may be taken as well."""
    others = tuple(scheme for scheme, patterns in profile.schemes_told.items() if any_in(patterns, text.plain))
    return (profile.scheme_default, *others) if others and profile.scheme_default else others


def _scheme(header: str, profile: Profile) -> str | None:
    lowered = header.casefold().replace("_", "-")
    return next((scheme for name, scheme in profile.scheme_headers.items() if name.casefold() == lowered), None)
