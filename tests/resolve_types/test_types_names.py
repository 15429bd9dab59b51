"""What types are called."""

from __future__ import annotations

import pytest

from generator import model
from generator.resolve import words
from tests.resolve_types.types_by_hand import Api, named, record, ref, schema, union


@pytest.mark.parametrize(
    ("text", "snake", "pascal"),
    [
        ("experienceGroupPost", "experience_group_post", "ExperienceGroupPost"),
        ("Experience Group Post", "experience_group_post", "ExperienceGroupPost"),
        ("APIKey", "api_key", "APIKey"),
        ("APPLICATION_ID", "application_id", "ApplicationId"),
        ("X-Request-ID", "x_request_id", "XRequestID"),
        ("userIDs", "user_ids", "UserIDs"),
        ("HTTP2Server", "http2_server", "HTTP2Server"),
        ("v1beta1", "v1beta1", "V1beta1"),
        ("OAuth2Token", "oauth2_token", "OAuth2Token"),
        ("microsoft.graph.user", "microsoft_graph_user", "MicrosoftGraphUser"),
        ("null<object>", "null_object", "NullObject"),
        ("naïveÉtat", "naïve_état", "NaïveÉtat"),
        ("日付", "日付", "日付"),
        ("ﬁeld", "field", "Field"),
        ("user's", "users", "Users"),
        ("2020-01-01", "2020_01_01", "2020_01_01"),
        ("", "", ""),
    ],
)
def test_words(text: str, snake: str, pascal: str) -> None:
    assert words.snake(words.split(text)) == snake
    assert words.pascal(words.split(text)) == pascal


@pytest.mark.parametrize(
    "texts",
    [
        ("StartTime", "StartTime<", "StartTime>"),
        ("+1", "-1", "1"),
        ("GMT+0", "GMT0"),
        ("*", "$", "..."),
        ("C", "C++", "C#"),
    ],
)
def test_signs_tell_names_apart(texts: tuple[str, ...]) -> None:
    assert len({words.snake(words.split(text)) for text in texts}) == len(texts)


def test_camel() -> None:
    assert words.camel(("API", "key", "ID")) == "apiKeyID"
    assert words.camel(()) == ""


@pytest.mark.parametrize("text", ["2fa", "§", "", "a" * 500, "foo bar " * 60, "x\u0000y", "__", "\U0001f600"])
def test_any_name_is_an_identifier(text: str) -> None:
    name = words.identifier(text, prefix="Type")
    assert name.isidentifier() and len(name) <= 100
    assert name == words.identifier(text, prefix="Type")


def test_long_names_stay_apart() -> None:
    one, other = ("word " * 40 + end for end in ("one", "two"))
    assert words.identifier(one, prefix="Type") != words.identifier(other, prefix="Type")


def test_names_that_differ_by_case_only_get_a_word_for_what_they_are() -> None:
    api = Api({"user_id": schema("string"), "UserId": record(b=schema("string")), "UserID": schema("string")})
    assert set(api.types) == {"UserID", "UserIdObject", "UserIdText"}
    assert api.codes == ["type-renamed", "type-renamed"]


def test_a_schema_that_is_but_another_spelling_of_a_name_is_the_same_type() -> None:
    api = Api({"Tea": ref("tea"), "tea": record(next=ref("Tea")), "TEA": ref("Tea"), "Cup": ref("tea")})
    assert set(api.types) == {"Tea", "Cup"}
    assert api.fields("Tea")["next"].shape == named("Tea")
    assert api.codes == []
    round_trip = Api({"Tea": ref("tea"), "tea": ref("Tea")})
    assert len(round_trip.types) == 2


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("models.User", "dto.CreateUser"), ("User", "CreateUser")),
        (("models.User", "dto.User", "dto.Tea"), ("ModelsUser", "DtoUser", "Tea")),
        (("models.User", "User"), ("ModelsUser", "User")),
        (("com.acme.Order.Item", "com.acme.Order"), ("OrderItem", "Order")),
        (("github_com_acme_api_models.User-list", "Tea"), ("UserList", "Tea")),
        (("acme.graph.user", "acme.graph.calls.user", "Tea"), ("User", "CallsUser", "Tea")),
        (("Acme.Api.User", "Acme.Api.Tea"), ("User", "Tea")),
        (("Order", "Order.Item", "Order.Line"), ("Order", "OrderItem", "OrderLine")),
        (("Order.Item", "User.Name", "Tea"), ("OrderItem", "UserName", "Tea")),
        (("api.v1", "api.v2"), ("ApiV1", "ApiV2")),
        (("chat.v2.channel", "Tea", "Cup", "Pot"), ("Channel", "Tea", "Cup", "Pot")),
        (("flow.v2.run", "flow.v2.run.step"), ("Run", "RunStep")),
        (("flow.v1.run", "flow.v2.run"), ("FlowV1Run", "FlowV2Run")),
        (("Acme.Models.Users.UserPage", "Acme.Models.Tea.Pot"), ("UserPage", "TeaPot")),
        (("Api.Page_Acme.Models.Tea_", "Acme.Models.Tea"), ("ApiPageTea", "Tea")),
        (("Acme.Api.Models.User", "Acme.Core.Dto.Tea.Pot", "Order.Item"), ("User", "TeaPot", "OrderItem")),
        (("camt.052", "camt.053"), ("Camt052", "Camt053")),
    ],
)
def test_namespaces_are_no_part_of_a_name(names: tuple[str, ...], expected: tuple[str, ...]) -> None:
    api = Api({name: record(a=schema("string")) for name in names})
    assert set(api.types) == set(expected)
    assert api.codes == []


def test_a_number_is_the_last_resort() -> None:
    api = Api({"Tea": schema("string"), "tea": schema("string"), "TEA": schema("string")})
    assert set(api.types) == {"TEA", "TeaText", "Tea2"}
    assert api.codes == ["type-renamed", "type-renamed"]


def test_objects_without_a_name_are_called_by_their_place() -> None:
    item = record(deep=record(a=schema("string")))
    api = Api(
        {"Thing": record(some_items=schema("array", items=item), by_key=schema("object", additional_properties=item))}
    )
    assert set(api.types) == {
        "Thing", "ThingSomeItemsItem", "ThingSomeItemsItemDeep", "ThingByKeyValue", "ThingByKeyValueDeep",
    }  # fmt: skip
    assert api.shape(record(a=schema("string")), name="experience groups get response") == named(
        "ExperienceGroupsGetResponse"
    )


def test_a_named_type_goes_before_one_that_is_called_by_its_place() -> None:
    api = Api({"Thing": record(part=record(a=schema("string"))), "thing_part": record(b=schema("string"))})
    assert api.fields("Thing")["part"].shape == named("ThingPartObject")
    assert list(api.fields("ThingPart")) == ["b"]
    assert api.codes == ["type-renamed"]


def test_the_same_object_at_the_same_name_is_one_type() -> None:
    api = Api()
    parts = [record(a=schema("string"), inner=record(b=schema("integer"))) for _ in range(2)]
    assert api.shape(parts[0]) == api.shape(parts[1]) == named("ThingsGetResponse")
    assert api.shape(record(a=schema("integer"))) == named("ThingsGetResponseObject")
    assert set(api.types) == {"ThingsGetResponse", "ThingsGetResponseInner", "ThingsGetResponseObject"}


def test_one_name_in_two_media_types_is_told_apart_by_them() -> None:
    api = Api()
    inner = record(deep=record(a=schema("string")))
    assert api.shape(inner) == named("ThingsGetResponse")
    other = record(deep=record(a=schema("integer")))
    assert api.builder.shape(other, name="things get response", request=False, details=("201", "form")) == named(
        "ThingsGetResponse201"
    )
    assert "ThingsGetResponse201Deep" in api.types


def test_variants_are_called_by_their_title() -> None:
    choice = schema(
        one_of=(schema("object", title="By name", properties={"n": schema("string")}), record(i=schema("string")))
    )
    assert Api().shape(choice) == union(named("ThingsGetResponseByName"), named("ThingsGetResponseVariant2"))


def test_a_further_type_renames_no_other() -> None:
    few = {"Thing": record(part=record(a=schema("string"))), "thing": record(b=ref("Thing"))}
    many = {"Another": record(part=record(z=schema("string"))), **few, "zebra": schema("string")}
    before, after = Api(few).types, Api(many).types
    assert set(before) <= set(after)
    assert all(_same(before[name], after[name]) for name in before)


def test_the_order_of_schemas_does_not_count() -> None:
    entries = {"B": record(a=ref("A"), part=record(x=schema("string"))), "A": schema("string"), "a": schema("integer")}
    backwards = dict(reversed(entries.items()))
    one, other = Api(entries).types, Api(backwards).types
    assert list(one) == list(other)
    assert all(_same(one[name], other[name]) for name in one)


def _same(one: model.Type, other: model.Type) -> bool:
    return repr(one) == repr(other)
