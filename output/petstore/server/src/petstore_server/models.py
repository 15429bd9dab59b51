"""The data types of the Paws and Homes API."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field

from ._runtime.model import ApiModel, OneOf


class Adoption(ApiModel):
    """A request with its number and, sooner or later, its decision."""

    id: Annotated[int, Field(ge=1)]

    pet_id: Annotated[str, Field(alias="petId")]

    person: Person

    message: Annotated[str, Field(max_length=2000)] | None = None

    requested_at: Annotated[datetime.datetime, Field(alias="requestedAt")]

    decision: Decision | None = None
    """Null until somebody has decided."""


class AdoptionPage(ApiModel):
    """Some of the adoptions."""

    items: list[Adoption]

    next_cursor: Annotated[str | None, Field(alias="nextCursor")]
    """What to send as `cursor` to get the next page; null on the last one."""


class Approval(ApiModel):
    """The pet may be picked up."""

    outcome: Literal["approved"]

    pick_up_at: Annotated[datetime.datetime, Field(alias="pickUpAt")]


class Cat(ApiModel):
    """What only a cat has."""

    kind: Literal["cat"]

    indoor: bool | None = None
    """True if the cat must not leave the house. The API's default is False."""


class Dog(ApiModel):
    """What only a dog has."""

    kind: Literal["dog"]

    breed: str

    walks_per_day: Annotated[
        Annotated[int, Field(ge=1, le=6)] | None, Field(alias="walksPerDay")
    ] = None
    """The API's default is 2."""


class NewAdoption(ApiModel):
    """A request to take a pet home."""

    pet_id: Annotated[str, Field(alias="petId")]

    person: Person

    message: Annotated[str, Field(max_length=2000)] | None = None
    """Why this pet and this home belong together."""


class NewPet(ApiModel):
    """What has to be known of a pet that arrives."""

    name: Annotated[str, Field(min_length=1, max_length=80)]

    species: Species

    born_on: Annotated[datetime.date | None, Field(alias="bornOn")] = None
    """The day of birth, or null where nobody knows it."""

    fee: Annotated[int, Field(ge=0)] | None = None
    """What an adoption costs, in cents. The API's default is 0."""

    tags: list[Annotated[str, Field(min_length=1)]] | None = None
    """Words to find the pet by."""

    note: str | None = None
    """For the staff only."""


class Person(ApiModel):
    """Somebody who wants to adopt."""

    name: Annotated[str, Field(min_length=1)]

    email: str

    phone: str | None = None


class Pet(ApiModel):
    """A pet as it stands in the books."""

    name: Annotated[str, Field(min_length=1, max_length=80)]

    species: Species

    born_on: Annotated[datetime.date | None, Field(alias="bornOn")] = None
    """The day of birth, or null where nobody knows it."""

    fee: Annotated[int, Field(ge=0)] | None = None
    """What an adoption costs, in cents. The API's default is 0."""

    tags: list[Annotated[str, Field(min_length=1)]] | None = None
    """Words to find the pet by."""

    note: str | None = None
    """For the staff only."""

    id: str

    status: PetStatus

    arrived_at: Annotated[datetime.datetime, Field(alias="arrivedAt")]

    photo: Photo | None = None
    """The newest photo, if there is one."""


class PetChange(ApiModel):
    """New values for some of a pet's fields."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=80)] | None = None

    status: PetStatus | None = None

    fee: Annotated[int, Field(ge=0)] | None = None

    tags: list[Annotated[str, Field(min_length=1)]] | None = None

    note: str | None = None


class PetPage(ApiModel):
    """Some of the pets, and how many there are in all."""

    items: list[Pet]

    page: Annotated[int, Field(ge=1)]

    per_page: Annotated[Annotated[int, Field(ge=1, le=100)], Field(alias="perPage")]

    total: Annotated[int, Field(ge=0)]


class PetsUploadPhotoRequest(ApiModel):
    picture: bytes
    """A JPEG picture of at most two megabytes."""

    caption: Annotated[str, Field(max_length=140)] | None = None
    """A line to print below the picture."""


class Photo(ApiModel):
    """A picture on the shelter's web site."""

    url: str

    caption: str | None = None


class Problem(ApiModel):
    """What went wrong."""

    code: str
    """A word for programs."""

    message: str
    """A sentence for people."""

    fields: dict[str, str] | None = None
    """A complaint for each field that needs another look."""


class Refusal(ApiModel):
    """The pet stays."""

    outcome: Literal["refused"]

    reason: Annotated[str, Field(min_length=1)]


Decision: TypeAlias = Annotated[
    Approval | Refusal, OneOf("outcome", {"approved": "Approval", "refused": "Refusal"})
]
"""How the shelter decided."""

PetStatus: TypeAlias = Literal["available", "reserved", "adopted", "in-treatment"]
"""What may happen with a pet right now."""

Species: TypeAlias = Annotated[Cat | Dog, OneOf("kind", {"cat": "Cat", "dog": "Dog"})]
"""The kind of animal, with the facts that only this kind has."""
