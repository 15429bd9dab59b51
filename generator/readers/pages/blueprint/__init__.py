"""Pages written in API Blueprint (format 1A) -> drafts.

In: a page as text. Out: its `Draft`. Blueprint is a language of its own and leaves nothing to a site's wording, so that
no profile has a say in it.

* text -> headings, each with its text and its tree of list entries: `outline`
* list entries -> types and fields (MSON, Blueprint's notation for data): `mson`
* headings -> operations, named types, groups: `operations`
"""

from generator.readers.pages.blueprint.operations import read
from generator.readers.pages.blueprint.outline import is_blueprint

__all__ = ["is_blueprint", "read"]
