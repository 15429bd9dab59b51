"""Every sink against every payload, over all targets: nothing of the input escapes into code, markup or paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.render import RenderError

from . import judges, payloads
from .runs import SHAPES, Made, Sinks, made, text_of

GROUPS = 4
"""Payloads without a canary stand in all sinks at once, which lets equal names collide, and in a part of them at a time,
which keeps all of them apart."""


class Matrix:
    """The harmless runs that everything is compared with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vocabulary = judges.Vocabulary()
        self.sinks: dict[str, tuple[str, ...]] = {}
        self.harmless: dict[str, Made] = {}
        self.unread: set[str] = set()
        for shape in SHAPES:
            fill = Sinks()
            result = made(folder, shape, text_of(shape, fill))
            self.harmless[shape], self.sinks[shape] = result, tuple(fill.canaries)
            self.vocabulary.learn(result.files)
            shown = "\n".join(f"{file.path}\n{file.content.decode()}" for file in result.files).lower()
            self.unread |= {sink for sink, canary in fill.canaries.items() if canary not in shown}
            for variant in payloads.HARMLESS:
                self.vocabulary.learn(made(folder, shape, text_of(shape, Sinks(payload=variant))).files)

    def wrong(self, shape: str, payload: str, only: frozenset[str] | None = None) -> list[str]:
        """What is wrong with the files of a run with the payload."""
        try:
            result = made(self.folder, shape, text_of(shape, Sinks(payload=payload, only=only)))
        except (RenderError, AssertionError, Exception) as error:  # noqa: BLE001, B014 - a crash is one more finding here
            return [f"{type(error).__name__}: {error}"]
        return judges.judged(result.files, self.vocabulary)

    def guilty(self, shape: str, payload: str, wrong: list[str]) -> Iterator[str]:
        """The sinks that alone give something wrong, else what is wrong with all of them."""
        alone = [(sink, self.wrong(shape, payload, frozenset([sink]))) for sink in self.sinks[shape]]
        found = [f"{shape} {payload} at {sink}: {entry}" for sink, entries in alone for entry in entries[:2]]
        return iter(found[:10] or [f"{shape} {payload} at several sinks: {entry}" for entry in wrong[:10]])


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> Matrix:
    return Matrix(tmp_path_factory.mktemp("matrix"))


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_escapes(matrix: Matrix, shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    wrong: list[str] = []
    for payload, text in payloads.PAYLOADS.items():
        found = matrix.wrong(shape, payload)
        if "@" not in text:
            sinks = matrix.sinks[shape]
            for group in range(GROUPS):
                found += matrix.wrong(shape, payload, frozenset(sinks[group::GROUPS]))
        if found:
            wrong += matrix.guilty(shape, payload, found)
    pairs = len(matrix.sinks[shape]) * len(payloads.PAYLOADS)
    with capsys.disabled():
        print(f"\n{shape}: {pairs} pairs ({len(matrix.sinks[shape])} sinks, {len(payloads.PAYLOADS)} payloads)")
    assert not wrong, "\n".join(wrong)
