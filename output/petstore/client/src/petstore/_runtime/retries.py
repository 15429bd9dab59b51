"""When to send a request again, and after how long."""

from __future__ import annotations

import datetime
import email.utils
import random

import httpx2

from ..errors import ApiConnectionError

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
"""Methods that can be repeated without harm (RFC 9110, section 9.2.2)."""

_PASSING = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses that may be gone at the next try."""

_REFUSED = frozenset({429, 503})
"""Statuses that, with `Retry-After`, say that nothing was done yet and when to come back."""

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 8.0
_LONGEST_WAIT = 60.0
"""A server that asks for a longer wait than this is not asked again."""


def pause(
    method: str, outcome: httpx2.Response | ApiConnectionError, attempt: int, max_retries: int
) -> float | None:
    """The seconds until the next try; None where there shall be none.

    Args:
        attempt: How many tries have been made again already.
    """
    if attempt >= max_retries:
        return None
    wished = None if isinstance(outcome, ApiConnectionError) else retry_after(outcome)
    if not _may_repeat(method.upper(), outcome, wished) or (wished or 0) > _LONGEST_WAIT:
        return None
    if wished is not None:
        return wished
    longest: float = min(_FIRST_PAUSE * 2**attempt, _LONGEST_PAUSE)
    return longest * random.uniform(0.75, 1)


def retry_after(response: httpx2.Response) -> float | None:
    """The seconds that the `Retry-After` header asks to wait (RFC 9110, section 10.2.3), if any."""
    text = response.headers.get("Retry-After", "").strip()
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return float(text)
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    now = datetime.datetime.now(moment.tzinfo)
    return max((moment - now).total_seconds(), 0.0)


def _may_repeat(
    method: str, outcome: httpx2.Response | ApiConnectionError, wished: float | None
) -> bool:
    if isinstance(outcome, ApiConnectionError):
        return method in _IDEMPOTENT
    if method in _IDEMPOTENT:
        return outcome.status_code in _PASSING
    return outcome.status_code in _REFUSED and wished is not None
