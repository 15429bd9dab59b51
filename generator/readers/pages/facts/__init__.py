"""Blocks into facts, as a profile says.

* `operations` - a part of a page into an operation; `bodies`, `responses`, `security`, `schemas` - its parts
* `fields` - tables and lists into named fields; `rows`, `glue` - cells that a scraper ran together
* `types`, `values`, `urls`, `curl`, `json_schema` - what single texts say
"""
