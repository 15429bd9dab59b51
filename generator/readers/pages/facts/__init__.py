"""The parts of an operation into facts, as a profile says.

* `operations` - a part of a page into an operation; `parameters`, `bodies`, `responses`, `security` - its parts
* `returned`, `shown`, `statuses`, `answer` - what responses are told by
* `calls`, `addresses` - sample calls, servers
* `schemas`, `headings` - types that pages print; `rows` - tables whose cells a scraper ran together
* `page_rules`, `announced`, `said`, `site` - what sentences, sections and pages say of several operations
"""
