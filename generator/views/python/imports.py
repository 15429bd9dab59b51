"""What a generated file must import.

In: pieces of code, each with the imports it needs (`Code.imports`). Out: the import block, sorted as isort does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from generator.encoders.python import Code, PythonText


def import_block(*pieces: Code | Iterable[Code]) -> PythonText:
    """The import statements that the pieces need, in the groups standard library, packages, own package."""
    needed: set[tuple[str, str]] = set()
    for piece in pieces:
        for code in (piece,) if isinstance(piece, Code) else piece:
            needed |= code.imports
    groups: dict[int, list[tuple[int, str, str]]] = {}
    for module in {module for module, _ in needed}:
        names = sorted({name for owner, name in needed if owner == module and name}, key=_name_order)
        if (module, "") in needed:
            groups.setdefault(_group(module), []).append((0, module, f"import {module}"))
        if names:
            groups.setdefault(_group(module), []).append((1, module, f"from {module} import {', '.join(names)}"))
    blocks = ("\n".join(line for _, _, line in sorted(lines, key=_line_order)) for _, lines in sorted(groups.items()))
    return PythonText("\n\n".join(blocks))


def _group(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def _line_order(line: tuple[int, str, str]) -> tuple[int, int, str]:
    form, module, _ = line
    dots = len(module) - len(module.lstrip("."))
    return (form, -dots, module)


def _name_order(name: str) -> tuple[int, str, str]:
    """Constants first, then classes, then functions."""
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return (rank, name.lower(), name)
