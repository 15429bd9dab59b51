"""Operations of Adoptions."""

from __future__ import annotations

from pydantic import Field

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, path, query
from ..handlers.adoptions import AdoptionsHandler

OPERATIONS = [
    Operation(
        handler=AdoptionsHandler.list,
        name="adoptions.list",
        method="GET",
        path="/adoptions",
        parameters=[
            query(
                "since", "since", description="Leave out requests that are older than this moment."
            ),
            query(
                "cursor",
                "cursor",
                description="The `nextCursor` of the page before; leave it out to begin.",
            ),
            query(
                "limit",
                "limit",
                limits=Field(ge=1, le=100),
                description="How many requests a page holds.",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="One page of requests.",
                contents=[Content(media_type="application/json", type=models.AdoptionPage)],
            ),
            Answer(
                status="401",
                description="The token is missing or no longer valid.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
        ],
        security=[{"token": []}],
    ),
    Operation(
        handler=AdoptionsHandler.create,
        name="adoptions.create",
        method="POST",
        path="/adoptions",
        body=Body(
            contents=[Content(media_type="application/json", type=models.NewAdoption)],
            required=True,
        ),
        answers=[
            Answer(
                status="201",
                description="The request, waiting for a decision.",
                contents=[Content(media_type="application/json", type=models.Adoption)],
            ),
            Answer(
                status="401",
                description="The token is missing or no longer valid.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
            Answer(
                status="409",
                description="The pet is reserved for somebody else.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
            Answer(
                status="422",
                description="The body does not make sense.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
        ],
        success=201,
        security=[{"token": []}],
    ),
    Operation(
        handler=AdoptionsHandler.get,
        name="adoptions.get",
        method="GET",
        path="/adoptions/{adoptionId}",
        parameters=[
            path("adoptionId", "adoption_id", limits=Field(ge=1), description="Which adoption.")
        ],
        answers=[
            Answer(
                status="200",
                description="The request.",
                contents=[Content(media_type="application/json", type=models.Adoption)],
            ),
            Answer(
                status="401",
                description="The token is missing or no longer valid.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="There is no such record.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
        ],
        security=[{"token": []}],
    ),
    Operation(
        handler=AdoptionsHandler.decide,
        name="adoptions.decide",
        method="PUT",
        path="/adoptions/{adoptionId}/decision",
        parameters=[
            path("adoptionId", "adoption_id", limits=Field(ge=1), description="Which adoption.")
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.Decision)], required=True
        ),
        answers=[
            Answer(
                status="200",
                description="The request with its decision.",
                contents=[Content(media_type="application/json", type=models.Adoption)],
            ),
            Answer(
                status="401",
                description="The token is missing or no longer valid.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
            Answer(
                status="404",
                description="There is no such record.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
            Answer(
                status="409",
                description="A decision was made before.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
        ],
        security=[{"token": [], "staffKey": []}],
    ),
]
