"""The client of an awkward API: it type checks, imports, and sends what it should."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import model
from generator.config import Target
from generator.diagnostics import Report
from generator.render import render
from generator.views.python_client import plan
from tests.views_python import awkward_api as sample


def write(api: model.Api, folder: Path, package: str = "") -> Path:
    """Make the client; the folder of its sources."""
    for file in render([plan(api, Target(name="python-client", package=package), Report())]):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder / "client"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    pytest.importorskip("httpx2")
    client = write(sample.DEMO, tmp_path_factory.mktemp("demo"))
    sys.path.insert(0, str(client / "src"))
    yield client
    sys.path.remove(str(client / "src"))
    for name in [name for name in sys.modules if name.partition(".")[0] == "demo"]:
        del sys.modules[name]


def client(handler: Any, **options: Any) -> Any:
    import httpx2

    demo: Any = importlib.import_module("demo")
    return demo.Client(http_client=httpx2.Client(transport=httpx2.MockTransport(handler)), **options)


def test_mypy_strict(project: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "src", "tests"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_call_with_everything(project: Path) -> None:
    import httpx2

    seen: list[Any] = []

    def handler(request: Any) -> Any:
        seen.append(request)
        return httpx2.Response(200, json=[sample.GROUP])

    groups = client(handler, access_token="s").groups.list(
        "a/1",
        must="m",
        ids=["a", "b"],
        filter={"k": "v"},
        from_="f",
        self_="s",
        start_time_lt="t",
        value="v",
        session="c",
    )
    request = seen[0]
    assert request.url.raw_path.startswith(
        b"/v1/apps/a%2F1/groups?must=m&ids=a%7Cb&filter[k]=v&from=f&self=s&StartTime%3C=t&...=v"
    )
    assert (request.headers["Authorization"], request.headers["Cookie"]) == ("Bearer s", "session=c")
    assert groups[0].full_name == "x" and groups[0].created_at.year == 2026


def test_bodies_and_their_media_types(project: Path) -> None:
    import httpx2

    seen: list[Any] = []

    def handler(request: Any) -> Any:
        seen.append((request.headers["Content-Type"], request.read(), request.headers.get("X-Key")))
        return httpx2.Response(204)

    from demo import models  # type: ignore[import-not-found]

    groups = client(handler, api_key="k", username="u").groups
    group = models.Group(
        id="1", full_name="x", json_={"a": ["b"]}, links_2={"c": models.Cat(pet_type="cat")}, from_=None
    )
    assert groups.create("a", group) is None
    assert groups.create("a", "words", content_type="text/plain") is None
    assert json.loads(seen[0][1]) == {
        "id": "1",
        "fullName": "x",
        "json": {"a": ["b"]},
        "_links": {"c": {"petType": "cat"}},
        "from": None,
    }
    assert [entry[0] for entry in seen] == ["application/json", "text/plain"]
    assert seen[0][2] == "k"


def test_streams(project: Path) -> None:
    import httpx2

    def handler(request: Any) -> Any:
        if request.url.path == "/v1/events":
            return httpx2.Response(
                200,
                content=b'event: group\ndata: {"id": "1", "fullName": "x"}\n\n',
                headers={"Content-Type": "text/event-stream"},
            )
        assert request.headers["Accept"] == "application/x-ndjson"
        return httpx2.Response(200, content=b'{"petType": "dog"}\n', headers={"Content-Type": "application/x-ndjson"})

    operations = client(handler).operation
    with operations.watch() as events:
        assert [(event.name, event.data.full_name) for event in events] == [("group", "x")]
    with operations.feed_stream() as pets:
        assert [type(pet).__name__ for pet in pets] == ["Dog"]


def test_environment_variables_stand_in(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx2

    seen: list[Any] = []

    def handler(request: Any) -> Any:
        seen.append(request)
        return httpx2.Response(200, json=[])

    monkeypatch.setenv("DEMO_ACCESS_TOKEN", "from-env")
    monkeypatch.setenv("DEMO_BASE_URL", "https://other.example.com")
    client(handler).groups.list("a", must="m")
    assert (seen[0].url.host, seen[0].headers["Authorization"]) == ("other.example.com", "Bearer from-env")


def test_a_base_url_is_asked_for_where_the_api_names_none(tmp_path: Path) -> None:
    source = write(replace(sample.DEMO, name="nowhere", servers=(model.Server(url="/v1"),)), tmp_path) / "src"
    code = "import nowhere\ntry: nowhere.Client()\nexcept ValueError as error: print(error)"
    done = subprocess.run([sys.executable, "-c", code], cwd=source, capture_output=True, text=True, check=False)
    assert "base_url is needed" in done.stdout, done.stderr


@pytest.mark.parametrize(
    "name",
    ["stream", "event", "transport", "settings", "self", "mapping", "not-found-error", "api_model", "async stream"],
)
def test_an_api_may_be_called_like_a_class_of_its_package(tmp_path: Path, name: str) -> None:
    package = write(replace(sample.DEMO, name=name), tmp_path, package="odd") / "src" / "odd"
    for module in ("_client.py", "__init__.py"):
        bound = [*_bound(ast.parse((package / module).read_text()))]
        assert len(bound) == len(set(bound)), bound


def _bound(tree: ast.AST) -> Iterator[str]:
    """The names that a module's imports and classes have; those inside of methods are apart."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and node.col_offset <= 4:
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.ClassDef):
            yield node.name


def test_calls_of_deprecated_operations_warn_and_work(tmp_path: Path) -> None:
    operations = tuple(replace(entry, deprecated=entry.action == "delete") for entry in sample.DEMO.operations)
    folder = write(replace(sample.DEMO, name="olden", operations=operations), tmp_path)
    code = """
        import asyncio, httpx2, olden, warnings
        warnings.simplefilter("error")
        made = olden.Client(http_client=httpx2.Client(transport=httpx2.MockTransport(lambda _: httpx2.Response(204))))
        later = olden.AsyncClient(
            http_client=httpx2.AsyncClient(transport=httpx2.MockTransport(lambda _: httpx2.Response(204)))
        )
        for call in (made.groups.delete, later.groups.delete):
            try:
                call("a")
            except DeprecationWarning as warning:
                print(warning)
            warnings.simplefilter("ignore")
            done = call("a")
            print(asyncio.run(done) if asyncio.iscoroutine(done) else done)
            warnings.simplefilter("error")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], cwd=folder / "src", capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["The API has deprecated this operation.", "None"] * 2, done.stderr
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "src"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_readme_samples_are_python(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    samples = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert len(samples) == 6
    for sample_code in samples:
        ast.parse(sample_code)


def test_many_types_become_a_package_that_loads_on_demand(tmp_path: Path) -> None:
    words = ["Alpha", "Beta", "Gamma"]
    types: list[model.Type] = []
    for number in range(120):
        for place, word in enumerate(words):
            other = sample.named(f"{words[place - 1]}Thing{number}")
            types.append(
                sample.object_type(
                    f"{word}Thing{number}", *sample.fields(other=other, state=sample.named("AlphaState"))
                )
            )
    types += [
        sample.alias("AlphaState", sample.enum("a")),
        sample.alias("BetaAny", sample.named("GammaThing0")),
        *sample.TYPES,
    ]
    source = write(sample.api(types, sample.OPERATIONS, name="many"), tmp_path) / "src"
    assert {path.stem for path in (source / "many" / "models").glob("*.py")} >= {
        "__init__",
        "alpha",
        "beta",
        "gamma",
        "common",
    }
    code = (
        "import sys; from many import models\n"
        "assert not [name for name in sys.modules if name.startswith('many.models.')]\n"
        "thing = models.AlphaThing1.model_validate({'other': {'other': {'other': {'state': 'a'}}}})\n"
        "assert type(thing.other.other.other) is models.AlphaThing1\n"
        "assert models.BetaAny.__value__\n"
        "assert 'Group' in dir(models)\n"
        "from many._runtime.reading import read_json\n"
        "assert read_json(models.BetaAny, b'{\"state\": \"new\"}').state == 'new'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


PAYLOADS = [
    '"',
    "'",
    "\\",
    '"""',
    "'''\n",
    "\r\nCANARY = 1\n",
    "{{ 7 * 7 }}",
    "{x}",
    "\x00\u2028",
    "# type: ignore",
    '\\" + CANARY #',
    "../..",
    "CANARY()",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_words(payload: str) -> None:
    text = f"{payload} CANARY {payload}"
    shape = sample.enum(text)
    types: list[model.Type] = [
        model.Object(
            id=model.TypeId("Thing"),
            title=text,
            description=text,
            fields=(
                model.Field(name=text, shape=shape, description=text, default=text, example=text),
                model.Field(name=f"{text}2", shape=model.Text(pattern=text), required=True),
            ),
        ),
        model.Alias(id=model.TypeId("Words"), shape=shape, description=text),
    ]
    operations = [
        sample.operation(
            "things",
            "get",
            "GET",
            f"/{text}/{{{text}}}",
            summary=text,
            description=text,
            parameters=(
                sample.parameter(text, "path", shape, text, description=text),
                *(
                    sample.parameter(text, place, model.Text(), text, default=text)
                    for place in ("query", "header", "cookie")
                ),
            ),
            body=model.Body(
                required=True, description=text, contents=(sample.content(sample.named("Thing"), {text: text}, text),)
            ),
            responses=(sample.response("200", sample.content(shape, text, text), description=text),),
            security=((model.Requirement(scheme=text),),),
            servers=(model.Server(url=f"https://{text}"),),
        )
    ]
    api = sample.api(
        types,
        operations,
        title=text,
        version=text,
        description=text,
        servers=(model.Server(url=f"https://x.example.com/{text}"),),
        security_schemes=(
            model.SecurityScheme(name=text, kind="apiKey", parameter=text, place="header", description=text),
        ),
    )
    jobs = plan(api, Target(name="python-client"), Report())
    for file in render([jobs], formatter="none"):
        assert ".." not in file.path.parts and not file.path.is_absolute()
        if file.path.suffix == ".py":
            tree = ast.parse(file.content)
            names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            assert "CANARY" not in names
