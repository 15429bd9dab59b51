"""`specloom drift` as a maintainer uses it: on a terminal, in a pull request, in a pipeline."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.commands import main

SPEC = """\
openapi: 3.1.0
info: {title: Kettles, version: "1"}
servers: [{url: https://api.example.com}]
paths:
  /houses/{houseId}/kettles:
    get:
      summary: Lists the kettles of a house
      parameters:
        - {name: houseId, in: path, required: true, schema: {type: string}}
        - {name: state, in: query, required: STATE, schema: {type: string, enum: [hot, cold], default: hot}}
        - {name: perPage, in: query, schema: {type: integer, default: PER_PAGE}}
      responses: {'200': {description: The kettles}}
"""
PAGE = (Path(__file__).parents[1] / "cases/page-alone/pages/kettles.md").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        folder = tmp_path / "specs" / name
        folder.mkdir(parents=True)
        (folder / "specloom.yaml").write_text("name: kettles\nopenapi: [openapi.yaml]\npages: [page.md]\n")
        (folder / "page.md").write_text(PAGE)
    write(tmp_path)
    return tmp_path


def write(folder: Path, *, state: str = "false", per_page: str = "50") -> None:
    text = SPEC.replace("STATE", state).replace("PER_PAGE", per_page)
    for name in ("one", "two"):
        (folder / "specs" / name / "openapi.yaml").write_text(text)


def drift(*options: str) -> Result:
    return CliRunner().invoke(main, ["drift", *options])


@pytest.mark.parametrize(
    ("facts", "level"),
    [({}, "info"), ({"per_page": "20"}, "warning"), ({"per_page": "20", "state": "true"}, "error")],
    ids=lambda value: str(value),
)
def test_the_exit_code_follows_the_worst_level(project: Path, facts: dict[str, str], level: str) -> None:
    write(project, **facts)
    levels = ["info", "warning", "error"]
    for asked in levels:
        expected = 1 if levels.index(asked) <= levels.index(level) else 0
        assert drift("specs/one", "--fail-on", asked).exit_code == expected, asked
    assert drift("specs/one").exit_code == 0


def test_the_table_stays_within_its_width_and_names_each_operation_once(project: Path) -> None:
    write(project, per_page="20", state="true")
    out = drift("specs/one").stdout
    assert max(map(len, out.splitlines())) <= 100
    assert out.count("GET /houses/{houseId}/kettles\n") == 1
    assert "warning  default-differs         parameter 'perPage': the document says 20, the page 50" in out
    assert "specs/one/openapi.yaml:11:" in out
    assert re.search(r"specs/one/page.md:3\d:\d+", out)
    assert out.rstrip().splitlines()[-1].startswith("1 error, 1 warning, ")


def test_the_worst_stands_first(project: Path) -> None:
    write(project, per_page="20", state="true")
    found = json.loads(drift("specs/one", "--as", "json").stdout)
    assert found[0]["severity"] == "error"
    assert found[0].keys() == {"code", "severity", "message", "at", "also", "about"}
    assert found[0]["about"] == "GET /houses/{houseId}/kettles"


def test_what_concerns_the_whole_api_stands_first(project: Path) -> None:
    write(project, per_page="20", state="true")
    page = project / "specs" / "one" / "page.md"
    page.write_text(page.read_text().replace("https://api.", "https://eu."))
    assert drift("specs/one").stdout.startswith("The API as a whole\n  warning  server-differs ")
    assert "| warning | The API as a whole | `server-differs`" in drift("specs/one", "--as", "markdown").stdout


def test_json_of_several_projects_is_one_array(project: Path) -> None:
    found = json.loads(drift("--as", "json").stdout)
    assert {entry["at"].split("/")[1] for entry in found} == {"one", "two"}


def test_what_is_printed_is_not_told_again(project: Path) -> None:
    write(project, state="true")
    result = drift("specs/one")
    assert "required-differs" in result.stdout
    assert "required-differs" not in result.stderr


def test_markdown_shows_what_counts_and_folds_the_rest_away(project: Path) -> None:
    write(project, per_page="20")
    out = drift("specs/one", "--as", "markdown").stdout
    shown, _, folded = out.partition("<details>")
    assert shown.startswith("**Drift between the sources: 1 warning, ")
    assert "| warning | `GET /houses/{houseId}/kettles` | `default-differs` parameter 'perPage'" in shown
    assert "| info |" not in shown
    assert "| info |" in folded
    assert folded.rstrip().endswith("</details>")


def test_no_drift_says_so(project: Path) -> None:
    (project / "specs/one/page.md").unlink()
    (project / "specs/one/specloom.yaml").write_text("name: kettles\nopenapi: [openapi.yaml]\n")
    assert drift("specs/one", "--fail-on", "info").stdout == "no drift\n"
    assert drift("specs/one", "--as", "json").stdout == "[]\n"
