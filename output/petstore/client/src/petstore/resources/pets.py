"""Pets."""

from __future__ import annotations

import builtins

from .. import models
from .._runtime.not_given import NOT_GIVEN, NotGiven
from .._runtime.operation import Operation, Part
from .._runtime.paging import AsyncPager, Pager, Paging
from .._runtime.transport import AsyncTransport, Transport

_LIST: Operation[models.PetPage] = Operation(
    method="GET",
    path="/pets",
    returns={"200": models.PetPage},
    errors={"401": models.Problem},
    security=(("token",),),
)

_ITER_LIST = Paging(
    kind="page",
    items=("items",),
    parameter="page",
    first=1,
    total=("total",),
)

_CREATE: Operation[models.Pet] = Operation(
    method="POST",
    path="/pets",
    returns={"201": models.Pet},
    errors={"401": models.Problem, "422": models.Problem},
    security=(("token",),),
)

_GET: Operation[models.Pet] = Operation(
    method="GET",
    path="/pets/{petId}",
    returns={"200": models.Pet},
    errors={"404": models.Problem},
    security=(("token",), ()),
)

_UPDATE: Operation[models.Pet] = Operation(
    method="PATCH",
    path="/pets/{petId}",
    returns={"200": models.Pet},
    errors={"401": models.Problem, "404": models.Problem, "422": models.Problem},
    security=(("token",),),
)

_DELETE: Operation[None] = Operation(
    method="DELETE",
    path="/pets/{petId}",
    returns={"204": None},
    errors={"401": models.Problem, "404": models.Problem},
    security=(("token",),),
)

_DOWNLOAD_PHOTO: Operation[bytes] = Operation(
    method="GET",
    path="/pets/{petId}/photo",
    returns={"200": bytes},
    errors={"401": models.Problem, "404": models.Problem},
    accept="image/jpeg",
    security=(("token",),),
)

_UPLOAD_PHOTO: Operation[models.Photo] = Operation(
    method="PUT",
    path="/pets/{petId}/photo",
    returns={"200": models.Photo},
    errors={"401": models.Problem, "404": models.Problem},
    content_type="multipart/form-data",
    parts={"picture": Part(content_type="image/jpeg")},
    security=(("token",),),
)


class Pets:
    """Pets.

    The animals that live in the shelter, or did.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        status: models.PetStatus | NotGiven = NOT_GIVEN,
        tag: builtins.list[str] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
    ) -> models.PetPage:
        """List the pets.

        Newest arrivals come first. Leave out every filter to see all of them.

        Args:
            status: Show only pets in this state.
            tag: Show only pets that carry all of these tags.
            page: Which page to show; the first one is 1. The API's default is 1.
            per_page: How many pets a page holds. The API's default is 20.

        Returns:
            One page of pets.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
        """
        return self._transport.call(
            _LIST, query={"status": status, "tag": tag, "page": page, "perPage": per_page}
        )

    def iter_list(
        self,
        *,
        status: models.PetStatus | NotGiven = NOT_GIVEN,
        tag: builtins.list[str] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Pet, models.PetPage]:
        """All items of `list`, page by page as they are needed; it takes the same arguments."""
        return self._transport.pages(
            _LIST,
            _ITER_LIST,
            query={"status": status, "tag": tag, "page": page, "perPage": per_page},
        )

    def create(
        self, body: models.NewPet, *, idempotency_key: str | NotGiven = NOT_GIVEN
    ) -> models.Pet:
        """Register a new pet.

        Args:
            body: The request's body.
            idempotency_key: A key of your own choice; a second request with the same key registers
                nothing.

        Returns:
            The pet as it stands in the books.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            UnprocessableEntityError: The body does not make sense.
        """
        return self._transport.call(
            _CREATE, headers={"Idempotency-Key": idempotency_key}, body=body
        )

    def get(self, pet_id: str) -> models.Pet:
        """Read one pet.

        Args:
            pet_id: Which pet.

        Returns:
            The pet.

        Raises:
            NotFoundError: There is no such record.
        """
        return self._transport.call(_GET, path={"petId": pet_id})

    def update(self, pet_id: str, body: models.PetChange) -> models.Pet:
        """Change some facts about a pet.

        What the body leaves out stays as it is. A null removes the value.

        Args:
            pet_id: Which pet.
            body: The request's body.

        Returns:
            The pet after the change.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
            UnprocessableEntityError: The body does not make sense.
        """
        return self._transport.call(_UPDATE, path={"petId": pet_id}, body=body)

    def delete(self, pet_id: str) -> None:
        """Strike a pet from the books.

        Args:
            pet_id: Which pet.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        self._transport.call(_DELETE, path={"petId": pet_id})

    def download_photo(self, pet_id: str) -> bytes:
        """Download the photo of a pet.

        Args:
            pet_id: Which pet.

        Returns:
            The picture's bytes.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        return self._transport.call(_DOWNLOAD_PHOTO, path={"petId": pet_id})

    def upload_photo(self, pet_id: str, body: models.PetsUploadPhotoRequest) -> models.Photo:
        """Upload a photo of a pet.

        Replaces the photo that is there, if any.

        Args:
            pet_id: Which pet.
            body: The request's body.

        Returns:
            Where the photo can be seen.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        return self._transport.call(_UPLOAD_PHOTO, path={"petId": pet_id}, body=body)


class AsyncPets:
    """Pets.

    The animals that live in the shelter, or did.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        *,
        status: models.PetStatus | NotGiven = NOT_GIVEN,
        tag: builtins.list[str] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
    ) -> models.PetPage:
        """List the pets.

        Newest arrivals come first. Leave out every filter to see all of them.

        Args:
            status: Show only pets in this state.
            tag: Show only pets that carry all of these tags.
            page: Which page to show; the first one is 1. The API's default is 1.
            per_page: How many pets a page holds. The API's default is 20.

        Returns:
            One page of pets.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
        """
        return await self._transport.call(
            _LIST, query={"status": status, "tag": tag, "page": page, "perPage": per_page}
        )

    def iter_list(
        self,
        *,
        status: models.PetStatus | NotGiven = NOT_GIVEN,
        tag: builtins.list[str] | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
        per_page: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Pet, models.PetPage]:
        """All items of `list`, page by page as they are needed; it takes the same arguments."""
        return self._transport.pages(
            _LIST,
            _ITER_LIST,
            query={"status": status, "tag": tag, "page": page, "perPage": per_page},
        )

    async def create(
        self, body: models.NewPet, *, idempotency_key: str | NotGiven = NOT_GIVEN
    ) -> models.Pet:
        """Register a new pet.

        Args:
            body: The request's body.
            idempotency_key: A key of your own choice; a second request with the same key registers
                nothing.

        Returns:
            The pet as it stands in the books.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            UnprocessableEntityError: The body does not make sense.
        """
        return await self._transport.call(
            _CREATE, headers={"Idempotency-Key": idempotency_key}, body=body
        )

    async def get(self, pet_id: str) -> models.Pet:
        """Read one pet.

        Args:
            pet_id: Which pet.

        Returns:
            The pet.

        Raises:
            NotFoundError: There is no such record.
        """
        return await self._transport.call(_GET, path={"petId": pet_id})

    async def update(self, pet_id: str, body: models.PetChange) -> models.Pet:
        """Change some facts about a pet.

        What the body leaves out stays as it is. A null removes the value.

        Args:
            pet_id: Which pet.
            body: The request's body.

        Returns:
            The pet after the change.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
            UnprocessableEntityError: The body does not make sense.
        """
        return await self._transport.call(_UPDATE, path={"petId": pet_id}, body=body)

    async def delete(self, pet_id: str) -> None:
        """Strike a pet from the books.

        Args:
            pet_id: Which pet.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        await self._transport.call(_DELETE, path={"petId": pet_id})

    async def download_photo(self, pet_id: str) -> bytes:
        """Download the photo of a pet.

        Args:
            pet_id: Which pet.

        Returns:
            The picture's bytes.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        return await self._transport.call(_DOWNLOAD_PHOTO, path={"petId": pet_id})

    async def upload_photo(self, pet_id: str, body: models.PetsUploadPhotoRequest) -> models.Photo:
        """Upload a photo of a pet.

        Replaces the photo that is there, if any.

        Args:
            pet_id: Which pet.
            body: The request's body.

        Returns:
            Where the photo can be seen.

        Raises:
            AuthenticationError: The token is missing or no longer valid.
            NotFoundError: There is no such record.
        """
        return await self._transport.call(_UPLOAD_PHOTO, path={"petId": pet_id}, body=body)
