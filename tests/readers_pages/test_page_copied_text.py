"""Text as a browser copies it from a page: cells parted by tabs, lists without bullets, words without any marks."""

from __future__ import annotations

from generator.draft import Schema
from tests.readers_pages.page_helpers import one, read

HEAD = "Attribute\tType\tRequired\tDescription\n"
SITE = "https://gitlab.example.com/api/v4"


def test_a_page_without_any_title_that_its_profile_knows() -> None:
    draft, _ = read(
        f"Cups API\n\nTier: Free, Premium\nOffering: All\n\nMake a cup\n\nMakes one.\n\nPOST /cups/:id\n\n{HEAD}"
        "id\tinteger\tyes\tWhich.\nsize\tinteger\tno\tHow big.\n\n"
        f'curl --header "PRIVATE-TOKEN: x" "{SITE}/cups/7" --form "size=7"\n\n{{\n  "id": 7,\n  ...\n}}\n\n'
        "Break a cup\n\nBreaks one.\n\nDELETE /cups/:id\n\n" + HEAD + "id\tinteger\tyes\tWhich.\n",
        "gitlab",
    )
    made, broken = draft.operations
    assert [(entry.action and entry.action.value, entry.path) for entry in (made, broken)] == [
        ("Make a cup", "/cups/{id}"),
        ("Break a cup", "/cups/{id}"),
    ]
    assert [(entry.place, entry.name) for entry in made.parameters] == [("path", "id"), ("form", "size")]
    [answer] = made.responses
    assert answer.contents[0].examples[0].value == {"id": 7}


def test_fields_with_their_names_on_lines_above_them_and_labels_in_lines() -> None:
    made = one(
        "cups API methods\n\nMake a cup\n\nPOST /api/v1/cups HTTP/1.1\n\nMakes one.\n\n"
        "Returns: Array of Status\nOAuth: User token + write:cups\nVersion history:\n1.0.0 - added\n\n"
        "Request\n\nForm data parameters\n\nname\nrequired String. What it is called.\nurl\nString. Where it is.\n\n"
        "Response\n\n200: OK\n\n[]\n",
        "mastodon",
    )
    assert [(entry.place, entry.name) for entry in made.parameters] == [("form", "name"), ("form", "url")]
    assert [bool(entry.required and entry.required.value) for entry in made.parameters] == [True, False]
    assert made.parameters[1].description and made.parameters[1].description.value == "Where it is."
    assert made.scopes and made.scopes.value == ("write:cups",)
    listed = made.responses[0].contents[0].schema
    assert isinstance(listed, Schema)
    assert listed.items is not None and not isinstance(listed.items, Schema)
    assert listed.items.name == "Status"


def test_statuses_a_line_each_and_in_sentences() -> None:
    made = one(
        "Cups API\n\nWash a cup\n\nIf it is broken, this request returns a 403 Forbidden status code.\n\n"
        f"PUT /cups/:id\n\n{HEAD}id\tinteger\tyes\tWhich.\n\nExample response:\n\n{{}}\n\n"
        "Returns the following status codes:\n\n200 OK: it is clean.\n404 Not Found: there is none.\n",
        "gitlab",
    )
    assert [(answer.status, len(answer.contents)) for answer in made.responses] == [("200", 1), ("403", 0), ("404", 0)]


def test_lines_that_a_shell_passes_to_a_call_belong_to_it() -> None:
    made = one(
        f"Cups API\n\nMake a cup\n\nPOST /cups\n\n{HEAD}size\tinteger\tyes\tHow big.\n\n"
        f'curl "{SITE}/cups" \\\n  --header "PRIVATE-TOKEN: x" \\\n  --data @- << EOF\n{{\n  "size": 7\n}}\nEOF\n\n'
        'Example response:\n\n{\n  "id": 1\n}\n',
        "gitlab",
    )
    assert made.body
    [content] = made.body.contents
    assert [example.value for example in content.examples] == [{"size": 7}]
    assert [example.value for example in made.responses[0].contents[0].examples] == [{"id": 1}]
