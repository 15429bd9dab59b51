"""The formats of texts that programs give a type of their own, or validators commonly look at.

In: a text and the name of a format (JSON Schema 2020-12 §7.3, OpenAPI 3.1 §4.4). Out: whether the text is of it.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Final


def fits(value: str, name: str) -> bool:
    """Whether a text is of a format; any text is of a format that is not known."""
    check = _FORMATS.get(name)
    return check is None or check(value)


def is_exact(value: str, name: str) -> bool:
    """Whether validators, too, take a text that `fits`: a time without its offset from UTC is none to them (RFC 3339,
    section 5.6)."""
    check = _EXACT.get(name)
    return check is None or bool(check.search(value))


def _parses(parse: Callable[[str], object]) -> Callable[[str], bool]:
    def check(value: str) -> bool:
        try:
            parse(value)
        except (ValueError, binascii.Error):
            return False
        return True

    return check


def _is_date_time(value: str) -> bool:
    return bool(_DATE_TIME.fullmatch(value)) and _parses(datetime.fromisoformat)(_normal_time(value))


def _is_time(value: str) -> bool:
    return bool(_TIME.fullmatch(value)) and _parses(time.fromisoformat)(_normal_time(value))


def _normal_time(value: str) -> str:
    """RFC 3339 as every supported Python reads it: `+00:00` for `Z`, six digits of a second."""
    value = value[:-1] + "+00:00" if value[-1:] in "zZ" else value
    return _FRACTION.sub(lambda match: "." + match[1][:6].ljust(6, "0"), value)


def _is_host_name(value: str) -> bool:
    """Labels with letters beyond ASCII are spelt in the one way in which these are stable (RFC 5892 §2.2)."""
    labels = (label for label in value.split(".") if not label.isascii())
    return all(unicodedata.normalize("NFKC", label.casefold()) == label for label in labels)


_DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)?")
_TIME: Final = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)?")
_FRACTION: Final = re.compile(r"\.(\d+)")
_UUID: Final = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DURATION: Final = re.compile(r"P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)")
_EXACT: Final = {"date-time": re.compile(r"^\S+([Zz]|[-+]\d\d:\d\d)$"), "time": re.compile(r"([Zz]|[-+]\d\d:\d\d)$")}
_FORMATS: Final[dict[str, Callable[[str], bool]]] = {
    "date-time": _is_date_time,
    "date": lambda value: bool(_DATE.fullmatch(value)) and _parses(date.fromisoformat)(value),
    "time": _is_time,
    "duration": lambda value: bool(_DURATION.fullmatch(value)),
    "uuid": lambda value: bool(_UUID.fullmatch(value)),
    "ipv4": _parses(ipaddress.IPv4Address),
    "ipv6": _parses(ipaddress.IPv6Address),
    "idn-hostname": _is_host_name,
    "email": lambda value: "@" in value,
    "byte": _parses(lambda value: base64.b64decode(value.encode("ascii", "strict"), validate=True)),
}
