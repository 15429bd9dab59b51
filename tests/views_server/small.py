"""A small API, built by hand, that has one of everything a server must serve."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import (
    Anything,
    Api,
    Array,
    Binary,
    Body,
    Boolean,
    Content,
    ContentKind,
    Enum,
    EnumValue,
    Event,
    Example,
    Field,
    Header,
    Map,
    Named,
    Number,
    Object,
    Operation,
    Parameter,
    Part,
    Requirement,
    Resource,
    Response,
    SecurityScheme,
    Shape,
    Stream,
    Text,
    TypeId,
    Xml,
)
from generator.source import Json

GROUP = TypeId("Group")
ERROR = TypeId("Error")
PAPER = TypeId("Paper")
FILTER = TypeId("Filter")
UPLOAD = TypeId("Upload")
AN_ERROR: Json = {"type": "Oops", "message": "It went wrong.", "status": 400}
A_GROUP: Json = {"id": "g1", "name": "Café", "size": 3}


def content(shape: Shape, example: Json, media_type: str = "application/json", kind: ContentKind = "json") -> Content:
    return Content(media_type=media_type, kind=kind, shape=shape, examples=(Example(value=example),))


def parameter(name: str, place: str, shape: Shape, example: Json, **more: object) -> Parameter:
    settled: dict[str, object] = {"required": place == "path", **more}
    if place in ("path", "header"):
        settled = {"style": "simple", "explode": False, **settled}
    return Parameter(name=name, place=place, shape=shape, example=Example(value=example), **settled)  # type: ignore[arg-type]


IN_XML = Content(
    media_type="application/xml",
    kind="xml",
    shape=Named(id=PAPER),
    examples=(Example(value={"id": 1}, written='<paper id="1"/>'),),
    xml=Xml(name="paper"),
)
ERRORS = (Response(status="400", description="Bad request", contents=(content(Named(id=ERROR), AN_ERROR),)),)
OK = Response(status="200", description="A group", contents=(content(Named(id=GROUP), A_GROUP),))


def operation(
    action: str,
    method: str,
    path: str,
    *parameters: Parameter,
    responses: Sequence[Response] = (OK, *ERRORS),
    resource: str = "groups",
    **more: object,
) -> Operation:
    return Operation(
        resource=(resource,),
        action=action,
        id=f"{resource}.{action}",
        method=method,
        path=path,
        summary=f"The operation {action}",
        parameters=parameters,
        responses=tuple(responses),
        **more,  # type: ignore[arg-type]
    )


ID = parameter("groupId", "path", Text(), "g1")
SORT = Enum(values=(EnumValue(value="name"), EnumValue(value="size")))

OPERATIONS = (
    operation(
        "list",
        "GET",
        "/groups",
        parameter("sortField", "query", SORT, "name", default="name", description="What to sort by"),
        parameter("perPage", "query", Number(integer=True, minimum=1, maximum=100), 10, default=10),
        parameter("ids", "query", Array(items=Number(integer=True)), [1, 2], explode=False),
        parameter("where", "query", Named(id=FILTER), {"size": 3}, style="deepObject"),
        parameter("X-Trace", "header", Text(), "abc"),
        parameter("theme", "cookie", Text(), "dark"),
        responses=(
            Response(status="200", contents=(content(Array(items=Named(id=GROUP)), [A_GROUP]),)),
            Response(status="404", description="None", contents=(content(Named(id=ERROR), AN_ERROR),)),
            *ERRORS,
        ),
    ),
    operation("get", "GET", "/groups/{groupId}", ID),
    operation("mine", "GET", "/groups/mine", resource="other", responses=(Response(status="204"),)),
    operation(
        "create",
        "POST",
        "/groups",
        body=Body(required=True, contents=(content(Named(id=GROUP), A_GROUP),)),
        responses=(Response(status="201", contents=(content(Named(id=GROUP), A_GROUP),)), *ERRORS),
        security=((Requirement(scheme="Bearer", scopes=("groups.write",)),), (Requirement(scheme="Key"),)),
        scopes=("groups.create",),
    ),
    operation("remove", "DELETE", "/groups/{groupId}", ID, responses=(Response(status="204"),)),
    operation("archive", "POST", "/groups/{groupId}:archive", ID),
    operation("peek", "HEAD", "/groups/{groupId}", ID, responses=(Response(status="200"),)),
    operation("search", "QUERY", "/groups", responses=(OK,)),
    operation("trace", "TRACE", "/groups", responses=(Response(status="200"),)),
    operation(
        "send_one",
        "POST",
        "/#Target=One",
        parameter("X-Target", "header", Enum(values=(EnumValue(value="One"),)), "One", required=True),
        responses=(Response(status="200", contents=(content(Text(), "one", "text/plain", "text"),)),),
    ),
    operation(
        "send_two",
        "POST",
        "/#Target=Two",
        parameter("X-Target", "header", Enum(values=(EnumValue(value="Two"),)), "Two", required=True),
        responses=(Response(status="200", contents=(content(Text(), "two", "text/plain", "text"),)),),
    ),
    operation(
        "by_action",
        "GET",
        "/?Action=Describe",
        responses=(Response(status="200", contents=(content(Text(), "described", "text/plain", "text"),)),),
    ),
    operation(
        "coordinates",
        "GET",
        "/map/{x}{y}/{odd name}",
        parameter("x", "path", Text(), "a"),
        parameter("y", "path", Text(), "b"),
        parameter("odd name", "path", Array(items=Text()), ["p", "q"]),
        responses=(OK,),
    ),
    operation(
        "tile",
        "GET",
        "/tiles/{heading}.{kind}",
        parameter("heading", "path", Number(), 1.5),
        parameter("kind", "path", Enum(values=(EnumValue(value="png"),)), "png"),
        responses=(OK,),
    ),
    operation(
        "subscribe",
        "GET",
        "/events",
        responses=(
            Response(
                status="200",
                contents=(
                    Content(
                        media_type="text/event-stream",
                        kind="sse",
                        shape=Text(),
                        examples=(Example(value=A_GROUP),),
                        stream=Stream(
                            kind="sse",
                            items=Named(id=GROUP),
                            events=(Event(name="joined", shape=Named(id=GROUP), example=Example(value={})),),
                        ),
                    ),
                ),
            ),
        ),
    ),
    operation(
        "submit",
        "POST",
        "/forms",
        body=Body(
            required=True,
            contents=(content(Named(id=FILTER), {"size": 3}, "application/x-www-form-urlencoded", "form"),),
        ),
        responses=(OK,),
    ),
    operation(
        "echo",
        "PUT",
        "/papers",
        body=Body(required=True, contents=(IN_XML,)),
        responses=(Response(status="200", contents=(content(Named(id=PAPER), {"id": 1}), IN_XML)),),
    ),
    operation(
        "import_text",
        "POST",
        "/imports",
        body=Body(required=True, contents=(content(Text(), "a", "text/plain", "text"),)),
        responses=(Response(status="200", contents=(content(Text(), "text", "text/plain", "text"),)),),
    ),
    operation(
        "import_form",
        "POST",
        "/imports#form",
        body=Body(
            required=True, contents=(content(Named(id=FILTER), {"size": 3}, "multipart/form-data", "multipart"),)
        ),
        responses=(Response(status="200", contents=(content(Text(), "form", "text/plain", "text"),)),),
    ),
    operation(
        "import_json",
        "POST",
        "/imports#json",
        body=Body(required=True, contents=(content(Named(id=GROUP), A_GROUP),)),
        responses=(Response(status="200", contents=(content(Text(), "json", "text/plain", "text"),)),),
    ),
    operation(
        "replace",
        "PUT",
        "/forms",
        body=Body(required=False, contents=(content(Anything(), {"a": 1}),)),
        responses=(Response(status="204"),),
    ),
    operation(
        "upload",
        "POST",
        "/files",
        body=Body(
            required=True,
            contents=(
                Content(
                    media_type="multipart/form-data",
                    kind="multipart",
                    shape=Named(id=UPLOAD),
                    examples=(Example(value={"file": "x"}),),
                    parts=(Part(property_name="group", content_type="application/json"),),
                ),
            ),
        ),
        responses=(Response(status="202"),),
    ),
    operation("picture", "GET", "/groups/{groupId}/picture", ID, responses=(Response(status="301"),)),
    operation(
        "sound",
        "GET",
        "/groups/{groupId}/sound",
        ID,
        responses=(
            Response(
                status="303",
                headers=(Header(name="Location", shape=Text(), example=Example(value="string", given=False)),),
            ),
        ),
    ),
    operation(
        "move",
        "POST",
        "/groups/{groupId}/move",
        ID,
        responses=(
            Response(
                status="302",
                headers=(Header(name="Location", shape=Text(), example=Example(value="/groups/g2")),),
            ),
        ),
    ),
)

API = Api(
    name="small",
    title='Small "API" \\',
    version="1.2",
    description="Everything\nin small.",
    resources=(Resource(path=("groups",), title="Groups"), Resource(path=("other",), title="Other")),
    operations=OPERATIONS,
    security_schemes=(
        SecurityScheme(name="Bearer", kind="bearer"),
        SecurityScheme(name="Key", kind="apiKey", place="query", parameter="key"),
    ),
    types={
        GROUP: Object(
            id=GROUP,
            fields=(
                Field(name="id", shape=Text(), required=True),
                Field(name="name", shape=Text()),
                Field(name="size", shape=Number(integer=True)),
            ),
        ),
        PAPER: Object(
            id=PAPER,
            fields=(
                Field(name="id", shape=Number(integer=True), required=True, xml=Xml(node="attribute")),
                Field(name="lines", shape=Array(items=Text()), xml=Xml(node="element", items=Xml(name="line"))),
            ),
        ),
        ERROR: Object(
            id=ERROR,
            fields=(
                Field(name="type", shape=Text(), required=True),
                Field(name="message", shape=Text(), required=True),
                Field(name="status", shape=Number(integer=True)),
            ),
        ),
        FILTER: Object(
            id=FILTER,
            fields=(
                Field(name="size", shape=Number(integer=True)),
                Field(name="active", shape=Boolean()),
                Field(name="level", shape=Enum(values=(EnumValue(value=1), EnumValue(value=2)))),
                Field(name="code", shape=Text()),
                Field(name="tags", shape=Array(items=Text())),
                Field(name="labels", shape=Map(values=Text())),
                Field(name="owner", shape=Named(id=GROUP)),
            ),
        ),
        UPLOAD: Object(
            id=UPLOAD,
            fields=(
                Field(name="file", shape=Binary(), required=True),
                Field(name="more", shape=Array(items=Binary())),
                Field(name="group", shape=Named(id=GROUP)),
            ),
        ),
    },
)
