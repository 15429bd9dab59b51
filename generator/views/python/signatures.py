"""Parameters of functions as Python prints them.

In: names, annotations, defaults. Out: `Code`, as Black and ruff both leave it.
"""

from __future__ import annotations

from generator.encoders.python import LINE, Code, PythonText

_INDENT = 8


def declared(name: PythonText, annotation: Code, default: Code | None = None) -> Code:
    """`name: annotation = default`, on a line of its own in the parameters of a method.

    A union that is too long for its line stands in parentheses: without them Black and ruff break it differently.
    """
    ending = f" = {default}" if default else ""
    text = f"{name}: {annotation}{ending}"
    if _INDENT + len(text) + 1 > LINE and _is_union(str(annotation)):
        text = f"{name}: ({annotation}){ending}"
    return Code(text, annotation.imports | (default.imports if default else frozenset()))


def _is_union(annotation: str) -> bool:
    """Whether ` | ` stands outside of all brackets and strings."""
    depth, quote = 0, ""
    for before, sign in zip(" " + annotation, annotation, strict=False):
        if quote:
            quote = "" if sign == quote and before != "\\" else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "[(":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            return True
    return False
