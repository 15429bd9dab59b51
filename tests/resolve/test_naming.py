"""The way to each operation: resource and action from ids, tags, pages or the path; stable, unique, readable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Rename
from tests.resolve.sources import page, resolved, told


def spec(*operations: tuple[str, str, str, str], tags: tuple[str, ...] = ("other", "another")) -> str:
    """A document of (method, path, operationId, tag); the tags given are declared as well."""
    paths: dict[str, list[str]] = {}
    for method, path, operation_id, tag in operations:
        facts = [f"operationId: {operation_id!r}"] if operation_id else []
        facts += [f"tags: [{tag!r}]"] if tag else []
        facts.append("responses: {'200': {description: ok}}")
        paths.setdefault(path, []).append(f"{method.lower()}: {{{', '.join(facts)}}}")
    lines = "\n".join(f"  {path!r}: {{{', '.join(entries)}}}" for path, entries in paths.items())
    declared = "\n".join(f"  - name: {name!r}" for name in tags)
    return f"tags:\n{declared}\npaths:\n{lines}\n" if tags else f"paths:\n{lines}\n"


@pytest.mark.parametrize(
    ("method", "path", "operation_id", "tag", "name"),
    [
        # ids made of parts
        ("GET", "/g", "experienceGroups.get", "", "experience_groups.get"),
        ("GET", "/g", "ExperienceGroups_Get", "", "experience_groups.get"),
        ("GET", "/g", "repos/list-for-org", "repos", "repos.list_for_org"),
        ("DELETE", "/g", "packages/delete-package-for-user", "packages", "packages.delete_package_for_user"),
        ("GET", "/", "meta/root", "meta", "meta.root"),
        ("GET", "/g", "drive.files.list", "files", "files.list"),
        ("GET", "/g", "cloud.projects.locations.list", "projects", "projects.locations.list"),
        ("GET", "/g", "me.calendar.GetCalendar", "me.calendar", "me.calendar.get"),
        # ids that are a phrase
        ("GET", "/pets", "listPets", "pets", "pets.list"),
        ("GET", "/pet/{petId}", "getPetById", "pet", "pet.get_by_id"),
        ("GET", "/pet/findByStatus", "findPetsByStatus", "pet", "pet.find_by_status"),
        ("POST", "/user", "createUsersWithListInput", "user", "user.create_with_list_input"),
        ("GET", "/users", "getUsers", "users", "users.list"),
        ("GET", "/users/{id}", "getUser", "users", "users.get"),
        ("GET", "/store/inventory", "getInventory", "store", "store.get_inventory"),
        ("GET", "/items/{id}", "read_item_items__id__get", "items", "items.read"),
        ("GET", "/flags/{project}", "getFlags", "flags", "flags.list"),
        ("GET", "/dps", "getDpsMessagesFromEmployer", "DpsMessage", "dps_message.list_from_employer"),
        ("GET", "/settings", "getSettings", "settings", "settings.get"),
        ("GET", "/me/settings", "", "", "me_settings.get"),
        ("GET", "/users/{id}", "getUserUsingGET_1", "users", "users.get"),
        ("POST", "/teams/{id}/members", "addMemberToTeam", "teams", "teams.add_member"),
        ("GET", "/albums/{id}", "get-an-album", "Albums", "albums.get"),
        ("GET", "/g", "albums/get-a-song-of-a-band", "", "albums.get_song_of_band"),
        ("GET", "/g", "receipts.getScheduleAByState", "", "receipts.get_schedule_a_by_state"),
        ("GET", "/g", "receipts.getScheduleA", "", "receipts.get_schedule_a"),
        ("POST", "/runs", "RunWorkflow", "runs", "runs.run_workflow"),
        ("POST", "/runs", "runCreate", "runs", "runs.create"),
        ("GET", "/runs/{id}", "getRunWorkflow", "runs", "runs.get_workflow"),
        ("POST", "/regression/api", "", "", "regression.create"),
        ("GET", "/filings/schedule_a", "", "", "filings_schedule_a.get"),
        ("GET", "/pets", "listPets", "", "pets.list"),
        ("GET", "/orgs/{org}/teams", "listOrgTeams", "", "orgs.teams.list"),
        # ids that say the path, or themselves, once more
        ("POST", "/teas/{id}/cups", "add_cup_teas__id__cups_get", "teas", "teas.add_cup"),
        ("POST", "/teas/cups/fill", "fill_cups_teas_cups_post", "teas", "teas.fill_cups"),
        ("GET", "/x", "fill_cups_teas_get", "teas", "teas.fill_cups_teas_get"),
        ("POST", "/users/teas", "V1UserTeasCreate_Tea", "User", "user.create_tea"),
        ("GET", "/users/teas/{id}", "V1UserTeasGet_GetTea", "User", "user.get_tea"),
        ("GET", "/users/teas/{id}", "V1UserTeasIsCold_IsCold", "User", "user.is_cold"),
        ("GET", "/users/teas/{id}", "TeaList_ListTeas", "User", "tea_list.list_teas"),
        ("GET", "/users/teas/{id}", "TeaList_List", "User", "tea_list.list"),
        # tags
        ("GET", "/experience/groups", "", "Experience Groups", "experience_groups.list"),
        ("GET", "/invoices/{id}", "", "Billing", "billing.get_invoice"),
        ("POST", "/store/order", "", "Store", "store.create_order"),
        ("GET", "/pets/{id}", "", "pet-controller", "pet.get"),
        ("GET", "/x/messages", "", "users.messages", "users.messages.list"),
        # paths
        ("GET", "/applications/{applicationId}/experience/groups", "", "", "applications.experience_groups.list"),
        ("GET", "/applications/{applicationId}", "", "", "applications.get"),
        ("POST", "/applications", "", "", "applications.create"),
        ("PATCH", "/applications/{id}", "", "", "applications.update"),
        ("PUT", "/applications/{id}", "", "", "applications.replace"),
        ("DELETE", "/applications", "", "", "applications.delete_all"),
        ("PATCH", "/applications/{id}/applyTemplate", "", "", "applications.apply_template"),
        ("POST", "/runs/{id}/cancel", "", "", "runs.cancel"),
        ("POST", "/kernels/{id}/interrupt", "", "", "kernels.interrupt"),
        ("POST", "/orders/{id}/refund", "", "", "orders.refund"),
        ("GET", "/orders/{id}/refund", "", "", "orders.refund.get"),
        ("POST", "/v1/{name}:cancel", "", "", "name.cancel"),
        ("GET", "/api/v2/users/{id}/profile", "", "", "users.profile.get"),
        ("GET", "/auth/v1/users", "", "", "auth_users.list"),
        ("GET", "/v1", "", "", "v1.get"),
        ("GET", "/2010-04-01/Accounts/{Sid}.json", "", "", "accounts.get"),
        ("GET", "/info.0.json", "", "", "info.get"),
        ("GET", "/", "", "", "api.get"),
        ("GET", "/{comicId}", "", "", "comic.get"),
        ("POST", "/#Target=Service.Do", "CreateThing", "", "api.create_thing"),
        # other scripts, and nothing usable
        ("GET", "/用户/{id}", "", "", "用户.get"),
        ("GET", "/teas", "...", "teas", "teas.list"),
    ],
)
def test_name(method: str, path: str, operation_id: str, tag: str, name: str) -> None:
    assert resolved(spec((method, path, operation_id, tag))).names() == [name]


def test_a_single_tag_tells_nothing_apart() -> None:
    text = spec(("GET", "/shops/{id}/teas", "", "Everything"), tags=("Everything",))
    assert resolved(text).names() == ["shops.teas.list"]
    described = page(told("GET", "/shops/{id}/teas", resource="Shop Teas", action="Get"))
    assert resolved(text, described).names() == ["shop_teas.get"]


def test_the_words_of_a_page_yield_to_those_of_a_document_unless_told_otherwise() -> None:
    text = spec(("GET", "/teas", "teas.list", ""))
    described = page(told("GET", "/teas", resource="All Teas", action="Show"))
    assert resolved(text, described).names() == ["teas.list"]
    assert resolved(text, described, precedence={"names": "pages"}).names() == ["all_teas.show"]


@pytest.mark.parametrize(
    ("resource", "action", "name"),
    [
        ("Experience Groups", "Get", "experience_groups.get"),
        ("Application", "Apply Template", "application.apply_template"),
        ("Filters", "Create a filter", "filters.create"),
        ("Experience Endpoints", "Post", "experience_endpoints.post"),
        ("", "Search", "teas.search"),
    ],
)
def test_names_from_a_page(resource: str, action: str, name: str) -> None:
    assert resolved(page(told("GET", "/teas", resource=resource, action=action))).names() == [name]


def test_renames_come_first() -> None:
    rename = Rename(method="GET", path="/teas/{any}", resource=("tea", "pots"), action="fetch")
    found = resolved(spec(("GET", "/teas/{id}", "teas.get", "")), renames=[rename])
    assert found.names() == ["tea.pots.fetch"]
    assert found.api.operations[0].id == "tea.pots.fetch"


def test_renames_to_one_name_stay_two() -> None:
    renames = [Rename(method="GET", path=path, resource=("Tea Pots",), action="Fetch") for path in ("/a", "/b")]
    found = resolved(spec(("GET", "/a", "", ""), ("GET", "/b", "", "")), renames=renames)
    assert found.names() == ["tea_pots.fetch", "tea_pots.fetch_b"]


def test_an_unused_rename_is_an_error() -> None:
    rename = Rename(method="GET", path="/nothing", action="fetch")
    assert "rename-unused" in resolved(spec(("GET", "/teas", "", "")), renames=[rename]).codes()


def test_a_collision_gets_words_of_the_path_and_is_told() -> None:
    found = resolved(spec(("GET", "/teas", "teas.get", ""), ("GET", "/teas/{teaId}/age", "Teas.Get", "")))
    assert found.names() == ["teas.get", "teas.get_age"]
    assert "teas.getAge" in found.finding("name-changed").message
    owned = resolved(spec(("GET", "/shops/{id}/teas", "", "Teas"), ("GET", "/users/{id}/teas", "", "Teas")))
    assert owned.names() == ["teas.list", "teas.list_for_user"]
    whole = resolved(spec(("POST", "/a", "cert.upload", ""), ("POST", "/b/{id}/uploads", "cert.uploadCert", "")))
    assert whole.names() == ["cert.upload", "cert.upload_cert"]
    twice = resolved(spec(("GET", "/info.0.json", "", ""), ("GET", "/{comicId}/info.0.json", "", "")))
    assert twice.names() == ["info.get", "info.get_by_comic_id"]
    own = resolved(spec(("POST", "/pots", "fillPot", "pot"), ("POST", "/pots/{potId}/full", "fillPots", "pot")))
    assert own.names() == ["pot.fill", "pot.fill_pots"]
    root = resolved(spec(("GET", "/", "", "Health"), ("GET", "/health", "", "Health")))
    assert root.names() == ["health.get_root", "health.get"]


def test_api_and_versions_in_front_tell_operations_apart_only_where_they_differ() -> None:
    one = resolved(
        spec(("PATCH", "/api/v2/teas", "patch_teas", "tea"), ("PATCH", "/api/v2/teas/{id}", "patch_tea", "tea"))
    )
    assert one.names() == ["tea.patch_all", "tea.patch"]
    same = resolved(spec(("GET", "/v1/teas", "", "teas"), ("GET", "/v2/teas", "", "teas")))
    assert same.names() == ["teas.list", "teas.list_v2"]


def test_an_action_is_never_also_a_nested_resource() -> None:
    found = resolved(spec(("GET", "/a", "pets.owners", ""), ("GET", "/b", "pets.owners.list", "")))
    assert found.names() == ["pets.get_owners", "pets.owners.list"]


def test_an_operation_more_renames_no_other() -> None:
    operations = [
        ("GET", "/teas", "listTeas", "teas"),
        ("GET", "/teas/{id}", "getTea", "teas"),
        ("POST", "/teas/{id}/brew", "", "teas"),
        ("GET", "/pots", "", ""),
        ("GET", "/pots/{id}/lids", "", ""),
    ]
    before = resolved(spec(*operations)).names()
    for extra in (("GET", "/cups", "", ""), ("GET", "/pots/{id}", "", "teas"), ("PUT", "/new/{x}", "putNew", "fresh")):
        assert resolved(spec(*operations, extra)).names()[: len(before)] == before
        assert resolved(spec(extra, *operations)).names()[1:] == before


def test_resources_have_titles_and_prose() -> None:
    text = """
    tags: [{name: Green Teas, description: Not fermented}, {name: b}]
    paths: {/green: {get: {tags: [Green Teas], responses: {'200': {description: ok}}}}}
    """
    resource = resolved(text).api.resources[0]
    assert (resource.path, resource.title, resource.description) == (("green_teas",), "Green Teas", "Not fermented")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["GET", "POST"]),
            st.text(min_size=1, max_size=8).map(lambda text: "/" + text),
            st.text(max_size=8),
            st.text(max_size=6),
        ),
        min_size=1,
        max_size=6,
        unique_by=lambda entry: (entry[0], entry[1].strip()),
    )
)
def test_any_names_are_unique_and_usable(entries: list[tuple[str, str, str, str]]) -> None:
    operations = [
        told(method, path, resource=resource, action=action, line=index + 1)
        for index, (method, path, resource, action) in enumerate(entries)
    ]
    found = resolved(page(*operations))
    ids = [entry.id.lower() for entry in found.api.operations]
    assert len(set(ids)) == len(ids)
    for entry in found.api.operations:
        assert all(("a" + part).isidentifier() for part in (*entry.resource, entry.action)), entry.id
