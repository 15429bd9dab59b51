"""Where a thing stands in the input, and what there is to say about it.

In: nothing. Out: `Origin` (a place in a document), `Finding` (one remark with a stable code), `Report` (the remarks of
a run) and `InputError` (the input cannot be used at all). Every module may import this one; it knows none of them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import field, replace
from enum import IntEnum

from generator.records import dataclass


class Severity(IntEnum):
    """How bad a finding is; a higher value is worse, so that `max()` gives the verdict of a run."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word printed for it: `info`, `warning` or `error`."""
        return self.name.lower()


def pointer_step(key: str | int) -> str:
    """A key as one step of a JSON pointer (RFC 6901 §3)."""
    step = str(key)
    if "~" in step or "/" in step:
        return step.replace("~", "~0").replace("/", "~1")
    return step


def pointer_keys(pointer: str) -> list[str]:
    """The keys that the steps of a JSON pointer name, outermost first (RFC 6901 §4)."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in an input document.

    A tree (OpenAPI, configuration) is addressed by an RFC 6901 JSON pointer, and its line is looked up only when the
    finding is printed (`source.Library.locate`); a documentation page is addressed by its line and column, from 1.
    """

    document: str
    pointer: str = ""
    line: int = 0
    column: int = 0

    def child(self, *keys: str | int) -> Origin:
        """The place of a value inside the value at this place; a text place stays as it is."""
        if self.line:
            return self
        pointer = self.pointer
        for key in keys:
            pointer = f"{pointer}/{pointer_step(key)}"
        return Origin(self.document, pointer)

    def __str__(self) -> str:
        if self.line:
            return f"{self.document}:{self.line}:{self.column or 1}"
        return f"{self.document}#{self.pointer}" if self.pointer else self.document


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark about the input.

    Attributes:
        code: Stable kebab-case name, listed in `generator.codes` and explained by `specloom explain`.
        message: What is wrong and, where it is not plain, how to mend it; one line, no position in it.
        at: Where it is; None where no place in a document can be named.
        also: Further places that belong to it, such as the other side of a disagreement.
        about: The operation (`GET /things/{id}`) or type it speaks of; "" where it is about neither.
    """

    code: str
    severity: Severity
    message: str
    at: Origin | None = None
    also: tuple[Origin, ...] = ()
    about: str = field(default="", compare=False)


class InputError(Exception):
    """The input cannot be used; carries the finding that says why. The command turns it into exit code 2."""

    def __init__(self, code: str, message: str, at: Origin | None = None) -> None:
        super().__init__(message)
        self.finding = Finding(code=code, severity=Severity.ERROR, message=message, at=at)


class Report:
    """The findings of one run, in the order they were made; the same finding made twice counts once."""

    def __init__(self) -> None:
        self._findings: dict[Finding, None] = {}
        self._about = ""

    @contextlib.contextmanager
    def about(self, subject: str) -> Iterator[None]:
        """Whatever is noted meanwhile is about this operation or type."""
        outer, self._about = self._about, subject
        try:
            yield
        finally:
            self._about = outer

    def error(self, code: str, message: str, *, at: Origin | None = None, also: tuple[Origin, ...] = ()) -> None:
        """Note something that makes the result wrong or incomplete."""
        self.add(Finding(code=code, severity=Severity.ERROR, message=message, at=at, also=also))

    def warning(self, code: str, message: str, *, at: Origin | None = None, also: tuple[Origin, ...] = ()) -> None:
        """Note something that was decided on the user's behalf and may be wrong."""
        self.add(Finding(code=code, severity=Severity.WARNING, message=message, at=at, also=also))

    def info(self, code: str, message: str, *, at: Origin | None = None, also: tuple[Origin, ...] = ()) -> None:
        """Note something worth knowing that needs no action."""
        self.add(Finding(code=code, severity=Severity.INFO, message=message, at=at, also=also))

    def add(self, finding: Finding) -> None:
        """Note a finding made elsewhere."""
        if self._about and not finding.about:
            finding = replace(finding, about=self._about)
        self._findings.setdefault(finding)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __len__(self) -> int:
        return len(self._findings)

    @property
    def worst(self) -> Severity | None:
        """The highest severity noted so far; None when there is no finding."""
        return max((finding.severity for finding in self._findings), default=None)
