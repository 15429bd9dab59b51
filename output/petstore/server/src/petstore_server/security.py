"""The ways to authenticate that the API knows."""

from __future__ import annotations

from collections.abc import Mapping

from ._runtime.security import Scheme

SCHEMES: Mapping[str, Scheme] = {
    "token": Scheme(kind="bearer", description="The token that the shelter hands to its partners."),
    "staffKey": Scheme(
        kind="apiKey",
        place="header",
        parameter="X-Staff-Key",
        description="The personal key of a member of the staff.",
    ),
}
