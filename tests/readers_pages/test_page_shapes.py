"""One page says the same in every shape it comes in; what a damaged row cannot say for certain is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.diagnostics import Report
from generator.draft import Draft, Reference
from generator.readers import pages
from generator.source import Document
from tests.readers_pages import page_shapes as shapes
from tests.readers_pages.page_helpers import codes, read

SHAPES = [
    *(shapes.markdown, shapes.html, shapes.glued, shapes.piped),
    *(shapes.spaced, shapes.with_permalinks, shapes.stacked, shapes.spread),
]


def said(draft: Draft, *, named: bool = True) -> list[object]:
    """What a draft says of its operations, without places; without their names where these are not `named`."""
    return [
        (
            operation.method,
            operation.path,
            operation.resource and operation.resource.value,
            named and operation.action and operation.action.value,
            operation.description and operation.description.value,
            operation.scopes and operation.scopes.value,
            operation.security and operation.security.value,
            [
                (
                    parameter.place,
                    parameter.name,
                    parameter.required and parameter.required.value,
                    parameter.description and parameter.description.value,
                    parameter.default and parameter.default.value,
                    parameter.enum and parameter.enum.value,
                    [example.value for example in parameter.examples],
                )
                for parameter in operation.parameters
            ],
            operation.body
            and [(c.media_type, str(c.schema and c.schema.origin.document)) for c in operation.body.contents],
            operation.body and [e.value for c in operation.body.contents for e in c.examples],
            [
                (
                    response.status,
                    response.description and response.description.value,
                    [content.schema.name for content in response.contents if isinstance(content.schema, Reference)],
                    [(event.name, event.description) for event in response.events],
                )
                for response in operation.responses
            ],
        )
        for operation in draft.operations
    ]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_shape_says_the_same(shape: Callable[[shapes.Page], str]) -> None:
    expected, _ = read(shapes.markdown(shapes.KETTLES), "losant")
    draft, report = read(shape(shapes.KETTLES))
    assert said(draft) == said(expected)
    assert len(draft.operations) == 3
    assert codes(report) == []
    assert [server.url for server in draft.servers] == ["https://api.losant.com"]
    assert [scheme.name for scheme in draft.security_schemes] == ["BearerAuth"]


def test_text_without_headings_says_all_but_the_names() -> None:
    expected, _ = read(shapes.markdown(shapes.KETTLES), "losant")
    draft, report = read(shapes.unheaded(shapes.KETTLES), "losant")
    assert said(draft, named=False) == said(expected, named=False)
    assert [operation.action for operation in draft.operations] == [None] * 3
    assert codes(report) == []


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_values_have_the_type_of_their_example(shape: Callable[[shapes.Page], str]) -> None:
    draft, _ = read(shape(shapes.KETTLES))
    parameters = {parameter.name: parameter for parameter in draft.operations[0].parameters}
    assert parameters["perPage"].default and parameters["perPage"].default.value == 100
    assert parameters["isHot"].default and parameters["isHot"].default.value is False
    assert parameters["since"].default is None
    assert parameters["sortField"].enum and parameters["sortField"].enum.value == ("name", "id", "lastBoiled")
    assert parameters["kitchenId"].examples[0].value == "575ec8687ae143cd83dc4a97"


@pytest.mark.parametrize("shape", [shapes.glued, shapes.piped], ids=lambda shape: shape.__name__)
def test_collapsed_trees_give_outlines(shape: Callable[[shapes.Page], str]) -> None:
    draft, _ = read(shape(shapes.KETTLES))
    outlines = {outline.name: outline for outline in draft.outlines}
    assert list(outlines) == list(shapes.KETTLES.types)
    assert outlines["Kettle"].types == ("object",)
    assert outlines["Kettle"].properties == 1
    assert outlines["Kettle"].example_values == (True,)


def bare_examples(page: shapes.Page) -> shapes.Page:
    """The same page with its examples written without `name=`."""

    def bare(section: shapes.Section) -> shapes.Section:
        if section.head != shapes.PARAMETERS:
            return section
        return replace(section, rows=tuple((*row[:4], row[4].partition("=")[2]) for row in section.rows))

    actions = (replace(action, sections=tuple(map(bare, action.sections))) for action in page.actions)
    return replace(page, actions=tuple(actions))


def test_glued_rows_without_names_are_not_guessed() -> None:
    expected, _ = read(shapes.markdown(shapes.KETTLES))
    draft, report = read(shapes.glued(bare_examples(shapes.KETTLES)))
    truth = {parameter.name: parameter for parameter in expected.operations[0].parameters}
    for parameter in draft.operations[0].parameters:
        if parameter.place == "query":
            wanted = truth[parameter.name]
            assert parameter.required and wanted.required and parameter.required.value == wanted.required.value
            assert parameter.default is None
            assert parameter.enum is None
            assert parameter.examples == ()
    assert codes(report) == ["page-row-undecided"] * 7


def test_moved_cells_without_names_are_not_guessed() -> None:
    expected, _ = read(shapes.markdown(shapes.KETTLES))
    draft, report = read(shapes.piped(bare_examples(shapes.KETTLES)))
    truth = {parameter.name: parameter for parameter in expected.operations[0].parameters}
    for parameter in draft.operations[0].parameters:
        wanted = truth[parameter.name]
        assert parameter.description and wanted.description
        assert parameter.description.value == wanted.description.value
        assert parameter.default is None or (wanted.default and parameter.default.value == wanted.default.value)
    assert codes(report) == ["page-row-undecided"] * 2


def test_types_listed_on_one_page_part_the_rows_of_another() -> None:
    without = replace(shapes.KETTLES, types=())
    documents = [
        Document(name="a.txt", text=shapes.glued(without).replace("Collection of", "all the")),
        Document(name="b.txt", text=shapes.glued(shapes.KETTLES)),
    ]
    alone = Report()
    pages.read(documents[:1], None, alone)
    assert "page-row-undecided" in codes(alone)
    together = Report()
    first, _ = pages.read(documents, None, together)
    assert codes(together) == []
    assert [response.status for response in first.operations[0].responses] == ["200", "400", "404"]


TYPES = [
    ("Kettle The one that was asked for", "Kettle", "The one that was asked for"),
    ("Steam Event An SSE event", "Steam Event", "An SSE event"),
    ("Kettle Post Result Updated kettle post", "Kettle Post Result", "Updated kettle post"),
    ("Kettle kettle that boils", "Kettle", "kettle that boils"),
    ("One or More Kettles The ones", "", ""),
    ("Kettle Log Entries kettle log of a day", "", ""),
    ("Kettle Log Kettle Log of a day", "Kettle Log", "Kettle Log of a day"),
    ("API Key API key of a kettle", "API Key", "API key of a kettle"),
    ("Kettle Updated OAuth kettle", "Kettle", "Updated OAuth kettle"),
    ("Kettle Log Result if it boils", "", ""),
    ("Kettle Key kettleKey in use", "", ""),
    ("Kettle MQTT message", "", ""),
    ("Kettle Bought", "", ""),
]


@pytest.mark.parametrize(("words", "name", "description"), TYPES)
def test_a_type_is_told_from_the_sentence_behind_it_or_not_at_all(words: str, name: str, description: str) -> None:
    page = shapes.spaced(shapes.KETTLES).replace("Kettles Collection of kettles", words)
    draft, report = read(page)
    answer = draft.operations[0].responses[0]
    told = [content.schema.name for content in answer.contents if isinstance(content.schema, Reference)]
    assert told == ([name] if name else [])
    assert (answer.description.value if answer.description else "") == description
    assert codes(report) == ([] if name else ["page-row-undecided"])


ROWS = [
    ("hours N How many, at most 24 hours=12", "How many, at most 24", None, 12),
    ("hours N How many to wait 24 hours=12", "How many to wait", 24, 12),
    ("kind N Which kind, a file or a folder folder kind=folder", "Which kind, a file or a folder", "folder", "folder"),
    ("kind N The kind of the folder kind=folder", "The kind of the folder", None, "folder"),
    (
        "sort N How. Accepted values are: id, name, not hot id sort=name",
        "How. Accepted values are: id, name, not hot",
        "id",
        "name",
    ),
    ("tags N Which tags. See more. tags[0]=a&tags[1]=b", "Which tags. See more.", None, "tags[0]=a&tags[1]=b"),
    (
        "filter N Blank or not provided means all. filter=my kettle",
        "Blank or not provided means all.",
        None,
        "my kettle",
    ),
]


@pytest.mark.parametrize(("row", "description", "default", "example"), ROWS)
def test_a_default_is_told_from_the_description_before_it(
    row: str, description: str, default: object, example: object
) -> None:
    before = "filter Y What the name must contain filter=my kettle"
    draft, _ = read(shapes.spaced(shapes.KETTLES).replace(before, row))
    found = draft.operations[0].parameters[-1]
    assert found.description and found.description.value == description
    assert (found.default.value if found.default else None) == default
    assert [entry.value for entry in found.examples] == [example]


def test_names_that_lost_their_underscores_are_those_of_the_url() -> None:
    page = shapes.spaced(shapes.KETTLES).replace("\nKITCHEN_ID ID", "\nKITCHENID ID")
    draft, report = read(page)
    assert [entry.name for entry in draft.operations[0].parameters if entry.place == "path"] == ["kitchenId"]
    assert codes(report) == []


def test_cells_of_a_row_that_lost_its_name_are_not_taken_for_those_of_the_row_above() -> None:
    lost = "\nsince\nN\nBoiled since this time (ms since epoch)\nsince=1465790400000\n"
    page = shapes.stacked(shapes.KETTLES)
    assert lost in page
    draft, report = read(page.replace(lost, "\nWhich were bought together, or alone\ntrue\nalone=true\n"))
    hot = next(parameter for parameter in draft.operations[0].parameters if parameter.name == "isHot")
    assert hot.required and hot.required.value is False
    assert (hot.default, hot.examples, hot.description) == (None, (), None)
    assert codes(report) == ["page-row-undecided"]


def test_text_that_lost_some_of_its_headings() -> None:
    page = shapes.stacked(shapes.KETTLES)
    about = "Below is what, request by request, can be performed against the\nKettles resource, and\nno more."
    for words, left in (
        ("Kettles Actions\n", ""),
        ("Requests for the Kettles resource, one by one.", about),
        ("\nPost\nBuys a new kettle\nMethod And Url\n", "\nBuys a new kettle\n"),
        ("\nAuthentication\n", "\n"),
    ):
        assert words in page
        page = page.replace(words, left)
    draft, report = read(page)
    expected, _ = read(shapes.markdown(shapes.KETTLES), "losant")
    assert said(draft, named=False) == said(expected, named=False)
    assert [entry.action.value if entry.action else "" for entry in draft.operations] == ["Get", "", "Steam Stream"]
    assert codes(report) == []


@pytest.mark.parametrize("shape", [shapes.glued, shapes.piped], ids=lambda shape: shape.__name__)
def test_a_page_that_is_cut_off_lists_some_of_its_types(shape: Callable[[shapes.Page], str]) -> None:
    expected, _ = read(shapes.markdown(shapes.KETTLES), "losant")
    draft, report = read(shape(replace(shapes.KETTLES, types=("Kettle",))))
    assert said(draft) == said(expected)
    assert codes(report) == []


OLDER = """Kettles Actions

https://api.losant.com/kitchens/KITCHEN_ID/kettles

GET

https://api.losant.com/kitchens/KITCHEN_ID
/kettles

Lists the kettles

Request Path Components

Path Component Description Example
KITCHEN_ID ID of the kitchen 575ec8687ae143cd83dc4a97

POST - /empty

https://api.losant.com/kitchens/KITCHEN_ID/kettles/empty

Empties them all

Successful Responses

Code Type Description
200 Success If all were emptied
"""


def test_headings_that_give_the_method_above_a_line_that_gives_the_url() -> None:
    draft, report = read(OLDER, "losant")
    assert [
        (entry.method, entry.path, entry.description and entry.description.value) for entry in draft.operations
    ] == [
        ("GET", "/kitchens/{kitchenId}/kettles", "Lists the kettles"),
        ("POST", "/kitchens/{kitchenId}/kettles/empty", "Empties them all"),
    ]
    assert [entry.action and entry.action.value for entry in draft.operations] == ["GET", "empty"]
    assert [response.status for response in draft.operations[1].responses] == ["200"]
    assert codes(report) == []
