"""Types whose fields each stand under a heading, and names that say where a field stands."""

from __future__ import annotations

import pytest

from generator.diagnostics import Origin
from generator.draft import Claim, Draft, Reference, Schema
from generator.readers.pages.fields import Field, nesting
from tests.readers_pages.page_helpers import read

TYPE_PAGE = """\
---
title: Kettle
description: A thing to boil water in.
---

## Example

```json
{"id": "k1", "url": null}
```

## Attributes

### `id` {#id}

**Description:** What it is called by.\\
**Type:** String (cast from an integer, but not guaranteed to be one)\\
**Version history:**\\
0.1.0 - added

### `url` {#url}

**Type:** {{<nullable>}} String (URL), or null if it has none\\

### `state` {{%optional%}} {#state}

**Description:** How it is.\\
**Type:** String (Enumerable, oneOf)\\
`cold` = Nobody has put it on.\\
`hot` = It whistles, so hurry\\
**Version history:**\\
0.2.0 - added `hot`

### `uses` {#uses}

**Type:** Array of String (Enumerable, anyOf)\\
`tea` = For tea\\
`soup` = For soup

### `owner` {#owner}

**Type:** {{<nullable>}} [Cook]({{< relref "entities/Cook" >}}), or null if it was found.

### `limits` {#limits}

**Type:** Hash

#### `limits[water]` {{<optional>}} {#limits-water}

**Type:** {{<nullable>}} Hash or null

##### `limits[water][max]` {#limits-water-max}

**Type:** Integer

### `limits[salt][grains]` {#limits-salt}

**Type:** float

### `log` {#log}

**Type:** Array of Hash

#### `log[][at]` {#log-at}

**Type:** String ([Datetime](/datetime-format))

### `lid_url` {{%removed%}} {#lid_url}

**Type:** String (URL)

## BigKettle entity attributes {#BigKettle}

### `spouts` {#spouts}

**Type:** Array of [Kettle::Spout](#Spout)

## Kettle::Spout attributes {#Spout}

### `size` {#spout-size}

**Type:** Integer

## See also

{{< page-relref ref="methods/kettles" caption="GET /api/v1/kettles" >}}
"""
SAVED = """\
<!DOCTYPE html><html><head><title>Kettle</title></head><body><nav><a href="/">Home</a></nav><main>
<h1>Kettle</h1><h2>Attributes</h2>
<h3 id="state"><code>state</code> <span class="mark-optional">optional</span></h3>
<p><strong>Description:</strong> How it is.<br>
<strong>Type:</strong> <span class="mark-nullable">nullable</span> String (Enumerable, oneOf)<br>
<code>cold</code> = Nobody has put it on.<br>
<code>hot</code> = It whistles<br>
<strong>Version history:</strong><br>0.2.0 - added</p>
<h3 id="url"><code>url</code></h3><p><strong>Type:</strong> String (URL)</p>
</main></body></html>
"""


def schema(draft: Draft, name: str) -> Schema:
    found = draft.schemas[f"page.md#{name}"].schema
    assert isinstance(found, Schema)
    return found


def part(of: Schema, name: str) -> Schema:
    found = of.properties[name]
    assert isinstance(found, Schema)
    return found


def test_each_heading_is_a_field_of_the_type_that_the_page_is_about() -> None:
    draft, report = read(TYPE_PAGE, "mastodon")
    assert [entry.name for entry in draft.schemas.values()] == ["Kettle", "BigKettle", "Kettle::Spout"]
    assert not draft.operations
    assert [finding.code for finding in report] == []
    kettle = schema(draft, "Kettle")
    assert list(kettle.properties) == ["id", "url", "state", "uses", "owner", "limits", "log", "lid_url"]
    assert kettle.required == ("id", "url", "uses", "owner", "limits", "log")
    assert kettle.examples == ({"id": "k1", "url": None},)
    assert kettle.description == "A thing to boil water in."
    assert draft.description and draft.description.value == kettle.description
    assert part(kettle, "id").types == ("string",)
    assert part(kettle, "id").description == "What it is called by."


def test_marks_beside_names_and_types() -> None:
    kettle = schema(read(TYPE_PAGE, "mastodon")[0], "Kettle")
    assert (part(kettle, "url").types, part(kettle, "url").format) == (("string", "null"), "uri")
    assert part(kettle, "lid_url").deprecated
    assert not part(kettle, "url").deprecated
    owner = part(kettle, "owner").any_of
    assert isinstance(owner[0], Reference)
    assert owner[0].name == "Cook"
    assert [entry.types for entry in owner[1:] if isinstance(entry, Schema)] == [("null",)]


def test_lines_that_each_give_a_value() -> None:
    kettle = schema(read(TYPE_PAGE, "mastodon")[0], "Kettle")
    state = part(kettle, "state")
    assert state.enum == ("cold", "hot")
    assert state.enum_descriptions == ("Nobody has put it on.", "It whistles, so hurry")
    uses = part(kettle, "uses")
    assert uses.enum is None
    assert isinstance(uses.items, Schema)
    assert uses.items.enum == ("tea", "soup")


def test_names_in_brackets_stand_inside_others() -> None:
    draft, _ = read(TYPE_PAGE, "mastodon")
    kettle = schema(draft, "Kettle")
    limits = part(kettle, "limits")
    assert limits.required == ("salt",)
    assert part(limits, "water").types == ("object", "null")
    assert part(part(limits, "water"), "max").types == ("integer",)
    assert part(part(limits, "salt"), "grains").types == ("number",)
    items = part(kettle, "log").items
    assert isinstance(items, Schema)
    assert part(items, "at").format == "date-time"
    spouts = part(schema(draft, "BigKettle"), "spouts").items
    assert isinstance(spouts, Reference)
    assert spouts.name == "Kettle::Spout"


def test_the_same_in_a_page_that_a_browser_saved() -> None:
    kettle = schema(read(SAVED, "mastodon")[0], "Kettle")
    assert kettle.required == ("url",)
    assert part(kettle, "state").types == ("string", "null")
    assert part(kettle, "state").enum == ("cold", "hot", None)


def test_a_group_of_fields_that_may_all_be_missing() -> None:
    page = (
        "---\ntitle: Cup\n---\n\n## Base attributes\n\n### `id` {#id}\n\n**Type:** String\n\n"
        "## Optional attributes\n\n### `lid` {#lid}\n\n**Type:** Boolean\n"
    )
    cup = schema(read(page, "mastodon")[0], "Cup")
    assert list(cup.properties) == ["id", "lid"]
    assert cup.required == ("id",)


def test_types_of_which_each_has_headings_of_its_own() -> None:
    page = (
        "---\ntitle: cups API methods\n---\n\n## List {#list}\n\n```http\nGET /api/v1/cups HTTP/1.1\n```\n\n"
        "**OAuth:** Public\n\n## `CupResults` entity {#CupResults}\n\nWhat was found.\n\n### Attributes\n\n"
        "#### `cups`\n\n**Type:** Array of String\n\n### Examples\n\nNone.\n\n"
        "## `CupLid` entity\n\n### Attributes\n\n#### `url`\n\n**Type:** String (URL)\n"
    )
    draft, _ = read(page, "mastodon")
    assert [entry.name for entry in draft.schemas.values()] == ["CupResults", "CupLid"]
    assert list(schema(draft, "CupResults").properties) == ["cups"]
    assert schema(draft, "CupResults").description == "What was found."
    assert list(schema(draft, "CupLid").properties) == ["url"]


def test_front_matter_after_an_empty_line() -> None:
    draft, _ = read("\n" + TYPE_PAGE, "mastodon")
    assert schema(draft, "Kettle").description == "A thing to boil water in."


def test_headings_are_fields_only_beneath_one_that_announces_them() -> None:
    draft, report = read("---\ntitle: Cup\n---\n\n## Use\n\n### `id`\n\n**Type:** String\n", "mastodon")
    assert not draft.schemas
    assert [finding.code for finding in report] == ["page-unread"]


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("id", ("id",)),
        ("user.name", ("user", "name")),
        ("tags[].id", ("tags", "[]", "id")),
        ("limits[a.b][max]", ("limits", "a.b", "max")),
        ("poll[options[]]", ("poll", "options")),
        ("a..b", ("a..b",)),
        ("[x]", ("[x]",)),
        ("open[", ("open[",)),
    ],
)
def test_steps_of_a_name(name: str, steps: tuple[str, ...]) -> None:
    assert nesting.steps(name) == steps


def test_fields_in_fields() -> None:
    origin = Origin("page.md")

    def field(name: str, kind: str) -> Field:
        return Field(
            origin=origin, name=name, schema=Schema(origin=origin, types=(kind,)), required=Claim(True, origin)
        )

    made = nesting.outermost(
        [
            field("user.name", "string"),
            field("user.tags[].id", "integer"),
            field("ids[]", "integer"),
            field("x[n]", "string"),
        ]
    )
    assert [entry.name for entry in made] == ["user", "ids", "x[n]"]
    user = made[0].schema
    assert isinstance(user, Schema)
    assert user.required == ("name", "tags")
    tags = part(user, "tags")
    assert isinstance(tags.items, Schema)
    assert part(tags.items, "id").types == ("integer",)
    ids = made[1].schema
    assert isinstance(ids, Schema)
    assert ids.types == ("array",)
    assert isinstance(ids.items, Schema)
    assert ids.items.types == ("integer",)
