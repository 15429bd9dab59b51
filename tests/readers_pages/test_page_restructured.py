"""Pages in reStructuredText: directives that are routes, field lists that are tables, tables in every style."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Schema
from generator.readers.pages.blocks import Block, Code, Definitions, Heading, Items, Paragraph, Table
from generator.readers.pages.formats import restructured
from scripts.accuracy import type_of
from tests.readers_pages.page_helpers import one, read

HEAD = "Cups\n====\n\n"


def said(text: str) -> list[Block]:
    return [*restructured.read(text, "page.rst")]


def parameters(operation: Operation) -> dict[str, tuple[str, str | None]]:
    return {entry.name: (entry.place, type_of(entry.schema)) for entry in operation.parameters}


def test_an_operation_of_the_http_domain() -> None:
    page = HEAD + (
        ".. http:patch:: /cups/(string:name)/\n\n   Changes a cup, see :ref:`more <cups>`.\n\n"
        '   .. sourcecode:: json\n\n      {"id": 1}\n\n'
        "   :query boolean dry: whether to pretend only\n   :query tea:\n      which one,\n      or any\n"
        "   :<json integer size: how tall\n   :>json string id: its name\n   :reqheader X-Tea: which one\n"
        "   :statuscode 200: changed\n   :status 404: no such cup\n"
    )
    operation = one(page, "generic")
    assert (operation.method, operation.path) == ("PATCH", "/cups/{name}/")
    assert operation.description and operation.description.value == "Changes a cup, see more."
    assert parameters(operation) == {
        "name": ("path", "string"),
        "dry": ("query", "boolean"),
        "tea": ("query", None),
        "X-Tea": ("header", None),
    }
    assert [entry.description.value for entry in operation.parameters if entry.name == "tea" and entry.description] == [
        "which one, or any"
    ]
    schemas = [content.schema for content in (operation.body.contents if operation.body else ())]
    assert [[*schema.properties] for schema in schemas if isinstance(schema, Schema)] == [["size"]]
    statuses = {answer.status: answer.description and answer.description.value for answer in operation.responses}
    assert statuses == {"200": "changed", "404": "no such cup"}


def test_a_directive_whose_argument_is_a_route() -> None:
    page = HEAD + (
        ".. rest_method:: GET /v3/cups/{cup_id}\n\nShows it.\n\nNormal response codes: 200\n"
        "Error response codes: 404,\n401\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n"
        "   - cup_id: cup_id_path\n   - tea: tea_query\n\n"
        "Response\n--------\n\n.. rest_parameters:: p.yaml\n\n   - id: id\n"
    )
    operation = one(page, "generic")
    assert parameters(operation) == {"cup_id": ("path", None), "tea": ("query", None)}
    assert [answer.status for answer in operation.responses] == ["200", "401", "404"]


def test_several_operations_below_one_heading() -> None:
    operation = ".. http:{}:: /cups\n\n   {}\n\n   :statuscode 200: done\n\n"
    draft, _ = read(HEAD + operation.format("get", "Lists them.") + operation.format("post", "Makes one."), "generic")
    told = {entry.method: entry.description and entry.description.value for entry in draft.operations}
    assert told == {"GET": "Lists them.", "POST": "Makes one."}


def test_sections_by_the_order_of_their_signs() -> None:
    text = "====\nTea\n====\n\nCups\n----\n\nLids\n~~~~\n\nPots\n----\n\n.. _a:\n\n.. note:: x\n"
    headings = [block for block in said(text) if isinstance(block, Heading)]
    assert [(block.level, block.text.plain, block.origin.line) for block in headings] == [
        (1, "Tea", 2),
        (2, "Cups", 5),
        (3, "Lids", 8),
        (2, "Pots", 11),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "+------+-----------+\n| Name | What      |\n+======+===========+\n| size | How tall  |\n|      | it is     |\n"
        "+------+-----------+\n| lid  | Whether   |\n+------+-----------+\n",
        "====== ===========\nName   What\n====== ===========\nsize   How tall\n       it is\n"
        "lid    Whether\n====== ===========\n",
        ".. list-table:: Fields\n   :header-rows: 1\n\n   * - Name\n     - What\n   * - size\n"
        "     - How tall\n       it is\n"
        "   * - lid\n     - Whether\n",
        '.. csv-table::\n   :header: Name, What\n\n   size, "How tall it is"\n   lid, Whether\n',
    ],
)
def test_tables(text: str) -> None:
    [table] = said(text)
    assert isinstance(table, Table)
    assert [cell.plain for cell in table.columns] == ["Name", "What"]
    assert [[cell.plain for cell in row] for row in table.rows] == [["size", "How tall it is"], ["lid", "Whether"]]


def test_lists_terms_and_samples() -> None:
    text = (
        "* ``size`` - how\n  tall\n\n  * ``small``\n\n* ``lid``::\n\n      {}\n\n"
        "size\n  How tall.\n\nlid\n  Whether.\n\n"
        'It gives::\n\n  {"id": 1}\n\nEnd, `see <https://tea.example/>`_.\n'
    )
    items, code, terms, before, sample, end = said(text)
    assert isinstance(items, Items) and isinstance(terms, Definitions)
    assert [*zip((entry.plain for entry in items.entries), items.depths, strict=True)] == [
        ("size - how tall", 0),
        ("small", 1),
        ("lid", 0),
    ]
    assert [(term.plain, words.plain) for term, words in terms.entries] == [("size", "How tall."), ("lid", "Whether.")]
    assert isinstance(code, Code) and isinstance(sample, Code) and sample.text == '{"id": 1}\n'
    assert isinstance(before, Paragraph) and before.text.plain == "It gives:"
    assert isinstance(end, Paragraph) and end.text.links[0].target == "https://tea.example/"


@pytest.mark.parametrize(
    "text",
    [
        ".. a::\n\n" + "\n".join(" " * depth + "x" for depth in range(2000)),
        "\n".join(" " * (depth % 300) + "- x" for depth in range(900)),
        "+---+\n+\n",
        "+---+---+\n|",
        "==== ====",
        "==== ====\n\n\n",
        ".. list-table::\n\n   * -\n",
        '.. csv-table::\n   :header: "a\n\n   x\0',
        ".. http:get::\n",
        ":query:\n:query a: b\n",
        "::\n\n",
        "===\n",
    ],
)
def test_whatever_stands_there_is_read(text: str) -> None:
    assert isinstance(said(text), list)


def test_markdown_is_not_taken_for_it() -> None:
    assert not restructured.is_restructured("# Cups\n\n.. note:: x\n")
    assert not restructured.is_restructured("```rst\n.. note:: x\n```\n")
    assert restructured.is_restructured("Cups\n====\n\n.. note:: x\n")
