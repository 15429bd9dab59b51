"""Ways of writing -> plain blocks: headings, paragraphs, lists, tables and samples that one reader follows.

* `elements` - template elements (tabs, cards, parameter fields)
* `stacked` - facts each on a line of its own
* `unheaded` - text that lost its headings
* `conventions` - what tools for documentation share
"""
