"""What sentences, lists and second tables say of parameters, answers and credentials."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Parameter, Schema
from tests.readers_pages.page_helpers import one

TABLE = "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"


def operation(below: str, route: str = "POST /cups") -> Operation:
    return one(f"# Cups API\n\n## Do it\n\n```plaintext\n{route}\n```\n\n{below}", "gitlab")


def parameter(words: str, name: str = "size", kind: str = "string") -> Parameter:
    made = operation(f"{TABLE}| `{name}` | {kind} | no | {words} |\n").parameters
    assert len(made) == 1
    return made[0]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Return `all` cups or just those that are `full` or `empty`", ("all", "full", "empty")),
        ("One of `small` (default), `large`, or `huge`.", ("small", "large", "huge")),
        ("Sorted by `age`, `size`, `name` fields. Default is `age`", ("age", "size", "name")),
        ("Only the `small` ones", None),
    ],
)
def test_accepted_values(words: str, values: tuple[str, ...] | None) -> None:
    enum = parameter(words).enum
    assert (enum.value if enum else None) == values


@pytest.mark.parametrize(
    ("words", "default"),
    [
        ("One of `small` (default), or `large`.", "small"),
        ("The finish (defaults to plain)", "plain"),
        ("The zone, defaults to UTC if not provided.", "UTC"),
        ("The time (defaults to current time in UTC)", None),
        ("The owner (defaults to none)", None),
        ("Defaults to never", None),
    ],
)
def test_defaults(words: str, default: str | None) -> None:
    said = parameter(words).default
    assert (said.value if said else None) == default


@pytest.mark.parametrize(
    ("words", "deprecated"),
    [
        ("Deprecated: use `weight`.", True),
        ("The size. Deprecated in 3.0.", True),
        ("The size. `size` is deprecated in favour of `weight`.", True),
        ("All of them. `none` (Deprecated) means no cup.", False),
        ("The weight. `mass` is deprecated in favour of it.", False),
    ],
)
def test_a_parameter_that_is_deprecated(words: str, deprecated: bool) -> None:
    assert bool(parameter(words).deprecated) is deprecated


def test_a_second_table_for_the_entries_of_a_list() -> None:
    made = operation(
        f"{TABLE}| `steps[]` | array | yes | What to do |\n| `note` | string | no | Why |\n\n"
        "| `steps[]` attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"
        "| `verb` | string | yes | `pour` or `wash` |\n| `amount` | integer | no | How much |\n"
    )
    assert [entry.name for entry in made.parameters] == ["steps[]", "note"]
    steps = made.parameters[0].schema
    assert isinstance(steps, Schema)
    assert isinstance(steps.items, Schema)
    assert steps.items.required == ("verb",)
    verb = steps.items.properties["verb"]
    assert isinstance(verb, Schema)
    assert verb.enum == ("pour", "wash")


def test_a_list_that_explains_values_is_no_list_of_parameters() -> None:
    made = operation(f"{TABLE}| `size` | string | no | The size |\n\nThe sizes:\n\n- `small` (Default): A small one.\n")
    assert [entry.name for entry in made.parameters] == ["size"]


def test_statuses_in_a_list_and_in_sentences() -> None:
    made = operation(
        "If successful, returns:\n\n- [`200`](codes.md) if it is full.\n- [`403`](codes.md) if it is not yours.\n\n"
        "Additionally, returns a [`404`](codes.md) if there is none. 500 cups are the most.\n"
    )
    assert [response.status for response in made.responses] == ["200", "403", "404"]
    assert made.responses[0].description
    assert made.responses[0].description.value == "if it is full."


def test_a_table_of_the_fields_in_a_list_of_answers() -> None:
    made = operation(
        "Response:\n\nThe response is a list of cups with these fields:\n\n| Attribute | Type | Description |\n"
        "| --- | --- | --- |\n| `id` | integer | Which |\n| `pot` | object or null | Its pot |\n"
        '| `pot.name` | string | Its name |\n\nExample response:\n\n```json\n[{"id": 1}]\n```\n',
        "GET /cups",
    )
    assert made.parameters == ()
    (answer,) = made.responses
    listed = answer.contents[0].schema
    assert isinstance(listed, Schema)
    assert isinstance(listed.items, Schema)
    assert list(listed.items.properties) == ["id", "pot"]
    pot = listed.items.properties["pot"]
    assert isinstance(pot, Schema)
    assert pot.types == ("object", "null")
    assert list(pot.properties) == ["name"]


def test_a_path_without_its_leading_slash() -> None:
    assert operation("", "POST cups/wash").path == "/cups/wash"


def mastodon(labels: str, below: str = "") -> Operation:
    return one(
        f"---\ntitle: cups API methods\n---\n\n## Pour {{#pour}}\n\n```http\nPOST /api/v1/cups HTTP/1.1\n```\n\n"
        f"{labels}\n\n{below}",
        "mastodon",
    )


def test_scopes_of_which_all_are_needed() -> None:
    made = mastodon("**OAuth:** User token + `read:cups` + `write:cups`")
    assert made.scopes is None
    assert made.security
    assert [[entry.scopes for entry in way] for way in made.security.value] == [[("read:cups", "write:cups")]]


def test_scopes_of_which_one_is_enough() -> None:
    made = mastodon("**OAuth:** User token + `cups` or `read:cups`")
    assert made.scopes and made.scopes.value == ("cups", "read:cups")


def test_events_that_are_only_named() -> None:
    made = mastodon(
        "**Returns:** `full`, `empty`\\\n**OAuth:** Public",
        '#### Events\n\n```text\nevent: empty\ndata: {"id": 1}\n```\n',
    )
    (answer,) = made.responses
    assert [(event.name, event.schema is not None) for event in answer.events] == [("empty", True), ("full", False)]


def test_values_in_a_list_below_a_definition() -> None:
    made = mastodon(
        "",
        "##### Form data parameters\n\nkeys[]\n: {{<required>}} Array of String. What to count:\n- `cups` = All cups\n"
        "- `pots` = All pots\n\nkind\n: String. Any of these:\n\n- `a` = One\n- `b` = Two\n\nuntil\n: String. When.\n",
    )
    assert [entry.name for entry in made.parameters] == ["keys[]", "kind", "until"]
    keys, kind, _ = made.parameters
    assert isinstance(keys.schema, Schema)
    assert isinstance(keys.schema.items, Schema)
    assert keys.schema.items.enum == ("cups", "pots")
    assert kind.enum and kind.enum.value == ("a", "b")
