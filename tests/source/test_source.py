"""Documents: YAML 1.2 values, bounds against hostile input, and positions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import InputError, Origin
from generator.source import Json, Library, json_text, positions, yaml_positions, yaml_text


def load(text: str) -> Json:
    return yaml_text.parse(text, "d")[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("on", "on"), ("yes", "yes"), ("y", "y"), ("true", True), ("False", False), ("~", None),
        ("", None), ("2020-01-01", "2020-01-01"), ("12:30:45", "12:30:45"), ("012", "012"),
        ("0", 0), ("-12", -12), ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5), ("1e3", 1000.0), ("1_000", "1_000"), (".5", 0.5), ("'1'", "1"), ('"true"', "true"),
        ("!!str 1", "1"), ("!!int '1'", 1), ("!!python/object:os.system x", "x"), ("1.2.3", "1.2.3"), (".inf", ".inf"),
    ],
)  # fmt: skip
def test_scalars_are_those_of_yaml_1_2(text: str, value: Json) -> None:
    assert load(f"k: {text}") == {"k": value}
    assert type(load(f"k: {text}")["k"]) is type(value)  # type: ignore[index,call-overload]


def test_keys_are_strings_as_written() -> None:
    assert load("200: a\ntrue: b\nnull: c\n1.0: d") == {"200": "a", "true": "b", "null": "c", "1.0": "d"}


def test_aliases_and_merge_keys() -> None:
    assert load("a: &x {p: 1}\nb: *x\nc: {<<: *x, q: 2}") == {"a": {"p": 1}, "b": {"p": 1}, "c": {"p": 1, "q": 2}}


def test_a_duplicate_key_is_found_with_its_place() -> None:
    tree, findings = yaml_text.parse("a: 1\nb: 2\na: 3\n", "d")
    assert tree == {"a": 3, "b": 2}
    assert [(finding.code, finding.at) for finding in findings] == [("duplicate-key", Origin("d", line=3, column=1))]
    tree, findings = json_text.parse('{"b": [{"a": 0}, {"a": 0}],\n "a": 1, "\\u0061": 2}', "d")
    assert tree == {"b": [{"a": 0}, {"a": 0}], "a": 2}
    assert [(finding.code, finding.at) for finding in findings] == [("duplicate-key", Origin("d", line=2, column=10))]


def test_half_a_character_is_found_with_its_place() -> None:
    tree, findings = json_text.parse('["\\ud83d\\ude00",\n "\\ud83d"]', "d")
    assert tree == ["\U0001f600", "\ufffd"]
    assert [(finding.code, finding.at) for finding in findings] == [("half-character", Origin("d", line=2, column=3))]


def test_a_second_yaml_document_is_not_dropped_in_silence() -> None:
    tree, findings = yaml_text.parse("a: 1\n---\na: 2\n", "d")
    assert tree == {"a": 1}
    assert [(finding.code, finding.at) for finding in findings] == [("more-documents", Origin("d", line=2, column=1))]
    for ending in ("", "---\n", "...\n", "---\n# nothing\n"):
        assert yaml_text.parse("a: 1\n" + ending, "d") == ({"a": 1}, ())


MISTAKES = [
    (" a: 1\nb: 2\n", "indented less than the first", 2, 1),
    ("a: 1\n  b: 2\n", "indented more than the one above", 2, 3),
    ("a:\n   b: 1\n  c: 2\n", "not indented as the keys", 3, 3),
    ("a:\n  - b: 1\n   c: 2\n", "not indented as what it belongs to", 3, 4),
    ("a:1\nb: 2\n", "the line above lacks its `: `", 2, 1),
    ("a\n  b: 1\n  c: 2\n", "lacks its `: `", 2, 3),
    ("x: 1\na\nb: 1\n", "no `: ` follows this key", 2, 1),
    ("a: b: c\n", "a second `: ` stands on this line", 1, 5),
    ("a:\n\tb: 1\n", "a tab stands in the indentation", 2, 1),
    ("a: {b: 1\nc: 2\n", "the brace `{` that is opened here is not closed", 1, 4),
    ("a: [b\nc: 2\n", "the bracket `[` that is opened here is not closed", 1, 4),
    ("x: 1\na: 'b\nc: 2\n", "the single quote that is opened here is not closed", 2, 4),
    ("a: 'it's'\n", "text follows the closing quote", 1, 8),
    ('a: "\\d"\n', "no such escape", 1, 5),
    ("*/*: {}\n", "begins with it must be in quotes", 1, 2),
    ("a: @b\n", "a text that begins with '@' must be in quotes", 1, 4),
    ("a: {{ b }}\n", "must be in quotes", 1, 5),
    ("a: | b\n", "nothing may follow `|`", 1, 6),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n", "conflict", 2, 1),
    ("a: 1\nb: x\x07\n", "control character U+0007", 2, 5),
    ('{"a": 1,\n}', "no comma may stand before", 1, 8),
    ("[1, 2,]", "no comma may stand before", 1, 6),
    ('{"a": 1 // one\n}', "no comments", 1, 9),
    ("{'a': 1}", "double quotes", 1, 2),
    ("{a: 1}", "double quotes", 1, 2),
    ('{"a": True}', "'True' is no value", 1, 7),
    ('{"a": 1\n "b": 2}', "a comma, or a closing bracket, is missing", 2, 2),
    ('{"a": "x\ny"}', "a line break or control character", 1, 9),
    ('{"a": "x', "does not end", 1, 7),
    ('{"a": [', "ends in the middle", 1, 8),
    ('{"a": 1}}', "nothing may follow", 1, 9),
]


@pytest.mark.parametrize(("text", "words", "line", "column"), MISTAKES, ids=[repr(entry[0]) for entry in MISTAKES])
def test_a_mistake_is_named_where_it_is_to_be_mended(text: str, words: str, line: int, column: int) -> None:
    parse = json_text.parse if text[0] in "{[" else yaml_text.parse
    with pytest.raises(InputError) as error:
        parse(text, "d")
    assert words in str(error.value)
    assert error.value.finding.at == Origin("d", line=line, column=column)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [1, 2", "not-yaml"),
        ("a: 'x", "not-yaml"),
        ("a: *nowhere", "not-yaml"),
        ("a: &a {b: *a}", "alias-cycle"),
        ("a: " + "[" * 400 + "]" * 400, "too-deep"),
        ("{a: 1}: 2", "not-yaml"),
        ("a: \x07", "not-yaml"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, code: str) -> None:
    with pytest.raises(InputError) as error:
        load(text)
    assert error.value.finding.code == code


def test_an_alias_bomb_is_refused_at_once() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    with pytest.raises(InputError) as error:
        load("\n".join(levels))
    assert error.value.finding.code == "alias-bomb"


def test_json_that_is_cut_names_line_and_column() -> None:
    with pytest.raises(InputError) as error:
        json_text.parse('{\n  "a": [1,\n', "d")
    assert error.value.finding.at == Origin("d", line=3, column=1)


def test_json_nested_too_deeply_and_huge_numbers() -> None:
    with pytest.raises(InputError):
        json_text.parse("[" * 100_000 + "]" * 100_000, "d")
    assert json_text.parse("9" * 5000, "d")[0] == float("inf")


leaves = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=8)
trees = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
)


@given(trees)
@settings(max_examples=150, deadline=None)
def test_json_and_yaml_texts_read_back(tree: Json) -> None:
    assert json_text.parse(json.dumps(tree), "d")[0] == tree
    # quoted throughout: PyYAML writes YAML 1.1, in which `0E0` is no number
    assert load(yaml.safe_dump(tree, default_style='"')) == tree


def _pointers(tree: Json, at: Origin) -> list[Origin]:
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [at, *(inner for key, value in below for inner in _pointers(value, at.child(key)))]


@given(trees)
@settings(max_examples=150, deadline=None)
def test_every_pointer_has_a_position_in_order_of_the_text(tree: Json) -> None:
    pointers = [origin.pointer for origin in _pointers(tree, Origin("d"))]
    for text, find in (
        (json.dumps(tree, indent=1), positions.json_positions),
        (yaml.safe_dump(tree), yaml_positions.yaml_positions),
    ):
        found = find(text, pointers)
        assert found.keys() == set(pointers)
    assert list(found.values()) == sorted(found.values()) or "&" in yaml.safe_dump(tree)


def test_a_pointer_that_leads_nowhere_gets_the_deepest_place_there_is() -> None:
    text = '{\n "a": {\n  "b": 1\n }\n}'
    assert positions.json_positions(text, ["/a/x/y", "/a/b/c"]) == {"/a/x/y": (2, 2), "/a/b/c": (3, 3)}
    assert yaml_positions.yaml_positions("a:\n  b: 1\n", ["/a/x/y", "/a/b/c"]) == {"/a/x/y": (1, 1), "/a/b/c": (2, 3)}


def test_references_stay_inside_the_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "sub").mkdir(parents=True)
    (project / "sub" / "a.yaml").write_text("x: 1")
    (tmp_path / "outside.yaml").write_text("x: 1")
    (project / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    library = Library(project)
    assert library.open_reference("sub/a.yaml", "openapi.yaml").tree == {"x": 1}
    assert library.open_reference("../sub/a.yaml", "sub/b.yaml").tree == {"x": 1}
    for reference in (
        "../outside.yaml",
        "link.yaml",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://169.254.169.254/x",
        "//h/x",
    ):
        with pytest.raises(InputError) as error:
            library.open_reference(reference, "openapi.yaml")
        assert error.value.finding.code == "ref-refused", reference


@pytest.mark.parametrize(
    ("content", "code", "at"),
    [
        (b"a: 1\nb: caf\xe9\n", "not-utf-8", Origin("a.yaml", line=2, column=7)),
        (b"\xff\xfea", "not-utf-8", Origin("a.yaml", line=1, column=1)),
        (b"\x1f\x8b\x08", "not-utf-8", Origin("a.yaml")),
        (None, "cannot-read", Origin("a.yaml")),
    ],
)
def test_a_file_that_cannot_be_opened(tmp_path: Path, content: bytes | None, code: str, at: Origin) -> None:
    path = tmp_path / "a.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as error:
        Library(tmp_path).open_tree(path)
    assert error.value.finding.code == code
    assert error.value.finding.at == at


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    for name, text in (("a.yaml", "title: Café\n"), ("a.json", '{"title": "Café"}')):
        (tmp_path / name).write_text(text, encoding=encoding)
        assert Library(tmp_path).open_tree(tmp_path / name).tree == {"title": "Café"}
