"""Routes that begin with a placeholder which a section of the page spells out; steps in the middle left out at will."""

from __future__ import annotations

from tests.readers_pages.page_helpers import one, read

TABLE = "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n"
PREFIXES = (
    "# Lids API\n\nAbout lids.\n\n## Route prefix\n\nThere are two.\n\n### For all\n\n```plaintext\n/lids\n```\n\n"
    "### For a cup\n\n```plaintext\n/cups/:id/lids\n```\n\n" + TABLE + "| `id` | integer | yes | The cup. |\n\n"
)


def test_a_route_is_one_for_each_prefix_that_the_page_spells_out() -> None:
    get = (
        "## Get a lid\n\n```plaintext\nGET <route-prefix>/:name\n```\n\n"
        + TABLE
        + "| `name` | string | yes | Its name. |\n"
    )
    draft, _ = read(PREFIXES + get, "gitlab")
    kinds = {
        made.path: {
            entry.name: entry.schema.types
            for entry in made.parameters
            if entry.schema and hasattr(entry.schema, "types")
        }
        for made in draft.operations
    }
    assert kinds == {
        "/lids/{name}": {"name": ("string",)},
        "/cups/{id}/lids/{name}": {"id": ("integer",), "name": ("string",)},
    }


def test_a_placeholder_that_the_page_does_not_spell_out_stays() -> None:
    page = "# Lids API\n\n## Other prefix\n\n```plaintext\n/lids\n```\n\n"
    page += "## Get\n\n```plaintext\nGET <route-prefix>/:name\n```\n"
    assert one(page, "gitlab").path == "/{route-prefix}/{name}"


def test_steps_that_may_be_left_out_are_a_parameter() -> None:
    made = one("# Lids API\n\n## Get\n\n```plaintext\nGET /lids/:id/files/(*folder/):file_name\n```\n", "gitlab")
    assert made.path == "/lids/{id}/files/{folder}/{file_name}"
