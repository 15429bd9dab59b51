"""Readers: a source in, a `Draft` out.

* `openapi` - OpenAPI descriptions (2.0, 3.0, 3.1, 3.2)
* `pages` - documentation pages, by the grammar that a profile describes
* `overlay` - corrections laid over both: over documents as they stand, over pages as the documents they amount to

A reader says what its source claims and where; it knows neither the other readers nor what is made of the claims.
"""
