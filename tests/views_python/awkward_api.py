"""A small API that has one of everything that is awkward to name or to type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator import model
from generator.source import Json

TEXT = model.Text()
INTEGER = model.Number(integer=True)
GROUP: Json = {"id": "1", "fullName": "x", "createdAt": "2026-01-02T00:00:00Z"}


def named(name: str) -> model.Named:
    return model.Named(id=model.TypeId(name))


def enum(*values: str | int | float | bool) -> model.Enum:
    return model.Enum(values=tuple(model.EnumValue(value=value) for value in values))


def fields(**shapes: model.Shape) -> tuple[model.Field, ...]:
    return tuple(model.Field(name=name, shape=shape) for name, shape in shapes.items())


def object_type(name: str, *members: model.Field, additional: model.Shape | None = None) -> model.Object:
    return model.Object(id=model.TypeId(name), fields=members, additional=additional)


def alias(name: str, shape: model.Shape) -> model.Alias:
    return model.Alias(id=model.TypeId(name), shape=shape)


def parameter(name: str, place: Any, shape: model.Shape, example: Json = "x", **options: Any) -> model.Parameter:
    style = "simple" if place in ("path", "header") else "form"
    defaults: dict[str, Any] = {"required": place == "path", "style": style, "explode": style == "form"}
    return model.Parameter(
        name=name, place=place, shape=shape, example=model.Example(value=example), **{**defaults, **options}
    )


def content(shape: model.Shape, example: Json, media_type: str = "application/json", **options: Any) -> model.Content:
    settings: dict[str, Any] = {"kind": "json", **options}
    return model.Content(media_type=media_type, shape=shape, examples=(model.Example(value=example),), **settings)


def response(status: str, *contents: model.Content, description: str = "") -> model.Response:
    return model.Response(status=status, contents=contents, description=description)


def operation(resource: str, action: str, method: str, path: str, **options: Any) -> model.Operation:
    return model.Operation(
        resource=tuple(resource.split(".")),
        action=action,
        id=f"{resource}.{action}",
        method=method,
        path=path,
        **options,
    )


def api(types: Sequence[model.Type], operations: Sequence[model.Operation] = (), **options: Any) -> model.Api:
    resources = dict.fromkeys(entry.resource for entry in operations)
    settings: dict[str, Any] = {"name": "demo", "title": "Demo", "version": "v1.2-beta", **options}
    return model.Api(
        types={entry.id: entry for entry in types},
        operations=tuple(operations),
        resources=tuple(model.Resource(path=path, title=" ".join(path)) for path in resources),
        **settings,
    )


TYPES: tuple[model.Type, ...] = (
    model.Object(
        id=model.TypeId("Group"),
        description='A group.\n\nWith `x` \\ """ and more',
        fields=(
            model.Field(name="id", shape=TEXT, required=True, description="Its id"),
            model.Field(name="fullName", shape=TEXT, required=True),
            *fields(
                list=model.Array(items=TEXT),
                date=model.Text(format="date"),
                datetime=model.Text(format="date-time"),
                createdAt=model.Text(format="date-time"),
                json=named("Json"),
                model_config=model.Boolean(),
                _links=model.Map(values=named("Pet")),
                links=TEXT,
                kind=enum("a", 1, True, 0.5),
                parent=model.Union(variants=(named("Group"), model.Null())),
                state=named("State"),
                pair=model.Tuple(items=(TEXT, INTEGER), min_items=2),
            ),
            model.Field(name="from", shape=INTEGER, deprecated=True),
            model.Field(name="+1", shape=INTEGER),
            model.Field(name="-1", shape=INTEGER),
            model.Field(name="@odd \"name'", shape=model.Anything()),
            model.Field(name="", shape=model.Never()),
        ),
    ),
    object_type("Cat", model.Field(name="petType", shape=TEXT, required=True), *fields(lives=INTEGER)),
    object_type("Dog", model.Field(name="petType", shape=TEXT, required=True), *fields(lives=INTEGER)),
    object_type("Empty"),
    object_type("Counts", *fields(total=INTEGER), additional=INTEGER),
    object_type("Closed", *fields(total=INTEGER), additional=model.Never()),
    object_type("Literal", *fields(total=INTEGER)),
    object_type("Error", model.Field(name="message", shape=TEXT, required=True)),
    object_type("Upload", *fields(file=model.Binary(), n=INTEGER)),
    object_type("Form", *fields(a=TEXT, tags=model.Array(items=TEXT))),
    alias("Pets", model.Array(items=named("Pet"))),
    alias(
        "Pet",
        model.Union(
            variants=(named("Cat"), named("Dog")),
            discriminator=model.Discriminator(
                property_name="petType", mapping={"cat": model.TypeId("Cat"), "dog": model.TypeId("Dog")}
            ),
        ),
    ),
    alias("Json", model.Union(variants=(model.Map(values=named("Json")), model.Array(items=named("Json")), TEXT))),
    alias("State", enum("on", "off")),
)

APP = parameter("appId", "path", TEXT, "a1", description="The application.")
FAILED = response("404", content(named("Error"), {"message": "x"}), description="It is not there.")
TOKEN = ((model.Requirement(scheme="token"),),)
EVENTS = model.Stream(
    kind="sse",
    items=model.Anything(),
    events=(model.Event(name="group", shape=named("Group"), example=model.Example(value={})),),
)
LINES = model.Stream(kind="json-lines", items=named("Pet"))

OPERATIONS: tuple[model.Operation, ...] = (
    operation(
        "groups",
        "list",
        "GET",
        "/apps/{appId}/groups",
        summary="List groups",
        description="Lists all the groups.",
        security=TOKEN,
        parameters=(
            APP,
            parameter("sortField", "query", enum("name", "id"), "name", default="name", description="What to sort by"),
            parameter("ids", "query", model.Array(items=TEXT), ["a", "b"], style="pipeDelimited", explode=False),
            parameter("filter", "query", model.Map(values=TEXT), {"a": "b"}, style="deepObject"),
            parameter("since", "query", model.Text(format="date-time"), "2026-01-02T00:00:00Z"),
            parameter("must", "query", TEXT, required=True),
            *(
                parameter(name, "query", TEXT)
                for name in ("from", "self", "body", "models", "StartTime", "StartTime<", "...")
            ),
            parameter("X-Request-Id", "header", TEXT),
            parameter("session", "cookie", TEXT),
        ),
        responses=(response("200", content(model.Array(items=named("Group")), [GROUP])), FAILED),
    ),
    operation(
        "groups",
        "create",
        "POST",
        "/apps/{appId}/groups",
        parameters=(APP,),
        body=model.Body(
            required=True, contents=(content(named("Group"), GROUP), content(TEXT, "x", "text/plain", kind="text"))
        ),
        responses=(response("201", content(named("Group"), GROUP)), response("204"), FAILED),
        security=((model.Requirement(scheme="key"), model.Requirement(scheme="login")),),
    ),
    operation("groups", "delete", "DELETE", "/apps/{appId}", parameters=(APP,), responses=(response("204"),)),
    operation("groups.members", "str", "GET", "/m", responses=(response("200", content(named("State"), "on")),)),
    operation(
        "groups.members",
        "upload",
        "POST",
        "/upload",
        body=model.Body(
            required=False,
            contents=(content(named("Upload"), {"file": "abc", "n": 1}, "multipart/form-data", kind="multipart"),),
        ),
        responses=(response("200", content(model.Binary(), "x", "image/png", kind="binary")),),
    ),
    operation(
        "groups.members",
        "form",
        "POST",
        "/form",
        body=model.Body(
            required=True,
            contents=(
                content(
                    named("Form"),
                    {"a": "x y", "tags": ["p", "q"]},
                    "application/x-www-form-urlencoded",
                    kind="form",
                    parts=(model.Part(property_name="tags", explode=False),),
                ),
            ),
        ),
        responses=(response("200", content(TEXT, "x", "text/plain", kind="text")),),
    ),
    operation(
        "operation",
        "watch",
        "GET",
        "/events",
        responses=(response("200", content(TEXT, "x", "text/event-stream", kind="sse", stream=EVENTS)),),
    ),
    operation(
        "operation",
        "feed",
        "GET",
        "/feed",
        responses=(
            response(
                "200",
                content(named("Pets"), []),
                content(TEXT, "x", "application/x-ndjson", kind="json-lines", stream=LINES),
            ),
        ),
    ),
    operation("operation", "any", "GET", "/any"),
    operation(
        "settings", "get", "GET", "/s", responses=(response("200", content(named("Counts"), {"total": 1, "z": 2})),)
    ),
)

DEMO = api(
    TYPES,
    OPERATIONS,
    servers=(model.Server(url="https://api.example.com/v1"),),
    security_schemes=(
        model.SecurityScheme(name="token", kind="bearer"),
        model.SecurityScheme(name="key", kind="apiKey", place="header", parameter="X-Key"),
        model.SecurityScheme(name="login", kind="basic"),
    ),
)
