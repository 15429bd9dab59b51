"""Samples that use the generated Python client.

In: an `Api` and the client's package. Out: Python source as plain text for a fence, the very calls that the client has.
"""

from __future__ import annotations

from generator import model


class Samples:
    """Writes the samples of one API."""

    def __init__(self, api: model.Api, package: str) -> None:
        self._api = api
        self._package = package

    def opening(self) -> str:
        """How to open the client."""
        return ""

    def call(self, operation: model.Operation) -> str:
        """A call of the operation with its examples."""
        return ""
