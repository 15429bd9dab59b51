"""Blocks -> operations: which blocks belong to which operation, and what each part of it is about.

In: a page's blocks and its site's profile. Out: `Page`, with an `Entry` for each operation. An entry's parts are the
stretches under its headings and labels, each with the kind that the profile gives to their words. What a part says is
read elsewhere.

* `division` - where an operation begins and ends
* `routes`, `route_tables` - which headings are those of operations
* `parts`, `meanings` - what stands below a heading, and what that heading means
"""

from generator.readers.pages.sections.division import divide
from generator.readers.pages.sections.meanings import FIELD, kind_of, label_kind
from generator.readers.pages.sections.records import Entry, FoundRoute, Page, Part
from generator.readers.pages.sections.routes import routes_of, without_method

__all__ = [
    "FIELD",
    "Entry",
    "FoundRoute",
    "Page",
    "Part",
    "divide",
    "kind_of",
    "label_kind",
    "routes_of",
    "without_method",
]
