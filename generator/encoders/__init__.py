"""Encoders: the only way for text from a source into a file.

In: any text at all. Out: an `Encoded` string, fit for one kind of file. `render` refuses to print a plain `str`, so a
template cannot forget to encode, and refuses a string encoded for another kind of file than the one it is printing.

* `python` - literals, docstrings, comments; `Code` with the imports it needs
* `markdown` - text, table cells, code spans, fences, links
* `data` - TOML, YAML and JSON values; `block_yaml`, `block_json` - whole documents of many lines
"""

from __future__ import annotations


class Encoded(str):
    """Text that is safe in one kind of file; `kind` says which (`python`, `markdown`, `data`)."""

    __slots__ = ()
    kind = ""
