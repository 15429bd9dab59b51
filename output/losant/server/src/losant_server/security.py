"""The ways to authenticate that the API knows."""

from __future__ import annotations

from collections.abc import Mapping

from ._runtime.security import Scheme

SCHEMES: Mapping[str, Scheme] = {
    "BearerAuth": Scheme(
        kind="bearer",
        description="The API access token of a user, an application or an organization.",
    ),
}
