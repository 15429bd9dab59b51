"""Folding in other words than those of the case it was found in: other vendors, other verbs, other languages.

Each story has a document in which the action's path was dropped, and a page that knows it. The same story without its
evidence must leave everything where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from generator import draft
from tests.resolve.sources import Resolved, answer, page, resolved, row, told


@dataclass(frozen=True, kw_only=True)
class Story:
    """A document, the page's operation that the document has on the wrong path, and what really stands there."""

    name: str
    document: str
    method: str
    here: str
    there: str
    page_there: draft.Operation
    page_here: draft.Operation
    unlike: draft.Operation
    """An operation on the same path as `page_there` that is another one."""

    def told(self, *operations: draft.Operation) -> Resolved:
        return resolved(self.document, page(*operations))


OTHER_VERBS = Story(
    name="other verbs and a terse document",
    document="""
    paths:
      /clusters/{name}:
        get:
          summary: Fetch the kubeconfig belonging to a cluster
          operationId: clusters_read_kubeconfig
          parameters: [{name: name, in: path, required: true, schema: {type: string}}]
          responses:
            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/KubeConfig'}}}}
    components: {schemas: {KubeConfig: {type: object}, Cluster: {type: object}}}
    """,
    method="GET",
    here="/clusters/{name}",
    there="/clusters/{name}/kubeconfig",
    page_there=told(
        "GET",
        "/clusters/{cluster}/kubeconfig",
        "Returns credentials that command line tools understand",
        responses=[answer("200", "Kube Config")],
    ),
    page_here=told(
        "GET", "/clusters/{cluster}", "Describes one cluster", responses=[answer("200", "Cluster")], line=90
    ),
    unlike=told(
        "GET", "/clusters/{cluster}/upgrades", "Lists the versions to go to", responses=[answer("200", "Versions")]
    ),
)
OTHER_LANGUAGE = Story(
    name="another language",
    document="""
    paths:
      /kunden/{nummer}:
        get:
          summary: Liefert alle Rechnungen eines Kunden
          parameters:
            - {name: nummer, in: path, required: true, schema: {type: string}}
            - {name: seite, in: query, schema: {type: integer}}
            - {name: jeSeite, in: query, schema: {type: integer}}
            - {name: abDatum, in: query, schema: {type: string}}
          responses: {'200': {description: Rechnungen, content: {application/json: {schema: {type: array}}}}}
    """,
    method="GET",
    here="/kunden/{nummer}",
    there="/kunden/{nummer}/rechnung",
    page_there=told(
        "GET",
        "/kunden/{kundennummer}/rechnung",
        "Gibt zurück, was dem Kunden in Rechnung gestellt wurde",
        parameters=[row("seite"), row("je_seite"), row("abDatum")],
    ),
    page_here=told("GET", "/kunden/{kundennummer}", "Ruft einen Kunden ab", parameters=[row("felder")], line=90),
    unlike=told(
        "GET", "/kunden/{kundennummer}/mahnung", "Gibt die Mahnungen zurück", parameters=[row("stufe"), row("offen")]
    ),
)
SAME_PROSE = Story(
    name="the same prose and nothing else",
    document="""
    paths:
      /v2/droplets:
        post:
          summary: Deletes all droplets that carry a given tag
          responses: {'204': {description: gone}}
    """,
    method="POST",
    here="/v2/droplets",
    there="/v2/droplets/actions/purge",
    page_there=told("POST", "/v2/droplets/actions/purge", "Delete all droplets carrying the given tag"),
    page_here=told("POST", "/v2/droplets", "Creates a droplet from an image", line=90),
    unlike=told("POST", "/v2/droplets/actions/reboot", "Reboots every droplet"),
)
DROPPED_KEY = Story(
    name="a placeholder was dropped",
    document="""
    paths:
      /shelves:
        put:
          summary: Change what a shelf is called and what colour it has
          requestBody:
            content:
              application/json:
                schema: {type: object, properties: {label: {type: string}, colour: {type: string}}}
          responses:
            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}}
    components: {schemas: {Shelf: {type: object}}}
    """,
    method="PUT",
    here="/shelves",
    there="/shelves/{id}",
    page_there=told(
        "PUT",
        "/shelves/{id}",
        "Updates a piece of furniture",
        parameters=[row("label", "form"), row("colour", "form"), row("width", "form")],
        responses=[answer("200", "Shelf")],
    ),
    page_here=told(
        "PUT", "/shelves", "Reorders them all", parameters=[row("order", "form")], responses=[answer("200")], line=90
    ),
    unlike=told(
        "PUT",
        "/shelves/{id}",
        "Creates a shelf with a key of your own",
        parameters=[row("label", "form"), row("colour", "form")],
        responses=[answer("201", "Shelf")],
    ),
)
STORIES = pytest.mark.parametrize(
    "story", [OTHER_VERBS, OTHER_LANGUAGE, SAME_PROSE, DROPPED_KEY], ids=lambda story: story.name
)


@STORIES
def test_the_operation_stands_where_the_page_says(story: Story) -> None:
    found = story.told(story.page_here, story.page_there)
    assert "operation-folded" in found.codes()
    assert len(found.operation(story.method, story.there).origins) == 2
    assert [origin.line for origin in found.operation(story.method, story.here).origins] == [90]
    assert len(found.api.operations) == 2


@STORIES
def test_the_page_need_not_know_what_stands_on_the_short_path(story: Story) -> None:
    found = story.told(story.page_there)
    assert "operation-folded" in found.codes()
    assert [entry.path for entry in found.api.operations] == [story.there]


@STORIES
def test_another_operation_further_down_moves_nothing(story: Story) -> None:
    found = story.told(story.unlike)
    assert "operation-folded" not in found.codes()
    assert len(found.operation(story.method, story.here).origins) == 1
    assert len(found.api.operations) == 2


@STORIES
def test_where_the_page_has_the_operation_on_the_short_path_nothing_moves(story: Story) -> None:
    same = draft.Operation(
        origin=story.page_there.origin,
        method=story.method,
        path=story.here,
        description=story.page_there.description,
        parameters=story.page_there.parameters,
        responses=story.page_there.responses,
    )
    found = story.told(same, story.unlike)
    assert "operation-folded" not in found.codes()
    assert len(found.api.operations) == 2


@STORIES
def test_a_page_may_write_the_path_of_the_server_in_front(story: Story) -> None:
    document = "    servers: [{url: https://example.com/rest/api}]\n" + story.document.lstrip("\n")
    longer = replace(story.page_there, path="/rest/api" + story.page_there.path)
    found = resolved(document, page(longer))
    assert "operation-folded" in found.codes()
    assert [entry.path for entry in found.api.operations] == [story.there]
