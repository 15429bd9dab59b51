"""What is said about hostile input: no escape sequence reaches a terminal, no command reaches a build's log."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import drift, main
from generator.cli import findings as presentation
from generator.diagnostics import Finding, Origin, Severity
from generator.source import Library

from . import payloads
from .runs import SHAPES, Sinks, made, text_of

TALKING = ("ansi", "annotation-command", "bidi", "nul", "surrogate", "zero-width", "break-newline", "break-next-line")
_CONTROL = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


@pytest.mark.parametrize("payload", TALKING)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_control_signs_in_messages(payload: str, shape: str, tmp_path: Path) -> None:
    result = made(tmp_path, shape, text_of(shape, Sinks(payload=payload)))
    found = presentation.located(result.findings, result.library)
    told = {
        "text": presentation.text(found, result.library, "", verbose=True),
        "table": drift.table(found, ""),
        "markdown": drift.as_markdown(found, ""),
        **{style: write(found, "") for style, write in presentation.MACHINE.items()},
    }
    for style, shown in told.items():
        assert not _CONTROL.search(shown), (style, _CONTROL.search(shown))
        shown.encode()
    assert told["github"].count("\n") == len(found)
    assert all(re.match(r"::(error|warning|notice) ", line) for line in told["github"].splitlines())
    assert len(json.loads(told["json"])) == len(found)
    json.loads(told["sarif"])


def test_a_message_stays_on_its_line() -> None:
    text = "x\n::error::y\r\x1b[2J\u202e" + payloads.filled("annotation-command", "zq000k")
    finding = Finding(
        code="default-differs", severity=Severity.ERROR, message=text, at=Origin("a,b\n::error::x", line=1)
    )
    library = Library(Path())
    found = presentation.located([finding], library)
    assert presentation.github(found, "").count("\n") == 1
    assert "\n::" not in presentation.text(found, library, "", verbose=True)
    assert not _CONTROL.search(presentation.text(found, library, "", verbose=True))


@pytest.mark.parametrize("command", ["generate", "model", "drift"])
@pytest.mark.parametrize("payload", TALKING)
def test_the_command_prints_none(command: str, payload: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "o.json").write_text(
        text_of("openapi.json", Sinks(payload=payload)), encoding="utf-8", errors="replace"
    )
    result = CliRunner().invoke(main, [command, "--openapi", "o.json", "-v"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert not _CONTROL.search(result.output), _CONTROL.search(result.output)


@pytest.mark.parametrize(
    "text", ["\x1b[31m: [", "a: \x9b31m\n  b: [", '{"\\u001b": "\x07', "openapi: 3.1.0\ninfo: *\u202ex"]
)
def test_errors_of_syntax(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "o.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "specloom.yaml").write_text(text, encoding="utf-8")
    for arguments in (["generate", "--openapi", "o.yaml"], ["generate"]):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 2
        assert not _CONTROL.search(result.output)
