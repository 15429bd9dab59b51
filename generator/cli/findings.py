"""Findings, written for people (text with the line they speak of) or for machines (JSON, GitHub annotations, SARIF)."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator import __version__
from generator.codes import CODES
from generator.diagnostics import Finding, Origin, Severity
from generator.source import Json, Library

FORMATS = ("text", "json", "github", "sarif")
FOLD_AT = 5
"""From this many findings of one code on, text shows the first few and counts the rest; `-v` shows all."""


def located(findings: Sequence[Finding], library: Library) -> list[Finding]:
    """The findings with line and column for every place, worst first, then in order of place."""
    origins = [origin for finding in findings for origin in (finding.at, *finding.also) if origin is not None]
    places = library.locate(dict.fromkeys(origins))
    placed = [
        replace(
            finding,
            message=printable(finding.message),
            at=places[finding.at] if finding.at else None,
            also=tuple(places[origin] for origin in finding.also),
            about=printable(finding.about),
        )
        for finding in findings
    ]
    return sorted(placed, key=_order)


def printable(text: str) -> str:
    """The text on one line, with signs that are not shown spelt as escapes: input must not command a terminal."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "surrogatepass").decode() for sign in text
    )


def dumped(tree: Json, indent: int) -> str:
    """JSON for people and machines: letters of all scripts as they stand, signs that are not shown as escapes."""
    text = json.dumps(tree, indent=indent, ensure_ascii=False)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(sign if sign == "\n" or sign.isprintable() else json.dumps(sign)[1:-1] for sign in text)


def _order(finding: Finding) -> tuple[int, str, int, int, str, str]:
    at = finding.at or Origin("")
    return -finding.severity, at.document, at.line, at.column, finding.code, finding.message


def text(findings: Sequence[Finding], library: Library, base: str, *, verbose: bool) -> str:
    """`FILE:LINE:COLUMN: severity[code]: message`, with the line of the input below; infos only when verbose."""
    shown = [finding for finding in findings if verbose or finding.severity > Severity.INFO]
    counts: dict[str, int] = {}
    lines: list[str] = []
    for finding in shown:
        counts[finding.code] = count = counts.get(finding.code, 0) + 1
        if verbose or count <= FOLD_AT:
            lines += _entry(finding, library, base)
    for code, count in counts.items():
        if not verbose and count > FOLD_AT:
            lines.append(
                f"… and {count - FOLD_AT} more {code} (-v shows all; `specloom explain {code}` tells what it is)"
            )
    hidden = len(findings) - len(shown)
    if findings:
        lines.append(summary(findings) + (f" ({hidden} not shown; -v shows all)" if hidden else ""))
    return "".join(line + "\n" for line in lines)


def _entry(finding: Finding, library: Library, base: str) -> list[str]:
    where = f"{place(finding.at, base)}: " if finding.at else ""
    also = "".join(f"; see also {place(origin, base)}" for origin in finding.also)
    lines = [f"{where}{finding.severity.label}[{finding.code}]: {finding.message}{also}"]
    if finding.at and finding.at.line:
        source = library.text_of(finding.at.document).split("\n")
        if finding.at.line <= len(source) and (line := source[finding.at.line - 1].rstrip()):
            column = max(finding.at.column, 1)
            start = max(0, column - 61)
            cut = "".join(sign if sign.isprintable() else " " for sign in line[start : start + 100])
            if cut.strip():
                lines += [f"    | {cut}", f"    | {' ' * (column - 1 - start)}^"]
    return lines


def from_here(findings: Sequence[Finding], base: str) -> list[Finding]:
    """The findings of a project with its documents named from where the command runs."""

    def named(origin: Origin) -> Origin:
        document = _joined("" if "://" in origin.document else base, origin.document)
        return replace(origin, document=document)

    return [
        replace(one, at=one.at and named(one.at), also=tuple(named(origin) for origin in one.also)) for one in findings
    ]


def place(origin: Origin, base: str) -> str:
    """`FILE:LINE:COLUMN`, from where the command runs; `base` is the project's folder."""
    document = _joined("" if "://" in origin.document else base, origin.document)
    return f"{document}:{origin.line or 1}:{origin.column or 1}"


def _joined(base: str, document: str) -> str:
    return printable(posixpath.normpath(posixpath.join(base, document)) if base else document)


def summary(findings: Sequence[Finding]) -> str:
    """`1 error, 2 warnings, 3 infos`."""
    totals = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        count = sum(finding.severity is severity for finding in findings)
        if count:
            totals.append(f"{count} {severity.label}{'s' if count > 1 else ''}")
    return ", ".join(totals)


def as_json(findings: Sequence[Finding], base: str) -> str:
    """One JSON array, an object a finding."""
    entries: list[Json] = [
        {
            "code": finding.code,
            "severity": finding.severity.label,
            "message": finding.message,
            "at": place(finding.at, base) if finding.at else None,
            "also": [place(origin, base) for origin in finding.also],
            "about": finding.about or None,
        }
        for finding in findings
    ]
    return dumped(entries, 1) + "\n"


def github(findings: Sequence[Finding], base: str) -> str:
    """Workflow commands, which GitHub shows as annotations of the changed lines."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for finding in findings:
        at = finding.at
        where = f"file={_escaped(_joined(base, at.document))},line={at.line or 1},col={at.column or 1}," if at else ""
        also = "".join(f"; see also {place(origin, base)}" for origin in finding.also)
        title = f"{where}title={_escaped(finding.code)}"
        lines.append(f"::{levels[finding.severity]} {title}::{_escaped(finding.message + also, data=True)}\n")
    return "".join(lines)


def _escaped(value: str, *, data: bool = False) -> str:
    value = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return value if data else value.replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Finding], base: str) -> str:
    """SARIF 2.1.0, for code scanning."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

    def location(origin: Origin) -> Json:
        region: Json = {"startLine": origin.line or 1, "startColumn": origin.column or 1}
        return {"physicalLocation": {"artifactLocation": {"uri": _joined(base, origin.document)}, "region": region}}

    used = sorted({finding.code for finding in findings})
    rules: list[Json] = [
        {"id": code, "shortDescription": {"text": CODES[code].meaning}, "help": {"text": CODES[code].mend}}
        for code in used
    ]
    results: list[Json] = [
        {
            "ruleId": finding.code,
            "level": levels[finding.severity],
            "message": {"text": finding.message},
            "locations": [location(finding.at)] if finding.at else [],
            "relatedLocations": [location(origin) for origin in finding.also],
        }
        for finding in findings
    ]
    tool: Json = {"driver": {"name": "specloom", "version": __version__, "rules": rules}}
    run: Json = {"tool": tool, "results": results}
    log: Json = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return dumped(log, 1) + "\n"


MACHINE: dict[str, Callable[[Sequence[Finding], str], str]] = {"json": as_json, "github": github, "sarif": sarif}
"""The forms for machines, which always hold every finding."""

DOCUMENTS = ("json", "sarif")
"""Those that are one document, and nothing but it."""
