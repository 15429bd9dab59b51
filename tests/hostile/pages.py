"""The documentation page of the matrix in three shapes: Markdown, HTML and scraped text; `fill` as in `documents`."""

from __future__ import annotations

import html as escapes
from collections.abc import Callable

Fill = Callable[[str], str]


def markdown(fill: Fill) -> str:
    """As its authors write it."""
    return f"""# {fill("page.title")} API

{fill("page.intro")} [{fill("page.link.text")}]({fill("page.link.target")})

## {fill("page.action")}

{fill("page.summary")}

`GET https://api.example.com/kettles/{{{fill("page.placeholder")}}}/{fill("page.route")}`

### Authentication

A token is required. It must include one of the following scopes: {fill("page.scope")}, or other.

### {fill("page.section")}

{fill("page.section.text")}

### Path parameters

| Name | Type | Description | Example |
| --- | --- | --- | --- |
| {fill("page.placeholder")} | string | {fill("page.path.description")} | {fill("page.path.example")} |

### Query parameters

| Name | Type | Required | Description | Default | Example | Enum |
| --- | --- | --- | --- | --- | --- | --- |
| {fill("page.query.name")} | string | yes | {fill("page.query.description")} | {fill("page.query.default")} | {
        fill("page.query.example")
    } | |
| choice | string | yes | Choice | | | {fill("page.query.enum")}, other |
| odd | {fill("page.query.type")} | {fill("page.query.required")} | Accepted values are: {
        fill("page.values")
    }, b | | | |

### Headers

| Name | Description |
| --- | --- |
| {fill("page.header.name")} | {fill("page.header.description")} |

### Responses

| Code | Type | Description |
| --- | --- | --- |
| 200 | {fill("page.response.type")} | {fill("page.response.description")} |
| {fill("page.response.status")} | Error | Odd |

### Example response

```json
{{"{fill("page.json.key")}": "{fill("page.json.value")}", "n": 1}}
```

## Create

Makes one.

`POST https://api.example.com/kettles`

### Request body

| Name | Type | Description |
| --- | --- | --- |
| {fill("page.body.name")} | string | {fill("page.body.description")} |

## Replace

Replaces one.

```{fill("page.code.language")}
curl -X PUT -H '{fill("page.curl.header")}: x' -d '{{"{fill("page.curl.key")}": "{
        fill("page.curl.value")
    }"}}' https://api.example.com/kettles/x
```
"""


def html(fill: Fill) -> str:
    """As a browser saves it: the payload as visible text, and once in attributes."""

    def shown(sink: str) -> str:
        return escapes.escape(fill(sink))

    def table(*rows: tuple[str, ...]) -> str:
        return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows) + "</table>"

    return f"""<!DOCTYPE html><html><head><title>{shown("html.head.title")}</title></head><body><main>
<h1>{shown("html.title")} API</h1>
<p>{shown("html.intro")} <a href="{shown("html.link.target")}">{shown("html.link.text")}</a>
<img src="{shown("html.image")}" alt="{shown("html.alt")}"></p>
<h2 id="{shown("html.anchor")}">{shown("html.action")}</h2>
<p>{shown("html.summary")}</p>
<pre><code>GET https://api.example.com/kettles/{{id}}/{shown("html.route")}</code></pre>
<h3>Query parameters</h3>
{
        table(
            ("Name", "Type", "Required", "Description", "Default", "Example"),
            (
                shown("html.query.name"),
                "string",
                "yes",
                shown("html.query.description"),
                shown("html.query.default"),
                shown("html.query.example"),
            ),
            ("odd", shown("html.query.type"), "no", f"<code>{shown('html.code')}</code>", "", ""),
        )
    }
<h3>Responses</h3>
{table(("Code", "Type", "Description"), ("200", shown("html.response.type"), shown("html.response.description")))}
<h3>Example response</h3>
<pre><code class="language-json">{{"{shown("html.json.key")}": "{shown("html.json.value")}"}}</code></pre>
</main></body></html>
"""


def text(fill: Fill) -> str:
    """Scraped, the cells of a row with `|` between them."""
    return f"""{fill("text.title")} API

{fill("text.intro")}

{fill("text.action")}

{fill("text.summary")}

Method And Url

GET https://api.example.com/kettles/{{id}}/{fill("text.route")}

Query parameters

Name | Type | Required | Description | Default |
---|---|---|---|---|
{fill("text.query.name")} | string | Y | {fill("text.query.description")} | {fill("text.query.default")} |

Responses

Code | Type | Description |
---|---|---|
200 | {fill("text.response.type")} | {fill("text.response.description")} |
"""
