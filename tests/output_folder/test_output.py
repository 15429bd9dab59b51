"""The output folder: what is written, what is left alone, what is refused."""

from __future__ import annotations

import errno
from pathlib import Path, PurePosixPath

import pytest

from generator import output
from generator.artifact import File


def files(**contents: str) -> list[File]:
    return [File(path=PurePosixPath(name.replace("__", "/")), content=text.encode()) for name, text in contents.items()]


def put(folder: Path, *made: File, force: bool = False, owned: tuple[str, ...] | None = None) -> output.Plan:
    plan = output.plan(made, folder, owned)
    output.write(plan, force=force)
    return plan


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    put(tmp_path, *files(a="1", b__c="2"))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    plan = put(tmp_path, *files(a="1", b__c="2"))
    assert plan.fresh
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_what_is_no_longer_generated_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    put(tmp_path, *files(a="1", b__c="2"))
    (tmp_path / "mine").write_text("kept")
    plan = put(tmp_path, *files(a="1"))
    assert plan.stale == ("b/c",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "mine", output.LOCK]


def test_a_file_edited_by_hand_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    put(tmp_path, *files(a="1", b="1"))
    (tmp_path / "a").write_text("my edit")
    with pytest.raises(output.Refused) as refused:
        put(tmp_path, *files(a="2", b="2"))
    assert refused.value.paths == ("a",)
    assert (tmp_path / "a").read_text() == "my edit"
    assert (tmp_path / "b").read_text() == "1"
    put(tmp_path, *files(a="2", b="2"), force=True)
    assert (tmp_path / "a").read_text() == "2"


def test_a_file_that_the_generator_did_not_write_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(output.Refused):
        put(tmp_path, *files(a="1"))
    assert (tmp_path / "a").read_text() == "mine"


@pytest.mark.parametrize(("foreign", "named"), [("a/b/mine", "a/b"), ("a", "a")])
def test_a_folder_in_the_place_of_a_file_is_refused_and_nothing_is_written(
    tmp_path: Path, foreign: str, named: str
) -> None:
    (tmp_path / foreign).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / foreign).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(output.Refused) as refused:
        put(tmp_path, *files(a__b="1", c="1"), force=True)
    assert refused.value.paths == (named,)
    assert sorted(tmp_path.rglob("*")) == before


def test_what_cannot_be_written_is_named_and_no_temporary_file_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.output.Path.replace", full)
    with pytest.raises(OSError, match="No space left") as error:
        output.write_new(tmp_path / "a", "1")
    assert error.value.filename == str(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_a_stale_file_edited_by_hand_is_not_removed(tmp_path: Path) -> None:
    put(tmp_path, *files(a="1", b="1"))
    (tmp_path / "b").write_text("my edit")
    with pytest.raises(output.Refused):
        put(tmp_path, *files(a="1"))
    assert (tmp_path / "b").exists()


def test_a_once_file_is_written_once_and_belongs_to_the_user(tmp_path: Path) -> None:
    once = File(path=PurePosixPath("handlers.py"), content=b"start", once=True)
    put(tmp_path, once)
    (tmp_path / "handlers.py").write_text("mine")
    assert put(tmp_path, once).fresh
    put(tmp_path, *files(a="1"))
    assert (tmp_path / "handlers.py").read_text() == "mine"


def test_a_run_of_one_target_leaves_the_others_alone(tmp_path: Path) -> None:
    put(tmp_path, *files(client__a="1", server__b="1"))
    put(tmp_path, *files(client__c="1"), owned=("client",))
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("?")) == ["client/c", "server/b"]
    assert put(tmp_path, *files(client__c="1", server__b="1")).fresh


def test_a_run_that_was_cut_short_can_be_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, *files(a="1", b="1"))
    replace, count = Path.replace, 0

    def fail_at_the_third(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == 3:
            raise OSError("disk full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_third)
    with pytest.raises(OSError, match="disk full"):
        put(tmp_path, *files(a="2", b="2"))
    monkeypatch.undo()
    assert {(tmp_path / name).read_text() for name in "ab"} == {"1", "2"}
    assert [path.name for path in tmp_path.glob(".specloom-*")] == []
    put(tmp_path, *files(a="3", b="3"))
    assert {(tmp_path / name).read_text() for name in "ab"} == {"3"}


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b", "con", "x/NUL.py", "c:d", "a\0b", "specloom.lock"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(output.Refused):
        put(tmp_path / "out", File(path=PurePosixPath(name), content=b""))
    assert not (tmp_path / "a").exists()


def test_nothing_is_written_through_a_symbolic_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "client").symlink_to(outside)
    with pytest.raises(output.Refused):
        put(tmp_path / "out", *files(client__a="1"))
    assert list(outside.iterdir()) == []


def test_paths_that_differ_only_in_case_are_refused(tmp_path: Path) -> None:
    with pytest.raises(output.Refused):
        put(tmp_path, *files(a="1", A="2"))


def test_a_lock_that_names_paths_outside_removes_nothing_there(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    out = tmp_path / "out"
    out.mkdir()
    digest = output._digest(b"precious")
    (out / output.LOCK).write_text(f'{{"version": 1, "files": {{"../victim": "{digest}", "{victim}": "{digest}"}}}}')
    put(out, *files(a="1"))
    assert victim.read_text() == "precious"


def test_the_diff_names_every_file_that_would_change(tmp_path: Path) -> None:
    put(tmp_path, *files(a="1\n", b="1\n"))
    diff = "\n".join(output.plan(files(a="2\n", c="1\n"), tmp_path).diff())
    assert "-1\n+2" in diff
    assert "+++ b/c" in diff
    assert "--- a/b" in diff
