"""The formats of pages, each into the same blocks: `markdown` (also MDX), `html`, and `text` as scrapers leave it."""
