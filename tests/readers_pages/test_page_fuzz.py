"""Whatever a page has become, reading it ends, and what is wrong is a finding."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.codes import CODES
from generator.diagnostics import Report
from generator.readers import pages
from generator.readers.pages.profile import builtin
from generator.source import Document
from tests.readers_pages import page_shapes as shapes

MASTODON = """---
title: cups API methods
---

## Pour {#pour}

```http
POST /api/v1/cups/:id/pour HTTP/1.1
```

**Returns:** [Cup]({{< relref "entities/cup" >}})\\
**OAuth:** User token + `write:cups`

##### Form data parameters

strength
: {{<required>}} String. One of `weak`, `strong`. Defaults to `weak`.

##### 200: OK

```json
{"id": "1", "tags": []}
```
"""
DISCORD = """# Cup Resource

### Cup Object

###### Cup Structure

| Field | Type | Description |
|-------|------|-------------|
| id | snowflake | the id |
| pot? | ?[pot](/developers/pot#pot-object) object | its pot |

## Modify Cup
<Route method="PATCH">/cups/[\\{cup.id\\}](/developers/resources/cup#cup-object)</Route>

Returns a [cup](/developers/resources/cup#cup-object) object. Fires nothing.

###### JSON Params

| Field | Type | Description |
|-------|------|-------------|
| name? | string | its name (default `cup`) |
"""
GITLAB = """# Cups API

## List cups

```
GET /kitchens/:id/cups
```

| Attribute | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| `id` | integer/string | yes | The kitchen |

```bash
curl --header "PRIVATE-TOKEN: x" "https://gitlab.example.com/api/v4/kitchens/5/cups?page=2"
```

Example response:

```json
[{"id": 1}, ...]
```
"""
BLUEPRINT = """FORMAT: 1A

# Group Cups

## Cup [/cups/{id}{?size}]
+ Parameters
    + id: 7 (number, required) - Which
+ Model (application/json)

        {"id": 7}

### Fill a cup [PUT]
+ Request (application/json)
    + Attributes (Cup)
        + tea: `green` (enum[string])
            + Members
                + `green`
+ Response 200

    [Cup][]

# Data Structures
## Cup (object)
+ Include Pot
"""
PAGES = [
    MASTODON,
    DISCORD,
    GITLAB,
    BLUEPRINT,
    *(shape(shapes.KETTLES) for shape in (shapes.markdown, shapes.html, shapes.glued, shapes.piped)),
]
PROFILES = [None, *(builtin(name) for name in pages.builtin_profiles())]
SIGNS = "|`*_#<>{}[]():\\\n\t -.,=&\x00\u2028é0aA"


def check(text: str, profile: int) -> None:
    report = Report()
    pages.read([Document(name="page", text=text)], PROFILES[profile % len(PROFILES)], report)
    assert all(finding.code in CODES for finding in report)


FAST = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@FAST
@given(st.sampled_from(PAGES), st.integers(0), st.integers(0), st.integers(0, 5))
def test_cut(page: str, start: int, end: int, profile: int) -> None:
    start, end = sorted((start % len(page), end % len(page)))
    check(page[start:end], profile)


@FAST
@given(st.sampled_from(PAGES), st.randoms(use_true_random=False), st.integers(0, 5))
def test_shuffled_lines(page: str, random: object, profile: int) -> None:
    lines = page.split("\n")
    random.shuffle(lines)  # type: ignore[attr-defined]
    check("\n".join(lines), profile)


@FAST
@given(st.lists(st.sampled_from(PAGES), min_size=2, max_size=3), st.integers(1, 40), st.integers(0, 5))
def test_mixed(parts: list[str], step: int, profile: int) -> None:
    lines = [page.split("\n") for page in parts]
    mixed = [line for index in range(0, 120, step) for page in lines for line in page[index : index + step]]
    check("\n".join(mixed), profile)


@FAST
@given(
    st.sampled_from(PAGES),
    st.lists(st.tuples(st.integers(0), st.text(SIGNS, max_size=6)), max_size=8),
    st.integers(0, 5),
)
def test_signs_put_in(page: str, changes: list[tuple[int, str]], profile: int) -> None:
    for at, signs in changes:
        at %= len(page)
        page = page[:at] + signs + page[at + 1 :]
    check(page, profile)


@FAST
@given(st.text(SIGNS + "GETPOST/abc", max_size=400), st.integers(0, 5))
def test_noise(text: str, profile: int) -> None:
    check(text, profile)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "[" * 5000,
        "<div>" * 5000,
        "| " * 3000,
        "a|" * 3000 + "\n" + "-|" * 3000 + "\n",
        "`" * 5000,
        "**" * 5000,
        "[a](" * 3000,
        "{{< " * 3000,
        "# " * 3000,
        "- " * 800 + "x",
        "> " * 800 + "x",
        "curl " + "\\" * 5000,
        "curl '" + "a\n" * 5000,
        "{" * 20000,
        "Schemas\n" * 3000,
        "GET /" + "{a}" * 3000,
        "```\nGET /a\n```\n" * 800,
        "NameRequiredDescriptionDefaultExample\n" + "aN" * 3000,
        "\n".join(["Method And Url"] * 2000),
        "<!--" * 2000,
        "<table><tr><td>" * 500,
        "<" * 20000,
        "<ul><li>" * 1000,
        "[" + "`a`" * 5000,
        "[`" * 3000,
        "**a " * 5000,
        "_a " * 5000,
        "<a " * 3000,
        "```json\n{" + "," * 20000 + "\n```",
        "## x\n```json\n" + "[" * 20000 + "\n```",
        "a\n: " * 3000,
    ],
    ids=range(33),
)
def test_hostile_pages_end_soon(text: str) -> None:
    for profile in range(len(PROFILES)):
        start = time.process_time()
        check(text, profile)
        assert time.process_time() - start < 5
