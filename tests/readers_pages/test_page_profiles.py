"""Profiles: what they may say, and what is said to someone who writes one wrongly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics import InputError, Report
from generator.readers import pages
from generator.readers.pages.profile import RULES
from generator.source import Document, Library
from tests.readers_pages.page_helpers import own_profile


def test_builtin_profiles_load() -> None:
    assert pages.builtin_profiles() == ("discord", "generic", "gitlab", "losant", "mastodon")
    for name in pages.builtin_profiles():
        profile = pages.load_profile(name, Library(Path.cwd()))
        assert profile.name == name
        assert profile.about


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a", "a profile is a mapping"),
        ("sectoins: {}", "did you mean 'sections'?"),
        ("sections: {querry: [Query]}", "did you mean 'query'?"),
        ("columns: {nme: [Name]}", "did you mean 'name'?"),
        ("operations: {routes: [{in: coed, pattern: '{method} {path}'}]}", "did you mean 'code'?"),
        ("operations: {routes: [{in: code}]}", "needs a `pattern`"),
        ("operations: {routes: [{in: tag}]}", "needs `tag`"),
        ("operations: {placeholders: [camels]}", "is not one of them"),
        ("parameters: {enum: ['one of {name}']}", "here it may be codes, more, value, values"),
        ("parameters: {enum: ['one of {values']}", "opens a hole"),
        ("parameters: {enum: ['one of] {values}']}", "closes a bracket"),
        ("parameters: {enum: ['re:(']}", "is not a regular expression"),
        ("parameters: {places: {GET: nowhere}}", "is not one of them"),
        ("types: {words: [{words: [text], type: strng}]}", "did you mean 'string'?"),
        ("types: {first in description: 1}", "must be `true` or `false`"),
        ("security: {schemes: {A: {kind: htpp}}}", "did you mean 'http'?"),
        ("responses: {statuses: {GET: 999}}", "is not a status"),
        ("extends: mastadon", "did you mean 'mastodon'?"),
        ("about: [1]", "must be text"),
        ("server: null", "must be text"),
        ("recognise: {}", "must be a list"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        own_profile(tmp_path, text)
    assert caught.value.finding.code == "profile"
    assert words in caught.value.finding.message


def test_an_unknown_name_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        pages.load_profile("discrod", Library(tmp_path))
    assert "did you mean 'discord'?" in caught.value.finding.message


def test_a_page_is_recognised_and_the_profile_named() -> None:
    report = Report()
    route = '<Route method="GET">/cups/[\\{cup.id\\}](/developers/resources/cup)</Route>'
    text = f"# Cup Resource\n\nA snowflake.\n\n## Get Cup\n{route}\n"
    (draft,) = pages.read([Document(name="cup.mdx", text=text)], None, report)
    assert [finding.message for finding in report] == ["profile discord: recognised"]
    assert draft.operations[0].path == "/cups/{cup_id}"


def test_a_page_of_no_known_site_is_read_with_common_words() -> None:
    text = "# Cups\n\n## List cups\n\n`GET /cups`\n\nPlain.\n\n## Make a cup\n\n```\nPOST /cups/{id}\n```\n"
    report = Report()
    (draft,) = pages.read([Document(name="cups.md", text=text)], None, report)
    assert [(operation.method, operation.path) for operation in draft.operations] == [
        ("GET", "/cups"),
        ("POST", "/cups/{id}"),
    ]
    assert "generic" in next(iter(report)).message


GUIDE = Path(__file__).resolve().parents[2] / "docs" / "profiles.md"


def test_every_rule_stands_in_the_documentation() -> None:
    words = set(re.findall(r"`([a-z. ]+)`", GUIDE.read_text(encoding="utf-8")))
    documented = words | {word.rpartition(".")[2] for word in words}
    missing = [
        f"{group}.{rule}" for group, rules in RULES.items() for rule in rules if (rule or group) not in documented
    ]
    assert missing == []


def test_the_example_in_the_documentation_works(tmp_path: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    page = text.split("````markdown\n", 1)[1].split("````", 1)[0]
    profile = own_profile(tmp_path, text.split("```yaml\n# profiles/teapot.yaml\n", 1)[1].split("```", 1)[0])
    report = Report()
    (draft,) = pages.read([Document(name="pots.md", text=page)], profile, report)
    (operation,) = draft.operations
    assert (operation.method, operation.path) == ("POST", "/v2/pots/{pot_id}/pour")
    assert operation.resource and operation.resource.value == "Pots"
    assert operation.scopes and operation.scopes.value == ("pots:write",)
    places = [(parameter.place, parameter.name) for parameter in operation.parameters]
    assert places == [("path", "pot_id"), ("query", "dry_run"), ("form", "cups"), ("form", "strength")]
    strength = operation.parameters[3]
    assert strength.enum and strength.enum.value == ("weak", "strong")
    assert strength.default and strength.default.value == "weak"
    assert [response.status for response in operation.responses] == ["200", "404"]
    assert not list(report)
