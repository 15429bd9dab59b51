"""Tables and lists -> named fields: what a page says of each parameter and property.

* `reading` - blocks into fields
* `columns`, `cells`, `names`, `entries` - what their columns, cells and first words mean
* `record` - a field, and what the draft makes of it; `fitting` - its values in its type
* `nesting` - fields that stand inside others
* `glue`, `spaced` - cells that a scraper ran together
"""

from generator.readers.pages.fields.cells import said_required, says_deprecated, says_required
from generator.readers.pages.fields.columns import named_place, parent, role, roles
from generator.readers.pages.fields.fitting import with_enum
from generator.readers.pages.fields.names import ANY, without_asides, without_note_marks
from generator.readers.pages.fields.reading import read, read_all
from generator.readers.pages.fields.record import (
    PLACE_WORDS,
    Field,
    of_parameter,
    parameter,
    property_schema,
    unsaid,
)

__all__ = [
    "ANY",
    "PLACE_WORDS",
    "Field",
    "named_place",
    "of_parameter",
    "parameter",
    "parent",
    "property_schema",
    "read",
    "read_all",
    "role",
    "roles",
    "said_required",
    "says_deprecated",
    "says_required",
    "unsaid",
    "with_enum",
    "without_asides",
    "without_note_marks",
]
