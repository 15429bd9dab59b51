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


def test_the_plain_sample_is_valid() -> None:
    assert complaints("petstore") == []


def test_the_other_sample_has_the_faults_of_the_published_document_and_no_more() -> None:
    """Numbers as defaults of parameters that claim to be strings."""
    assert all(message.endswith(" is not of type 'string'") for message in complaints("losant"))


@pytest.mark.parametrize("name", ["petstore", "losant"])
def test_samples_stay_readable(name: str) -> None:
    for path in sorted((SPECS / name).rglob("*")):
        if path.suffix in (".yaml", ".md"):
            text = path.read_text(encoding="utf-8")
            assert text.endswith("\n")
            assert "\t" not in text
