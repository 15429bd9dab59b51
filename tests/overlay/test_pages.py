"""Overlays over pages: what an action changes is a fact of the overlay, all else stays what the page says."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.diagnostics import InputError, Origin, Report
from generator.draft import Draft, Operation, Parameter, Reference, Schema
from generator.readers import pages
from generator.readers.overlay import correct
from generator.resolve import resolve
from generator.source import Document, Library
from tests.readers_pages import page_shapes as shapes

ROOT = Path(__file__).parents[2]
KETTLES = (ROOT / "tests/cases/page-alone/pages/kettles.md").read_text(encoding="utf-8")
LIST = "$.paths['/houses/{houseId}/kettles'].get"
SPEC = """\
openapi: 3.1.0
info: {title: Houses, version: '1'}
paths: {/houses: {get: {responses: {}}}}
"""


WORDS = (
    *("get", "parameters", "name", "in", "schema", "required", "description", "default", "enum", "type"),
    *("properties", "items", "$ref", "content", "responses", "requestBody", "example", "x-scopes", "security"),
    *("tags", "url", "servers", "info", "paths", "components", "schemas", "additionalProperties", "allOf"),
    *("application/json", "200", "/new"),
)


class Project:
    """Sources, and an overlay over them."""

    def __init__(self, actions: str, *texts: str, specs: tuple[str, ...] = (), extends: str = "") -> None:
        self.library, self.report = Library(Path()), Report()
        documents = [Document(name=f"page{index}.md", text=text) for index, text in enumerate(texts or (KETTLES,))]
        self.before = pages.read(documents, None, Report())
        shown = [pages.present(draft, page) for draft, page in zip(self.before, documents, strict=True)]
        opened = [self.library.add_tree(f"api{index}.yaml", text) for index, text in enumerate(specs)]
        head = "overlay: 1.1.0\ninfo: {title: x, version: '1'}\n" + (f"extends: {extends}\n" if extends else "")
        overlay = self.library.add_tree("fix.yaml", head + "actions:\n" + indent(actions, "  "))
        self.specs, changed = correct(opened, shown, overlay, self.report)
        for document in (*self.specs, *changed):
            self.library.replace(document)
        self.after = tuple(
            pages.corrected(draft, old, new, self.report)
            for draft, old, new in zip(self.before, shown, changed, strict=True)
        )

    @property
    def operation(self) -> Operation:
        return self.after[0].operations[0]

    def parameter(self, name: str) -> Parameter:
        (found,) = [entry for entry in self.operation.parameters if entry.name == name]
        return found

    def place(self, origin: Origin) -> str:
        return self.library.locate([origin])[origin].document


def drafts() -> list[tuple[Draft, Document]]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "specs/losant/pages").glob("*.md"))]
    texts += [shape(shapes.KETTLES) for shape in (shapes.markdown, shapes.html, shapes.glued, shapes.piped)]
    documents = [Document(name=f"{index}.md", text=text) for index, text in enumerate([KETTLES, *texts])]
    return list(zip(pages.read(documents, None, Report()), documents, strict=True))


def copied(value: Any) -> Any:
    """The tree with every container copied, as if an overlay had changed something in each."""
    if isinstance(value, dict):
        new = copy.copy(value)
        new.update({key: copied(entry) for key, entry in value.items()})
        return new
    return [copied(entry) for entry in value] if isinstance(value, list) else value


def test_a_page_is_presented_without_loss_and_read_back_as_it_was() -> None:
    for draft, document in drafts():
        shown = pages.present(draft, document)
        report = Report()
        assert pages.corrected(draft, shown, replace(shown, tree=copied(shown.tree)), report) == draft
        assert not list(report)


def test_a_changed_fact_stands_in_the_overlay_and_all_else_on_the_page() -> None:
    project = Project(f"- target: {LIST}.parameters[?@.name == 'perPage'].schema\n  update: {{default: 25}}\n")
    before = project.before[0].operations[0]
    parameter = project.parameter("perPage")
    assert parameter.default is not None
    assert (parameter.default.value, project.place(parameter.default.origin)) == (25, "fix.yaml")
    (old,) = [entry for entry in before.parameters if entry.name == "perPage"]
    assert isinstance(parameter.schema, Schema)
    assert parameter.schema.inferred  # its type is still a guess of the reader
    assert replace(parameter, default=old.default, schema=old.schema) == old
    others = [entry for entry in project.operation.parameters if entry.name != "perPage"]
    assert others == [entry for entry in before.parameters if entry.name != "perPage"]
    assert replace(project.operation, parameters=before.parameters) == before
    assert project.after[0].operations[1] is project.before[0].operations[1]


def test_what_a_type_is_said_to_be_is_no_guess_any_more() -> None:
    project = Project(f"- target: {LIST}.parameters[?@.name == 'state'].schema\n  update: {{type: integer}}\n")
    schema = project.parameter("state").schema
    assert isinstance(schema, Schema)
    assert (schema.types, schema.inferred) == (("integer",), False)


def test_parts_are_removed_renamed_and_added() -> None:
    project = Project(
        f"- target: {LIST}.parameters[?@.name == 'state']\n  remove: true\n"
        f"- target: {LIST}.parameters[?@.name == 'perPage']\n  update: {{name: limit, required: true}}\n"
        f"- target: {LIST}.parameters\n  update: {{name: page, in: query, schema: {{type: integer}}, example: 3}}\n"
        f"- target: {LIST}.responses\n  update: {{'429': {{description: Too much}}}}\n"
        f"- target: {LIST}['x-scopes']\n  remove: true\n"
    )
    parameters = {entry.name: entry for entry in project.operation.parameters if entry.place == "query"}
    assert list(parameters) == ["limit", "page"]
    required = parameters["limit"].required
    assert required is not None
    assert required.value
    assert parameters["limit"].description == project.before[0].operations[0].parameters[2].description
    assert parameters["page"].examples[0].value == 3
    assert [entry.status for entry in project.operation.responses] == ["200", "404", "429"]
    assert project.operation.scopes is None
    assert project.operation.resource is not None  # what OpenAPI has no word for is not lost by a change beside it


def test_types_are_corrected_by_name() -> None:
    project = Project(
        f"- target: {LIST}.responses['200'].content.*.schema\n  remove: true\n"
        f"- target: {LIST}.responses['200'].content.*\n"
        "  update: {schema: {type: array, items: {$ref: '#/components/schemas/Kettle'}}}\n"
        "- target: $.components.schemas\n  update: {Kettle: {type: object, properties: {id: {type: string}}}}\n"
    )
    schema = project.operation.responses[0].contents[0].schema
    assert isinstance(schema, Schema)
    assert isinstance(schema.items, Reference)
    assert (schema.items.name, schema.items.target) == ("Kettle", None)
    assert [entry.name for entry in project.after[0].schemas.values()] == ["Kettle"]


def test_an_operation_is_moved_by_copy_and_remove() -> None:
    project = Project(
        "- target: $.paths\n  update: {/kettles: {}}\n"
        f"- target: $.paths['/kettles']\n  copy: {LIST[:-4]}\n"
        f"- target: {LIST[:-4]}\n  remove: true\n"
    )
    before, after = project.before[0].operations, project.after[0].operations
    assert [(entry.method, entry.path) for entry in after] == [("GET", "/kettles"), ("POST", "/kettles")]
    assert [replace(entry, path=old.path) for entry, old in zip(after, before, strict=True)] == list(before)


def test_one_action_corrects_every_source_that_it_matches() -> None:
    actions = "- target: $.paths.*.get.parameters[?@.name == 'perPage'].schema\n  update: {default: 7}\n"
    project = Project(actions, KETTLES, KETTLES, specs=(SPEC,))  # it matches nothing in the document
    for draft in project.after:
        (parameter,) = [entry for entry in draft.operations[0].parameters if entry.name == "perPage"]
        assert parameter.default is not None
        assert parameter.default.value == 7


@pytest.mark.parametrize(("specs", "where"), [((SPEC,), "api0.yaml"), ((), "page0.md")])
def test_what_no_source_has_is_added_once(specs: tuple[str, ...], where: str) -> None:
    actions = "- target: $.paths\n  update: {/new: {get: {summary: New, responses: {'204': {description: ok}}}}}\n"
    project = Project(actions, KETTLES, KETTLES, specs=specs)
    trees: dict[str, Any] = {document.name: document.tree for document in project.specs}
    found = [name for name, tree in trees.items() if "/new" in tree["paths"]]
    found += [
        draft.document for draft in project.after if any(operation.path == "/new" for operation in draft.operations)
    ]
    assert found == [where]


def test_extends_names_the_source_that_is_meant() -> None:
    actions = "- target: $.info\n  update: {title: Changed}\n"
    project = Project(actions, KETTLES, KETTLES, specs=(SPEC,), extends="./page1.md")
    assert [draft.title and draft.title.value for draft in project.after] == ["Kettles Actions", "Changed"]
    assert not list(project.report)
    elsewhere = Project(actions, KETTLES, specs=(SPEC,), extends="https://example.com/openapi.yaml")
    assert [finding.code for finding in elsewhere.report] == ["overlay-extends"]


def test_an_action_that_matches_in_no_source_is_an_error() -> None:
    with pytest.raises(InputError) as caught:
        Project("- target: $.paths['/nowhere']\n  remove: true\n", specs=(SPEC,))
    assert caught.value.finding.code == "overlay-unused"


def test_what_a_page_has_no_place_for_is_told() -> None:
    project = Project(
        f"- target: {LIST}\n  update: {{callbacks: {{}}, description: [1]}}\n"
        f"- target: {LIST}.parameters[0]\n  update: {{in: multipart}}\n"
        "- target: $.paths\n  update: {/new: 5}\n"
    )
    assert {finding.code for finding in project.report} == {"overlay-action"}
    assert len(list(project.report)) == 4
    assert {project.place(finding.at) for finding in project.report if finding.at} == {"fix.yaml"}


def test_what_was_changed_and_copied_is_not_shared() -> None:
    project = Project(
        f"- target: {LIST}\n  update: {{summary: One}}\n"
        "- target: $.paths\n  update: {/b: {}}\n"
        f"- target: $.paths['/b']\n  copy: {LIST[:-4]}\n"
        "- target: $.paths['/b'].get\n  update: {summary: Two}\n"
    )
    found = [entry for entry in project.after[0].operations if entry.method == "GET"]
    summaries = {entry.path: entry.summary and entry.summary.value for entry in found}
    assert summaries == {"/houses/{houseId}/kettles": "One", "/b": "Two"}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 9) | st.sampled_from(["", "a/b~", "string", "query", "200", "🫖"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*"ab", *WORDS]), inner, min_size=1, max_size=4)
    ),
    max_leaves=10,
)
TARGETS = [
    "$",
    "$.info",
    "$.paths",
    "$.paths.*",
    "$.paths.*.*",
    "$.paths.*.*.*",
    "$..parameters[*]",
    "$..schema",
    "$..content",
    "$..content.*",
    "$.components.schemas",
    "$.components.schemas.*",
    "$..*",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TARGETS), st.just("update") | st.just("remove"), VALUES), max_size=3))
def test_no_overlay_crashes_a_page(actions: list[tuple[str, str, Any]]) -> None:
    (draft,) = drafts_of_kettles()
    shown = pages.present(draft, Document(name="page.md", text=KETTLES))
    tree: Any = {
        "overlay": "1.1.0",
        "actions": [{"target": target, what: what == "remove" or value} for target, what, value in actions],
    }
    try:
        _, (changed,) = correct([], [shown], Document(name="fix", text="", tree=tree, syntax="json"), Report())
    except InputError:
        return
    report = Report()
    after = pages.corrected(draft, shown, changed, report)
    assert {finding.code for finding in report} <= {"overlay-action"}
    resolve([after], Config(name="tea", root=ROOT, output=ROOT), Report())
    assert draft == drafts_of_kettles()[0]


def drafts_of_kettles() -> tuple[Draft, ...]:
    return pages.read([Document(name="page.md", text=KETTLES)], None, Report())
