"""The reference: whole, linked, safe against hostile text, and true to the client."""

from __future__ import annotations

import ast
import html.parser
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Literal

import pytest

from generator import build, config, model
from generator.config import Target
from generator.diagnostics import Report
from generator.render import render
from generator.source import Json, Library
from generator.views.markdown_docs import curl, plan
from generator.views.python.credentials import credentials
from generator.views.python.surface import surface

Place = Literal["path", "query", "header", "cookie"]
ROOT = Path(__file__).parents[2]
SAMPLES = ("petstore", "losant")
HOSTILE = (
    "<script>alert(1)</script>",
    "</code></pre><img src=x onerror=alert(1)>",
    "a | b \\| c ` d `` e ``` f",
    "[x](javascript:alert(1)) ![y](http://tracker.example/p.png) <http://a.example>",
    "{% raw %}{{ 7 * 7 }}{: .x #y }",
    "# head\n\n---\n- item\n\n```\nfence\n",
    "\"quoted\" 'single' $(id) `id` ; & %0a",
    "\u202eevil\u2066 \x1b[31m \x00 \ud800 \u2028line",
    "[ref]: http://a.example\n*[abbr]: x\n$$x$$ ~~s~~ <!-- c -->",
)


@pytest.fixture(scope="module", params=SAMPLES)
def api(request: pytest.FixtureRequest) -> model.Api:
    folder = ROOT / "specs" / request.param
    library = Library(folder)
    return build.model(config.load(folder / "specloom.yaml", library), library, Report())


def pages(api: model.Api, package: str = "") -> dict[PurePosixPath, str]:
    """The text of every file of the reference."""
    jobs = plan(api, Target(name="markdown-docs", package=package), Report())
    return {file.path: file.content.decode() for file in render([jobs])}


def test_every_operation_and_every_type_has_its_place(api: model.Api) -> None:
    files = pages(api)
    text = "\n".join(files.values())
    headings = sum(page.count('-method-url"></a>') for page in files.values())
    assert headings == len(api.operations)
    for operation in api.operations:
        assert f"{operation.method} `" in text
        assert operation.path in text
    schemas = files[PurePosixPath("docs/docs/schemas.md")]
    assert schemas.count("\n## ") == len(api.types)


def test_all_links_lead_somewhere(api: model.Api) -> None:
    assert list(broken_links(pages(api))) == []


def test_anchors_are_unique_and_come_from_names(api: model.Api) -> None:
    for path, text in pages(api).items():
        anchors = re.findall(r'<a name="([^"]*)"></a>', text)
        assert len(anchors) == len(set(anchors)), path
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in anchors), path


def test_the_same_api_gives_the_same_bytes(api: model.Api) -> None:
    assert pages(api) == pages(api)


def test_mkdocs_builds_it_strictly(api: model.Api, tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    write(pages(api), tmp_path)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=tmp_path / "docs", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_python_samples_are_calls_that_the_client_has(api: model.Api) -> None:
    faces = surface(api, api.name)
    methods = {f"client.{entry.access}.{method.name}" for entry in faces.walk() for method in entry.methods}
    arguments = {str(argument.name) for argument in credentials(api, api.name, Report()).arguments}
    called = set()
    for sample in fences(pages(api), "python"):
        for node in ast.walk(ast.parse(sample)):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                called.add(name)
                if name == faces.client:
                    assert {keyword.arg for keyword in node.keywords} <= {*arguments, "base_url"}
    assert methods <= called


def test_python_samples_are_laid_out_as_black_does(api: model.Api) -> None:
    black = pytest.importorskip("black")
    for sample in fences(pages(api), "python"):
        assert black.format_str(sample, mode=black.Mode()) == sample + "\n"


def test_curl_samples_are_whole_commands(api: model.Api) -> None:
    samples = list(fences(pages(api), "bash"))
    commands = [split(sample) for sample in samples if sample.startswith("curl ")]
    assert len(commands) == len(api.operations)
    for words in commands:
        assert words[:2] == ["curl", "-X"]
        assert re.fullmatch(r"https://[^\s{}]+", words[-1])
        if "-d" in words and "Content-Type: application/json" in words:
            json.loads(words[words.index("-d") + 1])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    markdown = pytest.importorskip("markdown")
    markdown_it = pytest.importorskip("markdown_it")
    files = pages(hostile_api(text))
    assert list(broken_links(files)) == []
    for path, page in files.items():
        if path.suffix == ".md":
            extensions = ["tables", "fenced_code", "toc"]
            common = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
            for shown in (markdown.markdown(page, extensions=extensions), common.render(page)):
                seen = Seen()
                seen.feed(shown)
                assert seen.tags <= HARMLESS_TAGS, path
                assert seen.targets <= {"", "http", "https"}, path
                assert seen.attributes <= {"href", "name", "id", "class", "start", "style", "align"}, path


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_no_table(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark").enable("table")
    for path, page in pages(hostile_api(text)).items():
        lines = page.split("\n")
        for token in parser.parse(page):
            if token.type == "table_open":
                start, end = token.map
                counts = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines[start:end]}
                assert len(counts) == 1, path


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_place_in_samples(text: str) -> None:
    shown = hostile_api(text)
    operation = shown.operations[0]
    words = split(curl.command(shown, operation, "https://api.example.com"))
    body = json.loads(words[words.index("-d") + 1])
    assert body == {"name": text}
    for sample in fences(pages(shown), "python"):
        ast.parse(sample)


@pytest.mark.parametrize(
    ("style", "explode", "value", "query"),
    [
        ("form", True, ["a", "b c"], "p=a&p=b%20c"),
        ("form", False, ["a", "b,c"], "p=a,b%2Cc"),
        ("spaceDelimited", False, ["a", "b"], "p=a%20b"),
        ("pipeDelimited", False, ["a", "b"], "p=a%7Cb"),
        ("form", True, {"x": 1, "y": True}, "x=1&y=true"),
        ("form", False, {"x": 1}, "p=x,1"),
        ("deepObject", True, {"x": 1}, "p%5Bx%5D=1"),
        ("json", True, {"x": 1}, "p=%7B%22x%22%3A1%7D"),
        ("form", True, False, "p=false"),
    ],
)
def test_query_styles(style: model.Style, explode: bool, value: Json, query: str) -> None:
    parameter = model.Parameter(
        name="p",
        place="query",
        shape=model.Anything(),
        required=True,
        example=model.Example(value=value),
        style=style,
        explode=explode,
    )
    operation = model.Operation(
        resource=("x",), action="get", id="x.get", method="GET", path="/x", parameters=(parameter,)
    )
    command = curl.command(model.Api(name="a", title="", version=""), operation, "https://api.example.com")
    assert split(command)[-1] == f"https://api.example.com/x?{query}"


def test_names_that_meet_get_anchors_of_their_own() -> None:
    operations = tuple(
        model.Operation(resource=("r",), action=action, id=f"r.{action}", method="GET", path=f"/{action}")
        for action in ("get", "get_body", "authentication", "response_example", "get-body")
    )
    shown = model.Api(
        name="a",
        title="A",
        version="1",
        resources=(model.Resource(path=("r",), title="R"), model.Resource(path=("index",), title="I")),
        operations=(
            *operations,
            model.Operation(resource=("index",), action="get", id="index.get", method="GET", path="/i"),
        ),
        types={
            model.TypeId(name): model.Object(id=model.TypeId(name), fields=()) for name in ("PetShop", "Pet_Shop", "Ä")
        },
    )
    files = pages(shown)
    assert PurePosixPath("docs/docs/index-2.md") in files
    assert list(broken_links(files)) == []
    for text in files.values():
        anchors = re.findall(r'<a name="([^"]*)"></a>', text)
        assert len(anchors) == len(set(anchors))


def test_many_types_are_spread_over_pages() -> None:
    ids = [model.TypeId(f"{letter}Type{number}") for letter in "AbC1" for number in range(100)]
    types: Mapping[model.TypeId, model.Type] = {
        name: model.Object(
            id=name, fields=(model.Field(name="next", shape=model.Named(id=ids[(place + 1) % len(ids)])),)
        )
        for place, name in enumerate(ids)
    }
    files = pages(model.Api(name="a", title="A", version="1", types=types))
    assert {path.name for path in files} >= {"schemas-a.md", "schemas-b.md", "schemas-c.md", "schemas-other.md"}
    assert list(broken_links(files)) == []


def test_a_letter_of_many_types_is_divided_by_the_words_of_their_names() -> None:
    starts = {"JarLid": 150, "JarFoot": 120, "JarRim": 3, "JugEar": 4}
    ids = [model.TypeId(f"{start}{'ABCDE'[number % 5]}{number}") for start in starts for number in range(starts[start])]
    types: Mapping[model.TypeId, model.Type] = {name: model.Object(id=name, fields=()) for name in ids}
    files = pages(model.Api(name="a", title="A", version="1", types=types))
    sections = {path.stem: text.count("\n## ") for path, text in files.items() if path.stem.startswith("schemas")}
    assert sections == {"schemas-j": 4, "schemas-jar": 3, "schemas-jar-foot": 120, "schemas-jar-lid": 150}
    assert list(broken_links(files)) == []


def test_a_made_example_of_many_lines_is_left_to_the_operations() -> None:
    deep: dict[str, Json] = {f"level{number}": "string" for number in range(100)}
    entry = model.Object(id=model.TypeId("Cup"), fields=(), example=deep, example_given=False)
    made, given, short = (
        pages(model.Api(name="a", title="A", version="1", types={entry.id: shown}))[
            PurePosixPath("docs/docs/schemas.md")
        ]
        for shown in (entry, replace(entry, example_given=True), replace(entry, example={"level1": "string"}))
    )
    assert "level99" in given and "level1" in short
    assert "level1" not in made


def test_an_enum_that_accepts_other_values_shows_those_it_knows() -> None:
    known = model.Enum(values=(model.EnumValue(value=1, name="LID", description="It has a lid."),))
    whole = model.Number(integer=True)
    flags, mode = model.TypeId("Flags"), model.TypeId("Mode")
    types: Mapping[model.TypeId, model.Type] = {
        flags: model.Alias(id=flags, shape=model.Union(variants=(known, whole))),
        mode: model.Alias(id=mode, shape=model.Union(variants=(known, model.Null()))),
    }
    text = pages(model.Api(name="a", title="A", version="1", types=types))[PurePosixPath("docs/docs/schemas.md")]
    assert "One of the following values, or any other integer." in text
    assert "One of the following values, or null." in text
    assert text.count("| `1` | LID: It has a lid. |") == 2


# -- helpers


HARMLESS_TAGS = frozenset(
    {
        "h1",
        "h2",
        "h3",
        "p",
        "a",
        "ul",
        "ol",
        "li",
        "code",
        "pre",
        "em",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "s",
        "br",
    }
)


class Seen(html.parser.HTMLParser):
    """The tags, attributes and link schemes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.targets.add((value or "").partition(":")[0] if ":" in (value or "") else "")


def hostile_api(text: str) -> model.Api:
    """An API with the text wherever a source can put any."""
    example = model.Example(value={"name": text}, name=text, summary=text)
    content = model.Content(
        media_type="application/json",
        kind="json",
        shape=model.Named(id=model.TypeId("Thing")),
        examples=(example, example),
    )
    enum = model.Enum(values=(model.EnumValue(value=text, name=text, description=text), model.EnumValue(value="b")))
    thing = model.Object(
        id=model.TypeId("Thing"),
        fields=(
            model.Field(name="name", shape=model.Text(format=text, pattern=text), description=text, default=text),
            model.Field(name=text, shape=enum, summary=text, example=text),
        ),
        title=text,
        description=text,
        example={"name": text},
    )
    union = model.Union(
        variants=(model.Named(id=thing.id), model.Null()),
        discriminator=model.Discriminator(property_name=text, mapping={text: thing.id}),
    )
    places: tuple[tuple[str, Place], ...] = (("id", "path"), (text, "query"), (text, "header"), (text, "cookie"))
    parameters = tuple(
        model.Parameter(
            name=name,
            place=place,
            shape=enum,
            required=True,
            description=text,
            default=text,
            example=model.Example(value=text),
        )
        for name, place in places
    )
    operation = model.Operation(
        resource=("things",),
        action="get",
        id="things.get",
        method="POST",
        path="/things/{id}",
        summary=text,
        description=text,
        parameters=parameters,
        body=model.Body(required=True, description=text, contents=(content,)),
        responses=(
            model.Response(
                status="200",
                description=text,
                contents=(content,),
                headers=(model.Header(name=text, shape=enum, description=text),),
            ),
            model.Response(status="404", description=text),
        ),
        security=((model.Requirement(scheme=text, scopes=(text,)),), ()),
        scopes=(text,),
        external_docs=model.ExternalDocs(url=text, description=text),
    )
    return model.Api(
        name="hostile",
        title=text,
        version=text,
        description=text,
        servers=(model.Server(url="https://api.example.com", description=text),),
        resources=(model.Resource(path=("things",), title=text, description=text),),
        operations=(operation,),
        webhooks=(operation,),
        types={
            thing.id: thing,
            model.TypeId("Kind"): model.Alias(id=model.TypeId("Kind"), shape=enum, description=text),
            model.TypeId("Either"): model.Alias(id=model.TypeId("Either"), shape=union, description=text),
        },
        security_schemes=(
            model.SecurityScheme(name=text, kind="apiKey", description=text, place="header", parameter="X-Key"),
            model.SecurityScheme(
                name="oauth", kind="oauth2", flows=(model.Flow(kind=text, token_url=text, scopes={text: text}),)
            ),
        ),
    )


def split(command: str) -> list[str]:
    """The words of a command, as a POSIX shell sees them."""
    return shlex.split(command.replace("\\\n", ""))


def write(files: Mapping[PurePosixPath, str], folder: Path) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def fences(files: Mapping[PurePosixPath, str], language: str) -> Iterator[str]:
    """The texts of the fenced blocks in a language."""
    for text in files.values():
        for match in re.finditer(rf"^(`{{3,}}){language}\n(.*?)\n\1$", text, re.DOTALL | re.MULTILINE):
            yield match[2]


def broken_links(files: Mapping[PurePosixPath, str]) -> Iterator[str]:
    """Links between pages whose file or anchor is not there."""
    anchors = {path: set(re.findall(r'<a name="([^"]*)"></a>', text)) for path, text in files.items()}
    for path, text in files.items():
        if path.suffix != ".md":
            continue
        plain = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(r"(?<!\\)\]\(([^()<>\s]+)\)", re.sub(r"(`+).+?\1", "", plain)):
            name, _, anchor = target.partition("#")
            page = path.parent / name if name else path
            if page not in files or (anchor and anchor not in anchors[page]):
                yield f"{path}: {target}"


def test_what_stands_around_the_api_is_shown() -> None:
    folder = ROOT / "tests" / "cases" / "around-the-api"
    settings = config.from_flags(["openapi.yaml"], [], "", [], "around", folder / "out", folder)
    files = pages(build.model(settings, Library(folder), Report()))
    index, things, schemas = (files[PurePosixPath(f"docs/docs/{name}.md")] for name in ("index", "things", "schemas"))
    for line in (
        "Much around little.",
        "- [The guide](<https://around.example.com/guide>)",
        "- Contact: [The team](<https://around.example.com/team>), "
        "[team@around.example.com](<mailto:team@around.example.com>)",
        "- Licence: MIT",
        "- [Terms of service](<https://around.example.com/terms>)",
    ):
        assert f"\n{line}\n" in index
    assert "[More about it](<https://around.example.com/things>)" in things
    assert "[How to make one](<https://around.example.com/create>)" in things
    row = "| 201 | `self` | [things: Get](things.md#get) | `id` from `$response.body#/id` | The thing itself. |"
    assert row in things.replace("Things:", "things:")
    assert "[What a thing is](<https://around.example.com/thing>)" in schemas
    assert "[More about it](<https://around.example.com/kind>)" in schemas
