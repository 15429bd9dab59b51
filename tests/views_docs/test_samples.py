"""The samples that the project ships: valid, in a shape that shows what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

SPECS = Path(__file__).parents[2] / "specs"


def complaints(name: str) -> list[str]:
    document = yaml.safe_load((SPECS / name / "openapi.yaml").read_text(encoding="utf-8"))
    validator = OpenAPIV31SpecValidator if document["openapi"].startswith("3.1") else OpenAPIV30SpecValidator
    return [error.message for error in validator(document).iter_errors()]


@pytest.mark.parametrize("name", ["petstore", "losant"])
def test_samples_are_valid(name: str) -> None:
    assert complaints(name) == []


@pytest.mark.parametrize("name", ["petstore", "losant"])
def test_samples_stay_readable(name: str) -> None:
    for path in sorted((SPECS / name).rglob("*")):
        if path.suffix in (".yaml", ".md"):
            text = path.read_text(encoding="utf-8")
            assert text.endswith("\n")
            assert "\t" not in text
