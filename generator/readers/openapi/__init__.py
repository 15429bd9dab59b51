"""OpenAPI descriptions of every version -> `Draft`.

In: a `Document` (JSON or YAML tree). Out: the claims it makes, in the shape of OpenAPI 3.1 / JSON Schema 2020-12, each
with its place in the document as it stands; and findings on what is wrong with it. Knows nothing of pages, of other
inputs, or of what is generated.

* `dialect` - which version a document is written in, and what that version calls things
* `notes` - findings, repeated ones folded into one
* `members` - lenient answers from a map whose values may be of any type
* `references` - where a `$ref` leads
* `schemas` - JSON Schema of every version; `lifting` - what older versions spell in another way
* `parameters`, `contents`, `responses`, `operations`, `servers`, `security` - the parts of a description
* `reader` - the whole: `read`
* `validation` - what the official schemas say of it: `validate`
* `reindent` - documents that lost their indentation
"""

from generator.readers.openapi.reader import read
from generator.readers.openapi.validation import validate

__all__ = ["read", "validate"]
