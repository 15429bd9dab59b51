"""Every style of parameter that OpenAPI knows, read back from the wire."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

import pytest

OBJECT = {"R": "100", "G": "200"}
PROPERTIES = {"R": "scalar", "G": "scalar", "tags": "array"}
LIST = ["blue", "black"]


@pytest.mark.parametrize(
    ("style", "explode", "kind", "raw", "value"),
    [
        ("simple", False, "scalar", "a%2Fb", "a/b"),
        ("simple", False, "array", "blue,black", LIST),
        ("simple", False, "array", "a%2Cb,c", ["a,b", "c"]),
        ("simple", False, "object", "R,100,G,200", OBJECT),
        ("simple", True, "object", "R=100,G=200", OBJECT),
        ("label", False, "scalar", ".blue", "blue"),
        ("label", False, "array", ".blue,black", LIST),
        ("label", True, "array", ".blue.black", LIST),
        ("label", True, "object", ".R=100.G=200", OBJECT),
        ("matrix", False, "scalar", ";color=blue", "blue"),
        ("matrix", False, "array", ";color=blue,black", LIST),
        ("matrix", True, "array", ";color=blue;color=black", LIST),
        ("matrix", False, "object", ";color=R,100,G,200", OBJECT),
        ("matrix", True, "object", ";R=100;G=200", OBJECT),
        ("json", False, "object", "%7B%22R%22%3A1%7D", {"R": 1}),
    ],
)
def test_paths(package: ModuleType, style: str, explode: bool, kind: str, raw: str, value: object) -> None:
    operation, parameters = _runtime(package)
    parameter = operation.path("color", "color", style=style, explode=explode, kind=kind)
    assert parameters.from_path(parameter, raw) == value


@pytest.mark.parametrize(
    ("style", "explode", "kind", "query", "value"),
    [
        ("form", True, "scalar", "color=light%20blue", "light blue"),
        ("form", True, "scalar", "color=light+blue", "light blue"),
        ("form", True, "array", "color=blue&color=black", LIST),
        ("form", True, "array", "color[]=blue&color[]=black", LIST),
        ("form", False, "array", "color=blue,black", LIST),
        ("form", False, "array", "color=blue%2Cblack", LIST),
        ("form", False, "array", "color=a%2Cb,c", ["a,b", "c"]),
        ("spaceDelimited", False, "array", "color=blue%20black", LIST),
        ("pipeDelimited", False, "array", "color=blue%7Cblack", LIST),
        ("pipeDelimited", False, "array", "color=blue|black", LIST),
        ("form", False, "object", "color=R,100,G,200", OBJECT),
        ("form", True, "object", "R=100&G=200&other=1", OBJECT),
        ("deepObject", True, "object", "color[R]=100&color%5BG%5D=200", OBJECT),
        ("form", True, "object", "tags=a&R=1&R=2", {"tags": ["a"], "R": "2"}),
        ("deepObject", True, "object", "color[tags]=a", {"tags": ["a"]}),
        ("deepObject", True, "object", "color[a][b][0]=x&color[a][b][1]=y", {"a": {"b": ["x", "y"]}}),
        ("json", False, "object", "color=%7B%22R%22%3A1%7D", {"R": 1}),
        ("form", True, "scalar", "colour=blue", None),
        ("form", True, "array", "", None),
    ],
)
def test_queries(package: ModuleType, style: str, explode: bool, kind: str, query: str, value: object) -> None:
    operation, parameters = _runtime(package)
    parameter = operation.query("color", "color", style=style, explode=explode, kind=kind, properties=PROPERTIES)
    found = parameters.from_query(parameter, parameters.Pairs(query))
    assert found == (parameters.ABSENT if value is None else value)


def test_a_free_object_takes_what_no_other_parameter_does(package: ModuleType) -> None:
    operation, parameters = _runtime(package)
    parameter = operation.query("rest", "rest", kind="object")
    found = parameters.from_query(parameter, parameters.Pairs("a=1&b=2&page=3"), {"rest", "page"})
    assert found == {"a": "1", "b": "2"}


def test_headers_and_cookies(package: ModuleType) -> None:
    operation, parameters = _runtime(package)
    listed = operation.header("X-Ids", "ids", kind="array")
    assert parameters.from_header(listed, ["1, 2", "3"]) == ["1", "2", "3"]
    assert parameters.from_header(listed, []) is parameters.ABSENT
    exploded = operation.header("X-Point", "point", kind="object", explode=True)
    assert parameters.from_header(exploded, ["R=100,G=200"]) == OBJECT
    cookie = operation.cookie("theme", "theme")
    assert parameters.from_cookie(cookie, {"theme": ["a%20b"]}) == "a b"


def test_cookies_in_every_style(package: ModuleType) -> None:
    operation, parameters = _runtime(package)
    sent = parameters.cookies_of(['id=1; id=2; p=R,100,G,200; j="%41,b"; R=100; G=200', "t=a=b"])
    assert sent["t"] == ["a=b"]

    def read(name: str, **options: Any) -> object:
        return parameters.from_cookie(operation.cookie(name, name, **options), sent, {name, "id", "p", "j", "t"})

    assert read("id", kind="array") == ["1", "2"]
    assert read("j", kind="array", explode=False) == ["A", "b"]
    assert read("j", kind="array", explode=False, style="cookie") == ["%41", "b"]
    assert read("p", kind="object", explode=False, style="cookie") == OBJECT | {"G": "200"}
    assert read("x", kind="object", properties={"R": "scalar", "id": "array"}) == {"R": "100", "id": ["1", "2"]}
    assert read("x", kind="object") == {"R": "100", "G": "200"}
    assert read("y") is parameters.ABSENT


def test_a_whole_query_string(package: ModuleType) -> None:
    operation, parameters = _runtime(package)
    form = operation.querystring("q", "q", kind="object", properties={"a": "array", "b": "scalar"})
    assert parameters.from_querystring(form, "a=1&b=x%26y") == {"a": ["1"], "b": "x&y"}
    json = operation.querystring("q", "q", kind="object", style="json")
    assert parameters.from_querystring(json, "%7B%22a%22%3A1%7D&key=k") == {"a": 1}
    assert parameters.from_querystring(operation.querystring("q", "q"), "a%26b") == "a&b"
    assert parameters.from_querystring(form, "") is parameters.ABSENT


def _runtime(package: ModuleType) -> tuple[Any, Any]:
    return (
        importlib.import_module(f"{package.__name__}._runtime.operation"),
        importlib.import_module(f"{package.__name__}._runtime.parameters"),
    )
