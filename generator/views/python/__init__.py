"""All Python knowledge that the generated projects share.

* `names` - identifiers, class names, and `Names`, the names taken in one scope
* `types` - a shape as a type annotation
* `models`, `model_modules` - the API's named types as pydantic classes and aliases, and the modules they stand in
* `values` - a JSON value as the expression that builds it from those types
* `imports` - what a file must import for the pieces of code in it
* `prose` - docstrings from the API's words
* `surface` - what a user of the client sees: resources, methods, parameters
* `credentials` - what the constructor of the client takes
* `layout` - a long expression over several lines, for samples outside of Python files
"""
