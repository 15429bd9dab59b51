"""Values in data files: JSON literals, which are also YAML flow scalars and (for strings) TOML basic strings."""

from __future__ import annotations

import json

from generator.encoders import Encoded


class DataText(Encoded):
    """A piece of a TOML, YAML or JSON file."""

    __slots__ = ()
    kind = "data"


def string(value: object) -> DataText:
    """A string in double quotes, escaped so that JSON, YAML 1.2 and TOML 1.0 all read it back as it was.

    Signs outside ASCII that could end a line or are not printable are written as escapes; TOML has no surrogate pairs,
    so astral ones stand as they are.
    """
    out = ['"']
    for sign in str(value):
        if sign in '"\\':
            out.append("\\" + sign)
        elif sign.isprintable():
            out.append(sign)
        elif ord(sign) > 0xFFFF or 0xD800 <= ord(sign) < 0xE000:
            out.append("\\ufffd")
        else:
            out.append(f"\\u{ord(sign):04x}")
    return DataText("".join([*out, '"']))


def line(value: object) -> DataText:
    """The words of a text on one line, for a comment."""
    return DataText("".join(sign if sign.isprintable() else " " for sign in str(value)).strip())


def value(tree: object) -> DataText:
    """A JSON value on one line, in ASCII."""
    return DataText(json.dumps(tree, ensure_ascii=True, allow_nan=False))
