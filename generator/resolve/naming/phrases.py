"""Phrases as names: what is left of `get_pets_by_status` for an action of the resource `pets`.

In: texts and the words of a resource. Out: snake-case words. English articles, prepositions and plurals are known; a
name in another language passes through as it is.
"""

from __future__ import annotations

import re

from generator.resolve import words
from generator.resolve.naming import verbs

Words = tuple[str, ...]
Resource = tuple[str, ...]


def lowered(text: str) -> Words:
    """The words of a text in small letters; () where it holds but signs."""
    return tuple(word.lower() for word in words.split(text)) if any(map(str.isalnum, text)) else ()


def resource_of(text: str) -> Resource:
    """`Experience Groups` -> experience_groups; `users.messages` and `Admin / Users` nest; `pet-controller` -> pet."""
    parts = _NESTED.split(text) if _NESTED.search(text) else [text]
    if _DOTTED.fullmatch(text):
        parts = text.split(".")
    found = []
    for part in parts:
        own = lowered(part)
        while len(own) > 1 and own[-1] in _NOISE:
            own = own[:-1]
        if own:
            found.append(words.snake(own))
    return tuple(found)


def alike(one: Resource, other: Resource) -> bool:
    """True for names of one resource, in singular or plural."""
    return words.loose_key(split(one)) == words.loose_key(split(other))


def split(resource: Resource) -> Words:
    """All words of a resource."""
    return tuple(word for part in resource for word in part.split("_"))


def is_plural(word: str) -> bool:
    """True for a plural in its regular form, unless the word is a plural of one thing (`settings`)."""
    return words.singular(word) != word and word not in _PLURALS_OF_ONE


def own_verb(phrase: Words, resource: Resource) -> str:
    """A phrase that was written to stand behind a resource; it loses the resource's words only where nothing but a
    verb is left (`GetCalendar` in `calendar`). A letter that no article can be stays (`getScheduleA`)."""
    phrase = tuple(word for at, word in enumerate(phrase) if not _is_article(phrase, at)) or phrase
    rest, _ = _without(phrase, resource[-1]) if resource else (phrase, ())
    return words.snake(rest if rest == phrase[:1] else phrase)


def spoken(phrase: Words, resource: Resource, *, verb: str) -> str:
    """A phrase as an action of a resource: without articles and without the resource's own words.

    Args:
        verb: What the method does, for a phrase without a verb of its own. What gets things, in the plural, lists them,
            because what gets one of them has the same words.
    """
    rest = _without_articles(phrase)
    removed: Words = ()
    for part in ("_".join(resource), *reversed(resource)):
        left, gone = _without(rest, part)
        if gone and verb != "get" and _is_doing(rest, gone, part):
            continue
        rest, removed = left, removed or gone
    gets = verb == "get" and rest[:1] and rest[0] in _GETTERS and (len(rest) == 1 or rest[1] in _PREPOSITIONS)
    if gets and removed and is_plural(removed[-1]):
        rest = ("list", *rest[1:])
    if rest and rest[0] in _PREPOSITIONS:
        rest = (verb, *rest)
    return words.snake(rest)


def _is_doing(phrase: Words, found: Words, part: str) -> bool:
    """Whether a word of the resource is what is done: `runWorkflow` in `runs`, `testConnection` in `tests`."""
    alone = len(found) == 1 and phrase[0] == found[0] != part
    return alone and verbs.is_verb(found[0]) and len(phrase) > 1 and not verbs.is_verb(phrase[1])


def _is_article(phrase: Words, at: int) -> bool:
    """Whether a word is an article: before another word, and an `a` behind the verb or a preposition."""
    if phrase[at] not in _ARTICLES or at == len(phrase) - 1:
        return False
    return phrase[at] != "a" or at < 2 or phrase[at - 1] in _PREPOSITIONS


def _without_articles(phrase: Words) -> Words:
    return tuple(word for word in phrase if word not in _ARTICLES) or phrase


def _without(phrase: Words, part: str) -> tuple[Words, Words]:
    """The phrase without the words of a resource, or without the last of them; and those words as they stood.

    They are left out where they begin or end the phrase (`petsList`, `addMemberToTeam`) or stand behind its first word
    (`findPetsByStatus`), not in the middle of it, where they may belong to something else.
    """
    wanted = tuple(words.singular(word) for word in part.split("_"))
    stems = tuple(words.singular(word) for word in phrase)
    for first in range(len(wanted)):
        tail = wanted[first:]
        for start in (1, 0, len(phrase) - len(tail)):
            if start >= 0 and stems[start : start + len(tail)] == tail:
                before, after = phrase[:start], phrase[start + len(tail) :]
                while before and not after and before[-1] in _PREPOSITIONS:
                    before = before[:-1]
                return before + after, phrase[start : start + len(tail)]
    return phrase, ()


_NESTED = re.compile(r"\s+[/>»]\s+|::")
_DOTTED = re.compile(r"[^\W\d_][\w-]*(\.[^\W\d_][\w-]*)+")
_NOISE = frozenset({"controller", "api", "apis"})
_ARTICLES = frozenset({"a", "an", "the"})
_GETTERS = frozenset({"get", "fetch", "retrieve", "read"})
_PLURALS_OF_ONE = frozenset(
    {"settings", "preferences", "statistics", "stats", "analytics", "details", "news", "series"}
)
_PREPOSITIONS = frozenset({"in", "of", "for", "to", "from", "by", "on", "at", "with", "into"})
