"""Schemas into shapes and named types.

In: draft schemas. Out: `model.Shape`s and `model.Type`s.

* `builder` - the whole; `schemas` - references followed; `merge_all_of` - `allOf` as one schema
* `scalars`, `choices`, `unions` - plain values, alternatives, what tells variants apart
* `directions` - what is read and what is written; `cycles` - aliases that would never end
* `names` - what types are called; `settling` - defaults that fit their types
"""

from generator.resolve.types.builder import TypeBuilder

__all__ = ["TypeBuilder"]
