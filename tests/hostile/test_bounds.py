"""Hostile size, depth and reach: every run ends soon, in little memory, inside the project folder, off the network."""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator import output
from generator.artifact import File

from . import judges
from .runs import Made, made

SECONDS = 8
"""A bound that no honest run of these sizes comes near, on a slow and busy machine too."""
MEGABYTES = 600
"""What the largest of these runs may add to the memory of the process."""


@contextmanager
def bounded() -> Iterator[None]:
    """Fail where the block takes much time or memory; one that would never end is stopped."""

    def stop(*_: object) -> None:
        raise AssertionError(f"still running after {SECONDS} seconds of work")

    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / unit < MEGABYTES


def document(schema: Any, **others: Any) -> dict[str, Any]:
    """A document with one operation that sends and receives `schema`."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {
            "/x": {
                "post": {
                    "requestBody": {"content": content},
                    "responses": {"200": {"description": "OK", "content": content}},
                }
            }
        },
        "components": {"schemas": {"X": schema, **others}},
    }


def sound(result: Made) -> None:
    """Either the input was refused with a message, or what came out is sound."""
    assert result.refused or result.files
    assert not judges.judged(result.files, _NO_VOCABULARY)


_NO_VOCABULARY = judges.Vocabulary()
"""Nothing is compared; what was judged once is remembered."""


def compiled(result: Made) -> None:
    """The code compiles and the paths are sound; for runs that are too large to be judged word for word."""
    assert not list(judges.paths(result.files))
    for file in result.files:
        if file.path.suffix == ".py":
            compile(file.content, str(file.path), "exec", dont_inherit=True)


def nested(depth: int, key: str) -> dict[str, Any]:
    """A schema that holds a schema that holds a schema."""
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(depth):
        inner: Any = [schema] if key in ("allOf", "oneOf", "anyOf", "prefixItems") else schema
        schema = {key: {"a": inner} if key == "properties" else inner}
    return schema


CYCLES: dict[str, Any] = {
    "itself": {"$ref": "#/components/schemas/X"},
    "root": {"$ref": "#"},
    "through-all-of": {"allOf": [{"$ref": "#/components/schemas/X"}]},
    "through-one-of": {"oneOf": [{"$ref": "#/components/schemas/X"}, {"type": "string"}]},
    "through-items": {"type": "array", "items": {"$ref": "#/components/schemas/X"}},
    "required": {"type": "object", "required": ["x"], "properties": {"x": {"$ref": "#/components/schemas/X"}}},
    "through-itself": {
        "$ref": "#/components/schemas/X/properties/y",
        "properties": {"y": {"$ref": "#/components/schemas/X"}},
    },
    "through-map": {"additionalProperties": {"$ref": "#/components/schemas/X"}},
    "through-discriminator": {
        "discriminator": {"propertyName": "t", "mapping": {"a": "#/components/schemas/X"}},
        "oneOf": [{"$ref": "#/components/schemas/X"}],
    },
    "through-not": {"not": {"$ref": "#/components/schemas/X"}},
    "dynamic": {"$dynamicAnchor": "n", "properties": {"x": {"$dynamicRef": "#n"}}},
}


@pytest.mark.parametrize("name", CYCLES)
def test_cycles(name: str, tmp_path: Path) -> None:
    with bounded():
        sound(made(tmp_path, "o.json", json.dumps(document(CYCLES[name]))))


@pytest.mark.parametrize("key", ["items", "properties", "allOf", "oneOf", "additionalProperties", "not", "prefixItems"])
@pytest.mark.parametrize("depth", [40, 400])
def test_deep_schemas(key: str, depth: int, tmp_path: Path) -> None:
    with bounded():
        sound(made(tmp_path, "o.json", json.dumps(document(nested(depth, key)))))


@pytest.mark.parametrize("name", ["o.json", "o.yaml"])
def test_very_deep_documents(name: str, tmp_path: Path) -> None:
    text = json.dumps(document("HERE")).replace('"HERE"', '{"items":' * 100_000 + "{}" + "}" * 100_000)
    with bounded():
        sound(made(tmp_path, name, text))


@pytest.mark.parametrize("where", ["default", "example", "const"])
def test_deep_values(where: str, tmp_path: Path) -> None:
    text = json.dumps(document({where: "HERE"})).replace('"HERE"', "[" * 900 + "]" * 900)
    with bounded():
        sound(made(tmp_path, "o.json", text))


def test_a_bomb_of_aliases(tmp_path: Path) -> None:
    lines = ["a0: &a0 {x: 1, y: 2}"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 30)]
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n" + "\n".join(lines) + "\nx: *a29\n"
    with bounded():
        sound(made(tmp_path, "o.yaml", text))


def test_a_bomb_of_aliases_that_is_used(tmp_path: Path) -> None:
    lines = ["    A0: &a0 {type: object, properties: {x: {type: string}}}"]
    for level in range(1, 25):
        fields = ", ".join(f"p{number}: *a{level - 1}" for number in range(8))
        lines.append(f"    A{level}: &a{level} {{type: object, properties: {{{fields}}}}}")
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + "\n".join(lines)
    with bounded():
        sound(made(tmp_path, "o.yaml", text))


def test_a_bomb_of_references(tmp_path: Path) -> None:
    """Every schema holds the one below twice: small as a graph, 2^60 as a tree."""
    for key in ("allOf", "oneOf", "properties", "prefixItems"):
        others = {}
        for level in range(1, 60):
            below = {"$ref": f"#/components/schemas/L{level - 1}"}
            pair: Any = {"a": below, "b": below} if key == "properties" else [below, {**below, "title": "b"}]
            others[f"L{level}"] = {key: pair}
        others["L0"] = {"type": "object", "required": ["z"], "properties": {"z": {"type": "string"}}}
        with bounded():
            sound(made(tmp_path, "o.json", json.dumps(document({"$ref": "#/components/schemas/L59"}, **others))))


def test_aliases_that_hold_themselves(tmp_path: Path) -> None:
    for text in ("openapi: &a [*a]", "openapi: 3.1.0\npaths: &p\n  /x: *p\ninfo: &i {title: *i}", "a: &a {<<: *a}"):
        with bounded():
            sound(made(tmp_path, "o.yaml", text))


@pytest.mark.parametrize(
    "number",
    ["9" * 5000, "-" + "9" * 400, "1e999", "-1e999", "NaN", "Infinity", "1e-999", "1E400", "0." + "1" * 5000, "-0"],
)
def test_odd_numbers(number: str, tmp_path: Path) -> None:
    keys = ("default", "example", "const", "minimum", "maximum", "multipleOf", "minLength", "maxItems", "minProperties")
    kinds = ("integer", "number", "string", "array")
    fields: dict[str, Any] = {kind: {"type": kind, **dict.fromkeys(keys, "HERE")} for kind in kinds}
    fields |= {f"one {kind}": {"type": kind, "enum": ["HERE", 1]} for kind in kinds}
    text = json.dumps(document({"type": "object", "properties": fields})).replace('"HERE"', number)
    for name in ("o.json", "o.yaml"):
        with bounded():
            result = made(tmp_path, name, text)
        sound(result)


@pytest.mark.parametrize("bound", [10**6, 10**9, 10**30])
def test_examples_of_huge_bounds(bound: int, tmp_path: Path) -> None:
    for schema in (
        {"type": "string", "minLength": bound},
        {"type": "array", "minItems": bound, "items": {"type": "string"}},
        {"type": "object", "minProperties": bound, "additionalProperties": {"type": "string"}},
        {"type": "string", "pattern": f"^a{{{bound}}}$"},
        {"type": "string", "pattern": f"^(a{{{bound}}}){{{bound}}}$"},
        {"type": "number", "minimum": bound, "multipleOf": 7},
    ):
        with bounded():
            result = made(tmp_path, "o.json", json.dumps(document(schema)))
        sound(result)
        assert sum(len(file.content) for file in result.files) < 3_000_000


SLOW = [
    "^(a+)+$",
    "^(a|a)*$",
    "(.*)*x",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(x+x+)+y",
    "^" + "(a?)" * 50 + "a" * 50 + "$",
    "(" * 500,
    "[" * 500,
]


@pytest.mark.parametrize("pattern", SLOW)
def test_slow_patterns(pattern: str, tmp_path: Path) -> None:
    text = "a" * 60 + "!"
    schema = {"type": "string", "pattern": pattern, "default": text, "example": text, "enum": [text, "b"]}
    parameter = {"name": "q", "in": "query", "schema": schema, "example": text}
    tree = document({"type": "object", "properties": {"a": schema}, "patternProperties": {pattern: schema}})
    tree["paths"]["/x"]["post"]["parameters"] = [parameter]
    with bounded():
        sound(made(tmp_path, "o.json", json.dumps(tree)))


def test_many_entries(tmp_path: Path) -> None:
    many = {f"property {number}": {"type": "string"} for number in range(3_000)}
    values = [f"value {number}" for number in range(20_000)]
    tree = document({"type": "object", "properties": many}, E={"type": "string", "enum": values})
    tree["x-map"] = {str(number): number for number in range(100_000)}
    tree["tags"] = [{"name": f"tag {number}"} for number in range(10_000)]
    with bounded():
        result = made(tmp_path, "o.json", json.dumps(tree))
    compiled(result)


def test_names_that_all_collide(tmp_path: Path) -> None:
    names = ["a" + "-" * number for number in range(1_500)]
    tree = document({"type": "object", "properties": {name: {"type": "string"} for name in names}})
    tree["components"]["schemas"] |= {name: {"type": "object"} for name in names}
    tree["paths"] |= {f"/{name}": {"get": {"operationId": name, "responses": {}}} for name in names}
    with bounded():
        result = made(tmp_path, "o.json", json.dumps(tree))
    compiled(result)


SLOW_PAGES = {
    "brackets": "[" * 50_000,
    "links": "[a](" * 20_000,
    "stars": "*a **b " * 20_000,
    "ticks": "".join("`" * (1 + number % 50) + "a" for number in range(5_000)),
    "quotes": "> " * 5_000 + "x",
    "pipes": "|" * 50_000 + "\n" + "-|" * 50_000,
    "lists": "\n".join(" " * number + "- x" for number in range(800)),
    "tags": "<div>" * 20_000,
    "half-tags": "<a " * 30_000,
    "entities": "&" * 50_000 + "&#x" * 20_000,
    "comments": "<!--" * 20_000,
    "words": "GET " * 30_000,
    "spaces": "a" + " " * 100_000 + "b",
    "braces": "GET /" + "{a}/" * 1_000,
    "json": "```json\n" + "[" * 50_000 + "\n```",
    "curl": "```bash\ncurl " + "-H 'a: b' " * 10_000 + "'" * 1001 + "\n```",
    "values": "One of: " + "`a`, " * 20_000,
    "headings": "# GET /a\n" * 3_000,
}


@pytest.mark.parametrize("name", SLOW_PAGES)
@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_slow_pages(name: str, suffix: str, tmp_path: Path) -> None:
    text = (
        "# Things API\n\n## List\n\n`GET /things`\n\n" + SLOW_PAGES[name] + "\n\n### Parameters\n\n" + SLOW_PAGES[name]
    )
    with bounded():
        made(tmp_path, f"page.{suffix}", text)


REFERENCES = [
    "file:///etc/passwd",
    "/etc/passwd",
    "../secret.json",
    "../secret.json#/a",
    "sub/../../secret.json",
    "%2e%2e/secret.json",
    "..\\secret.json",
    "link.json",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:127.0.0.1]/x.json",
    "https://localhost/x.json#/a",
    "//169.254.169.254/x",
    "ftp://x/y",
    "data:application/json,{}",
    "C:/secret.json",
    "\\\\host\\share\\x.json",
    "http://[",
    "o.json\0.json",
    "x" * 5000,
    "loop.json",
]


@pytest.mark.parametrize("reference", REFERENCES)
def test_references_stay_in_the_project(reference: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "secret.json").write_text(
        json.dumps({"type": "string", "description": "zqSECRET", "a": {"title": "zqSECRET"}})
    )
    (folder / "link.json").symlink_to("../secret.json")
    (folder / "loop.json").symlink_to("loop.json")
    tree = document({"type": "object", "properties": {"a": {"$ref": reference}}}, Y={"$ref": reference})
    tree["paths"]["/y"] = {"$ref": reference}
    tree["paths"]["/x"]["post"]["parameters"] = [{"$ref": reference}]
    tree["paths"]["/x"]["post"]["responses"]["400"] = {"$ref": reference}
    result = made(folder, "o.json", json.dumps(tree))
    assert not result.refused
    assert result.findings
    assert not any(b"zqSECRET" in file.content for file in result.files)
    sound(result)


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['true']",
        "!!python/name:os.system",
        "!!binary aGk=",
        "!include /etc/passwd",
        "!ENV X",
    ],
)
def test_tags_make_nothing(tag: str, tmp_path: Path) -> None:
    text = f"openapi: 3.1.0\ninfo: {{title: T, version: '1', description: {tag}}}\npaths: {{}}\n"
    sound(made(tmp_path, "o.yaml", text))


@pytest.mark.parametrize(
    "path",
    ["../x", "/tmp/x", "a/../../x", "con", "a/NUL.txt", "a:b", "a\\b", "specloom.lock", "a\0b", "lpt1.md", "x. "],
)
def test_output_refuses_paths_that_leave_the_folder(path: str, tmp_path: Path) -> None:
    with pytest.raises(output.Refused):
        output.plan([File(path=PurePosixPath(path), content=b"")], tmp_path)


def test_output_follows_no_links(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "client").symlink_to(outside)
    (folder / "file.py").symlink_to(outside / "file.py")
    for path in ("client/x.py", "file.py"):
        with pytest.raises(output.Refused):
            output.plan([File(path=PurePosixPath(path), content=b"")], folder)
    assert not list(outside.iterdir())


def test_the_lock_cannot_name_foreign_files(tmp_path: Path) -> None:
    """A lock that somebody wrote must not make `generate` remove or trust what is outside."""
    folder = tmp_path / "out"
    folder.mkdir()
    victim = tmp_path / "victim"
    victim.write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    named = dict.fromkeys(("../victim", str(victim), "a/../../victim", "link/victim", "..\\victim"), empty)
    (folder / "link").symlink_to(tmp_path)
    (folder / output.LOCK).write_text(json.dumps({"version": 1, "files": named}))
    plan = output.plan([], folder)
    output.write(plan, force=True)
    assert victim.exists()
