"""Operations that only one kind of source knows.

In: groups. Out: findings, only where documents and pages both exist: `operation-unspecified` for what a page describes
and no document has, `operation-undocumented` for what a document has and a page on the same resource leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Origin, Report
from generator.resolve import paths
from generator.resolve.identity import Group


def compare(groups: Sequence[Group], report: Report) -> None:
    """Report the operations that one kind of source lacks."""
    if not any(member.is_page for group in groups for member in group.members):
        return
    if all(member.is_page for group in groups for member in group.members):
        return
    covered: dict[str, Origin] = {}
    for group in groups:
        for member in group.members:
            if member.is_page:
                covered.setdefault(paths.key(group.path), member.operation.origin)
    for group in groups:
        with report.about(f"{group.method} {group.path}"):
            _compare(group, covered.get(paths.key(group.path)), report)


def _compare(group: Group, page: Origin | None, report: Report) -> None:
    """Report that only one kind of source knows the operation; `page` is where a page speaks of its path."""
    first = group.members[0]
    called = f"{group.method} {group.path}"
    if first.is_page:
        report.info("operation-unspecified", f"{called} is on the page only", at=first.operation.origin)
    elif page is not None and not any(member.is_page for member in group.members):
        message = f"{called} is in the document only, though a page describes that path"
        report.info("operation-undocumented", message, at=first.operation.origin, also=(page,))
