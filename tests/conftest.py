"""Options of the suite."""

from __future__ import annotations

import os

import pytest

os.environ["SPECLOOM_CACHE"] = ""  # nothing is remembered from one run of the tests to another


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite what the cases expect; review the diff")
