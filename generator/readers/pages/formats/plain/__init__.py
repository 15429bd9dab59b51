"""Plain text scraped from a documentation site -> blocks.

In: text in which headings are lines like any other, and tables have lost their signs: cells glued together, or parted
by `|` with the empty ones dropped. Out: the same blocks as Markdown gives. What is a heading or a table's head is
known by the profile's words for sections and columns; rows stay as they are, for `rows` to part by what else the page
says.

* `reader` - the walk over the lines; `lines` - the lines, and what the profile tells of one
* `samples`, `tables`, `boxes` - what may begin on a line; `heads` - the head of a table that lost its signs
* `upended` - pages whose routes stand below what is said of them
* `titles` - which line names an operation, or the page
"""

from generator.readers.pages.formats.plain.reader import read

__all__ = ["read"]
