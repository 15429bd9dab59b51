"""Who may call an operation: scopes, schemes and `no authentication` -> draft records.

In: the words under an operation's heading for authentication, its prose, the headers it lists and the headers of its
sample calls. Out: the scopes and the security alternatives. A row `Authorization` is evidence for a scheme, no
parameter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Origin
from generator.draft import Alternatives, Claim, Requirement
from generator.readers.pages.blocks import Text
from generator.readers.pages.facts import values
from generator.readers.pages.facts.fields import Field
from generator.readers.pages.patterns import Pattern, any_in, possible
from generator.readers.pages.profile import Profile


@dataclass(slots=True)
class Evidence:
    """What has been read so far of one operation's security."""

    scopes: Claim[tuple[str, ...]] | None = None
    all_scopes: Claim[tuple[str, ...]] | None = None
    public: Origin | None = None
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
        if said_here and any_in(profile.needs, text.plain):
            self.needed = self.needed or text.origin

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

    def take_sample(self, headers: Sequence[tuple[str, str]], origin: Origin, profile: Profile) -> None:
        """Take the headers of a sample call."""
        for name, _ in headers:
            scheme = _scheme(name, profile)
            if scheme is not None:
                self.schemes.setdefault(scheme, origin)

    def alternatives(self, profile: Profile, at: Origin) -> Claim[Alternatives] | None:
        """The security of the operation at that place; None where neither the page nor the site says anything of it."""
        schemes = dict(self.schemes)
        scopes = self.all_scopes or self.scopes
        if not schemes and (self.needed or scopes) and profile.schemes:
            schemes[profile.schemes[0].name] = self.needed or (scopes.origin if scopes else Origin(""))
        asked = self.all_scopes.value if self.all_scopes else ()
        ways: Alternatives = tuple((Requirement(scheme=name, scopes=asked),) for name in schemes)
        origin = self.needed or self.public or next(iter(schemes.values()), None)
        if origin is None:
            site = profile.scheme_default
            return Claim(((Requirement(scheme=site),),), at) if site else None
        if self.public:
            return Claim(((), *ways), origin)
        return Claim(ways, origin) if ways else None


def _scopes(text: Text, patterns: Sequence[Pattern]) -> Claim[tuple[str, ...]] | None:
    """The scopes that a sentence lists in the words of one of the patterns."""
    for pattern in possible(patterns, text.marked):
        found = pattern.search(text.marked)
        names = values.scopes(found["scopes"]) if found else ()
        if names:
            return Claim(names, text.origin)
    return None


def _scheme(header: str, profile: Profile) -> str | None:
    lowered = header.casefold()
    return next((scheme for name, scheme in profile.scheme_headers.items() if name.casefold() == lowered), None)
