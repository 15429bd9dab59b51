"""What is wrong with a request, and how to say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TypedDict

from pydantic import ValidationError
from pydantic_core import ErrorDetails


class ProblemDetails(TypedDict, total=False):
    """The body of `application/problem+json` (RFC 9457); `errors` lists what is wrong and where."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong: its place (`query`, `body` …), the way to it, and a sentence."""

    place: str
    pointer: tuple[str | int, ...]
    message: str

    @property
    def text(self) -> str:
        """`query perPage: Input should be …`"""
        way = ".".join(str(step) for step in self.pointer)
        return f"{self.place} {way}: {self.message}" if way else f"{self.place}: {self.message}"


class Problem(Exception):
    """A request that cannot be served; a handler may raise it, too.

    Args:
        status: The HTTP status.
        detail: What is wrong, in a sentence.
        issues: What is wrong where, if there is more to say.
        headers: Headers of the response.
    """

    def __init__(
        self,
        status: int,
        detail: str = "",
        *,
        issues: Iterable[Issue] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.issues = tuple(issues)
        self.detail = detail or "; ".join(issue.text for issue in self.issues) or title(status)
        self.headers = dict(headers or {})

    @property
    def details(self) -> ProblemDetails:
        """The problem as a JSON object."""
        details: ProblemDetails = {
            "type": "about:blank",
            "title": title(self.status),
            "status": self.status,
            "detail": self.detail,
        }
        if self.issues:
            details["errors"] = [
                {
                    "in": issue.place,
                    "pointer": "/" + "/".join(_step(step) for step in issue.pointer),
                    "message": issue.message,
                }
                for issue in self.issues
            ]
        return details


@dataclass(slots=True)
class Issues:
    """The issues of one request, as they are found."""

    found: list[Issue] = field(default_factory=list)

    def add(self, place: str, pointer: tuple[str | int, ...], message: str) -> None:
        """Note one."""
        self.found.append(Issue(place, pointer, message))

    def add_all(self, place: str, pointer: tuple[str | int, ...], error: ValidationError) -> None:
        """Note what pydantic complains of."""
        for detail in error.errors(include_url=False, include_context=False, include_input=False):
            self.add(place, pointer + _way(detail), detail["msg"])


def title(status: int) -> str:
    """The reason phrase of a status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def _way(detail: ErrorDetails) -> tuple[str | int, ...]:
    return tuple(detail["loc"])


def _step(step: str | int) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")
