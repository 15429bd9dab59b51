"""Handlers that users write: what they get, and what becomes of what they return."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from types import ModuleType
from typing import Any

import pytest
from fastapi import Response
from fastapi.testclient import TestClient


@pytest.fixture
def calls() -> list[Any]:
    return []


@pytest.fixture
def client(package: ModuleType, calls: list[Any]) -> TestClient:
    models = importlib.import_module(f"{package.__name__}.models")
    base: Any = importlib.import_module(f"{package.__name__}.handlers.groups").GroupsHandler

    class Mine(base):  # type: ignore[misc]
        async def list(self, **options: Any) -> Any:
            calls.append(options)
            return [models.Group(id="g9", size=None)]

        async def get(self, group_id: str) -> Any:
            if group_id == "none":
                raise package.Problem(404, "There is no such group.")
            if group_id == "gone":
                return Response("Gone.", 410)
            if group_id == "usual":
                raise package.UseExample
            return models.Group(id=group_id)

        async def create(self, body: Any) -> Any:
            calls.append((body, package.current_identity(), package.current_request().url.path))
            return body

        async def submit(self, body: Any) -> Any:
            calls.append(body)
            raise package.UseExample

        async def replace(self, body: Any = None) -> None:
            calls.append(body)

        async def upload(self, body: Any) -> Any:
            calls.append(body)

        async def coordinates(self, x: str, y: str, odd_name: Any) -> Any:
            calls.append((x, y, odd_name))
            raise package.UseExample

        async def subscribe(self) -> AsyncIterator[Any]:
            yield package.ServerEvent(data=models.Group(id="g1"), event="joined", id="7")
            yield package.ServerEvent(data="two\nlines")

    async def whose(credentials: Any) -> object:
        if "Bearer" in credentials.presented and credentials.presented["Bearer"] != "good":
            raise package.Problem(403, "This token is not good.")
        return "Ann"

    return TestClient(package.create_app(package.Handlers(groups=Mine()), authenticate=whose))


def test_arguments_are_typed(client: TestClient, calls: list[Any]) -> None:
    response = client.get(
        "/groups?sortField=size&perPage=5&ids=1,2&where[size]=4&where[active]=true&where[tags][]=a&where[labels][k]=v",
        headers={"X-Trace": "t", "Cookie": "theme=very%20dark"},
    )
    assert response.json() == [{"id": "g9", "size": None}]
    [options] = calls
    assert options.pop("where").model_dump(exclude_unset=True) == {
        "size": 4,
        "active": True,
        "tags": ["a"],
        "labels": {"k": "v"},
    }
    assert options == {"sort_field": "size", "per_page": 5, "ids": [1, 2], "x_trace": "t", "theme": "very dark"}


def test_placeholders_are_decoded_once(client: TestClient, calls: list[Any]) -> None:
    assert client.get("/groups/a%2Fb%20%2525").json() == {"id": "a/b %25"}
    client.get("/map/%252F-x/p%2Cp,q")
    assert calls == [("%", "2F-x", ["p,p", "q"])]


def test_problems_responses_and_examples_can_be_answered(client: TestClient) -> None:
    missing = client.get("/groups/none")
    assert (missing.status_code, missing.json()["detail"]) == (404, "There is no such group.")
    assert client.get("/groups/gone").text == "Gone."
    assert client.get("/groups/usual").json()["id"] == "g1"


def test_the_identity_reaches_the_handler(client: TestClient, calls: list[Any]) -> None:
    assert client.post("/groups", json={"id": "x"}, headers={"Authorization": "Bearer good"}).status_code == 201
    assert calls[0][1:] == ("Ann", "/groups")
    assert client.post("/groups", json={"id": "x"}, headers={"Authorization": "Bearer bad"}).status_code == 403


def test_forms_and_files(client: TestClient, calls: list[Any]) -> None:
    client.post(
        "/forms", data={"size": "3", "level": "2", "code": "12", "tags": ["a", "b"], "labels[k]": "v", "id": "x"}
    )
    uploads = [("file", ("f", b"\x00\xff")), ("more", ("m", b"1"))]
    assert client.post("/files", files=uploads, data={"group": '{"id": "x"}'}).status_code == 202
    form, upload = calls
    assert form.model_dump(exclude_unset=True) == {
        "size": 3,
        "level": 2,
        "code": "12",
        "tags": ["a", "b"],
        "labels": {"k": "v"},
        "owner": {"id": "x"},
        "id": "x",
    }
    assert (upload.file, upload.more, upload.group.id) == (b"\x00\xff", [b"1"], "x")


def test_a_body_of_any_kind_is_parsed(client: TestClient, calls: list[Any]) -> None:
    assert client.put("/forms", json={"a": [1, None]}).status_code == 204
    assert client.put("/forms").status_code == 204
    assert calls == [{"a": [1, None]}, None]


def test_a_generator_is_a_stream(client: TestClient) -> None:
    assert client.get("/events").text == ('event: joined\nid: 7\ndata: {"id":"g1"}\n\ndata: two\ndata: lines\n\n')
