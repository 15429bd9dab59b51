"""Read-only and write-only properties: one type for each way, where they differ."""

from __future__ import annotations

from generator import model
from tests.resolve_types.types_by_hand import Api, named, record, ref, schema

READ = schema("string", read_only=True)
WRITE = schema("string", write_only=True)


def test_read_only_fields_are_left_out_of_requests() -> None:
    api = Api({"User": record(("id", "name"), id=READ, name=schema("string"))})
    assert api.shape(ref("User")) == named("User")
    assert api.shape(ref("User"), request=True) == named("UserRequest")
    assert list(api.fields("User")) == ["id", "name"]
    assert list(api.fields("UserRequest")) == ["name"]


def test_write_only_fields_are_left_out_of_responses() -> None:
    api = Api({"User": record(name=schema("string"), password=WRITE)})
    assert api.shape(ref("User"), request=True) == named("User")
    assert api.shape(ref("User")) == named("UserResponse")
    assert list(api.fields("UserResponse")) == ["name"]
    assert list(api.fields("User")) == ["name", "password"]


def test_both_kinds() -> None:
    api = Api({"User": record(id=READ, name=schema("string"), password=WRITE)})
    assert api.shape(ref("User")) == named("User")
    assert api.shape(ref("User"), request=True) == named("UserRequest")
    assert list(api.fields("User")) == ["id", "name"]
    assert list(api.fields("UserRequest")) == ["name", "password"]


def test_the_difference_reaches_all_that_use_the_type() -> None:
    api = Api(
        {
            "User": record(id=READ, boss=ref("Team")),
            "Team": record(members=schema("array", items=ref("User"))),
            "Teams": schema("array", items=ref("Team")),
            "Plain": record(a=schema("string")),
        }
    )
    assert api.shape(ref("Teams"), request=True) == named("TeamsRequest")
    assert api.shape(ref("Plain"), request=True) == named("Plain")
    assert api.alias("TeamsRequest") == model.Array(items=named("TeamRequest"))
    assert api.fields("TeamRequest")["members"].shape == model.Array(items=named("UserRequest"))
    assert api.fields("Team")["members"].shape == model.Array(items=named("User"))
    assert "PlainRequest" not in api.types


def test_no_second_type_without_a_request() -> None:
    api = Api({"User": record(id=READ)})
    assert api.shape(ref("User")) == named("User")
    assert list(api.types) == ["User"]


def test_a_body_in_place_keeps_its_name() -> None:
    api = Api({"User": record(id=READ, name=schema("string"))})
    body = record(user=ref("User"), stamp=READ)
    assert api.shape(body, name="users create request", request=True) == named("UsersCreateRequest")
    assert list(api.fields("UsersCreateRequest")) == ["user"]
    assert api.fields("UsersCreateRequest")["user"].shape == named("UserRequest")


def test_a_taken_name_is_not_given_again() -> None:
    api = Api({"User": record(id=READ, name=schema("string")), "UserRequest": record(x=schema("string"))})
    assert api.shape(ref("User"), request=True) == named("UserInput")
    assert list(api.fields("UserRequest")) == ["x"]


def test_a_reference_to_a_read_only_schema_is_read_only() -> None:
    api = Api({"Stamp": READ, "User": record(at=ref("Stamp"), name=schema("string"))})
    assert api.shape(ref("User"), request=True) == named("UserRequest")
    assert list(api.fields("UserRequest")) == ["name"]


def test_taken_as_input_the_result_stays_as_it_is() -> None:
    first = Api({"User": record(id=READ, name=schema("string"), password=WRITE)})
    first.shape(ref("User"))
    first.shape(ref("User"), request=True)
    again = Api(
        {"User": record(id=READ, name=schema("string")), "UserRequest": record(name=schema("string"), password=WRITE)}
    )
    assert again.shape(ref("User")) == named("User")
    assert again.shape(ref("UserRequest"), request=True) == named("UserRequest")
    assert set(again.types) == set(first.types)


def test_an_example_loses_what_its_type_lost() -> None:
    user = schema("object", properties={"id": READ, "name": schema("string")}, examples=({"id": "1", "name": "Ann"},))
    api = Api({"User": user})
    api.shape(ref("User"), request=True)
    assert api.record("UserRequest").example == {"name": "Ann"}
