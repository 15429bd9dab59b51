"""Every sink against every payload, over all targets: nothing of the input escapes into code, markup or paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from generator.artifact import File

from . import judges, payloads
from .runs import SHAPES, Made, Sinks, made, text_of

GROUPS = 2
"""Payloads without a canary stand in all sinks at once, where equal names collide, and in a part of them at a time."""


class Matrix:
    """The harmless runs that everything is compared with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vocabulary = judges.Vocabulary()
        self.sinks: dict[str, tuple[str, ...]] = {}
        self.harmless: dict[str, Made] = {}
        self.unread: set[str] = set()
        for shape in SHAPES:
            fill = Sinks()
            result = made(folder, shape, text_of(shape, fill))
            self.harmless[shape], self.sinks[shape] = result, tuple(fill.canaries)
            self.vocabulary.learn(result.files)
            shown = "\n".join(f"{file.path}\n{file.content.decode()}" for file in result.files).lower()
            self.unread |= {sink for sink, canary in fill.canaries.items() if canary not in shown}
            for variant in payloads.HARMLESS:
                self.vocabulary.learn(made(folder, shape, text_of(shape, Sinks(payload=variant))).files)

    def wrong(self, shape: str, payload: str, only: frozenset[str] | None = None) -> list[str]:
        """What is wrong with the files of a run with the payload."""
        try:
            result = made(self.folder, shape, text_of(shape, Sinks(payload=payload, only=only)))
        except Exception as error:  # a crash is one more finding here
            return [f"{type(error).__name__}: {error}"]
        return judges.judged(result.files, self.vocabulary)

    def guilty(self, shape: str, payload: str, wrong: list[str]) -> Iterator[str]:
        """The sinks that alone give something wrong, else what is wrong with all of them."""
        alone = [(sink, self.wrong(shape, payload, frozenset([sink]))) for sink in self.sinks[shape]]
        found = [f"{shape} {payload} at {sink}: {entry}" for sink, entries in alone for entry in entries[:2]]
        return iter(found[:10] or [f"{shape} {payload} at several sinks: {entry}" for entry in wrong[:10]])


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> Matrix:
    return Matrix(tmp_path_factory.mktemp("matrix"))


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_escapes(matrix: Matrix, shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    wrong: list[str] = []
    for payload, text in payloads.PAYLOADS.items():
        found = matrix.wrong(shape, payload)
        if "@" not in text:
            sinks = matrix.sinks[shape]
            for group in range(GROUPS):
                found += matrix.wrong(shape, payload, frozenset(sinks[group::GROUPS]))
        if found:
            wrong += matrix.guilty(shape, payload, found)
    pairs = len(matrix.sinks[shape]) * len(payloads.PAYLOADS)
    with capsys.disabled():
        print(f"\n{shape}: {pairs} pairs ({len(matrix.sinks[shape])} sinks, {len(payloads.PAYLOADS)} payloads)")  # noqa: T201
    assert not wrong, "\n".join(wrong)


PROSE = frozenset(
    [
        "info.description",
        "info.summary",
        "docs.description",
        "server.description",
        "server.variable.description",
        "tag.description",
        "tag.things.description",
        "tag.docs.description",
        "path.description",
        "path.summary",
        "path.parameter.description",
        "operation.description",
        "operation.docs.description",
        "query.description",
        "header.description",
        "body.description",
        "part.description",
        "response.description",
        "response.header.description",
        "response.error.description",
        "response.empty.description",
        "link.description",
        "schema.description",
        "schema.docs.description",
        "property.description",
        "enum.x-description",
        "one-of.text",
        "x-ms-enum.description",
        "scheme.description",
        "scope.description",
        "contact.name",
        "license.name",
        "callback.response",
        "webhook.response",
        "query.examples.description",
        "query.examples.summary",
    ]
)
"""Sinks of the OpenAPI document whose text must change nothing but string constants."""


@pytest.mark.parametrize("payload", [name for name, text in payloads.PAYLOADS.items() if text.strip()])
def test_prose_changes_constants_only(matrix: Matrix, payload: str) -> None:
    shape = "openapi.json"
    made_from = text_of(shape, Sinks(payload=payload, only=PROSE))
    result = made(matrix.folder, shape, made_from)
    before = {file.path: file for file in matrix.harmless[shape].files}
    assert {file.path for file in result.files} == before.keys()
    for file in result.files:
        if file.path.suffix == ".py" and file.content != before[file.path].content:
            assert judges.shape(file) == judges.shape(before[file.path]), file.path
        if file.path.name == "pyproject.toml" or file.path.name == "mkdocs.yml":
            assert list(judges.keys(judges.tree_of(file))) == list(judges.keys(judges.tree_of(before[file.path])))
        if file.path.suffix == ".md":
            now, then = (judges.outline(entry.content.decode()) for entry in (file, before[file.path]))
            own = ("fence", "table_open", "tr_open", "td_open")  # prose may bring code blocks and tables
            assert {**now, **dict.fromkeys(own, 0)} == {**then, **dict.fromkeys(own, 0)}, file.path


@pytest.mark.parametrize(
    "payload", ["jinja-expression", "jinja-attack", "jinja-statement", "jinja-comment", "jinja-raw"]
)
def test_templates_never_compile_input(matrix: Matrix, payload: str) -> None:
    result = made(matrix.folder, "openapi.json", text_of("openapi.json", Sinks(payload=payload)))
    sign = payloads.PAYLOADS[payload][:2]
    shown = "\n".join(file.content.decode() for file in result.files)
    assert "1337" not in shown
    told = judges.constants(result.files)
    sinks = Sinks(payload=payload)
    text_of("openapi.json", sinks)
    for sink in ("operation.description", "schema.description", "enum.value", "query.description"):
        words = payloads.filled(payload, sinks.canaries[sink]).split()
        assert " ".join(words) in " ".join(told.split()), (sink, sign)


NOT_SAID = {
    "tag.x-displayName": "the tag has a `summary`, which is shown in its place",
    "x-ms-enum.name": "the enum has a name of its own",
    "html.alt": "pictures are not carried",
    "html.anchor": "targets have anchors of their own",
    "html.image": "pictures are not carried",
    "html.head.title": "the page's heading is shown",
    "html.link.target": "a link to another page of the site, which is not there in what is generated",
    "page.link.target": "a link to another page of the site, which is not there in what is generated",
    "page.section": "a section that the profile has no meaning for; it is a finding",
    "page.section.text": "a section that the profile has no meaning for; it is a finding",
    "page.code.language": "targets name the language themselves",
}
"""What no target says, each with the reason."""

NOT_FITTING = frozenset(
    [
        "boolean.default",
        "date.default",
        "discriminator.reference",
        "html.query.type",
        "integer.default",
        "integer.maximum",
        "link.operation",
        "page.query.required",
        "page.query.type",
        "page.response.status",
        "parameter.place",
        "property.local-reference",
        "property.reference",
        "property.type",
        "property.x-type",
        "query.integer-default",
        "query.style",
        "query.type",
        "response.odd.description",
        "response.reference",
        "response.status",
        "response.wrong.key",
        "response.wrong.value",
        "schema.examples.key",
        "schema.examples.value",
        "scheme.place",
        "scheme.type",
        "2.collection-format",
        "2.discriminator",
        "2.scheme",
        "2.type",
        "2.item.default",
        "2.example.media-type",
        "body.example",
        "body.example.key",
        "body.media-type",
        "response.media-type",
        "query.media-type",
        "property.content-encoding",
        "property.content-media-type",
        "map.pattern",
        "xml.node",
    ]
)
"""Not of the kind that must stand there: it reaches messages only."""

RESOLVED = frozenset(["2.body.name", "2.shared", "2.shared.name", "page.curl.header"])
"""Names that are not needed once they are resolved."""

UNREAD = NOT_SAID.keys() | NOT_FITTING | RESOLVED
"""Sinks that no target shows; any other sink must stand in some file, or its row of the matrix proves nothing."""


def test_every_sink_reaches_a_file(matrix: Matrix) -> None:
    assert matrix.unread == UNREAD


@pytest.mark.parametrize(
    "payload", ["triple-double", "break-newline", "trailing-backslash", "long", "surrogate", "homoglyph"]
)
@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_formatters_change_nothing_of_it(matrix: Matrix, payload: str, formatter: str) -> None:
    if formatter == "black":
        pytest.importorskip("black")
    source = text_of("openapi.json", Sinks(payload=payload))
    result = made(matrix.folder, "openapi.json", source, formatter=formatter)
    assert not judges.judged(result.files, matrix.vocabulary)


@pytest.mark.parametrize(
    "payload",
    ["dot-dot", "absolute", "drive", "device", "long", "double-quote", "script", "ansi", "annotation-command", "bidi"],
)
def test_names_of_pages(matrix: Matrix, payload: str, tmp_path: Path) -> None:
    name = re.sub(r"[\0/]", "_", payloads.filled(payload, "zq000k"))[:200] + ".md"
    result = made(tmp_path, name, text_of("page.md", Sinks()))
    assert result.files
    assert not judges.judged(result.files, matrix.vocabulary)


ESCAPES = {
    "x.py": [
        "zq001k()",
        "x = f'{zq001k}'",
        "import subprocess",
        "from . import x\nx.y.zq001k.__class__",
        "def f(x=zq001k): pass",
        "# type: zq001k",
    ],
    "x.md": [
        "<script>",
        "a <b>",
        "[x](javascript:x)",
        "![x](http://x)",
        "<!-- x -->",
        "\\<script>x\\</script>",
        "<http://[>",
        "[x](../../y)",
        "x\u202ey",
        "[x][y]\n\n[y]: javascript:x",
        "<javascript:x>",
        "<div>\n",
        "a\n===\n<i>",
    ],
    "pyproject.toml": ["zq001k = 1", "["],
    "mkdocs.yml": ["zq001k: 1", "site_name: !!python/name:os.system", "nav: [{x: ../../x.md}]"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in ESCAPES.items() for text in texts])
def test_the_judges_see_an_escape(matrix: Matrix, name: str, text: str) -> None:
    assert judges.judged((File(path=PurePosixPath(name), content=text.encode()),), matrix.vocabulary)


@pytest.mark.parametrize("path", ["../x", "/x", "a/../x", "con.py", "a/nul", "a\\b", "C:x", "a/b.", "x" * 200, "é.py"])
def test_the_judges_see_an_unsafe_path(path: str) -> None:
    assert list(judges.paths([File(path=PurePosixPath(path), content=b"")]))
