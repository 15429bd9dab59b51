"""The command: exit codes, messages with places, and an output folder that bad input never harms."""

from __future__ import annotations

import errno
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.codes import CODES

SPEC = """\
openapi: 3.0.3
info: {title: Tea, version: "1.0"}
servers: [{url: "https://tea.example.com"}]
paths:
  /leaves:
    get:
      operationId: leaves.list
      tags: [leaves]
      summary: Lists the leaves.
      responses:
        '200':
          description: All leaves.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Leaf'}}
components:
  schemas:
    Leaf:
      type: object
      required: [name]
      properties: {name: {type: string}}
"""
PROJECT = "name: tea\nopenapi: [openapi.yaml]\noutput: out\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "specloom.yaml").write_text(PROJECT)
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_generate_then_check_then_a_stale_output(project: Path) -> None:
    assert run("check").exit_code == 1
    assert not (project / "out").exists(), "check writes nothing"
    result = run("generate")
    assert result.exit_code == 0, result.stderr
    assert {"client", "server", "docs"} <= {path.name for path in (project / "out").iterdir()}
    assert run("check").exit_code == 0
    (project / "openapi.yaml").write_text(SPEC.replace("Lists the leaves.", "Lists all leaves."))
    stale = run("generate", "--check", "--diff")
    assert stale.exit_code == 1
    assert "+" in stale.stdout
    assert "Lists all leaves." in stale.stdout


def test_a_second_run_writes_nothing(project: Path) -> None:
    run("generate")
    before = {path: path.stat().st_mtime_ns for path in (project / "out").rglob("*")}
    assert run("generate").exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in (project / "out").rglob("*")} == before


def test_a_file_edited_by_hand_is_refused(project: Path) -> None:
    run("generate")
    (project / "out" / "docs" / "docs" / "index.md").write_text("mine")
    (project / "openapi.yaml").write_text(SPEC.replace("title: Tea", "title: Green tea"))
    before = contents(project / "out")
    result = run("generate")
    assert result.exit_code == 3
    assert "out/docs/docs/index.md" in result.stderr and "--force overwrites them" in result.stderr
    assert contents(project / "out") == before
    assert run("generate", "--force").exit_code == 0


BAD = {
    "not YAML": ("openapi: [", r"openapi\.yaml:\d+:\d+: error\[not-yaml\]"),
    "not OpenAPI": ("name: docker\nservices: {}\n", r"openapi\.yaml:\d+:\d+: error\[not-openapi\]"),
    "a list": ("- 1\n- 2\n", r"openapi\.yaml:\d+:\d+: error\[not-openapi\]"),
    "empty": ("", r"openapi\.yaml:\d+:\d+: error\[not-openapi\]"),
    "binary": ("\x00\x01\x02", r"openapi\.yaml:\d+:\d+: error\[not-openapi\]"),
    "a control sign": ("openapi: 3.0.0\nx: \x01\n", r"openapi\.yaml:2:4: error\[not-yaml\]"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_names_its_place_and_leaves_the_old_output(project: Path, name: str) -> None:
    run("generate")
    before = contents(project / "out")
    text, expected = BAD[name]
    (project / "openapi.yaml").write_text(text)
    result = run("generate")
    assert result.exit_code == 2
    assert re.search(expected, result.stderr), result.stderr
    assert contents(project / "out") == before


def test_a_missing_source_is_named_at_the_line_that_names_it(project: Path) -> None:
    (project / "specloom.yaml").write_text("name: tea\nopenapi: [opnapi.yaml]\n")
    result = run("generate")
    assert result.exit_code == 2
    assert re.search(r"specloom\.yaml:2:\d+: error\[cannot-read\]: there is no file 'opnapi.yaml'", result.stderr)


def test_a_wrong_key_names_the_nearest_right_one(project: Path) -> None:
    (project / "specloom.yaml").write_text("name: tea\nopenapi: [openapi.yaml]\ntaget: {}\n")
    result = run("generate")
    assert result.exit_code == 2
    assert re.search(r"specloom\.yaml:3:1: error\[config\]: .*did you mean 'targets'", result.stderr)


def test_a_dangling_reference_is_a_finding_and_everything_is_generated(project: Path) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("schemas/Leaf'", "schemas/Leav'"))
    result = run("generate")
    assert result.exit_code == 0
    assert re.search(r"openapi\.yaml:15:\d+: \w+\[ref-dangling\].*Leaf", result.stderr), result.stderr
    assert run("generate", "--strict").exit_code == 1


WRONG_VALUES = {
    "targets: 7\n": "expected some text here",
    "targets:\n  python-client: {package: my-tea}\n": "did you mean 'my_tea'?",
    "targets:\n  python-client: {package: class}\n": "'class' is no name of a Python package",
    "targets:\n  python-client: {package: tea}\n  fastapi-server: {package: tea}\n": "cannot share the package 'tea'",
    "operations: leaves\n": "expected a mapping with operations",
    "precedence: pages\n": "expected a mapping with kinds of facts",
    "pages: [{files: page.md, profile: losnat}]\n": "did you mean 'losant'?",
}


@pytest.mark.parametrize("said", WRONG_VALUES)
def test_a_wrong_value_is_named_with_its_place(project: Path, said: str) -> None:
    (project / "page.md").write_text("# Leaves\n")
    (project / "specloom.yaml").write_text("name: tea\nopenapi: [openapi.yaml]\n" + said)
    result = run("generate")
    assert result.exit_code == 2
    assert re.search(
        rf"^specloom\.yaml:[345]:\d+: error\[.*{re.escape(WRONG_VALUES[said])}", result.stderr, re.MULTILINE
    )


def test_a_lone_target_is_a_list_of_one(project: Path) -> None:
    (project / "specloom.yaml").write_text("name: tea\nopenapi: openapi.yaml\ntargets: openapi\noutput: out\n")
    assert run("generate").exit_code == 0
    assert sorted(path.name for path in (project / "out").iterdir()) == ["openapi.yaml", "specloom.lock"]


def test_check_tells_what_overwrites_an_edit(project: Path) -> None:
    run("generate")
    (project / "out" / "openapi.yaml").write_text("mine")
    result = run("check")
    assert result.exit_code == 1
    assert "edited by hand: openapi.yaml" in result.stderr
    assert "stale; `specloom generate --force` overwrites the edits" in result.stderr
    assert run("generate").exit_code == 3


def test_two_projects_cannot_share_an_output_folder(project: Path) -> None:
    (project / "other.yaml").write_text(PROJECT)
    result = run("generate", "specloom.yaml", "other.yaml")
    assert result.exit_code == 2
    assert "have the same output folder" in result.stderr
    assert not (project / "out").exists()
    assert run("generate", "specloom.yaml", "specloom.yaml").exit_code == 0


def test_a_key_that_stands_twice_in_the_project_file_is_a_finding(project: Path) -> None:
    (project / "specloom.yaml").write_text(PROJECT + "name: other\n")
    assert re.search(r"^specloom\.yaml:\d+:1: warning\[duplicate-key\]", run("generate").stderr, re.MULTILINE)


def test_a_url_that_is_not_allowed_is_named_where_it_stands(project: Path) -> None:
    (project / "specloom.yaml").write_text("name: tea\nopenapi:\n  - openapi.yaml\n  - https://example.com/a.yaml\n")
    result = run("generate")
    assert result.exit_code == 2
    assert re.search(r"^specloom\.yaml:4:5: error\[ref-refused\]", result.stderr, re.MULTILINE), result.stderr


@pytest.mark.parametrize("text", ["# Tea\n\n`GET /leaves`\n", "type Query {\n  leaf(id: ID!): Leaf\n}\n"])
def test_what_is_no_openapi_document_at_all_is_told_so(project: Path, text: str) -> None:
    (project / "page.md").write_text(text)
    result = run("generate", "--openapi", "page.md", "--name", "tea", "--output", "out")
    assert result.exit_code == 2
    assert re.search(r"^page\.md:\d+:\d+: error\[not-openapi\]: .*--pages", result.stderr), result.stderr


def test_a_document_among_the_pages_is_read_as_one(project: Path) -> None:
    flags = ("--pages", "openapi.yaml", "--name", "tea", "--output", "out")
    result = run("generate", *flags, "-v")
    assert result.exit_code == 0
    assert "openapi.yaml:1:1: info[page-embeds]: this page is an OpenAPI document" in result.stderr
    assert "page-unread" not in result.stderr
    assert "/leaves" in (project / "out" / "openapi.yaml").read_text()
    assert "page-embeds" not in run("generate", "--openapi", "openapi.yaml", *flags, "-v").stderr


def test_a_page_of_another_kind_is_a_finding(project: Path) -> None:
    (project / "page.md").write_text("# Our company\n\nWe sell tea.\n")
    result = run("generate", "--openapi", "openapi.yaml", "--pages", "page.md", "--name", "tea", "--output", "out")
    assert result.exit_code == 0
    assert re.search(r"page\.md:\d+:\d+: warning\[page-unread\]", result.stderr), result.stderr


def test_pages_that_describe_nothing_are_no_api(project: Path) -> None:
    (project / "page.md").write_text("# Our company\n\nWe sell tea.\n")
    result = run("generate", "--pages", "page.md", "--name", "tea", "--output", "out")
    assert result.exit_code == 2
    assert "error[nothing-read]" in result.stderr
    assert "looks for routes such as `{method} {url}" in result.stderr
    assert "re:" not in result.stderr
    assert not (project / "out").exists()


@pytest.mark.parametrize("style", ["text", "json"])
def test_what_the_file_system_refuses_is_a_finding(project: Path, style: str) -> None:
    (project / "file").write_text("not a folder")
    flags = ("--openapi", "openapi.yaml", "--name", "tea", "--output", "file")
    result = run("generate", *flags, "--format", style)
    assert result.exit_code == 2
    if style == "json":
        assert next(one["code"] for one in json.loads(result.stderr)) == "file-system"
    else:
        assert "error[file-system]: file: File exists" in result.stderr
    assert (project / "file").read_text() == "not a folder"


def test_a_full_disk_is_a_finding(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.output.write", full)
    result = run("generate", "--openapi", "openapi.yaml", "--name", "tea", "--output", "out")
    assert result.exit_code == 2
    assert "error[file-system]: No space left on device" in result.stderr


def test_an_interrupted_run_is_not_taken_for_a_stale_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = contents(project)
    monkeypatch.setattr("generator.build.build", interrupt)
    result = run("generate")
    assert (result.exit_code, result.output.strip()) == (130, "interrupted")
    assert contents(project) == before


def test_serve_takes_ports_that_there_are(project: Path) -> None:
    result = run("serve", "--openapi", "openapi.yaml", "--name", "tea", "--port", "65536")
    assert result.exit_code == 2
    assert "65536 is not in the range" in result.stderr


def test_flags_describe_a_project_too(project: Path) -> None:
    flags = ("--openapi", "openapi.yaml", "--name", "tea", "--output", "elsewhere")
    result = run("generate", *flags, "--target", "markdown-docs")
    assert result.exit_code == 0
    assert [path.name for path in sorted((project / "elsewhere").iterdir())] == ["docs", "specloom.lock"]


def test_two_kinds_of_sources_at_once_is_a_usage_error(project: Path) -> None:
    assert run("generate", ".", "--openapi", "openapi.yaml").exit_code == 2
    assert run("generate", "--target", "java").exit_code == 2
    assert run("generate", "nowhere").exit_code == 2


def test_the_model_is_json_with_places(project: Path) -> None:
    tree = json.loads(run("model").stdout)
    (operation,) = tree["operations"]
    assert (operation["resource"], operation["action"], operation["id"]) == ("leaves", "list", "leaves.list")
    assert operation["origins"] == ["openapi.yaml:6:5"]
    assert operation["responses"][0]["contents"] == {
        "application/json": {
            "description": "",
            "type": "Leaf[]",
            "example": [{"name": "string"}],
            "example_given": False,
        }
    }
    assert tree["types"]["Leaf"]["fields"][0]["name"] == "name"


@pytest.mark.parametrize("style", ["json", "sarif"])
def test_findings_for_machines_are_json(project: Path, style: str) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("schemas/Leaf'", "schemas/Leav'"))
    parsed = json.loads(run("model", "--format", style).stderr)
    assert "ref-dangling" in json.dumps(parsed)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("nowhere", "there is no file 'nowhere'"),
        (".", "there is no file 'specloom.yaml'; `specloom init`"),
        ("openapi.yaml", "openapi.yaml:1:1: error[config]: an OpenAPI document is no project; name it by --openapi"),
    ],
)
def test_what_is_no_project_is_told_what_to_do(project: Path, named: str, told: str) -> None:
    (project / "specloom.yaml").unlink()
    result = run("generate", named)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("style", ["json", "sarif"])
def test_the_findings_of_all_projects_are_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str, jobs: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("one", SPEC.replace("schemas/Leaf'", "schemas/Leav'")), ("two", "openapi: ["), ("three", SPEC)):
        folder = tmp_path / "specs" / name
        folder.mkdir(parents=True)
        (folder / "openapi.yaml").write_text(text)
        (folder / "specloom.yaml").write_text(PROJECT)
    result = run("generate", "--format", style, "--jobs", jobs)
    parsed = json.loads(result.stderr)
    entries = parsed if style == "json" else parsed["runs"][0]["results"]
    assert {entry["code" if style == "json" else "ruleId"] for entry in entries} == {"ref-dangling", "not-yaml"}
    assert "specs/two/openapi.yaml" in json.dumps(parsed)
    assert "files: " in result.stdout


@pytest.mark.parametrize("style", ["json", "sarif"])
def test_nothing_to_find_is_a_document_too(project: Path, style: str) -> None:
    run("generate")
    result = run("check", "-q", "--format", style)
    assert result.exit_code == 0
    found = json.loads(result.stderr)
    assert (found if style == "json" else found["runs"][0]["results"]) == []


def test_findings_as_github_annotations(project: Path) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("schemas/Leaf'", "schemas/Leav'"))
    result = run("model", "--format", "github")
    assert re.search(r"^::\w+ file=openapi\.yaml,line=15,col=\d+,title=ref-dangling::", result.stderr)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    assert run("explain", code).exit_code == 0


def test_the_depfile_names_every_input(project: Path) -> None:
    run("generate", "--depfile", "deps.d")
    assert (project / "deps.d").read_text() == "out/specloom.lock: openapi.yaml specloom.yaml\n"


def test_init_writes_a_project_that_generates(project: Path) -> None:
    (project / "specloom.yaml").unlink()
    assert run("init", "openapi.yaml", "--name", "tea").exit_code == 0
    assert run("init", "openapi.yaml").exit_code == 3
    assert run("generate").exit_code == 0
    assert (project / "output" / "tea" / "client").is_dir()


def test_init_takes_a_broken_document_for_one(project: Path) -> None:
    (project / "broken.yaml").write_text(SPEC.replace("\n", "\n\t", 1))
    (project / "page.md").write_text("# Leaves\n\n`GET /leaves`\n")
    assert "2 OpenAPI, 1 pages" in run("init", "--force", "openapi.yaml", "broken.yaml", "page.md").stdout
    assert re.search(r"broken\.yaml:2:1: error\[not-yaml\]: .* a tab", run("generate").stderr)


def test_each_command_is_told_in_one_line() -> None:
    assert "..." not in run("--help").stdout.partition("Commands:")[2]


@pytest.mark.parametrize("command", ["profiles", "targets"])
def test_lists(command: str) -> None:
    assert len(run(command).stdout.splitlines()) >= 2


def test_projects_side_by_side_say_and_write_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("one", SPEC), ("two", "openapi: ["), ("three", SPEC)):
        folder = tmp_path / "specs" / name
        folder.mkdir(parents=True)
        (folder / "openapi.yaml").write_text(text)
        (folder / "specloom.yaml").write_text(PROJECT)
    alone, beside = run("check"), run("check", "--jobs", "3")
    assert (alone.exit_code, alone.stdout, alone.stderr) == (beside.exit_code, beside.stdout, beside.stderr)
    assert run("generate", "--jobs", "2").exit_code == 2
    assert contents(tmp_path / "specs" / "one" / "out") == contents(tmp_path / "specs" / "three" / "out")
    assert not (tmp_path / "specs" / "two" / "out").exists()


WRONG_PROJECTS = {
    "rename-unused": "operations:\n  GET /nothing: {action: fetch}\n",
    "precedence-unknown": "precedence: {prosa: pages}\n",
    "pagination-mismatch": "operations:\n  GET /leaves: {pagination: {kind: page, parameter: page, items: nowhere}}\n",
}


@pytest.mark.parametrize("code", WRONG_PROJECTS)
def test_a_project_that_asks_for_what_is_not_there_writes_nothing_and_says_where(project: Path, code: str) -> None:
    (project / "specloom.yaml").write_text(PROJECT + WRONG_PROJECTS[code])
    for command in ("generate", "check", "model", "drift"):
        result = run(command)
        assert result.exit_code == 2
        assert re.search(rf"^specloom\.yaml:\d+:\d+: error\[{code}\]", result.stderr, re.MULTILINE), result.stderr
    assert not (project / "out").exists()
