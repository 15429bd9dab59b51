"""The claims of several sources made one, fact by fact, by precedence.

In: a `Group` of claims, or all named schemas. Out: a `Woven` operation, or the `Catalogue` of schemas; still in draft
schemas, with the origins of every fact, and a finding for each disagreement.

* `precedence` - which source settles which kind of fact; `traced` - a value with its origins
* `operations`, `parameters`, `bodies`, `forms` - the parts of an operation
* `schemas`, `catalogue`, `inference` - types: of one place, of all sources, and those that only examples tell
* `fields` - what the tables of operations tell of named types
* `outlines` - what pages still show of collapsed schemas, as a check of those from elsewhere
* `meaning` - when a page's text and a document's value say the same
"""

from generator.resolve.weaving.catalogue import Catalogue, Part, gather
from generator.resolve.weaving.operations import Weaver, Woven, of_one
from generator.resolve.weaving.outlines import Outlines
from generator.resolve.weaving.parameters import is_ignored_header
from generator.resolve.weaving.precedence import Precedence
from generator.resolve.weaving.traced import Look, Traced

__all__ = [
    "Catalogue",
    "Look",
    "Outlines",
    "Part",
    "Precedence",
    "Traced",
    "Weaver",
    "Woven",
    "gather",
    "is_ignored_header",
    "of_one",
]
