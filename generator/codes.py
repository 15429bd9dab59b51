"""The catalogue of findings: every stable code, what it means and how to mend it (`specloom explain CODE`).

In: nothing. Out: `CODES`. A finding whose code is not listed here fails the tests.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: what it means, an example of input that causes it, and how to mend it.

    `drift` marks a difference between sources: what `specloom drift` reports.
    """

    meaning: str
    example: str
    mend: str
    drift: bool = False


CODES: dict[str, Code] = {
    "cannot-read": Code(
        "A file that the project or the command line names is missing or cannot be opened.",
        "openapi: [opnapi.yaml]",
        "Correct the name; paths in specloom.yaml are relative to that file.",
    ),
    "not-utf-8": Code(
        "An input is not UTF-8 text.",
        "a page saved as Latin-1 or UTF-16",
        "Save it as UTF-8, for example with `iconv -f latin1 -t utf-8`.",
    ),
    "not-json": Code(
        "A document that begins like JSON cannot be parsed as JSON (RFC 8259).",
        '{"openapi": "3.0.3",}',
        "Correct it at the line and column given.",
    ),
    "not-yaml": Code(
        "A document cannot be parsed as YAML.",
        'title: "unclosed',
        "Correct it at the line and column given; quote text that holds `: ` or begins with a special sign.",
    ),
    "too-large": Code(
        "A file is larger than any API description.", "a 300 MB file", "Check that it is the right file."
    ),
    "too-deep": Code(
        "A document nests its values more deeply than any API description does.",
        "[[[[[[…]]]]]]",
        "Check that it is the right file; real documents stay far below the limit.",
    ),
    "alias-bomb": Code(
        "YAML aliases that refer to aliases unfold to millions of values (the `billion laughs` attack).",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "Write the values out, or use `$ref`.",
    ),
    "alias-cycle": Code(
        "A YAML alias stands inside the value it refers to, which no JSON value can do.",
        "node: &node {child: *node}",
        "Use `$ref` to describe a recursive schema.",
    ),
    "duplicate-key": Code(
        "A key stands twice in one mapping; the last value is used, as most parsers do.",
        "get: {summary: One}\nget: {summary: Two}",
        "Remove or rename one of the two.",
    ),
    "ref-refused": Code(
        "A `$ref` leads to a file outside the project folder or to a URL. Nothing is read from there.",
        "$ref: http://example.com/schemas.yaml#/Error",
        "Copy the file into the project folder and refer to it there.",
    ),
    "config": Code(
        "specloom.yaml, or an option, says something that is not understood.",
        "taget: {python-client: {}}",
        "The message names the nearest right word; the README lists them all.",
    ),
}
