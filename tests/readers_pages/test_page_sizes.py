"""Long pages: the time to read one grows as its text does, and nothing in it lies too deep."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from generator.diagnostics import Report
from generator.readers import pages
from generator.source import Document

_TIMES = 8
_HEAD = "# Cups\n\n## Fill cups\n\n`POST /cups`\n\n"
_COLUMNS = "| Name | In | Type | Required | Description |\n|---|---|---|---|---|\n"


def _fields(number: int) -> str:
    rows = (f"| field_{index} | body | string | yes | What it is |\n" for index in range(number))
    return f"{_HEAD}### Parameters\n\n{_COLUMNS}{''.join(rows)}"


def _routes(number: int) -> str:
    return "# Cups\n\n## Fill\n\n" + "".join(f"`GET /cups{index}/{{id}}`\n\n" for index in range(number))


def _sentences(number: int) -> str:
    return _HEAD + "**Response**\n\n" + "".join(f"Cup {index} is full.\n\n" for index in range(4 * number))


@pytest.mark.parametrize("page", [_fields, _routes, _sentences])
def test_the_time_to_read_a_page_grows_as_its_text_does(page: Callable[[int], str]) -> None:
    _seconds(page(10))  # compiles the patterns of the profiles
    short, long = min(_seconds(page(250)) for _ in range(3)), _seconds(page(250 * _TIMES))
    assert long < 3 * _TIMES * short


def test_elements_in_one_another_are_read_however_deep_they_lie() -> None:
    text = "<!doctype html><h1>Cups</h1>" + "<div>" * 5000 + "<p>Returns a cup.</p>" + "</div>" * 5000
    [draft] = pages.read([Document(name="deep.html", text=text)], None, Report())
    assert draft.description
    assert draft.description.value == "Returns a cup."


def _seconds(text: str) -> float:
    began = time.process_time()
    pages.read([Document(name="long.md", text=text)], None, Report())
    return time.process_time() - began
