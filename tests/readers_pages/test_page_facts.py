"""What pages say in the ways that sites have: one test for each way."""

from __future__ import annotations

from generator.draft import Reference, Schema
from generator.readers.pages.blocks import Table
from generator.readers.pages.formats import markdown
from generator.source import MISSING
from tests.readers_pages import page_shapes as shapes
from tests.readers_pages.page_helpers import codes, one, read
from tests.readers_pages.test_page_fuzz import DISCORD, GITLAB, MASTODON


def test_definition_lists_with_marks_and_types() -> None:
    operation = one(MASTODON, "mastodon")
    assert (operation.method, operation.path) == ("POST", "/api/v1/cups/{id}/pour")
    assert operation.resource and operation.resource.value == "cups"
    assert operation.action and operation.action.value == "pour"
    assert operation.summary and operation.summary.value == "Pour"
    assert operation.scopes and operation.scopes.value == ("write:cups",)
    path, strength = operation.parameters
    assert (path.place, path.name) == ("path", "id")
    assert (strength.place, strength.name) == ("form", "strength")
    assert strength.required and strength.required.value is True
    assert strength.description and strength.description.value == "One of `weak`, `strong`. Defaults to `weak`."
    assert isinstance(strength.schema, Schema)
    assert strength.schema.types == ("string",)
    assert strength.schema.enum == ("weak", "strong")
    assert strength.default and strength.default.value == "weak"
    (answer,) = operation.responses
    assert answer.status == "200"
    (content,) = answer.contents
    assert isinstance(content.schema, Reference)
    assert content.schema.name == "Cup"
    assert content.examples[0].value == {"id": "1", "tags": []}
    assert content.examples[0].origin.line == 21


def test_tables_under_headings_that_say_what_they_are() -> None:
    draft, _ = read(DISCORD, "discord")
    (operation,) = draft.operations
    assert operation.path == "/cups/{cup_id}"
    assert operation.body
    (content,) = operation.body.contents
    assert content.media_type == "application/json"
    assert isinstance(content.schema, Schema)
    assert list(content.schema.properties) == ["name"]
    assert content.schema.required == ()
    cup = draft.schemas["page.md#Cup"].schema
    assert isinstance(cup, Schema)
    assert cup.required == ("id",)
    pot = cup.properties["pot"]
    assert isinstance(pot, Schema)
    (reference, null) = pot.any_of
    assert isinstance(reference, Reference)
    assert reference.name == "pot"
    assert isinstance(null, Schema)
    assert null.types == ("null",)
    (response,) = operation.responses
    assert isinstance(response.contents[0].schema, Reference)


def test_a_fence_that_holds_the_route_and_a_table_below() -> None:
    operation = one(GITLAB, "gitlab")
    assert (operation.method, operation.path) == ("GET", "/kitchens/{id}/cups")
    parameter, shown = operation.parameters
    assert isinstance(parameter.schema, Schema)
    assert parameter.schema.types == ("integer", "string")
    assert (shown.name, shown.place) == ("page", "query")
    assert operation.security and operation.security.value[0][0].scheme == "PrivateToken"
    assert operation.responses[0].contents[0].examples[0].value == [{"id": 1}]


def test_a_path_that_stands_only_in_a_sample() -> None:
    page = GITLAB + (
        "\n## Wash a cup\n\n"
        "```bash\ncurl --request POST https://gitlab.example.com/api/v4/kitchens/5/cups/7/wash\n```\n\n"
        "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"
        "| `id` | integer | yes | The kitchen |\n| `cup_id` | integer | yes | The cup |\n"
    )
    draft, _ = read(page, "gitlab")
    wash = draft.operations[1]
    assert (wash.method, wash.path) == ("POST", "/kitchens/{id}/cups/{cup_id}/wash")
    assert [parameter.place for parameter in wash.parameters] == ["path", "path"]


def test_a_sample_alone_is_no_reference() -> None:
    page = "# Guide\n\n## Do it\n\n```bash\ncurl https://gitlab.example.com/api/v4/cups\n```\n\n```json\n{}\n```\n"
    draft, report = read(page, "gitlab")
    assert draft.operations == ()
    assert codes(report) == ["page-unread"]


def test_several_routes_under_one_heading() -> None:
    page = (
        "# Cups API\n\n## List cups\n\n```\nGET /pots/:pot_id/cups\nGET /trays/:tray_id/cups\n"
        "GET /trays/:tray_id/cups?hot=true\n```\n\n"
        "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"
        "| `pot_id`/`tray_id` | integer | yes | Where |\n| `page` | integer | no | Which |\n"
    )
    draft, _ = read(page, "gitlab")
    said = [(entry.path, [(p.place, p.name) for p in entry.parameters]) for entry in draft.operations]
    assert said == [
        ("/pots/{pot_id}/cups", [("path", "pot_id"), ("query", "page")]),
        ("/trays/{tray_id}/cups", [("path", "tray_id"), ("query", "page"), ("query", "hot")]),
    ]


def test_the_older_reference_with_the_method_in_the_heading() -> None:
    page = (
        "# Cups Actions\n\nhttps://api.losant.com/cups/**`CUP_ID`**\n\n## POST - /wash\n\n"
        "https://api.losant.com/cups/**`CUP_ID`**/wash\n\nWashes a cup\n\n#### Successful Responses\n\n"
        "| Code | Type | Description |\n| ---- | ---- | ----------- |\n"
        "| 200 | [Cup](schemas.md#cup) | It&#x27;s clean |\n"
    )
    operation = one(page, "losant")
    assert (operation.method, operation.path) == ("POST", "/cups/{cupId}/wash")
    assert operation.action and operation.action.value == "wash"
    assert operation.responses[0].description and operation.responses[0].description.value == "It's clean"


def test_a_multipart_form() -> None:
    section = shapes.Section(
        title="Request Body",
        words="The body of the request should be a multipart form data post containing the following:",
        head=shapes.PARAMETERS,
        rows=(
            ("picture", "Y", "The file with the picture", "", ""),
            ("email", "N", "Whom to tell", "", "email=a@example.com"),
        ),
    )
    sections = (shapes.route("POST", "/cups/CUP_ID/picture"), section)
    action = shapes.Action(name="Picture", about="Adds a picture", sections=sections)
    page = shapes.Page(resource="Cup", base="/cups/CUP_ID", actions=(action,))
    operation = one(shapes.markdown(page), "losant")
    picture, email = operation.parameters[1:]
    assert (picture.place, email.place) == ("form", "form")
    assert isinstance(picture.schema, Schema)
    assert picture.schema.format == "binary"
    assert operation.body and operation.body.contents[0].media_type == "multipart/form-data"


def test_schemas_printed_on_a_page() -> None:
    page = (
        "# Schemas\n\n<br/>\n## Cup\n\nShape of a cup\n\n### Schema <a name='x'></a>\n\n```json\n"
        '{"$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "required": ["id"],\n'
        ' "properties": {"id": {"type": "string", "minLength": 1}, "pot": {"$ref": "#/definitions/pot"},\n'
        ' "size": {"type": "number", "minimum": 0, "exclusiveMinimum": true}}}\n```\n\n'
        '### Example\n\n```json\n{"id": "1"}\n```\n'
    )
    draft, _ = read(page, "losant")
    cup = draft.schemas["page.md#Cup"].schema
    assert isinstance(cup, Schema)
    assert cup.description == "Shape of a cup"
    assert cup.required == ("id",)
    assert cup.examples == ({"id": "1"},)
    assert isinstance(cup.properties["pot"], Reference)
    size = cup.properties["size"]
    assert isinstance(size, Schema)
    assert (size.minimum, size.exclusive_minimum) == (None, 0)


def test_events_in_samples() -> None:
    page = MASTODON.replace("##### 200: OK", "#### Events").replace(
        '```json\n{"id": "1", "tags": []}',
        '```text\nevent: poured\ndata: {"cup": 1}\n\nevent: empty\ndata: 1',
    )
    operation = one(page, "mastodon")
    (response,) = operation.responses
    assert [event.name for event in response.events] == ["poured", "empty"]
    assert response.contents[0].media_type == "text/event-stream"


def test_what_has_no_meaning_is_told() -> None:
    page = GITLAB + "\n### Limits\n\n| Plan | Calls |\n| --- | --- |\n| free | 5 |\n"
    _, report = read(page, "gitlab")
    assert codes(report) == ["page-section-unknown"]


def test_front_matter_without_fences_and_places() -> None:
    page = "description: About cups.\n\n" + shapes.markdown(shapes.KETTLES)
    draft, _ = read(page, "losant")
    assert draft.title and (draft.title.value, draft.title.origin.line) == ("Kettles Actions", 3)
    parameter = draft.operations[0].parameters[1]
    line = page.split("\n")[parameter.origin.line - 1]
    assert line[parameter.origin.column - 1 :].startswith("sortField")


def test_scraped_text_of_another_site() -> None:
    page = (
        "Cups API\n\nList cups\n\nGET /pots/:pot_id/cups\n\nLists the cups of a pot.\n\nQuery parameters\n\n"
        "Name\tType\tRequired\tDescription\npage\tinteger\tno\tWhich page\n\n"
        'Example response\n\n[\n{\n"id": 1\n}\n]\n\n'
        "Drop a cup\n\nDELETE /cups/:id\n\nErrors\n\nHeaders\n\nBody\n"
    )
    draft, _ = read(page, "generic")
    assert [(entry.method, entry.path, entry.action and entry.action.value) for entry in draft.operations] == [
        ("GET", "/pots/{pot_id}/cups", "List cups"),
        ("DELETE", "/cups/{id}", "Drop a cup"),
    ]
    parameter = draft.operations[0].parameters[1]
    assert (parameter.place, parameter.name) == ("query", "page")
    assert draft.operations[0].responses[0].contents[0].examples[0].value == [{"id": 1}]


POTS = """# Pot Resource

###### Pot Flags

| Value    | Name      | Description   |
|----------|-----------|---------------|
| `1 << 0` | LIDDED    | it has a lid  |
| `1 << 4` | INSULATED | it keeps warm |

###### Pot Shapes

| Value    | Name         |
|----------|--------------|
| "round"    | Round        |
| "square" * | Nearly round |

\\* no longer made

## Make Pot
<Route type="POST">/kitchens/[\\{kitchen.id\\}](/developers/resources/kitchen#kitchen-object)/pots</Route>

Make a pot. Returns a [tea pot](/developers/resources/pot#pot-object) object.

All parameters to this endpoint are optional and nullable excluding `name`

This endpoint supports the `X-Kitchen-Reason` header.

###### JSON/Form Params

| Field         | Type             | Description                         |
|---------------|------------------|-------------------------------------|
| name          | string           | its name                            |
| colours       | array of strings | its colours                         |
| photo         | file contents    | a photo                             |
| lid_seconds\\* | integer          | until it is lidded (default `60`)   |
| handle        | string?          | its handle                          |
| old           | string           | its mark (deprecated)               |

## Break Pot
<Route method="DELETE">/pots/[\\{pot.id\\}](/developers/resources/pot#pot-object)</Route>

Breaks it. Returns nothing.

## Move Pots
<Route method="PATCH">/pots</Route>

This endpoint takes a JSON array of parameters in the following format:

###### JSON Params

| Field | Type      | Description |
|-------|-----------|-------------|
| id    | snowflake | its id
   |
| shelf | integer   | its shelf   |
"""


def test_bits_and_words_are_values_of_a_type() -> None:
    draft, _ = read(POTS, "discord")
    flags, shapes_ = draft.schemas["page.md#Pot Flags"].schema, draft.schemas["page.md#Pot Shapes"].schema
    assert isinstance(flags, Schema)
    bits, sums = flags.any_of
    assert isinstance(bits, Schema)
    assert isinstance(sums, Schema)
    assert (bits.enum, bits.enum_names) == ((1, 16), ("LIDDED", "INSULATED"))
    assert (sums.types, sums.enum) == (("integer",), None)
    assert isinstance(shapes_, Schema)
    assert shapes_.types == ("string",)
    assert shapes_.enum == ("round", "square")


def test_sentences_about_all_fields_and_the_one_they_except() -> None:
    draft, _ = read(POTS, "discord")
    make = draft.operations[0]
    assert make.method == "POST"
    assert make.body
    contents = {content.media_type: content.schema for content in make.body.contents}
    form, json = contents["multipart/form-data"], contents["application/json"]
    assert isinstance(form, Schema)
    assert form.required == ("name",)
    types = {name: part.types for name, part in form.properties.items() if isinstance(part, Schema)}
    assert types["name"] == ("string",)
    assert types["colours"] == ("array", "null")
    assert types["handle"] == ("string", "null")
    assert isinstance(json, Schema)
    assert set(form.properties) - set(json.properties) == {"photo"}
    old, seconds = form.properties["old"], form.properties["lid_seconds"]
    assert isinstance(old, Schema)
    assert old.deprecated
    assert isinstance(seconds, Schema)
    assert seconds.default == 60


def test_headers_and_answers_in_sentences() -> None:
    draft, _ = read(POTS, "discord")
    make, destroy, move = draft.operations
    (header,) = [parameter for parameter in make.parameters if parameter.place == "header"]
    assert header.name == "X-Kitchen-Reason"
    assert header.required and header.required.value is False
    answer = make.responses[0].contents[0].schema
    assert isinstance(answer, Reference)
    assert answer.name == "pot"
    (nothing,) = destroy.responses
    assert (nothing.status, nothing.contents) == ("2XX", ())
    assert move.body
    moved = move.body.contents[0].schema
    assert isinstance(moved, Schema)
    assert moved.types == ("array",)
    assert isinstance(moved.items, Schema)
    assert list(moved.items.properties) == ["id", "shelf"]


def test_an_element_without_a_method_is_a_finding() -> None:
    draft, report = read(POTS.replace("<Route type=", "<Route kind="), "discord")
    assert [operation.method for operation in draft.operations] == ["DELETE", "PATCH"]
    assert codes(report) == ["page-section-unplaced", "page-route-unread"]


KETTLES = """# Kettle Boiling

### Kettle Object

A kettle boils.

| Field | Type                                                        | Description |
|-------|-------------------------------------------------------------|-------------|
| id    | snowflake                                                   | its id      |
| step  | [step](/developers/resources/kettle#boiling-step-object)    | a step      |
| tags  | comma-delimited set of snowflakes                           | its tags    |

### Kettle Quirks

| Field | Type    |
|-------|---------|
| loud  | boolean |

## List Kettles
<Route method="GET">/kettles</Route>

All of them.

###### Query String Params

| param  | type    | description                 |
|--------|---------|-----------------------------|
| limit? | integer | how many, 1-10, default 5   |

```json
[{"id": "1"}]
```

## Get Kettle
<Route method="GET">/kettles/[\\{kettle.id\\}](/developers/resources/kettle#kettle-object)</Route>

Returns a filled kettle, if there is one.
"""


def test_an_object_under_its_own_heading_and_its_bare_name() -> None:
    draft, report = read(KETTLES, "discord")
    kettle = draft.schemas["page.md#Kettle"].schema
    assert isinstance(kettle, Schema)
    assert kettle.description == "A kettle boils."
    step, tags = kettle.properties["step"], kettle.properties["tags"]
    assert isinstance(step, Reference)
    assert step.name == "boiling step"
    assert isinstance(tags, Schema)
    assert tags.types == ("string",)
    every, single = draft.operations
    assert every.resource and every.resource.value == "Kettle Boiling"
    assert every.parameters[0].default and every.parameters[0].default.value == 5
    assert every.responses[0].contents[0].examples[0].value == [{"id": "1"}]
    returned = single.responses[0].contents[0].schema
    assert isinstance(returned, Reference)
    assert returned.name == "Kettle"
    quirks = draft.schemas["page.md#Kettle Quirks"].schema
    assert isinstance(quirks, Schema)
    assert list(quirks.properties) == ["loud"]
    assert codes(report) == []


STEAM = """# Steam Resource

### Steam Object

###### Steam Structure

| Field          | Type                                                                          | Description |
|----------------|-------------------------------------------------------------------------------|-------------|
| id             | snowflake                                                                     | its id      |
| heat           | [heat](/developers/resources/steam#steam-object-steam-heats)                  | how hot     |
| source         | ?[steam source](/developers/resources/steam#steam-object-steam-source)        | whence      |
| cups           | array of half-full [cups](/developers/resources/cup#cup-object) objects       | the cups    |
| until \\[1\\]  | ?ISO8601 timestamp                                                            | when it ends |

\\[1\\] - Not yet.

###### Steam Heats

| Name | Value |
|------|-------|
| WARM | 1     |

###### Steam Source

| Field | Type   | Description | For  |
|-------|--------|-------------|------|
| pot?  | string | the pot     | WARM |
"""


def test_links_name_types_by_their_words_and_targets() -> None:
    draft, report = read(STEAM)
    assert [finding.message for finding in report] == ["profile discord: recognised"]
    steam, source = draft.schemas["page.md#Steam"].schema, draft.schemas["page.md#Steam Source"].schema
    assert isinstance(steam, Schema)
    assert isinstance(source, Schema)
    assert list(source.properties) == ["pot"]
    heat, cups = steam.properties["heat"], steam.properties["cups"]
    assert isinstance(heat, Reference)
    assert heat.name == "steam heats"
    assert isinstance(cups, Schema)
    assert isinstance(cups.items, Reference)
    assert cups.items.name == "cup"
    until = steam.properties["until"]
    assert isinstance(until, Schema)
    assert until.types == ("string", "null")


TABLES = """# Jug API

```
| in a fence | Type |
|------------|------|
| no         | no   |
```

<!--
| in a comment | Type |
|--------------|------|
| no           | no   |
-->

- a list
| Field | Type |
|-------|------|
| `a\\|b` | string | too much |
| c

| Name | Type |
|------|
| not a table | string |

```
GET /jugs
```
"""


def test_tables_stand_where_markdown_has_them() -> None:
    found = [block for block in markdown.read(TABLES, "page.md") if isinstance(block, Table)]
    (table,) = found
    assert [cell.plain for cell in table.columns] == ["Field", "Type"]
    assert [[cell.plain for cell in row] for row in table.rows] == [["a|b", "string"], ["c", ""]]
    assert (table.rows[0][1].origin.line, table.rows[0][1].origin.column) == (18, 12)


NOTES = """# Tray Resource

###### Tray Object Structure

| Field | Type    |
|-------|---------|
| cups  | List of [Cup Objects](/resources/cup#cup-object-structure) |

###### Tray Type

| Type | ID |
|------|----|
| FLAT | 1  |

# Tray Endpoints

## Rename Tray
<RoutePill method="PATCH">/trays/[\\{tray.id\\}](/resources/tray#tray-object)</RoutePill>

:::danger
Deprecated in favor of another.
:::

Renames it. Returns a 200 with the name on success.

> [!NOTE]
> This endpoint supports the `X-Tray` header.

###### JSON Params

| Field  | Type      | Description | Default                |
|--------|-----------|-------------|------------------------|
| name?  | string    | its name    | "new tray"             |
| power? | string    | its power   | what the kitchen gives |
| after? | snowflake | those after | null                   |
| lid?   | ?string   | its lid     | null                   |

###### Rename Tray Response

| Field | Type   | Description |
|-------|--------|-------------|
| name  | string | its name    |

## Sort Trays
<Route method="PATCH">/trays</Route>

Returns a list of all of the kitchen's [tray](/resources/tray#tray-object) objects on success.
"""


def test_notes_are_not_part_of_what_they_hold() -> None:
    draft, report = read(NOTES, "discord")
    rename, sort = draft.operations
    assert rename.deprecated and rename.deprecated.value
    assert rename.resource and rename.resource.value == "Tray"
    assert rename.description and "NOTE" not in rename.description.value and ":::" not in rename.description.value
    (header,) = [parameter for parameter in rename.parameters if parameter.place == "header"]
    assert header.description and header.description.value == "This endpoint supports the `X-Tray` header."
    answer = rename.responses[0].contents[0].schema
    assert isinstance(answer, Schema)
    assert list(answer.properties) == ["name"]
    listed = sort.responses[0].contents[0].schema
    assert isinstance(listed, Schema)
    assert isinstance(listed.items, Reference)
    assert listed.items.name == "tray"
    assert sorted(schema.name for schema in draft.schemas.values()) == ["Tray", "Tray Type"]
    assert codes(report) == []


def test_words_in_the_default_column_that_are_no_value() -> None:
    draft, _ = read(NOTES, "discord")
    body = draft.operations[0].body
    assert body
    schema = body.contents[0].schema
    assert isinstance(schema, Schema)
    said = {name: part.default for name, part in schema.properties.items() if isinstance(part, Schema)}
    assert said == {"name": "new tray", "power": MISSING, "after": MISSING, "lid": None}


SIEVES = """# Sieve Resource

## Count Holes
<Route method="GET">/sieves/holes</Route>

Returns an object with one `holes` key. Requires no permissions or authentication.

###### Query String Params

| Field | Type                                        | Description | Default |
|-------|---------------------------------------------|-------------|---------|
| style | string; comma-delimited array of snowflakes | see below   | none    |

###### Sieve Styles

| Value | Description | Example             |
|-------|-------------|---------------------|
| fine  | fine one    | [Example](/fine)    |
| wide  | wide one    | [Example](/wide)    |

## Wash Sieve
<Route method="POST">/sieves/wash</Route>

Returns a 200 with the [Sieve](/docs/resources/sieve#sieve-object) object.

###### JSON Params

| Field      | Type    | Description | Default |
|------------|---------|-------------|---------|
| deprecated | boolean | a flag      |         |
| seconds    | integer | how long    | 7       |
"""


def test_what_has_a_default_may_be_left_out() -> None:
    draft, _ = read(SIEVES, "discord")
    count, wash = draft.operations
    (style,) = count.parameters
    assert style.default is None
    assert style.required and style.required.value is False
    assert isinstance(style.schema, Schema)
    assert style.schema.types == ("string",)
    assert count.security and count.security.value == ((),)
    counted = count.responses[0].contents[0].schema
    assert isinstance(counted, Schema)
    assert list(counted.properties) == ["holes"]
    styles = draft.schemas["page.md#Sieve Styles"].schema
    assert isinstance(styles, Schema)
    assert (styles.enum, styles.enum_names) == (("fine", "wide"), ())
    assert wash.body
    washed = wash.body.contents[0].schema
    assert isinstance(washed, Schema)
    assert washed.required == ("deprecated",)
    flag = washed.properties["deprecated"]
    assert isinstance(flag, Schema)
    assert not flag.deprecated
    assert wash.responses[0].description is None
