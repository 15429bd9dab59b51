"""Overlays: what the actions do, what is refused, and where the parts of the result were written."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import InputError, Origin, Report, Severity
from generator.readers.overlay import correct
from generator.source import Document, Library

BASE = """\
openapi: 3.1.0
info:
  title: Pets
  version: '1'
tags:
  - name: a
  - name: b
  - name: c
paths:
  /pets:
    get:
      parameters:
        - {name: limit, in: query}
        - {name: dummy, in: query}
      responses: {}
    delete:
      responses: {}
"""


def overlay_text(actions: str, version: str = "1.1.0") -> str:
    return f"overlay: {version}\ninfo: {{title: Corrections, version: '1'}}\nactions:\n{actions}"


def apply(document: Document, overlay: Document, report: Report) -> Document:
    """The one document of a project, corrected."""
    (changed,), _ = correct([document], [], overlay, report)
    return changed


def run(actions: str, base: str = BASE, version: str = "1.1.0") -> tuple[Library, Document]:
    library = Library(Path())
    document = library.add_tree("api.yaml", base)
    before = copy.deepcopy(document.tree)
    changed = apply(document, library.add_tree("fix.yaml", overlay_text(actions, version)), Report())
    assert document.tree == before, "the original must not change"
    library.replace(changed)
    return library, changed


def line_of(library: Library, pointer: str, document: str = "api.yaml") -> tuple[str, int]:
    origin = Origin(document, pointer)
    place = library.locate([origin])[origin]
    return place.document, place.line


def tree(document: Document) -> Any:
    return document.tree


def test_update_merges_objects_and_replaces_plain_values() -> None:
    _, changed = run("  - target: $.info\n    update: {title: Animals, contact: {name: Ann}}\n")
    assert tree(changed)["info"] == {"title": "Animals", "version": "1", "contact": {"name": "Ann"}}


def test_update_appends_to_a_list_and_concatenates_lists() -> None:
    _, changed = run(
        "  - target: $.tags\n    update: {name: d}\n"
        "  - target: $.tags\n    update: [{name: e}, {name: f}]\n"
        "  - target: $\n    update: {tags: [{name: g}]}\n"
    )
    assert [tag["name"] for tag in tree(changed)["tags"]] == list("abcdefg")


def test_update_of_a_plain_value() -> None:
    _, changed = run("  - target: $.info.title\n    update: Animals\n")
    assert tree(changed)["info"]["title"] == "Animals"


def test_filters_and_wildcards_reach_many_values() -> None:
    _, changed = run("  - target: $.paths.*[?@.responses]\n    update: {x-safe: true}\n")
    assert all(operation["x-safe"] for operation in tree(changed)["paths"]["/pets"].values())


def test_what_is_put_in_twice_is_not_shared() -> None:
    _, changed = run(
        "  - target: $.paths['/pets'].*\n    update: {x-limits: {day: 1}}\n"
        "  - target: $.paths['/pets'].get.x-limits\n    update: {day: 2}\n"
    )
    operations = tree(changed)["paths"]["/pets"]
    assert (operations["get"]["x-limits"], operations["delete"]["x-limits"]) == ({"day": 2}, {"day": 1})


def test_remove_takes_members_and_entries_away() -> None:
    _, changed = run(
        "  - target: $.paths['/pets'].delete\n    remove: true\n"
        "  - target: $.paths.*.get.parameters[?@.name == 'dummy']\n    remove: true\n"
        "  - target: $.tags[?@.name != 'b']\n    remove: true\n"
    )
    assert list(tree(changed)["paths"]["/pets"]) == ["get"]
    assert [parameter["name"] for parameter in tree(changed)["paths"]["/pets"]["get"]["parameters"]] == ["limit"]
    assert tree(changed)["tags"] == [{"name": "b"}]


def test_remove_goes_before_copy_and_copy_before_update() -> None:
    _, changed = run(
        "  - target: $.tags[0]\n    remove: true\n    update: {name: z}\n"
        "  - target: $.info\n    copy: $.tags[0]\n    update: {name: z}\n"
    )
    assert tree(changed)["tags"][0] == {"name": "b"}
    assert tree(changed)["info"]["name"] == "b"


def test_copy_then_remove_moves_an_operation() -> None:
    library, changed = run(
        "  - target: $.paths\n    update: {/cats: {}}\n"
        "  - target: $.paths['/cats']\n    copy: $.paths['/pets']\n"
        "  - target: $.paths['/pets']\n    remove: true\n"
    )
    assert list(tree(changed)["paths"]) == ["/cats"]
    assert line_of(library, "/paths/~1cats/get") == ("api.yaml", 11)
    assert line_of(library, "/paths/~1cats/delete/responses") == ("api.yaml", 17)


def test_actions_see_what_those_before_them_did() -> None:
    _, changed = run("  - target: $.info\n    update: {x-note: {}}\n  - target: $.info.x-note\n    update: {by: me}\n")
    assert tree(changed)["info"]["x-note"] == {"by": "me"}


def test_untouched_parts_keep_their_places_and_new_ones_stand_in_the_overlay() -> None:
    library, _ = run(
        "  - target: $.info\n    update:\n      title: Animals\n      license:\n        name: MIT\n"
        "  - target: $.tags[0]\n    remove: true\n"
    )
    assert line_of(library, "/info/version") == ("api.yaml", 4)
    assert line_of(library, "/info/title") == ("fix.yaml", 6)
    assert line_of(library, "/info/license/name") == ("fix.yaml", 8)
    assert line_of(library, "/tags/0/name") == ("api.yaml", 7)
    assert line_of(library, "/tags/1/name") == ("api.yaml", 8)


def test_a_second_overlay_goes_on_from_the_first() -> None:
    library, changed = run("  - target: $.tags[0]\n    remove: true\n")
    second = library.add_tree("more.yaml", overlay_text("  - target: $.tags[0]\n    remove: true\n"))
    library.replace(apply(changed, second, Report()))
    assert line_of(library, "/tags/0/name") == ("api.yaml", 8)


def test_an_action_that_matches_nothing_is_an_error_at_its_target() -> None:
    library = Library(Path())
    document = library.add_tree("api.yaml", BASE)
    report = Report()
    actions = "  - target: $.paths['/pest']\n    remove: true\n  - target: $.nothing\n    update: {}\n"
    with pytest.raises(InputError) as caught:
        apply(document, library.add_tree("fix.yaml", overlay_text(actions)), report)
    assert caught.value.finding.code == "overlay-unused"
    assert caught.value.finding.at == Origin("fix.yaml", "/actions/0/target")
    assert [(finding.code, finding.severity) for finding in report] == [("overlay-unused", Severity.ERROR)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("overlay: 2.0.0\nactions: []\n", "overlay-version"),
        ("openapi: 3.1.0\n", "overlay-version"),
        ("[]", "overlay-version"),
        ("overlay: 1.0.0\nactions: 5\n", "overlay-action"),
        (overlay_text("  - 5\n"), "overlay-action"),
        (overlay_text("  - target: $.info\n"), "overlay-action"),
        (overlay_text("  - target: $\n    remove: true\n"), "overlay-action"),
        (overlay_text("  - target: $.info\n    update: [1]\n"), "overlay-action"),
        (overlay_text("  - target: $.info.title\n    update: {a: 1}\n"), "overlay-action"),
        (overlay_text("  - target: $.info\n    copy: $.tags[*]\n"), "overlay-action"),
        (overlay_text("  - target: $.paths./pets\n    remove: true\n"), "overlay-target"),
        (overlay_text("  - target: $[?match(@.a, 1)\n    remove: true\n"), "overlay-target"),
    ],
)
def test_what_cannot_be_done_is_an_error(text: str, code: str) -> None:
    library = Library(Path())
    document = library.add_tree("api.yaml", BASE)
    with pytest.raises(InputError) as caught:
        apply(document, library.add_tree("fix.yaml", text), Report())
    assert caught.value.finding.code == code


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text("ab/~", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab/~", max_size=2), inner, max_size=3),
    max_leaves=8,
)


@given(json_values, json_values)
def test_merging_at_the_root_never_crashes_and_never_changes_the_original(base: Any, update: Any) -> None:
    before = copy.deepcopy(base)
    document = Document(name="api", text="", tree=base, syntax="json")
    fix: Any = {"overlay": "1.0.0", "actions": [{"target": "$", "update": update}, {"target": "$..a", "remove": True}]}
    try:
        changed = apply(document, Document(name="fix", text="", tree=fix, syntax="json"), Report())
    except InputError as error:
        assert error.finding.code in ("overlay-action", "overlay-unused")
    else:
        assert '"a"' not in str(changed.tree)
    assert base == before
