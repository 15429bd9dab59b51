"""Operations of Pets."""

from __future__ import annotations

from pydantic import Field

from .. import models
from .._runtime.operation import Answer, Body, Content, Operation, header, path, query
from ..handlers.pets import PetsHandler

OPERATIONS = [
    Operation(
        handler=PetsHandler.list,
        name="pets.list",
        method="GET",
        path="/pets",
        parameters=[
            query("status", "status", description="Show only pets in this state."),
            query(
                "tag",
                "tag",
                kind="array",
                description="Show only pets that carry all of these tags.",
            ),
            query(
                "page",
                "page",
                limits=Field(ge=1),
                description="Which page to show; the first one is 1.",
            ),
            query(
                "perPage",
                "per_page",
                limits=Field(ge=1, le=100),
                description="How many pets a page holds.",
            ),
        ],
        answers=[
            Answer(
                status="200",
                description="One page of pets.",
                contents=[Content(media_type="application/json", type=models.PetPage)],
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
        handler=PetsHandler.create,
        name="pets.create",
        method="POST",
        path="/pets",
        parameters=[
            header(
                "Idempotency-Key",
                "idempotency_key",
                limits=Field(max_length=64),
                description="A key of your own choice; a second request with the same key registers nothing.",
            )
        ],
        body=Body(
            contents=[Content(media_type="application/json", type=models.NewPet)], required=True
        ),
        answers=[
            Answer(
                status="201",
                description="The pet as it stands in the books.",
                contents=[Content(media_type="application/json", type=models.Pet)],
            ),
            Answer(
                status="401",
                description="The token is missing or no longer valid.",
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
        handler=PetsHandler.get,
        name="pets.get",
        method="GET",
        path="/pets/{petId}",
        parameters=[path("petId", "pet_id", description="Which pet.")],
        answers=[
            Answer(
                status="200",
                description="The pet.",
                contents=[Content(media_type="application/json", type=models.Pet)],
            ),
            Answer(
                status="404",
                description="There is no such record.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
        ],
        security=[{"token": []}, {}],
    ),
    Operation(
        handler=PetsHandler.update,
        name="pets.update",
        method="PATCH",
        path="/pets/{petId}",
        parameters=[path("petId", "pet_id", description="Which pet.")],
        body=Body(
            contents=[Content(media_type="application/json", type=models.PetChange)], required=True
        ),
        answers=[
            Answer(
                status="200",
                description="The pet after the change.",
                contents=[Content(media_type="application/json", type=models.Pet)],
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
                status="422",
                description="The body does not make sense.",
                contents=[Content(media_type="application/json", type=models.Problem)],
                message=["message"],
            ),
        ],
        security=[{"token": []}],
    ),
    Operation(
        handler=PetsHandler.delete,
        name="pets.delete",
        method="DELETE",
        path="/pets/{petId}",
        parameters=[path("petId", "pet_id", description="Which pet.")],
        answers=[
            Answer(status="204", description="The pet is gone."),
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
        success=204,
        security=[{"token": []}],
    ),
    Operation(
        handler=PetsHandler.download_photo,
        name="pets.download_photo",
        method="GET",
        path="/pets/{petId}/photo",
        parameters=[path("petId", "pet_id", description="Which pet.")],
        answers=[
            Answer(
                status="200",
                description="The picture's bytes.",
                contents=[Content(media_type="image/jpeg", kind="binary", type=bytes)],
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
        handler=PetsHandler.upload_photo,
        name="pets.upload_photo",
        method="PUT",
        path="/pets/{petId}/photo",
        parameters=[path("petId", "pet_id", description="Which pet.")],
        body=Body(
            contents=[
                Content(
                    media_type="multipart/form-data",
                    kind="multipart",
                    type=models.PetsUploadPhotoRequest,
                )
            ],
            required=True,
        ),
        answers=[
            Answer(
                status="200",
                description="Where the photo can be seen.",
                contents=[Content(media_type="application/json", type=models.Photo)],
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
]
