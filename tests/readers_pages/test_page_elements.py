"""Pages whose facts stand in the attributes of elements and template tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import InputError
from generator.draft import Reference, Schema
from tests.readers_pages.page_helpers import codes, one, own_profile, read

CUPS = """# Cups

{% api-method method="post" host="https://tea.example" path="/shelves/:id/cups" %}
{% api-method-summary %}
Put a cup
{% endapi-method-summary %}

{% api-method-description %}
Puts a cup on a shelf.
{% endapi-method-description %}

{% api-method-spec %}
{% api-method-request %}
{% api-method-path-parameters %}
{% api-method-parameter name="id" type="integer" %}
The shelf
{% endapi-method-parameter %}
{% endapi-method-path-parameters %}

{% api-method-form-data-parameters %}
{% api-method-parameter name="size" type="string" required=true %}
How big. Allowed values: `small`, `large`
{% endapi-method-parameter %}
{% api-method-parameter name="lid" type="boolean" required=false %}
{% endapi-method-parameter %}
{% endapi-method-form-data-parameters %}
{% endapi-method-request %}

{% api-method-response %}
{% api-method-response-example httpCode=201 %}
{% api-method-response-example-description %}
It stands there
{% endapi-method-response-example-description %}

```javascript
{"id": 7}
```
{% endapi-method-response-example %}
{% endapi-method-response %}
{% endapi-method-spec %}
{% endapi-method %}
"""


def test_an_operation_in_template_tags() -> None:
    draft, report = read(CUPS, "generic")
    (made,) = draft.operations
    assert (made.method, made.path) == ("POST", "/shelves/{id}/cups")
    assert made.action and made.action.value == "Put a cup"
    assert made.description and made.description.value == "Puts a cup on a shelf."
    assert [server.url for server in draft.servers] == ["https://tea.example"]
    said = [(entry.place, entry.name, entry.required and entry.required.value) for entry in made.parameters]
    assert said == [("path", "id", True), ("form", "size", True), ("form", "lid", False)]
    assert made.parameters[1].enum and made.parameters[1].enum.value == ("small", "large")
    (response,) = made.responses
    assert response.status == "201"
    assert response.description and response.description.value == "It stands there"
    assert response.contents[0].examples[0].value == {"id": 7}
    assert codes(report) == []


def test_the_newer_template_tags() -> None:
    made = one(
        '# Cups\n\n{% swagger method="get" path="/cups" baseUrl="https://tea.example" summary="List cups" %}\n'
        "{% swagger-description %}\nAll of them.\n{% endswagger-description %}\n\n"
        '{% swagger-parameter in="query" name="size" type="integer" required="false" %}\nAt least\n\nor more\n'
        '{% endswagger-parameter %}\n\n{% swagger-response status="200: OK" description="The cups" %}\n'
        "```json\n[]\n```\n{% endswagger-response %}\n{% endswagger %}\n",
        "generic",
    )
    assert (made.method, made.path, made.action and made.action.value) == ("GET", "/cups", "List cups")
    (size,) = made.parameters
    assert (size.place, size.required and size.required.value) == ("query", False)
    assert size.description and size.description.value == "At least\n\nor more"
    assert [(response.status, len(response.contents[0].examples)) for response in made.responses] == [("200", 1)]


def shortcodes(returns: str, parameter: str = "") -> str:
    return (
        "---\ntitle: cups\n---\n\n"
        '{{< api-method method="get" host="https://mastodon.example" path="/api/v1/cups/:id" title="View a cup" >}}\n'
        f"{{{{< api-method-description >}}}}\n\n**Returns:** {returns}\\\n**OAuth:** User token + `read:cups`\\\n"
        "**Version history:**\\\n1.0.0 - added\n\n{{< endapi-method-description >}}\n"
        "{{< api-method-query-parameters >}}\n"
        '{{< api-method-parameter name="with" type="array" required=false >}}\n'
        f"{parameter}\n{{{{< endapi-method-parameter >}}}}\n{{{{< endapi-method-query-parameters >}}}}\n"
        "{{< api-method-response-example httpCode=200 >}}\n\n```javascript\n[]\n```\n"
        "{{< endapi-method-response-example >}}\n{{< endapi-method >}}\n"
    )


@pytest.mark.parametrize(
    ("returns", "kind"),
    [("Cup", "Cup"), ("Array of Cup", ["Cup"]), ("Array of List", ["List"]), ("empty object", ("object",))],
)
def test_shortcodes_and_types_called_by_a_bare_name(returns: str, kind: object) -> None:
    made = one(shortcodes(returns), "mastodon")
    assert made.scopes and made.scopes.value == ("read:cups",)
    said = made.responses[0].contents[0].schema
    if isinstance(said, Reference):
        assert said.name == kind
    else:
        assert isinstance(said, Schema)
        assert ([said.items.name] if isinstance(said.items, Reference) else said.types) == kind


def test_a_description_keeps_its_first_words_where_an_attribute_says_the_type() -> None:
    words = "Array of enumerable strings `lid`, `spoon`. As many as you like."
    made = one(shortcodes("Cup", words), "mastodon")
    extra = made.parameters[1]
    assert extra.description and extra.description.value == words
    assert isinstance(extra.schema, Schema) and isinstance(extra.schema.items, Schema)
    assert extra.schema.items.enum == ("lid", "spoon")


def test_elements_of_ones_own(tmp_path: Path) -> None:
    profile = "extends: generic\noperations:\n  elements:\n    - {tag: Call, is: operation, method: verb, path: to}\n"
    made = own_profile(tmp_path, profile)
    assert made.elements[0].tag == "Call"
    with pytest.raises(InputError, match="'operations'"):
        own_profile(tmp_path, profile.replace("is: operation", "is: operations"))
