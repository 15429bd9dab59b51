"""Findings of one document, repeated ones folded into one with a count."""

from __future__ import annotations

from generator.diagnostics import Finding, Origin, Report, Severity

SHOWN_PLACES = 3
"""How many places a folded finding names."""


class Notes:
    """Collects findings; the same code and message at several places become one finding."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, Severity, str], list[Origin]] = {}
        self._counts: dict[tuple[str, Severity, str], int] = {}

    def warning(self, code: str, message: str, at: Origin) -> None:
        """Note something that was decided on the user's behalf and may be wrong."""
        self._add((code, Severity.WARNING, message), at)

    def info(self, code: str, message: str, at: Origin) -> None:
        """Note something worth knowing that needs no action."""
        self._add((code, Severity.INFO, message), at)

    def _add(self, key: tuple[str, Severity, str], at: Origin) -> None:
        places = self._places.setdefault(key, [])
        if at in places:
            return
        if len(places) < SHOWN_PLACES:
            places.append(at)
        self._counts[key] = self._counts.get(key, 0) + 1

    def move_to(self, report: Report) -> None:
        """Hand the findings over, in the order in which each was first made."""
        for (code, severity, message), places in self._places.items():
            count = self._counts[(code, severity, message)]
            text = message if count == 1 else f"{message} ({count} places)"
            report.add(Finding(code=code, severity=severity, message=text, at=places[0], also=tuple(places[1:])))
        self._places.clear()
        self._counts.clear()
