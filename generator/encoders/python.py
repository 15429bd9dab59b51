"""Python source: literals, docstrings, comments, and `Code`, a piece of source with the imports it needs."""

from __future__ import annotations

import functools
import re
import textwrap
from collections.abc import Iterable, Mapping

from generator.encoders import Encoded

LINE = 100
"""The width to which prose is wrapped; the generated projects set the formatter to it."""


class PythonText(Encoded):
    """A piece of Python source."""

    __slots__ = ()
    kind = "python"


def literal(value: object) -> PythonText:
    """The literal of a JSON value: what `eval` would turn back into it; non-finite floats become `float("inf")`."""
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return PythonText(f'float("{value}")')
    if isinstance(value, str | bytes):
        return PythonText(_string(value))
    if isinstance(value, Mapping):
        return PythonText("{" + ", ".join(f"{literal(key)}: {literal(entry)}" for key, entry in value.items()) + "}")
    if isinstance(value, list | tuple):
        return PythonText("[" + ", ".join(literal(entry) for entry in value) + "]")
    if value is None or isinstance(value, bool | int | float):
        return PythonText(repr(value))
    raise TypeError(f"no literal for {type(value).__name__}")


@functools.lru_cache(maxsize=1 << 16)  # the models of client and server say the same
def docstring(text: str, indent: int = 4) -> PythonText:
    """A docstring with its quotes, wrapped and indented for a body at `indent` columns; its first line has no indent.

    The text can hold anything: backslashes and quotes are escaped, signs that no editor shows are written as escapes.
    """
    lines = _wrapped(text, LINE - indent)
    if not lines:
        return PythonText('""""""')
    if len(lines) == 1 and len(lines[0]) + indent + 6 <= LINE:
        return PythonText(f'"""{lines[0]}"""')
    pad = " " * indent
    body = "\n".join(pad + line if line else "" for line in lines[1:])
    return PythonText(f'"""{lines[0]}\n{body}\n{pad}"""' if body else f'"""{lines[0]}\n{pad}"""')


def comment(text: str, indent: int = 0) -> PythonText:
    """Comment lines, each beginning with `# `; the first has no indent, further ones have `indent` columns."""
    lines = _wrapped(text, LINE - indent - 2, escape=False) or [""]
    return PythonText(("\n" + " " * indent).join(f"# {line}".rstrip() for line in lines))


_ITEM = re.compile(r"\s*([-*+]) |\s+\w+: ")
"""A list item, or an indented entry such as those below `Args:`; their further lines hang."""


def _string(value: str | bytes) -> str:
    """A literal of text or bytes in double quotes, as Black and ruff would write it."""
    text = repr(value)
    lead, quoted = text[: text.index(text[-1])], text[text.index(text[-1]) :]
    if quoted[0] == "'" and '"' not in quoted:
        quoted = '"' + quoted[1:-1].replace("\\'", "'") + '"'
    return lead + quoted


def _wrapped(text: str, width: int, *, escape: bool = True) -> list[str]:
    """The text's lines, wrapped; paragraphs, lists and indented code keep their shape."""
    lines: list[str] = []
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n"):
        line = _printable(raw).rstrip()
        if escape:
            line = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        if not line.strip():
            if lines and lines[-1]:
                lines.append("")
            continue
        lead = line[: len(line) - len(line.lstrip())][:20]
        if len(lead) + len(line.lstrip()) <= width:
            lines.append(lead + line.lstrip())
            continue
        item = _ITEM.match(line)
        hang = lead + ("  " if item and item[1] else "    " if item else "")
        lines += textwrap.wrap(
            line.strip(),
            max(width, 40),
            initial_indent=lead,
            subsequent_indent=hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
    while lines and not lines[-1]:
        lines.pop()
    if escape and lines and re.search(r'(?<!\\)(?:\\\\)*"\Z', lines[-1]):
        lines[-1] = lines[-1][:-1] + '\\"'
    if lines:
        lines[0] = lines[0].lstrip()
    return lines


def _printable(line: str) -> str:
    """The line with any sign that is not printable spelt as an escape."""
    if line.isprintable():
        return line
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "surrogatepass").decode() for sign in line
    )


class Code:
    """A piece of Python source and the imports it needs; combining pieces combines their imports.

    Args:
        text: The source, for example `list[Group]`.
        imports: Modules and names, as `("typing", "Literal")`; `("datetime", "")` for `import datetime`.
    """

    __slots__ = ("imports", "text")

    def __init__(self, text: str, imports: Iterable[tuple[str, str]] = ()) -> None:
        self.text = PythonText(text)
        self.imports = frozenset(imports)

    def __str__(self) -> PythonText:
        return self.text

    def __repr__(self) -> str:
        return f"Code({str.__str__(self.text)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Code) and self.text == other.text and self.imports == other.imports

    def __hash__(self) -> int:
        return hash((self.text, self.imports))
