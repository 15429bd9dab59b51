"""One made-up page in the shapes in which pages come: Markdown, HTML, and the kinds of scraped text."""

from __future__ import annotations

from dataclasses import dataclass, field

Row = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section: its title, running text, a table, code."""

    title: str
    words: str = ""
    head: Row = ()
    rows: tuple[Row, ...] = ()
    code: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Action:
    """An operation with its sections."""

    name: str
    about: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page; `types` are the names that its list of schemas gives."""

    resource: str
    base: str
    actions: tuple[Action, ...]
    types: tuple[str, ...] = field(default=())


def markdown(page: Page) -> str:
    """As its authors write it."""
    out = [f"# {page.resource} Actions", f"https://api.losant.com{page.base}", _intro(page)]
    for action in page.actions:
        out += [f"## {action.name}", action.about]
        for section in action.sections:
            out.append(f'### {section.title} <a name="{action.name.lower()}"></a>')
            out += [section.words] if section.words else []
            if section.head:
                rows = [section.head, tuple("---" for _ in section.head), *section.rows]
                out.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
            out += [f"```{section.language}\n{section.code}\n```"] if section.code else []
    return "\n\n".join(out) + "\n"


def html(page: Page) -> str:
    """As a browser saves it: with navigation, a banner and a script around it."""
    out = [f"<h1>{page.resource} Actions</h1>", f"<p>https://api.losant.com{page.base}</p>", f"<p>{_intro(page)}</p>"]
    for action in page.actions:
        out += [f'<h2 id="x">{action.name}<a href="#x" aria-hidden="true">#</a></h2>', f"<p>{action.about}</p>"]
        for section in action.sections:
            out.append(f"<h3>{section.title}</h3>")
            out += [f"<p>{section.words}</p>"] if section.words else []
            if section.head:
                cells = "".join(f"<th>{cell}</th>" for cell in section.head)
                body = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in section.rows)
                out.append(f"<table><thead><tr>{cells}<tbody>{body}</table>")
            if section.code:
                code = section.code.replace("&", "&amp;").replace("<", "&lt;")
                out.append(f'<pre><code class="language-{section.language}">{code}</code></pre>')
    return (
        "<!DOCTYPE html><html><head><title>Docs</title><script>var x = '<h1>GET /no</h1>';</script></head><body>"
        "<nav><ul><li>GET /wrong</ul></nav><div class='cookie-banner'><h2>Cookies</h2><p>GET /wrong</p></div>"
        "<main>" + "\n".join(out) + "</main><footer><h2>Feet</h2></footer></body></html>"
    )


def glued(page: Page) -> str:
    """Scraped with the cells of a row glued together."""
    out = ["Skip to main content", f"{page.resource} Actions", f"https://api.losant.com{page.base}", _intro(page)]
    for action in page.actions:
        out += [action.name, action.about]
        for section in action.sections:
            out.append(section.title)
            out += [section.words] if section.words else []
            if section.head:
                out.append("\n".join("".join(row) for row in (section.head, *section.rows)))
            out += [section.code] if section.code else []
    return "\n\n".join([*out, *_schemas(page, "  • ")]) + "\n\nWas this page helpful?\n"


def piped(page: Page) -> str:
    """Scraped with `|` between the cells, empty cells dropped, no blank lines, inline code on lines of its own."""
    out = [f"{page.resource} Actions", f"https://api.losant.com{page.base}", _intro(page)]
    for action in page.actions:
        out += [action.name, action.about]
        for section in action.sections:
            out.append(section.title)
            out += [section.words.replace(page.base + "/", page.base + "\n/")] if section.words else []
            if section.head:
                out += [" | ".join(section.head) + " |", "---|" * len(section.head)]
                for row in section.rows:
                    cells = [cell for cell in row if cell]
                    out.append(" | ".join(cells) + " |" + " |" * (len(row) - len(cells)))
            out += [section.code] if section.code else []
    return "\n".join([*out, *_schemas(page, "- ▶")]) + "\nWas this page helpful?\n"


def spaced(page: Page, sign: str = "") -> str:
    """Scraped with a space between the cells, empty cells dropped; `sign` is that of permalinks behind headings."""
    out = [f"{page.resource} Actions{sign}", f"https://api.losant.com{page.base}", _intro(page)]
    for action in page.actions:
        out += [action.name + sign, action.about]
        for section in action.sections:
            out.append(section.title + sign)
            out += [section.words] if section.words else []
            out += ["\n".join(map(_in_a_line, (section.head, *section.rows)))] if section.head else []
            out += [section.code] if section.code else []
    return "\n\n".join(out) + "\n"


def with_permalinks(page: Page) -> str:
    """The same, with the sign of a permalink behind each heading."""
    return spaced(page, " #")


def spread(page: Page) -> str:
    """Scraped with a paragraph for each cell, empty cells dropped."""
    return stacked(page, "\n\n")


def stacked(page: Page, end: str = "\n") -> str:
    """Scraped with a line for each cell, empty cells dropped; `end` stands behind each line."""
    out = [f"{page.resource} Actions", f"https://api.losant.com{page.base}", _intro(page)]
    for action in page.actions:
        out += [action.name, action.about]
        for section in action.sections:
            out.append(section.title)
            out += [section.words] if section.words else []
            out += [cell for row in (section.head, *section.rows) for cell in row if cell]
            out += [section.code] if section.code else []
    return end.join(out) + "\n"


def unheaded(page: Page) -> str:
    """Scraped without headings, each table and each command on one line, and URLs broken where a word is bold."""
    about = f"What can be performed against the {page.resource} resource."
    out = [_broken(f"https://api.losant.com{page.base}"), about]
    for action in page.actions:
        out.append(action.about)
        for section in action.sections:
            out += [_broken(section.words) if "://" in section.words else section.words] if section.words else []
            out += [" ".join(map(_in_a_line, (section.head, *section.rows)))] if section.head else []
            out += [section.code.replace("\\\n", "  \\      ")] if section.code else []
    return "\n".join(out) + "\n"


def _in_a_line(row: Row) -> str:
    return " ".join(cell for cell in row if cell)


def _broken(url: str) -> str:
    return url.replace("://", ":// ").replace("_ID/", "_ID /")


def _intro(page: Page) -> str:
    return f"Requests for the {page.resource} resource, one by one."


def _schemas(page: Page, bullet: str) -> list[str]:
    out = ["Schemas"] if page.types else []
    for name in page.types:
        out += [name, f"Shape of a {name}", f"{name} Schema"]
        out.append("\n".join(bullet + line for line in ("{} 2 keys", '"object"', "{} 1 key", "{} 2 keys")))
        out += [f"{name} Example", bullet + "{} 1 key\n" + bullet + "true"]
    return out


PARAMETERS = ("Name", "Required", "Description", "Default", "Example")
HEADERS = Section(
    title="Request Headers",
    head=("Name", "Required", "Description", "Default"),
    rows=(("Authorization", "Y", "The token for this call, prepended with Bearer", ""),),
)


def route(method: str, path: str) -> Section:
    """The section that gives method and URL."""
    return Section(title="Method And Url", words=f"{method} https://api.losant.com{path}")


def scopes(*names: str) -> Section:
    """The section that gives the scopes."""
    listed = ", ".join(names[:-1]) + f", or {names[-1]}"
    return Section(
        title="Authentication",
        words=f"A token is required to access this endpoint. It must include one of the following scopes: {listed}.",
    )


def path_components(*rows: Row) -> Section:
    """The section of path parameters."""
    return Section(title="Request Path Components", head=("Path Component", "Description", "Example"), rows=rows)


def answers(title: str, *rows: Row) -> Section:
    """A section of responses."""
    return Section(title=title, head=("Code", "Type", "Description"), rows=rows)


def curl(method: str, path: str) -> Section:
    """The section with a sample call."""
    code = f"curl -H 'Accept: application/json' \\\n-X {method} \\\nhttps://api.losant.com{path}"
    return Section(title="Curl Example", code=code, language="bash")


KETTLES = Page(
    resource="Kettles",
    base="/kitchens/KITCHEN_ID/kettles",
    types=("Kettle", "Kettle Post", "Kettles", "Steam Event", "Error"),
    actions=(
        Action(
            name="Get",
            about="Lists the kettles of a kitchen",
            sections=(
                route("GET", "/kitchens/KITCHEN_ID/kettles"),
                scopes("all.Kitchen", "kettles.*", "kettles.get"),
                path_components(("KITCHEN_ID", "ID of the kitchen", "575ec8687ae143cd83dc4a97")),
                Section(
                    title="Request Query Parameters",
                    head=PARAMETERS,
                    rows=(
                        (
                            "sortField",
                            "N",
                            "Field to sort by. Accepted values are: name, id, lastBoiled",
                            "name",
                            "sortField=name",
                        ),
                        ("sortDirection", "N", "Which way. Accepted values are: asc, desc", "asc", "sortDirection=asc"),
                        ("page", "N", "Which page of results to return", "0", "page=0"),
                        ("perPage", "N", "How many to return per page", "100", "perPage=10"),
                        ("isHot", "N", "Whether only hot ones are wanted", "false", "isHot=true"),
                        ("since", "N", "Boiled since this time (ms since epoch)", "", "since=1465790400000"),
                        ("filter", "Y", "What the name must contain", "", "filter=my kettle"),
                    ),
                ),
                HEADERS,
                curl("GET", "/kitchens/KITCHEN_ID/kettles?filter=my%20kettle"),
                answers("Successful Responses", ("200", "Kettles", "Collection of kettles")),
                answers(
                    "Error Responses", ("400", "Error", "Error if malformed"), ("404", "Error", "Error if not found")
                ),
            ),
        ),
        Action(
            name="Post",
            about="Buys a new kettle",
            sections=(
                route("POST", "/kitchens/KITCHEN_ID/kettles"),
                scopes("all.Kitchen", "kettles.*", "kettles.post"),
                path_components(("KITCHEN_ID", "ID of the kitchen", "575ec8687ae143cd83dc4a97")),
                HEADERS,
                Section(
                    title="Request Body",
                    words="The body should be JSON that validates against the Kettle Post schema. For example:",
                    code='{\n"name": "My Kettle",\n"litres": [\n1.5,\n2\n]\n}',
                    language="json",
                ),
                curl("POST", "/kitchens/KITCHEN_ID/kettles"),
                answers("Successful Responses", ("201", "Kettle", "Bought and filled")),
                answers("Error Responses", ("400", "Error", "Error if malformed")),
            ),
        ),
        Action(
            name="Steam Stream",
            about="Streams what the kettles do",
            sections=(
                route("GET", "/kitchens/KITCHEN_ID/kettles/steamStream"),
                scopes("all.Kitchen", "kettles.steamStream"),
                path_components(("KITCHEN_ID", "ID of the kitchen", "575ec8687ae143cd83dc4a97")),
                HEADERS,
                Section(
                    title="SSE Stream for a Successful Response",
                    words="Steam as it rises",
                    head=("SSE Event Name", "Type", "Description"),
                    rows=(("kettleSteam", "Steam Event", "One puff"),),
                ),
                answers("Error Responses", ("404", "Error", "Error if not found")),
            ),
        ),
    ),
)
