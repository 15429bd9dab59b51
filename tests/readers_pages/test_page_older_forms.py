"""Forms that pages of one site have had over the years: how their routes, types and answers are worded."""

from __future__ import annotations

import pytest

from generator.draft import Operation, Reference, Schema
from tests.readers_pages.page_helpers import codes, one, read

LINK = "/developers/resources/cup#"


def cup(route: str, text: str) -> Operation:
    return one(f"# Cups Resource\n\n## Do It % {route}\n\n{text}\n", "discord")


def answer(text: str, route: str = "POST /cups") -> object:
    """The type of the only answer with content."""
    contents = [content for response in cup(route, text).responses for content in response.contents]
    return contents[0].schema if contents else None


def field(words: str, description: str = "something") -> Schema | Reference:
    """The type of a field with these words for its type."""
    draft, _ = read(
        "# Cups Resource\n\n### Cup Object\n\n###### Cup Structure\n\n"
        f"| Field | Type | Description |\n|---|---|---|\n| it | {words} | {description} |\n",
        "discord",
    )
    schema = draft.schemas["page.md#Cup"].schema
    assert isinstance(schema, Schema)
    return schema.properties["it"]


def test_a_heading_right_above_a_route_is_that_of_an_operation() -> None:
    made = one(
        "# Cups Resource\n\n## Create Cup Response\n"
        '<Route method="POST">/cups/[\\{cup.id\\}](/developers/resources/cup#cup-object)/reply</Route>\n\n'
        "Returns `204 No Content` on success.\n",
        "discord",
    )
    assert made.action and made.action.value == "Create Cup Response"
    assert [response.status for response in made.responses] == ["204"]


def test_a_route_with_two_methods_is_two_operations() -> None:
    draft, _ = read("# Cups Resource\n\n## Change % PUT/PATCH /cups/{cup.id#DOCS_CUP/cup-object}\n\nDo.\n", "discord")
    assert [(made.method, made.path) for made in draft.operations] == [
        ("PUT", "/cups/{cup_id}"),
        ("PATCH", "/cups/{cup_id}"),
    ]


def test_a_word_behind_an_at_sign_is_no_placeholder() -> None:
    made = cup("GET /shelves/{@me#DOCS_SHELF/shelf-object}/cups", "Returns nothing.")
    assert made.path == "/shelves/@me/cups"
    assert made.parameters == ()


def test_a_placeholder_with_the_path_of_a_page_behind_it() -> None:
    made = cup("GET /shelves/{shelf.id/docs/resources/shelf#shelf-object}/cups", "Returns nothing.")
    assert made.path == "/shelves/{shelf_id}/cups"


def test_an_object_under_two_headings_of_the_same_words() -> None:
    table = "| Field | Type | Description |\n|---|---|---|\n| "
    draft, _ = read(
        f"# Cups Resource\n\n## Cup Object\n\nA cup.\n\n###### Cup Object\n\n{table}id | snowflake | its id |\n"
        "| kind | string | 'tea' or 'coffee' |\n| lid | string | its lid (or null) |\n\n"
        '###### Cup Object Example\n\n```json\n{"id": "7"}\n```\n\n'
        f"## Cup Metadata Object\n\n###### Cup Object Metadata\n\n{table}uses | integer | how many |\n\n"
        "## Get Cup % GET /cups\n\nReturn a [cup object](#DOCS_CUP/cup-object) for the given id.\n",
        "discord",
    )
    assert [named.name for named in draft.schemas.values()] == ["Cup", "Cup Metadata"]
    made = draft.schemas["page.md#Cup"].schema
    assert isinstance(made, Schema)
    kind, lid = made.properties["kind"], made.properties["lid"]
    assert isinstance(kind, Schema)
    assert isinstance(lid, Schema)
    assert (kind.enum, lid.types, made.examples) == (("tea", "coffee"), ("string", "null"), ({"id": "7"},))
    [answer] = draft.operations[0].responses
    assert answer.contents[0].schema == Reference(origin=answer.origin, name="cup")


@pytest.mark.parametrize(("method", "places"), [("GET", ["query"]), ("POST", [])])
def test_a_get_sends_its_fields_in_the_query(method: str, places: list[str]) -> None:
    table = (
        "###### JSON Params\n\n| Field | Type | Description |\n|---|---|---|\n| size | integer | at most (default 25) |"
    )
    made = cup(f"{method} /cups", table)
    assert [parameter.place for parameter in made.parameters] == places
    assert [parameter.default.value for parameter in made.parameters if parameter.default] == [25][: len(places)]
    assert (made.body is None) == bool(places)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Create a new [cup]({LINK}cup-object) for the shelf.", "cup"),
        (f"Create a new [cup]({LINK}cup-object). Returns a [shelf]({LINK}shelf-object) object.", "shelf"),
        (f"Create a new [cup]({LINK}cup-object). Returns a `204` on success.", None),
        (f"Washes it, and does not return a [cup]({LINK}cup-object) object.", None),
        (f"Modify a set of [cup]({LINK}cup-object) objects.", None),
        (f"Returns a [cup]({LINK}cup-object) for a given shelf id.", "cup"),
        (f"Returns `200` and a [cup]({LINK}cup-object) object.", "cup"),
        (f"Returns `201`, or `200`. Both responses include a [cup]({LINK}cup-object) object.", "cup"),
    ],
)
def test_what_sentences_say_is_given(text: str, name: str | None) -> None:
    said = answer(text)
    assert (said.name if isinstance(said, Reference) else said) == name


def test_one_of_two_types_is_given() -> None:
    said = answer(f"Returns a [cup]({LINK}cup-object) or [tin mug]({LINK}tin-mug-object) object on success.")
    assert isinstance(said, Schema)
    assert [part.name for part in said.any_of if isinstance(part, Reference)] == ["cup", "tin mug"]


@pytest.mark.parametrize(
    "text",
    [
        f"Returns a list of [cups]({LINK}data-models-cup-struct) for the shelf.",
        f"Returns `200` and a list of [cup]({LINK}cup-object) objects.",
        f"Return an array of [cup]({LINK}cup-object) objects.",
        f"Returns an array with a [cup]({LINK}cup-object) object, or none.",
    ],
)
def test_lists_are_given(text: str) -> None:
    said = answer(text)
    assert isinstance(said, Schema)
    assert isinstance(said.items, Reference)
    assert said.items.name.removesuffix("s") == "cup"


def test_a_list_of_the_type_that_the_page_describes() -> None:
    draft, _ = read(
        "# Cups Resource\n\n###### Cup Struct\n\n| Field | Type |\n|---|---|\n| size | UInt8 |\n\n"
        "## List Cups % GET /cups\n\nReturns all cups for a given shelf.\n",
        "discord",
    )
    said = draft.operations[0].responses[0].contents[0].schema
    assert isinstance(said, Schema)
    assert isinstance(said.items, Reference)
    assert said.items.name == "Cup"
    of_page = draft.schemas["page.md#Cup"].schema
    assert isinstance(of_page, Schema)
    size = of_page.properties["size"]
    assert isinstance(size, Schema)
    assert size.types == ("integer",)


def test_the_sample_of_an_error_belongs_to_the_error() -> None:
    made = cup(
        "PUT /cups",
        'A broken cup will result in a 400.\n\n###### Example Error Response\n\n```json\n{"cup": "broken"}\n```',
    )
    assert [(response.status, len(response.contents)) for response in made.responses] == [("400", 1)]


def test_the_body_that_a_sentence_names() -> None:
    made = cup("POST /cups", f"Makes a cup. Body is a [cup order]({LINK}cup-order-object).")
    assert made.body
    schema = made.body.contents[0].schema
    assert isinstance(schema, Reference)
    assert schema.name == "cup order"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (f"[partial mug]({LINK}tin-mug-object) object", "tin mug"),
        (f"[cup plate object]({LINK}cup-order-cup-order-plate-object)", "cup order plate"),
        (f"one of [cup size]({LINK}cup-object-cup-size)", "cup size"),
    ],
)
def test_what_a_link_calls_a_type(words: str, name: str) -> None:
    schema = field(words)
    assert isinstance(schema, Reference)
    assert schema.name == name


def test_types_between_commas() -> None:
    schema = field("string, integer, double, or boolean")
    assert isinstance(schema, Schema)
    assert schema.types == ("string", "integer", "number", "boolean")


def test_a_description_that_is_nothing_but_values() -> None:
    schema = field("string", 'either "hot" or "cold"')
    assert isinstance(schema, Schema)
    assert schema.enum == ("hot", "cold")


def test_ranges_of_signs_are_no_values() -> None:
    schema = field("string", "its key (must be `a-z`, `0-9`, or `_` characters)")
    assert isinstance(schema, Schema)
    assert schema.enum is None


def test_presence_as_a_column() -> None:
    draft, report = read(
        "# Cups Resource\n\n###### Cup Structure\n\n| Field | Type | Present |\n|---|---|---|\n"
        "| id | snowflake | Always |\n| lid | boolean | Hot only |\n",
        "discord",
    )
    schema = draft.schemas["page.md#Cup"].schema
    assert isinstance(schema, Schema)
    assert schema.required == ("id",)
    assert codes(report) == []


def test_a_remark_behind_a_name_is_no_part_of_it() -> None:
    draft, report = read(
        "# Cups Resource\n\n###### Cup Structure\n\n| Field | Type |\n|---|---|\n"
        f"| lid *(deprecated)* | [lid]({LINK}lid-object) object |\n| made_at | ?ISO8601 |\n",
        "discord",
    )
    schema = draft.schemas["page.md#Cup"].schema
    assert isinstance(schema, Schema)
    lid, made_at = schema.properties["lid"], schema.properties["made_at"]
    assert isinstance(lid, Reference) and lid.siblings and lid.siblings.deprecated
    assert isinstance(made_at, Schema)
    assert (made_at.types, made_at.format) == (("string", "null"), "date-time")
    assert codes(report) == []


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ('// Returns\n\n{"id": 1}', [("200", 1)]),
        ('# The response is:\n{"id": 1}', [("200", 1)]),
        ("// Returns 204 No Content", [("204", 0)]),
        ("// Returns\n\n{ [1] }", []),
    ],
)
def test_what_a_sample_shows_behind_its_call(behind: str, found: list[tuple[str, int]]) -> None:
    sample = f"```\ncurl https://discord.com/api/cups/1 \\\n-H 'Accept: application/json'\n\n{behind}\n```"
    made = cup("GET /cups/{cup.id#DOCS_CUP/cup-object}", f"###### Example\n\n{sample}")
    assert [(response.status, len(response.contents)) for response in made.responses] == found


def test_what_is_gotten_is_given() -> None:
    said = answer(f"Gets the [cup]({LINK}cup-object) associated with the shelf, if it exists.", "GET /cups/@me")
    assert isinstance(said, Reference)
    assert said.name == "cup"


def test_a_link_says_the_whole_name() -> None:
    schema = field(f"array of [cup request]({LINK}cup-request-object) objects")
    assert isinstance(schema, Schema)
    assert isinstance(schema.items, Reference)
    assert schema.items.name == "cup request"


def test_sentences_below_a_heading_of_the_answer() -> None:
    made = cup(
        "PATCH /cups",
        f"Fills a cup. Returns a [cup]({LINK}cup-object) object.\n\n### Response\n\n"
        "Returns `201 Created` on the first time, `204 No Content` later. Lost cups return a `404 Not Found` response.",
    )
    assert [(response.status, len(response.contents)) for response in made.responses] == [
        ("201", 1),
        ("204", 0),
        ("404", 0),
    ]


def test_a_scope_above_the_operations_that_is_another_ones() -> None:
    draft, _ = read(
        "# Cups Resource\n\nWho fills a cup does it [elsewhere](/developers/resources/tea#fill), using the OAuth2 "
        "`tea.write` scope.\n\n## List Cups % GET /cups\n\nReturns nothing.\n",
        "discord",
    )
    assert draft.operations[0].scopes is None


def test_names_and_titles_of_shortcodes_are_markdown() -> None:
    made = one(
        '---\ntitle: cups\n---\n\n## Paint a cup {#paint}\n\n---\n\n{{< api-method method="post" '
        'host="https://mastodon.example" path="/api/v1/cups" title="Paint a cup" >}}\n'
        "{{< api-method-description >}}\n\n"
        "Paints one.\n\n**OAuth:** Public\n{{< endapi-method-description >}}\n{{< api-method-form-data-parameters >}}\n"
        '{{< api-method-parameter name="cup\\[size\\]" type="string" required=false >}}\n'
        "`small` to paint a small one \\(default\\) or `tall` to paint a tall one.\n{{< endapi-method-parameter >}}\n"
        "{{< endapi-method-form-data-parameters >}}\n{{< endapi-method >}}\n",
        "mastodon",
    )
    [size] = made.parameters
    assert made.action
    assert size.enum
    assert size.default
    assert made.action.value == "paint"
    assert (size.name, size.enum.value, size.default.value) == ("cup[size]", ("small", "tall"), "small")


def test_an_element_says_who_may_call() -> None:
    head = "---\ntitle: Cups\n---\n\n"
    info = "### Resource information\n\n{{< api_method_info "
    draft, _ = read(
        f'{head}## GET /api/v1/cups\n\nReturns array of [Cup]({{{{< relref "entities.md#cup" >}}}})\n\n'
        f'{info}auth="Yes" user="Yes" scope="read read:cups" version="0.0.0" >}}}}\n\n'
        f'## GET /api/v1/kettle\n\nReturns [Kettle]({{{{< relref "entities.md#kettle" >}}}})\n\n'
        f'{info}auth="No" user="No" version="0.0.0" >}}}}\n',
    )
    cups, kettle = draft.operations
    assert cups.scopes
    assert kettle.security
    assert (cups.scopes.value, kettle.security.value) == (("read", "read:cups"), ((),))
    listed = cups.responses[0].contents[0].schema
    assert isinstance(listed, Schema)
    assert isinstance(listed.items, Reference)
    assert listed.items.name == "Cup"


def test_what_mastodon_takes_is_a_form() -> None:
    made = one(
        "---\ntitle: Cups\n---\n\n## POST /api/v1/cups\n\nMakes one.\n\n### Parameters\n\n"
        "|Name|Description|Required|\n|----|-----------|:------:|\n| `size` | How big | Required |\n",
        "mastodon",
    )
    assert [(entry.place, entry.name) for entry in made.parameters] == [("form", "size")]
