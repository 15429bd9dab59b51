"""Where an operation is, and who may call it: servers, credentials in sample calls, ways that sentences add."""

from __future__ import annotations

import pytest

from generator.draft import Operation
from tests.readers_pages.page_helpers import one, read

HEAD = "# Cups API\n\nAbout cups.\n\n"


def ways(operation: Operation) -> list[list[str]]:
    assert operation.security
    return [[requirement.scheme for requirement in way] for way in operation.security.value]


def test_an_operation_that_stands_on_another_server_than_most_has_its_own() -> None:
    routes = ["GET https://api.cups.example/cups", "POST https://up.cups.example/cups"]
    routes += ["GET https://api.cups.example/cups/{id}", "GET https://try.cups.example/cups/{id}"]
    draft, _ = read(HEAD + "".join(f"## {route}\n\n```\n{route}\n```\n\n" for route in routes))
    assert [server.url for server in draft.servers] == ["https://api.cups.example", "https://try.cups.example"]
    own = {(made.method, made.path): [server.url for server in made.servers] for made in draft.operations}
    assert own.pop(("POST", "/cups")) == ["https://up.cups.example"]
    assert not any(own.values())


def test_of_a_site_that_many_run_another_host_is_no_other_place_and_another_path_is() -> None:
    routes = ["GET /cups", "GET https://my.example/api/v4/pots", "GET https://gitlab.example.com/v2/_list"]
    draft, _ = read(HEAD + "".join(f"## Get\n\n```plaintext\n{route}\n```\n\n" for route in routes), "gitlab")
    own = {made.path: [server.url for server in made.servers] for made in draft.operations}
    assert own["/cups"] == own["/pots"] == []
    assert own["/v2/_list"] == ["https://gitlab.example.com"]
    assert [server.url for server in draft.servers] == ["https://gitlab.example.com/api/v4"]


@pytest.mark.parametrize(
    ("flags", "schemes"),
    [
        ("--user name:secret", [["BasicAuth"]]),
        ("-u name:secret", [["BasicAuth"]]),
        ('-H "PRIVATE-TOKEN: a"', [["PrivateToken"]]),
        ('-H "Authorization: Bearer a"', [["BearerAuth"]]),
    ],
)
def test_a_call_shows_how_it_is_authenticated(flags: str, schemes: list[list[str]]) -> None:
    made = one(
        HEAD + f'## Get\n\n```\nGET /cups\n```\n\n```shell\ncurl {flags} "https://cups.example/cups"\n```\n', "gitlab"
    )
    assert ways(made) == schemes


def test_the_call_that_fetches_a_token_says_nothing_of_the_one_that_uses_it() -> None:
    calls = 'curl -u a:b "https://cups.example/token"\ncurl -H "Authorization: Bearer t" "https://cups.example/cups"'
    made = one(HEAD + f"## Get\n\n```\nGET /cups\n```\n\n```shell\n{calls}\n```\n", "gitlab")
    assert ways(made) == [["BearerAuth"]]


@pytest.mark.parametrize(
    "words",
    [
        "Support for [job tokens](x.md) added in 9.2.",
        "Authentication with a CI/CD job token.",
        "[Changed](x) to allow for `JOB-TOKEN` in 9.2.",
    ],
)
def test_a_way_that_a_sentence_adds_stands_beside_that_of_the_site(words: str) -> None:
    route = "## Get\n\n{}```\nGET /cups\n```\n"
    assert ways(one(HEAD + route.format(f"{words}\n\n"), "gitlab")) == [["PrivateToken"], ["JobToken"]]
    assert ways(one(HEAD + f"{words}\n\n" + route.format(""), "gitlab")) == [["PrivateToken"], ["JobToken"]]


def test_of_a_list_of_cases_any_scope_may_suffice() -> None:
    cases = "- For others' cups, a token with the [`api` scope](x.md).\n- For yours, one with the `self_fill` scope.\n"
    made = one(HEAD + f"## Fill\n\n{cases}\n```\nPOST /cups\n```\n", "gitlab")
    assert made.scopes
    assert made.scopes.value == ("api", "self_fill")


def test_what_is_shown_below_a_head_is_no_content_of_it() -> None:
    made = one(HEAD + '## See\n\n```\nHEAD /cups\n```\n\nExample response:\n\n```json\n{"size": 1}\n```\n', "gitlab")
    assert [response.contents for response in made.responses] == [()]


def test_a_call_of_another_method_shows_no_way_into_this_one() -> None:
    calls = 'curl -H "PRIVATE-TOKEN: a" "https://cups.example/cups/1"\n'
    calls += 'curl --request PUT -H "Authorization: Bearer t" "https://cups.example/cups/1"'
    made = one(HEAD + f"## Get\n\n```\nGET /cups/:id\n```\n\n```shell\n{calls}\n```\n", "gitlab")
    assert ways(made) == [["PrivateToken"]]


def test_credentials_that_may_be_left_out_are_still_a_way() -> None:
    words = "This endpoint can be accessed without authentication if the cup is public."
    assert ways(one(HEAD + f"## Get\n\n{words}\n\n```\nGET /cups\n```\n", "gitlab")) == [[], ["PrivateToken"]]
    never = "This endpoint does not require authentication."
    assert ways(one(HEAD + f"## Get\n\n{never}\n\n```\nGET /cups\n```\n", "gitlab")) == [[]]
