"""What `specloom drift` prints: the differences between the sources, by operation and type, the worst first.

In: findings with line and column. Out: text for a terminal, Markdown for a pull request, or a form for machines.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence

from generator.cli.findings import MACHINE, place, summary
from generator.diagnostics import Finding, Origin, Severity
from generator.encoders import markdown

WIDTH = 100
"""How wide the table is, unless a name or a path is wider."""
WHOLE = "The API as a whole"
"""What findings are about that are about no one operation or type."""


def table(findings: Sequence[Finding], base: str) -> str:
    """Level, finding and what it says, the places below; findings about one thing stand together under its name."""
    if not findings:
        return "no drift\n"
    lines: list[str] = []
    for about, group in _grouped(findings):
        lines.append(about or WHOLE)
        for finding in group:
            lines += _rows(finding, base)
        lines.append("")
    return "".join(line + "\n" for line in (*lines, summary(findings)))


def _rows(finding: Finding, base: str) -> Iterator[str]:
    head = f"  {finding.severity.label:<7}  {finding.code:<22}  "
    wrapped = textwrap.wrap(_said(finding), WIDTH - len(head), break_long_words=False, break_on_hyphens=False)
    yield (head + wrapped[0]).rstrip() if wrapped else head.rstrip()
    indent = " " * len(head)
    yield from (indent + line for line in wrapped[1:])
    yield from ("           " + line for line in _places(finding, base))


def _places(finding: Finding, base: str) -> list[str]:
    """All places in one line where they fit, else one a line."""
    found = [place(origin, base) for origin in _origins(finding)]
    line = "  ".join(found)
    return found if len(line) > WIDTH - 11 else [line]


def as_markdown(findings: Sequence[Finding], base: str) -> str:
    """A summary, a table of errors and warnings, and the infos folded away: for a comment on a pull request."""
    if not findings:
        return "No drift between the sources.\n"
    telling = [finding for finding in findings if finding.severity > Severity.INFO]
    infos = [finding for finding in findings if finding.severity is Severity.INFO]
    lines = [f"**Drift between the sources: {summary(findings)}**", ""]
    if telling:
        lines += [*_markdown_rows(telling, base), ""]
    if infos:
        lines += ["<details>", f"<summary>{summary(infos)}</summary>", "", *_markdown_rows(infos, base), ""]
        lines += ["</details>"]
    return "\n".join(lines).rstrip("\n") + "\n"


def _markdown_rows(findings: Sequence[Finding], base: str) -> Iterator[str]:
    yield "| Level | About | Finding | Places |"
    yield "| --- | --- | --- | --- |"
    for about, group in _grouped(findings):
        for finding in group:
            places = [
                markdown.code(place(origin, base)) for origin in (finding.at, *finding.also) if origin is not None
            ]
            said = f"{markdown.code(finding.code)} {markdown.text(_said(finding))}".rstrip()
            named = markdown.code(about) if about else WHOLE
            yield f"| {finding.severity.label} | {named} | {said} | {', '.join(places)} |"


def _grouped(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """The findings by what they are about: the API as a whole, then all else in their order, the worst first."""
    groups: dict[str, list[Finding]] = {"": []}
    for finding in findings:
        groups.setdefault(finding.about, []).append(finding)
    return [(about, group) for about, group in groups.items() if group]


def _origins(finding: Finding) -> list[Origin]:
    return [origin for origin in (finding.at, *finding.also) if origin is not None]


def _said(finding: Finding) -> str:
    """The message without the name that stands above it."""
    if not finding.about or not finding.message.startswith(finding.about):
        return finding.message
    rest = finding.message.removeprefix(finding.about)
    return rest.removeprefix(":").strip() if rest[:1] in (":", " ") else finding.message


FORMS: dict[str, Callable[[Sequence[Finding], str], str]] = {"table": table, "markdown": as_markdown, **MACHINE}
"""The ways to print it."""
