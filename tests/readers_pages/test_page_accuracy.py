"""Real pages, where they are at hand: recall and precision reach the goals."""

from __future__ import annotations

import pytest

from scripts import accuracy

SCORES = accuracy.measure(accuracy.PAGES) if accuracy.PAGES.is_dir() else []


@pytest.mark.skipif(not SCORES, reason="the real pages are not here")
@pytest.mark.parametrize(("page", "kind", "score"), SCORES, ids=lambda value: value if isinstance(value, str) else "")
def test_goals(page: str, kind: str, score: accuracy.Score) -> None:
    goal = accuracy.GOAL[page.split("/", 1)[0]]
    assert score.recall >= goal
    assert score.precision >= goal
