"""Real pages, where they are at hand: recall and precision reach the goals. How missing pages are fetched."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import accuracy

SCORES = accuracy.measure([accuracy.PAGES]) if accuracy.PAGES.is_dir() else []
PAGE = "# Cups API\n\n## List cups\n\n```plaintext\nGET /cups\n```\n"


@pytest.mark.skipif(not SCORES, reason="the real pages are not here")
@pytest.mark.parametrize(("page", "kind", "score"), SCORES, ids=lambda value: value if isinstance(value, str) else "")
def test_goals(page: str, kind: str, score: accuracy.Score) -> None:
    goal = accuracy.GOAL[page.split("/", 1)[0]]
    assert score.recall >= goal
    assert score.precision >= goal


@pytest.fixture
def truth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Facts of one page from a public repository."""
    source = {"repository": "tea/cups", "commit": "c0", "path": "doc/cups.md"}
    facts = {"source": {**source, "sha256": accuracy.digest(PAGE.encode())}, "operations": [["GET /cups"]]}
    file = tmp_path / "truth" / "unseen" / "tea" / "cups.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(facts), encoding="utf-8")
    monkeypatch.setattr(accuracy, "TRUTH", tmp_path / "truth")
    return file


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder of files, and where they can be fetched."""
    folder = tmp_path / "site"
    folder.mkdir()
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.usefixtures("truth")
@pytest.mark.parametrize(("text", "problem"), [(PAGE, ""), (PAGE + "More.", "is not the text"), (None, "404")])
def test_a_fetched_page_is_the_one_that_the_facts_are_of(
    tmp_path: Path, site: tuple[Path, str], text: str | None, problem: str
) -> None:
    folder, base = site
    if text is not None:
        file = folder / "tea" / "cups" / "c0" / "doc" / "cups.md"
        file.parent.mkdir(parents=True)
        file.write_bytes(text.encode())
    problems = accuracy.fetch(tmp_path / "pages", base)
    assert [problem in line for line in problems] == ([True] if problem else [])
    assert bool(accuracy.measure([tmp_path / "pages"])) is not bool(problem)


@pytest.mark.usefixtures("truth")
def test_a_page_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    [problem] = accuracy.fetch(tmp_path, "http://127.0.0.1:9")
    assert problem.startswith("unseen/tea/cups: http://127.0.0.1:9/tea/cups/c0/doc/cups.md cannot be fetched: ")


def test_a_page_of_another_text_is_not_measured(truth: Path, tmp_path: Path) -> None:
    page = tmp_path / "pages" / "unseen" / "tea" / "cups.md"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"# Another text\n")
    assert (
        accuracy.page_of("unseen/tea/cups", json.loads(truth.read_text(encoding="utf-8")), [tmp_path / "pages"]) is None
    )
