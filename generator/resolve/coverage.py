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
        first = group.members[0]
        if first.is_page:
            report.info(
                "operation-unspecified",
                f"{group.method} {group.path} is on the page only",
                at=first.operation.origin,
            )
        elif not any(member.is_page for member in group.members) and (page := covered.get(paths.key(group.path))):
            report.info(
                "operation-undocumented",
                f"{group.method} {group.path} is in the document only, though a page describes that path",
                at=first.operation.origin,
                also=(page,),
            )
