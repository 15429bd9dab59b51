"""What a regular expression cannot do without: the words are told, and every text that it matches has one of them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.readers.pages.needles import NOWHERE, needles
from generator.readers.pages.patterns import Pattern, any_in, compile_pattern, possible
from generator.readers.pages.profile import Profile, builtin, builtin_profiles

PAGES = Path(__file__).parent.parent.parent / "specs"
_FLAGS = re.IGNORECASE | re.DOTALL


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("Cup of Tea", ("cup of tea",)),
        (r"cups? of\s+teas", ("teas",)),
        (r"teapots?\b.*brew", ("teapot",)),
        ("(?:milk|sugar) in(?P<cup>.+)", ("milk", "sugar")),
        ("(?:milk|sugar)? in (?P<cup>.+)", (" in ",)),
        ("milk|(?:brown|white) sugar", ("milk", " sugar")),
        ("milk|.*", NOWHERE),
        ("(?:a|the) [a-z]+", NOWHERE),
        ("(?!milk)[a-z]+(?=sugar) x", (" x",)),
        ("(?P<cup>`[^`]+`) (?P=cup)", ("`",)),
        (r"\(default\)", ("(default)",)),
        ("brew+ing", ("brew",)),
        ("brew{0,2}ing", ("bre",)),
        ("return|returns|returned", ("return",)),
        ("[]milk]+ tea", (" tea",)),
        (r"[\]milk]+ tea", (" tea",)),
        ("(?-i:GET) /cups", (" /cups",)),
        (r"(?>milk) and tea", NOWHERE),
        (r"\x41nd tea", NOWHERE),
        ("thé noir", (" noir",)),
    ],
)
def test_the_words_are_told(expression: str, words: tuple[str, ...]) -> None:
    assert needles(expression) == words


def test_every_text_that_an_expression_matches_has_one_of_its_words() -> None:
    chance = random.Random(7)
    told = 0
    for _ in range(500):
        expression, text = _alternatives(chance, 0)
        text = "".join(sign.swapcase() if chance.random() < 0.3 else sign for sign in text)
        assert re.fullmatch(expression, text, _FLAGS), (expression, text)
        words = needles(expression)
        told += words != NOWHERE
        assert any(word in text.lower() for word in words), (expression, words, text)
    assert told > 250


def test_no_pattern_of_a_built_in_profile_misses_a_text_that_it_matches() -> None:
    lines = {line for page in PAGES.glob("*/pages/*") for line in page.read_text(encoding="utf-8").split("\n")}
    patterns = {pattern.source: pattern for name in builtin_profiles() for pattern in _patterns(builtin(name))}
    assert len(patterns) > 500
    matched = 0
    for line in sorted(lines)[:400]:
        may = {pattern.source for pattern in possible([*patterns.values()], line)}
        found = {source for source, pattern in patterns.items() if pattern.regex.search(line)}
        matched += len(found)
        assert found <= may, line
    assert matched > 400


def test_a_text_without_the_words_is_not_searched() -> None:
    patterns = [compile_pattern(r"re:(?:milk|sugar)\b.* in\b", frozenset()), compile_pattern("Hot {...}", frozenset())]
    assert possible(patterns, "HOT tea") == patterns[1:]
    assert possible(patterns, "Sugar bowl") == patterns[:1]
    assert not any_in(patterns, "Sugar bowl")
    assert any_in(patterns, "Sugar in a bowl")


def _patterns(value: object) -> Iterator[Pattern]:
    match value:
        case Pattern():
            yield value
        case Profile():
            for name in Profile.__dataclass_fields__:
                yield from _patterns(getattr(value, name))
        case dict():
            yield from _patterns(tuple(value.values()))
        case tuple():
            for entry in value:
                yield from _patterns(entry)
        case _:
            return


def _alternatives(chance: random.Random, depth: int) -> tuple[str, str]:
    """A regular expression and a text that it matches."""
    ways = [_sequence(chance, depth) for _ in range(chance.choice((1, 1, 2)))]
    return "|".join(expression for expression, _ in ways), chance.choice(ways)[1]


def _sequence(chance: random.Random, depth: int) -> tuple[str, str]:
    parts = [_part(chance, depth) for _ in range(chance.randint(1, 5))]
    return "".join(expression for expression, _ in parts), "".join(text for _, text in parts)


def _part(chance: random.Random, depth: int) -> tuple[str, str]:
    if depth < 2 and chance.random() < 0.4:
        expression, text = _alternatives(chance, depth + 1)
        many = chance.choice(("", "?", "*", "+", "{0,2}", "{1,2}")) if depth == 1 else chance.choice(("", "?"))
        opening = chance.choice(("(", "(?:", "(?i:", f"(?P<n{chance.getrandbits(60)}>"))
        return f"{opening}{expression}){many}", chance.choice(("", text * 2)) if many == "{0,2}" else text
    word = chance.choice(("milk", "tea", "or ", "a", "(", "]", "{}", "-", " x"))
    return chance.choice(
        [
            *[(re.escape(word), word)] * 4,
            ("[km-z]", "p"),
            (r"[^\]]", "q"),
            (r"\s", " "),
            (r"\w", "w"),
            (".", "."),
            (r"(?!\d)", ""),
            ("(?=milk|)", ""),
        ]
    )
