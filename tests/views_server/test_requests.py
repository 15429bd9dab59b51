"""The generated server at work: which operation a request reaches, what is refused and how, what is answered."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

import pytest
from fastapi.testclient import TestClient

GROUP = {"id": "g1", "name": "Café", "size": 3}


@pytest.fixture(scope="module")
def client(package: ModuleType) -> TestClient:
    return TestClient(package.create_app(), follow_redirects=False)


@pytest.mark.parametrize(
    ("method", "url", "headers", "status", "body"),
    [
        ("GET", "/groups", {}, 200, [GROUP]),
        ("GET", "/groups/a%2Fb", {}, 200, GROUP),
        ("GET", "/groups/mine", {}, 204, None),
        ("DELETE", "/groups/g1", {}, 204, None),
        ("POST", "/groups/g1:archive", {}, 200, GROUP),
        ("POST", "/groups/g1%3Aarchive", {}, 200, GROUP),
        ("HEAD", "/groups/g1", {}, 200, None),
        ("HEAD", "/groups", {}, 200, None),
        ("QUERY", "/groups", {}, 200, GROUP),
        ("TRACE", "/groups", {}, 200, None),
        ("POST", "/", {"X-Target": "Two"}, 200, "two"),
        ("POST", "/%23Target=One", {"X-Target": "One"}, 200, "one"),
        ("GET", "/?Action=Describe", {}, 200, "described"),
        ("GET", "/%3FAction=Describe", {}, 200, "described"),
        ("GET", "/map/abc/p,q", {}, 200, GROUP),
        ("GET", "/tiles/-15.6.png", {}, 200, GROUP),
        ("GET", "/tiles/" + 60 * "%2F", {}, 404, None),
        ("POST", "/groups/g1/move", {}, 302, None),
    ],
)
def test_every_kind_of_route_answers(
    client: TestClient, method: str, url: str, headers: dict[str, str], status: int, body: object
) -> None:
    response = client.request(method, url, headers=headers)
    assert response.status_code == status
    if isinstance(body, str):
        assert response.text == body
    elif body is not None:
        assert response.json() == body


def test_a_redirect_says_where_to(client: TestClient) -> None:
    assert client.post("/groups/g1/move").headers["location"] == "/groups/g2"


@pytest.mark.parametrize("path", ["/groups/g1/picture", "/groups/g1/sound"])
def test_a_redirect_whose_target_is_not_given_leads_to_what_is_there(client: TestClient, path: str) -> None:
    target = client.get(path).headers["location"]
    assert client.get(target).status_code == 200


def test_unknown_paths_and_methods_are_problems(client: TestClient) -> None:
    missing = client.get("/nowhere")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")
    refused = client.patch("/groups")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, POST, QUERY, TRACE")


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("sortField=color", "query sortField: Input should be 'name' or 'size'"),
        ("perPage=0", "query perPage: Input should be greater than or equal to 1"),
        ("perPage=many", "query perPage: Input should be a valid integer"),
        ("ids=1,x", "query ids.1: Input should be a valid integer"),
        ("where[size]=big", "query where.size: Input should be a valid integer"),
    ],
)
def test_bad_parameters_are_refused_in_the_documented_shape(client: TestClient, query: str, complaint: str) -> None:
    response = client.get(f"/groups?{query}")
    assert response.status_code == 400
    assert response.json()["type"] == "Oops"
    assert response.json()["status"] == 400
    assert complaint in response.json()["message"]


def test_bad_requests_without_a_documented_shape_are_rfc_9457(client: TestClient) -> None:
    response = client.post("/")
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert response.json()["errors"] == [{"in": "header", "pointer": "/X-Target", "message": "is required"}]


def test_credentials_are_asked_for(client: TestClient) -> None:
    refused = client.post("/groups", json=GROUP)
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, 'Bearer, ApiKey name="key"')
    assert refused.json()["type"] == "Oops"
    assert client.post("/groups?key=k", json=GROUP).status_code == 201
    assert client.post("/groups", json=GROUP, headers={"Authorization": "Bearer t"}).status_code == 201
    assert client.post("/groups", json=GROUP, headers={"Authorization": "Basic t"}).status_code == 401


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b'{"id": "x", "size": 3}', "application/json", 201),
        (b'{"id": "x", "size": 3}', "application/vnd.groups+json; charset=utf-8", 201),
        (b'{"id": "x", "size": "3"}', "application/json", 400),
        (b'{"size": 3}', "application/json", 400),
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b"id,size", "text/csv", 415),
    ],
)
def test_bodies_are_checked(client: TestClient, content: bytes, media_type: str, status: int) -> None:
    response = client.post("/groups?key=k", content=content, headers={"Content-Type": media_type})
    assert response.status_code == status


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        ({"content": "a", "headers": {"Content-Type": "text/plain"}}, "text"),
        ({"files": {"size": (None, "3")}}, "form"),
        ({"json": GROUP}, "json"),
    ],
)
def test_operations_on_one_route_are_told_by_the_body(client: TestClient, options: dict[str, Any], answer: str) -> None:
    assert client.post("/imports", **options).text == answer


def test_a_body_that_no_operation_of_a_route_takes_is_refused(client: TestClient) -> None:
    refused = client.post("/imports", content=b"a,b", headers={"Content-Type": "text/csv"})
    assert refused.status_code == 415


def test_xml_is_answered_where_it_is_asked_for(client: TestClient) -> None:
    body = {"content": '<paper id="7"/>', "headers": {"Content-Type": "application/xml", "Accept": "application/xml"}}
    assert client.put("/papers", **body).text == '<paper id="1"/>'  # type: ignore[arg-type]
    headers = {"Content-Type": "application/xml"}
    assert client.put("/papers", content='<paper id="7"/>', headers=headers).json() == {"id": 1}


def test_a_handler_takes_and_gives_the_same_value_in_xml_and_json(package: ModuleType) -> None:
    handlers = importlib.import_module("small_server.handlers")

    class Echo(handlers.groups.GroupsHandler):  # type: ignore[misc,name-defined]
        async def echo(self, body: object) -> object:
            return body

    client = TestClient(package.create_app(handlers.Handlers(groups=Echo())))
    sent = '<paper id="7"><lines><line>a</line><line>&lt;b&gt;</line></lines></paper>'
    headers = {"Content-Type": "application/xml"}
    assert client.put("/papers", content=sent, headers=headers).json() == {"id": 7, "lines": ["a", "<b>"]}
    answer = client.put("/papers", content=sent, headers=headers | {"Accept": "application/xml"})
    assert answer.text.endswith("\n" + sent)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ('<!DOCTYPE paper [<!ENTITY a "b">]><paper id="&a;"/>', 400),
        ('<!DOCTYPE paper SYSTEM "file:///etc/passwd"><paper id="1"/>', 400),
        ("<paper", 400),
        ("<a>" * 10_000 + "</a>" * 10_000, 400),
        ("<paper/>", 422),
        ('<paper id="x"/>', 422),
    ],
)
def test_xml_that_is_hostile_or_wrong_is_refused(client: TestClient, content: str, status: int) -> None:
    assert client.put("/papers", content=content, headers={"Content-Type": "application/xml"}).status_code == status


def test_prefer_chooses_the_answer(client: TestClient) -> None:
    assert client.get("/groups", headers={"Prefer": "code=404"}).json()["message"] == "It went wrong."
    assert client.get("/groups", headers={"Prefer": "code=418"}).status_code == 400
    assert client.get("/groups", headers={"Prefer": "example=default"}).json() == [GROUP]
    assert client.get("/groups", headers={"Prefer": "example=other"}).status_code == 400


def test_a_stream_sends_the_example_as_events(client: TestClient) -> None:
    response = client.get("/events")
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.text == 'event: joined\ndata: {"id":"g1","name":"Café","size":3}\n\n'


def test_the_description_has_every_operation(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    listing = document["paths"]["/groups"]["get"]
    assert listing["operationId"] == "groups.list"
    assert listing["summary"] == "The operation list"
    assert [parameter["name"] for parameter in listing["parameters"]][:2] == ["sortField", "perPage"]
    assert listing["parameters"][1]["schema"]["default"] == 10
    assert document["components"]["schemas"]["Group"]["required"] == ["id"]
    assert document["components"]["securitySchemes"]["Key"]["in"] == "query"
    assert client.get("/docs").status_code == 200
