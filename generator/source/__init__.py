"""Input documents: text in, plain trees and positions out.

* `Json`, `MISSING` - what a tree is made of, and the absence of a value
* `Document`, `Node` - a loaded document, and a cursor into its tree that knows its place
* `Library` - opens documents by name, inside the folders it may read; finds line and column of an `Origin`
* `Reach` - what it may read beyond the project's folder; `web` and `copies` bring documents that are named by a URL
* `json_text`, `yaml_text` - the two parsers; `positions`, `yaml_positions` - the second look at the text

Trees are plain dicts and lists made by C parsers; a place costs nothing until it is asked for.
"""

from generator.source.copies import NOWHERE, Fetching, Reach
from generator.source.document import Document, Node
from generator.source.library import Library
from generator.source.values import MISSING, Json, Missing
from generator.source.web import Allowed, Unfetched

__all__ = [
    "MISSING",
    "NOWHERE",
    "Allowed",
    "Document",
    "Fetching",
    "Json",
    "Library",
    "Missing",
    "Node",
    "Reach",
    "Unfetched",
]
