"""Text for XML: what may be a name, and values that stand as themselves in an element or an attribute.

In: text of any origin. Out: XML 1.0 (fifth edition) text. Signs that XML cannot hold at all (§2.2) are left out.
"""

from __future__ import annotations

import functools
import re
from typing import Final

_START: Final = (
    r"A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    r"\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LONGEST: Final = 200
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_MORE_ENTITIES: Final = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def is_name(word: str) -> bool:
    """True for `petName`; False for `pet name`, `1st` and `a:b` (Namespaces in XML 1.0 §3, NCName)."""
    return len(word) <= _LONGEST and _name().fullmatch(word) is not None


def text(value: str) -> str:
    """The value as the text of an element."""
    return _no_sign().sub("", value).translate(_ENTITIES)


def attribute(value: str) -> str:
    """The value as that of an attribute, with its quotes."""
    return f'"{text(value).translate(_MORE_ENTITIES)}"'


def cdata(value: str) -> str:
    """The value as a CDATA section; one that holds its end becomes two."""
    return f"<![CDATA[{_no_sign().sub('', value).replace(']]>', ']]]]><![CDATA[>')}]]>"


# Patterns of such wide ranges take longer to compile than a module to import, and few documents speak of XML.


@functools.cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"[{_START}][{_START}.0-9\xb7\u0300-\u036f\u203f\u2040-]*")


@functools.cache
def _no_sign() -> re.Pattern[str]:
    return re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
