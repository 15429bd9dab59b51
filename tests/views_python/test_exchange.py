"""What a call hands back, by what the source says of its answers."""

from __future__ import annotations

import pytest

from generator import model
from generator.views.python.exchange import accepted, result_type
from generator.views.python.types import Types
from tests.views_python import awkward_api as sample

TEXT = sample.content(model.Text(), "x", "text/plain", kind="text")


def said(method: str, *answers: tuple[str, tuple[model.Content, ...]]) -> tuple[str, str]:
    """The type of the result and the `Accept` header."""
    responses = tuple(sample.response(status, *contents) for status, contents in answers)
    operation = sample.operation("teas", "brew", method, "/teas", responses=responses)
    return str(result_type(operation, "call", Types(sample.DEMO))), accepted(operation, "call")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH"])
@pytest.mark.parametrize("status", ["200", "201", "2XX", "default"])
def test_an_answer_of_which_nothing_is_said_is_not_thrown_away(method: str, status: str) -> None:
    assert said(method, (status, ()), ("404", (TEXT,))) == ("Any", "application/json, */*;q=0.5")


@pytest.mark.parametrize(
    ("method", "answers", "result"),
    [
        ("POST", [("204", ())], "None"),
        ("POST", [("202", ())], "None"),
        ("DELETE", [("200", ())], "None"),
        ("HEAD", [("200", ())], "None"),
        ("POST", [("200", ()), ("201", (TEXT,))], "str | None"),
    ],
)
def test_an_answer_without_a_body_is_none(
    method: str, answers: list[tuple[str, tuple[model.Content, ...]]], result: str
) -> None:
    assert said(method, *answers)[0] == result
