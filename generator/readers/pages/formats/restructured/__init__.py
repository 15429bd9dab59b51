"""reStructuredText, as Sphinx has it: `reader` walks the lines, `fields` and `tables` know their lists and tables."""

from generator.readers.pages.formats.restructured.reader import is_restructured, read

__all__ = ["is_restructured", "read"]
